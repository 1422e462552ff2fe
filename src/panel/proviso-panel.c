/* proviso-panel.c: the side panel: claims, caveats and sources beside the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ties the lists, the detail pages and the selection together; the lists' own work is in ProvisoRecordBrowser.
 */
#include "panel/proviso-panel.h"

struct _ProvisoPanel
{
  AdwBin parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  GSimpleActionGroup *actions;

  AdwNavigationView *view;
  AdwViewStack *stack;
};

enum
{
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoPanel, proviso_panel, ADW_TYPE_BIN)

static void
proviso_panel_dispose (GObject *object)
{
  ProvisoPanel *self = PROVISO_PANEL (object);

  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  g_clear_object (&self->actions);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_PANEL);

  G_OBJECT_CLASS (proviso_panel_parent_class)->dispose (object);
}

static void
proviso_panel_class_init (ProvisoPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_panel_dispose;

  signals[SIGNAL_TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoPanel, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPanel, stack);
}

static void
proviso_panel_init (ProvisoPanel *self)
{
  self->actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "panel", G_ACTION_GROUP (self->actions));
}

GtkWidget *
proviso_panel_new (void)
{
  return g_object_new (PROVISO_TYPE_PANEL, NULL);
}

void
proviso_panel_set_project (ProvisoPanel *self, ProvisoProject *project, ProvisoSelection *selection)
{
  g_return_if_fail (PROVISO_IS_PANEL (self));

  g_set_object (&self->project, project);
  g_set_object (&self->selection, selection);
}

GActionGroup *
proviso_panel_get_action_group (ProvisoPanel *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
