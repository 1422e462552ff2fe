/* proviso-store.c: files as bytes, read whole and replaced whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two ways to the bytes (proviso-store-posix.c, proviso-store-gio.c) share: etags, the words of
 * errors, and the forms that work in a thread.
 */
#define _GNU_SOURCE /* st_mtim */

#include "storage/proviso-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GBytes *bytes;
  char *expected_etag;
  ProvisoStoreWriteFlags flags;
  char *new_etag;
  ProvisoStoreState state;
} Job;

G_DEFINE_QUARK (proviso - store - error - quark, proviso_store_error)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->expected_etag);
  g_free (job->new_etag);
  g_free (job);
}

/* Returns: (transfer full) */
static char *
make_opening_message (ProvisoStoreError code, const char *name, const char *reason)
{
  switch (code)
    {
    case PROVISO_STORE_ERROR_NOT_FOUND:
    case PROVISO_STORE_ERROR_GONE:
      return g_strdup_printf (_ ("“%s” could not be opened: there is no such file."), name);
    case PROVISO_STORE_ERROR_NOT_A_FILE:
      return g_strdup_printf (_ ("“%s” could not be opened: it is not a file that can be read, but a folder "
                                 "or a device."),
                              name);
    case PROVISO_STORE_ERROR_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” could not be opened: it is larger than anything Proviso reads."),
                              name);
    case PROVISO_STORE_ERROR_NOT_ALLOWED:
      return g_strdup_printf (_ ("“%s” could not be opened: you are not allowed to read it. Change its "
                                 "permissions, or ask its owner."),
                              name);
    case PROVISO_STORE_ERROR_BUSY:
      return g_strdup_printf (_ ("“%s” could not be opened: another program keeps writing to it. Try again "
                                 "in a moment."),
                              name);
    case PROVISO_STORE_ERROR_NAME:
      return g_strdup_printf (_ ("“%s” could not be opened: its name is longer than possible."), name);
    case PROVISO_STORE_ERROR_DISK:
      return g_strdup_printf (_ ("“%s” could not be opened: the disk reported an error. Check the disk, or "
                                 "open a backup."),
                              name);
    case PROVISO_STORE_ERROR_READ_ONLY:
    case PROVISO_STORE_ERROR_FOLDER:
    case PROVISO_STORE_ERROR_NO_SPACE:
    case PROVISO_STORE_ERROR_QUOTA:
    case PROVISO_STORE_ERROR_CHANGED:
    case PROVISO_STORE_ERROR_EXISTS:
    case PROVISO_STORE_ERROR_UNCONFIRMED:
    case PROVISO_STORE_ERROR_FAILED:
    default:
      return g_strdup_printf (_ ("“%s” could not be opened: %s."), name, reason);
    }
}

/* Returns: (transfer full) */
static char *
make_saving_message (ProvisoStoreError code, const char *name, const char *reason)
{
  switch (code)
    {
    case PROVISO_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_ ("“%s” could not be saved: its folder is not there any more. Save it "
                                 "somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_NOT_A_FILE:
      return g_strdup_printf (_ ("“%s” could not be saved: under this name there is a folder or a device. "
                                 "Choose another name."),
                              name);
    case PROVISO_STORE_ERROR_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” could not be saved: it is larger than a file can be there. Save it "
                                 "somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_NOT_ALLOWED:
    case PROVISO_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("“%s” could not be saved: it is write-protected. Change its permissions or "
                                 "save it somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_FOLDER:
      return g_strdup_printf (_ ("“%s” could not be saved: its folder takes no new files, so that it could "
                                 "not be replaced safely. Save it somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_NO_SPACE:
      return g_strdup_printf (_ ("“%s” could not be saved: the disk is full. Free some space or save it "
                                 "somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_QUOTA:
      return g_strdup_printf (_ ("“%s” could not be saved: your share of the disk is used up. Free some "
                                 "space or save it somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_NAME:
      return g_strdup_printf (_ ("“%s” could not be saved: such a name is not possible there. Choose a "
                                 "shorter or simpler one."),
                              name);
    case PROVISO_STORE_ERROR_DISK:
      return g_strdup_printf (_ ("“%s” could not be saved: the disk reported an error. Save it on another "
                                 "disk."),
                              name);
    case PROVISO_STORE_ERROR_CHANGED:
      return g_strdup_printf (_ ("“%s” was not saved: another program changed the file in the meantime."),
                              name);
    case PROVISO_STORE_ERROR_GONE:
      return g_strdup_printf (_ ("“%s” was not saved: the file was moved or deleted in the meantime."), name);
    case PROVISO_STORE_ERROR_EXISTS:
      return g_strdup_printf (_ ("“%s” was not saved: there is a file of this name already."), name);
    case PROVISO_STORE_ERROR_UNCONFIRMED:
      return g_strdup_printf (_ ("“%s” was written, but the disk did not confirm that it will last. Save it "
                                 "again, or somewhere else."),
                              name);
    case PROVISO_STORE_ERROR_BUSY:
    case PROVISO_STORE_ERROR_FAILED:
    default:
      return g_strdup_printf (_ ("“%s” could not be saved: %s. Save it somewhere else."), name, reason);
    }
}

void
proviso_store_set_error (GError **error,
                         ProvisoStoreVerb verb,
                         const char *path,
                         ProvisoStoreError code,
                         const char *reason)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = verb == PROVISO_STORE_OPENING ? make_opening_message (code, name, reason)
                                                           : make_saving_message (code, name, reason);

  g_set_error_literal (error, PROVISO_STORE_ERROR, (int) code, message);
}

void
proviso_store_set_errno (GError **error, ProvisoStoreVerb verb, const char *path, int errsv)
{
  ProvisoStoreError code;

  switch (errsv)
    {
    case ECANCELED:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, g_strerror (errsv));
      return;
    case ENOENT:
    case ENOTDIR:
      code = PROVISO_STORE_ERROR_NOT_FOUND;
      break;
    case EISDIR:
    case ENXIO:
    case ENODEV:
      code = PROVISO_STORE_ERROR_NOT_A_FILE;
      break;
    case EACCES:
    case EPERM:
      code = PROVISO_STORE_ERROR_NOT_ALLOWED;
      break;
    case EROFS:
    case ETXTBSY:
      code = PROVISO_STORE_ERROR_READ_ONLY;
      break;
    case ENOSPC:
      code = PROVISO_STORE_ERROR_NO_SPACE;
      break;
    case EDQUOT:
      code = PROVISO_STORE_ERROR_QUOTA;
      break;
    case EFBIG:
      code = PROVISO_STORE_ERROR_TOO_LARGE;
      break;
    case ENAMETOOLONG:
    case EINVAL:
    case EILSEQ:
    case ELOOP:
      code = PROVISO_STORE_ERROR_NAME;
      break;
    case EIO:
      code = PROVISO_STORE_ERROR_DISK;
      break;
    case EEXIST:
      code = PROVISO_STORE_ERROR_EXISTS;
      break;
    default:
      code = PROVISO_STORE_ERROR_FAILED;
      break;
    }

  proviso_store_set_error (error, verb, path, code, g_strerror (errsv));
}

char *
proviso_store_make_etag (const struct stat *stamp, const char *checksum)
{
  if (stamp == NULL)
    return g_strconcat ("-:", checksum, NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT ".%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT
                          ".%ld.%" G_GINT64_FORMAT ".%ld:%s",
                          (guint64) stamp->st_dev, (guint64) stamp->st_ino, (gint64) stamp->st_size,
                          (gint64) stamp->st_mtim.tv_sec, stamp->st_mtim.tv_nsec,
                          (gint64) stamp->st_ctim.tv_sec, stamp->st_ctim.tv_nsec, checksum);
}

gboolean
proviso_store_etag_has_stamp (const char *etag, const struct stat *stamp)
{
  g_autofree char *same = proviso_store_make_etag (stamp, proviso_store_etag_checksum (etag));

  return g_str_equal (etag, same);
}

const char *
proviso_store_etag_checksum (const char *etag)
{
  const char *colon = strrchr (etag, ':');

  return colon != NULL ? colon + 1 : etag;
}

GBytes *
proviso_store_read (GFile *file, GCancellable *cancellable, char **etag, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (etag != NULL)
    *etag = NULL;

  if (g_file_is_native (file))
    return proviso_store_posix_read (g_file_peek_path (file), cancellable, etag, error);
  else
    return proviso_store_gio_read (file, cancellable, etag, error);
}

gboolean
proviso_store_write (GFile *file,
                     GBytes *bytes,
                     const char *expected_etag,
                     ProvisoStoreWriteFlags flags,
                     GCancellable *cancellable,
                     char **new_etag,
                     GError **error)
{
  g_autofree char *etag = NULL;
  gboolean written;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_file_is_native (file))
    written = proviso_store_posix_write (g_file_peek_path (file), bytes, expected_etag, flags, cancellable,
                                         &etag, error);
  else
    written = proviso_store_gio_write (file, bytes, expected_etag, flags, cancellable, &etag, error);

  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&etag);

  return written;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (proviso_store_write (source, job->bytes, job->expected_etag, job->flags, cancellable, &job->new_etag,
                           &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
proviso_store_write_async (GFile *file,
                           GBytes *bytes,
                           const char *expected_etag,
                           ProvisoStoreWriteFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->bytes = g_bytes_ref (bytes);
  job->expected_etag = g_strdup (expected_etag);
  job->flags = flags;
  g_task_set_source_tag (task, proviso_store_write_async);
  g_task_set_task_data (task, job, job_free);
  /* What was written is told even where cancelling came too late to prevent it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
proviso_store_write_finish (GFile *file, GAsyncResult *result, char **new_etag, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&job->new_etag);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
proviso_store_compare (GFile *file,
                       const char *etag,
                       GCancellable *cancellable,
                       ProvisoStoreState *state,
                       GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (etag != NULL, FALSE);

  if (g_file_is_native (file))
    return proviso_store_posix_compare (g_file_peek_path (file), etag, cancellable, state, error);
  else
    return proviso_store_gio_compare (file, etag, cancellable, state, error);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (proviso_store_compare (source, job->expected_etag, cancellable, &job->state, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
proviso_store_compare_async (GFile *file,
                             const char *etag,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->expected_etag = g_strdup (etag);
  g_task_set_source_tag (task, proviso_store_compare_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

gboolean
proviso_store_compare_finish (GFile *file, GAsyncResult *result, ProvisoStoreState *state, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *state = job->state;
  return TRUE;
}
