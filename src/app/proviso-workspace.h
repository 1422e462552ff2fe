/* proviso-workspace.h: the draft and the panel of one project, side by side or in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where there is room, the panel stands beside the draft. Collapsed, it slides over it; in a narrow window it
 * covers it and a bar at the bottom switches between the two. What is selected is shared by both through a
 * #ProvisoSelection, which this widget makes for each project. The actions of both are available in the whole
 * window, as "draft" and "panel".
 *
 * Properties:
 *   "collapsed", "narrow"  set by the window's breakpoints
 *   "panel-wanted"         whether the person wants the panel beside the draft where there is room
 *   "panel-shown"          whether it is to be seen now
 *   "reviewing"            whether the draft is read and not written, and the panel shows what waits for the editor
 * Signals: toast (const char *title, gboolean undo), changes-closed (gboolean seen): see #ProvisoPanel.
 */
#pragma once

#include "app/proviso-view-state.h"
#include "core/proviso-readiness.h"
#include "core/proviso-selection.h"
#include "merge/proviso-changes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_WORKSPACE (proviso_workspace_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoWorkspace, proviso_workspace, PROVISO, WORKSPACE, AdwBin)

GtkWidget *proviso_workspace_new (void);

void proviso_workspace_set_project (ProvisoWorkspace *self, ProvisoProject *project);
/* Returns: (transfer none) (nullable): %NULL without a project */
ProvisoProject *proviso_workspace_get_project (ProvisoWorkspace *self);
ProvisoSelection *proviso_workspace_get_selection (ProvisoWorkspace *self);
/* Returns: (transfer none) (nullable): %NULL until the first draft is painted */
GtkWidget *proviso_workspace_get_panel (ProvisoWorkspace *self);

/* How the project is shown, into `state`; and as it says. The latter once for each project, after it was set. */
void proviso_workspace_save_view (ProvisoWorkspace *self, ProvisoViewState *state);
void proviso_workspace_restore_view (ProvisoWorkspace *self, ProvisoViewState *state);

gboolean proviso_workspace_get_panel_shown (ProvisoWorkspace *self);
void proviso_workspace_set_panel_shown (ProvisoWorkspace *self, gboolean shown);

gboolean proviso_workspace_get_reviewing (ProvisoWorkspace *self);
/* Switched on, the caveats come into sight. */
void proviso_workspace_set_reviewing (ProvisoWorkspace *self, gboolean reviewing);

/* `readiness`: (nullable): of the project, once it is looked for. */
void proviso_workspace_set_readiness (ProvisoWorkspace *self, ProvisoReadiness *readiness);
/* Shows the panel's page of what is left to do before publishing. */
void proviso_workspace_show_readiness (ProvisoWorkspace *self);

/* Searches where the keyboard focus is: the panel's list or the draft. */
void proviso_workspace_find (ProvisoWorkspace *self);
/* Moves the keyboard focus from the draft to the panel, or back. */
void proviso_workspace_switch_side (ProvisoWorkspace *self);
void proviso_workspace_focus_draft (ProvisoWorkspace *self);
/* The same, where the panel covers the draft also. */
void proviso_workspace_go_to_draft (ProvisoWorkspace *self);

/* Puts the cursor at `offset` and that line, which begins what is to be read, high up; back to how the draft was shown
 * in `state`. The draft is brought to the front for either. */
void proviso_workspace_show_place (ProvisoWorkspace *self, guint offset);
void proviso_workspace_return_to_place (ProvisoWorkspace *self, ProvisoViewState *state);

/* What others changed since the person last looked: its page in the panel; %NULL takes it away. Then the next (1) or
 * previous (-1) of them. */
void proviso_workspace_show_changes (ProvisoWorkspace *self, ProvisoChanges *changes);
void proviso_workspace_step_change (ProvisoWorkspace *self, ProvisoChanges *changes, int step);

/* See proviso_panel_take_review_step(). */
void proviso_workspace_take_review_step (ProvisoWorkspace *self, const char *verb);

G_END_DECLS
