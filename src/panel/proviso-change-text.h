/* proviso-change-text.h: what somebody changed, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "merge/proviso-change.h"

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the record that the change is about, while it is in the project; the caveat, of
 * a comment. */
ProvisoRecord *proviso_change_text_find_record (ProvisoProject *project, ProvisoChange *change);

/* Returns: (transfer full): the words that it is about, in one line: the record's own, or where it has none those of
 * its passage, quoted; "" where there are none either. */
char *proviso_change_text_create_words (ProvisoProject *project, ProvisoChange *change);

/* Returns: (transfer full): what it is about besides its words, and what was done, a line each: of a comment the
 * caveat that it was written on; of a record the latest entries of its history, each with its reason. */
char *proviso_change_text_create_details (ProvisoProject *project, ProvisoChange *change);

/* Returns: (transfer full): all of it in one line: "Comment added on “Which year?”: The memo says 2025" */
char *proviso_change_text_create_summary (ProvisoProject *project, ProvisoChange *change);

G_END_DECLS
