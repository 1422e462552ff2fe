/* proviso-heading-guess.h: whether a bare line of plain text reads like a heading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the line's own words: short, no full stop, capitals like a title. What stands around it is for the
 * caller to weigh. It is a guess that a person confirms; small words, by-lines and the like are known for
 * English and the larger languages of Europe, the rest goes by punctuation and capitals of any script.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_HEADING_NO,
  /* It could be one if it stands between paragraphs: no full stop, but capitals like a sentence. */
  PROVISO_HEADING_POSSIBLE,
  /* Capitals like a title. */
  PROVISO_HEADING_LIKELY,
} ProvisoHeadingGuess;

/* `line`: trimmed. `is_first`: it begins the text, where headlines may be longer. */
ProvisoHeadingGuess proviso_heading_guess (const char *line, gboolean is_first);

/* Whether the line ends as a sentence does: with a full stop or its like, in any script, maybe behind quotes
 * or brackets. A colon, comma or semicolon ends none. */
gboolean proviso_heading_ends_sentence (const char *line);
/* Whether it ends with a colon: it leads in what comes next. */
gboolean proviso_heading_leads_in (const char *line);

G_END_DECLS
