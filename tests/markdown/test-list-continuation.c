/* test-list-continuation.c: Enter, Tab and Shift+Tab in lists and quotes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-list-continuation.h"
#include "marked-text.h"

/* `expected` NULL: the key does what it always does. */
static void
check_enter (const char *before, const char *expected)
{
  guint start, end;
  g_autofree char *line = marked_text_parse (before, &start, &end);
  g_autoptr (ProvisoRewrite) rewrite = proviso_list_continuation_enter (line, start);
  g_autofree char *after = rewrite != NULL ? marked_text_apply (rewrite, line) : NULL;

  g_assert_cmpstr (after, ==, expected);
}

static void
test_enter (void)
{
  check_enter ("- one¦", "- one\n- ¦");
  check_enter ("* one¦", "* one\n* ¦");
  check_enter ("+ one¦", "+ one\n+ ¦");
  check_enter ("1. one¦", "1. one\n2. ¦");
  check_enter ("9) one¦", "9) one\n10) ¦");
  check_enter ("999999999. one¦", "999999999. one\n999999999. ¦");
  check_enter ("- [ ] one¦", "- [ ] one\n- [ ] ¦");
  check_enter ("- [x] one¦", "- [x] one\n- [ ] ¦");
  check_enter ("> quoted¦", "> quoted\n> ¦");
  check_enter (">> quoted¦", ">> quoted\n>> ¦");
  check_enter ("> - item¦", "> - item\n> - ¦");
  check_enter ("  - nested¦", "  - nested\n  - ¦");
  check_enter ("\t- nested¦", "\t- nested\n\t- ¦");
  check_enter ("-   wide¦", "-   wide\n-   ¦");
  check_enter ("- süß¦", "- süß\n- ¦");

  /* In the middle of an item: the rest goes to the new one, without the blank before it. */
  check_enter ("- süß¦ one", "- süß\n- ¦one");
  check_enter ("- ¦one", "- \n- ¦one");
  check_enter ("1. o¦ne", "1. o\n2. ¦ne");
}

static void
test_enter_ends (void)
{
  check_enter ("- ¦", "¦");
  check_enter ("-¦", "¦");
  check_enter ("12. ¦", "¦");
  check_enter ("  - ¦", "¦");
  check_enter ("- [ ] ¦", "¦");
  check_enter ("- [x]¦", "¦");
  check_enter ("> ¦", "¦");
  check_enter ("> - ¦", "> ¦");
  check_enter ("> > ¦", "¦");
}

static void
test_enter_elsewhere (void)
{
  check_enter ("¦", NULL);
  check_enter ("plain¦", NULL);
  check_enter ("¦- one", NULL);
  check_enter ("-¦ one", NULL);
  check_enter ("- [¦ ] one", NULL);
  check_enter ("---¦", NULL);
  check_enter ("* * *¦", NULL);
  check_enter ("*emphasis*¦", NULL);
  check_enter ("-5 degrees¦", NULL);
  check_enter ("2026 was¦", NULL);
  check_enter ("1.5 percent¦", NULL);
  check_enter ("1234567890. long¦", NULL);
  check_enter ("# Title¦", NULL);
}

static void
check_tab (const char *before, gboolean deeper, const char *expected)
{
  guint start, end;
  g_autofree char *text = marked_text_parse (before, &start, &end);
  g_autoptr (ProvisoRewrite) rewrite = deeper ? proviso_list_continuation_indent (text, start, end)
                                              : proviso_list_continuation_outdent (text, start, end);
  g_autofree char *after = rewrite != NULL ? marked_text_apply (rewrite, text) : NULL;

  g_assert_cmpstr (after, ==, expected);
}

static void
test_indent (void)
{
  check_tab ("- a\n- b¦", TRUE, "- a\n  - b¦");
  check_tab ("1. a\n2. ¦b", TRUE, "1. a\n   2. ¦b");
  check_tab ("10. a\n- ¦b", TRUE, "10. a\n    - ¦b");
  check_tab ("- [ ] a\n- [ ] ¦b", TRUE, "- [ ] a\n  - [ ] ¦b");
  check_tab ("> - a\n> - ¦b", TRUE, "> - a\n>   - ¦b");
  /* Below the sibling's last child. */
  check_tab ("- a\n  - b\n- ¦c", TRUE, "- a\n  - b\n  - ¦c");
  /* Several, with what hangs below them. */
  check_tab ("- a\n‹- b\n  - c\n  more\n\n- d›\n- e", TRUE, "- a\n‹  - b\n    - c\n    more\n\n  - d›\n- e");
  /* A selection to the very start of a line leaves it alone. */
  check_tab ("- a\n‹- b\n›- c", TRUE, "- a\n‹  - b\n›- c");
  /* Nothing to stand under, or deep enough already. */
  check_tab ("- ¦a", TRUE, "- ¦a");
  check_tab ("Text.\n- ¦a", TRUE, "Text.\n- ¦a");
  check_tab ("- a\n  - ¦b", TRUE, "- a\n  - ¦b");
  check_tab ("- a\n\nText.\n\n- ¦b", TRUE, "- a\n\nText.\n\n- ¦b");
  /* Not a list. */
  check_tab ("¦plain", TRUE, NULL);
  check_tab ("- a\n\n¦plain", TRUE, NULL);
  check_tab ("¦", TRUE, NULL);
}

static void
test_outdent (void)
{
  check_tab ("- a\n  - b¦", FALSE, "- a\n- b¦");
  check_tab ("1. a\n   - b\n     - ¦c", FALSE, "1. a\n   - b\n   - ¦c");
  check_tab ("- a\n\t- ¦b", FALSE, "- a\n- ¦b");
  check_tab ("  - ¦b", FALSE, "- ¦b");
  check_tab ("> - a\n>   - ¦b", FALSE, "> - a\n> - ¦b");
  check_tab ("- a\n‹  - b\n    - c›", FALSE, "- a\n‹- b\n  - c›");
  check_tab ("- ¦a", FALSE, "- ¦a");
  check_tab ("  ¦plain", FALSE, NULL);
}

static void
test_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_markdown ((guint) g_test_rand_int_range (0, 12));
      guint length = (guint) g_utf8_strlen (text, -1);
      guint a = (guint) g_test_rand_int_range (0, (int) length + 1);
      guint b = (guint) g_test_rand_int_range (0, (int) length + 1);
      g_autoptr (ProvisoRewrite) in = proviso_list_continuation_indent (text, MIN (a, b), MAX (a, b));
      g_autoptr (ProvisoRewrite) out = proviso_list_continuation_outdent (text, MIN (a, b), MAX (a, b));
      g_autofree char *in_text = in != NULL ? marked_text_apply (in, text) : NULL;
      g_autofree char *out_text = out != NULL ? marked_text_apply (out, text) : NULL;

      text[strcspn (text, "\n")] = '\0';
      length = (guint) g_utf8_strlen (text, -1);
      g_autoptr (ProvisoRewrite) enter = proviso_list_continuation_enter (text, MIN (a, length));
      g_autofree char *enter_text = enter != NULL ? marked_text_apply (enter, text) : NULL;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-continuation/enter", test_enter);
  g_test_add_func ("/list-continuation/enter-ends", test_enter_ends);
  g_test_add_func ("/list-continuation/enter-elsewhere", test_enter_elsewhere);
  g_test_add_func ("/list-continuation/indent", test_indent);
  g_test_add_func ("/list-continuation/outdent", test_outdent);
  g_test_add_func ("/list-continuation/random", test_random);

  return g_test_run ();
}
