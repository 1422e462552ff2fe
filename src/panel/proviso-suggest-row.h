/* proviso-suggest-row.h: a line of text that offers what other records have there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SUGGEST_ROW (proviso_suggest_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSuggestRow, proviso_suggest_row, PROVISO, SUGGEST_ROW, AdwEntryRow)

/* Ties the row to a string property of `record`; the values of the same property in `others`, a list of such
 * records, are offered. */
void proviso_suggest_row_bind (ProvisoSuggestRow *self,
                               ProvisoProject *project,
                               gpointer record,
                               const char *property,
                               GListModel *others);

G_END_DECLS
