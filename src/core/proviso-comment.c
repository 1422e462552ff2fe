/* proviso-comment.c: a comment in the thread of a caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-comment.h"

#include "core/proviso-identity.h"
#include "core/proviso-record-private.h"

struct _ProvisoComment
{
  ProvisoRecord parent_instance;

  char *id;
  char *by;
  char *at;
  char *edited;
  char *text;
};

G_DEFINE_FINAL_TYPE (ProvisoComment, proviso_comment, PROVISO_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_EDITED,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
proviso_comment_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITED:
      g_value_set_string (value, PROVISO_COMMENT (object)->edited);
      break;
    case PROP_TEXT:
      g_value_set_string (value, PROVISO_COMMENT (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_comment_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EDITED:
      proviso_comment_set_edited (PROVISO_COMMENT (object), g_value_get_string (value));
      break;
    case PROP_TEXT:
      proviso_comment_set_text (PROVISO_COMMENT (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_comment_finalize (GObject *object)
{
  ProvisoComment *self = PROVISO_COMMENT (object);

  g_free (self->id);
  g_free (self->by);
  g_free (self->at);
  g_free (self->edited);
  g_free (self->text);

  G_OBJECT_CLASS (proviso_comment_parent_class)->finalize (object);
}

static void
proviso_comment_class_init (ProvisoCommentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_comment_get_property;
  object_class->set_property = proviso_comment_set_property;
  object_class->finalize = proviso_comment_finalize;

  properties[PROP_EDITED] = g_param_spec_string ("edited", NULL, NULL, NULL, PROVISO_PARAM_READWRITE);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", PROVISO_PARAM_READWRITE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_comment_init (ProvisoComment *self)
{
  self->text = g_strdup ("");
}

ProvisoComment *
proviso_comment_new (const char *id, const char *by, const char *at, const char *text)
{
  ProvisoComment *self;

  g_return_val_if_fail (by != NULL && at != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_COMMENT, "text", text, NULL);
  self->id = id != NULL ? g_strdup (id) : proviso_identity_new_id ();
  self->by = g_strdup (by);
  self->at = g_strdup (at);

  return self;
}

const char *
proviso_comment_get_id (ProvisoComment *self)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (self), NULL);

  return self->id;
}

const char *
proviso_comment_get_by (ProvisoComment *self)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (self), NULL);

  return self->by;
}

const char *
proviso_comment_get_at (ProvisoComment *self)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (self), NULL);

  return self->at;
}

const char *
proviso_comment_get_edited (ProvisoComment *self)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (self), NULL);

  return self->edited;
}

const char *
proviso_comment_get_changed (ProvisoComment *self)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (self), NULL);

  return self->edited != NULL ? self->edited : self->at;
}

void
proviso_comment_set_edited (ProvisoComment *self, const char *time)
{
  g_return_if_fail (PROVISO_IS_COMMENT (self));

  if (g_set_str (&self->edited, time))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
}

const char *
proviso_comment_get_text (ProvisoComment *self)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (self), NULL);

  return self->text;
}

void
proviso_comment_set_text (ProvisoComment *self, const char *text)
{
  g_return_if_fail (PROVISO_IS_COMMENT (self));

  if (g_set_str (&self->text, text != NULL ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
