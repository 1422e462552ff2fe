/* proviso-line-text.h: lines with somebody's own words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line that begins with such words is laid out in the direction of its first letter: with a Latin name, one in
 * Arabic would be laid out from left to right, its day and time torn apart.
 *
 * Returns: (transfer full): `words` to begin a line of the user interface with. They are `words` themselves where
 * both have one direction; otherwise they are isolated, after a mark that gives the line its direction (Unicode
 * Standard Annex 9). */
char *proviso_line_text_begin (const char *words);

/* Returns: (transfer full): `words` in one line of at most `max_length` code points, the last of them "…" where some
 * had to go. */
char *proviso_line_text_shorten (const char *words, guint max_length);

/* Returns: (transfer full): `words` in quotation marks; as they are where they begin or end with some of their own. */
char *proviso_line_text_quote (const char *words);

G_END_DECLS
