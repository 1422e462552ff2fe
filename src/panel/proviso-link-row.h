/* proviso-link-row.h: a row that names a claim, a caveat or a source and opens its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-record.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_LINK_ROW (proviso_link_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoLinkRow, proviso_link_row, PROVISO, LINK_ROW, AdwActionRow)

/* `record`: a claim, a caveat or a source. */
GtkWidget *proviso_link_row_new (ProvisoSelection *selection, gpointer record);

G_END_DECLS
