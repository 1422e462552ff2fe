/* proviso-use-group.c: the claims whose evidence names a source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the project again in an idle moment after claims changed, and only while it is seen.
 */
#include "panel/proviso-use-group.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-row-list.h"

#include <glib/gi18n-lib.h>

/* Shown at first, and added each time when more are asked for: thousands of claims may rest on one source. */
#define FEW 10
#define MORE 50

struct _ProvisoUseGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoSource *source;
  GListStore *claims;
  GtkSliceListModel *shown;
  GtkWidget *more_row;
  ProvisoRowList *rows;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (ProvisoUseGroup, proviso_use_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_same (ProvisoUseGroup *self, GPtrArray *claims)
{
  if (claims->len != g_list_model_get_n_items (G_LIST_MODEL (self->claims)))
    return FALSE;

  for (guint i = 0; i < claims->len; i++)
    {
      g_autoptr (GObject) claim = g_list_model_get_item (G_LIST_MODEL (self->claims), i);

      if (claim != claims->pdata[i])
        return FALSE;
    }

  return TRUE;
}

static void
update (ProvisoUseGroup *self)
{
  g_autoptr (GPtrArray) claims = proviso_project_get_claims_of_source (self->project, self->source);

  if (!is_same (self, claims))
    g_list_store_splice (self->claims, 0, g_list_model_get_n_items (G_LIST_MODEL (self->claims)),
                         claims->pdata, claims->len);
  gtk_widget_set_visible (self->more_row, claims->len > gtk_slice_list_model_get_size (self->shown));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         claims->len == 0 ? _ ("No claim names this source as evidence")
                                                          : NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  ProvisoUseGroup *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (ProvisoUseGroup *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_cb, self);
}

static void
record_changed_cb (ProvisoUseGroup *self, ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    queue_update (self);
}

static void
more_cb (ProvisoUseGroup *self)
{
  gtk_slice_list_model_set_size (self->shown, gtk_slice_list_model_get_size (self->shown) + MORE);
  update (self);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ProvisoUseGroup *self = user_data;

  return proviso_link_row_new (self->selection, item);
}

static void
proviso_use_group_map (GtkWidget *widget)
{
  ProvisoUseGroup *self = PROVISO_USE_GROUP (widget);

  GTK_WIDGET_CLASS (proviso_use_group_parent_class)->map (widget);

  queue_update (self);
}

static void
proviso_use_group_dispose (GObject *object)
{
  ProvisoUseGroup *self = PROVISO_USE_GROUP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  g_clear_object (&self->claims);
  g_clear_object (&self->source);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_use_group_parent_class)->dispose (object);
}

static void
proviso_use_group_class_init (ProvisoUseGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_use_group_dispose;
  GTK_WIDGET_CLASS (klass)->map = proviso_use_group_map;
}

static void
proviso_use_group_init (ProvisoUseGroup *self)
{
  self->claims = g_list_store_new (PROVISO_TYPE_CLAIM);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->claims)), 0, FEW);
}

void
proviso_use_group_bind (ProvisoUseGroup *self,
                        ProvisoProject *project,
                        ProvisoSelection *selection,
                        ProvisoSource *source)
{
  g_return_if_fail (PROVISO_IS_USE_GROUP (self));
  g_return_if_fail (self->rows == NULL);

  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->source = g_object_ref (source);
  self->rows = proviso_row_list_new (ADW_PREFERENCES_GROUP (self), create_row, self);
  self->more_row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Show _More"), "use-underline", TRUE, NULL);
  g_signal_connect_object (self->more_row, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  proviso_row_list_add_last (self->rows, self->more_row);
  proviso_row_list_set_model (self->rows, G_LIST_MODEL (self->shown));
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_claims (project), "items-changed", G_CALLBACK (queue_update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}
