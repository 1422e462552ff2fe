/* proviso-reveal.c: brings a part of a page into view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-reveal.h"

/* What has kept its height for so many frames has unfolded. */
#define STILL_FRAMES 3
/* Longer than anything unfolds; then the page is the person's again. */
#define LONGEST_US G_USEC_PER_SEC
/* Pixels above and below the part, so that nothing of a ring around it is cut off. */
#define MARGIN 12

typedef struct
{
  gint64 started;
  int height;
  guint n_still;
} Reveal;

static void
scroll_to (GtkWidget *part, GtkWidget *viewport)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  graphene_rect_t bounds;
  double top, height;

  if (!gtk_widget_compute_bounds (part, viewport, &bounds))
    return;

  top = bounds.origin.y + gtk_adjustment_get_value (adjustment) - MARGIN;
  height = MIN (bounds.size.height + 2 * MARGIN, gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_clamp_page (adjustment, top, top + height);
}

static gboolean
tick_cb (GtkWidget *part, GdkFrameClock *clock, gpointer user_data)
{
  Reveal *reveal = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (part, GTK_TYPE_VIEWPORT);
  int height = gtk_widget_get_height (part);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (viewport == NULL)
    return G_SOURCE_REMOVE;

  if (reveal->started == 0)
    reveal->started = now;
  reveal->n_still = height > 0 && height == reveal->height ? reveal->n_still + 1 : 0;
  reveal->height = height;
  scroll_to (part, viewport);

  return reveal->n_still < STILL_FRAMES && now - reveal->started < LONGEST_US ? G_SOURCE_CONTINUE
                                                                              : G_SOURCE_REMOVE;
}

void
proviso_reveal (GtkWidget *part)
{
  g_return_if_fail (GTK_IS_WIDGET (part));

  gtk_widget_add_tick_callback (part, tick_cb, g_new0 (Reveal, 1), g_free);
}
