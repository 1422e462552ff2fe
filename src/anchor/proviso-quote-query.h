/* proviso-quote-query.h: a quote that is sought, and the text it is sought in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the parts of #ProvisoQuoteFinder; of no use without it.
 */
#pragma once

#include "anchor/proviso-word-index.h"

G_BEGIN_DECLS

/* How many places of words one search looks at. */
#define PROVISO_QUOTE_MAX_PLACES 4096
/* The nearer of two places that are otherwise equal is meant if the other is this many times as far. */
#define PROVISO_QUOTE_NEARNESS 3

typedef struct
{
  /* The text. */
  const ProvisoWordIndex *index;
  const char *text;
  guint n_bytes;
  const ProvisoWord *text_words;
  guint n_text_words;

  const char *exact;
  guint exact_length;
  /* Prefix, quote and suffix in one; the quote is its bytes [start, end). */
  char *joined;
  guint start;
  guint end;
  /* The words of `joined` that are compared; those of the quote are [first, last), their weight summed. */
  const ProvisoWord *words;
  guint n_words;
  guint first;
  guint last;
  double weight;
  /* Whether the quote begins or ends inside a word. */
  gboolean cuts_first;
  gboolean cuts_last;
  /* Whether nothing stood before or behind the quote. */
  gboolean starts_text;
  gboolean ends_text;
  /* Where the quote would be, had nothing changed: a byte of the text, and a position among its words. */
  guint hint_byte;
  guint hint_word;

  GStringChunk *keys;
  GArray *array;
} ProvisoQuoteQuery;

/* A place in the text, in bytes. */
typedef struct
{
  guint start;
  guint end;
  /* How similar its surroundings are to those of the quote, in [0, 1]. */
  double context;
  /* How far it is from the hint, in bytes. */
  guint distance;
  double score;
} ProvisoQuotePlace;

/* `index` and `exact` have to live as long as the query. `prefix` and `suffix` as for
 * proviso_quote_finder_find(). */
void proviso_quote_query_init (ProvisoQuoteQuery *query,
                               const ProvisoWordIndex *index,
                               const char *exact,
                               const char *prefix,
                               const char *suffix,
                               guint hint_start);
void proviso_quote_query_clear (ProvisoQuoteQuery *query);
/* The words [first, last) of a query, with those from `from` and up to `to` as their surroundings, as a query
 * of its own. Borrows from `query` and is not to be cleared. */
ProvisoQuoteQuery
proviso_quote_query_get_part (const ProvisoQuoteQuery *query, guint from, guint first, guint last, guint to);

/* Sets the place's context and distance. */
void proviso_quote_query_measure (const ProvisoQuoteQuery *query, ProvisoQuotePlace *place);
/* How similar the surroundings must be for a quote that does not tell enough by itself. */
double proviso_quote_query_get_context_needed (const ProvisoQuoteQuery *query);
/* The position of the rarest word of those that stand whole in the quote; -1 where none does. */
gint proviso_quote_query_get_rarest_word (const ProvisoQuoteQuery *query);
/* The places of the word with this id, or those `limit` of them that are nearest to the hint. */
const guint *proviso_quote_query_get_nearest_places (const ProvisoQuoteQuery *query,
                                                     guint id,
                                                     guint limit,
                                                     guint *n_places);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProvisoQuoteQuery, proviso_quote_query_clear)

G_END_DECLS
