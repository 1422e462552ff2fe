/* proviso-view-state.h: how a window showed one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every member is a property; that is all that it takes to be kept between starts. A member that is not known has
 * its property's default.
 *
 * Properties, all of them readable and writable:
 *   "cursor"       guint: in the draft, in code points
 *   "top"          guint: the first character in sight, in code points
 *   "panel-shown"  gboolean: whether the panel stands beside the draft where there is room
 *   "panel-list"   the panel's list: "claims", "caveats" or "sources"; %NULL: as it comes up
 *   "reviewing"    gboolean: whether the draft is read and not written
 *   "width", "height"  int: the window's, while it is neither maximized nor full screen; 0: not known
 *   "maximized", "fullscreen"  gboolean
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_VIEW_STATE (proviso_view_state_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoViewState, proviso_view_state, PROVISO, VIEW_STATE, GObject)

ProvisoViewState *proviso_view_state_new (void);

guint proviso_view_state_get_cursor (ProvisoViewState *self);
guint proviso_view_state_get_top (ProvisoViewState *self);
gboolean proviso_view_state_get_panel_shown (ProvisoViewState *self);
/* Returns: (transfer none) (nullable) */
const char *proviso_view_state_get_panel_list (ProvisoViewState *self);
gboolean proviso_view_state_get_reviewing (ProvisoViewState *self);
/* Returns: whether they are known. */
gboolean proviso_view_state_get_size (ProvisoViewState *self, int *width, int *height);
gboolean proviso_view_state_get_maximized (ProvisoViewState *self);
gboolean proviso_view_state_get_fullscreen (ProvisoViewState *self);

/* Reads and writes the members as keys of `group`. What is missing there, or is not what a member can be, stays as
 * it is. */
void proviso_view_state_read (ProvisoViewState *self, GKeyFile *key_file, const char *group);
void proviso_view_state_write (ProvisoViewState *self, GKeyFile *key_file, const char *group);

G_END_DECLS
