/* test-view-store.c: how windows showed projects, kept from one start to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-view-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("proviso-views-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "state", "views", NULL);
  fixture->file = g_file_new_for_uri ("file:///home/somebody/frontier.proviso");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (state);
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_object (&fixture->file);
}

/* Any state, put under `file` and on the disk. */
static void
put (Fixture *fixture, GFile *file, guint cursor)
{
  g_autoptr (ProvisoViewStore) store = proviso_view_store_new (fixture->path);
  g_autoptr (ProvisoViewState) state = proviso_view_state_new ();

  g_object_set (state, "cursor", cursor, "top", 12, "panel-shown", FALSE, "panel-list", "caveats", "reviewing", TRUE, "width", 700,
                "height", 500, "maximized", TRUE, "fullscreen", TRUE, NULL);
  proviso_view_store_put (store, file, state);
  proviso_view_store_flush (store);
}

static ProvisoViewState *
look_up (Fixture *fixture, GFile *file)
{
  g_autoptr (ProvisoViewStore) store = proviso_view_store_new (fixture->path);

  return proviso_view_store_lookup (store, file);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = g_file_new_for_uri ("file:///home/somebody/other.proviso");
  g_autoptr (ProvisoViewState) state = NULL;
  GStatBuf stamp;
  int width, height;

  g_assert_null (look_up (fixture, fixture->file));
  put (fixture, fixture->file, 345);
  g_assert_null (look_up (fixture, other));
  state = look_up (fixture, fixture->file);
  g_assert_nonnull (state);
  g_assert_cmpuint (proviso_view_state_get_cursor (state), ==, 345);
  g_assert_cmpuint (proviso_view_state_get_top (state), ==, 12);
  g_assert_false (proviso_view_state_get_panel_shown (state));
  g_assert_cmpstr (proviso_view_state_get_panel_list (state), ==, "caveats");
  g_assert_true (proviso_view_state_get_reviewing (state));
  g_assert_true (proviso_view_state_get_size (state, &width, &height));
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);
  g_assert_true (proviso_view_state_get_maximized (state));
  g_assert_true (proviso_view_state_get_fullscreen (state));

  /* Nobody else's business, and no names in it. */
  g_assert_cmpint (g_stat (fixture->path, &stamp), ==, 0);
  g_assert_cmpint (stamp.st_mode & 0077, ==, 0);
}

/* Without a flush it is there a moment later; the store need not live on. */
static void
test_written_later (Fixture *fixture, gconstpointer data)
{
  ProvisoViewStore *store = proviso_view_store_new (fixture->path);
  g_autoptr (ProvisoViewState) state = proviso_view_state_new ();
  gint64 until = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  proviso_view_store_put (store, fixture->file, state);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  while (!g_file_test (fixture->path, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  proviso_view_store_flush (store);
  g_assert_finalize_object (store);
}

static void
test_oldest_forgotten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoViewStore) store = proviso_view_store_new (fixture->path);
  g_autoptr (ProvisoViewState) state = proviso_view_state_new ();

  for (guint i = 0; i < PROVISO_VIEW_STORE_MAX_FILES; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%u.proviso", i);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      proviso_view_store_put (store, file, state);
    }

  {
    g_autoptr (GFile) first = g_file_new_for_uri ("file:///0.proviso");
    g_autoptr (GFile) second = g_file_new_for_uri ("file:///1.proviso");
    g_autoptr (ProvisoViewState) kept = NULL;

    /* The first was used again, so that the second is the oldest. */
    proviso_view_store_put (store, first, state);
    proviso_view_store_put (store, fixture->file, state);
    kept = proviso_view_store_lookup (store, first);
    g_assert_nonnull (kept);
    g_assert_null (proviso_view_store_lookup (store, second));
  }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  put (fixture, fixture->file, 345);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));

  /* Cut off anywhere, or with any byte another. */
  for (gsize i = 0; i < length; i += 7)
    {
      g_autoptr (ProvisoViewState) state = NULL;

      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) i, NULL));
      state = look_up (fixture, fixture->file);
    }
  for (gsize i = 0; i < length; i += 3)
    {
      g_autoptr (ProvisoViewState) state = NULL;
      char byte = contents[i];

      contents[i] = (char) (byte ^ 0xA5);
      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
      state = look_up (fixture, fixture->file);
      contents[i] = byte;
    }

  /* And it is written again. */
  put (fixture, fixture->file, 6);
  {
    g_autoptr (ProvisoViewState) state = look_up (fixture, fixture->file);

    g_assert_cmpuint (proviso_view_state_get_cursor (state), ==, 6);
  }
}

/* What no window can be is not taken; the rest is. */
static void
test_impossible (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (ProvisoViewState) state = proviso_view_state_new ();
  int width, height;

  g_key_file_set_string (key_file, "g", "cursor", "-1");
  g_key_file_set_string (key_file, "g", "top", "99999999999999");
  g_key_file_set_string (key_file, "g", "width", "-5");
  g_key_file_set_string (key_file, "g", "height", "1000000");
  g_key_file_set_string (key_file, "g", "maximized", "perhaps");
  g_key_file_set_string (key_file, "g", "panel-shown", "false");
  proviso_view_state_read (state, key_file, "g");
  g_assert_cmpuint (proviso_view_state_get_cursor (state), ==, 0);
  g_assert_cmpuint (proviso_view_state_get_top (state), ==, 0);
  g_assert_false (proviso_view_state_get_size (state, &width, &height));
  g_assert_false (proviso_view_state_get_maximized (state));
  g_assert_false (proviso_view_state_get_panel_shown (state));
}

#define ADD(name, function) g_test_add ("/view-store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("kept", test_kept);
  ADD ("written-later", test_written_later);
  ADD ("oldest-forgotten", test_oldest_forgotten);
  ADD ("damaged", test_damaged);
  ADD ("impossible", test_impossible);

  return g_test_run ();
}
