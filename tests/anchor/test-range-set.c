/* test-range-set.c: ranges follow edits, and undo brings them back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Directed cases give each rule of the header by example; the property tests compare long random sequences
 * with a model that applies edits one code point at a time to a plain array.
 */
#include "anchor/proviso-range-set.h"

#define SEED 20260328

/* A set under test and its model, which holds what the set should. */
typedef struct
{
  ProvisoRange *range;
  guint start;
  guint end;
} Slot;

typedef struct
{
  ProvisoRangeSet *set;
  GArray *slots;
} Pair;

static void
pair_init (Pair *pair)
{
  pair->set = proviso_range_set_new ();
  pair->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
}

static void
pair_clear (Pair *pair)
{
  proviso_range_set_free (pair->set);
  g_array_unref (pair->slots);
}

static Slot *
pair_slot (Pair *pair, guint index)
{
  return &g_array_index (pair->slots, Slot, index);
}

static void
pair_insert (Pair *pair, guint start, guint end)
{
  Slot slot = { NULL, start, end };

  slot.range = proviso_range_set_insert (pair->set, start, end, NULL);
  g_array_append_val (pair->slots, slot);
}

static void
model_replace (GArray *slots, guint offset, guint removed, guint inserted)
{
  for (guint i = 0; i < slots->len; i++)
    {
      Slot *slot = &g_array_index (slots, Slot, i);

      for (guint n = 0; n < removed; n++)
        {
          slot->start -= slot->start > offset;
          slot->end -= slot->end > offset;
        }
      for (guint n = 0; n < inserted; n++)
        {
          guint at = offset + n;
          gboolean empty = slot->start == slot->end;

          slot->end += empty ? slot->start >= at : slot->end > at;
          slot->start += slot->start >= at;
        }
    }
}

static void
assert_same (Pair *pair)
{
  g_assert_true (proviso_range_set_check (pair->set));
  g_assert_cmpuint (proviso_range_set_get_size (pair->set), ==, pair->slots->len);
  for (guint i = 0; i < pair->slots->len; i++)
    {
      Slot *slot = pair_slot (pair, i);
      guint start, end;

      proviso_range_get_bounds (slot->range, &start, &end);
      g_assert_cmpuint (start, ==, slot->start);
      g_assert_cmpuint (end, ==, slot->end);
      g_assert_cmpuint (proviso_range_get_start (slot->range), ==, start);
      g_assert_cmpuint (proviso_range_get_end (slot->range), ==, end);
    }
}

/* What a replace must report, said the long way: whether one code point of the range went away, whether the
 * range is longer than what is left of it, or whether it is empty in the removed span. */
static gboolean
must_be_reported (const Slot *old, guint offset, guint removed, guint inserted)
{
  if (old->start == old->end)
    return offset <= old->start && old->start < offset + removed;
  if (removed > 0 && old->start < offset + removed && offset < old->end)
    return TRUE;
  return removed == 0 && inserted > 0 && old->start < offset && offset < old->end;
}

static GArray *
replace_and_compare (Pair *pair, guint offset, guint removed, guint inserted)
{
  g_autoptr (GArray) before = g_array_copy (pair->slots);
  g_autoptr (GHashTable) reported = g_hash_table_new (NULL, NULL);
  GArray *changes = proviso_range_set_replace (pair->set, offset, removed, inserted);
  guint last = 0;

  model_replace (pair->slots, offset, removed, inserted);
  assert_same (pair);

  if (changes != NULL)
    g_assert_cmpuint (changes->len, >, 0);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      ProvisoRangeChange *change = &g_array_index (changes, ProvisoRangeChange, i);

      g_assert_true (g_hash_table_insert (reported, change->range, change));
      g_assert_cmpuint (change->old_start, >=, last);
      last = change->old_start;
    }
  for (guint i = 0; i < before->len; i++)
    {
      Slot *old = &g_array_index (before, Slot, i);
      ProvisoRangeChange *change = g_hash_table_lookup (reported, old->range);

      g_assert_cmpint (change != NULL, ==, must_be_reported (old, offset, removed, inserted));
      if (change != NULL)
        {
          g_assert_cmpuint (change->old_start, ==, old->start);
          g_assert_cmpuint (change->old_end, ==, old->end);
        }
    }

  return changes;
}

static void
undo (ProvisoRangeSet *set, guint offset, guint removed, guint inserted, GArray *changes)
{
  g_autoptr (GArray) ignored = proviso_range_set_replace (set, offset, inserted, removed);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      ProvisoRangeChange *change = &g_array_index (changes, ProvisoRangeChange, i);

      proviso_range_set_move (set, change->range, change->old_start, change->old_end);
    }
}

typedef struct
{
  guint last_start;
  guint n_called;
  guint stop_after;
  GHashTable *seen;
} Visit;

static gboolean
on_overlapping (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  Visit *seen = user_data;

  g_assert_cmpuint (start, >=, seen->last_start);
  g_assert_cmpuint (start, ==, proviso_range_get_start (range));
  g_assert_cmpuint (end, ==, proviso_range_get_end (range));
  g_assert_true (g_hash_table_add (seen->seen, range));
  seen->last_start = start;
  seen->n_called++;

  return seen->n_called != seen->stop_after;
}

static guint
query_and_compare (Pair *pair, guint start, guint end)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Visit visit = { .seen = seen };

  proviso_range_set_foreach_overlapping (pair->set, start, end, on_overlapping, &visit);

  for (guint i = 0; i < pair->slots->len; i++)
    {
      Slot *slot = pair_slot (pair, i);
      gboolean expected = FALSE;

      if (slot->start == slot->end)
        expected = start <= slot->start && slot->start <= end;
      for (guint at = slot->start; at < slot->end && !expected; at++)
        expected = start == end ? at == start : start <= at && at < end;
      g_assert_cmpint (g_hash_table_contains (seen, slot->range), ==, expected);
    }

  if (visit.n_called > 1)
    {
      Visit half = { .seen = seen, .stop_after = visit.n_called / 2 };

      g_hash_table_remove_all (seen);
      proviso_range_set_foreach_overlapping (pair->set, start, end, on_overlapping, &half);
      g_assert_cmpuint (half.n_called, ==, half.stop_after);
    }

  return visit.n_called;
}

/* Each case: a range, an edit, what the range is then, and whether it is reported. Undone at the end. */
static void
test_rules (void)
{
  static const struct
  {
    guint start, end, offset, removed, inserted, new_start, new_end;
    gboolean reported;
  } cases[] = {
    /* Text put in: before, at the start, inside, at the end, behind. */
    { 5, 10, 3, 0, 2, 7, 12, FALSE },
    { 5, 10, 5, 0, 2, 7, 12, FALSE },
    { 5, 10, 7, 0, 2, 5, 12, TRUE },
    { 5, 10, 9, 0, 2, 5, 12, TRUE },
    { 5, 10, 10, 0, 2, 5, 10, FALSE },
    { 5, 10, 11, 0, 2, 5, 10, FALSE },
    /* Text taken out: before, up to the start, over the start, the head, inside, the tail, over the end, from
     * the end, behind. */
    { 5, 10, 1, 2, 0, 3, 8, FALSE },
    { 5, 10, 3, 2, 0, 3, 8, FALSE },
    { 5, 10, 3, 4, 0, 3, 6, TRUE },
    { 5, 10, 5, 2, 0, 5, 8, TRUE },
    { 5, 10, 6, 2, 0, 5, 8, TRUE },
    { 5, 10, 8, 2, 0, 5, 8, TRUE },
    { 5, 10, 8, 4, 0, 5, 8, TRUE },
    { 5, 10, 10, 2, 0, 5, 10, FALSE },
    { 5, 10, 12, 2, 0, 5, 10, FALSE },
    /* All of it, exactly and with more around it. */
    { 5, 10, 5, 5, 0, 5, 5, TRUE },
    { 5, 10, 3, 9, 0, 3, 3, TRUE },
    { 5, 10, 3, 7, 0, 3, 3, TRUE },
    { 5, 10, 5, 9, 0, 5, 5, TRUE },
    /* Replaced: before, the whole, the head, the tail, over the start, over the end, inside. */
    { 5, 10, 2, 3, 4, 6, 11, FALSE },
    { 5, 10, 5, 5, 3, 8, 8, TRUE },
    { 5, 10, 5, 2, 3, 8, 11, TRUE },
    { 5, 10, 8, 2, 3, 5, 8, TRUE },
    { 5, 10, 3, 4, 1, 4, 7, TRUE },
    { 5, 10, 8, 4, 1, 5, 8, TRUE },
    { 5, 10, 6, 2, 3, 5, 11, TRUE },
    { 5, 10, 10, 2, 3, 5, 10, FALSE },
    /* An empty one is a position: it never grows, and what comes at it pushes it. */
    { 5, 5, 4, 0, 2, 7, 7, FALSE },
    { 5, 5, 5, 0, 2, 7, 7, FALSE },
    { 5, 5, 6, 0, 2, 5, 5, FALSE },
    { 5, 5, 5, 2, 0, 5, 5, TRUE },
    { 5, 5, 4, 2, 0, 4, 4, TRUE },
    { 5, 5, 3, 2, 0, 3, 3, FALSE },
    { 5, 5, 6, 2, 0, 5, 5, FALSE },
    { 5, 5, 4, 3, 2, 6, 6, TRUE },
    /* Nothing. */
    { 5, 10, 7, 0, 0, 5, 10, FALSE },
    /* At both ends of the offsets. */
    { 0, 0, 0, 0, G_MAXUINT, G_MAXUINT, G_MAXUINT, FALSE },
    { 0, G_MAXUINT, 1, G_MAXUINT - 1, 7, 0, 1, TRUE },
    { G_MAXUINT, G_MAXUINT, 0, G_MAXUINT, 3, 3, 3, FALSE },
    { G_MAXUINT - 1, G_MAXUINT, 2, G_MAXUINT - 2, 0, 2, 2, TRUE },
    { 3, G_MAXUINT, 1, 4, 4, 5, G_MAXUINT, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProvisoRangeSet) set = proviso_range_set_new ();
      ProvisoRange *range = proviso_range_set_insert (set, cases[i].start, cases[i].end, NULL);
      g_autoptr (GArray) changes = NULL;
      guint start, end;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      changes = proviso_range_set_replace (set, cases[i].offset, cases[i].removed, cases[i].inserted);
      proviso_range_get_bounds (range, &start, &end);
      g_assert_cmpuint (start, ==, cases[i].new_start);
      g_assert_cmpuint (end, ==, cases[i].new_end);
      g_assert_cmpint (changes != NULL, ==, cases[i].reported);
      g_assert_true (proviso_range_set_check (set));

      undo (set, cases[i].offset, cases[i].removed, cases[i].inserted, changes);
      proviso_range_get_bounds (range, &start, &end);
      g_assert_cmpuint (start, ==, cases[i].start);
      g_assert_cmpuint (end, ==, cases[i].end);
    }
}

static void
test_overlapping (void)
{
  static const struct
  {
    guint range_start, range_end, start, end;
    gboolean expected;
  } cases[] = {
    { 5, 10, 0, 5, FALSE },
    { 5, 10, 0, 6, TRUE },
    { 5, 10, 9, 12, TRUE },
    { 5, 10, 10, 12, FALSE },
    { 5, 10, 6, 8, TRUE },
    { 5, 10, 0, 20, TRUE },
    { 5, 10, 4, 4, FALSE },
    { 5, 10, 5, 5, TRUE },
    { 5, 10, 9, 9, TRUE },
    { 5, 10, 10, 10, FALSE },
    { 5, 5, 0, 4, FALSE },
    { 5, 5, 0, 5, TRUE },
    { 5, 5, 5, 9, TRUE },
    { 5, 5, 6, 9, FALSE },
    { 5, 5, 5, 5, TRUE },
    { 5, 5, 4, 4, FALSE },
    { 0, G_MAXUINT, G_MAXUINT, G_MAXUINT, FALSE },
    { G_MAXUINT, G_MAXUINT, 0, G_MAXUINT, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProvisoRangeSet) set = proviso_range_set_new ();
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      Visit visit = { .seen = seen };

      proviso_range_set_insert (set, cases[i].range_start, cases[i].range_end, NULL);
      proviso_range_set_foreach_overlapping (set, cases[i].start, cases[i].end, on_overlapping, &visit);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (visit.n_called, ==, cases[i].expected);
    }
}

static void
test_members (void)
{
  g_autoptr (ProvisoRangeSet) set = proviso_range_set_new ();
  g_autoptr (GArray) changes = NULL;
  ProvisoRange *first, *second, *third;
  int data[3];

  g_assert_cmpuint (proviso_range_set_get_size (set), ==, 0);
  g_assert_true (proviso_range_set_check (set));
  g_assert_null (proviso_range_set_replace (set, 0, 5, 5));

  first = proviso_range_set_insert (set, 4, 8, &data[0]);
  second = proviso_range_set_insert (set, 4, 6, &data[1]);
  third = proviso_range_set_insert (set, 4, 4, &data[2]);
  g_assert_cmpuint (proviso_range_set_get_size (set), ==, 3);
  g_assert_true (proviso_range_get_data (first) == &data[0]);
  g_assert_true (proviso_range_get_data (second) == &data[1]);
  g_assert_true (proviso_range_get_data (third) == &data[2]);

  /* One edit over all three; each is told with its own old bounds. */
  changes = proviso_range_set_replace (set, 4, 3, 0);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpuint (proviso_range_get_end (first), ==, 5);
  g_assert_cmpuint (proviso_range_get_end (second), ==, 4);
  g_assert_cmpuint (proviso_range_get_end (third), ==, 4);

  proviso_range_set_remove (set, second);
  g_assert_cmpuint (proviso_range_set_get_size (set), ==, 2);
  proviso_range_set_move (set, first, 0, 2);
  proviso_range_set_move (set, third, 1, 9);
  g_assert_cmpuint (proviso_range_get_end (first), ==, 2);
  g_assert_cmpuint (proviso_range_get_start (third), ==, 1);
  g_assert_cmpuint (proviso_range_get_end (third), ==, 9);
  g_assert_true (proviso_range_get_data (third) == &data[2]);
  g_assert_true (proviso_range_set_check (set));

  proviso_range_set_remove (set, first);
  proviso_range_set_remove (set, third);
  g_assert_cmpuint (proviso_range_set_get_size (set), ==, 0);
  g_assert_true (proviso_range_set_check (set));
}

static void
test_beyond_the_last_offset (void)
{
  g_autoptr (ProvisoRangeSet) set = proviso_range_set_new ();
  ProvisoRange *range = proviso_range_set_insert (set, 3, G_MAXUINT, NULL);
  g_autoptr (GArray) changes = NULL;

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*last <= *");
  changes = proviso_range_set_replace (set, 1, 0, 1);
  g_test_assert_expected_messages ();
  g_assert_null (changes);
  g_assert_cmpuint (proviso_range_get_start (range), ==, 3);
  g_assert_cmpuint (proviso_range_get_end (range), ==, G_MAXUINT);

  /* What happens behind every range moves none, wherever it is. */
  proviso_range_set_move (set, range, 3, 4);
  g_assert_null (proviso_range_set_replace (set, 5, 0, G_MAXUINT));
}

/* A shift waits above a range that is then moved in place to less than that shift. */
static void
test_move_below_a_shift (void)
{
  Pair pair;

  pair_init (&pair);
  for (guint i = 0; i < 100; i++)
    pair_insert (&pair, i, i + 50);
  g_array_unref (replace_and_compare (&pair, 10, 0, 1000));
  for (guint i = 10; i < 100; i++)
    {
      Slot *slot = pair_slot (&pair, i);

      proviso_range_set_move (pair.set, slot->range, slot->start, slot->start);
      slot->end = slot->start;
      assert_same (&pair);
    }
  pair_clear (&pair);
}

static guint
random_below (GRand *rand, guint limit)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) limit);
}

/* Everything at once, in texts so short that edges meet all the time. */
static void
test_random_steps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 1500; round++)
    {
      guint length = 1 + random_below (rand, 30);
      Pair pair;

      pair_init (&pair);
      for (guint step = 0; step < 40; step++)
        {
          guint a = random_below (rand, length + 1);
          guint b = random_below (rand, length + 1);
          guint start = MIN (a, b), end = MAX (a, b);
          guint count = pair.slots->len;
          guint index = count > 0 ? random_below (rand, count) : 0;

          switch (random_below (rand, 8))
            {
            case 0:
            case 1:
              pair_insert (&pair, start, end);
              break;
            case 2:
              if (count == 0)
                break;
              proviso_range_set_remove (pair.set, pair_slot (&pair, index)->range);
              g_array_remove_index_fast (pair.slots, index);
              break;
            case 3:
              if (count == 0)
                break;
              if (random_below (rand, 2) == 0)
                start = MIN (pair_slot (&pair, index)->start, end);
              proviso_range_set_move (pair.set, pair_slot (&pair, index)->range, start, end);
              pair_slot (&pair, index)->start = start;
              pair_slot (&pair, index)->end = end;
              break;
            case 4:
              query_and_compare (&pair, start, end);
              break;
            default:
              {
                guint removed = random_below (rand, 3) == 0 ? 0 : end - start;
                guint inserted = random_below (rand, 3) == 0 ? 0 : random_below (rand, 6);
                g_autoptr (GArray) changes = replace_and_compare (&pair, start, removed, inserted);

                length = length - removed + inserted;
              }
              break;
            }
          assert_same (&pair);
        }
      pair_clear (&pair);
    }
}

typedef struct
{
  guint offset, removed, inserted;
  GArray *changes;
  GArray *before;
} Step;

/* A run of edits, undone to the first, done again, and undone once more. */
static void
test_random_undo (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);

  for (guint round = 0; round < 1500; round++)
    {
      guint length = 1 + random_below (rand, 25);
      Step steps[12];
      Pair pair;

      pair_init (&pair);
      for (guint i = random_below (rand, 12); i > 0; i--)
        {
          guint a = random_below (rand, length + 1);
          guint b = random_below (rand, length + 1);

          pair_insert (&pair, MIN (a, b), random_below (rand, 4) == 0 ? MIN (a, b) : MAX (a, b));
        }

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          Step *step = &steps[i];

          step->offset = random_below (rand, length + 1);
          step->removed = random_below (rand, 3) == 0 ? 0 : random_below (rand, length - step->offset + 1);
          step->inserted = random_below (rand, 3) == 0 ? 0 : random_below (rand, 8);
          step->before = g_array_copy (pair.slots);
          step->changes = replace_and_compare (&pair, step->offset, step->removed, step->inserted);
          length = length - step->removed + step->inserted;
        }

      for (guint again = 0; again < 2; again++)
        {
          for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
            {
              Step *step = &steps[i - 1];

              undo (pair.set, step->offset, step->removed, step->inserted, step->changes);
              g_array_set_size (pair.slots, 0);
              g_array_append_vals (pair.slots, step->before->data, step->before->len);
              assert_same (&pair);
            }
          if (again > 0)
            break;
          for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
            {
              Step *step = &steps[i];

              g_clear_pointer (&step->changes, g_array_unref);
              step->changes = replace_and_compare (&pair, step->offset, step->removed, step->inserted);
            }
        }

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          g_clear_pointer (&steps[i].changes, g_array_unref);
          g_array_unref (steps[i].before);
        }
      pair_clear (&pair);
    }
}

/* As many ranges as the largest project has, in a text of a million code points. */
static void
test_ten_thousand (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 2);
  Step steps[300];
  Pair pair;
  guint length = 1000000;

  pair_init (&pair);
  for (guint i = 0; i < 10000; i++)
    {
      guint start = random_below (rand, length);

      pair_insert (&pair, start, MIN (length, start + random_below (rand, 400)));
    }
  assert_same (&pair);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      Step *step = &steps[i];

      step->offset = random_below (rand, length);
      step->removed = MIN (random_below (rand, 200), length - step->offset);
      step->inserted = random_below (rand, 200);
      step->before = NULL;
      step->changes = replace_and_compare (&pair, step->offset, step->removed, step->inserted);
      length = length - step->removed + step->inserted;
      if (i % 50 == 0)
        g_assert_cmpuint (query_and_compare (&pair, step->offset, step->offset + 2000), >, 0);
    }

  g_rand_set_seed (rand, SEED + 2);
  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    {
      Step *step = &steps[i - 1];

      undo (pair.set, step->offset, step->removed, step->inserted, step->changes);
      g_clear_pointer (&step->changes, g_array_unref);
    }
  for (guint i = 0; i < pair.slots->len; i++)
    {
      Slot *slot = pair_slot (&pair, i);

      slot->start = random_below (rand, 1000000);
      slot->end = MIN (1000000, slot->start + random_below (rand, 400));
    }
  assert_same (&pair);

  while (pair.slots->len > 0)
    {
      guint index = random_below (rand, pair.slots->len);

      proviso_range_set_remove (pair.set, pair_slot (&pair, index)->range);
      g_array_remove_index_fast (pair.slots, index);
      if (pair.slots->len % 1000 == 0)
        assert_same (&pair);
    }
  pair_clear (&pair);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/range-set/rules", test_rules);
  g_test_add_func ("/range-set/overlapping", test_overlapping);
  g_test_add_func ("/range-set/members", test_members);
  g_test_add_func ("/range-set/beyond-the-last-offset", test_beyond_the_last_offset);
  g_test_add_func ("/range-set/move-below-a-shift", test_move_below_a_shift);
  g_test_add_func ("/range-set/random-steps", test_random_steps);
  g_test_add_func ("/range-set/random-undo", test_random_undo);
  g_test_add_func ("/range-set/ten-thousand", test_ten_thousand);

  return g_test_run ();
}
