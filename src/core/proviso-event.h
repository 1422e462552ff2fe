/* proviso-event.h: an entry in the history of a claim, caveat or source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who changed what, when, from what to what. `what` is a member's name in the file ("status", "asOf"), or
 * "created". A change of a caveat's state also says why: in a person's words, and in a fixed word where the program
 * changed it along with something else. Immutable but for what a continued edit does to `to` and `at`.
 */
#pragma once

#include "core/proviso-record.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_EVENT (proviso_event_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoEvent, proviso_event, PROVISO, EVENT, ProvisoRecord)

/* Causes: the words of the passage changed, went, or came back; they were others than recorded when the file was read;
 * the suggested text took their place. A file may have others, from a later version. */
#define PROVISO_EVENT_CAUSE_PASSAGE_CHANGED "passage_changed"
#define PROVISO_EVENT_CAUSE_PASSAGE_REMOVED "passage_removed"
#define PROVISO_EVENT_CAUSE_PASSAGE_RETURNED "passage_returned"
#define PROVISO_EVENT_CAUSE_PASSAGE_CHANGED_OUTSIDE "passage_changed_outside"
#define PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED "suggestion_applied"

/* `at` is RFC 3339; `by` is "" where nobody is known; `from` and `to` are the values as the file writes them, or
 * %NULL. */
ProvisoEvent *proviso_event_new (const char *at, const char *by, const char *what, const char *from, const char *to);
/* `reason`: (nullable): a person's words. `cause`: (nullable): a word of the file's. */
ProvisoEvent *proviso_event_new_with_reason (const char *at,
                                             const char *by,
                                             const char *what,
                                             const char *from,
                                             const char *to,
                                             const char *reason,
                                             const char *cause);

const char *proviso_event_get_at (ProvisoEvent *self);
const char *proviso_event_get_by (ProvisoEvent *self);
const char *proviso_event_get_what (ProvisoEvent *self);
const char *proviso_event_get_from (ProvisoEvent *self);
const char *proviso_event_get_to (ProvisoEvent *self);
/* Returns: (transfer none) (nullable) */
const char *proviso_event_get_reason (ProvisoEvent *self);
const char *proviso_event_get_cause (ProvisoEvent *self);

/* The same edit goes on: a later time and another result. */
void proviso_event_continue (ProvisoEvent *self, const char *at, const char *to);

G_END_DECLS
