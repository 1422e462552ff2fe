/* proviso-after-paint.h: leaves work until the next frame stands on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*ProvisoAfterPaintFunc) (GtkWidget *widget);

/* Calls `func` once the next frame of `widget` is painted, which for one that is not shown yet is its first.
 * Not at all where the widget goes away before. */
void proviso_after_paint (GtkWidget *widget, ProvisoAfterPaintFunc func);

G_END_DECLS
