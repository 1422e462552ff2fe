/* proviso-store-posix.c: files of this machine, read and replaced through system calls.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of a save, and what holds when it stops after each step:
 *
 *   1. find the file behind symbolic links; open its folder, so that renaming the folder meanwhile is
 * harmless
 *   2. compare the etag                                   old bytes
 *   3. make a temporary file with a random name           old bytes, an empty file beside
 *   4. write, then owner, access list, attributes, mode   old bytes
 *   5. fsync, close: both may be the first to tell of a full disk or a used-up quota
 *   6. look once more that nobody touched the file        old bytes, the new ones whole on the disk
 *   7. rename                                             new bytes
 *   8. fsync the folder                                   new bytes, also after the power went
 *   9. remove what saves that were killed between 3 and 7 have left in the folder
 *
 * fsync rather than fdatasync in step 5: the latter may leave out owner and mode, and a draft that was
 * private must not be readable after a power cut. An error up to step 7 removes the temporary file.
 */
#define _GNU_SOURCE /* renameat2, O_PATH, AT_EACCESS */

#include "storage/proviso-store-private.h"
#include "storage/proviso-store-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

/* How many links in a row are followed; what Linux does. */
#define MAX_LINKS 40
/* Between two looks at the cancellable. */
#define CHUNK (4 * 1024 * 1024)
/* How often a file that changes while it is read is read again. */
#define MAX_READS 4
/* Linux's own limit for a list of names and for a value. */
#define MAX_XATTR 65536

static inline void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
}
#define CLEANUP_FD __attribute__ ((cleanup (close_fd)))

static gboolean
same_stamp (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
         a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

static int
check_cancelled (GCancellable *cancellable)
{
  return g_cancellable_is_cancelled (cancellable) ? ECANCELED : 0;
}

/* Reads all of `fd` into a new buffer. Returns: 0 or an errno; EFBIG where there is more than the cap. */
static int
read_all (int fd, gsize size_hint, GCancellable *cancellable, char **data, gsize *length)
{
  /* One byte more than expected, so that a file of the expected size ends without growing the buffer. */
  gsize capacity = MIN (size_hint, PROVISO_STORE_MAX_SIZE) + 1;
  g_autofree char *buffer = g_malloc (capacity);
  gsize n = 0;

  for (;;)
    {
      int errsv = check_cancelled (cancellable);
      gssize got;

      if (errsv != 0)
        return errsv;

      if (n == capacity)
        {
          if (capacity > PROVISO_STORE_MAX_SIZE)
            return EFBIG;
          capacity = MIN (capacity * 2, PROVISO_STORE_MAX_SIZE + 1);
          buffer = g_realloc (buffer, capacity);
        }

      got = read (fd, buffer + n, MIN (capacity - n, CHUNK));
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return errno;
      if (got == 0)
        break;
      n += (gsize) got;
    }

  *data = g_steal_pointer (&buffer);
  *length = n;
  return 0;
}

/* Opens for reading what is an ordinary file. Not to block: a named pipe without a writer would, for ever. */
static int
open_regular (const char *path, struct stat *stamp, int *fd)
{
  *fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (*fd < 0 || fstat (*fd, stamp) < 0)
    return errno;

  return S_ISREG (stamp->st_mode) ? 0 : EISDIR;
}

GBytes *
proviso_store_posix_read (const char *path, GCancellable *cancellable, char **etag, GError **error)
{
  for (guint i = 0; i < MAX_READS; i++)
    {
      CLEANUP_FD int fd = -1;
      struct stat before, after;
      g_autofree char *data = NULL;
      gsize length = 0;
      int errsv = open_regular (path, &before, &fd);

      if (errsv == 0 && before.st_size > (goffset) PROVISO_STORE_MAX_SIZE)
        errsv = EFBIG;
      if (errsv == 0)
        errsv = read_all (fd, (gsize) before.st_size, cancellable, &data, &length);
      if (errsv == 0 && fstat (fd, &after) < 0)
        errsv = errno;
      if (errsv != 0)
        {
          proviso_store_set_errno (error, PROVISO_STORE_OPENING, path, errsv);
          return NULL;
        }

      /* Half of an old and half of a new version is none that anybody wrote. */
      if (!same_stamp (&before, &after) || (goffset) length != after.st_size)
        {
          g_usleep (G_USEC_PER_SEC / 20);
          continue;
        }

      if (etag != NULL)
        {
          g_autofree char *checksum =
              g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);

          *etag = proviso_store_make_etag (&after, checksum);
        }
      return g_bytes_new_take (g_steal_pointer (&data), length);
    }

  proviso_store_set_error (error, PROVISO_STORE_OPENING, path, PROVISO_STORE_ERROR_BUSY, NULL);
  return NULL;
}

gboolean
proviso_store_posix_compare (const char *path,
                             const char *etag,
                             GCancellable *cancellable,
                             ProvisoStoreState *state,
                             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *now = NULL;
  struct stat stamp;

  if (stat (path, &stamp) < 0)
    {
      if (errno != ENOENT && errno != ENOTDIR)
        {
          proviso_store_set_errno (error, PROVISO_STORE_OPENING, path, errno);
          return FALSE;
        }
      *state = PROVISO_STORE_GONE;
      return TRUE;
    }

  if (proviso_store_etag_has_stamp (etag, &stamp))
    {
      *state = PROVISO_STORE_SAME;
      return TRUE;
    }

  bytes = proviso_store_posix_read (path, cancellable, &now, &local_error);
  if (bytes != NULL)
    *state = g_str_equal (proviso_store_etag_checksum (now), proviso_store_etag_checksum (etag))
                 ? PROVISO_STORE_SAME
                 : PROVISO_STORE_CHANGED;
  else if (g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_FOUND))
    *state = PROVISO_STORE_GONE;
  else if (g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_TOO_LARGE) ||
           g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_A_FILE) ||
           g_error_matches (local_error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_BUSY))
    *state = PROVISO_STORE_CHANGED;
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

int
proviso_store_posix_write_all (int fd, const char *data, gsize length, GCancellable *cancellable)
{
  while (length > 0)
    {
      int errsv = check_cancelled (cancellable);
      gssize written;

      if (errsv != 0)
        return errsv;

      written = write (fd, data, MIN (length, CHUNK));
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      if (written == 0)
        return EIO;
      data += written;
      length -= (gsize) written;
    }

  return 0;
}

/* The path of the file that is really written: `path` with the links at its end followed, also where the last
 * one leads nowhere yet. */
static int
follow_links (const char *path, char **real_path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *folder = NULL;
      g_autofree char *target = NULL;
      g_autoptr (GError) local_error = NULL;
      struct stat stamp;
      gboolean exists = lstat (at, &stamp) == 0;

      if (!exists && errno != ENOENT)
        return errno;
      if (!exists || !S_ISLNK (stamp.st_mode))
        {
          *real_path = g_steal_pointer (&at);
          return 0;
        }

      target = g_file_read_link (at, &local_error);
      if (target == NULL)
        return EIO;
      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }

  return ELOOP;
}

/* Gives the temporary file what the old one had. Where the group cannot be kept, what its members could do
 * falls back to what everybody can: a private draft must not become readable to another group. Attributes
 * that the system refuses are let go; losing the save for them would be worse. */
static int
copy_attributes (int fd, int old_fd, const struct stat *old)
{
  g_autofree char *names = g_malloc (MAX_XATTR);
  g_autofree char *value = NULL;
  mode_t mode = old->st_mode & 07777;
  gboolean group_kept = TRUE;
  struct stat present;
  gssize length = old_fd >= 0 ? flistxattr (old_fd, names, MAX_XATTR) : -1;

  if (fstat (fd, &present) < 0)
    return errno;

  if (present.st_gid != old->st_gid)
    group_kept = fchown (fd, (uid_t) -1, old->st_gid) == 0;
  if (present.st_uid != old->st_uid && fchown (fd, old->st_uid, (gid_t) -1) < 0)
    mode &= ~(mode_t) (S_ISUID | S_ISGID);

  for (const char *name = names; length > 0 && name < names + length; name += strlen (name) + 1)
    {
      gssize size;

      if (value == NULL)
        value = g_malloc (MAX_XATTR);
      size = fgetxattr (old_fd, name, value, MAX_XATTR);
      /* With an access list, the group bits of the mode are its mask; without it they would speak of the
       * group. */
      if ((size < 0 || fsetxattr (fd, name, value, (gsize) size, 0) < 0) &&
          g_str_equal (name, "system.posix_acl_access"))
        group_kept = FALSE;
    }

  if (!group_kept)
    mode = (mode & ~(mode_t) (S_ISGID | S_IRWXG)) | ((mode & S_IRWXO) << 3);

  return fchmod (fd, mode) < 0 ? errno : 0;
}

/* Writes the temporary file, whole and on the disk, under `*name` in the folder. `stamp`: what it is then. `lock_fd`:
 * see proviso_store_temporary_create(). */
static int
write_temporary (int folder_fd,
                 GBytes *bytes,
                 int old_fd,
                 const struct stat *old,
                 ProvisoStoreWriteFlags flags,
                 GCancellable *cancellable,
                 char **name,
                 struct stat *stamp,
                 int *lock_fd,
                 gboolean *folder_refuses)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean keep = old != NULL && !(flags & PROVISO_STORE_WRITE_PRIVATE);
  /* A new file's mode is the kernel's business: the umask, or the access list that the folder hands down. */
  mode_t mode = old != NULL || (flags & PROVISO_STORE_WRITE_PRIVATE) ? 0600 : 0666;
  int fd = -1;
  int errsv = proviso_store_temporary_create (folder_fd, mode, name, &fd, lock_fd);

  if (errsv != 0)
    {
      *folder_refuses = errsv == EACCES || errsv == EPERM;
      return errsv;
    }

  errsv = proviso_store_posix_write_all (fd, data, length, cancellable);
  if (errsv == 0 && keep)
    errsv = copy_attributes (fd, old_fd, old);
  while (errsv == 0 && fsync (fd) < 0)
    if (errno != EINTR)
      errsv = errno;
  if (errsv == 0 && fstat (fd, stamp) < 0)
    errsv = errno;
  /* Interrupted, Linux has closed it all the same, and everything is on the disk by then. */
  if (close (fd) < 0 && errno != EINTR && errsv == 0)
    errsv = errno;

  return errsv;
}

/* renameat(), but never over a file that is there, where the file system can promise that. */
static int
rename_new (int folder_fd, const char *from, const char *to)
{
  if (renameat2 (folder_fd, from, folder_fd, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;

  if (linkat (folder_fd, from, folder_fd, to, 0) == 0)
    {
      unlinkat (folder_fd, from, 0);
      return 0;
    }
  if (errno == EEXIST)
    return errno;

  if (faccessat (folder_fd, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return renameat (folder_fd, from, folder_fd, to) < 0 ? errno : 0;
}

/* The file's etag once it has its name. The rename changed its ctime; where somebody replaced it already, the
 * etag must not take theirs for ours. */
static char *
make_new_etag (int folder_fd, const char *name, GBytes *bytes, const struct stat *written)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  struct stat stamp;
  gboolean ours;

  ours = fstatat (folder_fd, name, &stamp, AT_SYMLINK_NOFOLLOW) == 0 && stamp.st_dev == written->st_dev &&
         stamp.st_ino == written->st_ino && stamp.st_size == written->st_size &&
         stamp.st_mtim.tv_sec == written->st_mtim.tv_sec && stamp.st_mtim.tv_nsec == written->st_mtim.tv_nsec;

  return proviso_store_make_etag (ours ? &stamp : NULL, checksum);
}

/* Steps 3 to 9 in an open folder. `old` is NULL where there is no file yet. */
static gboolean
replace (int folder_fd,
         const char *name,
         const struct stat *old,
         const char *path,
         GBytes *bytes,
         ProvisoStoreWriteFlags flags,
         GCancellable *cancellable,
         char **new_etag,
         GError **error)
{
  CLEANUP_FD int old_fd = -1;
  CLEANUP_FD int lock_fd = -1;
  g_autofree char *temporary = NULL;
  gboolean folder_refuses = FALSE;
  struct stat written, now;
  int errsv;

  if (old != NULL)
    old_fd = openat (folder_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  errsv = write_temporary (folder_fd, bytes, old_fd, old, flags, cancellable, &temporary, &written, &lock_fd,
                           &folder_refuses);

  if (errsv == 0)
    errsv = check_cancelled (cancellable);
  if (errsv == 0 && old != NULL && !(flags & PROVISO_STORE_WRITE_OVERWRITE) &&
      (fstatat (folder_fd, name, &now, AT_SYMLINK_NOFOLLOW) < 0 || !same_stamp (old, &now)))
    {
      unlinkat (folder_fd, temporary, 0);
      proviso_store_set_error (error, PROVISO_STORE_SAVING, path, PROVISO_STORE_ERROR_CHANGED, NULL);
      return FALSE;
    }

  if (errsv == 0 && (old != NULL || (flags & PROVISO_STORE_WRITE_OVERWRITE)))
    {
      if (renameat (folder_fd, temporary, folder_fd, name) < 0)
        errsv = errno;
    }
  else if (errsv == 0)
    errsv = rename_new (folder_fd, temporary, name);

  /* A folder with the sticky bit lets nobody but the owner replace a file; a mount point is busy. */
  if (temporary != NULL && (errsv == EPERM || errsv == EACCES || errsv == EBUSY))
    folder_refuses = TRUE;

  if (errsv != 0)
    {
      if (temporary != NULL)
        unlinkat (folder_fd, temporary, 0);
      if (folder_refuses)
        proviso_store_set_error (error, PROVISO_STORE_SAVING, path, PROVISO_STORE_ERROR_FOLDER, NULL);
      else
        proviso_store_set_errno (error, PROVISO_STORE_SAVING, path, errsv);
      return FALSE;
    }

  *new_etag = make_new_etag (folder_fd, name, bytes, &written);

  while (fsync (folder_fd) < 0)
    {
      if (errno == EINTR)
        continue;
      /* A folder that may be entered but not read is open for its path only, and some file systems do not
       * flush folders at all: they promise nothing, and nobody can do better there. */
      if (errno == EBADF || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS)
        break;
      proviso_store_set_error (error, PROVISO_STORE_SAVING, path, PROVISO_STORE_ERROR_UNCONFIRMED, NULL);
      return FALSE;
    }

  proviso_store_temporary_sweep (folder_fd);

  return TRUE;
}

gboolean
proviso_store_posix_write (const char *path,
                           GBytes *bytes,
                           const char *expected_etag,
                           ProvisoStoreWriteFlags flags,
                           GCancellable *cancellable,
                           char **new_etag,
                           GError **error)
{
  CLEANUP_FD int folder_fd = -1;
  g_autofree char *real_path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  struct stat old, now;
  gboolean exists;
  int errsv = follow_links (path, &real_path);

  if (errsv == 0)
    {
      folder = g_path_get_dirname (real_path);
      name = g_path_get_basename (real_path);
      folder_fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      if (folder_fd < 0 && errno == EACCES)
        folder_fd = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
      if (folder_fd < 0)
        errsv = errno;
    }
  if (errsv != 0)
    {
      proviso_store_set_errno (error, PROVISO_STORE_SAVING, path, errsv);
      return FALSE;
    }

  exists = fstatat (folder_fd, name, &old, AT_SYMLINK_NOFOLLOW) == 0;
  if (!exists && errno != ENOENT)
    {
      proviso_store_set_errno (error, PROVISO_STORE_SAVING, path, errno);
      return FALSE;
    }
  if (exists && !S_ISREG (old.st_mode))
    {
      proviso_store_set_error (error, PROVISO_STORE_SAVING, path, PROVISO_STORE_ERROR_NOT_A_FILE, NULL);
      return FALSE;
    }

  if (!(flags & PROVISO_STORE_WRITE_OVERWRITE))
    {
      ProvisoStoreState state = PROVISO_STORE_SAME;

      if (expected_etag == NULL && exists)
        {
          proviso_store_set_error (error, PROVISO_STORE_SAVING, path, PROVISO_STORE_ERROR_EXISTS, NULL);
          return FALSE;
        }
      if (expected_etag != NULL && !exists)
        {
          proviso_store_set_error (error, PROVISO_STORE_SAVING, path, PROVISO_STORE_ERROR_GONE, NULL);
          return FALSE;
        }
      if (expected_etag != NULL && !proviso_store_etag_has_stamp (expected_etag, &old))
        {
          if (!proviso_store_posix_compare (real_path, expected_etag, cancellable, &state, error))
            return FALSE;
          /* The content was read after `old` was taken; a change between the two is found before the rename.
           */
          if (state == PROVISO_STORE_SAME && fstatat (folder_fd, name, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
              !same_stamp (&old, &now))
            state = PROVISO_STORE_CHANGED;
        }
      if (state != PROVISO_STORE_SAME)
        {
          proviso_store_set_error (error, PROVISO_STORE_SAVING, path,
                                   state == PROVISO_STORE_GONE ? PROVISO_STORE_ERROR_GONE
                                                               : PROVISO_STORE_ERROR_CHANGED,
                                   NULL);
          return FALSE;
        }
    }

  /* The rename needs no right to the file itself; a person who protected it meant it. */
  if (exists && faccessat (folder_fd, name, W_OK, AT_EACCESS) < 0)
    {
      proviso_store_set_errno (error, PROVISO_STORE_SAVING, path, errno);
      return FALSE;
    }

  return replace (folder_fd, name, exists ? &old : NULL, path, bytes, flags, cancellable, new_etag, error);
}
