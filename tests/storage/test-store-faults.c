/* test-store-faults.c: a save whose system calls fail, one after the other, or that is killed at one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A first run under strace lists the calls that a save makes. Then each of them is made to fail in every way
 * that it can, and the program is killed at each. Whatever happens, the file holds all of the old or all of
 * the new bytes; an exit status of 0 says new, an error says old (but for the one that says that the new ones
 * are there and not confirmed) and leaves nothing beside the file.
 */
#include "storage/proviso-store.h"

#include "faults.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD_TEXT "the old text\n"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *new_text;
  char *etag; /* "" where a new file is made */
} Setting;

static char *program;

static void
clean_folder (Setting *setting)
{
  g_autoptr (GDir) dir = g_dir_open (setting->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (setting->folder, name, NULL);

      g_unlink (child);
    }
}

/* Brings the folder to the state before a save. */
static void
reset (Setting *setting, gboolean new_file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  clean_folder (setting);
  g_clear_pointer (&setting->etag, g_free);
  if (new_file)
    {
      setting->etag = g_strdup ("");
      return;
    }

  g_file_set_contents (setting->path, OLD_TEXT, -1, &error);
  g_assert_no_error (error);
  /* Owned by somebody else where that can be, so that the owner has to be kept. */
  if (chown (setting->path, 65534, 65534) < 0)
    g_test_message ("the owner's calls are not tried: only root can");
  bytes = proviso_store_read (setting->file, NULL, &setting->etag, &error);
  g_assert_no_error (error);
}

static void
setting_init (Setting *setting)
{
  setting->folder = g_dir_make_tmp ("proviso-faults-XXXXXX", NULL);
  setting->path = g_build_filename (setting->folder, "draft.proviso", NULL);
  setting->file = g_file_new_for_path (setting->path);
  setting->new_text = g_strnfill (50000, 'n');
  setting->etag = NULL;
}

static void
setting_clear (Setting *setting)
{
  clean_folder (setting);
  g_rmdir (setting->folder);
  g_free (setting->folder);
  g_free (setting->path);
  g_object_unref (setting->file);
  g_free (setting->new_text);
  g_free (setting->etag);
}

/* Returns: the wait status. */
static int
run (Setting *setting, const char *const *injections)
{
  const char *argv[] = { program, setting->path, setting->etag, setting->new_text, NULL };
  g_autofree char *words = NULL;
  int status = faults_run (argv, injections, NULL, &words);

  if (WIFEXITED (status) && WEXITSTATUS (status) != 0)
    g_assert_cmpstr (words, !=, "");

  return status;
}

static GPtrArray *
list_calls (Setting *setting)
{
  const char *argv[] = { program, setting->path, setting->etag, setting->new_text, NULL };

  return faults_list_calls (argv);
}

static guint
count_calls (GPtrArray *calls, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < calls->len; i++)
    n += g_str_equal (((FaultsCall *) calls->pdata[i])->name, name);

  return n;
}

static guint
count_files (Setting *setting)
{
  g_autoptr (GDir) dir = g_dir_open (setting->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

typedef enum
{
  HOLDS_OLD,
  HOLDS_NEW,
  HOLDS_HALF,
} Content;

static Content
look (Setting *setting, gboolean new_file)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (setting->path, &text, NULL, NULL))
    return new_file ? HOLDS_OLD : HOLDS_HALF;
  if (g_str_equal (text, setting->new_text))
    return HOLDS_NEW;
  return !new_file && g_str_equal (text, OLD_TEXT) ? HOLDS_OLD : HOLDS_HALF;
}

/* What must hold after a save that ended by itself. */
static void
check_end (Setting *setting, gboolean new_file, int status, const char *what)
{
  Content content = look (setting, new_file);
  int code;

  g_test_message ("%s: status %x, content %d", what, (guint) status, content);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (content, !=, HOLDS_HALF);
  code = WEXITSTATUS (status);
  g_assert_true (code == 0 || code >= 10);
  if (code == 0 || code == 10 + PROVISO_STORE_ERROR_UNCONFIRMED)
    g_assert_cmpint (content, ==, HOLDS_NEW);
  else
    {
      g_assert_cmpint (content, ==, HOLDS_OLD);
      if (!new_file)
        {
          ProvisoStoreState state;

          g_assert_true (proviso_store_compare (setting->file, setting->etag, NULL, &state, NULL));
          g_assert_cmpint (state, ==, PROVISO_STORE_SAME);
        }
    }
  g_assert_cmpuint (count_files (setting), ==, content == HOLDS_OLD && new_file ? 0 : 1);
}

static void
fail_each_call (gboolean new_file)
{
  static const char *const common[] = { "ENOSPC", "EIO", NULL };
  static const char *const writing[] = { "ENOSPC", "EIO", "EDQUOT", "EINTR", NULL };
  Setting setting;
  g_autoptr (GPtrArray) calls = NULL;

  if (!faults_can_trace ())
    return;

  setting_init (&setting);
  reset (&setting, new_file);
  calls = list_calls (&setting);
  g_assert_cmpuint (count_calls (calls, "openat"), >=, 2);
  g_assert_cmpuint (count_calls (calls, "write"), >=, 1);
  g_assert_cmpuint (count_calls (calls, "fsync"), ==, 2);
  g_assert_cmpuint (count_calls (calls, "close"), >=, 2);

  for (guint i = 0; i < calls->len; i++)
    {
      FaultsCall *call = calls->pdata[i];
      gboolean writes = g_str_equal (call->name, "write") || g_str_equal (call->name, "fsync") ||
                        g_str_equal (call->name, "close");
      const char *const *errors = writes ? writing : common;

      for (guint j = 0; errors[j] != NULL; j++)
        {
          g_autofree char *injection =
              g_strdup_printf ("%s:error=%s:when=%u", call->name, errors[j], call->index);
          const char *injections[] = { injection, NULL };
          int status;

          reset (&setting, new_file);
          status = run (&setting, injections);
          check_end (&setting, new_file, status, injection);

          /* The person must read the true reason. */
          if (g_str_equal (call->name, "write"))
            {
              int expected = g_str_equal (errors[j], "EINTR")    ? 0
                             : g_str_equal (errors[j], "ENOSPC") ? 10 + PROVISO_STORE_ERROR_NO_SPACE
                             : g_str_equal (errors[j], "EDQUOT") ? 10 + PROVISO_STORE_ERROR_QUOTA
                                                                 : 10 + PROVISO_STORE_ERROR_DISK;

              g_assert_cmpint (WEXITSTATUS (status), ==, expected);
            }
        }
    }

  setting_clear (&setting);
}

static void
test_fail_replacing (void)
{
  fail_each_call (FALSE);
}

static void
test_fail_making (void)
{
  fail_each_call (TRUE);
}

static void
test_killed (void)
{
  Setting setting;
  g_autoptr (GPtrArray) calls = NULL;
  guint n_old = 0, n_new = 0;

  if (!faults_can_trace ())
    return;

  setting_init (&setting);
  reset (&setting, FALSE);
  calls = list_calls (&setting);
  for (guint i = 0; i < calls->len; i++)
    {
      FaultsCall *call = calls->pdata[i];
      g_autofree char *injection = g_strdup_printf ("%s:signal=KILL:when=%u", call->name, call->index);
      const char *injections[] = { injection, NULL };
      Content content;

      reset (&setting, FALSE);
      run (&setting, injections);
      content = look (&setting, FALSE);
      g_test_message ("%s: content %d", injection, content);
      g_assert_cmpint (content, !=, HOLDS_HALF);
      n_old += content == HOLDS_OLD;
      n_new += content == HOLDS_NEW;
    }
  /* Before the rename and after it: both were seen. */
  g_assert_cmpuint (n_old, >, 0);
  g_assert_cmpuint (n_new, >, 0);

  setting_clear (&setting);
}

/* File systems that cannot rename without replacing, and others that have no hard links either. */
static void
test_new_without_noreplace (void)
{
  static const char *const no_rename[] = { "renameat2:error=EINVAL", NULL };
  static const char *const no_link[] = { "renameat2:error=EINVAL", "linkat:error=EPERM", NULL };
  const char *const *const cases[] = { no_rename, no_link };
  Setting setting;

  if (!faults_can_trace ())
    return;

  setting_init (&setting);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int status;

      reset (&setting, TRUE);
      status = run (&setting, cases[i]);
      g_assert_cmpint (status, ==, 0);
      check_end (&setting, TRUE, status, cases[i][0]);

      /* And a file that is there already stays. */
      g_file_set_contents (setting.path, "somebody's", -1, NULL);
      status = run (&setting, cases[i]);
      g_assert_cmpint (WEXITSTATUS (status), ==, 10 + PROVISO_STORE_ERROR_EXISTS);
      g_assert_cmpuint (count_files (&setting), ==, 1);
    }
  setting_clear (&setting);
}

int
main (int argc, char *argv[])
{
  /* Nothing here needs a real disk, and waiting for one that others use takes most of the time. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);

  program = g_test_build_filename (G_TEST_BUILT, "storage", "save-once", NULL);
  g_test_add_func ("/store-faults/replacing", test_fail_replacing);
  g_test_add_func ("/store-faults/making", test_fail_making);
  g_test_add_func ("/store-faults/killed", test_killed);
  g_test_add_func ("/store-faults/new-without-noreplace", test_new_without_noreplace);

  return g_test_run ();
}
