/* proviso-quote-alike.h: where the words of a quote stand, more or less.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "anchor/proviso-quote-query.h"

G_BEGIN_DECLS

/* Returns: whether a place is clearly the passage; `found` is set only then, its score being the likeness of
 * the words. A quote without a whole word has none. */
gboolean proviso_quote_find_alike (const ProvisoQuoteQuery *query, ProvisoQuotePlace *found);

G_END_DECLS
