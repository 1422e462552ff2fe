/* test-journal.c: what is not saved is kept, and comes back as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that ends unexpectedly is played in three ways: by dropping the journal without closing it, by
 * copying its folder while it lives (the copy is what a kill at that moment leaves), and by really killing a
 * child.
 */
#define _GNU_SOURCE /* kill, setrlimit */

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "export/proviso-remains-section.h"
#include "storage/proviso-codec.h"
#include "storage/proviso-journal-changes.h"
#include "storage/proviso-journal-session.h"
#include "storage/proviso-journal.h"
#include "storage/proviso-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define SEED 20260328

#define DRAFT                                                                                                \
  "# Two labs\n\nThe lab reportedly walked away from consumer video.\n\nIts partner withdrew — at “$1 "      \
  "billion”.\n"

static GRand *rng;

/* Helpers */

static GBytes *
get_bytes (ProvisoProject *project)
{
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = proviso_codec_tree_to_bytes (tree, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
assert_same (ProvisoProject *actual, GBytes *expected)
{
  g_autoptr (GBytes) bytes = get_bytes (actual);

  if (!g_bytes_equal (bytes, expected))
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "proviso-journal-expected.json", NULL);
      g_autofree char *other = g_build_filename (g_get_tmp_dir (), "proviso-journal-actual.json", NULL);

      g_file_set_contents (path, g_bytes_get_data (expected, NULL), (gssize) g_bytes_get_size (expected),
                           NULL);
      g_file_set_contents (other, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
      g_error ("What came back differs: compare %s and %s", path, other);
    }
}

static void
flush (ProvisoJournal *journal)
{
  g_autoptr (GError) error = NULL;

  proviso_journal_flush (journal, &error);
  g_assert_no_error (error);
}

static void
replace (ProvisoProject *project, guint offset, guint n_removed, const char *inserted)
{
  proviso_text_replace (proviso_project_get_text (project), offset, n_removed, inserted);
}

static ProvisoProject *
new_project (const char *draft)
{
  ProvisoProject *project = proviso_project_new ();

  replace (project, 0, 0, draft);
  proviso_history_clear (proviso_project_get_history (project));

  return project;
}

/* The project with a file of its own, as after a save. */
static GFile *
save_new (ProvisoProject *project, char **etag)
{
  g_autofree char *name = g_strconcat (proviso_project_get_id (project), ".proviso", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = get_bytes (project);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  proviso_store_write (file, bytes, NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, etag, &error);
  g_assert_no_error (error);

  return file;
}

/* The names in the state folder. Returns: (transfer full) (element-type utf8) */
static GPtrArray *
list_root (void)
{
  g_autofree char *root = proviso_journal_get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

static void
assert_n_folders (guint n)
{
  g_autoptr (GPtrArray) names = list_root ();

  g_assert_cmpuint (names->len, ==, n);
}

static char *
get_only_folder (void)
{
  g_autofree char *root = proviso_journal_get_root ();
  g_autoptr (GPtrArray) names = list_root ();

  g_assert_cmpuint (names->len, ==, 1);

  return g_build_filename (root, names->pdata[0], NULL);
}

static void
get_file (const char *folder, const char *name, char **data, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, data, length, &error);
  g_assert_no_error (error);
}

static void
set_file (const char *folder, const char *name, const char *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* What a kill now would leave: a session that nobody holds. `n_log`: how much of the log is left. */
static void
copy_session (const char *folder, gsize n_log)
{
  static const char *const names[] = { PROVISO_JOURNAL_META, PROVISO_JOURNAL_BASE, PROVISO_JOURNAL_LOG,
                                       PROVISO_JOURNAL_LOCK };
  g_autofree char *root = proviso_journal_get_root ();
  g_autofree char *copy = g_build_filename (root, "copy", NULL);

  g_mkdir (copy, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *data = NULL;
      gsize length;

      get_file (folder, names[i], &data, &length);
      set_file (copy, names[i], data,
                g_str_equal (names[i], PROVISO_JOURNAL_LOG) ? MIN (length, n_log) : length);
    }
}

static ProvisoRecovery *
get_only_entry (void)
{
  g_autoptr (GPtrArray) entries = proviso_recovery_list ();

  g_assert_cmpuint (entries->len, ==, 1);

  return g_object_ref (entries->pdata[0]);
}

static ProvisoProject *
open_whole (ProvisoRecovery *entry)
{
  g_autoptr (GError) error = NULL, warning = NULL;
  ProvisoProject *project = proviso_recovery_open (entry, NULL, &warning, &error);

  g_assert_no_error (error);
  g_assert_no_error (warning);
  g_assert_nonnull (project);

  return project;
}

/* A write that is under way holds the journal until it has ended. */
static void
drop (ProvisoJournal *journal)
{
  gpointer alive = journal;

  g_object_add_weak_pointer (G_OBJECT (journal), &alive);
  g_object_unref (journal);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Plays the end of a program: what is found then must be `project` as it is. */
static void
end_and_recover (ProvisoJournal *journal, ProvisoProject *project)
{
  g_autoptr (GBytes) expected = get_bytes (project);
  g_autoptr (ProvisoRecovery) entry = NULL;
  g_autoptr (ProvisoProject) recovered = NULL;

  drop (journal);
  entry = get_only_entry ();
  recovered = open_whole (entry);
  assert_same (recovered, expected);
  g_assert_true (proviso_history_get_modified (proviso_project_get_history (recovered)));
  proviso_recovery_discard (entry);
  assert_n_folders (0);
}

/* What is gathered */

static void
assert_lines (ProvisoJournalChanges *changes, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  proviso_journal_changes_encode (changes, lines);
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_typing_is_joined (void)
{
  g_autoptr (ProvisoProject) project = new_project ("0123456789");
  g_autoptr (ProvisoJournalChanges) changes = proviso_journal_changes_new (project);

  g_assert_true (proviso_journal_changes_is_empty (changes));
  assert_lines (changes, "");

  proviso_journal_changes_add_text (changes, 3, 0, "a");
  proviso_journal_changes_add_text (changes, 4, 0, "€");
  proviso_journal_changes_add_text (changes, 5, 0, "\n");
  proviso_journal_changes_add_text (changes, 6, 0, "x");
  proviso_journal_changes_add_text (changes, 6, 1, "");
  g_assert_false (proviso_journal_changes_is_empty (changes));
  assert_lines (changes, "{\"t\":[3,0,\"a€\\n\"]}\n{\"n\":10}\n");

  /* Typed and taken back: nothing is left to say. */
  proviso_journal_changes_add_text (changes, 3, 0, "ab");
  proviso_journal_changes_add_text (changes, 3, 2, "");
  assert_lines (changes, "");

  /* Backspace three times, then delete; then elsewhere, over a selection. */
  proviso_journal_changes_add_text (changes, 5, 1, "");
  proviso_journal_changes_add_text (changes, 4, 1, "");
  proviso_journal_changes_add_text (changes, 3, 1, "");
  proviso_journal_changes_add_text (changes, 3, 1, "");
  proviso_journal_changes_add_text (changes, 0, 2, "\"\\\x01");
  proviso_journal_changes_add_text (changes, 3, 0, "c");
  assert_lines (changes, "{\"t\":[3,4,\"\"]}\n{\"t\":[0,2,\"\\\"\\\\\\u0001c\"]}\n{\"n\":10}\n");
}

/* Life of a session */

static void
test_lazy (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  g_autofree char *etag = NULL;
  g_autoptr (GFile) file = save_new (project, &etag);
  g_autoptr (ProvisoJournal) journal = proviso_journal_new (project, file, etag, NULL);

  flush (journal);
  assert_n_folders (0);
  replace (project, 0, 0, "x");
  flush (journal);
  assert_n_folders (1);

  /* While the program lives nothing is offered. */
  {
    g_autoptr (GPtrArray) entries = proviso_recovery_list ();

    g_assert_cmpuint (entries->len, ==, 0);
  }
  proviso_journal_close (journal);
  assert_n_folders (0);
  replace (project, 0, 0, "y");
  flush (journal);
  assert_n_folders (0);
}

/* By itself, while the writer goes on writing. */
static void
test_throttled (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autoptr (GPtrArray) names = NULL;

  do
    {
      replace (project, 0, 0, "x");
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_clear_pointer (&names, g_ptr_array_unref);
      names = list_root ();
    }
  while (names->len == 0 || *(char *) names->pdata[0] == '.');

  end_and_recover (journal, project);
}

static void
test_entry (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  g_autofree char *etag = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (ProvisoRecovery) entry = NULL;
  g_autoptr (ProvisoProject) recovered = NULL;
  g_autoptr (GError) error = NULL;
  ProvisoJournal *journal;
  ProvisoStoreState state;

  proviso_project_set_title (project, "Two labs, one week");
  file = save_new (project, &etag);
  journal = proviso_journal_new (project, file, etag, NULL);
  replace (project, 0, 0, "x");
  proviso_project_add_claim (project, 5, 9);
  flush (journal);
  replace (project, 9, 0, "y");
  drop (journal);

  entry = get_only_entry ();
  g_assert_true (g_file_equal (proviso_recovery_get_file (entry), file));
  g_assert_cmpstr (proviso_recovery_get_etag (entry), ==, etag);

  /* Whoever holds the entry has it alone. */
  {
    g_autoptr (GPtrArray) others = proviso_recovery_list ();

    g_assert_cmpuint (others->len, ==, 0);
  }

  recovered = proviso_recovery_open (entry, &state, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, PROVISO_STORE_SAME);
  g_clear_object (&recovered);

  g_file_replace_contents (file, "{}", 2, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  recovered = proviso_recovery_open (entry, &state, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, PROVISO_STORE_CHANGED);
  g_clear_object (&recovered);

  g_file_delete (file, NULL, NULL);
  recovered = proviso_recovery_open (entry, &state, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, PROVISO_STORE_GONE);

  proviso_recovery_discard (entry);
  assert_n_folders (0);
}

static void
test_save (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *etag = NULL, *second = NULL, *third = NULL;
  g_autoptr (GFile) file = NULL, file_again = NULL, file_once_more = NULL;
  g_autoptr (GBytes) saved = NULL;

  replace (project, 0, 0, "before ");
  flush (journal);
  assert_n_folders (1);

  /* The writer goes on while the file is being written. */
  replace (project, 7, 0, "still before ");
  proviso_journal_mark (journal);
  file = save_new (project, &etag);
  replace (project, 0, 0, "after ");
  flush (journal);
  proviso_project_add_claim (project, 0, 5);
  proviso_journal_saved (journal, file, etag);
  replace (project, 0, 0, "later ");
  flush (journal);
  assert_n_folders (1);
  {
    g_autofree char *folder = get_only_folder ();
    g_autofree char *base = NULL;

    get_file (folder, PROVISO_JOURNAL_BASE, &base, NULL);
    g_assert_nonnull (strstr (base, "\"before still before # Two labs"));
    g_assert_null (strstr (base, "after"));
  }

  /* A save that nothing follows leaves nothing to recover. */
  proviso_journal_mark (journal);
  file_again = save_new (project, &second);
  proviso_journal_saved (journal, file, second);
  flush (journal);
  assert_n_folders (0);

  /* A save that failed changes nothing. */
  replace (project, 0, 0, "1");
  proviso_journal_mark (journal);
  replace (project, 0, 0, "2");
  proviso_journal_mark (journal);
  replace (project, 0, 0, "3");
  end_and_recover (journal, project);

  /* A project that was never on the disk, saved before the journal came to write. */
  journal = proviso_journal_new (project, NULL, NULL, NULL);
  replace (project, 0, 0, "4");
  proviso_journal_mark (journal);
  file_once_more = save_new (project, &third);
  proviso_journal_saved (journal, file_once_more, third);
  flush (journal);
  assert_n_folders (0);
  replace (project, 0, 0, "5");
  end_and_recover (journal, project);
}

/* The file is not what the journal could start from any more. */
static void
test_file_changed (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  g_autofree char *etag = NULL;
  g_autoptr (GFile) file = save_new (project, &etag);
  ProvisoJournal *journal = proviso_journal_new (project, file, etag, NULL);

  g_file_replace_contents (file, "{}", 2, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  replace (project, 0, 0, "mine ");
  flush (journal);
  replace (project, 5, 0, "and more ");
  end_and_recover (journal, project);
}

static void
test_folder_removed (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *folder = NULL;

  replace (project, 0, 0, "one ");
  flush (journal);
  folder = get_only_folder ();
  proviso_journal_remove_folder (folder);
  assert_n_folders (0);
  replace (project, 0, 0, "two ");
  end_and_recover (journal, project);
}

static void
test_long_log (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *first = NULL, *second = NULL, *log = NULL;
  gsize length;

  replace (project, 0, 0, "x");
  flush (journal);
  first = get_only_folder ();
  for (guint i = 0; i < 9; i++)
    {
      replace (project, 0, 0, megabyte);
      flush (journal);
      replace (project, 0, 1024 * 1024, "y");
    }
  flush (journal);
  second = get_only_folder ();
  g_assert_cmpstr (first, !=, second);
  get_file (second, PROVISO_JOURNAL_LOG, &log, &length);
  g_assert_cmpuint (length, <, 6 * 1024 * 1024);
  replace (project, 0, 0, "z");
  end_and_recover (journal, project);
}

/* So that replaying takes no time that anybody notices, a log does not grow for days. */
static void
test_log_stays_short (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *page = g_strnfill (20000, 'x');

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *folder = NULL, *log = NULL;
      gsize length;

      replace (project, 0, i > 0 ? 20000 : 0, page);
      flush (journal);
      folder = get_only_folder ();
      get_file (folder, PROVISO_JOURNAL_LOG, &log, &length);
      g_assert_cmpuint (length, <, 300 * 1024);
    }
  end_and_recover (journal, project);
}

/* What was recovered is safe again before the old copy goes. */
static void
test_recovered_again (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  g_autoptr (ProvisoProject) recovered = NULL;
  g_autoptr (ProvisoRecovery) entry = NULL;
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *folder = NULL;

  proviso_project_add_claim (project, 2, 5);
  drop (journal);
  entry = get_only_entry ();
  recovered = open_whole (entry);
  journal = proviso_journal_new (recovered, NULL, NULL, entry);
  flush (journal);
  folder = get_only_folder ();
  g_assert_null (strstr (folder, proviso_recovery_get_id (entry)));
  g_clear_object (&entry);
  end_and_recover (journal, recovered);
}

/* The program ended before it could remove the session that another one replaced. */
static void
test_replaced_left_behind (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *etag = NULL, *folder = NULL, *id = NULL, *root = NULL, *copy = NULL, *back = NULL;
  g_autoptr (GFile) file = NULL;

  replace (project, 0, 0, "one ");
  flush (journal);
  folder = get_only_folder ();
  id = g_path_get_basename (folder);
  copy_session (folder, G_MAXSIZE);
  proviso_journal_mark (journal);
  file = save_new (project, &etag);
  replace (project, 0, 0, "two ");
  proviso_journal_saved (journal, file, etag);
  flush (journal);

  root = proviso_journal_get_root ();
  copy = g_build_filename (root, "copy", NULL);
  back = g_build_filename (root, id, NULL);
  g_assert_cmpint (g_rename (copy, back), ==, 0);
  assert_n_folders (2);
  end_and_recover (journal, project);
}

static void
test_two_at_once (void)
{
  g_autoptr (ProvisoProject) first = new_project ("first\n");
  g_autoptr (ProvisoProject) second = new_project ("second\n");
  ProvisoJournal *journal = proviso_journal_new (first, NULL, NULL, NULL);
  g_autoptr (ProvisoJournal) other = proviso_journal_new (second, NULL, NULL, NULL);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (ProvisoRecovery) entry = NULL;
  g_autoptr (ProvisoProject) recovered = NULL;

  replace (first, 0, 0, "the ");
  replace (second, 0, 0, "the ");
  flush (other);
  expected = get_bytes (first);
  drop (journal);

  entry = get_only_entry ();
  recovered = open_whole (entry);
  assert_same (recovered, expected);
  proviso_recovery_discard (entry);
  assert_n_folders (1);
  proviso_journal_close (other);
  assert_n_folders (0);
}

/* Trouble */

static void
count_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_disk_full (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *long_text = g_strnfill (20000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit old, low;
  guint n_notified = 0;

  g_signal_connect (journal, "notify::error", G_CALLBACK (count_notify), &n_notified);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  low = old;

  /* Not even the folder can be filled. */
  low.rlim_cur = 10;
  setrlimit (RLIMIT_FSIZE, &low);
  replace (project, 0, 0, "one ");
  g_assert_false (proviso_journal_flush (journal, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (proviso_journal_get_error (journal));
  g_assert_cmpuint (n_notified, ==, 1);
  assert_n_folders (0);
  g_clear_error (&error);

  /* Then it can, but not all of the log. */
  low.rlim_cur = 10000;
  setrlimit (RLIMIT_FSIZE, &low);
  replace (project, 0, 0, "two ");
  flush (journal);
  g_assert_null (proviso_journal_get_error (journal));
  g_assert_cmpuint (n_notified, ==, 2);
  replace (project, 0, 0, long_text);
  replace (project, 5, 0, "three ");
  g_assert_false (proviso_journal_flush (journal, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NO_SPACE);

  /* What is whole on the disk at that moment is what was there before. */
  {
    g_autofree char *folder = get_only_folder ();
    g_autoptr (ProvisoRecovery) entry = NULL;
    g_autoptr (ProvisoProject) recovered = NULL;
    g_autofree char *draft = NULL;

    copy_session (folder, G_MAXSIZE);
    entry = get_only_entry ();
    recovered = open_whole (entry);
    draft = proviso_text_dup (proviso_project_get_text (recovered));
    g_assert_true (g_str_has_prefix (draft, "two one # Two labs"));
    proviso_recovery_discard (entry);
  }

  replace (project, 0, 0, "four ");
  setrlimit (RLIMIT_FSIZE, &old);
  flush (journal);
  g_assert_null (proviso_journal_get_error (journal));
  g_assert_cmpuint (n_notified, ==, 4);
  end_and_recover (journal, project);
}

/* Once there is room again it is tried again, also if nobody writes on. */
static void
test_tried_again (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  struct rlimit old, low;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  low = old;
  low.rlim_cur = 10;
  setrlimit (RLIMIT_FSIZE, &low);
  replace (project, 0, 0, "one ");
  while (proviso_journal_get_error (journal) == NULL && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (proviso_journal_get_error (journal));
  setrlimit (RLIMIT_FSIZE, &old);
  while (proviso_journal_get_error (journal) != NULL && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (proviso_journal_get_error (journal));
  assert_n_folders (1);
  end_and_recover (journal, project);
}

/* What cannot be put into words must not hold up the rest. */
static void
test_unwritable (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  g_autofree char *etag = NULL;
  g_autoptr (GFile) file = save_new (project, &etag);
  ProvisoJournal *journal = proviso_journal_new (project, file, etag, NULL);
  ProvisoClaim *claim = proviso_project_add_claim (project, 2, 5);

  proviso_project_set (project, claim, "as-of", "soon", NULL);
  replace (project, 0, 0, "x");
  flush (journal);
  proviso_project_set (project, claim, "as-of", "2026-03", NULL);
  end_and_recover (journal, project);
}

static void
test_unknown_members (void)
{
  const char *text = "{\"proviso\": 1, \"id\": \"p\", \"draft\": [\"Words\\n\"], \"later\": [1,\n 2],"
                     " \"claims\": [{\"id\": \"c\", \"statement\": \"s\", \"mood\": {\n \"a\": \"b\\n\"}}],"
                     " \"caveats\": [], \"sources\": []}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoProject) project = proviso_codec_load (bytes, NULL, &error);
  g_autoptr (GBytes) expected = NULL;
  ProvisoJournal *journal;

  g_assert_no_error (error);
  journal = proviso_journal_new (project, NULL, NULL, NULL);
  replace (project, 0, 0, "x");
  flush (journal);
  proviso_project_set (project, proviso_project_find_claim (project, "c"), "note", "two\nlines", NULL);
  proviso_project_set (project, project, "title", "T", NULL);
  flush (journal);
  {
    g_autoptr (ProvisoRecovery) entry = NULL;
    g_autoptr (ProvisoProject) recovered = NULL;
    const ProvisoForeignMember *members;
    guint n;

    drop (journal);
    entry = get_only_entry ();
    recovered = open_whole (entry);
    members =
        proviso_record_get_foreign_members (PROVISO_RECORD (proviso_project_find_claim (recovered, "c")), &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (members[0].name, ==, "mood");
    g_assert_nonnull (strstr (members[0].json, "\"b\\n\""));
    members = proviso_record_get_foreign_members (PROVISO_RECORD (recovered), &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (proviso_claim_get_note (proviso_project_find_claim (recovered, "c")), ==, "two\nlines");
    g_assert_cmpstr (proviso_project_get_title (recovered), ==, "T");
    proviso_recovery_discard (entry);
  }
}

/* A caveat that an edit of the draft reopened is so once, not once more as the edit is replayed. */
static void
test_reopened (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 4, 9);
  const char *id = proviso_caveat_get_id (caveat);
  ProvisoJournal *journal;
  g_autoptr (ProvisoRecovery) entry = NULL;
  g_autoptr (ProvisoProject) recovered = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *json = NULL;

  g_assert_true (
      proviso_project_settle_caveat (project, caveat, PROVISO_CAVEAT_STATE_ACCEPTED, "Known", NULL));
  journal = proviso_journal_new (project, NULL, NULL, NULL);
  replace (project, 0, 0, "x");
  flush (journal);
  replace (project, 7, 1, "");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  flush (journal);
  expected = proviso_codec_record_to_json (PROVISO_RECORD (caveat), NULL);

  drop (journal);
  entry = get_only_entry ();
  recovered = open_whole (entry);
  json = proviso_codec_record_to_json (PROVISO_RECORD (proviso_project_find_caveat (recovered, id)), NULL);
  g_assert_cmpstr (json, ==, expected);
  proviso_recovery_discard (entry);
}

static void
test_damaged (void)
{
  static const char nonsense[] = "{\"s\":[\"nonsense\",0,0,[]]}\n";
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoJournal *journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autofree char *folder = NULL, *log = NULL, *kept = NULL, *base = NULL, *meta = NULL;
  g_autoptr (GError) error = NULL, warning = NULL;
  g_autoptr (ProvisoProject) recovered = NULL;
  g_autofree char *draft = NULL;
  gsize length;

  replace (project, 0, 0, "x");
  flush (journal);
  replace (project, 0, 0, "one ");
  flush (journal);
  replace (project, 0, 0, "two ");
  flush (journal);
  drop (journal);
  folder = get_only_folder ();
  kept = g_strconcat (folder, ".damaged", NULL);

  /* A page of the log came back empty: all before it is there, and the rest is not thrown away. */
  get_file (folder, PROVISO_JOURNAL_LOG, &log, &length);
  memset (strstr (log, "two ") - 4, 0, 6);
  set_file (folder, PROVISO_JOURNAL_LOG, log, length);
  {
    g_autoptr (ProvisoRecovery) entry = get_only_entry ();

    recovered = proviso_recovery_open (entry, NULL, &warning, &error);
    g_assert_no_error (error);
    g_assert_error (warning, PROVISO_RECOVERY_ERROR, PROVISO_RECOVERY_ERROR_INCOMPLETE);
    g_assert_nonnull (strstr (warning->message, kept));
    draft = proviso_text_dup (proviso_project_get_text (recovered));
    g_assert_true (g_str_has_prefix (draft, "one x# Two labs"));
    proviso_recovery_discard (entry);
  }
  {
    g_autoptr (GPtrArray) entries = proviso_recovery_list ();

    g_assert_cmpuint (entries->len, ==, 0);
    assert_n_folders (1);
  }

  /* A line that no version writes. */
  g_assert_cmpint (g_rename (kept, folder), ==, 0);
  set_file (folder, PROVISO_JOURNAL_LOG, nonsense, strlen (nonsense));
  {
    g_autoptr (ProvisoRecovery) entry = get_only_entry ();
    g_autoptr (ProvisoProject) unchanged = NULL;

    g_clear_error (&warning);
    unchanged = proviso_recovery_open (entry, NULL, &warning, &error);
    g_assert_no_error (error);
    g_assert_error (warning, PROVISO_RECOVERY_ERROR, PROVISO_RECOVERY_ERROR_INCOMPLETE);
  }

  /* Nothing at all can be read. */
  g_assert_cmpint (g_rename (kept, folder), ==, 0);
  get_file (folder, PROVISO_JOURNAL_BASE, &base, &length);
  set_file (folder, PROVISO_JOURNAL_BASE, base, length / 2);
  {
    g_autoptr (ProvisoRecovery) entry = get_only_entry ();

    g_clear_error (&warning);
    g_assert_null (proviso_recovery_open (entry, NULL, &warning, &error));
    g_assert_error (error, PROVISO_RECOVERY_ERROR, PROVISO_RECOVERY_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, kept));
    proviso_recovery_discard (entry);
    g_assert_true (g_file_test (kept, G_FILE_TEST_IS_DIR));
  }

  /* Nor what it belongs to: still offered, still told. */
  g_assert_cmpint (g_rename (kept, folder), ==, 0);
  set_file (folder, PROVISO_JOURNAL_META, "\x01\x02", 2);
  {
    g_autoptr (ProvisoRecovery) entry = get_only_entry ();

    g_assert_null (proviso_recovery_get_file (entry));
  }

  /* A file of which it is not known what it was is not the project's: it is asked for when that is saved. */
  meta = g_strdup_printf ("[%s]\nfile=file:///two-labs.proviso\n", PROVISO_JOURNAL_GROUP);
  set_file (folder, PROVISO_JOURNAL_META, meta, strlen (meta));
  {
    g_autoptr (ProvisoRecovery) entry = get_only_entry ();

    g_assert_null (proviso_recovery_get_file (entry));
  }
  proviso_journal_remove_folder (folder);
  assert_n_folders (0);
}

/* Random edits */

static const char *const words[] = { "lab", "walked", " ",  "\n",          "“quoted”",
                                     "ü",   "𝄞",      "is", "reportedly ", "# Head\n" };

static guint
random_offset (ProvisoProject *project)
{
  return (guint) g_rand_int_range (rng, 0,
                                   (gint32) proviso_text_get_length (proviso_project_get_text (project)) + 1);
}

static void
random_range (ProvisoProject *project, guint *start, guint *end)
{
  guint length = proviso_text_get_length (proviso_project_get_text (project));

  *start = random_offset (project);
  *end = *start + (guint) g_rand_int_range (rng, 1, 20);
  *end = MIN (*end, length);
}

static gpointer
random_record (ProvisoRecordList *list)
{
  guint size = proviso_record_list_get_size (list);

  return size > 0 ? proviso_record_list_peek (list, (guint) g_rand_int_range (rng, 0, (gint32) size)) : NULL;
}

static void
random_text_edit (ProvisoProject *project)
{
  ProvisoText *text = proviso_project_get_text (project);
  guint start, end;

  random_range (project, &start, &end);
  switch (g_rand_int_range (rng, 0, 6))
    {
    case 0:
      replace (project, start, end - start, "");
      break;
    case 1:
      replace (project, start, end - start, words[g_rand_int_range (rng, 0, G_N_ELEMENTS (words))]);
      break;
    case 2: /* backspace, letter by letter */
      for (guint n = (guint) g_rand_int_range (rng, 1, 8); n > 0 && end > 0; n--)
        replace (project, --end, 1, "");
      break;
    case 3: /* cut and paste, in one flush or in two */
      {
        g_autofree char *cut = proviso_text_get_slice (text, start, end);

        replace (project, start, end - start, "");
        replace (project, random_offset (project), 0, cut);
        break;
      }
    case 4: /* drag: in at the one place, then out at the other */
      {
        g_autofree char *dragged = proviso_text_get_slice (text, start, end);
        guint length = end - start, to = random_offset (project);

        if (to > start && to < end)
          break;
        replace (project, to, 0, dragged);
        replace (project, to <= start ? start + length : start, length, "");
        break;
      }
    default: /* typing */
      for (guint n = (guint) g_rand_int_range (rng, 1, 12); n > 0; n--, start++)
        replace (project, start, 0, n % 5 == 0 ? " " : "t");
    }
}

static void
random_record_edit (ProvisoProject *project)
{
  ProvisoClaim *claim = random_record (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = random_record (proviso_project_get_caveats (project));
  ProvisoSource *source = random_record (proviso_project_get_sources (project));
  g_autofree char *note =
      g_strdup_printf ("note %d\n“%d”", g_rand_int_range (rng, 0, 100), g_rand_int_range (rng, 0, 9));
  guint start, end;

  random_range (project, &start, &end);
  switch (g_rand_int_range (rng, 0, 15))
    {
    case 0:
    case 1:
      proviso_project_add_claim (project, start, end);
      break;
    case 2:
      proviso_project_add_caveat (project, g_rand_boolean (rng) ? claim : NULL, start, end);
      break;
    case 3:
      proviso_project_add_source (project, note);
      break;
    case 4:
      if (claim != NULL && source != NULL)
        proviso_project_add_evidence (project, claim, source);
      break;
    case 5:
      if (claim != NULL && end > start)
        proviso_project_add_anchor (project, claim, start, end);
      break;
    case 6:
      if (claim != NULL && proviso_claim_peek_anchors (claim) != NULL && end > start)
        {
          ProvisoAnchor *anchor = random_record (proviso_claim_peek_anchors (claim));

          if (anchor != NULL)
            proviso_project_move_anchor (project, anchor, start, end);
        }
      break;
    case 7:
      if (claim != NULL)
        proviso_project_set (project, claim, "note", note, "status", g_rand_int_range (rng, 0, 11), NULL);
      break;
    case 8:
      if (caveat != NULL)
        proviso_project_set (project, caveat, "text", note, "state", g_rand_int_range (rng, 0, 4), NULL);
      break;
    case 9:
      if (source != NULL)
        proviso_project_set (project, source, "note", note, "confidential", g_rand_boolean (rng), NULL);
      break;
    case 10:
      if (claim != NULL)
        proviso_project_mark_checked (project, claim);
      break;
    case 11:
      if (claim != NULL)
        proviso_project_remove (project, claim);
      break;
    case 12:
      if (caveat != NULL)
        proviso_project_remove (project, caveat);
      break;
    case 13:
      if (source != NULL)
        proviso_project_remove (project, source);
      break;
    default:
      proviso_project_set (project, project, "title", note, NULL);
    }
}

static void
random_edit (ProvisoProject *project)
{
  int kind = g_rand_int_range (rng, 0, 20);

  if (kind < 10)
    random_text_edit (project);
  else if (kind < 15)
    random_record_edit (project);
  else if (kind < 18)
    proviso_history_undo (proviso_project_get_history (project));
  else if (kind < 19)
    proviso_history_redo (proviso_project_get_history (project));
  else
    {
      proviso_project_begin_action (project, "Several");
      random_record_edit (project);
      random_text_edit (project);
      proviso_project_end_action (project);
    }
}

static void
random_save (ProvisoProject *project, ProvisoJournal *journal, GFile **file, char **etag)
{
  proviso_journal_mark (journal);
  g_clear_object (file);
  g_clear_pointer (etag, g_free);
  *file = save_new (project, etag);
  random_edit (project);
  if (g_rand_boolean (rng))
    flush (journal);
  random_edit (project);
  if (g_rand_boolean (rng))
    proviso_journal_saved (journal, *file, *etag);
}

static void
test_random_edits (void)
{
  g_rand_set_seed (rng, SEED);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (ProvisoProject) project = new_project (DRAFT);
      g_autoptr (GFile) file = NULL;
      g_autofree char *etag = NULL;
      ProvisoJournal *journal;

      if (round % 2 == 0)
        file = save_new (project, &etag);
      journal = proviso_journal_new (project, file, etag, NULL);
      for (guint i = 0; i < 80; i++)
        {
          random_edit (project);
          if (g_rand_int_range (rng, 0, 8) == 0)
            flush (journal);
          if (g_rand_int_range (rng, 0, 40) == 0)
            random_save (project, journal, &file, &etag);
        }
      random_text_edit (project);
      end_and_recover (journal, project);
    }
}

/* The log broken off after each of its bytes. */
/* The section on unconfirmed points is a part of the project, and moves with text of which nothing else is told. */
static void
test_remains (void)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (ProvisoProject) project = new_project (DRAFT);
      ProvisoClaim *claim = proviso_project_add_claim (project, 12, 40);
      ProvisoJournal *journal;
      ProvisoAnchor *anchor = proviso_remains_get_anchor (proviso_project_get_remains (project));

      proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_LEAKED, NULL);
      journal = proviso_journal_new (project, NULL, NULL, NULL);
      flush (journal);
      g_assert_true (proviso_remains_insert (project, 12));
      flush (journal);
      replace (project, 0, 0, "New. ");
      flush (journal);
      if (round == 1)
        replace (project, proviso_anchor_get_start (anchor), 5, "");
      if (round == 2)
        replace (project, proviso_anchor_get_start (anchor),
                 proviso_anchor_get_end (anchor) - proviso_anchor_get_start (anchor), "");
      flush (journal);
      replace (project, 2, 1, "");
      proviso_project_set (project, proviso_project_get_remains (project), "leaked", "", NULL);
      flush (journal);
      replace (project, 3, 0, "é");
      flush (journal);
      end_and_recover (journal, project);
    }
}

static void
test_torn (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  g_autoptr (ProvisoJournal) journal = proviso_journal_new (project, NULL, NULL, NULL);
  g_autoptr (GHashTable) states = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  g_autofree char *folder = NULL, *log = NULL;
  g_autoptr (GBytes) expected = NULL;
  gsize length = 0;

  g_rand_set_seed (rng, SEED + 1);
  replace (project, 0, 0, "x");
  flush (journal);
  folder = get_only_folder ();
  g_hash_table_insert (states, GUINT_TO_POINTER (0), get_bytes (project));
  while (length < 1500)
    {
      random_edit (project);
      if (g_rand_boolean (rng))
        random_text_edit (project);
      flush (journal);
      g_clear_pointer (&log, g_free);
      get_file (folder, PROVISO_JOURNAL_LOG, &log, &length);
      g_hash_table_insert (states, GSIZE_TO_POINTER (length), get_bytes (project));
    }

  for (gsize n = 0; n <= length; n++)
    {
      g_autoptr (ProvisoRecovery) entry = NULL;
      g_autoptr (ProvisoProject) recovered = NULL;
      g_autoptr (GBytes) bytes = NULL, now = NULL;

      copy_session (folder, n);
      entry = get_only_entry ();
      recovered = open_whole (entry);

      bytes = g_hash_table_lookup (states, GSIZE_TO_POINTER (n));
      if (bytes != NULL)
        {
          g_bytes_ref (bytes);
          g_clear_pointer (&expected, g_bytes_unref);
          expected = g_bytes_ref (bytes);
        }
      /* Until the next line is whole, nothing has changed. */
      if (bytes != NULL || memchr (log, '\n', n) == NULL)
        assert_same (recovered, expected);
      now = get_bytes (recovered);
      proviso_recovery_discard (entry);
    }
  proviso_journal_close (journal);
  assert_n_folders (0);
}

/* Real ends */

#define KILLED_TEXT "It was the third week of March, and nobody had confirmed anything. "

static gboolean
type_on (gpointer data)
{
  ProvisoProject *project = data;
  guint length = proviso_text_get_length (proviso_project_get_text (project));
  const char letter[] = { KILLED_TEXT[length % strlen (KILLED_TEXT)], '\0' };

  replace (project, length, 0, letter);

  return G_SOURCE_CONTINUE;
}

/* The child: types for ever. What it says on its standard output is on the disk. */
static int
type_until_killed (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoJournal) journal = proviso_journal_new (project, NULL, NULL, NULL);

  g_timeout_add (1, type_on, project);
  for (guint round = 0;; round++)
    {
      for (guint i = 0; i < 50; i++)
        g_main_context_iteration (NULL, TRUE);
      if (round % 5 != 4)
        continue;
      flush (journal);
      g_print ("%u\n", proviso_text_get_length (proviso_project_get_text (project)));
    }

  return 0;
}

static void
test_killed (void)
{
  char path[PATH_MAX + 1] = "";
  const char *argv[] = { path, "--type-until-killed", NULL };
  g_auto (GStrv) environment =
      g_environ_setenv (g_get_environ (), "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);

  g_assert_cmpint (readlink ("/proc/self/exe", path, PATH_MAX), >, 0);
  for (guint round = 1; round <= 3; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GIOChannel) channel = NULL;
      g_autoptr (ProvisoRecovery) entry = NULL;
      g_autoptr (ProvisoProject) recovered = NULL;
      g_autofree char *draft = NULL;
      guint n_safe = 0, n_whole = strlen (KILLED_TEXT);
      GPid pid;
      int out, status;

      g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                &pid, NULL, &out, NULL, &error);
      g_assert_no_error (error);
      channel = g_io_channel_unix_new (out);
      g_io_channel_set_close_on_unref (channel, TRUE);
      for (guint i = 0; i < round; i++)
        {
          g_autofree char *line = NULL;

          g_assert_cmpint (g_io_channel_read_line (channel, &line, NULL, NULL, &error), ==,
                           G_IO_STATUS_NORMAL);
          n_safe = (guint) g_ascii_strtoull (line, NULL, 10);
        }
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFSIGNALED (status));

      entry = get_only_entry ();
      recovered = open_whole (entry);
      draft = proviso_text_dup (proviso_project_get_text (recovered));
      g_assert_cmpuint (n_safe, >, 0);
      g_assert_cmpuint (strlen (draft), >=, n_safe);
      for (guint i = 0; draft[i] != '\0'; i++)
        g_assert_cmpint (draft[i], ==, KILLED_TEXT[i % n_whole]);
      proviso_recovery_discard (entry);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  if (argc == 2 && g_str_equal (argv[1], "--type-until-killed"))
    return type_until_killed ();

  /* Nothing here needs a real disk, and waiting for one that others use takes most of the time. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rng = g_rand_new ();

#define ADD(name, function) g_test_add_func ("/journal/" name, function)
  ADD ("typing-is-joined", test_typing_is_joined);
  ADD ("lazy", test_lazy);
  ADD ("throttled", test_throttled);
  ADD ("entry", test_entry);
  ADD ("save", test_save);
  ADD ("file-changed", test_file_changed);
  ADD ("folder-removed", test_folder_removed);
  ADD ("long-log", test_long_log);
  ADD ("log-stays-short", test_log_stays_short);
  ADD ("recovered-again", test_recovered_again);
  ADD ("replaced-left-behind", test_replaced_left_behind);
  ADD ("two-at-once", test_two_at_once);
  ADD ("disk-full", test_disk_full);
  ADD ("tried-again", test_tried_again);
  ADD ("unwritable", test_unwritable);
  ADD ("unknown-members", test_unknown_members);
  ADD ("reopened", test_reopened);
  ADD ("damaged", test_damaged);
  ADD ("random-edits", test_random_edits);
  ADD ("remains", test_remains);
  ADD ("torn", test_torn);
  ADD ("killed", test_killed);

  status = g_test_run ();
  g_rand_free (rng);

  return status;
}
