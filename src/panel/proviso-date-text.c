/* proviso-date-text.c: dates as people type them, and times as they read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-date-text.h"
#include "core/proviso-date.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

/* A typed date has no more parts than these; the rest is not a date. */
#define MAX_PARTS 6

static const char *const english_months[] = { "january",   "february", "march",    "april",
                                              "may",       "june",     "july",     "august",
                                              "september", "october",  "november", "december" };

char *
proviso_date_text_format_time (const char *time)
{
  g_autoptr (GDateTime) datetime = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (GDateTime) local = datetime != NULL ? g_date_time_to_local (datetime) : NULL;

  if (local == NULL)
    return g_strdup (time != NULL ? time : "");

  /* Translators: a date and time, see g_date_time_format(): “28 Mar 2026, 10:30”. */
  return g_date_time_format (local, C_ ("date", "%-d %b %Y, %H:%M"));
}

/* Whether `part` names `month` (1 to 12) in the language of the locale, in full or in short. */
static gboolean
is_local_month (const char *part, int month)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
  g_autoptr (GDateTime) datetime = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_date_time_format (datetime, formats[i]);
      g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;
      size_t length = folded != NULL ? strlen (folded) : 0;

      /* Some locales write a short name with a full stop, which was a separator here. */
      if (length > 0 && folded[length - 1] == '.')
        folded[length - 1] = '\0';
      if (g_strcmp0 (part, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: 1 to 12, or 0 where `part`, case-folded, names no month. */
static int
find_month (const char *part)
{
  for (int month = 1; month <= 12; month++)
    {
      const char *english = english_months[month - 1];

      if (is_local_month (part, month) || (strlen (part) >= 3 && g_str_has_prefix (english, part)) ||
          (month == 9 && g_str_equal (part, "sept")))
        return month;
    }

  return 0;
}

static gboolean
parse_number (const char *part, guint64 *number)
{
  return g_ascii_string_to_unsigned (part, 10, 0, 9999, number, NULL);
}

static gboolean
locale_puts_month_first (void)
{
  const char *date_format = nl_langinfo (D_FMT);
  const char *month = strstr (date_format, "%m");
  const char *day = strstr (date_format, "%d");

  return g_str_equal (date_format, "%D") || (month != NULL && day != NULL && month < day);
}

/* Whether `part` only says what the number before it is: "28th", "28日". */
static gboolean
is_unit (const char *part)
{
  static const char *const units[] = { "st", "nd", "rd", "th", "年", "月", "日", "년", "월", "일", NULL };

  return g_strv_contains (units, part);
}

/* Whether a new part begins between two characters that stand side by side. */
static gboolean
is_boundary (gunichar before, gunichar after)
{
  return g_unichar_isdigit (before) != g_unichar_isdigit (after);
}

/* Cuts at whatever is neither letter nor digit, so that "28.", "28," and "28" are alike, and between digits
 * and letters. Returns: (transfer full): the parts, without those that only say what a number is. */
static GStrv
split (const char *folded)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      gboolean is_word = g_unichar_isalnum (ch) || g_unichar_ismark (ch);

      if (part->len > 0 && (!is_word || is_boundary (before, ch)))
        {
          if (!is_unit (part->str))
            g_strv_builder_add (parts, part->str);
          g_string_truncate (part, 0);
        }
      if (ch == 0)
        break;
      if (is_word)
        g_string_append_unichar (part, ch);
      before = ch;
    }

  return g_strv_builder_end (parts);
}

char *
proviso_date_text_parse (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  g_autofree char *today = g_utf8_casefold (_ ("today"), -1);
  g_autofree char *date = NULL;
  g_auto (GStrv) parts = NULL;
  guint64 numbers[3] = { 0 };
  guint n_numbers = 0;
  int year = 0, month = 0, day = 0;
  gboolean day_first = strchr (stripped, '.') != NULL || !locale_puts_month_first ();

  if (proviso_date_is_valid (stripped))
    return g_steal_pointer (&stripped);
  if (g_str_equal (folded, today) || g_str_equal (folded, "today"))
    return proviso_date_today ();

  parts = split (folded);
  if (g_strv_length (parts) > MAX_PARTS)
    return NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 number;

      if (parse_number (parts[i], &number))
        {
          if (strlen (parts[i]) == 4 && year == 0)
            year = number;
          else if (strlen (parts[i]) <= 2 && number > 0 && n_numbers < 2)
            numbers[n_numbers++] = number;
          else
            return NULL;
          /* The year first is the order of ISO 8601, whatever the locale's is. */
          if (i == 0 && year != 0)
            day_first = FALSE;
        }
      else if (month == 0 && (month = find_month (parts[i])) != 0)
        continue;
      else
        return NULL;
    }

  if (year == 0 || (month != 0 && n_numbers == 2))
    return NULL;

  if (month == 0 && n_numbers > 0)
    {
      guint month_index = n_numbers == 2 && day_first ? 1 : 0;

      month = numbers[month_index];
      day = n_numbers == 2 ? numbers[1 - month_index] : 0;
    }
  else if (n_numbers == 1)
    {
      day = numbers[0];
    }

  if (day != 0)
    date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  else if (month != 0)
    date = g_strdup_printf ("%04d-%02d", year, month);
  else
    date = g_strdup_printf ("%04d", year);

  return proviso_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}
