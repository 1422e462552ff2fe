/* proviso-growing-view.h: a text view that is as high as its text from the first moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without a scrolled window around it, GtkTextView asks for no height until it has laid out its text, and
 * lays out its text only where it has a height. This one measures the text itself.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_GROWING_VIEW (proviso_growing_view_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoGrowingView, proviso_growing_view, PROVISO, GROWING_VIEW, GtkTextView)

G_END_DECLS
