/* proviso-seen-control.c: what others did to a window's document since the person last looked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-seen-control.h"

#include "core/proviso-identity.h"
#include "merge/proviso-own-edits.h"
#include "storage/proviso-codec.h"
#include "storage/proviso-seen.h"
#include "storage/proviso-store.h"

struct _ProvisoSeenControl
{
  GObject parent_instance;

  ProvisoDocument *document;
  GSignalGroup *project_signals; /* of the project that is in a file; kept by the document alone */
  ProvisoDocumentState state;
  char *project_id; /* of what is in the file; NULL without one */
  char *person;     /* who was shown what others did: what is seen is seen by nobody else; NULL without a file */
  gboolean opened;  /* under this person's name, and not just while a name was being typed */
  ProvisoChanges *changes;
  gboolean showing;
  gboolean looked_through;
  gboolean first_time; /* nothing to compare it with was kept */
  GBytes *packed; /* what was read, to be kept when the document is closed */
  gboolean kept;  /* or something newer, already */
  gboolean saved; /* something newer, which is not kept before the changes were looked through */
  GCancellable *comparing;
  GArray *edits; /* of Edit: made while it was being compared */
};

typedef struct
{
  guint offset;
  guint n_removed;
  guint n_inserted;
} Edit;

/* What a thread is to do, and what it found. It keeps no object of the main thread's but the file. */
typedef struct
{
  GFile *file;
  char *etag; /* of what is to be read; anything else is not what the document holds */
  char *project_id;
  char *person;
  char *draft; /* as it is open, where it was recovered: the file has another one; nullable */
  gboolean compare;
  gboolean keep;
  gboolean first_time;
  GBytes *before; /* packed, of what was in the file before it was saved, while not all of it was looked at; nullable */
  GBytes *packed;
  ProvisoChanges *changes;
} Job;

enum
{
  PROP_0,
  PROP_CHANGES,
  N_PROPS,
};

enum
{
  SIGNAL_LOOKED_THROUGH,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoSeenControl, proviso_seen_control, G_TYPE_OBJECT)

/* Of all windows, done one after the other: what was seen first must not be kept last, nor is anything compared with what
 * is about to be replaced. Of GTask; the main thread's. */
static GQueue waiting = G_QUEUE_INIT;
static gboolean working;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_free (job->etag);
  g_free (job->project_id);
  g_free (job->person);
  g_free (job->draft);
  g_clear_pointer (&job->before, g_bytes_unref);
  g_clear_pointer (&job->packed, g_bytes_unref);
  g_clear_object (&job->changes);
  g_free (job);
}

static Job *
job_new (ProvisoSeenControl *self)
{
  Job *job = g_new0 (Job, 1);

  job->project_id = g_strdup (self->project_id);
  job->person = g_strdup (self->person);

  return job;
}

static void
compare (Job *job, GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (GBytes) seen_bytes = proviso_seen_read (job->project_id, job->person);
  g_autoptr (ProvisoProject) seen = NULL;
  g_autoptr (ProvisoProject) now = NULL;
  g_autoptr (ProvisoChanges) changes = NULL;

  job->first_time = seen_bytes == NULL;
  if (seen_bytes == NULL || g_bytes_equal (seen_bytes, bytes))
    return;
  seen = proviso_codec_load (seen_bytes, NULL, NULL);
  if (seen == NULL || g_cancellable_is_cancelled (cancellable))
    return;
  now = proviso_codec_load (bytes, NULL, NULL);
  if (now == NULL || g_cancellable_is_cancelled (cancellable))
    return;
  changes = proviso_changes_new (seen, now, job->person);
  if (g_list_model_get_n_items (proviso_changes_get_list (changes)) == 0)
    return;
  if (job->draft != NULL)
    {
      g_autofree char *draft = proviso_text_dup (proviso_project_get_text (now));

      proviso_changes_follow_draft (changes, draft, job->draft);
    }
  job->changes = g_steal_pointer (&changes);
}

static ProvisoProject *
unpack (GBytes *packed)
{
  g_autoptr (GBytes) bytes = proviso_seen_unpack (packed);

  return bytes != NULL ? proviso_codec_load (bytes, NULL, NULL) : NULL;
}

/* What the person did since the file was read, or last saved, is seen; what others did before stays to be told. */
static void
carry (Job *job, GBytes *bytes)
{
  g_autoptr (GBytes) seen_bytes = proviso_seen_read (job->project_id, job->person);
  g_autoptr (ProvisoProject) seen = seen_bytes != NULL ? proviso_codec_load (seen_bytes, NULL, NULL) : NULL;
  g_autoptr (ProvisoProject) before = unpack (job->before);
  g_autoptr (ProvisoProject) after = proviso_codec_load (bytes, NULL, NULL);
  g_autoptr (ProvisoCodecTree) tree = NULL;
  g_autoptr (GBytes) carried = NULL;
  g_autoptr (GBytes) packed = NULL;

  if (seen == NULL || before == NULL || after == NULL)
    return;
  proviso_own_edits_carry (seen, before, after);
  tree = proviso_codec_snapshot (seen);
  carried = proviso_codec_tree_to_bytes (tree, NULL);
  packed = carried != NULL ? proviso_seen_pack (carried) : NULL;
  if (packed != NULL)
    proviso_seen_write (job->project_id, job->person, packed);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  if (job->packed == NULL && !g_cancellable_is_cancelled (cancellable))
    {
      g_autoptr (GBytes) bytes = proviso_store_read (job->file, cancellable, NULL, NULL);
      ProvisoStoreState state;

      if (bytes != NULL && proviso_store_compare (job->file, job->etag, cancellable, &state, NULL) &&
          state == PROVISO_STORE_SAME)
        {
          job->packed = proviso_seen_pack (bytes);
          if (job->compare)
            compare (job, bytes, cancellable);
          if (job->before != NULL)
            carry (job, bytes);
        }
    }
  if (job->keep && job->packed != NULL)
    proviso_seen_write (job->project_id, job->person, job->packed);
  g_task_return_boolean (task, TRUE);
}

static void
run_next (void)
{
  g_autoptr (GTask) task = g_queue_pop_head (&waiting);

  working = task != NULL;
  if (working)
    g_task_run_in_thread (task, work_thread);
}

/* `task`: (transfer full): its callback calls run_next(). */
static void
run (GTask *task)
{
  g_queue_push_tail (&waiting, task);
  if (!working)
    run_next ();
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;

  run_next ();
  if (application != NULL)
    g_application_release (application);
}

/* `job`: (transfer full). Nobody waits for it, but the program stays until it is done. */
static void
keep (Job *job)
{
  GApplication *application = g_application_get_default ();
  GTask *task;

  if (application != NULL)
    g_application_hold (g_object_ref (application));
  job->keep = TRUE;
  task = g_task_new (NULL, NULL, kept_cb, application);
  g_task_set_task_data (task, job, job_free);
  run (task);
}

/* What was read is seen. */
static void
keep_packed (ProvisoSeenControl *self)
{
  Job *job;

  if (self->packed == NULL)
    return;
  self->kept = TRUE;
  job = job_new (self);
  job->packed = g_steal_pointer (&self->packed);
  keep (job);
}

/* What the file holds as it was saved is seen. */
static void
keep_file (ProvisoSeenControl *self)
{
  Job *job;

  g_clear_pointer (&self->packed, g_bytes_unref);
  self->kept = TRUE;
  self->saved = FALSE;
  job = job_new (self);
  job->file = g_object_ref (proviso_document_get_file (self->document));
  job->etag = g_strdup (proviso_document_get_etag (self->document));
  keep (job);
}

static void
carried_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoSeenControl) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GApplication *application = g_application_get_default ();

  run_next ();
  /* The next save goes on from here. */
  if (self->packed == job->before && job->packed != NULL)
    {
      g_bytes_unref (self->packed);
      self->packed = g_steal_pointer (&job->packed);
    }
  if (application != NULL)
    g_application_release (application);
}

/* The file was saved before what others did to it was looked at. */
static void
carry_own_edits (ProvisoSeenControl *self)
{
  GApplication *application = g_application_get_default ();
  GTask *task;
  Job *job;

  if (self->packed == NULL)
    return;
  if (application != NULL)
    g_application_hold (application);
  job = job_new (self);
  job->file = g_object_ref (proviso_document_get_file (self->document));
  job->etag = g_strdup (proviso_document_get_etag (self->document));
  job->before = g_bytes_ref (self->packed);
  task = g_task_new (NULL, NULL, carried_cb, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  run (task);
}

/* What was read goes first: another program may have written to the file since it was saved. */
static void
keep_seen (ProvisoSeenControl *self)
{
  keep_packed (self);
  if (self->saved)
    keep_file (self);
}

/* The list stays for as long as it is on the screen. */
static void
looked_through_cb (ProvisoSeenControl *self)
{
  if (self->looked_through)
    return;
  self->looked_through = TRUE;
  keep_seen (self);
  g_signal_emit (self, signals[SIGNAL_LOOKED_THROUGH], 0);
}

static void
set_changes (ProvisoSeenControl *self, ProvisoChanges *changes)
{
  self->showing = FALSE;
  self->looked_through = FALSE;
  if (self->changes == changes)
    return;
  if (self->changes != NULL)
    g_signal_handlers_disconnect_by_data (self->changes, self);
  g_set_object (&self->changes, changes);
  if (changes != NULL)
    g_signal_connect_object (changes, "looked-through", G_CALLBACK (looked_through_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoSeenControl) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));

  run_next ();
  /* Another project came in between, or the window is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->comparing);
  if (!self->kept)
    self->packed = g_steal_pointer (&job->packed);
  for (guint i = 0; job->changes != NULL && i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      proviso_changes_follow_edit (job->changes, edit->offset, edit->n_removed, edit->n_inserted);
    }
  g_array_set_size (self->edits, 0);
  self->first_time = job->first_time;
  set_changes (self, job->changes);
  if (self->saved && self->changes == NULL)
    keep_file (self);
}

static void
text_replaced_cb (ProvisoSeenControl *self, guint offset, guint n_removed, const char *inserted)
{
  Edit edit = { offset, n_removed, (guint) g_utf8_strlen (inserted, -1) };

  if (self->changes != NULL)
    proviso_changes_follow_edit (self->changes, edit.offset, edit.n_removed, edit.n_inserted);
  else if (self->comparing != NULL)
    g_array_append_val (self->edits, edit);
}

static void
forget (ProvisoSeenControl *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_pointer (&self->packed, g_bytes_unref);
  self->kept = FALSE;
  self->saved = FALSE;
  self->first_time = FALSE;
  g_array_set_size (self->edits, 0);
}

/* What others did since the one at the desk last looked, in the file as it is open. What was recovered is the file with
 * what that person had not saved yet, which is not new to them. */
static void
start_comparing (ProvisoSeenControl *self)
{
  ProvisoProject *project = proviso_document_get_project (self->document);
  GTask *task;
  Job *job;

  g_signal_group_set_target (self->project_signals, project);
  self->comparing = g_cancellable_new ();
  job = job_new (self);
  job->file = g_object_ref (proviso_document_get_file (self->document));
  job->etag = g_strdup (proviso_document_get_etag (self->document));
  job->compare = TRUE;
  if (proviso_document_get_recovered (self->document))
    job->draft = proviso_text_dup (proviso_project_get_text (project));
  task = g_task_new (NULL, self->comparing, compared_cb, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  run (task);
}

/* A file was read, or what was kept of it recovered. */
static void
project_changed_cb (ProvisoSeenControl *self)
{
  /* Before it was read again it was seen, but for what others did if the person has not looked at that. */
  if (self->changes == NULL)
    keep_packed (self);
  forget (self);
  g_signal_group_set_target (self->project_signals, NULL);
  set_changes (self, NULL);
  g_set_str (&self->project_id, proviso_project_get_id (proviso_document_get_project (self->document)));
  g_set_str (&self->person, proviso_identity_get_name ());
  self->opened = TRUE;
  if (proviso_document_get_file (self->document) != NULL)
    start_comparing (self);
}

/* A save is over. One that failed left the file as it was, which the etag tells. */
static void
keep_saved (ProvisoSeenControl *self)
{
  if (self->state == PROVISO_DOCUMENT_STATE_FAILED || proviso_document_get_file (self->document) == NULL)
    return;

  /* Nobody was shown anything of a project that was begun here. */
  if (self->person == NULL)
    {
      self->project_id = g_strdup (proviso_project_get_id (proviso_document_get_project (self->document)));
      self->person = g_strdup (proviso_identity_get_name ());
      self->opened = TRUE;
    }
  /* What others did is in it too: it would be lost to who has not looked at that. */
  if ((self->changes != NULL && !self->looked_through) || self->comparing != NULL)
    {
      self->saved = TRUE;
      carry_own_edits (self);
    }
  else
    {
      keep_file (self);
    }
}

static void
state_changed_cb (ProvisoSeenControl *self)
{
  ProvisoDocumentState before = self->state;

  self->state = proviso_document_get_state (self->document);
  if (before == PROVISO_DOCUMENT_STATE_SAVING)
    keep_saved (self);
  proviso_seen_control_update_person (self);
}

static void
proviso_seen_control_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ProvisoSeenControl *self = PROVISO_SEEN_CONTROL (object);

  switch (id)
    {
    case PROP_CHANGES:
      g_value_set_object (value, self->changes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
proviso_seen_control_dispose (GObject *object)
{
  ProvisoSeenControl *self = PROVISO_SEEN_CONTROL (object);

  forget (self);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->changes);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (proviso_seen_control_parent_class)->dispose (object);
}

static void
proviso_seen_control_finalize (GObject *object)
{
  ProvisoSeenControl *self = PROVISO_SEEN_CONTROL (object);

  g_array_unref (self->edits);
  g_free (self->project_id);
  g_free (self->person);

  G_OBJECT_CLASS (proviso_seen_control_parent_class)->finalize (object);
}

static void
proviso_seen_control_class_init (ProvisoSeenControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_seen_control_get_property;
  object_class->dispose = proviso_seen_control_dispose;
  object_class->finalize = proviso_seen_control_finalize;

  properties[PROP_CHANGES] = g_param_spec_object ("changes", NULL, NULL, PROVISO_TYPE_CHANGES,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_LOOKED_THROUGH] = g_signal_new ("looked-through", PROVISO_TYPE_SEEN_CONTROL, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_seen_control_init (ProvisoSeenControl *self)
{
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  self->project_signals = g_signal_group_new (PROVISO_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "text-replaced", G_CALLBACK (text_replaced_cb), self);
}

ProvisoSeenControl *
proviso_seen_control_new (ProvisoDocument *document)
{
  ProvisoSeenControl *self;

  g_return_val_if_fail (PROVISO_IS_DOCUMENT (document), NULL);

  self = g_object_new (PROVISO_TYPE_SEEN_CONTROL, NULL);
  self->document = g_object_ref (document);
  self->state = proviso_document_get_state (document);
  g_signal_connect_swapped (document, "notify::project", G_CALLBACK (project_changed_cb), self);
  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (state_changed_cb), self);
  return self;
}

ProvisoChanges *
proviso_seen_control_get_changes (ProvisoSeenControl *self)
{
  g_return_val_if_fail (PROVISO_IS_SEEN_CONTROL (self), NULL);

  return self->changes;
}

void
proviso_seen_control_set_showing (ProvisoSeenControl *self, gboolean showing)
{
  g_return_if_fail (PROVISO_IS_SEEN_CONTROL (self));

  if (self->showing == showing || self->changes == NULL)
    return;
  if (!showing && self->looked_through)
    {
      set_changes (self, NULL);
      return;
    }
  self->showing = showing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

gboolean
proviso_seen_control_get_showing (ProvisoSeenControl *self)
{
  g_return_val_if_fail (PROVISO_IS_SEEN_CONTROL (self), FALSE);

  return self->showing;
}

gboolean
proviso_seen_control_is_first_time (ProvisoSeenControl *self)
{
  g_return_val_if_fail (PROVISO_IS_SEEN_CONTROL (self), FALSE);

  return self->first_time;
}

void
proviso_seen_control_mark_seen (ProvisoSeenControl *self)
{
  g_return_if_fail (PROVISO_IS_SEEN_CONTROL (self));

  if (self->changes == NULL)
    return;
  keep_seen (self);
  set_changes (self, NULL);
}

void
proviso_seen_control_close (ProvisoSeenControl *self)
{
  g_return_if_fail (PROVISO_IS_SEEN_CONTROL (self));

  if (self->changes == NULL)
    keep_packed (self);
}

void
proviso_seen_control_update_person (ProvisoSeenControl *self)
{
  g_return_if_fail (PROVISO_IS_SEEN_CONTROL (self));

  /* Where words are not saved, what is open has other places than the file. */
  if (self->state != PROVISO_DOCUMENT_STATE_SAVED || self->person == NULL ||
      g_str_equal (self->person, proviso_identity_get_name ()))
    return;

  if (self->opened && self->changes == NULL)
    keep_packed (self);
  forget (self);
  set_changes (self, NULL);
  g_set_str (&self->person, proviso_identity_get_name ());
  self->opened = FALSE;
  if (proviso_document_get_file (self->document) != NULL)
    start_comparing (self);
}
