/* test-date-text.c: dates as people type them, and times as they read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-date-text.h"

#include "core/proviso-date.h"

#include <locale.h>

static void
check_parse (const char *typed, const char *expected)
{
  g_autofree char *date = proviso_date_text_parse (typed);

  if (g_strcmp0 (date, expected) != 0)
    g_error ("“%s” was read as %s, not %s", typed, date, expected);
}

static void
test_parse (void)
{
  g_autofree char *today = proviso_date_today ();

  check_parse ("2026-03-28", "2026-03-28");
  check_parse (" 2026-03 ", "2026-03");
  check_parse ("2026", "2026");
  check_parse ("28 Mar 2026", "2026-03-28");
  check_parse ("28 MARCH 2026", "2026-03-28");
  check_parse ("March 28, 2026", "2026-03-28");
  check_parse ("Sept. 3, 2026", "2026-09-03");
  check_parse ("March 2026", "2026-03");
  check_parse ("28.3.2026", "2026-03-28");
  check_parse ("3.2026", "2026-03");
  check_parse ("2026/3/28", "2026-03-28");
  check_parse ("2026-3-8", "2026-03-08");
  check_parse ("March 28th, 2026", "2026-03-28");
  check_parse ("2026年3月28日", "2026-03-28");
  check_parse ("2026년 3월", "2026-03");
  check_parse ("28mar2026", "2026-03-28");
  check_parse ("Today", today);
}

static void
test_refuse (void)
{
  check_parse ("", NULL);
  check_parse (NULL, NULL);
  check_parse ("soon", NULL);
  check_parse ("28 March", NULL);
  check_parse ("31.2.2026", NULL);
  check_parse ("2026-13", NULL);
  check_parse ("28 March April 2026", NULL);
  check_parse ("1 2 March 2026", NULL);
  check_parse ("1 2 3 4 5 6 7 8 2026", NULL);
  check_parse ("2026 2027", NULL);
  check_parse ("-5", NULL);
  check_parse ("20260328", NULL);
}

/* What the row shows can be typed back, whatever the day. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_test_rand_int_range (1000, 3000),
                                              g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      g_autofree char *month = g_strndup (day, 7);
      g_autofree char *day_text = proviso_date_format (day);
      g_autofree char *month_text = proviso_date_format (month);

      check_parse (day_text, day);
      check_parse (month_text, month);
    }
}

/* Whatever is typed: a date of the file's form, or none. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "2026", "0000", "3",  "31", "0",  "99", "mar", "March", "th",
                                        "年",   "-",    "/",  ".",  " ",  ",",  "x",   "–",     "today" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *date = NULL;
      int n_pieces = g_test_rand_int_range (0, 9);

      for (int j = 0; j < n_pieces; j++)
        g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      date = proviso_date_text_parse (typed->str);
      if (date != NULL)
        g_assert_true (proviso_date_is_valid (date));
    }
}

static void
test_time (void)
{
  g_autofree char *text = proviso_date_text_format_time ("2026-03-28T09:30:00Z");
  g_autofree char *unknown = proviso_date_text_format_time ("once");

  g_assert_cmpstr (text, ==, "28 Mar 2026, 09:30");
  g_assert_cmpstr (unknown, ==, "once");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-text/parse", test_parse);
  g_test_add_func ("/date-text/refuse", test_refuse);
  g_test_add_func ("/date-text/round-trip", test_round_trip);
  g_test_add_func ("/date-text/anything", test_anything);
  g_test_add_func ("/date-text/time", test_time);

  return g_test_run ();
}
