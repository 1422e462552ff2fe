/* proviso-passage-geometry.h: where words of the draft stand on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of a passage on one display line, in buffer coordinates. Where text of both directions is mixed, a
 * passage can have several on a line. */
typedef struct
{
  int x;
  int y; /* of the display line */
  int width;
  int height; /* of the display line */
} ProvisoPassageRect;

/* Appends the rectangles of [start, end) to `rects`, in the order of the text, leaving out what lies wholly
 * above `top` or below `bottom` (buffer coordinates). Line ends and the spaces at the ends of a display line
 * have none. */
void proviso_passage_geometry_append (GtkTextView *view,
                                      guint start,
                                      guint end,
                                      int top,
                                      int bottom,
                                      GArray *rects);

/* The offsets of the text between the two heights: whole paragraphs, but for very long ones. */
void proviso_passage_geometry_get_visible (GtkTextView *view, int top, int bottom, guint *start, guint *end);

G_END_DECLS
