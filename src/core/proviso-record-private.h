/* proviso-record-private.h: what the record types share among themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_PARAM_READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)
#define PROVISO_PARAM_READWRITE (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define PROVISO_PARAM_CONSTRUCT (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS)

/* Takes leave of a list, as its owner goes: others may hold it, or its records, for longer, and these are in
 * nothing then. `*list`: (nullable), %NULL afterwards. */
void proviso_record_list_abandon (ProvisoRecordList **list);
/* The first offset of the anchors that are not lost; %G_MAXUINT where there is none. `anchors`: (nullable) */
guint proviso_anchors_get_position (ProvisoRecordList *anchors);
/* The time of the last event. `events`: (nullable). Returns: (transfer none) (nullable) */
const char *proviso_events_get_last_time (ProvisoRecordList *events);

G_END_DECLS
