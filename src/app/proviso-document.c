/* proviso-document.c: one open project and the file that it is kept in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A save copies the project on the main thread (proviso_codec_snapshot()) and turns the copy into bytes and
 * the bytes into a file on another. What is "saved" afterwards is the state that was copied: the history's
 * token of that moment is marked, so that words typed meanwhile stay unsaved.
 */
#include "app/proviso-document.h"

#include "app/proviso-document-title.h"
#include "app/proviso-project-file.h"
#include "core/proviso-date.h"
#include "core/proviso-identity.h"
#include "storage/proviso-journal.h"

G_DEFINE_ENUM_TYPE (ProvisoDocumentState, proviso_document_state,
                    G_DEFINE_ENUM_VALUE (PROVISO_DOCUMENT_STATE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (PROVISO_DOCUMENT_STATE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (PROVISO_DOCUMENT_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (PROVISO_DOCUMENT_STATE_EDITED, "edited"),
                    G_DEFINE_ENUM_VALUE (PROVISO_DOCUMENT_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (PROVISO_DOCUMENT_STATE_FAILED, "failed"))

struct _ProvisoDocument
{
  GObject parent_instance;

  ProvisoProject *project;
  ProvisoDocumentFile *file;
  ProvisoDocumentTitle *title;
  GFile *origin; /* what was imported; nullable */
  GError *error;
  GStrv warnings;
  ProvisoJournal *journal;
  ProvisoDocumentState state;
  GQueue saves; /* GTask: waiting for the one under way */
  gboolean loading;
  gboolean saving;
  gboolean unsaved;
  gboolean recovered;
};

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_FILE,
  PROP_TITLE,
  PROP_STATE,
  PROP_UNSAVED,
  PROP_FILE_STATE,
  PROP_RECOVERED,
  PROP_JOURNAL_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GFile *file;
  ProvisoDocumentLoadFlags flags;
} Load;

typedef struct
{
  GFile *file;
  ProvisoDocumentSaveFlags flags;
  guint64 token; /* of the history's state that is written */
  gboolean own_file;
} Save;

G_DEFINE_FINAL_TYPE (ProvisoDocument, proviso_document, G_TYPE_OBJECT)

static void begin_save (ProvisoDocument *self, GTask *task);

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->file);
  g_free (load);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_object (&save->file);
  g_free (save);
}

static void
update_state (ProvisoDocument *self)
{
  gboolean unsaved = proviso_history_get_modified (proviso_project_get_history (self->project));
  ProvisoDocumentState state;

  if (self->loading)
    state = PROVISO_DOCUMENT_STATE_LOADING;
  else if (self->saving)
    state = PROVISO_DOCUMENT_STATE_SAVING;
  else if (self->error != NULL)
    state = PROVISO_DOCUMENT_STATE_FAILED;
  else if (unsaved)
    state = PROVISO_DOCUMENT_STATE_EDITED;
  else if (proviso_document_get_file (self) != NULL)
    state = PROVISO_DOCUMENT_STATE_SAVED;
  else
    state = PROVISO_DOCUMENT_STATE_NEW;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->unsaved != unsaved)
    {
      self->unsaved = unsaved;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
release_project (ProvisoDocument *self)
{
  if (self->project == NULL)
    return;
  g_signal_handlers_disconnect_by_data (proviso_project_get_history (self->project), self);
  g_clear_object (&self->project);
}

static void
set_project (ProvisoDocument *self, ProvisoProject *project)
{
  release_project (self);
  self->project = g_object_ref (project);
  g_signal_connect_swapped (proviso_project_get_history (project), "notify::modified", G_CALLBACK (update_state), self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

static void
file_changed_cb (ProvisoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
file_state_changed_cb (ProvisoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE_STATE]);
}

static void
title_changed_cb (ProvisoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
journal_error_cb (ProvisoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL_ERROR]);
}

/* `journal`: (transfer full) (nullable). What the present one kept is not needed any more. */
static void
set_journal (ProvisoDocument *self, ProvisoJournal *journal)
{
  if (self->journal != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->journal, self);
      proviso_journal_close (self->journal);
      g_clear_object (&self->journal);
    }
  self->journal = journal;
  if (journal != NULL)
    g_signal_connect_swapped (journal, "notify::error", G_CALLBACK (journal_error_cb), self);
  journal_error_cb (self);
}

static void
set_recovered (ProvisoDocument *self, gboolean recovered)
{
  if (self->recovered == recovered)
    return;
  self->recovered = recovered;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECOVERED]);
}

/* `project` takes the place of the present one, which nobody wants back. `recovered`: (nullable) */
static void
replace_project (ProvisoDocument *self, ProvisoProject *project, GFile *file, const char *etag, ProvisoRecovery *recovered)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->warnings, g_strfreev);
  g_clear_error (&self->error);
  g_clear_object (&self->origin);
  proviso_document_file_set (self->file, file, etag);
  set_project (self, project);
  set_journal (self, proviso_journal_new (project, file, etag, recovered));
  set_recovered (self, recovered != NULL);
  proviso_document_title_set (self->title, project, file);
  update_state (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Loading */

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ProvisoDocument *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  g_auto (GStrv) warnings = NULL;
  g_autofree char *etag = NULL;
  GError *error = NULL;
  g_autoptr (ProvisoProject) project = proviso_project_file_read_finish (result, &etag, &warnings, &error);

  self->loading = FALSE;
  if (project == NULL)
    {
      update_state (self);
      g_task_return_error (task, error);
      return;
    }
  if (load->flags & PROVISO_DOCUMENT_LOAD_COPY)
    {
      g_autofree char *id = proviso_identity_new_id ();

      proviso_project_set_id (project, id);
      replace_project (self, project, NULL, NULL, NULL);
    }
  else
    {
      replace_project (self, project, load->file, etag, NULL);
    }
  self->warnings = g_steal_pointer (&warnings);
  g_task_return_boolean (task, TRUE);
}

static void
recovered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ProvisoDocument *self = g_task_get_source_object (task);
  ProvisoRecovery *recovery = PROVISO_RECOVERY (object);
  g_autoptr (GError) warning = NULL;
  GError *error = NULL;
  g_autoptr (ProvisoProject) project = proviso_recovery_open_finish (recovery, result, NULL, &warning, &error);

  self->loading = FALSE;
  if (project == NULL)
    {
      update_state (self);
      g_task_return_error (task, error);
      return;
    }
  replace_project (self, project, proviso_recovery_get_file (recovery), proviso_recovery_get_etag (recovery), recovery);
  proviso_document_file_check (self->file);
  if (warning != NULL)
    {
      self->warnings = g_new0 (char *, 2);
      self->warnings[0] = g_strdup (warning->message);
    }
  g_task_return_boolean (task, TRUE);
}

/* Saving */

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ProvisoDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  gboolean success = proviso_project_file_write_finish (result, &etag, &error);
  GTask *next;

  g_object_freeze_notify (G_OBJECT (self));
  self->saving = FALSE;
  proviso_document_file_end_write (self->file, save->own_file ? etag : NULL);
  g_clear_error (&self->error);
  if (success)
    {
      proviso_document_file_written (self->file, save->file, etag);
      set_recovered (self, FALSE);
      proviso_history_mark_saved (proviso_project_get_history (self->project), save->token);
      if (self->journal != NULL)
        proviso_journal_saved (self->journal, save->file, etag);
      proviso_document_title_set (self->title, self->project, save->file);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->error = g_error_copy (error);
    }
  update_state (self);
  g_object_thaw_notify (G_OBJECT (self));

  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));

  next = g_queue_pop_head (&self->saves);
  if (next != NULL)
    begin_save (self, next);
}

static void
begin_save (ProvisoDocument *self, GTask *task)
{
  Save *save = g_task_get_task_data (task);
  ProvisoHistory *history = proviso_project_get_history (self->project);
  ProvisoStoreWriteFlags flags = PROVISO_STORE_WRITE_NONE;
  const char *etag = NULL;

  self->saving = TRUE;
  if (save->file == NULL)
    save->file = g_object_ref (proviso_document_get_file (self));
  save->own_file = proviso_document_is_file (self, save->file);
  if (save->own_file)
    etag = proviso_document_file_get_etag (self->file);
  if (save->flags & PROVISO_DOCUMENT_SAVE_OVERWRITE)
    flags |= PROVISO_STORE_WRITE_OVERWRITE;
  proviso_document_file_begin_write (self->file);

  if (proviso_history_get_modified (history) || proviso_document_get_file (self) == NULL)
    {
      g_autofree char *now = proviso_time_now ();

      proviso_project_set_modified (self->project, now);
    }
  save->token = proviso_history_get_token (history);
  if (self->journal != NULL)
    proviso_journal_mark (self->journal);
  update_state (self);
  proviso_project_file_write_async (save->file, proviso_codec_snapshot (self->project), etag, flags,
                                    g_task_get_cancellable (task), saved_cb, task);
}

static void
proviso_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoDocument *self = PROVISO_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_FILE:
      g_value_set_object (value, proviso_document_get_file (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, proviso_document_get_title (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_UNSAVED:
      g_value_set_boolean (value, self->unsaved);
      break;
    case PROP_FILE_STATE:
      g_value_set_enum (value, proviso_document_get_file_state (self));
      break;
    case PROP_RECOVERED:
      g_value_set_boolean (value, self->recovered);
      break;
    case PROP_JOURNAL_ERROR:
      g_value_set_boxed (value, proviso_document_get_journal_error (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_document_dispose (GObject *object)
{
  ProvisoDocument *self = PROVISO_DOCUMENT (object);

  g_signal_handlers_disconnect_by_data (self->file, self);
  g_signal_handlers_disconnect_by_data (self->title, self);
  g_object_run_dispose (G_OBJECT (self->file));
  proviso_document_title_set (self->title, NULL, NULL);
  /* Not closed: what is not saved stays for the next start. A write that is under way holds the journal, which
   * is to write the rest now. */
  if (self->journal != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->journal, self);
      g_object_run_dispose (G_OBJECT (self->journal));
    }
  g_clear_object (&self->journal);
  release_project (self);

  G_OBJECT_CLASS (proviso_document_parent_class)->dispose (object);
}

static void
proviso_document_finalize (GObject *object)
{
  ProvisoDocument *self = PROVISO_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->title);
  g_clear_object (&self->origin);
  g_clear_pointer (&self->warnings, g_strfreev);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (proviso_document_parent_class)->finalize (object);
}

static void
proviso_document_class_init (ProvisoDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_document_get_property;
  object_class->dispose = proviso_document_dispose;
  object_class->finalize = proviso_document_finalize;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, PROVISO_TYPE_PROJECT,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PROVISO_TYPE_DOCUMENT_STATE,
                                              PROVISO_DOCUMENT_STATE_NEW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE_STATE] = g_param_spec_enum ("file-state", NULL, NULL, PROVISO_TYPE_FILE_STATE,
                                                   PROVISO_FILE_STATE_SAME, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECOVERED] = g_param_spec_boolean ("recovered", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_JOURNAL_ERROR] = g_param_spec_boxed ("journal-error", NULL, NULL, G_TYPE_ERROR,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_document_init (ProvisoDocument *self)
{
  g_autoptr (ProvisoProject) project = proviso_project_new_own ();

  g_queue_init (&self->saves);
  self->file = proviso_document_file_new ();
  g_signal_connect_swapped (self->file, "notify::file", G_CALLBACK (file_changed_cb), self);
  g_signal_connect_swapped (self->file, "notify::state", G_CALLBACK (file_state_changed_cb), self);
  self->title = proviso_document_title_new ();
  g_signal_connect_swapped (self->title, "notify::text", G_CALLBACK (title_changed_cb), self);
  set_project (self, project);
  set_journal (self, proviso_journal_new (project, NULL, NULL, NULL));
  proviso_document_title_set (self->title, project, NULL);
}

ProvisoDocument *
proviso_document_new (void)
{
  return g_object_new (PROVISO_TYPE_DOCUMENT, NULL);
}

ProvisoProject *
proviso_document_get_project (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return self->project;
}

GFile *
proviso_document_get_file (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return proviso_document_file_get_file (self->file);
}

const char *
proviso_document_get_etag (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return proviso_document_file_get_etag (self->file);
}

gboolean
proviso_document_is_file (ProvisoDocument *self, GFile *file)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), FALSE);
  return proviso_document_file_is (self->file, file);
}

const char *
proviso_document_get_title (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return proviso_document_title_get_text (self->title);
}

ProvisoDocumentState
proviso_document_get_state (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), PROVISO_DOCUMENT_STATE_NEW);
  return self->state;
}

gboolean
proviso_document_get_unsaved (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), FALSE);
  return self->unsaved;
}

ProvisoFileState
proviso_document_get_file_state (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), PROVISO_FILE_STATE_SAME);
  return proviso_document_file_get_state (self->file);
}

const GError *
proviso_document_get_error (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return self->error;
}

const char *const *
proviso_document_get_warnings (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return (const char *const *) self->warnings;
}

gboolean
proviso_document_get_recovered (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), FALSE);
  return self->recovered;
}

const GError *
proviso_document_get_journal_error (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return self->journal != NULL ? proviso_journal_get_error (self->journal) : NULL;
}

char *
proviso_document_dup_file_name (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);
  return proviso_document_file_dup_name (self->file);
}

GFile *
proviso_document_suggest_folder (ProvisoDocument *self)
{
  GFile *file;

  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);

  file = proviso_document_get_file (self);
  if (file == NULL)
    file = self->origin;
  return file != NULL ? g_file_get_parent (file) : NULL;
}

char *
proviso_document_suggest_file_name (ProvisoDocument *self)
{
  g_return_val_if_fail (PROVISO_IS_DOCUMENT (self), NULL);

  if (proviso_document_get_file (self) != NULL)
    return proviso_document_dup_file_name (self);
  return proviso_document_title_to_file_name (proviso_document_get_title (self));
}

void
proviso_document_take_project (ProvisoDocument *self, ProvisoProject *project, GFile *origin)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  g_return_if_fail (PROVISO_IS_PROJECT (project));
  g_return_if_fail (!self->loading && !self->saving);

  proviso_history_mark_unsaved (proviso_project_get_history (project));
  replace_project (self, project, NULL, NULL, NULL);
  g_set_object (&self->origin, origin);
}

void
proviso_document_reset (ProvisoDocument *self)
{
  g_autoptr (ProvisoProject) project = NULL;

  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  g_return_if_fail (!self->loading && !self->saving);

  project = proviso_project_new_own ();
  replace_project (self, project, NULL, NULL, NULL);
}

void
proviso_document_close (ProvisoDocument *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  set_journal (self, NULL);
}

void
proviso_document_load_async (ProvisoDocument *self,
                             GFile *file,
                             ProvisoDocumentLoadFlags flags,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Load *load;

  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (!self->loading && !self->saving);

  self->loading = TRUE;
  update_state (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, proviso_document_load_async);
  load = g_new0 (Load, 1);
  load->file = g_object_ref (file);
  load->flags = flags;
  g_task_set_task_data (task, load, load_free);
  proviso_project_file_read_async (file, cancellable, loaded_cb, task);
}

void
proviso_document_recover_async (ProvisoDocument *self,
                                ProvisoRecovery *recovery,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  g_return_if_fail (PROVISO_IS_RECOVERY (recovery));
  g_return_if_fail (!self->loading && !self->saving);

  self->loading = TRUE;
  update_state (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, proviso_document_recover_async);
  proviso_recovery_open_async (recovery, cancellable, recovered_cb, task);
}

gboolean
proviso_document_load_finish (ProvisoDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
proviso_document_save_async (ProvisoDocument *self,
                             GFile *file,
                             ProvisoDocumentSaveFlags flags,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Save *save;

  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || proviso_document_get_file (self) != NULL);
  g_return_if_fail (!self->loading);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, proviso_document_save_async);
  save = g_new0 (Save, 1);
  g_set_object (&save->file, file);
  save->flags = flags;
  g_task_set_task_data (task, save, save_free);
  if (self->saving)
    g_queue_push_tail (&self->saves, task);
  else
    begin_save (self, task);
}

gboolean
proviso_document_save_finish (ProvisoDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
proviso_document_flush (ProvisoDocument *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT (self));

  if (self->journal != NULL)
    proviso_journal_flush (self->journal, NULL);
}

void
proviso_document_check_file (ProvisoDocument *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  proviso_document_file_check (self->file);
}

void
proviso_document_dismiss_file_state (ProvisoDocument *self)
{
  g_return_if_fail (PROVISO_IS_DOCUMENT (self));
  proviso_document_file_dismiss (self->file);
}
