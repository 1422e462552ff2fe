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
  GWeakRef rest; /* that is to be seen as well, where there is room */
  gint64 started;
  int height;
  guint n_still;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_weak_ref_clear (&reveal->rest);
  g_free (reveal);
}

/* Where `part` stands in all of the page. Returns: whether it stands there. */
static gboolean
get_extent (GtkWidget *part, GtkWidget *viewport, double *top, double *bottom)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (part, viewport, &bounds))
    return FALSE;

  *top = bounds.origin.y + gtk_adjustment_get_value (adjustment) - MARGIN;
  *bottom = *top + MIN (bounds.size.height + 2 * MARGIN, gtk_adjustment_get_page_size (adjustment));

  return TRUE;
}

static double
clamp_to (GtkAdjustment *adjustment, double value, double top, double bottom)
{
  return MIN (MAX (value, bottom - gtk_adjustment_get_page_size (adjustment)), top);
}

static void
scroll_to (GtkWidget *part, GtkWidget *rest, GtkWidget *viewport)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  double value = gtk_adjustment_get_value (adjustment);
  double top, bottom, rest_top, rest_bottom;

  if (!get_extent (part, viewport, &top, &bottom))
    return;

  /* Both are asked for their places before anything is scrolled. */
  if (rest != NULL && gtk_widget_get_mapped (rest) && get_extent (rest, viewport, &rest_top, &rest_bottom))
    value = clamp_to (adjustment, value, rest_top, rest_bottom);
  value = clamp_to (adjustment, value, top, bottom);
  /* Also where it is there already: this ends the scrolling to the focus that the viewport began, towards a place
   * from before the last layout. Clamping the page would let that go on. */
  gtk_adjustment_set_value (adjustment, value);
}

static gboolean
tick_cb (GtkWidget *part, GdkFrameClock *clock, gpointer user_data)
{
  Reveal *reveal = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (part, GTK_TYPE_VIEWPORT);
  g_autoptr (GtkWidget) rest = g_weak_ref_get (&reveal->rest);
  int height = gtk_widget_get_height (part) + (rest != NULL ? gtk_widget_get_height (rest) : 0);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (viewport == NULL)
    return G_SOURCE_REMOVE;

  if (reveal->started == 0)
    reveal->started = now;
  reveal->n_still = height > 0 && height == reveal->height ? reveal->n_still + 1 : 0;
  reveal->height = height;
  scroll_to (part, rest, viewport);

  return reveal->n_still < STILL_FRAMES && now - reveal->started < LONGEST_US ? G_SOURCE_CONTINUE
                                                                              : G_SOURCE_REMOVE;
}

void
proviso_reveal (GtkWidget *part, GtkWidget *rest)
{
  Reveal *reveal;

  g_return_if_fail (GTK_IS_WIDGET (part));
  g_return_if_fail (rest == NULL || GTK_IS_WIDGET (rest));

  reveal = g_new0 (Reveal, 1);
  g_weak_ref_init (&reveal->rest, rest);
  gtk_widget_add_tick_callback (part, tick_cb, reveal, reveal_free);
}
