/* proviso-draft-check.h: what is wrong with the draft as a whole before it is published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It names a confidential source, by its title or an address: what it says is published, and a report does not hide
 * it any more. Or its section on what remains unconfirmed is out of date. Both cost a look at all records or all of
 * the text, which is taken bit by bit.
 */
#pragma once

#include "core/proviso-readiness.h"

G_BEGIN_DECLS

typedef struct _ProvisoDraftCheck ProvisoDraftCheck;

/* Until it is done, the project must not change. */
ProvisoDraftCheck *proviso_draft_check_new (ProvisoProject *project);
void proviso_draft_check_free (ProvisoDraftCheck *self);
/* Looks on for about `budget` microseconds, or until all was looked at where it is -1. Returns: whether there is
 * more to do. */
gboolean proviso_draft_check_run (ProvisoDraftCheck *self, gint64 budget);
/* Once it is done. Returns: (transfer none) (element-type ProvisoFinding) */
GPtrArray *proviso_draft_check_get_findings (ProvisoDraftCheck *self);

/* Does all of this at once, and tells `readiness`. */
void proviso_draft_check_tell (ProvisoReadiness *readiness);
/* How many confidential sources the project has, and of how many of these the draft names. Looks at all of it. */
void proviso_draft_check_count_sources (ProvisoProject *project, guint *n_confidential, guint *n_named);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoDraftCheck, proviso_draft_check_free)

G_END_DECLS
