/* proviso-key-tip.h: the keys of a review's steps, told by the tooltips of their buttons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds to the tooltip of `button`, which has an action of #ProvisoReviewActions, the key of that step: that of the
 * application's action "win.caveat-accept" for "caveat.accept". Where there is none, the tooltip stays as it is. */
void proviso_key_tip_add (GtkWidget *button);

G_END_DECLS
