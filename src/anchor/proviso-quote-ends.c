/* proviso-quote-ends.c: where an inexact match begins and ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its ends stand at words: at the outermost words of the quote that are still there, or further out where
 * what replaced the first or last words reaches up to surroundings, or to an edge of the sentence, that are
 * still there. Quotation marks, brackets and full stops come along as the quote had them.
 */
#include "anchor/proviso-quote-ends.h"

#define QUOTATION_MARKS "'\"‘’“”„‚«»‹›`"
#define EMPHASIS_MARKS "*_"
/* No more marks than this are looked at in a row. */
#define MAX_MARKS 32

static gboolean
same_mark (gunichar a, gunichar b)
{
  static const char *const alike[] = { QUOTATION_MARKS, "-‐‑‒–—―−", EMPHASIS_MARKS };

  if (a == b || (g_unichar_isspace (a) && g_unichar_isspace (b)))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (a != 0 && b != 0 && g_utf8_strchr (alike[i], -1, a) != NULL &&
        g_utf8_strchr (alike[i], -1, b) != NULL)
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
mark_before (const ProvisoQuoteQuery *query, guint byte)
{
  const char *p = query->joined + byte;

  for (guint n = 0; n < MAX_MARKS && p > query->joined; n++)
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
take_head_in (const ProvisoQuoteQuery *query, guint start)
{
  const char *head = query->joined + query->start;
  const char *q = query->joined + MAX (query->words[query->first].start, query->start);
  const char *t = query->text + start;
  const char *taken = t;
  gunichar outermost = g_utf8_get_char (head);

  if (q == head)
    return start;

  while (q > head && t > query->text &&
         same_mark (g_utf8_get_char (g_utf8_prev_char (q)), g_utf8_get_char (g_utf8_prev_char (t))))
    {
      q = g_utf8_prev_char (q);
      t = g_utf8_prev_char (t);
    }
  if (q == head)
    return (guint) (t - query->text);

  t = taken;
  for (guint n = 0; n < MAX_MARKS && t > query->text; n++)
    {
      gunichar c;

      t = g_utf8_prev_char (t);
      c = g_utf8_get_char (t);
      if (g_unichar_isspace (c) || proviso_word_is_letter (c))
        break;
      if (same_mark (c, outermost))
        taken = t;
    }

  return (guint) (taken - query->text);
}

/* The same behind the last word. */
static guint
take_tail_in (const ProvisoQuoteQuery *query, guint end)
{
  const char *tail = query->joined + query->end;
  const char *q = query->joined + MIN (query->words[query->last - 1].end, query->end);
  const char *t = query->text + end;
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
    return (guint) (t - query->text);

  t = taken;
  for (guint n = 0; n < MAX_MARKS && *t != '\0'; n++)
    {
      gunichar c = g_utf8_get_char (t);

      if (g_unichar_isspace (c) || proviso_word_is_letter (c))
        break;
      t = g_utf8_next_char (t);
      if (same_mark (c, outermost))
        taken = t;
    }

  return (guint) (taken - query->text);
}

/* Whether a sentence, a paragraph or the text ends between two neighbouring words of the text. So many marks
 * stand for an end, too. */
static gboolean
is_sentence_edge (const ProvisoQuoteQuery *query, guint before, guint after)
{
  const char *p, *end;
  guint n_marks = 0, n_lines = 0;

  if (after == 0 || after >= query->n_text_words)
    return TRUE;

  end = query->text + query->text_words[after].start;
  for (p = query->text + query->text_words[before].end; p < end; p = g_utf8_next_char (p))
    {
      n_lines += *p == '\n';
      if (ends_sentence (g_utf8_get_char (p)) || n_lines > 1 || ++n_marks > MAX_MARKS)
        return TRUE;
    }

  return FALSE;
}

/* Where the sentence of a word ends, as the position behind its last word, if that is within `limit` words;
 * or the word itself. */
static guint
find_sentence_end (const ProvisoQuoteQuery *query, guint word, guint limit)
{
  for (guint i = word; i < query->n_text_words && i - word <= limit; i++)
    if (is_sentence_edge (query, i, i + 1))
      return i + 1;

  return word + 1;
}

static guint
find_sentence_start (const ProvisoQuoteQuery *query, guint word, guint limit)
{
  for (guint i = word; word - i <= limit; i--)
    if (i == 0 || is_sentence_edge (query, i - 1, i))
      return i;

  return word;
}

/* The first word of a match: the partner of the first word of the quote that has one; or, where that is not
 * the quote's first, what stands for those before it, up to surroundings or a sentence's start that are still
 * there. */
static guint
find_begin (const ProvisoQuoteQuery *query, guint from, const gint *partners, guint first)
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
    return find_sentence_start (query, begin, limit);

  return begin;
}

/* The same for the position behind the last word. */
static guint
find_end (const ProvisoQuoteQuery *query, guint from, const gint *partners, guint last)
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
    return find_sentence_end (query, end - 1, limit);

  return end;
}

void
proviso_quote_find_ends (const ProvisoQuoteQuery *query,
                         guint from,
                         const gint *partners,
                         guint first,
                         guint last,
                         guint *begin,
                         guint *end)
{
  *begin = find_begin (query, from, partners, first);
  *end = find_end (query, from, partners, last);
}

void
proviso_quote_take_marks_in (const ProvisoQuoteQuery *query, ProvisoQuotePlace *place)
{
  place->start = take_head_in (query, place->start);
  place->end = take_tail_in (query, place->end);
}
