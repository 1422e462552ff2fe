/* proviso-application.c: the program: its windows, its actions, its command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-application.h"

#include "app/proviso-preferences-dialog.h"
#include "app/proviso-shortcuts-dialog.h"
#include "app/proviso-shortcuts.h"
#include "app/proviso-window.h"

#include <glib/gi18n-lib.h>

struct _ProvisoApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (ProvisoApplication, proviso_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "new-window", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
  { "example", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Open a copy of the example project"), NULL },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL },
};

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
  g_application_quit (user_data);
}

static const GActionEntry action_entries[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

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
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (proviso_window_new (PROVISO_APPLICATION (application)));
  gtk_window_present (window);
}

static void
proviso_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    proviso_application_open_file (PROVISO_APPLICATION (application), files[i], NULL);
}

static void
proviso_application_startup (GApplication *application)
{
  ProvisoApplication *self = PROVISO_APPLICATION (application);

  G_APPLICATION_CLASS (proviso_application_parent_class)->startup (application);

  self->settings = g_settings_new (PROVISO_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  proviso_shortcuts_install (GTK_APPLICATION (self));
}

static void
proviso_application_shutdown (GApplication *application)
{
  ProvisoApplication *self = PROVISO_APPLICATION (application);

  G_APPLICATION_CLASS (proviso_application_parent_class)->shutdown (application);

  g_clear_object (&self->settings);
}

static void
proviso_application_class_init (ProvisoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = proviso_application_handle_local_options;
  application_class->command_line = proviso_application_command_line;
  application_class->activate = proviso_application_activate;
  application_class->open = proviso_application_open;
  application_class->startup = proviso_application_startup;
  application_class->shutdown = proviso_application_shutdown;
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
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

void
proviso_application_open_file (ProvisoApplication *self, GFile *file, GtkWindow *window)
{
  gtk_window_present (GTK_WINDOW (proviso_window_new (self)));
}

void
proviso_application_open_example (ProvisoApplication *self, GtkWindow *window)
{
  gtk_window_present (GTK_WINDOW (proviso_window_new (self)));
}

GSettings *
proviso_application_get_settings (ProvisoApplication *self)
{
  g_return_val_if_fail (PROVISO_IS_APPLICATION (self), NULL);
  return self->settings;
}
