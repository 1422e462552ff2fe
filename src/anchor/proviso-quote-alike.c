/* proviso-quote-alike.c: where the words of a quote stand, more or less.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of the quote's rarer words vote for the stretches of text where many of them stand at about the
 * right distances; in the best few, the quote and its surroundings are aligned with the text word by word.
 * What decides is the share of the quote's words that is there, each weighed by how rare it is, and how much
 * else stands between them. Of a quote too long for that the head and the tail are aligned, and what stands
 * between them has to hold most of its words.
 */
#include "anchor/proviso-quote-alike.h"

#include "anchor/proviso-quote-ends.h"
#include "anchor/proviso-word-alignment.h"

#define MAX_STRETCHES 6
#define MAX_WORDS 400

/* The likeness that is needed without any similarity of the surroundings; how much less it needs with all of
 * it; how much more for each unit of weight that the quote lacks to TELLING, about nine ordinary words. */
#define LIKENESS_NEEDED 0.7
#define CONTEXT_HELPS 0.25
#define SHORTNESS_HURTS 0.05
#define TELLING 6.0
/* How much weight of the quote's words must be there, unless it is most of a short quote. */
#define MATCHED_NEEDED 1.0
#define MATCHED_SHARE_NEEDED 0.8
/* How much likeness looks at what else stands between the words. */
#define PURITY_SHARE 0.3
/* Nearness only decides between equals. */
#define DISTANCE_HURTS 0.02
/* Of two places that are as good but for this much the nearer is meant, if it is much nearer. */
#define LIKENESS_MARGIN 0.04

typedef struct
{
  /* Where the first word of the query would stand. */
  gint64 origin;
  double weight;
} Vote;

typedef struct
{
  guint word;
  guint n_places;
} Seed;

static gint
compare_votes (gconstpointer a, gconstpointer b)
{
  const Vote *left = a, *right = b;

  return (left->origin > right->origin) - (left->origin < right->origin);
}

static gint
compare_seeds (gconstpointer a, gconstpointer b)
{
  const Seed *left = a, *right = b;

  if (left->n_places != right->n_places)
    return left->n_places < right->n_places ? -1 : 1;
  return (left->word > right->word) - (left->word < right->word);
}

static GArray *
collect_votes (const ProvisoQuoteQuery *query)
{
  GArray *votes = g_array_new (FALSE, FALSE, sizeof (Vote));
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (Seed));

  for (guint i = query->first; i < query->last; i++)
    {
      Seed seed = { .word = i };

      proviso_word_index_get_places (query->index, query->words[i].id, &seed.n_places);
      if (seed.n_places > 0)
        g_array_append_val (seeds, seed);
    }
  g_array_sort (seeds, compare_seeds);

  for (guint i = 0; i < seeds->len && votes->len < PROVISO_QUOTE_MAX_PLACES; i++)
    {
      const Seed *seed = &g_array_index (seeds, Seed, i);
      const ProvisoWord *word = &query->words[seed->word];
      guint n_places, limit = PROVISO_QUOTE_MAX_PLACES - votes->len;
      const guint *places = proviso_quote_query_get_nearest_places (query, word->id, limit, &n_places);

      for (guint k = 0; k < n_places; k++)
        {
          Vote vote = { (gint64) places[k] - seed->word, word->weight };

          g_array_append_val (votes, vote);
        }
    }
  g_array_sort (votes, compare_votes);

  return votes;
}

/* Finds the votes within `span` of each other that weigh most, and takes them away. Returns: whether there
 * were any; the stretch of their origins is set. */
static gboolean
take_best_votes (GArray *votes, guint span, gint64 *low, gint64 *high)
{
  double sum = 0, best = 0;
  guint best_first = 0, best_last = 0;

  for (guint first = 0, last = 0; last < votes->len; last++)
    {
      const Vote *vote = &g_array_index (votes, Vote, last);

      sum += vote->weight;
      while (g_array_index (votes, Vote, first).origin + span < vote->origin)
        sum -= g_array_index (votes, Vote, first++).weight;
      if (sum > best)
        {
          best = sum;
          best_first = first;
          best_last = last;
        }
    }
  if (best <= 0)
    return FALSE;

  *low = g_array_index (votes, Vote, best_first).origin;
  *high = g_array_index (votes, Vote, best_last).origin;
  g_array_remove_range (votes, best_first, best_last - best_first + 1);

  return TRUE;
}

/* What the alignment of the query with a stretch of text says of the quote. Returns: whether enough of its
 * words are there to consider. */
static gboolean
judge_alignment (const ProvisoQuoteQuery *query, guint from, const gint *partners, ProvisoQuotePlace *place)
{
  guint first = query->last, last = query->first;
  guint begin, end;
  double matched = 0, there = 0, coverage, purity;

  for (guint i = query->first; i < query->last; i++)
    if (partners[i] >= 0)
      {
        const ProvisoWord *word = &query->text_words[from + (guint) partners[i]];

        if (first == query->last)
          first = i;
        last = i;
        matched += query->words[i].weight * proviso_word_compare (&query->words[i], word);
      }
  if (first == query->last)
    return FALSE;

  proviso_quote_find_ends (query, from, partners, first, last, &begin, &end);
  for (guint i = begin; i < end; i++)
    there += query->text_words[i].weight;
  coverage = matched / query->weight;
  purity = MIN (matched / there, 1);

  place->start = query->text_words[begin].start;
  place->end = query->text_words[end - 1].end;
  proviso_quote_take_marks_in (query, place);
  proviso_quote_query_measure (query, place);
  place->score = (1 - PURITY_SHARE) * coverage + PURITY_SHARE * purity;

  return matched >= MATCHED_NEEDED || matched >= MATCHED_SHARE_NEEDED * query->weight;
}

/* Ranks places: likeness first, the surroundings and nearness for those that are about as alike. */
static double
rank (const ProvisoQuoteQuery *query, const ProvisoQuotePlace *place)
{
  return place->score + CONTEXT_HELPS * place->context -
         DISTANCE_HURTS * place->distance / MAX (query->n_bytes, 1);
}

static gboolean
overlap (const ProvisoQuotePlace *a, const ProvisoQuotePlace *b)
{
  return a->start < b->end && b->start < a->end;
}

/* Finds a quote of no more than MAX_WORDS words, or a part of one. */
static gboolean
find_part (const ProvisoQuoteQuery *query, ProvisoQuotePlace *found)
{
  g_autoptr (GArray) votes = NULL;
  g_autofree gint *partners = NULL;
  guint span = 8 + (query->last - query->first) / 3;
  ProvisoQuotePlace best = { 0 }, second = { 0 };
  gboolean has_best = FALSE, has_second = FALSE;
  gint64 low, high;
  double lacking;

  votes = collect_votes (query);
  partners = g_new (gint, query->n_words);
  for (guint n = 0; n < MAX_STRETCHES && take_best_votes (votes, span, &low, &high); n++)
    {
      guint from = (guint) CLAMP (low - span, 0, (gint64) query->n_text_words);
      guint to = (guint) CLAMP (high + query->n_words + span, 0, (gint64) query->n_text_words);
      ProvisoQuotePlace place = { 0 };

      proviso_words_align (query->words, query->n_words, query->text_words + from, to - from, partners);
      if (!judge_alignment (query, from, partners, &place))
        continue;

      /* Stretches can overlap, and one that ends inside the passage sees less of it. */
      if (has_best && overlap (&place, &best))
        {
          if (place.score > best.score)
            best = place;
        }
      else if (!has_best || rank (query, &place) > rank (query, &best))
        {
          second = best;
          has_second = has_best;
          best = place;
          has_best = TRUE;
        }
      else if (!has_second || rank (query, &place) > rank (query, &second))
        {
          second = place;
          has_second = TRUE;
        }
    }

  if (!has_best)
    return FALSE;

  if (has_second && rank (query, &best) - rank (query, &second) < LIKENESS_MARGIN)
    {
      if (second.distance < best.distance)
        {
          ProvisoQuotePlace other = best;

          best = second;
          second = other;
        }
      if (second.distance < PROVISO_QUOTE_NEARNESS * (double) best.distance)
        return FALSE;
    }

  lacking = MAX (TELLING - query->weight, 0);
  if (best.score < LIKENESS_NEEDED - CONTEXT_HELPS * best.context + SHORTNESS_HURTS * lacking)
    return FALSE;
  if (lacking > 0 && best.context < proviso_quote_query_get_context_needed (query))
    return FALSE;

  *found = best;

  return TRUE;
}

/* How alike the quote and a place are, were the order of words of no account. */
static double
compare_bags (const ProvisoQuoteQuery *query, guint begin, guint end)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  double there = 0, matched = 0;

  for (guint i = query->first; i < query->last; i++)
    {
      gpointer id = GUINT_TO_POINTER (query->words[i].id);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      if (query->words[i].id != PROVISO_WORD_UNKNOWN)
        g_hash_table_insert (counts, id, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = begin; i < end; i++)
    {
      gpointer id = GUINT_TO_POINTER (query->text_words[i].id);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      there += query->text_words[i].weight;
      if (count == 0)
        continue;
      matched += query->text_words[i].weight;
      g_hash_table_insert (counts, id, GUINT_TO_POINTER (count - 1));
    }
  if (matched <= 0)
    return 0;

  return (1 - PURITY_SHARE) * matched / query->weight + PURITY_SHARE * matched / there;
}

gboolean
proviso_quote_find_alike (const ProvisoQuoteQuery *query, ProvisoQuotePlace *found)
{
  guint n_words = query->last - query->first;
  guint begin, end;
  ProvisoQuoteQuery head, tail;
  ProvisoQuotePlace last;

  if (proviso_quote_query_get_rarest_word (query) < 0)
    return FALSE;
  if (n_words <= MAX_WORDS)
    return find_part (query, found);

  end = query->first + MAX_WORDS / 2;
  head = proviso_quote_query_get_part (query, 0, query->first, end, end);
  begin = query->last - MAX_WORDS / 2;
  tail = proviso_quote_query_get_part (query, begin, begin, query->last, query->n_words);
  if (!find_part (&head, found))
    return FALSE;

  tail.hint_byte = (guint) MIN ((guint64) found->start + tail.start - query->start, query->n_bytes);
  tail.hint_word = proviso_word_index_get_word_at (query->index, tail.hint_byte);
  if (!find_part (&tail, &last) || last.start < found->end)
    return FALSE;

  begin = proviso_word_index_get_word_at (query->index, found->start);
  end = proviso_word_index_get_word_at (query->index, last.end);
  found->end = last.end;
  found->context = (found->context + last.context) / 2;
  found->score = compare_bags (query, begin, end);

  return found->score >= LIKENESS_NEEDED;
}
