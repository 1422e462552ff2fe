/* proviso-quote-identical.c: where the very characters of a quote stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Occurrences are read off the places of the rarest word of the quote. Among several, the one in the most
 * similar surroundings wins, then the nearest. A quote of few and common words says little by itself, so that
 * it is taken only where its surroundings agree.
 */
#include "anchor/proviso-quote-identical.h"

#include <string.h>

#define MAX_HITS 1024
/* A search by characters begins this many bytes before the hint. */
#define SCAN_BEFORE 32768

/* The summed weight of words from which on they are taken for a passage of their own, wherever they stand:
 * about four ordinary words. */
#define TELLING 2.5
/* Of two occurrences the surroundings decide when they differ by this much, else nearness does. */
#define CONTEXT_MARGIN 0.1
/* The score where another is about as near, in surroundings about as similar. */
#define UNCLEAR_SCORE 0.75

static gboolean
starts_word (const ProvisoQuoteQuery *query, guint byte)
{
  guint at = proviso_word_index_get_word_at (query->index, byte);

  return at < query->n_text_words && query->text_words[at].start == byte;
}

static gboolean
ends_word (const ProvisoQuoteQuery *query, guint byte)
{
  guint at = proviso_word_index_get_word_at (query->index, byte);

  return at > 0 && query->text_words[at - 1].end == byte;
}

/* Whether the quote stands at this byte, and begins and ends there as it did: not inside a word unless it did
 * before, and not before a mark that belongs to its last letter. */
static gboolean
stands_at (const ProvisoQuoteQuery *query, guint byte)
{
  const ProvisoWord *first, *last;

  if (byte > query->n_bytes - query->exact_length ||
      memcmp (query->text + byte, query->exact, query->exact_length) != 0)
    return FALSE;
  if (g_unichar_ismark (g_utf8_get_char (query->text + byte + query->exact_length)))
    return FALSE;
  if (query->first == query->last)
    return TRUE;

  first = &query->words[query->first];
  last = &query->words[query->last - 1];

  return (query->cuts_first || starts_word (query, byte + first->start - query->start)) &&
         (query->cuts_last || ends_word (query, byte + last->end - query->start));
}

static void
add_hit (const ProvisoQuoteQuery *query, guint byte, GArray *hits)
{
  ProvisoQuotePlace hit = { .start = byte, .end = byte + query->exact_length };

  proviso_quote_query_measure (query, &hit);
  g_array_append_val (hits, hit);
}

/* Without a whole word: by characters, first from a little before the hint on, then from the beginning. */
static void
scan_for_hits (const ProvisoQuoteQuery *query, GArray *hits)
{
  guint from = query->hint_byte > SCAN_BEFORE ? query->hint_byte - SCAN_BEFORE : 0;
  const char *begins[2];
  const char *end = NULL;

  while (from > 0 && (query->text[from] & 0xc0) == 0x80)
    from--;
  begins[0] = query->text + from;
  begins[1] = query->text;

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      const char *found = strstr (begins[i], query->exact);

      for (guint n = 0; n < MAX_HITS && found != NULL && (end == NULL || found < end); n++)
        {
          guint byte = (guint) (found - query->text);

          if (stands_at (query, byte))
            add_hit (query, byte, hits);
          found = strstr (found + 1, query->exact);
        }
      end = begins[0];
    }
}

static GArray *
find_hits (const ProvisoQuoteQuery *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (ProvisoQuotePlace));
  gint pivot = proviso_quote_query_get_rarest_word (query);
  const ProvisoWord *pivot_word;
  const guint *places;
  guint n_places, offset;

  if (query->exact_length > query->n_bytes)
    return hits;
  if (pivot < 0)
    {
      scan_for_hits (query, hits);
      return hits;
    }

  pivot_word = &query->words[pivot];
  offset = pivot_word->start - query->start;
  places =
      proviso_quote_query_get_nearest_places (query, pivot_word->id, PROVISO_QUOTE_MAX_PLACES, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      guint byte = query->text_words[places[i]].start;

      if (byte >= offset && stands_at (query, byte - offset))
        add_hit (query, byte - offset, hits);
    }

  return hits;
}

/* Chooses among the occurrences, or refuses. Returns: whether `found` was set. */
static gboolean
choose_hit (const ProvisoQuoteQuery *query, GArray *hits, ProvisoQuotePlace *found)
{
  const ProvisoQuotePlace *best = NULL;
  gboolean clear = TRUE;
  gboolean telling = query->weight >= TELLING;
  double enough;

  for (guint i = 0; i < hits->len; i++)
    {
      const ProvisoQuotePlace *hit = &g_array_index (hits, ProvisoQuotePlace, i);

      if (best == NULL || hit->context > best->context ||
          (hit->context == best->context && hit->distance < best->distance))
        best = hit;
    }
  if (best == NULL)
    return FALSE;

  /* Among those whose surroundings are about as similar, the nearest. */
  enough = best->context - CONTEXT_MARGIN;
  for (guint i = 0; i < hits->len; i++)
    {
      const ProvisoQuotePlace *hit = &g_array_index (hits, ProvisoQuotePlace, i);

      if (hit->context > enough && hit->distance < best->distance)
        best = hit;
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const ProvisoQuotePlace *hit = &g_array_index (hits, ProvisoQuotePlace, i);

      if (hit != best && hit->context > enough &&
          hit->distance < PROVISO_QUOTE_NEARNESS * (double) best->distance)
        clear = FALSE;
    }

  if (!telling && (best->context < proviso_quote_query_get_context_needed (query) || !clear))
    return FALSE;

  *found = *best;
  found->score = clear ? 1 : UNCLEAR_SCORE;

  return TRUE;
}

gboolean
proviso_quote_find_identical (const ProvisoQuoteQuery *query, gboolean *any, ProvisoQuotePlace *found)
{
  g_autoptr (GArray) hits = find_hits (query);

  *any = hits->len > 0;

  return choose_hit (query, hits, found);
}
