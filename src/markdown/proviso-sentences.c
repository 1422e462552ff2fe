/* proviso-sentences.c: where the sentences of a Markdown text begin and end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU reads the prose without marks, and its bounds are taken back to the source. It knows few abbreviations
 * of English, and none that are one only before a number, so that a bound behind a full stop is looked at
 * once more here: what stands before it, and what comes.
 */
#include "markdown/proviso-sentences.h"

#include "markdown/proviso-prose.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

/* Long enough for every word in the lists below. */
#define MAX_WORD 24

struct _ProvisoSentences
{
  GObject parent_instance;

  /* Of ProvisoSentence. */
  GArray *sentences;
};

G_DEFINE_FINAL_TYPE (ProvisoSentences, proviso_sentences, G_TYPE_OBJECT)

/* Never the end of a sentence: something follows that belongs to them. */
static const char *const joining[] = {
  "mr",     "mrs", "ms",  "dr",   "prof", "st",     "gen",  "sen", "rep",  "gov",  "lt",  "col",
  "capt",   "sgt", "rev", "hon",  "pres", "messrs", "vs",   "v",   "cf",   "e.g",  "i.e", "viz",
  "approx", "ca",  "mme", "mlle", "m",    "hr",     "fr",   "sr",  "sra",  "srta", "dra", "z.b",
  "d.h",    "u.a", "bzw", "ggf",  "evtl", "vgl",    "p.ej", "sig", "dott", "mt",   "ft",
};

/* Only in front of a number. */
static const char *const counting[] = {
  "no",  "nos", "nr",  "p",   "pp",  "fig", "figs", "vol", "art", "sec", "ch", "para", "jan", "feb",
  "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "s",  "bd",   "abs", "kap",
};

/* At an end or in the middle: it depends on what comes, as for "U.S." and for initials. */
static const char *const companies[] = {
  "inc", "corp", "ltd", "co", "bros", "plc", "jr", "sr", "dept", "univ"
};

/* What begins sentences, and seldom is part of a name. */
static const char *const starters[] = {
  "the",   "a",    "an",      "it",        "its",    "in",        "on",         "at",      "but",
  "and",   "or",   "if",      "this",      "that",   "these",     "those",      "he",      "she",
  "they",  "we",   "you",     "i",         "his",    "her",       "their",      "our",     "my",
  "there", "then", "when",    "while",     "as",     "for",       "from",       "with",    "by",
  "to",    "so",   "yet",     "however",   "both",   "each",      "some",       "many",    "most",
  "not",   "what", "why",     "how",       "who",    "where",     "after",      "before",  "since",
  "until", "now",  "today",   "instead",   "also",   "meanwhile", "separately", "neither", "no",
  "one",   "two",  "critics", "officials", "though", "although",  "because",    "whether", "still",
};

static gboolean
is_in (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

/* Copies [start, end) in small letters; only words of plain letters are looked for. */
static void
copy_word (const UChar *units, int32_t start, int32_t end, char *word)
{
  int32_t n = 0;

  for (int32_t i = start; i < end && n < MAX_WORD - 1; i++)
    word[n++] = units[i] < 0x80 ? g_ascii_tolower ((char) units[i]) : '?';
  word[n] = '\0';
}

/* Whether [start, end), which ends in front of a full stop, is "J" or "U.S": capitals with full stops. */
static gboolean
is_initials (const UChar *units, int32_t start, int32_t end)
{
  for (int32_t i = start; i < end; i++)
    if ((i - start) % 2 == 0 ? !u_isupper (units[i]) : units[i] != '.')
      return FALSE;
  return (end - start) % 2 == 1;
}

/* Whether the text goes on with the same sentence behind `bound`, where ICU sees one end. */
static gboolean
goes_on (const UChar *units, int32_t n_units, int32_t bound)
{
  char word[MAX_WORD];
  char next[MAX_WORD];
  int32_t end = bound;
  int32_t start, next_end;
  gboolean number_follows, word_follows;

  while (end > 0 && u_isUWhiteSpace (units[end - 1]))
    end--;
  if (end == 0 || bound >= n_units || units[end - 1] != '.')
    return FALSE;
  end--;

  start = end;
  while (start > 0 && end - start < MAX_WORD && (u_isalnum (units[start - 1]) || units[start - 1] == '.'))
    start--;
  if (start == end)
    return FALSE;
  copy_word (units, start, end, word);

  next_end = bound;
  while (next_end < n_units && next_end - bound < MAX_WORD && u_isalnum (units[next_end]))
    next_end++;
  copy_word (units, bound, next_end, next);
  number_follows = u_isdigit (units[bound]);
  word_follows = u_isupper (units[bound]) && !is_in (next, starters, G_N_ELEMENTS (starters));

  /* "z. B.", "d. h.", "J. R." */
  if (end - start == 1 && next_end - bound == 1 && next_end < n_units && units[next_end] == '.')
    return TRUE;
  if (is_in (word, joining, G_N_ELEMENTS (joining)))
    return TRUE;
  if (is_in (word, counting, G_N_ELEMENTS (counting)))
    return number_follows;
  if (is_in (word, companies, G_N_ELEMENTS (companies)) || is_initials (units, start, end))
    return word_follows;
  return FALSE;
}

typedef struct
{
  ProvisoSentences *self;
  UBreakIterator *iterator;
} Finder;

static void
add_sentence (Finder *self, ProvisoSentenceKind kind, guint start, guint end)
{
  ProvisoSentence sentence = { .kind = kind, .start = start, .end = end };
  GArray *sentences = self->self->sentences;

  /* Marks that two claim belong to the first. */
  if (sentences->len > 0)
    sentence.start = MAX (start, g_array_index (sentences, ProvisoSentence, sentences->len - 1).end);
  if (sentence.start < sentence.end)
    g_array_append_val (sentences, sentence);
}

/* Where the sentence of the units [first, last) begins: marks right before its first character are its own,
 * unless they close what the character before is in. */
static guint
find_start (const ProvisoProseBlock *block, int32_t first)
{
  const ProvisoProsePlace *place = &block->places[first];

  if (first == 0)
    return block->start;
  return place->depth > place[-1].depth ? place[-1].end : place->start;
}

static guint
find_end (const ProvisoProseBlock *block, int32_t last)
{
  const ProvisoProsePlace *place = &block->places[last - 1];

  if (last == (int32_t) block->n_units)
    return block->end;
  return place[1].depth < place->depth ? place[1].start : place->end;
}

static gboolean
find_in_block (const ProvisoProseBlock *block, gpointer user_data)
{
  static const ProvisoSentenceKind kinds[] = {
    [PROVISO_PROSE_PARAGRAPH] = PROVISO_SENTENCE_PROSE,
    [PROVISO_PROSE_HEADING] = PROVISO_SENTENCE_HEADING,
    [PROVISO_PROSE_CELL] = PROVISO_SENTENCE_CELL,
    [PROVISO_PROSE_CODE] = PROVISO_SENTENCE_CODE,
  };
  Finder *self = user_data;
  g_autofree UChar *units = NULL;
  int32_t n_units = (int32_t) block->n_units;
  UErrorCode status = U_ZERO_ERROR;
  int32_t start, end;

  if (block->kind != PROVISO_PROSE_PARAGRAPH)
    {
      add_sentence (self, kinds[block->kind], block->start, block->end);
      return TRUE;
    }

  /* Full stops in code and addresses end nothing; such a thing may begin a sentence, as a capital would. */
  units = g_memdup2 (block->units, sizeof (UChar) * block->n_units);
  for (int32_t i = 0; i < n_units; i++)
    if (block->places[i].role != PROVISO_PROSE_TEXT)
      units[i] = 'X';

  ubrk_setText (self->iterator, units, n_units, &status);
  if (U_FAILURE (status))
    return TRUE;
  start = ubrk_first (self->iterator);
  for (end = ubrk_next (self->iterator); end != UBRK_DONE; end = ubrk_next (self->iterator))
    {
      int32_t first = start;
      int32_t last = end;

      if (end < n_units && goes_on (units, n_units, end))
        continue;
      start = end;
      while (first < last && u_isUWhiteSpace (units[first]))
        first++;
      while (last > first && u_isUWhiteSpace (units[last - 1]))
        last--;
      if (first < last)
        add_sentence (self, PROVISO_SENTENCE_PROSE, find_start (block, first), find_end (block, last));
    }
  return TRUE;
}

static void
proviso_sentences_finalize (GObject *object)
{
  ProvisoSentences *self = PROVISO_SENTENCES (object);

  g_array_unref (self->sentences);

  G_OBJECT_CLASS (proviso_sentences_parent_class)->finalize (object);
}

static void
proviso_sentences_class_init (ProvisoSentencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_sentences_finalize;
}

static void
proviso_sentences_init (ProvisoSentences *self)
{
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ProvisoSentence));
}

ProvisoSentences *
proviso_sentences_new (const char *text, const char *language, GCancellable *cancellable)
{
  g_autoptr (ProvisoSentences) self = g_object_new (PROVISO_TYPE_SENTENCES, NULL);
  g_autofree char *locale = proviso_prose_dup_locale (language);
  Finder finder = { .self = self };
  UErrorCode status = U_ZERO_ERROR;
  gboolean done = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  /* With ICU's own abbreviations for the language; of English it has few, and takes them for no end anywhere.
   */
  if (*locale != '\0' && strchr (locale, '@') == NULL && !g_str_has_prefix (locale, "en"))
    {
      g_autofree char *plain = g_steal_pointer (&locale);

      locale = g_strconcat (plain, "@ss=standard", NULL);
    }
  finder.iterator = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_SUCCESS (status))
    done = proviso_prose_foreach (text, cancellable, find_in_block, &finder);
  ubrk_close (finder.iterator);
  return done ? g_steal_pointer (&self) : NULL;
}

guint
proviso_sentences_get_n_sentences (ProvisoSentences *self)
{
  g_return_val_if_fail (PROVISO_IS_SENTENCES (self), 0);

  return self->sentences->len;
}

const ProvisoSentence *
proviso_sentences_get_sentence (ProvisoSentences *self, guint position)
{
  g_return_val_if_fail (PROVISO_IS_SENTENCES (self), NULL);
  g_return_val_if_fail (position < self->sentences->len, NULL);

  return &g_array_index (self->sentences, ProvisoSentence, position);
}

int
proviso_sentences_find (ProvisoSentences *self, guint offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (PROVISO_IS_SENTENCES (self), -1);

  /* The last that begins at or before the offset. */
  high = self->sentences->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sentences, ProvisoSentence, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && offset <= g_array_index (self->sentences, ProvisoSentence, low - 1).end ? (int) low - 1
                                                                                            : -1;
}
