/* test-text-statistics.c: what counts and what does not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-text-statistics.h"
#include "marked-text.h"

static void
check_slice (const char *marked,
             const char *language,
             guint n_words,
             guint n_characters,
             guint n_without_spaces)
{
  ProvisoTextStatistics statistics;
  guint start, end;
  g_autofree char *text = marked_text_parse (marked, &start, &end);

  if (start == end)
    {
      start = 0;
      end = G_MAXUINT;
    }
  g_assert_true (proviso_text_statistics_compute (&statistics, text, start, end, language, NULL));
  g_assert_cmpuint (statistics.n_words, ==, n_words);
  g_assert_cmpuint (statistics.n_characters, ==, n_characters);
  g_assert_cmpuint (statistics.n_characters_without_spaces, ==, n_without_spaces);
}

static void
test_words (void)
{
  check_slice ("", "en", 0, 0, 0);
  check_slice ("One two, three.", "en", 3, 15, 13);
  check_slice ("It’s $1,000.50—or 75% – don't ask.", "en", 6, 34, 29);
  check_slice ("A long-term, well-to-do X-ray", "en", 4, 29, 26);
  check_slice ("- - -", NULL, 0, 0, 0);
  check_slice ("Größe in Fußnoten", "de", 3, 17, 15);
  check_slice ("المركب لا يبحر ليلا", "ar", 4, 19, 16);
}

/* Where dictionaries divide the words, they may learn; but a sentence is neither one word nor all letters. */
static void
test_words_by_dictionary (void)
{
  static const char *const texts[][2] = { { "渡轮晚上不再开航。", "zh" },
                                          { "フェリーは夜には出ない", "ja" },
                                          { "เรือไม่ออกตอนกลางคืน", "th" } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ProvisoTextStatistics statistics;

      g_assert_true (
          proviso_text_statistics_compute (&statistics, texts[i][0], 0, G_MAXUINT, texts[i][1], NULL));
      g_assert_cmpuint (statistics.n_words, >=, 4);
      g_assert_cmpuint (statistics.n_words, <=, 8);
    }
}

static void
test_markup (void)
{
  check_slice ("# Title\n\n**Bold** and *it*alic.", "en", 4, 21, 19);
  check_slice ("one\ntwo\n", "en", 2, 7, 6);
  check_slice ("- one\n- [ ] two\n\n> three", "en", 3, 11, 11);
  check_slice ("| a | b |\n|---|---|\n| c | d |", "en", 4, 4, 4);
  check_slice ("[link](http://a.example/b/c \"title\") text", "en", 2, 9, 8);
  check_slice ("See http://a.example/b for <http://c.example>.", "en", 2, 10, 7);
  check_slice ("![a picture](a.png) text", "en", 1, 5, 4);
  check_slice ("Use `code here` now.", "en", 4, 18, 15);
  check_slice ("```\ncode block\n```\n\n    more code\n\ntext", "en", 1, 4, 4);
  check_slice ("<div>\nhtml\n</div>\n\n<b>text</b>", "en", 1, 4, 4);
  check_slice ("a &amp; b", "en", 2, 5, 3);
}

static void
test_characters (void)
{
  /* One each to a person: a letter with an accent apart, a family, a flag. */
  check_slice ("e\u0301", "en", 1, 1, 1);
  check_slice ("👩‍👩‍👧 🇮🇸", "en", 0, 3, 2);
}

static void
test_slice (void)
{
  check_slice ("one ‹two› three", "en", 1, 3, 3);
  check_slice ("one ‹**two** thr›ee", "en", 2, 7, 6);
  check_slice ("one\n\n‹two\n\nthree›", "en", 2, 8, 8);
  check_slice ("```\n‹code›\n```", "en", 0, 0, 0);
  check_slice ("one t‹wo th›ree", "en", 1, 5, 4);
}

static void
test_reading_time (void)
{
  ProvisoTextStatistics statistics;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2 * PROVISO_WORDS_PER_MINUTE; i++)
    g_string_append (text, "word ");
  g_assert_true (proviso_text_statistics_compute (&statistics, text->str, 0, G_MAXUINT, "en", NULL));
  g_assert_cmpfloat_with_epsilon (statistics.reading_seconds, 120, 0.001);

  g_string_truncate (text, 0);
  for (guint i = 0; i < PROVISO_IDEOGRAPHS_PER_MINUTE; i++)
    g_string_append (text, "船");
  g_assert_true (proviso_text_statistics_compute (&statistics, text->str, 0, G_MAXUINT, "zh", NULL));
  g_assert_cmpfloat_with_epsilon (statistics.reading_seconds, 60, 0.001);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ProvisoTextStatistics statistics = { .n_words = 7 };

  g_cancellable_cancel (cancellable);
  g_assert_false (proviso_text_statistics_compute (&statistics, "one two", 0, G_MAXUINT, "en", cancellable));
  g_assert_cmpuint (statistics.n_words, ==, 0);
}

static void
test_language (void)
{
  /* Whatever a project's file says. */
  static const char *const languages[] = { NULL,      "",   "en-GB", "sr-Latn-RS", "de-x-private",
                                           "no such", "--", "xx",    "@" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    check_slice ("one two", languages[i], 2, 7, 6);
}

/* The parts of a text that is cut anywhere count as much as the whole. */
static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 40));
      guint length = (guint) g_utf8_strlen (text, -1);
      guint cut = (guint) g_test_rand_int_range (0, (int) length + 1);
      ProvisoTextStatistics whole, head, tail;

      g_assert_true (proviso_text_statistics_compute (&whole, text, 0, G_MAXUINT, "en", NULL));
      g_assert_true (proviso_text_statistics_compute (&head, text, 0, cut, "en", NULL));
      g_assert_true (proviso_text_statistics_compute (&tail, text, cut, G_MAXUINT, "en", NULL));
      g_assert_cmpuint (head.n_characters + tail.n_characters, ==, whole.n_characters);
      g_assert_cmpuint (head.n_words + tail.n_words, ==, whole.n_words);
      g_assert_cmpuint (whole.n_characters, <=, length);
      g_assert_cmpuint (whole.n_characters_without_spaces, <=, whole.n_characters);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-statistics/words", test_words);
  g_test_add_func ("/text-statistics/words-by-dictionary", test_words_by_dictionary);
  g_test_add_func ("/text-statistics/markup", test_markup);
  g_test_add_func ("/text-statistics/characters", test_characters);
  g_test_add_func ("/text-statistics/slice", test_slice);
  g_test_add_func ("/text-statistics/reading-time", test_reading_time);
  g_test_add_func ("/text-statistics/cancel", test_cancel);
  g_test_add_func ("/text-statistics/language", test_language);
  g_test_add_func ("/text-statistics/random", test_random);

  return g_test_run ();
}
