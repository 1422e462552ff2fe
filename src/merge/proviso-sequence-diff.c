/* proviso-sequence-diff.c: the difference of two sequences of ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-sequence-diff.h"

/* The furthest points that paths with 0, 1, 2 … edits reach, one row for each number of edits. Row d holds d + 1
 * points, on the diagonals -d, -d + 2, … d; a point is how much of the old sequence is behind it. */
typedef struct
{
  const guint *old_ids;
  gint n_old;
  const guint *new_ids;
  gint n_new;
  GArray *points; /* of gint */
  guint64 n_steps; /* that may still be made along what is equal */
} Search;

static gint *
get_row (const Search *self, gint n_edits)
{
  return &g_array_index (self->points, gint, (gsize) n_edits * (n_edits + 1) / 2);
}

/* Where the point `i` of a row comes from: by an insertion from the same place of the row before, else by a removal
 * from the place to the left. */
static gboolean
comes_by_insertion (const gint *before, gint n_edits, gint i)
{
  return i == 0 || (i < n_edits && before[i - 1] < before[i]);
}

/* Returns: the least number of edits, -1 where a bound is reached. */
static gint
search (Search *self)
{
  for (gint n_edits = 0; n_edits <= PROVISO_SEQUENCE_DIFF_MAX_EDITS; n_edits++)
    {
      gint *row, *before;

      g_array_set_size (self->points, ((guint) n_edits + 1) * ((guint) n_edits + 2) / 2);
      row = get_row (self, n_edits);
      before = n_edits > 0 ? get_row (self, n_edits - 1) : NULL;
      for (gint i = 0; i <= n_edits; i++)
        {
          gint old_at = n_edits == 0                              ? 0
                        : comes_by_insertion (before, n_edits, i) ? before[i]
                                                                  : before[i - 1] + 1;
          gint new_at = old_at - (2 * i - n_edits);

          while (old_at < self->n_old && new_at < self->n_new &&
                 self->old_ids[old_at] == self->new_ids[new_at])
            {
              if (self->n_steps-- == 0)
                return -1;
              old_at++;
              new_at++;
            }
          row[i] = old_at;
          if (old_at == self->n_old && new_at == self->n_new)
            return n_edits;
        }
    }

  return -1;
}

/* Marks what is removed and what is inserted on the way that was found. */
static void
trace_back (const Search *self, gint n_edits, guint8 *removed, guint8 *inserted)
{
  gint i = (self->n_old - self->n_new + n_edits) / 2;

  for (; n_edits > 0; n_edits--)
    {
      const gint *before = get_row (self, n_edits - 1);

      if (comes_by_insertion (before, n_edits, i))
        {
          inserted[before[i] - (2 * i + 1 - n_edits)] = TRUE;
        }
      else
        {
          i--;
          removed[before[i]] = TRUE;
        }
    }
}

void
proviso_diff_hunks_append (GArray *hunks, const ProvisoDiffHunk *hunk)
{
  ProvisoDiffHunk *last = hunks->len > 0 ? &g_array_index (hunks, ProvisoDiffHunk, hunks->len - 1) : NULL;

  if (hunk->old_start == hunk->old_end && hunk->new_start == hunk->new_end)
    return;

  if (last != NULL && last->equal == hunk->equal)
    {
      last->old_end = hunk->old_end;
      last->new_end = hunk->new_end;
    }
  else
    {
      g_array_append_vals (hunks, hunk, 1);
    }
}

/* `start`: how many both begin with alike. */
static void
append_marked (GArray *hunks, const Search *self, guint start, const guint8 *removed, const guint8 *inserted)
{
  gint old_at = 0, new_at = 0;

  while (old_at < self->n_old || new_at < self->n_new)
    {
      ProvisoDiffHunk hunk = { .old_start = start + (guint) old_at, .new_start = start + (guint) new_at };

      if (old_at < self->n_old && removed[old_at])
        {
          old_at++;
        }
      else if (new_at < self->n_new && inserted[new_at])
        {
          new_at++;
        }
      else
        {
          hunk.equal = TRUE;
          old_at++;
          new_at++;
        }
      hunk.old_end = start + (guint) old_at;
      hunk.new_end = start + (guint) new_at;
      proviso_diff_hunks_append (hunks, &hunk);
    }
}

GArray *
proviso_sequence_diff (const guint *old_ids, guint n_old, const guint *new_ids, guint n_new)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (ProvisoDiffHunk));
  guint n_head = 0, n_tail = 0;

  g_return_val_if_fail (n_old == 0 || old_ids != NULL, hunks);
  g_return_val_if_fail (n_new == 0 || new_ids != NULL, hunks);
  g_return_val_if_fail (n_old < G_MAXINT / 2 && n_new < G_MAXINT / 2, hunks);

  while (n_head < MIN (n_old, n_new) && old_ids[n_head] == new_ids[n_head])
    n_head++;
  while (n_tail < MIN (n_old, n_new) - n_head && old_ids[n_old - n_tail - 1] == new_ids[n_new - n_tail - 1])
    n_tail++;

  proviso_diff_hunks_append (hunks, &(ProvisoDiffHunk){ TRUE, 0, n_head, 0, n_head });
  if (n_head + n_tail < MAX (n_old, n_new))
    {
      Search middle = { .n_old = (gint) (n_old - n_head - n_tail),
                        .n_new = (gint) (n_new - n_head - n_tail),
                        .n_steps = PROVISO_SEQUENCE_DIFF_MAX_STEPS + (guint64) n_old + n_new };
      gint n_edits = -1;

      middle.old_ids = n_old > 0 ? old_ids + n_head : NULL;
      middle.new_ids = n_new > 0 ? new_ids + n_head : NULL;
      middle.points = g_array_new (FALSE, FALSE, sizeof (gint));
      if (middle.n_old > 0 && middle.n_new > 0 &&
          ABS (middle.n_old - middle.n_new) <= PROVISO_SEQUENCE_DIFF_MAX_EDITS)
        n_edits = search (&middle);
      if (n_edits >= 0)
        {
          g_autofree guint8 *removed = g_new0 (guint8, middle.n_old);
          g_autofree guint8 *inserted = g_new0 (guint8, middle.n_new);

          trace_back (&middle, n_edits, removed, inserted);
          append_marked (hunks, &middle, n_head, removed, inserted);
        }
      else
        {
          proviso_diff_hunks_append (hunks, &(ProvisoDiffHunk){ FALSE, n_head, n_old - n_tail, n_head,
                                                                n_new - n_tail });
        }
      g_array_unref (middle.points);
    }
  proviso_diff_hunks_append (hunks, &(ProvisoDiffHunk){ TRUE, n_old - n_tail, n_old, n_new - n_tail, n_new });

  return hunks;
}
