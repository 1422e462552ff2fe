/* test-caveat-page.c: the page of a caveat edits the record, and follows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"
#include "panel/sample.h"

#include "panel/proviso-caveat-page.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-suggestion-row.h"
#include "panel/proviso-text-row.h"

typedef struct
{
  Sample *sample;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  Sample *sample = sample_new (360, 700);

  fixture->sample = sample;
  fixture->page = GTK_WIDGET (proviso_caveat_page_new (sample->project, sample->selection, sample->caveat));
  sample_push (sample, ADW_NAVIGATION_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sample_free (fixture->sample);
}

static void
undo (Fixture *fixture)
{
  proviso_history_undo (proviso_project_get_history (fixture->sample->project));
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  ProvisoTextRow *text = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Doubtful");
  ProvisoChoiceRow *type = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Type");
  ProvisoChoiceRow *severity = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Severity");
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (proviso_text_row_get_view (text))),
                            "Which year?", -1);
  g_assert_cmpstr (proviso_caveat_get_text (caveat), ==, "Which year?");
  proviso_choice_row_choose (type, PROVISO_CAVEAT_TYPE_VAGUE_TIME);
  g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, PROVISO_CAVEAT_TYPE_VAGUE_TIME);
  proviso_choice_row_choose (severity, PROVISO_CAVEAT_SEVERITY_NOTE);
  g_assert_cmpint (proviso_caveat_get_severity (caveat), ==, PROVISO_CAVEAT_SEVERITY_NOTE);
  /* Twenty-five types are searched, four severities are not. */
  g_assert_true (adw_combo_row_get_enable_search (ADW_COMBO_ROW (type)));
  g_assert_false (adw_combo_row_get_enable_search (ADW_COMBO_ROW (severity)));

  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (proviso_choice_row_get_value (severity), ==, PROVISO_CAVEAT_SEVERITY_MAJOR);
  g_assert_cmpint (proviso_choice_row_get_value (type), ==, PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE);
  shown = proviso_text_row_dup_text (text);
  g_assert_cmpstr (shown, ==, "Which year, and is this before or after the subsidy?");
}

/* A state that needs a reason waits for it. */
static void
test_reason_first (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  ProvisoChoiceRow *state = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "State");
  ProvisoTextRow *reason;
  GtkWidget *apply;

  proviso_choice_row_choose (state, PROVISO_CAVEAT_STATE_ACCEPTED);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  reason = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?");
  apply = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Accept");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (reason)));
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (reason)));
  g_assert_true (gtk_widget_get_visible (apply));
  g_assert_false (gtk_widget_get_sensitive (apply));

  proviso_text_row_set_text (reason, "  ");
  g_assert_false (gtk_widget_get_sensitive (apply));
  proviso_text_row_set_text (reason, "The line gives no other figure");
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_signal_emit_by_name (apply, "activated");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ACCEPTED);
  g_assert_cmpstr (proviso_caveat_get_reason (caveat), ==, "The line gives no other figure");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (reason)));
  g_assert_false (gtk_widget_get_visible (apply));

  undo (fixture);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_null (proviso_caveat_get_reason (caveat));
  g_assert_cmpint (proviso_choice_row_get_value (state), ==, PROVISO_CAVEAT_STATE_OPEN);
}

static void
test_reason_left (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  ProvisoChoiceRow *state = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "State");

  proviso_choice_row_choose (state, PROVISO_CAVEAT_STATE_DISMISSED);
  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Leave as It Was"), "activated");
  g_assert_cmpint (proviso_choice_row_get_value (state), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_false (gtk_widget_get_visible (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Dismiss")));

  /* Addressed needs none, and asks for what was changed. */
  proviso_choice_row_choose (state, PROVISO_CAVEAT_STATE_ADDRESSED);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
  g_assert_true (
      gtk_widget_get_visible (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Was Changed")));
}

static void
test_suggestion (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  AdwExpanderRow *row = find_child (fixture->page, PROVISO_TYPE_SUGGESTION_ROW);

  g_assert_false (adw_expander_row_get_enable_expansion (row));
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_cmpstr (proviso_caveat_get_suggestion (caveat), ==,
                   "puts the yearly loss at about 4 million crowns");
  proviso_project_set (fixture->sample->project, caveat, "suggestion", "", NULL);
  g_assert_true (adw_expander_row_get_enable_expansion (row));
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "To delete the passage");
  adw_expander_row_set_enable_expansion (row, FALSE);
  g_assert_null (proviso_caveat_get_suggestion (caveat));
  undo (fixture);
  g_assert_cmpstr (proviso_caveat_get_suggestion (caveat), ==, "");
  g_assert_true (adw_expander_row_get_enable_expansion (row));
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkWidget *pick = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Link Claim…");
  AdwDialog *dialog;

  g_assert_nonnull (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));
  g_assert_false (gtk_widget_get_visible (pick));
  proviso_project_set (sample->project, sample->caveat, "claim", NULL, NULL);
  g_assert_null (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));
  g_assert_true (gtk_widget_get_visible (pick));

  g_signal_emit_by_name (pick, "activated");
  sample_settle ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (sample->window));
  gtk_editable_set_text (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "island");
  g_signal_emit_by_name (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  sample_settle ();
  g_assert_cmpstr (proviso_caveat_get_claim (sample->caveat), ==, proviso_claim_get_id (sample->claim));
  g_assert_nonnull (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));

  /* The claim goes: the caveat stays, and its page too. */
  proviso_project_remove (sample->project, sample->claim);
  sample_settle ();
  g_assert_null (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));
  g_assert_true (adw_navigation_view_get_visible_page (sample->view) == ADW_NAVIGATION_PAGE (fixture->page));
}

static void
test_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = find_children (fixture->page, ADW_TYPE_ACTION_ROW);
  gboolean found = FALSE;

  for (guint i = 0; i < rows->len; i++)
    found |= g_strcmp0 (adw_action_row_get_subtitle (rows->pdata[i]),
                        "The memo says 2025, before the subsidy.") == 0;
  g_assert_true (found);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Delete Caveat"), "activated");
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_caveats (sample->project)), ==, 0);
  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (sample->view)), ==,
                   "Claims");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/caveat-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("fields", test_fields);
  ADD ("reason-first", test_reason_first);
  ADD ("reason-left", test_reason_left);
  ADD ("suggestion", test_suggestion);
  ADD ("claim", test_claim);
  ADD ("thread", test_thread);
  ADD ("delete", test_delete);

  return g_test_run ();
}
