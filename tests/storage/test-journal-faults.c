/* test-journal-faults.c: a journal whose system calls fail, one after the other, or that is killed at one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * keep-once says what is safe. Whatever call fails, and wherever it is killed, what it said was kept is found
 * in the recovery copy or, once saved, in the file; there is never a copy that cannot be read; and what comes
 * back is a state that there was.
 */
#include "storage/proviso-codec.h"
#include "storage/proviso-journal-session.h"
#include "storage/proviso-recovery.h"

#include "faults.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define WORDS "The lab walked away.\n"

static const char *program;
static char *folder;
static char *path;
static char *untouched;

static char *
get_draft (ProvisoProject *project)
{
  return proviso_text_dup (proviso_project_get_text (project));
}

static void
remove_tree (const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (name, 0, NULL);

  for (const char *child = dir ? g_dir_read_name (dir) : NULL; child != NULL; child = g_dir_read_name (dir))
    {
      g_autofree char *whole = g_build_filename (name, child, NULL);

      if (g_file_test (whole, G_FILE_TEST_IS_DIR))
        remove_tree (whole);
      else
        g_unlink (whole);
    }
  g_rmdir (name);
}

static void
reset (void)
{
  g_autofree char *root = proviso_journal_get_root ();

  remove_tree (root);
  remove_tree (folder);
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, untouched, -1, NULL));
}

/* The draft of the file. */
static char *
read_file (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  project = proviso_codec_load (bytes, NULL, &error);
  g_assert_no_error (error);

  return get_draft (project);
}

/* What a person would have before them after the next start. */
static char *
recover (void)
{
  g_autoptr (GPtrArray) entries = proviso_recovery_list ();
  g_autoptr (ProvisoProject) project = NULL;
  g_autoptr (GError) error = NULL, warning = NULL;

  g_assert_cmpuint (entries->len, <=, 1);
  if (entries->len == 0)
    return read_file ();

  project = proviso_recovery_open (entries->pdata[0], NULL, &warning, &error);
  g_assert_no_error (error);
  g_assert_no_error (warning);

  return get_draft (project);
}

static void
check (const char *what, int status, const char *said)
{
  g_autofree char *file = read_file ();
  g_autofree char *draft = recover ();

  g_test_message ("%s: status %x, file “%s”, back “%s”", what, (guint) status, file, draft);
  g_assert_true (g_str_equal (draft, WORDS) || g_str_equal (draft, "one " WORDS) ||
                 g_str_equal (draft, "two one " WORDS));
  g_assert_true (g_str_equal (file, WORDS) || g_str_equal (file, "one " WORDS));
  if (strstr (said, "kept one") != NULL || strstr (said, "saved") != NULL)
    g_assert_cmpstr (draft, !=, WORDS);
  if (strstr (said, "kept two") != NULL)
    g_assert_cmpstr (draft, ==, "two one " WORDS);
  if (strstr (said, "saved") != NULL)
    g_assert_cmpstr (file, !=, WORDS);
}

static void
disturb_each_call (const char *const *disturbances)
{
  const char *argv[] = { program, path, NULL };
  g_autoptr (GPtrArray) calls = NULL;
  guint n_runs = 0, n_kept = 0, n_saved = 0;

  if (!faults_can_trace ())
    return;

  reset ();
  calls = faults_list_calls (argv);
  g_assert_cmpuint (calls->len, >, 20);
  for (guint i = 0; i < calls->len; i++)
    for (guint j = 0; disturbances[j] != NULL; j++)
      {
        FaultsCall *call = calls->pdata[i];
        g_autofree char *injection =
            g_strdup_printf ("%s:%s:when=%u", call->name, disturbances[j], call->index);
        const char *injections[] = { injection, NULL };
        g_autofree char *said = NULL;
        int status;

        /* Waiting for another thread, which goes on for ever where it is told that it cannot wait. */
        if (g_str_equal (call->name, "futex"))
          continue;

        reset ();
        status = faults_run (argv, injections, &said, NULL);
        check (injection, status, said);
        n_runs++;
        n_kept += strstr (said, "kept one") != NULL;
        n_saved += strstr (said, "saved") != NULL;
      }

  /* It was disturbed early and late. */
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_saved, >, 0);
  g_assert_cmpuint (n_saved, <, n_runs);
}

static void
test_failing (void)
{
  static const char *const disturbances[] = { "error=ENOSPC", NULL };

  disturb_each_call (disturbances);
}

static void
test_killed (void)
{
  static const char *const disturbances[] = { "signal=KILL", NULL };

  disturb_each_call (disturbances);
}

static void
make_untouched (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (GBytes) bytes = NULL;

  proviso_text_replace (proviso_project_get_text (project), 0, 0, WORDS);
  tree = proviso_codec_snapshot (project);
  bytes = proviso_codec_tree_to_bytes (tree, NULL);
  untouched = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  g_autofree char *built = NULL;
  int status;

  /* Nothing here needs a real disk, and waiting for one that others use takes most of the time. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  state = g_dir_make_tmp ("proviso-journal-faults-XXXXXX", NULL);
  /* For the child, too. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  program = built = g_test_build_filename (G_TEST_BUILT, "storage", "keep-once", NULL);
  folder = g_build_filename (state, "files", NULL);
  path = g_build_filename (folder, "draft.proviso", NULL);
  make_untouched ();
  g_test_add_func ("/journal-faults/failing", test_failing);
  g_test_add_func ("/journal-faults/killed", test_killed);
  status = g_test_run ();

  remove_tree (state);
  g_free (folder);
  g_free (path);
  g_free (untouched);

  return status;
}
