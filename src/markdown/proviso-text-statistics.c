/* proviso-text-statistics.c: how much there is to read in a Markdown text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-text-statistics.h"

#include "markdown/proviso-prose.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

typedef struct
{
  ProvisoTextStatistics *result;
  guint start;
  guint end;
  UBreakIterator *words;
  UBreakIterator *characters;
  /* The part of a block that counts, as UChar; addresses in it are replaced. */
  GArray *units;
  GArray *counted;
} Counter;

/* Neither word nor letter, and not joined to what is beside it. */
#define PLACEHOLDER 0x2028

static gboolean
is_hyphen (UChar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static void
count_words (Counter *self)
{
  const UChar *units = (const UChar *) self->units->data;
  UErrorCode status = U_ZERO_ERROR;
  int32_t start, end;
  int32_t last_word_end = -1;

  ubrk_setText (self->words, units, (int32_t) self->units->len, &status);
  if (U_FAILURE (status))
    return;
  start = ubrk_first (self->words);
  for (end = ubrk_next (self->words); end != UBRK_DONE; start = end, end = ubrk_next (self->words))
    {
      int32_t kind = ubrk_getRuleStatus (self->words);
      gboolean is_ideographic = kind >= UBRK_WORD_KANA;
      gboolean is_compound = start >= 2 && last_word_end == start - 1 && is_hyphen (units[start - 1]);

      if (kind < UBRK_WORD_NUMBER)
        continue;
      last_word_end = end;
      if (!g_array_index (self->counted, guint8, start))
        continue;
      if (is_ideographic)
        {
          int32_t n = 0;

          for (int32_t i = start; i < end; i++)
            n += !U16_IS_TRAIL (units[i]);
          self->result->reading_seconds += n * 60.0 / PROVISO_IDEOGRAPHS_PER_MINUTE;
        }
      if (is_compound && !is_ideographic)
        continue;
      self->result->n_words++;
      if (!is_ideographic)
        self->result->reading_seconds += 60.0 / PROVISO_WORDS_PER_MINUTE;
    }
}

static void
count_character (Counter *self, int32_t at)
{
  UChar c = g_array_index (self->units, UChar, at);

  if (!g_array_index (self->counted, guint8, at))
    return;
  self->result->n_characters++;
  if (!u_isUWhiteSpace (c))
    self->result->n_characters_without_spaces++;
}

static void
count_characters (Counter *self)
{
  const UChar *units = (const UChar *) self->units->data;
  UErrorCode status = U_ZERO_ERROR;
  gboolean simple = TRUE;
  int32_t at;

  for (guint i = 0; i < self->units->len && simple; i++)
    simple = units[i] < 0x300;
  if (simple)
    {
      for (guint i = 0; i < self->units->len; i++)
        count_character (self, (int32_t) i);
      return;
    }

  ubrk_setText (self->characters, units, (int32_t) self->units->len, &status);
  if (U_FAILURE (status))
    return;
  for (at = ubrk_first (self->characters); at != UBRK_DONE && at < (int32_t) self->units->len;
       at = ubrk_next (self->characters))
    count_character (self, at);
}

static gboolean
count_block (const ProvisoProseBlock *block, gpointer user_data)
{
  Counter *self = user_data;

  if (block->start >= self->end)
    return FALSE;
  if (block->kind == PROVISO_PROSE_CODE || block->end <= self->start)
    return TRUE;

  g_array_set_size (self->units, 0);
  g_array_set_size (self->counted, 0);
  for (guint i = 0; i < block->n_units; i++)
    {
      const ProvisoProsePlace *place = &block->places[i];
      UChar unit = block->units[i];
      guint8 counted = place->start >= self->start && place->start < self->end;

      if (place->role == PROVISO_PROSE_ADDRESS || place->role == PROVISO_PROSE_ALTERNATIVE)
        {
          unit = PLACEHOLDER;
          counted = FALSE;
        }
      g_array_append_val (self->units, unit);
      g_array_append_val (self->counted, counted);
    }
  count_words (self);
  count_characters (self);
  return TRUE;
}

gboolean
proviso_text_statistics_compute (ProvisoTextStatistics *self,
                                 const char *text,
                                 guint start,
                                 guint end,
                                 const char *language,
                                 GCancellable *cancellable)
{
  ProvisoTextStatistics result = { 0 };
  Counter counter = { .result = &result, .start = start, .end = end };
  g_autofree char *locale = proviso_prose_dup_locale (language);
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  *self = result;
  counter.words = ubrk_open (UBRK_WORD, locale, NULL, 0, &status);
  counter.characters = ubrk_open (UBRK_CHARACTER, locale, NULL, 0, &status);
  if (U_SUCCESS (status))
    {
      counter.units = g_array_new (FALSE, FALSE, sizeof (UChar));
      counter.counted = g_array_new (FALSE, FALSE, sizeof (guint8));
      proviso_prose_foreach (text, cancellable, count_block, &counter);
      g_array_unref (counter.units);
      g_array_unref (counter.counted);
    }
  ubrk_close (counter.words);
  ubrk_close (counter.characters);

  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  *self = result;
  return TRUE;
}
