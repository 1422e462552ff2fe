/* proviso-passage-row.h: one passage of a claim or a caveat: its words, and how they stand in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Activating it shows the passage in the draft; its menu ties it to the selected words or removes it.
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_PASSAGE_ROW (proviso_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPassageRow, proviso_passage_row, PROVISO, PASSAGE_ROW, AdwPreferencesRow)

GtkWidget *
proviso_passage_row_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoAnchor *anchor);

/* Reads the passage's words again. */
void proviso_passage_row_refresh (ProvisoPassageRow *self);

/* Whether the passage is only shown here, and is another record's to be changed. */
void proviso_passage_row_set_borrowed (ProvisoPassageRow *self, gboolean borrowed);

G_END_DECLS
