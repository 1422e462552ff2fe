/* proviso-record-feed.h: a list of records that can say that one of them changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a #ProvisoRecordList as it is, and announces a record anew when told that it changed, as GTK's sorted
 * and filtered lists need it in order to look at that record again, and at no other.
 */
#pragma once

#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_FEED (proviso_record_feed_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordFeed, proviso_record_feed, PROVISO, RECORD_FEED, GObject)

ProvisoRecordFeed *proviso_record_feed_new (ProvisoRecordList *records);

/* Announces `record` anew before the next frame, once however often this is called until then. Nothing
 * happens for a record that is not in the list. */
void proviso_record_feed_touch (ProvisoRecordFeed *self, ProvisoRecord *record);
/* Announces at once what was touched. */
void proviso_record_feed_flush (ProvisoRecordFeed *self);

G_END_DECLS
