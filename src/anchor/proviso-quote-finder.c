/* proviso-quote-finder.c: finds a quoted passage again in a text that was rewritten elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two ways, in this order:
 *
 *   1. The same characters. Occurrences are read off the places of the rarest word of the quote; among
 *      several, the one in the most similar surroundings wins, then the nearest. A quote of few and common
 *      words says little by itself, so that it is taken only where its surroundings agree.
 *   2. The same words, more or less. Places of the quote's rarer words vote for the stretches of text where
 *      many of them stand at about the right distances; in the best few, the quote and its surroundings are
 *      aligned with the text word by word. What decides is the share of the quote's words that is there, each
 *      weighed by how rare it is, and how much else stands between them.
 *
 * The ends of an inexact match stand at words: at the outermost words of the quote that are still there, or
 * further out where what replaced the first or last words reaches up to surroundings that are still there.
 *
 * Limits, all for the sake of bounded time: MAX_PLACES places of words are looked at in one search, those
 * nearest to the hint; twice MAX_HITS occurrences in a search by characters; MAX_STRETCHES alignments of up to
 * MAX_WORDS words. Of a longer quote the head and the tail are aligned, and what stands between them has to
 * hold most of its words.
 */
#include "anchor/proviso-quote-finder.h"

#include "anchor/proviso-word-alignment.h"
#include "anchor/proviso-word-index.h"

#include <math.h>
#include <string.h>

#define MAX_PLACES 4096
#define MAX_HITS 1024
#define MAX_STRETCHES 6
#define MAX_WORDS 400
/* How many words of the surroundings are compared on either side. */
#define MAX_CONTEXT 8

/* A search by characters begins this many bytes before the hint. */
#define SCAN_BEFORE 32768

/* The summed weight of words from which on they are taken for a passage of their own, wherever they stand:
 * about four ordinary words with the same characters, about nine where not all are there. */
#define TELLING 2.5
#define TELLING_ALIKE 6.0
/* How similar the surroundings of a quote that tells nothing must be, and how much less that is for each unit
 * of weight. */
#define CONTEXT_NEEDED 0.8
#define CONTEXT_NEEDED_SLOPE 0.1
/* Of two occurrences the surroundings decide when they differ by this much; else nearness does, by this
 * factor. */
#define CONTEXT_MARGIN 0.1
#define NEARNESS_FACTOR 3
/* What is assumed of surroundings that are not known. */
#define CONTEXT_UNKNOWN 0.5

/* An inexact match: the likeness it needs without any similarity of the surroundings, how much less it needs
 * with all of it, and how much more for each unit of weight that lacks to TELLING_ALIKE. */
#define LIKENESS_NEEDED 0.7
#define CONTEXT_HELPS 0.25
#define SHORTNESS_HURTS 0.05
/* How much weight of the quote's words must be there. */
#define MATCHED_NEEDED 1.0
/* How much likeness looks at what else stands between the words. */
#define PURITY_SHARE 0.3
/* A second place as good as the first, but for this much, leaves it open which was meant. */
#define LIKENESS_MARGIN 0.04

#define QUOTATION_MARKS "'\"‘’“”„‚«»‹›`"
#define EMPHASIS_MARKS "*_"

struct _ProvisoQuoteFinder
{
  ProvisoWordIndex *index;
  /* Of the index. */
  const char *text;
  guint n_bytes;
  const ProvisoWord *words;
  guint n_words;
};

/* What is searched: the words of the surroundings and the quote in one row. */
typedef struct
{
  const char *exact;
  guint exact_length;
  char *joined;
  GStringChunk *keys;
  GArray *array;
  const ProvisoWord *words;
  guint n_words;
  /* The words of the quote are [first, last). */
  guint first;
  guint last;
  /* Whether the quote begins or ends inside a word. */
  gboolean cuts_first;
  gboolean cuts_last;
  /* Whether nothing stood before or behind the quote. */
  gboolean starts_text;
  gboolean ends_text;
  double weight;
  /* Bytes of `joined` at which the quote starts and ends. */
  guint start;
  guint end;
  guint hint_byte;
  guint hint_word;
} Query;

/* A place in the text, in bytes. */
typedef struct
{
  guint start;
  guint end;
  double context;
  double score;
} Place;

static void
query_init (Query *query,
            const ProvisoQuoteFinder *self,
            const char *exact,
            const char *prefix,
            const char *suffix,
            guint hint_start)
{
  guint from = 0, to;

  *query = (Query) {
    .exact = exact,
    .starts_text = prefix != NULL && *prefix == '\0',
    .ends_text = suffix != NULL && *suffix == '\0',
  };
  prefix = prefix != NULL ? prefix : "";
  suffix = suffix != NULL ? suffix : "";
  query->exact_length = (guint) strlen (exact);
  query->start = (guint) strlen (prefix);
  query->end = query->start + query->exact_length;
  query->joined = g_strconcat (prefix, exact, suffix, NULL);
  query->keys = g_string_chunk_new (256);
  query->array = proviso_word_index_split (self->index, query->joined, query->keys);
  query->words = (const ProvisoWord *) (gconstpointer) query->array->data;
  to = query->array->len;

  /* The outer ends of the surroundings were cut by count, so that their first and last word may be a piece. */
  if (to > 1 && query->words[0].start == 0 && query->words[1].end <= query->start)
    from++;
  if (to > from + 1 && query->words[to - 2].start >= query->end && query->words[to - 1].end == strlen (query->joined))
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

  query->hint_byte = proviso_word_index_get_byte (self->index, hint_start);
  query->hint_word = proviso_word_index_get_word_at (self->index, query->hint_byte);
}

static void
query_clear (Query *query)
{
  g_free (query->joined);
  g_array_unref (query->array);
  g_string_chunk_free (query->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* How similar one side is: the share of the query's words that stand, in order, among as many words and two
 * more of the text; the nearer to the passage, the more a word counts. Both rows are read away from the
 * passage, in steps of `step`. */
static double
compare_side (const ProvisoWord *query, guint n_query, const ProvisoWord *text, guint n_text, gint step)
{
  float lines[2][MAX_CONTEXT + 3] = { 0 };
  double whole = 0;

  n_query = MIN (n_query, MAX_CONTEXT);
  n_text = MIN (n_text, n_query + 2);
  for (guint i = 0; i < n_query; i++)
    {
      float *above = lines[i % 2], *current = lines[(i + 1) % 2];
      float weight = query[(gint) i * step].weight / (1 + i / 2.0f);

      for (guint k = 0; k < n_text; k++)
        {
          float likeness = proviso_word_compare (&query[(gint) i * step], &text[(gint) k * step]);

          current[k + 1] = MAX (MAX (above[k + 1], current[k]), above[k] + likeness * weight);
        }
      whole += weight;
    }

  return MIN (lines[n_query % 2][n_text] / whole, 1);
}

/* How similar the surroundings of a place are, in [0, 1]. */
static double
compare_context (const ProvisoQuoteFinder *self, const Query *query, guint start, guint end)
{
  guint before = proviso_word_index_get_word_at (self->index, start);
  guint after = proviso_word_index_get_word_at (self->index, end);
  double left = CONTEXT_UNKNOWN, right = CONTEXT_UNKNOWN;

  if (before > 0 && self->words[before - 1].end > start)
    before--;

  if (query->first > 0)
    left = compare_side (query->words + query->first - 1, query->first,
                         before > 0 ? self->words + before - 1 : NULL, before, -1);
  else if (query->starts_text && before == 0)
    left = 1;
  if (query->last < query->n_words)
    right = compare_side (query->words + query->last, query->n_words - query->last,
                          self->words + after, self->n_words - after, 1);
  else if (query->ends_text && after == self->n_words)
    right = 1;

  return (left + right) / 2;
}

static guint
distance (const Query *query, const Place *place)
{
  return place->start > query->hint_byte ? place->start - query->hint_byte : query->hint_byte - place->start;
}

/* Where the rarest whole word of the quote stands in it, or -1 where none is whole. */
static gint
find_pivot (const ProvisoQuoteFinder *self, const Query *query)
{
  gint pivot = -1;
  guint fewest = G_MAXUINT;

  for (guint i = query->first + query->cuts_first; i + query->cuts_last < query->last; i++)
    {
      guint n_places;

      proviso_word_index_get_places (self->index, query->words[i].id, &n_places);
      if (n_places < fewest)
        {
          fewest = n_places;
          pivot = (gint) i;
        }
    }

  return pivot;
}

/* The part of a word's places that is nearest to the hint, at most `limit` of them. */
static const guint *
nearest_places (const ProvisoQuoteFinder *self, const Query *query, guint id, guint limit, guint *n_places)
{
  const guint *places = proviso_word_index_get_places (self->index, id, n_places);
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

static gboolean
is_whole_word (const ProvisoQuoteFinder *self, guint start, guint end, gboolean first)
{
  guint at = proviso_word_index_get_word_at (self->index, start);

  return first ? at < self->n_words && self->words[at].start == start
               : at < self->n_words && self->words[at].end == end;
}

/* Whether the quote stands at this byte, and begins and ends there as it did: not inside a word unless it did
 * before, and not before a mark that belongs to its last letter. */
static gboolean
stands_at (const ProvisoQuoteFinder *self, const Query *query, guint byte)
{
  const ProvisoWord *first, *last;

  if (byte > self->n_bytes - query->exact_length
      || memcmp (self->text + byte, query->exact, query->exact_length) != 0)
    return FALSE;
  if (g_unichar_ismark (g_utf8_get_char (self->text + byte + query->exact_length)))
    return FALSE;
  if (query->first == query->last)
    return TRUE;

  first = &query->words[query->first];
  last = &query->words[query->last - 1];
  if (!query->cuts_first
      && !is_whole_word (self, byte + first->start - query->start, byte + first->end - query->start, TRUE))
    return FALSE;
  if (!query->cuts_last
      && !is_whole_word (self, byte + last->start - query->start, byte + last->end - query->start, FALSE))
    return FALSE;

  return TRUE;
}

static void
add_hit (const ProvisoQuoteFinder *self, const Query *query, guint byte, GArray *hits)
{
  Place hit = { .start = byte, .end = byte + query->exact_length };

  hit.context = compare_context (self, query, hit.start, hit.end);
  g_array_append_val (hits, hit);
}

/* Without a whole word: by characters, first from a little before the hint on, then from the beginning. */
static void
scan_for_hits (const ProvisoQuoteFinder *self, const Query *query, GArray *hits)
{
  guint from = query->hint_byte > SCAN_BEFORE ? query->hint_byte - SCAN_BEFORE : 0;
  const char *begins[2];
  const char *end = NULL;

  while (from > 0 && (self->text[from] & 0xc0) == 0x80)
    from--;
  begins[0] = self->text + from;
  begins[1] = self->text;

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      const char *found = strstr (begins[i], query->exact);

      for (guint n = 0; n < MAX_HITS && found != NULL && (end == NULL || found < end); n++)
        {
          guint byte = (guint) (found - self->text);

          if (stands_at (self, query, byte))
            add_hit (self, query, byte, hits);
          found = strstr (found + 1, query->exact);
        }
      end = begins[0];
    }
}

static GArray *
find_hits (const ProvisoQuoteFinder *self, const Query *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Place));
  gint pivot = find_pivot (self, query);
  const guint *places;
  guint n_places, offset;

  if (query->exact_length > self->n_bytes)
    return hits;
  if (pivot < 0)
    {
      scan_for_hits (self, query, hits);
      return hits;
    }

  offset = query->words[pivot].start - query->start;
  places = nearest_places (self, query, query->words[pivot].id, MAX_PLACES, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      guint byte = self->words[places[i]].start;

      if (byte >= offset && stands_at (self, query, byte - offset))
        add_hit (self, query, byte - offset, hits);
    }

  return hits;
}

static double
context_needed (double weight)
{
  return MAX (CONTEXT_NEEDED - CONTEXT_NEEDED_SLOPE * weight, 0);
}

/* Chooses among the occurrences, or refuses. Returns: whether `found` was set. */
static gboolean
choose_hit (const Query *query, GArray *hits, Place *found)
{
  const Place *best = NULL;
  gboolean clear = TRUE;
  gboolean telling = query->weight >= TELLING;

  for (guint i = 0; i < hits->len; i++)
    {
      const Place *hit = &g_array_index (hits, Place, i);

      if (best == NULL || hit->context > best->context
          || (hit->context == best->context && distance (query, hit) < distance (query, best)))
        best = hit;
    }
  if (best == NULL)
    return FALSE;

  /* Among those whose surroundings are about as similar, the nearest. */
  {
    double enough = best->context - CONTEXT_MARGIN;
    gdouble nearest;

    for (guint i = 0; i < hits->len; i++)
      {
        const Place *hit = &g_array_index (hits, Place, i);

        if (hit->context > enough && distance (query, hit) < distance (query, best))
          best = hit;
      }
    nearest = distance (query, best);
    for (guint i = 0; i < hits->len; i++)
      {
        const Place *hit = &g_array_index (hits, Place, i);

        if (hit != best && hit->context > enough && distance (query, hit) < NEARNESS_FACTOR * nearest)
          clear = FALSE;
      }
  }

  if (!telling && (best->context < context_needed (query->weight) || !clear))
    return FALSE;

  *found = *best;
  found->score = (clear ? 0.8 : 0.6) + 0.2 * best->context;

  return TRUE;
}

typedef struct
{
  /* Where the first word of the query would stand. */
  gint64 origin;
  double weight;
} Vote;

static gint
compare_votes (gconstpointer a, gconstpointer b)
{
  const Vote *left = a, *right = b;

  return (left->origin > right->origin) - (left->origin < right->origin);
}

typedef struct
{
  guint word;
  guint n_places;
} Seed;

static gint
compare_seeds (gconstpointer a, gconstpointer b)
{
  const Seed *left = a, *right = b;

  if (left->n_places != right->n_places)
    return left->n_places < right->n_places ? -1 : 1;
  return (left->word > right->word) - (left->word < right->word);
}

static GArray *
collect_votes (const ProvisoQuoteFinder *self, const Query *query)
{
  GArray *votes = g_array_new (FALSE, FALSE, sizeof (Vote));
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (Seed));

  for (guint i = query->first; i < query->last; i++)
    {
      Seed seed = { .word = i };

      proviso_word_index_get_places (self->index, query->words[i].id, &seed.n_places);
      if (seed.n_places > 0)
        g_array_append_val (seeds, seed);
    }
  g_array_sort (seeds, compare_seeds);

  for (guint i = 0; i < seeds->len && votes->len < MAX_PLACES; i++)
    {
      const Seed *seed = &g_array_index (seeds, Seed, i);
      const ProvisoWord *word = &query->words[seed->word];
      guint n_places;
      const guint *places = nearest_places (self, query, word->id, MAX_PLACES - votes->len, &n_places);

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

static gboolean
same_mark (gunichar a, gunichar b)
{
  static const char *const alike[] = { QUOTATION_MARKS, "-‐‑‒–—―−", EMPHASIS_MARKS };

  if (a == b || (g_unichar_isspace (a) && g_unichar_isspace (b)))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (a != 0 && b != 0 && g_utf8_strchr (alike[i], -1, a) != NULL && g_utf8_strchr (alike[i], -1, b) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether a sentence can end with this mark. */
static gboolean
ends_sentence (gunichar c)
{
  return c != 0 && g_utf8_strchr (".!?…。！？", -1, c) != NULL;
}

/* The last character of the query before this byte that is neither space nor quotation mark, nor emphasis. */
static gunichar
mark_before (const Query *query, guint byte)
{
  const char *p = query->joined + byte;

  while (p > query->joined)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && g_utf8_strchr (QUOTATION_MARKS EMPHASIS_MARKS ")]", -1, c) == NULL)
        return c;
    }

  return 0;
}

/* Takes in the marks that the quote has before its first word: all of them as they are there, or else those
 * that touch the word, if the outermost is the quote's own. */
static guint
take_head_in (const ProvisoQuoteFinder *self, const Query *query, guint start)
{
  const char *head = query->joined + query->start;
  const char *q = query->joined + MAX (query->words[query->first].start, query->start);
  const char *t = self->text + start;
  const char *taken = t;
  gunichar outermost = g_utf8_get_char (head);

  if (q == head)
    return start;

  while (q > head && t > self->text
         && same_mark (g_utf8_get_char (g_utf8_prev_char (q)), g_utf8_get_char (g_utf8_prev_char (t))))
    {
      q = g_utf8_prev_char (q);
      t = g_utf8_prev_char (t);
    }
  if (q == head)
    return (guint) (t - self->text);

  for (t = taken; t > self->text;)
    {
      gunichar c;

      t = g_utf8_prev_char (t);
      c = g_utf8_get_char (t);
      if (g_unichar_isspace (c) || proviso_word_is_letter (c))
        break;
      if (same_mark (c, outermost))
        taken = t;
    }

  return (guint) (taken - self->text);
}

/* The same behind the last word. */
static guint
take_tail_in (const ProvisoQuoteFinder *self, const Query *query, guint end)
{
  const char *tail = query->joined + query->end;
  const char *q = query->joined + MIN (query->words[query->last - 1].end, query->end);
  const char *t = self->text + end;
  const char *taken = t;
  gunichar outermost = g_utf8_get_char (g_utf8_prev_char (tail));

  if (q == tail)
    return end;

  while (q < tail && *t != '\0' && same_mark (g_utf8_get_char (q), g_utf8_get_char (t)))
    {
      q = g_utf8_next_char (q);
      t = g_utf8_next_char (t);
    }
  if (q == tail)
    return (guint) (t - self->text);

  for (t = taken; *t != '\0';)
    {
      gunichar c = g_utf8_get_char (t);

      if (g_unichar_isspace (c) || proviso_word_is_letter (c))
        break;
      t = g_utf8_next_char (t);
      if (same_mark (c, outermost))
        taken = t;
    }

  return (guint) (taken - self->text);
}

/* Whether a sentence, a line or the text ends between two neighbouring words of the text. */
static gboolean
is_sentence_edge (const ProvisoQuoteFinder *self, guint before, guint after)
{
  const char *p, *end;
  guint n_lines = 0;

  if (after == 0 || after >= self->n_words)
    return TRUE;

  end = self->text + self->words[after].start;
  for (p = self->text + self->words[before].end; p < end; p = g_utf8_next_char (p))
    {
      if (ends_sentence (g_utf8_get_char (p)))
        return TRUE;
      n_lines += *p == '\n';
    }

  return n_lines > 1;
}

/* Where the sentence of a word ends, as the position behind its last word, if that is within `limit` words; or
 * the word itself. */
static guint
find_sentence_end (const ProvisoQuoteFinder *self, guint word, guint limit)
{
  for (guint i = word; i < self->n_words && i - word <= limit; i++)
    if (is_sentence_edge (self, i, i + 1))
      return i + 1;

  return word + 1;
}

static guint
find_sentence_start (const ProvisoQuoteFinder *self, guint word, guint limit)
{
  for (guint i = word; word - i <= limit; i--)
    if (i == 0 || is_sentence_edge (self, i - 1, i))
      return i;

  return word;
}

/* The first word of a match: the partner of the first word of the quote that has one; or, where that is not
 * the quote's first, what stands for those before it, up to surroundings or a sentence's start that are still
 * there. */
static guint
find_begin (const ProvisoQuoteFinder *self, const Query *query, guint from, const gint *partners, guint first)
{
  guint begin = from + (guint) partners[first];
  guint n_gone = first - query->first;
  guint limit = 2 * n_gone + 2;

  if (n_gone == 0)
    return begin;
  if (query->first > 0 && partners[query->first - 1] >= 0)
    {
      guint bound = from + (guint) partners[query->first - 1] + 1;

      return begin - bound <= limit ? bound : begin;
    }
  if (query->first == 0 || ends_sentence (mark_before (query, query->words[query->first].start)))
    return find_sentence_start (self, begin, limit);

  return begin;
}

/* The same for the position behind the last word. */
static guint
find_end (const ProvisoQuoteFinder *self, const Query *query, guint from, const gint *partners, guint last)
{
  guint end = from + (guint) partners[last] + 1;
  guint n_gone = query->last - 1 - last;
  guint limit = 2 * n_gone + 2;

  if (n_gone == 0)
    return end;
  if (query->last < query->n_words && partners[query->last] >= 0)
    {
      guint bound = from + (guint) partners[query->last];

      return bound - end <= limit ? bound : end;
    }
  if (query->last == query->n_words || ends_sentence (mark_before (query, query->end)))
    return find_sentence_end (self, end - 1, limit);

  return end;
}

/* What the alignment of the query with a stretch of text says of the quote. Returns: whether enough of its
 * words are there to consider. */
static gboolean
judge_alignment (const ProvisoQuoteFinder *self,
                 const Query *query,
                 guint from,
                 const gint *partners,
                 Place *place)
{
  guint first = query->last, last = query->first;
  guint begin, end;
  double matched = 0, there = 0, coverage, purity;

  for (guint i = query->first; i < query->last; i++)
    if (partners[i] >= 0)
      {
        const ProvisoWord *word = &self->words[from + (guint) partners[i]];

        if (first == query->last)
          first = i;
        last = i;
        matched += query->words[i].weight * proviso_word_compare (&query->words[i], word);
      }
  if (first == query->last)
    return FALSE;

  begin = find_begin (self, query, from, partners, first);
  end = find_end (self, query, from, partners, last);
  for (guint i = begin; i < end; i++)
    there += self->words[i].weight;
  coverage = matched / query->weight;
  purity = MIN (matched / there, 1);

  place->start = take_head_in (self, query, self->words[begin].start);
  place->end = take_tail_in (self, query, self->words[end - 1].end);
  place->context = compare_context (self, query, place->start, place->end);
  place->score = (1 - PURITY_SHARE) * coverage + PURITY_SHARE * purity;

  return matched >= MATCHED_NEEDED || matched >= 0.8 * query->weight;
}

/* Ranks places: likeness first, the surroundings and nearness for those that are about as alike. */
static double
rank (const ProvisoQuoteFinder *self, const Query *query, const Place *place)
{
  return place->score + CONTEXT_HELPS * place->context
         - 0.02 * distance (query, place) / MAX (self->n_bytes, 1);
}

static gboolean
overlap (const Place *a, const Place *b)
{
  return a->start < b->end && b->start < a->end;
}

/* Finds a quote of no more than MAX_WORDS words, or a part of one. */
static gboolean
find_part (const ProvisoQuoteFinder *self, const Query *query, Place *found)
{
  g_autoptr (GArray) votes = NULL;
  g_autofree gint *partners = NULL;
  guint span = 8 + (query->last - query->first) / 3;
  Place best = { 0 }, second = { 0 };
  gboolean has_best = FALSE, has_second = FALSE;
  gint64 low, high;
  double lacking;

  votes = collect_votes (self, query);
  partners = g_new (gint, query->n_words);
  for (guint n = 0; n < MAX_STRETCHES && take_best_votes (votes, span, &low, &high); n++)
    {
      guint from = (guint) CLAMP (low - span, 0, (gint64) self->n_words);
      guint to = (guint) CLAMP (high + query->n_words + span, 0, (gint64) self->n_words);
      Place place = { 0 };

      proviso_words_align (query->words, query->n_words, self->words + from, to - from, partners);
      if (!judge_alignment (self, query, from, partners, &place))
        continue;

      /* Stretches can overlap, and one that ends inside the passage sees less of it. */
      if (has_best && overlap (&place, &best))
        {
          if (place.score > best.score)
            best = place;
        }
      else if (!has_best || rank (self, query, &place) > rank (self, query, &best))
        {
          second = best;
          has_second = has_best;
          best = place;
          has_best = TRUE;
        }
      else if (!has_second || rank (self, query, &place) > rank (self, query, &second))
        {
          second = place;
          has_second = TRUE;
        }
    }

  if (!has_best)
    return FALSE;

  lacking = MAX (TELLING_ALIKE - query->weight, 0);
  if (best.score < LIKENESS_NEEDED - CONTEXT_HELPS * best.context + SHORTNESS_HURTS * lacking)
    return FALSE;
  if (lacking > 0 && best.context < context_needed (query->weight))
    return FALSE;
  if (has_second && rank (self, query, &best) - rank (self, query, &second) < LIKENESS_MARGIN)
    return FALSE;

  *found = best;

  return TRUE;
}

/* How alike the quote and a place are, were the order of words of no account. */
static double
compare_bags (const ProvisoQuoteFinder *self, const Query *query, guint begin, guint end)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  double there = 0, matched = 0;

  for (guint i = query->first; i < query->last; i++)
    {
      gpointer id = GUINT_TO_POINTER (query->words[i].id);

      if (query->words[i].id != PROVISO_WORD_UNKNOWN)
        g_hash_table_insert (counts, id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
    }
  for (guint i = begin; i < end; i++)
    {
      gpointer id = GUINT_TO_POINTER (self->words[i].id);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      there += self->words[i].weight;
      if (count == 0)
        continue;
      matched += self->words[i].weight;
      g_hash_table_insert (counts, id, GUINT_TO_POINTER (count - 1));
    }
  if (matched <= 0)
    return 0;

  return (1 - PURITY_SHARE) * matched / query->weight + PURITY_SHARE * matched / there;
}

/* A part of a query as one of its own. */
static Query
query_part (const Query *query, guint from, guint first, guint last, guint to)
{
  Query part = *query;

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

static gboolean
find_alike (const ProvisoQuoteFinder *self, const Query *query, Place *found)
{
  guint n_words = query->last - query->first;
  guint begin, end;
  Query head, tail;
  Place last;

  if (n_words <= MAX_WORDS)
    return find_part (self, query, found);

  head = query_part (query, 0, query->first, query->first + MAX_WORDS / 2, query->first + MAX_WORDS / 2);
  tail = query_part (query, query->last - MAX_WORDS / 2, query->last - MAX_WORDS / 2, query->last, query->n_words);
  if (!find_part (self, &head, found))
    return FALSE;

  tail.hint_byte = (guint) MIN ((guint64) found->start + tail.start - query->start, self->n_bytes);
  tail.hint_word = proviso_word_index_get_word_at (self->index, tail.hint_byte);
  if (!find_part (self, &tail, &last) || last.start < found->end)
    return FALSE;

  begin = proviso_word_index_get_word_at (self->index, found->start);
  end = proviso_word_index_get_word_at (self->index, last.end);
  found->end = last.end;
  found->context = (found->context + last.context) / 2;
  found->score = compare_bags (self, query, begin, end);

  return found->score >= LIKENESS_NEEDED;
}

ProvisoQuoteFinder *
proviso_quote_finder_new (const char *text)
{
  ProvisoQuoteFinder *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), NULL);

  self = g_new0 (ProvisoQuoteFinder, 1);
  self->index = proviso_word_index_new (text);
  self->text = proviso_word_index_get_text (self->index, &self->n_bytes);
  self->words = proviso_word_index_get_words (self->index, &self->n_words);

  return self;
}

void
proviso_quote_finder_free (ProvisoQuoteFinder *self)
{
  g_return_if_fail (self != NULL);

  proviso_word_index_free (self->index);
  g_free (self);
}

gboolean
proviso_quote_finder_find (const ProvisoQuoteFinder *self,
                           const char *exact,
                           const char *prefix,
                           const char *suffix,
                           guint hint_start,
                           ProvisoQuoteMatch *match)
{
  g_auto (Query) query = { 0 };
  g_autoptr (GArray) hits = NULL;
  Place found;
  double score;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (exact != NULL && g_utf8_validate (exact, -1, NULL), FALSE);
  g_return_val_if_fail (prefix == NULL || g_utf8_validate (prefix, -1, NULL), FALSE);
  g_return_val_if_fail (suffix == NULL || g_utf8_validate (suffix, -1, NULL), FALSE);
  g_return_val_if_fail (match != NULL, FALSE);

  query_init (&query, self, exact, prefix, suffix, hint_start);
  if (query.exact_length == 0)
    return FALSE;

  hits = find_hits (self, &query);
  if (hits->len > 0)
    {
      if (!choose_hit (&query, hits, &found))
        return FALSE;
      score = found.score;
    }
  else
    {
      if (find_pivot (self, &query) < 0 || !find_alike (self, &query, &found))
        return FALSE;
      score = found.score * (0.8 + 0.2 * found.context);
    }

  match->start = proviso_word_index_get_offset (self->index, found.start);
  match->end = proviso_word_index_get_offset (self->index, found.end);
  match->score = score;
  match->identical = found.end - found.start == query.exact_length
                     && memcmp (self->text + found.start, exact, query.exact_length) == 0;

  return TRUE;
}
