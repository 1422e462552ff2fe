/* test-saving.c: when the window writes its file, and what it asks before it closes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-autosave.h"
#include "panel/find.h"

#include <glib/gstdio.h>

static void
test_close_cancel_and_discard (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *contents = NULL;

  type (window, "Lost. ");
  close_window (window);
  respond (window, "cancel");
  g_assert_cmpuint (count_windows (), ==, 1);
  close_window (window);
  respond (window, "discard");
  WAIT_UNTIL (count_windows () == 0);
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_cmpstr (contents, ==, PROJECT);
}

static void
test_close_save (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *contents = NULL;

  type (window, "Kept. ");
  close_window (window);
  respond (window, "save");
  WAIT_UNTIL (count_windows () == 0);
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_nonnull (strstr (contents, "\"Kept. # Two labs\\n\""));
}

static void
test_close_unchanged (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoDocument *document = proviso_window_get_document (window);

  /* Nothing keeps what was in it. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  close_window (window);
  WAIT_UNTIL (count_windows () == 0);
  WAIT_UNTIL (window == NULL && document == NULL);
}

static void
test_quit_with_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = create_file (fixture, "other.proviso", PROJECT);
  ProvisoWindow *first = open_project (fixture);
  ProvisoWindow *second, *asked;

  proviso_application_open_file (application, other, NULL);
  second = get_window ();
  g_assert_true (first != second);
  WAIT_UNTIL (is_saved (second));
  type (first, "One. ");
  type (second, "Two. ");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  WAIT_UNTIL (get_dialog (first) != NULL || get_dialog (second) != NULL);
  asked = get_dialog (first) != NULL ? first : second;
  /* The first one of the list is not to be saved. */
  gtk_check_button_set_active (find_child (GTK_WIDGET (get_dialog (asked)), GTK_TYPE_CHECK_BUTTON), FALSE);
  respond (asked, "save");
  WAIT_UNTIL (count_windows () == 0);

  {
    g_autofree char *one = NULL;
    g_autofree char *two = NULL;

    g_file_load_contents (fixture->file, NULL, &one, NULL, NULL, NULL);
    g_file_load_contents (other, NULL, &two, NULL, NULL, NULL);
    g_assert_cmpint ((strstr (one, "One. ") != NULL) + (strstr (two, "Two. ") != NULL), ==, 1);
  }
}

/* The file in which a caveat was settled on words that are others now. */
static GFile *
create_changed_file (Fixture *fixture)
{
  g_autoptr (GString) contents = g_string_new (PROJECT);

  g_string_replace (contents, "\"caveats\": []",
                    "\"caveats\": [{\"id\": \"c\", \"state\": \"accepted\", \"reason\": \"Known\", "
                    "\"anchors\": "
                    "[{\"start\": 16, \"end\": 30, \"exact\": \"lab kept video\"}]}]",
                    1);

  return create_file (fixture, "changed.proviso", contents->str);
}

/* It was only opened, and says why it counts as edited. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = create_changed_file (fixture);
  ProvisoWindow *window;
  ProvisoCaveat *caveat;
  g_autofree char *contents = NULL;

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (shows_project (window));
  g_assert_cmpint (proviso_document_get_state (proviso_window_get_document (window)), ==,
                   PROVISO_DOCUMENT_STATE_EDITED);
  WAIT_UNTIL (
      shows_label (GTK_WIDGET (window), "1 caveat was reopened: its words were changed outside Proviso"));
  g_assert_false (can_activate (window, "undo"));
  caveat = proviso_project_find_caveat (get_project (window), "c");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);

  close_window (window);
  respond (window, "save");
  WAIT_UNTIL (count_windows () == 0);
  g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL);
  g_assert_nonnull (strstr (contents, "passage_changed_outside"));

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (shows_project (window) && is_saved (window));
}

static void
test_failed_save (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *moved = g_strconcat (fixture->folder, "-moved", NULL);
  g_autofree char *draft = NULL;

  type (window, "Kept. ");
  g_assert_cmpint (g_rename (fixture->folder, moved), ==, 0);
  activate (window, "win.save");
  respond (window, "cancel");
  g_assert_nonnull (get_notice (window));
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "Kept. "));

  g_assert_cmpint (g_rename (moved, fixture->folder), ==, 0);
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  g_assert_null (get_notice (window));
}

static void
test_autosave (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *changed = g_strdup (PROJECT);
  g_autofree char *contents = NULL;
  gint64 until;

  g_settings_set_boolean (settings, "autosave", TRUE);
  type (window, "Kept. ");
  WAIT_UNTIL (!is_saved (window));
  WAIT_UNTIL (is_saved (window));
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_nonnull (strstr (contents, "\"Kept. # Two labs\\n\""));
  g_clear_pointer (&contents, g_free);

  /* What somebody else wrote is not written over, however long one waits. */
  memcpy (strstr (changed, "left video"), "kept audio", 10);
  g_file_set_contents (g_file_peek_path (fixture->file), changed, -1, NULL);
  WAIT_UNTIL (get_notice (window) != NULL);
  type (window, "Mine. ");
  until = g_get_monotonic_time () + (PROVISO_AUTOSAVE_DELAY + 500) * G_TIME_SPAN_MILLISECOND;
  WAIT_UNTIL (g_get_monotonic_time () > until);
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_cmpstr (contents, ==, changed);
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));
  g_settings_set_boolean (settings, "autosave", FALSE);
}

#define ADD(name, function) g_test_add ("/saving/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("close-cancel-and-discard", test_close_cancel_and_discard);
  ADD ("close-save", test_close_save);
  ADD ("close-unchanged", test_close_unchanged);
  ADD ("quit-with-two", test_quit_with_two);
  ADD ("reopened", test_reopened);
  ADD ("failed-save", test_failed_save);
  ADD ("autosave", test_autosave);

  return run_tests ();
}
