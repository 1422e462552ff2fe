/* proviso-store-gio.c: files without a path, read and replaced through GIO.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remote places have their own ways to replace a file whole; GIO's backends know them. What they call an etag
 * goes along so that they can refuse at the last moment; before, the content itself is compared, as not every
 * backend has etags.
 */
#include "storage/proviso-store-private.h"

#include <errno.h>

/* The errno whose message fits: one set of sentences for both ways. */
static int
errno_of_io_error (const GError *error)
{
  static const struct
  {
    int code;
    int errsv;
  } pairs[] = {
    { G_IO_ERROR_CANCELLED, ECANCELED },
    { G_IO_ERROR_NOT_FOUND, ENOENT },
    { G_IO_ERROR_NOT_DIRECTORY, ENOTDIR },
    { G_IO_ERROR_IS_DIRECTORY, EISDIR },
    { G_IO_ERROR_NOT_REGULAR_FILE, EISDIR },
    { G_IO_ERROR_PERMISSION_DENIED, EACCES },
    { G_IO_ERROR_READ_ONLY, EROFS },
    { G_IO_ERROR_NO_SPACE, ENOSPC },
    { G_IO_ERROR_FILENAME_TOO_LONG, ENAMETOOLONG },
    { G_IO_ERROR_INVALID_FILENAME, EINVAL },
    { G_IO_ERROR_EXISTS, EEXIST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_error_matches (error, G_IO_ERROR, pairs[i].code))
      return pairs[i].errsv;

  return 0;
}

static void
set_io_error (GError **error, ProvisoStoreVerb verb, const char *name, const GError *io_error)
{
  int errsv = errno_of_io_error (io_error);

  if (errsv != 0)
    proviso_store_set_errno (error, verb, name, errsv);
  else
    proviso_store_set_error (error, verb, name, PROVISO_STORE_ERROR_FAILED, io_error->message);
}

/* Reads all of the file; `io_etag` is what its backend calls one. */
static GBytes *
read_file (GFile *file, const char *name, GCancellable *cancellable, char **io_etag, GError **error)
{
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &io_error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *buffer = g_malloc (1 << 16);
  gsize length = 0;

  while (stream != NULL)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 1 << 16, cancellable, &io_error);

      if (n <= 0)
        break;
      length += (gsize) n;
      if (length > PROVISO_STORE_MAX_SIZE)
        {
          proviso_store_set_error (error, PROVISO_STORE_OPENING, name, PROVISO_STORE_ERROR_TOO_LARGE, NULL);
          return NULL;
        }
      g_output_stream_write_all (memory, buffer, (gsize) n, NULL, NULL, NULL);
    }
  if (io_error != NULL)
    {
      set_io_error (error, PROVISO_STORE_OPENING, name, io_error);
      return NULL;
    }

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  if (io_etag != NULL)
    *io_etag = info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
  g_output_stream_close (memory, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static char *
make_etag (GBytes *bytes)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return proviso_store_make_etag (NULL, checksum);
}

GBytes *
proviso_store_gio_read (GFile *file, GCancellable *cancellable, char **etag, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  GBytes *bytes = read_file (file, name, cancellable, NULL, error);

  if (bytes != NULL && etag != NULL)
    *etag = make_etag (bytes);

  return bytes;
}

/* As proviso_store_gio_compare(), and what the backend calls its etag now. */
static gboolean
compare (GFile *file,
         const char *name,
         const char *etag,
         GCancellable *cancellable,
         ProvisoStoreState *state,
         char **io_etag,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = read_file (file, name, cancellable, io_etag, &local_error);
  g_autofree char *checksum = NULL;

  if (bytes == NULL)
    {
      *state = PROVISO_STORE_GONE;
      if (g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_FOUND))
        return TRUE;
      *state = PROVISO_STORE_CHANGED;
      if (g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_TOO_LARGE) ||
          g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_A_FILE))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  *state =
      g_str_equal (checksum, proviso_store_etag_checksum (etag)) ? PROVISO_STORE_SAME : PROVISO_STORE_CHANGED;
  return TRUE;
}

gboolean
proviso_store_gio_compare (GFile *file,
                           const char *etag,
                           GCancellable *cancellable,
                           ProvisoStoreState *state,
                           GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  return compare (file, name, etag, cancellable, state, NULL, error);
}

gboolean
proviso_store_gio_write (GFile *file,
                         GBytes *bytes,
                         const char *expected_etag,
                         ProvisoStoreWriteFlags flags,
                         GCancellable *cancellable,
                         char **new_etag,
                         GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *io_etag = NULL;
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  GFileCreateFlags create_flags = G_FILE_CREATE_NONE;
  ProvisoStoreState state = PROVISO_STORE_SAME;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (flags & PROVISO_STORE_WRITE_PRIVATE)
    create_flags |= G_FILE_CREATE_PRIVATE;

  if (!(flags & PROVISO_STORE_WRITE_OVERWRITE) && expected_etag != NULL)
    {
      if (!compare (file, name, expected_etag, cancellable, &state, &io_etag, error))
        return FALSE;
      if (state != PROVISO_STORE_SAME)
        {
          proviso_store_set_error (error, PROVISO_STORE_SAVING, name,
                                   state == PROVISO_STORE_GONE ? PROVISO_STORE_ERROR_GONE
                                                               : PROVISO_STORE_ERROR_CHANGED,
                                   NULL);
          return FALSE;
        }
    }

  if (!(flags & PROVISO_STORE_WRITE_OVERWRITE) && expected_etag == NULL)
    stream = g_file_create (file, create_flags, cancellable, &io_error);
  else
    stream = g_file_replace (file, io_etag, FALSE, create_flags, cancellable, &io_error);

  if (stream != NULL &&
      g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, &io_error) &&
      g_output_stream_flush (G_OUTPUT_STREAM (stream), cancellable, &io_error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &io_error))
    {
      *new_etag = make_etag (bytes);
      return TRUE;
    }

  if (stream != NULL && !g_output_stream_is_closed (G_OUTPUT_STREAM (stream)))
    {
      /* Closing while cancelled tells the backend to drop what it has instead of putting it in place. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
    }
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    proviso_store_set_error (error, PROVISO_STORE_SAVING, name, PROVISO_STORE_ERROR_CHANGED, NULL);
  else
    set_io_error (error, PROVISO_STORE_SAVING, name, io_error);

  return FALSE;
}
