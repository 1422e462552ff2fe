/* test-load.c: projects and texts on their way into the windows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-application.h"
#include "app/proviso-window.h"

#include <glib/gstdio.h>

#define PROJECT                                                                                                      \
  "{ \"proviso\": 1, \"id\": \"0b8d8f1e-9d5c-4f53-8f0a-2b8a4b0f9f10\", \"title\": \"\", \"language\": \"en\",\n"            \
  "  \"created\": \"2026-03-28T10:00:00Z\", \"modified\": \"2026-03-28T10:00:00Z\", \"draft\": [],\n"                  \
  "  \"claims\": [], \"caveats\": [], \"sources\": [] }\n"

static ProvisoApplication *application;

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("proviso-load-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static GList *
get_windows (void)
{
  return gtk_application_get_windows (GTK_APPLICATION (application));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = g_list_copy (get_windows ());
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  for (GList *l = windows; l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_close_now (l->data);
  WAIT_UNTIL (get_windows () == NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static GFile *
create_file (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static ProvisoDocument *
get_document (guint position)
{
  return proviso_window_get_document (g_list_nth_data (get_windows (), position));
}

static char *
dup_draft (guint position)
{
  return proviso_text_dup (proviso_project_get_text (proviso_document_get_project (get_document (position))));
}

/* Each finds a window of its own: the first is still being read when the second comes. */
static void
test_two_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = create_file (fixture, "one.md", "# One\n");
  g_autoptr (GFile) two = create_file (fixture, "two.md", "# Two\n");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  proviso_application_open_file (application, one, NULL);
  proviso_application_open_file (application, two, NULL);
  g_assert_cmpuint (g_list_length (get_windows ()), ==, 2);
  WAIT_UNTIL (proviso_document_get_unsaved (get_document (0)) && proviso_document_get_unsaved (get_document (1)));
  first = dup_draft (0);
  second = dup_draft (1);
  g_assert_cmpstr (first, ==, "# Two\n"); /* the last window comes first */
  g_assert_cmpstr (second, ==, "# One\n");
}

/* What cannot be read leaves an empty window behind, for the next. */
static void
test_missing_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere.md", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  ProvisoWindow *window;

  proviso_application_open_file (application, nowhere, NULL);
  window = get_windows ()->data;
  g_assert_true (proviso_window_is_importing (window));
  WAIT_UNTIL (!proviso_window_is_importing (window));
  g_assert_true (proviso_window_is_empty (window));

  /* What it says of that does not hold up the end. */
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  WAIT_UNTIL (get_windows () == NULL);
}

/* The notice that asks for it is there until the project is. */
static void
test_reload_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = create_file (fixture, "one.proviso", PROJECT);
  ProvisoWindow *window;

  proviso_application_open_file (application, file, NULL);
  window = get_windows ()->data;
  WAIT_UNTIL (proviso_document_get_state (get_document (0)) == PROVISO_DOCUMENT_STATE_SAVED);
  proviso_window_reload (window);
  proviso_window_reload (window);
  WAIT_UNTIL (proviso_document_get_state (get_document (0)) == PROVISO_DOCUMENT_STATE_SAVED);
}

/* What is being written is not taken away from under it. */
static void
test_reload_during_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = create_file (fixture, "one.proviso", PROJECT);
  g_autofree char *draft = NULL;
  ProvisoWindow *window;

  proviso_application_open_file (application, file, NULL);
  window = get_windows ()->data;
  WAIT_UNTIL (proviso_document_get_state (get_document (0)) == PROVISO_DOCUMENT_STATE_SAVED);
  proviso_text_replace (proviso_project_get_text (proviso_document_get_project (get_document (0))), 0, 0, "Typed");
  proviso_document_save_async (get_document (0), NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL, NULL, NULL);
  proviso_window_reload (window);
  WAIT_UNTIL (proviso_document_get_state (get_document (0)) == PROVISO_DOCUMENT_STATE_SAVED);
  draft = dup_draft (0);
  g_assert_cmpstr (draft, ==, "Typed");
}

#define ADD(name, function) g_test_add ("/load/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  application = proviso_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  ADD ("two-texts", test_two_texts);
  ADD ("missing-text", test_missing_text);
  ADD ("reload-twice", test_reload_twice);
  ADD ("reload-during-save", test_reload_during_save);

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
