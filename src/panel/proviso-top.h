/* proviso-top.h: a list that stands at its top stays there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkListView keeps the row that is seen first in its place, so that a section header which comes to stand
 * above the very first row, once the draft's headings are known, would be out of sight.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* While `adjustment` stands at its lower end and nobody scrolls it, it goes on to stand there when the content
 * grows. For as long as the adjustment lives. */
void proviso_top_keep (GtkAdjustment *adjustment);
/* The rows of `list`, which `adjustment` scrolls, are about to change places: until they are laid out, it is the list
 * that moves. */
void proviso_top_expect_change (GtkAdjustment *adjustment, GtkWidget *list);
/* The list is told to show a row: it goes where that one is, however much its content grows meanwhile. */
void proviso_top_leave (GtkAdjustment *adjustment);
/* The list is to stand at its top again. */
void proviso_top_return (GtkAdjustment *adjustment);
/* Whether `adjustment`, which is kept so, stands there, or will before the next frame. */
gboolean proviso_top_is_kept (GtkAdjustment *adjustment);

G_END_DECLS
