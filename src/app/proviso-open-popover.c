/* proviso-open-popover.c: the recent projects, to search and to open one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard stays in the search entry: Up and Down move the selection of the list, Enter opens it.
 */
#include "app/proviso-open-popover.h"

#include "app/proviso-recent.h"

#include <glib/gi18n-lib.h>

struct _ProvisoOpenPopover
{
  GtkPopover parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;

  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (ProvisoOpenPopover, proviso_open_popover, GTK_TYPE_POPOVER)

static gboolean
match_cb (gpointer item, gpointer user_data)
{
  ProvisoOpenPopover *self = user_data;

  return proviso_recent_item_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
update_state (ProvisoOpenPopover *self)
{
  const char *name = "list";

  if (g_list_model_get_n_items (gtk_filter_list_model_get_model (self->filtered)) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    name = "nothing";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
search_changed_cb (ProvisoOpenPopover *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  update_state (self);
}

static void
open_position (ProvisoOpenPopover *self, guint position)
{
  g_autoptr (ProvisoRecentItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *uri = NULL;

  if (item == NULL)
    return;
  uri = g_file_get_uri (proviso_recent_item_get_file (item));
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-file", "s", uri);
}

static void
list_activated_cb (ProvisoOpenPopover *self, guint position)
{
  open_position (self, position);
}

static void
search_activated_cb (ProvisoOpenPopover *self)
{
  open_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
move_selection (ProvisoOpenPopover *self, int step)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = (int) gtk_single_selection_get_selected (self->selection) + step;

  if (n_items == 0)
    return;
  position = CLAMP (position, 0, n_items - 1);
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
}

static gboolean
key_pressed_cb (ProvisoOpenPopover *self, guint key, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
stop_search_cb (ProvisoOpenPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  ProvisoRecentItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *place = gtk_widget_get_next_sibling (title);

  gtk_label_set_label (GTK_LABEL (title), proviso_recent_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (place), proviso_recent_item_get_place (item));
  gtk_list_item_set_accessible_label (list_item, proviso_recent_item_get_title (item));
  gtk_list_item_set_accessible_description (list_item, proviso_recent_item_get_place (item));
}

static void
build (ProvisoOpenPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);

  self->filter = gtk_custom_filter_new (match_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
proviso_open_popover_show (GtkWidget *widget)
{
  ProvisoOpenPopover *self = PROVISO_OPEN_POPOVER (widget);
  g_autoptr (GListModel) recent = proviso_recent_list (0);

  if (self->list_view == NULL)
    build (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_filter_list_model_set_model (self->filtered, recent);
  update_state (self);

  GTK_WIDGET_CLASS (proviso_open_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
proviso_open_popover_dispose (GObject *object)
{
  ProvisoOpenPopover *self = PROVISO_OPEN_POPOVER (object);

  if (self->list_view != NULL)
    {
      gtk_list_view_set_model (self->list_view, NULL);
      gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_OPEN_POPOVER);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (proviso_open_popover_parent_class)->dispose (object);
}

static void
proviso_open_popover_class_init (ProvisoOpenPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_open_popover_dispose;
  widget_class->show = proviso_open_popover_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/proviso_editor/Proviso/app/proviso-open-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoOpenPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ProvisoOpenPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoOpenPopover, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
}

static void
proviso_open_popover_init (ProvisoOpenPopover *self)
{
}
