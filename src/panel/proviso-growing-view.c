/* proviso-growing-view.c: a text view that is as high as its text from the first moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-growing-view.h"

struct _ProvisoGrowingView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (ProvisoGrowingView, proviso_growing_view, GTK_TYPE_TEXT_VIEW)

/* A text view keeps this free at the end of its lines. */
#define SPACE_FOR_CURSOR 1

/* `width`: -1 for as wide as it comes. */
static int
measure_text (GtkWidget *widget, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int around = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view) + SPACE_FOR_CURSOR;
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width > around ? (width - around) * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

static void
proviso_growing_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GTK_WIDGET_CLASS (proviso_growing_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int height = measure_text (widget, for_size);

      *minimum = MAX (*minimum, height);
      *natural = MAX (*natural, height);
    }
}

/* A text view asks for a height that does not depend on its width, and so is never told the width. */
static GtkSizeRequestMode
proviso_growing_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
proviso_growing_view_class_init (ProvisoGrowingViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = proviso_growing_view_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = proviso_growing_view_measure;
}

static void
proviso_growing_view_init (ProvisoGrowingView *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
}
