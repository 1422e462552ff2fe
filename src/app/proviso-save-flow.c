/* proviso-save-flow.c: saving with a person at the desk: asks what must be asked, says what went wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A task goes through steps, each ended by a callback: choose a file, save, answer a question, back to one of
 * the first two. Its data says what the next save does.
 */
#include "app/proviso-save-flow.h"

#include "app/proviso-file-filters.h"
#include "app/proviso-window.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent;
  GFile *file; /* %NULL: the document's own */
  ProvisoDocumentSaveFlags flags;
} SaveFlow;

static void
save_flow_free (gpointer data)
{
  SaveFlow *flow = data;

  g_clear_object (&flow->parent);
  g_clear_object (&flow->file);
  g_free (flow);
}

static void choose_file (GTask *task);
static void save (GTask *task);

/* "frontier.proviso", as dialogs name the file of this save. */
static char *
dup_name (GTask *task)
{
  ProvisoDocument *document = g_task_get_source_object (task);
  SaveFlow *flow = g_task_get_task_data (task);
  g_autofree char *name = NULL;

  if (flow->file == NULL)
    return proviso_document_dup_file_name (document);
  name = g_file_get_basename (flow->file);
  return g_filename_display_name (name);
}

static void
reloaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SaveFlow *flow = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!proviso_document_load_finish (PROVISO_DOCUMENT (object), result, &error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_("Could Not Reload"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (flow->parent));
    }
  g_task_return_boolean (task, FALSE);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  ProvisoDocument *document = g_task_get_source_object (task);
  SaveFlow *flow = g_task_get_task_data (task);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (response, "overwrite"))
    {
      flow->flags |= PROVISO_DOCUMENT_SAVE_OVERWRITE;
      save (task);
    }
  else if (g_str_equal (response, "save-as"))
    {
      choose_file (task);
    }
  else if (g_str_equal (response, "reload"))
    {
      proviso_document_load_async (document, proviso_document_get_file (document), PROVISO_DOCUMENT_LOAD_NONE, NULL,
                                   reloaded_cb, task);
    }
  else
    {
      g_task_return_boolean (task, FALSE);
      g_object_unref (task);
    }
}

static void
ask (GTask *task, const GError *error)
{
  SaveFlow *flow = g_task_get_task_data (task);
  g_autofree char *name = dup_name (task);
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_response (alert, "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "save-as");
  adw_alert_dialog_set_prefer_wide_layout (alert, TRUE);
  if (g_error_matches (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_CHANGED))
    {
      adw_alert_dialog_set_heading (alert, _("The File Was Changed"));
      adw_alert_dialog_format_body (
        alert,
        _("Another program changed “%s” since you opened it.\n\nReload shows what is in the file now; your changes are "
          "lost. Overwrite puts your version into the file; the other changes are lost. Save As keeps both, in two files."),
        name);
      adw_alert_dialog_add_responses (alert, "reload", _("_Reload"), "overwrite", _("_Overwrite"), "save-as",
                                      _("_Save As…"), NULL);
      adw_alert_dialog_set_response_appearance (alert, "reload", ADW_RESPONSE_DESTRUCTIVE);
      adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
    }
  else if (g_error_matches (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_GONE))
    {
      adw_alert_dialog_set_heading (alert, _("The File Is Gone"));
      adw_alert_dialog_format_body (alert, _("“%s” was moved or deleted since you opened it."), name);
      adw_alert_dialog_add_responses (alert, "save-as", _("Save _As…"), "overwrite", _("_Save There Again"), NULL);
      adw_alert_dialog_set_default_response (alert, "overwrite");
      adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_SUGGESTED);
    }
  else if (g_error_matches (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_EXISTS))
    {
      adw_alert_dialog_set_heading (alert, _("Replace the File?"));
      adw_alert_dialog_format_body (alert, _("There is a file called “%s” already. Replacing it removes what is in it."),
                                    name);
      adw_alert_dialog_add_responses (alert, "overwrite", _("_Replace"), "save-as", _("Save _As…"), NULL);
      adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
    }
  else
    {
      adw_alert_dialog_set_heading (alert, _("Could Not Save"));
      adw_alert_dialog_format_body (alert, _("%s\n\nEverything you wrote is still here."), error->message);
      adw_alert_dialog_set_response_label (alert, "cancel", _("_Close"));
      adw_alert_dialog_add_response (alert, "save-as", _("_Save As…"));
    }
  adw_alert_dialog_choose (alert, GTK_WIDGET (flow->parent), NULL, answered_cb, task);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;

  if (proviso_document_save_finish (PROVISO_DOCUMENT (object), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else
    {
      ask (task, error);
    }
}

static void
save (GTask *task)
{
  SaveFlow *flow = g_task_get_task_data (task);

  proviso_document_save_async (g_task_get_source_object (task), flow->file, flow->flags, NULL, saved_cb, task);
}

/* The window other than `parent` that has `file` open. */
static ProvisoWindow *
find_other_window (GtkWindow *parent, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (parent);

  if (application == NULL)
    return NULL;
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (l->data != parent && PROVISO_IS_WINDOW (l->data) &&
        proviso_document_is_file (proviso_window_get_document (l->data), file))
      return l->data;
  return NULL;
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SaveFlow *flow = g_task_get_task_data (task);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *name = NULL;

  if (file == NULL)
    {
      g_task_return_boolean (task, FALSE);
      g_object_unref (task);
      return;
    }

  /* The file dialog has asked before it let an existing file be chosen, but under the name it was given. */
  flow->flags |= PROVISO_DOCUMENT_SAVE_OVERWRITE;
  name = g_file_get_basename (file);
  if (strchr (name, '.') == NULL)
    {
      g_autofree char *full_name = g_strconcat (name, ".proviso", NULL);
      g_autoptr (GFile) folder = g_file_get_parent (file);

      g_object_unref (file);
      file = g_file_get_child (folder, full_name);
      flow->flags &= ~PROVISO_DOCUMENT_SAVE_OVERWRITE;
    }
  g_set_object (&flow->file, file);

  if (find_other_window (flow->parent, file) != NULL)
    {
      g_autofree char *chosen = dup_name (task);
      AdwDialog *dialog = adw_alert_dialog_new (_("Already Open"), NULL);

      adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                    _("“%s” is open in another window. Save under another name, or close that window first."),
                                    chosen);
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "save-as", _("_Save As…"), NULL);
      adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
      adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save-as");
      adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (flow->parent), NULL, answered_cb, task);
      return;
    }
  save (task);
}

static void
choose_file (GTask *task)
{
  ProvisoDocument *document = g_task_get_source_object (task);
  SaveFlow *flow = g_task_get_task_data (task);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = proviso_file_filters_for_saving ();
  g_autofree char *name = proviso_document_suggest_file_name (document);
  g_autoptr (GFile) folder = proviso_document_suggest_folder (document);

  flow->flags = PROVISO_DOCUMENT_SAVE_NONE;
  gtk_file_dialog_set_title (dialog, _("Save As"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, flow->parent, NULL, file_chosen_cb, task);
}

void
proviso_save_flow_async (GtkWindow *parent,
                         ProvisoDocument *document,
                         gboolean choose,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  SaveFlow *flow;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (PROVISO_IS_DOCUMENT (document));

  task = g_task_new (document, NULL, callback, user_data);
  g_task_set_source_tag (task, proviso_save_flow_async);
  flow = g_new0 (SaveFlow, 1);
  flow->parent = g_object_ref (parent);
  g_task_set_task_data (task, flow, save_flow_free);
  if (choose || proviso_document_get_file (document) == NULL)
    choose_file (task);
  else
    save (task);
}

gboolean
proviso_save_flow_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_save_flow_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
