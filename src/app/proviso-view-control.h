/* proviso-view-control.h: brings a project up as its window showed it last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembers when the window closes or loses the focus, and before its project is loaded anew; only what is in a file.
 */
#pragma once

#include "app/proviso-window.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_VIEW_CONTROL (proviso_view_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoViewControl, proviso_view_control, PROVISO, VIEW_CONTROL, GObject)

/* `window`, whose document has been made, owns the control and is not referenced. */
ProvisoViewControl *proviso_view_control_new (ProvisoWindow *window);

/* The project of `file` is about to be the first in the window, which is not shown yet: gives it the size. */
void proviso_view_control_prepare (ProvisoViewControl *self, GFile *file);
/* The document's project was just put into the workspace. */
void proviso_view_control_restore (ProvisoViewControl *self);
/* Remembers how the project is shown now. */
void proviso_view_control_remember (ProvisoViewControl *self);

G_END_DECLS
