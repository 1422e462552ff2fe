/* proviso-suggestion-group.h: what a caveat suggests to write in the place of its passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shown as the difference from the passage's present words, and put into the draft with one press.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SUGGESTION_GROUP (proviso_suggestion_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSuggestionGroup,
                      proviso_suggestion_group,
                      PROVISO,
                      SUGGESTION_GROUP,
                      AdwPreferencesGroup)

void
proviso_suggestion_group_bind (ProvisoSuggestionGroup *self, ProvisoProject *project, ProvisoCaveat *caveat);

/* As if “Apply to Draft” were pressed. */
void proviso_suggestion_group_apply (ProvisoSuggestionGroup *self);

G_END_DECLS
