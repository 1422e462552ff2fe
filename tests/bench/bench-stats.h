/* bench-stats.h: medians, percentiles, and the line that a benchmark prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `samples`: a GArray of double, sorted in place. `fraction`: 0.5 is the median. */
double bench_percentile (GArray *samples, double fraction);

/* Prints "NAME: R (limit L) met|MISSED; ours M ms [p10 to p90], PEER M ms [p10 to p90], N runs". Both arrays hold
 * milliseconds. Returns: whether the ratio of the percentiles is at most `limit`. */
gboolean bench_report (const char *name, const char *peer, GArray *ours, GArray *theirs, double fraction, double limit);

G_END_DECLS
