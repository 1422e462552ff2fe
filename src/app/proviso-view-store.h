/* proviso-view-store.h: keeps how windows showed projects, from one start to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A #ProvisoStateFile with a group for each project file, named by the checksum of its URI; the last one used is the
 * last.
 */
#pragma once

#include "app/proviso-view-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of so many files; those that were not used for longest are forgotten. */
#define PROVISO_VIEW_STORE_MAX_FILES 200

#define PROVISO_TYPE_VIEW_STORE (proviso_view_store_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoViewStore, proviso_view_store, PROVISO, VIEW_STORE, GObject)

/* `path`: of the key file; nothing need be there. */
ProvisoViewStore *proviso_view_store_new (const char *path);

/* Returns: (transfer full) (nullable): %NULL: nothing is known of `file` */
ProvisoViewState *proviso_view_store_lookup (ProvisoViewStore *self, GFile *file);
/* Written a moment later, in a thread. */
void proviso_view_store_put (ProvisoViewStore *self, GFile *file, ProvisoViewState *state);
/* Writes at once what is not written yet, and waits for it: the program ends. */
void proviso_view_store_flush (ProvisoViewStore *self);

G_END_DECLS
