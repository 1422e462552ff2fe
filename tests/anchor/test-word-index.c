/* test-word-index.c: words, their keys and places, and the way between bytes and code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "anchor/proviso-word-index.h"

#include <string.h>

#define SEED 20260330

/* The keys of a text, joined by "|". */
static char *
dup_keys (const char *text)
{
  g_autoptr (ProvisoWordIndex) index = proviso_word_index_new (text);
  GString *keys = g_string_new (NULL);
  const ProvisoWord *words;
  guint n_words;

  words = proviso_word_index_get_words (index, &n_words);
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? "|" : "", words[i].key);

  return g_string_free_and_steal (keys);
}

static void
test_keys (void)
{
  static const struct
  {
    const char *text;
    const char *keys;
  } cases[] = {
    { "", "" },
    { " – … ", "" },
    { "One, two; THREE!", "one|two|three" },
    { "$1.5bn in 2026", "1|5bn|in|2026" },
    { "Naïve nai\u0308ve NAÏVE", "naive|naive|naive" },
    { "they’re they're the ‘other’ boys' toys", "theyre|theyre|the|other|boys|toys" },
    { "o\ufb03ce ｆｕｌｌ", "office|full" },
    { "soft\u00adhyphen zero\u200dwidth", "softhyphen|zerowidth" },
    { "open-source and/or **bold**", "open|source|and|or|bold" },
    { "東京 is 東京都", "東|京|is|東|京|都" },
    { "ภาษา", "ภ|า|ษ|า" },
    { "क्या की", "क्या|की" },
    { "😀 e\u0301", "e" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *keys = dup_keys (cases[i].text);

      g_assert_cmpstr (keys, ==, cases[i].keys);
    }
}

static void
test_places (void)
{
  const char *text = "The cat saw the dog. “The end”, said the cat.";
  g_autoptr (ProvisoWordIndex) index = proviso_word_index_new (text);
  g_autoptr (GArray) split = NULL;
  GStringChunk *keys = g_string_chunk_new (16);
  const ProvisoWord *words, *cat, *bird;
  const guint *places;
  guint n_words, n_places;

  words = proviso_word_index_get_words (index, &n_words);
  g_assert_cmpuint (n_words, ==, 10);
  places = proviso_word_index_get_places (index, words[0].id, &n_places);
  g_assert_cmpuint (n_places, ==, 4);
  g_assert_cmpuint (places[0], ==, 0);
  g_assert_cmpuint (places[1], ==, 3);
  g_assert_cmpuint (places[2], ==, 5);
  g_assert_cmpuint (places[3], ==, 8);
  g_assert_true (memcmp (text + words[5].start, "The", words[5].end - words[5].start) == 0);

  g_assert_cmpuint (proviso_word_index_get_word_at (index, 0), ==, 0);
  g_assert_cmpuint (proviso_word_index_get_word_at (index, 1), ==, 1);
  g_assert_cmpuint (proviso_word_index_get_word_at (index, words[5].start), ==, 5);
  g_assert_cmpuint (proviso_word_index_get_word_at (index, G_MAXUINT), ==, 10);

  split = proviso_word_index_split (index, "CAT bird", keys);
  g_assert_cmpuint (split->len, ==, 2);
  cat = &g_array_index (split, ProvisoWord, 0);
  bird = &g_array_index (split, ProvisoWord, 1);
  g_assert_cmpuint (cat->id, ==, words[1].id);
  g_assert_cmpuint (bird->id, ==, PROVISO_WORD_UNKNOWN);
  g_assert_cmpstr (bird->key, ==, "bird");
  g_assert_null (proviso_word_index_get_places (index, bird->id, &n_places));
  g_assert_cmpuint (n_places, ==, 0);

  /* The rarer, the more it tells. */
  g_assert_cmpfloat (bird->weight, ==, 1);
  g_assert_cmpfloat (words[4].weight, <, bird->weight);
  g_assert_cmpfloat (cat->weight, <, words[4].weight);
  g_assert_cmpfloat (words[0].weight, <, cat->weight);
  g_assert_cmpfloat (words[0].weight, >, 0);

  g_string_chunk_free (keys);
}

/* Runs of letters and of marks without end are cut into words of bounded length. */
static void
test_long_words (void)
{
  static const char *const pieces[] = { "a", "é", "\u0301", "a\u0301", "'a", "\u200d" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (ProvisoWordIndex) index = NULL;
      const ProvisoWord *words;
      guint n_words;

      for (guint n = 0; n < 5000; n++)
        g_string_append (text, pieces[i]);
      index = proviso_word_index_new (text->str);
      words = proviso_word_index_get_words (index, &n_words);
      g_assert_cmpuint (n_words, >, 0);
      for (guint k = 0; k < n_words; k++)
        {
          g_assert_cmpuint (strlen (words[k].key), <=, 16 * PROVISO_WORD_MAX_LENGTH);
          g_assert_cmpuint (words[k].start, <, words[k].end);
          if (k > 0)
            g_assert_cmpuint (words[k - 1].end, <=, words[k].start);
        }
    }
}

/* Texts of code points of one to four bytes, against GLib's own counting. */
static void
test_offsets (void)
{
  static const gunichar kinds[] = { 'a', ' ', 0xe9, 0x2014, 0x4e00, 0x1f600 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ProvisoWordIndex) index = NULL;
      guint length = (guint) g_rand_int_range (rand, 0, 1200);
      guint byte = 0;

      for (guint i = 0; i < length; i++)
        g_string_append_unichar (text, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
      index = proviso_word_index_new (text->str);
      for (guint offset = 0; offset <= length; offset++)
        {
          g_assert_cmpuint (proviso_word_index_get_offset (index, byte), ==, offset);
          g_assert_cmpuint (proviso_word_index_get_byte (index, offset), ==, byte);
          byte = (guint) (g_utf8_next_char (text->str + byte) - text->str);
        }
      g_assert_cmpuint (proviso_word_index_get_offset (index, G_MAXUINT), ==, length);
      g_assert_cmpuint (proviso_word_index_get_byte (index, G_MAXUINT), ==, text->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-index/keys", test_keys);
  g_test_add_func ("/word-index/places", test_places);
  g_test_add_func ("/word-index/long-words", test_long_words);
  g_test_add_func ("/word-index/offsets", test_offsets);

  return g_test_run ();
}
