/* test-seen.c: what others did to a document since the person last looked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-seen-control.h"
#include "core/proviso-identity.h"
#include "storage/proviso-seen.h"

#include <glib/gstdio.h>

#define DRAFT "# Two labs\n\nThe lab left video.\n\nIts model leads.\n"

typedef struct
{
  char *folder;
  GFile *file;
  ProvisoDocument *document;
  ProvisoSeenControl *control;
} Fixture;

static void
start (Fixture *fixture)
{
  fixture->document = proviso_document_new ();
  fixture->control = proviso_seen_control_new (fixture->document);
}

static void
stop (Fixture *fixture)
{
  /* Work that is under way keeps it until it is done. */
  g_object_run_dispose (G_OBJECT (fixture->control));
  g_clear_object (&fixture->control);
  g_assert_finalize_object (g_steal_pointer (&fixture->document));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  proviso_identity_set_name ("Ben");
  fixture->folder = g_dir_make_tmp ("proviso-seen-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "labs.proviso", NULL);
  fixture->file = g_file_new_for_path (path);
  start (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  proviso_document_close (fixture->document);
  stop (fixture);
  g_unlink (g_file_peek_path (fixture->file));
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static ProvisoText *
get_text (Fixture *fixture)
{
  return proviso_project_get_text (proviso_document_get_project (fixture->document));
}

static gboolean
has_seen (Fixture *fixture, const char *words)
{
  const char *id = proviso_project_get_id (proviso_document_get_project (fixture->document));
  g_autoptr (GBytes) bytes = proviso_seen_read (id, "Ben");

  return bytes != NULL &&
         g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), words) != NULL;
}

static void
save_as_seen (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, DRAFT);
  proviso_document_save_async (fixture->document, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &result);
  WAIT_UNTIL (result != NULL);
  g_assert_true (proviso_document_save_finish (fixture->document, result, NULL));
  g_clear_object (&result); /* which holds the document */
  WAIT_UNTIL (has_seen (fixture, "left video"));
  proviso_document_close (fixture->document);
  stop (fixture);
}

/* As somebody else does it, on another computer. */
static void
change_file (Fixture *fixture, const char *words, const char *others)
{
  g_autofree char *contents = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, NULL));
  changed = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (changed, words, others, 0), ==, 1);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), changed->str, -1, NULL));
}

static void
load (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  proviso_document_load_async (fixture->document, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, NULL, result_cb, &result);
  WAIT_UNTIL (result != NULL);
  g_assert_true (proviso_document_load_finish (fixture->document, result, NULL));
}

static GPtrArray *
list_recoveries (void)
{
  g_autoptr (GAsyncResult) result = NULL;

  proviso_recovery_list_async (NULL, result_cb, &result);
  WAIT_UNTIL (result != NULL);
  return proviso_recovery_list_finish (result, NULL);
}

static void
recover (Fixture *fixture)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  /* The journal's last write is in a thread. */
  do
    {
      g_clear_pointer (&recoveries, g_ptr_array_unref);
      g_usleep (10000);
      recoveries = list_recoveries ();
    }
  while (recoveries->len == 0);
  proviso_document_recover_async (fixture->document, recoveries->pdata[0], NULL, result_cb, &result);
  WAIT_UNTIL (result != NULL);
  g_assert_true (proviso_document_load_finish (fixture->document, result, NULL));
}

/* The changed words of each change, as they stand in the draft: in brackets, a line a change. */
static void
assert_changes (Fixture *fixture, const char *expected)
{
  ProvisoChanges *changes = proviso_seen_control_get_changes (fixture->control);
  GListModel *list = proviso_changes_get_list (changes);
  g_autofree char *draft = proviso_text_dup (get_text (fixture));
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (ProvisoChange) change = g_list_model_get_item (list, i);
      g_autoptr (GArray) words = proviso_change_dup_words (change);

      for (guint j = 0; j < words->len; j++)
        {
          const ProvisoChangedWords *bounds = &g_array_index (words, ProvisoChangedWords, j);
          g_autofree char *part = g_utf8_substring (draft, bounds->start, bounds->end);

          g_string_append_printf (shown, "[%s]", part);
        }
      g_string_append_c (shown, '\n');
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

/* What somebody else did is told after the program ended unexpectedly, too; what was written here is not. */
static void
test_recovered (Fixture *fixture, gconstpointer data)
{
  save_as_seen (fixture);
  change_file (fixture, "left video", "kept audio");

  start (fixture);
  load (fixture);
  WAIT_UNTIL (proviso_seen_control_get_changes (fixture->control) != NULL);
  assert_changes (fixture, "[kept audio]\n");
  proviso_text_replace (get_text (fixture), 0, 0, "Typed first.\n\n");
  proviso_text_replace (get_text (fixture), proviso_text_get_length (get_text (fixture)), 0, "\nAnd last.\n");
  stop (fixture);

  start (fixture);
  recover (fixture);
  g_assert_true (proviso_document_get_recovered (fixture->document));
  /* While it is compared, one writes on. */
  proviso_text_replace (get_text (fixture), 0, 0, "More.\n\n");
  WAIT_UNTIL (proviso_seen_control_get_changes (fixture->control) != NULL);
  assert_changes (fixture, "[kept audio]\n");
  g_assert_false (has_seen (fixture, "kept audio"));

  proviso_seen_control_mark_seen (fixture->control);
  WAIT_UNTIL (has_seen (fixture, "kept audio"));
  g_assert_false (has_seen (fixture, "Typed first"));
}

static void
save (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  proviso_document_save_async (fixture->document, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &result);
  WAIT_UNTIL (result != NULL);
  g_assert_true (proviso_document_save_finish (fixture->document, result, NULL));
}

/* Who writes on and saves, twice, without having looked at what somebody else did is told of that the next time, and of
 * nothing else. */
static void
test_own_edits (Fixture *fixture, gconstpointer data)
{
  save_as_seen (fixture);
  change_file (fixture, "left video", "kept audio");

  start (fixture);
  load (fixture);
  WAIT_UNTIL (proviso_seen_control_get_changes (fixture->control) != NULL);
  proviso_text_replace (get_text (fixture), 2, 3, "Three");
  save (fixture);
  WAIT_UNTIL (has_seen (fixture, "Three labs"));
  proviso_text_replace (get_text (fixture), 2, 5, "Four");
  proviso_text_replace (get_text (fixture), proviso_text_get_length (get_text (fixture)), 0, "\nAnd last.\n");
  save (fixture);
  WAIT_UNTIL (has_seen (fixture, "Four labs") && has_seen (fixture, "And last."));
  g_assert_false (has_seen (fixture, "kept audio"));
  proviso_document_close (fixture->document);
  stop (fixture);

  start (fixture);
  load (fixture);
  WAIT_UNTIL (proviso_seen_control_get_changes (fixture->control) != NULL);
  assert_changes (fixture, "[kept audio]\n");
}

#define ADD(name, function) g_test_add ("/seen-control/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  /* The journal and what was seen go to the state folder. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("recovered", test_recovered);
  ADD ("own-edits", test_own_edits);

  return g_test_run ();
}
