/* proviso-check.c: somebody's word that a record was looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-check.h"

struct _ProvisoCheck
{
  ProvisoRecord parent_instance;

  char *by;
  char *at;
  GStrv passages;
};

G_DEFINE_FINAL_TYPE (ProvisoCheck, proviso_check, PROVISO_TYPE_RECORD)

static void
proviso_check_finalize (GObject *object)
{
  ProvisoCheck *self = PROVISO_CHECK (object);

  g_free (self->by);
  g_free (self->at);
  g_strfreev (self->passages);

  G_OBJECT_CLASS (proviso_check_parent_class)->finalize (object);
}

static void
proviso_check_class_init (ProvisoCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_check_finalize;
}

static void
proviso_check_init (ProvisoCheck *self)
{
}

ProvisoCheck *
proviso_check_new (const char *by, const char *at, const char *const *passages)
{
  ProvisoCheck *self;

  g_return_val_if_fail (by != NULL && at != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_CHECK, NULL);
  self->by = g_strdup (by);
  self->at = g_strdup (at);
  self->passages = passages != NULL ? g_strdupv ((GStrv) passages) : g_new0 (char *, 1);

  return self;
}

const char *
proviso_check_get_by (ProvisoCheck *self)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), NULL);

  return self->by;
}

const char *
proviso_check_get_at (ProvisoCheck *self)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), NULL);

  return self->at;
}

const char *const *
proviso_check_get_passages (ProvisoCheck *self)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), NULL);

  return (const char *const *) self->passages;
}
