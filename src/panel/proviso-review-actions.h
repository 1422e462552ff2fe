/* proviso-review-actions.h: the steps of a review, as actions on one claim or caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two groups: "caveat" with address, accept, dismiss, confirm, reopen, reply and apply-suggestion, "claim" with check.
 * An action is enabled while the record is one that it can be done with now. What it does is up to whoever holds
 * these.
 *
 * Signals: perform (const char *verb)   one of the names above was activated, for the record
 */
#pragma once

#include "core/proviso-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_REVIEW_ACTIONS (proviso_review_actions_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoReviewActions, proviso_review_actions, PROVISO, REVIEW_ACTIONS, GObject)

ProvisoReviewActions *proviso_review_actions_new (void);

/* `record`: (nullable): of any kind. */
void proviso_review_actions_set_record (ProvisoReviewActions *self, ProvisoRecord *record);
/* Returns: (transfer none) (nullable) */
ProvisoRecord *proviso_review_actions_get_record (ProvisoReviewActions *self);

/* To be inserted as "caveat" and as "claim". Returns: (transfer none) */
GActionGroup *proviso_review_actions_get_caveat_group (ProvisoReviewActions *self);
GActionGroup *proviso_review_actions_get_claim_group (ProvisoReviewActions *self);

/* Why the action of this name is disabled: for a key, which unlike a button cannot be seen to be insensitive.
 * Returns: (transfer none) (nullable): what is missing or in the way, translated; %NULL where it is enabled */
const char *proviso_review_actions_get_obstacle (ProvisoReviewActions *self, const char *verb);

/* Whether the step asks for no words, and so can be taken without the page of the record. */
gboolean proviso_review_is_immediate (const char *verb);
/* Takes such a step. Returns: (transfer none) (nullable): what was done, translated; %NULL with `error` set. */
const char *
proviso_review_take (ProvisoProject *project, ProvisoRecord *record, const char *verb, GError **error);

G_END_DECLS
