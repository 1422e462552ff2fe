/* proviso-history-group.c: what happened to a claim, a caveat or a source, newest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brought up to date in an idle moment: a keystroke that continues the newest entry costs the reading of the
 * few that are shown.
 */
#include "panel/proviso-history-group.h"
#include "panel/proviso-history-row.h"
#include "panel/proviso-row-list.h"

#include <glib/gi18n-lib.h>

/* Shown at first. */
#define FEW 4
/* Added each time when earlier ones are asked for. */
#define MORE 50

struct _ProvisoHistoryGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoRecordList *events;
  GListStore *shown; /* the newest ones, newest first */
  ProvisoRowList *rows;
  GtkWidget *more_row;
  guint limit;
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (ProvisoHistoryGroup, proviso_history_group, ADW_TYPE_PREFERENCES_GROUP)

/* Makes `shown` the last `limit` events with one change, which leaves the rows alone that stay. */
static void
update_shown (ProvisoHistoryGroup *self)
{
  guint n_events = proviso_record_list_get_size (self->events);
  /* What there is one of takes no more room than the button that would show it. */
  guint n_wanted = n_events <= self->limit + 1 ? n_events : self->limit;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_before, n_after;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < n_wanted; i++)
    g_ptr_array_add (wanted, proviso_record_list_peek (self->events, n_events - 1 - i));
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (GObject) event = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_ptr_array_add (shown, event);
    }

  for (n_before = 0; n_before < MIN (n_wanted, n_shown); n_before++)
    if (wanted->pdata[n_before] != shown->pdata[n_before])
      break;
  for (n_after = 0; n_after < MIN (n_wanted, n_shown) - n_before; n_after++)
    if (wanted->pdata[n_wanted - 1 - n_after] != shown->pdata[n_shown - 1 - n_after])
      break;

  if (n_wanted != n_shown || n_before < n_wanted)
    g_list_store_splice (self->shown, n_before, n_shown - n_before - n_after, wanted->pdata + n_before,
                         n_wanted - n_before - n_after);

  gtk_widget_set_visible (self->more_row, n_events > n_wanted);
  gtk_widget_set_visible (GTK_WIDGET (self), n_events > 0);
}

static gboolean
refresh_cb (gpointer user_data)
{
  ProvisoHistoryGroup *self = user_data;

  self->refresh_id = 0;
  update_shown (self);
  for (guint i = 0; i < proviso_row_list_get_n_rows (self->rows); i++)
    proviso_history_row_refresh (PROVISO_HISTORY_ROW (proviso_row_list_get_row (self->rows, i)));

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ProvisoHistoryGroup *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
record_changed_cb (ProvisoHistoryGroup *self, ProvisoRecord *record)
{
  if (record == proviso_record_list_get_owner (self->events))
    queue_refresh (self);
}

static void
more_cb (ProvisoHistoryGroup *self)
{
  self->limit += MORE;
  update_shown (self);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ProvisoHistoryGroup *self = user_data;

  return proviso_history_row_new (self->project, item);
}

static void
proviso_history_group_dispose (GObject *object)
{
  ProvisoHistoryGroup *self = PROVISO_HISTORY_GROUP (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  g_clear_object (&self->events);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_history_group_parent_class)->dispose (object);
}

static void
proviso_history_group_class_init (ProvisoHistoryGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_history_group_dispose;
}

static void
proviso_history_group_init (ProvisoHistoryGroup *self)
{
  self->limit = FEW;
  self->shown = g_list_store_new (PROVISO_TYPE_EVENT);
}

void
proviso_history_group_bind (ProvisoHistoryGroup *self, ProvisoProject *project, ProvisoRecordList *events)
{
  g_return_if_fail (PROVISO_IS_HISTORY_GROUP (self));
  g_return_if_fail (self->rows == NULL);

  self->project = g_object_ref (project);
  self->events = g_object_ref (events);
  self->rows = proviso_row_list_new (ADW_PREFERENCES_GROUP (self), create_row, self);
  self->more_row =
      g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Show _Earlier Changes"), "use-underline", TRUE, NULL);
  g_signal_connect_object (self->more_row, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  proviso_row_list_add_last (self->rows, self->more_row);
  proviso_row_list_set_model (self->rows, G_LIST_MODEL (self->shown));

  g_signal_connect_object (events, "items-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_shown (self);
}
