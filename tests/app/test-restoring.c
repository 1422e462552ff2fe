/* test-restoring.c: what comes up again as it was left: a draft that was never saved, a project's window, all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-notice.h"
#include "app/proviso-session.h"
#include "app/proviso-workspace.h"
#include "panel/find.h"
#include "panel/proviso-panel.h"

#include <glib/gstdio.h>

/* The first test: recovery is looked for when the first window stands. */
static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoDocument) lost = proviso_document_new ();
  ProvisoWindow *window;
  g_autofree char *draft = NULL;

  proviso_text_replace (proviso_project_get_text (proviso_document_get_project (lost)), 0, 0,
                        "# Not saved\n");
  g_clear_object (&lost);

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  draft = dup_draft (window);
  g_assert_cmpstr (draft, ==, "# Not saved\n");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Not saved");
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));

  g_signal_emit_by_name (find_child (GTK_WIDGET (window), PROVISO_TYPE_NOTICE), "response", TRUE);
  respond (window, "discard");
  WAIT_UNTIL (proviso_window_is_empty (window));
  g_assert_null (get_notice (window));
}

/* The cursor's place, in code points. */
static int
get_cursor (ProvisoWindow *window)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW));
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);
  return offset;
}

static void
set_cursor (ProvisoWindow *window, int offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* The first character in sight. */
static int
get_top (ProvisoWindow *window)
{
  GtkTextView *view = find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  return gtk_text_iter_get_offset (&iter);
}

/* A project comes up as its window was when it was closed, whatever others did meanwhile. */
static void
test_view_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) draft = g_string_new ("# Long\\n\",");
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = NULL;
  ProvisoWindow *window;
  GtkTextView *view;
  GtkTextIter iter;
  const char *list;
  int top, width, height;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (draft, "\n    \"Line %03u of the draft.\\n\"%s", i, i < 299 ? "," : "");
  contents = g_strconcat ("{\"proviso\": 1, \"id\": \"long\", \"title\": \"\", \"language\": \"en\", "
                          "\"created\": \"2026-03-28T10:00:00Z\", \"modified\": \"2026-03-28T10:00:00Z\", "
                          "\"draft\": [\"",
                          draft->str, "], \"claims\": [], \"caveats\": [], \"sources\": []}", NULL);
  file = create_file (fixture, "long.proviso", contents);

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  g_assert_cmpint (get_cursor (window), ==, 0);
  view = find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);
  set_cursor (window, 4567);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, 4400);
  gtk_text_view_scroll_to_iter (view, &iter, 0, TRUE, 0, 0);
  /* The lines have 23 characters. */
  WAIT_UNTIL (get_top (window) == 4400 / 23 * 23 + 7);
  activate (window, "panel.show-sources");
  activate (window, "win.show-panel");
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 650);
  WAIT_UNTIL ((gtk_window_get_default_size (GTK_WINDOW (window), &width, &height), width == 1100));
  /* Known at once; the window becomes so, and its text moves in it, once the screen has answered. */
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) <= 1100);
  top = get_top (window);
  g_assert_cmpint (top, >, 4000);
  close_window (window);
  WAIT_UNTIL (count_windows () == 0);

  window = open_project (fixture);
  g_assert_cmpint (get_cursor (window), ==, 0);
  activate (window, "win.show-panel");
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 750);
  close_window (window);
  WAIT_UNTIL (count_windows () == 0);

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  g_assert_cmpint (get_cursor (window), ==, 4567);
  WAIT_UNTIL (get_top (window) == top);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 650);
  g_assert_false (
      proviso_workspace_get_panel_shown (find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE)));
  list = proviso_panel_get_list_name (find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL));
  g_assert_cmpstr (list, ==, "sources");

  /* Loaded anew, it stays where it is. */
  set_cursor (window, 4600);
  proviso_window_reload (window);
  WAIT_UNTIL (!is_saved (window));
  WAIT_UNTIL (is_saved (window));
  g_assert_cmpint (get_cursor (window), ==, 4600);
}

/* The projects that were open come back, each in its window; what is gone does not. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_autofree char *path = g_build_filename (fixture->folder, "session", NULL);
  g_autoptr (GFile) other = create_file (fixture, "other.proviso", PROJECT);
  g_autoptr (GFile) gone = create_file (fixture, "gone.proviso", PROJECT);
  g_autoptr (ProvisoSession) session = proviso_session_new (GTK_APPLICATION (application), path);
  ProvisoWindow *window = open_project (fixture);
  g_autoptr (GList) windows = NULL;

  proviso_application_open_file (application, gone, NULL);
  proviso_application_open_file (application, other, NULL);
  for (guint i = 0; i < 3; i++)
    WAIT_UNTIL (is_saved (g_list_nth_data (gtk_application_get_windows (GTK_APPLICATION (application)), i)));
  /* One in no file is not part of it. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  g_assert_cmpuint (count_windows (), ==, 4);
  proviso_session_end (session);
  proviso_session_flush (session);
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));
  for (GList *l = windows; l != NULL; l = l->next)
    proviso_window_close_now (l->data);
  WAIT_UNTIL (count_windows () == 0);
  g_assert_cmpint (g_unlink (g_file_peek_path (gone)), ==, 0);

  g_clear_object (&session);
  session = proviso_session_new (GTK_APPLICATION (application), path);
  g_settings_set_boolean (settings, "restore-session", FALSE);
  proviso_session_restore (session);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_settings_set_boolean (settings, "restore-session", TRUE);
  proviso_session_restore (session);
  g_assert_cmpuint (count_windows (), ==, 2);
  window = get_window ();
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  windows =
      (g_list_free (windows), g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application))));
  WAIT_UNTIL (is_saved (windows->data) && is_saved (windows->next->data));
  g_assert_true (proviso_window_has_file (windows->data, other) ||
                 proviso_window_has_file (windows->next->data, other));
  g_assert_true (proviso_window_has_file (windows->data, fixture->file) ||
                 proviso_window_has_file (windows->next->data, fixture->file));

  /* One that is closed while another stays is forgotten; the last is not. */
  proviso_window_close_now (windows->data);
  WAIT_UNTIL (count_windows () == 1);
  proviso_window_close_now (get_window ());
  WAIT_UNTIL (count_windows () == 0);
  proviso_session_restore (session);
  g_assert_cmpuint (count_windows (), ==, 1);
  WAIT_UNTIL (is_saved (get_window ()));
}

#define ADD(name, function) g_test_add ("/restoring/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("recovery", test_recovery);
  ADD ("view-restored", test_view_restored);
  ADD ("session", test_session);

  return run_tests ();
}
