/* proviso-suggestion-row.h: what a caveat suggests to write instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SUGGESTION_ROW (proviso_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSuggestionRow, proviso_suggestion_row, PROVISO, SUGGESTION_ROW, AdwExpanderRow)

/* The switch tells no suggestion from an empty one, which deletes the passage. */
void proviso_suggestion_row_bind (ProvisoSuggestionRow *self, ProvisoProject *project, ProvisoCaveat *caveat);

G_END_DECLS
