/* proviso-submit-key.h: Ctrl+Return in a text that is sent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: whether the text took the key; else it goes on to whatever else it means in the window. */
typedef gboolean (*ProvisoSubmitFunc) (gpointer user_data);

/* While the keyboard focus is in `text`, Ctrl+Return calls `func`, before the window's accelerators are asked: they
 * would take it first. `user_data` lives as long as `text`. */
void proviso_submit_key_attach (GtkWidget *text, ProvisoSubmitFunc func, gpointer user_data);

G_END_DECLS
