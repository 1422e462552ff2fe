/* proviso-file-monitor.c: tells when somebody else changes a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-file-monitor.h"

/* Programs write in several steps (truncate, write, rename); synchronisers take longer still. */
#define SETTLE_MS 400

struct _ProvisoFileMonitor
{
  GObject parent_instance;

  GFile *file;
  char *etag;
  GFileMonitor *monitor;
  GCancellable *cancellable; /* of the comparison under way */
  guint settle_source;
  guint n_pauses;
  gboolean seen_event; /* since it was last told */
  ProvisoStoreState state;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoFileMonitor, proviso_file_monitor, G_TYPE_OBJECT)

static void
stop_comparing (ProvisoFileMonitor *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoFileMonitor) self = user_data;
  g_autoptr (GError) error = NULL;
  ProvisoStoreState state;

  if (!proviso_store_compare_finish (G_FILE (source), result, &state, &error))
    {
      /* A file that cannot be read at the moment (a network away) is not a change; saving will tell. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_clear_object (&self->cancellable);
      return;
    }
  g_clear_object (&self->cancellable);
  /* Changed once more is worth telling again; seen to be changed still is not. */
  if (state == self->state && (state != PROVISO_STORE_CHANGED || !self->seen_event))
    return;
  self->seen_event = FALSE;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, (int) state);
}

static void
settled_cb (gpointer user_data)
{
  ProvisoFileMonitor *self = user_data;

  self->settle_source = 0;
  stop_comparing (self);
  self->cancellable = g_cancellable_new ();
  proviso_store_compare_async (self->file, self->etag, self->cancellable, compared_cb, g_object_ref (self));
}

void
proviso_file_monitor_check (ProvisoFileMonitor *self)
{
  g_return_if_fail (PROVISO_IS_FILE_MONITOR (self));

  if (self->n_pauses > 0)
    return;
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add_once (SETTLE_MS, settled_cb, self);
}

static void
event_cb (ProvisoFileMonitor *self)
{
  self->seen_event = TRUE;
  proviso_file_monitor_check (self);
}

static void
proviso_file_monitor_dispose (GObject *object)
{
  ProvisoFileMonitor *self = PROVISO_FILE_MONITOR (object);

  stop_comparing (self);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_clear_object (&self->monitor);
    }

  G_OBJECT_CLASS (proviso_file_monitor_parent_class)->dispose (object);
}

static void
proviso_file_monitor_finalize (GObject *object)
{
  ProvisoFileMonitor *self = PROVISO_FILE_MONITOR (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);

  G_OBJECT_CLASS (proviso_file_monitor_parent_class)->finalize (object);
}

static void
proviso_file_monitor_class_init (ProvisoFileMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_file_monitor_dispose;
  object_class->finalize = proviso_file_monitor_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PROVISO_TYPE_FILE_MONITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
proviso_file_monitor_init (ProvisoFileMonitor *self)
{
}

ProvisoFileMonitor *
proviso_file_monitor_new (GFile *file, const char *etag)
{
  ProvisoFileMonitor *self = g_object_new (PROVISO_TYPE_FILE_MONITOR, NULL);

  self->file = g_object_ref (file);
  self->etag = g_strdup (etag);
  self->state = PROVISO_STORE_SAME;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (event_cb), self);
  return self;
}

void
proviso_file_monitor_pause (ProvisoFileMonitor *self)
{
  g_return_if_fail (PROVISO_IS_FILE_MONITOR (self));

  self->n_pauses++;
  stop_comparing (self);
}

void
proviso_file_monitor_resume (ProvisoFileMonitor *self, const char *etag)
{
  g_return_if_fail (PROVISO_IS_FILE_MONITOR (self));
  g_return_if_fail (self->n_pauses > 0);

  self->n_pauses--;
  self->seen_event = FALSE;
  if (etag != NULL)
    {
      self->state = PROVISO_STORE_SAME;
      g_set_str (&self->etag, etag);
    }
  /* What others did during the pause was not heard. */
  proviso_file_monitor_check (self);
}
