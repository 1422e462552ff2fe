/* bench-loop.h: how long the main loop is busy between two looks at its events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Starts to watch the default main context. */
void bench_loop_init (void);
/* Forgets what was seen so far. */
void bench_loop_reset (void);
/* The longest time, in ms, from one poll's end to the next one's begin. */
double bench_loop_get_longest_stall (void);

/* Runs the loop until `done` is true or so many seconds are over. Returns: whether it became true. */
gboolean bench_loop_run_until (gboolean (*done) (gpointer user_data), gpointer user_data, guint seconds);
void bench_loop_run_for (guint ms);

G_END_DECLS
