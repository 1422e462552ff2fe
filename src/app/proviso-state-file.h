/* proviso-state-file.h: a key file of the program's own state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For what is convenient to have and no loss to lose. It is read when it is first asked for, and written a moment after
 * it was changed, in a thread and readable for nobody else. Where it is damaged, cannot be read or cannot be written,
 * things are as at the first start.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_STATE_FILE (proviso_state_file_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoStateFile, proviso_state_file, PROVISO, STATE_FILE, GObject)

/* `path`: nothing need be there. */
ProvisoStateFile *proviso_state_file_new (const char *path);
/* Where the program keeps the state of this name. (transfer full) */
char *proviso_state_file_get_path (const char *name);

/* Reads at once what takes less than a millisecond: windows are not shown before. Returns: (transfer none) */
GKeyFile *proviso_state_file_get (ProvisoStateFile *self);
/* The key file was changed. */
void proviso_state_file_changed (ProvisoStateFile *self);
/* Writes at once what is not written yet, and waits for it: the program ends. */
void proviso_state_file_flush (ProvisoStateFile *self);

G_END_DECLS
