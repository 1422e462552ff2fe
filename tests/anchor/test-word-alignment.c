/* test-word-alignment.c: words of a passage find their partners in a rewritten text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "anchor/proviso-word-alignment.h"

#define SEED 20260331

/* Words of equal weight and what they are called, for as long as the test needs them. */
static GArray *
split_words (const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text, " ", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ProvisoWord));

  for (guint i = 0; keys[i] != NULL; i++)
    {
      ProvisoWord word = { .key = g_intern_string (keys[i]), .id = PROVISO_WORD_UNKNOWN, .weight = 1 };

      if (*keys[i] != '\0')
        g_array_append_val (words, word);
    }

  return words;
}

/* Asserts where the words of `passage` are found in `text`, "-" for one that is not. */
static void
assert_aligned (const char *passage, const char *text, const char *expected)
{
  g_autoptr (GArray) passage_words = split_words (passage);
  g_autoptr (GArray) text_words = split_words (text);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree gint *partners = g_new (gint, passage_words->len);
  guint n_partners, n_found = 0;

  n_partners =
      proviso_words_align ((const ProvisoWord *) (gpointer) passage_words->data, passage_words->len,
                           (const ProvisoWord *) (gpointer) text_words->data, text_words->len, partners);
  for (guint i = 0; i < passage_words->len; i++)
    {
      n_found += partners[i] >= 0;
      if (partners[i] >= 0)
        g_string_append_printf (found, "%s%d", i > 0 ? " " : "", partners[i]);
      else
        g_string_append (found, i > 0 ? " -" : "-");
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpuint (n_partners, ==, n_found);
}

static void
test_align (void)
{
  assert_aligned ("a b c", "a b c", "0 1 2");
  assert_aligned ("a b c", "x y a b c z", "2 3 4");
  /* Taken out, put in, replaced, and no more than that. */
  assert_aligned ("a b c d", "x a c d y", "1 - 2 3");
  assert_aligned ("a b c d", "a b x y z c d", "0 1 5 6");
  assert_aligned ("a b c d", "a x c d", "0 - 2 3");
  /* The nearer of two. */
  assert_aligned ("a b c", "a x x x x x x x x x x x x x x x x x x x x a b c", "21 22 23");
  /* One word in the distance is not worth it. */
  assert_aligned ("a b c the", "a b c x x x x x x x x x x x x x x x x x x the", "0 1 2 -");
  assert_aligned ("a b c", "x y z", "- - -");
  assert_aligned ("a b c", "", "- - -");
  assert_aligned ("", "a b c", "");
}

static void
test_compare (void)
{
  static const struct
  {
    const char *a, *b;
    float least, most;
  } cases[] = {
    { "word", "word", 1, 1 },
    { "costs", "cost", 0.5, 0.9 },
    { "motivated", "motivation", 0.5, 0.9 },
    { "word", "other", 0, 0 },
    { "the", "then", 0, 0 },
    { "internal", "international", 0, 0 },
    { "interest", "internet", 0.5, 0.9 },
    { "inter", "interrogation", 0, 0 },
    { "20260328", "20260329", 0, 0 },
    { "", "", 1, 1 },
    { "", "a", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ProvisoWord a = { .key = cases[i].a, .id = PROVISO_WORD_UNKNOWN };
      ProvisoWord b = { .key = cases[i].b, .id = PROVISO_WORD_UNKNOWN };
      float likeness = proviso_word_compare (&a, &b);

      g_test_message ("“%s”, “%s”", cases[i].a, cases[i].b);
      g_assert_cmpfloat (likeness, >=, cases[i].least);
      g_assert_cmpfloat (likeness, <=, cases[i].most);
      g_assert_cmpfloat (likeness, ==, proviso_word_compare (&b, &a));
    }
}

/* Partners are equal words and ascend, whatever the two rows; and a passage that stands in the text as it is
 * finds all of its words. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 3000; round++)
    {
      guint n_passage = (guint) g_rand_int_range (rand, 0, 12);
      guint n_text = (guint) g_rand_int_range (rand, 0, 40);
      ProvisoWord passage[12], text[40];
      gint partners[12];
      gint last = -1;
      gboolean planted = n_text > n_passage && round % 2 == 0;
      guint n_partners, n_found = 0;

      for (guint i = 0; i < n_passage; i++)
        passage[i] =
            (ProvisoWord) { .key = "w", .id = (guint) g_rand_int_range (rand, 0, 6), .weight = 0.5f };
      for (guint i = 0; i < n_text; i++)
        text[i] = (ProvisoWord) { .key = "w", .id = (guint) g_rand_int_range (rand, 0, 6), .weight = 0.5f };
      if (planted)
        for (guint i = 0, at = (guint) g_rand_int_range (rand, 0, (gint) (n_text - n_passage)); i < n_passage;
             i++)
          text[at + i] = passage[i];

      n_partners = proviso_words_align (passage, n_passage, text, n_text, partners);
      for (guint i = 0; i < n_passage; i++)
        {
          if (partners[i] < 0)
            continue;
          g_assert_cmpint (partners[i], >, last);
          g_assert_cmpint (partners[i], <, (gint) n_text);
          g_assert_cmpuint (text[partners[i]].id, ==, passage[i].id);
          last = partners[i];
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, n_partners);
      if (planted)
        g_assert_cmpuint (n_found, ==, n_passage);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-alignment/align", test_align);
  g_test_add_func ("/word-alignment/compare", test_compare);
  g_test_add_func ("/word-alignment/random", test_random);

  return g_test_run ();
}
