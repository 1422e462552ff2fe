/* proviso-state-group.h: how a caveat stands, and why; and the steps from there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step that has a reason asks for it in place. Where one is required, the step is not taken until it is written, and
 * the group says so; the caveat stays meanwhile as it was.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_STATE_GROUP (proviso_state_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoStateGroup, proviso_state_group, PROVISO, STATE_GROUP, AdwPreferencesGroup)

void proviso_state_group_bind (ProvisoStateGroup *self, ProvisoProject *project, ProvisoCaveat *caveat);

/* Puts the keyboard focus on the first step that there is, and brings the group into view. */
void proviso_state_group_focus (ProvisoStateGroup *self);

/* Takes the step or asks for its reason. `verb`: "address", "accept", "dismiss", "confirm" or "reopen". */
void proviso_state_group_perform (ProvisoStateGroup *self, const char *verb);

G_END_DECLS
