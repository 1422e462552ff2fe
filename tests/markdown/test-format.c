/* test-format.c: what the format shortcuts do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-format.h"
#include "markdown/proviso-inline.h"
#include "marked-text.h"

static void
check_style (const char *before, ProvisoFormatStyle style, const char *expected)
{
  guint start, end;
  g_autofree char *text = marked_text_parse (before, &start, &end);
  g_autoptr (ProvisoRewrite) rewrite = proviso_format_toggle_style (text, start, end, style);
  g_autofree char *after = marked_text_apply (rewrite, text);

  g_assert_cmpstr (after, ==, expected);
}

#define BOLD(before, after) check_style (before, PROVISO_FORMAT_BOLD, after)
#define ITALIC(before, after) check_style (before, PROVISO_FORMAT_ITALIC, after)
#define CODE(before, after) check_style (before, PROVISO_FORMAT_CODE, after)
#define STRIKE(before, after) check_style (before, PROVISO_FORMAT_STRIKETHROUGH, after)

static void
test_wrap (void)
{
  BOLD ("one ‹two› three", "one **‹two›** three");
  ITALIC ("one ‹two› three", "one *‹two›* three");
  STRIKE ("one ‹two› three", "one ~~‹two›~~ three");
  CODE ("one ‹two› three", "one `‹two›` three");
  BOLD ("日‹本›語", "日**‹本›**語");
  /* Blanks stay outside, where marks would not work. */
  BOLD ("one‹ two ›three", "one **‹two›** three");
  ITALIC ("one **‹two›** three", "one ***‹two›*** three");
  BOLD ("one ‹*two* three›", "one **‹*two* three›**");
  CODE ("‹a`b›", "``‹a`b›``");
  CODE ("‹`› is", "`` ‹`› `` is");
  BOLD ("‹  ›", "‹  ›");
}

static void
test_unwrap (void)
{
  BOLD ("one **‹two›** three", "one ‹two› three");
  BOLD ("one ‹**two**› three", "one ‹two› three");
  BOLD ("one __‹two›__ three", "one ‹two› three");
  ITALIC ("one *‹two›* three", "one ‹two› three");
  ITALIC ("one ‹_two_› three", "one ‹two› three");
  ITALIC ("one ***‹two›*** three", "one **‹two›** three");
  BOLD ("one ***‹two›*** three", "one *‹two›* three");
  STRIKE ("~~‹two›~~", "‹two›");
  STRIKE ("~‹two›~", "‹two›");
  CODE ("``‹a`b›``", "‹a`b›");
  CODE ("`` ‹`› ``", "‹`›");
  /* A part of it. */
  BOLD ("**one ‹two› three**", "**one** ‹two› **three**");
  BOLD ("**‹one› two**", "‹one› **two**");
  BOLD ("**one ‹two›**", "**one** ‹two›");
  BOLD ("**_one ‹two›_**", "_one ‹two›_");
  ITALIC ("***‹two›* three**", "**‹two› three**");
  BOLD ("**[one](http://a.example) ‹two›**", "**[one](http://a.example)** ‹two›");
}

static void
test_merge (void)
{
  BOLD ("‹**one** and **two**›", "**‹one and two›**");
  BOLD ("**one‹** two›", "**one‹ two›**");
  BOLD ("‹one **tw›o**", "**‹one tw›o**");
  /* Marks do not cross those of others. */
  BOLD ("one *tw‹o* three›", "one ***tw‹o* three›**");
  BOLD ("a `b‹c` d›", "a **`b‹c` d›**");
  BOLD ("see [the ‹report›](http://a.example)", "see [the **‹report›**](http://a.example)");
  BOLD ("‹see [the› report](http://a.example) now", "**‹see [the› report](http://a.example)** now");
  BOLD ("http://a.exam‹ple›/x ok", "**http://a.exam‹ple›/x** ok");
}

static void
test_lines (void)
{
  BOLD ("‹one\n\ntwo›", "**‹one**\n\n**two›**");
  BOLD ("- ‹one\n- two›", "- **‹one**\n- **two›**");
  BOLD ("‹- one\n- two›", "- **‹one**\n- **two›**");
  BOLD ("‹# Title›", "# **‹Title›**");
  BOLD ("> ‹quoted›", "> **‹quoted›**");
  BOLD ("- **‹one**\n- **two›**", "- ‹one\n- two›");
  BOLD ("- **‹one**\n- two›", "- **‹one**\n- **two›**");
  BOLD ("‹| a | b |\n|---|---|\n| c | d |›", "| **‹a** | **b** |\n|---|---|\n| **c** | **d›** |");
  BOLD ("**‹one\ntwo›**", "‹one\ntwo›");
}

static void
test_cursor (void)
{
  BOLD ("one tw¦o three", "one **tw¦o** three");
  BOLD ("one ¦two three", "one **¦two** three");
  BOLD ("one two¦ three", "one **two¦** three");
  BOLD ("it’¦s", "**it’¦s**");
  BOLD ("don't¦", "**don't¦**");
  BOLD ("one **tw¦o** three", "one tw¦o three");
  BOLD ("**one tw¦o three**", "**one** tw¦o **three**");
  BOLD ("one ¦", "one **¦**");
  BOLD ("one **¦**", "one ¦");
  ITALIC ("one **¦**", "one ***¦***");
  ITALIC ("one ***¦***", "one **¦**");
  BOLD ("¦", "**¦**");
  CODE ("¦", "`¦`");
  CODE ("`¦`", "¦");
  /* At the end of styled text: step out and go on. */
  BOLD ("one **two¦** three", "one **two**¦ three");
  CODE ("`two¦`", "`two`¦");
}

/* Whatever was selected: the words stay, and a second time undoes the first if the first put marks on. */
static void
test_random (void)
{
  for (guint i = 0; i < 30000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 14));
      guint length = (guint) g_utf8_strlen (text, -1);
      guint a = (guint) g_test_rand_int_range (0, (int) length + 1);
      guint b = (guint) g_test_rand_int_range (0, (int) length + 1);
      ProvisoFormatStyle style = (ProvisoFormatStyle) g_test_rand_int_range (0, 4);
      g_autoptr (ProvisoRewrite) rewrite = proviso_format_toggle_style (text, MIN (a, b), MAX (a, b), style);
      g_autofree char *after = marked_text_apply (rewrite, text);
      guint level = (guint) g_test_rand_int_range (0, 7);
      g_autoptr (ProvisoRewrite) heading = proviso_format_set_heading (text, MIN (a, b), MAX (a, b), level);
      g_autofree char *heading_text = marked_text_apply (heading, text);
      g_autoptr (ProvisoRewrite) quote = proviso_format_toggle_quote (text, MIN (a, b), MAX (a, b));
      g_autofree char *quote_text = marked_text_apply (quote, text);
      g_autoptr (ProvisoRewrite) bullets = proviso_format_toggle_bullet_list (text, MIN (a, b), MAX (a, b));
      g_autofree char *bullets_text = marked_text_apply (bullets, text);
      g_autoptr (ProvisoRewrite) numbers = proviso_format_toggle_numbered_list (text, MIN (a, b), MAX (a, b));
      g_autofree char *numbers_text = marked_text_apply (numbers, text);
      g_autoptr (ProvisoRewrite) link =
          proviso_format_insert_link (text, MIN (a, b), MAX (a, b), i % 2 ? "http://a.example/(x)" : NULL);
      g_autofree char *link_text = marked_text_apply (link, text);
      g_autoptr (GArray) spans = proviso_inline_find_spans (text);

      for (guint j = 0; j < spans->len; j++)
        {
          const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, j);

          g_assert_cmpuint (span->start, <=, span->inner_start);
          g_assert_cmpuint (span->inner_start, <=, span->inner_end);
          g_assert_cmpuint (span->inner_end, <=, span->end);
          g_assert_cmpuint (span->end, <=, length);
        }
      /* Only marks come and go. */
      for (guint j = 0; j < proviso_rewrite_get_n_pieces (rewrite); j++)
        {
          const ProvisoRewritePiece *piece = proviso_rewrite_get_piece (rewrite, j);
          const char *removed = g_utf8_offset_to_pointer (text, piece->offset);

          g_assert_cmpuint (strspn (piece->inserted, "*_`~ \n"), ==, strlen (piece->inserted));
          g_assert_cmpuint (strspn (removed, "*_`~ \n"), >=, piece->n_removed);
        }
    }
}

/* On plain words a style that was put on comes off again, and md4c agrees that it was on. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      static const char *const words[] = { "one ", "zwei ", "трі ", "四 ", "five, ", "six\n" };
      static const ProvisoInlineKind kinds[] = { PROVISO_INLINE_STRONG, PROVISO_INLINE_EMPHASIS,
                                                 PROVISO_INLINE_CODE, PROVISO_INLINE_STRIKETHROUGH };
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) spans = NULL;
      guint style = (guint) g_test_rand_int_range (0, 4);
      guint words_before = (guint) g_test_rand_int_range (0, 5);
      guint start = 0, end = 0;

      for (guint j = 0; j < words_before + 4; j++)
        {
          const char *word = words[g_test_rand_int_range (0, j == words_before ? 5 : 6)];

          if (j == words_before)
            start = (guint) g_utf8_strlen (text->str, -1);
          g_string_append (text, word);
          if (j == words_before)
            end = start + (guint) g_utf8_strlen (word, -1);
        }

      g_autoptr (ProvisoRewrite) on = proviso_format_toggle_style (text->str, start, end, style);
      g_autofree char *with = proviso_rewrite_apply (on, text->str);

      spans = proviso_inline_find_spans (with);
      g_assert_cmpuint (spans->len, ==, 1);
      g_assert_cmpint (g_array_index (spans, ProvisoInlineSpan, 0).kind, ==, kinds[style]);
      proviso_rewrite_get_selection (on, &start, &end);

      g_autoptr (ProvisoRewrite) off = proviso_format_toggle_style (with, start, end, style);
      g_autofree char *without = proviso_rewrite_apply (off, with);

      g_assert_cmpstr (without, ==, text->str);
    }
}

static void
check_heading (const char *before, guint level, const char *expected)
{
  guint start, end;
  g_autofree char *text = marked_text_parse (before, &start, &end);
  g_autoptr (ProvisoRewrite) rewrite = proviso_format_set_heading (text, start, end, level);
  g_autofree char *after = marked_text_apply (rewrite, text);

  g_assert_cmpstr (after, ==, expected);
}

static void
test_heading (void)
{
  check_heading ("Ti¦tle", 2, "## Ti¦tle");
  check_heading ("¦Title", 2, "## ¦Title");
  check_heading ("# Ti¦tle", 3, "### Ti¦tle");
  check_heading ("### Ti¦tle", 1, "# Ti¦tle");
  check_heading ("## Ti¦tle", 0, "Ti¦tle");
  check_heading ("## Ti¦tle ##", 0, "Ti¦tle");
  check_heading ("## C¦#", 0, "C¦#");
  check_heading ("- Ti¦tle", 2, "## Ti¦tle");
  check_heading ("> Ti¦tle", 2, "> ## Ti¦tle");
  check_heading ("   Ti¦tle", 2, "## Ti¦tle");
  check_heading ("Ti¦tle\n=====\nText", 2, "## Ti¦tle\nText");
  check_heading ("Ti¦tle\n-----", 0, "Ti¦tle");
  check_heading ("¦", 2, "## ¦");
  check_heading ("‹One\n\nTwo›\nThree", 2, "‹## One\n\n## Two›\nThree");
  check_heading ("#¦", 2, "## ¦");
  check_heading ("```¦", 2, "```¦");

  g_assert_cmpuint (proviso_format_get_heading_level ("a\n### b\nc", 4), ==, 3);
  g_assert_cmpuint (proviso_format_get_heading_level ("a\n### b\nc", 1), ==, 0);
  g_assert_cmpuint (proviso_format_get_heading_level ("a\n---", 1), ==, 2);
}

static void
test_cycle_heading (void)
{
  g_autofree char *text = g_strdup ("Title");
  static const char *const expected[] = { "# Title", "## Title", "### Title", "Title" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (ProvisoRewrite) rewrite = proviso_format_cycle_heading (text, 0, 0);
      char *after = proviso_rewrite_apply (rewrite, text);

      g_free (text);
      text = after;
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

typedef ProvisoRewrite *(*Toggle) (const char *text, guint start, guint end);

static void
check_lines (Toggle toggle, const char *before, const char *expected)
{
  guint start, end;
  g_autofree char *text = marked_text_parse (before, &start, &end);
  g_autoptr (ProvisoRewrite) rewrite = toggle (text, start, end);
  g_autofree char *after = marked_text_apply (rewrite, text);

  g_assert_cmpstr (after, ==, expected);
}

static void
test_quote (void)
{
  Toggle toggle = proviso_format_toggle_quote;

  check_lines (toggle, "o¦ne", "> o¦ne");
  check_lines (toggle, "> o¦ne", "o¦ne");
  check_lines (toggle, ">o¦ne", "o¦ne");
  check_lines (toggle, "> > o¦ne", "> o¦ne");
  check_lines (toggle, "‹one\n\ntwo›", "‹> one\n>\n> two›");
  check_lines (toggle, "‹> one\n>\n> two›", "‹one\n\ntwo›");
  check_lines (toggle, "‹> one\ntwo›", "‹> one\n> two›");
  check_lines (toggle, "‹one\n\n›two", "‹> one\n\n›two");
  check_lines (toggle, "¦", "> ¦");
}

static void
test_lists (void)
{
  Toggle bullets = proviso_format_toggle_bullet_list;
  Toggle numbers = proviso_format_toggle_numbered_list;

  check_lines (bullets, "o¦ne", "- o¦ne");
  check_lines (bullets, "- o¦ne", "o¦ne");
  check_lines (bullets, "- [ ] o¦ne", "o¦ne");
  check_lines (bullets, "‹one\n\ntwo›", "‹- one\n\n- two›");
  check_lines (bullets, "‹1. one\n* two›", "‹- one\n* two›");
  check_lines (bullets, "> o¦ne", "> - o¦ne");
  check_lines (bullets, "# o¦ne", "- o¦ne");
  check_lines (bullets, "¦", "- ¦");
  check_lines (numbers, "‹one\ntwo\nthree›", "‹1. one\n2. two\n3. three›");
  check_lines (numbers, "‹1. one\n2. two›", "‹one\ntwo›");
  check_lines (numbers, "‹- one\n  - in\n  - in\n- two›", "‹1. one\n  1. in\n  2. in\n2. two›");
  check_lines (numbers, "‹- one\n7) two›", "‹1. one\n2. two›");
}

static void
check_link (const char *before, const char *url, const char *expected)
{
  guint start, end;
  g_autofree char *text = marked_text_parse (before, &start, &end);
  g_autoptr (ProvisoRewrite) rewrite = proviso_format_insert_link (text, start, end, url);
  g_autofree char *after = marked_text_apply (rewrite, text);

  g_assert_cmpstr (after, ==, expected);
}

static void
test_link (void)
{
  check_link ("see ‹the report› now", NULL, "see [the report](¦) now");
  check_link ("see ‹the report› now", "http://a.example/", "see [the report](http://a.example/)¦ now");
  check_link ("see rep¦ort", NULL, "see [report](¦)");
  check_link ("see ¦", NULL, "see [¦]()");
  check_link ("see ¦", "http://a.example/", "see [¦](http://a.example/)");
  check_link ("see ‹http://a.example/(b)› now", NULL, "see [¦](<http://a.example/(b)>) now");
  check_link ("see http://a.exa¦mple/ now", NULL, "see [¦](http://a.example/) now");
  check_link ("see <http://a.exa¦mple/> now", NULL, "see [¦](http://a.example/) now");
  check_link ("see <http://a.exa¦mple/> now", "http://b.example",
              "see [http://a.example/](http://b.example)¦ now");
  check_link ("see ‹mailto:a@a.example?x=(b)›", NULL, "see [¦](<mailto:a@a.example?x=(b)>)");
  check_link ("‹text›", "http://a.example/a b", "[text](<http://a.example/a b>)¦");
  check_link ("‹text›", "http://a.example/<b>", "[text](http://a.example/%3Cb%3E)¦");
  check_link ("[te¦xt](http://a.example \"t\")", NULL, "[text](‹http://a.example› \"t\")");
  check_link ("[te¦xt](http://a.example)", "http://b.example", "[text](‹http://b.example›)");
  check_link ("‹a] b›", "u", "[a\\] b](u)¦");
  check_link ("‹a [b] c›", "u", "[a [b] c](u)¦");
  check_link ("‹a \\] b›", "u", "[a \\] b](u)¦");
  check_link ("- ‹one\n- two›", NULL, "- [one](¦)\n- two");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/style/wrap", test_wrap);
  g_test_add_func ("/format/style/unwrap", test_unwrap);
  g_test_add_func ("/format/style/merge", test_merge);
  g_test_add_func ("/format/style/lines", test_lines);
  g_test_add_func ("/format/style/cursor", test_cursor);
  g_test_add_func ("/format/style/round-trip", test_round_trip);
  g_test_add_func ("/format/heading", test_heading);
  g_test_add_func ("/format/cycle-heading", test_cycle_heading);
  g_test_add_func ("/format/quote", test_quote);
  g_test_add_func ("/format/lists", test_lists);
  g_test_add_func ("/format/link", test_link);
  g_test_add_func ("/format/random", test_random);

  return g_test_run ();
}
