/* proviso-export-text.h: words of records as parts of a text that is made of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `text`: (nullable) for "". Returns: (transfer full): its words in one line, a single space between them. */
char *proviso_export_one_line (const char *text);
/* Appends `text`, one line, as Markdown that shows these characters and no others: nothing in it is a mark.
 * `at_start`: whether it stands at the start of a paragraph or list item, where more characters are marks. */
void proviso_export_append_escaped (GString *markdown, const char *text, gboolean at_start);
/* The same of a cell of a table. */
void proviso_export_append_cell (GString *markdown, const char *text);
/* Returns: (transfer full): what a reader sees of `markdown`, in one line. */
char *proviso_export_get_plain (const char *markdown);

/* A date (see proviso-date.h) as it is written out in a text of a language, whatever the reader's: "28 March
 * 2026", "March 28, 2026" in "en-US". `language`: a BCP 47 tag.
 * Returns: (transfer full): `date` itself where it is none. */
char *proviso_export_format_date (const char *date, const char *language);

G_END_DECLS
