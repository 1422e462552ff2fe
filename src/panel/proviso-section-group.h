/* proviso-section-group.h: warns where the draft's section on unconfirmed points is out of date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Is seen only then; its row opens the dialog that refreshes the section.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SECTION_GROUP (proviso_section_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSectionGroup, proviso_section_group, PROVISO, SECTION_GROUP, AdwPreferencesGroup)

void proviso_section_group_bind (ProvisoSectionGroup *self, ProvisoProject *project);
/* Whether the page that it is on is looked at: not followed, the project costs nothing. */
void proviso_section_group_follow (ProvisoSectionGroup *self, gboolean follow);

G_END_DECLS
