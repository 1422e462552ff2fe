/* proviso-open-flow.c: lets the person choose files to open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-open-flow.h"

#include "app/proviso-file-filters.h"

#include <glib/gi18n-lib.h>

static GtkFileDialog *
create_dialog (ProvisoWindow *window, const char *title, GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = proviso_document_suggest_folder (proviso_window_get_document (window));

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  return dialog;
}

static ProvisoApplication *
get_application (ProvisoWindow *window)
{
  return PROVISO_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
}

static void
projects_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) window = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      proviso_application_open_file (get_application (window), file, GTK_WINDOW (window));
    }
}

void
proviso_open_flow_choose_projects (ProvisoWindow *window)
{
  g_autoptr (GListModel) filters = proviso_file_filters_for_opening ();
  g_autoptr (GtkFileDialog) dialog = create_dialog (window, C_("dialog", "Open"), filters);

  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, projects_chosen_cb, g_object_ref (window));
}

static void
text_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) window = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    proviso_application_import_file (get_application (window), file, GTK_WINDOW (window));
}

void
proviso_open_flow_choose_text (ProvisoWindow *window)
{
  g_autoptr (GListModel) filters = proviso_file_filters_for_importing ();
  g_autoptr (GtkFileDialog) dialog = create_dialog (window, _("Import Text"), filters);

  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, text_chosen_cb, g_object_ref (window));
}
