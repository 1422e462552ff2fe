/* proviso-coverage-look.c: how sentences look that are tied to a claim, and those that are not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-coverage-look.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>
#include <math.h>

#include "editor/proviso-passage-geometry.h"

/* More would not be seen to be dimmed, but to be gone. */
#define MAX_ALPHA 0.5f
#define MAX_ALPHA_HIGH_CONTRAST 0.25f

#define MIN_CONTRAST 4.5
#define MIN_CONTRAST_HIGH 7.0

/* Tried from the thickest on. */
#define ALPHA_STEP 0.01f

/* WCAG 2.2's relative luminance. */
static double
get_luminance (const GdkRGBA *color)
{
  const float channels[] = { color->red, color->green, color->blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    sum += weights[i] *
           (channels[i] <= 0.04045 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = get_luminance (a), two = get_luminance (b);

  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}

static GdkRGBA
mix (const GdkRGBA *under, const GdkRGBA *over, float alpha)
{
  return (GdkRGBA) { under->red + (over->red - under->red) * alpha,
                     under->green + (over->green - under->green) * alpha,
                     under->blue + (over->blue - under->blue) * alpha, 1 };
}

void
proviso_coverage_look_get_veil (const GdkRGBA *words,
                                const GdkRGBA *page,
                                gboolean high_contrast,
                                GdkRGBA *veil)
{
  double wanted = high_contrast ? MIN_CONTRAST_HIGH : MIN_CONTRAST;
  GdkRGBA seen = mix (page, words, words->alpha);

  *veil = *page;
  veil->alpha = high_contrast ? MAX_ALPHA_HIGH_CONTRAST : MAX_ALPHA;
  while (veil->alpha > 0)
    {
      GdkRGBA dimmed = mix (&seen, page, veil->alpha);

      if (get_contrast (&dimmed, page) >= wanted)
        return;
      veil->alpha = MAX (veil->alpha - ALPHA_STEP, 0);
    }
}

void
proviso_coverage_look_get_page (GtkTextView *view, GdkRGBA *color)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkSourceStyleScheme *scheme =
      GTK_SOURCE_IS_BUFFER (buffer) ? gtk_source_buffer_get_style_scheme (GTK_SOURCE_BUFFER (buffer)) : NULL;
  GtkSourceStyle *style = scheme ? gtk_source_style_scheme_get_style (scheme, "text") : NULL;
  g_autofree char *background = NULL;

  if (style)
    g_object_get (style, "background", &background, NULL);
  if (background == NULL || !gdk_rgba_parse (color, background))
    gdk_rgba_parse (color,
                    adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "#1d1d20" : "#ffffff");
}

/* What was drawn last is drawn by the same node again, see proviso-passage-painter.c. */
static GskRenderNode *
draw (ProvisoPassagePiece *piece, gboolean is_tied, ProvisoPalette palette, const GdkRGBA *veil)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA frame =
      palette == PROVISO_PALETTE_LIGHT_CONTRAST ? (GdkRGBA) { 0, 0, 0, 1 } : (GdkRGBA) { 1, 1, 1, 1 };

  for (guint i = 0; i < piece->rects->len; i++)
    {
      ProvisoPassageRect *r = &g_array_index (piece->rects, ProvisoPassageRect, i);
      graphene_rect_t area = GRAPHENE_RECT_INIT (r->x, piece->y + r->y, r->width, r->height);
      GskRoundedRect outline;

      if (is_tied)
        {
          gtk_snapshot_append_color (snapshot, veil, &area);
          continue;
        }
      graphene_rect_inset (&area, -2, 0);
      gsk_rounded_rect_init_from_rect (&outline, &area, 3);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { frame, frame, frame, frame });
    }
  return gtk_snapshot_to_node (snapshot);
}

void
proviso_coverage_look_snapshot (ProvisoPassagePiece *piece,
                                gboolean is_tied,
                                ProvisoPalette palette,
                                const GdkRGBA *veil,
                                GtkSnapshot *snapshot)
{
  guint look = palette * 2 + (is_tied ? 1 : 0);

  if (!is_tied && palette < PROVISO_PALETTE_LIGHT_CONTRAST)
    return;

  if (piece->node == NULL || piece->node_y != piece->y || piece->node_look != look)
    {
      g_clear_pointer (&piece->node, gsk_render_node_unref);
      piece->node = draw (piece, is_tied, palette, veil);
      piece->node_y = piece->y;
      piece->node_look = look;
    }
  if (piece->node)
    gtk_snapshot_append_node (snapshot, piece->node);
}
