/* proviso-application.c: the program: its windows, its actions, its command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-application.h"

#include "app/proviso-after-paint.h"
#include "app/proviso-file-filters.h"
#include "app/proviso-help-dialog.h"
#include "app/proviso-preferences-dialog.h"
#include "app/proviso-save-changes.h"
#include "app/proviso-session.h"
#include "app/proviso-shortcuts-dialog.h"
#include "app/proviso-shortcuts.h"
#include "app/proviso-state-file.h"
#include "app/proviso-window.h"
#include "core/proviso-identity.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

/* What ends a program from outside: the session's end, a terminal's. */
static const int end_signals[] = { SIGTERM, SIGINT, SIGHUP };
#define N_END_SIGNALS G_N_ELEMENTS (end_signals)

struct _ProvisoApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  ProvisoViewStore *view_store;
  ProvisoSession *session;
  guint signal_sources[N_END_SIGNALS];
  gboolean restored;     /* what was open at the last end */
  guint inhibition;      /* of the end of the session; 0: none */
  GPtrArray *recoveries; /* ProvisoRecovery: still to be shown */
  guint recovery_source;
  gboolean looked_for_recoveries;
};

G_DEFINE_FINAL_TYPE (ProvisoApplication, proviso_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "new-window", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
  { "example", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Open a copy of the example project"), NULL },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL },
};

static gboolean
is_free (gpointer window)
{
  return PROVISO_IS_WINDOW (window) && proviso_window_is_empty (window) && !proviso_window_is_importing (window);
}

/* `preferred` (nullable) where it is empty, else another empty one, else a new one. */
static ProvisoWindow *
get_empty_window (ProvisoApplication *self, GtkWindow *preferred)
{
  if (is_free (preferred))
    return PROVISO_WINDOW (preferred);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (is_free (l->data))
      return l->data;
  return proviso_window_new (self);
}

/* The windows with unsaved changes. Returns: (transfer container) (element-type ProvisoWindow) */
static GPtrArray *
get_unsaved_windows (ProvisoApplication *self)
{
  GPtrArray *windows = g_ptr_array_new ();

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data) && proviso_document_get_unsaved (proviso_window_get_document (l->data)))
      g_ptr_array_add (windows, l->data);
  return windows;
}

/* While there is something to lose, the session asks before it ends. */
static void
update_inhibition (ProvisoApplication *self)
{
  g_autoptr (GPtrArray) windows = get_unsaved_windows (self);

  if (windows->len > 0 && self->inhibition == 0)
    {
      self->inhibition = gtk_application_inhibit (GTK_APPLICATION (self), g_ptr_array_index (windows, 0),
                                                  GTK_APPLICATION_INHIBIT_LOGOUT, _("There are unsaved changes"));
    }
  else if (windows->len == 0 && self->inhibition != 0)
    {
      gtk_application_uninhibit (GTK_APPLICATION (self), self->inhibition);
      self->inhibition = 0;
    }
}

static void
close_all (ProvisoApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  proviso_session_end (self->session);
  for (GList *l = windows; l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_close_now (l->data);
}

static void
may_quit_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoApplication) self = user_data;

  if (proviso_save_changes_finish (result))
    close_all (self);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (proviso_window_new (user_data)));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_dialog_present (proviso_preferences_dialog_new (), GTK_WIDGET (parent));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_dialog_present (proviso_shortcuts_dialog_new (), GTK_WIDGET (parent));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_dialog_present (proviso_help_dialog_new (), GTK_WIDGET (parent));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-icon", PROVISO_APP_ID,
                "application-name", _("Proviso"),
                "developer-name", _("The Proviso contributors"),
                "version", PROVISO_VERSION,
                "comments", _("Draft analysis articles, and keep track of how well each claim stands."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one on a line; they are shown in the About dialog. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoApplication *self = user_data;
  g_autoptr (GPtrArray) windows = get_unsaved_windows (self);

  if (windows->len == 0)
    close_all (self);
  else
    proviso_save_changes_async (g_ptr_array_index (windows, 0), windows, may_quit_cb, g_object_ref (self));
}

static const GActionEntry action_entries[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "help", .activate = help_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

/* The end from outside */

/* Nobody is asked then: what is not saved is kept for the next start. */
static void
keep_all (ProvisoApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_keep (l->data);
  proviso_view_store_flush (self->view_store);
  proviso_session_flush (self->session);
}

static gboolean
end_signal_cb (gpointer user_data)
{
  ProvisoApplication *self = user_data;

  proviso_session_end (self->session);
  keep_all (self);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

/* Recovery */

/* The window that has the recovery's file open; %NULL: none. */
static ProvisoWindow *
find_window_of (ProvisoApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); file != NULL && l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data) && proviso_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

static gboolean
show_recoveries_cb (gpointer user_data)
{
  ProvisoApplication *self = user_data;

  for (guint i = self->recoveries->len; i-- > 0;)
    {
      ProvisoRecovery *recovery = g_ptr_array_index (self->recoveries, i);
      ProvisoWindow *window = find_window_of (self, proviso_recovery_get_file (recovery));
      ProvisoDocument *document = window != NULL ? proviso_window_get_document (window) : NULL;

      /* The file itself is just being opened: a moment later. */
      if (document != NULL && proviso_document_get_state (document) == PROVISO_DOCUMENT_STATE_LOADING)
        continue;
      /* Somebody writes in it already: the entry waits for the next start. */
      if (document == NULL || !proviso_document_get_unsaved (document))
        {
          if (window == NULL)
            window = get_empty_window (self, NULL);
          proviso_window_recover (window, recovery);
          gtk_window_present (GTK_WINDOW (window));
        }
      g_ptr_array_remove_index (self->recoveries, i);
    }
  if (self->recoveries->len > 0)
    return G_SOURCE_CONTINUE;
  self->recovery_source = 0;
  return G_SOURCE_REMOVE;
}

static void
recoveries_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoApplication) self = user_data;

  self->recoveries = proviso_recovery_list_finish (result, NULL);
  if (self->recoveries != NULL && show_recoveries_cb (self) == G_SOURCE_CONTINUE)
    self->recovery_source = g_timeout_add (200, show_recoveries_cb, self);
}

static void
first_window_painted_cb (GtkWidget *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (application != NULL)
    proviso_recovery_list_async (NULL, recoveries_listed_cb, g_object_ref (application));
}

/* What was open comes first, so that what is asked for now comes up before it. */
static void
restore_session (ProvisoApplication *self)
{
  if (!self->restored)
    {
      self->restored = TRUE;
      proviso_session_restore (self->session);
    }
}

static int
proviso_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Proviso %s\n", PROVISO_VERSION);
      return 0;
    }
  return -1;
}

static int
proviso_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  ProvisoApplication *self = PROVISO_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  gboolean opened = FALSE;

  restore_session (self);
  if (g_variant_dict_contains (options, "new-window"))
    gtk_window_present (GTK_WINDOW (proviso_window_new (self)));
  if (g_variant_dict_contains (options, "example"))
    {
      proviso_application_open_example (self, NULL);
      opened = TRUE;
    }
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, names[i]);

        proviso_application_open_file (self, file, NULL);
        opened = TRUE;
      }
  if (!opened && !g_variant_dict_contains (options, "new-window"))
    g_application_activate (application);
  return 0;
}

static void
proviso_application_activate (GApplication *application)
{
  GtkWindow *window;

  restore_session (PROVISO_APPLICATION (application));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    window = GTK_WINDOW (proviso_window_new (PROVISO_APPLICATION (application)));
  gtk_window_present (window);
}

static void
proviso_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  restore_session (PROVISO_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    proviso_application_open_file (PROVISO_APPLICATION (application), files[i], NULL);
}

static void
proviso_application_window_added (GtkApplication *application, GtkWindow *window)
{
  ProvisoApplication *self = PROVISO_APPLICATION (application);

  GTK_APPLICATION_CLASS (proviso_application_parent_class)->window_added (application, window);

  if (PROVISO_IS_WINDOW (window))
    {
      g_signal_connect_object (proviso_window_get_document (PROVISO_WINDOW (window)), "notify::unsaved",
                               G_CALLBACK (update_inhibition), application, G_CONNECT_SWAPPED);
      if (!self->looked_for_recoveries)
        proviso_after_paint (GTK_WIDGET (window), first_window_painted_cb);
      self->looked_for_recoveries = TRUE;
    }
}

static void
proviso_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (proviso_application_parent_class)->window_removed (application, window);
  update_inhibition (PROVISO_APPLICATION (application));
}

static void
name_changed_cb (ProvisoApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "person-name");

  proviso_identity_set_name (name);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_update_person (l->data);
}

static void
proviso_application_startup (GApplication *application)
{
  ProvisoApplication *self = PROVISO_APPLICATION (application);
  g_autofree char *views_path = proviso_state_file_get_path ("views");
  g_autofree char *session_path = proviso_state_file_get_path ("session");

  G_APPLICATION_CLASS (proviso_application_parent_class)->startup (application);

  self->settings = g_settings_new (PROVISO_APP_ID);
  self->view_store = proviso_view_store_new (views_path);
  self->session = proviso_session_new (GTK_APPLICATION (self), session_path);
  g_signal_connect (self, "query-end", G_CALLBACK (keep_all), NULL);
  for (gsize i = 0; i < N_END_SIGNALS; i++)
    self->signal_sources[i] = g_unix_signal_add (end_signals[i], end_signal_cb, self);
  g_signal_connect_swapped (self->settings, "changed::person-name", G_CALLBACK (name_changed_cb), self);
  name_changed_cb (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  proviso_shortcuts_install (GTK_APPLICATION (self));
}

static void
proviso_application_shutdown (GApplication *application)
{
  ProvisoApplication *self = PROVISO_APPLICATION (application);

  G_APPLICATION_CLASS (proviso_application_parent_class)->shutdown (application);

  g_clear_handle_id (&self->recovery_source, g_source_remove);
  g_clear_pointer (&self->recoveries, g_ptr_array_unref);
  for (gsize i = 0; i < N_END_SIGNALS; i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  proviso_view_store_flush (self->view_store);
  g_clear_object (&self->view_store);
  proviso_session_flush (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
}

static void
proviso_application_class_init (ProvisoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  application_class->handle_local_options = proviso_application_handle_local_options;
  application_class->command_line = proviso_application_command_line;
  application_class->activate = proviso_application_activate;
  application_class->open = proviso_application_open;
  application_class->startup = proviso_application_startup;
  application_class->shutdown = proviso_application_shutdown;
  gtk_application_class->window_added = proviso_application_window_added;
  gtk_application_class->window_removed = proviso_application_window_removed;
}

static void
proviso_application_init (ProvisoApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
}

ProvisoApplication *
proviso_application_new (void)
{
  return g_object_new (PROVISO_TYPE_APPLICATION,
                       "application-id", PROVISO_APP_ID,
                       /* The same for every id that a build may have. */
                       "resource-base-path", "/io/github/proviso_editor/Proviso",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

/* What cannot be opened leaves no window behind, but says so over the one that there is: `opener` (nullable), else the
 * one used last. */
static void
open_in (ProvisoWindow *target, GFile *file, GtkWindow *opener)
{
  gboolean shown = gtk_widget_get_visible (GTK_WIDGET (target));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (target));

  for (GList *l = gtk_application_get_windows (application); opener == NULL && l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data) && gtk_widget_get_visible (l->data))
      opener = l->data;
  proviso_window_open_file (target, file, shown ? NULL : opener);
}

void
proviso_application_open_file (ProvisoApplication *self, GFile *file, GtkWindow *window)
{
  ProvisoWindow *target;

  g_return_if_fail (PROVISO_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data) && proviso_window_has_file (l->data, file))
      {
        gtk_window_present (l->data);
        return;
      }

  target = get_empty_window (self, window);
  if (proviso_file_is_project (file))
    {
      open_in (target, file, window);
    }
  else
    {
      proviso_window_import_file (target, file);
      gtk_window_present (GTK_WINDOW (target));
    }
}

void
proviso_application_open_project (ProvisoApplication *self, GFile *file)
{
  ProvisoWindow *target;

  g_return_if_fail (PROVISO_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  target = get_empty_window (self, NULL);
  proviso_window_open_file (target, file, NULL);
}

void
proviso_application_import_file (ProvisoApplication *self, GFile *file, GtkWindow *window)
{
  ProvisoWindow *target;

  g_return_if_fail (PROVISO_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  target = get_empty_window (self, window);
  proviso_window_import_file (target, file);
  gtk_window_present (GTK_WINDOW (target));
}

void
proviso_application_open_example (ProvisoApplication *self, GtkWindow *window)
{
  ProvisoWindow *target;

  g_return_if_fail (PROVISO_IS_APPLICATION (self));

  target = get_empty_window (self, window);
  proviso_window_open_example (target);
  gtk_window_present (GTK_WINDOW (target));
}

ProvisoViewStore *
proviso_application_get_view_store (ProvisoApplication *self)
{
  g_return_val_if_fail (PROVISO_IS_APPLICATION (self), NULL);
  return self->view_store;
}
