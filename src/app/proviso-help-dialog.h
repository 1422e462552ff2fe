/* proviso-help-dialog.h: how to work with the program, a page for each task.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_HELP_DIALOG (proviso_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoHelpDialog, proviso_help_dialog, PROVISO, HELP_DIALOG, AdwDialog)

AdwDialog *proviso_help_dialog_new (void);

G_END_DECLS
