/* proviso-changed-words.c: where in a text the words stand that are otherwise than in an earlier one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-changed-words.h"

#include "merge/proviso-word-diff.h"
#include "merge/proviso-word-parts.h"

/* One text, with its parts once somebody asks for them. */
typedef struct
{
  const char *text;
  ProvisoWordParts none;
  ProvisoWordParts parts;
} Text;

static void
text_clear (Text *self)
{
  proviso_word_parts_clear (&self->none);
  proviso_word_parts_clear (&self->parts);
}

static void
add (GArray *words, guint start, guint end)
{
  ProvisoChangedWords *last =
      words->len > 0 ? &g_array_index (words, ProvisoChangedWords, words->len - 1) : NULL;

  if (last != NULL && start <= last->end)
    last->end = MAX (last->end, end);
  else
    g_array_append_vals (words, &(ProvisoChangedWords) { start, end }, 1);
}

static gboolean
is_word (const ProvisoWordParts *parts, guint position)
{
  return proviso_word_parts_get (parts, position)->kind == PROVISO_WORD_PART_WORD;
}

static void
add_place (GArray *words, Text *self, guint position)
{
  const ProvisoWordParts *parts = &self->parts;
  guint n_parts, before, after, start, end;

  if (parts->parts == NULL)
    proviso_word_parts_init (&self->none, &self->parts, "", self->text);
  n_parts = parts->parts->len;
  for (before = 0; before < n_parts && proviso_word_parts_get (parts, before)->end <= position;)
    before++;
  after = before;
  while (before > 0 && !is_word (parts, before - 1))
    before--;
  while (after < n_parts && !is_word (parts, after))
    after++;

  start = proviso_word_parts_get_start (parts, before > 0 ? before - 1 : after);
  end = proviso_word_parts_get_start (parts, after < n_parts ? after + 1 : before);
  if (start < end)
    add (words, start, end);
}

/* Adds what was put in, without the spaces at its ends. Returns: whether there is anything else to it. */
static gboolean
add_inserted (GArray *words, const char *text, const ProvisoDiffHunk *hunk)
{
  const char *start = g_utf8_offset_to_pointer (text, hunk->new_start);
  const char *end = g_utf8_offset_to_pointer (start, hunk->new_end - hunk->new_start);
  guint first = hunk->new_start, last = hunk->new_end;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      first++;
    }
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      last--;
    }
  if (first < last)
    add (words, first, last);

  return first < last;
}

GArray *
proviso_changed_words_find (const char *old_text, const char *new_text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ProvisoChangedWords));
  Text text = { new_text };
  g_autoptr (GArray) hunks = NULL;

  g_return_val_if_fail (old_text != NULL, words);
  g_return_val_if_fail (new_text != NULL, words);

  hunks = proviso_word_diff (old_text, new_text);
  for (guint i = 0; i < hunks->len; i++)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);

      if (!hunk->equal && !add_inserted (words, new_text, hunk))
        add_place (words, &text, hunk->new_start);
    }
  text_clear (&text);

  return words;
}

GArray *
proviso_changed_words_find_place (const char *text, guint position)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ProvisoChangedWords));
  Text whole = { text };

  g_return_val_if_fail (text != NULL, words);

  add_place (words, &whole, position);
  text_clear (&whole);

  return words;
}
