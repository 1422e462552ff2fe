/* editor-picture.h: pictures of the draft as it is drawn, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "editor/editor-fixture.h"
#include "editor/proviso-passage-geometry.h"

/* The picture of the view as it is drawn now. */
G_GNUC_UNUSED static GdkTexture *
picture_take (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->view));

  fixture_wait (150);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* The darkest pixel in the upper part of these words, where no line is drawn: 0 is black. */
G_GNUC_UNUSED static guint
picture_get_darkest (Fixture *fixture, GdkTexture *texture, const char *words)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));
  guint start = fixture_find (fixture, words), darkest = 255;
  int width = gdk_texture_get_width (texture);
  g_autofree guchar *pixels = g_malloc ((gsize) width * gdk_texture_get_height (texture) * 4);

  gdk_texture_download (texture, pixels, (gsize) width * 4);
  proviso_passage_geometry_append (GTK_TEXT_VIEW (fixture->view), start, start + g_utf8_strlen (words, -1),
                                   G_MININT, G_MAXINT, rects);
  for (guint i = 0; i < rects->len; i++)
    {
      ProvisoPassageRect *r = &g_array_index (rects, ProvisoPassageRect, i);
      int left, top;

      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture->view), GTK_TEXT_WINDOW_WIDGET, r->x,
                                             r->y, &left, &top);
      for (int y = top; y < top + r->height / 2; y++)
        for (int x = left; x < left + r->width; x++)
          darkest = MIN (darkest, pixels[(y * width + x) * 4 + 1]);
    }
  return darkest;
}

/* The colour of the page behind these words: above the letters of the first line they stand in. */
G_GNUC_UNUSED static guint32
picture_get_page (Fixture *fixture, GdkTexture *texture, const char *words)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));
  guint start = fixture_find (fixture, words);
  int width = gdk_texture_get_width (texture), left, top;
  g_autofree guint32 *pixels = g_malloc ((gsize) width * gdk_texture_get_height (texture) * 4);
  ProvisoPassageRect *first;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  proviso_passage_geometry_append (GTK_TEXT_VIEW (fixture->view), start, start + g_utf8_strlen (words, -1),
                                   G_MININT, G_MAXINT, rects);
  g_assert_cmpuint (rects->len, >, 0);
  first = &g_array_index (rects, ProvisoPassageRect, 0);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture->view), GTK_TEXT_WINDOW_WIDGET, first->x,
                                         first->y, &left, &top);
  return pixels[(top + 1) * width + left + first->width / 2];
}
