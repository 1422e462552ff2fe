/* proviso-check.h: somebody's word that a record was looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a claim: who checked it, when, and the exact text of all its passages then. For a caveat's confirmation:
 * who and when, no passages. Immutable.
 */
#pragma once

#include "core/proviso-record.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CHECK (proviso_check_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCheck, proviso_check, PROVISO, CHECK, ProvisoRecord)

/* `passages`: (nullable) (array zero-terminated=1) */
ProvisoCheck *proviso_check_new (const char *by, const char *at, const char *const *passages);

const char *proviso_check_get_by (ProvisoCheck *self);
const char *proviso_check_get_at (ProvisoCheck *self);
/* Returns: (transfer none) (not nullable) (array zero-terminated=1) */
const char *const *proviso_check_get_passages (ProvisoCheck *self);

G_END_DECLS
