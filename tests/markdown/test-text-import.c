/* test-text-import.c: what bringing plain text in proposes, and what it leaves alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-dialect.h"
#include "markdown/proviso-text-import.h"
#include "marked-text.h"

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count_changes (const char *text)
{
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);

  return g_list_model_get_n_items (proviso_text_import_get_changes (import));
}

static void
check (const char *text, const char *expected)
{
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);

  g_assert_cmpstr (proviso_text_import_get_result (import), ==, expected);
  g_assert_cmpuint (count_changes (expected), ==, 0);
}

static void
check_left_alone (const char *text)
{
  g_assert_cmpuint (count_changes (text), ==, 0);
  check (text, text);
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  static const char *const names[] = {
    [MD_BLOCK_QUOTE] = "quote", [MD_BLOCK_UL] = "ul", [MD_BLOCK_OL] = "ol",       [MD_BLOCK_HR] = "hr",
    [MD_BLOCK_H] = "h",         [MD_BLOCK_P] = "p",   [MD_BLOCK_TABLE] = "table", [MD_BLOCK_CODE] = "code",
  };

  if (type < G_N_ELEMENTS (names) && names[type] != NULL)
    g_string_append_printf (user_data, "%s ", names[type]);
  if (type == MD_BLOCK_H)
    g_string_append_printf (g_string_truncate (user_data, ((GString *) user_data)->len - 1), "%u ",
                            ((MD_BLOCK_H_DETAIL *) detail)->level);
  if (type == MD_BLOCK_TABLE)
    g_string_append_printf (g_string_truncate (user_data, ((GString *) user_data)->len - 1), "%ux%u ",
                            ((MD_BLOCK_TABLE_DETAIL *) detail)->col_count,
                            ((MD_BLOCK_TABLE_DETAIL *) detail)->body_row_count);
  return 0;
}

static int
ignore_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
ignore_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
ignore_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  return 0;
}

/* The blocks that md4c sees. */
static char *
list_blocks (const char *markdown)
{
  MD_PARSER parser = { .flags = PROVISO_DIALECT_FLAGS,
                       .enter_block = enter_block,
                       .leave_block = ignore_block,
                       .enter_span = ignore_span,
                       .leave_span = ignore_span,
                       .text = ignore_text };
  GString *blocks = g_string_new (NULL);

  md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, blocks);
  return g_strchomp (g_string_free_and_steal (blocks));
}

static void
check_blocks (const char *text, const char *expected)
{
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);
  g_autofree char *blocks = list_blocks (proviso_text_import_get_result (import));

  g_assert_cmpstr (blocks, ==, expected);
}

static void
test_briefing (void)
{
  g_autofree char *text = load ("briefing.txt");
  g_autofree char *markdown = load ("briefing.md");
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);
  g_autofree char *title = proviso_text_import_dup_title (import);

  g_assert_false (proviso_text_looks_like_markdown (text));
  g_assert_true (proviso_text_looks_like_markdown (markdown));
  check (text, markdown);
  check_blocks (text, "p p p h2 p p p h2 p p p h2 p p h2 table3x3 p p h2 p p p p");
  g_assert_cmpuint (proviso_text_import_get_n_changes (import, PROVISO_IMPORT_HEADING), ==, 5);
  g_assert_cmpuint (proviso_text_import_get_n_changes (import, PROVISO_IMPORT_TABLE), ==, 2);
  g_assert_cmpuint (proviso_text_import_get_n_changes (import, PROVISO_IMPORT_TABLE_HEADER), ==, 1);
  /* Its headings are those of sections. */
  g_assert_null (title);
}

static void
test_memo (void)
{
  g_autofree char *text = load ("memo.txt");
  g_autofree char *markdown = load ("memo.md");
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);

  check (text, markdown);
  check_blocks (text, "p p table3x2 p p p p");
  g_assert_cmpuint (proviso_text_import_get_n_changes (import, PROVISO_IMPORT_HEADING), ==, 0);
  g_assert_cmpuint (proviso_text_import_get_n_changes (import, PROVISO_IMPORT_TABLE_HEADER), ==, 0);
  g_assert_cmpuint (proviso_text_import_get_n_changes (import, PROVISO_IMPORT_WHITESPACE), ==, 2);
}

#define LONG "This sentence says what a paragraph of an article says and takes the room that it takes there. "

static void
test_changes (void)
{
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new ("One.\nA Bare Heading\nTwo.\n");
  GListModel *changes = proviso_text_import_get_changes (import);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (ProvisoImportChange) change = g_list_model_get_item (changes, i);

      g_string_append_printf (seen, "%u@%u{%s}{%s}\n", proviso_import_change_get_kind (change),
                              proviso_import_change_get_line (change),
                              proviso_import_change_get_before (change),
                              proviso_import_change_get_after (change));
      g_assert_cmpstr (proviso_import_change_get_description (change), !=, "");
    }
  g_assert_cmpstr (seen->str, ==,
                   "0@2{One.\nA Bare Heading}{One.\n\nA Bare Heading}\n"
                   "1@2{A Bare Heading}{## A Bare Heading}\n"
                   "0@3{A Bare Heading\nTwo.}{A Bare Heading\n\nTwo.}\n");
}

static void
count_notify (guint *n)
{
  *n += 1;
}

static void
test_switch (void)
{
  g_autoptr (ProvisoTextImport) import =
      proviso_text_import_new ("Top Line\nOne.\nMiddle Line\nTwo.\nLast Line\nThree.\n");
  GListModel *changes = proviso_text_import_get_changes (import);
  guint n_notify = 0;

  g_signal_connect_swapped (import, "notify::result", G_CALLBACK (count_notify), &n_notify);
  g_assert_cmpstr (proviso_text_import_get_result (import), ==,
                   "# Top Line\n\nOne.\n\n## Middle Line\n\nTwo.\n\n## Last Line\n\nThree.\n");

  /* One of them. */
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (ProvisoImportChange) change = g_list_model_get_item (changes, i);

      if (g_str_equal (proviso_import_change_get_before (change), "Middle Line"))
        g_object_set (change, "enabled", FALSE, NULL);
    }
  g_assert_cmpuint (n_notify, ==, 1);
  g_assert_cmpstr (proviso_text_import_get_result (import), ==,
                   "# Top Line\n\nOne.\n\nMiddle Line\n\nTwo.\n\n## Last Line\n\nThree.\n");

  /* All of a kind. */
  proviso_text_import_set_kind_enabled (import, PROVISO_IMPORT_PARAGRAPH, FALSE);
  g_assert_cmpuint (n_notify, ==, 2);
  g_assert_false (proviso_text_import_get_kind_enabled (import, PROVISO_IMPORT_PARAGRAPH));
  g_assert_true (proviso_text_import_get_kind_enabled (import, PROVISO_IMPORT_HEADING));
  g_assert_cmpstr (proviso_text_import_get_result (import), ==,
                   "# Top Line\nOne.\nMiddle Line\nTwo.\n## Last Line\nThree.\n");
  proviso_text_import_set_kind_enabled (import, PROVISO_IMPORT_HEADING, FALSE);
  g_assert_cmpstr (proviso_text_import_get_result (import), ==,
                   "Top Line\nOne.\nMiddle Line\nTwo.\nLast Line\nThree.\n");
}

static void
check_place (ProvisoTextImport *import, guint i, guint expected)
{
  g_autoptr (ProvisoImportChange) change = g_list_model_get_item (proviso_text_import_get_changes (import), i);

  g_assert_cmpuint (proviso_text_import_get_result_line (import, change), ==, expected);
}

/* Where in the result each change is seen, as long as it is made and when it is not. */
static void
test_places (void)
{
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new ("\n\n\nTop Line\nOne sentence.\nTwo of them.\n\n\n");
  GListModel *changes = proviso_text_import_get_changes (import);
  static const ProvisoImportKind kinds[] = {
    PROVISO_IMPORT_WHITESPACE, PROVISO_IMPORT_HEADING, PROVISO_IMPORT_PARAGRAPH, PROVISO_IMPORT_PARAGRAPH,
    PROVISO_IMPORT_WHITESPACE,
  };

  g_assert_cmpstr (proviso_text_import_get_result (import), ==, "# Top Line\n\nOne sentence.\n\nTwo of them.\n");
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (ProvisoImportChange) change = g_list_model_get_item (changes, i);

      g_assert_cmpint (proviso_import_change_get_kind (change), ==, kinds[i]);
    }
  check_place (import, 0, 0);
  check_place (import, 1, 0);
  check_place (import, 2, 2);
  check_place (import, 3, 4);
  check_place (import, 4, 4);

  proviso_text_import_set_kind_enabled (import, PROVISO_IMPORT_PARAGRAPH, FALSE);
  check_place (import, 2, 1);
  check_place (import, 3, 2);
  proviso_text_import_set_kind_enabled (import, PROVISO_IMPORT_WHITESPACE, FALSE);
  check_place (import, 0, 3);
  check_place (import, 3, 5);
  check_place (import, 4, 5);
}

static void
test_left_alone (void)
{
  check_left_alone ("");
  check_left_alone ("\n\n");
  check_left_alone ("One line.");
  check_left_alone ("# Title\n\nText.\n\n\n\nText.  \nText.\n");
  check_left_alone ("Text.\n\n\tText.\n\nBare Line\n\nText.\n");
  check_left_alone ("# Title\nText.\nText.\n");
  check_left_alone ("Text.\n```\ncode\n```\nText.\n");
  check_left_alone ("- one\n- two\n");
  check_left_alone ("| a | b |\n|---|---|\n| c | d |\n");
  /* Wrapped by hand. */
  check_left_alone ("A paragraph whose lines were broken by hand, as people\n"
                    "do in letters, does not consist of paragraphs of one\n"
                    "line each, and breaking it up would be no help\n"
                    "to anybody.\n");
  /* One sentence a line. */
  check_left_alone ("First sentence.\nSecond sentence.\n\nThird sentence.\nFourth sentence.\n\nFifth.\n");

  g_assert_false (proviso_text_looks_like_markdown ("One line."));
  g_assert_false (proviso_text_looks_like_markdown ("One.\nTwo.\n"));
  g_assert_true (proviso_text_looks_like_markdown ("One.\n\nTwo.\n"));
  g_assert_true (proviso_text_looks_like_markdown ("## One\nTwo.\n"));
}

static void
test_tables (void)
{
  check ("One.\n| a | b |\n|---|---|\n| c | d |\nTwo.\n",
         "One.\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo.\n");
  check ("One.\nTwo.\na | b\n--- | ---\nc | d\nThree.\n",
         "One.\n\nTwo.\n\na | b\n--- | ---\nc | d\n\nThree.\n");
  /* Torn apart. */
  check ("One.\nTwo.\n| a | b |\n\n|---|---|\n\n| c | d |\nThree.\n",
         "One.\n\nTwo.\n\n| a | b |\n|---|---|\n| c | d |\n\nThree.\n");
  /* The first header cell is lost, with and without a trace. */
  check ("One.\n| a | b | |\n|---|---|---|\n| x | c | d |\nTwo.\n",
         "One.\n\n| | a | b |\n|---|---|---|\n| x | c | d |\n\nTwo.\n");
  check ("One.\n| a | b |\n|---|---|\n| x | c | d |\nTwo.\n",
         "One.\n\n| | a | b |\n| --- | --- | --- |\n| x | c | d |\n\nTwo.\n");
  check ("One.\n| a \\| b | c | |\n|---|:-:|---|\n| x | d | e |\nTwo.\n",
         "One.\n\n| | a \\| b | c |\n|---|:-:|---|\n| x | d | e |\n\nTwo.\n");
  /* Not lost: a column may have no title, and cells may be empty. */
  check ("One.\n| a | b | |\n|---|---|---|\n| x | c | |\nTwo.\n",
         "One.\n\n| a | b | |\n|---|---|---|\n| x | c | |\n\nTwo.\n");
  check ("One.\n| | a | |\n|---|---|---|\n| x | c | d |\nTwo.\n",
         "One.\n\n| | a | |\n|---|---|---|\n| x | c | d |\n\nTwo.\n");
  /* Two tables. */
  check_blocks ("One.\n| a | b |\n|---|---|\n| c | d |\n| a | b | c |\n|---|---|---|\n| c | d | e |\nTwo.\n",
                "p table2x1 table3x1 p");
  /* A line with a bar is none. */
  check ("One | two.\nThree.\n", "One | two.\n\nThree.\n");
}

static void
test_lists (void)
{
  check ("Two things matter:\n- one\n- two\nAfter.\n", "Two things matter:\n\n- one\n- two\n\nAfter.\n");
  check ("Two things matter:\n• one\n•\ttwo\nAfter.\n", "Two things matter:\n\n- one\n- two\n\nAfter.\n");
  check ("Two.\n2. one\n3. two\nAfter.\n", "Two.\n\n2. one\n3. two\n\nAfter.\n");
  check_blocks ("Two things matter:\n• one\n• two\nAfter.\n", "p ul p");
  check ("One.\n> quoted\n> more\nTwo.\n", "One.\n\n> quoted\n> more\n\nTwo.\n");
  /* A rule would make a heading of the line above it. */
  check ("One.\n---\nTwo.\n", "One.\n\n---\n\nTwo.\n");
}

static void
test_whitespace (void)
{
  check ("One. \nTwo.\u00a0\nThree.\t\n", "One.\n\nTwo.\n\nThree.\n");
  check ("\n\nOne.\nTwo.\nThree.\n\n\n\nFour.\n\n\n", "One.\n\nTwo.\n\nThree.\n\nFour.\n");
  check ("One.\nTwo.\n\u00a0\nThree.\nFour.", "One.\n\nTwo.\n\nThree.\n\nFour.");
  check ("One.\n\u00a0Two.\u00a0 Three.\nFour.\n", "One.\n\nTwo. Three.\n\nFour.\n");
  /* A blank that holds two words together is meant. */
  check ("10\u00a0km.\nTwo\tthree.\n", "10\u00a0km.\n\nTwo\tthree.\n");
  check ("One\x01.\n\ufeffTwo.\n", "One.\n\nTwo.\n");
  check ("One.\r\nTwo.\rThree.\u2028Four.\fFive.", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.");
  check ("\tOne.\n\tTwo.\n    Three.\n", "One.\n\nTwo.\n\nThree.\n");
  check_blocks ("\tOne.\n\tTwo.\n    Three.\n", "p p p");
  check_blocks ("One.\nTwo.\nThree.\n    a = 1\n    b = 2\nFour.\nFive.\n", "p p p code p p");
}

static void
test_headings (void)
{
  /* In sentence case, between paragraphs. */
  check ("One.\nTwo.\nWhat comes next\nThree.\n", "One.\n\nTwo.\n\n## What comes next\n\nThree.\n");
  /* A title and who wrote it. */
  check_blocks ("Night Boats at Risk\nJane Doe\nOne.\nTwo.\n", "h1 p p p");
  check_blocks ("Why the night boats may end before the summer\nOne.\nTwo.\n", "h1 p p");
  /* What was a list once. */
  check_blocks ("Here they are.\nApples\nPears\nPlums\nThat was all.\n", "p p p p p");
  check_blocks ("Here they are:\nApples\nPears\nThat was all.\n", "p p p p");
  /* Nothing behind it; nothing but a rule. */
  check_blocks ("One.\nTwo.\nThe End\n", "p p p");
  check_blocks ("One.\nThe End\n---\nTwo.\nThree.\n", "p h2 p p");
}

static void
check_title (const char *text, const char *expected)
{
  g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);
  g_autofree char *title = proviso_text_import_dup_title (import);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_title (void)
{
  check_title ("", NULL);
  check_title ("Text.\n\n# The *Title*\n", "The Title");
  check_title ("\n## First\n\nText.\n\n## Second\n", "First");
  check_title ("Text.\n\n## Second\n", NULL);
  check_title ("Night Boats at Risk\nOne.\nTwo.\n", "Night Boats at Risk");
  check_title ("Night boats at risk\n\nOne.\n\nTwo.\n", "Night boats at risk");
  check_title ("A whole sentence.\n\nTwo.\n", NULL);
  check_title (LONG LONG "\nTwo.\n", NULL);
}

/* Letters and digits only: no repair adds, drops or moves any, but for table headers and item marks. */
static char *
get_words (const char *text)
{
  GString *words = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (words, g_utf8_get_char (c));
  return g_string_free_and_steal (words);
}

/* Each change is told to be in the line of the result that has the words of the line in which it was proposed. */
static void
check_places (ProvisoTextImport *import, const char *text)
{
  GListModel *changes = proviso_text_import_get_changes (import);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) result = g_strsplit (proviso_text_import_get_result (import), "\n", -1);

  /* Other line breaks are not split at here. */
  if (strpbrk (text, "\r") != NULL || strstr (text, "\u2028") != NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (ProvisoImportChange) change = g_list_model_get_item (changes, i);
      guint number = proviso_import_change_get_line (change);
      guint place = proviso_text_import_get_result_line (import, change);
      g_autofree char *wanted = get_words (number <= g_strv_length (lines) ? lines[number - 1] : "");
      g_autofree char *found = NULL;

      g_assert_cmpuint (place, <, g_strv_length (result));
      found = get_words (result[place]);
      if (*wanted != '\0')
        g_assert_cmpstr (found, ==, wanted);
    }
}

static char *
random_plain_text (void)
{
  static const char *const lines[] = {
    "One sentence.",
    "Two of them. Here.",
    "A Bare Heading",
    "What comes next",
    "Lead-in:",
    "",
    "",
    " ",
    "\u00a0",
    "| a | b |",
    "|---|---|",
    "| a | b | |",
    "|---|---|---|",
    "| x | y | z |",
    "a | b",
    "- item",
    "• item",
    "1. item",
    "> quote",
    "    indented",
    "\tindented.",
    "---",
    "===",
    "```",
    "# Heading",
    "#tag",
    LONG LONG,
    LONG,
    "wörter 漢字。",
    "Trailing. ",
    "  two",
    "Jane Doe",
    "* * *",
    "~~~",
    "\ufeff",
    "<div>",
  };
  static const char *const breaks[] = { "\n", "\n", "\n", "\n", "\r\n", "\n\n", "\u2028" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, 14);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, lines[g_test_rand_int_range (0, G_N_ELEMENTS (lines))]);
      if (i + 1 < n || g_test_rand_bit ())
        g_string_append (text, breaks[g_test_rand_int_range (0, G_N_ELEMENTS (breaks))]);
    }
  return g_string_free_and_steal (text);
}

static void
test_random (void)
{
  guint n_repaired = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text =
          i % 4 == 0 ? random_markdown ((guint) g_test_rand_int_range (0, 40)) : random_plain_text ();
      g_autoptr (ProvisoTextImport) import = proviso_text_import_new (text);
      g_autofree char *words = get_words (text);
      g_autofree char *result = g_strdup (proviso_text_import_get_result (import));
      g_autofree char *result_words = get_words (result);
      GListModel *changes = proviso_text_import_get_changes (import);

      g_assert_cmpstr (result_words, ==, words);
      if (count_changes (result) != 0)
        g_error ("Not settled: “%s” becomes “%s”", g_strescape (text, NULL), g_strescape (result, NULL));
      n_repaired += g_list_model_get_n_items (changes) > 0;

      /* Any choice of changes keeps the words; none at all keeps everything but the kind of line breaks. */
      for (guint j = 0; j < g_list_model_get_n_items (changes); j++)
        {
          g_autoptr (ProvisoImportChange) change = g_list_model_get_item (changes, j);

          proviso_import_change_set_enabled (change, g_test_rand_bit ());
        }
      g_autofree char *some_words = get_words (proviso_text_import_get_result (import));
      g_assert_cmpstr (some_words, ==, words);
      check_places (import, text);

      for (guint kind = 0; kind < PROVISO_IMPORT_N_KINDS; kind++)
        proviso_text_import_set_kind_enabled (import, kind, FALSE);
      if (strpbrk (text, "\r") == NULL && strstr (text, "\u2028") == NULL)
        g_assert_cmpstr (proviso_text_import_get_result (import), ==, text);
    }
  g_assert_cmpuint (n_repaired, >, 2000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-import/briefing", test_briefing);
  g_test_add_func ("/text-import/memo", test_memo);
  g_test_add_func ("/text-import/changes", test_changes);
  g_test_add_func ("/text-import/switch", test_switch);
  g_test_add_func ("/text-import/places", test_places);
  g_test_add_func ("/text-import/left-alone", test_left_alone);
  g_test_add_func ("/text-import/tables", test_tables);
  g_test_add_func ("/text-import/lists", test_lists);
  g_test_add_func ("/text-import/whitespace", test_whitespace);
  g_test_add_func ("/text-import/headings", test_headings);
  g_test_add_func ("/text-import/title", test_title);
  g_test_add_func ("/text-import/random", test_random);

  return g_test_run ();
}
