/* proviso-record-view.h: the rows of a list of records, one of them highlighted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The highlighted row is the record of the #ProvisoSelection: choosing a row selects it there and asks for its
 * passage to be shown; a selection made elsewhere moves the highlight and leaves the focus alone.
 *
 * Properties: "selected" (the record of the highlighted row; read-only).
 * Signals:
 *   open (ProvisoRecord *record)     its page is asked for
 *   remove (ProvisoRecord *record)   its removal is asked for
 */
#pragma once

#include "panel/proviso-record-listing.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_VIEW (proviso_record_view_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordView, proviso_record_view, PROVISO, RECORD_VIEW, AdwBin)

/* Shows the rows of `kind`, which must stay, as `listing` has them. */
GtkWidget *proviso_record_view_new (const ProvisoRecordKind *kind, ProvisoRecordListing *listing);

/* (nullable): while the listing has none. */
void proviso_record_view_set_context (ProvisoRecordView *self, ProvisoPanelContext *context);

/* Returns: (transfer none) (nullable): the record of the row that is highlighted, or will be when it comes. */
ProvisoRecord *proviso_record_view_get_selected (ProvisoRecordView *self);
/* Scrolls to the row at `position` of the listing and highlights it; `focus`: with the keyboard focus on it. */
void proviso_record_view_reveal (ProvisoRecordView *self, guint position, gboolean focus);

/* Gives the keyboard focus to the highlighted row, else to the one that had it last. */
void proviso_record_view_focus (ProvisoRecordView *self);
/* Whether the menu of a row is open. */
gboolean proviso_record_view_has_menu_open (ProvisoRecordView *self);

G_END_DECLS
