/* proviso-heirs.h: the passages to which words belong that take the place of other words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text put in at the edge of a passage is outside of it. But where a person replaces the first words of a
 * passage, its last ones or all of them (types over a selection, replaces all, pastes over), what comes is meant
 * to stand for what went: the passage takes it in. Typing over its end or the whole of it goes on letter by
 * letter; so the passage goes on to take in what is typed right there, until something else is done.
 *
 * To the range set a replacement is a removal, then an insertion. Between the two this remembers who lost words
 * there.
 */
#pragma once

#include "core/proviso-clippings.h"

G_BEGIN_DECLS

typedef struct _ProvisoHeirs ProvisoHeirs;

ProvisoHeirs *proviso_heirs_new (void);
void proviso_heirs_free (ProvisoHeirs *self);

/* Nothing is being replaced, and nothing typed on. */
void proviso_heirs_clear (ProvisoHeirs *self);
/* In an action that may go on with an insertion, `n_removed` code points went at `offset`. `changes`: (nullable):
 * what proviso_range_set_replace() returned for it. */
void proviso_heirs_removed (ProvisoHeirs *self, GArray *changes, guint offset, guint n_removed);
/* `n_inserted` code points came at `offset`, which the ranges have followed already. `blank`: they are white space,
 * which takes the place of nothing. `typed_on`: they are the next letter of what was typed before.
 * Returns: (transfer full) (nullable): where the passages that take them in are to be, as offsets of the draft. */
GArray *proviso_heirs_inserted (ProvisoHeirs *self, guint offset, guint n_inserted, gboolean blank, gboolean typed_on);
/* The action is over, and none goes on with it: what comes now replaces nothing. */
void proviso_heirs_end_action (ProvisoHeirs *self);

G_END_DECLS
