/* proviso-change-row.h: one thing that somebody changed, in a list of such.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "merge/proviso-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CHANGE_ROW (proviso_change_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoChangeRow, proviso_change_row, PROVISO, CHANGE_ROW, AdwBin)

GtkWidget *proviso_change_row_new (void);

/* What happened, to which words, with the words that differ marked, and who did it when. `project`: where the records
 * are looked up that the change names. */
void proviso_change_row_bind (ProvisoChangeRow *self, ProvisoProject *project, ProvisoChange *change);

/* Returns: (transfer none) (nullable): what was bound last. */
ProvisoChange *proviso_change_row_get_change (ProvisoChangeRow *self);
/* Returns: (transfer full): all of it as sentences, for a screen reader. */
char *proviso_change_row_describe (ProvisoChangeRow *self);

G_END_DECLS
