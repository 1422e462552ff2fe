/* test-claim-page.c: the page of a claim edits the record, and follows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"
#include "panel/sample.h"

#include "core/proviso-review.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-check-group.h"
#include "panel/proviso-claim-page.h"
#include "panel/proviso-date-row.h"
#include "panel/proviso-difference-row.h"
#include "panel/proviso-difference-view.h"
#include "panel/proviso-estimate-row.h"
#include "panel/proviso-evidence-group.h"
#include "panel/proviso-evidence-row.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-passage-row.h"
#include "panel/proviso-support-row.h"
#include "panel/proviso-text-row.h"

typedef struct
{
  Sample *sample;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = sample_new (360, 700);
  fixture->page = GTK_WIDGET (
      proviso_claim_page_new (fixture->sample->project, fixture->sample->selection, fixture->sample->claim));
  sample_push (fixture->sample, ADW_NAVIGATION_PAGE (fixture->page));
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

static GtkTextBuffer *
get_buffer (ProvisoTextRow *row)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (proviso_text_row_get_view (row)));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  ProvisoTextRow *row = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Claimed");
  ProvisoClaim *claim = fixture->sample->claim;
  g_autofree char *old = g_strdup (proviso_claim_get_statement (claim));
  g_autofree char *after = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (row), &iter, 4);
  gtk_text_buffer_place_cursor (get_buffer (row), &iter);
  gtk_text_buffer_insert_at_cursor (get_buffer (row), "largest ", -1);
  g_assert_cmpstr (proviso_claim_get_statement (claim), ==,
                   "The largest island line will drop its night boat in May");

  undo (fixture);
  g_assert_cmpstr (proviso_claim_get_statement (claim), ==, old);
  after = proviso_text_row_dup_text (row);
  g_assert_cmpstr (after, ==, old);

  /* Also beside the words, the row is where one writes. */
  click (GTK_WIDGET (row));
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (row)));

  /* Undo is the project's: the text view has none of its own. */
  g_assert_false (gtk_text_buffer_get_enable_undo (get_buffer (row)));
}

static void
test_single_paragraph (Fixture *fixture, gconstpointer data)
{
  ProvisoTextRow *row = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Claimed");
  ProvisoTextRow *note = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "For You and Your Editor");

  gtk_text_buffer_set_text (get_buffer (row), "One\nTwo", -1);
  g_assert_cmpstr (proviso_claim_get_statement (fixture->sample->claim), ==, "One Two");
  gtk_text_buffer_set_text (get_buffer (note), "One\nTwo", -1);
  g_assert_cmpstr (proviso_claim_get_note (fixture->sample->claim), ==, "One\nTwo");
}

/* What somebody else changes before the cursor moves it along; what is equal leaves it alone. */
static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  ProvisoTextRow *row = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "For You and Your Editor");
  GtkTextBuffer *buffer = get_buffer (row);
  GtkTextIter iter;
  int position;

  proviso_project_set (fixture->sample->project, fixture->sample->claim, "note", "häuser and boats", NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 10);
  gtk_text_buffer_place_cursor (buffer, &iter);
  proviso_project_set (fixture->sample->project, fixture->sample->claim, "note", "höhere häuser and boats",
                       NULL);
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 17);
  proviso_text_row_set_text (row, "höhere häuser and boats");
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 17);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  GtkEditable *row = find_row (fixture->page, ADW_TYPE_ENTRY_ROW, "Attributed To");

  gtk_editable_set_text (row, "Jo Sand");
  g_assert_cmpstr (proviso_claim_get_attributed_to (fixture->sample->claim), ==, "Jo Sand");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "a trade newsletter");
  g_assert_cmpstr (proviso_claim_get_attributed_to (fixture->sample->claim), ==, "a trade newsletter");
  g_assert_false (gtk_editable_get_enable_undo (row));
}

/* A long statement is there to its last word, from the first moment. */
static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  g_autoptr (GString) statement = g_string_new (NULL);
  ProvisoTextRow *row;
  GtkTextView *view;
  GtkTextIter end;
  GdkRectangle place;
  AdwNavigationPage *page;

  for (guint i = 0; i < 80; i++)
    g_string_append (statement, "harbours ");
  proviso_project_set (sample->project, sample->empty, "statement", statement->str, NULL);
  page = proviso_claim_page_new (sample->project, sample->selection, sample->empty);
  sample_push (sample, page);
  row = find_row (GTK_WIDGET (page), PROVISO_TYPE_TEXT_ROW, "What Is Claimed");
  view = GTK_TEXT_VIEW (proviso_text_row_get_view (row));
  gtk_text_buffer_get_end_iter (get_buffer (row), &end);
  gtk_text_view_get_iter_location (view, &end, &place);
  g_assert_cmpint (place.y, >, 100);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view)), >=, place.y + place.height);
}

/* What was selected in one field is not left selected beside another. */
static void
test_selection_left (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = find_row (fixture->page, ADW_TYPE_ENTRY_ROW, "Attributed To");
  GtkEditable *date = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, "As Of");
  ProvisoTextRow *text = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Claimed");

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_select_region (entry, 0, -1);
  sample_settle ();
  g_assert_true (gtk_editable_get_selection_bounds (entry, NULL, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (date));
  gtk_editable_select_region (date, 0, -1);
  sample_settle ();
  g_assert_false (gtk_editable_get_selection_bounds (entry, NULL, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (text));
  proviso_text_row_select_all (text);
  sample_settle ();
  g_assert_false (gtk_editable_get_selection_bounds (date, NULL, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  sample_settle ();
  g_assert_false (gtk_text_buffer_get_has_selection (get_buffer (text)));
}

/* What the row is made to show is not an edit by itself. */
static void
test_no_echo (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *project = fixture->sample->project;
  ProvisoHistory *history = proviso_project_get_history (project);

  proviso_project_set (project, fixture->sample->claim, "note", "one cat too", "attributed-to", "one cat",
                       NULL);
  proviso_history_seal (history);
  proviso_project_set (project, fixture->sample->claim, "note", "one dog too", "attributed-to", "one dog",
                       NULL);
  undo (fixture);
  g_assert_cmpstr (proviso_claim_get_attributed_to (fixture->sample->claim), ==, "one cat");
  undo (fixture);
  g_assert_cmpstr (proviso_claim_get_note (fixture->sample->claim), ==, "one cat too");
  g_assert_true (proviso_history_get_can_redo (history));
  proviso_history_redo (history);
  proviso_history_redo (history);
  g_assert_cmpstr (proviso_claim_get_note (fixture->sample->claim), ==, "one dog too");
  g_assert_false (proviso_history_get_can_redo (history));
}

/* Typing goes on in one undo step until the field is left. */
static void
test_seal (Fixture *fixture, gconstpointer data)
{
  GtkEditable *row = find_row (fixture->page, ADW_TYPE_ENTRY_ROW, "Attributed To");
  GtkWidget *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");

  gtk_widget_grab_focus (GTK_WIDGET (row));
  sample_settle ();
  gtk_editable_set_text (row, "A");
  gtk_editable_set_text (row, "An");
  gtk_widget_grab_focus (status);
  sample_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (row));
  sample_settle ();
  gtk_editable_set_text (row, "Ana");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "An");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "a trade newsletter");
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");
  ProvisoChoiceRow *kind = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Kind");

  g_assert_cmpint (proviso_choice_row_get_value (status), ==, PROVISO_CLAIM_STATUS_REPORTED);
  adw_combo_row_set_selected (ADW_COMBO_ROW (status), PROVISO_CLAIM_STATUS_DISPUTED);
  g_assert_cmpint (proviso_claim_get_status (fixture->sample->claim), ==, PROVISO_CLAIM_STATUS_DISPUTED);
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (status)), "Credible sources conflict"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), PROVISO_CLAIM_KIND_PREDICTION);
  g_assert_cmpint (proviso_claim_get_kind (fixture->sample->claim), ==, PROVISO_CLAIM_KIND_PREDICTION);
  undo (fixture);
  g_assert_cmpint (proviso_choice_row_get_value (kind), ==, PROVISO_CLAIM_KIND_EVENT);
  undo (fixture);
  g_assert_cmpint (proviso_choice_row_get_value (status), ==, PROVISO_CLAIM_STATUS_REPORTED);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (status)), "A named outlet"));
}

/* Where readers are told of it, it can be worded for them. */
static void
test_for_readers (Fixture *fixture, gconstpointer data)
{
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");
  GtkWidget *row = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Wording for Readers");

  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_CONFIRMED);
  g_assert_false (gtk_widget_get_visible (row));
  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_REPORTED);
  g_assert_true (gtk_widget_get_visible (row));
  gtk_text_buffer_set_text (get_buffer (PROVISO_TEXT_ROW (row)), "When it left, is not known.", -1);
  g_assert_cmpstr (proviso_claim_get_for_readers (fixture->sample->claim), ==, "When it left, is not known.");
  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_CONFIRMED);
  g_assert_true (gtk_widget_get_visible (row));
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");
  GtkWidget *reason = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reason");

  g_assert_false (gtk_widget_get_visible (reason));
  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_REFUTED);
  g_assert_true (gtk_widget_get_visible (reason));
  g_assert_true (gtk_widget_has_css_class (reason, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (reason)), ==, "Reason (Required)");
  gtk_text_buffer_set_text (get_buffer (PROVISO_TEXT_ROW (reason)), "The timetable lists it", -1);
  g_assert_false (gtk_widget_has_css_class (reason, "error"));
  g_assert_cmpstr (proviso_claim_get_reason (fixture->sample->claim), ==, "The timetable lists it");
  undo (fixture);
  g_assert_true (gtk_widget_has_css_class (reason, "error"));
  undo (fixture);
  g_assert_false (gtk_widget_get_visible (reason));
}

/* What the status asks for is said where the evidence does not carry it. */
static void
test_support (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");
  ProvisoEvidence *letter = proviso_record_list_peek (proviso_claim_get_evidence (sample->claim), 0);
  ProvisoEvidence *memo = proviso_record_list_peek (proviso_claim_get_evidence (sample->claim), 1);
  GtkWidget *row = find_child (fixture->page, PROVISO_TYPE_SUPPORT_ROW);
  AdwPreferencesGroup *group = find_child (fixture->page, PROVISO_TYPE_EVIDENCE_GROUP);

  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_CONFIRMED);
  g_assert_false (gtk_widget_get_visible (row));
  proviso_project_remove (sample->project, memo);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "“Confirmed” needs more than the sources here");
  /* Once, with the status. */
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (status)),
                            "A primary record, the responsible party on the record, or two independent sources"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  g_assert_cmpstr (adw_preferences_group_get_description (group), ==, "");
  proviso_project_set (sample->project, sample->newsletter, "type", PROVISO_SOURCE_TYPE_PRIMARY_DOCUMENT,
                       NULL);
  g_assert_false (gtk_widget_get_visible (row));
  proviso_project_remove (sample->project, letter);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "“Confirmed” needs a source");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_preferences_group_get_description (group), ==, "This claim names no source as evidence");

  gtk_widget_activate (row);
  sample_settle ();
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (sample->window)));
}

static void
test_authenticity (Fixture *fixture, gconstpointer data)
{
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");
  GtkWidget *authenticity = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Authenticity of the Leak");

  g_assert_false (gtk_widget_get_visible (authenticity));
  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_LEAKED);
  g_assert_true (gtk_widget_get_visible (authenticity));
  proviso_choice_row_choose (PROVISO_CHOICE_ROW (authenticity), PROVISO_AUTHENTICITY_UNKNOWN);
  g_assert_cmpint (proviso_claim_get_authenticity (fixture->sample->claim), ==, PROVISO_AUTHENTICITY_UNKNOWN);
}

static void
test_estimate (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = fixture->sample->claim;
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");
  ProvisoChoiceRow *estimate =
      find_row (fixture->page, PROVISO_TYPE_ESTIMATE_ROW, "Likelihood or Confidence");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (estimate)));
  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_ANALYSIS);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (estimate)));

  proviso_choice_row_choose (estimate, PROVISO_LIKELIHOOD_LIKELY);
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_LIKELY);
  proviso_choice_row_choose (estimate, PROVISO_ESTIMATE_CONFIDENCE (PROVISO_CONFIDENCE_HIGH));
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_NONE);
  g_assert_cmpint (proviso_claim_get_confidence (claim), ==, PROVISO_CONFIDENCE_HIGH);
  undo (fixture);
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_LIKELY);
  g_assert_cmpint (proviso_claim_get_confidence (claim), ==, PROVISO_CONFIDENCE_NONE);
  g_assert_cmpint (proviso_choice_row_get_value (estimate), ==, PROVISO_LIKELIHOOD_LIKELY);
  proviso_choice_row_choose (estimate, 0);
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_NONE);
}

static void
type_date (GtkEditable *row, const char *typed)
{
  gtk_editable_set_text (row, typed);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
test_date (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = fixture->sample->claim;
  GtkEditable *row = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, "As Of");
  GtkWidget *clear = find_button (GTK_WIDGET (row), "Clear Date");

  g_assert_cmpstr (gtk_editable_get_text (row), ==, "28 March 2026");
  type_date (row, "2026-04");
  g_assert_cmpstr (proviso_claim_get_as_of (claim), ==, "2026-04");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "April 2026");
  type_date (row, "soon");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "soon");
  g_assert_cmpstr (proviso_claim_get_as_of (claim), ==, "2026-04");
  type_date (row, "3 May 2026");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_cmpstr (proviso_claim_get_as_of (claim), ==, "2026-05-03");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "April 2026");
  g_signal_emit_by_name (clear, "clicked");
  g_assert_null (proviso_claim_get_as_of (claim));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
  g_assert_false (gtk_widget_get_visible (clear));
}

/* Leaving the row is as good as Return. */
static void
test_date_left (Fixture *fixture, gconstpointer data)
{
  GtkEditable *row = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, "As Of");
  GtkWidget *statement = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Claimed");

  gtk_widget_grab_focus (GTK_WIDGET (row));
  sample_settle ();
  gtk_editable_set_text (row, "2025");
  g_assert_cmpstr (proviso_claim_get_as_of (fixture->sample->claim), ==, "2026-03-28");
  gtk_widget_grab_focus (statement);
  sample_settle ();
  g_assert_cmpstr (proviso_claim_get_as_of (fixture->sample->claim), ==, "2025");
}

/* Words that are no date stay, with what is understood below them, until they are mended or cleared. */
static void
test_no_date (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkEditable *row = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, "As Of");
  GtkWidget *below;

  type_date (row, "31.2.2026");
  below = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (find_child (below, GTK_TYPE_LABEL)), "Not a date. Type a day"));
  type_date (row, "yesterday");
  g_assert_true (gtk_widget_get_next_sibling (GTK_WIDGET (row)) == below);

  /* On another page of the same claim, as if it had been left. */
  fixture->page = GTK_WIDGET (proviso_claim_page_new (sample->project, sample->selection, sample->claim));
  sample_push (sample, ADW_NAVIGATION_PAGE (fixture->page));
  row = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, "As Of");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "yesterday");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  below = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  g_assert_false (ADW_IS_PREFERENCES_ROW (below));
  g_assert_cmpstr (proviso_claim_get_as_of (sample->claim), ==, "2026-03-28");

  type_date (row, "2026-02");
  g_assert_cmpstr (proviso_claim_get_as_of (sample->claim), ==, "2026-02");
  g_assert_true (ADW_IS_PREFERENCES_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (row))));
}

static void
assert_button_named (Fixture *fixture, const char *row_title, const char *tooltip, const char *name)
{
  GtkWidget *row = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, row_title);

  gtk_test_accessible_assert_property (find_button (row, tooltip), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_date_buttons (Fixture *fixture, gconstpointer data)
{
  assert_button_named (fixture, "As Of", "Choose Date", "As Of: Choose Date");
  assert_button_named (fixture, "As Of", "Clear Date", "As Of: Clear Date");
  assert_button_named (fixture, "Review After", "Choose Date", "Review After: Choose Date");
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture->page, PROVISO_TYPE_DATE_ROW, "As Of");
  GtkMenuButton *button = GTK_MENU_BUTTON (find_button (row, "Choose Date"));
  GtkCalendar *calendar;
  g_autoptr (GDateTime) shown = NULL;

  gtk_menu_button_popup (button);
  sample_settle ();
  calendar = find_child (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_CALENDAR);
  shown = gtk_calendar_get_date (calendar);
  g_assert_cmpint (g_date_time_get_year (shown), ==, 2026);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 3);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 28);
  g_assert_cmpstr (proviso_claim_get_as_of (fixture->sample->claim), ==, "2026-03-28");

  /* Leafing through the months chooses nothing. */
  g_signal_emit_by_name (find_child (GTK_WIDGET (calendar), GTK_TYPE_BUTTON), "clicked");
  g_clear_pointer (&shown, g_date_time_unref);
  shown = gtk_calendar_get_date (calendar);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 2);
  g_assert_cmpstr (proviso_claim_get_as_of (fixture->sample->claim), ==, "2026-03-28");

  g_object_set (calendar, "month", 2, "day", 12, NULL);
  g_assert_cmpstr (proviso_claim_get_as_of (fixture->sample->claim), ==, "2026-03-12");
  gtk_menu_button_popdown (button);
}

static void
toast_cb (AdwNavigationPage *page, const char *title, gboolean can_undo, char **toast)
{
  g_assert_true (can_undo);
  g_set_str (toast, title);
}

static void
show_in_text_cb (ProvisoSelection *selection, ProvisoAnchor *anchor, ProvisoAnchor **shown)
{
  *shown = anchor;
}

static void
test_passages (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoRecordList *anchors = proviso_claim_get_anchors (sample->claim);
  g_autoptr (GPtrArray) rows = find_children (fixture->page, PROVISO_TYPE_PASSAGE_ROW);
  GtkWidget *add = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Add Passage");
  ProvisoAnchor *shown = NULL;
  g_autofree char *toast = NULL;

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==,
                   "“The island line will drop its night boat in May”");

  g_signal_connect (sample->selection, "show-in-text", G_CALLBACK (show_in_text_cb), &shown);
  gtk_widget_activate (rows->pdata[0]);
  g_assert_true (shown == proviso_record_list_peek (anchors, 0));
  click (rows->pdata[1]);
  g_assert_true (shown == proviso_record_list_peek (anchors, 1));

  /* What is written inside of it is read here. */
  proviso_text_replace (proviso_project_get_text (sample->project), 27, 0, "whole ");
  sample_settle ();
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==,
                   "“The whole island line will drop its night boat in May”");

  g_assert_false (gtk_widget_get_sensitive (add));
  proviso_selection_set_range (sample->selection, 2, 10);
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "activated");
  g_assert_cmpuint (proviso_record_list_get_size (anchors), ==, 3);
  g_ptr_array_unref (rows);
  rows = find_children (fixture->page, PROVISO_TYPE_PASSAGE_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[2]), ==, "“The Week”");
  /* The same words are tied once. */
  g_assert_false (gtk_widget_get_sensitive (add));
  proviso_selection_set_range (sample->selection, 2, 11);
  g_assert_false (gtk_widget_get_sensitive (add));
  g_assert_null (proviso_project_add_anchor (sample->project, sample->claim, 2, 11));
  g_assert_cmpuint (proviso_record_list_get_size (anchors), ==, 3);
  proviso_selection_set_range (sample->selection, 2, 5);
  g_assert_true (gtk_widget_get_sensitive (add));

  /* Tied to other words, and removed. */
  proviso_selection_set_range (sample->selection, 6, 10);
  gtk_widget_activate_action (rows->pdata[2], "passage.reattach", NULL);
  sample_settle ();
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[2]), ==, "“Week”");
  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  gtk_widget_activate_action (rows->pdata[2], "passage.remove", NULL);
  g_assert_cmpstr (toast, ==, "Passage removed");
  g_assert_cmpuint (proviso_record_list_get_size (anchors), ==, 2);
  undo (fixture);
  g_assert_cmpuint (proviso_record_list_get_size (anchors), ==, 3);
}

static void
test_lost_passage (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  g_autoptr (GPtrArray) rows = find_children (fixture->page, PROVISO_TYPE_PASSAGE_ROW);
  ProvisoText *text = proviso_project_get_text (sample->project);

  proviso_text_replace (text, 0, proviso_text_get_length (text), "Something else\n");
  sample_settle ();
  g_assert_true (gtk_widget_has_css_class (rows->pdata[0], "lost"));
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==,
                   "“The island line will drop its night boat in May”");
  undo (fixture);
  sample_settle ();
  g_assert_false (gtk_widget_has_css_class (rows->pdata[0], "lost"));
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoEvidence *evidence = proviso_record_list_peek (proviso_claim_get_evidence (sample->claim), 0);
  g_autoptr (GPtrArray) rows = find_children (fixture->page, PROVISO_TYPE_EVIDENCE_ROW);
  ProvisoTextRow *excerpt;

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, "Harbour Letter, issue 112");
  proviso_choice_row_choose (find_row (rows->pdata[0], PROVISO_TYPE_CHOICE_ROW, "Relation"),
                             PROVISO_RELATION_CONTRADICTS);
  g_assert_cmpint (proviso_evidence_get_relation (evidence), ==, PROVISO_RELATION_CONTRADICTS);
  g_assert_cmpstr (adw_expander_row_get_subtitle (rows->pdata[0]), ==,
                   "Contradicts · C – Fairly Reliable · 3 – Possibly True");
  excerpt = find_row (rows->pdata[0], PROVISO_TYPE_TEXT_ROW, "Excerpt");
  gtk_text_buffer_set_text (get_buffer (excerpt), "this spring", -1);
  g_assert_cmpstr (proviso_evidence_get_excerpt (evidence), ==, "this spring");
  proviso_project_set (sample->project, sample->newsletter, "title", "Harbour Letter 112", NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, "Harbour Letter 112");

  g_signal_emit_by_name (find_row (rows->pdata[0], ADW_TYPE_BUTTON_ROW, "_Remove Evidence"), "activated");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_claim_get_evidence (sample->claim)), ==, 1);
  g_assert_cmpuint (proviso_claim_get_n_sources (sample->claim), ==, 1);
  undo (fixture);
  g_assert_cmpuint (proviso_claim_get_n_sources (sample->claim), ==, 2);
}

static void
test_add_evidence (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  AdwDialog *dialog;
  ProvisoSource *source;

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Add _Evidence…"), "activated");
  sample_settle ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (sample->window));
  g_assert_nonnull (dialog);

  /* Nothing is called like that: Return makes it, and the link, in one step. */
  gtk_editable_set_text (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "Port register");
  g_signal_emit_by_name (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (sample->project)), ==, 3);
  source = proviso_record_list_peek (proviso_project_get_sources (sample->project), 2);
  g_assert_cmpstr (proviso_source_get_title (source), ==, "Port register");
  g_assert_cmpuint (proviso_claim_get_n_sources (sample->claim), ==, 3);
  undo (fixture);
  g_assert_cmpuint (proviso_claim_get_n_sources (sample->claim), ==, 2);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (sample->project)), ==, 2);
}

/* The link that was just made is where one goes on, whatever the page showed. */
static void
test_new_evidence_seen (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkScrolledWindow *scrolled = find_child (fixture->page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *row, *focus;
  graphene_rect_t bounds;

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Add _Evidence…"), "activated");
  sample_settle ();
  gtk_adjustment_set_value (adjustment, 0);
  gtk_editable_set_text (find_child (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (sample->window))),
                                     GTK_TYPE_SEARCH_ENTRY),
                         "Port register");
  g_signal_emit_by_name (find_child (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (sample->window))),
                                     GTK_TYPE_SEARCH_ENTRY),
                         "activate");
  for (guint i = 0; i < 10; i++)
    sample_settle ();

  rows = find_children (fixture->page, PROVISO_TYPE_EVIDENCE_ROW);
  row = rows->pdata[2];
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  focus = gtk_window_get_focus (GTK_WINDOW (sample->window));
  g_assert_true (focus == find_row (row, PROVISO_TYPE_CHOICE_ROW, "Relation"));
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (scrolled), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (GTK_WIDGET (scrolled)));
}

/* An empty register says how to make a source. */
static void
test_empty_register (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkWidget *dialog;
  AdwStatusPage *status;

  proviso_project_remove (sample->project, sample->newsletter);
  proviso_project_remove (sample->project, sample->memo);
  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Add _Evidence…"), "activated");
  sample_settle ();
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (sample->window)));
  status = find_child (dialog, ADW_TYPE_STATUS_PAGE);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (status)));
  g_assert_nonnull (strstr (adw_status_page_get_description (status), "press Enter"));
}

static void
test_pick_evidence (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoEvidence *evidence;
  AdwDialog *dialog;

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Add _Evidence…"), "activated");
  sample_settle ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (sample->window));
  gtk_editable_set_text (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "NIGHT boat");
  g_signal_emit_by_name (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (sample->project)), ==, 2);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_claim_get_evidence (sample->claim)), ==, 3);
  evidence = proviso_record_list_peek (proviso_claim_get_evidence (sample->claim), 2);
  g_assert_cmpstr (proviso_evidence_get_source (evidence), ==, proviso_source_get_id (sample->memo));
}

static void
show_in_panel_cb (ProvisoSelection *selection, ProvisoRecord *record, gboolean focus, ProvisoRecord **shown)
{
  *shown = record;
}

static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  g_autoptr (GPtrArray) rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);
  ProvisoRecord *shown = NULL;

  g_signal_connect (sample->selection, "show-in-panel", G_CALLBACK (show_in_panel_cb), &shown);
  g_assert_cmpuint (rows->len, ==, 1);
  gtk_widget_activate (rows->pdata[0]);
  g_assert_true (shown == PROVISO_RECORD (sample->caveat));

  /* How it stands, and how far that is agreed on. */
  proviso_project_settle_caveat (sample->project, sample->caveat, PROVISO_CAVEAT_STATE_ADDRESSED, NULL, NULL);
  proviso_project_confirm_caveat (sample->project, sample->caveat, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (rows->pdata[0]), ==,
                   "Imprecise Figure · Major · Addressed, confirmed");
  proviso_project_reopen_caveat (sample->project, sample->caveat, NULL, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (rows->pdata[0]), ==, "Imprecise Figure · Major · Reopened");

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Flag Caveat"), "activated");
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (sample->claim), ==, 2);
  g_assert_true (shown != PROVISO_RECORD (sample->caveat));
  g_ptr_array_unref (rows);
  rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);
  g_assert_cmpuint (rows->len, ==, 2);

  proviso_project_set (sample->project, sample->caveat, "claim", NULL, NULL);
  g_ptr_array_unref (rows);
  rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
}

static GtkWidget *
get_difference (Fixture *fixture, const char *title)
{
  return find_row (fixture->page, PROVISO_TYPE_DIFFERENCE_ROW, title);
}

static const char *
describe_difference (Fixture *fixture, const char *title)
{
  return proviso_difference_view_get_description (
      find_child (get_difference (fixture, title), PROVISO_TYPE_DIFFERENCE_VIEW));
}

/* What changed since the check is shown by its words, and no longer once it is changed back. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoText *text = proviso_project_get_text (sample->project);
  ProvisoEvidence *evidence = proviso_record_list_peek (proviso_claim_get_evidence (sample->claim), 0);
  g_autofree char *toast = NULL;

  g_assert_nonnull (find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Checked by Ana"));
  g_assert_false (gtk_widget_get_visible (get_difference (fixture, "Passages")));
  proviso_text_replace (text, 27, 0, "whole ");
  sample_settle ();
  g_assert_nonnull (find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Changed since checked by Ana"));
  g_assert_true (gtk_widget_get_visible (get_difference (fixture, "Passages")));
  g_assert_false (gtk_widget_get_visible (get_difference (fixture, "Statement")));
  g_assert_nonnull (strstr (describe_difference (fixture, "Passages"), "whole"));
  /* It goes on while it is stale already. */
  proviso_text_replace (text, 27, 5, "lesser");
  sample_settle ();
  g_assert_nonnull (strstr (describe_difference (fixture, "Passages"), "lesser"));
  proviso_text_replace (text, 27, 7, "");
  sample_settle ();
  g_assert_nonnull (find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Checked by Ana"));
  g_assert_false (gtk_widget_get_visible (get_difference (fixture, "Passages")));

  proviso_project_set (sample->project, sample->claim, "status", PROVISO_CLAIM_STATUS_CONFIRMED, "statement",
                       "The island line drops its night boat", NULL);
  proviso_project_set (sample->project, evidence, "excerpt", "in May", NULL);
  sample_settle ();
  g_assert_nonnull (strstr (describe_difference (fixture, "Status"), "Confirmed"));
  g_assert_nonnull (strstr (describe_difference (fixture, "Statement"), "drops"));
  g_assert_nonnull (strstr (describe_difference (fixture, "Evidence"), "in May"));

  g_assert_cmpstr (gtk_actionable_get_action_name (
                       find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Check Again")),
                   ==, "claim.check");
  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  gtk_widget_activate_action (fixture->page, "claim.check", NULL);
  g_assert_cmpstr (toast, ==, "Marked as checked");
  sample_settle ();
  g_assert_false (proviso_claim_get_check_stale (sample->claim));
  g_assert_false (gtk_widget_get_visible (get_difference (fixture, "Evidence")));
  undo (fixture);
  sample_settle ();
  g_assert_true (gtk_widget_get_visible (get_difference (fixture, "Evidence")));
  gtk_widget_activate_action (fixture->page, "claim.check", NULL);

  g_signal_emit_by_name (find_button (fixture->page, "Clear Check"), "clicked");
  g_assert_null (proviso_claim_get_check (sample->claim));
  g_assert_nonnull (find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Not Checked"));
  g_assert_nonnull (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Mark as _Checked"));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  g_autofree char *toast = NULL;
  ProvisoClaimPage *page = PROVISO_CLAIM_PAGE (fixture->page);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Delete Claim"), "activated");
  g_assert_cmpstr (toast, ==, "Claim deleted");
  sample_settle ();
  g_assert_null (page);
  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (sample->view)), ==,
                   "Claims");
  undo (fixture);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (sample->project)), ==, 2);
}

/* A page below the one that is shown goes too, by undo of what made its record. */
static void
test_gone_below (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoClaim *claim = proviso_project_add_claim (sample->project, 2, 10);
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (sample->view);
  AdwNavigationPage *top;

  sample_push (sample, proviso_claim_page_new (sample->project, sample->selection, claim));
  top = proviso_claim_page_new (sample->project, sample->selection, sample->empty);
  sample_push (sample, top);
  g_assert_cmpuint (g_list_model_get_n_items (stack), ==, 4);
  undo (fixture);
  sample_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (stack), ==, 3);
  g_assert_true (adw_navigation_view_get_visible_page (sample->view) == top);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  ProvisoChoiceRow *status = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Status");

  proviso_choice_row_choose (status, PROVISO_CLAIM_STATUS_CONFIRMED);
  sample_settle ();
  g_assert_nonnull (
      find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Status changed from Reported to Confirmed"));
  undo (fixture);
  sample_settle ();
  g_assert_null (find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Status changed from Reported to Confirmed"));
}

/* A button that would show one row is that row. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordList *events = proviso_claim_get_events (fixture->sample->claim);
  GtkWidget *more = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Show _Earlier Changes");

  while (proviso_record_list_get_size (events) < 6)
    {
      g_assert_false (gtk_widget_get_visible (more));
      proviso_project_mark_checked (fixture->sample->project, fixture->sample->claim);
      sample_settle ();
    }
  g_assert_true (gtk_widget_get_visible (more));
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  ProvisoTextRow *row = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Claimed");

  proviso_record_page_focus_first (PROVISO_RECORD_PAGE (fixture->page));
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (row)));
  g_assert_true (gtk_text_buffer_get_has_selection (get_buffer (row)));
  proviso_record_page_focus_control (PROVISO_RECORD_PAGE (fixture->page), TRUE);
  sample_settle ();
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->sample->window)),
                                             PROVISO_TYPE_CHECK_GROUP));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/claim-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("text", test_text);
  ADD ("single-paragraph", test_single_paragraph);
  ADD ("cursor", test_cursor);
  ADD ("entry", test_entry);
  ADD ("long-text", test_long_text);
  ADD ("selection-left", test_selection_left);
  ADD ("no-echo", test_no_echo);
  ADD ("seal", test_seal);
  ADD ("choice", test_choice);
  ADD ("for-readers", test_for_readers);
  ADD ("reason", test_reason);
  ADD ("support", test_support);
  ADD ("authenticity", test_authenticity);
  ADD ("estimate", test_estimate);
  ADD ("date", test_date);
  ADD ("no-date", test_no_date);
  ADD ("date-left", test_date_left);
  ADD ("date-buttons", test_date_buttons);
  ADD ("calendar", test_calendar);
  ADD ("passages", test_passages);
  ADD ("lost-passage", test_lost_passage);
  ADD ("evidence", test_evidence);
  ADD ("add-evidence", test_add_evidence);
  ADD ("new-evidence-seen", test_new_evidence_seen);
  ADD ("empty-register", test_empty_register);
  ADD ("pick-evidence", test_pick_evidence);
  ADD ("caveats", test_caveats);
  ADD ("check", test_check);
  ADD ("delete", test_delete);
  ADD ("gone-below", test_gone_below);
  ADD ("history", test_history);
  ADD ("earlier", test_earlier);
  ADD ("focus", test_focus);

  return g_test_run ();
}
