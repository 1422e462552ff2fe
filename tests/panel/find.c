/* find.c: finds widgets below another by what a person sees of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"

static void
collect (GtkWidget *parent, GType type, GPtrArray *found)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        g_ptr_array_add (found, child);
      collect (child, type, found);
    }
}

GPtrArray *
find_children (GtkWidget *parent, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (parent, type, found);

  return found;
}

gpointer
find_child (GtkWidget *parent, GType type)
{
  g_autoptr (GPtrArray) found = find_children (parent, type);

  return found->len > 0 ? found->pdata[0] : NULL;
}

gpointer
find_row (GtkWidget *parent, GType type, const char *title)
{
  g_autoptr (GPtrArray) found = find_children (parent, type);

  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (found->pdata[i]), title) == 0)
      return found->pdata[i];

  return NULL;
}

gpointer
find_button (GtkWidget *parent, const char *tooltip)
{
  g_autoptr (GPtrArray) found = find_children (parent, GTK_TYPE_WIDGET);

  for (guint i = 0; i < found->len; i++)
    if ((GTK_IS_BUTTON (found->pdata[i]) || GTK_IS_MENU_BUTTON (found->pdata[i])) &&
        g_strcmp0 (gtk_widget_get_tooltip_text (found->pdata[i]), tooltip) == 0)
      return found->pdata[i];

  return NULL;
}

gpointer
find_labelled (GtkWidget *parent, const char *label)
{
  g_autoptr (GPtrArray) found = find_children (parent, GTK_TYPE_BUTTON);

  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (gtk_button_get_label (found->pdata[i]), label) == 0 &&
        gtk_widget_get_mapped (found->pdata[i]))
      return found->pdata[i];

  return NULL;
}

void
click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, 1.0, 1.0);
    }
}
