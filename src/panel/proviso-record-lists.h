/* proviso-record-lists.h: the lists of claims, caveats and sources behind a switcher.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list is made when it is first shown, so that a window's start pays for one of the three. What the others will
 * list is put in order while there is nothing else to do.
 *
 * Signals:
 *   changed ()                       another list is shown, or another row of one is highlighted, or a list
 *                                    became longer or shorter
 *   open (ProvisoRecord *record)     its page is asked for
 *   remove (ProvisoRecord *record)   its removal is asked for
 */
#pragma once

#include "panel/proviso-record-browser.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_LISTS (proviso_record_lists_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordLists, proviso_record_lists, PROVISO, RECORD_LISTS, AdwBin)

/* (nullable): shows nothing; otherwise the first list. */
void proviso_record_lists_set_context (ProvisoRecordLists *self, ProvisoPanelContext *context);

/* Which list is shown. */
const ProvisoRecordKind *proviso_record_lists_get_present (ProvisoRecordLists *self);
void proviso_record_lists_show (ProvisoRecordLists *self, const ProvisoRecordKind *kind);

/* The list of `kind`, made if need be. Only with a context. Returns: (transfer none) */
ProvisoRecordBrowser *proviso_record_lists_get (ProvisoRecordLists *self, const ProvisoRecordKind *kind);
/* Returns: (transfer none) (nullable): the list of `kind` if it was made. */
ProvisoRecordBrowser *proviso_record_lists_peek (ProvisoRecordLists *self, const ProvisoRecordKind *kind);

G_END_DECLS
