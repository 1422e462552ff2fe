/* proviso-evidence.c: the link from a claim to a source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-evidence.h"

#include "core/proviso-enum-types.h"
#include "core/proviso-record-private.h"

struct _ProvisoEvidence
{
  ProvisoRecord parent_instance;

  char *source;
  ProvisoRelation relation;
  ProvisoCredibility credibility;
  char *excerpt;
  char *locator;
};

G_DEFINE_FINAL_TYPE (ProvisoEvidence, proviso_evidence, PROVISO_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_SOURCE,
  PROP_RELATION,
  PROP_CREDIBILITY,
  PROP_EXCERPT,
  PROP_LOCATOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
proviso_evidence_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoEvidence *self = PROVISO_EVIDENCE (object);

  switch (prop_id)
    {
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_RELATION:
      g_value_set_enum (value, self->relation);
      break;
    case PROP_CREDIBILITY:
      g_value_set_enum (value, self->credibility);
      break;
    case PROP_EXCERPT:
      g_value_set_string (value, self->excerpt);
      break;
    case PROP_LOCATOR:
      g_value_set_string (value, self->locator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_evidence_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoEvidence *self = PROVISO_EVIDENCE (object);

  switch (prop_id)
    {
    case PROP_SOURCE:
      proviso_evidence_set_source (self, g_value_get_string (value));
      break;
    case PROP_RELATION:
      proviso_evidence_set_relation (self, g_value_get_enum (value));
      break;
    case PROP_CREDIBILITY:
      proviso_evidence_set_credibility (self, g_value_get_enum (value));
      break;
    case PROP_EXCERPT:
      proviso_evidence_set_excerpt (self, g_value_get_string (value));
      break;
    case PROP_LOCATOR:
      proviso_evidence_set_locator (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_evidence_finalize (GObject *object)
{
  ProvisoEvidence *self = PROVISO_EVIDENCE (object);

  g_free (self->source);
  g_free (self->excerpt);
  g_free (self->locator);

  G_OBJECT_CLASS (proviso_evidence_parent_class)->finalize (object);
}

static void
proviso_evidence_class_init (ProvisoEvidenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_evidence_get_property;
  object_class->set_property = proviso_evidence_set_property;
  object_class->finalize = proviso_evidence_finalize;

  properties[PROP_SOURCE] =
      g_param_spec_string ("source", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_RELATION] =
      g_param_spec_enum ("relation", NULL, NULL, PROVISO_TYPE_RELATION, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_CREDIBILITY] =
      g_param_spec_enum ("credibility", NULL, NULL, PROVISO_TYPE_CREDIBILITY, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_EXCERPT] =
      g_param_spec_string ("excerpt", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_LOCATOR] =
      g_param_spec_string ("locator", NULL, NULL, "", PROVISO_PARAM_READWRITE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_evidence_init (ProvisoEvidence *self)
{
  self->source = g_strdup ("");
  self->excerpt = g_strdup ("");
  self->locator = g_strdup ("");
}

ProvisoEvidence *
proviso_evidence_new (const char *source_id)
{
  return g_object_new (PROVISO_TYPE_EVIDENCE, "source", source_id, NULL);
}

ProvisoEvidence *
proviso_evidence_copy (ProvisoEvidence *self)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), NULL);

  return g_object_new (PROVISO_TYPE_EVIDENCE,
                       "source",
                       self->source,
                       "relation",
                       self->relation,
                       "credibility",
                       self->credibility,
                       "excerpt",
                       self->excerpt,
                       "locator",
                       self->locator,
                       NULL);
}

gboolean
proviso_evidence_equal (ProvisoEvidence *self, ProvisoEvidence *other)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (other), FALSE);

  return g_str_equal (self->source, other->source) && self->relation == other->relation &&
         self->credibility == other->credibility && g_str_equal (self->excerpt, other->excerpt) &&
         g_str_equal (self->locator, other->locator);
}

static guint
hash (gconstpointer data)
{
  const ProvisoEvidence *self = data;

  return (g_str_hash (self->source) * 33 + g_str_hash (self->excerpt)) * 33 + g_str_hash (self->locator);
}

static gboolean
equal (gconstpointer a, gconstpointer b)
{
  return proviso_evidence_equal ((gpointer) a, (gpointer) b);
}

gboolean
proviso_evidence_lists_equal (ProvisoRecordList *list, ProvisoRecordList *other)
{
  guint n_links = proviso_record_list_get_size (list), first = 0;
  g_autoptr (GHashTable) counts = NULL; /* a link -> how often it stands in `list` more than in `other` */

  if (proviso_record_list_get_size (other) != n_links)
    return FALSE;

  /* Most stand where they stood. */
  while (first < n_links &&
         proviso_evidence_equal (proviso_record_list_peek (list, first), proviso_record_list_peek (other, first)))
    first++;
  if (first == n_links)
    return TRUE;

  counts = g_hash_table_new (hash, equal);
  for (guint i = first; i < n_links; i++)
    {
      gpointer link = proviso_record_list_peek (list, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, link));

      g_hash_table_insert (counts, link, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = first; i < n_links; i++)
    {
      gpointer link = proviso_record_list_peek (other, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, link));

      if (n == 0)
        return FALSE;
      g_hash_table_insert (counts, link, GUINT_TO_POINTER (n - 1));
    }

  return TRUE;
}

const char *
proviso_evidence_get_source (ProvisoEvidence *self)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), NULL);

  return self->source;
}

void
proviso_evidence_set_source (ProvisoEvidence *self, const char *source)
{
  g_return_if_fail (PROVISO_IS_EVIDENCE (self));

  if (g_set_str (&self->source, source != NULL ? source : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

ProvisoRelation
proviso_evidence_get_relation (ProvisoEvidence *self)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), 0);

  return self->relation;
}

void
proviso_evidence_set_relation (ProvisoEvidence *self, ProvisoRelation relation)
{
  g_return_if_fail (PROVISO_IS_EVIDENCE (self));

  if (self->relation == relation)
    return;

  self->relation = relation;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RELATION]);
}

ProvisoCredibility
proviso_evidence_get_credibility (ProvisoEvidence *self)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), 0);

  return self->credibility;
}

void
proviso_evidence_set_credibility (ProvisoEvidence *self, ProvisoCredibility credibility)
{
  g_return_if_fail (PROVISO_IS_EVIDENCE (self));

  if (self->credibility == credibility)
    return;

  self->credibility = credibility;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CREDIBILITY]);
}

const char *
proviso_evidence_get_excerpt (ProvisoEvidence *self)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), NULL);

  return self->excerpt;
}

void
proviso_evidence_set_excerpt (ProvisoEvidence *self, const char *excerpt)
{
  g_return_if_fail (PROVISO_IS_EVIDENCE (self));

  if (g_set_str (&self->excerpt, excerpt != NULL ? excerpt : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCERPT]);
}

const char *
proviso_evidence_get_locator (ProvisoEvidence *self)
{
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (self), NULL);

  return self->locator;
}

void
proviso_evidence_set_locator (ProvisoEvidence *self, const char *locator)
{
  g_return_if_fail (PROVISO_IS_EVIDENCE (self));

  if (g_set_str (&self->locator, locator != NULL ? locator : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCATOR]);
}
