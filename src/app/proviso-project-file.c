/* proviso-project-file.c: project files read and written off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-project-file.h"

typedef struct
{
  GFile *file;
  ProvisoCodecTree *tree; /* to be written */
  ProvisoStoreWriteFlags flags;
  char *expected_etag;
  char *etag;
  GPtrArray *warnings; /* GError */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->tree, proviso_codec_tree_free);
  g_clear_pointer (&job->expected_etag, g_free);
  g_clear_pointer (&job->etag, g_free);
  g_clear_pointer (&job->warnings, g_ptr_array_unref);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = proviso_store_read (job->file, cancellable, &job->etag, &error);
  ProvisoProject *project = NULL;

  if (bytes != NULL)
    project = proviso_codec_load (bytes, &job->warnings, &error);
  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
proviso_project_file_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, proviso_project_file_read_async);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

ProvisoProject *
proviso_project_file_read_finish (GAsyncResult *result, char **etag, GStrv *warnings, GError **error)
{
  ProvisoProject *project;
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_project_file_read_async), NULL);

  *etag = NULL;
  *warnings = NULL;
  job = g_task_get_task_data (G_TASK (result));
  project = g_task_propagate_pointer (G_TASK (result), error);
  if (project == NULL)
    return NULL;
  *etag = g_steal_pointer (&job->etag);
  if (job->warnings != NULL && job->warnings->len > 0)
    {
      *warnings = g_new0 (char *, job->warnings->len + 1);
      for (guint i = 0; i < job->warnings->len; i++)
        (*warnings)[i] = g_strdup (((GError *) g_ptr_array_index (job->warnings, i))->message);
    }
  return project;
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (job->tree, &error);

  if (bytes != NULL &&
      proviso_store_write (job->file, bytes, job->expected_etag, job->flags, cancellable, &job->etag, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
proviso_project_file_write_async (GFile *file,
                                  ProvisoCodecTree *tree,
                                  const char *expected_etag,
                                  ProvisoStoreWriteFlags flags,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (tree != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, proviso_project_file_write_async);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->tree = tree;
  job->expected_etag = g_strdup (expected_etag);
  job->flags = flags;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
proviso_project_file_write_finish (GAsyncResult *result, char **new_etag, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_project_file_write_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  *new_etag = g_strdup (job->etag);
  return g_task_propagate_boolean (G_TASK (result), error);
}
