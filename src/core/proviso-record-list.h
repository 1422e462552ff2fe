/* proviso-record-list.h: an observable list of records that knows whose they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A #GListModel that sets the owner of what it holds. Lists of a record (a claim's anchors) and of the
 * project (its claims) are of this type. Reading is free for all; insert and remove are for loaders and for
 * the verbs of #ProvisoProject, which make them undoable.
 */
#pragma once

#include "core/proviso-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_LIST (proviso_record_list_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordList, proviso_record_list, PROVISO, RECORD_LIST, GObject)

/* `owner` is not referenced; it owns the list. */
ProvisoRecordList *proviso_record_list_new (GType item_type, ProvisoRecord *owner);

/* Returns: (transfer none) (nullable): %NULL once the owner is gone. */
ProvisoRecord *proviso_record_list_get_owner (ProvisoRecordList *self);
/* As g_list_model_get_n_items(), but safe on %NULL: a record makes its lists when first asked for them. */
guint proviso_record_list_get_size (ProvisoRecordList *self);
/* Returns: (transfer none) */
gpointer proviso_record_list_peek (ProvisoRecordList *self, guint position);
/* Returns: whether `record` is in the list; its place in `position`. */
gboolean proviso_record_list_find (ProvisoRecordList *self, ProvisoRecord *record, guint *position);

void proviso_record_list_insert (ProvisoRecordList *self, guint position, ProvisoRecord *record);
void proviso_record_list_append (ProvisoRecordList *self, ProvisoRecord *record);
/* Appends all of `records`, a GPtrArray, with a single "items-changed". */
void proviso_record_list_append_all (ProvisoRecordList *self, GPtrArray *records);
void proviso_record_list_remove (ProvisoRecordList *self, guint position);

G_END_DECLS
