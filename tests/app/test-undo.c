/* test-undo.c: undoing and redoing in the window, wherever the keyboard is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-workspace.h"
#include "core/proviso-review.h"
#include "panel/find.h"
#include "panel/proviso-growing-view.h"
#include "panel/proviso-panel.h"
#include "panel/proviso-thread-group.h"

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoRecordList *claims = proviso_project_get_claims (get_project (window));
  g_autofree char *draft = NULL;

  g_assert_false (can_activate (window, "undo"));
  type (window, "New. ");
  proviso_project_add_claim (get_project (window), 0, 4);
  type (window, "Newer. ");
  g_assert_true (can_activate (window, "undo"));

  activate (window, "win.undo");
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "New. # Two labs"));
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 1);
  activate (window, "win.undo");
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 0);
  activate (window, "win.undo");
  g_assert_true (is_saved (window));
  g_assert_false (can_activate (window, "undo"));
  for (guint i = 0; i < 3; i++)
    activate (window, "win.redo");
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 1);
  g_assert_false (can_activate (window, "redo"));
}

/* What undo did to a record is shown. */
static void
test_undo_shown (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoPanel *panel = find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL);

  proviso_project_add_claim (get_project (window), 0, 4);
  activate (window, "panel.show-sources");
  g_assert_cmpstr (proviso_panel_get_list_name (panel), ==, "sources");
  activate (window, "win.undo");
  g_assert_cmpstr (proviso_panel_get_list_name (panel), ==, "sources");
  activate (window, "win.redo");
  g_assert_cmpstr (proviso_panel_get_list_name (panel), ==, "claims");
}

/* In a search entry, Ctrl+Z is the entry's own. */
static void
test_undo_in_entry (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  GtkWidget *entry = gtk_entry_new ();
  GtkEditable *text;
  g_autofree char *draft = NULL;

  type (window, "Kept. ");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), entry);
  gtk_widget_grab_focus (entry);
  text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  g_signal_emit_by_name (text, "insert-at-cursor", "abc");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "abc");
  activate (window, "win.undo");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "Kept. "));
}

/* An entry that nothing was typed into leaves the key to the project; one with a history keeps it. */
static void
test_undo_in_reply (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  ProvisoProject *project = get_project (window);
  ProvisoRecordList *thread;
  ProvisoCaveat *caveat;
  GtkTextBuffer *buffer;

  WAIT_UNTIL (shows_project (window) && is_saved (window));
  caveat = proviso_project_add_caveat (project, NULL, 0, 5);
  thread = proviso_caveat_get_thread (caveat);
  proviso_project_add_comment (project, caveat, "Is it so?");
  proviso_selection_show_in_panel (proviso_workspace_get_selection (workspace), PROVISO_RECORD (caveat),
                                   TRUE);
  WAIT_UNTIL (find_child (GTK_WIDGET (window), PROVISO_TYPE_THREAD_GROUP) != NULL);
  WAIT_UNTIL (gtk_widget_get_mapped (find_child (GTK_WIDGET (window), PROVISO_TYPE_THREAD_GROUP)));
  proviso_thread_group_reply (find_child (GTK_WIDGET (window), PROVISO_TYPE_THREAD_GROUP));
  g_assert_true (PROVISO_IS_GROWING_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));

  activate (window, "win.undo");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 0);
  activate (window, "win.redo");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 1);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "a", -1);
  gtk_text_buffer_end_user_action (buffer);
  activate (window, "win.undo");
  activate (window, "win.undo");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 1);
}

#define ADD(name, function) g_test_add ("/undo/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("undo", test_undo);
  ADD ("undo-shown", test_undo_shown);
  ADD ("undo-in-entry", test_undo_in_entry);
  ADD ("undo-in-reply", test_undo_in_reply);

  return run_tests ();
}
