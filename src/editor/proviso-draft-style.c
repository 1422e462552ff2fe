/* proviso-draft-style.c: the letters of a draft: font, size, length of lines, and the colours of its Markdown.
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
  PangoFontDescription *font; /* %NULL: the desktop's for code */
  double font_scale;
  guint measure;
};

G_DEFINE_FINAL_TYPE (ProvisoDraftStyle, proviso_draft_style, G_TYPE_OBJECT)

/* A string as CSS has it, which is not as C has it: letters beyond ASCII stay as they are. */
static void
append_string (GString *css, const char *string)
{
  g_string_append_c (css, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (css, '\\');
      g_string_append_c (css, *p);
    }
  g_string_append_c (css, '"');
}

/* The family, weight, slant and width of the font that was chosen. */
static void
append_font (ProvisoDraftStyle *self, GString *css)
{
  PangoFontMask set = pango_font_description_get_set_fields (self->font);

  if (set & PANGO_FONT_MASK_FAMILY)
    {
      g_auto (GStrv) families = g_strsplit (pango_font_description_get_family (self->font), ",", -1);

      g_string_append (css, " font-family:");
      for (guint i = 0; families[i] != NULL; i++)
        {
          g_string_append (css, i > 0 ? ", " : " ");
          append_string (css, g_strstrip (families[i]));
        }
      g_string_append_c (css, ';');
    }
  if (set & PANGO_FONT_MASK_WEIGHT)
    g_string_append_printf (css, " font-weight: %d;", (int) pango_font_description_get_weight (self->font));
  if (set & PANGO_FONT_MASK_STYLE && pango_font_description_get_style (self->font) != PANGO_STYLE_NORMAL)
    g_string_append (css, " font-style: italic;");
  if (set & PANGO_FONT_MASK_STRETCH)
    {
      /* Pango's names are those of CSS. */
      GEnumClass *stretches = g_type_class_ref (PANGO_TYPE_STRETCH);
      GEnumValue *stretch = g_enum_get_value (stretches, (int) pango_font_description_get_stretch (self->font));

      if (stretch != NULL)
        g_string_append_printf (css, " font-stretch: %s;", stretch->value_nick);
      g_type_class_unref (stretches);
    }
}

/* Where the font says its size, it is that; zoom goes on top of it. */
static void
append_size (ProvisoDraftStyle *self, GString *css)
{
  double size = self->font_scale;
  const char *unit = "em";
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->font != NULL && pango_font_description_get_size (self->font) > 0)
    {
      size *= (double) pango_font_description_get_size (self->font) / PANGO_SCALE;
      unit = pango_font_description_get_size_is_absolute (self->font) ? "px" : "pt";
    }
  g_string_append_printf (css, " font-size: %s%s;", g_ascii_dtostr (number, sizeof number, size), unit);
}

static void
update_css (ProvisoDraftStyle *self)
{
  g_autoptr (GString) css = g_string_new (NULL);
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, "textview.%s { line-height: %s;", self->css_class,
                          g_ascii_dtostr (height, sizeof height, LINE_HEIGHT));
  if (self->font != NULL)
    append_font (self, css);
  append_size (self, css);
  g_string_append (css, " }");
  gtk_css_provider_load_from_string (self->css, css->str);
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
  g_clear_pointer (&self->font, pango_font_description_free);

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
  self->measure = PROVISO_DRAFT_STYLE_DEFAULT_MEASURE;
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
proviso_draft_style_set_font (ProvisoDraftStyle *self, const char *font)
{
  g_return_if_fail (PROVISO_IS_DRAFT_STYLE (self));

  g_clear_pointer (&self->font, pango_font_description_free);
  if (font != NULL)
    self->font = pango_font_description_from_string (font);
  update_css (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
}

guint
proviso_draft_style_get_measure (ProvisoDraftStyle *self)
{
  g_return_val_if_fail (PROVISO_IS_DRAFT_STYLE (self), PROVISO_DRAFT_STYLE_DEFAULT_MEASURE);

  return self->measure;
}

void
proviso_draft_style_set_measure (ProvisoDraftStyle *self, guint measure)
{
  g_return_if_fail (PROVISO_IS_DRAFT_STYLE (self));

  self->measure = CLAMP (measure, PROVISO_DRAFT_STYLE_MIN_MEASURE, PROVISO_DRAFT_STYLE_MAX_MEASURE);
  gtk_widget_queue_allocate (GTK_WIDGET (self->view));
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
