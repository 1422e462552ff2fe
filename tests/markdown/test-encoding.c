/* test-encoding.c: what is certain, what is asked, what is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-encoding.h"

#include <string.h>

static ProvisoEncodingGuess *
detect (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return proviso_encoding_detect (bytes);
}

static void
check_certain (const char *data, gsize size, const char *encoding, const char *text)
{
  g_autoptr (ProvisoEncodingGuess) guess = detect (data, size);

  g_assert_cmpint (proviso_encoding_guess_get_verdict (guess), ==, PROVISO_ENCODING_CERTAIN);
  g_assert_cmpstr (proviso_encoding_guess_get_encoding (guess), ==, encoding);
  g_assert_cmpstr (proviso_encoding_guess_get_text (guess), ==, text);
  g_assert_null (proviso_encoding_guess_get_problem (guess));
}

#define CERTAIN(bytes, encoding, text) check_certain (bytes, sizeof (bytes) - 1, encoding, text)

static void
test_certain (void)
{
  CERTAIN ("", "UTF-8", "");
  CERTAIN ("plain", "UTF-8", "plain");
  CERTAIN ("w\xc3\xb6rter \xe6\xbc\xa2 \xf0\x9f\x98\x80", "UTF-8", "wörter 漢 😀");
  CERTAIN ("\xef\xbb\xbfw\xc3\xb6", "UTF-8", "wö");
  CERTAIN ("\xff\xfew\0\xf6\0", "UTF-16LE", "wö");
  CERTAIN ("\xfe\xff\0w\0\xf6", "UTF-16BE", "wö");
  CERTAIN ("\xff\xfe\x3d\xd8\x00\xde", "UTF-16LE", "😀");
  CERTAIN ("\xff\xfe\0\0w\0\0\0\xf6\0\0\0", "UTF-32LE", "wö");
  CERTAIN ("\0\0\xfe\xff\0\0\0w\0\0\0\xf6", "UTF-32BE", "wö");
  CERTAIN ("\xef\xbb\xbf", "UTF-8", "");
  CERTAIN ("\xff\xfe", "UTF-16LE", "");
  /* A mark further in is a character, which is for others to judge. */
  CERTAIN ("a\xef\xbb\xbf", "UTF-8", "a\ufeff");
}

static void
check_breaks (const char *data, const char *text, ProvisoLineBreaks breaks)
{
  g_autoptr (ProvisoEncodingGuess) guess = detect (data, strlen (data));

  g_assert_cmpstr (proviso_encoding_guess_get_text (guess), ==, text);
  g_assert_cmpuint (proviso_encoding_guess_get_line_breaks (guess), ==, breaks);
}

static void
test_line_breaks (void)
{
  check_breaks ("a", "a", PROVISO_LINE_BREAKS_NONE);
  check_breaks ("a\nb\n", "a\nb\n", PROVISO_LINE_BREAKS_LF);
  check_breaks ("a\r\nb\r\n", "a\nb\n", PROVISO_LINE_BREAKS_CRLF);
  check_breaks ("a\rb\r", "a\nb\n", PROVISO_LINE_BREAKS_CR);
  check_breaks ("a\r\r\nb\n", "a\n\nb\n",
                PROVISO_LINE_BREAKS_CR | PROVISO_LINE_BREAKS_CRLF | PROVISO_LINE_BREAKS_LF);
}

/* A text written in an encoding is recognised, with it or its like among the first, and comes back exactly.
 */
static void
check_guess (const char *text, const char *encoding, guint within)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *data = g_convert (text, -1, encoding, "UTF-8", NULL, &size, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *back = NULL;
  gboolean found = FALSE;

  g_assert_no_error (error);
  bytes = g_bytes_new (data, size);

  g_autoptr (ProvisoEncodingGuess) guess = proviso_encoding_detect (bytes);
  g_assert_cmpint (proviso_encoding_guess_get_verdict (guess), ==, PROVISO_ENCODING_GUESSED);
  g_assert_null (proviso_encoding_guess_get_text (guess));
  g_assert_nonnull (proviso_encoding_guess_get_problem (guess));
  for (guint i = 0; i < MIN (within, proviso_encoding_guess_get_n_candidates (guess)); i++)
    {
      const ProvisoEncodingCandidate *candidate = proviso_encoding_guess_get_candidate (guess, i);
      g_autofree char *converted = proviso_encoding_convert (bytes, candidate->encoding, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (strstr (converted, candidate->preview));
      found = found || g_str_equal (converted, text);
    }
  if (!found)
    g_error ("%s is not among the first %u", encoding, within);

  back = proviso_encoding_convert (bytes, encoding, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back, ==, text);
}

static void
test_guess (void)
{
  check_guess ("Die Fähre fährt, so heißt es, nur noch tagsüber; die Nächte gehören den Möwen und den "
               "Gästen, die über "
               "die Brücke müssen.",
               "WINDOWS-1252", 1);
  check_guess ("“It sails at noon,” the purser said — and it didn’t.", "WINDOWS-1252", 2);
  check_guess ("“It sails at noon,” the purser said — and it didn’t.", "MACINTOSH", 8);
  check_guess ("Паром больше не ходит по ночам, сообщает газета, и никто на острове не знает почему.",
               "WINDOWS-1251", 1);
  check_guess ("Паром больше не ходит по ночам, сообщает газета, и никто на острове не знает почему.",
               "KOI8-R", 1);
  check_guess ("Prom nie pływa już nocą, podaje gazeta, a na wyspie nikt nie wie, dlaczego tak się stało. "
               "Łódź też nie płynie.",
               "WINDOWS-1250", 3);
  check_guess ("フェリーは夜にはもう出ないと新聞は伝えています。島の人は理由を知りません。", "SHIFT_JIS", 1);
  check_guess ("フェリーは夜にはもう出ないと新聞は伝えています。島の人は理由を知りません。", "EUC-JP", 1);
  check_guess ("フェリーは夜にはもう出ないと新聞は伝えています。島の人は理由を知りません。", "ISO-2022-JP",
               1);
  check_guess ("报纸说渡轮晚上不再开航，岛上没有人知道为什么。码头的灯却一直亮着。", "GB18030", 1);
  check_guess ("報紙說渡輪晚上不再開航，島上沒有人知道為什麼。碼頭的燈卻一直亮著。", "BIG5", 1);
  check_guess ("신문은 여객선이 밤에는 더 이상 다니지 않는다고 전하지만 섬에서는 아무도 그 이유를 모른다.",
               "EUC-KR", 1);
  check_guess ("The ferry sails by day only, so they say; wörter.", "UTF-16LE", 1);
  check_guess ("The ferry sails by day only, so they say; wörter.", "UTF-16BE", 1);
}

/* What tells comes late, behind more than the detector looks at. */
static void
test_guess_late (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 40000)
    g_string_append (text, "Nothing here that any encoding would read otherwise.\n");
  g_string_append (text,
                   "Паром больше не ходит по ночам, сообщает газета, и никто на острове не знает почему.\n");
  check_guess (text->str, "WINDOWS-1251", 1);

  g_autofree char *data = g_convert (text->str, -1, "WINDOWS-1251", "UTF-8", NULL, NULL, NULL);
  g_autoptr (ProvisoEncodingGuess) guess = detect (data, strlen (data));
  g_assert_true (g_str_has_prefix (proviso_encoding_guess_get_candidate (guess, 0)->preview, "Паром"));
}

static void
check_not_text (const char *data, gsize size)
{
  g_autoptr (ProvisoEncodingGuess) guess = detect (data, size);

  g_assert_cmpint (proviso_encoding_guess_get_verdict (guess), ==, PROVISO_ENCODING_NOT_TEXT);
  g_assert_null (proviso_encoding_guess_get_text (guess));
  g_assert_nonnull (proviso_encoding_guess_get_problem (guess));
}

#define NOT_TEXT(bytes) check_not_text (bytes, sizeof (bytes) - 1)

static void
test_not_text (void)
{
  NOT_TEXT ("text\0text");
  NOT_TEXT ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0");
  NOT_TEXT ("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0");
  NOT_TEXT ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
  NOT_TEXT ("\x01\x02\x03\x04\x05\x06 ab");
  /* Cut off, or with half a pair. */
  NOT_TEXT ("\xff\xfew\0\xf6");
  NOT_TEXT ("\xff\xfe\x3d\xd8w\0");
  NOT_TEXT ("\xff\xfew\0\0\0");
}

static void
check_invalid (const char *data, gsize size, const char *encoding, gsize at)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  gsize invalid_at = G_MAXSIZE;

  g_assert_null (proviso_encoding_convert (bytes, encoding, NULL, &invalid_at, &error));
  g_assert_error (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_INVALID);
  g_assert_cmpuint (invalid_at, ==, at);
}

#define INVALID(bytes, encoding, at) check_invalid (bytes, sizeof (bytes) - 1, encoding, at)

static void
test_strict (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (GError) error = NULL;

  INVALID ("ab\xff"
           "c",
           "UTF-8", 2);
  INVALID ("\xef\xbb\xbf"
           "ab\xff",
           "UTF-8", 5);
  INVALID ("ab\xc3", "UTF-8", 2);
  INVALID ("a\0b", "UTF-8", 1);
  INVALID ("a\0b", "windows-1252", 1);
  INVALID ("ab\x81", "windows-1252", 2);
  INVALID ("ab\x98", "windows-1251", 2);
  INVALID ("ab\x83", "Shift_JIS", 2);
  INVALID ("ab\xfd\xfe", "Shift_JIS", 2);
  INVALID ("a\0\x3d\xd8"
           "b\0",
           "UTF-16LE", 2);
  INVALID ("a\0b", "UTF-16LE", 2);
  INVALID ("a\0\0\0\0\0\x11\0", "UTF-32LE", 4);

  g_assert_null (proviso_encoding_convert (bytes, "no-such-thing", NULL, NULL, &error));
  g_assert_error (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_UNKNOWN);
}

static void
test_large (void)
{
  gsize size = PROVISO_ENCODING_MAX_BYTES + 1;
  char *data = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (data, 'a', size);
  bytes = g_bytes_new_take (data, size);
  g_assert_null (proviso_encoding_convert (bytes, "UTF-8", NULL, NULL, &error));
  g_assert_error (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_TOO_LARGE);

  g_autoptr (ProvisoEncodingGuess) guess = proviso_encoding_detect (bytes);
  g_assert_cmpint (proviso_encoding_guess_get_verdict (guess), ==, PROVISO_ENCODING_NOT_TEXT);
  g_assert_cmpstr (proviso_encoding_guess_get_problem (guess), ==, error->message);
}

/* Longer than a chunk of the conversion, with pairs of surrogates across its seams. */
static void
test_long (void)
{
  for (guint lead = 0; lead < 2; lead++)
    {
      g_autoptr (GString) text = g_string_new (lead ? "a" : "");
      gsize size;

      for (guint i = 0; i < 10000; i++)
        g_string_append (text, "😀");
      g_autofree char *data = g_convert (text->str, -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (data, size);
      g_autofree char *back = proviso_encoding_convert (bytes, "UTF-16LE", NULL, NULL, NULL);

      g_assert_cmpstr (back, ==, text->str);

      /* And half a pair far behind. */
      g_autofree char *broken = g_malloc (size + 2);
      memcpy (broken, data, size);
      broken[size] = '\x3d';
      broken[size + 1] = '\xd8';
      check_invalid (broken, size + 2, "UTF-16LE", size);
    }
}

static void
test_all (void)
{
  const char *const *all = proviso_encoding_get_all ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abcd", 4);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *label = proviso_encoding_dup_label (all[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = proviso_encoding_convert (bytes, all[i], NULL, NULL, &error);

      /* Known to ICU, whatever it makes of the bytes. */
      g_assert_false (g_error_matches (error, PROVISO_ENCODING_ERROR, PROVISO_ENCODING_ERROR_UNKNOWN));
      g_assert_nonnull (strstr (label, all[i]));
    }
}

static void
test_random (void)
{
  static const char *const bits[] = { "word ",
                                      "\xe4",
                                      "\xc3\xa4",
                                      "\n",
                                      "\r\n",
                                      "\x81",
                                      "\xff\xfe",
                                      "\xef\xbb\xbf",
                                      "\x1b$B",
                                      "\x1b(B",
                                      "\xd8",
                                      "\x93quote\x94 ",
                                      "\xcf\xe0\xf0\xee\xec ",
                                      "\x82\xa0",
                                      "\xf0\x9f" };
  guint verdicts[3] = { 0 };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) data = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 30);

      for (guint j = 0; j < n; j++)
        if (g_test_rand_int_range (0, 60) == 0)
          g_string_append_c (data, (char) g_test_rand_int_range (0, 256));
        else
          g_string_append (data, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);

      g_autoptr (GBytes) bytes = g_bytes_new (data->str, data->len);
      g_autoptr (ProvisoEncodingGuess) guess = proviso_encoding_detect (bytes);
      ProvisoEncodingVerdict verdict = proviso_encoding_guess_get_verdict (guess);

      verdicts[verdict]++;
      g_assert_true ((verdict == PROVISO_ENCODING_GUESSED) ==
                     (proviso_encoding_guess_get_n_candidates (guess) > 0));
      g_assert_true ((verdict == PROVISO_ENCODING_CERTAIN) ==
                     (proviso_encoding_guess_get_text (guess) != NULL));
      if (verdict == PROVISO_ENCODING_CERTAIN)
        g_assert_true (g_utf8_validate (proviso_encoding_guess_get_text (guess), -1, NULL));
      for (guint j = 0; j < proviso_encoding_guess_get_n_candidates (guess); j++)
        {
          const ProvisoEncodingCandidate *candidate = proviso_encoding_guess_get_candidate (guess, j);
          g_autofree char *text = proviso_encoding_convert (bytes, candidate->encoding, NULL, NULL, NULL);

          g_assert_nonnull (text);
          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_true (g_utf8_validate (candidate->preview, -1, NULL));
          g_assert_null (strstr (text, "\ufffd"));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_assert_cmpuint (verdicts[i], >, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/certain", test_certain);
  g_test_add_func ("/encoding/line-breaks", test_line_breaks);
  g_test_add_func ("/encoding/guess", test_guess);
  g_test_add_func ("/encoding/guess-late", test_guess_late);
  g_test_add_func ("/encoding/not-text", test_not_text);
  g_test_add_func ("/encoding/strict", test_strict);
  g_test_add_func ("/encoding/large", test_large);
  g_test_add_func ("/encoding/long", test_long);
  g_test_add_func ("/encoding/all", test_all);
  g_test_add_func ("/encoding/random", test_random);

  return g_test_run ();
}
