/* proviso-date.h: dates of records and times of events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date is an ISO 8601 calendar date to the year, month or day: "2026", "2026-03", "2026-03-28". A time is
 * RFC 3339 with seconds: "2026-03-28T09:30:00Z". Both are kept as the file has them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean proviso_date_is_valid (const char *date);
gboolean proviso_time_is_valid (const char *time);
/* Returns: (transfer full): now, in UTC, to the second. */
char *proviso_time_now (void);
/* Returns: (transfer full): today in the local time zone. */
char *proviso_date_today (void);
/* Returns: (transfer full): the day of a time in the local time zone; `time` itself where it is not valid. */
char *proviso_time_get_day (const char *time);

/* A date as people read it who use the program, in the language that it speaks to them, with the precision
 * that it has: "28 March 2026", "March 2026" or "2026". How it is written in a text that has a language of its
 * own is in export/proviso-export-text.h.
 * Returns: (transfer full): `date` itself where it is not valid. */
char *proviso_date_format (const char *date);
/* The same, as short as a list needs it: "28 Mar 2026". */
char *proviso_date_format_short (const char *date);

G_END_DECLS
