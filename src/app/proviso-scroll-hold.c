/* proviso-scroll-hold.c: brings a place of a text to the top of its view, and holds it there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-scroll-hold.h"

/* So long after the last change of its height, the text is laid out. */
#define SETTLED_MS 300

struct _ProvisoScrollHold
{
  GObject parent_instance;

  GtkTextView *view; /* weak */
  GtkTextMark *mark;
  GtkAdjustment *adjustment; /* %NULL once nothing is held any more */
  GtkEventController *controller;
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (ProvisoScrollHold, proviso_scroll_hold, G_TYPE_OBJECT)

static void
let_go (ProvisoScrollHold *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->adjustment == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  if (self->view != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self->view), self->controller);
  if (!gtk_text_mark_get_deleted (self->mark))
    gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (self->mark), self->mark);
  g_clear_object (&self->mark);
  g_clear_object (&self->adjustment);
  g_clear_weak_pointer (&self->view);
}

static gboolean
settled_cb (gpointer user_data)
{
  ProvisoScrollHold *self = user_data;

  self->settle_source = 0;
  let_go (self);

  return G_SOURCE_REMOVE;
}

static void
scroll (ProvisoScrollHold *self)
{
  GtkTextIter iter;
  GdkRectangle place;

  /* A view that has no height yet can be scrolled nowhere. */
  if (self->view == NULL || gtk_adjustment_get_page_size (self->adjustment) <= 0)
    return;
  if (gtk_text_mark_get_deleted (self->mark) ||
      gtk_text_mark_get_buffer (self->mark) != gtk_text_view_get_buffer (self->view))
    {
      let_go (self);
      return;
    }
  gtk_text_buffer_get_iter_at_mark (gtk_text_mark_get_buffer (self->mark), &iter, self->mark);
  gtk_text_view_get_iter_location (self->view, &iter, &place);
  gtk_adjustment_set_value (self->adjustment, place.y + gtk_text_view_get_top_margin (self->view));
  g_clear_handle_id (&self->settle_source, g_source_remove);
  /* After the view's own work: on a busy machine the time may be over before any of it was done. */
  self->settle_source = g_timeout_add_full (G_PRIORITY_LOW, SETTLED_MS, settled_cb, self, NULL);
}

static gboolean
event_cb (ProvisoScrollHold *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      let_go (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
proviso_scroll_hold_dispose (GObject *object)
{
  let_go (PROVISO_SCROLL_HOLD (object));

  G_OBJECT_CLASS (proviso_scroll_hold_parent_class)->dispose (object);
}

static void
proviso_scroll_hold_class_init (ProvisoScrollHoldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_scroll_hold_dispose;
}

static void
proviso_scroll_hold_init (ProvisoScrollHold *self)
{
}

ProvisoScrollHold *
proviso_scroll_hold_new (GtkTextView *view, guint offset)
{
  ProvisoScrollHold *self = g_object_new (PROVISO_TYPE_SCROLL_HOLD, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  g_set_weak_pointer (&self->view, view);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) MIN (offset, G_MAXINT));
  self->mark = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &iter, TRUE));
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (scroll), self);
  self->controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), self->controller);
  scroll (self);
  return self;
}
