/* proviso-reveal.h: brings a part of a page into view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls the page that `part` is in until all of it is seen, or its beginning where it is longer than the page;
 * once it has its place, and while it still unfolds. `rest`: (nullable): what is to be seen with it where there is
 * room for both, such as the buttons below an entry. */
void proviso_reveal (GtkWidget *part, GtkWidget *rest);

G_END_DECLS
