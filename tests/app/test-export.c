/* test-export.c: the section on unconfirmed points and reports, through the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-remains-dialog.h"
#include "app/proviso-report-flow.h"
#include "app/proviso-window.h"
#include "editor/proviso-draft-view.h"
#include "export/proviso-remains-section.h"
#include "panel/find.h"
#include "panel/proviso-difference-view.h"
#include "panel/proviso-readiness-page.h"
#include "panel/proviso-text-row.h"

#include <glib/gstdio.h>

#define DRAFT "# Two labs\n\nThe lab left video.\n\nIts model leads.\n"

static ProvisoApplication *application;

typedef struct
{
  ProvisoWindow *window;
  ProvisoProject *project;
  ProvisoClaim *claim;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = proviso_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "insert-remains"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "export-report"));
  proviso_window_start_project (fixture->window);
  WAIT_UNTIL (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "insert-remains"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "export-report"));

  fixture->project = proviso_document_get_project (proviso_window_get_document (fixture->window));
  proviso_text_replace (proviso_project_get_text (fixture->project), 0, 0, DRAFT);
  fixture->claim = proviso_project_add_claim (fixture->project, 12, 31);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  proviso_window_close_now (fixture->window);
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static AdwDialog *
open_dialog (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.insert-remains", NULL);
  WAIT_UNTIL (PROVISO_IS_REMAINS_DIALOG (get_dialog (fixture)));
  return get_dialog (fixture);
}

static void
accept_dialog (Fixture *fixture)
{
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog (fixture)), "clicked");
}

static void
answer (Fixture *fixture, const char *response)
{
  AdwAlertDialog *alert;
  const char *label;

  WAIT_UNTIL (ADW_IS_ALERT_DIALOG (get_dialog (fixture)) &&
              adw_alert_dialog_has_response (ADW_ALERT_DIALOG (get_dialog (fixture)), response));
  alert = ADW_ALERT_DIALOG (get_dialog (fixture));
  label = adw_alert_dialog_get_response_label (alert, response);
  WAIT_UNTIL (find_labelled (GTK_WIDGET (alert), label) != NULL);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (alert), label), "clicked");
}

static char *
dup_draft (Fixture *fixture)
{
  return proviso_text_dup (proviso_project_get_text (fixture->project));
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_dialog (fixture);
  ProvisoTextRow *reported = find_row (GTK_WIDGET (dialog), PROVISO_TYPE_TEXT_ROW, "Reported");
  ProvisoTextRow *lead_in = find_row (GTK_WIDGET (dialog), PROVISO_TYPE_TEXT_ROW, "Line Above the List");
  g_autofree char *usual = proviso_text_row_dup_text (reported);
  g_autofree char *draft = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (usual, ==, "Reported, not confirmed by those concerned:");
  proviso_text_row_set_text (reported, "Reported:");
  proviso_text_row_set_text (lead_in, "");
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  draft = dup_draft (fixture);
  g_assert_cmpstr (draft, ==, DRAFT "\n## What remains unconfirmed\n\n- Reported: The lab left video.\n");
  g_assert_cmpint (proviso_remains_get_state (fixture->project), ==, PROVISO_REMAINS_CURRENT);

  /* What was made is looked at next. */
  WAIT_UNTIL (PROVISO_IS_DRAFT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  /* All of it is one step. */
  g_assert_cmpstr (proviso_history_get_undo_label (proviso_project_get_history (fixture->project)), ==, "Insert Section");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  undone = dup_draft (fixture);
  g_assert_cmpstr (undone, ==, DRAFT);
  g_assert_null (proviso_remains_get_text (proviso_project_get_remains (fixture->project), PROVISO_REMAINS_REPORTED));
}

/* Where the line at `offset` stands in the view, as a part of its height. */
static double
get_height (Fixture *fixture, guint offset)
{
  GtkTextView *view = find_child (GTK_WIDGET (fixture->window), PROVISO_TYPE_DRAFT_VIEW);
  GtkTextIter iter;
  GdkRectangle place, visible;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_get_visible_rect (view, &visible);
  return (double) (place.y - visible.y) / visible.height;
}

static gboolean
is_in_upper_third (Fixture *fixture, guint offset)
{
  double height = get_height (fixture, offset);

  return height >= 0 && height <= 1.0 / 3;
}

static guint
get_cursor (Fixture *fixture)
{
  return proviso_buffer_get_cursor (PROVISO_BUFFER (proviso_project_get_text (fixture->project)));
}

static guint
get_section_start (Fixture *fixture)
{
  return proviso_anchor_get_start (proviso_remains_get_anchor (proviso_project_get_remains (fixture->project)));
}

/* So many claims that the section is longer than the view. */
static void
add_unconfirmed (Fixture *fixture)
{
  ProvisoText *text = proviso_project_get_text (fixture->project);

  for (guint i = 0; i < 60; i++)
    {
      guint length = proviso_text_get_length (text);
      g_autofree char *words = g_strdup_printf ("\nSo says lab %02u.\n", i);
      ProvisoClaim *claim;

      proviso_text_replace (text, length, 0, words);
      claim = proviso_project_add_claim (fixture->project, length + 1, length + 16);
      proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
    }
}

/* It is read from its heading on; undone, the draft is as it was looked at before. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  ProvisoDraftView *view = find_child (GTK_WIDGET (fixture->window), PROVISO_TYPE_DRAFT_VIEW);
  guint before, start;

  add_unconfirmed (fixture);
  before = proviso_text_get_length (proviso_project_get_text (fixture->project)) / 3;
  /* The window may still hold the draft where it came up. */
  WAIT_UNTIL ((proviso_draft_view_go_to (view, before),
               get_height (fixture, before) > 0 && get_height (fixture, before) < 1));

  open_dialog (fixture);
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  start = get_section_start (fixture);
  WAIT_UNTIL (is_in_upper_third (fixture, start));
  g_assert_cmpuint (get_cursor (fixture), ==, start);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_UNTIL (get_cursor (fixture) == before && get_height (fixture, before) > 0 && get_height (fixture, before) < 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  WAIT_UNTIL (get_cursor (fixture) == start && is_in_upper_third (fixture, start));

  /* Refreshed, it is read again, wherever in it something changed. */
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  proviso_draft_view_go_to (view, 0);
  WAIT_UNTIL (get_height (fixture, 0) >= 0);
  open_dialog (fixture);
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL && is_in_upper_third (fixture, get_section_start (fixture)));
  g_assert_cmpuint (get_cursor (fixture), ==, get_section_start (fixture));

  /* What was done since then is undone in its own place. */
  proviso_text_replace (proviso_project_get_text (fixture->project), before, 0, "Z");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (get_cursor (fixture), !=, 0);
}

static void
set_narrow (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  /* With the shadow around it. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 372, 500);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->window)) < 450);
}

/* It is read from its top on, whatever there is to fill in. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *scroller, *accept;
  gint64 until;

  for (guint i = 0; i < 12; i++)
    {
      ProvisoCaveat *caveat = proviso_project_add_caveat (fixture->project, fixture->claim, 0, 0);

      proviso_project_set (fixture->project, caveat, "text", "Who says so, and who else?", "state",
                           PROVISO_CAVEAT_STATE_ACCEPTED, NULL);
    }
  dialog = open_dialog (fixture);
  accept = adw_dialog_get_default_widget (dialog);
  scroller = find_child (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW);
  WAIT_UNTIL (gtk_widget_get_mapped (accept) && gtk_window_get_focus (GTK_WINDOW (fixture->window)) == accept);
  /* Until it has slid in. */
  until = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  WAIT_UNTIL (g_get_monotonic_time () > until);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == accept);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))), ==, 0);
  adw_dialog_close (dialog);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

static void
test_nothing_to_tell (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_CONFIRMED, NULL);
  dialog = open_dialog (fixture);
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  adw_dialog_close (dialog);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

static const char *
get_preview (AdwDialog *dialog)
{
  g_autoptr (GPtrArray) labels = find_children (GTK_WIDGET (dialog), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (labels->pdata[i], "remains-preview"))
      return gtk_label_get_label (labels->pdata[i]);
  g_assert_not_reached ();
}

static const char *
get_description (AdwDialog *dialog)
{
  g_autoptr (GPtrArray) groups = find_children (GTK_WIDGET (dialog), ADW_TYPE_PREFERENCES_GROUP);

  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (adw_preferences_group_get_title (groups->pdata[i]), "Preview") == 0)
      return adw_preferences_group_get_description (groups->pdata[i]);
  g_assert_not_reached ();
}

/* Why a caveat was accepted is not for readers: it goes in as somebody words it for them, here or on its page. */
static void
test_accepted_caveats (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveats[] = { proviso_project_add_caveat (fixture->project, fixture->claim, 0, 0),
                               proviso_project_add_caveat (fixture->project, NULL, 33, 50) };
  AdwDialog *dialog;
  ProvisoTextRow *row;
  g_autofree char *draft = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (caveats); i++)
    proviso_project_set (fixture->project, caveats[i], "text", i == 0 ? "<One> & only" : "", "state",
                         PROVISO_CAVEAT_STATE_ACCEPTED, "reason", "Editor agreed, no time", NULL);
  dialog = open_dialog (fixture);
  g_assert_null (strstr (get_preview (dialog), "Editor agreed"));
  g_assert_null (strstr (get_preview (dialog), "only"));
  g_assert_cmpstr (get_description (dialog), ==,
                   "1 point, in the order of the draft.\n"
                   "2 accepted caveats are left out: they have no wording for readers.");

  row = find_row (GTK_WIDGET (dialog), PROVISO_TYPE_TEXT_ROW, "<One> & only");
  proviso_text_row_set_text (row, " Only *one* newsletter says so. ");
  WAIT_UNTIL (g_str_has_suffix (get_preview (dialog), "\n- Only \\*one\\* newsletter says so."));
  g_assert_cmpstr (get_description (dialog), ==,
                   "2 points, in the order of the draft.\n"
                   "1 accepted caveat is left out: it has no wording for readers.");
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  draft = dup_draft (fixture);
  g_assert_true (g_str_has_suffix (draft, "\n- Only \\*one\\* newsletter says so.\n"));
  g_assert_null (strstr (draft, "Editor agreed"));
  g_assert_cmpstr (proviso_caveat_get_for_readers (caveats[0]), ==, "Only *one* newsletter says so.");
  g_assert_null (proviso_caveat_get_for_readers (caveats[1]));
  g_assert_cmpint (proviso_remains_get_state (fixture->project), ==, PROVISO_REMAINS_CURRENT);

  /* One step. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_null (proviso_caveat_get_for_readers (caveats[0]));
  g_assert_cmpint (proviso_remains_get_state (fixture->project), ==, PROVISO_REMAINS_NONE);
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  AdwBanner *banner;
  g_autofree char *section = NULL;

  proviso_remains_insert (fixture->project, G_MAXUINT);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  dialog = open_dialog (fixture);
  banner = find_child (GTK_WIDGET (dialog), ADW_TYPE_BANNER);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_null (find_child (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  section = proviso_remains_dup_section (fixture->project);
  g_assert_true (g_str_has_suffix (section, "- Disputed: The lab left video."));
}

static void
edit_section (Fixture *fixture)
{
  guint end;

  proviso_remains_insert (fixture->project, G_MAXUINT);
  end = proviso_anchor_get_end (proviso_remains_get_anchor (proviso_project_get_remains (fixture->project)));
  proviso_text_replace (proviso_project_get_text (fixture->project), end - 1, 0, ", we hear");
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  g_assert_true (proviso_remains_needs_refresh (fixture->project));
}

static void
test_keep_mine (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = NULL;
  g_autofree char *kept = NULL;

  edit_section (fixture);
  draft = dup_draft (fixture);
  open_dialog (fixture);
  accept_dialog (fixture);
  answer (fixture, "keep");
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  kept = dup_draft (fixture);
  g_assert_cmpstr (kept, ==, draft);
  g_assert_false (proviso_remains_needs_refresh (fixture->project));

  /* It is kept already: to say so again would do nothing. */
  open_dialog (fixture);
  accept_dialog (fixture);
  WAIT_UNTIL (ADW_IS_ALERT_DIALOG (get_dialog (fixture)));
  g_assert_false (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (get_dialog (fixture)), "keep"));
  answer (fixture, "cancel");
  WAIT_UNTIL (PROVISO_IS_REMAINS_DIALOG (get_dialog (fixture)));
  adw_dialog_close (get_dialog (fixture));
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

/* Where nothing is left to tell, the button says what it does. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = NULL;
  GtkButton *button;

  proviso_remains_insert (fixture->project, G_MAXUINT);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_CONFIRMED, NULL);
  button = GTK_BUTTON (adw_dialog_get_default_widget (open_dialog (fixture)));
  g_assert_cmpstr (gtk_button_get_label (button), ==, "_Remove");
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  draft = dup_draft (fixture);
  g_assert_cmpstr (draft, ==, DRAFT);
}

/* Nor does it go unasked where somebody wrote in it. */
static void
test_remove_edited (Fixture *fixture, gconstpointer data)
{
  AdwAlertDialog *alert;
  g_autofree char *draft = NULL;

  edit_section (fixture);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_CONFIRMED, NULL);
  open_dialog (fixture);
  accept_dialog (fixture);
  WAIT_UNTIL (ADW_IS_ALERT_DIALOG (get_dialog (fixture)));
  alert = ADW_ALERT_DIALOG (get_dialog (fixture));
  g_assert_cmpstr (adw_alert_dialog_get_heading (alert), ==, "Remove What Was Written?");
  g_assert_cmpstr (adw_alert_dialog_get_response_label (alert, "replace"), ==, "_Remove");
  answer (fixture, "replace");
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  draft = dup_draft (fixture);
  g_assert_cmpstr (draft, ==, DRAFT);
}

static GtkWidget *
find_warning (Fixture *fixture)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "What Remains Unconfirmed");

  return row != NULL && gtk_widget_get_mapped (row) ? row : NULL;
}

/* Ready to Publish says that the section is out of date, and leads to where it is refreshed. */
static void
test_outdated_warning (Fixture *fixture, gconstpointer data)
{
  proviso_remains_insert (fixture->project, G_MAXUINT);
  /* The panel is made when there is time. */
  WAIT_UNTIL ((gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-readiness", NULL),
               find_child (GTK_WIDGET (fixture->window), PROVISO_TYPE_READINESS_PAGE) != NULL));
  g_assert_null (find_warning (fixture));

  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  WAIT_UNTIL (find_warning (fixture) != NULL);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
  WAIT_UNTIL (find_warning (fixture) == NULL);
  /* The words of the claim are no more in the draft. */
  proviso_text_replace (proviso_project_get_text (fixture->project), 12, 19, "");
  WAIT_UNTIL (find_warning (fixture) != NULL);

  gtk_widget_activate (find_warning (fixture));
  WAIT_UNTIL (PROVISO_IS_REMAINS_DIALOG (get_dialog (fixture)));
  accept_dialog (fixture);
  WAIT_UNTIL (get_dialog (fixture) == NULL && find_warning (fixture) == NULL);
}

static void
test_replace_after_difference (Fixture *fixture, gconstpointer data)
{
  ProvisoDifferenceView *view;
  g_autofree char *section = NULL;

  edit_section (fixture);
  open_dialog (fixture);
  accept_dialog (fixture);
  answer (fixture, "difference");
  WAIT_UNTIL (ADW_IS_ALERT_DIALOG (get_dialog (fixture)) &&
              !adw_alert_dialog_has_response (ADW_ALERT_DIALOG (get_dialog (fixture)), "difference"));
  view = find_child (GTK_WIDGET (get_dialog (fixture)), PROVISO_TYPE_DIFFERENCE_VIEW);
  g_assert_nonnull (view);
  g_assert_nonnull (strstr (proviso_difference_view_get_description (view), "we hear"));
  g_assert_nonnull (strstr (proviso_difference_view_get_description (view), "Disputed"));
  answer (fixture, "replace");
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  section = proviso_remains_dup_section (fixture->project);
  g_assert_true (g_str_has_suffix (section, "- Disputed: The lab left video."));
  g_assert_cmpint (proviso_remains_get_state (fixture->project), ==, PROVISO_REMAINS_CURRENT);
}

typedef struct
{
  GFile *file;
  guint n_confidential;
  guint n_named;
} Written;

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Written *written = user_data;

  written->file = proviso_report_flow_finish (result, &written->n_confidential, &written->n_named);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a.html", "a.md" };
  static const char *const starts[] = { "<!DOCTYPE html>\n", "# Two labs\n" };
  g_autofree char *folder = g_dir_make_tmp ("proviso-export-XXXXXX", NULL);

  proviso_project_set (fixture->project, fixture->project, "title", "Two labs", NULL);
  proviso_project_set (fixture->project, proviso_project_add_source (fixture->project, "The night porter"),
                       "confidential", TRUE, NULL);
  proviso_project_set (fixture->project, proviso_project_add_source (fixture->project, "The lab"), "confidential",
                       TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      Written written = { NULL };
      g_autofree char *contents = NULL;

      /* It is of the project as it was when it was asked for. */
      proviso_report_flow_write_async (GTK_WINDOW (fixture->window), fixture->project, file, written_cb, &written);
      proviso_project_set (fixture->project, fixture->claim, "statement", "Later.", NULL);
      WAIT_UNTIL (written.file != NULL);
      g_clear_object (&written.file);
      g_assert_cmpuint (written.n_confidential, ==, 2);
      g_assert_cmpuint (written.n_named, ==, 1);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, starts[i]));
      g_assert_cmpint (strstr (contents, "Later.") != NULL, ==, i == 1);
      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  guint n_confidential, n_named;

  g_assert_null (proviso_report_flow_finish (result, &n_confidential, &n_named));
  *(gboolean *) user_data = TRUE;
}

static void
test_report_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.html");
  gboolean finished = FALSE;

  proviso_report_flow_write_async (GTK_WINDOW (fixture->window), fixture->project, file, finished_cb, &finished);
  WAIT_UNTIL (finished && ADW_IS_ALERT_DIALOG (get_dialog (fixture)));
  /* It says what to do. */
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (fixture))),
                            "Save it somewhere else."));
  adw_dialog_force_close (get_dialog (fixture));
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

#define ADD(name, function) g_test_add ("/export/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  /* libspelling leaks a little where a text goes away before it was looked at; spelling has its own tests. */
  settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_settings_set_boolean (settings, "check-spelling", FALSE);

  application = proviso_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  ADD ("insert", test_insert);
  ADD ("place", test_place);
  ADD ("nothing-to-tell", test_nothing_to_tell);
  ADD ("accepted-caveats", test_accepted_caveats);
  ADD ("refresh", test_refresh);
  ADD ("keep-mine", test_keep_mine);
  ADD ("remove", test_remove);
  ADD ("remove-edited", test_remove_edited);
  ADD ("outdated-warning", test_outdated_warning);
  ADD ("replace-after-difference", test_replace_after_difference);
  ADD ("report", test_report);
  ADD ("report-fails", test_report_fails);
  /* The last one, as windows come up in the size of the one before. */
  g_test_add ("/export/top", Fixture, NULL, set_narrow, test_top, tear_down);

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
