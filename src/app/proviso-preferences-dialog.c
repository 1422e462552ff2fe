/* proviso-preferences-dialog.c: the program's preferences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-preferences-dialog.h"

#include "core/proviso-identity.h"

#include <glib/gi18n-lib.h>

struct _ProvisoPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesGroup *person_group;
  AdwEntryRow *name_row;
  AdwSwitchRow *spelling_row;
  AdwComboRow *font_row;
  GtkWidget *custom_font_row;
  GtkFontDialogButton *font_button;
  AdwSpinRow *measure_row;
  AdwSwitchRow *autosave_row;
  AdwSwitchRow *session_row;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (ProvisoPreferencesDialog, proviso_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The order of the row's list. */
static const char *const font_sources[] = { "monospace", "document", "custom" };

static gboolean
get_font_source (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (font_sources); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), font_sources[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_font_source (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (font_sources) ? g_variant_new_string (font_sources[selected]) : NULL;
}

static gboolean
get_font (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_take_boxed (value, pango_font_description_from_string (g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
set_font (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const PangoFontDescription *font = g_value_get_boxed (value);

  return font != NULL ? g_variant_new_take_string (pango_font_description_to_string (font)) : NULL;
}

static gboolean
is_custom (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_uint (from) == G_N_ELEMENTS (font_sources) - 1);
  return TRUE;
}

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
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, spelling_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, font_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, custom_font_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, font_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, measure_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, autosave_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPreferencesDialog, session_row);
}

static void
proviso_preferences_dialog_init (ProvisoPreferencesDialog *self)
{
  g_autofree char *account = g_markup_escape_text (proviso_identity_get_account_name (), -1);
  g_autofree char *description = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: %s is the name of the person's account. */
  description = g_strdup_printf (_("Checks, caveats and the history of claims are signed with this name. Where it is "
                                   "empty, the name of your account is used: “%s”."),
                                 account);
  adw_preferences_group_set_description (self->person_group, description);
  self->settings = g_settings_new (PROVISO_APP_ID);
  g_settings_bind (self->settings, "person-name", self->name_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "check-spelling", self->spelling_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "font-source", self->font_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_font_source, set_font_source, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "custom-font", self->font_button, "font-desc", G_SETTINGS_BIND_DEFAULT,
                                get_font, set_font, NULL, NULL);
  g_object_bind_property_full (self->font_row, "selected", self->custom_font_row, "visible", G_BINDING_SYNC_CREATE,
                               is_custom, NULL, NULL, NULL);
  g_settings_bind (self->settings, "measure", self->measure_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "autosave", self->autosave_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "restore-session", self->session_row, "active", G_SETTINGS_BIND_DEFAULT);
}

AdwDialog *
proviso_preferences_dialog_new (void)
{
  return g_object_new (PROVISO_TYPE_PREFERENCES_DIALOG, NULL);
}
