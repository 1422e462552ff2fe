/* proviso-text-changes.h: which paragraphs of a draft are otherwise than in an earlier one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "merge/proviso-change.h"

G_BEGIN_DECLS

/* A paragraph is a line of the source with something in it. Those of equal text are matched first; of the others, those
 * that have words in common are the same paragraph, changed. One that went from one place to another has moved. Blank
 * lines do not count.
 *
 * Returns: (transfer full) (element-type ProvisoChange): in the order of the new draft. */
GPtrArray *proviso_text_changes_find (const char *old_draft, const char *new_draft);

G_END_DECLS
