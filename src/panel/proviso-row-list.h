/* proviso-row-list.h: keeps the rows of a preferences group those of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that stay are kept, with what is typed and unfolded in them. Rows that were added with
 * proviso_row_list_add_last() stand after them.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_ROW_LIST (proviso_row_list_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRowList, proviso_row_list, PROVISO, ROW_LIST, GObject)

/* Returns: (transfer floating): the row for `item`. */
typedef GtkWidget *(*ProvisoRowFunc) (gpointer item, gpointer user_data);

/* `group` is not referenced and outlives the row list. */
ProvisoRowList *proviso_row_list_new (AdwPreferencesGroup *group, ProvisoRowFunc func, gpointer user_data);
/* `model`: (nullable) */
void proviso_row_list_set_model (ProvisoRowList *self, GListModel *model);
void proviso_row_list_add_last (ProvisoRowList *self, GtkWidget *row);
/* Returns: (transfer none) (nullable): the row of the item at `position`. */
GtkWidget *proviso_row_list_get_row (ProvisoRowList *self, guint position);
guint proviso_row_list_get_n_rows (ProvisoRowList *self);

G_END_DECLS
