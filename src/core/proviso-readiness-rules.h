/* proviso-readiness-rules.h: what is wrong with a claim or a caveat before it is published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule says what blocks: a blocker or major caveat that is not settled and confirmed, a check that is stale,
 * a passage that is lost, and a claim whose status stands before "analysis" in #ProvisoClaimStatus and that names
 * no source. Whatever else is found warns.
 *
 * These look at one record and at nothing else, so that #ProvisoReadiness need look at none but the one that
 * changed.
 */
#pragma once

#include "core/proviso-finding.h"

G_BEGIN_DECLS

/* What is wrong with a record; the values of a #ProvisoFinding about it. No two of one record are the same. */
typedef struct
{
  ProvisoFindingKind kind;
  ProvisoAnchor *anchor; /* nullable; the record's */
  int severity;          /* of a caveat; else 0 */
  gboolean blocks;
} ProvisoFlaw;

/* Appends to `flaws` (element-type ProvisoFlaw) what is wrong with the claim on the day `day`, "2026-03-28". */
void proviso_readiness_rules_look_at_claim (ProvisoClaim *claim, const char *day, GArray *flaws);
void proviso_readiness_rules_look_at_caveat (ProvisoCaveat *caveat, GArray *flaws);

/* Whether it makes the state #PROVISO_READINESS_BLOCKED: a caveat of the severity "blocker" that is open. */
gboolean proviso_readiness_rules_is_blocker (ProvisoFinding *finding);

G_END_DECLS
