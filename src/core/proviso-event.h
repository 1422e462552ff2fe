/* proviso-event.h: an entry in the history of a claim or a caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who changed what, when, from what to what. `what` is a member's name in the file ("status", "asOf"), or
 * "created". Immutable but for what a continued edit does to `to` and `at`.
 */
#pragma once

#include "core/proviso-record.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_EVENT (proviso_event_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoEvent, proviso_event, PROVISO, EVENT, ProvisoRecord)

/* `at` is RFC 3339; `from` and `to` are the values as the file writes them, or %NULL. */
ProvisoEvent *proviso_event_new (const char *at, const char *by, const char *what, const char *from, const char *to);

const char *proviso_event_get_at (ProvisoEvent *self);
const char *proviso_event_get_by (ProvisoEvent *self);
const char *proviso_event_get_what (ProvisoEvent *self);
const char *proviso_event_get_from (ProvisoEvent *self);
const char *proviso_event_get_to (ProvisoEvent *self);

/* The same edit goes on: a later time and another result. */
void proviso_event_continue (ProvisoEvent *self, const char *at, const char *to);

G_END_DECLS
