/* photograph-pages.c: pictures of the detail pages, to be looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * photograph-pages --stay PAGE: opens the page and waits.
 * photograph-pages FOLDER: each page, filled and empty, light and dark, narrow, right to left and with large
 * text, as PNG files as long as the page is.
 */
#include "panel/find.h"
#include "panel/sample.h"

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "panel/proviso-caveat-page.h"
#include "panel/proviso-claim-page.h"
#include "panel/proviso-comment-row.h"
#include "panel/proviso-source-page.h"

static void
photograph (Sample *sample, const char *folder, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (sample->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (sample->window));

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_print ("%s\n", path);
}

static AdwNavigationPage *
make_page (Sample *sample, const char *name)
{
  ProvisoProject *project = sample->project;
  gboolean empty = g_str_has_suffix (name, "empty");

  if (g_str_has_prefix (name, "claim"))
    return proviso_claim_page_new (project, sample->selection, empty ? sample->empty : sample->claim);
  if (g_str_has_prefix (name, "caveat"))
    return proviso_caveat_page_new (project, sample->selection, sample->caveat);

  return proviso_source_page_new (project, sample->selection, empty ? sample->memo : sample->newsletter);
}

static void
lose_passages (Sample *sample)
{
  ProvisoRecordList *anchors = proviso_claim_get_anchors (sample->claim);
  ProvisoAnchor *found = proviso_record_list_peek (anchors, 1);

  proviso_text_replace (proviso_project_get_text (sample->project), 23, 49, "Nothing is certain");
  proviso_anchor_set_quote (found, "puts the loss at about 4 million crowns", "", "");
  proviso_anchor_set_state (found, PROVISO_ANCHOR_STATE_FOUND);
}

/* A check that no longer holds, by all that may change. */
static void
age_check (Sample *sample)
{
  ProvisoEvidence *evidence = proviso_record_list_peek (proviso_claim_get_evidence (sample->claim), 0);

  proviso_text_replace (proviso_project_get_text (sample->project), 27, 0, "northern ");
  proviso_project_set (sample->project, sample->claim, "status", PROVISO_CLAIM_STATUS_CONFIRMED, "statement",
                       "The northern island line drops its night boat in May", NULL);
  proviso_project_set (sample->project, evidence, "locator", "paragraph 5", NULL);
}

static void
discuss (Sample *sample)
{
  ProvisoProject *project = sample->project;
  ProvisoCaveat *caveat = sample->caveat;
  ProvisoComment *comment;

  proviso_project_set (project, caveat, "suggestion",
                       "puts the loss of 2025, before the subsidy, at nearly 4 million crowns", NULL);
  proviso_identity_set_name ("Ben Editor");
  proviso_project_add_comment (project, caveat,
                               "Then say 2025 in the text.\nAnd “nearly”: the memo has 3.9.");
  proviso_identity_set_name ("Ana");
  comment = proviso_project_add_comment (project, caveat, "Both, yes");
  proviso_project_edit_comment (project, comment, "Both, yes. It is in the suggestion.", NULL);
}

/* What comes before the picture of this name; each goes on from where the last one left. */
static void
prepare (Sample *sample, const char *name)
{
  ProvisoProject *project = sample->project;

  if (g_str_equal (name, "claim-stale"))
    age_check (sample);
  else if (g_str_equal (name, "claim-lost"))
    lose_passages (sample);
  else if (g_str_equal (name, "caveat-discussed"))
    discuss (sample);
  else if (g_str_equal (name, "caveat-settled"))
    proviso_project_settle_caveat (project, sample->caveat, PROVISO_CAVEAT_STATE_ACCEPTED,
                                   "The line gives no figure by year. The piece says so.", NULL);
  else if (g_str_equal (name, "caveat-confirmed"))
    proviso_project_confirm_caveat (project, sample->caveat, NULL);
  else if (g_str_equal (name, "caveat-reopened"))
    proviso_project_reopen_caveat (project, sample->caveat, "The line has answered", NULL);
}

/* What is begun on the page once it is there. */
static void
begin (AdwNavigationPage *page, const char *name)
{
  if (g_str_equal (name, "caveat-reason"))
    gtk_widget_activate_action (GTK_WIDGET (page), "caveat.accept", NULL);
  else if (g_str_equal (name, "caveat-edit"))
    gtk_widget_activate_action (find_child (GTK_WIDGET (page), PROVISO_TYPE_COMMENT_ROW), "comment.edit",
                                NULL);
  else
    return;
  sample_settle ();
}

/* For a person, or a script, to try the page. */
static int
stay (const char *name)
{
  Sample *sample = sample_new (360, 700);

  sample_push (sample, make_page (sample, name));
  while (gtk_widget_get_visible (sample->window))
    g_main_context_iteration (NULL, TRUE);
  sample_free (sample);

  return 0;
}

static void
photograph_all (const char *folder, const char *kind, int width, int height)
{
  Sample *sample = sample_new (width, height);
  const char *pages[] = { "claim",           "claim-empty",   "caveat",         "caveat-discussed",
                          "caveat-edit",     "caveat-reason", "caveat-settled", "caveat-confirmed",
                          "caveat-reopened", "source",        "source-empty",   "claim-stale",
                          "claim-lost" };

  proviso_project_set (sample->project, sample->empty, "status", PROVISO_CLAIM_STATUS_REFUTED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", pages[i], kind);
      AdwNavigationPage *page;

      prepare (sample, pages[i]);
      page = make_page (sample, pages[i]);
      sample_push (sample, page);
      begin (page, pages[i]);
      photograph (sample, folder, name);
      adw_navigation_view_pop (sample->view);
      sample_settle ();
    }
  sample_free (sample);
}

int
main (int argc, char **argv)
{
  AdwStyleManager *style;
  GtkSettings *settings;

  if (argc != 2 && argc != 3)
    {
      g_printerr ("usage: %s FOLDER | %s --stay PAGE\n", argv[0], argv[0]);
      return 2;
    }

  adw_init ();
  if (argc == 3)
    return stay (argv[2]);

  style = adw_style_manager_get_default ();
  settings = gtk_settings_get_default ();

  photograph_all (argv[1], "light", 360, 2600);
  photograph_all (argv[1], "300", 300, 2800);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  photograph_all (argv[1], "dark", 420, 2600);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  photograph_all (argv[1], "rtl", 360, 2600);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  photograph_all (argv[1], "large", 360, 3600);

  return 0;
}
