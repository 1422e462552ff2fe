/* proviso-title-control.h: the title of a window: what its project is called, and where and how it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/proviso-window-title.h"
#include "app/proviso-window.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_TITLE_CONTROL (proviso_title_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoTitleControl, proviso_title_control, PROVISO, TITLE_CONTROL, GObject)

/* `window`, whose document has been made, owns the control and is not referenced; nor is `title`, which is in it. */
ProvisoTitleControl *proviso_title_control_new (ProvisoWindow *window, ProvisoWindowTitle *title);

/* Until the window shows its project the title is the program's name. */
void proviso_title_control_show_project (ProvisoTitleControl *self);

G_END_DECLS
