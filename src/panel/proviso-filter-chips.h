/* proviso-filter-chips.h: buttons above a list that check one option of its filter and say for how many it holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For what is asked most: which caveats are open, and which wait to be confirmed. A button is there while there
 * is something to show behind it. Those of one facet add up; one of another facet takes their place, as nothing
 * is both open and to be confirmed.
 */
#pragma once

#include "panel/proviso-record-filter.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_FILTER_CHIPS (proviso_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoFilterChips, proviso_filter_chips, PROVISO, FILTER_CHIPS, AdwBin)

/* `kind` must stay. */
GtkWidget *proviso_filter_chips_new (const ProvisoRecordKind *kind, ProvisoRecordFilter *filter);

/* (nullable): nothing is counted. */
void proviso_filter_chips_set_context (ProvisoFilterChips *self, ProvisoPanelContext *context);

G_END_DECLS
