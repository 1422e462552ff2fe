/* proviso-difference-row.h: a row that shows what differs between two texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_DIFFERENCE_ROW (proviso_difference_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDifferenceRow,
                      proviso_difference_row,
                      PROVISO,
                      DIFFERENCE_ROW,
                      AdwPreferencesRow)

void
proviso_difference_row_set_texts (ProvisoDifferenceRow *self, const char *old_text, const char *new_text);

G_END_DECLS
