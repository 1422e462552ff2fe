/* test-date.c: dates of records and times of events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-date.h"

static void
test_dates (void)
{
  const char *valid[] = { "2026", "2026-03", "2026-03-28", "2024-02-29", "0001-01-01" };
  const char *invalid[] = { "",           "26",          "2026-",      "2026-3",       "2026-13",
                            "2026-00",    "2026-02-29",  "2026-03-32", "2026-03-28T",  " 2026",
                            "2026-03-28 ", "0000-01-01", "2026/03/28", "2026-03-28-1", "20260328" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (proviso_date_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (proviso_date_is_valid (invalid[i]));
}

static void
test_times (void)
{
  const char *valid[] = { "2026-03-28T09:30:00Z", "2026-03-28T09:30:00.25+02:00", "2026-03-28t09:30:00z",
                          "2016-12-31T23:59:60Z" };
  const char *invalid[] = { "",
                            "2026-03-28",
                            "2026-03-28T09:30Z",
                            "2026-03-28T09:30:00",
                            "20260328T093000Z",
                            "2026-03-28T09:30:00+0200",
                            "2026-02-30T09:30:00Z",
                            "2026-03-28T25:30:00Z",
                            "2026-03-28T09:30:61Z",
                            "2026-03-28T09:30:00,25Z" };
  g_autofree char *now = proviso_time_now ();
  g_autofree char *today = proviso_date_today ();

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (proviso_time_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (proviso_time_is_valid (invalid[i]));
  g_assert_true (proviso_time_is_valid (now));
  g_assert_true (proviso_date_is_valid (today));
}

static void
check_format (const char *date, const char *expected, const char *expected_short)
{
  g_autofree char *text = proviso_date_format (date);
  g_autofree char *text_short = proviso_date_format_short (date);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (text_short, ==, expected_short);
}

static void
test_format (void)
{
  check_format ("2026-03-08", "8 March 2026", "8 Mar 2026");
  check_format ("2026-03", "March 2026", "Mar 2026");
  check_format ("2026", "2026", "2026");
  check_format ("as the file has it", "as the file has it", "as the file has it");
}

/* Near midnight, the day is that of the person's own clock. */
static void
test_day (void)
{
  static const char *const times[][2] = { { "2026-03-28T12:00:00Z", "2026-03-28" },
                                          { "2026-03-28T23:30:00-02:00", "2026-03-29" },
                                          { "2026-03-28t23:30:00-02:00", "2026-03-29" },
                                          { "2026-03-28t12:00:00z", "2026-03-28" },
                                          { "once", "once" } };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *day = proviso_time_get_day (times[i][0]);

      g_assert_cmpstr (day, ==, times[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/dates", test_dates);
  g_test_add_func ("/date/times", test_times);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/day", test_day);

  return g_test_run ();
}
