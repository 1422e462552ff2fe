/* proviso-claim.c: a factual assertion of the draft, and how well it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-claim.h"

#include "core/proviso-enum-types.h"
#include "core/proviso-anchor.h"
#include "core/proviso-event.h"
#include "core/proviso-evidence.h"
#include "core/proviso-identity.h"
#include "core/proviso-record-private.h"

struct _ProvisoClaim
{
  ProvisoRecord parent_instance;

  char *id;
  char *statement;
  ProvisoClaimKind kind;
  ProvisoClaimStatus status;
  char *reason;
  char *for_readers;
  ProvisoAuthenticity authenticity;
  ProvisoLikelihood likelihood;
  ProvisoConfidence confidence;
  char *as_of;
  char *review_after;
  char *attributed_to;
  char *note;
  ProvisoCheck *check;
  ProvisoRecordList *anchors; /* nullable until asked for */
  ProvisoRecordList *evidence; /* nullable until asked for */
  ProvisoRecordList *events; /* nullable until asked for */

  /* Derived, kept by the project. */
  guint n_sources;
  guint n_open[PROVISO_CAVEAT_SEVERITY_NOTE + 1];
  gboolean check_stale;
  gboolean has_lost_passage;
};

G_DEFINE_FINAL_TYPE (ProvisoClaim, proviso_claim, PROVISO_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_ID,
  PROP_STATEMENT,
  PROP_KIND,
  PROP_STATUS,
  PROP_REASON,
  PROP_FOR_READERS,
  PROP_AUTHENTICITY,
  PROP_LIKELIHOOD,
  PROP_CONFIDENCE,
  PROP_AS_OF,
  PROP_REVIEW_AFTER,
  PROP_ATTRIBUTED_TO,
  PROP_NOTE,
  PROP_CHECK,
  PROP_N_SOURCES,
  PROP_N_OPEN_CAVEATS,
  PROP_CHECK_STALE,
  PROP_HAS_LOST_PASSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
proviso_claim_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoClaim *self = PROVISO_CLAIM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_STATEMENT:
      g_value_set_string (value, self->statement);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_FOR_READERS:
      g_value_set_string (value, self->for_readers);
      break;
    case PROP_AUTHENTICITY:
      g_value_set_enum (value, self->authenticity);
      break;
    case PROP_LIKELIHOOD:
      g_value_set_enum (value, self->likelihood);
      break;
    case PROP_CONFIDENCE:
      g_value_set_enum (value, self->confidence);
      break;
    case PROP_AS_OF:
      g_value_set_string (value, self->as_of);
      break;
    case PROP_REVIEW_AFTER:
      g_value_set_string (value, self->review_after);
      break;
    case PROP_ATTRIBUTED_TO:
      g_value_set_string (value, self->attributed_to);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_CHECK:
      g_value_set_object (value, self->check);
      break;
    case PROP_N_SOURCES:
      g_value_set_uint (value, self->n_sources);
      break;
    case PROP_N_OPEN_CAVEATS:
      g_value_set_uint (value, proviso_claim_get_n_open_caveats (self));
      break;
    case PROP_CHECK_STALE:
      g_value_set_boolean (value, self->check_stale);
      break;
    case PROP_HAS_LOST_PASSAGE:
      g_value_set_boolean (value, self->has_lost_passage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_claim_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoClaim *self = PROVISO_CLAIM (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_STATEMENT:
      proviso_claim_set_statement (self, g_value_get_string (value));
      break;
    case PROP_KIND:
      proviso_claim_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_STATUS:
      proviso_claim_set_status (self, g_value_get_enum (value));
      break;
    case PROP_REASON:
      proviso_claim_set_reason (self, g_value_get_string (value));
      break;
    case PROP_FOR_READERS:
      proviso_claim_set_for_readers (self, g_value_get_string (value));
      break;
    case PROP_AUTHENTICITY:
      proviso_claim_set_authenticity (self, g_value_get_enum (value));
      break;
    case PROP_LIKELIHOOD:
      proviso_claim_set_likelihood (self, g_value_get_enum (value));
      break;
    case PROP_CONFIDENCE:
      proviso_claim_set_confidence (self, g_value_get_enum (value));
      break;
    case PROP_AS_OF:
      proviso_claim_set_as_of (self, g_value_get_string (value));
      break;
    case PROP_REVIEW_AFTER:
      proviso_claim_set_review_after (self, g_value_get_string (value));
      break;
    case PROP_ATTRIBUTED_TO:
      proviso_claim_set_attributed_to (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      proviso_claim_set_note (self, g_value_get_string (value));
      break;
    case PROP_CHECK:
      proviso_claim_set_check (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_claim_finalize (GObject *object)
{
  ProvisoClaim *self = PROVISO_CLAIM (object);

  g_free (self->id);
  g_free (self->statement);
  g_free (self->reason);
  g_free (self->for_readers);
  g_free (self->as_of);
  g_free (self->review_after);
  g_free (self->attributed_to);
  g_free (self->note);
  g_clear_object (&self->check);
  proviso_record_list_abandon (&self->anchors);
  proviso_record_list_abandon (&self->evidence);
  proviso_record_list_abandon (&self->events);

  G_OBJECT_CLASS (proviso_claim_parent_class)->finalize (object);
}

static void
proviso_claim_class_init (ProvisoClaimClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_claim_get_property;
  object_class->set_property = proviso_claim_set_property;
  object_class->finalize = proviso_claim_finalize;

  properties[PROP_ID] =
      g_param_spec_string ("id", NULL, NULL, NULL, PROVISO_PARAM_CONSTRUCT);
  properties[PROP_STATEMENT] =
      g_param_spec_string ("statement", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_KIND] =
      g_param_spec_enum ("kind", NULL, NULL, PROVISO_TYPE_CLAIM_KIND, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_STATUS] =
      g_param_spec_enum ("status", NULL, NULL, PROVISO_TYPE_CLAIM_STATUS, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_REASON] =
      g_param_spec_string ("reason", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_FOR_READERS] =
      g_param_spec_string ("for-readers", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_AUTHENTICITY] =
      g_param_spec_enum ("authenticity", NULL, NULL, PROVISO_TYPE_AUTHENTICITY, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_LIKELIHOOD] =
      g_param_spec_enum ("likelihood", NULL, NULL, PROVISO_TYPE_LIKELIHOOD, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_CONFIDENCE] =
      g_param_spec_enum ("confidence", NULL, NULL, PROVISO_TYPE_CONFIDENCE, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_AS_OF] =
      g_param_spec_string ("as-of", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_REVIEW_AFTER] =
      g_param_spec_string ("review-after", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_ATTRIBUTED_TO] =
      g_param_spec_string ("attributed-to", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_NOTE] =
      g_param_spec_string ("note", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_CHECK] =
      g_param_spec_object ("check", NULL, NULL, PROVISO_TYPE_CHECK, PROVISO_PARAM_READWRITE);

  properties[PROP_N_SOURCES] =
      g_param_spec_uint ("n-sources", NULL, NULL, 0, G_MAXUINT, 0, PROVISO_PARAM_READABLE);
  properties[PROP_N_OPEN_CAVEATS] =
      g_param_spec_uint ("n-open-caveats", NULL, NULL, 0, G_MAXUINT, 0, PROVISO_PARAM_READABLE);
  properties[PROP_CHECK_STALE] =
      g_param_spec_boolean ("check-stale", NULL, NULL, FALSE, PROVISO_PARAM_READABLE);
  properties[PROP_HAS_LOST_PASSAGE] =
      g_param_spec_boolean ("has-lost-passage", NULL, NULL, FALSE, PROVISO_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_claim_init (ProvisoClaim *self)
{
  self->statement = g_strdup ("");
  self->note = g_strdup ("");
}

ProvisoClaim *
proviso_claim_new (const char *id)
{
  g_autofree char *new_id = id == NULL ? proviso_identity_new_id () : NULL;

  return g_object_new (PROVISO_TYPE_CLAIM, "id", id != NULL ? id : new_id, NULL);
}

const char *
proviso_claim_get_id (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->id;
}

const char *
proviso_claim_get_statement (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->statement;
}

void
proviso_claim_set_statement (ProvisoClaim *self, const char *statement)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->statement, statement != NULL ? statement : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATEMENT]);
}

ProvisoClaimKind
proviso_claim_get_kind (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), 0);

  return self->kind;
}

void
proviso_claim_set_kind (ProvisoClaim *self, ProvisoClaimKind kind)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

ProvisoClaimStatus
proviso_claim_get_status (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), 0);

  return self->status;
}

void
proviso_claim_set_status (ProvisoClaim *self, ProvisoClaimStatus status)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (self->status == status)
    return;

  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

const char *
proviso_claim_get_reason (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->reason;
}

void
proviso_claim_set_reason (ProvisoClaim *self, const char *reason)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->reason, reason != NULL && *reason != '\0' ? reason : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

const char *
proviso_claim_get_for_readers (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->for_readers;
}

void
proviso_claim_set_for_readers (ProvisoClaim *self, const char *for_readers)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->for_readers, for_readers != NULL && *for_readers != '\0' ? for_readers : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOR_READERS]);
}

ProvisoAuthenticity
proviso_claim_get_authenticity (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), 0);

  return self->authenticity;
}

void
proviso_claim_set_authenticity (ProvisoClaim *self, ProvisoAuthenticity authenticity)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (self->authenticity == authenticity)
    return;

  self->authenticity = authenticity;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHENTICITY]);
}

ProvisoLikelihood
proviso_claim_get_likelihood (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), 0);

  return self->likelihood;
}

void
proviso_claim_set_likelihood (ProvisoClaim *self, ProvisoLikelihood likelihood)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (self->likelihood == likelihood)
    return;

  if (likelihood != PROVISO_LIKELIHOOD_NONE)
    proviso_claim_set_confidence (self, PROVISO_CONFIDENCE_NONE);
  self->likelihood = likelihood;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIKELIHOOD]);
}

ProvisoConfidence
proviso_claim_get_confidence (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), 0);

  return self->confidence;
}

void
proviso_claim_set_confidence (ProvisoClaim *self, ProvisoConfidence confidence)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (self->confidence == confidence)
    return;

  if (confidence != PROVISO_CONFIDENCE_NONE)
    proviso_claim_set_likelihood (self, PROVISO_LIKELIHOOD_NONE);
  self->confidence = confidence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
}

const char *
proviso_claim_get_as_of (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->as_of;
}

void
proviso_claim_set_as_of (ProvisoClaim *self, const char *as_of)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->as_of, as_of != NULL && *as_of != '\0' ? as_of : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

const char *
proviso_claim_get_review_after (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->review_after;
}

void
proviso_claim_set_review_after (ProvisoClaim *self, const char *review_after)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->review_after, review_after != NULL && *review_after != '\0' ? review_after : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW_AFTER]);
}

const char *
proviso_claim_get_attributed_to (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->attributed_to;
}

void
proviso_claim_set_attributed_to (ProvisoClaim *self, const char *attributed_to)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->attributed_to, attributed_to != NULL && *attributed_to != '\0' ? attributed_to : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTRIBUTED_TO]);
}

const char *
proviso_claim_get_note (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->note;
}

void
proviso_claim_set_note (ProvisoClaim *self, const char *note)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_str (&self->note, note != NULL ? note : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

ProvisoCheck *
proviso_claim_get_check (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return self->check;
}

void
proviso_claim_set_check (ProvisoClaim *self, ProvisoCheck *check)
{
  g_return_if_fail (PROVISO_IS_CLAIM (self));

  if (g_set_object (&self->check, check))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECK]);
}

ProvisoRecordList *
proviso_claim_get_anchors (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  if (self->anchors == NULL)
    self->anchors = proviso_record_list_new (PROVISO_TYPE_ANCHOR, PROVISO_RECORD (self));

  return self->anchors;
}

ProvisoRecordList *
proviso_claim_peek_anchors (ProvisoClaim *self)
{
  return self->anchors;
}

ProvisoRecordList *
proviso_claim_get_evidence (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  if (self->evidence == NULL)
    self->evidence = proviso_record_list_new (PROVISO_TYPE_EVIDENCE, PROVISO_RECORD (self));

  return self->evidence;
}

ProvisoRecordList *
proviso_claim_peek_evidence (ProvisoClaim *self)
{
  return self->evidence;
}

ProvisoRecordList *
proviso_claim_get_events (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  if (self->events == NULL)
    self->events = proviso_record_list_new (PROVISO_TYPE_EVENT, PROVISO_RECORD (self));

  return self->events;
}

ProvisoRecordList *
proviso_claim_peek_events (ProvisoClaim *self)
{
  return self->events;
}

gboolean
proviso_claim_status_needs_reason (ProvisoClaimStatus status)
{
  return status == PROVISO_CLAIM_STATUS_UNVERIFIABLE || status == PROVISO_CLAIM_STATUS_REFUTED ||
         status == PROVISO_CLAIM_STATUS_SUPERSEDED;
}

guint
proviso_claim_get_position (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), G_MAXUINT);

  return proviso_anchors_get_position (self->anchors);
}

const char *
proviso_claim_get_changed (ProvisoClaim *self)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (self), NULL);

  return proviso_events_get_last_time (self->events);
}

guint
proviso_claim_get_n_sources (ProvisoClaim *self)
{
  return self->n_sources;
}

guint
proviso_claim_get_n_open_caveats (ProvisoClaim *self)
{
  guint n_open = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->n_open); i++)
    n_open += self->n_open[i];

  return n_open;
}

gboolean
proviso_claim_get_open_severity (ProvisoClaim *self, ProvisoCaveatSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->n_open); i++)
    if (self->n_open[i] > 0)
      {
        *severity = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
proviso_claim_get_check_stale (ProvisoClaim *self)
{
  return self->check_stale;
}

gboolean
proviso_claim_get_has_lost_passage (ProvisoClaim *self)
{
  return self->has_lost_passage;
}

void
proviso_claim_set_open_caveats (ProvisoClaim *self, const guint *n_open)
{
  guint n_before = proviso_claim_get_n_open_caveats (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->n_open); i++)
    self->n_open[i] = n_open != NULL ? n_open[i] : 0;
  if (proviso_claim_get_n_open_caveats (self) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN_CAVEATS]);
}

void
proviso_claim_set_check_stale (ProvisoClaim *self, gboolean check_stale)
{
  if (self->check_stale == check_stale)
    return;

  self->check_stale = check_stale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECK_STALE]);
}

/* Different sources, not links: two excerpts of one document are one source. */
static guint
count_sources (ProvisoRecordList *evidence)
{
  guint n_links = proviso_record_list_get_size (evidence), n_sources = 0;

  for (guint i = 0; i < n_links; i++)
    {
      const char *source = proviso_evidence_get_source (proviso_record_list_peek (evidence, i));
      guint j = 0;

      while (j < i && !g_str_equal (proviso_evidence_get_source (proviso_record_list_peek (evidence, j)), source))
        j++;
      if (j == i)
        n_sources++;
    }

  return n_sources;
}

void
proviso_claim_update_derived (ProvisoClaim *self)
{
  guint n_sources;
  gboolean has_lost_passage = FALSE;

  g_return_if_fail (PROVISO_IS_CLAIM (self));

  n_sources = count_sources (self->evidence);
  for (guint i = 0; i < proviso_record_list_get_size (self->anchors); i++)
    if (proviso_anchor_get_state (proviso_record_list_peek (self->anchors, i)) == PROVISO_ANCHOR_STATE_LOST)
      has_lost_passage = TRUE;

  if (self->n_sources != n_sources)
    {
      self->n_sources = n_sources;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SOURCES]);
    }
  if (self->has_lost_passage != has_lost_passage)
    {
      self->has_lost_passage = has_lost_passage;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_LOST_PASSAGE]);
    }
}
