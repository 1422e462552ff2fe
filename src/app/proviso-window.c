/* proviso-window.c: the window of one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-window.h"

#include "app/proviso-open-popover.h"
#include "app/proviso-start-page.h"

#include <glib/gi18n-lib.h>

struct _ProvisoWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwToolbarView *toolbar_view;
  AdwWindowTitle *window_title;
  AdwSplitButton *open_button;
  GtkMenuButton *menu_button;
  AdwBanner *banner;
  GtkStack *stack;
  AdwBin *start_bin;
  AdwOverlaySplitView *split_view;
  AdwBin *draft_bin;
  AdwBin *panel_bin;
  AdwToggleGroup *side_group;
};

G_DEFINE_FINAL_TYPE (ProvisoWindow, proviso_window, ADW_TYPE_APPLICATION_WINDOW)

static void
banner_clicked_cb (ProvisoWindow *self)
{
}

static void
show_sidebar_changed_cb (ProvisoWindow *self)
{
  adw_toggle_group_set_active_name (
    self->side_group, adw_overlay_split_view_get_show_sidebar (self->split_view) ? "panel" : "draft");
}

static void
collapsed_changed_cb (ProvisoWindow *self)
{
}

static void
side_changed_cb (ProvisoWindow *self)
{
  gboolean panel = g_strcmp0 (adw_toggle_group_get_active_name (self->side_group), "panel") == 0;

  adw_overlay_split_view_set_show_sidebar (self->split_view, panel);
}

static void
proviso_window_dispose (GObject *object)
{
  ProvisoWindow *self = PROVISO_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_WINDOW);

  G_OBJECT_CLASS (proviso_window_parent_class)->dispose (object);
}

static void
proviso_window_class_init (ProvisoWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_window_dispose;

  g_type_ensure (PROVISO_TYPE_OPEN_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, draft_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, panel_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, side_group);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_sidebar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_changed_cb);
}

static void
proviso_window_init (ProvisoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  adw_window_title_set_title (self->window_title, _("Proviso"));
  adw_bin_set_child (self->start_bin, proviso_start_page_new ());
}

ProvisoWindow *
proviso_window_new (ProvisoApplication *application)
{
  return g_object_new (PROVISO_TYPE_WINDOW, "application", application, NULL);
}
