/* proviso-draft-settings.c: brings what the preferences say of the draft to a draft pane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-draft-settings.h"

struct _ProvisoDraftSettings
{
  GObject parent_instance;

  ProvisoDraftPane *draft;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (ProvisoDraftSettings, proviso_draft_settings, G_TYPE_OBJECT)

static ProvisoDraftStyle *
get_style (ProvisoDraftSettings *self)
{
  return proviso_draft_view_get_draft_style (proviso_draft_pane_get_view (self->draft));
}

static void
update_font (ProvisoDraftSettings *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *source = g_settings_get_string (self->settings, "font-source");
  g_autofree char *custom = g_settings_get_string (self->settings, "custom-font");
  const char *font = NULL;

  if (g_str_equal (source, "document"))
    font = adw_style_manager_get_document_font_name (manager);
  else if (g_str_equal (source, "custom") && *custom != '\0')
    font = custom;
  proviso_draft_style_set_font (get_style (self), font);
}

static void
update_measure (ProvisoDraftSettings *self)
{
  proviso_draft_style_set_measure (get_style (self), g_settings_get_uint (self->settings, "measure"));
}

static void
proviso_draft_settings_dispose (GObject *object)
{
  ProvisoDraftSettings *self = PROVISO_DRAFT_SETTINGS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (proviso_draft_settings_parent_class)->dispose (object);
}

static void
proviso_draft_settings_class_init (ProvisoDraftSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_draft_settings_dispose;
}

static void
proviso_draft_settings_init (ProvisoDraftSettings *self)
{
}

ProvisoDraftSettings *
proviso_draft_settings_new (ProvisoDraftPane *draft)
{
  static const char *const font_keys[] = { "changed::font-source", "changed::custom-font" };
  ProvisoDraftSettings *self = g_object_new (PROVISO_TYPE_DRAFT_SETTINGS, NULL);

  self->draft = draft;
  self->settings = g_settings_new (PROVISO_APP_ID);
  g_settings_bind (self->settings, "check-spelling", draft, "check-spelling", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "font-scale", draft, "font-scale", G_SETTINGS_BIND_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (font_keys); i++)
    g_signal_connect_object (self->settings, font_keys[i], G_CALLBACK (update_font), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::document-font-name", G_CALLBACK (update_font),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::measure", G_CALLBACK (update_measure), self, G_CONNECT_SWAPPED);
  update_font (self);
  update_measure (self);
  return self;
}
