/* proviso-text-changes.c: which paragraphs of a draft are otherwise than in an earlier one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-text-changes.h"

#include "anchor/proviso-word-index.h"
#include "merge/proviso-sequence-diff.h"

#include <string.h>

/* From here on two paragraphs are one that was changed: the share of the words that both have. Sentences with nothing
 * to do with each other share an article or two, about a fifth. */
#define MIN_LIKENESS 0.35
/* How many pairs of paragraphs are compared at one place; where more changed in a row, they are taken in order. */
#define MAX_PAIRS 40000
/* And how many of their words, which is what costs time. */
#define MAX_WORDS 20000000
/* Scripts from here on are written without spaces between words: a letter counts as one. */
#define FIRST_DENSE_SCRIPT 0x2e80

typedef struct
{
  char *text;
  guint start; /* code points of the draft */
  guint end;
  GArray *words; /* of guint, their hashes, ascending; %NULL until asked for */
} Paragraph;

typedef struct
{
  GArray *paragraphs; /* of Paragraph */
  GArray *ids;        /* of guint */
} Draft;

typedef struct
{
  Draft old_draft;
  Draft new_draft;
  guint new_length; /* code points */
  GPtrArray *changes;
} Comparison;

static void
paragraph_clear (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->text);
  g_clear_pointer (&paragraph->words, g_array_unref);
}

static Paragraph *
get_paragraph (const Draft *self, guint position)
{
  return &g_array_index (self->paragraphs, Paragraph, position);
}

/* Returns: the draft's length in code points. */
static guint
draft_init (Draft *self, const char *text, GHashTable *ids)
{
  guint offset = 0;

  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  while (*text != '\0')
    {
      gsize n_bytes = strcspn (text, "\n");
      guint n_chars = (guint) g_utf8_strlen (text, (gssize) n_bytes);
      Paragraph paragraph = { g_strchomp (g_strndup (text, n_bytes)), offset };

      paragraph.end = offset + (guint) g_utf8_strlen (paragraph.text, -1);
      if (*paragraph.text != '\0')
        {
          gpointer id;

          if (!g_hash_table_lookup_extended (ids, paragraph.text, NULL, &id))
            {
              id = GUINT_TO_POINTER (g_hash_table_size (ids));
              g_hash_table_insert (ids, g_strdup (paragraph.text), id);
            }
          g_array_append_vals (self->ids, &(guint){ GPOINTER_TO_UINT (id) }, 1);
          g_array_append_val (self->paragraphs, paragraph);
        }
      else
        {
          g_free (paragraph.text);
        }
      text += n_bytes;
      offset += n_chars;
      if (*text == '\n')
        {
          text++;
          offset++;
        }
    }

  return offset;
}

static void
draft_clear (Draft *self)
{
  g_array_unref (self->paragraphs);
  g_array_unref (self->ids);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static GArray *
get_words (Paragraph *paragraph)
{
  guint hash = 0;

  if (paragraph->words != NULL)
    return paragraph->words;

  paragraph->words = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *p = paragraph->text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = proviso_word_is_letter (c);

      if (hash != 0 && (!letter || c >= FIRST_DENSE_SCRIPT))
        {
          g_array_append_val (paragraph->words, hash);
          hash = 0;
        }
      if (letter)
        hash = (hash != 0 ? hash : 5381) * 33 + g_unichar_tolower (c);
      if (c == 0)
        break;
    }
  g_array_sort (paragraph->words, compare_hashes);

  return paragraph->words;
}

/* Dice's coefficient of the words. */
static float
get_likeness (Paragraph *a, Paragraph *b)
{
  GArray *first = get_words (a), *second = get_words (b);
  guint i = 0, j = 0, n_common = 0;

  while (i < first->len && j < second->len)
    {
      int order = compare_hashes (&g_array_index (first, guint, i), &g_array_index (second, guint, j));

      n_common += order == 0;
      i += order <= 0;
      j += order >= 0;
    }

  return first->len + second->len > 0 ? 2.0f * n_common / (first->len + second->len) : 0;
}

/* `words`: (element-type ProvisoChangedWords) (transfer full): of a paragraph that begins at `offset`. */
static void
take_words (ProvisoChange *change, guint offset, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const ProvisoChangedWords *bounds = &g_array_index (words, ProvisoChangedWords, i);

      proviso_change_add_words (change, offset + bounds->start, offset + bounds->end);
    }
  g_array_unref (words);
}

/* Where it stood is seen by the first word of what follows; at the end by the last one before it. */
static void
add_removed (Comparison *self, guint old_at, guint new_at)
{
  guint n_paragraphs = self->new_draft.paragraphs->len;
  gboolean at_end = new_at == n_paragraphs;
  guint place = at_end ? self->new_length : get_paragraph (&self->new_draft, new_at)->start;
  ProvisoChange *change = proviso_change_new_text (PROVISO_CHANGE_TEXT_REMOVED,
                                                   get_paragraph (&self->old_draft, old_at)->text, "", place,
                                                   place);

  if (n_paragraphs > 0)
    {
      Paragraph *beside = get_paragraph (&self->new_draft, at_end ? n_paragraphs - 1 : new_at);

      take_words (change, beside->start,
                  proviso_changed_words_find_place (beside->text, at_end ? beside->end - beside->start : 0));
    }
  g_ptr_array_add (self->changes, change);
}

static void
add_added (Comparison *self, guint new_at)
{
  Paragraph *paragraph = get_paragraph (&self->new_draft, new_at);

  g_ptr_array_add (self->changes, proviso_change_new_text (PROVISO_CHANGE_TEXT_ADDED, "", paragraph->text,
                                                           paragraph->start, paragraph->end));
}

static void
add_changed (Comparison *self, guint old_at, guint new_at)
{
  const char *old_text = get_paragraph (&self->old_draft, old_at)->text;
  Paragraph *paragraph = get_paragraph (&self->new_draft, new_at);
  ProvisoChange *change = proviso_change_new_text (PROVISO_CHANGE_TEXT_CHANGED, old_text, paragraph->text,
                                                   paragraph->start, paragraph->end);

  take_words (change, paragraph->start, proviso_changed_words_find (old_text, paragraph->text));
  g_ptr_array_add (self->changes, change);
}

/* Which paragraphs of a hunk are the same, changed: in order, and as alike as possible in all. `partners`: for each of
 * the old ones the new one, both from the hunk's start, or -1. */
static void
pair (Comparison *self, const ProvisoDiffHunk *hunk, int *partners)
{
  guint n_old = hunk->old_end - hunk->old_start, n_new = hunk->new_end - hunk->new_start;
  gsize width = (gsize) n_new + 1;
  g_autofree float *likeness = g_new0 (float, n_old *(gsize) n_new);
  g_autofree float *best = g_new0 (float, (n_old + 1) * width); /* of those from here to the end */
  guint i, j;

  for (i = n_old; i > 0; i--)
    for (j = n_new; j > 0; j--)
      {
        gsize cell = (i - 1) * width + j - 1;
        float alike = get_likeness (get_paragraph (&self->old_draft, hunk->old_start + i - 1),
                                    get_paragraph (&self->new_draft, hunk->new_start + j - 1));

        likeness[(i - 1) * (gsize) n_new + j - 1] = alike;
        best[cell] = MAX (best[cell + width], best[cell + 1]);
        if (alike >= MIN_LIKENESS)
          best[cell] = MAX (best[cell], best[cell + width + 1] + alike);
      }

  for (i = 0, j = 0; i < n_old;)
    {
      gsize cell = i * width + j;

      if (j < n_new && likeness[i * (gsize) n_new + j] >= MIN_LIKENESS &&
          best[cell] == best[cell + width + 1] + likeness[i * (gsize) n_new + j])
        partners[i++] = (int) j++;
      else if (j < n_new && best[cell] == best[cell + 1])
        j++;
      else
        partners[i++] = -1;
    }
}

static guint64
count_words (const Draft *draft, guint start, guint end)
{
  guint64 n_words = 0;

  for (guint i = start; i < end; i++)
    n_words += get_words (get_paragraph (draft, i))->len;

  return n_words;
}

/* Whether it takes no longer than a moment to compare each of the old paragraphs with each of the new ones. */
static gboolean
can_pair (Comparison *self, const ProvisoDiffHunk *hunk)
{
  guint64 n_old = hunk->old_end - hunk->old_start, n_new = hunk->new_end - hunk->new_start;

  return n_old * n_new <= MAX_PAIRS &&
         n_new * count_words (&self->old_draft, hunk->old_start, hunk->old_end) +
                 n_old * count_words (&self->new_draft, hunk->new_start, hunk->new_end) <=
             MAX_WORDS;
}

static void
add_hunk (Comparison *self, const ProvisoDiffHunk *hunk)
{
  guint n_old = hunk->old_end - hunk->old_start, n_new = hunk->new_end - hunk->new_start;
  g_autofree int *partners = g_new (int, n_old);
  guint new_at = hunk->new_start;

  for (guint i = 0; i < n_old; i++)
    partners[i] = i < n_new ? (int) i : -1;
  if (can_pair (self, hunk))
    pair (self, hunk, partners);

  for (guint i = 0; i < n_old; i++)
    {
      if (partners[i] < 0)
        {
          add_removed (self, hunk->old_start + i, new_at);
          continue;
        }
      while (new_at < hunk->new_start + (guint) partners[i])
        add_added (self, new_at++);
      add_changed (self, hunk->old_start + i, new_at++);
    }
  while (new_at < hunk->new_end)
    add_added (self, new_at++);
}

/* Where the same paragraph was removed here and added there, it moved: each of several that are alike. */
static void
join_moved (Comparison *self)
{
  g_autoptr (GHashTable) removed =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_queue_free);
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  GPtrArray *joined = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->changes->len; i++)
    {
      ProvisoChange *change = g_ptr_array_index (self->changes, i);
      const char *words = proviso_change_get_old_words (change);
      GQueue *alike;

      if (proviso_change_get_kind (change) != PROVISO_CHANGE_TEXT_REMOVED)
        continue;
      if ((alike = g_hash_table_lookup (removed, words)) == NULL)
        g_hash_table_insert (removed, (gpointer) words, alike = g_queue_new ());
      g_queue_push_tail (alike, change);
    }
  for (guint i = 0; i < self->changes->len; i++)
    {
      ProvisoChange *change = g_ptr_array_index (self->changes, i);
      const char *words = proviso_change_get_new_words (change);
      GQueue *alike = proviso_change_get_kind (change) == PROVISO_CHANGE_TEXT_ADDED
                          ? g_hash_table_lookup (removed, words)
                          : NULL;
      guint start, end;

      if (alike == NULL || g_queue_is_empty (alike))
        continue;
      g_hash_table_add (gone, g_queue_pop_head (alike));
      proviso_change_get_bounds (change, &start, &end);
      change = proviso_change_new_text (PROVISO_CHANGE_TEXT_MOVED, words, words, start, end);
      g_object_unref (g_steal_pointer (&g_ptr_array_index (self->changes, i)));
      g_ptr_array_index (self->changes, i) = change;
    }
  for (guint i = 0; i < self->changes->len; i++)
    {
      ProvisoChange *change = g_ptr_array_index (self->changes, i);

      if (!g_hash_table_contains (gone, change))
        g_ptr_array_add (joined, g_object_ref (change));
    }
  g_ptr_array_unref (self->changes);
  self->changes = joined;
}

GPtrArray *
proviso_text_changes_find (const char *old_draft, const char *new_draft)
{
  Comparison self;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) hunks = NULL;

  g_return_val_if_fail (old_draft != NULL, NULL);
  g_return_val_if_fail (new_draft != NULL, NULL);

  draft_init (&self.old_draft, old_draft, ids);
  self.new_length = draft_init (&self.new_draft, new_draft, ids);
  self.changes = g_ptr_array_new_with_free_func (g_object_unref);
  hunks = proviso_sequence_diff ((const guint *) (gconstpointer) self.old_draft.ids->data,
                                 self.old_draft.ids->len,
                                 (const guint *) (gconstpointer) self.new_draft.ids->data,
                                 self.new_draft.ids->len);
  for (guint i = 0; i < hunks->len; i++)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);

      if (!hunk->equal)
        add_hunk (&self, hunk);
    }
  join_moved (&self);
  draft_clear (&self.old_draft);
  draft_clear (&self.new_draft);

  return self.changes;
}
