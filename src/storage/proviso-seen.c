/* proviso-seen.c: projects as the person at the desk last saw them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-seen.h"

#include "storage/proviso-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define SUFFIX ".gz"
#define CHUNK 65536

typedef struct
{
  char *path;
  gint64 time;
  guint64 size;
} Kept;

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "proviso", "seen", NULL);
}

/* Ids and names may hold anything; a file's name may not. */
static char *
get_path (const char *project_id, const char *person)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *key = g_strdup_printf ("%s\n%s", project_id, person);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (hash, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

/* Returns: (transfer full) (nullable): %NULL where the converter fails or more than `max_size` bytes come out */
static GBytes *
convert (GConverter *converter, GBytes *bytes, gsize max_size)
{
  g_autoptr (GByteArray) converted = g_byte_array_new ();
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      guint8 buffer[CHUNK];
      gsize n_read, n_written;

      result = g_converter_convert (converter, data, n_bytes, buffer, sizeof buffer, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || n_written > max_size - converted->len)
        return NULL;
      g_byte_array_append (converted, buffer, (guint) n_written);
      data += n_read;
      n_bytes -= n_read;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&converted));
}

GBytes *
proviso_seen_pack (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) compressor = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > PROVISO_SEEN_MAX_SIZE)
    return NULL;

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);

  return convert (G_CONVERTER (compressor), bytes, PROVISO_SEEN_MAX_SIZE);
}

GBytes *
proviso_seen_unpack (GBytes *packed)
{
  g_autoptr (GZlibDecompressor) decompressor = NULL;

  g_return_val_if_fail (packed != NULL, NULL);

  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  return convert (G_CONVERTER (decompressor), packed, PROVISO_SEEN_MAX_SIZE);
}

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->path);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const Kept *first = a, *second = b;

  return first->time > second->time ? -1 : first->time < second->time;
}

/* The latest stay. What is not ours is left alone. */
static void
make_room (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  guint64 total = 0;
  const char *name;

  g_array_set_clear_func (kept, kept_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Kept file = { NULL };
      GStatBuf stamp;

      if (!g_str_has_suffix (name, SUFFIX))
        continue;
      file.path = g_build_filename (folder, name, NULL);
      if (g_stat (file.path, &stamp) == 0)
        {
          file.time = stamp.st_mtime;
          file.size = (guint64) stamp.st_size;
        }
      g_array_append_val (kept, file);
    }
  g_array_sort (kept, compare_kept);
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *file = &g_array_index (kept, Kept, i);

      total += file->size;
      if (i >= PROVISO_SEEN_MAX_FILES || total > PROVISO_SEEN_MAX_TOTAL)
        g_unlink (file->path);
    }
}

gboolean
proviso_seen_write (const char *project_id, const char *person, GBytes *packed)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (project_id != NULL, FALSE);
  g_return_val_if_fail (person != NULL, FALSE);
  g_return_val_if_fail (packed != NULL, FALSE);

  path = get_path (project_id, person);
  file = g_file_new_for_path (path);
  if (g_mkdir_with_parents (folder, 0700) < 0 ||
      !proviso_store_write (file, packed, NULL, PROVISO_STORE_WRITE_OVERWRITE | PROVISO_STORE_WRITE_PRIVATE,
                            NULL, NULL, NULL))
    return FALSE;
  make_room ();

  return TRUE;
}

GBytes *
proviso_seen_read (const char *project_id, const char *person)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) packed = NULL;
  GBytes *bytes;

  g_return_val_if_fail (project_id != NULL, NULL);
  g_return_val_if_fail (person != NULL, NULL);

  path = get_path (project_id, person);
  file = g_file_new_for_path (path);
  packed = proviso_store_read (file, NULL, NULL, NULL);
  if (packed == NULL)
    return NULL;

  /* Its own checksum tells damage. */
  bytes = proviso_seen_unpack (packed);
  if (bytes == NULL)
    g_unlink (path);

  return bytes;
}
