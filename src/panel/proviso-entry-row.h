/* proviso-entry-row.h: one line of text of a record, in an #AdwEntryRow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "panel/proviso-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Ties `row` to a string property of `record`, for as long as the row lives. Undo is the project's from then
 * on, not the row's own. */
void
proviso_entry_row_bind (AdwEntryRow *row, ProvisoProject *project, gpointer record, const char *property);
/* The same for a switch and a boolean property. */
void
proviso_switch_row_bind (AdwSwitchRow *row, ProvisoProject *project, gpointer record, const char *property);

G_END_DECLS
