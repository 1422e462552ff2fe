/* proviso-draft-style.c: the letters of a draft: their size, and the colours of its Markdown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-style.h"

#include <adwaita.h>

/* Room below the words for two lines of overlapping passages. */
#define LINE_HEIGHT 1.4

struct _ProvisoDraftStyle
{
  GObject parent_instance;

  GtkSourceView *view;
  GtkCssProvider *css;
  char *css_class;
  double font_scale;
};

G_DEFINE_FINAL_TYPE (ProvisoDraftStyle, proviso_draft_style, G_TYPE_OBJECT)

static void
update_css (ProvisoDraftStyle *self)
{
  g_autofree char *css = NULL;
  char scale[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  css = g_strdup_printf ("textview.%s { font-size: %sem; line-height: %s; }", self->css_class,
                         g_ascii_dtostr (scale, sizeof scale, self->font_scale),
                         g_ascii_dtostr (height, sizeof height, LINE_HEIGHT));
  gtk_css_provider_load_from_string (self->css, css);
}

static void
on_style_changed (ProvisoDraftStyle *self)
{
  proviso_draft_style_update_scheme (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
proviso_draft_style_dispose (GObject *object)
{
  ProvisoDraftStyle *self = PROVISO_DRAFT_STYLE (object);

  if (self->css)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                   GTK_STYLE_PROVIDER (self->css));
  g_clear_object (&self->css);

  G_OBJECT_CLASS (proviso_draft_style_parent_class)->dispose (object);
}

static void
proviso_draft_style_finalize (GObject *object)
{
  ProvisoDraftStyle *self = PROVISO_DRAFT_STYLE (object);

  g_free (self->css_class);

  G_OBJECT_CLASS (proviso_draft_style_parent_class)->finalize (object);
}

static void
proviso_draft_style_class_init (ProvisoDraftStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = proviso_draft_style_dispose;
  object_class->finalize = proviso_draft_style_finalize;
}

static void
proviso_draft_style_init (ProvisoDraftStyle *self)
{
  static const char *const looks[] = { "notify::dark", "notify::high-contrast", "notify::accent-color-rgba" };
  static guint n_styles;

  self->font_scale = 1.0;
  self->css_class = g_strdup_printf ("draft-%u", n_styles++);
  self->css = gtk_css_provider_new ();
  update_css (self);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_object (adw_style_manager_get_default (), looks[i], G_CALLBACK (on_style_changed), self,
                             G_CONNECT_SWAPPED);
}

ProvisoDraftStyle *
proviso_draft_style_new (GtkSourceView *view)
{
  ProvisoDraftStyle *self = g_object_new (PROVISO_TYPE_DRAFT_STYLE, NULL);

  self->view = view;
  gtk_widget_add_css_class (GTK_WIDGET (view), self->css_class);
  return self;
}

double
proviso_draft_style_get_font_scale (ProvisoDraftStyle *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_STYLE (self), 1.0);

  return self->font_scale;
}

void
proviso_draft_style_set_font_scale (ProvisoDraftStyle *self, double font_scale)
{
  g_return_if_fail (PROVISO_IS_DRAFT_STYLE (self));

  self->font_scale = font_scale;
  update_css (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
}

void
proviso_draft_style_update_scheme (ProvisoDraftStyle *self)
{
  GtkTextBuffer *buffer;
  gboolean dark;
  GtkSourceStyleScheme *scheme;

  g_return_if_fail (PROVISO_IS_DRAFT_STYLE (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  if (!GTK_SOURCE_IS_BUFFER (buffer))
    return;

  dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  scheme = gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (),
                                                       dark ? "Adwaita-dark" : "Adwaita");
  if (scheme)
    gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (buffer), scheme);
}
