/* proviso-row-list.c: keeps the rows of a preferences group those of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A preferences group can only append: rows after a change are taken out and put in again.
 */
#include "panel/proviso-row-list.h"

struct _ProvisoRowList
{
  GObject parent_instance;

  AdwPreferencesGroup *group;
  ProvisoRowFunc func;
  gpointer user_data;
  GListModel *model;
  GPtrArray *rows;
  GPtrArray *last_rows;
};

G_DEFINE_FINAL_TYPE (ProvisoRowList, proviso_row_list, G_TYPE_OBJECT)

static void
remove_from_group (ProvisoRowList *self, GPtrArray *rows, guint first)
{
  for (guint i = first; i < rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (rows, i));
}

static void
add_to_group (ProvisoRowList *self, GPtrArray *rows, guint first)
{
  for (guint i = first; i < rows->len; i++)
    adw_preferences_group_add (self->group, g_ptr_array_index (rows, i));
}

static gboolean
is_within (GtkWidget *widget, GPtrArray *rows, guint first)
{
  for (guint i = first; i < rows->len; i++)
    if (widget == rows->pdata[i] || gtk_widget_is_ancestor (widget, rows->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (nullable): what has the focus in a row that stays, from `first` on. */
static GtkWidget *
take_focus (ProvisoRowList *self, guint first)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->group));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || (!is_within (focus, self->rows, first) && !is_within (focus, self->last_rows, 0)))
    return NULL;

  g_object_ref (focus);
  gtk_root_set_focus (root, NULL);

  return focus;
}

static void
items_changed_cb (ProvisoRowList *self, guint position, guint removed, guint added)
{
  gboolean at_end = position + removed == self->rows->len;
  g_autoptr (GtkWidget) focus = NULL;

  if (at_end && added == 0)
    {
      remove_from_group (self, self->rows, position);
      g_ptr_array_set_size (self->rows, position);
      return;
    }

  /* The focus that stayed on a row that was taken out and put in again would have no way back or forth: its parents
   * had forgotten it. */
  focus = take_focus (self, position + removed);
  remove_from_group (self, self->rows, position);
  remove_from_group (self, self->last_rows, 0);
  if (removed > 0)
    g_ptr_array_remove_range (self->rows, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_ptr_array_insert (self->rows, i, g_object_ref_sink (self->func (item, self->user_data)));
    }
  add_to_group (self, self->rows, position);
  add_to_group (self, self->last_rows, 0);
  if (focus != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self->group)), focus);
}

static void
proviso_row_list_dispose (GObject *object)
{
  ProvisoRowList *self = PROVISO_ROW_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->last_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (proviso_row_list_parent_class)->dispose (object);
}

static void
proviso_row_list_class_init (ProvisoRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_row_list_dispose;
}

static void
proviso_row_list_init (ProvisoRowList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->last_rows = g_ptr_array_new_with_free_func (g_object_unref);
}

ProvisoRowList *
proviso_row_list_new (AdwPreferencesGroup *group, ProvisoRowFunc func, gpointer user_data)
{
  ProvisoRowList *self;

  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group), NULL);

  self = g_object_new (PROVISO_TYPE_ROW_LIST, NULL);
  self->group = group;
  self->func = func;
  self->user_data = user_data;

  return self;
}

void
proviso_row_list_set_model (ProvisoRowList *self, GListModel *model)
{
  g_return_if_fail (PROVISO_IS_ROW_LIST (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    {
      g_autoptr (GListModel) old = g_steal_pointer (&self->model);

      g_signal_handlers_disconnect_by_func (old, items_changed_cb, self);
      items_changed_cb (self, 0, self->rows->len, 0);
    }
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (model));
    }
}

void
proviso_row_list_add_last (ProvisoRowList *self, GtkWidget *row)
{
  g_return_if_fail (PROVISO_IS_ROW_LIST (self));
  g_return_if_fail (GTK_IS_WIDGET (row));

  g_ptr_array_add (self->last_rows, g_object_ref_sink (row));
  adw_preferences_group_add (self->group, row);
}

GtkWidget *
proviso_row_list_get_row (ProvisoRowList *self, guint position)
{
  g_return_val_if_fail (PROVISO_IS_ROW_LIST (self), NULL);

  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

guint
proviso_row_list_get_n_rows (ProvisoRowList *self)
{
  g_return_val_if_fail (PROVISO_IS_ROW_LIST (self), 0);

  return self->rows->len;
}
