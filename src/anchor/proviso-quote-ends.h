/* proviso-quote-ends.h: where an inexact match begins and ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "anchor/proviso-quote-query.h"

G_BEGIN_DECLS

/* From an alignment of the query with the text's words from `from` on: the text's words [begin, end) that
 * stand for the quote. `first` and `last` are the outermost words of the quote that have a partner. */
void proviso_quote_find_ends (const ProvisoQuoteQuery *query,
                              guint from,
                              const gint *partners,
                              guint first,
                              guint last,
                              guint *begin,
                              guint *end);

/* Widens a place that begins and ends at words by the marks that the quote has before its first and behind
 * its last word, as far as the text has them too. */
void proviso_quote_take_marks_in (const ProvisoQuoteQuery *query, ProvisoQuotePlace *place);

G_END_DECLS
