/* test-readiness-page.c: the page of what is left to do, in the panel, as a person uses it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"
#include "panel-project.h"

#include "export/proviso-remains-section.h"
#include "panel/proviso-finding-row.h"
#include "panel/proviso-panel.h"
#include "panel/proviso-readiness-page.h"
#include "panel/proviso-readiness-text.h"
#include "panel/proviso-record-page.h"

#include <string.h>

typedef struct
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoReadiness *readiness;
  GtkWidget *window;
  ProvisoPanel *panel;
  AdwNavigationView *view;
  gboolean inserts;     /* the section was asked for */
  ProvisoAnchor *shown; /* the last passage asked for, not referenced */
} Fixture;

static void
show_in_text_cb (Fixture *fixture, ProvisoAnchor *anchor)
{
  fixture->shown = anchor;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
set_up_project (Fixture *fixture, ProvisoProject *project)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->project = project;
  fixture->selection = proviso_selection_new ();
  g_signal_connect_swapped (fixture->selection, "show-in-text", G_CALLBACK (show_in_text_cb), fixture);
  fixture->readiness = proviso_readiness_new (project);
  proviso_readiness_set_day (fixture->readiness, "2026-06-01");
  proviso_readiness_prepare (fixture->readiness, -1);

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 800);
  fixture->panel = PROVISO_PANEL (proviso_panel_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  proviso_panel_set_project (fixture->panel, project, fixture->selection);
  proviso_panel_set_readiness (fixture->panel, fixture->readiness);
  gtk_window_present (GTK_WINDOW (fixture->window));
  panel_wait (is_mapped, fixture->panel);
  fixture->view = find_child (GTK_WIDGET (fixture->panel), ADW_TYPE_NAVIGATION_VIEW);
  panel_drain ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_project (fixture, panel_project_new ());
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  set_up_project (fixture, panel_project_new_with_text ("Nothing is claimed here. Yet."));
}

static void
set_up_large (Fixture *fixture, gconstpointer data)
{
  set_up_project (fixture, panel_project_new_large (300));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  panel_drain ();
  g_assert_finalize_object (fixture->readiness);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->project);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (proviso_panel_get_action_group (fixture->panel), action, NULL);
  panel_drain ();
}

/* Opens the page. */
static GtkWidget *
open_page (Fixture *fixture)
{
  GtkWidget *page;

  activate (fixture, "show-readiness");
  page = GTK_WIDGET (adw_navigation_view_get_visible_page (fixture->view));
  g_assert_true (PROVISO_IS_READINESS_PAGE (page));
  panel_wait (is_mapped, page);
  panel_settle ();

  return page;
}

static GPtrArray *
get_rows (GtkWidget *page)
{
  GPtrArray *rows = find_children (page, PROVISO_TYPE_FINDING_ROW);

  for (guint i = rows->len; i > 0; i--)
    if (!gtk_widget_get_mapped (rows->pdata[i - 1]))
      g_ptr_array_remove_index (rows, i - 1);

  return rows;
}

/* The row about what is wrong with a record whose words begin so. */
static GtkWidget *
find_finding (GtkWidget *page, ProvisoFindingKind kind, const char *words)
{
  g_autoptr (GPtrArray) rows = get_rows (page);

  for (guint i = 0; i < rows->len; i++)
    if (proviso_finding_get_kind (proviso_finding_row_get_finding (rows->pdata[i])) == kind &&
        g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[i]), words))
      return rows->pdata[i];

  return NULL;
}

static gboolean
has_label (GtkWidget *page, const char *words)
{
  g_autoptr (GPtrArray) labels = find_children (page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) && g_str_equal (gtk_label_get_label (labels->pdata[i]), words))
      return TRUE;

  return FALSE;
}

static void
activate_row (GtkWidget *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  panel_drain ();
}

static gboolean
says_blocker (GtkWidget *page)
{
  return has_label (page, "1 blocker is still open. The article must not be published like this.");
}

/* The gravest first, as in reports, and of one gravity in the order of the draft. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GPtrArray) rows = get_rows (page);
  guint n_blocking = proviso_readiness_get_n_blocking (fixture->readiness);
  g_autofree char *title = g_strdup_printf ("%u to Go", n_blocking);
  guint rank = 0, place = 0, n_places = 0;

  /* What is left is counted once, and how grave it is besides. */
  g_assert_true (has_label (page, title));
  g_assert_true (has_label (page, "To Do"));
  g_assert_true (says_blocker (page));
  g_assert_cmpuint (rows->len, ==, n_blocking + proviso_readiness_get_n_warnings (fixture->readiness));
  for (guint i = 0; i < rows->len; i++)
    {
      ProvisoFinding *finding = proviso_finding_row_get_finding (rows->pdata[i]);
      g_autoptr (ProvisoFinding) listed = g_list_model_get_item (G_LIST_MODEL (fixture->readiness), i);
      ProvisoAnchor *anchor = proviso_finding_find_place (finding, fixture->project);
      guint here = anchor != NULL ? proviso_anchor_get_start (anchor) : G_MAXUINT;

      g_assert_true (proviso_finding_get_blocks (finding) == (i < n_blocking));
      g_assert_cmpuint (proviso_finding_get_rank (finding), ==, proviso_finding_get_rank (listed));
      if (proviso_finding_get_rank (finding) == rank)
        {
          g_assert_cmpuint (here, >=, place);
          n_places++;
        }
      rank = proviso_finding_get_rank (finding);
      place = here;
      g_assert_nonnull (strstr (adw_action_row_get_subtitle (rows->pdata[i]), proviso_finding_get_title (finding)));
      g_assert_nonnull (
          strstr (adw_action_row_get_subtitle (rows->pdata[i]), proviso_finding_get_explanation (finding)));
    }
  g_assert_cmpuint (n_places, >, 0);
}

/* A row leads to its record's page and its passage, and back leads to the row. */
static void
test_go (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *row = find_finding (page, PROVISO_FINDING_CAVEAT_OPEN, "Only the newsletter");
  ProvisoFinding *finding = proviso_finding_row_get_finding (PROVISO_FINDING_ROW (row));
  AdwNavigationPage *visible;

  gtk_widget_grab_focus (row);
  activate_row (row);
  visible = adw_navigation_view_get_visible_page (fixture->view);
  g_assert_true (PROVISO_IS_RECORD_PAGE (visible));
  g_assert_true (proviso_record_page_get_record (PROVISO_RECORD_PAGE (visible)) ==
                 proviso_finding_get_record (finding));
  g_assert_true (fixture->shown == proviso_finding_find_place (finding, fixture->project));

  activate (fixture, "next-record");
  activate (fixture, "back");
  g_assert_true (adw_navigation_view_get_visible_page (fixture->view) == ADW_NAVIGATION_PAGE (page));
  panel_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), page));
  activate (fixture, "show-readiness");
  g_assert_true (adw_navigation_view_get_visible_page (fixture->view) == ADW_NAVIGATION_PAGE (page));
}

/* Looked at from the page of a record, it leads back there. */
static void
test_over_a_page (Fixture *fixture, gconstpointer data)
{
  ProvisoRecord *claim = proviso_record_list_peek (proviso_project_get_claims (fixture->project), 0);
  AdwNavigationPage *page;

  proviso_selection_show_in_panel (fixture->selection, claim, TRUE);
  panel_settle ();
  page = adw_navigation_view_get_visible_page (fixture->view);
  g_assert_true (PROVISO_IS_RECORD_PAGE (page));
  open_page (fixture);
  g_assert_true (adw_navigation_view_pop (fixture->view));
  panel_settle ();
  g_assert_true (adw_navigation_view_get_visible_page (fixture->view) == page);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (page)));
}

/* The page follows what is done to the project while it is open. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *row = find_finding (page, PROVISO_FINDING_CAVEAT_OPEN, "Has anybody seen");
  ProvisoCaveat *blocker =
      PROVISO_CAVEAT (proviso_finding_get_record (proviso_finding_row_get_finding (PROVISO_FINDING_ROW (row))));

  proviso_project_set (fixture->project, blocker, "text", "Who has seen it?", NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Who has seen it?");

  /* What had the focus is done: the next one has it. */
  gtk_widget_grab_focus (row);
  proviso_project_remove (fixture->project, blocker);
  panel_settle ();
  g_assert_null (find_finding (page, PROVISO_FINDING_CAVEAT_OPEN, "Who has seen it?"));
  g_assert_true (PROVISO_IS_FINDING_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_false (says_blocker (page));

  proviso_history_undo (proviso_project_get_history (fixture->project));
  panel_settle ();
  g_assert_nonnull (find_finding (page, PROVISO_FINDING_CAVEAT_OPEN, "Who has seen it?"));
  g_assert_true (says_blocker (page));
}

static GtkImage *
get_state_icon (GtkWidget *page)
{
  g_autoptr (GPtrArray) images = find_children (page, GTK_TYPE_IMAGE);

  for (guint i = 0; i < images->len; i++)
    if (gtk_image_get_pixel_size (images->pdata[i]) == 48)
      return images->pdata[i];

  g_assert_not_reached ();
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GPtrArray) none = get_rows (page);
  g_autoptr (GPtrArray) rows = NULL;
  ProvisoClaim *claim;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (has_label (page, "Nothing to Check Yet"));
  /* Which is nothing to be praised for. */
  g_assert_cmpstr (gtk_image_get_icon_name (get_state_icon (page)), !=, "object-select-symbolic");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_state_icon (page)), "success"));
  g_assert_null (proviso_readiness_text_create_note (fixture->readiness));

  /* From nothing to rows, and to readiness. */
  claim = proviso_project_add_claim (fixture->project, 0, 7);
  panel_settle ();
  rows = get_rows (page);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (has_label (page, "1 to Go"));
  proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_ANALYSIS, NULL);
  proviso_project_mark_checked (fixture->project, claim);
  panel_settle ();
  g_ptr_array_unref (rows);
  rows = get_rows (page);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_true (has_label (page, "Ready to Publish"));
  g_assert_cmpstr (gtk_image_get_icon_name (get_state_icon (page)), ==, "object-select-symbolic");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_state_icon (page)), "success"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_state_icon (page)), "dimmed"));
}

/* Rows are made for a few, and for more when asked for. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GPtrArray) rows = get_rows (page);
  GtkWidget *more = find_row (page, ADW_TYPE_BUTTON_ROW, "Show _More");
  guint n_rows = rows->len;

  g_assert_cmpuint (n_rows, <=, 40);
  g_assert_cmpuint (proviso_readiness_get_n_blocking (fixture->readiness), >, 150);
  g_assert_true (gtk_widget_get_mapped (more));
  activate_row (more);
  g_ptr_array_unref (rows);
  rows = get_rows (page);
  g_assert_cmpuint (rows->len, ==, n_rows + 100);
}

static GtkWidget *
wait_for_finding (GtkWidget *page, ProvisoFindingKind kind, const char *words)
{
  GtkWidget *row;

  while ((row = find_finding (page, kind, words)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return row;
}

static void
insert_remains_cb (Fixture *fixture)
{
  fixture->inserts = TRUE;
}

/* What is wrong with the draft as a whole is a row like the others, and counts. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  ProvisoText *text = proviso_project_get_text (fixture->project);
  ProvisoSource *source = proviso_project_add_source (fixture->project, "Night desk");
  ProvisoClaim *claim = proviso_project_add_claim (fixture->project, 0, 7);
  GtkWidget *page, *row;
  ProvisoFinding *finding;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) insert = g_simple_action_new ("insert-remains", NULL);
  guint n_warnings;

  g_signal_connect_swapped (insert, "activate", G_CALLBACK (insert_remains_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (insert));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_ANALYSIS, NULL);
  proviso_project_set (fixture->project, source, "confidential", TRUE, NULL);
  page = open_page (fixture);
  n_warnings = proviso_readiness_get_n_warnings (fixture->readiness);

  proviso_text_replace (text, 0, 0, "The night desk knows. ");
  row = wait_for_finding (page, PROVISO_FINDING_SOURCE_NAMED, "Night desk");
  g_assert_cmpuint (proviso_readiness_get_n_warnings (fixture->readiness), ==, n_warnings + 1);
  finding = proviso_finding_row_get_finding (PROVISO_FINDING_ROW (row));
  g_assert_cmpuint (proviso_anchor_get_start (proviso_finding_find_place (finding, fixture->project)), ==, 4);

  /* The row stays where its place moves. */
  proviso_text_replace (text, 0, 0, "Oh. ");
  while (proviso_anchor_get_start (proviso_finding_find_place (finding, fixture->project)) != 8)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (find_finding (page, PROVISO_FINDING_SOURCE_NAMED, "Night desk") == row);
  activate_row (row);
  g_assert_true (fixture->shown == proviso_finding_find_place (finding, fixture->project));
  g_assert_true (proviso_record_page_get_record (PROVISO_RECORD_PAGE (
                     adw_navigation_view_get_visible_page (fixture->view))) == PROVISO_RECORD (source));

  activate (fixture, "back");
  proviso_project_set (fixture->project, source, "confidential", FALSE, NULL);
  while (proviso_readiness_get_n_warnings (fixture->readiness) != n_warnings)
    g_main_context_iteration (NULL, TRUE);

  proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  g_assert_true (proviso_remains_insert (fixture->project, G_MAXUINT));
  proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_LEAKED, NULL);
  row = wait_for_finding (page, PROVISO_FINDING_SECTION_OUTDATED, "What Remains Unconfirmed");
  activate_row (row);
  g_assert_true (fixture->inserts);
}

/* In words, for the subtitle of the window. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoReadiness) unknown = proviso_readiness_new (fixture->project);
  g_autofree char *blocked = proviso_readiness_text_create_note (fixture->readiness);
  g_autofree char *to_go = NULL;
  ProvisoRecordList *caveats = proviso_project_get_caveats (fixture->project);

  g_assert_null (proviso_readiness_text_create_note (unknown));
  g_assert_cmpstr (blocked, ==, "Blocked");
  for (guint i = proviso_record_list_get_size (caveats); i > 0; i--)
    proviso_project_remove (fixture->project, proviso_record_list_peek (caveats, i - 1));
  to_go = proviso_readiness_text_create_note (fixture->readiness);
  g_assert_true (g_str_has_suffix (to_go, " to go"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, set_up, function) g_test_add ("/panel/readiness-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", set_up, test_rows);
  ADD ("go", set_up, test_go);
  ADD ("over-a-page", set_up, test_over_a_page);
  ADD ("follow", set_up, test_follow);
  ADD ("empty", set_up_empty, test_empty);
  ADD ("many", set_up_large, test_many);
  ADD ("draft", set_up_empty, test_draft);
  ADD ("notes", set_up, test_notes);
#undef ADD

  return g_test_run ();
}
