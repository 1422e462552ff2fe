/* proviso-finding-row.h: a row that says what is wrong with a record, and what to do about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-finding.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_FINDING_ROW (proviso_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoFindingRow, proviso_finding_row, PROVISO, FINDING_ROW, AdwActionRow)

GtkWidget *proviso_finding_row_new (ProvisoFinding *finding);

/* Returns: (transfer none) */
ProvisoFinding *proviso_finding_row_get_finding (ProvisoFindingRow *self);

G_END_DECLS
