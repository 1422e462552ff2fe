/* proviso-toaster.h: what a window says for some seconds at its bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/proviso-undo-control.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_TOASTER (proviso_toaster_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoToaster, proviso_toaster, PROVISO, TOASTER, GObject)

/* Neither is referenced; both outlive it. */
ProvisoToaster *proviso_toaster_new (AdwToastOverlay *overlay, ProvisoUndoControl *undo_control);

/* Each comes up at once, in the place of what was only said before; a toast with a button comes back after it. */
/* Says it. */
void proviso_toaster_tell (ProvisoToaster *self, const char *message);
/* Says what was done, with a button that undoes it. */
void proviso_toaster_tell_undoable (ProvisoToaster *self, const char *title);
/* `toast`: (transfer full): one with a button of its own. */
void proviso_toaster_add (ProvisoToaster *self, AdwToast *toast);

G_END_DECLS
