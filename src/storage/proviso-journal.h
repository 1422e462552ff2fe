/* proviso-journal.h: keeps what is not saved yet, so that a crash does not lose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Listens to a project and writes what changes to the state folder ($XDG_STATE_HOME/proviso/recovery), never to
 * the writer's file. Writing is throttled, not debounced: while somebody types, what was typed is on the disk at
 * most PROVISO_JOURNAL_INTERVAL and the time of the write later. Nothing is written before the first change.
 *
 * Work on the main thread is that of the change: noting a keystroke takes the keystroke, and every interval the
 * records that changed are put into JSON. Files are written in a thread. Only where the file cannot be the
 * journal's base (a new project, a file that somebody else changed, a log grown long) is a snapshot taken, as
 * for a save.
 *
 * Life of a journal beside a window:
 *   - proviso_journal_new() once the project is loaded;
 *   - around a save: proviso_journal_mark() where the snapshot is taken, proviso_journal_saved() once the file
 *     is written; between the two the writer may go on;
 *   - proviso_journal_close() when the window closes and nothing is to be kept. Dropped without that, it writes
 *     what it has and leaves the folder for the next start.
 *
 * Properties, read-only and notified: "error" (#GError or %NULL: why changes are not safe at the moment; tried
 * again every few seconds, and %NULL again once it worked).
 */
#pragma once

#include "core/proviso-project.h"
#include "storage/proviso-recovery.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_JOURNAL (proviso_journal_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoJournal, proviso_journal, PROVISO, JOURNAL, GObject)

/* Milliseconds between two writes. With a slow disk's half a second it keeps the promise of at most a second. */
#define PROVISO_JOURNAL_INTERVAL 500

/* `file`, `etag` (nullable): the file that the project was read from and what proviso_store_read() said of it. The
 * project must still be what was read; where it was changed since, pass %NULL for the etag.
 * `recovered` (nullable): where the project was recovered from; it is discarded once this journal holds the
 * project, which it begins to do at once. */
ProvisoJournal *proviso_journal_new (ProvisoProject *project,
                                     GFile *file,
                                     const char *etag,
                                     ProvisoRecovery *recovered);

/* Returns: (transfer none) (nullable) */
const GError *proviso_journal_get_error (ProvisoJournal *self);

/* The project as it is now is about to be saved. Only the last mark counts. */
void proviso_journal_mark (ProvisoJournal *self);
/* The project as it was at the mark stands in `file`, whose etag is `etag`. */
void proviso_journal_saved (ProvisoJournal *self, GFile *file, const char *etag);

/* Writes at once what there is, and waits for it: before the session ends, or in a test.
 * Returns: whether all of it is on the disk; else `error` is set. */
gboolean proviso_journal_flush (ProvisoJournal *self, GError **error);
/* Nothing is to be kept: removes what was written and stops. */
void proviso_journal_close (ProvisoJournal *self);

G_END_DECLS
