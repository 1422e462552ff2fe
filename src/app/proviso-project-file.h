/* proviso-project-file.h: project files read and written off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store and the codec put together in threads of their own. Nothing here keeps the caller's objects: what a
 * thread lets go of last, it would take down off the main thread.
 */
#pragma once

#include "storage/proviso-codec.h"
#include "storage/proviso-store.h"

G_BEGIN_DECLS

/* Errors: those of the store and the codec. */
void proviso_project_file_read_async (GFile *file,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* `etag`: (out) (transfer full). `warnings`: (out) (transfer full) (nullable): sentences, as a %NULL-ended
 * array; %NULL: none. Returns: (transfer full) (nullable) */
ProvisoProject *proviso_project_file_read_finish (GAsyncResult *result, char **etag, GStrv *warnings, GError **error);

/* `tree`: (transfer full). The rest as proviso_store_write(). */
void proviso_project_file_write_async (GFile *file,
                                       ProvisoCodecTree *tree,
                                       const char *expected_etag,
                                       ProvisoStoreWriteFlags flags,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* `new_etag`: (out) (transfer full) (nullable): set also with PROVISO_STORE_ERROR_UNCONFIRMED. */
gboolean proviso_project_file_write_finish (GAsyncResult *result, char **new_etag, GError **error);

G_END_DECLS
