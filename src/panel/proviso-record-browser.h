/* proviso-record-browser.h: a list of records that is searched, filtered and sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same for claims, caveats and sources but for what their #ProvisoRecordKind says. Its rows are a
 * #ProvisoRecordView, which says how the highlighted one and the #ProvisoSelection follow each other.
 *
 * Properties: "order" (the id of a #ProvisoOrder), "selected" (the record of the highlighted row; read-only).
 * Signals:
 *   open (ProvisoRecord *record)     its page is asked for
 *   remove (ProvisoRecord *record)   its removal is asked for
 */
#pragma once

#include "panel/proviso-record-listing.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_BROWSER (proviso_record_browser_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordBrowser, proviso_record_browser, PROVISO, RECORD_BROWSER, AdwBin)

/* Shows `listing`, which is one of `kind`; that must stay. */
GtkWidget *proviso_record_browser_new (const ProvisoRecordKind *kind, ProvisoRecordListing *listing);

/* (nullable): shows nothing. */
void proviso_record_browser_set_context (ProvisoRecordBrowser *self, ProvisoPanelContext *context);

const char *proviso_record_browser_get_order (ProvisoRecordBrowser *self);
void proviso_record_browser_set_order (ProvisoRecordBrowser *self, const char *id);

/* Returns: (transfer none) */
ProvisoRecordFilter *proviso_record_browser_get_filter (ProvisoRecordBrowser *self);
/* The records as they are listed now. Returns: (transfer none) */
GListModel *proviso_record_browser_get_listed (ProvisoRecordBrowser *self);
/* Returns: (transfer none) (nullable): the record of the highlighted row. */
ProvisoRecord *proviso_record_browser_get_selected (ProvisoRecordBrowser *self);

/* Scrolls to the row of `record`, after clearing filters that hide it; `focus`: with the keyboard focus on
 * it. */
void proviso_record_browser_reveal (ProvisoRecordBrowser *self, ProvisoRecord *record, gboolean focus);
/* Returns: (transfer none) (nullable): the record `step` rows after `record` (before, where negative);
 * %NULL where the list ends before, or `record` is not listed. */
ProvisoRecord *
proviso_record_browser_get_neighbour (ProvisoRecordBrowser *self, ProvisoRecord *record, int step);

void proviso_record_browser_focus_search (ProvisoRecordBrowser *self);
/* The list's row, or what stands in its place. */
void proviso_record_browser_focus_list (ProvisoRecordBrowser *self);
/* Whether the keyboard focus is in the list's rows or their menu. */
gboolean proviso_record_browser_has_list_focus (ProvisoRecordBrowser *self);

G_END_DECLS
