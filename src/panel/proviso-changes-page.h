/* proviso-changes-page.h: what others changed since somebody last looked, to go through one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row's activation goes to the words in the draft, or asks for the record's page.
 *
 * Signals:
 *   open (ProvisoRecord *record)   the record's page is asked for
 *   done ()                        all has been looked through
 */
#pragma once

#include "merge/proviso-changes.h"
#include "panel/proviso-panel-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CHANGES_PAGE (proviso_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoChangesPage, proviso_changes_page, PROVISO, CHANGES_PAGE, AdwNavigationPage)

AdwNavigationPage *proviso_changes_page_new (ProvisoPanelContext *context, ProvisoChanges *changes);

ProvisoChanges *proviso_changes_page_get_changes (ProvisoChangesPage *self);

/* Selects the next (step 1) or previous (-1) change; the first, or the last, where none is selected.
 * Returns: whether there is one */
gboolean proviso_changes_page_step (ProvisoChangesPage *self, int step);
/* Shows the place of the selected change in the draft. Returns: whether it has one */
gboolean proviso_changes_page_show_in_text (ProvisoChangesPage *self);
/* Returns: (transfer full) (nullable): the selected change, in one line */
char *proviso_changes_page_describe (ProvisoChangesPage *self);
/* Returns: (transfer none) (nullable): what the row with the keyboard focus, else the selected one, is about: a claim,
 * a caveat or a source that is there still */
ProvisoRecord *proviso_changes_page_get_record (ProvisoChangesPage *self);
/* Puts the keyboard focus in the list. */
void proviso_changes_page_focus_list (ProvisoChangesPage *self);

G_END_DECLS
