/* proviso-record-listing.h: the records of one kind as a list shows them: in an order, and those that pass a
 * filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of one record costs looking at that record. A change of places, of uses or of people puts all in
 * order anew, a few times a second at most, and while nobody looks not before the next
 * proviso_record_listing_freshen().
 *
 * Signals: sections-changed ()   the list is divided into other sections than before, or undivided
 *          asked ()              somebody asked for another order or for other records, and the list is about to change
 */
#pragma once

#include "panel/proviso-record-filter.h"
#include "panel/proviso-record-kind.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_LISTING (proviso_record_listing_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordListing, proviso_record_listing, PROVISO, RECORD_LISTING, GObject)

/* `kind` must stay. */
ProvisoRecordListing *proviso_record_listing_new (const ProvisoRecordKind *kind);

/* (nullable): an empty list. */
void proviso_record_listing_set_context (ProvisoRecordListing *self, ProvisoPanelContext *context);
/* Returns: (transfer none) (nullable) */
ProvisoPanelContext *proviso_record_listing_get_context (ProvisoRecordListing *self);
/* Whether somebody looks at the list. */
void proviso_record_listing_set_watched (ProvisoRecordListing *self, gboolean watched);
/* Brings the order and the filter up to date now. */
void proviso_record_listing_freshen (ProvisoRecordListing *self);

const ProvisoOrder *proviso_record_listing_get_order (ProvisoRecordListing *self);
/* `id`: of one of the kind's orders; others are ignored. Returns: whether the order is another now. */
gboolean proviso_record_listing_set_order (ProvisoRecordListing *self, const char *id);

/* Whether the list is divided into the sections of its order. */
gboolean proviso_record_listing_has_sections (ProvisoRecordListing *self);

/* Returns: (transfer none) */
ProvisoRecordFilter *proviso_record_listing_get_filter (ProvisoRecordListing *self);
/* The list itself. Returns: (transfer none) */
GListModel *proviso_record_listing_get_model (ProvisoRecordListing *self);
/* How many records there are, listed or not. */
guint proviso_record_listing_get_total (ProvisoRecordListing *self);
/* Returns: whether `record` (nullable) is listed; where in `position`. */
gboolean proviso_record_listing_find (ProvisoRecordListing *self, ProvisoRecord *record, guint *position);

/* Does a part of the work that the first search would have to do. Returns: whether there is more. */
gboolean proviso_record_listing_prepare_search (ProvisoRecordListing *self);

G_END_DECLS
