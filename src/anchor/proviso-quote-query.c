/* proviso-quote-query.c: a quote that is sought, and the text it is sought in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "anchor/proviso-quote-query.h"

#include "anchor/proviso-word-alignment.h"

#include <string.h>

/* How many words of the surroundings are compared on either side. */
#define MAX_CONTEXT 8
/* What is assumed of surroundings that are not known. */
#define CONTEXT_UNKNOWN 0.5
/* How similar the surroundings of a quote that tells nothing must be, and how much less that is for each unit
 * of weight. */
#define CONTEXT_NEEDED 0.8
#define CONTEXT_NEEDED_SLOPE 0.1

/* How similar one side is: the share of the query's words that stand, in order, among as many words and two
 * more of the text; the nearer to the passage, the more a word counts. Both rows are read away from the
 * passage, in steps of `step`. */
static double
compare_side (const ProvisoWord *quote, guint n_quote, const ProvisoWord *text, guint n_text, gint step)
{
  float lines[2][MAX_CONTEXT + 3] = { 0 };
  double whole = 0;

  n_quote = MIN (n_quote, MAX_CONTEXT);
  n_text = MIN (n_text, n_quote + 2);
  for (guint i = 0; i < n_quote; i++)
    {
      float *above = lines[i % 2], *current = lines[(i + 1) % 2];
      float weight = quote[(gint) i * step].weight / (1 + i / 2.0f);

      for (guint k = 0; k < n_text; k++)
        {
          float likeness = proviso_word_compare (&quote[(gint) i * step], &text[(gint) k * step]);

          current[k + 1] = MAX (MAX (above[k + 1], current[k]), above[k] + likeness * weight);
        }
      whole += weight;
    }

  return MIN (lines[n_quote % 2][n_text] / whole, 1);
}

void
proviso_quote_query_init (ProvisoQuoteQuery *query,
                          const ProvisoWordIndex *index,
                          const char *exact,
                          const char *prefix,
                          const char *suffix,
                          guint hint_start)
{
  guint from = 0, to;

  *query = (ProvisoQuoteQuery) {
    .index = index,
    .text = proviso_word_index_get_text (index, NULL),
    .text_words = proviso_word_index_get_words (index, NULL),
    .exact = exact,
    .starts_text = prefix != NULL && *prefix == '\0',
    .ends_text = suffix != NULL && *suffix == '\0',
  };
  proviso_word_index_get_text (index, &query->n_bytes);
  proviso_word_index_get_words (index, &query->n_text_words);
  prefix = prefix != NULL ? prefix : "";
  suffix = suffix != NULL ? suffix : "";
  query->exact_length = (guint) strlen (exact);
  query->start = (guint) strlen (prefix);
  query->end = query->start + query->exact_length;
  query->joined = g_strconcat (prefix, exact, suffix, NULL);
  query->keys = g_string_chunk_new (256);
  query->array = proviso_word_index_split (index, query->joined, query->keys);
  query->words = (const ProvisoWord *) (gconstpointer) query->array->data;
  to = query->array->len;

  /* The outer ends of the surroundings were cut by count: their first and last word may be a piece. */
  if (to > 1 && query->words[0].start == 0 && query->words[1].end <= query->start)
    from++;
  if (to > from + 1 && query->words[to - 2].start >= query->end &&
      query->words[to - 1].end == strlen (query->joined))
    to--;
  while (from < to && query->words[from].end <= query->start)
    {
      from++;
      query->first++;
    }
  from -= query->first;
  if (query->first > MAX_CONTEXT)
    {
      from += query->first - MAX_CONTEXT;
      query->first = MAX_CONTEXT;
    }
  query->words += from;
  query->n_words = to - from;

  query->last = query->first;
  while (query->last < query->n_words && query->words[query->last].start < query->end)
    query->weight += query->words[query->last++].weight;
  query->n_words = MIN (query->n_words, query->last + MAX_CONTEXT);

  if (query->first < query->last)
    {
      query->cuts_first = query->words[query->first].start < query->start;
      query->cuts_last = query->words[query->last - 1].end > query->end;
    }

  query->hint_byte = proviso_word_index_get_byte (index, hint_start);
  query->hint_word = proviso_word_index_get_word_at (index, query->hint_byte);
}

void
proviso_quote_query_clear (ProvisoQuoteQuery *query)
{
  g_clear_pointer (&query->joined, g_free);
  g_clear_pointer (&query->array, g_array_unref);
  g_clear_pointer (&query->keys, g_string_chunk_free);
}

ProvisoQuoteQuery
proviso_quote_query_get_part (const ProvisoQuoteQuery *query, guint from, guint first, guint last, guint to)
{
  ProvisoQuoteQuery part = *query;

  part.words = query->words + from;
  part.n_words = to - from;
  part.first = first - from;
  part.last = last - from;
  part.start = first == query->first ? query->start : query->words[first].start;
  part.end = last == query->last ? query->end : query->words[last - 1].end;
  part.weight = 0;
  for (guint i = first; i < last; i++)
    part.weight += query->words[i].weight;

  return part;
}

void
proviso_quote_query_measure (const ProvisoQuoteQuery *query, ProvisoQuotePlace *place)
{
  guint before = proviso_word_index_get_word_at (query->index, place->start);
  guint after = proviso_word_index_get_word_at (query->index, place->end);
  double left = CONTEXT_UNKNOWN, right = CONTEXT_UNKNOWN;

  if (before > 0 && query->text_words[before - 1].end > place->start)
    before--;

  if (query->first > 0)
    left = compare_side (query->words + query->first - 1, query->first,
                         before > 0 ? query->text_words + before - 1 : NULL, before, -1);
  else if (query->starts_text && before == 0)
    left = 1;
  if (query->last < query->n_words)
    right = compare_side (query->words + query->last, query->n_words - query->last, query->text_words + after,
                          query->n_text_words - after, 1);
  else if (query->ends_text && after == query->n_text_words)
    right = 1;

  place->context = (left + right) / 2;
  place->distance = MAX (place->start, query->hint_byte) - MIN (place->start, query->hint_byte);
}

double
proviso_quote_query_get_context_needed (const ProvisoQuoteQuery *query)
{
  return MAX (CONTEXT_NEEDED - CONTEXT_NEEDED_SLOPE * query->weight, 0);
}

gint
proviso_quote_query_get_rarest_word (const ProvisoQuoteQuery *query)
{
  gint pivot = -1;
  guint fewest = G_MAXUINT;

  for (guint i = query->first + query->cuts_first; i + query->cuts_last < query->last; i++)
    {
      guint n_places;

      proviso_word_index_get_places (query->index, query->words[i].id, &n_places);
      if (n_places < fewest)
        {
          fewest = n_places;
          pivot = (gint) i;
        }
    }

  return pivot;
}

const guint *
proviso_quote_query_get_nearest_places (const ProvisoQuoteQuery *query,
                                        guint id,
                                        guint limit,
                                        guint *n_places)
{
  const guint *places = proviso_word_index_get_places (query->index, id, n_places);
  guint low = 0, high = *n_places;

  if (*n_places <= limit)
    return places;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places[middle] < query->hint_word)
        low = middle + 1;
      else
        high = middle;
    }
  low = MIN (low > limit / 2 ? low - limit / 2 : 0, *n_places - limit);
  *n_places = limit;

  return places + low;
}
