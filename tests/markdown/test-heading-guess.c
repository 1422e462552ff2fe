/* test-heading-guess.c: which lines read like headings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-heading-guess.h"

static void
check_guess (const char *line, ProvisoHeadingGuess expected)
{
  if (proviso_heading_guess (line, FALSE) != expected)
    g_error ("“%s” is guessed to be %d", line, proviso_heading_guess (line, FALSE));
}

static void
test_guess (void)
{
  static const char *const likely[] = {
    "The Month in Short",
    "Norlink’s Sum: What the Night Boats Cost",
    "Background",
    "Where They Meet and Where They Part",
    "WHAT COMES NEXT",
    "Outlook for 2027",
    "3. The Harbour",
    "The U.S. Market vs. the Rest",
    "What Now?",
    "Die Lage am Mittwoch",
    "“Bigger” Is Not Better",
  };
  static const char *const possible[] = { "What comes next", "Was bleibt offen", "背景", "خلفية" };
  static const char *const no[] = {
    "That is the puzzle.",
    "Same month. Two companies",
    "Same month.",
    "The step serves two purposes:",
    "Night boats are hard to fill.",
    "For passengers: the last boat",
    "What remains unconfirmed: the terms",
    "and then some",
    "By Jane Doe",
    "Photo: The Harbour Board",
    "April 12, 2026",
    "2026",
    "https://a.example/Page",
    "Jane@a.example",
    "So what is Norlink retreating to?",
    "他说。",
    "First item,",
    "",
    "—",
    "A line of which there is so much, and which goes on and on for so long without a full stop to be seen "
    "that it",
  };

  for (guint i = 0; i < G_N_ELEMENTS (likely); i++)
    check_guess (likely[i], PROVISO_HEADING_LIKELY);
  for (guint i = 0; i < G_N_ELEMENTS (possible); i++)
    check_guess (possible[i], PROVISO_HEADING_POSSIBLE);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    check_guess (no[i], PROVISO_HEADING_NO);
}

static void
test_first (void)
{
  const char *headline =
      "Why the night boats on the strait may end before anybody has counted their last guests";

  g_assert_cmpint (proviso_heading_guess (headline, TRUE), ==, PROVISO_HEADING_POSSIBLE);
  g_assert_cmpint (proviso_heading_guess (headline, FALSE), ==, PROVISO_HEADING_NO);
}

static void
test_ends (void)
{
  static const char *const ends[] = { "So.",     "So?", "So!",  "“So.”", "(So.)",
                                      "**So.**", "So…", "所。", "کیا؟",  "So. " };
  static const char *const goes_on[] = { "So", "So,", "So:", "So;", "", "“”", "所，" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_assert_true (proviso_heading_ends_sentence (ends[i]));
  for (guint i = 0; i < G_N_ELEMENTS (goes_on); i++)
    g_assert_false (proviso_heading_ends_sentence (goes_on[i]));
  g_assert_true (proviso_heading_leads_in ("Two things:"));
  g_assert_true (proviso_heading_leads_in ("两件事："));
  g_assert_false (proviso_heading_leads_in ("Two: things"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heading-guess/guess", test_guess);
  g_test_add_func ("/heading-guess/first", test_first);
  g_test_add_func ("/heading-guess/ends", test_ends);

  return g_test_run ();
}
