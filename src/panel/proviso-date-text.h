/* proviso-date-text.h: dates as people type them, and times as they read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between the dates of records and words of the person's language. How dates are read is in proviso-date.h.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `time` is RFC 3339. Returns: (transfer full): "28 Mar 2026, 10:30" in the local time zone. */
char *proviso_date_text_format_time (const char *time);
/* Reads "2026-03-28", "2026-03", "2026", "28 Mar 2026", "March 28, 2026", "March 2026", "28.3.2026",
 * "3/28/2026" (in the order of the locale) and "today", with the months' names as the person's language and
 * English have them.
 * Returns: (transfer full) (nullable): the date, or %NULL where the words are not one. */
char *proviso_date_text_parse (const char *typed);

G_END_DECLS
