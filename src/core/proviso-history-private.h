/* proviso-history-private.h: how the project fills the undo history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-history.h"

G_BEGIN_DECLS

/* The history would grow as long as the program runs. It keeps the last steps, as many as nobody goes back: at one a
 * second they take hours to make. And no more than so many bytes: pasting a draft of some megabytes again and again
 * fills memory in far fewer steps. The last step is kept, however big it is. */
#define PROVISO_HISTORY_MAX_STEPS 10000
#define PROVISO_HISTORY_MAX_SIZE (64 * 1024 * 1024)

/* Does the edit again (forward) or takes it back. */
typedef void (*ProvisoHistoryApply) (gpointer user_data, ProvisoEdit *edit, gboolean forward);

/* An action is about to end; what is pushed now still belongs to it, and does not keep the next letter from joining. */
typedef void (*ProvisoHistoryFinish) (gpointer user_data);

ProvisoHistory *proviso_history_new (ProvisoHistoryApply apply, ProvisoHistoryFinish finish, gpointer user_data);

void proviso_history_begin (ProvisoHistory *self, const char *label);
/* The action that was begun goes on with the last one that took text out, where it puts some in at that place: both
 * are one step. */
void proviso_history_resume (ProvisoHistory *self);
void proviso_history_end (ProvisoHistory *self);
gboolean proviso_history_is_replaying (ProvisoHistory *self);
/* Whether what comes next is a step of its own. */
gboolean proviso_history_is_sealed (ProvisoHistory *self);

/* The project goes, others may hold the history for longer: there is nothing to undo in it then. */
void proviso_history_abandon (ProvisoHistory *self);

/* Takes `edit`, which was done already, into the open action. (transfer full) */
void proviso_history_push (ProvisoHistory *self, ProvisoEdit *edit);

/* The edit of this property of this record that the last action consists of, where another value for it may
 * join it. Returns: (transfer none) (nullable) */
ProvisoEdit *proviso_history_get_continued (ProvisoHistory *self, ProvisoRecord *record, const char *name);
/* What get_continued() returned has got another value: the state is a new one. */
void proviso_history_continue (ProvisoHistory *self);

G_END_DECLS
