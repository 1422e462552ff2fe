/* proviso-check.c: somebody's word that a record was looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-check.h"

#include "core/proviso-record-private.h"

struct _ProvisoCheck
{
  ProvisoRecord parent_instance;

  char *by;
  char *at;
  GStrv passages;
  char *statement; /* nullable */
  gboolean knows_status;
  ProvisoClaimStatus status;
  ProvisoRecordList *evidence; /* nullable */
};

G_DEFINE_FINAL_TYPE (ProvisoCheck, proviso_check, PROVISO_TYPE_RECORD)

static void
proviso_check_finalize (GObject *object)
{
  ProvisoCheck *self = PROVISO_CHECK (object);

  g_free (self->by);
  g_free (self->at);
  g_strfreev (self->passages);
  g_free (self->statement);
  proviso_record_list_abandon (&self->evidence);

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

const char *
proviso_check_get_statement (ProvisoCheck *self)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), NULL);

  return self->statement;
}

gboolean
proviso_check_get_status (ProvisoCheck *self, ProvisoClaimStatus *status)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), FALSE);

  *status = self->status;

  return self->knows_status;
}

ProvisoRecordList *
proviso_check_get_evidence (ProvisoCheck *self)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), NULL);

  return self->evidence;
}

void
proviso_check_set_statement (ProvisoCheck *self, const char *statement)
{
  g_return_if_fail (PROVISO_IS_CHECK (self));

  g_set_str (&self->statement, statement);
}

void
proviso_check_set_status (ProvisoCheck *self, ProvisoClaimStatus status)
{
  g_return_if_fail (PROVISO_IS_CHECK (self));

  self->knows_status = TRUE;
  self->status = status;
}

ProvisoRecordList *
proviso_check_begin_evidence (ProvisoCheck *self)
{
  g_return_val_if_fail (PROVISO_IS_CHECK (self), NULL);

  if (self->evidence == NULL)
    self->evidence = proviso_record_list_new (PROVISO_TYPE_EVIDENCE, PROVISO_RECORD (self));

  return self->evidence;
}
