/* proviso-text-row.h: a row with a text of several lines that is edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What AdwEntryRow is for one line: the title stands small above the text, and the row grows with it. Undo of the
 * text of a record is the project's; a row that is not bound to one keeps its own while it is written.
 *
 * Properties: "single-paragraph" (line breaks become spaces), "text".
 * Signals: submit ()   Ctrl+Return was pressed: for texts that are sent, not for those of records
 */
#pragma once

#include "panel/proviso-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_TEXT_ROW (proviso_text_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoTextRow, proviso_text_row, PROVISO, TEXT_ROW, AdwPreferencesRow)

GtkWidget *proviso_text_row_new (const char *title);
/* Ties the row to a string property of `record`. */
void
proviso_text_row_bind (ProvisoTextRow *self, ProvisoProject *project, gpointer record, const char *property);

/* Returns: (transfer full) */
char *proviso_text_row_dup_text (ProvisoTextRow *self);
/* Leaves the cursor alone where the text is equal already. */
void proviso_text_row_set_text (ProvisoTextRow *self, const char *text);
void proviso_text_row_select_all (ProvisoTextRow *self);
/* Whether the text is wanted and is not there: shown in the error style. */
void proviso_text_row_set_missing (ProvisoTextRow *self, gboolean missing);
void proviso_text_row_set_editable (ProvisoTextRow *self, gboolean editable);
/* Returns: (transfer none): the widget that is typed into. */
GtkWidget *proviso_text_row_get_view (ProvisoTextRow *self);

G_END_DECLS
