/* bench-project.h: a big project to measure with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* An article of `n_claims` sentences of about a hundred letters, in paragraphs of four under a heading every
 * forty; each sentence is the passage of a claim with a status, a date, an evidence link to one of
 * `n_claims` / 50 sources and two entries of history; every second claim has a caveat. The same every time. */
ProvisoProject *bench_project_new (guint n_claims);

G_END_DECLS
