/* proviso-file-monitor.h: tells when somebody else changes a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waits until a burst of changes is over, then compares what stands in the file with what is known of it, so
 * that a touched or re-written but equal file is not reported. Paused during own saves.
 *
 * Signal: changed (ProvisoStoreState state)
 *     the file is now changed, gone, or (after one of these) again what is known.
 */
#pragma once

#include "storage/proviso-store.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_FILE_MONITOR (proviso_file_monitor_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoFileMonitor, proviso_file_monitor, PROVISO, FILE_MONITOR, GObject)

/* `etag`: what the file is known to hold. Where the place cannot be watched, it is only compared on
 * proviso_file_monitor_check(). */
ProvisoFileMonitor *proviso_file_monitor_new (GFile *file, const char *etag);

/* Says nothing until it is resumed. `etag`: (nullable): what was written meanwhile; %NULL: nothing. */
void proviso_file_monitor_pause (ProvisoFileMonitor *self);
void proviso_file_monitor_resume (ProvisoFileMonitor *self, const char *etag);

/* Compares soon, whether or not a change was seen: the window got the focus back. */
void proviso_file_monitor_check (ProvisoFileMonitor *self);

G_END_DECLS
