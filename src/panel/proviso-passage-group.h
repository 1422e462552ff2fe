/* proviso-passage-group.h: the passages of a claim or a caveat, quoted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the draft: what the person writes inside a passage is read here at once.
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_PASSAGE_GROUP (proviso_passage_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPassageGroup, proviso_passage_group, PROVISO, PASSAGE_GROUP, AdwPreferencesGroup)

/* `record`: a claim or a caveat. */
void proviso_passage_group_bind (ProvisoPassageGroup *self,
                                 ProvisoProject *project,
                                 ProvisoSelection *selection,
                                 gpointer record);

G_END_DECLS
