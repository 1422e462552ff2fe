/* proviso-own-edits.h: what a person changed, done to an earlier state of the same project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who goes on working without having looked at what others did has their own edits in the file as well. Carried over
 * to what that person last saw, these are not taken for somebody else's later.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* Does to `seen` what made `before` into `after`, as far as nothing else tells whose it was: to the draft, line by line,
 * and by taking out the records that were. Where others changed the same lines as the person, they stay as they were
 * seen. */
void proviso_own_edits_carry (ProvisoProject *seen, ProvisoProject *before, ProvisoProject *after);

G_END_DECLS
