/* proviso-record-index.c: the records of a list, in an order, in sections, and those that pass a filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three arrays of the same entries: in the order of the file, in the list's order, and of the latter those that
 * are listed. Entries know their places in them.
 *
 * Where a record stands in the draft moves with every edit before it, which is not told for each record. So
 * keys that were kept are compared with each other only while all are sorted; a single record is put in its
 * place by keys that are asked anew.
 */
#include "panel/proviso-record-index.h"
#include "panel/proviso-sort-keys.h"

/* From so many new records on, looking at all is cheaper than at one after the other. */
#define MANY 32

#define NOT_LISTED G_MAXUINT

/* What a record is sorted by. */
typedef struct
{
  guint section;
  guint serial; /* the order of the file */
  guint64 rank;
} Key;

typedef struct
{
  ProvisoRecord *record;
  Key key;
  guint place;    /* in the list's order */
  guint position; /* among the listed ones, or NOT_LISTED */
} Entry;

enum
{
  SIGNAL_CHANGING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _ProvisoRecordIndex
{
  GObject parent_instance;

  ProvisoRecordList *records;
  gulong records_handler;
  ProvisoPanelContext *context;
  const ProvisoOrder *order;
  GtkFilter *filter;
  gboolean divided;

  GHashTable *entries; /* ProvisoRecord -> Entry, of `file` */
  GPtrArray *file;     /* Entry, owned */
  GPtrArray *sorted;
  GPtrArray *listed;

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
  return PROVISO_RECORD_INDEX (model)->listed->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *listed = PROVISO_RECORD_INDEX (model)->listed;

  return position < listed->len ? g_object_ref (((Entry *) listed->pdata[position])->record) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
get_listed_section (ProvisoRecordIndex *self, guint position)
{
  return ((Entry *) self->listed->pdata[position])->key.section;
}

/* Returns: the first position from `low` on, before `high`, whose section is `section` or a later one. */
static guint
find_section (ProvisoRecordIndex *self, guint64 section, guint low, guint high)
{
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_listed_section (self, middle) < section)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  ProvisoRecordIndex *self = PROVISO_RECORD_INDEX (model);
  guint n_listed = self->listed->len;

  if (position >= n_listed)
    {
      *start = n_listed;
      *end = G_MAXUINT;
    }
  else if (!self->divided)
    {
      *start = 0;
      *end = n_listed;
    }
  else
    {
      guint section = get_listed_section (self, position);

      *start = find_section (self, section, 0, position);
      *end = find_section (self, (guint64) section + 1, position + 1, n_listed);
    }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ProvisoRecordIndex,
                               proviso_record_index,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->record);
  g_free (entry);
}

/* Keys */

static Key
ask_key (ProvisoRecordIndex *self, Entry *entry)
{
  return (Key) {
    .section = self->order->get_section != NULL ? self->order->get_section (self->context, entry->record) : 0,
    .serial = entry->key.serial,
    .rank = self->order->get_rank != NULL ? self->order->get_rank (self->context, entry->record) : 0,
  };
}

static int
compare_keys (ProvisoRecordIndex *self, const Key *a, ProvisoRecord *record_a, const Key *b, ProvisoRecord *record_b)
{
  int order;

  if (a->section != b->section)
    return a->section < b->section ? -1 : 1;
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  order = self->order->compare != NULL ? self->order->compare (self->context, record_a, record_b) : 0;

  return order != 0 ? order : (a->serial > b->serial) - (a->serial < b->serial);
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Entry *entry_a = *(Entry *const *) a, *entry_b = *(Entry *const *) b;

  return compare_keys (user_data, &entry_a->key, entry_a->record, &entry_b->key, entry_b->record);
}

static gboolean
is_in_order (ProvisoRecordIndex *self)
{
  for (guint i = 1; i < self->sorted->len; i++)
    if (compare_entries (&self->sorted->pdata[i - 1], &self->sorted->pdata[i], self) > 0)
      return FALSE;

  return TRUE;
}

/* Numbers the places from `start` on. */
static void
number_places (GPtrArray *sorted, guint start)
{
  for (guint i = start; i < sorted->len; i++)
    ((Entry *) sorted->pdata[i])->place = i;
}

static void
number_positions (GPtrArray *listed, guint start)
{
  for (guint i = start; i < listed->len; i++)
    ((Entry *) listed->pdata[i])->position = i;
}

/* All records */

/* Returns: what is listed of the list's order now. */
static GPtrArray *
filter_all (ProvisoRecordIndex *self)
{
  gboolean all = gtk_filter_get_strictness (self->filter) == GTK_FILTER_MATCH_ALL;
  GPtrArray *listed = g_ptr_array_sized_new (self->sorted->len);

  for (guint i = 0; i < self->sorted->len; i++)
    {
      Entry *entry = self->sorted->pdata[i];

      if (all || gtk_filter_match (self->filter, entry->record))
        g_ptr_array_add (listed, entry);
    }

  return listed;
}

/* Lists what `listed` holds and announces the part that is other than before. `divided_anew`: records that stay
 * have other sections than before. */
static void
take_listed (ProvisoRecordIndex *self, GPtrArray *listed, gboolean divided_anew)
{
  g_autoptr (GPtrArray) old_listed = self->listed;
  guint start = 0, n_removed = old_listed->len, n_added = listed->len;

  while (start < n_removed && start < n_added && old_listed->pdata[start] == listed->pdata[start])
    start++;
  while (n_removed > start && n_added > start && old_listed->pdata[n_removed - 1] == listed->pdata[n_added - 1])
    {
      n_removed--;
      n_added--;
    }

  /* Not where the records are of other sections already: then all is not as it was. */
  if (!divided_anew && MAX (n_removed, n_added) > start)
    g_signal_emit (self, signals[SIGNAL_CHANGING], 0, start, n_removed - start, n_added - start);

  for (guint i = start; i < n_removed; i++)
    ((Entry *) old_listed->pdata[i])->position = NOT_LISTED;
  self->listed = listed;
  number_positions (listed, start);

  if (n_removed == start && n_added == start)
    {
      if (divided_anew && listed->len > 0)
        gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, listed->len);
    }
  /* Whoever keeps sections cannot be told of two changes at once in parts. */
  else if (divided_anew)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old_listed->len, listed->len);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed - start, n_added - start);
}

static void
filter_changed_cb (ProvisoRecordIndex *self)
{
  if (self->context != NULL)
    take_listed (self, filter_all (self), FALSE);
}

/* Puts all in order by the keys that they have. */
static void
order_all (ProvisoRecordIndex *self)
{
  guint n_entries = self->file->len;
  g_autofree ProvisoSortKey *keys = g_new (ProvisoSortKey, n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      Entry *entry = self->file->pdata[i];

      keys[i] = (ProvisoSortKey) { .rank = entry->key.rank, .section = entry->key.section, .item = entry };
    }
  proviso_sort_keys (keys, n_entries);
  for (guint i = 0; i < n_entries; i++)
    self->sorted->pdata[i] = keys[i].item;

  /* What the numbers leave open. */
  for (guint start = 0, end; self->order->compare != NULL && start < n_entries; start = end)
    {
      for (end = start + 1; end < n_entries && keys[end].rank == keys[start].rank &&
                            keys[end].section == keys[start].section;
           end++)
        ;
      if (end - start > 1)
        g_sort_array (&self->sorted->pdata[start], end - start, sizeof (gpointer), compare_entries, self);
    }
  number_places (self->sorted, 0);
}

static void
sort_all (ProvisoRecordIndex *self, gboolean divided_anew)
{
  for (guint i = 0; i < self->sorted->len; i++)
    {
      Entry *entry = self->sorted->pdata[i];
      Key key = ask_key (self, entry);

      divided_anew = divided_anew || (self->divided && key.section != entry->key.section);
      entry->key = key;
    }
  if (!is_in_order (self))
    order_all (self);
  take_listed (self, filter_all (self), divided_anew);
}

/* One record */

static void
list_entry (ProvisoRecordIndex *self, Entry *entry)
{
  guint low = 0, high = self->listed->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((Entry *) self->listed->pdata[middle])->place < entry->place)
        low = middle + 1;
      else
        high = middle;
    }

  g_ptr_array_insert (self->listed, (int) low, entry);
  number_positions (self->listed, low);
  g_list_model_items_changed (G_LIST_MODEL (self), low, 0, 1);
}

static void
unlist_entry (ProvisoRecordIndex *self, Entry *entry)
{
  guint position = entry->position;

  entry->position = NOT_LISTED;
  g_ptr_array_remove_index (self->listed, position);
  number_positions (self->listed, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Where a record with this key belongs in the list's order, which it is not in. */
static guint
find_place (ProvisoRecordIndex *self, const Key *key, ProvisoRecord *record)
{
  guint low = 0, high = self->sorted->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      Entry *other = self->sorted->pdata[middle];
      Key other_key = ask_key (self, other);

      if (compare_keys (self, &other_key, other->record, key, record) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_in_place (ProvisoRecordIndex *self, Entry *entry, const Key *key)
{
  if (entry->place > 0)
    {
      Entry *before = self->sorted->pdata[entry->place - 1];
      Key before_key = ask_key (self, before);

      if (compare_keys (self, &before_key, before->record, key, entry->record) > 0)
        return FALSE;
    }
  if (entry->place + 1 < self->sorted->len)
    {
      Entry *after = self->sorted->pdata[entry->place + 1];
      Key after_key = ask_key (self, after);

      if (compare_keys (self, key, entry->record, &after_key, after->record) > 0)
        return FALSE;
    }

  return TRUE;
}

static void
look_at (ProvisoRecordIndex *self, Entry *entry)
{
  Key key = ask_key (self, entry);
  gboolean other_section = self->divided && key.section != entry->key.section;
  gboolean match = gtk_filter_match (self->filter, entry->record);

  if (!is_in_place (self, entry, &key))
    {
      guint old_place = entry->place;

      if (entry->position != NOT_LISTED)
        unlist_entry (self, entry);
      g_ptr_array_remove_index (self->sorted, old_place);
      entry->key = key;
      entry->place = find_place (self, &key, entry->record);
      g_ptr_array_insert (self->sorted, (int) entry->place, entry);
      number_places (self->sorted, MIN (old_place, entry->place));
    }
  else if (entry->position != NOT_LISTED && (!match || other_section))
    {
      /* Taken out before it is put into another section: each is one change for whoever keeps sections. */
      unlist_entry (self, entry);
    }
  entry->key = key;

  if (match && entry->position == NOT_LISTED)
    list_entry (self, entry);
}

static void
remove_entry (ProvisoRecordIndex *self, guint serial)
{
  Entry *entry = g_ptr_array_steal_index (self->file, serial);

  /* Whoever hears of it finds it gone everywhere. */
  g_hash_table_remove (self->entries, entry->record);
  g_ptr_array_remove_index (self->sorted, entry->place);
  number_places (self->sorted, entry->place);
  if (entry->position != NOT_LISTED)
    unlist_entry (self, entry);
  entry_free (entry);
}

static Entry *
add_entry (ProvisoRecordIndex *self, guint serial)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->record = g_object_ref (proviso_record_list_peek (self->records, serial));
  entry->position = NOT_LISTED;
  g_hash_table_insert (self->entries, entry->record, entry);
  g_ptr_array_insert (self->file, (int) serial, entry);

  return entry;
}

static void
records_changed_cb (ProvisoRecordIndex *self, guint position, guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_removed; i++)
    remove_entry (self, position);
  /* A place is found among records that stand in theirs. */
  if (n_added > 0)
    proviso_record_index_flush (self);
  for (guint i = 0; i < n_added; i++)
    add_entry (self, position + i);
  for (guint i = position; i < self->file->len; i++)
    ((Entry *) self->file->pdata[i])->key.serial = i;

  if (n_added > MANY)
    {
      for (guint i = 0; i < n_added; i++)
        g_ptr_array_add (self->sorted, self->file->pdata[position + i]);
      number_places (self->sorted, 0);
      sort_all (self, FALSE);
      return;
    }

  for (guint i = 0; i < n_added; i++)
    {
      Entry *entry = self->file->pdata[position + i];

      entry->key = ask_key (self, entry);
      entry->place = find_place (self, &entry->key, entry->record);
      g_ptr_array_insert (self->sorted, (int) entry->place, entry);
      number_places (self->sorted, entry->place);
      if (gtk_filter_match (self->filter, entry->record))
        list_entry (self, entry);
    }
}

static gboolean
flush_cb (gpointer user_data)
{
  ProvisoRecordIndex *self = user_data;

  self->flush_id = 0;
  proviso_record_index_flush (self);

  return G_SOURCE_REMOVE;
}

static void
clear_records (ProvisoRecordIndex *self)
{
  if (self->records != NULL)
    g_clear_signal_handler (&self->records_handler, self->records);
  g_clear_handle_id (&self->flush_id, g_source_remove);
  g_hash_table_remove_all (self->touched);
  g_clear_object (&self->records);
  g_clear_object (&self->context);
}

static void
proviso_record_index_dispose (GObject *object)
{
  ProvisoRecordIndex *self = PROVISO_RECORD_INDEX (object);

  clear_records (self);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (proviso_record_index_parent_class)->dispose (object);
}

static void
proviso_record_index_finalize (GObject *object)
{
  ProvisoRecordIndex *self = PROVISO_RECORD_INDEX (object);

  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->file, g_ptr_array_unref);

  G_OBJECT_CLASS (proviso_record_index_parent_class)->finalize (object);
}

static void
proviso_record_index_class_init (ProvisoRecordIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_record_index_dispose;
  object_class->finalize = proviso_record_index_finalize;

  signals[SIGNAL_CHANGING] =
      g_signal_new ("changing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
proviso_record_index_init (ProvisoRecordIndex *self)
{
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->entries = g_hash_table_new (NULL, NULL);
  self->file = g_ptr_array_new_with_free_func (entry_free);
  self->sorted = g_ptr_array_new ();
  self->listed = g_ptr_array_new ();
}

ProvisoRecordIndex *
proviso_record_index_new (GtkFilter *filter, const ProvisoOrder *order)
{
  ProvisoRecordIndex *self;

  g_return_val_if_fail (GTK_IS_FILTER (filter), NULL);
  g_return_val_if_fail (order != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_RECORD_INDEX, NULL);
  self->filter = g_object_ref (filter);
  self->order = order;
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
proviso_record_index_set_records (ProvisoRecordIndex *self, ProvisoRecordList *records, ProvisoPanelContext *context)
{
  guint n_records;

  g_return_if_fail (PROVISO_IS_RECORD_INDEX (self));
  g_return_if_fail ((records == NULL) == (context == NULL));

  clear_records (self);
  g_ptr_array_set_size (self->sorted, 0);
  take_listed (self, g_ptr_array_new (), FALSE);
  g_hash_table_remove_all (self->entries);
  g_ptr_array_set_size (self->file, 0);
  if (records == NULL)
    return;

  self->records = g_object_ref (records);
  self->context = g_object_ref (context);
  self->records_handler =
      g_signal_connect_swapped (records, "items-changed", G_CALLBACK (records_changed_cb), self);

  n_records = proviso_record_list_get_size (records);
  for (guint i = 0; i < n_records; i++)
    {
      Entry *entry = add_entry (self, i);

      entry->key.serial = i;
      g_ptr_array_add (self->sorted, entry);
    }
  number_places (self->sorted, 0);
  sort_all (self, FALSE);
}

const ProvisoOrder *
proviso_record_index_get_order (ProvisoRecordIndex *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_INDEX (self), NULL);

  return self->order;
}

void
proviso_record_index_set_order (ProvisoRecordIndex *self, const ProvisoOrder *order, gboolean divided)
{
  gboolean divided_anew;

  g_return_if_fail (PROVISO_IS_RECORD_INDEX (self));
  g_return_if_fail (order != NULL);

  if (self->order == order && self->divided == divided)
    return;

  divided_anew = self->divided || divided;
  if (self->context != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGING], 0, 0, self->listed->len, self->listed->len);
  self->order = order;
  self->divided = divided;
  if (self->context != NULL)
    sort_all (self, divided_anew);
}

void
proviso_record_index_touch (ProvisoRecordIndex *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_RECORD_INDEX (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  g_hash_table_add (self->touched, g_object_ref (record));
  if (self->flush_id == 0)
    self->flush_id = g_idle_add_full (GDK_PRIORITY_EVENTS + 5, flush_cb, self, NULL);
}

void
proviso_record_index_flush (ProvisoRecordIndex *self)
{
  g_autoptr (GHashTable) touched = NULL;
  GHashTableIter iter;
  gpointer record;

  g_return_if_fail (PROVISO_IS_RECORD_INDEX (self));

  g_clear_handle_id (&self->flush_id, g_source_remove);
  if (g_hash_table_size (self->touched) == 0)
    return;

  touched = g_steal_pointer (&self->touched);
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  /* One is put in its place among others that stand in theirs, which several that changed may not. */
  if (g_hash_table_size (touched) > 1)
    {
      sort_all (self, FALSE);
      return;
    }

  g_hash_table_iter_init (&iter, touched);
  if (g_hash_table_iter_next (&iter, &record, NULL))
    {
      Entry *entry = g_hash_table_lookup (self->entries, record);

      if (entry != NULL)
        look_at (self, entry);
    }
}

void
proviso_record_index_sort (ProvisoRecordIndex *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_INDEX (self));

  if (self->context != NULL)
    sort_all (self, FALSE);
}

guint
proviso_record_index_get_total (ProvisoRecordIndex *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_INDEX (self), 0);

  return self->file->len;
}

gboolean
proviso_record_index_find (ProvisoRecordIndex *self, ProvisoRecord *record, guint *position)
{
  Entry *entry;

  g_return_val_if_fail (PROVISO_IS_RECORD_INDEX (self), FALSE);

  entry = record != NULL ? g_hash_table_lookup (self->entries, record) : NULL;
  if (entry == NULL || entry->position == NOT_LISTED)
    return FALSE;

  *position = entry->position;
  return TRUE;
}
