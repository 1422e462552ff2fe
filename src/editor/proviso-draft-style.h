/* proviso-draft-style.h: the letters of a draft: font, size, length of lines, and the colours of its Markdown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_DRAFT_STYLE (proviso_draft_style_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftStyle, proviso_draft_style, PROVISO, DRAFT_STYLE, GObject)

/* Gives `view` a style that follows the desktop's. `view` is not referenced; it owns the style. */
ProvisoDraftStyle *proviso_draft_style_new (GtkSourceView *view);

/* 1 is the desktop's size. */
double proviso_draft_style_get_font_scale (ProvisoDraftStyle *self);
void proviso_draft_style_set_font_scale (ProvisoDraftStyle *self, double font_scale);

/* `font`: (nullable): as Pango writes one, "Serif 12"; %NULL: the desktop's for code. */
void proviso_draft_style_set_font (ProvisoDraftStyle *self, const char *font);

#define PROVISO_DRAFT_STYLE_MIN_MEASURE 40
#define PROVISO_DRAFT_STYLE_MAX_MEASURE 120
#define PROVISO_DRAFT_STYLE_DEFAULT_MEASURE 70
/* How many characters a line holds at most, in the width of the font's average character. */
guint proviso_draft_style_get_measure (ProvisoDraftStyle *self);
void proviso_draft_style_set_measure (ProvisoDraftStyle *self, guint measure);

/* The view has got another buffer. */
void proviso_draft_style_update_scheme (ProvisoDraftStyle *self);

G_END_DECLS
