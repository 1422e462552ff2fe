/* proviso-date.c: dates of records and times of events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Reads exactly `n_digits` decimal digits; -1 where there are fewer. */
static int
read_digits (const char **at, guint n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (**at))
        return -1;
      number = number * 10 + (*(*at)++ - '0');
    }

  return number;
}

gboolean
proviso_date_is_valid (const char *date)
{
  int year, month = 1, day = 1;

  g_return_val_if_fail (date != NULL, FALSE);

  if ((year = read_digits (&date, 4)) < 1)
    return FALSE;
  if (*date == '-' && (date++, month = read_digits (&date, 2)) >= 0 && *date == '-')
    {
      date++;
      day = read_digits (&date, 2);
    }

  return *date == '\0' && day > 0 && month > 0 && g_date_valid_dmy (day, month, year);
}

/* Returns: (transfer full) (nullable). RFC 3339 allows small letters, GLib does not. */
static GDateTime *
read_time (const char *time)
{
  g_autofree char *upper = g_ascii_strup (time, -1);

  return g_date_time_new_from_iso8601 (upper, NULL);
}

gboolean
proviso_time_is_valid (const char *time)
{
  g_autoptr (GDateTime) date_time = NULL;
  gsize length;

  g_return_val_if_fail (time != NULL, FALSE);

  /* GLib's parser takes more forms of ISO 8601 than RFC 3339 has: ask for the dashes, colons and the zone. */
  length = strlen (time);
  if (length < strlen ("2026-03-28T09:30:00Z") || time[4] != '-' || time[7] != '-' ||
      (time[10] != 'T' && time[10] != 't' && time[10] != ' ') || time[13] != ':' || time[16] != ':')
    return FALSE;
  if (g_ascii_toupper (time[length - 1]) != 'Z' &&
      (time[length - 3] != ':' || (time[length - 6] != '+' && time[length - 6] != '-')))
    return FALSE;
  /* Nor has it a decimal comma, or more than one leap second. */
  if (time[19] == ',' || (time[17] == '6' && time[18] != '0'))
    return FALSE;

  date_time = read_time (time);

  return date_time != NULL;
}

char *
proviso_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

char *
proviso_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* The formats are those of g_date_time_format(), for each precision but the year's. */
static char *
format (const char *date, const char *day_format, const char *month_format)
{
  g_autoptr (GDateTime) datetime = NULL;
  int year, month = 1, day = 1;
  int n_parts;

  if (!proviso_date_is_valid (date))
    return g_strdup (date);

  n_parts = sscanf (date, "%d-%d-%d", &year, &month, &day);
  if (n_parts == 1)
    return g_strdup (date);

  datetime = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (datetime == NULL)
    return g_strdup (date);

  return g_date_time_format (datetime, n_parts == 2 ? month_format : day_format);
}

char *
proviso_date_format (const char *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  /* Translators: a date, see g_date_time_format(): “28 March 2026”. */
  return format (date, C_ ("date", "%-d %B %Y"),
                 /* Translators: a month, see g_date_time_format(): “March 2026”. */
                 C_ ("date", "%OB %Y"));
}

char *
proviso_date_format_short (const char *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  /* Translators: a short date, see g_date_time_format(): “28 Mar 2026”. */
  return format (date, C_ ("date", "%-d %b %Y"),
                 /* Translators: a short month, see g_date_time_format(): “Mar 2026”. */
                 C_ ("date", "%Ob %Y"));
}

char *
proviso_time_get_day (const char *time)
{
  g_autoptr (GDateTime) datetime = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  datetime = read_time (time);
  local = datetime != NULL ? g_date_time_to_local (datetime) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup (time);
}
