/* test-seen.c: projects as the person at the desk last saw them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-seen.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "proviso", "seen", NULL);
}

static GPtrArray *
list_files (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  return paths;
}

static void
clear (void)
{
  g_autoptr (GPtrArray) paths = list_files ();

  for (guint i = 0; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
}

static void
keep (const char *project_id, const char *person, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GBytes) packed = proviso_seen_pack (bytes);

  g_assert_true (proviso_seen_write (project_id, person, packed));
}

static void
assert_kept (const char *project_id, const char *person, const char *words)
{
  g_autoptr (GBytes) bytes = proviso_seen_read (project_id, person);

  if (words == NULL)
    {
      g_assert_null (bytes);
      return;
    }
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), words, strlen (words));
}

static void
test_each (void)
{
  g_autoptr (GPtrArray) paths = NULL;
  GStatBuf stamp;

  clear ();
  assert_kept ("one", "Ana", NULL);
  keep ("one", "Ana", "first");
  keep ("one", "Ben", "second");
  keep ("../two\n", "/Ana", "");
  assert_kept ("one", "Ana", "first");
  assert_kept ("one", "Ben", "second");
  assert_kept ("../two\n", "/Ana", "");
  assert_kept ("one", "Cleo", NULL);
  keep ("one", "Ana", "third");
  assert_kept ("one", "Ana", "third");

  /* Three files, nothing beside them, and for nobody else to read. */
  paths = list_files ();
  g_assert_cmpuint (paths->len, ==, 3);
  for (guint i = 0; i < paths->len; i++)
    {
      g_assert_cmpint (g_stat (g_ptr_array_index (paths, i), &stamp), ==, 0);
      g_assert_cmpuint (stamp.st_mode & 0777, ==, 0600);
    }
}

/* Whatever is in the file, it is put aside, and what comes next is kept. */
static void
test_damaged (void)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (words, "line %u\n", i);

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GPtrArray) paths = NULL;
      g_autofree char *contents = NULL;
      gsize length;

      clear ();
      keep ("one", "Ana", words->str);
      paths = list_files ();
      g_assert_true (g_file_get_contents (g_ptr_array_index (paths, 0), &contents, &length, NULL));
      if (round < 4)
        contents[length * (round * 2 + 1) / 8] ^= 0x55;
      else
        length = round == 4 ? length / 2 : 0;
      g_assert_true (g_file_set_contents (g_ptr_array_index (paths, 0), contents, (gssize) length, NULL));
      assert_kept ("one", "Ana", NULL);
      g_assert_false (g_file_test (g_ptr_array_index (paths, 0), G_FILE_TEST_EXISTS));
      keep ("one", "Ana", "again");
      assert_kept ("one", "Ana", "again");
    }
}

static void
test_too_large (void)
{
  gsize n_bytes = PROVISO_SEEN_MAX_SIZE + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (n_bytes), n_bytes);
  g_autoptr (GBytes) packed = proviso_seen_pack (bytes);

  g_assert_null (packed);
}

/* A little file that would grow beyond all bounds is damaged, too. */
static void
test_bomb (void)
{
  gsize n_bytes = PROVISO_SEEN_MAX_SIZE * 2;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (n_bytes), n_bytes);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (G_CONVERTER (compressor), bytes, NULL);

  clear ();
  g_assert_true (proviso_seen_write ("one", "Ana", packed));
  assert_kept ("one", "Ana", NULL);
}

/* The oldest make room; what is not ours stays. */
static void
test_room (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *other = g_build_filename (folder, "notes.txt", NULL);
  g_autoptr (GPtrArray) paths = NULL;

  clear ();
  keep ("old", "Ana", "words");
  paths = list_files ();
  g_assert_cmpint (g_utime (g_ptr_array_index (paths, 0), &(struct utimbuf){ 1000, 1000 }), ==, 0);
  g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  for (guint i = 0; i < PROVISO_SEEN_MAX_FILES; i++)
    {
      g_autofree char *id = g_strdup_printf ("project %u", i);

      if (i + 1 == PROVISO_SEEN_MAX_FILES)
        assert_kept ("old", "Ana", "words");
      keep (id, "Ana", "words");
    }
  assert_kept ("old", "Ana", NULL);
  assert_kept ("project 0", "Ana", "words");
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_unlink (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/seen/each", test_each);
  g_test_add_func ("/seen/damaged", test_damaged);
  g_test_add_func ("/seen/too-large", test_too_large);
  g_test_add_func ("/seen/bomb", test_bomb);
  g_test_add_func ("/seen/room", test_room);

  return g_test_run ();
}
