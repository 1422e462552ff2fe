/* proviso-submit-key.c: Ctrl+Return in a text that is sent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accelerators of an application are handled by a controller of the window, on the way down to the text. A
 * controller that is added to the window later is asked before; it is there while the text has the focus.
 */
#include "panel/proviso-submit-key.h"

typedef struct
{
  GtkWidget *text;
  ProvisoSubmitFunc func;
  gpointer user_data;

  GtkWidget *root;          /* nullable, weak */
  GtkEventController *keys; /* nullable, root's */
} SubmitKey;

static gboolean
key_pressed_cb (SubmitKey *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_return || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  return self->func (self->user_data);
}

static void
release (SubmitKey *self)
{
  if (self->root != NULL)
    {
      gtk_widget_remove_controller (self->root, self->keys);
      g_clear_weak_pointer (&self->root);
    }
  self->keys = NULL;
}

static void
enter_cb (SubmitKey *self)
{
  release (self);
  g_set_weak_pointer (&self->root, GTK_WIDGET (gtk_widget_get_root (self->text)));
  if (self->root == NULL)
    return;

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
}

static void
submit_key_free (gpointer data)
{
  release (data);
  g_free (data);
}

void
proviso_submit_key_attach (GtkWidget *text, ProvisoSubmitFunc func, gpointer user_data)
{
  GtkEventController *focus;
  SubmitKey *self;

  g_return_if_fail (GTK_IS_WIDGET (text));
  g_return_if_fail (func != NULL);

  self = g_new0 (SubmitKey, 1);
  self->text = text;
  self->func = func;
  self->user_data = user_data;
  /* Gone before the controller, which is the widget's own. */
  g_signal_connect_swapped (text, "unrealize", G_CALLBACK (release), self);
  g_object_set_data_full (G_OBJECT (text), "proviso-submit-key", self, submit_key_free);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (release), self);
  gtk_widget_add_controller (text, focus);
}
