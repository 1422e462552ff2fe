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

G_END_DECLS
