/* proviso-draft-menu.h: the menu of a place in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It takes the place of the text view's own menu, whose undo knows the text only.
 */
#pragma once

#include "editor/proviso-draft-view.h"

G_BEGIN_DECLS

/* Brings the menu up at `area`, in the view's coordinates. `menu` holds the popover between calls: %NULL at
 * first; the caller unparents it at the end. */
void proviso_draft_menu_popup (GtkWidget **menu, ProvisoDraftView *view, const GdkRectangle *area);

G_END_DECLS
