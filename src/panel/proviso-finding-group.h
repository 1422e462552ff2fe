/* proviso-finding-group.h: what blocks, or what warns, before publishing, as rows in the order of the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first few are listed, and more when asked for. Rows follow the findings once a frame while somebody looks at
 * them; hidden where there is nothing to list.
 *
 * Signal: open (ProvisoFinding *finding)   a row was activated
 */
#pragma once

#include "core/proviso-readiness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_FINDING_GROUP (proviso_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoFindingGroup, proviso_finding_group, PROVISO, FINDING_GROUP, AdwPreferencesGroup)

/* Once. `blocks`: lists what blocks; else what warns. */
void proviso_finding_group_bind (ProvisoFindingGroup *self, ProvisoReadiness *readiness, gboolean blocks);
/* Passages may stand in another order than before. */
void proviso_finding_group_places_changed (ProvisoFindingGroup *self);

G_END_DECLS
