/* proviso-caveat.c: a doubt about a claim or a passage, and how it was settled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-caveat.h"

#include "core/proviso-enum-types.h"
#include "core/proviso-anchor.h"
#include "core/proviso-comment.h"
#include "core/proviso-event.h"
#include "core/proviso-identity.h"
#include "core/proviso-record-private.h"

struct _ProvisoCaveat
{
  ProvisoRecord parent_instance;

  char *id;
  ProvisoCaveatType caveat_type;
  ProvisoCaveatSeverity severity;
  ProvisoCaveatState state;
  char *text;
  char *claim;
  char *suggestion;
  char *reason;
  char *for_readers;
  ProvisoCheck *confirmed;
  ProvisoRecordList *anchors; /* nullable until asked for */
  ProvisoRecordList *thread; /* nullable until asked for */
  ProvisoRecordList *events; /* nullable until asked for */
};

G_DEFINE_FINAL_TYPE (ProvisoCaveat, proviso_caveat, PROVISO_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_ID,
  PROP_CAVEAT_TYPE,
  PROP_SEVERITY,
  PROP_STATE,
  PROP_TEXT,
  PROP_CLAIM,
  PROP_SUGGESTION,
  PROP_REASON,
  PROP_FOR_READERS,
  PROP_CONFIRMED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
proviso_caveat_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoCaveat *self = PROVISO_CAVEAT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_CAVEAT_TYPE:
      g_value_set_enum (value, self->caveat_type);
      break;
    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_CLAIM:
      g_value_set_string (value, self->claim);
      break;
    case PROP_SUGGESTION:
      g_value_set_string (value, self->suggestion);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_FOR_READERS:
      g_value_set_string (value, self->for_readers);
      break;
    case PROP_CONFIRMED:
      g_value_set_object (value, self->confirmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_caveat_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoCaveat *self = PROVISO_CAVEAT (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_CAVEAT_TYPE:
      proviso_caveat_set_caveat_type (self, g_value_get_enum (value));
      break;
    case PROP_SEVERITY:
      proviso_caveat_set_severity (self, g_value_get_enum (value));
      break;
    case PROP_STATE:
      proviso_caveat_set_state (self, g_value_get_enum (value));
      break;
    case PROP_TEXT:
      proviso_caveat_set_text (self, g_value_get_string (value));
      break;
    case PROP_CLAIM:
      proviso_caveat_set_claim (self, g_value_get_string (value));
      break;
    case PROP_SUGGESTION:
      proviso_caveat_set_suggestion (self, g_value_get_string (value));
      break;
    case PROP_REASON:
      proviso_caveat_set_reason (self, g_value_get_string (value));
      break;
    case PROP_FOR_READERS:
      proviso_caveat_set_for_readers (self, g_value_get_string (value));
      break;
    case PROP_CONFIRMED:
      proviso_caveat_set_confirmed (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_caveat_finalize (GObject *object)
{
  ProvisoCaveat *self = PROVISO_CAVEAT (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->claim);
  g_free (self->suggestion);
  g_free (self->reason);
  g_free (self->for_readers);
  g_clear_object (&self->confirmed);
  proviso_record_list_abandon (&self->anchors);
  proviso_record_list_abandon (&self->thread);
  proviso_record_list_abandon (&self->events);

  G_OBJECT_CLASS (proviso_caveat_parent_class)->finalize (object);
}

static void
proviso_caveat_class_init (ProvisoCaveatClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_caveat_get_property;
  object_class->set_property = proviso_caveat_set_property;
  object_class->finalize = proviso_caveat_finalize;

  properties[PROP_ID] =
      g_param_spec_string ("id", NULL, NULL, NULL, PROVISO_PARAM_CONSTRUCT);
  properties[PROP_CAVEAT_TYPE] =
      g_param_spec_enum ("type", NULL, NULL, PROVISO_TYPE_CAVEAT_TYPE, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_SEVERITY] =
      g_param_spec_enum ("severity", NULL, NULL, PROVISO_TYPE_CAVEAT_SEVERITY, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, PROVISO_TYPE_CAVEAT_STATE, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_CLAIM] =
      g_param_spec_string ("claim", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_SUGGESTION] =
      g_param_spec_string ("suggestion", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_REASON] =
      g_param_spec_string ("reason", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_FOR_READERS] =
      g_param_spec_string ("for-readers", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_CONFIRMED] =
      g_param_spec_object ("confirmed", NULL, NULL, PROVISO_TYPE_CHECK, PROVISO_PARAM_READWRITE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_caveat_init (ProvisoCaveat *self)
{
  self->text = g_strdup ("");
}

ProvisoCaveat *
proviso_caveat_new (const char *id)
{
  g_autofree char *new_id = id == NULL ? proviso_identity_new_id () : NULL;

  return g_object_new (PROVISO_TYPE_CAVEAT, "id", id != NULL ? id : new_id, NULL);
}

const char *
proviso_caveat_get_id (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->id;
}

ProvisoCaveatType
proviso_caveat_get_caveat_type (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), 0);

  return self->caveat_type;
}

void
proviso_caveat_set_caveat_type (ProvisoCaveat *self, ProvisoCaveatType caveat_type)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (self->caveat_type == caveat_type)
    return;

  self->caveat_type = caveat_type;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAVEAT_TYPE]);
}

ProvisoCaveatSeverity
proviso_caveat_get_severity (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), 0);

  return self->severity;
}

void
proviso_caveat_set_severity (ProvisoCaveat *self, ProvisoCaveatSeverity severity)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (self->severity == severity)
    return;

  self->severity = severity;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEVERITY]);
}

ProvisoCaveatState
proviso_caveat_get_state (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), 0);

  return self->state;
}

void
proviso_caveat_set_state (ProvisoCaveat *self, ProvisoCaveatState state)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

const char *
proviso_caveat_get_text (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->text;
}

void
proviso_caveat_set_text (ProvisoCaveat *self, const char *text)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (g_set_str (&self->text, text != NULL ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const char *
proviso_caveat_get_claim (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->claim;
}

void
proviso_caveat_set_claim (ProvisoCaveat *self, const char *claim)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (g_set_str (&self->claim, claim != NULL && *claim != '\0' ? claim : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM]);
}

const char *
proviso_caveat_get_suggestion (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->suggestion;
}

void
proviso_caveat_set_suggestion (ProvisoCaveat *self, const char *suggestion)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  /* "" is a suggestion too: to delete the passage. */
  if (g_set_str (&self->suggestion, suggestion))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTION]);
}

const char *
proviso_caveat_get_reason (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->reason;
}

void
proviso_caveat_set_reason (ProvisoCaveat *self, const char *reason)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (g_set_str (&self->reason, reason != NULL && *reason != '\0' ? reason : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

const char *
proviso_caveat_get_for_readers (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->for_readers;
}

void
proviso_caveat_set_for_readers (ProvisoCaveat *self, const char *for_readers)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (g_set_str (&self->for_readers, for_readers != NULL && *for_readers != '\0' ? for_readers : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOR_READERS]);
}

ProvisoCheck *
proviso_caveat_get_confirmed (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  return self->confirmed;
}

void
proviso_caveat_set_confirmed (ProvisoCaveat *self, ProvisoCheck *confirmed)
{
  g_return_if_fail (PROVISO_IS_CAVEAT (self));

  if (g_set_object (&self->confirmed, confirmed))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIRMED]);
}

ProvisoRecordList *
proviso_caveat_get_anchors (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  if (self->anchors == NULL)
    self->anchors = proviso_record_list_new (PROVISO_TYPE_ANCHOR, PROVISO_RECORD (self));

  return self->anchors;
}

ProvisoRecordList *
proviso_caveat_peek_anchors (ProvisoCaveat *self)
{
  return self->anchors;
}

ProvisoRecordList *
proviso_caveat_get_thread (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  if (self->thread == NULL)
    self->thread = proviso_record_list_new (PROVISO_TYPE_COMMENT, PROVISO_RECORD (self));

  return self->thread;
}

ProvisoRecordList *
proviso_caveat_peek_thread (ProvisoCaveat *self)
{
  return self->thread;
}

ProvisoRecordList *
proviso_caveat_get_events (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  if (self->events == NULL)
    self->events = proviso_record_list_new (PROVISO_TYPE_EVENT, PROVISO_RECORD (self));

  return self->events;
}

ProvisoRecordList *
proviso_caveat_peek_events (ProvisoCaveat *self)
{
  return self->events;
}

gboolean
proviso_caveat_state_needs_reason (ProvisoCaveatState state)
{
  return state == PROVISO_CAVEAT_STATE_ACCEPTED || state == PROVISO_CAVEAT_STATE_DISMISSED;
}

guint
proviso_caveat_get_position (ProvisoCaveat *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), G_MAXUINT);

  return proviso_anchors_get_position (self->anchors);
}

/* The later of two times, either nullable. What the program writes compares as text; of other forms of a time, which
 * a file may have, this is no worse than the order in the list. */
static const char *
get_later (const char *a, const char *b)
{
  return g_strcmp0 (a, b) < 0 ? b : a;
}

const char *
proviso_caveat_get_changed (ProvisoCaveat *self)
{
  const char *changed;

  g_return_val_if_fail (PROVISO_IS_CAVEAT (self), NULL);

  changed = proviso_events_get_last_time (self->events);
  for (guint i = 0; i < proviso_record_list_get_size (self->thread); i++)
    changed = get_later (changed, proviso_comment_get_changed (proviso_record_list_peek (self->thread, i)));

  return changed;
}
