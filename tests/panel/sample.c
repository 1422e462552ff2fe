/* sample.c: a small project for the tests of the panel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/sample.h"

#include "core/proviso-comment.h"
#include "core/proviso-identity.h"

#define DRAFT                                                                                                \
  "# The Week in Ferries\n\n"                                                                                \
  "The island line will drop its night boat in May, according to a trade newsletter. "                       \
  "A memo seen by this desk puts the yearly loss at about 4 million crowns. "                                \
  "It is likely that the subsidy will not be renewed.\n"

static void
find (Sample *sample, const char *words, guint *start, guint *end)
{
  g_autofree char *text = proviso_text_dup (proviso_project_get_text (sample->project));
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  *start = g_utf8_pointer_to_offset (text, found);
  *end = *start + g_utf8_strlen (words, -1);
}

static void
fill (Sample *sample)
{
  ProvisoProject *project = sample->project;
  ProvisoEvidence *evidence;
  g_autoptr (ProvisoComment) comment = NULL;
  guint start, end;

  sample->newsletter = proviso_project_add_source (project, "Harbour Letter, issue 112");
  proviso_project_set (project, sample->newsletter, "publisher", "Harbour Letter", "type",
                       PROVISO_SOURCE_TYPE_AGGREGATOR_NEWSLETTER, "url",
                       "https://example.org/harbour-letter/112", "published", "2026-03-27", "reliability",
                       PROVISO_RELIABILITY_C, "independence-group", "Harbour Letter and its copies", NULL);
  sample->memo = proviso_project_add_source (project, "Memo on the night boat");
  proviso_project_set (project, sample->memo, "type", PROVISO_SOURCE_TYPE_LEAKED_DOCUMENT, "confidential",
                       TRUE, NULL);

  find (sample, "The island line will drop its night boat in May", &start, &end);
  sample->claim = proviso_project_add_claim (project, start, end);
  find (sample, "puts the yearly loss at about 4 million crowns", &start, &end);
  proviso_project_add_anchor (project, sample->claim, start, end);
  proviso_project_set (project, sample->claim, "status", PROVISO_CLAIM_STATUS_REPORTED, "as-of", "2026-03-28",
                       "attributed-to", "a trade newsletter", "note",
                       "Ask the line again on Monday.\nThe press office promised figures.", NULL);
  evidence = proviso_project_add_evidence (project, sample->claim, sample->newsletter);
  proviso_project_set (project, evidence, "credibility", PROVISO_CREDIBILITY_3, "excerpt",
                       "the line is said to be ending its night service this spring", "locator",
                       "paragraph 4", NULL);
  proviso_project_add_evidence (project, sample->claim, sample->memo);
  proviso_project_mark_checked (project, sample->claim);

  sample->caveat = proviso_project_add_caveat (project, sample->claim, start, end);
  proviso_project_set (project, sample->caveat, "type", PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE, "severity",
                       PROVISO_CAVEAT_SEVERITY_MAJOR, "text",
                       "Which year, and is this before or after the subsidy?", NULL);
  comment =
      proviso_comment_new (NULL, "Ana", "2026-03-28T09:30:00Z", "The memo says 2025, before the subsidy.");
  proviso_project_insert (project, proviso_caveat_get_thread (sample->caveat), 0, comment);

  sample->empty = proviso_project_add_claim (project, 0, 0);
  proviso_history_seal (proviso_project_get_history (project));
}

Sample *
sample_new (int width, int height)
{
  Sample *sample = g_new0 (Sample, 1);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GtkWidget *root = adw_bin_new ();

  gtk_css_provider_load_from_resource (css, "/io/github/proviso_editor/Proviso/panel/proviso-pages.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/proviso_editor/Proviso/icons");

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  proviso_identity_set_name ("Ana");
  sample->project = proviso_project_new ();
  proviso_text_replace (proviso_project_get_text (sample->project), 0, 0, DRAFT);
  proviso_project_loaded (sample->project);
  sample->selection = proviso_selection_new ();
  fill (sample);

  sample->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (sample->view, FALSE);
  adw_navigation_view_push (sample->view, adw_navigation_page_new (root, "Claims"));
  sample->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (sample->window), width, height);
  adw_window_set_content (ADW_WINDOW (sample->window), GTK_WIDGET (sample->view));
  gtk_window_present (GTK_WINDOW (sample->window));
  sample_settle ();

  return sample;
}

void
sample_free (Sample *sample)
{
  gtk_window_destroy (GTK_WINDOW (sample->window));
  sample_settle ();
  g_assert_finalize_object (sample->selection);
  g_assert_finalize_object (sample->project);
  g_free (sample);
}

void
sample_push (Sample *sample, AdwNavigationPage *page)
{
  adw_navigation_view_push (sample->view, page);
  sample_settle ();
}

static gboolean
stop_cb (gpointer user_data)
{
  gboolean *done = user_data;

  *done = TRUE;

  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *done)
{
  *done = TRUE;
}

static void
run_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

/* Until there is nothing left that is done in idle moments. */
static void
drain (void)
{
  gboolean done = FALSE;

  g_idle_add_full (G_MAXINT, stop_cb, &done, NULL);
  run_until (&done);
}

void
sample_settle (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  drain ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GdkFrameClock *clock = gtk_widget_get_mapped (window) ? gtk_widget_get_frame_clock (window) : NULL;
      gboolean done = FALSE;
      gulong id;

      if (clock == NULL)
        continue;
      id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &done);
      gtk_widget_queue_draw (window);
      run_until (&done);
      g_signal_handler_disconnect (clock, id);
    }
  drain ();
}
