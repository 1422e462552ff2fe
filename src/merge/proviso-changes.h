/* proviso-changes.h: what others did to a project since somebody last looked at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares two states of a project: as last seen, and as now. Records are matched by id, paragraphs of the draft by
 * their text (see proviso-text-changes.h). Who changed a record is in its history; what is signed by that person, on
 * another computer say, is left out. The draft has no history, nor has what was taken out: whatever is otherwise than
 * that person saw it is told, as what they do themselves is seen by them when it is saved.
 */
#pragma once

#include "core/proviso-project.h"
#include "merge/proviso-change.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CHANGES (proviso_changes_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoChanges, proviso_changes, PROVISO, CHANGES, GObject)

/* `seen`, `now`: two states of one project, both with a #ProvisoPlainText or one that does not change meanwhile.
 * `person`: whose own doings do not count. Keeps neither project. In any thread; what is returned may be handed to
 * another one. The cost is that of reading both once. */
ProvisoChanges *proviso_changes_new (ProvisoProject *seen, ProvisoProject *now, const char *person);

/* Returns: (transfer none): of #ProvisoChange, in the order of the draft; what has no place there comes last. */
GListModel *proviso_changes_get_list (ProvisoChanges *self);
/* The person has been to `change`, one of the list. */
void proviso_changes_look_at (ProvisoChanges *self, ProvisoChange *change);
/* The person goes on from the last one. Returns: whether all were looked at; then "looked-through" is emitted. */
gboolean proviso_changes_leave (ProvisoChanges *self);

/* Translated: “Anna changed 3 passages, 2 claims and 4 caveats since you last looked”. (transfer full) (nullable):
 * %NULL where nothing changed */
char *proviso_changes_dup_summary (ProvisoChanges *self);

/* The words that changed where one of the changes has its bounds, exactly [start, end). Returns: (transfer full)
 * (element-type ProvisoChangedWords): empty where none has. */
GArray *proviso_changes_find_words (ProvisoChanges *self, guint start, guint end);

/* The draft was edited: the changes' places follow. Offsets and lengths in code points. */
void proviso_changes_follow_edit (ProvisoChanges *self, guint offset, guint n_removed, guint n_inserted);

/* The same for all that makes `old_draft`, whose places they have, into `new_draft`. */
void proviso_changes_follow_draft (ProvisoChanges *self, const char *old_draft, const char *new_draft);

G_END_DECLS
