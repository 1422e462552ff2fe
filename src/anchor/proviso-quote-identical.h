/* proviso-quote-identical.h: where the very characters of a quote stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "anchor/proviso-quote-query.h"

G_BEGIN_DECLS

/* Returns: whether one occurrence can be told to be the passage; `found` is set only then. `any` says whether
 * there are occurrences at all. */
gboolean
proviso_quote_find_identical (const ProvisoQuoteQuery *query, gboolean *any, ProvisoQuotePlace *found);

G_END_DECLS
