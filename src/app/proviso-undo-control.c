/* proviso-undo-control.c: the ways to undo in a window: actions, menu items, toasts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-undo-control.h"

#include <glib/gi18n-lib.h>

struct _ProvisoUndoControl
{
  GObject parent_instance;

  GtkApplicationWindow *window;
  GMenu *menu;
  GSimpleAction *undo;
  GSimpleAction *redo;
  ProvisoProject *project;
  AdwToast *toast;
  guint64 toast_token; /* the history's state that the toast undoes */
};

G_DEFINE_FINAL_TYPE (ProvisoUndoControl, proviso_undo_control, G_TYPE_OBJECT)

static void
update (ProvisoUndoControl *self)
{
  ProvisoHistory *history = self->project != NULL ? proviso_project_get_history (self->project) : NULL;
  const char *undone = history != NULL ? proviso_history_get_undo_label (history) : NULL;
  const char *redone = history != NULL ? proviso_history_get_redo_label (history) : NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  /* Translators: what is undone is put in, one of the messages with the context "undo": "Undo Delete Claim". */
  undo = undone != NULL ? g_strdup_printf (C_("undo", "_Undo %s"), undone) : g_strdup (_("_Undo"));
  /* Translators: what is done again is put in, one of the messages with the context "undo": "Redo Delete Claim". */
  redo = redone != NULL ? g_strdup_printf (C_("undo", "_Redo %s"), redone) : g_strdup (_("_Redo"));
  g_simple_action_set_enabled (self->undo, history != NULL && proviso_history_get_can_undo (history));
  g_simple_action_set_enabled (self->redo, history != NULL && proviso_history_get_can_redo (history));
  g_menu_remove_all (self->menu);
  g_menu_append (self->menu, undo, "win.undo");
  g_menu_append (self->menu, redo, "win.redo");
}

static void
dismiss_toast (ProvisoUndoControl *self)
{
  if (self->toast != NULL &&
      (self->project == NULL ||
       proviso_history_get_token (proviso_project_get_history (self->project)) != self->toast_token))
    adw_toast_dismiss (self->toast);
}

static void
toast_dismissed_cb (ProvisoUndoControl *self, AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void
toast_clicked_cb (ProvisoUndoControl *self)
{
  if (self->project != NULL)
    proviso_history_undo (proviso_project_get_history (self->project));
}

/* The window's accelerators come before the widget that has the focus: one that keeps its own history is asked
 * first. A text view that nothing was typed into has none; one where all was undone still has, as who undoes there
 * once too often does not mean the project. Returns: whether it has one. */
static gboolean
act_on_focus (ProvisoUndoControl *self, const char *action)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));
  gboolean has_history = FALSE;

  if (GTK_IS_TEXT (focus))
    g_object_get (focus, "enable-undo", &has_history, NULL);
  else if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      has_history = gtk_text_buffer_get_can_undo (buffer) || gtk_text_buffer_get_can_redo (buffer);
    }
  if (has_history)
    gtk_widget_activate_action (focus, action, NULL);
  return has_history;
}

static void
undo_cb (ProvisoUndoControl *self)
{
  /* The draft knows whether its words may change. */
  if (!act_on_focus (self, "text.undo"))
    gtk_widget_activate_action (GTK_WIDGET (self->window), "draft.undo", NULL);
}

static void
redo_cb (ProvisoUndoControl *self)
{
  if (!act_on_focus (self, "text.redo"))
    gtk_widget_activate_action (GTK_WIDGET (self->window), "draft.redo", NULL);
}

static void
proviso_undo_control_dispose (GObject *object)
{
  ProvisoUndoControl *self = PROVISO_UNDO_CONTROL (object);

  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_data (self->toast, self);
  g_clear_object (&self->toast);
  if (self->project != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->project, self);
      g_signal_handlers_disconnect_by_data (proviso_project_get_history (self->project), self);
      g_clear_object (&self->project);
    }
  if (self->undo != NULL)
    g_signal_handlers_disconnect_by_data (self->undo, self);
  if (self->redo != NULL)
    g_signal_handlers_disconnect_by_data (self->redo, self);
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (proviso_undo_control_parent_class)->dispose (object);
}

static void
proviso_undo_control_class_init (ProvisoUndoControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_undo_control_dispose;
}

static void
proviso_undo_control_init (ProvisoUndoControl *self)
{
}

ProvisoUndoControl *
proviso_undo_control_new (GtkApplicationWindow *window, GMenu *menu)
{
  ProvisoUndoControl *self = g_object_new (PROVISO_TYPE_UNDO_CONTROL, NULL);

  self->window = window;
  self->menu = g_object_ref (menu);
  self->undo = g_simple_action_new ("undo", NULL);
  self->redo = g_simple_action_new ("redo", NULL);
  g_signal_connect_swapped (self->undo, "activate", G_CALLBACK (undo_cb), self);
  g_signal_connect_swapped (self->redo, "activate", G_CALLBACK (redo_cb), self);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (self->undo));
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (self->redo));
  update (self);
  return self;
}

void
proviso_undo_control_set_project (ProvisoUndoControl *self, ProvisoProject *project)
{
  g_return_if_fail (PROVISO_IS_UNDO_CONTROL (self));

  if (self->project == project)
    return;
  if (self->project != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->project, self);
      g_signal_handlers_disconnect_by_data (proviso_project_get_history (self->project), self);
    }
  g_set_object (&self->project, project);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (project != NULL)
    {
      ProvisoHistory *history = proviso_project_get_history (project);

      g_signal_connect_swapped (history, "notify", G_CALLBACK (update), self);
      g_signal_connect_swapped (history, "notify", G_CALLBACK (dismiss_toast), self);
      g_signal_connect_swapped (project, "text-replaced", G_CALLBACK (dismiss_toast), self);
      g_signal_connect_swapped (project, "record-changed", G_CALLBACK (dismiss_toast), self);
    }
  update (self);
}

AdwToast *
proviso_undo_control_create_toast (ProvisoUndoControl *self, const char *title)
{
  g_return_val_if_fail (PROVISO_IS_UNDO_CONTROL (self), NULL);
  g_return_val_if_fail (self->project != NULL, NULL);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  self->toast = adw_toast_new (title);
  self->toast_token = proviso_history_get_token (proviso_project_get_history (self->project));
  adw_toast_set_button_label (self->toast, _("_Undo"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (toast_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  return g_object_ref (self->toast);
}
