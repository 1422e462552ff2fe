/* proviso-recovery.h: what journals of programs that ended unexpectedly have kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry holds the lock of its journal as long as it lives, so that no other program offers the same one. What
 * cannot be read is never deleted: its folder is put aside, with ".damaged" behind its name, and the error
 * says where.
 */
#pragma once

#include "core/proviso-project.h"
#include "storage/proviso-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PROVISO_RECOVERY_ERROR_DAMAGED: nothing could be read
 * PROVISO_RECOVERY_ERROR_INCOMPLETE: all up to some change could be read
 */
typedef enum
{
  PROVISO_RECOVERY_ERROR_DAMAGED,
  PROVISO_RECOVERY_ERROR_INCOMPLETE,
} ProvisoRecoveryError;

#define PROVISO_RECOVERY_ERROR (proviso_recovery_error_quark ())
GQuark proviso_recovery_error_quark (void);

#define PROVISO_TYPE_RECOVERY (proviso_recovery_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecovery, proviso_recovery, PROVISO, RECOVERY, GObject)

/* The journals that are left, latest first; those of living programs are not among them. Reads a few
 * small files: call it in a thread or use the async form. Returns: (transfer container) (element-type ProvisoRecovery) */
GPtrArray *proviso_recovery_list (void);
void proviso_recovery_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *proviso_recovery_list_finish (GAsyncResult *result, GError **error);

/* A name for the entry that stays the same between starts. (transfer none) */
const char *proviso_recovery_get_id (ProvisoRecovery *self);
/* The file that the project belongs to. Returns: (transfer none) (nullable): %NULL where it was never saved,
 * or where that cannot be told any more. */
GFile *proviso_recovery_get_file (ProvisoRecovery *self);
/* What the file was when the journal began: to be expected when the project is saved. (transfer none) (nullable):
 * %NULL where there is no file. */
const char *proviso_recovery_get_etag (ProvisoRecovery *self);

/* Makes the project as it was last kept, marked unsaved. In any thread.
 *
 * `warning`: (out) (optional): PROVISO_RECOVERY_ERROR_INCOMPLETE where some of the latest changes could not be
 *   read; the folder is put aside then.
 * `file_state`: (out) (optional): whether the file is still what the journal began with; PROVISO_STORE_SAME
 *   where there is no file.
 * Returns: (transfer full) (nullable): %NULL with `error` set where nothing could be read. */
ProvisoProject *proviso_recovery_open (ProvisoRecovery *self,
                                       ProvisoStoreState *file_state,
                                       GError **warning,
                                       GError **error);
void proviso_recovery_open_async (ProvisoRecovery *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
ProvisoProject *proviso_recovery_open_finish (ProvisoRecovery *self,
                                              GAsyncResult *result,
                                              ProvisoStoreState *file_state,
                                              GError **warning,
                                              GError **error);

/* The person does not want it, or it is kept elsewhere now: removes it. One that was put aside stays. */
void proviso_recovery_discard (ProvisoRecovery *self);

G_END_DECLS
