/* proviso-spelling.h: spelling of a draft: its checker and the menu of corrections.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made when spelling is first wanted, as dictionaries are large. The language is the project's where there is
 * a dictionary for it, else the desktop's; it follows the project's "language". Signals: switched-off () the
 * person switched checking off in the menu of corrections
 */
#pragma once

#include "core/proviso-project.h"
#include "editor/proviso-buffer.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_SPELLING (proviso_spelling_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSpelling, proviso_spelling, PROVISO, SPELLING, GObject)

/* Checks `buffer` from now on, and gives `view` the actions of the menu. Neither is referenced beyond the
 * view's life. */
ProvisoSpelling *proviso_spelling_new (GtkWidget *view, ProvisoBuffer *buffer, ProvisoProject *project);

/* The corrections for the word at the cursor, looked up now. (transfer none) */
GMenuModel *proviso_spelling_get_menu (ProvisoSpelling *self);

/* What misspelled words are marked with. (transfer none) */
GtkTextTag *proviso_spelling_get_tag (ProvisoSpelling *self);

/* The dictionary for a BCP 47 tag: the same language and region, else the same language in another region.
 * Returns: (transfer full) (nullable): a code of the provider's. */
char *proviso_spelling_find_dictionary (const char *language);

G_END_DECLS
