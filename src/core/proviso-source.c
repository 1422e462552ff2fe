/* proviso-source.c: where information came from: an entry of the project's register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-source.h"

#include "core/proviso-enum-types.h"
#include "core/proviso-event.h"
#include "core/proviso-identity.h"
#include "core/proviso-record-private.h"

struct _ProvisoSource
{
  ProvisoRecord parent_instance;

  char *id;
  ProvisoSourceType source_type;
  char *title;
  char *publisher;
  char *url;
  char *published;
  char *accessed;
  char *archived;
  ProvisoReliability reliability;
  char *independence_group;
  gboolean confidential;
  char *note;
  ProvisoRecordList *events; /* nullable until asked for */
};

G_DEFINE_FINAL_TYPE (ProvisoSource, proviso_source, PROVISO_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_ID,
  PROP_SOURCE_TYPE,
  PROP_TITLE,
  PROP_PUBLISHER,
  PROP_URL,
  PROP_PUBLISHED,
  PROP_ACCESSED,
  PROP_ARCHIVED,
  PROP_RELIABILITY,
  PROP_INDEPENDENCE_GROUP,
  PROP_CONFIDENTIAL,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
proviso_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoSource *self = PROVISO_SOURCE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_SOURCE_TYPE:
      g_value_set_enum (value, self->source_type);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, self->publisher);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;
    case PROP_ACCESSED:
      g_value_set_string (value, self->accessed);
      break;
    case PROP_ARCHIVED:
      g_value_set_string (value, self->archived);
      break;
    case PROP_RELIABILITY:
      g_value_set_enum (value, self->reliability);
      break;
    case PROP_INDEPENDENCE_GROUP:
      g_value_set_string (value, self->independence_group);
      break;
    case PROP_CONFIDENTIAL:
      g_value_set_boolean (value, self->confidential);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_source_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoSource *self = PROVISO_SOURCE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_SOURCE_TYPE:
      proviso_source_set_source_type (self, g_value_get_enum (value));
      break;
    case PROP_TITLE:
      proviso_source_set_title (self, g_value_get_string (value));
      break;
    case PROP_PUBLISHER:
      proviso_source_set_publisher (self, g_value_get_string (value));
      break;
    case PROP_URL:
      proviso_source_set_url (self, g_value_get_string (value));
      break;
    case PROP_PUBLISHED:
      proviso_source_set_published (self, g_value_get_string (value));
      break;
    case PROP_ACCESSED:
      proviso_source_set_accessed (self, g_value_get_string (value));
      break;
    case PROP_ARCHIVED:
      proviso_source_set_archived (self, g_value_get_string (value));
      break;
    case PROP_RELIABILITY:
      proviso_source_set_reliability (self, g_value_get_enum (value));
      break;
    case PROP_INDEPENDENCE_GROUP:
      proviso_source_set_independence_group (self, g_value_get_string (value));
      break;
    case PROP_CONFIDENTIAL:
      proviso_source_set_confidential (self, g_value_get_boolean (value));
      break;
    case PROP_NOTE:
      proviso_source_set_note (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_source_finalize (GObject *object)
{
  ProvisoSource *self = PROVISO_SOURCE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->published);
  g_free (self->accessed);
  g_free (self->archived);
  g_free (self->independence_group);
  g_free (self->note);
  proviso_record_list_abandon (&self->events);

  G_OBJECT_CLASS (proviso_source_parent_class)->finalize (object);
}

static void
proviso_source_class_init (ProvisoSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_source_get_property;
  object_class->set_property = proviso_source_set_property;
  object_class->finalize = proviso_source_finalize;

  properties[PROP_ID] =
      g_param_spec_string ("id", NULL, NULL, NULL, PROVISO_PARAM_CONSTRUCT);
  properties[PROP_SOURCE_TYPE] =
      g_param_spec_enum ("type", NULL, NULL, PROVISO_TYPE_SOURCE_TYPE, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_PUBLISHER] =
      g_param_spec_string ("publisher", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_URL] =
      g_param_spec_string ("url", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_PUBLISHED] =
      g_param_spec_string ("published", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_ACCESSED] =
      g_param_spec_string ("accessed", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_ARCHIVED] =
      g_param_spec_string ("archived", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_RELIABILITY] =
      g_param_spec_enum ("reliability", NULL, NULL, PROVISO_TYPE_RELIABILITY, 0, PROVISO_PARAM_READWRITE);
  properties[PROP_INDEPENDENCE_GROUP] =
      g_param_spec_string ("independence-group", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_CONFIDENTIAL] =
      g_param_spec_boolean ("confidential", NULL, NULL, FALSE, PROVISO_PARAM_READWRITE);
  properties[PROP_NOTE] =
      g_param_spec_string ("note", NULL, NULL, "", PROVISO_PARAM_READWRITE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_source_init (ProvisoSource *self)
{
  self->title = g_strdup ("");
  self->publisher = g_strdup ("");
  self->note = g_strdup ("");
}

ProvisoSource *
proviso_source_new (const char *id)
{
  g_autofree char *new_id = id == NULL ? proviso_identity_new_id () : NULL;

  return g_object_new (PROVISO_TYPE_SOURCE, "id", id != NULL ? id : new_id, NULL);
}

const char *
proviso_source_get_id (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->id;
}

ProvisoSourceType
proviso_source_get_source_type (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), 0);

  return self->source_type;
}

void
proviso_source_set_source_type (ProvisoSource *self, ProvisoSourceType source_type)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (self->source_type == source_type)
    return;

  self->source_type = source_type;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE_TYPE]);
}

const char *
proviso_source_get_title (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->title;
}

void
proviso_source_set_title (ProvisoSource *self, const char *title)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->title, title != NULL ? title : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
proviso_source_get_publisher (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->publisher;
}

void
proviso_source_set_publisher (ProvisoSource *self, const char *publisher)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->publisher, publisher != NULL ? publisher : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLISHER]);
}

const char *
proviso_source_get_url (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->url;
}

void
proviso_source_set_url (ProvisoSource *self, const char *url)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->url, url != NULL && *url != '\0' ? url : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URL]);
}

const char *
proviso_source_get_published (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->published;
}

void
proviso_source_set_published (ProvisoSource *self, const char *published)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->published, published != NULL && *published != '\0' ? published : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLISHED]);
}

const char *
proviso_source_get_accessed (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->accessed;
}

void
proviso_source_set_accessed (ProvisoSource *self, const char *accessed)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->accessed, accessed != NULL && *accessed != '\0' ? accessed : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCESSED]);
}

const char *
proviso_source_get_archived (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->archived;
}

void
proviso_source_set_archived (ProvisoSource *self, const char *archived)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->archived, archived != NULL && *archived != '\0' ? archived : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARCHIVED]);
}

ProvisoReliability
proviso_source_get_reliability (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), 0);

  return self->reliability;
}

void
proviso_source_set_reliability (ProvisoSource *self, ProvisoReliability reliability)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (self->reliability == reliability)
    return;

  self->reliability = reliability;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RELIABILITY]);
}

const char *
proviso_source_get_independence_group (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->independence_group;
}

void
proviso_source_set_independence_group (ProvisoSource *self, const char *independence_group)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->independence_group, independence_group != NULL && *independence_group != '\0' ? independence_group : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEPENDENCE_GROUP]);
}

gboolean
proviso_source_get_confidential (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), FALSE);

  return self->confidential;
}

void
proviso_source_set_confidential (ProvisoSource *self, gboolean confidential)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (self->confidential == confidential)
    return;

  self->confidential = confidential;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENTIAL]);
}

const char *
proviso_source_get_note (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  return self->note;
}

void
proviso_source_set_note (ProvisoSource *self, const char *note)
{
  g_return_if_fail (PROVISO_IS_SOURCE (self));

  if (g_set_str (&self->note, note != NULL ? note : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

gboolean
proviso_source_url_is_web (const char *url)
{
  g_autoptr (GUri) uri = NULL;

  if (url == NULL || (uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL)) == NULL)
    return FALSE;

  /* GUri gives the scheme in lower case. */
  return (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

ProvisoRecordList *
proviso_source_get_events (ProvisoSource *self)
{
  g_return_val_if_fail (PROVISO_IS_SOURCE (self), NULL);

  if (self->events == NULL)
    self->events = proviso_record_list_new (PROVISO_TYPE_EVENT, PROVISO_RECORD (self));

  return self->events;
}

ProvisoRecordList *
proviso_source_peek_events (ProvisoSource *self)
{
  return self->events;
}
