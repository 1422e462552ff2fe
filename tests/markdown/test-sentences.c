/* test-sentences.c: where sentences begin and end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-sentences.h"
#include "marked-text.h"

/* The sentences of `text`, one a line; those that are none with a letter before. */
static char *
list_sentences (const char *text, const char *language)
{
  g_autoptr (ProvisoSentences) sentences = proviso_sentences_new (text, language, NULL);
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < proviso_sentences_get_n_sentences (sentences); i++)
    {
      const ProvisoSentence *sentence = proviso_sentences_get_sentence (sentences, i);
      g_autofree char *part = g_utf8_substring (text, sentence->start, sentence->end);
      static const char *const kinds[] = { "", "H:", "T:", "C:" };

      g_string_append_printf (result, "%s{%s%s}", i > 0 ? " " : "", kinds[sentence->kind], part);
    }
  return g_string_free_and_steal (result);
}

static void
check (const char *text, const char *expected)
{
  g_autofree char *actual = list_sentences (text, "en");

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_plain (void)
{
  check ("", "");
  check ("One.", "{One.}");
  check ("One. Two? Three! Four", "{One.} {Two?} {Three!} {Four}");
  check ("“One.” Two. (Three.) Four.", "{“One.”} {Two.} {(Three.)} {Four.}");
  check ("“It sails,” she said. “It stays.”", "{“It sails,” she said.} {“It stays.”}");
  check ("It cost $1.5 million. Version 2.0 came.", "{It cost $1.5 million.} {Version 2.0 came.}");
  check ("Well… it goes on. Then...", "{Well… it goes on.} {Then...}");
  /* A line break is none. */
  check ("One goes\non. Two.", "{One goes\non.} {Two.}");
  check ("One.  \nTwo.\n\nThree.", "{One.} {Two.} {Three.}");
}

static void
test_abbreviations (void)
{
  check ("Dr. Smith met Mr. Doe vs. Gov. Roe. They left.",
         "{Dr. Smith met Mr. Doe vs. Gov. Roe.} {They left.}");
  check ("The U.S. Navy left. In the U.S. The law held.",
         "{The U.S. Navy left.} {In the U.S.} {The law held.}");
  check ("J. R. Roe came. It was plan B. The end.", "{J. R. Roe came.} {It was plan B.} {The end.}");
  check ("See No. 5 and p. 7. She said no. He left.", "{See No. 5 and p. 7.} {She said no.} {He left.}");
  check ("Acme Inc. Chief Doe spoke. She runs Acme Inc. It grows.",
         "{Acme Inc. Chief Doe spoke.} {She runs Acme Inc.} {It grows.}");
  check ("Boats, e.g. Ferries, i.e. Ships. At 5 p.m. It left.",
         "{Boats, e.g. Ferries, i.e. Ships.} {At 5 p.m.} {It left.}");
  check ("It was on Jan. 5. In Dec. The ice came.", "{It was on Jan. 5.} {In Dec.} {The ice came.}");
  check ("He came by car. Then he left etc. The end.", "{He came by car.} {Then he left etc.} {The end.}");
}

static void
test_languages (void)
{
  g_autofree char *german = list_sentences ("Er kam z. B. am Montag. Dr. Groß ging.", "de");
  g_autofree char *chinese = list_sentences ("船走了。**人**没走。", "zh");
  g_autofree char *arabic = list_sentences ("هل ذهب؟ نعم.", "ar");
  g_autofree char *none = list_sentences ("One. Two.", NULL);

  g_assert_cmpstr (german, ==, "{Er kam z. B. am Montag.} {Dr. Groß ging.}");
  g_assert_cmpstr (chinese, ==, "{船走了。} {**人**没走。}");
  g_assert_cmpstr (arabic, ==, "{هل ذهب؟} {نعم.}");
  g_assert_cmpstr (none, ==, "{One.} {Two.}");
}

static void
check_language (const char *language, const char *text, const char *expected)
{
  g_autofree char *actual = list_sentences (text, language);

  g_assert_cmpstr (actual, ==, expected);
}

/* The full stop of an ordinal number ends nothing; that of a number at an end does. */
static void
test_ordinals (void)
{
  check_language ("de", "Am 3. Oktober kam er. Im 19. Jahrhundert nicht.",
                  "{Am 3. Oktober kam er.} {Im 19. Jahrhundert nicht.}");
  check_language ("de", "Es geschah zwischen dem 1. und 3. Quartal. Bis 12. Mai 2026.",
                  "{Es geschah zwischen dem 1. und 3. Quartal.} {Bis 12. Mai 2026.}");
  check_language ("de-AT", "Der 1. FC Köln gewann. Zu seinem 60. Geburtstag kam der 7. Jänner.",
                  "{Der 1. FC Köln gewann.} {Zu seinem 60. Geburtstag kam der 7. Jänner.}");
  check_language ("de", "Er kam am 3. Oktober\n2026. Sie am 4. Danach niemand.",
                  "{Er kam am 3. Oktober\n2026.} {Sie am 4.} {Danach niemand.}");
  check_language ("de", "Es waren 3. Für ihn zu wenig. Es war 2019. Mai und Juni fehlten.",
                  "{Es waren 3.} {Für ihn zu wenig.} {Es war 2019.} {Mai und Juni fehlten.}");
  check_language ("de", "Freitag, 3. Oktober. Das **20.** Jahrhundert.",
                  "{Freitag, 3. Oktober.} {Das **20.** Jahrhundert.}");
  check_language ("de", "Er kam. Ja, aber. Hr. Groß ging. Um 5 Uhr. Im Haus.",
                  "{Er kam.} {Ja, aber.} {Hr. Groß ging.} {Um 5 Uhr.} {Im Haus.}");
  check_language ("da", "Den 3. Januar kom han. Der var 3. Han gik.",
                  "{Den 3. Januar kom han.} {Der var 3.} {Han gik.}");
  check_language ("cs", "Bylo to 3. Října roku 2026. Přišli 3. Pak odešli.",
                  "{Bylo to 3. Října roku 2026.} {Přišli 3.} {Pak odešli.}");
  check_language ("en", "There were 3. October came.", "{There were 3.} {October came.}");
}

static void
test_markup (void)
{
  check ("**One.** Two. *Three* four.", "{**One.**} {Two.} {*Three* four.}");
  check ("One **two. Three** four.", "{One **two.} {Three** four.}");
  check ("[One.](http://a.example/b \"t. T\") Two.", "{[One.](http://a.example/b \"t. T\")} {Two.}");
  check ("See http://a.example/b.C. Next one.", "{See http://a.example/b.C.} {Next one.}");
  check ("Use `a. B` here. `foo` works.", "{Use `a. B` here.} {`foo` works.}");
  check ("- One. Two.\n- Three.\n  Four.\n\n> Five. Six.", "{One.} {Two.} {Three.} {Four.} {Five.} {Six.}");
  check ("- One\n- Two", "{One} {Two}");
  check ("> One goes\n> on. Two.", "{One goes\n> on.} {Two.}");
  check ("[一。](u)二。[三。](v)", "{[一。](u)} {二。} {[三。](v)}");
}

static void
test_kinds (void)
{
  check ("# One. Two\n\nThree.", "{H:One. Two} {Three.}");
  check ("| a. B | c |\n|---|---|\n| **d** | e |\n\nFour.", "{T:a. B} {T:c} {T:**d**} {T:e} {Four.}");
  check ("One.\n\n```\ncode. Code.\nmore\n```\n\nTwo.", "{One.} {C:code. Code.\nmore} {Two.}");
  check ("<div>\nOne. Two.\n</div>\n\nThree.", "{Three.}");
}

static void
check_quotations (const char *text, const char *expected)
{
  g_autoptr (ProvisoSentences) sentences = proviso_sentences_new (text, "en", NULL);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < proviso_sentences_get_n_sentences (sentences); i++)
    g_string_append_c (actual, proviso_sentences_get_sentence (sentences, i)->is_quotation ? 'q' : '-');
  g_assert_cmpstr (actual->str, ==, expected);
}

static void
test_quotations (void)
{
  check_quotations ("One.\n\n> Two. Three.\n> - Four.\n\nFive.", "-qqq-");
  check_quotations ("“It stays.” She left. “It goes,” he said.", "q--");
  check_quotations ("\"It stays.\" „Sie bleibt“. « Elle reste ».", "qqq");
  check_quotations ("“One” and “two.” **“Bold.”** “", "-q-");
  check_quotations ("\"", "-");
}

static void
test_find (void)
{
  g_autoptr (ProvisoSentences) sentences = proviso_sentences_new ("One. Two.\n\nThree.", "en", NULL);

  g_assert_cmpint (proviso_sentences_find (sentences, 0), ==, 0);
  g_assert_cmpint (proviso_sentences_find (sentences, 4), ==, 0);
  g_assert_cmpint (proviso_sentences_find (sentences, 5), ==, 1);
  g_assert_cmpint (proviso_sentences_find (sentences, 9), ==, 1);
  g_assert_cmpint (proviso_sentences_find (sentences, 10), ==, -1);
  g_assert_cmpint (proviso_sentences_find (sentences, 11), ==, 2);
  g_assert_cmpint (proviso_sentences_find (sentences, 17), ==, 2);
  g_assert_cmpint (proviso_sentences_find (sentences, 18), ==, -1);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (proviso_sentences_new ("One. Two.", "en", cancellable));
}

static void
test_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 40));
      guint length = (guint) g_utf8_strlen (text, -1);
      g_autoptr (ProvisoSentences) sentences = proviso_sentences_new (text, "en", NULL);
      guint before = 0;

      for (guint j = 0; j < proviso_sentences_get_n_sentences (sentences); j++)
        {
          const ProvisoSentence *sentence = proviso_sentences_get_sentence (sentences, j);

          g_assert_cmpuint (sentence->start, >=, before);
          g_assert_cmpuint (sentence->end, >, sentence->start);
          g_assert_cmpuint (sentence->end, <=, length);
          before = sentence->end;
          g_assert_cmpint (proviso_sentences_find (sentences, sentence->start), ==, (int) j);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentences/plain", test_plain);
  g_test_add_func ("/sentences/abbreviations", test_abbreviations);
  g_test_add_func ("/sentences/languages", test_languages);
  g_test_add_func ("/sentences/ordinals", test_ordinals);
  g_test_add_func ("/sentences/markup", test_markup);
  g_test_add_func ("/sentences/kinds", test_kinds);
  g_test_add_func ("/sentences/quotations", test_quotations);
  g_test_add_func ("/sentences/find", test_find);
  g_test_add_func ("/sentences/cancel", test_cancel);
  g_test_add_func ("/sentences/random", test_random);

  return g_test_run ();
}
