/* proviso-store-private.h: what the parts of the store share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "storage/proviso-store.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* Whether a message speaks of opening or of saving. */
typedef enum
{
  PROVISO_STORE_OPENING,
  PROVISO_STORE_SAVING,
} ProvisoStoreVerb;

/* `path` names the file in the message by its last part. `reason` (nullable) is the system's own word for
 * PROVISO_STORE_ERROR_FAILED. */
void proviso_store_set_error (GError **error,
                              ProvisoStoreVerb verb,
                              const char *path,
                              ProvisoStoreError code,
                              const char *reason);
/* The same from an errno. */
void proviso_store_set_errno (GError **error, ProvisoStoreVerb verb, const char *path, int errsv);

/* `stamp` (nullable): the file's state; without it the content alone will decide. (transfer full) */
char *proviso_store_make_etag (const struct stat *stamp, const char *checksum);
gboolean proviso_store_etag_has_stamp (const char *etag, const struct stat *stamp);
/* Returns: (transfer none): the checksum within the etag. */
const char *proviso_store_etag_checksum (const char *etag);

/* Files of this machine, through system calls. */
GBytes *proviso_store_posix_read (const char *path, GCancellable *cancellable, char **etag, GError **error);
gboolean proviso_store_posix_write (const char *path,
                                    GBytes *bytes,
                                    const char *expected_etag,
                                    ProvisoStoreWriteFlags flags,
                                    GCancellable *cancellable,
                                    char **new_etag,
                                    GError **error);
gboolean proviso_store_posix_compare (const char *path,
                                      const char *etag,
                                      GCancellable *cancellable,
                                      ProvisoStoreState *state,
                                      GError **error);
/* Writes all of it, going on after interruptions and short writes. Returns: 0 or an errno. */
int proviso_store_posix_write_all (int fd, const char *data, gsize length, GCancellable *cancellable);

/* Files elsewhere, through GIO. They work on every GFile. */
GBytes *proviso_store_gio_read (GFile *file, GCancellable *cancellable, char **etag, GError **error);
gboolean proviso_store_gio_write (GFile *file,
                                  GBytes *bytes,
                                  const char *expected_etag,
                                  ProvisoStoreWriteFlags flags,
                                  GCancellable *cancellable,
                                  char **new_etag,
                                  GError **error);
gboolean proviso_store_gio_compare (GFile *file,
                                    const char *etag,
                                    GCancellable *cancellable,
                                    ProvisoStoreState *state,
                                    GError **error);

G_END_DECLS
