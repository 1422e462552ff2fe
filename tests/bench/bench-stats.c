/* bench-stats.c: medians, percentiles, and the line that a benchmark prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-stats.h"

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_percentile (GArray *samples, double fraction)
{
  g_return_val_if_fail (samples->len > 0, 0);

  g_array_sort (samples, compare_doubles);

  return g_array_index (samples, double, MIN (samples->len - 1, (guint) (fraction * samples->len)));
}

gboolean
bench_report (const char *name, const char *peer, GArray *ours, GArray *theirs, double fraction, double limit)
{
  double our_time = bench_percentile (ours, fraction), their_time = bench_percentile (theirs, fraction);
  double ratio = our_time / their_time;

  g_print ("%-34s %5.2f (at most %.2f) %s; ours %.2f ms [%.2f to %.2f], %s %.2f ms [%.2f to %.2f], %u runs\n",
           name,
           ratio,
           limit,
           ratio <= limit ? "met" : "MISSED",
           our_time,
           bench_percentile (ours, 0.1),
           bench_percentile (ours, 0.9),
           peer,
           their_time,
           bench_percentile (theirs, 0.1),
           bench_percentile (theirs, 0.9),
           ours->len);

  return ratio <= limit;
}
