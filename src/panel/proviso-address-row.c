/* proviso-address-row.c: a row with a web address and a button that opens it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-address-row.h"
#include "core/proviso-source.h"
#include "panel/proviso-entry-row.h"

#include <glib/gi18n-lib.h>

struct _ProvisoAddressRow
{
  AdwEntryRow parent_instance;

  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (ProvisoAddressRow, proviso_address_row, ADW_TYPE_ENTRY_ROW)

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      gtk_widget_get_root (parent) == NULL)
    return;

  dialog = adw_alert_dialog_new (_ ("Address Could Not Be Opened"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _ ("No program opened %s: %s"),
                                gtk_uri_launcher_get_uri (GTK_URI_LAUNCHER (object)), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
update_cb (ProvisoAddressRow *self)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self));
  gboolean is_web = proviso_source_url_is_web (url);

  gtk_widget_set_visible (self->open_button, *url != '\0');
  gtk_widget_set_sensitive (self->open_button, is_web);
  gtk_widget_set_tooltip_text (self->open_button, is_web ? _ ("Open in Browser")
                                                         : _ ("Only http and https addresses can be opened"));
}

static void
open_cb (ProvisoAddressRow *self)
{
  proviso_address_open (GTK_WIDGET (self), gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
proviso_address_row_class_init (ProvisoAddressRowClass *klass)
{
}

static void
proviso_address_row_init (ProvisoAddressRow *self)
{
  self->open_button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_add_css_class (self->open_button, "flat");
  gtk_widget_set_valign (self->open_button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open in Browser"), -1);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->open_button);

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_URL);
  g_signal_connect (self, "changed", G_CALLBACK (update_cb), NULL);
  update_cb (self);
}

void
proviso_address_row_bind (ProvisoAddressRow *self,
                          ProvisoProject *project,
                          gpointer record,
                          const char *property)
{
  g_return_if_fail (PROVISO_IS_ADDRESS_ROW (self));

  proviso_entry_row_bind (ADW_ENTRY_ROW (self), project, record, property);
  update_cb (self);
}

void
proviso_address_open (GtkWidget *parent, const char *url)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (!proviso_source_url_is_web (url))
    return;

  root = gtk_widget_get_root (parent);
  launcher = gtk_uri_launcher_new (url);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb,
                           g_object_ref (parent));
}
