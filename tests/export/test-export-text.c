/* test-export-text.c: words of records as parts of a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-export-text.h"

static void
test_one_line (void)
{
  static const char *const lines[][2] = {
    { "", "" },
    { " a \n\t b ", "a b" },
    { "a\u2028b\x01\x7f"
      "c",
      "a b c" },
    { "שלום\n עולם", "שלום עולם" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = proviso_export_one_line (lines[i][0]);

      g_assert_cmpstr (line, ==, lines[i][1]);
    }
}

static void
test_escape (void)
{
  static const char *const texts[][2] = {
    { "Sales rose by 5 * 3", "Sales rose by 5 \\* 3" },
    { "[a](javascript:b)", "\\[a\\](javascript:b)" },
    { "see https://a.example/b_c_d", "see https://a.example/b_c_d" },
    { "_x_", "\\_x\\_" },
    { "AT&T, R&D; &amp; &#65;", "AT\\&T, R\\&D; \\&amp; \\&#65;" },
    { "<b>", "\\<b>" },
    { "# one", "\\# one" },
    { "12. one", "12\\. one" },
    { "> one - two", "\\> one - two" },
    { "in C#", "in C#" },
    { "one ##", "one \\##" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) markdown = g_string_new (NULL);

      proviso_export_append_escaped (markdown, texts[i][0], TRUE);
      g_assert_cmpstr (markdown->str, ==, texts[i][1]);
    }
}

/* Whatever is written, a reader sees it as it was written. */
static void
test_escape_random (void)
{
  static const char *const pieces[] = { "a", "B",  " ",     "*", "**", "_", "__", "`", "``", "[", "](x)",
                                        "<", ">",  "&amp;", "&", "#",  "1", ".",  ")", "-",  "+", "\\",
                                        "~", "~~", "|",     "!", "é",  "ש", "$",  "=", "<b>" };
  /* An item, a heading, a quote, a paragraph, a cell of a table. */
  static const char *const starts[] = { "- ", "## ", "> ", "", "|a|\n|-|\n|" };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 50000; round++)
    {
      guint place = round % G_N_ELEMENTS (starts);
      gboolean cell = *starts[place] == '|';
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) markdown = g_string_new (starts[place]);
      g_autofree char *line = NULL;
      g_autofree char *plain = NULL;

      for (guint n = (guint) g_rand_int_range (rand, 1, 9); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      line = proviso_export_one_line (text->str);
      if (cell)
        proviso_export_append_cell (markdown, line);
      else
        proviso_export_append_escaped (markdown, line, TRUE);
      g_string_append (markdown, cell ? "|" : "");
      plain = proviso_export_get_plain (markdown->str);
      if (cell)
        {
          g_assert_true (g_str_has_prefix (plain, "a"));
          g_strchug (memmove (plain, plain + 1, strlen (plain)));
        }
      if (!g_str_equal (plain, line))
        g_test_message ("%s", markdown->str);
      g_assert_cmpstr (plain, ==, line);
    }
}

static void
test_plain (void)
{
  g_autofree char *plain =
      proviso_export_get_plain ("The **lab** left [video](https://a.example) <b>for</b>\n`good` &amp; all.");

  g_assert_cmpstr (plain, ==, "The lab left video for good & all.");
}

static void
test_date (void)
{
  static const char *const dates[][3] = {
    { "2026-03-28", "en", "28 March 2026" },
    { "2026-03-28", "en-GB", "28 March 2026" },
    { "2026-03-28", "en-US", "March 28, 2026" },
    { "2026-03", "en", "March 2026" },
    { "2026-03", "de", "März 2026" },
    { "2026", "fr", "2026" },
    { "2026-03-28", "de-AT", "28. März 2026" },
    { "soon", "en", "soon" },
    { "2026-02-31", "en", "2026-02-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *words = proviso_export_format_date (dates[i][0], dates[i][1]);

      g_assert_cmpstr (words, ==, dates[i][2]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-text/one-line", test_one_line);
  g_test_add_func ("/export-text/escape", test_escape);
  g_test_add_func ("/export-text/escape-random", test_escape_random);
  g_test_add_func ("/export-text/plain", test_plain);
  g_test_add_func ("/export-text/date", test_date);

  return g_test_run ();
}
