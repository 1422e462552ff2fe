/* proviso-event.c: an entry in the history of a claim, caveat or source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-event.h"

#include "core/proviso-record-private.h"

struct _ProvisoEvent
{
  ProvisoRecord parent_instance;

  char *at;
  char *by;
  char *what;
  char *from;
  char *to;
  char *reason;
  char *cause;
};

G_DEFINE_FINAL_TYPE (ProvisoEvent, proviso_event, PROVISO_TYPE_RECORD)

static void
proviso_event_finalize (GObject *object)
{
  ProvisoEvent *self = PROVISO_EVENT (object);

  g_free (self->at);
  g_free (self->by);
  g_free (self->what);
  g_free (self->from);
  g_free (self->to);
  g_free (self->reason);
  g_free (self->cause);

  G_OBJECT_CLASS (proviso_event_parent_class)->finalize (object);
}

static void
proviso_event_class_init (ProvisoEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_event_finalize;
}

static void
proviso_event_init (ProvisoEvent *self)
{
}

ProvisoEvent *
proviso_event_new (const char *at, const char *by, const char *what, const char *from, const char *to)
{
  return proviso_event_new_with_reason (at, by, what, from, to, NULL, NULL);
}

ProvisoEvent *
proviso_event_new_with_reason (const char *at,
                               const char *by,
                               const char *what,
                               const char *from,
                               const char *to,
                               const char *reason,
                               const char *cause)
{
  ProvisoEvent *self;

  g_return_val_if_fail (at != NULL && by != NULL && what != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_EVENT, NULL);
  self->at = g_strdup (at);
  self->by = g_strdup (by);
  self->what = g_strdup (what);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->reason = g_strdup (reason);
  self->cause = g_strdup (cause);

  return self;
}

const char *
proviso_event_get_at (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->at;
}

const char *
proviso_event_get_by (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->by;
}

const char *
proviso_event_get_what (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->what;
}

const char *
proviso_event_get_from (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->from;
}

const char *
proviso_event_get_to (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->to;
}

const char *
proviso_event_get_reason (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->reason;
}

const char *
proviso_event_get_cause (ProvisoEvent *self)
{
  g_return_val_if_fail (PROVISO_IS_EVENT (self), NULL);

  return self->cause;
}

void
proviso_event_continue (ProvisoEvent *self, const char *at, const char *to)
{
  g_return_if_fail (PROVISO_IS_EVENT (self));

  g_set_str (&self->at, at);
  g_set_str (&self->to, to);
}

const char *
proviso_events_get_last_time (ProvisoRecordList *events)
{
  guint n_events = proviso_record_list_get_size (events);

  return n_events > 0 ? proviso_event_get_at (proviso_record_list_peek (events, n_events - 1)) : NULL;
}
