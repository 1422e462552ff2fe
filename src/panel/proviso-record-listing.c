/* proviso-record-listing.c: the records of one kind as a list shows them: in an order, and those that pass a
 * filter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work is done by ProvisoRecordIndex; this knows when which part of it is due.
 */
#include "panel/proviso-record-listing.h"
#include "panel/proviso-record-index.h"

/* How long, in microseconds, one slice of preparing the search may take. */
#define PREPARE_SLICE 3000

struct _ProvisoRecordListing
{
  GObject parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoPanelContext *context;
  GSignalGroup *project_signals;
  GSignalGroup *context_signals;

  ProvisoRecordFilter *filter;
  ProvisoRecordIndex *index;

  gboolean watched;
  gboolean places_stale;
  gboolean uses_stale;
  gboolean people_stale;
  gboolean has_sections; /* as last told */
};

enum
{
  SIGNAL_SECTIONS_CHANGED,
  SIGNAL_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordListing, proviso_record_listing, G_TYPE_OBJECT)

static void
take_order (ProvisoRecordListing *self, const ProvisoOrder *order)
{
  gboolean divided = order->get_section != NULL && self->context != NULL &&
                     (!order->by_headings || proviso_panel_context_has_headings (self->context));

  proviso_record_index_set_order (self->index, order, divided);
  if (!self->has_sections && !divided)
    return;

  self->has_sections = divided;
  g_signal_emit (self, signals[SIGNAL_SECTIONS_CHANGED], 0);
}

static void
asked_cb (ProvisoRecordListing *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0);
}

static void
headings_changed_cb (ProvisoRecordListing *self)
{
  const ProvisoOrder *order = proviso_record_index_get_order (self->index);

  if (!order->by_headings)
    return;

  if (self->has_sections && proviso_panel_context_has_headings (self->context))
    proviso_record_index_sort (self->index);
  else
    take_order (self, order);
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
people_changed_cb (ProvisoRecordListing *self)
{
  self->people_stale = TRUE;
  if (self->watched)
    proviso_record_listing_freshen (self);
}

static void
reviewing_changed_cb (ProvisoRecordListing *self)
{
  proviso_record_filter_derived_changed (self->filter);
}

static void
record_changed_cb (ProvisoRecordListing *self, ProvisoRecord *record)
{
  if (!G_TYPE_CHECK_INSTANCE_TYPE (record, self->kind->get_record_type ()))
    return;

  proviso_record_filter_forget (self->filter, record);
  proviso_record_index_touch (self->index, record);
}

static void
proviso_record_listing_dispose (GObject *object)
{
  ProvisoRecordListing *self = PROVISO_RECORD_LISTING (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->context_signals);
  g_clear_object (&self->index);
  g_clear_object (&self->filter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (proviso_record_listing_parent_class)->dispose (object);
}

static void
proviso_record_listing_class_init (ProvisoRecordListingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_record_listing_dispose;

  signals[SIGNAL_SECTIONS_CHANGED] = g_signal_new ("sections-changed", G_TYPE_FROM_CLASS (klass),
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
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
  g_signal_group_connect_swapped (self->context_signals, "people-changed", G_CALLBACK (people_changed_cb), self);
  g_signal_group_connect_swapped (self->context_signals, "notify::reviewing",
                                  G_CALLBACK (reviewing_changed_cb), self);
}

ProvisoRecordListing *
proviso_record_listing_new (const ProvisoRecordKind *kind)
{
  ProvisoRecordListing *self = g_object_new (PROVISO_TYPE_RECORD_LISTING, NULL);

  self->kind = kind;
  self->filter = proviso_record_filter_new (kind);
  g_signal_connect_object (self->filter, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  self->index = proviso_record_index_new (GTK_FILTER (self->filter), &kind->orders[0]);

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
  proviso_record_index_set_records (self->index, NULL, NULL);

  g_set_object (&self->context, context);
  proviso_record_filter_set_context (self->filter, context);
  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->context_signals, context);
  self->places_stale = self->uses_stale = self->people_stale = FALSE;

  take_order (self, proviso_record_index_get_order (self->index));
  if (project != NULL)
    proviso_record_index_set_records (self->index, self->kind->get_records (project), context);
}

ProvisoPanelContext *
proviso_record_listing_get_context (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), NULL);

  return self->context;
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
  const ProvisoOrder *order;

  g_return_if_fail (PROVISO_IS_RECORD_LISTING (self));

  order = proviso_record_index_get_order (self->index);
  proviso_record_index_flush (self->index);
  if (!self->places_stale && !self->uses_stale && !self->people_stale)
    return;

  if ((self->places_stale && order->by_place) || (self->uses_stale && order->by_use) ||
      (self->people_stale && order->by_person))
    proviso_record_index_sort (self->index);
  proviso_record_filter_derived_changed (self->filter);
  self->places_stale = self->uses_stale = self->people_stale = FALSE;
}

const ProvisoOrder *
proviso_record_listing_get_order (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), NULL);

  return proviso_record_index_get_order (self->index);
}

gboolean
proviso_record_listing_set_order (ProvisoRecordListing *self, const char *id)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  for (guint i = 0; i < self->kind->n_orders; i++)
    {
      const ProvisoOrder *order = &self->kind->orders[i];

      if (order == proviso_record_index_get_order (self->index) || g_strcmp0 (order->id, id) != 0)
        continue;

      g_signal_emit (self, signals[SIGNAL_ASKED], 0);
      take_order (self, order);
      return TRUE;
    }

  return FALSE;
}

gboolean
proviso_record_listing_has_sections (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  return self->has_sections;
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

  return G_LIST_MODEL (self->index);
}

guint
proviso_record_listing_get_total (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), 0);

  return proviso_record_index_get_total (self->index);
}

gboolean
proviso_record_listing_find (ProvisoRecordListing *self, ProvisoRecord *record, guint *position)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  return proviso_record_index_find (self->index, record, position);
}

gboolean
proviso_record_listing_prepare_search (ProvisoRecordListing *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (self), FALSE);

  return self->context != NULL &&
         proviso_record_filter_prepare (
             self->filter, self->kind->get_records (proviso_panel_context_get_project (self->context)),
             PREPARE_SLICE);
}
