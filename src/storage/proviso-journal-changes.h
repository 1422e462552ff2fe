/* proviso-journal-changes.h: what changed in a project since its journal was last written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers in memory what the journal will write. Noting a keystroke costs the keystroke: text that goes on where
 * the last ended is put behind it, a record is only remembered as changed, and turning it into JSON waits for
 * the encoding, once for any number of changes.
 *
 * The lines of a journal's log, each one JSON object, and what they say:
 *
 *   {"t":[offset,n_removed,"inserted"]}                   the draft
 *   {"s":["claims",position,n_removed,[record, …]]}       one of the three lists; a record that cannot be
 *                                                         written is there as its id, a string
 *   {"p":["claims",record]}                               the record with this id is this now
 *   {"h":project without draft and lists}
 *   {"n":length}                                          ends a batch: how long the draft is after it
 *
 * A batch has all its "t" first. So the passages in its records, which are as they stand at the end of the
 * batch, fit the draft when they are read.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef struct _ProvisoJournalChanges ProvisoJournalChanges;

/* `project` is not referenced. */
ProvisoJournalChanges *proviso_journal_changes_new (ProvisoProject *project);
void proviso_journal_changes_free (ProvisoJournalChanges *self);

void proviso_journal_changes_add_text (ProvisoJournalChanges *self,
                                       guint offset,
                                       guint n_removed,
                                       const char *inserted);
/* After one of the project's lists changed. */
void proviso_journal_changes_add_splice (ProvisoJournalChanges *self,
                                         ProvisoRecordList *list,
                                         guint position,
                                         guint n_removed,
                                         guint n_added);
/* `record`: a claim, caveat, source or the project. */
void proviso_journal_changes_add_record (ProvisoJournalChanges *self, ProvisoRecord *record);

gboolean proviso_journal_changes_is_empty (ProvisoJournalChanges *self);

/* Appends a batch of lines for all that was gathered, and forgets it. A record that cannot be written (an
 * invalid date was typed) is left out and stays to be written with the next batch. */
void proviso_journal_changes_encode (ProvisoJournalChanges *self, GString *out);
/* Forgets all of it: the journal was begun anew from the project as it is. */
void proviso_journal_changes_clear (ProvisoJournalChanges *self);

/* The list's name in the file: "claims". Returns: (transfer none) */
const char *proviso_journal_list_name (ProvisoProject *project, ProvisoRecordList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoJournalChanges, proviso_journal_changes_free)

G_END_DECLS
