/* wait-until.h: running the main loop until something holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

static inline gboolean
wait_until_tick_cb (gpointer user_data)
{
  (*(guint *) user_data)--;
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until `condition` holds, and ends the test where it does not after 15 seconds. */
#define WAIT_UNTIL(condition)                                                                                        \
  G_STMT_START                                                                                                       \
  {                                                                                                                  \
    guint ticks = 1500;                                                                                              \
    guint source_ = g_timeout_add (10, wait_until_tick_cb, &ticks);                                                  \
    while (!(condition) && ticks > 0)                                                                                \
      g_main_context_iteration (NULL, TRUE);                                                                         \
    g_source_remove (source_);                                                                                       \
    if (!(condition))                                                                                                \
      g_error ("%s: waited in vain for: %s", G_STRLOC, #condition);                                                  \
  }                                                                                                                  \
  G_STMT_END
