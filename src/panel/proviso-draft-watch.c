/* proviso-draft-watch.c: keeps at hand what is wrong with the draft as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All records and all of the text have a say in it, so it is looked for only while the page is looked at: when that
 * is opened, and once nothing has changed for a while, but never at a keystroke; and a little at a time, between
 * which the person is attended to.
 */
#include "panel/proviso-draft-watch.h"
#include "export/proviso-draft-check.h"

/* How long nothing must have changed. */
#define QUIET_MS 400
/* How long, in microseconds, is looked at a time. */
#define SLICE 4000

struct _ProvisoDraftWatch
{
  GObject parent_instance;

  ProvisoReadiness *readiness;
  guint update_source;
  ProvisoDraftCheck *check; /* while it runs */
  gboolean follows;
  gboolean changed; /* while the update was waited for */
};

G_DEFINE_FINAL_TYPE (ProvisoDraftWatch, proviso_draft_watch, G_TYPE_OBJECT)

static void
stop (ProvisoDraftWatch *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->check, proviso_draft_check_free);
  self->changed = FALSE;
}

static gboolean
ask_cb (gpointer user_data)
{
  ProvisoDraftWatch *self = user_data;

  if (proviso_draft_check_run (self->check, SLICE))
    return G_SOURCE_CONTINUE;

  self->update_source = 0;
  proviso_readiness_set_draft_findings (self->readiness, proviso_draft_check_get_findings (self->check));
  g_clear_pointer (&self->check, proviso_draft_check_free);

  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer user_data)
{
  ProvisoDraftWatch *self = user_data;

  if (self->changed)
    {
      self->changed = FALSE;
      return G_SOURCE_CONTINUE;
    }

  self->check = proviso_draft_check_new (proviso_readiness_get_project (self->readiness));
  self->update_source = g_idle_add_full (G_PRIORITY_LOW, ask_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (ProvisoDraftWatch *self)
{
  if (!self->follows)
    return;

  /* What was asked so far is of a project that was otherwise. */
  if (self->check != NULL)
    stop (self);
  if (self->update_source != 0)
    self->changed = TRUE;
  else
    self->update_source = g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, update_cb, self, NULL);
}

static void
proviso_draft_watch_dispose (GObject *object)
{
  ProvisoDraftWatch *self = PROVISO_DRAFT_WATCH (object);

  stop (self);
  g_clear_object (&self->readiness);

  G_OBJECT_CLASS (proviso_draft_watch_parent_class)->dispose (object);
}

static void
proviso_draft_watch_class_init (ProvisoDraftWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_draft_watch_dispose;
}

static void
proviso_draft_watch_init (ProvisoDraftWatch *self)
{
}

ProvisoDraftWatch *
proviso_draft_watch_new (ProvisoReadiness *readiness)
{
  ProvisoDraftWatch *self;
  ProvisoProject *project;

  g_return_val_if_fail (PROVISO_IS_READINESS (readiness), NULL);

  self = g_object_new (PROVISO_TYPE_DRAFT_WATCH, NULL);
  self->readiness = g_object_ref (readiness);
  project = proviso_readiness_get_project (readiness);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_claims (project), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_caveats (project), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_sources (project), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
proviso_draft_watch_follow (ProvisoDraftWatch *self, gboolean follow)
{
  g_return_if_fail (PROVISO_IS_DRAFT_WATCH (self));

  self->follows = follow;
  stop (self);
  /* Once the page is there. */
  if (follow)
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}
