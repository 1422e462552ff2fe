/* test-window.c: what a person does with the window, done to the real one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-notice.h"
#include "app/proviso-recent.h"
#include "app/proviso-window-title.h"
#include "app/proviso-workspace.h"
#include "core/proviso-identity.h"
#include "editor/proviso-statistics-bar.h"
#include "panel/find.h"
#include "panel/proviso-panel.h"
#include "panel/proviso-readiness-page.h"

static void
test_open_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = create_file (fixture, "other.proviso", PROJECT);
  ProvisoWindow *window;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  g_assert_true (proviso_window_is_empty (window));
  g_assert_false (can_activate (window, "save"));

  /* The empty window takes it; a second time there is still one; another project has its own. */
  proviso_application_open_file (application, fixture->file, NULL);
  proviso_application_open_file (application, fixture->file, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Two labs");
  proviso_application_open_file (application, fixture->file, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  proviso_application_open_file (application, other, NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
  proviso_application_open_file (application, fixture->file, NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
}

static void
test_new_project (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  activate (window, "win.new-project");
  g_assert_cmpuint (count_windows (), ==, 1);
  WAIT_UNTIL (shows_project (window));
  type (window, "x");
  activate (window, "win.new-project");
  g_assert_cmpuint (count_windows (), ==, 2);
}

static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) broken = create_file (fixture, "broken.proviso", "{\n  \"proviso\": 1,\n  oops\n}\n");
  ProvisoWindow *window;

  proviso_application_open_file (application, broken, NULL);
  window = get_window ();
  WAIT_UNTIL (get_dialog (window) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (window))), "broken.proviso"));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (window))), "3"));
  respond (window, "close");
  g_assert_true (proviso_window_is_empty (window));
}

static gboolean
is_recent (GFile *file)
{
  g_autoptr (GListModel) list = proviso_recent_list (0);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (ProvisoRecentItem) item = g_list_model_get_item (list, i);

      if (g_file_equal (proviso_recent_item_get_file (item), file))
        return TRUE;
    }
  return FALSE;
}

/* It is told over the window that it was asked for in; no other one stays behind. */
static void
test_broken_file_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) broken = create_file (fixture, "broken.proviso", "{\n  oops\n}\n");
  g_autofree char *uri = g_file_get_uri (broken);
  ProvisoWindow *window = open_project (fixture);

  WAIT_UNTIL (is_recent (fixture->file));
  /* As a file chooser does. */
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  proviso_application_open_file (application, broken, NULL);
  WAIT_UNTIL (get_dialog (window) != NULL);
  WAIT_UNTIL (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri));
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_false (is_recent (broken));
  respond (window, "close");

  /* One that can be opened comes up in a window of its own. */
  g_clear_object (&broken);
  broken = create_file (fixture, "whole.proviso", PROJECT);
  proviso_application_open_file (application, broken, GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 2 && shows_project (get_window ()));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_window ())));
}

static gboolean
is_over_draft (GtkWidget *toast, GtkWidget *panel)
{
  graphene_rect_t bounds, panel_bounds;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (panel));

  return gtk_widget_get_width (toast) > 0 && gtk_widget_compute_bounds (toast, window, &bounds) &&
         gtk_widget_compute_bounds (panel, window, &panel_bounds) && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= panel_bounds.origin.x;
}

/* What is said is said at once, and not over the panel; what can be undone waits for its turn. */
static void
test_toasts (Fixture *fixture, gconstpointer data)
{
  static const char *words = "In review mode the text stays as it is. Leave it to go on writing what comes next.";
  ProvisoWindow *window = open_project (fixture);
  GtkWidget *workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  GtkWidget *panel = find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL);

  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) > 1000);
  g_signal_emit_by_name (workspace, "toast", "Deleted", TRUE);
  WAIT_UNTIL (shows_toast (window, "Deleted"));
  g_signal_emit_by_name (workspace, "toast", words, FALSE);
  WAIT_UNTIL (shows_toast (window, words) && !shows_toast (window, "Deleted"));
  WAIT_UNTIL (is_over_draft (find_toast (window, words), panel));
  g_signal_emit_by_name (workspace, "toast", "Said", FALSE);
  WAIT_UNTIL (shows_toast (window, "Said") && !shows_toast (window, words));
}

/* Review mode locks the text, brings the caveats into sight and comes up again with its project. */
static void
test_review_mode (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  GtkTextView *view = find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);

  WAIT_UNTIL (shows_project (window) && is_saved (window));
  proviso_workspace_set_panel_shown (workspace, FALSE);
  activate (window, "win.review");
  g_assert_true (proviso_workspace_get_reviewing (workspace));
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  g_assert_false (gtk_text_view_get_editable (view));
  g_assert_cmpstr (proviso_panel_get_list_name (find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL)), ==, "caveats");

  /* Records are changed, and that is undone. */
  proviso_project_add_caveat (get_project (window), NULL, 0, 5);
  activate (window, "win.undo");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_caveats (get_project (window))), ==, 0);

  close_window (window);
  WAIT_UNTIL (count_windows () == 0);
  window = open_project (fixture);
  WAIT_UNTIL (shows_project (window));
  workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  WAIT_UNTIL (proviso_workspace_get_reviewing (workspace));
  view = find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);
  g_assert_false (gtk_text_view_get_editable (view));
  activate (window, "win.review");
  g_assert_true (gtk_text_view_get_editable (view));
}

static GtkWidget *
get_readiness_button (ProvisoWindow *window)
{
  return find_action_button (find_child (GTK_WIDGET (window), PROVISO_TYPE_WINDOW_TITLE), "win.show-readiness");
}

static gboolean
shows_readiness (ProvisoWindow *window)
{
  return find_child (GTK_WIDGET (window), PROVISO_TYPE_READINESS_PAGE) != NULL;
}

static void
painted_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* How near it is to publication: told below the title once the project is painted; a press on that leads to what is
 * left to do. */
static void
test_readiness (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window;
  GdkFrameClock *clock;
  guint n_frames = 0;

  proviso_application_open_file (application, fixture->file, NULL);
  window = get_window ();
  WAIT_UNTIL (can_activate (window, "save"));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);
  proviso_project_add_claim (get_project (window), 2, 10);
  g_assert_null (get_readiness_button (window));
  WAIT_UNTIL (get_readiness_button (window) != NULL);
  g_assert_cmpuint (n_frames, >=, 1);
  g_signal_handlers_disconnect_by_data (clock, &n_frames);
  WAIT_UNTIL (find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL) != NULL);

  g_assert_false (shows_readiness (window));
  gtk_widget_activate (get_readiness_button (window));
  WAIT_UNTIL (shows_readiness (window));
  activate (window, "panel.show-claims");
  WAIT_UNTIL (!shows_readiness (window));
  activate (window, "win.show-readiness");
  WAIT_UNTIL (shows_readiness (window));

  /* It follows what is done. */
  activate (window, "win.undo");
  WAIT_UNTIL (get_readiness_button (window) == NULL);
}

/* The width that the lines of the draft have. */
static int
get_line_width (ProvisoWindow *window)
{
  GtkTextView *view = find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);

  return gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view) -
         gtk_text_view_get_right_margin (view);
}

static const char *
get_font_family (ProvisoWindow *window)
{
  PangoContext *context = gtk_widget_get_pango_context (find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW));

  return pango_font_description_get_family (pango_context_get_font_description (context));
}

static void
test_font_and_measure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  ProvisoWindow *window = open_project (fixture);
  AdwComboRow *font_row;
  g_autofree char *family = NULL;
  int width;

  WAIT_UNTIL (get_line_width (window) > 0);
  width = get_line_width (window);
  family = g_strdup (get_font_family (window));
  g_settings_set_uint (settings, "measure", 45);
  WAIT_UNTIL (get_line_width (window) < width * 3 / 4);

  g_settings_set_string (settings, "custom-font", "Serif Italic 20");
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  WAIT_UNTIL (get_dialog (window) != NULL);
  font_row = find_child (GTK_WIDGET (get_dialog (window)), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (font_row, 2);
  WAIT_UNTIL (g_strcmp0 (get_font_family (window), "Serif") == 0);
  adw_combo_row_set_selected (font_row, 0);
  WAIT_UNTIL (g_strcmp0 (get_font_family (window), family) == 0);
  adw_dialog_force_close (get_dialog (window));
  WAIT_UNTIL (get_dialog (window) == NULL);
  g_settings_reset (settings, "measure");
  g_settings_reset (settings, "custom-font");
  g_settings_reset (settings, "font-source");
  WAIT_UNTIL (get_line_width (window) == width);
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "preferences", "shortcuts", "about", "help" };
  ProvisoWindow *window = open_project (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), actions[i], NULL);
      WAIT_UNTIL (get_dialog (window) != NULL);
      adw_dialog_force_close (get_dialog (window));
      WAIT_UNTIL (get_dialog (window) == NULL);
    }
}

/* Who signs where no name is set. */
static void
test_account_name (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *description = NULL;

  description = g_strdup_printf ("Checks, caveats and the history of claims are signed with this name. Where it is "
                                 "empty, the name of your account is used: “%s”.",
                                 proviso_identity_get_account_name ());
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  WAIT_UNTIL (get_dialog (window) != NULL);
  g_assert_true (shows_label (GTK_WIDGET (get_dialog (window)), description));
}

static GtkWidget *
find_label (GtkWidget *parent, const char *text)
{
  g_autoptr (GPtrArray) labels = find_children (parent, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return labels->pdata[i];
  return NULL;
}

/* What is about a project neither seems to be on nor can be asked for before there is one. */
static void
test_without_project (Fixture *fixture, gconstpointer data)
{
  static const char *const submenus[] = { "Review", "Reading Aids" };
  ProvisoWindow *window;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  WAIT_UNTIL (find_action_button (GTK_WIDGET (window), "win.show-panel") != NULL);
  g_assert_false (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_action_button (GTK_WIDGET (window), "win.show-panel"))));
  activate (window, "win.main-menu");
  for (guint i = 0; i < G_N_ELEMENTS (submenus); i++)
    {
      WAIT_UNTIL (find_label (GTK_WIDGET (window), submenus[i]) != NULL);
      g_assert_false (gtk_widget_is_sensitive (find_label (GTK_WIDGET (window), submenus[i])));
    }

  activate (window, "win.new-project");
  WAIT_UNTIL (shows_project (window));
  g_assert_true (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_action_button (GTK_WIDGET (window), "win.show-panel"))));
  for (guint i = 0; i < G_N_ELEMENTS (submenus); i++)
    WAIT_UNTIL (gtk_widget_is_sensitive (find_label (GTK_WIDGET (window), submenus[i])));
}

/* The switch between the draft and the panel. */
static AdwToggleGroup *
find_sides (GtkWidget *widget)
{
  if (ADW_IS_TOGGLE_GROUP (widget) && adw_toggle_group_get_toggle_by_name (ADW_TOGGLE_GROUP (widget), "draft") != NULL)
    return ADW_TOGGLE_GROUP (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwToggleGroup *found = find_sides (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace;
  AdwToggleGroup *sides;
  ProvisoNotice *notice;
  GtkWidget *label;
  graphene_rect_t bounds;
  gboolean narrow;

  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) > 1000);
  workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) <= 360);
  WAIT_UNTIL ((g_object_get (workspace, "narrow", &narrow, NULL), narrow));
  WAIT_UNTIL (!proviso_workspace_get_panel_shown (workspace));

  /* The bar at the bottom switches; the panel covers the draft. */
  sides = find_sides (GTK_WIDGET (workspace));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (sides)));
  g_assert_cmpstr (adw_toggle_group_get_active_name (sides), ==, "draft");
  /* What the header has no room for is reached without a keyboard still. */
  WAIT_UNTIL (find_action_button (GTK_WIDGET (window), "draft.new-claim") != NULL);
  g_assert_true (gtk_widget_is_ancestor (find_action_button (GTK_WIDGET (window), "draft.new-claim"),
                                         GTK_WIDGET (workspace)));
  adw_toggle_group_set_active_name (sides, "panel");
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  activate (window, "win.show-panel");
  g_assert_false (proviso_workspace_get_panel_shown (workspace));
  g_assert_cmpstr (adw_toggle_group_get_active_name (sides), ==, "draft");

  /* What is said covers neither that bar nor the draft's. */
  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "You have this project open for the first time"));
  WAIT_UNTIL (is_clear_of (find_toast (window, "You have this project open for the first time"),
                           find_child (GTK_WIDGET (window), PROVISO_TYPE_STATISTICS_BAR)));

  label = find_child (find_toast (window, "You have this project open for the first time"), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "You have this project open for the first time");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));

  /* A long notice is read whole, with its answers below it. */
  notice = find_child (GTK_WIDGET (window), PROVISO_TYPE_NOTICE);
  proviso_notice_show (notice, "Benedikt Roth changed 3 passages, 1 claim and 2 caveats since you last looked", "Show",
                       NULL);
  label = find_child (GTK_WIDGET (notice), GTK_TYPE_LABEL);
  WAIT_UNTIL (gtk_widget_compute_bounds (label, GTK_WIDGET (window), &bounds) && bounds.size.height > 0);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (window)));
  proviso_notice_hide (notice);

  /* What was shown in the wide window is shown there again. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 720);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) > 1000);
  WAIT_UNTIL ((g_object_get (workspace, "narrow", &narrow, NULL), !narrow));
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  /* The breakpoint shows a picture of the old layout until the new one is there. */
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (workspace)));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, widget);
}

static void
resize (ProvisoWindow *window, int width)
{
  GtkWidget *workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  gboolean narrow;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 720);
  WAIT_UNTIL ((g_object_get (workspace, "narrow", &narrow, NULL), narrow == (width < 500)));
  WAIT_UNTIL (gtk_widget_get_mapped (workspace) && ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) < 60);
}

/* Whoever works in the panel goes on there in a window that becomes narrow, and wide again. */
static void
test_narrow_panel (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  GtkWidget *panel = find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL);

  resize (window, 1200);
  activate (window, "panel.focus-search");
  WAIT_UNTIL (has_focus (panel));
  resize (window, 360);
  WAIT_UNTIL (has_focus (panel));
  resize (window, 1200);
  WAIT_UNTIL (has_focus (panel));
}

#define ADD(name, function) g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("open-twice", test_open_twice);
  ADD ("review-mode", test_review_mode);
  ADD ("readiness", test_readiness);
  ADD ("new-project", test_new_project);
  ADD ("font-and-measure", test_font_and_measure);
  ADD ("broken-file", test_broken_file);
  ADD ("broken-file-beside", test_broken_file_beside);
  ADD ("toasts", test_toasts);
  ADD ("narrow", test_narrow);
  ADD ("narrow-panel", test_narrow_panel);
  ADD ("dialogs", test_dialogs);
  ADD ("account-name", test_account_name);
  ADD ("without-project", test_without_project);

  return run_tests ();
}
