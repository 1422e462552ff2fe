/* test-line.c: what a line of Markdown begins with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-line.h"

#include <string.h>

static void
check (const char *text,
       ProvisoLineKind kind,
       guint quote_end,
       guint marker_start,
       guint marker_end,
       guint content_start)
{
  ProvisoLine line;

  proviso_line_parse (&line, text, strlen (text));
  g_assert_cmpint (line.kind, ==, kind);
  g_assert_cmpuint (line.quote_end, ==, quote_end);
  g_assert_cmpuint (line.marker_start, ==, marker_start);
  g_assert_cmpuint (line.marker_end, ==, marker_end);
  g_assert_cmpuint (line.content_start, ==, content_start);
}

static void
test_kinds (void)
{
  check ("", PROVISO_LINE_BLANK, 0, 0, 0, 0);
  check ("  ", PROVISO_LINE_BLANK, 0, 2, 2, 2);
  check ("text", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("- a", PROVISO_LINE_BULLET, 0, 0, 2, 2);
  check ("  +  a", PROVISO_LINE_BULLET, 0, 2, 5, 5);
  check ("-", PROVISO_LINE_BULLET, 0, 0, 1, 1);
  check ("-a", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("12) a", PROVISO_LINE_NUMBERED, 0, 0, 4, 4);
  check ("12a", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("- [x] a", PROVISO_LINE_BULLET, 0, 0, 2, 6);
  check ("- [y] a", PROVISO_LINE_BULLET, 0, 0, 2, 2);
  check ("> > - a", PROVISO_LINE_BULLET, 4, 4, 6, 6);
  check ("    > a", PROVISO_LINE_PLAIN, 0, 4, 4, 4);
  check ("## a", PROVISO_LINE_HEADING, 0, 0, 3, 3);
  check ("##a", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("####### a", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("* * *", PROVISO_LINE_RULE, 0, 0, 0, 0);
  check ("--", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("```c", PROVISO_LINE_FENCE, 0, 0, 0, 0);
  check ("```a```", PROVISO_LINE_PLAIN, 0, 0, 0, 0);
  check ("~~~~", PROVISO_LINE_FENCE, 0, 0, 0, 0);
  check ("| a |", PROVISO_LINE_TABLE_ROW, 0, 0, 0, 0);
}

static guint
get_column (const char *text)
{
  ProvisoLine line;

  proviso_line_parse (&line, text, strlen (text));
  return proviso_line_get_content_column (&line);
}

static void
test_content_column (void)
{
  g_assert_cmpuint (get_column ("- a"), ==, 2);
  g_assert_cmpuint (get_column ("-   a"), ==, 4);
  g_assert_cmpuint (get_column ("-      a"), ==, 2);
  g_assert_cmpuint (get_column ("10. a"), ==, 4);
  g_assert_cmpuint (get_column ("007. a"), ==, 5);
  g_assert_cmpuint (get_column ("-"), ==, 2);
  g_assert_cmpuint (get_column ("-   "), ==, 2);
  g_assert_cmpuint (get_column ("  - [ ] a"), ==, 4);
  g_assert_cmpuint (get_column ("\t- a"), ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line/kinds", test_kinds);
  g_test_add_func ("/line/content-column", test_content_column);

  return g_test_run ();
}
