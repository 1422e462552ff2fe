/* proviso-record-list.c: an observable list of records that knows whose they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An array rather than a tree: the lists of a record hold a handful, the project's are appended to and only
 * seldom taken from the middle, where moving ten thousand pointers costs microseconds.
 */
#include "core/proviso-record-private.h"

struct _ProvisoRecordList
{
  GObject parent_instance;

  GType item_type;
  ProvisoRecord *owner; /* not referenced: it owns this list; NULL once it is gone */
  GPtrArray *records;
};

static void
release_record (gpointer data)
{
  proviso_record_set_owner (data, NULL);
  g_object_unref (data);
}

static GType
get_item_type (GListModel *model)
{
  return PROVISO_RECORD_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return PROVISO_RECORD_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ProvisoRecordList *self = PROVISO_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (g_ptr_array_index (self->records, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ProvisoRecordList,
                               proviso_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
proviso_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (PROVISO_RECORD_LIST (object)->records);

  G_OBJECT_CLASS (proviso_record_list_parent_class)->finalize (object);
}

static void
proviso_record_list_class_init (ProvisoRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_record_list_finalize;
}

static void
proviso_record_list_init (ProvisoRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (release_record);
}

ProvisoRecordList *
proviso_record_list_new (GType item_type, ProvisoRecord *owner)
{
  ProvisoRecordList *self = g_object_new (PROVISO_TYPE_RECORD_LIST, NULL);

  self->item_type = item_type;
  self->owner = owner;

  return self;
}

ProvisoRecord *
proviso_record_list_get_owner (ProvisoRecordList *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LIST (self), NULL);

  return self->owner;
}

guint
proviso_record_list_get_size (ProvisoRecordList *self)
{
  return self != NULL ? self->records->len : 0;
}

gpointer
proviso_record_list_peek (ProvisoRecordList *self, guint position)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

gboolean
proviso_record_list_find (ProvisoRecordList *self, ProvisoRecord *record, guint *position)
{
  return self != NULL && g_ptr_array_find (self->records, record, position);
}

void
proviso_record_list_insert (ProvisoRecordList *self, guint position, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_RECORD_LIST (self));
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (record, self->item_type));
  g_return_if_fail (proviso_record_get_owner (record) == NULL);
  g_return_if_fail (position <= self->records->len);

  g_ptr_array_insert (self->records, position, g_object_ref (record));
  proviso_record_set_owner (record, self->owner);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

void
proviso_record_list_append (ProvisoRecordList *self, ProvisoRecord *record)
{
  proviso_record_list_insert (self, proviso_record_list_get_size (self), record);
}

void
proviso_record_list_append_all (ProvisoRecordList *self, GPtrArray *records)
{
  guint old_size;

  g_return_if_fail (PROVISO_IS_RECORD_LIST (self));

  if (records->len == 0)
    return;

  old_size = self->records->len;
  g_ptr_array_extend (self->records, records, (GCopyFunc) (gpointer) g_object_ref, NULL);
  for (guint i = old_size; i < self->records->len; i++)
    proviso_record_set_owner (g_ptr_array_index (self->records, i), self->owner);
  g_list_model_items_changed (G_LIST_MODEL (self), old_size, 0, records->len);
}

void
proviso_record_list_remove (ProvisoRecordList *self, guint position)
{
  g_autoptr (ProvisoRecord) record = NULL;

  g_return_if_fail (PROVISO_IS_RECORD_LIST (self));
  g_return_if_fail (position < self->records->len);

  /* Whoever hears of it may still ask the record. */
  record = g_object_ref (g_ptr_array_index (self->records, position));
  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

void
proviso_record_list_abandon (ProvisoRecordList **list)
{
  ProvisoRecordList *self = *list;

  if (self == NULL)
    return;

  self->owner = NULL;
  for (guint i = 0; i < self->records->len; i++)
    proviso_record_set_owner (g_ptr_array_index (self->records, i), NULL);
  g_clear_object (list);
}
