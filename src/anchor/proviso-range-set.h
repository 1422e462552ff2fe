/* proviso-range-set.h: ranges of a text that move with its edits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of half-open ranges [start, end) over a text whose length the set does not know. Offsets are
 * Unicode code points. The set knows nothing of records, of a toolkit or of the text itself: whoever
 * changes the text tells it (offset, removed, inserted).
 *
 * How a range follows an edit, as a reader of the text would expect:
 *   - text put in strictly inside a range makes it longer; text put in at either edge does not;
 *   - text taken out makes every range shorter by what it lost;
 *   - a replacement (removed and inserted both non-zero) is a removal followed by an insertion at the same
 *     offset, so that what replaces a whole range, or its head or tail, is outside of it; one strictly inside
 *     stays inside;
 *   - a range all of whose text was taken out is empty; an empty range stays empty for ever and moves as a
 *     position that text put in at it pushes to the right.
 *
 * So an insertion at 5 moves the range [5, 10), one at 7 makes it longer, one at 10 leaves it alone.
 *
 * Cost for n ranges (expected): insert, remove, move O(log n); replace O(log n + k) where k ranges touch the
 * edit; overlapping O(log n + k) where k ranges touch the span. Reading a range's offsets is O(log n).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ProvisoRangeSet ProvisoRangeSet;
/* A member of one set; lives from insert to remove. */
typedef struct _ProvisoRange ProvisoRange;

/* A range that an edit changed otherwise than by moving it as a whole, and where it stood before. */
typedef struct
{
  ProvisoRange *range;
  guint old_start;
  guint old_end;
} ProvisoRangeChange;

/* Called for a range that overlaps. Must not change the set. Returns: whether to go on. */
typedef gboolean (*ProvisoRangeFunc) (ProvisoRange *range, guint start, guint end, gpointer user_data);

ProvisoRangeSet *proviso_range_set_new (void);
/* Frees the set and every range in it; the ranges' data is not touched. */
void proviso_range_set_free (ProvisoRangeSet *self);

guint proviso_range_set_get_size (ProvisoRangeSet *self);

/* Adds [start, end), start <= end. `data` is handed back by proviso_range_get_data() and not owned.
 * Returns: (transfer none): the range, owned by the set. */
ProvisoRange *proviso_range_set_insert (ProvisoRangeSet *self, guint start, guint end, gpointer data);
/* Takes the range out and frees it. */
void proviso_range_set_remove (ProvisoRangeSet *self, ProvisoRange *range);
/* Puts the range at [start, end), start <= end. */
void proviso_range_set_move (ProvisoRangeSet *self, ProvisoRange *range, guint start, guint end);

gpointer proviso_range_get_data (ProvisoRange *range);
guint proviso_range_get_start (ProvisoRange *range);
guint proviso_range_get_end (ProvisoRange *range);
void proviso_range_get_bounds (ProvisoRange *range, guint *start, guint *end);

/* Follows an edit of the text: `removed` code points went away at `offset`, then `inserted` ones came there.
 * No range may come to end beyond G_MAXUINT: such an edit is a programming error and changes nothing.
 *
 * Returns: (transfer full) (element-type ProvisoRangeChange) (nullable): in order of their old starts, each
 * range that lost text or was grown, and each empty range that stood in [offset, offset + removed); %NULL
 * where there is none. All others moved as a whole or not at all. A range lost or gained text if and only if
 * old_start < old_end.
 *
 * The inverse edit (offset, inserted, removed) followed by proviso_range_set_move() of each of these back to
 * its old bounds, in any order, restores the bounds of every range in the set: undo rests on that. */
GArray *proviso_range_set_replace (ProvisoRangeSet *self, guint offset, guint removed, guint inserted);

/* Calls `func`, in order of start, for every range that has a code point in [start, end), start <= end, and
 * for every empty range with start <= its position <= end. Where start == end: for the ranges that hold the
 * code point right after it (range.start <= start < range.end) and the empty ones at it. Ranges with the same
 * start come in no particular order. Stops when `func` returns %FALSE. */
void proviso_range_set_foreach_overlapping (ProvisoRangeSet *self,
                                            guint start,
                                            guint end,
                                            ProvisoRangeFunc func,
                                            gpointer user_data);

/* Walks the whole set. For tests. Returns: whether its inner invariants hold. */
gboolean proviso_range_set_check (ProvisoRangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoRangeSet, proviso_range_set_free)

G_END_DECLS
