/* proviso-history-row.h: one entry in the history of a claim, a caveat or a source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-event.h"
#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_HISTORY_ROW (proviso_history_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoHistoryRow, proviso_history_row, PROVISO, HISTORY_ROW, AdwActionRow)

GtkWidget *proviso_history_row_new (ProvisoProject *project, ProvisoEvent *event);

/* Reads the entry again: the newest one changes while a text is being typed. */
void proviso_history_row_refresh (ProvisoHistoryRow *self);

G_END_DECLS
