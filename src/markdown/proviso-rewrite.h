/* proviso-rewrite.h: a change of a text as the few pieces that differ, and the selection after it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a smart editing rule answers: it says what to change and leaves the changing to whoever owns the
 * text. It comes in pieces, not as one replacement from the first to the last difference, because a range
 * that hangs on words in between must stay on them: making a passage bold puts in two pairs of asterisks and
 * does not touch the passage.
 *
 * Offsets are code points of the text that the rule was given. Pieces are in ascending order and do not
 * overlap; apply them from the last to the first, inside one user action, then set the selection.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint offset;
  guint n_removed;
  char *inserted;
} ProvisoRewritePiece;

typedef struct _ProvisoRewrite ProvisoRewrite;

ProvisoRewrite *proviso_rewrite_new (void);
void proviso_rewrite_free (ProvisoRewrite *self);

/* Zero pieces: nothing to change, only the selection to set. */
guint proviso_rewrite_get_n_pieces (ProvisoRewrite *self);
/* Returns: (transfer none). */
const ProvisoRewritePiece *proviso_rewrite_get_piece (ProvisoRewrite *self, guint position);
/* The selection in the text after the change; start == end is a cursor. */
void proviso_rewrite_get_selection (ProvisoRewrite *self, guint *start, guint *end);

/* For rules: pieces may be added in any order and must not overlap; of two insertions at one offset the one
 * added first stands first. */
void proviso_rewrite_add (ProvisoRewrite *self, guint offset, guint n_removed, const char *inserted);
void proviso_rewrite_set_selection (ProvisoRewrite *self, guint start, guint end);
/* Where the code point at `offset` of the old text is in the new one. Text put in right at `offset` is in
 * front of it if `after`. An offset inside removed text moves to where the text was. */
guint proviso_rewrite_map (ProvisoRewrite *self, guint offset, gboolean after);

/* Returns: (transfer full): `text`, which must be the one that the rule was given, with the change made. */
char *proviso_rewrite_apply (ProvisoRewrite *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoRewrite, proviso_rewrite_free)

G_END_DECLS
