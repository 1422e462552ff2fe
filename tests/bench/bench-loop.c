/* bench-loop.c: how long the main loop is busy between two looks at its events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-loop.h"

static GPollFunc poll_func;
static gint64 woke_at;
static double longest_stall;

static int
watch_poll (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  longest_stall = MAX (longest_stall, (double) (g_get_monotonic_time () - woke_at) / 1e3);
  result = poll_func (fds, n_fds, timeout);
  woke_at = g_get_monotonic_time ();

  return result;
}

void
bench_loop_init (void)
{
  poll_func = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watch_poll);
  bench_loop_reset ();
}

void
bench_loop_reset (void)
{
  woke_at = g_get_monotonic_time ();
  longest_stall = 0;
}

double
bench_loop_get_longest_stall (void)
{
  return longest_stall;
}

static gboolean
wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
bench_loop_run_until (gboolean (*done) (gpointer user_data), gpointer user_data, guint seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  guint waker = g_timeout_add (5, wake, NULL);
  gboolean is_done;

  while (!(is_done = done (user_data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (waker);

  return is_done;
}

static gboolean
never (gpointer user_data)
{
  return g_get_monotonic_time () >= *(gint64 *) user_data;
}

void
bench_loop_run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  bench_loop_run_until (never, &end, ms / 1000 + 1);
}
