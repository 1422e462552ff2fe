/* proviso-journal-session.c: the folder of one journal on the disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fdatasync for the log: the length of a file that grew is flushed with it, and nothing else of the inode
 * matters here. fsync for the files of a new folder and for the folders themselves, once a session.
 */
#define _GNU_SOURCE /* O_CLOEXEC, flock */

#include "storage/proviso-journal-session.h"

#include "core/proviso-identity.h"
#include "core/proviso-date.h"
#include "storage/proviso-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct _ProvisoJournalSession
{
  gatomicrefcount references;

  GMutex queue_lock; /* held for moments, for these two only */
  GString *queue;
  gboolean base_waits; /* a snapshot is to be written */

  GMutex lock; /* for all below; held while the disk works */
  GFile *file;
  char *etag;
  char *title;
  char *id;
  char *folder;           /* once it stands */
  gboolean from_snapshot; /* the base is a snapshot's, not the file's */
  ProvisoCodecTree *tree; /* what the base will be made of, until it is bytes */
  GBytes *base;           /* until it stands */
  goffset base_size;
  int lock_fd;
  int log_fd;
  goffset log_size; /* what is known to be whole */
  gboolean discarded;
  ProvisoJournalSession *replaced;
  ProvisoRecovery *recovery;
};

ProvisoJournalSession *
proviso_journal_session_new (GFile *file, const char *etag, const char *title)
{
  ProvisoJournalSession *self = g_new0 (ProvisoJournalSession, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->queue_lock);
  g_mutex_init (&self->lock);
  self->queue = g_string_new (NULL);
  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);
  self->title = g_strdup (title);
  self->id = proviso_identity_new_id ();
  self->lock_fd = -1;
  self->log_fd = -1;

  return self;
}

ProvisoJournalSession *
proviso_journal_session_ref (ProvisoJournalSession *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
close_files (ProvisoJournalSession *self)
{
  if (self->log_fd >= 0)
    close (self->log_fd);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  self->log_fd = -1;
  self->lock_fd = -1;
}

void
proviso_journal_session_unref (ProvisoJournalSession *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  close_files (self);
  g_string_free (self->queue, TRUE);
  g_mutex_clear (&self->queue_lock);
  g_mutex_clear (&self->lock);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->title);
  g_free (self->id);
  g_free (self->folder);
  g_clear_pointer (&self->tree, proviso_codec_tree_free);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->replaced, proviso_journal_session_unref);
  g_clear_object (&self->recovery);
  g_free (self);
}

/* The folder was taken from under the session; it begins again under another name. */
static void
forget_folder (ProvisoJournalSession *self)
{
  close_files (self);
  proviso_journal_remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_free (self->id);
  self->id = proviso_identity_new_id ();
  self->log_size = 0;
}

void
proviso_journal_session_set_base (ProvisoJournalSession *self, ProvisoCodecTree *tree)
{
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->tree, proviso_codec_tree_free);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->from_snapshot = TRUE;
  self->tree = tree;
  if (self->folder != NULL)
    forget_folder (self);
  g_mutex_unlock (&self->lock);

  g_mutex_lock (&self->queue_lock);
  g_string_truncate (self->queue, 0);
  self->base_waits = TRUE;
  g_mutex_unlock (&self->queue_lock);
}

void
proviso_journal_session_replace (ProvisoJournalSession *self, ProvisoJournalSession *old)
{
  g_mutex_lock (&self->lock);
  self->replaced = old;
  g_mutex_unlock (&self->lock);
}

void
proviso_journal_session_replace_recovery (ProvisoJournalSession *self, ProvisoRecovery *recovery)
{
  g_mutex_lock (&self->lock);
  g_set_object (&self->recovery, recovery);
  g_mutex_unlock (&self->lock);
}

void
proviso_journal_session_push (ProvisoJournalSession *self, const char *lines, gsize length)
{
  g_mutex_lock (&self->queue_lock);
  g_string_append_len (self->queue, lines, (gssize) length);
  g_mutex_unlock (&self->queue_lock);
}

char *
proviso_journal_get_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "proviso", "recovery", NULL);
}

int
proviso_journal_lock_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, PROVISO_JOURNAL_LOCK, NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) < 0)
    {
      close (fd);
      fd = -1;
    }

  return fd;
}

void
proviso_journal_remove_folder (const char *folder)
{
  static const char *const names[] = { PROVISO_JOURNAL_META, PROVISO_JOURNAL_BASE, PROVISO_JOURNAL_LOG,
                                       PROVISO_JOURNAL_LOCK };
  g_autofree char *root = g_path_get_dirname (folder);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *hidden_name = g_strconcat (".old-", name, NULL);
  g_autofree char *hidden = g_build_filename (root, hidden_name, NULL);

  if (*name == '.' || g_rename (folder, hidden) < 0)
    g_set_str (&hidden, folder);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (hidden, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (hidden);
}

static int
sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int errsv = fd < 0 || fsync (fd) < 0 ? errno : 0;

  if (fd >= 0)
    close (fd);

  return errsv == EINVAL || errsv == ENOTSUP ? 0 : errsv;
}

static int
write_file (const char *folder, const char *name, const char *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int errsv;

  if (fd < 0)
    return errno;

  errsv = proviso_store_posix_write_all (fd, data, length, NULL);
  if (errsv == 0 && fsync (fd) < 0)
    errsv = errno;
  if (close (fd) < 0 && errno != EINTR && errsv == 0)
    errsv = errno;

  return errsv;
}

static void
set_error (GError **error, int errsv)
{
  if (errsv == ENOSPC || errsv == EDQUOT || errsv == EFBIG)
    g_set_error_literal (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NO_SPACE,
                         _ ("The disk is full: what you change now would be lost in a crash. Free some "
                            "space, or save to another disk."));
  else
    g_set_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_FAILED,
                 _ ("What you change now would be lost in a crash, as no recovery copy can be written: %s. "
                    "Save your work."),
                 g_strerror (errsv));
}

/* Sees to the bytes that the log starts from. */
static ProvisoJournalResult
make_base (ProvisoJournalSession *self, GError **error)
{
  g_autofree char *now = NULL;

  if (self->base != NULL)
    return PROVISO_JOURNAL_WRITTEN;

  if (self->tree != NULL)
    {
      self->base = proviso_codec_tree_to_bytes (self->tree, error);
      g_clear_pointer (&self->tree, proviso_codec_tree_free);

      return self->base != NULL ? PROVISO_JOURNAL_WRITTEN : PROVISO_JOURNAL_FAILED;
    }

  if (self->from_snapshot || self->file == NULL || self->etag == NULL)
    return PROVISO_JOURNAL_NEEDS_BASE;

  /* A copy rather than a mention: whoever changes the file would take the base away. */
  self->base = proviso_store_read (self->file, NULL, &now, NULL);
  if (self->base == NULL ||
      !g_str_equal (proviso_store_etag_checksum (now), proviso_store_etag_checksum (self->etag)))
    {
      g_clear_pointer (&self->base, g_bytes_unref);
      return PROVISO_JOURNAL_NEEDS_BASE;
    }

  return PROVISO_JOURNAL_WRITTEN;
}

static char *
make_meta (ProvisoJournalSession *self)
{
  g_autoptr (GKeyFile) meta = g_key_file_new ();
  g_autofree char *started = proviso_time_now ();

  g_key_file_set_integer (meta, PROVISO_JOURNAL_GROUP, "version", PROVISO_JOURNAL_VERSION);
  g_key_file_set_string (meta, PROVISO_JOURNAL_GROUP, "title", self->title);
  g_key_file_set_string (meta, PROVISO_JOURNAL_GROUP, "started", started);
  g_key_file_set_int64 (meta, PROVISO_JOURNAL_GROUP, "pid", getpid ());
  if (self->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      g_key_file_set_string (meta, PROVISO_JOURNAL_GROUP, "file", uri);
    }
  if (self->etag != NULL)
    g_key_file_set_string (meta, PROVISO_JOURNAL_GROUP, "etag", self->etag);
  if (self->replaced != NULL)
    g_key_file_set_string (meta, PROVISO_JOURNAL_GROUP, "replaces", self->replaced->id);
  else if (self->recovery != NULL)
    g_key_file_set_string (meta, PROVISO_JOURNAL_GROUP, "replaces", proviso_recovery_get_id (self->recovery));

  return g_key_file_to_data (meta, NULL, NULL);
}

/* Fills `folder` with all but the lock. */
static int
fill_folder (ProvisoJournalSession *self, const char *folder)
{
  g_autofree char *meta = make_meta (self);
  gsize length;
  const char *data = g_bytes_get_data (self->base, &length);
  int errsv = write_file (folder, PROVISO_JOURNAL_BASE, data, length);

  if (errsv == 0)
    errsv = write_file (folder, PROVISO_JOURNAL_META, meta, strlen (meta));
  if (errsv == 0)
    errsv = write_file (folder, PROVISO_JOURNAL_LOG, "", 0);

  return errsv;
}

static int
open_log (ProvisoJournalSession *self, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, PROVISO_JOURNAL_LOG, NULL);

  self->log_fd = open (path, O_WRONLY | O_APPEND | O_CLOEXEC);

  return self->log_fd < 0 ? errno : 0;
}

/* Makes the folder. */
static int
stand (ProvisoJournalSession *self)
{
  g_autofree char *root = proviso_journal_get_root ();
  g_autofree char *new_name = g_strconcat (".new-", self->id, NULL);
  g_autofree char *new_folder = g_build_filename (root, new_name, NULL);
  g_autofree char *folder = g_build_filename (root, self->id, NULL);
  int errsv = 0;

  if (g_mkdir_with_parents (root, 0700) < 0 || g_mkdir (new_folder, 0700) < 0)
    return errno;

  errsv = write_file (new_folder, PROVISO_JOURNAL_LOCK, "", 0);
  if (errsv == 0)
    {
      self->lock_fd = proviso_journal_lock_folder (new_folder);
      errsv = self->lock_fd < 0 ? EBUSY : 0;
    }
  if (errsv == 0)
    errsv = fill_folder (self, new_folder);
  if (errsv == 0)
    errsv = open_log (self, new_folder);
  if (errsv == 0)
    errsv = sync_folder (new_folder);
  if (errsv == 0 && g_rename (new_folder, folder) < 0)
    errsv = errno;
  if (errsv != 0)
    {
      close_files (self);
      proviso_journal_remove_folder (new_folder);
      return errsv;
    }

  self->folder = g_steal_pointer (&folder);
  self->base_size = (goffset) g_bytes_get_size (self->base);
  g_clear_pointer (&self->base, g_bytes_unref);

  return sync_folder (root);
}

static void
discard_replaced (ProvisoJournalSession *self)
{
  if (self->replaced != NULL)
    {
      proviso_journal_session_discard (self->replaced);
      g_clear_pointer (&self->replaced, proviso_journal_session_unref);
    }
  if (self->recovery != NULL)
    {
      proviso_recovery_discard (self->recovery);
      g_clear_object (&self->recovery);
    }
}

/* Appends to the log. What an earlier attempt left half written is cut off first. */
static int
append (ProvisoJournalSession *self, const char *data, gsize length)
{
  struct stat stamp;
  int errsv;

  if (fstat (self->log_fd, &stamp) < 0)
    return errno;
  if (stamp.st_size > self->log_size && ftruncate (self->log_fd, self->log_size) < 0)
    return errno;

  errsv = proviso_store_posix_write_all (self->log_fd, data, length, NULL);
  if (errsv == 0 && fdatasync (self->log_fd) < 0)
    errsv = errno;
  if (errsv == 0)
    self->log_size += (goffset) length;
  else if (ftruncate (self->log_fd, self->log_size) < 0)
    g_debug ("The log keeps half a batch until the next one: %s", g_strerror (errno));

  return errsv;
}

/* Whether somebody removed the folder: what is written there now would go nowhere. */
static gboolean
is_gone (ProvisoJournalSession *self)
{
  struct stat ours, there;
  g_autofree char *path = g_build_filename (self->folder, PROVISO_JOURNAL_LOG, NULL);

  return stat (path, &there) < 0 || fstat (self->log_fd, &ours) < 0 || ours.st_ino != there.st_ino ||
         ours.st_dev != there.st_dev;
}

static ProvisoJournalResult
write_locked (ProvisoJournalSession *self, GString *lines, GError **error)
{
  ProvisoJournalResult result;
  int errsv = 0;

  if (self->folder != NULL && is_gone (self))
    return PROVISO_JOURNAL_NEEDS_BASE;

  if (self->folder == NULL)
    {
      /* After a save that nothing followed there is nothing to recover, and so no need for a folder. */
      if (lines->len == 0 && self->tree == NULL && self->base == NULL)
        {
          discard_replaced (self);
          return PROVISO_JOURNAL_WRITTEN;
        }

      result = make_base (self, error);
      if (result != PROVISO_JOURNAL_WRITTEN)
        return result;
      errsv = stand (self);
    }
  if (errsv == 0 && lines->len > 0)
    errsv = append (self, lines->str, lines->len);
  if (errsv != 0)
    {
      set_error (error, errsv);
      return PROVISO_JOURNAL_FAILED;
    }

  discard_replaced (self);
  return PROVISO_JOURNAL_WRITTEN;
}

ProvisoJournalResult
proviso_journal_session_write (ProvisoJournalSession *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  ProvisoJournalResult result;
  GString *lines;

  if (self->discarded)
    return PROVISO_JOURNAL_WRITTEN;

  g_mutex_lock (&self->queue_lock);
  lines = self->queue;
  self->queue = g_string_new (NULL);
  g_mutex_unlock (&self->queue_lock);

  result = write_locked (self, lines, error);
  if (result == PROVISO_JOURNAL_WRITTEN)
    {
      g_string_free (lines, TRUE);
      g_mutex_lock (&self->queue_lock);
      self->base_waits = FALSE;
      g_mutex_unlock (&self->queue_lock);
      return result;
    }

  /* In front of what came meanwhile. */
  g_mutex_lock (&self->queue_lock);
  g_string_append_len (lines, self->queue->str, (gssize) self->queue->len);
  g_string_free (self->queue, TRUE);
  self->queue = lines;
  g_mutex_unlock (&self->queue_lock);

  return result;
}

gboolean
proviso_journal_session_has_work (ProvisoJournalSession *self)
{
  gboolean work;

  g_mutex_lock (&self->queue_lock);
  work = self->queue->len > 0 || self->base_waits;
  g_mutex_unlock (&self->queue_lock);

  return work;
}

void
proviso_journal_session_discard (ProvisoJournalSession *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->discarded = TRUE;
  if (self->folder != NULL)
    proviso_journal_remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  close_files (self);
  discard_replaced (self);
}

void
proviso_journal_session_get_sizes (ProvisoJournalSession *self, goffset *log, goffset *base)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  *log = self->log_size;
  *base = self->base_size;
}
