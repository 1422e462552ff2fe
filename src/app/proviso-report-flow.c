/* proviso-report-flow.c: a review report of a project in a file that the person chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-report-flow.h"

#include "core/proviso-date.h"
#include "export/proviso-draft-check.h"
#include "export/proviso-report.h"
#include "storage/proviso-codec.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent;
  ProvisoProject *project;
  GFile *file;
  ProvisoCodecTree *tree;
  guint n_confidential;
  guint n_named;
} ReportFlow;

static void
report_flow_free (ReportFlow *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->project);
  g_clear_object (&self->file);
  g_clear_pointer (&self->tree, proviso_codec_tree_free);
  g_free (self);
}

static ProvisoReportFormat
get_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".md") || g_str_has_suffix (folded, ".markdown") ? PROVISO_REPORT_MARKDOWN
                                                                                     : PROVISO_REPORT_HTML;
}

static void
fail (GTask *task, const GError *error)
{
  ReportFlow *flow = g_task_get_task_data (task);
  AdwDialog *dialog = adw_alert_dialog_new (_("Could Not Export the Report"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (flow->parent));
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  ReportFlow *flow = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!proviso_store_write_finish (flow->file, result, NULL, &error))
    {
      fail (task, error);
      return;
    }
  g_task_return_pointer (task, g_object_ref (flow->file), g_object_unref);
  g_object_unref (task);
}

/* Of a copy of the project: the person goes on with this one. */
static void
build_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  ReportFlow *flow = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (flow->tree, &error);
  g_autoptr (ProvisoProject) project = bytes != NULL ? proviso_codec_load (bytes, NULL, &error) : NULL;
  g_autofree char *day = proviso_date_today ();
  char *report;

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  proviso_draft_check_count_sources (project, &flow->n_confidential, &flow->n_named);
  report = proviso_report_build (project, get_format (flow->file), day);
  g_task_return_pointer (task, g_bytes_new_take (report, strlen (report)), (GDestroyNotify) g_bytes_unref);
}

static void
built_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  ReportFlow *flow = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) report = g_task_propagate_pointer (G_TASK (result), &error);

  if (report == NULL)
    {
      fail (task, error);
      return;
    }
  /* The person was asked whether to replace what is there. */
  proviso_store_write_async (flow->file, report, NULL, PROVISO_STORE_WRITE_OVERWRITE, NULL, written_cb, task);
}

static void
start_writing (GTask *task)
{
  ReportFlow *flow = g_task_get_task_data (task);
  g_autoptr (GTask) build = g_task_new (NULL, NULL, built_cb, task);

  flow->tree = proviso_codec_snapshot (flow->project);
  g_task_set_task_data (build, flow, NULL);
  g_task_run_in_thread (build, build_in_thread);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  ReportFlow *flow = g_task_get_task_data (task);

  flow->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  if (flow->file == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  start_writing (task);
}

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
}

static char *
create_name (ProvisoProject *project)
{
  g_autofree char *title = g_strdup (proviso_project_get_title (project));

  g_strdelimit (title, "/\\:\n\r\t", '-');
  /* Translators: the name of a file: the title of an article takes the place of %s. Keep ".html". */
  return *title != '\0' ? g_strdup_printf (_("%s – report.html"), title) : g_strdup (_("Report.html"));
}

static GTask *
create_task (GtkWindow *parent, ProvisoProject *project, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  ReportFlow *flow = g_new0 (ReportFlow, 1);

  flow->parent = g_object_ref (parent);
  flow->project = g_object_ref (project);
  g_task_set_task_data (task, flow, (GDestroyNotify) report_flow_free);
  return task;
}

void
proviso_report_flow_async (GtkWindow *parent,
                           ProvisoProject *project,
                           GFile *folder,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = create_name (project);

  gtk_file_dialog_set_title (dialog, _("Export Report"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  add_filter (filters, _("Web Page"), (const char *const[]) { "html", "htm", NULL });
  add_filter (filters, _("Markdown"), (const char *const[]) { "md", "markdown", NULL });
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, parent, NULL, file_chosen_cb, create_task (parent, project, callback, user_data));
}

void
proviso_report_flow_write_async (GtkWindow *parent,
                                 ProvisoProject *project,
                                 GFile *file,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = create_task (parent, project, callback, user_data);
  ReportFlow *flow = g_task_get_task_data (task);

  flow->file = g_object_ref (file);
  start_writing (task);
}

GFile *
proviso_report_flow_finish (GAsyncResult *result, guint *n_confidential, guint *n_named)
{
  ReportFlow *flow = g_task_get_task_data (G_TASK (result));

  *n_confidential = flow->n_confidential;
  *n_named = flow->n_named;

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
