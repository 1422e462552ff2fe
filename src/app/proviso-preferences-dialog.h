/* proviso-preferences-dialog.h: the program's preferences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_PREFERENCES_DIALOG (proviso_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPreferencesDialog, proviso_preferences_dialog, PROVISO, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *proviso_preferences_dialog_new (void);

G_END_DECLS
