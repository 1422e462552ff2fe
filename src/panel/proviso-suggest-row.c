/* proviso-suggest-row.c: a line of text that offers what other records have there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-suggest-row.h"
#include "panel/proviso-entry-row.h"

#include <glib/gi18n-lib.h>

struct _ProvisoSuggestRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list;

  GListModel *others;
  char *property;
};

G_DEFINE_FINAL_TYPE (ProvisoSuggestRow, proviso_suggest_row, ADW_TYPE_ENTRY_ROW)

/* Returns: (transfer full): the different values that there are, in the order of the language. */
static GPtrArray *
collect_values (ProvisoSuggestRow *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  guint n_others = g_list_model_get_n_items (self->others);

  for (guint i = 0; i < n_others; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (self->others, i);
      g_autofree char *value = NULL;

      g_object_get (record, self->property, &value, NULL);
      if (value == NULL || *value == '\0' || !g_hash_table_add (seen, value))
        continue;
      g_ptr_array_add (values, g_steal_pointer (&value));
    }
  g_ptr_array_sort_values (values, (GCompareFunc) g_utf8_collate);

  return values;
}

static void
row_activated_cb (ProvisoSuggestRow *self, GtkListBoxRow *row)
{
  const char *value = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));

  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self), value);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
popover_show_cb (ProvisoSuggestRow *self)
{
  g_autoptr (GPtrArray) values = collect_values (self);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < values->len; i++)
    {
      GtkWidget *label = gtk_label_new (values->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
      gtk_list_box_append (self->list, label);
    }
}

/* The button is there when it has something to offer. */
static void
proviso_suggest_row_map (GtkWidget *widget)
{
  ProvisoSuggestRow *self = PROVISO_SUGGEST_ROW (widget);
  g_autoptr (GPtrArray) values = self->others != NULL ? collect_values (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->button), values != NULL && values->len > 0);

  GTK_WIDGET_CLASS (proviso_suggest_row_parent_class)->map (widget);
}

static void
proviso_suggest_row_dispose (GObject *object)
{
  ProvisoSuggestRow *self = PROVISO_SUGGEST_ROW (object);

  g_clear_object (&self->others);
  g_clear_pointer (&self->property, g_free);

  G_OBJECT_CLASS (proviso_suggest_row_parent_class)->dispose (object);
}

static void
proviso_suggest_row_class_init (ProvisoSuggestRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_suggest_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = proviso_suggest_row_map;
}

static void
proviso_suggest_row_init (ProvisoSuggestRow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_popover_set_child (self->popover, scrolled);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_show_cb), self, G_CONNECT_SWAPPED);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "pan-down-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose from Those in Use"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
}

void
proviso_suggest_row_bind (ProvisoSuggestRow *self,
                          ProvisoProject *project,
                          gpointer record,
                          const char *property,
                          GListModel *others)
{
  g_return_if_fail (PROVISO_IS_SUGGEST_ROW (self));
  g_return_if_fail (self->others == NULL);

  self->others = g_object_ref (others);
  self->property = g_strdup (property);
  proviso_entry_row_bind (ADW_ENTRY_ROW (self), project, record, property);
}
