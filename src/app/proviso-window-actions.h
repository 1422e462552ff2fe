/* proviso-window-actions.h: what a window can be told to do: "win.save" and the like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo are #ProvisoUndoControl's.
 */
#pragma once

#include "app/proviso-window.h"

G_BEGIN_DECLS

/* Adds the actions to `window`; those that take a project are not enabled yet. */
void proviso_window_actions_install (ProvisoWindow *window);
/* Whether the actions that take a project can be used: the window shows one. */
void proviso_window_actions_set_enabled (ProvisoWindow *window, gboolean enabled);
/* What "show-panel" says. */
void proviso_window_actions_set_panel_shown (ProvisoWindow *window, gboolean shown);
/* What the action "review" says. */
void proviso_window_actions_set_reviewing (ProvisoWindow *window, gboolean reviewing);
/* Whether others changed something that was not looked through yet. */
void proviso_window_actions_set_has_changes (ProvisoWindow *window, gboolean has_changes);

G_END_DECLS
