/* proviso-window.h: the window of one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the draft and the panel together, and shows the state of the document. A window without a project shows
 * the start page.
 */
#pragma once

#include "app/proviso-application.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_WINDOW (proviso_window_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoWindow, proviso_window, PROVISO, WINDOW, AdwApplicationWindow)

ProvisoWindow *proviso_window_new (ProvisoApplication *application);

G_END_DECLS
