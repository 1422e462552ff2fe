/* test-draft-reviewing.c: the draft while it is reviewed: read and walked through, its words left as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"
#include "editor/pointer.h"

static void
move_focus_cb (int *direction, GtkDirectionType asked)
{
  *direction = (int) asked;
}

/* While it is reviewed, a draft is read and walked through; its words stay as they are, whatever is pressed. */
static void
test_reviewing (Fixture *fixture, gconstpointer draft)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  ProvisoBuffer *buffer = fixture_get_buffer (fixture);
  ProvisoRecordList *caveats = proviso_project_get_caveats (fixture->project);
  g_autofree char *typed = NULL;
  int direction = -1;
  guint start;

  fixture_place (fixture, "Last");
  fixture_press ("x");
  typed = fixture_dup_text (fixture);
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);

  /* The caret still moves, and says why nothing is typed, once. */
  start = proviso_buffer_get_cursor (buffer);
  fixture_press ("Right Right shift+Right");
  g_assert_cmpuint (proviso_buffer_get_cursor (buffer), ==, start + 3);
  g_assert_null (fixture->message);
  fixture_press ("y");
  g_assert_nonnull (fixture->message);
  g_clear_pointer (&fixture->message, g_free);
  fixture_press ("y Return BackSpace Delete ctrl+x");
  /* What moves lines while they are written moves on. */
  fixture_press ("Tab");
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->view));
  fixture_press ("shift+Tab");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->view));
  g_signal_connect_swapped (fixture->view, "move-focus", G_CALLBACK (move_focus_cb), &direction);
  fixture_press ("shift+Tab");
  g_assert_cmpint (direction, ==, GTK_DIR_TAB_BACKWARD);
  g_signal_handlers_disconnect_by_data (fixture->view, &direction);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->pane));
  fixture_assert_text (fixture, typed);
  g_assert_null (fixture->message);

  /* What was typed before is not undone behind the reader's back; what is done to records is. */
  fixture_press ("ctrl+z");
  fixture_assert_text (fixture, typed);
  g_assert_nonnull (fixture->message);
  fixture_select (fixture, "March");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
  fixture_press ("ctrl+z");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 0);
  fixture_press ("ctrl+y");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
  /* What is asked for is done. */
  proviso_text_replace (PROVISO_TEXT (buffer), 0, 0, "Asked for. ");
  proviso_history_undo (history);
  fixture_press ("ctrl+y");
  fixture_assert_text (fixture, typed);

  /* What is settled waits for whoever reviews. */
  proviso_project_set (fixture->project, proviso_record_list_peek (caveats, 0), "state",
                       PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
  proviso_selection_set_record (fixture->selection, NULL);
  fixture_press ("F8");
  fixture_activate (fixture, "next-caveat", NULL);
  g_assert_true (proviso_selection_get_record (fixture->selection) == proviso_record_list_peek (caveats, 0));

  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  proviso_selection_set_record (fixture->selection, NULL);
  fixture_activate (fixture, "next-caveat", NULL);
  g_assert_null (proviso_selection_get_record (fixture->selection));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  fixture_press ("End z");
  g_assert_cmpuint (proviso_text_get_length (PROVISO_TEXT (buffer)), ==, g_utf8_strlen (typed, -1) + 1);
}

/* Nor does what the toolkit does to a text in ways of its own, be it by a key or from a menu. */
static void
test_reviewing_toolkit (Fixture *fixture, gconstpointer draft)
{
  ProvisoBuffer *buffer = fixture_get_buffer (fixture);
  g_autofree char *text = NULL;

  proviso_text_replace (PROVISO_TEXT (buffer), fixture_find (fixture, "March"), 0, "12 ");
  text = fixture_dup_text (fixture);
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);

  fixture_select (fixture, "12");
  fixture_activate (fixture, "bold", NULL);
  fixture_assert_text (fixture, text);
  g_assert_nonnull (fixture->message);
  g_clear_pointer (&fixture->message, g_free);
  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);
  fixture_place (fixture, "12");
  fixture_press ("ctrl+shift+x");
  fixture_assert_text (fixture, text);
  g_assert_nonnull (fixture->message);
  g_signal_emit_by_name (fixture->view, "change-number", 1);
  fixture_assert_text (fixture, text);
  fixture_select (fixture, "consumer");
  for (int i = GTK_SOURCE_CHANGE_CASE_LOWER; i <= GTK_SOURCE_CHANGE_CASE_TITLE; i++)
    {
      g_signal_emit_by_name (fixture->view, "change-case", i);
      fixture_assert_text (fixture, text);
    }
  g_signal_emit_by_name (fixture->view, "join-lines");
  g_signal_emit_by_name (fixture->view, "move-lines", TRUE);
  g_signal_emit_by_name (fixture->view, "move-words", 1);
  g_signal_emit_by_name (fixture->view, "insert-at-cursor", "x");
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_PARAGRAPHS, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "clipboard.cut", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "clipboard.paste", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "selection.delete", NULL);
  fixture_wait (100);
  fixture_assert_text (fixture, text);

  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  fixture_place (fixture, "12");
  fixture_press ("ctrl+shift+x");
  fixture_assert_text (fixture,
                       "# Two labs\n\nThe lab left consumer video in 11 March.\n\n- one\n\nLast words.\n\n");
}

/* What is pasted or dragged by the pointer does not change a text under review. */
static void
test_reviewing_pointer (Fixture *fixture, gconstpointer draft)
{
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);
  fixture_wait (100);
  fixture_select (fixture, "consumer ");
  point_at (fixture, "Last");
  g_assert_true (g_spawn_command_line_sync ("xdotool click 2", NULL, NULL, NULL, NULL));
  fixture_wait (300);
  fixture_assert_text (fixture, draft);

  fixture_select (fixture, "consumer ");
  drag_to (fixture, "consumer ", "Last");
  fixture_wait (2500);
  fixture_assert_text (fixture, draft);
}

int
main (int argc, char **argv)
{
  static const char draft[] =
      "# Two labs\n\nThe lab left consumer video in March.\n\n- one\n\nLast words.\n\n";

  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(name, function)                                                                                  \
  g_test_add ("/editor/draft-reviewing/" name, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("reviewing", test_reviewing);
  ADD ("reviewing-toolkit", test_reviewing_toolkit);
  ADD ("reviewing-pointer", test_reviewing_pointer);
  return g_test_run ();
}
