/* proviso-shortcuts-dialog.h: the list of keyboard shortcuts, searchable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SHORTCUTS_DIALOG (proviso_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoShortcutsDialog, proviso_shortcuts_dialog, PROVISO, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *proviso_shortcuts_dialog_new (void);

G_END_DECLS
