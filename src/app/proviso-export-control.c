/* proviso-export-control.c: what a window makes of its project: the section on unconfirmed points, reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-export-control.h"

#include "app/proviso-remains-dialog.h"
#include "app/proviso-report-flow.h"
#include "app/proviso-step-place.h"

#include <glib/gi18n-lib.h>

struct _ProvisoExportControl
{
  GObject parent_instance;

  ProvisoWindow *window;
  ProvisoToaster *toaster;
  GSimpleAction *insert_remains;
  GSimpleAction *export_report;
  ProvisoStepPlace *remains_place; /* of the section, as last put in; nullable */
};

G_DEFINE_FINAL_TYPE (ProvisoExportControl, proviso_export_control, G_TYPE_OBJECT)

static ProvisoProject *
get_project (ProvisoExportControl *self)
{
  return proviso_document_get_project (proviso_window_get_document (self->window));
}

/* The dialog gave the focus back to what had it, which may be a menu by now. */
static void
remains_closed_cb (ProvisoExportControl *self)
{
  if (self->window != NULL && proviso_window_get_workspace (self->window) != NULL)
    proviso_workspace_go_to_draft (proviso_window_get_workspace (self->window));
}

static void
remains_done_cb (ProvisoExportControl *self, const char *title, ProvisoRemainsDialog *dialog)
{
  ProvisoRemains *remains = proviso_project_get_remains (get_project (self));

  /* A long one ends out of sight; it is read from its heading on. */
  proviso_step_place_go (self->remains_place, proviso_remains_get_anchor (remains));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (remains_closed_cb), self, G_CONNECT_SWAPPED);
  proviso_toaster_tell_undoable (self->toaster, title);
}

static void
insert_remains_cb (ProvisoExportControl *self)
{
  ProvisoWorkspace *workspace = proviso_window_get_workspace (self->window);
  g_autoptr (ProvisoViewState) view = proviso_view_state_new ();
  ProvisoRemainsDialog *dialog;

  proviso_workspace_save_view (workspace, view);
  g_clear_object (&self->remains_place);
  self->remains_place = proviso_step_place_new (workspace);
  dialog = proviso_remains_dialog_new (get_project (self), proviso_view_state_get_cursor (view));
  g_signal_connect_object (dialog, "done", G_CALLBACK (remains_done_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
}

static void
open_clicked_cb (AdwToast *toast, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

/* What a report leaves out, and what its draft gives away all the same. Returns: (transfer full) */
static char *
describe_report (guint n_confidential, guint n_named)
{
  if (n_named > 0)
    return g_strdup_printf (ngettext ("Report exported; it names %u confidential source.",
                                      "Report exported; it names %u confidential sources.", n_named),
                            n_named);
  if (n_confidential > 0)
    return g_strdup_printf (ngettext ("Report exported without %u confidential source",
                                      "Report exported without %u confidential sources", n_confidential),
                            n_confidential);

  return g_strdup (_("Report exported"));
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoExportControl) self = user_data;
  guint n_confidential, n_named;
  g_autoptr (GFile) file = proviso_report_flow_finish (result, &n_confidential, &n_named);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (file == NULL || self->window == NULL)
    return;
  title = describe_report (n_confidential, n_named);
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_clicked_cb), g_object_ref (file),
                         (GClosureNotify) (gpointer) g_object_unref, G_CONNECT_DEFAULT);
  proviso_toaster_add (self->toaster, toast);
}

static void
export_report_cb (ProvisoExportControl *self)
{
  ProvisoDocument *document = proviso_window_get_document (self->window);
  g_autoptr (GFile) folder = proviso_document_suggest_folder (document);

  proviso_report_flow_async (GTK_WINDOW (self->window), proviso_document_get_project (document), folder, exported_cb,
                             g_object_ref (self));
}

static void
proviso_export_control_dispose (GObject *object)
{
  ProvisoExportControl *self = PROVISO_EXPORT_CONTROL (object);

  /* A report may still be on its way. */
  self->window = NULL;
  g_clear_object (&self->remains_place);
  if (self->insert_remains != NULL)
    g_signal_handlers_disconnect_by_data (self->insert_remains, self);
  if (self->export_report != NULL)
    g_signal_handlers_disconnect_by_data (self->export_report, self);
  g_clear_object (&self->insert_remains);
  g_clear_object (&self->export_report);

  G_OBJECT_CLASS (proviso_export_control_parent_class)->dispose (object);
}

static void
proviso_export_control_class_init (ProvisoExportControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_export_control_dispose;
}

static void
proviso_export_control_init (ProvisoExportControl *self)
{
}

static GSimpleAction *
add_action (ProvisoExportControl *self, const char *name, GCallback callback)
{
  GSimpleAction *action = g_simple_action_new (name, NULL);

  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_swapped (action, "activate", callback, self);
  g_action_map_add_action (G_ACTION_MAP (self->window), G_ACTION (action));
  return action;
}

ProvisoExportControl *
proviso_export_control_new (ProvisoWindow *window, ProvisoToaster *toaster)
{
  ProvisoExportControl *self = g_object_new (PROVISO_TYPE_EXPORT_CONTROL, NULL);

  self->window = window;
  self->toaster = toaster;
  self->insert_remains = add_action (self, "insert-remains", G_CALLBACK (insert_remains_cb));
  self->export_report = add_action (self, "export-report", G_CALLBACK (export_report_cb));
  return self;
}

void
proviso_export_control_enable (ProvisoExportControl *self)
{
  g_return_if_fail (PROVISO_IS_EXPORT_CONTROL (self));

  g_simple_action_set_enabled (self->insert_remains, TRUE);
  g_simple_action_set_enabled (self->export_report, TRUE);
}
