/* proviso-filter-popover.h: the check buttons that narrow a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One group of check buttons for each facet of the kind. They set the options of a #ProvisoRecordFilter and
 * follow them.
 */
#pragma once

#include "panel/proviso-record-filter.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_FILTER_POPOVER (proviso_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoFilterPopover, proviso_filter_popover, PROVISO, FILTER_POPOVER, GtkPopover)

GtkWidget *proviso_filter_popover_new (const ProvisoRecordKind *kind, ProvisoRecordFilter *filter);

G_END_DECLS
