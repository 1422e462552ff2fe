/* proviso-quote-finder.h: finds a quoted passage again in a text that was rewritten elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For anchors whose recorded words no longer stand where they stood, because the draft was changed by
 * something that did not move its ranges: another editor, a script, a merge. A wrong answer attaches a check
 * to words that nobody checked and is worse than none, so the finder would rather say that a passage is lost.
 *
 * A finder does not change once made; several threads may search with one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ProvisoQuoteFinder ProvisoQuoteFinder;

typedef struct
{
  /* Code points of the text, half-open. */
  guint start;
  guint end;
  /* How sure the match is, in (0, 1]. 1: the same words in the same surroundings. */
  double score;
  /* Whether the text has exactly the quoted characters there. */
  gboolean identical;
} ProvisoQuoteMatch;

/* Reads `text` (UTF-8, copied) once, so that each search costs what the passage does. O(length). */
ProvisoQuoteFinder *proviso_quote_finder_new (const char *text);
void proviso_quote_finder_free (ProvisoQuoteFinder *self);

/* Looks for `exact`, which stood at the code point `hint_start` of an earlier text between `prefix` and
 * `suffix`: a few words on either side, "" at an end of that text, %NULL where they are not known. All are
 * UTF-8.
 *
 * Returns: whether it was found; `match` is set only then. Time is bounded for any input, however repetitive:
 * see the limits in the source. */
gboolean proviso_quote_finder_find (const ProvisoQuoteFinder *self,
                                    const char *exact,
                                    const char *prefix,
                                    const char *suffix,
                                    guint hint_start,
                                    ProvisoQuoteMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoQuoteFinder, proviso_quote_finder_free)

G_END_DECLS
