/* proviso-row-press.c: rows that a screen reader can press.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-row-press.h"

static G_DEFINE_QUARK (proviso-row-press, row_press)

/* The row owns the action, and so is there whenever the action is pressed. */
static void
press_cb (GtkWidget *row)
{
  gtk_widget_activate (row);
}

static void
add_press (GtkWidget *row)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GSimpleAction) press = NULL;

  if (g_object_get_qdata (G_OBJECT (row), row_press_quark ()) != NULL)
    return;

  group = g_simple_action_group_new ();
  press = g_simple_action_new ("press", NULL);
  g_object_bind_property (row, "sensitive", press, "enabled", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (press, "activate", G_CALLBACK (press_cb), row);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (press));
  gtk_widget_insert_action_group (row, "row", G_ACTION_GROUP (group));
  g_object_set_qdata (G_OBJECT (row), row_press_quark (), GINT_TO_POINTER (TRUE));
}

void
proviso_row_press_add (GtkWidget *part)
{
  g_return_if_fail (GTK_IS_WIDGET (part));

  if (GTK_IS_LIST_BOX_ROW (part) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (part)))
    add_press (part);
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    proviso_row_press_add (child);
}
