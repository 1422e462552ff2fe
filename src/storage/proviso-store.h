/* proviso-store.h: files as bytes, read whole and replaced whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is replaced so that at every moment, whatever fails and whenever the power goes, either the old or
 * the new bytes stand under its name: a temporary file in the same folder is written, flushed to the disk and
 * renamed over it, then the folder is flushed. Mode, owner and group (where permitted), access lists and
 * extended attributes are kept; a symbolic link stays, and the file that it leads to is replaced. Other hard
 * links to the file keep the old bytes, as a backup made of hard links needs it.
 *
 * What is refused rather than done unsafely: writing in place. Where the file may be written but its folder
 * takes no temporary file, saving fails and says so.
 *
 * Etags: a string that stands for the content as it was read or written: device, inode, size, the times of
 * the last change to nanoseconds, and a SHA-256 of the bytes. Where the cheap part is equal the file was not
 * touched; where it differs (a chmod, a restored backup, another mount) the content decides. An mtime alone
 * would miss a change within its resolution and a file put back with its old time.
 *
 * Files without a path (remote places) go through GIO's own replacement, with the same errors.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most that is read: a book-length draft with 10,000 claims takes about 15 MB; what is many times as large
 * was not made by a person writing, and holding it several times in memory would bring the desktop down. */
#define PROVISO_STORE_MAX_SIZE ((gsize) 128 * 1024 * 1024)

/* Every error has a message of one or two sentences for the person: what happened to which file, what to do.
 * Cancelling is %G_IO_ERROR_CANCELLED. */
#define PROVISO_STORE_ERROR (proviso_store_error_quark ())
GQuark proviso_store_error_quark (void);

typedef enum
{
  PROVISO_STORE_ERROR_FAILED,
  PROVISO_STORE_ERROR_NOT_FOUND,    /* there is no such file, or no such folder to save in */
  PROVISO_STORE_ERROR_NOT_A_FILE,   /* a folder, a device */
  PROVISO_STORE_ERROR_TOO_LARGE,
  PROVISO_STORE_ERROR_NOT_ALLOWED,  /* reading is not permitted */
  PROVISO_STORE_ERROR_BUSY,         /* somebody was writing it all the while */
  PROVISO_STORE_ERROR_READ_ONLY,    /* the file or its disk is write-protected */
  PROVISO_STORE_ERROR_FOLDER,       /* its folder takes no new file, so that it cannot be replaced safely */
  PROVISO_STORE_ERROR_NO_SPACE,
  PROVISO_STORE_ERROR_QUOTA,
  PROVISO_STORE_ERROR_NAME,         /* the name is too long or not possible there */
  PROVISO_STORE_ERROR_DISK,         /* the device reported an error */
  PROVISO_STORE_ERROR_CHANGED,      /* somebody else changed the file since the etag was taken */
  PROVISO_STORE_ERROR_GONE,         /* the file is not there any more */
  PROVISO_STORE_ERROR_EXISTS,       /* a new file was to be made and there is one */
  PROVISO_STORE_ERROR_UNCONFIRMED,  /* the new bytes stand in the file, but a power cut could still undo that */
} ProvisoStoreError;

typedef enum
{
  PROVISO_STORE_WRITE_NONE = 0,
  PROVISO_STORE_WRITE_OVERWRITE = 1 << 0, /* whatever is there, or not, is replaced: the person was asked */
  PROVISO_STORE_WRITE_PRIVATE = 1 << 1,   /* readable for nobody else */
} ProvisoStoreWriteFlags;

typedef enum
{
  PROVISO_STORE_SAME,
  PROVISO_STORE_CHANGED,
  PROVISO_STORE_GONE,
} ProvisoStoreState;

/* Reads all of the file. `etag`: (out) (optional) (transfer full). Returns: (transfer full) (nullable) */
GBytes *proviso_store_read (GFile *file, GCancellable *cancellable, char **etag, GError **error);

/* Makes `bytes` the content of `file`. `expected_etag` (nullable): what the file must still be; with %NULL, it
 * must not exist. PROVISO_STORE_WRITE_OVERWRITE lifts both.
 *
 * `new_etag` (out) (optional) (transfer full): set on success, and with PROVISO_STORE_ERROR_UNCONFIRMED too, so
 * that saving again does not take this writing for somebody else's. After every other error the file is
 * what it was and nothing is left beside it; what a program that was killed has left is removed by the next save in
 * that folder. */
gboolean proviso_store_write (GFile *file,
                              GBytes *bytes,
                              const char *expected_etag,
                              ProvisoStoreWriteFlags flags,
                              GCancellable *cancellable,
                              char **new_etag,
                              GError **error);
void proviso_store_write_async (GFile *file,
                                GBytes *bytes,
                                const char *expected_etag,
                                ProvisoStoreWriteFlags flags,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean proviso_store_write_finish (GFile *file, GAsyncResult *result, char **new_etag, GError **error);

/* Whether the file is still what `etag` stands for. Costs one stat where it was not touched, else a reading. */
gboolean proviso_store_compare (GFile *file,
                                const char *etag,
                                GCancellable *cancellable,
                                ProvisoStoreState *state,
                                GError **error);
void proviso_store_compare_async (GFile *file,
                                  const char *etag,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean proviso_store_compare_finish (GFile *file,
                                       GAsyncResult *result,
                                       ProvisoStoreState *state,
                                       GError **error);

G_END_DECLS
