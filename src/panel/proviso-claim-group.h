/* proviso-claim-group.h: the claim that a caveat doubts, picked and unpicked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CLAIM_GROUP (proviso_claim_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoClaimGroup, proviso_claim_group, PROVISO, CLAIM_GROUP, AdwPreferencesGroup)

void proviso_claim_group_bind (ProvisoClaimGroup *self,
                               ProvisoProject *project,
                               ProvisoSelection *selection,
                               ProvisoCaveat *caveat);

G_END_DECLS
