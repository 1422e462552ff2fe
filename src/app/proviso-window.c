/* proviso-window.c: the window of one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What costs time to make (start page, workspace, menus) is made when it is first shown.
 */
#include "app/proviso-window.h"

#include "app/proviso-after-paint.h"
#include "app/proviso-autosave.h"
#include "app/proviso-export-control.h"
#include "app/proviso-load-control.h"
#include "app/proviso-notice-control.h"
#include "app/proviso-open-popover.h"
#include "app/proviso-paste-repair.h"
#include "app/proviso-readiness-control.h"
#include "app/proviso-save-changes.h"
#include "app/proviso-seen-control.h"
#include "app/proviso-start-page.h"
#include "app/proviso-title-control.h"
#include "app/proviso-toaster.h"
#include "app/proviso-tour.h"
#include "app/proviso-undo-control.h"
#include "app/proviso-view-control.h"
#include "app/proviso-window-actions.h"
#include "app/proviso-window-title.h"

#include <glib/gi18n-lib.h>

struct _ProvisoWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwToolbarView *toolbar_view;
  ProvisoWindowTitle *window_title;
  ProvisoOpenPopover *open_popover;
  GtkMenuButton *menu_button;
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
  ProvisoExportControl *export_control;
  ProvisoTitleControl *title_control;
  ProvisoLoadControl *load_control;
  ProvisoViewControl *view_control;
  ProvisoSeenControl *seen_control;
  ProvisoNoticeControl *notice_control;
  ProvisoAutosave *autosave;
  ProvisoReadinessControl *readiness_control;
  ProvisoPasteRepair *paste_repair;
  ProvisoToaster *toaster;
  ProvisoWorkspace *workspace; /* %NULL until a project is shown */
  ProvisoTour *tour;           /* %NULL until it is asked for */
  guint prepare_source;
  gboolean shows_project;
  gboolean draft_wants_focus; /* once the dialog is gone that led to the project */
  gboolean painted;
  gboolean project_waits; /* until the window is painted */
  gboolean tour_waits;    /* until the example is shown */
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

static void
state_changed_cb (ProvisoWindow *self)
{
  if (self->close_after_saving && proviso_document_get_state (self->document) != PROVISO_DOCUMENT_STATE_SAVING)
    {
      self->close_after_saving = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
toast_cb (ProvisoWindow *self, const char *title, gboolean undo)
{
  if (undo)
    proviso_toaster_tell_undoable (self->toaster, title);
  else
    proviso_toaster_tell (self->toaster, title);
}

/* What the window shows */

static void
reviewing_cb (ProvisoWindow *self)
{
  proviso_window_actions_set_reviewing (self, proviso_workspace_get_reviewing (self->workspace));
}

static void
set_class (ProvisoWindow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toast_overlay), name);
}

/* Toasts come up over the draft, not over the panel's buttons. */
static void
update_toast_place (ProvisoWindow *self)
{
  set_class (self, "beside-panel",
             self->shows_project && !self->collapsed && proviso_workspace_get_panel_shown (self->workspace));
}

static void
panel_shown_cb (ProvisoWindow *self)
{
  proviso_window_actions_set_panel_shown (
    self, self->shows_project && proviso_workspace_get_panel_shown (self->workspace));
  update_toast_place (self);
}

/* What others changed has come up, or was looked through. */
static void
changes_changed_cb (ProvisoWindow *self)
{
  ProvisoChanges *changes = proviso_seen_control_get_changes (self->seen_control);

  proviso_window_actions_set_has_changes (self, changes != NULL);
  if (changes == NULL && self->workspace != NULL)
    proviso_workspace_show_changes (self->workspace, NULL);
}

static void
looked_through_cb (ProvisoWindow *self)
{
  proviso_toaster_tell (self->toaster, _("You have seen all changes; from now on only newer ones are told"));
}

static void
changes_closed_cb (ProvisoWindow *self, gboolean seen)
{
  if (seen)
    proviso_seen_control_mark_seen (self->seen_control);
  else
    proviso_seen_control_set_showing (self->seen_control, FALSE);
}

static void
ensure_workspace (ProvisoWindow *self)
{
  if (self->workspace != NULL)
    return;
  self->workspace = PROVISO_WORKSPACE (proviso_workspace_new ());
  g_object_bind_property (self, "collapsed", self->workspace, "collapsed", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "narrow", self->workspace, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->workspace, "toast", G_CALLBACK (toast_cb), self);
  g_signal_connect_swapped (self->workspace, "changes-closed", G_CALLBACK (changes_closed_cb), self);
  g_signal_connect_swapped (self->workspace, "notify::panel-shown", G_CALLBACK (panel_shown_cb), self);
  g_signal_connect_swapped (self->workspace, "notify::reviewing", G_CALLBACK (reviewing_cb), self);
  adw_bin_set_child (self->workspace_bin, GTK_WIDGET (self->workspace));
}

static void
readiness_changed_cb (ProvisoWindow *self)
{
  if (self->workspace != NULL)
    proviso_workspace_set_readiness (self->workspace,
                                     proviso_readiness_control_get_readiness (self->readiness_control));
}

static void
note_changed_cb (ProvisoWindow *self)
{
  ProvisoReadiness *readiness = proviso_readiness_control_get_readiness (self->readiness_control);

  proviso_window_title_set_readiness (
      self->window_title, readiness != NULL ? proviso_readiness_get_state (readiness) : PROVISO_READINESS_UNKNOWN,
      proviso_readiness_control_get_note (self->readiness_control));
}

static void
begin_readiness_cb (GtkWidget *widget)
{
  ProvisoWindow *self = PROVISO_WINDOW (widget);

  if (self->readiness_control != NULL)
    proviso_readiness_control_begin (self->readiness_control);
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
start_tour (ProvisoWindow *self)
{
  self->tour_waits = FALSE;
  if (self->tour == NULL)
    {
      self->tour = PROVISO_TOUR (proviso_tour_new ());
      adw_toolbar_view_add_bottom_bar (self->toolbar_view, GTK_WIDGET (self->tour));
    }
  proviso_tour_start (self->tour, self->workspace);
}

static void
show_project (ProvisoWindow *self)
{
  ProvisoProject *project = proviso_document_get_project (self->document);

  self->shows_project = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), "project");
  proviso_undo_control_set_project (self->undo_control, project);
  stop_paste_repair (self);
  self->paste_repair = proviso_paste_repair_new (project, self->toast_overlay);
  ensure_workspace (self);
  proviso_workspace_set_project (self->workspace, project);
  /* While it is out of sight, so that nothing moves. */
  proviso_view_control_restore (self->view_control);
  panel_shown_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "project");
  proviso_window_actions_set_enabled (self, TRUE);
  proviso_export_control_enable (self->export_control);
  proviso_title_control_show_project (self->title_control);
  self->draft_wants_focus = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
  proviso_workspace_focus_draft (self->workspace);
  proviso_readiness_control_set_project (self->readiness_control, project);
  proviso_after_paint (GTK_WIDGET (self), begin_readiness_cb);
  if (self->tour != NULL)
    proviso_tour_stop (self->tour);
  if (self->tour_waits)
    start_tour (self);
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
  if (adw_bin_get_child (self->start_bin) == NULL)
    adw_bin_set_child (self->start_bin, proviso_start_page_new ());
  gtk_stack_set_visible_child_name (self->stack, "start");
}

/* A dialog that led into the project gives the focus back to the start page, which is out of sight now, or to the menu
 * button, where nobody can write. */
static void
visible_dialog_changed_cb (ProvisoWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!self->shows_project || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  if (self->draft_wants_focus || focus == NULL || !gtk_widget_get_mapped (focus))
    proviso_workspace_focus_draft (self->workspace);
  self->draft_wants_focus = FALSE;
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
load_begun_cb (ProvisoWindow *self)
{
  if (self->shows_project)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    proviso_view_control_prepare (self->view_control, proviso_load_control_get_file (self->load_control));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  if (!self->painted && self->prepare_source == 0)
    self->prepare_source = g_idle_add_once (prepare_cb, self);
}

static void
load_done_cb (ProvisoWindow *self, gboolean success)
{
  if (!success)
    self->tour_waits = FALSE;
  if (self->shows_project)
    return;
  if (success)
    show_project_once_painted (self);
  else
    show_start_page (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  ProvisoWindow *self = user_data;
  ProvisoApplication *application = PROVISO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    proviso_application_open_file (application, l->data, GTK_WINDOW (self));
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
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  proviso_document_check_file (self->document);
  proviso_readiness_control_check_day (self->readiness_control);
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

  proviso_view_control_remember (self->view_control);
  proviso_document_close (self->document);
  proviso_seen_control_close (self->seen_control);
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

  if (!self->shows_project && !self->project_waits && proviso_load_control_get_file (self->load_control) == NULL)
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
      update_toast_place (self);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      set_class (self, "narrow", self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_window_dispose (GObject *object)
{
  ProvisoWindow *self = PROVISO_WINDOW (object);

  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  stop_paste_repair (self);
  /* A report may still be on its way, and holds it. */
  if (self->export_control != NULL)
    g_object_run_dispose (G_OBJECT (self->export_control));
  g_clear_object (&self->export_control);
  g_clear_object (&self->toaster);
  g_clear_object (&self->undo_control);
  if (self->readiness_control != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->readiness_control, self);
      g_object_run_dispose (G_OBJECT (self->readiness_control));
    }
  g_clear_object (&self->readiness_control);
  g_clear_object (&self->title_control);
  g_clear_object (&self->notice_control);
  if (self->seen_control != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->seen_control, self);
      g_object_run_dispose (G_OBJECT (self->seen_control));
    }
  g_clear_object (&self->seen_control);
  g_clear_object (&self->view_control);
  g_clear_object (&self->autosave);
  /* A load that is under way lives until it is done. */
  if (self->load_control != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->load_control, self);
      g_object_run_dispose (G_OBJECT (self->load_control));
    }
  g_clear_object (&self->load_control);
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
  g_type_ensure (PROVISO_TYPE_WINDOW_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, open_popover);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindow, menu_button);
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

  proviso_window_actions_install (self);
  self->undo_control = proviso_undo_control_new (GTK_APPLICATION_WINDOW (self), self->undo_section);
  self->toaster = proviso_toaster_new (self->toast_overlay, self->undo_control);
  self->export_control = proviso_export_control_new (self, self->toaster);
  /* Ahead of the text view, which would write the file's name into the draft. */
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toast_overlay), GTK_EVENT_CONTROLLER (target));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);

  self->document = proviso_document_new ();
  g_signal_connect_swapped (self->document, "notify::project", G_CALLBACK (project_changed_cb), self);
  g_signal_connect_swapped (self->document, "notify::state", G_CALLBACK (state_changed_cb), self);
  self->view_control = proviso_view_control_new (self);
  self->autosave = proviso_autosave_new (self->document);
  self->title_control = proviso_title_control_new (self, self->window_title);
  self->readiness_control = proviso_readiness_control_new (GTK_WIDGET (self));
  g_signal_connect_swapped (self->readiness_control, "notify::readiness", G_CALLBACK (readiness_changed_cb), self);
  g_signal_connect_swapped (self->readiness_control, "notify::note", G_CALLBACK (note_changed_cb), self);
  self->load_control = proviso_load_control_new (self, self->spinner);
  g_signal_connect_swapped (self->load_control, "begun", G_CALLBACK (load_begun_cb), self);
  g_signal_connect_swapped (self->load_control, "done", G_CALLBACK (load_done_cb), self);
  g_signal_connect_swapped (self->load_control, "toast", G_CALLBACK (toast_cb), self);
  self->seen_control = proviso_seen_control_new (self->document);
  g_signal_connect_swapped (self->seen_control, "notify::changes", G_CALLBACK (changes_changed_cb), self);
  g_signal_connect_swapped (self->seen_control, "looked-through", G_CALLBACK (looked_through_cb), self);
  self->notice_control = proviso_notice_control_new (self, self->notice, self->seen_control);
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

ProvisoWorkspace *
proviso_window_get_workspace (ProvisoWindow *self)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), NULL);
  return self->workspace;
}

GFile *
proviso_window_get_file (ProvisoWindow *self)
{
  GFile *loading;

  g_return_val_if_fail (PROVISO_IS_WINDOW (self), NULL);

  loading = self->load_control != NULL ? proviso_load_control_get_file (self->load_control) : NULL;
  return loading != NULL ? loading : proviso_document_get_file (self->document);
}

gboolean
proviso_window_is_empty (ProvisoWindow *self)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), FALSE);

  return proviso_load_control_get_file (self->load_control) == NULL && proviso_document_get_state (self->document) == PROVISO_DOCUMENT_STATE_NEW &&
         proviso_text_get_length (proviso_project_get_text (proviso_document_get_project (self->document))) == 0;
}

gboolean
proviso_window_is_importing (ProvisoWindow *self)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), FALSE);
  return proviso_load_control_get_importing (self->load_control);
}

gboolean
proviso_window_has_file (ProvisoWindow *self, GFile *file)
{
  GFile *loading;

  g_return_val_if_fail (PROVISO_IS_WINDOW (self), FALSE);

  loading = proviso_load_control_get_file (self->load_control);
  return proviso_document_is_file (self->document, file) || (loading != NULL && g_file_equal (loading, file));
}

void
proviso_window_start_project (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));

  if (!self->shows_project)
    show_project_once_painted (self);
}

void
proviso_window_open_file (ProvisoWindow *self, GFile *file, GtkWindow *opener)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_window_is_empty (self));

  proviso_load_control_load (self->load_control, file, PROVISO_DOCUMENT_LOAD_NONE, opener);
  if (opener == NULL)
    gtk_window_present (GTK_WINDOW (self));
}

void
proviso_window_open_example (ProvisoWindow *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_window_is_empty (self));

  file = g_file_new_for_path (PROVISO_PKGDATADIR "/example.proviso");
  proviso_load_control_load (self->load_control, file, PROVISO_DOCUMENT_LOAD_COPY, NULL);
}

gboolean
proviso_window_take_tour (ProvisoWindow *self)
{
  g_return_val_if_fail (PROVISO_IS_WINDOW (self), FALSE);

  if (self->shows_project && proviso_tour_fits (proviso_document_get_project (self->document)))
    {
      start_tour (self);
      return TRUE;
    }
  if (!proviso_window_is_empty (self))
    return FALSE;
  self->tour_waits = TRUE;
  proviso_window_open_example (self);
  return TRUE;
}

void
proviso_window_close_now (ProvisoWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (PROVISO_IS_WINDOW (self));

  /* A request to close goes to the dialog in front. */
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))) != NULL)
    adw_dialog_force_close (dialog);
  self->may_close = TRUE;
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    gtk_window_close (GTK_WINDOW (self));
  else
    /* It is still waiting for its project. */
    gtk_window_destroy (GTK_WINDOW (self));
}

void
proviso_window_keep (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));

  proviso_view_control_remember (self->view_control);
  proviso_document_flush (self->document);
}

void
proviso_window_show_changes (ProvisoWindow *self)
{
  ProvisoChanges *changes;

  g_return_if_fail (PROVISO_IS_WINDOW (self));

  changes = proviso_seen_control_get_changes (self->seen_control);
  if (changes == NULL || self->workspace == NULL)
    return;
  proviso_seen_control_set_showing (self->seen_control, TRUE);
  proviso_workspace_show_changes (self->workspace, changes);
}

void
proviso_window_update_person (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));

  if (self->seen_control != NULL)
    proviso_seen_control_update_person (self->seen_control);
}

void
proviso_window_step_change (ProvisoWindow *self, int step)
{
  ProvisoChanges *changes;

  g_return_if_fail (PROVISO_IS_WINDOW (self));

  changes = proviso_seen_control_get_changes (self->seen_control);
  if (changes == NULL)
    proviso_toaster_tell (self->toaster, proviso_seen_control_is_first_time (self->seen_control)
                                           ? _("You have this project open for the first time")
                                           : _("Nothing has changed since you last looked"));
  if (changes == NULL || self->workspace == NULL)
    return;
  proviso_seen_control_set_showing (self->seen_control, TRUE);
  proviso_workspace_step_change (self->workspace, changes, step);
}

void
proviso_window_pop_up_recent (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  gtk_popover_popup (GTK_POPOVER (self->open_popover));
}

void
proviso_window_pop_up_menu (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  gtk_menu_button_popup (self->menu_button);
}

void
proviso_window_import_file (ProvisoWindow *self, GFile *file)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_window_is_empty (self));

  proviso_load_control_import (self->load_control, file);
}

void
proviso_window_recover (ProvisoWindow *self, ProvisoRecovery *recovery)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (!proviso_document_get_unsaved (self->document));

  proviso_load_control_recover (self->load_control, recovery);
}

void
proviso_window_reload (ProvisoWindow *self)
{
  g_return_if_fail (PROVISO_IS_WINDOW (self));
  g_return_if_fail (proviso_document_get_file (self->document) != NULL);

  proviso_load_control_load (self->load_control, proviso_document_get_file (self->document), PROVISO_DOCUMENT_LOAD_NONE,
                             NULL);
}
