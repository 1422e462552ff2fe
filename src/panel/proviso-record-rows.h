/* proviso-record-rows.h: the rows and the section headers of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the factories of a GtkListView. Rows are filled when they are bound and when their record, or one
 * that they show too, says that it changed; what they show of the draft is refreshed from time to time.
 *
 * Signal: open (ProvisoRecord *record)   the button at the row's end was pressed
 */
#pragma once

#include "panel/proviso-record-listing.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_ROWS (proviso_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordRows, proviso_record_rows, PROVISO, RECORD_ROWS, GObject)

/* `kind` must stay. The sections are those of the order that `listing` has. */
ProvisoRecordRows *proviso_record_rows_new (const ProvisoRecordKind *kind, ProvisoRecordListing *listing);

/* (nullable): while no row is bound. */
void proviso_record_rows_set_context (ProvisoRecordRows *self, ProvisoPanelContext *context);
/* Whether somebody looks at the rows; those that nobody sees are refreshed when somebody does again. */
void proviso_record_rows_set_watched (ProvisoRecordRows *self, gboolean watched);

/* Returns: (transfer none) */
GtkListItemFactory *proviso_record_rows_get_factory (ProvisoRecordRows *self);
GtkListItemFactory *proviso_record_rows_get_header_factory (ProvisoRecordRows *self);

G_END_DECLS
