/* proviso-record.c: what every record of a project has in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-record.h"

typedef struct
{
  ProvisoRecord *owner;    /* not referenced: the owner holds the list that holds this record */
  GArray *foreign_members; /* nullable: few records have any */
} ProvisoRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ProvisoRecord, proviso_record, G_TYPE_OBJECT)

static void
foreign_member_clear (gpointer data)
{
  ProvisoForeignMember *member = data;

  g_free (member->after);
  g_free (member->name);
  g_free (member->json);
}

static void
proviso_record_finalize (GObject *object)
{
  ProvisoRecordPrivate *priv = proviso_record_get_instance_private (PROVISO_RECORD (object));

  g_clear_pointer (&priv->foreign_members, g_array_unref);

  G_OBJECT_CLASS (proviso_record_parent_class)->finalize (object);
}

static void
proviso_record_class_init (ProvisoRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_record_finalize;
}

static void
proviso_record_init (ProvisoRecord *self)
{
}

ProvisoRecord *
proviso_record_get_owner (ProvisoRecord *self)
{
  ProvisoRecordPrivate *priv = proviso_record_get_instance_private (self);

  g_return_val_if_fail (PROVISO_IS_RECORD (self), NULL);

  return priv->owner;
}

void
proviso_record_set_owner (ProvisoRecord *self, ProvisoRecord *owner)
{
  ProvisoRecordPrivate *priv = proviso_record_get_instance_private (self);

  g_return_if_fail (PROVISO_IS_RECORD (self));

  priv->owner = owner;
}

ProvisoRecord *
proviso_record_get_root (ProvisoRecord *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD (self), NULL);

  for (ProvisoRecord *owner = proviso_record_get_owner (self);
       owner != NULL &&
       (!PROVISO_RECORD_GET_CLASS (owner)->owns_roots || PROVISO_RECORD_GET_CLASS (self)->is_part);
       owner = proviso_record_get_owner (self))
    self = owner;

  return self;
}

void
proviso_record_add_foreign_member (ProvisoRecord *self, const char *after, const char *name, const char *json)
{
  ProvisoRecordPrivate *priv = proviso_record_get_instance_private (self);
  ProvisoForeignMember member = { g_strdup (after), g_strdup (name), g_strdup (json) };

  g_return_if_fail (PROVISO_IS_RECORD (self));
  g_return_if_fail (name != NULL && json != NULL);

  if (priv->foreign_members == NULL)
    {
      priv->foreign_members = g_array_new (FALSE, FALSE, sizeof (ProvisoForeignMember));
      g_array_set_clear_func (priv->foreign_members, foreign_member_clear);
    }
  g_array_append_val (priv->foreign_members, member);
}

const ProvisoForeignMember *
proviso_record_get_foreign_members (ProvisoRecord *self, guint *n_members)
{
  ProvisoRecordPrivate *priv = proviso_record_get_instance_private (self);

  g_return_val_if_fail (PROVISO_IS_RECORD (self), NULL);

  *n_members = priv->foreign_members != NULL ? priv->foreign_members->len : 0;

  return *n_members > 0 ? (const ProvisoForeignMember *) (gpointer) priv->foreign_members->data : NULL;
}
