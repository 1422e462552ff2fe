/* proviso-record-index.h: the records of a list, in an order, in sections, and those that pass a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A #GListModel and #GtkSectionModel of what is listed. It knows of every record where it stands, so that
 * finding one, and going on to the next, cost the same however many there are; a change of one record costs
 * looking at that record and at O(log n) others. A new order costs one look at each: what a record is sorted
 * by is asked once, not once for every comparison, as GTK's sorted list does.
 *
 * A record that changed and stays where it is, is not announced; its row hears of the change by itself.
 *
 * Signal: changing (guint position, guint n_removed, guint n_added)   more than one record may be about to come,
 * go or move, as items-changed will say next; until then all is as it was
 */
#pragma once

#include "panel/proviso-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_INDEX (proviso_record_index_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordIndex, proviso_record_index, PROVISO, RECORD_INDEX, GObject)

/* `order` must stay. */
ProvisoRecordIndex *proviso_record_index_new (GtkFilter *filter, const ProvisoOrder *order);

/* The records of which list are shown; both %NULL: none. */
void proviso_record_index_set_records (ProvisoRecordIndex *self, ProvisoRecordList *records, ProvisoPanelContext *context);

const ProvisoOrder *proviso_record_index_get_order (ProvisoRecordIndex *self);
/* `divided`: whether the order's sections show. */
void proviso_record_index_set_order (ProvisoRecordIndex *self, const ProvisoOrder *order, gboolean divided);

/* Looks at `record` again before the next frame, once however often this is called until then. Nothing happens
 * for a record that is not in the list. */
void proviso_record_index_touch (ProvisoRecordIndex *self, ProvisoRecord *record);
/* Looks at once at what was touched. */
void proviso_record_index_flush (ProvisoRecordIndex *self);
/* Looks at all records again: any may be sorted elsewhere, or stand in another section. */
void proviso_record_index_sort (ProvisoRecordIndex *self);

/* How many records there are, listed or not. */
guint proviso_record_index_get_total (ProvisoRecordIndex *self);
/* Returns: whether `record` (nullable) is listed; where in `position`. */
gboolean proviso_record_index_find (ProvisoRecordIndex *self, ProvisoRecord *record, guint *position);

G_END_DECLS
