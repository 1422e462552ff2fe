/* proviso-check-group.h: who checked a claim, when, and what has changed since.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CHECK_GROUP (proviso_check_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCheckGroup, proviso_check_group, PROVISO, CHECK_GROUP, AdwPreferencesGroup)

void proviso_check_group_bind (ProvisoCheckGroup *self, ProvisoProject *project, ProvisoClaim *claim);

/* Puts the keyboard focus on “Mark as Checked”, and brings the group into view. */
void proviso_check_group_focus (ProvisoCheckGroup *self);
/* As if “Mark as Checked” were pressed. */
void proviso_check_group_check (ProvisoCheckGroup *self);

G_END_DECLS
