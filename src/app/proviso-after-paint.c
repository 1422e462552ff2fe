/* proviso-after-paint.c: leaves work until the next frame stands on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tick comes at the begin of a frame; what is idle after it comes when the frame is painted, as painting has
 * the higher priority. Being idle alone is not enough: there is time between the frames.
 */
#include "app/proviso-after-paint.h"

typedef struct
{
  GWeakRef widget;
  ProvisoAfterPaintFunc func;
} AfterPaint;

static void
after_paint_free (gpointer data)
{
  AfterPaint *after_paint = data;

  g_weak_ref_clear (&after_paint->widget);
  g_free (after_paint);
}

static gboolean
painted_cb (gpointer user_data)
{
  AfterPaint *after_paint = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&after_paint->widget);

  if (widget != NULL && !gtk_widget_in_destruction (widget))
    after_paint->func (widget);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AfterPaint *after_paint = g_new0 (AfterPaint, 1);

  g_weak_ref_init (&after_paint->widget, widget);
  after_paint->func = user_data;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, painted_cb, after_paint, after_paint_free);
  return G_SOURCE_REMOVE;
}

void
proviso_after_paint (GtkWidget *widget, ProvisoAfterPaintFunc func)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  gtk_widget_add_tick_callback (widget, tick_cb, func, NULL);
}
