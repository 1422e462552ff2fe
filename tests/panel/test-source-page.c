/* test-source-page.c: the page of a source edits the record, and follows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"
#include "panel/sample.h"

#include "panel/proviso-address-row.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-deletion.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-source-page.h"
#include "panel/proviso-suggest-row.h"

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
  fixture->page =
      GTK_WIDGET (proviso_source_page_new (sample->project, sample->selection, sample->newsletter));
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
  ProvisoSource *source = fixture->sample->newsletter;
  GtkEditable *publisher = find_row (fixture->page, ADW_TYPE_ENTRY_ROW, "Publisher");
  ProvisoChoiceRow *reliability = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Reliability");
  AdwSwitchRow *confidential = find_row (fixture->page, ADW_TYPE_SWITCH_ROW, "Confidential");

  gtk_editable_set_text (publisher, "Quay Press");
  g_assert_cmpstr (proviso_source_get_publisher (source), ==, "Quay Press");
  proviso_choice_row_choose (reliability, PROVISO_RELIABILITY_B);
  g_assert_cmpint (proviso_source_get_reliability (source), ==, PROVISO_RELIABILITY_B);
  adw_switch_row_set_active (confidential, TRUE);
  g_assert_true (proviso_source_get_confidential (source));
  undo (fixture);
  g_assert_false (adw_switch_row_get_active (confidential));
  undo (fixture);
  g_assert_cmpint (proviso_choice_row_get_value (reliability), ==, PROVISO_RELIABILITY_C);
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (publisher), ==, "Harbour Letter");
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *address;
    gboolean opens;
  } cases[] = {
    { "https://example.org/a", TRUE }, { "http://example.org", TRUE }, { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },   { "example.org", FALSE },       { "https://", FALSE },
  };
  GtkWidget *row = find_row (fixture->page, PROVISO_TYPE_ADDRESS_ROW, "Web Address");
  GtkWidget *button = find_button (row, "Open in Browser");

  g_assert_true (gtk_widget_get_sensitive (button));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].address);
      g_assert_cmpstr (proviso_source_get_url (fixture->sample->newsletter), ==, cases[i].address);
      g_assert_cmpint (gtk_widget_get_sensitive (button), ==, cases[i].opens);
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_null (proviso_source_get_url (fixture->sample->newsletter));
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkWidget *row;
  GtkMenuButton *button;
  g_autoptr (GPtrArray) rows = NULL;
  GtkListBox *list;

  proviso_project_add_source (sample->project, "Another");
  sample_push (sample, proviso_source_page_new (sample->project, sample->selection, sample->memo));
  row = find_row (GTK_WIDGET (adw_navigation_view_get_visible_page (sample->view)), PROVISO_TYPE_SUGGEST_ROW,
                  "Independence Group");
  button = GTK_MENU_BUTTON (find_button (row, "Choose from Those in Use"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  gtk_menu_button_popup (button);
  sample_settle ();
  list = find_child (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_LIST_BOX);
  rows = find_children (GTK_WIDGET (list), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
  g_signal_emit_by_name (list, "row-activated", rows->pdata[0]);
  g_assert_cmpstr (proviso_source_get_independence_group (sample->memo), ==, "Harbour Letter and its copies");
}

static void
test_use (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  g_autoptr (GPtrArray) rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);

  g_assert_cmpuint (rows->len, ==, 1);
  proviso_project_add_evidence (sample->project, sample->empty, sample->newsletter);
  sample_settle ();
  g_ptr_array_unref (rows);
  rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);
  g_assert_cmpuint (rows->len, ==, 2);
}

static void
test_much_used (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkWidget *more = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "Show _More");
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_false (gtk_widget_get_visible (more));
  for (guint i = 0; i < 29; i++)
    proviso_project_add_evidence (sample->project, proviso_project_add_claim (sample->project, 2, 10),
                                  sample->newsletter);
  sample_settle ();
  rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);
  g_assert_cmpuint (rows->len, ==, 10);
  g_assert_true (gtk_widget_get_visible (more));
  g_signal_emit_by_name (more, "activated");
  g_ptr_array_unref (rows);
  rows = find_children (fixture->page, PROVISO_TYPE_LINK_ROW);
  g_assert_cmpuint (rows->len, ==, 30);
  g_assert_false (gtk_widget_get_visible (more));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  AdwAlertDialog *dialog;
  ProvisoRecordList *sources = proviso_project_get_sources (sample->project);

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Delete Source"), "activated");
  sample_settle ();
  dialog = ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (sample->window)));
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "Delete Source?");
  g_assert_cmpstr (adw_alert_dialog_get_body (dialog), ==,
                   "1 claim names it as evidence, and will lose that link:\n\n"
                   "“The island line will drop its night boat in May”");
  g_signal_emit_by_name (dialog, "response", "cancel");
  g_assert_cmpuint (proviso_record_list_get_size (sources), ==, 2);
  g_signal_emit_by_name (dialog, "response", "delete");
  g_assert_cmpuint (proviso_record_list_get_size (sources), ==, 1);
  g_assert_cmpuint (proviso_claim_get_n_sources (sample->claim), ==, 1);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  sample_settle ();
  undo (fixture);
  g_assert_cmpuint (proviso_record_list_get_size (sources), ==, 2);
  g_assert_cmpuint (proviso_claim_get_n_sources (sample->claim), ==, 2);
}

static void
test_describe_use (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoSource *unused = proviso_project_add_source (sample->project, "Unused");
  g_autofree char *none = proviso_deletion_describe_use (sample->project, unused);
  g_autofree char *many = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_null (none);
  for (guint i = 0; i < 4; i++)
    proviso_project_add_evidence (sample->project, proviso_project_add_claim (sample->project, 2, 10),
                                  unused);
  many = proviso_deletion_describe_use (sample->project, unused);
  lines = g_strsplit (many, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_true (g_str_has_prefix (lines[0], "4 claims"));
  g_assert_cmpstr (lines[5], ==, "and 1 more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/source-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("fields", test_fields);
  ADD ("address", test_address);
  ADD ("group", test_group);
  ADD ("use", test_use);
  ADD ("much-used", test_much_used);
  ADD ("delete", test_delete);
  ADD ("describe-use", test_describe_use);

  return g_test_run ();
}
