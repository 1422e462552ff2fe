/* proviso-use-group.h: the claims whose evidence names a source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_USE_GROUP (proviso_use_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoUseGroup, proviso_use_group, PROVISO, USE_GROUP, AdwPreferencesGroup)

void proviso_use_group_bind (ProvisoUseGroup *self,
                             ProvisoProject *project,
                             ProvisoSelection *selection,
                             ProvisoSource *source);

G_END_DECLS
