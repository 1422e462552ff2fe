/* proviso-history.h: the undo history of a project: text and records in the order they happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack of actions, each a list of primitive edits that are undone and redone together. The project puts
 * edits in (see proviso-edit.h); everybody else undoes, redoes and watches.
 *
 * Typing is coalesced: consecutive single characters into words, consecutive deletions into one action,
 * consecutive values of one text field into one.
 *
 * Properties, all read-only and notified: "can-undo", "can-redo", "modified" (whether the state differs from
 * the one that was last marked saved), "undo-label", "redo-label" (translated, "Delete Claim"; %NULL).
 * Signal:
 *   replayed (ProvisoRecord *root)
 *       undo or redo is done and was about this claim, caveat or source, which is in the project now. Not sent
 *       where it was about the draft or the project itself, or took the record away.
 */
#pragma once

#include "core/proviso-edit.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_HISTORY (proviso_history_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoHistory, proviso_history, PROVISO, HISTORY, GObject)

gboolean proviso_history_get_can_undo (ProvisoHistory *self);
gboolean proviso_history_get_can_redo (ProvisoHistory *self);
gboolean proviso_history_get_modified (ProvisoHistory *self);
const char *proviso_history_get_undo_label (ProvisoHistory *self);
const char *proviso_history_get_redo_label (ProvisoHistory *self);

/* Whether the next step to undo, or to redo, changes words of the draft. */
gboolean proviso_history_undo_changes_text (ProvisoHistory *self);
gboolean proviso_history_redo_changes_text (ProvisoHistory *self);

/* Whether the last step put this claim, caveat or source into the project, and nothing was done since. */
gboolean proviso_history_has_just_made (ProvisoHistory *self, ProvisoRecord *record);

/* Takes that step back, for good: it cannot be redone. Nothing happens where the last step was another. */
void proviso_history_unmake (ProvisoHistory *self, ProvisoRecord *record);

/* Undoes or redoes the last action, whichever kind it was. Nothing happens where there is none. */
void proviso_history_undo (ProvisoHistory *self);
void proviso_history_redo (ProvisoHistory *self);

/* Takes a token of the present state, and says later that this state is what the file holds: a save that
 * ends while the writer types on marks the state that was saved, not the newer one. Taking it seals: to ask often
 * is to break typing into steps. */
guint64 proviso_history_get_token (ProvisoHistory *self);
void proviso_history_mark_saved (ProvisoHistory *self, guint64 token);
/* The state is nowhere on disk (a recovered draft, an import). */
void proviso_history_mark_unsaved (ProvisoHistory *self);

/* What comes next is not coalesced with what came before: the cursor moved, a field lost the focus. */
void proviso_history_seal (ProvisoHistory *self);
/* Forgets everything; used once a project is loaded. */
void proviso_history_clear (ProvisoHistory *self);

G_END_DECLS
