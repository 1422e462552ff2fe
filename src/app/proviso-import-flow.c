/* proviso-import-flow.c: bringing in a text with a person at the desk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading, decoding and looking for repairs happen in a thread; the dialog comes when there is something to
 * decide.
 */
#include "app/proviso-import-flow.h"

#include "app/proviso-document-title.h"
#include "app/proviso-import-dialog.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent; /* the task's source object, which keeps it */
  GFile *file;
  GBytes *bytes;
  ProvisoTextImport *import;
  gboolean answered;
} ImportFlow;

static void
import_flow_free (gpointer data)
{
  ImportFlow *flow = data;

  g_clear_object (&flow->import);
  g_clear_object (&flow->file);
  g_clear_pointer (&flow->bytes, g_bytes_unref);
  g_free (flow);
}

static char *
dup_name (ImportFlow *flow)
{
  g_autofree char *name = g_file_get_basename (flow->file);

  return g_filename_display_name (name);
}

/* A text without a heading is called as its import says, else as its file. */
static ProvisoProject *
create_project (ImportFlow *flow, ProvisoTextImport *import, const char *text)
{
  ProvisoProject *project = proviso_project_new ();
  g_autofree char *heading = NULL;
  g_autofree char *title = NULL;

  proviso_text_replace (proviso_project_get_text (project), 0, 0, text);
  proviso_project_loaded (project);
  heading = proviso_document_title_find_heading (proviso_project_get_text (project));
  if (heading != NULL)
    return project;

  title = proviso_text_import_dup_title (import);
  if (title == NULL)
    {
      char *dot;

      title = dup_name (flow);
      dot = strrchr (title, '.');
      if (dot != NULL && dot != title)
        *dot = '\0';
    }
  proviso_project_set_title (project, title);
  return project;
}

static void
accepted_cb (ProvisoImportDialog *dialog, const char *text, gpointer user_data)
{
  GTask *task = user_data;
  ImportFlow *flow = g_task_get_task_data (task);

  flow->answered = TRUE;
  g_task_return_pointer (task, create_project (flow, flow->import, text), g_object_unref);
}

static void
destroyed_cb (ProvisoImportDialog *dialog, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ImportFlow *flow = g_task_get_task_data (task);

  if (!flow->answered)
    g_task_return_pointer (task, NULL, NULL);
}

static void
show_error (ImportFlow *flow, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, message);
  g_autofree char *name = dup_name (flow);

  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog), _("Could Not Import “%s”"), name);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (flow->parent));
}

/* In a thread. */
static ProvisoTextImport *
decode (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (!g_utf8_validate_len (data, length, NULL))
    {
      g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                           _("The file is not text in the encoding UTF-8."));
      return NULL;
    }
  text = g_strndup (data, length);
  return proviso_text_import_new (text);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ImportFlow *flow = task_data;
  GError *error = NULL;
  ProvisoTextImport *import = NULL;

  flow->bytes = proviso_store_read (flow->file, cancellable, NULL, &error);
  if (flow->bytes != NULL)
    import = decode (flow->bytes, &error);
  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ImportFlow *flow = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  ProvisoImportDialog *dialog;

  flow->import = g_task_propagate_pointer (G_TASK (result), &error);
  if (flow->import == NULL)
    {
      show_error (flow, error->message);
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  if (g_list_model_get_n_items (proviso_text_import_get_changes (flow->import)) == 0)
    {
      const char *text = proviso_text_import_get_result (flow->import);

      g_task_return_pointer (task, create_project (flow, flow->import, text), g_object_unref);
      return;
    }
  dialog = proviso_import_dialog_new (flow->import, _("_Import"));
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), task);
  g_signal_connect (dialog, "destroy", G_CALLBACK (destroyed_cb), g_steal_pointer (&task));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (flow->parent));
}

void
proviso_import_flow_async (GtkWindow *parent, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  ImportFlow *flow;
  g_autoptr (GTask) thread_task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, proviso_import_flow_async);
  flow = g_new0 (ImportFlow, 1);
  flow->parent = parent;
  flow->file = g_object_ref (file);
  g_task_set_task_data (task, flow, import_flow_free);

  thread_task = g_task_new (NULL, NULL, read_cb, task);
  g_task_set_task_data (thread_task, flow, NULL);
  g_task_run_in_thread (thread_task, read_thread);
}

ProvisoProject *
proviso_import_flow_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_import_flow_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
examine_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ProvisoTextImport *import = NULL;

  if (!proviso_text_looks_like_markdown (task_data))
    import = proviso_text_import_new (task_data);
  if (import != NULL && proviso_text_import_get_n_changes (import, PROVISO_IMPORT_PARAGRAPH) == 0 &&
      proviso_text_import_get_n_changes (import, PROVISO_IMPORT_TABLE) == 0 &&
      proviso_text_import_get_n_changes (import, PROVISO_IMPORT_TABLE_HEADER) == 0)
    g_clear_object (&import);
  g_task_return_pointer (task, import, g_object_unref);
}

void
proviso_import_flow_examine_async (const char *text, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, proviso_import_flow_examine_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_run_in_thread (task, examine_thread);
}

ProvisoTextImport *
proviso_import_flow_examine_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_import_flow_examine_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
