/* proviso-record-filter.h: which records of a list are shown: those that match a search and checked options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every word of the search must occur in the record's text, whatever its case and accents; of every facet
 * (see #ProvisoFacet) with checked options one must hold. Says of each change whether it is stricter or
 * laxer, so that a list looks at no more records than it has to.
 *
 * Signals: notify::n-active, the number of facets with checked options
 *          asked ()          something else is asked for, and "changed" follows. That also comes alone: where all is
 *                            taken back, and where what derives from the draft or from other records is another
 */
#pragma once

#include "panel/proviso-record-kind.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_FILTER (proviso_record_filter_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRecordFilter, proviso_record_filter, PROVISO, RECORD_FILTER, GtkFilter)

/* `kind` must stay. */
ProvisoRecordFilter *proviso_record_filter_new (const ProvisoRecordKind *kind);
/* (nullable): whose records are filtered; forgets what was remembered of them. */
void proviso_record_filter_set_context (ProvisoRecordFilter *self, ProvisoPanelContext *context);
/* Returns: (transfer none) (nullable) */
ProvisoPanelContext *proviso_record_filter_get_context (ProvisoRecordFilter *self);

/* What is searched for, as typed. */
const char *proviso_record_filter_get_search (ProvisoRecordFilter *self);
void proviso_record_filter_set_search (ProvisoRecordFilter *self, const char *search);

/* The checked options of the kind's facet `facet`, a bit for each; 0: the facet does not count. */
guint64 proviso_record_filter_get_options (ProvisoRecordFilter *self, guint facet);
void proviso_record_filter_set_options (ProvisoRecordFilter *self, guint facet, guint64 options);
guint proviso_record_filter_get_n_active (ProvisoRecordFilter *self);

/* No search and no option. */
void proviso_record_filter_clear (ProvisoRecordFilter *self);
/* Whether everything passes. */
gboolean proviso_record_filter_is_clear (ProvisoRecordFilter *self);

/* The record's text may have changed. The list must be told of it by other means. */
void proviso_record_filter_forget (ProvisoRecordFilter *self, gpointer record);
void proviso_record_filter_forget_all (ProvisoRecordFilter *self);
/* What derives from the draft or from other records changed. */
void proviso_record_filter_derived_changed (ProvisoRecordFilter *self);

/* Makes the search texts of some more of `records`, for about `max_us` microseconds, so that the first typed
 * letter need not. Returns: whether there are more to be made. */
gboolean proviso_record_filter_prepare (ProvisoRecordFilter *self, ProvisoRecordList *records, gint64 max_us);

G_END_DECLS
