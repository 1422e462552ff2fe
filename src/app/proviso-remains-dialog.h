/* proviso-remains-dialog.h: the section on what remains unconfirmed: its wording, and putting it into the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what the section will say. Where somebody wrote in the one that stands in the draft, it asks before that is
 * replaced, and shows the difference.
 *
 * Signal: done (const char *title): the draft was changed, in one step of undo; what was done, translated.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_REMAINS_DIALOG (proviso_remains_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRemainsDialog, proviso_remains_dialog, PROVISO, REMAINS_DIALOG, AdwDialog)

/* `cursor`: where it stands in the draft, in code points. */
ProvisoRemainsDialog *proviso_remains_dialog_new (ProvisoProject *project, guint cursor);

G_END_DECLS
