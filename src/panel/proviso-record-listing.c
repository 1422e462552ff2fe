/* proviso-record-listing.c: the records of one kind as a list shows them: in an order, and those that pass a
 * filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * feed -> sorted -> filtered. The filter comes last, so that typing in the search never sorts.
 *
 * GTK's models can do long work in slices ("incremental"), but then a record that changed leaves its row for
 * a moment, and takes the focus with it. So slices are for a new order of a long list only, and single
 * records are put in their place at once.
 */
#include "panel/proviso-record-listing.h"
#include "panel/proviso-record-feed.h"

#include <string.h>

/* Longer lists are put into another order in slices. */
#define LONG_LIST 2000
/* How long, in microseconds, one slice of preparing the search may take. */
#define PREPARE_SLICE 3000

struct _ProvisoRecordListing
{
  GObject parent_instance;

  const ProvisoRecordKind *kind;
  const ProvisoOrder *order;
  ProvisoPanelContext *context;
  GSignalGroup *project_signals;
  GSignalGroup *context_signals;

  ProvisoRecordFeed *feed;
  GtkSorter *sorter;
  GtkSorter *section_sorter;
  GtkSortListModel *sorted;
  ProvisoRecordFilter *filter;
  GtkFilterListModel *filtered;

  gboolean watched;
  gboolean places_stale;
  gboolean uses_stale;
};

enum
{
  SIGNAL_SECTIONS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordListing, proviso_record_listing, G_TYPE_OBJECT)

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ProvisoRecordListing *self = user_data;
  int order = self->order->compare (self->context, (gpointer) a, (gpointer) b);

  return (order > 0) - (order < 0);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ProvisoRecordListing *self = user_data;
  guint section_a = proviso_panel_context_get_section (self->context, (gpointer) a);
  guint section_b = proviso_panel_context_get_section (self->context, (gpointer) b);

  return (section_a > section_b) - (section_a < section_b);
}

/* The list is divided where its order is the draft's and the draft has headings. */
static void
update_sections (ProvisoRecordListing *self)
{
  gboolean divided = proviso_record_listing_has_sections (self);

  if (divided == (gtk_sort_list_model_get_section_sorter (self->sorted) != NULL))
    return;

  gtk_sort_list_model_set_section_sorter (self->sorted, divided ? self->section_sorter : NULL);
  g_signal_emit (self, signals[SIGNAL_SECTIONS_CHANGED], 0);
}

static void
headings_changed_cb (ProvisoRecordListing *self)
{
  if (gtk_sort_list_model_get_section_sorter (self->sorted) != NULL &&
      proviso_record_listing_has_sections (self))
    gtk_sorter_changed (self->section_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  else
    update_sections (self);
}

/* Seeing that all is in place, which it mostly is, takes a part of the time that sorting takes to find it
 * out. */
static gboolean
is_in_order (ProvisoRecordListing *self)
{
  g_autoptr (ProvisoRecord) before = g_list_model_get_item (G_LIST_MODEL (self->sorted), 0);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 1; i < n_items; i++)
    {
      ProvisoRecord *record = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);
      gboolean in_order = self->order->compare (self->context, before, record) <= 0;

      g_object_unref (before);
      before = record;
      if (!in_order)
        return FALSE;
    }

  return TRUE;
}

static void
sort_pending_cb (ProvisoRecordListing *self)
{
  if (gtk_sort_list_model_get_pending (self->sorted) == 0)
    gtk_sort_list_model_set_incremental (self->sorted, FALSE);
}

static void
places_changed_cb (ProvisoRecordListing *self)
{
  self->places_stale = TRUE;
  if (self->watched)
    proviso_record_listing_freshen (self);
}

static void
uses_changed_cb (ProvisoRecordListing *self)
{
  self->uses_stale = TRUE;
  if (self->watched)
    proviso_record_listing_freshen (self);
}

static void
record_changed_cb (ProvisoRecordListing *self, ProvisoRecord *record)
{
  if (self->feed == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (record, self->kind->get_record_type ()))
    return;

  proviso_record_filter_forget (self->filter, record);
  proviso_record_feed_touch (self->feed, record);
}

static void
proviso_record_listing_dispose (GObject *object)
{
  ProvisoRecordListing *self = PROVISO_RECORD_LISTING (object);

  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->context_signals);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_object (&self->section_sorter);
  g_clear_object (&self->feed);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (proviso_record_listing_parent_class)->dispose (object);
}

static void
proviso_record_listing_class_init (ProvisoRecordListingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_record_listing_dispose;

  signals[SIGNAL_SECTIONS_CHANGED] = g_signal_new ("sections-changed", G_TYPE_FROM_CLASS (klass),
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_record_listing_init (ProvisoRecordListing *self)
{
  self->project_signals = g_signal_group_new (PROVISO_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "record-changed", G_CALLBACK (record_changed_cb),
                                  self);

  self->context_signals = g_signal_group_new (PROVISO_TYPE_PANEL_CONTEXT);
  g_signal_group_connect_swapped (self->context_signals, "places-changed", G_CALLBACK (places_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->context_signals, "uses-changed", G_CALLBACK (uses_changed_cb), self);
  g_signal_group_connect_swapped (self->context_signals, "headings-changed", G_CALLBACK (headings_changed_cb),
                                  self);
}

ProvisoRecordListing *
proviso_record_listing_new (const ProvisoRecordKind *kind)
{
  ProvisoRecordListing *self = g_object_new (PROVISO_TYPE_RECORD_LISTING, NULL);

  self->kind = kind;
  self->order = &kind->orders[0];

  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->section_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, self, NULL));
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (self->sorter));
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (sort_pending_cb), self,
                           G_CONNECT_SWAPPED);

  self->filter = proviso_record_filter_new (kind);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)),
                                              g_object_ref (GTK_FILTER (self->filter)));

  return self;
}

void
proviso_record_listing_set_context (ProvisoRecordListing *self, ProvisoPanelContext *context)
{
  ProvisoProject *project = context != NULL ? proviso_panel_context_get_project (context) : NULL;

  g_return_if_fail (PROVISO_IS_RECORD_LISTING (self));

  if (self->context == context)
    return;

  /* Nothing is compared without a context. */
  gtk_sort_list_model_set_model (self->sorted, NULL);
  g_clear_object (&self->feed);

  g_set_object (&self->context, context);
  proviso_record_filter_set_context (self->filter, context);
  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->context_signals, context);
  self->places_stale = self->uses_stale = FALSE;

  update_sections (self);
  if (project == NULL)
    return;

  self->feed = proviso_record_feed_new (self->kind->get_records (project));
  gtk_sort_list_model_set_incremental (self->sorted, proviso_record_listing_get_total (self) > LONG_LIST);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->feed));
}

void
proviso_record_listing_set_watched (ProvisoRecordListing *self, gboolean watched)
{
  g_return_if_fail (PROVISO_IS_RECORD_LISTING (self));

  self->watched = watched;
  if (watched)
    proviso_record_listing_freshen (self);
}

void
proviso_record_listing_freshen (ProvisoRecordListing *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_LISTING (self));

  if (self->feed == NULL)
    return;

  proviso_record_feed_flush (self->feed);
  if (!self->places_stale && !self->uses_stale)
    return;

  if (((self->places_stale && self->order->by_place) || (self->uses_stale && self->order->by_use)) &&
      !is_in_order (self))
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  proviso_record_filter_derived_changed (self->filter);
  self->places_stale = self->uses_stale = FALSE;
}

const ProvisoOrder *
proviso_record_listing_get_order (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), NULL);

  return self->order;
}

gboolean
proviso_record_listing_set_order (ProvisoRecordListing *self, const char *id)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  for (guint i = 0; i < self->kind->n_orders; i++)
    {
      const ProvisoOrder *order = &self->kind->orders[i];

      if (order == self->order || g_strcmp0 (order->id, id) != 0)
        continue;

      self->order = order;
      gtk_sort_list_model_set_incremental (self->sorted, proviso_record_listing_get_total (self) > LONG_LIST);
      update_sections (self);
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      return TRUE;
    }

  return FALSE;
}

gboolean
proviso_record_listing_has_sections (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  return self->order->in_sections && self->context != NULL &&
         proviso_panel_context_has_headings (self->context);
}

ProvisoRecordFilter *
proviso_record_listing_get_filter (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), NULL);

  return self->filter;
}

GListModel *
proviso_record_listing_get_model (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), NULL);

  return G_LIST_MODEL (self->filtered);
}

guint
proviso_record_listing_get_total (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), 0);

  return self->feed != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->feed)) : 0;
}

gboolean
proviso_record_listing_find (ProvisoRecordListing *self, ProvisoRecord *record, guint *position)
{
  guint n_items;

  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  /* Two quick answers before the slow one: records of another kind, and those that the filter hides. */
  if (record == NULL || self->feed == NULL ||
      !G_TYPE_CHECK_INSTANCE_TYPE (record, self->kind->get_record_type ()) ||
      !gtk_filter_match (GTK_FILTER (self->filter), record))
    return FALSE;

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ProvisoRecord) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (item == record)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
proviso_record_listing_prepare_search (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  return self->feed != NULL &&
         proviso_record_filter_prepare (self->filter, G_LIST_MODEL (self->feed), PREPARE_SLICE);
}
