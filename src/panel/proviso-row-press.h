/* proviso-row-press.h: rows that a screen reader can press.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accessibility tree offers what a widget's own actions are. Buttons have theirs; a row of a list that is
 * pressed, such as an #AdwButtonRow, has none, though the keyboard presses it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives each row in `part` that can be pressed the action "row.press". Rows that have it are left as they are. */
void proviso_row_press_add (GtkWidget *part);

G_END_DECLS
