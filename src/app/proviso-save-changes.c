/* proviso-save-changes.c: asks what shall become of unsaved changes before windows close.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One project: named in the question. Several: listed, each with a check mark. Those chosen are saved one after
 * the other, as each may ask something; the first that is not saved ends it.
 */
#include "app/proviso-save-changes.h"

#include "app/proviso-save-flow.h"
#include "app/proviso-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *windows; /* ProvisoWindow: asked about, then: still to be saved */
  GPtrArray *checks;  /* GtkCheckButton, where there are several */
} SaveChanges;

static void
save_changes_free (gpointer data)
{
  SaveChanges *changes = data;

  g_clear_pointer (&changes->windows, g_ptr_array_unref);
  g_clear_pointer (&changes->checks, g_ptr_array_unref);
  g_free (changes);
}

static void save_next (GTask *task);

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SaveChanges *changes = g_task_get_task_data (task);

  if (proviso_save_flow_finish (result))
    {
      g_ptr_array_remove_index (changes->windows, 0);
      save_next (task);
    }
  else
    {
      g_task_return_boolean (task, FALSE);
      g_object_unref (task);
    }
}

static void
save_next (GTask *task)
{
  SaveChanges *changes = g_task_get_task_data (task);
  GtkWindow *window;

  if (changes->windows->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  window = g_ptr_array_index (changes->windows, 0);
  if (proviso_document_get_file (proviso_window_get_document (PROVISO_WINDOW (window))) == NULL)
    gtk_window_present (window);
  proviso_save_flow_async (window, proviso_window_get_document (PROVISO_WINDOW (window)), FALSE, saved_cb, task);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SaveChanges *changes = g_task_get_task_data (task);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (response, "save"))
    {
      if (changes->checks != NULL)
        for (guint i = changes->windows->len; i-- > 0;)
          if (!gtk_check_button_get_active (g_ptr_array_index (changes->checks, i)))
            g_ptr_array_remove_index (changes->windows, i);
      save_next (task);
    }
  else
    {
      g_task_return_boolean (task, g_str_equal (response, "discard"));
      g_object_unref (task);
    }
}

static char *
dup_place (ProvisoDocument *document)
{
  char *name = proviso_document_dup_file_name (document);

  return name != NULL ? name : g_strdup (_("Not in a file yet"));
}

static GtkWidget *
create_list (SaveChanges *changes)
{
  GtkWidget *group = adw_preferences_group_new ();

  changes->checks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < changes->windows->len; i++)
    {
      ProvisoDocument *document = proviso_window_get_document (g_ptr_array_index (changes->windows, i));
      g_autofree char *place = dup_place (document);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proviso_document_get_title (document));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (changes->checks, g_object_ref (check));
    }
  return group;
}

void
proviso_save_changes_async (GtkWindow *parent, GPtrArray *windows, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  SaveChanges *changes;
  AdwAlertDialog *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (windows != NULL && windows->len > 0);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, proviso_save_changes_async);
  changes = g_new0 (SaveChanges, 1);
  changes->windows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < windows->len; i++)
    g_ptr_array_add (changes->windows, g_object_ref (g_ptr_array_index (windows, i)));
  g_task_set_task_data (task, changes, save_changes_free);

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Save Changes?"), NULL));
  if (windows->len == 1)
    {
      ProvisoDocument *document = proviso_window_get_document (g_ptr_array_index (windows, 0));

      adw_alert_dialog_format_body (dialog, _("“%s” has changes that are not saved. Discarded changes are lost for good."),
                                    proviso_document_get_title (document));
    }
  else
    {
      adw_alert_dialog_set_body (dialog, _("These projects have changes that are not saved. What you do not save is lost for good."));
      adw_alert_dialog_set_extra_child (dialog, create_list (changes));
    }
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard",
                                  windows->len == 1 ? _("_Discard") : _("_Discard All"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (parent), NULL, answered_cb, task);
}

gboolean
proviso_save_changes_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, proviso_save_changes_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
