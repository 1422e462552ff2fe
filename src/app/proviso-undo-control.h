/* proviso-undo-control.h: the ways to undo in a window: actions, menu items, toasts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds the actions "undo" and "redo" to the window. While the keyboard focus is in a text that keeps a history
 * of its own (a search entry), they act on that one.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_UNDO_CONTROL (proviso_undo_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoUndoControl, proviso_undo_control, PROVISO, UNDO_CONTROL, GObject)

/* `window` is not referenced; it owns the control. `menu` is filled with the two items, which say what they
 * undo and redo. */
ProvisoUndoControl *proviso_undo_control_new (GtkApplicationWindow *window, GMenu *menu);

/* `project`: (nullable): whose history it is. */
void proviso_undo_control_set_project (ProvisoUndoControl *self, ProvisoProject *project);

/* A toast that offers to undo the last step. It goes when another step is made, which it would undo instead.
 * Returns: (transfer full) */
AdwToast *proviso_undo_control_create_toast (ProvisoUndoControl *self, const char *title);

G_END_DECLS
