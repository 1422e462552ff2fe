/* proviso-format.h: what the format shortcuts do to a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions: given some text and a selection in it (start == end: a cursor), each says what to change.
 * Offsets in and out are code points of the text passed in. Pass whole lines: for the styles and the link
 * the paragraphs that the selection touches, so that marks further out are seen; for headings also the line
 * behind the selection, which may underline one. Passing more, even all of a text, is right too and slower.
 *
 * None changes the words of the text, so that what hangs on them stays.
 */
#pragma once

#include "markdown/proviso-rewrite.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_FORMAT_BOLD,
  PROVISO_FORMAT_ITALIC,
  PROVISO_FORMAT_CODE,
  PROVISO_FORMAT_STRIKETHROUGH,
} ProvisoFormatStyle;

/* Takes the style off the selection if all of it has the style, else puts it on all of it.
 *
 * The marks may be inside the selection or just outside; taking the style off a part leaves it on the rest.
 * Blanks at the edges and what a line begins with (list markers, hash signs) stay outside the marks; a
 * selection over several lines or table cells is marked in each. Where marks would cross those of another
 * style or of a link, they are put around the whole of that.
 *
 * A cursor stands for the word that it is in or at; without a word, marks are put in around the cursor, and
 * taken out again if there is nothing between them; at the end of styled text it steps out behind the marks,
 * so that the shortcut, some words and the shortcut again do what they do anywhere.
 *
 * Returns: (transfer full). */
ProvisoRewrite *
proviso_format_toggle_style (const char *text, guint start, guint end, ProvisoFormatStyle style);

/* Makes each selected line with text a heading of `level` (1 to 6), or a paragraph (0). A list marker goes;
 * a quote's stays; an underlined heading becomes one with hash signs.
 * Returns: (transfer full). */
ProvisoRewrite *proviso_format_set_heading (const char *text, guint start, guint end, guint level);
/* Paragraph, 1, 2, 3, paragraph, after what the first selected line is. Returns: (transfer full). */
ProvisoRewrite *proviso_format_cycle_heading (const char *text, guint start, guint end);
/* Returns: the heading level of the line at `offset`; 0 if it is none. */
guint proviso_format_get_heading_level (const char *text, guint offset);

/* Takes one quote mark off every selected line if each with text has one, else puts one on those without.
 * Returns: (transfer full). */
ProvisoRewrite *proviso_format_toggle_quote (const char *text, guint start, guint end);
/* Makes each selected line with text an item of such a list; if all are already, makes them plain lines.
 * Numbers count from one, on each level of indentation.
 * Returns: (transfer full). */
ProvisoRewrite *proviso_format_toggle_bullet_list (const char *text, guint start, guint end);
ProvisoRewrite *proviso_format_toggle_numbered_list (const char *text, guint start, guint end);

/* Makes the selection, or the word at the cursor, the text of a link to `url`. What is still missing is
 * where the cursor stands afterwards: between the parentheses if `url` is %NULL or "", between the brackets
 * if there is no text. A selection that is itself an address becomes the destination. In an existing link:
 * its destination is replaced, or selected if `url` is %NULL. Returns: (transfer full). */
ProvisoRewrite *proviso_format_insert_link (const char *text, guint start, guint end, const char *url);

G_END_DECLS
