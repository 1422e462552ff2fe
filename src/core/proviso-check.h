/* proviso-check.h: somebody's word that a record was looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a claim: who checked it, when, and what was checked: the exact text of all its passages, its statement, its
 * status and its evidence. A check from a file of an earlier version knows the passages alone. For a caveat's
 * confirmation: who and when, nothing else. Immutable once made.
 */
#pragma once

#include "core/proviso-enums.h"
#include "core/proviso-evidence.h"
#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CHECK (proviso_check_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCheck, proviso_check, PROVISO, CHECK, ProvisoRecord)

/* What of a claim is no longer as it was checked. */
typedef enum
{
  PROVISO_CHECK_CHANGES_NONE = 0,
  PROVISO_CHECK_CHANGES_PASSAGES = 1 << 0,
  PROVISO_CHECK_CHANGES_STATEMENT = 1 << 1,
  PROVISO_CHECK_CHANGES_STATUS = 1 << 2,
  PROVISO_CHECK_CHANGES_EVIDENCE = 1 << 3,
} ProvisoCheckChanges;

/* `passages`: (nullable) (array zero-terminated=1) */
ProvisoCheck *proviso_check_new (const char *by, const char *at, const char *const *passages);

const char *proviso_check_get_by (ProvisoCheck *self);
const char *proviso_check_get_at (ProvisoCheck *self);
/* Returns: (transfer none) (not nullable) (array zero-terminated=1) */
const char *const *proviso_check_get_passages (ProvisoCheck *self);
/* What the claim said. Returns: (transfer none) (nullable): %NULL where the check does not know. */
const char *proviso_check_get_statement (ProvisoCheck *self);
/* Returns: whether the check knows the status that the claim had, which is put into `status`. */
gboolean proviso_check_get_status (ProvisoCheck *self, ProvisoClaimStatus *status);
/* Copies of the claim's links to sources, in order, as #ProvisoEvidence; not to be changed.
 * Returns: (transfer none) (nullable): %NULL where the check does not know. */
ProvisoRecordList *proviso_check_get_evidence (ProvisoCheck *self);

/* While the check is made: once each, and before others see it. */
void proviso_check_set_statement (ProvisoCheck *self, const char *statement);
void proviso_check_set_status (ProvisoCheck *self, ProvisoClaimStatus status);
/* There was evidence, or none; the list to put it into. Returns: (transfer none) */
ProvisoRecordList *proviso_check_begin_evidence (ProvisoCheck *self);

G_END_DECLS
