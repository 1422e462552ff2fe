/* proviso-history-group.h: what happened to a claim, a caveat or a source, newest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the last few entries, and the earlier ones when asked for.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_HISTORY_GROUP (proviso_history_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoHistoryGroup, proviso_history_group, PROVISO, HISTORY_GROUP, AdwPreferencesGroup)

/* `events`: a list of #ProvisoEvent, oldest first. */
void
proviso_history_group_bind (ProvisoHistoryGroup *self, ProvisoProject *project, ProvisoRecordList *events);

G_END_DECLS
