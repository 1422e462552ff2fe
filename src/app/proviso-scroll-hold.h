/* proviso-scroll-hold.h: brings a place of a text to the top of its view, and holds it there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text view lays out its lines bit by bit, in sight first. Where the text above a place is not laid out yet, the
 * place moves when that is done, and scrolling to it leads somewhere else. So it is scrolled to again, without any
 * animation, until all is laid out, or until the person does something with the text.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_SCROLL_HOLD (proviso_scroll_hold_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoScrollHold, proviso_scroll_hold, PROVISO, SCROLL_HOLD, GObject)

/* `offset`: in characters; past the end is the end. Holds on until it is disposed of, if not done before. */
ProvisoScrollHold *proviso_scroll_hold_new (GtkTextView *view, guint offset);

G_END_DECLS
