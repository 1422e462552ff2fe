/* proviso-suggestion.h: the words that a caveat suggests, put in the place of its passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-review.h"

G_BEGIN_DECLS

/* The passage that the caveat's suggestion is for: its own, where it has none its claim's. Lost ones do not count.
 * Fails with #PROVISO_REVIEW_ERROR_NO_PASSAGE where there is none or more than one.
 * Returns: (transfer none) (nullable) */
ProvisoAnchor *
proviso_suggestion_get_passage (ProvisoProject *project, ProvisoCaveat *caveat, GError **error);

/* Whether proviso_suggestion_apply() would succeed; for the sensitivity of controls. */
gboolean proviso_suggestion_can_apply (ProvisoProject *project, ProvisoCaveat *caveat);

/* Puts the suggestion in the place of the passage and settles the caveat as addressed, in one step of undo. Only the
 * words that differ are replaced, so that passages within and around it keep the words that stay; those that held
 * the whole passage hold the whole suggestion. "" deletes the passage, and a space that would be left double.
 *
 * Fails with #PROVISO_REVIEW_ERROR_NO_PASSAGE, or with #PROVISO_REVIEW_ERROR_ILLEGAL where the caveat suggests nothing
 * or is not to be settled as addressed; then nothing has changed. */
gboolean proviso_suggestion_apply (ProvisoProject *project, ProvisoCaveat *caveat, GError **error);

G_END_DECLS
