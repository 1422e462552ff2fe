/* proviso-window-title.c: what stands in the middle of a window's header bar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-window-title.h"

#include "panel/proviso-readiness-text.h"

#include <glib/gi18n-lib.h>

/* As many characters as a window of 360 pixels has room for. */
#define NOTE_MAX_WIDTH_CHARS 12

struct _ProvisoWindowTitle
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *readiness;
  GtkImage *icon;
  GtkLabel *note;
  const char *style_class; /* of the icon; nullable */
};

G_DEFINE_FINAL_TYPE (ProvisoWindowTitle, proviso_window_title, ADW_TYPE_BIN)

static void
proviso_window_title_dispose (GObject *object)
{
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_WINDOW_TITLE);

  G_OBJECT_CLASS (proviso_window_title_parent_class)->dispose (object);
}

static void
proviso_window_title_class_init (ProvisoWindowTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_window_title_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-window-title.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindowTitle, title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindowTitle, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindowTitle, readiness);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindowTitle, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWindowTitle, note);
  /* The platform's style for titles is by this name. */
  gtk_widget_class_set_css_name (widget_class, "windowtitle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
proviso_window_title_init (ProvisoWindowTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
proviso_window_title_set_title (ProvisoWindowTitle *self, const char *title)
{
  g_return_if_fail (PROVISO_IS_WINDOW_TITLE (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (self->title, title);
}

void
proviso_window_title_set_subtitle (ProvisoWindowTitle *self, const char *subtitle)
{
  g_return_if_fail (PROVISO_IS_WINDOW_TITLE (self));
  g_return_if_fail (subtitle != NULL);

  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

void
proviso_window_title_set_readiness (ProvisoWindowTitle *self, ProvisoReadinessState state, const char *note)
{
  g_autofree char *name = NULL;

  g_return_if_fail (PROVISO_IS_WINDOW_TITLE (self));

  gtk_widget_set_visible (self->readiness, note != NULL);
  if (note == NULL)
    return;

  gtk_label_set_label (self->note, note);
  /* Where there is little room, the file's name is shortened before what is left to do. */
  gtk_label_set_width_chars (self->note, MIN (g_utf8_strlen (note, -1), NOTE_MAX_WIDTH_CHARS));
  gtk_image_set_from_icon_name (self->icon, proviso_readiness_text_get_icon_name (state));
  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->style_class);
  self->style_class = proviso_readiness_text_get_style_class (state);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), self->style_class);
  /* Translators: what a screen reader calls the button with "3 to go", "Blocked" or "Ready" on it. */
  name = g_strdup_printf (_ ("Readiness: %s"), note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->readiness), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
