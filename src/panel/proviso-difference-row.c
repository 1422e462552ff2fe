/* proviso-difference-row.c: a row that shows what differs between two texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-difference-row.h"
#include "panel/proviso-difference-view.h"

struct _ProvisoDifferenceRow
{
  AdwPreferencesRow parent_instance;

  ProvisoDifferenceView *view;
};

G_DEFINE_FINAL_TYPE (ProvisoDifferenceRow, proviso_difference_row, ADW_TYPE_PREFERENCES_ROW)

static void
proviso_difference_row_class_init (ProvisoDifferenceRowClass *klass)
{
}

static void
proviso_difference_row_init (ProvisoDifferenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  self->view = PROVISO_DIFFERENCE_VIEW (proviso_difference_view_new ());
  proviso_difference_view_set_abbreviated (self->view, TRUE);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

void
proviso_difference_row_set_texts (ProvisoDifferenceRow *self, const char *old_text, const char *new_text)
{
  g_return_if_fail (PROVISO_IS_DIFFERENCE_ROW (self));

  proviso_difference_view_set_texts (self->view, old_text, new_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  proviso_difference_view_get_description (self->view), -1);
}
