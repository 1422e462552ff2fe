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
#include "markdown/proviso-encoding.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent; /* the task's source object, which keeps it */
  GFile *file;
  GBytes *bytes;
  ProvisoTextImport *import;
  /* Where the encoding is not certain: what to choose from. */
  GStrv encodings;
  GStrv encoding_names;
  char *problem;
  char *encoding; /* the one that was read in */
  guint n_chosen; /* encodings, so far */
  gboolean answered;
} ImportFlow;

static void
import_flow_free (gpointer data)
{
  ImportFlow *flow = data;

  g_clear_object (&flow->import);
  g_clear_pointer (&flow->encodings, g_strfreev);
  g_clear_pointer (&flow->encoding_names, g_strfreev);
  g_clear_pointer (&flow->problem, g_free);
  g_clear_pointer (&flow->encoding, g_free);
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
  ProvisoProject *project = proviso_project_new_own ();
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
    {
      flow->answered = TRUE;
      g_task_return_pointer (task, NULL, NULL);
    }
}

static void
show_error (ImportFlow *flow, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Could Not Import the Text"), NULL);
  g_autofree char *name = dup_name (flow);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "“%s”\n\n%s", name, message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (flow->parent));
}

/* The guesses first, then all others. */
static void
list_encodings (ImportFlow *flow, ProvisoEncodingGuess *guess)
{
  g_autoptr (GStrvBuilder) encodings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *const *all = proviso_encoding_get_all ();

  for (guint i = 0; i < proviso_encoding_guess_get_n_candidates (guess); i++)
    g_strv_builder_add (encodings, proviso_encoding_guess_get_candidate (guess, i)->encoding);
  flow->encodings = g_strv_builder_end (encodings);
  g_strv_builder_addv (encodings, (const char **) flow->encodings);
  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) flow->encodings, all[i]))
      g_strv_builder_add (encodings, all[i]);
  g_strfreev (flow->encodings);
  flow->encodings = g_strv_builder_end (encodings);
  for (guint i = 0; flow->encodings[i] != NULL; i++)
    g_strv_builder_take (names, proviso_encoding_dup_label (flow->encodings[i]));
  flow->encoding_names = g_strv_builder_end (names);
  flow->problem = g_strdup (proviso_encoding_guess_get_problem (guess));
}

/* In a thread. */
static ProvisoTextImport *
decode (ImportFlow *flow, GError **error)
{
  g_autoptr (ProvisoEncodingGuess) guess = proviso_encoding_detect (flow->bytes);
  g_autofree char *text = NULL;

  switch (proviso_encoding_guess_get_verdict (guess))
    {
    case PROVISO_ENCODING_CERTAIN:
      return proviso_text_import_new (proviso_encoding_guess_get_text (guess));
    case PROVISO_ENCODING_GUESSED:
      list_encodings (flow, guess);
      text = proviso_encoding_convert (flow->bytes, flow->encodings[0], NULL, NULL, error);
      return text != NULL ? proviso_text_import_new (text) : NULL;
    case PROVISO_ENCODING_NOT_TEXT:
    default:
      g_set_error_literal (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_INVALID,
                           proviso_encoding_guess_get_problem (guess));
      return NULL;
    }
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ImportFlow *flow = task_data;
  GError *error = NULL;
  ProvisoTextImport *import = NULL;

  flow->bytes = proviso_store_read (flow->file, cancellable, NULL, &error);
  if (flow->bytes != NULL)
    import = decode (flow, &error);
  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Another encoding */

typedef struct
{
  GBytes *bytes;
  char *encoding;
  guint n_chosen; /* this one included */
} Conversion;

static void
conversion_free (gpointer data)
{
  Conversion *conversion = data;

  g_clear_pointer (&conversion->bytes, g_bytes_unref);
  g_clear_pointer (&conversion->encoding, g_free);
  g_free (conversion);
}

static void
convert_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Conversion *conversion = task_data;
  GError *error = NULL;
  g_autofree char *text = proviso_encoding_convert (conversion->bytes, conversion->encoding, NULL, NULL, &error);

  if (text != NULL)
    g_task_return_pointer (task, proviso_text_import_new (text), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* `user_data` is the flow's task, which the dialog keeps as long as it lives; the dialog is this one's source. */
static void
converted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ProvisoImportDialog *dialog = PROVISO_IMPORT_DIALOG (object);
  g_autoptr (GTask) task = user_data;
  ImportFlow *flow = g_task_get_task_data (task);
  Conversion *conversion = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoTextImport) import = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another one may have been chosen since. */
  if (flow->answered || conversion->n_chosen != flow->n_chosen)
    return;
  if (import == NULL)
    {
      /* The text stays as it was read; so does the choice. */
      proviso_import_dialog_set_encodings (dialog, (const char *const *) flow->encoding_names,
                                           (const char *const *) flow->encodings, flow->encoding, error->message);
      return;
    }
  g_set_str (&flow->encoding, conversion->encoding);
  g_set_object (&flow->import, import);
  proviso_import_dialog_set_import (dialog, import);
}

static void
encoding_chosen_cb (ProvisoImportDialog *dialog, const char *encoding, gpointer user_data)
{
  GTask *task = user_data;
  ImportFlow *flow = g_task_get_task_data (task);
  Conversion *conversion = g_new0 (Conversion, 1);
  g_autoptr (GTask) thread_task = g_task_new (dialog, NULL, converted_cb, g_object_ref (task));

  conversion->bytes = g_bytes_ref (flow->bytes);
  conversion->encoding = g_strdup (encoding);
  conversion->n_chosen = ++flow->n_chosen;
  g_task_set_task_data (thread_task, conversion, conversion_free);
  g_task_run_in_thread (thread_task, convert_thread);
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
  if (flow->encodings == NULL && g_list_model_get_n_items (proviso_text_import_get_changes (flow->import)) == 0)
    {
      const char *text = proviso_text_import_get_result (flow->import);

      g_task_return_pointer (task, create_project (flow, flow->import, text), g_object_unref);
      return;
    }
  dialog = proviso_import_dialog_new (flow->import, _("_Import"));
  if (flow->encodings != NULL)
    {
      flow->encoding = g_strdup (flow->encodings[0]);
      proviso_import_dialog_set_encodings (dialog, (const char *const *) flow->encoding_names,
                                           (const char *const *) flow->encodings, flow->encoding, flow->problem);
      g_signal_connect (dialog, "encoding-chosen", G_CALLBACK (encoding_chosen_cb), task);
    }
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), task);
  g_signal_connect (dialog, "destroy", G_CALLBACK (destroyed_cb), task);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (flow->parent));
  g_steal_pointer (&task);
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
proviso_import_flow_finish (GAsyncResult *result, GFile **file)
{
  ImportFlow *flow;

  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_import_flow_async), NULL);

  flow = g_task_get_task_data (G_TASK (result));
  *file = flow->file;
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
