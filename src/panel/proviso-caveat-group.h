/* proviso-caveat-group.h: the caveats on a claim.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CAVEAT_GROUP (proviso_caveat_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCaveatGroup, proviso_caveat_group, PROVISO, CAVEAT_GROUP, AdwPreferencesGroup)

void proviso_caveat_group_bind (ProvisoCaveatGroup *self,
                                ProvisoProject *project,
                                ProvisoSelection *selection,
                                ProvisoClaim *claim);

G_END_DECLS
