/* proviso-view-control.c: brings a project up as its window showed it last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-view-control.h"

struct _ProvisoViewControl
{
  GObject parent_instance;

  ProvisoWindow *window;
  ProvisoDocument *document;
  gboolean restored; /* what is shown is the document's project */
};

G_DEFINE_FINAL_TYPE (ProvisoViewControl, proviso_view_control, G_TYPE_OBJECT)

/* Returns: (nullable): %NULL: the window is on its way out */
static ProvisoViewStore *
get_store (ProvisoViewControl *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  return application != NULL ? proviso_application_get_view_store (PROVISO_APPLICATION (application)) : NULL;
}

static void
active_changed_cb (ProvisoViewControl *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self->window)))
    proviso_view_control_remember (self);
}

static void
state_changed_cb (ProvisoViewControl *self)
{
  if (proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_LOADING)
    proviso_view_control_remember (self);
}

static void
proviso_view_control_dispose (GObject *object)
{
  ProvisoViewControl *self = PROVISO_VIEW_CONTROL (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (proviso_view_control_parent_class)->dispose (object);
}

static void
proviso_view_control_class_init (ProvisoViewControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_view_control_dispose;
}

static void
proviso_view_control_init (ProvisoViewControl *self)
{
}

ProvisoViewControl *
proviso_view_control_new (ProvisoWindow *window)
{
  ProvisoViewControl *self = g_object_new (PROVISO_TYPE_VIEW_CONTROL, NULL);

  self->window = window;
  self->document = g_object_ref (proviso_window_get_document (window));
  g_signal_connect_swapped (self->document, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
proviso_view_control_prepare (ProvisoViewControl *self, GFile *file)
{
  g_autoptr (ProvisoViewState) state = NULL;
  ProvisoViewStore *store = get_store (self);
  int width, height;

  g_return_if_fail (PROVISO_IS_VIEW_CONTROL (self));
  g_return_if_fail (G_IS_FILE (file));

  if (store != NULL)
    state = proviso_view_store_lookup (store, file);
  if (state == NULL)
    return;
  if (proviso_view_state_get_size (state, &width, &height))
    gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  if (proviso_view_state_get_maximized (state))
    gtk_window_maximize (GTK_WINDOW (self->window));
  else
    gtk_window_unmaximize (GTK_WINDOW (self->window));
  if (proviso_view_state_get_fullscreen (state))
    gtk_window_fullscreen (GTK_WINDOW (self->window));
}

void
proviso_view_control_restore (ProvisoViewControl *self)
{
  g_autoptr (ProvisoViewState) state = NULL;
  ProvisoViewStore *store = get_store (self);
  GFile *file;

  g_return_if_fail (PROVISO_IS_VIEW_CONTROL (self));

  self->restored = TRUE;
  file = proviso_document_get_file (self->document);
  if (file != NULL && store != NULL)
    state = proviso_view_store_lookup (store, file);
  if (state != NULL)
    proviso_workspace_restore_view (proviso_window_get_workspace (self->window), state);
}

void
proviso_view_control_remember (ProvisoViewControl *self)
{
  g_autoptr (ProvisoViewState) state = NULL;
  ProvisoViewStore *store = get_store (self);
  GtkWindow *window;
  GFile *file;
  int width, height;

  g_return_if_fail (PROVISO_IS_VIEW_CONTROL (self));

  window = GTK_WINDOW (self->window);
  file = proviso_document_get_file (self->document);
  if (!self->restored || file == NULL || store == NULL)
    return;
  state = proviso_view_store_lookup (store, file);
  if (state == NULL)
    state = proviso_view_state_new ();
  gtk_window_get_default_size (window, &width, &height);
  g_object_set (state, "width", MAX (width, 0), "height", MAX (height, 0), "maximized",
                gtk_window_is_maximized (window), "fullscreen", gtk_window_is_fullscreen (window), NULL);
  proviso_workspace_save_view (proviso_window_get_workspace (self->window), state);
  proviso_view_store_put (store, file, state);
}
