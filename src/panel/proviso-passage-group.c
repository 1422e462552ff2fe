/* proviso-passage-group.c: the passages of a claim or a caveat, quoted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-passage-group.h"
#include "panel/proviso-passage-row.h"
#include "panel/proviso-row-list.h"

#include <glib/gi18n-lib.h>

struct _ProvisoPassageGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoRecord *record;
  ProvisoRowList *rows;
  GtkWidget *add_row;
  gboolean borrowed; /* the passages are those of the caveat's claim */
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (ProvisoPassageGroup, proviso_passage_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
refresh_cb (gpointer user_data)
{
  ProvisoPassageGroup *self = user_data;
  guint n_rows = proviso_row_list_get_n_rows (self->rows);

  self->refresh_id = 0;
  for (guint i = 0; i < n_rows; i++)
    proviso_passage_row_refresh (PROVISO_PASSAGE_ROW (proviso_row_list_get_row (self->rows, i)));

  return G_SOURCE_REMOVE;
}

/* Several edits of one keystroke or of one undo step are read once. */
static void
queue_refresh (ProvisoPassageGroup *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
update_add_row (ProvisoPassageGroup *self)
{
  const char *obstacle = NULL;
  guint start, end;

  proviso_selection_get_range (self->selection, &start, &end);
  if (start == end)
    obstacle = _ ("Select words in the text first");
  else if (proviso_project_has_passage (self->project, self->record, start, end))
    obstacle = _ ("These words are a passage of it already");
  gtk_widget_set_sensitive (self->add_row, obstacle == NULL);
  gtk_widget_set_tooltip_text (self->add_row, obstacle);
}

static void
add_cb (ProvisoPassageGroup *self)
{
  guint start, end;

  proviso_selection_get_range (self->selection, &start, &end);
  if (start < end)
    proviso_project_add_anchor (self->project, self->record, start, end);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ProvisoPassageGroup *self = user_data;
  GtkWidget *row = proviso_passage_row_new (self->project, self->selection, item);

  proviso_passage_row_set_borrowed (PROVISO_PASSAGE_ROW (row), self->borrowed);

  return row;
}

/* A caveat without a passage of its own stands on those of its claim. */
static void
update_model (ProvisoPassageGroup *self)
{
  ProvisoRecordList *anchors;

  self->borrowed = FALSE;
  if (PROVISO_IS_CAVEAT (self->record))
    {
      ProvisoCaveat *caveat = PROVISO_CAVEAT (self->record);
      const char *id = proviso_caveat_get_claim (caveat);
      ProvisoClaim *claim = id != NULL ? proviso_project_find_claim (self->project, id) : NULL;

      anchors = proviso_caveat_get_anchors (caveat);
      if (proviso_record_list_get_size (anchors) == 0 && claim != NULL)
        {
          anchors = proviso_claim_get_anchors (claim);
          self->borrowed = TRUE;
        }
    }
  else
    {
      anchors = proviso_claim_get_anchors (PROVISO_CLAIM (self->record));
    }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         self->borrowed && proviso_record_list_get_size (anchors) > 0
                                             ? _ ("Where its claim stands in the text")
                                             : NULL);
  proviso_row_list_set_model (self->rows, G_LIST_MODEL (anchors));
}

static ProvisoRecordList *
get_own_anchors (ProvisoPassageGroup *self)
{
  return PROVISO_IS_CAVEAT (self->record) ? proviso_caveat_get_anchors (PROVISO_CAVEAT (self->record))
                                          : proviso_claim_get_anchors (PROVISO_CLAIM (self->record));
}

static void
proviso_passage_group_map (GtkWidget *widget)
{
  ProvisoPassageGroup *self = PROVISO_PASSAGE_GROUP (widget);

  GTK_WIDGET_CLASS (proviso_passage_group_parent_class)->map (widget);

  if (self->rows != NULL)
    {
      g_clear_handle_id (&self->refresh_id, g_source_remove);
      refresh_cb (self);
    }
}

static void
proviso_passage_group_dispose (GObject *object)
{
  ProvisoPassageGroup *self = PROVISO_PASSAGE_GROUP (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_object (&self->record);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_passage_group_parent_class)->dispose (object);
}

static void
proviso_passage_group_class_init (ProvisoPassageGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_passage_group_dispose;
  GTK_WIDGET_CLASS (klass)->map = proviso_passage_group_map;
}

static void
proviso_passage_group_init (ProvisoPassageGroup *self)
{
}

void
proviso_passage_group_bind (ProvisoPassageGroup *self,
                            ProvisoProject *project,
                            ProvisoSelection *selection,
                            gpointer record)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_GROUP (self));
  g_return_if_fail (self->rows == NULL);

  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->record = g_object_ref (record);

  self->add_row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("_Add Passage"), "use-underline", TRUE,
                                "start-icon-name", "list-add-symbolic", NULL);
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  self->rows = proviso_row_list_new (ADW_PREFERENCES_GROUP (self), create_row, self);
  proviso_row_list_add_last (self->rows, self->add_row);

  update_model (self);
  if (PROVISO_IS_CAVEAT (record))
    {
      g_signal_connect_object (record, "notify::claim", G_CALLBACK (update_model), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (proviso_caveat_get_anchors (record), "items-changed",
                               G_CALLBACK (update_model), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (proviso_project_get_claims (project), "items-changed",
                               G_CALLBACK (update_model), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (selection, "notify::has-range", G_CALLBACK (update_add_row), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_own_anchors (self), "items-changed", G_CALLBACK (update_add_row), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "passages-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  update_add_row (self);
}
