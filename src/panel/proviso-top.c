/* proviso-top.c: a list that stands at its top stays there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-top.h"

#define TOP_KEY "proviso-top"

typedef enum
{
  AT_TOP,
  LEAVING, /* still there; wherever the list moves next is right */
  AWAY,
} State;

typedef struct
{
  GtkAdjustment *adjustment; /* not referenced: it owns this */
  double value;              /* as last seen */
  State state;
  guint idle;
  guint frames; /* that begin before the rows which are changing are laid out */
} Top;

static Top *
get_top (GtkAdjustment *adjustment)
{
  return g_object_get_data (G_OBJECT (adjustment), TOP_KEY);
}

static void
top_free (gpointer data)
{
  Top *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

static gboolean
go_to_top (gpointer data)
{
  Top *self = data;

  self->idle = 0;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));

  return G_SOURCE_REMOVE;
}

static State
find_state (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment) ? AT_TOP : AWAY;
}

static void
list_moved (Top *self)
{
  self->value = gtk_adjustment_get_value (self->adjustment);
  if (self->state == LEAVING)
    self->state = find_state (self->adjustment);
  else if (self->state == AT_TOP && find_state (self->adjustment) == AWAY && self->idle == 0)
    /* Not now, in the middle of the layout; before the next frame. */
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE, go_to_top, self, NULL);
}

/* The list moves its value along with the size of its content. Of such a move one hears here first. */
static void
changed_cb (GtkAdjustment *adjustment, Top *self)
{
  list_moved (self);
}

/* A person moves the value alone; so does the list where rows change places. */
static void
value_changed_cb (GtkAdjustment *adjustment, Top *self)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (value == self->value)
    return;

  if (self->frames > 0)
    {
      list_moved (self);
      return;
    }
  self->value = value;
  self->state = find_state (adjustment);
}

static gboolean
frame_cb (GtkWidget *list, GdkFrameClock *clock, gpointer adjustment)
{
  Top *self = get_top (adjustment);

  return --self->frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
proviso_top_keep (GtkAdjustment *adjustment)
{
  Top *self = g_new0 (Top, 1);

  self->adjustment = adjustment;
  self->state = AT_TOP;
  self->value = gtk_adjustment_get_value (adjustment);
  g_signal_connect (adjustment, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_object_set_data_full (G_OBJECT (adjustment), TOP_KEY, self, top_free);
}

void
proviso_top_expect_change (GtkAdjustment *adjustment, GtkWidget *list)
{
  Top *self = get_top (adjustment);

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (list));

  if (self->frames == 0)
    gtk_widget_add_tick_callback (list, frame_cb, g_object_ref (adjustment), g_object_unref);
  /* The rows are laid out after the next frame has begun, and before the one that follows it does. */
  self->frames = 2;
}

void
proviso_top_leave (GtkAdjustment *adjustment)
{
  Top *self = get_top (adjustment);

  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->state == AT_TOP)
    self->state = LEAVING;
}

void
proviso_top_return (GtkAdjustment *adjustment)
{
  Top *self = get_top (adjustment);

  g_return_if_fail (self != NULL);

  self->state = AT_TOP;
  self->value = gtk_adjustment_get_lower (adjustment);
  gtk_adjustment_set_value (adjustment, self->value);
}

gboolean
proviso_top_is_kept (GtkAdjustment *adjustment)
{
  Top *self = get_top (adjustment);

  g_return_val_if_fail (self != NULL, FALSE);

  return self->state != AWAY;
}
