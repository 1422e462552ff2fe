/* test-store.c: files read whole and replaced whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE /* the attributes and limits of a file */

#include "storage/proviso-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/xattr.h>
#include <sys/file.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("proviso-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "the week.proviso", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->folder, 0700);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

/* The names in the folder, sorted: what a save leaves behind is seen here. */
static char *
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

static void
assert_folder (Fixture *fixture, const char *expected)
{
  g_autofree char *names = list_folder (fixture->folder);

  g_assert_cmpstr (names, ==, expected);
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
save (GFile *file,
      const char *text,
      const char *etag,
      ProvisoStoreWriteFlags flags,
      char **new_etag,
      GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return proviso_store_write (file, bytes, etag, flags, NULL, new_etag, error);
}

static char *
get_etag (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *etag = NULL;
  g_autoptr (GBytes) bytes = proviso_store_read (file, NULL, &etag, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  g_assert_nonnull (etag);

  return etag;
}

static void
assert_refused (Fixture *fixture, const char *etag, ProvisoStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *new_etag = NULL;

  g_assert_false (save (fixture->file, "refused", etag, PROVISO_STORE_WRITE_NONE, &new_etag, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, (int) code);
  g_assert_null (new_etag);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL, *second = NULL, *read_etag = NULL;
  g_autoptr (GBytes) read = NULL;
  const char nul_inside[] = "one\0two";
  g_autoptr (GBytes) bytes = g_bytes_new (nul_inside, sizeof nul_inside);
  struct stat stamp;
  mode_t mask = umask (0);

  umask (mask);
  g_assert_true (
      proviso_store_write (fixture->file, bytes, NULL, PROVISO_STORE_WRITE_NONE, NULL, &etag, &error));
  g_assert_no_error (error);
  read = proviso_store_read (fixture->file, NULL, &read_etag, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, read));
  g_assert_cmpstr (etag, ==, read_etag);
  assert_folder (fixture, "the week.proviso");
  g_assert_cmpint (g_stat (fixture->path, &stamp), ==, 0);
  g_assert_cmpint (stamp.st_mode & 0777, ==, 0666 & ~mask);

  g_assert_true (save (fixture->file, "", etag, PROVISO_STORE_WRITE_NONE, &second, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (etag, !=, second);
  assert_content (fixture->path, "");
  assert_folder (fixture, "the week.proviso");
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat stamp;

  put (fixture->path, "old");
  g_chmod (fixture->path, 0644);
  g_assert_true (save (fixture->file, "new", NULL,
                       PROVISO_STORE_WRITE_PRIVATE | PROVISO_STORE_WRITE_OVERWRITE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &stamp), ==, 0);
  g_assert_cmpint (stamp.st_mode & 0777, ==, 0600);
}

static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "somebody's");
  assert_refused (fixture, NULL, PROVISO_STORE_ERROR_EXISTS, "“the week.proviso”");
  assert_content (fixture->path, "somebody's");

  g_assert_true (save (fixture->file, "mine", NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "mine");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  ProvisoStoreState state;
  struct stat stamp;

  put (fixture->path, "first version");
  g_stat (fixture->path, &stamp);
  etag = get_etag (fixture->file);

  /* As long as before, written in place, and the old time put back: only the content tells. */
  {
    const struct timespec times[2] = { stamp.st_atim, stamp.st_mtim };
    int fd = g_open (fixture->path, O_WRONLY, 0);

    g_assert_cmpint (write (fd, "other version", 13), ==, 13);
    g_assert_cmpint (futimens (fd, times), ==, 0);
    close (fd);
  }

  g_assert_true (proviso_store_compare (fixture->file, etag, NULL, &state, &error));
  g_assert_cmpint (state, ==, PROVISO_STORE_CHANGED);
  assert_refused (fixture, etag, PROVISO_STORE_ERROR_CHANGED, "another program");
  assert_content (fixture->path, "other version");
  assert_folder (fixture, "the week.proviso");
}

/* What was touched but is the same is no change: a backup put back, permissions changed. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  ProvisoStoreState state;

  put (fixture->path, "the same");
  etag = get_etag (fixture->file);
  g_unlink (fixture->path);
  put (fixture->path, "the same");
  g_chmod (fixture->path, 0600);

  g_assert_true (proviso_store_compare (fixture->file, etag, NULL, &state, &error));
  g_assert_cmpint (state, ==, PROVISO_STORE_SAME);
  g_assert_true (save (fixture->file, "new", etag, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  ProvisoStoreState state;

  put (fixture->path, "text");
  etag = get_etag (fixture->file);
  g_unlink (fixture->path);

  g_assert_true (proviso_store_compare (fixture->file, etag, NULL, &state, &error));
  g_assert_cmpint (state, ==, PROVISO_STORE_GONE);
  assert_refused (fixture, etag, PROVISO_STORE_ERROR_GONE, "moved or deleted");
  assert_folder (fixture, "");

  g_rmdir (fixture->folder);
  assert_refused (fixture, NULL, PROVISO_STORE_ERROR_NOT_FOUND, "its folder is not there");
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *real = g_build_filename (other, "real.proviso", NULL);
  g_autofree char *middle = g_build_filename (other, "middle", NULL);
  g_autofree char *target = NULL;
  g_autofree char *etag = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (other, 0700);
  put (real, "text");
  g_assert_cmpint (symlink ("real.proviso", middle), ==, 0);
  g_assert_cmpint (symlink ("other/middle", fixture->path), ==, 0);
  etag = get_etag (fixture->file);

  g_assert_true (save (fixture->file, "through the link", etag, PROVISO_STORE_WRITE_NONE, &second, &error));
  g_assert_no_error (error);
  assert_content (real, "through the link");
  target = g_file_read_link (fixture->path, NULL);
  g_assert_cmpstr (target, ==, "other/middle");
  assert_folder (fixture, "other|the week.proviso");

  /* A link that leads nowhere yet makes the file that it names. */
  g_unlink (real);
  g_assert_true (save (fixture->file, "made", NULL, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_no_error (error);
  assert_content (real, "made");

  g_unlink (middle);
  g_assert_cmpint (symlink ("../the week.proviso", middle), ==, 0);
  assert_refused (fixture, NULL, PROVISO_STORE_ERROR_NAME, "not possible");
}

static void
test_attributes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  char value[16] = "";
  struct stat stamp;
  gboolean has_attributes, may_give;

  put (fixture->path, "text");
  has_attributes = setxattr (fixture->path, "user.proviso.test", "kept", 4, 0) == 0;
  may_give = chown (fixture->path, 65534, 65534) == 0;
  g_chmod (fixture->path, 0640);
  etag = get_etag (fixture->file);

  g_assert_true (save (fixture->file, "new", etag, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &stamp), ==, 0);
  g_assert_cmpint (stamp.st_mode & 07777, ==, 0640);
  if (may_give)
    {
      g_assert_cmpint (stamp.st_uid, ==, 65534);
      g_assert_cmpint (stamp.st_gid, ==, 65534);
    }
  if (has_attributes)
    {
      g_assert_cmpint (getxattr (fixture->path, "user.proviso.test", value, sizeof value), ==, 4);
      g_assert_cmpmem (value, 4, "kept", 4);
    }
  else
    g_test_message ("no extended attributes here");
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  g_mkdir (fixture->path, 0700);
  assert_refused (fixture, NULL, PROVISO_STORE_ERROR_NOT_A_FILE, "a folder");
  g_assert_false (save (fixture->file, "x", NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_null (proviso_store_read (fixture->file, NULL, &etag, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_A_FILE);
  g_clear_error (&error);

  /* A named pipe that nobody writes to must not hold the program up. */
  g_rmdir (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (proviso_store_read (fixture->file, NULL, &etag, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_false (save (fixture->file, "x", NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_A_FILE);
  assert_folder (fixture, "the week.proviso");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (255, 'n');
  g_autofree char *too_long = g_strnfill (256, 'n');
  g_autofree char *longest_path = g_build_filename (fixture->folder, longest, NULL);
  g_autofree char *too_long_path = g_build_filename (fixture->folder, too_long, NULL);
  g_autoptr (GFile) longest_file = g_file_new_for_path (longest_path);
  g_autoptr (GFile) too_long_file = g_file_new_for_path (too_long_path);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (longest_file, "fits", NULL, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_no_error (error);
  assert_content (longest_path, "fits");
  g_assert_false (save (too_long_file, "x", NULL, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NAME);
  assert_folder (fixture, longest);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (proviso_store_read (fixture->file, NULL, NULL, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "“the week.proviso” could not be opened: there is no such file.");
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "");
  g_assert_cmpint (truncate (fixture->path, (off_t) PROVISO_STORE_MAX_SIZE + 1), ==, 0);
  g_assert_null (proviso_store_read (fixture->file, NULL, NULL, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_TOO_LARGE);
}

/* A real limit of the system: writes fall short in the middle of a file. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit old, low;

  put (fixture->path, "old");
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  low = old;
  low.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  g_assert_false (save (fixture->file, text, NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &old);

  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_TOO_LARGE);
  assert_content (fixture->path, "old");
  assert_folder (fixture, "the week.proviso");
}

/* What another user may not do, tried as another user where this one is allowed everything. */
static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  gboolean root = geteuid () == 0;

  put (fixture->path, "protected");
  etag = get_etag (fixture->file);
  g_chmod (fixture->path, 0444);
  if (root && (chown (fixture->folder, 65534, 65534) < 0 || chown (fixture->path, 65534, 65534) < 0 ||
               seteuid (65534) < 0))
    {
      g_test_skip ("root here cannot become somebody else");
      return;
    }

  assert_refused (fixture, etag, PROVISO_STORE_ERROR_NOT_ALLOWED, "write-protected");

  g_chmod (fixture->path, 0644);
  g_chmod (fixture->folder, 0500);
  assert_refused (fixture, etag, PROVISO_STORE_ERROR_FOLDER, "takes no new files");

  /* A folder that can be entered and written but not listed. */
  g_chmod (fixture->folder, 0300);
  g_assert_true (save (fixture->file, "allowed", etag, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_no_error (error);

  g_chmod (fixture->path, 0000);
  g_assert_null (proviso_store_read (fixture->file, NULL, NULL, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_ALLOWED);

  g_chmod (fixture->folder, 0700);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  assert_content (fixture->path, "allowed");
  assert_folder (fixture, "the week.proviso");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  put (fixture->path, "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (proviso_store_write (fixture->file, bytes, NULL, PROVISO_STORE_WRITE_OVERWRITE, cancellable,
                                       NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, "old");
  assert_folder (fixture, "the week.proviso");
}

/* The way for files without a path, on files that have one. */
static void
test_gio (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("second", 6);
  g_autoptr (GBytes) read = NULL;
  g_autofree char *etag = NULL, *new_etag = NULL, *read_etag = NULL;
  g_autoptr (GError) error = NULL;
  ProvisoStoreState state;

  g_assert_true (
      proviso_store_gio_write (fixture->file, first, NULL, PROVISO_STORE_WRITE_NONE, NULL, &etag, &error));
  g_assert_no_error (error);
  g_assert_false (proviso_store_gio_write (fixture->file, first, NULL, PROVISO_STORE_WRITE_NONE, NULL,
                                           &new_etag, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (proviso_store_gio_write (fixture->file, second, etag, PROVISO_STORE_WRITE_NONE, NULL,
                                          &new_etag, &error));
  g_assert_no_error (error);
  read = proviso_store_gio_read (fixture->file, NULL, &read_etag, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, second));
  g_assert_cmpstr (read_etag, ==, new_etag);

  put (fixture->path, "theirs");
  g_assert_true (proviso_store_gio_compare (fixture->file, new_etag, NULL, &state, &error));
  g_assert_cmpint (state, ==, PROVISO_STORE_CHANGED);
  g_clear_pointer (&etag, g_free);
  g_assert_false (proviso_store_gio_write (fixture->file, first, new_etag, PROVISO_STORE_WRITE_NONE, NULL,
                                           &etag, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  assert_content (fixture->path, "theirs");

  g_unlink (fixture->path);
  g_assert_true (proviso_store_gio_compare (fixture->file, new_etag, NULL, &state, &error));
  g_assert_cmpint (state, ==, PROVISO_STORE_GONE);
  g_assert_false (proviso_store_gio_write (fixture->file, first, new_etag, PROVISO_STORE_WRITE_NONE, NULL,
                                           &etag, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_GONE);
  assert_folder (fixture, "");
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

/* What a killed save has left goes with the next one; what is still being written, or is nothing of ours, stays. */
static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { ".proviso-0123456789abcdef.tmp", ".proviso-fedcba9876543210.tmp",
                                       ".proviso-0123456789abcdef.tmp~", ".proviso-0123456789ABCDEF.tmp",
                                       ".proviso-0123.tmp" };
  g_autofree char *folder = g_build_filename (fixture->folder, ".proviso-00000000000000ff.tmp", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, ".proviso-00000000000000aa.tmp", NULL);
  g_autofree char *locked = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      put (path, "half a draft");
    }
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  locked = g_build_filename (fixture->folder, names[1], NULL);
  fd = open (locked, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);

  g_assert_true (save (fixture->file, "whole", NULL, PROVISO_STORE_WRITE_NONE, NULL, &error));
  g_assert_no_error (error);
  assert_folder (fixture, ".proviso-00000000000000aa.tmp|.proviso-00000000000000ff.tmp|.proviso-0123.tmp|"
                          ".proviso-0123456789ABCDEF.tmp|.proviso-0123456789abcdef.tmp~|"
                          ".proviso-fedcba9876543210.tmp|the week.proviso");

  close (fd);
  g_assert_true (save (fixture->file, "more", NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (locked, G_FILE_TEST_EXISTS));
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GAsyncResult) written = NULL, again = NULL, compared = NULL;
  g_autofree char *etag = NULL, *read_etag = NULL, *none = NULL;
  g_autoptr (GError) error = NULL;
  ProvisoStoreState state;

  proviso_store_write_async (fixture->file, bytes, NULL, PROVISO_STORE_WRITE_NONE, NULL, keep_result,
                             &written);
  g_assert_true (proviso_store_write_finish (fixture->file, wait_for (&written), &etag, &error));
  g_assert_no_error (error);

  read = proviso_store_read (fixture->file, NULL, &read_etag, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_cmpstr (etag, ==, read_etag);

  proviso_store_compare_async (fixture->file, etag, NULL, keep_result, &compared);
  g_assert_true (proviso_store_compare_finish (fixture->file, wait_for (&compared), &state, &error));
  g_assert_cmpint (state, ==, PROVISO_STORE_SAME);

  proviso_store_write_async (fixture->file, bytes, NULL, PROVISO_STORE_WRITE_NONE, NULL, keep_result, &again);
  g_assert_false (proviso_store_write_finish (fixture->file, wait_for (&again), &none, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_EXISTS);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("private", test_private);
  ADD ("exists", test_exists);
  ADD ("changed", test_changed);
  ADD ("touched", test_touched);
  ADD ("gone", test_gone);
  ADD ("links", test_links);
  ADD ("attributes", test_attributes);
  ADD ("not-a-file", test_not_a_file);
  ADD ("names", test_names);
  ADD ("missing", test_missing);
  ADD ("too-large", test_too_large);
  ADD ("limit", test_limit);
  ADD ("permissions", test_permissions);
  ADD ("cancelled", test_cancelled);
  ADD ("left-behind", test_left_behind);
  ADD ("gio", test_gio);
  ADD ("async", test_async);

  return g_test_run ();
}
