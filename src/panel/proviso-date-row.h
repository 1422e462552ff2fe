/* proviso-date-row.h: a row with a date, typed or chosen in a calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed is read when the row is left or Return pressed, to the precision that it has: a year, a
 * month or a day. What cannot be read stays there in the error style, and the record keeps what it had.
 */
#pragma once

#include "panel/proviso-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_DATE_ROW (proviso_date_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDateRow, proviso_date_row, PROVISO, DATE_ROW, AdwEntryRow)

/* Ties the row to a date property of `record`. */
void
proviso_date_row_bind (ProvisoDateRow *self, ProvisoProject *project, gpointer record, const char *property);

G_END_DECLS
