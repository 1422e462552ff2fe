/* proviso-caveat-group.c: the caveats on a claim.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-caveat-group.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-row-list.h"

#include <glib/gi18n-lib.h>

struct _ProvisoCaveatGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoClaim *claim;
  GtkFilterListModel *caveats;
  ProvisoRowList *rows;
};

G_DEFINE_FINAL_TYPE (ProvisoCaveatGroup, proviso_caveat_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_on_claim (gpointer item, gpointer user_data)
{
  ProvisoClaim *claim = user_data;

  return g_strcmp0 (proviso_caveat_get_claim (item), proviso_claim_get_id (claim)) == 0;
}

static gboolean
is_listed (ProvisoCaveatGroup *self, ProvisoRecord *caveat)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->caveats));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ProvisoRecord) item = g_list_model_get_item (G_LIST_MODEL (self->caveats), i);

      if (item == caveat)
        return TRUE;
    }

  return FALSE;
}

/* Every keystroke in a caveat comes by here: all are looked at again only where one came or went. */
static void
record_changed_cb (ProvisoCaveatGroup *self, ProvisoRecord *record)
{
  if (PROVISO_IS_CAVEAT (record) && is_on_claim (record, self->claim) != is_listed (self, record))
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->caveats), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
flag_cb (ProvisoCaveatGroup *self)
{
  ProvisoCaveat *caveat = proviso_project_add_caveat (self->project, self->claim, 0, 0);

  proviso_selection_show_in_panel (self->selection, PROVISO_RECORD (caveat), TRUE);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ProvisoCaveatGroup *self = user_data;

  return proviso_link_row_new (self->selection, item);
}

static void
proviso_caveat_group_dispose (GObject *object)
{
  ProvisoCaveatGroup *self = PROVISO_CAVEAT_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->caveats);
  g_clear_object (&self->claim);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_caveat_group_parent_class)->dispose (object);
}

static void
proviso_caveat_group_class_init (ProvisoCaveatGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_caveat_group_dispose;
}

static void
proviso_caveat_group_init (ProvisoCaveatGroup *self)
{
}

void
proviso_caveat_group_bind (ProvisoCaveatGroup *self,
                           ProvisoProject *project,
                           ProvisoSelection *selection,
                           ProvisoClaim *claim)
{
  GtkWidget *flag_row;
  GtkCustomFilter *filter;

  g_return_if_fail (PROVISO_IS_CAVEAT_GROUP (self));
  g_return_if_fail (self->rows == NULL);

  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->claim = g_object_ref (claim);
  filter = gtk_custom_filter_new (is_on_claim, g_object_ref (claim), g_object_unref);
  self->caveats =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (proviso_project_get_caveats (project))),
                                 GTK_FILTER (filter));

  flag_row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("_Flag Caveat"), "use-underline", TRUE,
                           "start-icon-name", "list-add-symbolic", NULL);
  g_signal_connect_object (flag_row, "activated", G_CALLBACK (flag_cb), self, G_CONNECT_SWAPPED);
  self->rows = proviso_row_list_new (ADW_PREFERENCES_GROUP (self), create_row, self);
  proviso_row_list_add_last (self->rows, flag_row);
  proviso_row_list_set_model (self->rows, G_LIST_MODEL (self->caveats));
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
