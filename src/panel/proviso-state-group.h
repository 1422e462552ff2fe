/* proviso-state-group.h: how a caveat stands, and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state that must say why it holds is set together with its reason: until one is written, the caveat stays
 * in the state that it had.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_STATE_GROUP (proviso_state_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoStateGroup, proviso_state_group, PROVISO, STATE_GROUP, AdwPreferencesGroup)

void proviso_state_group_bind (ProvisoStateGroup *self, ProvisoProject *project, ProvisoCaveat *caveat);

G_END_DECLS
