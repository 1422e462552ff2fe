/* proviso-record-feed.c: a list of records that can say that one of them changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling a GtkSorter or a GtkFilter that it changed makes a list look at all its items; announcing one item
 * as replaced by itself costs only that item's place.
 */
#include "panel/proviso-record-feed.h"

#include <gtk/gtk.h>

/* From so many on, one announcement of the whole list is cheaper than one for each. */
#define MANY 32

struct _ProvisoRecordFeed
{
  GObject parent_instance;

  ProvisoRecordList *records;
  GHashTable *touched; /* records, referenced */
  guint flush_id;
};

static GType
get_item_type (GListModel *model)
{
  return PROVISO_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PROVISO_RECORD_FEED (model)->records));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PROVISO_RECORD_FEED (model)->records), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ProvisoRecordFeed,
                               proviso_record_feed,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
flush_cb (gpointer user_data)
{
  ProvisoRecordFeed *self = user_data;

  self->flush_id = 0;
  proviso_record_feed_flush (self);

  return G_SOURCE_REMOVE;
}

static void
proviso_record_feed_dispose (GObject *object)
{
  ProvisoRecordFeed *self = PROVISO_RECORD_FEED (object);

  g_clear_handle_id (&self->flush_id, g_source_remove);
  g_hash_table_remove_all (self->touched);

  G_OBJECT_CLASS (proviso_record_feed_parent_class)->dispose (object);
}

static void
proviso_record_feed_finalize (GObject *object)
{
  ProvisoRecordFeed *self = PROVISO_RECORD_FEED (object);

  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (proviso_record_feed_parent_class)->finalize (object);
}

static void
proviso_record_feed_class_init (ProvisoRecordFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_record_feed_dispose;
  object_class->finalize = proviso_record_feed_finalize;
}

static void
proviso_record_feed_init (ProvisoRecordFeed *self)
{
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

ProvisoRecordFeed *
proviso_record_feed_new (ProvisoRecordList *records)
{
  ProvisoRecordFeed *self;

  g_return_val_if_fail (PROVISO_IS_RECORD_LIST (records), NULL);

  self = g_object_new (PROVISO_TYPE_RECORD_FEED, NULL);
  self->records = g_object_ref (records);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
proviso_record_feed_touch (ProvisoRecordFeed *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_RECORD_FEED (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  g_hash_table_add (self->touched, g_object_ref (record));
  if (self->flush_id == 0)
    self->flush_id = g_idle_add_full (GDK_PRIORITY_EVENTS + 5, flush_cb, self, NULL);
}

void
proviso_record_feed_flush (ProvisoRecordFeed *self)
{
  g_autoptr (GHashTable) touched = NULL;
  GHashTableIter iter;
  gpointer record;
  guint n_items;

  g_return_if_fail (PROVISO_IS_RECORD_FEED (self));

  g_clear_handle_id (&self->flush_id, g_source_remove);
  touched = g_steal_pointer (&self->touched);
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (g_hash_table_size (touched) > MANY)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, n_items);
      return;
    }

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      guint position;

      if (proviso_record_list_find (self->records, record, &position))
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }
}
