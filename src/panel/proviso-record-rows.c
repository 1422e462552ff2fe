/* proviso-record-rows.c: the rows and the section headers of a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There are some two hundred rows, however long the list, so to go through them all costs little.
 */
#include "panel/proviso-record-rows.h"
#include "panel/proviso-record-row.h"

struct _ProvisoRecordRows
{
  GObject parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoRecordListing *listing;
  ProvisoPanelContext *context;
  GSignalGroup *context_signals;
  GSignalGroup *project_signals;

  GtkListItemFactory *factory;
  GtkListItemFactory *header_factory;
  GHashTable *bound;   /* GtkListItem, not referenced: the rows that show a record */
  GHashTable *headers; /* GtkListHeader, not referenced: those that show a section */
  gboolean watched;
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordRows, proviso_record_rows, G_TYPE_OBJECT)

static void
fill_row (ProvisoRecordRows *self, GtkListItem *item)
{
  ProvisoRecordRow *row = PROVISO_RECORD_ROW (gtk_list_item_get_child (item));
  g_autofree char *place = NULL;
  g_autofree char *description = NULL;

  self->kind->fill_row (self->context, row, gtk_list_item_get_item (item));
  if (self->kind->describe_place != NULL)
    place = self->kind->describe_place (self->context, gtk_list_item_get_item (item));
  description = proviso_record_row_describe (row, place);
  gtk_list_item_set_accessible_label (item, description);
}

static void
record_notify_cb (GtkListItem *item)
{
  ProvisoRecordRows *self = g_object_get_data (G_OBJECT (item), "rows");

  fill_row (self, item);
}

static void
row_open_cb (ProvisoRecordRows *self, ProvisoRecordRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, proviso_record_row_get_record (row));
}

static void
setup_cb (ProvisoRecordRows *self, GtkListItem *item)
{
  GtkWidget *row = proviso_record_row_new ();

  g_signal_connect_object (row, "open", G_CALLBACK (row_open_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (item), "rows", self);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (ProvisoRecordRows *self, GtkListItem *item)
{
  ProvisoRecord *record = gtk_list_item_get_item (item);

  proviso_record_row_set_record (PROVISO_RECORD_ROW (gtk_list_item_get_child (item)), record);
  g_signal_connect_swapped (record, "notify", G_CALLBACK (record_notify_cb), item);
  g_hash_table_add (self->bound, item);
  fill_row (self, item);
}

static void
unbind_cb (ProvisoRecordRows *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_notify_cb, item);
  g_hash_table_remove (self->bound, item);
  proviso_record_row_set_record (PROVISO_RECORD_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
refresh_rows (ProvisoRecordRows *self)
{
  GHashTableIter iter;
  gpointer item;

  if (!self->watched)
    return;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_row (self, item);
}

/* Returns: (transfer none) (nullable) */
static ProvisoRecord *
get_related (ProvisoRecordRows *self, const ProvisoRecordKind *kind, gpointer record)
{
  return kind != NULL && kind->get_related != NULL ? kind->get_related (self->context, record) : NULL;
}

static void
project_record_changed_cb (ProvisoRecordRows *self, ProvisoRecord *record)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      gpointer shown = gtk_list_item_get_item (item);

      if (shown == record || get_related (self, self->kind, shown) == record ||
          get_related (self, proviso_record_kind_of (record), record) == shown)
        fill_row (self, item);
    }
}

static void
fill_header (ProvisoRecordRows *self, GtkListHeader *header)
{
  const ProvisoOrder *order = proviso_record_listing_get_order (self->listing);
  GtkWidget *box = gtk_list_header_get_child (header);
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;
  guint position, start, end;

  if (order->get_section == NULL ||
      !proviso_record_listing_find (self->listing, gtk_list_header_get_item (header), &position))
    return;

  /* Of the section as it is listed; the rows may not all be there yet. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (proviso_record_listing_get_model (self->listing)), position,
                                 &start, &end);
  count = g_strdup_printf ("%'u", end - start);
  title = order->get_section_title (self->context,
                                    order->get_section (self->context, gtk_list_header_get_item (header)));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), count);
}

static void
header_notify_cb (GtkListHeader *header)
{
  ProvisoRecordRows *self = g_object_get_data (G_OBJECT (header), "rows");

  if (g_hash_table_contains (self->headers, header))
    fill_header (self, header);
}

static void
setup_header_cb (ProvisoRecordRows *self, GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  g_object_set_data (G_OBJECT (header), "rows", self);
  g_signal_connect (header, "notify::n-items", G_CALLBACK (header_notify_cb), NULL);
  gtk_list_header_set_child (header, box);
}

static void
bind_header_cb (ProvisoRecordRows *self, GtkListHeader *header)
{
  g_hash_table_add (self->headers, header);
  fill_header (self, header);
}

static void
unbind_header_cb (ProvisoRecordRows *self, GtkListHeader *header)
{
  g_hash_table_remove (self->headers, header);
}

static void
refresh_headers (ProvisoRecordRows *self)
{
  GHashTableIter iter;
  gpointer header;

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &header, NULL))
    fill_header (self, header);
}

static void
headings_changed_cb (ProvisoRecordRows *self)
{
  refresh_headers (self);
  refresh_rows (self);
}

static void
proviso_record_rows_dispose (GObject *object)
{
  ProvisoRecordRows *self = PROVISO_RECORD_ROWS (object);

  g_clear_object (&self->context_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->factory);
  g_clear_object (&self->header_factory);
  g_clear_object (&self->context);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (proviso_record_rows_parent_class)->dispose (object);
}

static void
proviso_record_rows_finalize (GObject *object)
{
  ProvisoRecordRows *self = PROVISO_RECORD_ROWS (object);

  g_clear_pointer (&self->bound, g_hash_table_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);

  G_OBJECT_CLASS (proviso_record_rows_parent_class)->finalize (object);
}

static void
proviso_record_rows_class_init (ProvisoRecordRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_record_rows_dispose;
  object_class->finalize = proviso_record_rows_finalize;

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);
}

static void
proviso_record_rows_init (ProvisoRecordRows *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->headers = g_hash_table_new (NULL, NULL);

  self->context_signals = g_signal_group_new (PROVISO_TYPE_PANEL_CONTEXT);
  g_signal_group_connect_swapped (self->context_signals, "places-changed", G_CALLBACK (refresh_rows), self);
  g_signal_group_connect_swapped (self->context_signals, "words-changed", G_CALLBACK (refresh_rows), self);
  g_signal_group_connect_swapped (self->context_signals, "uses-changed", G_CALLBACK (refresh_rows), self);
  g_signal_group_connect_swapped (self->context_signals, "headings-changed", G_CALLBACK (headings_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->context_signals, "notify::reviewing", G_CALLBACK (refresh_rows), self);
  g_signal_group_connect_swapped (self->context_signals, "people-changed", G_CALLBACK (refresh_headers), self);
  self->project_signals = g_signal_group_new (PROVISO_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "record-changed",
                                  G_CALLBACK (project_record_changed_cb), self);

  self->factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->header_factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->header_factory, "setup", G_CALLBACK (setup_header_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header_factory, "bind", G_CALLBACK (bind_header_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header_factory, "unbind", G_CALLBACK (unbind_header_cb), self,
                           G_CONNECT_SWAPPED);
}

ProvisoRecordRows *
proviso_record_rows_new (const ProvisoRecordKind *kind, ProvisoRecordListing *listing)
{
  ProvisoRecordRows *self = g_object_new (PROVISO_TYPE_RECORD_ROWS, NULL);

  self->kind = kind;
  self->listing = g_object_ref (listing);
  g_signal_connect_object (listing, "sections-changed", G_CALLBACK (refresh_headers), self, G_CONNECT_SWAPPED);

  return self;
}

void
proviso_record_rows_set_context (ProvisoRecordRows *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROWS (self));
  g_return_if_fail (g_hash_table_size (self->bound) == 0);

  g_set_object (&self->context, context);
  g_signal_group_set_target (self->context_signals, context);
  g_signal_group_set_target (self->project_signals,
                             context != NULL ? proviso_panel_context_get_project (context) : NULL);
}

void
proviso_record_rows_set_watched (ProvisoRecordRows *self, gboolean watched)
{
  g_return_if_fail (PROVISO_IS_RECORD_ROWS (self));

  self->watched = watched;
  refresh_rows (self);
}

GtkListItemFactory *
proviso_record_rows_get_factory (ProvisoRecordRows *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_ROWS (self), NULL);

  return self->factory;
}

GtkListItemFactory *
proviso_record_rows_get_header_factory (ProvisoRecordRows *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_ROWS (self), NULL);

  return self->header_factory;
}
