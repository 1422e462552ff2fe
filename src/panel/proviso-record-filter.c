/* proviso-record-filter.c: which records of a list are shown: those that match a search and checked options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search texts are made once a record and change, and kept here by the record's address; the browser says
 * when a record changes or goes.
 */
#include "panel/proviso-record-filter.h"
#include "panel/proviso-search-key.h"

#include <string.h>

struct _ProvisoRecordFilter
{
  GtkFilter parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoPanelContext *context;

  char *search;
  GStrv terms;
  guint64 options[PROVISO_MAX_FACETS];

  GHashTable *keys; /* record, referenced so that no other takes its address -> its search key */
  guint prepared;   /* the records before this one have had theirs made */
};

enum
{
  PROP_0,
  PROP_N_ACTIVE,
  N_PROPS,
};

enum
{
  SIGNAL_ASKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordFilter, proviso_record_filter, GTK_TYPE_FILTER)

static void
ask (ProvisoRecordFilter *self, GtkFilterChange change)
{
  if (!proviso_record_filter_is_clear (self))
    g_signal_emit (self, signals[SIGNAL_ASKED], 0);
  gtk_filter_changed (GTK_FILTER (self), change);
}

static const char *
get_key (ProvisoRecordFilter *self, gpointer record)
{
  char *key = g_hash_table_lookup (self->keys, record);

  if (key == NULL)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      self->kind->add_search_text (record, text);
      key = proviso_search_key_new (text->str);
      g_hash_table_insert (self->keys, g_object_ref (record), key);
    }

  return key;
}

static gboolean
proviso_record_filter_match (GtkFilter *filter, gpointer item)
{
  ProvisoRecordFilter *self = PROVISO_RECORD_FILTER (filter);

  for (guint i = 0; i < self->kind->n_facets; i++)
    if (self->options[i] != 0 &&
        (self->options[i] & self->kind->facets[i].get_options (self->context, item)) == 0)
      return FALSE;

  return self->terms == NULL ||
         proviso_search_key_has_all (get_key (self, item), (const char *const *) self->terms);
}

static GtkFilterMatch
proviso_record_filter_get_strictness (GtkFilter *filter)
{
  return proviso_record_filter_is_clear (PROVISO_RECORD_FILTER (filter)) ? GTK_FILTER_MATCH_ALL
                                                                         : GTK_FILTER_MATCH_SOME;
}

static void
proviso_record_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_ACTIVE:
      g_value_set_uint (value, proviso_record_filter_get_n_active (PROVISO_RECORD_FILTER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_filter_finalize (GObject *object)
{
  ProvisoRecordFilter *self = PROVISO_RECORD_FILTER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->terms, g_strfreev);
  g_clear_pointer (&self->keys, g_hash_table_unref);

  G_OBJECT_CLASS (proviso_record_filter_parent_class)->finalize (object);
}

static void
proviso_record_filter_class_init (ProvisoRecordFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->get_property = proviso_record_filter_get_property;
  object_class->finalize = proviso_record_filter_finalize;
  filter_class->match = proviso_record_filter_match;
  filter_class->get_strictness = proviso_record_filter_get_strictness;

  properties[PROP_N_ACTIVE] = g_param_spec_uint ("n-active", NULL, NULL, 0, PROVISO_MAX_FACETS, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
proviso_record_filter_init (ProvisoRecordFilter *self)
{
  self->search = g_strdup ("");
  self->keys = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

ProvisoRecordFilter *
proviso_record_filter_new (const ProvisoRecordKind *kind)
{
  ProvisoRecordFilter *self = g_object_new (PROVISO_TYPE_RECORD_FILTER, NULL);

  self->kind = kind;

  return self;
}

void
proviso_record_filter_set_context (ProvisoRecordFilter *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));

  g_set_object (&self->context, context);
  proviso_record_filter_forget_all (self);
}

ProvisoPanelContext *
proviso_record_filter_get_context (ProvisoRecordFilter *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (self), NULL);

  return self->context;
}

const char *
proviso_record_filter_get_search (ProvisoRecordFilter *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (self), NULL);

  return self->search;
}

void
proviso_record_filter_set_search (ProvisoRecordFilter *self, const char *search)
{
  g_autofree char *old_search = NULL;
  g_auto (GStrv) old_terms = NULL;
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));
  g_return_if_fail (search != NULL);

  if (g_str_equal (self->search, search))
    return;

  old_search = g_steal_pointer (&self->search);
  old_terms = g_steal_pointer (&self->terms);
  self->search = g_strdup (search);
  self->terms = proviso_search_key_split (search);

  if (old_terms == NULL && self->terms == NULL)
    return;
  if (old_terms != NULL && self->terms != NULL &&
      g_strv_equal ((const char *const *) old_terms, (const char *const *) self->terms))
    return;

  /* What is typed on asks for more: the old words are the beginnings of the new ones. */
  if (g_str_has_prefix (search, old_search))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (old_search, search))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  ask (self, change);
}

guint64
proviso_record_filter_get_options (ProvisoRecordFilter *self, guint facet)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (self), 0);
  g_return_val_if_fail (facet < self->kind->n_facets, 0);

  return self->options[facet];
}

void
proviso_record_filter_set_options (ProvisoRecordFilter *self, guint facet, guint64 options)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;
  guint64 old_options;

  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));
  g_return_if_fail (facet < self->kind->n_facets);

  old_options = self->options[facet];
  if (old_options == options)
    return;

  self->options[facet] = options;
  if (old_options == 0 || (options != 0 && (options & ~old_options) == 0))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (options == 0 || (old_options & ~options) == 0)
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  ask (self, change);

  if ((old_options == 0) != (options == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ACTIVE]);
}

guint
proviso_record_filter_get_n_active (ProvisoRecordFilter *self)
{
  guint n_active = 0;

  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (self), 0);

  for (guint i = 0; i < self->kind->n_facets; i++)
    n_active += self->options[i] != 0;

  return n_active;
}

void
proviso_record_filter_clear (ProvisoRecordFilter *self)
{
  gboolean any_active;

  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));

  if (proviso_record_filter_is_clear (self) && *self->search == '\0')
    return;

  any_active = proviso_record_filter_get_n_active (self) > 0;
  memset (self->options, 0, sizeof self->options);
  g_set_str (&self->search, "");
  g_clear_pointer (&self->terms, g_strfreev);
  ask (self, GTK_FILTER_CHANGE_LESS_STRICT);
  if (any_active)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ACTIVE]);
}

gboolean
proviso_record_filter_is_clear (ProvisoRecordFilter *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (self), TRUE);

  return self->terms == NULL && proviso_record_filter_get_n_active (self) == 0;
}

void
proviso_record_filter_forget (ProvisoRecordFilter *self, gpointer record)
{
  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));

  g_hash_table_remove (self->keys, record);
}

void
proviso_record_filter_forget_all (ProvisoRecordFilter *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));

  g_hash_table_remove_all (self->keys);
  self->prepared = 0;
}

void
proviso_record_filter_derived_changed (ProvisoRecordFilter *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_FILTER (self));

  for (guint i = 0; i < self->kind->n_facets; i++)
    if (self->options[i] != 0 && self->kind->facets[i].derived)
      {
        gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
        return;
      }
}

gboolean
proviso_record_filter_prepare (ProvisoRecordFilter *self, ProvisoRecordList *records, gint64 max_us)
{
  gint64 end = g_get_monotonic_time () + max_us;

  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (self), FALSE);

  for (;; self->prepared++)
    {
      if (self->prepared >= proviso_record_list_get_size (records))
        return FALSE;
      get_key (self, proviso_record_list_peek (records, self->prepared));
      if (self->prepared % 64 == 63 && g_get_monotonic_time () > end)
        break;
    }

  return TRUE;
}
