/* proviso-word-diff.c: the difference of two texts, word by word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shortest difference is not yet one to read: among many changed words it finds some that stay by chance, and it
 * does not mind whether “cat. The ” or “The cat. ” was taken out. Both are put right here.
 */
#include "merge/proviso-word-diff.h"
#include "merge/proviso-word-parts.h"

/* No more than this many words between two changes can be there by chance … */
#define MAX_STRAY_WORDS 2
/* … and only where this many times as many changed on either side of them. */
#define STRAY_RATIO 3

typedef struct
{
  ProvisoWordParts old_parts;
  ProvisoWordParts new_parts;
} Comparison;

static gboolean
ends_sentence (const ProvisoWordParts *parts, guint position)
{
  return proviso_word_parts_get (parts, position)->kind == PROVISO_WORD_PART_MARK &&
         g_utf8_strchr (".!?…。！？؟۔।", -1, proviso_word_parts_get_last_char (parts, position)) != NULL;
}

/* How good a place in front of this part is for a hunk to begin: best that of a line, then of a sentence, of a word. */
static guint
rate_place (const ProvisoWordParts *parts, guint position)
{
  ProvisoWordPartKind before;

  if (position == 0)
    return 4;
  before = proviso_word_parts_get (parts, position - 1)->kind;
  if (before == PROVISO_WORD_PART_BREAK)
    return 4;
  if (before == PROVISO_WORD_PART_SPACE)
    return position >= 2 && ends_sentence (parts, position - 2) ? 3 : 2;

  return proviso_word_parts_get (parts, position)->kind == PROVISO_WORD_PART_SPACE ? 1 : 0;
}

/* Moves a hunk of which one side is empty to the best of the places where the same parts stand. */
static void
slide (const Comparison *self, ProvisoDiffHunk *before, ProvisoDiffHunk *hunk, ProvisoDiffHunk *after)
{
  gboolean inserted = hunk->old_start == hunk->old_end;
  const ProvisoWordParts *parts = inserted ? &self->new_parts : &self->old_parts;
  guint start = inserted ? hunk->new_start : hunk->old_start;
  guint end = inserted ? hunk->new_end : hunk->old_end;
  guint n_before = before->old_end - before->old_start;
  guint n_after = after->old_end - after->old_start;
  guint first = start, best, best_rating;
  gint by;

  while (start - first < n_before && parts->ids[first - 1] == parts->ids[end - (start - first) - 1])
    first--;
  best = first;
  best_rating = rate_place (parts, first);
  for (guint at = first + 1; at - first <= n_after + (start - first); at++)
    {
      guint rating;

      if (parts->ids[at - 1] != parts->ids[at - 1 + (end - start)])
        break;
      rating = rate_place (parts, at);
      if (rating >= best_rating)
        {
          best = at;
          best_rating = rating;
        }
    }

  by = (gint) best - (gint) start;
  hunk->old_start += by;
  hunk->old_end += by;
  hunk->new_start += by;
  hunk->new_end += by;
  before->old_end += by;
  before->new_end += by;
  after->old_start += by;
  after->new_start += by;
}

/* Returns: (transfer full): the hunks, each that only removes or only inserts in its best place. */
static GArray *
slide_all (const Comparison *self, GArray *hunks)
{
  guint n_old = self->old_parts.parts->len, n_new = self->new_parts.parts->len;
  ProvisoDiffHunk head = { TRUE, 0, 0, 0, 0 }, tail = { TRUE, n_old, n_old, n_new, n_new };
  GArray *slid = g_array_sized_new (FALSE, FALSE, sizeof (ProvisoDiffHunk), hunks->len);

  /* The first and the last may leave something equal behind. */
  for (guint i = 0; i < hunks->len; i++)
    {
      ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);

      if (!hunk->equal && (hunk->old_start == hunk->old_end || hunk->new_start == hunk->new_end))
        slide (self, i > 0 ? hunk - 1 : &head, hunk, i + 1 < hunks->len ? hunk + 1 : &tail);
    }

  /* Some may have slid together. */
  proviso_diff_hunks_append (slid, &head);
  for (guint i = 0; i < hunks->len; i++)
    proviso_diff_hunks_append (slid, &g_array_index (hunks, ProvisoDiffHunk, i));
  proviso_diff_hunks_append (slid, &tail);

  return slid;
}

static guint
count_words (const ProvisoWordParts *parts, guint start, guint end)
{
  guint n_words = 0;

  for (guint i = start; i < end; i++)
    n_words += proviso_word_parts_get (parts, i)->kind == PROVISO_WORD_PART_WORD;

  return n_words;
}

static guint
count_changed_words (const Comparison *self, const ProvisoDiffHunk *hunk)
{
  return MAX (count_words (&self->old_parts, hunk->old_start, hunk->old_end),
              count_words (&self->new_parts, hunk->new_start, hunk->new_end));
}

/* Whether an equal hunk between others, in which `n_before` and `n_after` words changed, is there by chance. Never
 * what sets lines or sentences apart: what changed is then told of each of them. */
static gboolean
is_stray (const Comparison *self, const ProvisoDiffHunk *hunk, guint max_words, guint n_before, guint n_after)
{
  const ProvisoWordParts *parts = &self->old_parts;
  guint n_words = 0;

  for (guint i = hunk->old_start; i < hunk->old_end; i++)
    {
      ProvisoWordPartKind kind = proviso_word_parts_get (parts, i)->kind;

      n_words += kind == PROVISO_WORD_PART_WORD;
      if (n_words > max_words || kind == PROVISO_WORD_PART_BREAK || ends_sentence (parts, i))
        return FALSE;
    }

  return n_words * STRAY_RATIO <= MIN (n_before, n_after);
}

/* Returns: (transfer full): the hunks without strays of at most `max_words` words. */
static GArray *
join_strays (const Comparison *self, const GArray *hunks, guint max_words)
{
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (ProvisoDiffHunk), hunks->len);
  guint n_before = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      ProvisoDiffHunk hunk = g_array_index (hunks, ProvisoDiffHunk, i);
      const ProvisoDiffHunk *next =
          i + 1 < hunks->len ? &g_array_index (hunks, ProvisoDiffHunk, i + 1) : NULL;

      if (!hunk.equal)
        n_before += count_changed_words (self, &hunk);
      else if (joined->len > 0 && next != NULL &&
               is_stray (self, &hunk, max_words, n_before, count_changed_words (self, next)))
        hunk.equal = FALSE;
      else
        n_before = 0;
      proviso_diff_hunks_append (joined, &hunk);
    }

  return joined;
}

static void
count_in_code_points (const Comparison *self, GArray *hunks)
{
  for (guint i = 0; i < hunks->len; i++)
    {
      ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);

      hunk->old_start = proviso_word_parts_get_start (&self->old_parts, hunk->old_start);
      hunk->old_end = proviso_word_parts_get_start (&self->old_parts, hunk->old_end);
      hunk->new_start = proviso_word_parts_get_start (&self->new_parts, hunk->new_start);
      hunk->new_end = proviso_word_parts_get_start (&self->new_parts, hunk->new_end);
    }
}

GArray *
proviso_word_diff (const char *old_text, const char *new_text)
{
  Comparison self;
  g_autoptr (GArray) hunks = NULL;
  g_autoptr (GArray) slid = NULL;
  g_autoptr (GArray) spaced = NULL;
  GArray *joined;

  g_return_val_if_fail (old_text != NULL, NULL);
  g_return_val_if_fail (new_text != NULL, NULL);

  proviso_word_parts_init (&self.old_parts, &self.new_parts, old_text, new_text);
  hunks = proviso_sequence_diff (self.old_parts.ids, self.old_parts.parts->len, self.new_parts.ids,
                                 self.new_parts.parts->len);
  slid = slide_all (&self, hunks);
  /* Spaces first: only then it shows how much changed on either side of a word. */
  spaced = join_strays (&self, slid, 0);
  joined = join_strays (&self, spaced, MAX_STRAY_WORDS);
  count_in_code_points (&self, joined);
  proviso_word_parts_clear (&self.old_parts);
  proviso_word_parts_clear (&self.new_parts);

  return joined;
}
