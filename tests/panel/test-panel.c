/* test-panel.c: the panel as a person uses it: rows, search, selection both ways, deleting, empty lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel-project.h"

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "merge/proviso-suggestion.h"
#include "panel/proviso-check-group.h"
#include "panel/proviso-filter-popover.h"
#include "panel/proviso-panel.h"
#include "panel/proviso-record-browser.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-record-row.h"
#include "panel/proviso-state-group.h"
#include "storage/proviso-codec.h"

#include <string.h>

typedef struct
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  GtkWidget *window;
  ProvisoPanel *panel;
  GtkWidget *outside; /* an entry beside the panel, in the draft's place */

  ProvisoAnchor *shown; /* the last passage asked for, not referenced */
  guint n_shown;
  char *toast;
  gboolean toast_undo;
} Fixture;

static void
show_in_text_cb (Fixture *fixture, ProvisoAnchor *anchor)
{
  fixture->shown = anchor;
  fixture->n_shown++;
}

static void
toast_cb (Fixture *fixture, const char *title, gboolean undo)
{
  fixture->toast_undo = undo;
  g_set_str (&fixture->toast, title);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
show (Fixture *fixture, ProvisoProject *project)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture->project = project;
  fixture->selection = proviso_selection_new ();
  g_signal_connect_swapped (fixture->selection, "show-in-text", G_CALLBACK (show_in_text_cb), fixture);

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 800);
  fixture->outside = gtk_entry_new ();
  fixture->panel = PROVISO_PANEL (proviso_panel_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (fixture->panel), TRUE);
  g_signal_connect_swapped (fixture->panel, "toast", G_CALLBACK (toast_cb), fixture);
  gtk_box_append (GTK_BOX (box), fixture->outside);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->panel));
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  proviso_panel_set_project (fixture->panel, project, fixture->selection);
  gtk_window_present (GTK_WINDOW (fixture->window));
  panel_wait (is_mapped, fixture->panel);
  gtk_widget_grab_focus (fixture->outside);
  panel_drain ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  show (fixture, panel_project_new ());
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture, panel_project_new_with_text ("Nothing is claimed here. Yet."));
}

static void
set_up_large (Fixture *fixture, gconstpointer data)
{
  show (fixture, panel_project_new_large (300));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* Animations and idle work may hold on to pages for a moment. */
  panel_drain ();
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->project);
  g_free (fixture->toast);
}

static void
activate (Fixture *fixture, const char *action)
{
  GActionGroup *actions = proviso_panel_get_action_group (fixture->panel);

  g_assert_true (g_action_group_get_action_enabled (actions, action));
  g_action_group_activate_action (actions, action, NULL);
  panel_drain ();
}

static gboolean
is_visible (GtkWidget *widget, gpointer data)
{
  return gtk_widget_get_mapped (widget);
}

static ProvisoRecordBrowser *
get_browser (Fixture *fixture)
{
  return PROVISO_RECORD_BROWSER (
      panel_find (GTK_WIDGET (fixture->panel), PROVISO_TYPE_RECORD_BROWSER, is_visible, NULL));
}

static GtkWidget *
get_search_entry (Fixture *fixture)
{
  return panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
}

static gboolean
has_label (GtkWidget *button, gpointer label)
{
  return gtk_widget_get_mapped (button) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0;
}

static gboolean
shows_record (GtkWidget *row, gpointer record)
{
  return gtk_widget_get_mapped (row) && proviso_record_row_get_record (PROVISO_RECORD_ROW (row)) == record;
}

static ProvisoRecordRow *
get_row (Fixture *fixture, gpointer record)
{
  GtkWidget *row = panel_find (GTK_WIDGET (fixture->panel), PROVISO_TYPE_RECORD_ROW, shows_record, record);

  g_assert_nonnull (row);

  return PROVISO_RECORD_ROW (row);
}

static ProvisoRecordPage *
get_page (Fixture *fixture)
{
  return (ProvisoRecordPage *) panel_find (GTK_WIDGET (fixture->panel), PROVISO_TYPE_RECORD_PAGE, is_visible,
                                           NULL);
}

static gpointer
get_claim (Fixture *fixture, guint position)
{
  return proviso_record_list_peek (proviso_project_get_claims (fixture->project), position);
}

static gpointer
get_caveat (Fixture *fixture, guint position)
{
  return proviso_record_list_peek (proviso_project_get_caveats (fixture->project), position);
}

static gpointer
get_source (Fixture *fixture, guint position)
{
  return proviso_record_list_peek (proviso_project_get_sources (fixture->project), position);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Whether the focus is on the row of `record`. */
static gboolean
has_row_focus (Fixture *fixture, gpointer record)
{
  return has_focus_within (gtk_widget_get_parent (GTK_WIDGET (get_row (fixture, record))));
}

static gboolean
is_heading_known (gpointer fixture)
{
  g_autofree char *label = NULL;
  GtkWidget *row = GTK_WIDGET (get_row (fixture, get_claim (fixture, 0)));

  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "The port authority closed two of its five berths in May. "
                                             "Confirmed, Event, as of 12 May 2026, 2 sources. In “Harbour "
                                             "lights”") == NULL;
}

static void
assert_label (Fixture *fixture, gpointer record, const char *label)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (get_row (fixture, record)));

  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* What a screen reader says of a row is what the row shows. */
static void
test_claim_rows (Fixture *fixture, gconstpointer data)
{
  panel_wait (is_heading_known, fixture);
  assert_label (fixture, get_claim (fixture, 1),
                "The mayor called the closure temporary. Stated, Statement, no source. In “Harbour lights”");
  assert_label (fixture, get_claim (fixture, 3),
                "The closure costs about 1.2 million a month. Reported, Quantity, as of May 2026, 1 source. "
                "2 open caveats. Changed since checked by Tester. In “What it costs”");
  assert_label (fixture, get_claim (fixture, 2),
                "Reportedly the dredging contract was never signed. Unconfirmed, Event, no source. Passage "
                "lost. "
                "Not in the text");

  /* Rows follow their record. */
  proviso_project_set (fixture->project, get_claim (fixture, 1), "status", PROVISO_CLAIM_STATUS_DISPUTED,
                       "statement", "", NULL);
  proviso_project_add_evidence (fixture->project, get_claim (fixture, 1), get_source (fixture, 0));
  proviso_project_set (fixture->project, get_caveat (fixture, 0), "state", PROVISO_CAVEAT_STATE_DISMISSED,
                       NULL);
  panel_settle ();
  assert_label (fixture, get_claim (fixture, 1),
                "Untitled claim. Disputed, Statement, 1 source. In “Harbour lights”");
  assert_label (fixture, get_claim (fixture, 3),
                "The closure costs about 1.2 million a month. Reported, Quantity, as of May 2026, 1 source. "
                "1 open caveat. Changed since checked by Tester. In “What it costs”");
}

/* What waits among the claims says why it does. */
static void
test_waiting_claims (Fixture *fixture, gconstpointer data)
{
  GListModel *listed = proviso_record_browser_get_listed (get_browser (fixture));

  panel_wait (is_heading_known, fixture);
  proviso_record_filter_set_options (proviso_record_browser_get_filter (get_browser (fixture)), 0,
                                     PROVISO_OPTION (0));
  panel_drain ();
  g_assert_cmpuint (g_list_model_get_n_items (listed), ==, 1);
  assert_label (fixture, get_claim (fixture, 3),
                "The closure costs about 1.2 million a month. Reported, Quantity, as of May 2026, 1 source. "
                "2 open caveats. Changed since checked by Tester. In “What it costs”");
}

static void
test_caveat_rows (Fixture *fixture, gconstpointer data)
{
  panel_wait (is_heading_known, fixture);
  activate (fixture, "show-caveats");
  assert_label (fixture, get_caveat (fixture, 1),
                "Which currency? “The closure costs about 1.2 million a month”. Open, Minor, Imprecise "
                "Figure, Tester. "
                "In “What it costs”");
  /* Without words of its own it goes by its type, without a claim by its passage. */
  assert_label (fixture, get_caveat (fixture, 4),
                "Inference Gap. “It is likely to stay low”. Accepted, to confirm, Minor, Inference Gap, Tester. In “What it "
                "costs”");

  /* What it suggests is told while it can be applied. */
  proviso_project_set (fixture->project, get_caveat (fixture, 1), "suggestion", "It costs money", NULL);
  panel_drain ();
  assert_label (fixture, get_caveat (fixture, 1),
                "Which currency? “The closure costs about 1.2 million a month”. Open, Minor, Imprecise Figure, Tester. "
                "Suggestion. In “What it costs”");
  g_assert_true (proviso_suggestion_apply (fixture->project, get_caveat (fixture, 1), NULL));
  panel_settle ();
  assert_label (fixture, get_caveat (fixture, 1),
                "Which currency? “The closure costs about 1.2 million a month”. Addressed, to confirm, Minor, Imprecise "
                "Figure, Tester. In “What it costs”");
  proviso_history_undo (proviso_project_get_history (fixture->project));
  proviso_history_undo (proviso_project_get_history (fixture->project));
  panel_settle ();

  /* The claim's words show in its caveats' rows. */
  proviso_project_set (fixture->project, get_claim (fixture, 3), "statement", "It takes money", NULL);
  panel_drain ();
  assert_label (fixture, get_caveat (fixture, 1),
                "Which currency? “It takes money”. Open, Minor, Imprecise Figure, Tester. In “What it costs”");
}

static GtkWidget *
find_chip (Fixture *fixture, const char *label)
{
  return panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_TOGGLE_BUTTON, has_label, (gpointer) label);
}

static gboolean
has_text (GtkWidget *label, gpointer text)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text);
}

/* The other one has an icon alone. */
static gboolean
is_filter_button (GtkWidget *button, gpointer data)
{
  return gtk_menu_button_get_child (GTK_MENU_BUTTON (button)) != NULL;
}

/* On the button above the list, and in the filter's popover. */
static void
assert_waiting_means (Fixture *fixture, const char *meaning)
{
  GtkWidget *button =
      panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_MENU_BUTTON, is_filter_button, NULL);
  GtkWidget *popover;

  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_chip (fixture, "Waiting for Me 3")), ==, meaning);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = panel_find (button, PROVISO_TYPE_FILTER_POPOVER, NULL, NULL);
  panel_wait (is_mapped, popover);
  g_assert_nonnull (panel_find (popover, GTK_TYPE_LABEL, has_text, (gpointer) meaning));
  gtk_popover_popdown (GTK_POPOVER (popover));
  panel_drain ();
}

/* The buttons above the caveats say how many there are to do, and show them. */
static void
test_chips (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordFilter *filter;

  activate (fixture, "show-caveats");
  filter = proviso_record_browser_get_filter (get_browser (fixture));
  g_assert_nonnull (find_chip (fixture, "Open 3"));
  g_assert_nonnull (find_chip (fixture, "Waiting for Me 3"));
  assert_waiting_means (fixture, "Outside review mode, what is to be settled");
  /* The groups have their headers from the start. */
  g_assert_nonnull (gtk_list_view_get_header_factory (
      GTK_LIST_VIEW (panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_LIST_VIEW, NULL, NULL))));
  g_assert_null (find_chip (fixture, "Reopened 0"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "To Confirm 2")), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (proviso_record_browser_get_listed (get_browser (fixture))), ==, 2);
  /* Nothing is open and to be confirmed. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "Open 3")), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (proviso_record_browser_get_listed (get_browser (fixture))), ==, 3);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "To Confirm 2"))));

  g_assert_true (proviso_project_settle_caveat (fixture->project, get_caveat (fixture, 0),
                                                PROVISO_CAVEAT_STATE_ADDRESSED, NULL, NULL));
  panel_drain ();
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "Open 2"))));
  g_assert_nonnull (find_chip (fixture, "To Confirm 3"));
  proviso_panel_set_reviewing (fixture->panel, TRUE);
  g_assert_nonnull (find_chip (fixture, "Waiting for Me 3"));
  assert_waiting_means (fixture, "In review mode, what is to be confirmed");
  proviso_record_filter_clear (filter);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_chip (fixture, "Open 2"))));
}

static void
test_source_rows (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "show-sources");
  assert_label (fixture, get_source (fixture, 0),
                "Notice to mariners 14/2026. Port authority. Official Statement, 1 claim. "
                "Reliability: A – Completely Reliable");
  assert_label (fixture, get_source (fixture, 2),
                "Cost memo, harbour finance department. Leaked Document, 1 claim. "
                "Reliability: B – Usually Reliable. Confidential");
  assert_label (fixture, get_source (fixture, 3),
                "Untitled source. Primary Document, not used. Reliability not judged");
}

static gboolean
has_icon (GtkWidget *image, gpointer icon_name)
{
  return gtk_widget_get_mapped (image) &&
         g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), icon_name) == 0;
}

static GtkWidget *
find_icon (Fixture *fixture, gpointer record, const char *icon_name)
{
  return panel_find (GTK_WIDGET (get_row (fixture, record)), GTK_TYPE_IMAGE, has_icon, (gpointer) icon_name);
}

/* How many caveats are open on a claim is said with the sign of the highest severity among them. */
static void
test_severity (Fixture *fixture, gconstpointer data)
{
  static const char *const icon_names[] = { "proviso-severity-blocker-symbolic", "proviso-severity-major-symbolic",
                                            "proviso-severity-minor-symbolic", "proviso-severity-note-symbolic" };
  ProvisoClaim *claim = get_claim (fixture, 0);
  ProvisoCaveat *caveats[2];

  for (guint i = 0; i < G_N_ELEMENTS (caveats); i++)
    {
      caveats[i] = proviso_project_add_caveat (fixture->project, claim, 0, 0);
      proviso_project_set (fixture->project, caveats[i], "severity", PROVISO_CAVEAT_SEVERITY_NOTE, NULL);
    }
  for (int severity = PROVISO_CAVEAT_SEVERITY_NOTE; severity >= 0; severity--)
    {
      proviso_project_set (fixture->project, caveats[1], "severity", severity, NULL);
      panel_settle ();
      for (int i = 0; i < (int) G_N_ELEMENTS (icon_names); i++)
        g_assert_true ((find_icon (fixture, claim, icon_names[i]) != NULL) == (i == severity));
    }
}

static void
test_select_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list_view = panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_LIST_VIEW, NULL, NULL);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list_view));
  ProvisoClaim *second = get_claim (fixture, 1);

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (second));
  g_assert_true (fixture->shown == proviso_record_list_peek (proviso_claim_peek_anchors (second), 0));
  g_assert_cmpuint (fixture->n_shown, ==, 1);

  /* A caveat without a passage of its own shows its claim's, and stays the one that is selected. */
  activate (fixture, "show-caveats");
  list_view = panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_LIST_VIEW, NULL, NULL);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)), 0, TRUE);
  g_assert_true (proviso_selection_get_record (fixture->selection) == get_caveat (fixture, 0));
  g_assert_true (fixture->shown ==
                 proviso_record_list_peek (proviso_claim_peek_anchors (get_claim (fixture, 3)), 0));
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_caveat (fixture, 0));
}

/* A selection made elsewhere moves the highlight and nothing else. */
static void
test_follow_selection (Fixture *fixture, gconstpointer data)
{
  proviso_selection_set_record (fixture->selection, get_claim (fixture, 6));
  panel_drain ();
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_claim (fixture, 6));
  g_assert_true (has_focus_within (fixture->outside));
  g_assert_cmpuint (fixture->n_shown, ==, 0);
  g_assert_null (get_page (fixture));

  proviso_selection_set_record (fixture->selection, NULL);
  panel_drain ();
  g_assert_null (proviso_record_browser_get_selected (get_browser (fixture)));
  g_assert_cmpuint (fixture->n_shown, ==, 0);
}

static void
assert_found (Fixture *fixture, const char *words, ProvisoRecord *record)
{
  GListModel *listed = proviso_record_browser_get_listed (get_browser (fixture));
  g_autoptr (ProvisoRecord) first = NULL;

  proviso_record_filter_set_search (proviso_record_browser_get_filter (get_browser (fixture)), words);
  panel_drain ();
  g_assert_cmpuint (g_list_model_get_n_items (listed), ==, 1);
  first = g_list_model_get_item (listed, 0);
  g_assert_true (first == record);
}

/* What readers are told is looked for like what stands in the record. */
static void
test_search_for_readers (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = get_claim (fixture, 2);
  ProvisoCaveat *caveat = get_caveat (fixture, 4);

  proviso_project_set (fixture->project, claim, "for-readers", "We could not learn who signed", NULL);
  assert_found (fixture, "learn signed", PROVISO_RECORD (claim));
  activate (fixture, "show-caveats");
  proviso_project_set (fixture->project, caveat, "for-readers", "Forecasts differ widely", NULL);
  assert_found (fixture, "forecasts differ", PROVISO_RECORD (caveat));
}

/* The highlight comes back with its row. */
static void
test_filter_keeps_selection (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordFilter *filter = proviso_record_browser_get_filter (get_browser (fixture));

  proviso_selection_set_record (fixture->selection, get_claim (fixture, 0));
  proviso_record_filter_set_search (filter, "memo");
  panel_drain ();
  g_assert_true (proviso_selection_get_record (fixture->selection) == get_claim (fixture, 0));
  g_assert_null (proviso_record_browser_get_selected (get_browser (fixture)));
  proviso_record_filter_clear (filter);
  panel_drain ();
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_claim (fixture, 0));

  /* So does that of a record which changes. */
  proviso_project_set (fixture->project, get_claim (fixture, 0), "statement", "Two berths are closed", NULL);
  panel_drain ();
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_claim (fixture, 0));
  g_assert_cmpuint (fixture->n_shown, ==, 0);
}

static GtkListView *
get_list_view (Fixture *fixture)
{
  return GTK_LIST_VIEW (panel_find (GTK_WIDGET (get_browser (fixture)), GTK_TYPE_LIST_VIEW, NULL, NULL));
}

static gboolean
has_all_rows (gpointer fixture)
{
  GtkSelectionModel *rows = gtk_list_view_get_model (get_list_view (fixture));

  return g_list_model_get_n_items (G_LIST_MODEL (rows)) ==
         g_list_model_get_n_items (proviso_record_browser_get_listed (get_browser (fixture)));
}

/* Where a filter changes most rows, the first come at once and others frame by frame, the highlight with them;
 * wherever the list stood; but a list where the keyboard is keeps its place, and so does one whose filter is taken
 * back. */
static void
test_filter_many (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordFilter *filter = proviso_record_browser_get_filter (get_browser (fixture));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list_view (fixture)));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_list_view (fixture)));
  ProvisoRecord *claim = get_claim (fixture, 250);
  g_autofree char *count = NULL;
  guint start, end;

  panel_wait (has_all_rows, fixture);
  panel_settle ();
  proviso_selection_set_record (fixture->selection, claim);
  panel_settle ();
  gtk_adjustment_set_value (adjustment, 0);
  panel_settle ();

  proviso_record_filter_set_search (filter, "district 1");
  g_assert_false (has_all_rows (fixture));
  g_assert_null (gtk_single_selection_get_selected_item (selection));
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == claim);
  g_assert_true (
      g_action_group_get_action_enabled (proviso_panel_get_action_group (fixture->panel), "delete-record"));
  /* The header counts them all. */
  gtk_section_model_get_section (
      GTK_SECTION_MODEL (proviso_record_browser_get_listed (get_browser (fixture))), 0, &start, &end);
  count = g_strdup_printf ("%u", end);
  g_assert_nonnull (panel_find (GTK_WIDGET (get_list_view (fixture)), GTK_TYPE_LABEL, has_text, count));
  panel_wait (has_all_rows, fixture);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == claim);
  panel_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_true (has_focus_within (fixture->outside));

  /* The keyboard comes to the row that is highlighted, whether it has come or not. */
  proviso_record_filter_clear (filter);
  g_assert_false (has_all_rows (fixture));
  proviso_record_browser_focus_list (get_browser (fixture));
  panel_settle ();
  g_assert_true (has_row_focus (fixture, claim));
  gtk_widget_grab_focus (fixture->outside);
  gtk_adjustment_set_value (adjustment, 0);
  panel_settle ();
  proviso_record_filter_set_search (filter, "district 1");
  panel_wait (has_all_rows, fixture);
  proviso_record_browser_focus_list (get_browser (fixture));
  panel_settle ();
  g_assert_true (has_row_focus (fixture, claim));

  proviso_record_filter_clear (filter);
  g_assert_true (has_all_rows (fixture));
  panel_settle ();
  g_assert_true (has_row_focus (fixture, claim));
  proviso_record_filter_set_search (filter, "district 1");
  g_assert_true (has_all_rows (fixture));
  panel_settle ();
  g_assert_true (has_row_focus (fixture, claim));
  gtk_widget_grab_focus (fixture->outside);
  proviso_record_filter_clear (filter);
  g_assert_true (has_all_rows (fixture));
  panel_settle ();
  get_row (fixture, claim);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  proviso_record_filter_set_search (filter, "district 1");
  g_assert_false (has_all_rows (fixture));
  panel_wait (has_all_rows, fixture);
  panel_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Another order is shown from its start as well. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  panel_settle ();
  proviso_record_browser_set_order (get_browser (fixture), "status");
  g_assert_false (has_all_rows (fixture));
  panel_wait (has_all_rows, fixture);
  panel_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* What is to be shown is scrolled to, though the filter has just let it in. */
  proviso_record_filter_set_search (filter, "district 1");
  gtk_adjustment_set_value (adjustment, 0);
  panel_settle ();
  proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 255), FALSE);
  panel_settle ();
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_claim (fixture, 255));
  get_row (fixture, get_claim (fixture, 255));
}

static void
test_show_in_panel (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordFilter *filter = proviso_record_browser_get_filter (get_browser (fixture));

  proviso_record_filter_set_search (filter, "memo");
  activate (fixture, "show-sources");

  proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 6), FALSE);
  panel_drain ();
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_claim (fixture, 6));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_search_entry (fixture))), ==, "");
  g_assert_null (get_page (fixture));
  g_assert_true (has_focus_within (fixture->outside));

  /* Filters that do not hide it stay. */
  proviso_record_filter_set_search (filter, "traffic");
  proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 6), TRUE);
  panel_drain ();
  g_assert_cmpstr (proviso_record_filter_get_search (filter), ==, "traffic");
  g_assert_nonnull (get_page (fixture));
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_claim (fixture, 6));
  g_assert_true (has_focus_within (GTK_WIDGET (get_page (fixture))));

  /* An open page follows. */
  proviso_selection_show_in_panel (fixture->selection, get_caveat (fixture, 2), FALSE);
  panel_drain ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_caveat (fixture, 2));
  activate (fixture, "back");
  g_assert_null (get_page (fixture));
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_caveat (fixture, 2));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* A stray letter changes nothing on a page that was just opened. */
static void
test_no_filled_entry (Fixture *fixture, gconstpointer data)
{
  ProvisoRecord *const records[] = { get_claim (fixture, 0), get_caveat (fixture, 0), get_source (fixture, 0) };
  GtkWidget *focus;

  for (int reviewing = 0; reviewing < 2; reviewing++)
    {
      proviso_panel_set_reviewing (fixture->panel, reviewing != 0);
      for (guint i = 0; i < G_N_ELEMENTS (records); i++)
        {
          proviso_selection_show_in_panel (fixture->selection, records[i], TRUE);
          panel_drain ();
          g_assert_true (has_focus_within (GTK_WIDGET (get_page (fixture))));
          g_assert_false (GTK_IS_TEXT_VIEW (get_focus (fixture)));
          g_assert_false (GTK_IS_EDITABLE (get_focus (fixture)));
          if (reviewing && i < 2)
            g_assert_nonnull (gtk_widget_get_ancestor (get_focus (fixture),
                                                       i == 0 ? PROVISO_TYPE_CHECK_GROUP : PROVISO_TYPE_STATE_GROUP));
        }
    }

  /* Who is there already stays where they are. */
  proviso_selection_show_in_panel (fixture->selection, records[1], TRUE);
  panel_drain ();
  gtk_widget_child_focus (GTK_WIDGET (get_page (fixture)), GTK_DIR_TAB_FORWARD);
  focus = get_focus (fixture);
  proviso_selection_show_in_panel (fixture->selection, records[1], TRUE);
  panel_drain ();
  g_assert_true (get_focus (fixture) == focus);
  proviso_panel_set_reviewing (fixture->panel, FALSE);
}

/* What is not wanted leaves nothing behind, not even a step to undo. */
static void
test_blank (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "new-claim", "new-caveat", "new-source" };
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  guint64 before;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      ProvisoRecord *touched;

      /* By Back, and by opening another page. */
      for (int by_back = 0; by_back < 2; by_back++)
        {
          g_autoptr (ProvisoRecord) open = NULL;

          before = proviso_history_get_token (history);
          proviso_selection_set_range (fixture->selection, 25, i == 1 ? 28 : 25);
          activate (fixture, actions[i]);
          open = g_object_ref (proviso_record_page_get_record (get_page (fixture)));
          g_assert_true (proviso_history_has_just_made (history, open));
          if (by_back)
            {
              activate (fixture, "back");
              g_assert_null (get_page (fixture));
            }
          else
            {
              gtk_widget_grab_focus (fixture->outside);
              proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 0), TRUE);
              panel_drain ();
              activate (fixture, "back");
            }
          g_assert_null (proviso_record_get_owner (open));
          g_assert_true (proviso_selection_get_record (fixture->selection) != open);
          g_assert_cmpuint (proviso_history_get_token (history), ==, before);
          g_assert_false (proviso_history_get_can_redo (history));
        }

      /* Somebody did something to it. */
      activate (fixture, actions[i]);
      touched = proviso_record_page_get_record (get_page (fixture));
      proviso_project_set (fixture->project, touched, i == 1 ? "suggestion" : "note", "Later", NULL);
      activate (fixture, "back");
      g_assert_nonnull (proviso_record_get_owner (touched));
    }
}

/* Back leads to the page that a link was followed from. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = get_claim (fixture, 0);
  GtkWidget *status, *claim_page;

  proviso_selection_show_in_panel (fixture->selection, PROVISO_RECORD (claim), TRUE);
  panel_drain ();
  claim_page = GTK_WIDGET (get_page (fixture));
  status = get_focus (fixture);
  g_assert_true (gtk_widget_is_ancestor (status, claim_page));
  for (int by_back = 0; by_back < 2; by_back++)
    {
      proviso_selection_show_in_panel (fixture->selection, get_source (fixture, 0), TRUE);
      panel_drain ();
      g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_source (fixture, 0));
      /* By a link of the source's page to the claim as well. */
      if (by_back)
        activate (fixture, "back");
      else
        proviso_selection_show_in_panel (fixture->selection, PROVISO_RECORD (claim), TRUE);
      panel_settle ();
      g_assert_true (GTK_WIDGET (get_page (fixture)) == claim_page);
      g_assert_true (get_focus (fixture) == status);
      g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (claim));
    }

  activate (fixture, "back");
  g_assert_null (get_page (fixture));

  /* From the draft it is another page in the place of the open one. */
  proviso_selection_show_in_panel (fixture->selection, PROVISO_RECORD (claim), TRUE);
  panel_drain ();
  gtk_widget_grab_focus (fixture->outside);
  proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 1), TRUE);
  panel_drain ();
  activate (fixture, "back");
  g_assert_null (get_page (fixture));
}

/* Who goes through the caveats in the panel sees their pages; who does so in the draft, the draft. */
static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "show-caveats");
  proviso_selection_go_to (fixture->selection, get_caveat (fixture, 1));
  panel_drain ();
  g_assert_true (proviso_record_browser_get_selected (get_browser (fixture)) == get_caveat (fixture, 1));
  g_assert_null (get_page (fixture));
  g_assert_true (has_focus_within (fixture->outside));

  proviso_record_browser_focus_list (get_browser (fixture));
  panel_drain ();
  g_assert_true (proviso_record_browser_has_list_focus (get_browser (fixture)));
  proviso_selection_go_to (fixture->selection, get_caveat (fixture, 2));
  panel_drain ();
  g_assert_nonnull (get_page (fixture));
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_caveat (fixture, 2));
  g_assert_true (has_focus_within (GTK_WIDGET (get_page (fixture))));
  proviso_selection_go_to (fixture->selection, get_caveat (fixture, 0));
  panel_drain ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_caveat (fixture, 0));
  g_assert_true (has_focus_within (GTK_WIDGET (get_page (fixture))));
  activate (fixture, "back");
  g_assert_true (has_row_focus (fixture, get_caveat (fixture, 0)));

  /* What undo did is shown, and opens nothing. */
  proviso_selection_show_in_panel (fixture->selection, get_caveat (fixture, 2), FALSE);
  panel_drain ();
  g_assert_null (get_page (fixture));
}

/* Where something else lies over the list, the page is what shows which caveat it is; and a row of what others changed
 * is at hand. */
static void
test_go_to_from_changes (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = get_caveat (fixture, 0);
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (fixture->project);
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, NULL);
  g_autoptr (ProvisoProject) seen = proviso_codec_load (bytes, NULL, NULL);
  g_autoptr (ProvisoChanges) changes = NULL;

  proviso_identity_set_name ("Eve");
  proviso_project_add_comment (fixture->project, caveat, "Who says so?");
  changes = proviso_changes_new (seen, fixture->project, "Ana");
  proviso_panel_show_changes (fixture->panel, changes);
  panel_settle ();
  g_assert_true (has_focus_within (GTK_WIDGET (fixture->panel)));
  proviso_panel_take_review_step (fixture->panel, "address");
  panel_settle ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == PROVISO_RECORD (caveat));
  activate (fixture, "back");
  g_assert_null (get_page (fixture));

  gtk_widget_grab_focus (fixture->outside);
  proviso_selection_go_to (fixture->selection, get_caveat (fixture, 1));
  panel_settle ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_caveat (fixture, 1));
  g_assert_true (has_focus_within (fixture->outside));
}

/* Review mode shows another list. Who was in the panel stays there. */
static void
test_focus_kept_for_review (Fixture *fixture, gconstpointer data)
{
  proviso_panel_set_reviewing (fixture->panel, TRUE);
  panel_drain ();
  g_assert_true (has_focus_within (fixture->outside));
  proviso_panel_set_reviewing (fixture->panel, FALSE);

  /* From another list, and from a page of it. */
  for (guint i = 0; i < 2; i++)
    {
      activate (fixture, "show-claims");
      proviso_record_browser_reveal (get_browser (fixture), get_claim (fixture, 1), TRUE);
      panel_drain ();
      if (i == 1)
        proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 1), TRUE);
      panel_drain ();
      g_assert_true (has_focus_within (GTK_WIDGET (fixture->panel)));
      proviso_panel_set_reviewing (fixture->panel, TRUE);
      panel_drain ();
      g_assert_cmpstr (proviso_panel_get_list_name (fixture->panel), ==, "caveats");
      g_assert_null (get_page (fixture));
      g_assert_true (proviso_record_browser_has_list_focus (get_browser (fixture)));
      proviso_panel_set_reviewing (fixture->panel, FALSE);
    }
}

static void
test_leaf_through (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = proviso_panel_get_action_group (fixture->panel);

  g_assert_false (g_action_group_get_action_enabled (actions, "back"));
  g_assert_false (g_action_group_get_action_enabled (actions, "delete-record"));
  activate (fixture, "next-record");
  g_assert_true (proviso_selection_get_record (fixture->selection) == get_claim (fixture, 0));
  activate (fixture, "next-record");
  g_assert_true (proviso_selection_get_record (fixture->selection) == get_claim (fixture, 1));

  proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 1), TRUE);
  panel_drain ();
  /* The list's order, not the file's: the third claim lost its passage. */
  activate (fixture, "next-record");
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_claim (fixture, 3));
  g_assert_true (fixture->shown ==
                 proviso_record_list_peek (proviso_claim_peek_anchors (get_claim (fixture, 3)), 0));
  activate (fixture, "previous-record");
  activate (fixture, "previous-record");
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_claim (fixture, 0));
  activate (fixture, "previous-record");
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_claim (fixture, 0));
  activate (fixture, "back");
  g_assert_null (get_page (fixture));
  g_assert_true (has_row_focus (fixture, get_claim (fixture, 0)));
}

/* Rows that change places leave a list at its top there, also where the list is as long as it was. */
static void
test_order_at_top (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  double upper;

  /* In two groups by either order; the rows that are first by type are in the second one by severity. */
  for (guint i = 0; i < 12; i++)
    proviso_project_set (fixture->project, proviso_project_add_caveat (fixture->project, NULL, 0, 7), "type",
                         i % 2 == 0 ? PROVISO_CAVEAT_TYPE_STALE : PROVISO_CAVEAT_TYPE_STYLE, "severity",
                         i < 6 ? PROVISO_CAVEAT_SEVERITY_MINOR : PROVISO_CAVEAT_SEVERITY_MAJOR, "text", "Why?",
                         NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  activate (fixture, "show-caveats");
  proviso_record_browser_set_order (get_browser (fixture), "type");
  panel_settle ();
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list_view (fixture)));
  upper = gtk_adjustment_get_upper (adjustment);
  g_assert_cmpfloat (upper, >, 2 * gtk_adjustment_get_page_size (adjustment));

  proviso_record_browser_set_order (get_browser (fixture), "severity");
  panel_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, upper);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* A person's scrolling is left alone. */
  gtk_adjustment_set_value (adjustment, 30);
  panel_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 30);
}

/* By the row's button, which does not choose the row. */
static void
test_open_shows_in_text (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *cost = get_claim (fixture, 3);

  proviso_record_browser_reveal (get_browser (fixture), PROVISO_RECORD (cost), FALSE);
  panel_drain ();
  g_signal_emit_by_name (get_row (fixture, cost), "open");
  panel_drain ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == PROVISO_RECORD (cost));
  g_assert_true (fixture->shown == proviso_record_list_peek (proviso_claim_peek_anchors (cost), 0));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *mayor = get_claim (fixture, 1), *cost = get_claim (fixture, 3);

  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (mayor));
  proviso_record_browser_reveal (get_browser (fixture), PROVISO_RECORD (mayor), TRUE);
  panel_drain ();
  g_assert_true (has_row_focus (fixture, mayor));

  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, mayor)), "record.remove", NULL);
  panel_drain ();
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (fixture->project)), ==, 7);
  g_assert_cmpstr (fixture->toast, ==, "Claim deleted");
  g_assert_true (fixture->toast_undo);
  /* The next row has the highlight and the focus. */
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (cost));
  g_assert_true (has_row_focus (fixture, cost));

  proviso_history_undo (proviso_project_get_history (fixture->project));
  panel_drain ();
  g_assert_true (get_claim (fixture, 1) == mayor);
  get_row (fixture, mayor);
  g_assert_true (has_row_focus (fixture, cost));
}

/* From its page, the neighbour in the list comes next; and undo brings the focus along. */
static void
test_delete_on_page (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *cost = get_claim (fixture, 3);
  GtkWidget *page;
  ProvisoRecord *next;

  panel_wait (is_heading_known, fixture);
  next = proviso_record_browser_get_neighbour (get_browser (fixture), PROVISO_RECORD (cost), 1);
  g_assert_nonnull (next);
  proviso_selection_show_in_panel (fixture->selection, PROVISO_RECORD (cost), TRUE);
  panel_drain ();
  page = GTK_WIDGET (get_page (fixture));
  proviso_record_page_delete (PROVISO_RECORD_PAGE (page));
  panel_settle ();
  g_assert_null (get_page (fixture));
  g_assert_true (proviso_selection_get_record (fixture->selection) == next);
  g_assert_true (has_row_focus (fixture, next));

  proviso_history_undo (proviso_project_get_history (fixture->project));
  proviso_selection_show_in_panel (fixture->selection, PROVISO_RECORD (cost), FALSE);
  panel_settle ();
  g_assert_true (has_row_focus (fixture, cost));
}

static void
test_delete_open_page (Fixture *fixture, gconstpointer data)
{
  proviso_selection_show_in_panel (fixture->selection, get_caveat (fixture, 1), TRUE);
  panel_drain ();
  activate (fixture, "delete-record");
  g_assert_null (get_page (fixture));
  g_assert_cmpstr (fixture->toast, ==, "Caveat deleted");
  g_assert_true (fixture->toast_undo);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_caveats (fixture->project)), ==, 4);
  g_assert_true (has_focus_within (GTK_WIDGET (fixture->panel)));
}

/* A source that claims rest on is not deleted without a word. */
static void
test_delete_source (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  activate (fixture, "show-sources");
  proviso_selection_set_record (fixture->selection, get_source (fixture, 3));
  activate (fixture, "delete-record");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (fixture->project)), ==, 3);

  proviso_selection_set_record (fixture->selection, get_source (fixture, 1));
  activate (fixture, "delete-record");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (fixture->project)), ==, 3);
  dialog = panel_find (fixture->window, ADW_TYPE_ALERT_DIALOG, NULL, NULL);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "response::delete", "delete");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  panel_drain ();
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_sources (fixture->project)), ==, 2);
  g_assert_cmpstr (fixture->toast, ==, "Source deleted");
  g_assert_true (fixture->toast_undo);
}

static void
assert_page (Fixture *fixture, const char *title)
{
  GtkWidget *page = panel_find (GTK_WIDGET (get_browser (fixture)), ADW_TYPE_STATUS_PAGE, is_visible, NULL);

  g_assert_cmpstr (page != NULL ? adw_status_page_get_title (ADW_STATUS_PAGE (page)) : NULL, ==, title);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toolbar_view;

  assert_page (fixture, "No Claims Yet");
  /* There is nothing to search in. */
  toolbar_view = gtk_widget_get_ancestor (get_search_entry (fixture), ADW_TYPE_TOOLBAR_VIEW);
  g_assert_false (adw_toolbar_view_get_reveal_top_bars (ADW_TOOLBAR_VIEW (toolbar_view)));
  activate (fixture, "show-caveats");
  assert_page (fixture, "No Caveats Yet");
  activate (fixture, "show-sources");
  assert_page (fixture, "No Sources Yet");

  /* The first record ends it, taking it back brings it back. */
  proviso_project_add_source (fixture->project, "Diary");
  panel_drain ();
  assert_page (fixture, NULL);
  proviso_history_undo (proviso_project_get_history (fixture->project));
  panel_drain ();
  assert_page (fixture, "No Sources Yet");
}

static void
test_none_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *clear_button;

  gtk_editable_set_text (GTK_EDITABLE (get_search_entry (fixture)), "submarine");
  panel_settle ();
  assert_page (fixture, "No Results Found");
  clear_button =
      panel_find (panel_find (GTK_WIDGET (get_browser (fixture)), ADW_TYPE_STATUS_PAGE, is_visible, NULL),
                  GTK_TYPE_BUTTON, is_visible, NULL);
  gtk_widget_grab_focus (clear_button);
  g_signal_emit_by_name (clear_button, "clicked");
  panel_drain ();
  assert_page (fixture, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_search_entry (fixture))), ==, "");
  g_assert_true (has_focus_within (GTK_WIDGET (get_browser (fixture))));
}

/* Where nothing waits, no other words are to be tried. */
static void
test_nothing_waits (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordFilter *filter;

  panel_wait (is_heading_known, fixture);
  filter = proviso_record_browser_get_filter (get_browser (fixture));
  proviso_record_filter_set_options (filter, 0, PROVISO_OPTION (0));
  panel_settle ();
  assert_page (fixture, NULL);
  proviso_project_mark_checked (fixture->project, get_claim (fixture, 3));
  panel_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (proviso_record_browser_get_listed (get_browser (fixture))), ==, 0);
  assert_page (fixture, "Nothing Waits for You");
  proviso_record_filter_set_search (filter, "submarine");
  panel_settle ();
  assert_page (fixture, "No Results Found");
}

static void
test_new_records (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim;
  ProvisoCaveat *caveat;

  proviso_selection_set_range (fixture->selection, 0, strlen ("Nothing is claimed here."));
  activate (fixture, "new-claim");
  claim = get_claim (fixture, 0);
  g_assert_cmpstr (proviso_claim_get_statement (claim), ==, "Nothing is claimed here.");
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == PROVISO_RECORD (claim));
  g_assert_true (has_focus_within (GTK_WIDGET (get_page (fixture))));
  g_assert_true (GTK_IS_TEXT_VIEW (get_focus (fixture)));

  /* On the open claim, where nothing is selected in the draft. */
  proviso_selection_set_range (fixture->selection, 28, 28);
  activate (fixture, "new-caveat");
  caveat = get_caveat (fixture, 0);
  g_assert_cmpstr (proviso_caveat_get_claim (caveat), ==, proviso_claim_get_id (claim));
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == PROVISO_RECORD (caveat));

  /* On words outside of every claim. */
  proviso_selection_set_range (fixture->selection, 25, 28);
  activate (fixture, "new-caveat");
  caveat = get_caveat (fixture, 1);
  g_assert_null (proviso_caveat_get_claim (caveat));
  g_assert_cmpuint (proviso_caveat_get_position (caveat), ==, 25);

  /* On no passage. */
  proviso_selection_set_range (fixture->selection, 28, 28);
  activate (fixture, "new-claim");
  g_assert_cmpuint (proviso_claim_get_position (get_claim (fixture, 1)), ==, G_MAXUINT);

  activate (fixture, "new-source");
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_source (fixture, 0));

  /* Undo takes the page away with its record, and back leads to where that was made. */
  proviso_history_undo (proviso_project_get_history (fixture->project));
  panel_drain ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == get_claim (fixture, 1));
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  AdwViewStack *stack =
      ADW_VIEW_STACK (panel_find (GTK_WIDGET (fixture->panel), ADW_TYPE_VIEW_STACK, NULL, NULL));
  GtkWidget *claims = adw_view_stack_get_child_by_name (stack, "claims");
  AdwViewStackPage *page = adw_view_stack_get_page (stack, claims);

  g_assert_cmpstr (adw_view_stack_page_get_title (page), ==, "Claims 8");
  proviso_project_remove (fixture->project, get_claim (fixture, 0));
  g_assert_cmpstr (adw_view_stack_page_get_title (page), ==, "Claims 7");
}

/* A new project takes the old one's place everywhere, and none at all shows nothing. */
static void
perform (Fixture *fixture, GActionGroup *actions, const char *verb)
{
  g_assert_true (g_action_group_get_action_enabled (actions, verb));
  g_action_group_activate_action (actions, verb, NULL);
  panel_drain ();
}

/* The steps of a review, from the list: those that need no words are taken there, the others open the page. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  ProvisoReviewActions *review = proviso_panel_get_review_actions (fixture->panel);
  GActionGroup *caveat_actions = proviso_review_actions_get_caveat_group (review);
  GActionGroup *claim_actions = proviso_review_actions_get_claim_group (review);
  ProvisoClaim *claim = get_claim (fixture, 0);
  ProvisoCaveat *open = get_caveat (fixture, 0);
  ProvisoCaveat *settled = get_caveat (fixture, 3);

  activate (fixture, "show-caveats");
  g_assert_false (g_action_group_get_action_enabled (caveat_actions, "accept"));
  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (settled));
  panel_settle ();
  perform (fixture, caveat_actions, "confirm");
  g_assert_nonnull (proviso_caveat_get_confirmed (settled));
  g_assert_cmpstr (fixture->toast, ==, "Caveat confirmed");
  g_assert_null (get_page (fixture));
  g_assert_false (g_action_group_get_action_enabled (caveat_actions, "confirm"));

  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (open));
  panel_settle ();
  perform (fixture, caveat_actions, "accept");
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == PROVISO_RECORD (open));
  g_assert_cmpint (proviso_caveat_get_state (open), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_false (g_action_group_get_action_enabled (claim_actions, "check"));

  activate (fixture, "show-claims");
  proviso_project_set (fixture->project, claim, "check", NULL, NULL);
  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (claim));
  panel_settle ();
  perform (fixture, claim_actions, "check");
  g_assert_nonnull (proviso_claim_get_check (claim));
  g_assert_cmpstr (fixture->toast, ==, "Marked as checked");
}

/* A key cannot be seen to be insensitive: where its step cannot be taken, it is said what is missing. */
static void
test_review_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int caveat; /* -1: none; else its place */
    const char *verb;
    const char *toast;
  } steps[] = {
    { -1, "accept", "Choose a caveat first" },
    { -1, "reply", "Choose a caveat first" },
    { -1, "check", "Choose a claim first" },
    { 0, "check", "Choose a claim first" },
    { 0, "confirm", "This caveat is open: settle it first" },
    { 0, "reopen", "This caveat is already open" },
    { 0, "apply-suggestion", "This caveat suggests no edit" },
    { 3, "confirm", "Caveat confirmed" },
    { 3, "confirm", "This caveat is already confirmed" },
    { 3, "accept", "This caveat is confirmed: reopen it first" },
  };
  ProvisoCaveat *addressed = get_caveat (fixture, 0);

  activate (fixture, "show-caveats");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].caveat >= 0)
        proviso_selection_set_record (fixture->selection,
                                      PROVISO_RECORD (get_caveat (fixture, steps[i].caveat)));
      panel_settle ();
      proviso_panel_take_review_step (fixture->panel, steps[i].verb);
      panel_drain ();
      g_assert_cmpstr (fixture->toast, ==, steps[i].toast);
      g_assert_cmpint (fixture->toast_undo, ==, g_str_equal (steps[i].toast, "Caveat confirmed"));
      g_assert_null (get_page (fixture));
    }

  g_assert_true (proviso_project_settle_caveat (fixture->project, addressed, PROVISO_CAVEAT_STATE_ADDRESSED, NULL,
                                                NULL));
  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (addressed));
  panel_settle ();
  proviso_panel_take_review_step (fixture->panel, "address");
  g_assert_cmpstr (fixture->toast, ==, "This caveat is already addressed");
  proviso_panel_take_review_step (fixture->panel, "dismiss");
  panel_drain ();
  g_assert_true (proviso_record_page_get_record (get_page (fixture)) == PROVISO_RECORD (addressed));
}

static void
test_set_project (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) other = panel_project_new_with_text ("Other words");

  activate (fixture, "show-caveats");
  proviso_selection_show_in_panel (fixture->selection, get_claim (fixture, 1), TRUE);
  panel_drain ();

  proviso_panel_set_project (fixture->panel, other, fixture->selection);
  panel_drain ();
  g_assert_null (get_page (fixture));
  assert_page (fixture, "No Claims Yet");
  proviso_panel_set_project (fixture->panel, NULL, NULL);
  panel_drain ();
  assert_page (fixture, NULL);
  g_assert_false (
      g_action_group_get_action_enabled (proviso_panel_get_action_group (fixture->panel), "new-claim"));
  proviso_panel_set_project (fixture->panel, fixture->project, fixture->selection);
  panel_drain ();
  get_row (fixture, get_claim (fixture, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  proviso_identity_set_name ("Tester");

#define ADD(name, setter, func) g_test_add ("/panel/" name, Fixture, NULL, setter, func, tear_down)
  ADD ("claim-rows", set_up, test_claim_rows);
  ADD ("waiting-claims", set_up, test_waiting_claims);
  ADD ("caveat-rows", set_up, test_caveat_rows);
  ADD ("chips", set_up, test_chips);
  ADD ("source-rows", set_up, test_source_rows);
  ADD ("select-row", set_up, test_select_row);
  ADD ("follow-selection", set_up, test_follow_selection);
  ADD ("search-for-readers", set_up, test_search_for_readers);
  ADD ("filter-keeps-selection", set_up, test_filter_keeps_selection);
  ADD ("filter-many", set_up_large, test_filter_many);
  ADD ("nothing-waits", set_up, test_nothing_waits);
  ADD ("severity", set_up, test_severity);
  ADD ("delete-on-page", set_up, test_delete_on_page);
  ADD ("show-in-panel", set_up, test_show_in_panel);
  ADD ("no-filled-entry", set_up, test_no_filled_entry);
  ADD ("blank", set_up, test_blank);
  ADD ("links", set_up, test_links);
  ADD ("go-to", set_up, test_go_to);
  ADD ("go-to-from-changes", set_up, test_go_to_from_changes);
  ADD ("focus-kept-for-review", set_up, test_focus_kept_for_review);
  ADD ("leaf-through", set_up, test_leaf_through);
  ADD ("order-at-top", set_up_empty, test_order_at_top);
  ADD ("open-shows-in-text", set_up, test_open_shows_in_text);
  ADD ("delete", set_up, test_delete);
  ADD ("delete-open-page", set_up, test_delete_open_page);
  ADD ("delete-source", set_up, test_delete_source);
  ADD ("empty", set_up_empty, test_empty);
  ADD ("none-found", set_up, test_none_found);
  ADD ("new-records", set_up_empty, test_new_records);
  ADD ("titles", set_up, test_titles);
  ADD ("review", set_up, test_review);
  ADD ("review-keys", set_up, test_review_keys);
  ADD ("set-project", set_up, test_set_project);

  return g_test_run ();
}
