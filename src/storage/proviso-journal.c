/* proviso-journal.c: keeps what is not saved yet, so that a crash does not lose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One write at a time is under way, so that batches keep their order; what changes meanwhile waits and goes
 * with the next. A write that failed leaves its lines with the session, in front of later ones.
 */
#include "storage/proviso-journal.h"

#include "storage/proviso-journal-changes.h"
#include "storage/proviso-journal-session.h"

/* After a failure; a full disk does not empty itself within half a second. */
#define RETRY_INTERVAL 5000
/* A log longer than this, in bytes, and than this part of the base is begun anew: an hour of typing, which is replayed
 * within a moment. A large base takes longer to write, and so is written less often. */
#define MAX_LOG (256 * 1024)
#define MAX_LOG_PART 4

struct _ProvisoJournal
{
  GObject parent_instance;

  ProvisoProject *project;
  GFile *file;
  char *etag;

  ProvisoJournalChanges *changes;
  gboolean dirty;      /* something changed since the session was last given lines or a base */
  gboolean needs_base; /* the session is to begin from a snapshot */
  GString *since_mark; /* the lines of all batches since the mark; nullable */
  ProvisoJournalSession *session;

  guint timer;
  gboolean writing;
  gboolean failing;
  gboolean closed;
  GError *error;
};

typedef enum
{
  PROP_ERROR = 1,
} ProvisoJournalProperty;

static GParamSpec *properties[PROP_ERROR + 1];

G_DEFINE_FINAL_TYPE (ProvisoJournal, proviso_journal, G_TYPE_OBJECT)

static void start_write (ProvisoJournal *self);

static void
set_error (ProvisoJournal *self, const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  if (self->error != NULL && error != NULL && self->error->code == error->code &&
      g_str_equal (self->error->message, error->message))
    return;

  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* Gives the session what was gathered. */
static void
push (ProvisoJournal *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (!self->dirty)
    return;

  proviso_journal_changes_encode (self->changes, lines);
  if (self->since_mark != NULL)
    g_string_append_len (self->since_mark, lines->str, (gssize) lines->len);
  if (self->needs_base)
    proviso_journal_session_set_base (self->session, proviso_codec_snapshot (self->project));
  else
    proviso_journal_session_push (self->session, lines->str, lines->len);
  self->needs_base = FALSE;
  self->dirty = FALSE;
}

/* Another session takes the place of the present one. */
static void
begin_session (ProvisoJournal *self)
{
  ProvisoJournalSession *session =
      proviso_journal_session_new (self->file, self->etag, proviso_project_get_title (self->project));

  if (self->session != NULL)
    proviso_journal_session_replace (session, self->session);
  self->session = session;
}

static gboolean
on_timer (gpointer data)
{
  ProvisoJournal *self = data;

  self->timer = 0;
  push (self);
  start_write (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (ProvisoJournal *self)
{
  if (self->timer == 0 && !self->writing && !self->closed)
    self->timer = g_timeout_add (self->failing ? RETRY_INTERVAL : PROVISO_JOURNAL_INTERVAL, on_timer, self);
}

/* What follows from a write, in whichever thread it was. Returns: whether to write again at once. */
static gboolean
take_result (ProvisoJournal *self, ProvisoJournalResult result, const GError *error)
{
  goffset log, base;

  self->failing = result == PROVISO_JOURNAL_FAILED;
  switch (result)
    {
    case PROVISO_JOURNAL_NEEDS_BASE:
      self->needs_base = TRUE;
      self->dirty = TRUE;
      push (self);
      return TRUE;

    case PROVISO_JOURNAL_FAILED:
      set_error (self, error);
      /* Where the base could not be made, a later state of the project may do. */
      if (error->domain == PROVISO_CODEC_ERROR)
        {
          self->needs_base = TRUE;
          self->dirty = TRUE;
        }
      return FALSE;

    case PROVISO_JOURNAL_WRITTEN:
    default:
      set_error (self, NULL);
      proviso_journal_session_get_sizes (self->session, &log, &base);
      if (log > MAX_LOG && log > base / MAX_LOG_PART)
        {
          begin_session (self);
          self->needs_base = TRUE;
          self->dirty = TRUE;
        }
      return FALSE;
    }
}

typedef struct
{
  ProvisoJournalSession *session;
  ProvisoJournalResult result;
  GError *error;
} Write;

static void
write_free (gpointer data)
{
  Write *job = data;

  g_clear_pointer (&job->session, proviso_journal_session_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Write *job = task_data;

  job->result = proviso_journal_session_write (job->session, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoJournal) self = user_data;
  Write *job = g_task_get_task_data (G_TASK (result));
  /* Nor may the thread be the last to hold the session, and with it the lock. */
  g_autoptr (ProvisoJournalSession) session = g_steal_pointer (&job->session);

  self->writing = FALSE;
  if (self->closed)
    return;

  /* What became of a session that was replaced meanwhile is of no interest: the other one sees to it. Nor is a
   * failure after which a flush has written all of it. */
  if (session == self->session && job->result == PROVISO_JOURNAL_FAILED && !self->dirty &&
      !proviso_journal_session_has_work (self->session))
    return;
  if (session != self->session || take_result (self, job->result, job->error))
    start_write (self);
  else if (self->dirty || proviso_journal_session_has_work (self->session))
    schedule (self);
}

static void
start_write (ProvisoJournal *self)
{
  g_autoptr (GTask) task = NULL;
  Write *job;

  if (self->writing || self->closed)
    return;

  job = g_new0 (Write, 1);
  job->session = proviso_journal_session_ref (self->session);
  /* Not as the task's source: the thread may be the last to let go of the task, and the journal must not be
   * disposed of there. */
  task = g_task_new (NULL, NULL, on_written, g_object_ref (self));
  g_task_set_source_tag (task, start_write);
  g_task_set_task_data (task, job, write_free);
  self->writing = TRUE;
  g_task_run_in_thread (task, write_in_thread);
}

static void
changed (ProvisoJournal *self)
{
  self->dirty = TRUE;
  schedule (self);
}

static void
on_text_replaced (ProvisoProject *project,
                  guint offset,
                  guint n_removed,
                  const char *inserted,
                  ProvisoJournal *self)
{
  proviso_journal_changes_add_text (self->changes, offset, n_removed, inserted);
  changed (self);
}

static void
on_record_changed (ProvisoProject *project, ProvisoRecord *record, ProvisoJournal *self)
{
  proviso_journal_changes_add_record (self->changes, record);
  changed (self);
}

static void
on_items_changed (GListModel *list, guint position, guint n_removed, guint n_added, ProvisoJournal *self)
{
  proviso_journal_changes_add_splice (self->changes, PROVISO_RECORD_LIST (list), position, n_removed,
                                      n_added);
  changed (self);
}

static void
stop (ProvisoJournal *self)
{
  ProvisoProject *project = self->project;

  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (project, self);
  g_signal_handlers_disconnect_by_data (proviso_project_get_claims (project), self);
  g_signal_handlers_disconnect_by_data (proviso_project_get_caveats (project), self);
  g_signal_handlers_disconnect_by_data (proviso_project_get_sources (project), self);
}

static void
proviso_journal_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoJournal *self = PROVISO_JOURNAL (object);

  switch ((ProvisoJournalProperty) prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_journal_dispose (GObject *object)
{
  ProvisoJournal *self = PROVISO_JOURNAL (object);

  if (self->project != NULL && !self->closed)
    {
      proviso_journal_flush (self, NULL);
      stop (self);
    }

  G_OBJECT_CLASS (proviso_journal_parent_class)->dispose (object);
}

static void
proviso_journal_finalize (GObject *object)
{
  ProvisoJournal *self = PROVISO_JOURNAL (object);

  proviso_journal_changes_free (self->changes);
  if (self->since_mark != NULL)
    g_string_free (self->since_mark, TRUE);
  proviso_journal_session_unref (self->session);
  g_clear_object (&self->project);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (proviso_journal_parent_class)->finalize (object);
}

static void
proviso_journal_class_init (ProvisoJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_journal_get_property;
  object_class->dispose = proviso_journal_dispose;
  object_class->finalize = proviso_journal_finalize;

  properties[PROP_ERROR] =
      g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
proviso_journal_init (ProvisoJournal *self)
{
}

ProvisoJournal *
proviso_journal_new (ProvisoProject *project, GFile *file, const char *etag, ProvisoRecovery *recovered)
{
  ProvisoJournal *self;
  ProvisoRecordList *lists[3];

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_object_new (PROVISO_TYPE_JOURNAL, NULL);
  self->project = g_object_ref (project);
  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);
  self->changes = proviso_journal_changes_new (project);
  begin_session (self);
  self->needs_base = file == NULL || etag == NULL || recovered != NULL;

  g_signal_connect (project, "text-replaced", G_CALLBACK (on_text_replaced), self);
  g_signal_connect (project, "record-changed", G_CALLBACK (on_record_changed), self);
  lists[0] = proviso_project_get_claims (project);
  lists[1] = proviso_project_get_caveats (project);
  lists[2] = proviso_project_get_sources (project);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect (lists[i], "items-changed", G_CALLBACK (on_items_changed), self);

  if (recovered != NULL)
    {
      proviso_journal_session_replace_recovery (self->session, recovered);
      self->dirty = TRUE;
      push (self);
      start_write (self);
    }

  return self;
}

const GError *
proviso_journal_get_error (ProvisoJournal *self)
{
  g_return_val_if_fail (PROVISO_IS_JOURNAL (self), NULL);

  return self->error;
}

void
proviso_journal_mark (ProvisoJournal *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_if_fail (PROVISO_IS_JOURNAL (self));

  /* A snapshot that is due is left to the timer: if the save succeeds it is not needed. */
  if (!self->needs_base)
    push (self);
  else
    proviso_journal_changes_clear (self->changes);

  if (self->since_mark != NULL)
    g_string_free (self->since_mark, TRUE);
  self->since_mark = g_string_new (NULL);
  if (!self->needs_base && proviso_journal_session_has_work (self->session))
    schedule (self);
}

void
proviso_journal_saved (ProvisoJournal *self, GFile *file, const char *etag)
{
  g_autoptr (GString) since_mark = NULL;

  g_return_if_fail (PROVISO_IS_JOURNAL (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (etag != NULL);
  g_return_if_fail (self->since_mark != NULL);

  if (self->closed)
    return;

  g_set_object (&self->file, file);
  g_set_str (&self->etag, etag);
  since_mark = g_steal_pointer (&self->since_mark);
  begin_session (self);
  self->needs_base = FALSE;
  proviso_journal_session_push (self->session, since_mark->str, since_mark->len);
  self->dirty = !proviso_journal_changes_is_empty (self->changes);
  push (self);
  start_write (self);
}

gboolean
proviso_journal_flush (ProvisoJournal *self, GError **error)
{
  g_return_val_if_fail (PROVISO_IS_JOURNAL (self), FALSE);

  if (self->closed)
    return TRUE;

  push (self);
  for (;;)
    {
      g_autoptr (GError) local_error = NULL;
      ProvisoJournalResult result = proviso_journal_session_write (self->session, &local_error);

      if (take_result (self, result, local_error))
        continue;
      if (self->dirty || proviso_journal_session_has_work (self->session))
        schedule (self);
      if (result == PROVISO_JOURNAL_WRITTEN)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
}

void
proviso_journal_close (ProvisoJournal *self)
{
  g_return_if_fail (PROVISO_IS_JOURNAL (self));

  if (self->closed)
    return;

  stop (self);
  proviso_journal_session_discard (self->session);
}
