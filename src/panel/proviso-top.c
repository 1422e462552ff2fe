/* proviso-top.c: a list that stands at its top stays there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-top.h"

typedef struct
{
  GtkAdjustment *adjustment; /* not referenced: it owns this */
  double upper;
  gboolean at_top;
  guint idle;
} Top;

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

/* The list moves its value along with the size of its content; a person, without. */
static void
value_changed_cb (GtkAdjustment *adjustment, Top *self)
{
  if (gtk_adjustment_get_upper (adjustment) == self->upper)
    self->at_top = gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);
  else if (self->at_top && self->idle == 0)
    /* Not now, in the middle of the layout; before the next frame. */
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE, go_to_top, self, NULL);
  self->upper = gtk_adjustment_get_upper (adjustment);
}

void
proviso_top_keep (GtkAdjustment *adjustment)
{
  Top *self = g_new0 (Top, 1);

  self->adjustment = adjustment;
  self->at_top = TRUE;
  self->upper = gtk_adjustment_get_upper (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_object_set_data_full (G_OBJECT (adjustment), "proviso-top", self, top_free);
}
