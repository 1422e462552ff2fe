/* proviso-support-row.h: a warning that a claim's evidence does not carry its status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seen only while that is so; what the status asks for is in its words. To activate it is to add evidence: whoever
 * has the row says how.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SUPPORT_ROW (proviso_support_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSupportRow, proviso_support_row, PROVISO, SUPPORT_ROW, AdwActionRow)

void proviso_support_row_bind (ProvisoSupportRow *self, ProvisoProject *project, ProvisoClaim *claim);

G_END_DECLS
