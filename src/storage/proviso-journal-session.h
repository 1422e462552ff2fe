/* proviso-journal-session.h: the folder of one journal on the disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the journal. A session is a folder with four files:
 *
 *   lock   held with flock() as long as the program that writes the session lives
 *   meta   a key file: which file it belongs to, the title, when it began, which session it replaces
 *   base   the bytes of the project before the first line of the log
 *   log    what changed since; see proviso-journal-changes.h
 *
 * The folder is filled under a name with a dot and gets its own by a rename once it is whole, so that a folder
 * without a dot always has all four. Only the log changes after that, by appending. What needs another base (the
 * file was saved, the log grew long) begins another session, which names the one that it replaces and removes
 * it once it stands itself: at every moment one of the two holds everything.
 *
 * Two threads share a session: one puts lines in, another carries them to the disk.
 */
#pragma once

#include "storage/proviso-codec.h"
#include "storage/proviso-recovery.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_JOURNAL_LOCK "lock"
#define PROVISO_JOURNAL_META "meta"
#define PROVISO_JOURNAL_BASE "base"
#define PROVISO_JOURNAL_LOG "log"
#define PROVISO_JOURNAL_GROUP "proviso-recovery"
#define PROVISO_JOURNAL_VERSION 1

typedef struct _ProvisoJournalSession ProvisoJournalSession;

typedef enum
{
  PROVISO_JOURNAL_WRITTEN,
  PROVISO_JOURNAL_NEEDS_BASE, /* the file is not what it was, or the folder went away: begin from a snapshot */
  PROVISO_JOURNAL_FAILED,
} ProvisoJournalResult;

/* Nothing is written yet. `file` and `etag` (nullable): the file whose bytes are the base, as long as it is
 * what the etag says. */
ProvisoJournalSession *proviso_journal_session_new (GFile *file, const char *etag, const char *title);
ProvisoJournalSession *proviso_journal_session_ref (ProvisoJournalSession *self);
/* The last reference leaves the folder as it is, for the next start to find. */
void proviso_journal_session_unref (ProvisoJournalSession *self);

/* Makes the project as it is in `tree` (transfer full) the base, and forgets the lines that wait. For a session
 * that was not written yet, or that needs a base. */
void proviso_journal_session_set_base (ProvisoJournalSession *self, ProvisoCodecTree *tree);
/* `old` (transfer full) is removed once this session stands, or at once where this one has nothing to say. */
void proviso_journal_session_replace (ProvisoJournalSession *self, ProvisoJournalSession *old);
void proviso_journal_session_replace_recovery (ProvisoJournalSession *self, ProvisoRecovery *recovery);

/* Lines to be written. Never waits for the disk. */
void proviso_journal_session_push (ProvisoJournalSession *self, const char *lines, gsize length);
/* Whether proviso_journal_session_write() would have something to do. */
gboolean proviso_journal_session_has_work (ProvisoJournalSession *self);

/* Carries what waits to the disk, in any thread. What could not be written waits on. */
ProvisoJournalResult proviso_journal_session_write (ProvisoJournalSession *self, GError **error);
/* Removes the folder, and those that this one was to replace. Waits for a write that is going on; there is none
 * after it. */
void proviso_journal_session_discard (ProvisoJournalSession *self);

/* How many bytes the log has on the disk, and the base. */
void proviso_journal_session_get_sizes (ProvisoJournalSession *self, goffset *log, goffset *base);

/* Where the sessions are. Returns: (transfer full) */
char *proviso_journal_get_root (void);
/* Removes a session's folder in a way that a half removed one is not taken for a whole one. */
void proviso_journal_remove_folder (const char *folder);
/* Holds the session's lock. Returns: the descriptor, or -1 where another program holds it or there is none. */
int proviso_journal_lock_folder (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoJournalSession, proviso_journal_session_unref)

G_END_DECLS
