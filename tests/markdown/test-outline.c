/* test-outline.c: which lines are headings, and what is under them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-outline.h"
#include "marked-text.h"

/* "level:title@start" for each heading. */
static char *
describe (ProvisoOutline *outline)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < proviso_outline_get_n_headings (outline); i++)
    {
      const ProvisoHeading *heading = proviso_outline_get_heading (outline, i);

      g_string_append_printf (result, "%s%u:%s@%u", i > 0 ? " " : "", heading->level, heading->title,
                              heading->start);
    }
  return g_string_free_and_steal (result);
}

static void
check (const char *text, const char *expected)
{
  g_autoptr (ProvisoOutline) outline = proviso_outline_new (text);
  g_autofree char *actual = describe (outline);

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_headings (void)
{
  check ("", "");
  check ("Just text.\n", "");
  check ("# A\n\ntext\n\n## B ##\n", "1:A@0 2:B@11");
  check ("ünï\n\n### 漢字\n\n#### x\n", "3:漢字@5 4:x@13");
  check ("A\n===\n\nB\n---\n", "1:A@0 2:B@7");
  check ("two\nlines\n===\n", "1:two lines@0");
  check ("text\n   # A\n", "1:A@5");
  check ("text\r\n# A\r\n", "1:A@6");
  /* What looks like one and is none. */
  check ("#no\n\n####### seven\n\n    # code\n", "");
  check ("```\n# A\n```\n\n~~~\n# B\n", "");
  check ("text\n\n---\n\ntext\n", "");
  check ("<div>\n# A\n</div>\n", "");
  check ("# \n\n#\n", "");
  /* Not of the article's own structure. */
  check ("> # A\n\n- # B\n\n# C\n", "1:C@14");
}

static void
test_titles (void)
{
  check ("# *a* **b** `c` ~~d~~\n", "1:a b c d@0");
  check ("# [a](http://a.example) ![b](c.png)\n", "1:a b@0");
  check ("# **Bold**\n", "1:Bold@0");
  check ("# a &amp; b &#8212; &#x2014; &unknown; \\*\n", "1:a & b — — &unknown; *@0");
  check ("#   a \t  b  \n", "1:a b@0");
  check ("# a <b>c</b>\n", "1:a c@0");
}

static void
check_path (ProvisoOutline *outline, guint offset, const char *expected)
{
  g_auto (GStrv) path = proviso_outline_dup_path (outline, offset);
  g_autofree char *joined = g_strjoinv ("/", path);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_path (void)
{
  /*                  0    5      12     19      27    33   38 */
  const char *text = "pre\n\n# A\n\na\n\n## B\n\nb\n\n#### C\n\n## D\n\n# E\n";
  g_autoptr (ProvisoOutline) outline = proviso_outline_new (text);
  g_autofree char *all = describe (outline);

  g_assert_cmpstr (all, ==, "1:A@5 2:B@13 4:C@22 2:D@30 1:E@36");
  check_path (outline, 0, "");
  check_path (outline, 4, "");
  check_path (outline, 5, "A");
  check_path (outline, 12, "A");
  check_path (outline, 13, "A/B");
  check_path (outline, 29, "A/B/C");
  check_path (outline, 30, "A/D");
  check_path (outline, 1000, "E");
  g_assert_cmpint (proviso_outline_find (outline, 4), ==, -1);
  g_assert_cmpint (proviso_outline_find (outline, 22), ==, 2);
  g_assert_cmpint (proviso_outline_get_parent (outline, 2), ==, 1);
  g_assert_cmpint (proviso_outline_get_parent (outline, 4), ==, -1);
  g_assert_cmpuint (proviso_outline_get_heading (outline, 0)->section_end, ==, 36);
  g_assert_cmpuint (proviso_outline_get_heading (outline, 1)->section_end, ==, 30);
  g_assert_cmpuint (proviso_outline_get_heading (outline, 2)->section_end, ==, 30);
  g_assert_cmpuint (proviso_outline_get_heading (outline, 4)->section_end, ==, g_utf8_strlen (text, -1));
}

static void
test_same (void)
{
  g_autoptr (ProvisoOutline) a = proviso_outline_new ("# A\n\n## B\n");
  g_autoptr (ProvisoOutline) moved = proviso_outline_new ("text\n\n# A\n\ntext\n\n## B\n");
  g_autoptr (ProvisoOutline) renamed = proviso_outline_new ("# A\n\n## C\n");
  g_autoptr (ProvisoOutline) raised = proviso_outline_new ("# A\n\n# B\n");

  g_assert_true (proviso_outline_has_same_headings (a, moved));
  g_assert_false (proviso_outline_has_same_headings (a, renamed));
  g_assert_false (proviso_outline_has_same_headings (a, raised));
}

static void
test_random (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 40));
      guint length = (guint) g_utf8_strlen (text, -1);
      g_autoptr (ProvisoOutline) outline = proviso_outline_new (text);
      guint before = 0;

      for (guint j = 0; j < proviso_outline_get_n_headings (outline); j++)
        {
          const ProvisoHeading *heading = proviso_outline_get_heading (outline, j);
          const char *at = g_utf8_offset_to_pointer (text, heading->start);

          g_assert_cmpuint (heading->start, >=, before);
          g_assert_cmpuint (heading->start, <, length);
          g_assert_cmpuint (heading->section_end, >, heading->start);
          g_assert_cmpuint (heading->section_end, <=, length);
          g_assert_true (at == text || at[-1] == '\n' || at[-1] == '\r');
          g_assert_cmpstr (heading->title, !=, "");
          g_assert_true (g_utf8_validate (heading->title, -1, NULL));
          g_assert_cmpint (proviso_outline_find (outline, heading->start), ==, (int) j);
          before = heading->start + 1;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/headings", test_headings);
  g_test_add_func ("/outline/titles", test_titles);
  g_test_add_func ("/outline/path", test_path);
  g_test_add_func ("/outline/same", test_same);
  g_test_add_func ("/outline/random", test_random);

  return g_test_run ();
}
