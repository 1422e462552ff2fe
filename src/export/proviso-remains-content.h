/* proviso-remains-content.h: what the section says that tells readers what remains unconfirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heading, a line above the list, and an item for each claim that stands in the draft without being
 * confirmed and for each caveat that was accepted, in the order of the draft. The words are the records' own:
 * a claim's statement, its reason, whom it is attributed to and as of when; a caveat's reason, or where it
 * has none, its text. What stands around them is the wording of #ProvisoRemains. Nothing of confidential
 * sources is in it; see proviso-redaction.h.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* Returns: (transfer none): the wording that was chosen, else the usual one, translated. `text` is a
 * wording. */
const char *proviso_remains_get_wording (ProvisoRemains *remains, ProvisoRemainsText text);
const char *proviso_remains_get_default_wording (ProvisoRemainsText text);

/* Whether a claim with this kind and status is told of, where it stands in the draft. */
gboolean proviso_remains_is_unconfirmed (ProvisoClaim *claim);

/* Returns: (transfer full): the section in Markdown, without white space at its ends; "" where there is
 * nothing to tell. Asks all records. `n_items`: (out) (optional) */
char *proviso_remains_generate (ProvisoProject *project, guint *n_items);
/* The same with another wording. `wording`: (array fixed-size=PROVISO_REMAINS_N_WORDINGS): no %NULL in it. */
char *proviso_remains_generate_as (ProvisoProject *project, const char *const *wording, guint *n_items);

G_END_DECLS
