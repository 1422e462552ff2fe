/* test-coverage.c: which sentences a claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit/proviso-coverage.h"
#include "markdown/marked-text.h"

/* The sentences that count, those that are tied in braces; the passages are what `words` are. */
static char *
list (const char *text, const char *const *words)
{
  g_autoptr (ProvisoSentences) sentences = proviso_sentences_new (text, "en", NULL);
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (ProvisoCoveragePassage));
  g_autoptr (ProvisoCoverage) coverage = NULL;
  GString *result = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (text, words[i]);
      guint start = (guint) g_utf8_pointer_to_offset (text, found);
      ProvisoCoveragePassage passage = { start, start + (guint) g_utf8_strlen (words[i], -1) };

      g_array_append_val (passages, passage);
    }
  coverage = proviso_coverage_new (sentences, (ProvisoCoveragePassage *) passages->data, passages->len, NULL);
  for (guint i = 0; i < proviso_coverage_get_n_sentences (coverage); i++)
    {
      const ProvisoCoveredSentence *sentence = proviso_coverage_get_sentence (coverage, i);
      g_autofree char *part = g_utf8_substring (text, sentence->start, sentence->end);

      g_string_append_printf (result, sentence->is_tied ? "{%s}" : "[%s]", part);
    }
  g_string_append_printf (result, " %u/%u %u", proviso_coverage_get_n_tied (coverage),
                          proviso_coverage_get_n_sentences (coverage),
                          proviso_coverage_get_percent (coverage));
  return g_string_free_and_steal (result);
}

#define check(text, expected, ...)                                                                           \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *actual_ = list (text, (const char *const[]) { __VA_ARGS__ __VA_OPT__ (, ) NULL });      \
    g_assert_cmpstr (actual_, ==, expected);                                                                 \
  }                                                                                                          \
  G_STMT_END

static void
test_ties (void)
{
  check ("", " 0/0 0");
  check ("One. Two.", "[One.][Two.] 0/2 0");
  check ("Öne. Two. Three.", "[Öne.]{Two.}[Three.] 1/3 33", "wo");
  check ("One. Two. Three.", "{One.}{Two.}[Three.] 2/3 67", "e. T");
  /* Only the blank between them, and one inside of another. */
  check ("One. Two.", "[One.][Two.] 0/2 0", " ");
  check ("One goes on. Two.", "{One goes on.}[Two.] 1/2 50", "One goes", "goes", "on");
  check ("One.", "{One.} 1/1 100", "One.");
}

static void
test_prose_only (void)
{
  check ("# One. Two\n\nThree.\n\n> Four.\n\n```\nFive.\n```\n\n“Six.” Seven.", "{Three.}[Seven.] 1/2 50",
         "Three", "Four", "Five");
  check ("| One. | Two |\n|---|---|\n| Three | Four. |\n\n- Five. Six.", "[Five.]{Six.} 1/2 50", "Six");
}

/* One of many is not none, and all but one not all. */
static void
test_percent (void)
{
  g_autoptr (GString) text = g_string_new ("First.");
  g_autoptr (ProvisoSentences) sentences = NULL;
  g_autoptr (ProvisoCoverage) one = NULL;
  g_autoptr (ProvisoCoverage) most = NULL;

  for (guint i = 0; i < 999; i++)
    g_string_append (text, " More.");
  sentences = proviso_sentences_new (text->str, "en", NULL);
  one = proviso_coverage_new (sentences, &(ProvisoCoveragePassage) { 0, 1 }, 1, NULL);
  most = proviso_coverage_new (sentences, &(ProvisoCoveragePassage) { 7, (guint) text->len }, 1, NULL);
  g_assert_cmpuint (proviso_coverage_get_n_sentences (one), ==, 1000);
  g_assert_cmpuint (proviso_coverage_get_percent (one), ==, 1);
  g_assert_cmpuint (proviso_coverage_get_n_tied (most), ==, 999);
  g_assert_cmpuint (proviso_coverage_get_percent (most), ==, 99);
}

/* Against asking each sentence about each passage. */
static void
test_random (void)
{
  guint n_tied = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 60));
      gint32 length = (gint32) g_utf8_strlen (text, -1);
      g_autoptr (ProvisoSentences) sentences = proviso_sentences_new (text, "en", NULL);
      ProvisoCoveragePassage passages[8];
      guint n_passages = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (passages));
      g_autoptr (ProvisoCoverage) coverage = NULL;
      guint position = 0, n = 0;

      for (guint j = 0; j < n_passages; j++)
        {
          passages[j].start = (guint) g_test_rand_int_range (0, length + 1);
          passages[j].end = passages[j].start + (guint) g_test_rand_int_range (0, 12);
        }
      coverage = proviso_coverage_new (sentences, passages, n_passages, NULL);

      for (guint j = 0; j < proviso_sentences_get_n_sentences (sentences); j++)
        {
          const ProvisoSentence *sentence = proviso_sentences_get_sentence (sentences, j);
          const ProvisoCoveredSentence *covered;
          gboolean is_tied = FALSE;

          if (sentence->kind != PROVISO_SENTENCE_PROSE || sentence->is_quotation)
            continue;
          for (guint k = 0; k < n_passages; k++)
            is_tied |= MAX (passages[k].start, sentence->start) < MIN (passages[k].end, sentence->end);
          covered = proviso_coverage_get_sentence (coverage, position++);
          g_assert_cmpuint (covered->start, ==, sentence->start);
          g_assert_cmpuint (covered->end, ==, sentence->end);
          g_assert_cmpint (covered->is_tied, ==, is_tied);
          n += is_tied;
        }
      g_assert_cmpuint (proviso_coverage_get_n_sentences (coverage), ==, position);
      g_assert_cmpuint (proviso_coverage_get_n_tied (coverage), ==, n);
      n_tied += n;
    }
  g_assert_cmpuint (n_tied, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/ties", test_ties);
  g_test_add_func ("/coverage/prose-only", test_prose_only);
  g_test_add_func ("/coverage/percent", test_percent);
  g_test_add_func ("/coverage/random", test_random);

  return g_test_run ();
}
