/* test-word-diff.c: the difference of two texts, word by word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cases write a difference as one line: [-removed-]{+inserted+}. The property tests make the new text out of the
 * old one and the hunks, whatever the texts are.
 */
#include "merge/proviso-word-diff.h"

#define SEED 20260328

static char *
get_words (const char *text, guint start, guint end)
{
  return g_utf8_substring (text, start, end);
}

static char *
show (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) hunks = proviso_word_diff (old_text, new_text);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < hunks->len; i++)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);
      g_autofree char *removed = get_words (old_text, hunk->old_start, hunk->old_end);
      g_autofree char *inserted = get_words (new_text, hunk->new_start, hunk->new_end);

      if (hunk->equal)
        {
          g_assert_cmpstr (removed, ==, inserted);
          g_string_append (shown, removed);
          continue;
        }
      if (*removed != '\0')
        g_string_append_printf (shown, "[-%s-]", removed);
      if (*inserted != '\0')
        g_string_append_printf (shown, "{+%s+}", inserted);
    }

  return g_string_free_and_steal (shown);
}

static void
check (const char *old_text, const char *new_text, const char *expected)
{
  g_autofree char *shown = show (old_text, new_text);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_words (void)
{
  check ("", "", "");
  check ("same", "same", "same");
  check ("", "new words", "{+new words+}");
  check ("old words", "", "[-old words-]");
  check ("a deal worth $1 billion", "a deal worth $2 billion", "a deal worth $[-1-]{+2+} billion");
  check ("The lab walked away.", "The lab reportedly walked away.", "The lab {+reportedly +}walked away.");
  check ("The lab has left.", "The lab left.", "The lab [-has -]left.");
  check ("It left", "It left today", "It left{+ today+}");
}

/* A changed word is shown whole. */
static void
test_whole_words (void)
{
  check ("he reports", "he reported", "he [-reports-]{+reported+}");
  check ("was re-elected there", "was un-elected there", "was [-re-elected-]{+un-elected+} there");
  check ("don't", "doesn't", "[-don't-]{+doesn't+}");
  check ("3.14 %", "3.15 %", "[-3.14-]{+3.15+} %");
  check ("cafe\xcc\x81 noir", "cafe noir", "[-cafe\xcc\x81-]{+cafe+} noir");
  check ("a 👩‍🔬 here", "a 👨‍🔬 here", "a [-👩‍🔬-]{+👨‍🔬+} here");
}

/* What stays by chance between changed words is no difference of its own. */
static void
test_strays (void)
{
  check ("big red dog", "small blue cat", "[-big red dog-]{+small blue cat+}");
  check ("one, two; three", "four, five; three", "[-one, two-]{+four, five+}; three");
  check ("nobody has ever seen the first draft of that", "it was given away to the press in early spring",
         "[-nobody has ever seen the first draft of that-]{+it was given away to the press in early "
         "spring+}");
  /* A word among few changes is not there by chance. */
  check ("big red dog", "small red cat", "[-big-]{+small+} red [-dog-]{+cat+}");
  /* Sentences and lines are told apart. */
  check ("It was dogs. Cats slept.", "It was wolves. Lions slept.",
         "It was [-dogs-]{+wolves+}. [-Cats-]{+Lions+} slept.");
  check ("one\ntwo", "three\nfour", "[-one-]{+three+}\n[-two-]{+four+}");
}

static void
test_places (void)
{
  check ("The dog. The end.", "The dog. The cat. The end.", "The dog. {+The cat. +}The end.");
  check ("A cat sat. A cat ran. A dog.", "A cat sat. A dog.", "A cat sat. [-A cat ran. -]A dog.");
  check ("One\n\nTwo\n", "One\n\nNew\n\nTwo\n", "One\n\n{+New\n\n+}Two\n");
  check ("a a a", "a a", "[-a -]a a");
}

static void
test_scripts (void)
{
  check ("قال الوزير اليوم", "قال الرئيس اليوم", "قال [-الوزير-]{+الرئيس+} اليوم");
  check ("東京で会議があった", "大阪で会議があった", "[-東京-]{+大阪+}で会議があった");
  check ("נאמר אתמול", "נאמר היום", "נאמר [-אתמול-]{+היום+}");
}

static char *
apply (const char *old_text, const char *new_text, GArray *hunks)
{
  GString *made = g_string_new (NULL);
  guint old_at = 0, new_at = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);
      g_autofree char *words = hunk->equal ? get_words (old_text, hunk->old_start, hunk->old_end)
                                           : get_words (new_text, hunk->new_start, hunk->new_end);

      g_assert_cmpuint (hunk->old_start, ==, old_at);
      g_assert_cmpuint (hunk->new_start, ==, new_at);
      g_assert_true (hunk->old_end > hunk->old_start || hunk->new_end > hunk->new_start);
      if (i > 0)
        g_assert_true (hunk->equal != g_array_index (hunks, ProvisoDiffHunk, i - 1).equal);
      old_at = hunk->old_end;
      new_at = hunk->new_end;
      g_string_append (made, words);
    }
  g_assert_cmpuint (old_at, ==, g_utf8_strlen (old_text, -1));
  g_assert_cmpuint (new_at, ==, g_utf8_strlen (new_text, -1));

  return g_string_free_and_steal (made);
}

static void
assert_applies (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) hunks = proviso_word_diff (old_text, new_text);
  g_autofree char *made = apply (old_text, new_text, hunks);

  g_assert_cmpstr (made, ==, new_text);
}

static char *
make_text (GRand *random, guint max_pieces)
{
  static const char *const pieces[] = {
    "a",
    "the",
    "The",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "-",
    ".",
    ". ",
    ",",
    "“",
    "1,000",
    "$",
    "don’t",
    "👩‍🔬",
    "👍🏽",
    "🇩🇪",
    "e\xcc\x81",
    "\xcc\x88",
    "東京",
    "で",
    "会議",
    "قال",
    "الوزير",
    "\xe2\x80\x8f",
    "ไทย",
    "\xc2\xa0",
    "\xc2\xad",
    "\xe2\x80\xa8",
    "**",
    "[x](y)",
    "\xef\xbb\xbf",
    "\t",
  };
  GString *text = g_string_new (NULL);
  guint n_pieces = (guint) g_rand_int_range (random, 0, (gint) max_pieces + 1);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (text);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *head = make_text (random, 8);
      g_autofree char *old_middle = make_text (random, 12);
      g_autofree char *new_middle = make_text (random, 12);
      g_autofree char *tail = make_text (random, 8);
      g_autofree char *old_text = g_strconcat (head, old_middle, tail, NULL);
      g_autofree char *new_text = g_strconcat (head, new_middle, tail, NULL);

      assert_applies (old_text, new_text);
    }
}

static void
append_numbered_words (GString *text, const char *word, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%u ", word, i);
}

/* Beyond the bound only the two ends are compared. */
static void
test_long (void)
{
  g_autoptr (GString) old_text = g_string_new ("Before. ");
  g_autoptr (GString) new_text = g_string_new ("Before. ");
  g_autoptr (GArray) hunks = NULL;

  append_numbered_words (old_text, "old", 100000);
  append_numbered_words (new_text, "new", 100000);
  g_string_append (old_text, "after");
  g_string_append (new_text, "after");
  hunks = proviso_word_diff (old_text->str, new_text->str);
  g_assert_cmpuint (hunks->len, ==, 3);
  assert_applies (old_text->str, new_text->str);

  /* Few changes in a long text are found one by one. */
  g_string_assign (new_text, old_text->str);
  g_string_replace (new_text, " old500 ", " x ", 1);
  g_string_replace (new_text, " old90000 ", " y ", 1);
  g_array_unref (g_steal_pointer (&hunks));
  hunks = proviso_word_diff (old_text->str, new_text->str);
  g_assert_cmpuint (hunks->len, ==, 5);
  assert_applies (old_text->str, new_text->str);
}

/* One word without an end, and one letter again and again. */
static void
test_monotonous (void)
{
  g_autofree char *one = g_strnfill (100000, 'x');
  g_autofree char *other = g_strnfill (100001, 'x');
  g_autoptr (GString) few = g_string_new (NULL);
  g_autoptr (GString) many = g_string_new (NULL);

  assert_applies (one, other);
  for (guint i = 0; i < 30000; i++)
    {
      g_string_append (many, "a ");
      if (i % 2 == 0)
        g_string_append (few, "a ");
    }
  assert_applies (few->str, many->str);
  assert_applies (many->str, few->str);
}

/* No more changes than are looked for, but the same stands again and again between them, so that many ways go on for
 * long: given up, but for the two ends. As many changes of a text in which each part stands once are found. */
static void
test_many_ways (void)
{
  const guint n_changes = 900, n_ids = 500 * n_changes;
  g_autofree guint *old_ids = g_new (guint, n_ids);
  g_autofree guint *new_ids = g_new (guint, n_ids);

  for (guint same = 0; same < 2; same++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
      g_autoptr (GArray) hunks = NULL;

      for (guint i = 0; i < n_ids; i++)
        old_ids[i] = new_ids[i] = same ? 0 : i;
      /* Where each stands once, a change is a removal and an insertion. */
      for (guint i = 0; i < (same ? n_changes : n_changes / 2); i++)
        {
          old_ids[g_rand_int_range (random, 0, (gint32) n_ids)] = n_ids;
          new_ids[g_rand_int_range (random, 0, (gint32) n_ids)] = n_ids;
        }
      hunks = proviso_sequence_diff (old_ids, n_ids, new_ids, n_ids);
      if (same)
        g_assert_cmpuint (hunks->len, ==, 3);
      else
        g_assert_cmpuint (hunks->len, >, n_changes / 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/whole-words", test_whole_words);
  g_test_add_func ("/word-diff/strays", test_strays);
  g_test_add_func ("/word-diff/places", test_places);
  g_test_add_func ("/word-diff/scripts", test_scripts);
  g_test_add_func ("/word-diff/random", test_random);
  g_test_add_func ("/word-diff/long", test_long);
  g_test_add_func ("/word-diff/monotonous", test_monotonous);
  g_test_add_func ("/sequence-diff/many-ways", test_many_ways);

  return g_test_run ();
}
