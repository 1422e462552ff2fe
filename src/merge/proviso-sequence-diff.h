/* proviso-sequence-diff.h: the difference of two sequences of ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the differences of words and of paragraphs rest on: both number their parts, equal parts alike, and ask
 * here which of them stay.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of the old sequence, [old_start, old_end), and what stands there in the new one. Of an equal hunk both
 * are the same; of any other one may be empty, not both. */
typedef struct
{
  gboolean equal;
  guint old_start;
  guint old_end;
  guint new_start;
  guint new_end;
} ProvisoDiffHunk;

/* Removals and insertions beyond which the search for a shortest difference is given up: what is left then differs
 * as a whole, but for what it begins and ends with. The search costs the square of their number, at this bound
 * about ten milliseconds and 8 MB, and a text changed this much is read anew rather than compared. */
#define PROVISO_SEQUENCE_DIFF_MAX_EDITS 2000
/* Steps along equal parts beyond which it is given up, too, more than there are parts: where a text says the same again
 * and again, each of many ways is as long as the text. At this bound some tens of milliseconds. */
#define PROVISO_SEQUENCE_DIFF_MAX_STEPS 20000000

/* Returns: (transfer full) (element-type ProvisoDiffHunk): the hunks in order, equal and other ones by turns, which
 * together are all of both sequences. Empty where both are. After Myers, “An O(ND) Difference Algorithm and Its
 * Variations”, 1986. */
GArray *proviso_sequence_diff (const guint *old_ids, guint n_old, const guint *new_ids, guint n_new);

/* Puts a hunk behind the others, and together with the last one where both are equal or both are not. An empty one
 * is left out. */
void proviso_diff_hunks_append (GArray *hunks, const ProvisoDiffHunk *hunk);

G_END_DECLS
