/* proviso-sentences.c: where the sentences of a Markdown text begin and end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU reads the prose without marks, and its bounds are taken back to the source. A bound behind a full stop is
 * looked at once more by proviso-full-stop.h.
 */
#include "markdown/proviso-sentences.h"

#include "markdown/proviso-full-stop.h"
#include "markdown/proviso-prose.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

struct _ProvisoSentences
{
  GObject parent_instance;

  /* Of ProvisoSentence. */
  GArray *sentences;
};

G_DEFINE_FINAL_TYPE (ProvisoSentences, proviso_sentences, G_TYPE_OBJECT)

typedef struct
{
  ProvisoSentences *self;
  UBreakIterator *iterator;
  ProvisoFullStop *full_stop;
} Finder;

static void
add_sentence (Finder *self, ProvisoSentenceKind kind, guint start, guint end, gboolean is_quotation)
{
  ProvisoSentence sentence = { .kind = kind, .start = start, .end = end, .is_quotation = is_quotation };
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

/* Whether quotation marks stand around all of it: “It stays.”, „Sie bleibt“. In “One” and “two” they do not. */
static gboolean
is_quotation (const UChar *units, int32_t n_units)
{
  static const struct
  {
    UChar open;
    UChar close[2];
  } marks[] = {
    { '"', { '"', '"' } },          { 0x201C, { 0x201D, 0x201D } }, { 0x201D, { 0x201D, 0x201D } },
    { 0x201E, { 0x201C, 0x201D } }, { 0x00AB, { 0x00BB, 0x00BB } }, { 0x00BB, { 0x00AB, 0x00BB } },
    { 0x2039, { 0x203A, 0x203A } }, { 0x203A, { 0x2039, 0x203A } }, { 0x300C, { 0x300D, 0x300D } },
    { 0x300E, { 0x300F, 0x300F } },
  };
  int32_t last = n_units - 1;

  while (last > 0 && u_ispunct (units[last]) && u_charType (units[last]) == U_OTHER_PUNCTUATION &&
         units[last] != '"')
    last--;
  for (guint i = 0; i < G_N_ELEMENTS (marks) && last > 0; i++)
    {
      if (units[0] != marks[i].open || (units[last] != marks[i].close[0] && units[last] != marks[i].close[1]))
        continue;
      for (int32_t j = 1; j < last; j++)
        if (units[j] == marks[i].close[0] || units[j] == marks[i].close[1])
          return FALSE;
      return TRUE;
    }
  return FALSE;
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
      add_sentence (self, kinds[block->kind], block->start, block->end, block->in_quote);
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

      if (end < n_units && proviso_full_stop_goes_on (self->full_stop, units, n_units, end))
        continue;
      start = end;
      while (first < last && u_isUWhiteSpace (units[first]))
        first++;
      while (last > first && u_isUWhiteSpace (units[last - 1]))
        last--;
      if (first < last)
        add_sentence (self, PROVISO_SENTENCE_PROSE, find_start (block, first), find_end (block, last),
                      block->in_quote || is_quotation (units + first, last - first));
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

  finder.full_stop = proviso_full_stop_new (locale);
  finder.iterator = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_SUCCESS (status))
    done = proviso_prose_foreach (text, cancellable, find_in_block, &finder);
  ubrk_close (finder.iterator);
  proviso_full_stop_free (finder.full_stop);
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
