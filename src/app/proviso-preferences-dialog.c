/* proviso-preferences-dialog.c: the program's preferences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-preferences-dialog.h"

struct _ProvisoPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwEntryRow *name_row;
  AdwSwitchRow *spelling_row;
  AdwSwitchRow *autosave_row;
  AdwSwitchRow *session_row;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (ProvisoPreferencesDialog, proviso_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
proviso_preferences_dialog_dispose (GObject *object)
{
  ProvisoPreferencesDialog *self = PROVISO_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (proviso_preferences_dialog_parent_class)->dispose (object);
}

static void
proviso_preferences_dialog_class_init (ProvisoPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/proviso_editor/Proviso/app/proviso-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, spelling_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, autosave_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, session_row);
}

static void
proviso_preferences_dialog_init (ProvisoPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (PROVISO_APP_ID);
  g_settings_bind (self->settings, "person-name", self->name_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "check-spelling", self->spelling_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "autosave", self->autosave_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "restore-session", self->session_row, "active", G_SETTINGS_BIND_DEFAULT);
}

AdwDialog *
proviso_preferences_dialog_new (void)
{
  return g_object_new (PROVISO_TYPE_PREFERENCES_DIALOG, NULL);
}
