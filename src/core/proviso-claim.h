/* proviso-claim.h: a factual assertion of the draft, and how well it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties (all but the last group are written to the file and undoable through proviso_project_set()):
 *   "statement"      string, never %NULL
 *   "kind"           #ProvisoClaimKind
 *   "status"         #ProvisoClaimStatus
 *   "reason"         string or %NULL; why it is unverifiable, refuted or superseded
 *   "for-readers"    string or %NULL; how readers are told of it, instead of by its statement, where it is not
 *                    confirmed; see export/proviso-remains-content.h
 *   "authenticity"   #ProvisoAuthenticity; of a leak
 *   "likelihood"     #ProvisoLikelihood, "confidence" #ProvisoConfidence; setting one clears the other
 *   "as-of", "review-after"  a date (see proviso-date.h) or %NULL
 *   "attributed-to"  string or %NULL
 *   "note"           string, never %NULL
 *   "check"          #ProvisoCheck or %NULL
 * Derived, kept by the project:
 *   "n-sources"      how many different sources the evidence names
 *   "n-open-caveats" how many caveats on this claim are open
 *   "check-stale"    whether anything that was checked is another now: proviso_project_get_check_changes()
 *   "has-lost-passage"
 *
 * Nullable strings turn "" into %NULL.
 */
#pragma once

#include "core/proviso-check.h"
#include "core/proviso-enums.h"
#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CLAIM (proviso_claim_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoClaim, proviso_claim, PROVISO, CLAIM, ProvisoRecord)

/* `id`: (nullable): a new one is made. */
ProvisoClaim *proviso_claim_new (const char *id);

const char *proviso_claim_get_id (ProvisoClaim *self);
const char *proviso_claim_get_statement (ProvisoClaim *self);
void proviso_claim_set_statement (ProvisoClaim *self, const char *statement);
ProvisoClaimKind proviso_claim_get_kind (ProvisoClaim *self);
void proviso_claim_set_kind (ProvisoClaim *self, ProvisoClaimKind kind);
ProvisoClaimStatus proviso_claim_get_status (ProvisoClaim *self);
void proviso_claim_set_status (ProvisoClaim *self, ProvisoClaimStatus status);
const char *proviso_claim_get_reason (ProvisoClaim *self);
void proviso_claim_set_reason (ProvisoClaim *self, const char *reason);
const char *proviso_claim_get_for_readers (ProvisoClaim *self);
void proviso_claim_set_for_readers (ProvisoClaim *self, const char *for_readers);
ProvisoAuthenticity proviso_claim_get_authenticity (ProvisoClaim *self);
void proviso_claim_set_authenticity (ProvisoClaim *self, ProvisoAuthenticity authenticity);
ProvisoLikelihood proviso_claim_get_likelihood (ProvisoClaim *self);
void proviso_claim_set_likelihood (ProvisoClaim *self, ProvisoLikelihood likelihood);
ProvisoConfidence proviso_claim_get_confidence (ProvisoClaim *self);
void proviso_claim_set_confidence (ProvisoClaim *self, ProvisoConfidence confidence);
const char *proviso_claim_get_as_of (ProvisoClaim *self);
void proviso_claim_set_as_of (ProvisoClaim *self, const char *date);
const char *proviso_claim_get_review_after (ProvisoClaim *self);
void proviso_claim_set_review_after (ProvisoClaim *self, const char *date);
const char *proviso_claim_get_attributed_to (ProvisoClaim *self);
void proviso_claim_set_attributed_to (ProvisoClaim *self, const char *attributed_to);
const char *proviso_claim_get_note (ProvisoClaim *self);
void proviso_claim_set_note (ProvisoClaim *self, const char *note);
ProvisoCheck *proviso_claim_get_check (ProvisoClaim *self);
void proviso_claim_set_check (ProvisoClaim *self, ProvisoCheck *check);

/* Lists of #ProvisoAnchor, #ProvisoEvidence and #ProvisoEvent. Made when first asked for; the peek forms
 * return %NULL for a list that was never asked for and so is empty. Returns: (transfer none) */
ProvisoRecordList *proviso_claim_get_anchors (ProvisoClaim *self);
ProvisoRecordList *proviso_claim_peek_anchors (ProvisoClaim *self);
ProvisoRecordList *proviso_claim_get_evidence (ProvisoClaim *self);
ProvisoRecordList *proviso_claim_peek_evidence (ProvisoClaim *self);
ProvisoRecordList *proviso_claim_get_events (ProvisoClaim *self);
ProvisoRecordList *proviso_claim_peek_events (ProvisoClaim *self);

/* Whether this status must say why it holds. */
gboolean proviso_claim_status_needs_reason (ProvisoClaimStatus status);

/* The first offset of its passages that are not lost; %G_MAXUINT where it has none. */
guint proviso_claim_get_position (ProvisoClaim *self);
/* When it last changed, RFC 3339. Returns: (transfer none) (nullable): %NULL where nothing is recorded. */
const char *proviso_claim_get_changed (ProvisoClaim *self);
guint proviso_claim_get_n_sources (ProvisoClaim *self);
guint proviso_claim_get_n_open_caveats (ProvisoClaim *self);
/* The gravest of these. Returns: whether there is one; `severity` is set only then. */
gboolean proviso_claim_get_open_severity (ProvisoClaim *self, ProvisoCaveatSeverity *severity);
gboolean proviso_claim_get_check_stale (ProvisoClaim *self);
gboolean proviso_claim_get_has_lost_passage (ProvisoClaim *self);

/* For the project, which keeps the derived properties. */
/* `n_open`: (nullable) for none: how many are open of each #ProvisoCaveatSeverity. */
void proviso_claim_set_open_caveats (ProvisoClaim *self, const guint *n_open);
void proviso_claim_set_check_stale (ProvisoClaim *self, gboolean check_stale);
void proviso_claim_update_derived (ProvisoClaim *self);

G_END_DECLS
