/* proviso-window.c: the window of one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What costs time to make (start page, workspace, menus) is made when it is first shown.
 */
#include "app/proviso-window.h"

#include "app/proviso-after-paint.h"
#include "app/proviso-import-flow.h"
#include "app/proviso-notice-control.h"
#include "app/proviso-open-flow.h"
#include "app/proviso-open-popover.h"
#include "app/proviso-paste-repair.h"
#include "app/proviso-recent.h"
#include "app/proviso-save-changes.h"
#include "app/proviso-save-flow.h"
#include "app/proviso-start-page.h"
#include "app/proviso-undo-control.h"
#include "app/proviso-workspace.h"
#include "storage/proviso-store.h"

#include <glib/gi18n-lib.h>

/* A load that is over sooner shows no sign of itself. */
#define SPINNER_DELAY_MS 500

struct _ProvisoWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  ProvisoOpenPopover *open_popover;
  GtkMenuButton *menu_button;
  GtkWidget *find_button;
  GtkWidget *panel_button;
  ProvisoNotice *notice;
  GtkStack *stack;
  AdwBin *start_bin;
  GtkWidget *spinner;
  AdwBin *workspace_bin;
  GMenuModel *main_menu;
  GMenu *undo_section;

  GSettings *settings;
  ProvisoDocument *document;
  ProvisoUndoControl *undo_control;
  ProvisoNoticeControl *notice_control;
  ProvisoPasteRepair *paste_repair;
  ProvisoWorkspace *workspace; /* %NULL until a project is shown */
  GFile *opening;              /* the file that is being loaded */
  guint spinner_source;
  guint prepare_source;
  gboolean shows_project;
  gboolean painted;
  gboolean project_waits; /* until the window is painted */
  gboolean collapsed;
  gboolean narrow;
  gboolean close_after_saving;
  gboolean may_close;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_COLLAPSED,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoWindow, proviso_window, ADW_TYPE_APPLICATION_WINDOW)

/* What makes sense only where a project is shown. */
static const char *const project_actions[] = { "save", "save-as", "find", "replace", "show-panel", "switch-side" };

static GSimpleAction *
get_action (ProvisoWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
add_toast (ProvisoWindow *self, AdwToast *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
show_alert (ProvisoWindow *self, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The state of the document */

static char *
create_subtitle (ProvisoWindow *self)
{
  g_autofree char *name = proviso_document_dup_file_name (self->document);

  if (name == NULL)
    name = g_strdup (_("Not in a file yet"));
  switch (proviso_document_get_state (self->document))
    {
    case PROVISO_DOCUMENT_STATE_EDITED:
      /* Translators: below the title: the file's name, and that there are changes which are not saved. */
      return g_strdup_printf (_("%s – edited"), name);
    case PROVISO_DOCUMENT_STATE_SAVING:
      return g_strdup_printf (_("%s – saving…"), name);
    case PROVISO_DOCUMENT_STATE_FAILED:
      return g_strdup_printf (_("%s – not saved"), name);
    case PROVISO_DOCUMENT_STATE_NEW:
    case PROVISO_DOCUMENT_STATE_LOADING:
    case PROVISO_DOCUMENT_STATE_SAVED:
    default:
      return g_steal_pointer (&name);
    }
}

static void
update_title (ProvisoWindow *self)
{
  const char *title = _("Proviso");
  g_autofree char *subtitle = NULL;

  if (self->shows_project)
    {
      title = proviso_document_get_title (self->document);
      subtitle = create_subtitle (self);
    }
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
document_changed_cb (ProvisoWindow *self)
{
  update_title (self);
  if (self->close_after_saving && proviso_document_get_state (self->document) != PROVISO_DOCUMENT_STATE_SAVING)
    {
      self->close_after_saving = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
workspace_toast_cb (ProvisoWindow *self, const char *title, gboolean undo)
{
  add_toast (self, undo ? proviso_undo_control_create_toast (self->undo_control, title) : adw_toast_new (title));
}

/* What the window shows */

static void
panel_shown_cb (ProvisoWindow *self)
{
  g_simple_action_set_state (get_action (self, "show-panel"),
                             g_variant_new_boolean (proviso_workspace_get_panel_shown (self->workspace)));
}

static void
ensure_workspace (ProvisoWindow *self)
{
  if (self->workspace != NULL)
    return;
  self->workspace = PROVISO_WORKSPACE (proviso_workspace_new ());
  g_object_bind_property (self, "collapsed", self->workspace, "collapsed", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "narrow", self->workspace, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->workspace, "toast", G_CALLBACK (workspace_toast_cb), self);
  g_signal_connect_swapped (self->workspace, "notify::panel-shown", G_CALLBACK (panel_shown_cb), self);
  adw_bin_set_child (self->workspace_bin, GTK_WIDGET (self->workspace));
  panel_shown_cb (self);
}

/* It may just be looking at a text in a thread, and lives until that is done. */
static void
stop_paste_repair (ProvisoWindow *self)
{
  if (self->paste_repair != NULL)
    g_object_run_dispose (G_OBJECT (self->paste_repair));
  g_clear_object (&self->paste_repair);
}

static void
show_project (ProvisoWindow *self)
{
  ProvisoProject *project = proviso_document_get_project (self->document);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  self->shows_project = TRUE;
  proviso_undo_control_set_project (self->undo_control, project);
  stop_paste_repair (self);
  self->paste_repair = proviso_paste_repair_new (project, self->toast_overlay);
  ensure_workspace (self);
  proviso_workspace_set_project (self->workspace, project);
  gtk_stack_set_visible_child_name (self->stack, "project");
  for (guint i = 0; i < G_N_ELEMENTS (project_actions); i++)
    g_simple_action_set_enabled (get_action (self, project_actions[i]), TRUE);
  document_changed_cb (self);
  proviso_workspace_focus_draft (self->workspace);
}

static void
project_changed_cb (ProvisoWindow *self)
{
  if (self->shows_project)
    show_project (self);
}

/* A new window comes up before its first project is in it: making the draft takes as long as all the rest. */
static void
show_project_once_painted (ProvisoWindow *self)
{
  if (self->painted)
    show_project (self);
  else
    self->project_waits = TRUE;
}

static void
painted_cb (GtkWidget *widget)
{
  ProvisoWindow *self = PROVISO_WINDOW (widget);

  self->painted = TRUE;
  if (self->project_waits)
    show_project (self);
}

static void
show_start_page (ProvisoWindow *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  if (adw_bin_get_child (self->start_bin) == NULL)
    adw_bin_set_child (self->start_bin, proviso_start_page_new ());
  gtk_stack_set_visible_child_name (self->stack, "start");
  update_title (self);
}

/* A dialog that led into the project gives the focus back to the start page, which is out of sight now. */
static void
visible_dialog_changed_cb (ProvisoWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL && self->shows_project &&
      (focus == NULL || !gtk_widget_get_mapped (focus)))
    proviso_workspace_focus_draft (self->workspace);
}

/* Opening */

static gboolean
remember_cb (gpointer user_data)
{
  ProvisoDocument *document = user_data;
  GFile *file = proviso_document_get_file (document);

  if (file != NULL)
    proviso_recent_add (file, proviso_document_get_title (document));
  return G_SOURCE_REMOVE;
}

/* When there is nothing else to do, as the desktop's whole list is read and written. */
static void
remember_file (ProvisoWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, remember_cb, g_object_ref (self->document), g_object_unref);
}

static void
spinner_cb (gpointer user_data)
{
  ProvisoWindow *self = user_data;

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->opening);
  g_autoptr (GError) error = NULL;
  gboolean success = proviso_document_load_finish (self->document, result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (success)
    {
      const char *const *warnings = proviso_document_get_warnings (self->document);

      show_project_once_painted (self);
      remember_file (self);
      if (warnings != NULL)
        show_alert (self, _("Not All Is Well in This File"), warnings[0]);
    }
  else
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *display_name = g_filename_display_name (name);
      g_autofree char *body = g_strdup_printf ("“%s”\n\n%s", display_name, error->message);

      if (g_error_matches (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_FOUND))
        proviso_recent_remove (file);
      if (!self->shows_project)
        show_start_page (self);
      show_alert (self, _("Could Not Open the Project"), body);
    }
}

/* There is time between showing a window and its first frame. */
static void
prepare_cb (gpointer user_data)
{
  ProvisoWindow *self = user_data;

  self->prepare_source = 0;
  ensure_workspace (self);
}

static void
load (ProvisoWindow *self, GFile *file, ProvisoDocumentLoadFlags flags)
{
  g_set_object (&self->opening, file);
  if (!self->shows_project)
    {
      gtk_widget_set_visible (self->spinner, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "loading");
      if (!self->painted && self->prepare_source == 0)
        self->prepare_source = g_idle_add_once (prepare_cb, self);
      if (self->spinner_source == 0)
        self->spinner_source = g_timeout_add_once (SPINNER_DELAY_MS, spinner_cb, self);
    }
  proviso_document_load_async (self->document, file, flags, NULL, loaded_cb, g_object_ref (self));
}

/* Actions */

static ProvisoApplication *
get_application (ProvisoWindow *self)
{
  return PROVISO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
new_project_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  if (!proviso_window_is_empty (self))
    self = proviso_window_new (get_application (self));
  proviso_window_start_project (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) self = user_data;
  g_autoptr (ProvisoProject) project = proviso_import_flow_finish (result);

  if (project == NULL || !proviso_window_is_empty (self))
    return;
  proviso_document_take_project (self->document, project);
  if (!self->shows_project)
    show_project_once_painted (self);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_open_flow_choose_projects (user_data);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_open_flow_choose_text (user_data);
}

static void
open_file_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  proviso_application_open_file (get_application (self), file, GTK_WINDOW (self));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  gtk_popover_popup (GTK_POPOVER (self->open_popover));
}

static void
open_example_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  proviso_application_open_example (get_application (self), GTK_WINDOW (self));
}

static void
save_flow_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) self = user_data;

  if (proviso_save_flow_finish (result))
    remember_file (self);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  proviso_save_flow_async (GTK_WINDOW (self), self->document, FALSE, save_flow_cb, g_object_ref (self));
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  proviso_save_flow_async (GTK_WINDOW (self), self->document, TRUE, save_flow_cb, g_object_ref (self));
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_workspace_find (PROVISO_WINDOW (user_data)->workspace);
}

static void
switch_side_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_workspace_switch_side (PROVISO_WINDOW (user_data)->workspace);
}

static void
replace_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "draft.replace", NULL);
}

static void
show_panel_action (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  proviso_workspace_set_panel_shown (PROVISO_WINDOW (user_data)->workspace, g_variant_get_boolean (state));
}

static void
main_menu_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (PROVISO_WINDOW (user_data)->menu_button);
}

static const GActionEntry action_entries[] = {
  { .name = "new-project", .activate = new_project_action },
  { .name = "open", .activate = open_action },
  { .name = "open-file", .activate = open_file_action, .parameter_type = "s" },
  { .name = "open-recent", .activate = open_recent_action },
  { .name = "open-example", .activate = open_example_action },
  { .name = "import", .activate = import_action },
  { .name = "save", .activate = save_action },
  { .name = "save-as", .activate = save_as_action },
  { .name = "find", .activate = find_action },
  { .name = "replace", .activate = replace_action },
  { .name = "show-panel", .state = "true", .change_state = show_panel_action },
  { .name = "switch-side", .activate = switch_side_action },
  { .name = "main-menu", .activate = main_menu_action },
};

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  ProvisoWindow *self = user_data;
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    proviso_application_open_file (get_application (self), l->data, GTK_WINDOW (self));
  return files != NULL;
}

/* The menu is made when it is first asked for. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->main_menu));
}

static void
active_changed_cb (ProvisoWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    proviso_document_check_file (self->document);
}

static void
may_close_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) self = user_data;

  if (proviso_save_changes_finish (result))
    proviso_window_close_now (self);
}

static gboolean
proviso_window_close_request (GtkWindow *window)
{
  ProvisoWindow *self = PROVISO_WINDOW (window);
  int width, height;

  if (proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_SAVING)
    {
      self->close_after_saving = TRUE;
      return GDK_EVENT_STOP;
    }
  if (!self->may_close && proviso_document_get_unsaved (self->document))
    {
      g_autoptr (GPtrArray) windows = g_ptr_array_new ();

      g_ptr_array_add (windows, self);
      proviso_save_changes_async (window, windows, may_close_cb, g_object_ref (self));
      return GDK_EVENT_STOP;
    }

  proviso_document_close (self->document);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (proviso_window_parent_class)->close_request (window);
}

/* The start page is for a window that nothing was opened in by the time it is shown. */
static void
proviso_window_show (GtkWidget *widget)
{
  ProvisoWindow *self = PROVISO_WINDOW (widget);

  if (!self->shows_project && !self->project_waits && self->opening == NULL)
    show_start_page (self);
  GTK_WIDGET_CLASS (proviso_window_parent_class)->show (widget);
}

static void
proviso_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoWindow *self = PROVISO_WINDOW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoWindow *self = PROVISO_WINDOW (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      self->collapsed = g_value_get_boolean (value);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_window_dispose (GObject *object)
{
  ProvisoWindow *self = PROVISO_WINDOW (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  stop_paste_repair (self);
  g_clear_object (&self->undo_control);
  g_clear_object (&self->notice_control);
  g_clear_object (&self->opening);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_WINDOW);

  G_OBJECT_CLASS (proviso_window_parent_class)->dispose (object);
}

static void
proviso_window_finalize (GObject *object)
{
  ProvisoWindow *self = PROVISO_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (proviso_window_parent_class)->finalize (object);
}

static void
proviso_window_class_init (ProvisoWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_window_get_property;
  object_class->set_property = proviso_window_set_property;
  object_class->dispose = proviso_window_dispose;
  object_class->finalize = proviso_window_finalize;
  widget_class->show = proviso_window_show;
  GTK_WINDOW_CLASS (klass)->close_request = proviso_window_close_request;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, PROVISO_TYPE_DOCUMENT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PROVISO_TYPE_NOTICE);
  g_type_ensure (PROVISO_TYPE_OPEN_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, open_popover);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, workspace_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, undo_section);
}

static void
proviso_window_init (ProvisoWindow *self)
{
  GtkDropTarget *target;
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  if (g_str_has_suffix (PROVISO_APP_ID, ".Devel"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  self->settings = g_settings_new (PROVISO_APP_ID);
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (project_actions); i++)
    g_simple_action_set_enabled (get_action (self, project_actions[i]), FALSE);
  self->undo_control = proviso_undo_control_new (GTK_APPLICATION_WINDOW (self), self->undo_section);
  /* Ahead of the text view, which would write the file's name into the draft. */
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toast_overlay), GTK_EVENT_CONTROLLER (target));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);

  self->document = proviso_document_new ();
  g_signal_connect_swapped (self->document, "notify::project", G_CALLBACK (project_changed_cb), self);
  g_signal_connect_swapped (self->document, "notify::title", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (self->document, "notify::state", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (self->document, "notify::file", G_CALLBACK (document_changed_cb), self);
  self->notice_control = proviso_notice_control_new (self, self->notice);
  proviso_after_paint (GTK_WIDGET (self), painted_cb);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), NULL);
}

ProvisoWindow *
proviso_window_new (ProvisoApplication *application)
{
  return g_object_new (PROVISO_TYPE_WINDOW, "application", application, NULL);
}

ProvisoDocument *
proviso_window_get_document (ProvisoWindow *self)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), NULL);
  return self->document;
}

gboolean
proviso_window_is_empty (ProvisoWindow *self)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), FALSE);

  return self->opening == NULL && proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_NEW &&
         proviso_text_get_length (proviso_project_get_text (proviso_document_get_project (self->document))) == 0;
}

gboolean
proviso_window_has_file (ProvisoWindow *self, GFile *file)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), FALSE);

  return proviso_document_is_file (self->document, file) ||
         (self->opening != NULL && g_file_equal (self->opening, file));
}

void
proviso_window_start_project (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));

  if (!self->shows_project)
    show_project_once_painted (self);
}

void
proviso_window_open_file (ProvisoWindow *self, GFile *file)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_window_is_empty (self));

  load (self, file, PROVISO_DOCUMENT_LOAD_NONE);
}

void
proviso_window_open_example (ProvisoWindow *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_window_is_empty (self));

  file = g_file_new_for_path (PROVISO_PKGDATADIR "/example.proviso");
  load (self, file, PROVISO_DOCUMENT_LOAD_COPY);
}

void
proviso_window_close_now (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));

  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

void
proviso_window_import_file (ProvisoWindow *self, GFile *file)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_window_is_empty (self));

  proviso_import_flow_async (GTK_WINDOW (self), file, imported_cb, g_object_ref (self));
}

static void
recovered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success = proviso_document_load_finish (self->document, result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (success)
    {
      const char *const *warnings = proviso_document_get_warnings (self->document);

      show_project_once_painted (self);
      if (warnings != NULL)
        show_alert (self, _("Not Everything Could Be Recovered"), warnings[0]);
      return;
    }
  if (!self->shows_project)
    show_start_page (self);
  show_alert (self, _("Could Not Recover Unsaved Changes"), error->message);
}

void
proviso_window_recover (ProvisoWindow *self, ProvisoRecovery *recovery)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (!proviso_document_get_unsaved (self->document));

  proviso_document_recover_async (self->document, recovery, NULL, recovered_cb, g_object_ref (self));
}

void
proviso_window_reload (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_document_get_file (self->document) != NULL);

  load (self, proviso_document_get_file (self->document), PROVISO_DOCUMENT_LOAD_NONE);
}
