/* proviso-range-set.c: ranges of a text that move with its edits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What for: a draft of a million characters can carry ten thousand claims, and every key press moves, on
 * average, half of them. Rewriting their offsets one by one would make typing cost what the document holds;
 * here it costs what the edit touches.
 *
 * How: a treap, that is a search tree by start which is also a heap by a random priority and is therefore
 * shallow whatever the order of insertion. Two things ride on it:
 *
 *   - a pending shift in each node, still to be added to everything below it. An edit splits the tree into
 *     what starts before the edit, inside the removed span, and behind it; the last part, however large, is
 *     moved by adding to the shift of its root. No edit puts two starts in another order, so the parts are
 *     joined again as they were split.
 *   - the largest end in each subtree. A range that starts before an edit is touched by it only if it ends
 *     behind the edit's offset, and subtrees that end earlier are not entered. The same bound serves queries.
 *
 * Parents are linked so that a range knows its offsets, by adding the shifts above it, without the set.
 *
 * Invariants, which proviso_range_set_check() verifies. With "true" for a stored offset plus the shifts of
 * all strict ancestors:
 *   - true starts do not decrease from left to right, and 0 <= true start <= true end <= G_MAXUINT;
 *   - no priority is greater than its parent's;
 *   - max_end is the greatest of the node's end and its children's max_end plus the node's shift;
 *   - a child's parent is the node it hangs on, the root's is NULL, and size counts the nodes.
 *
 * Stored offsets are wider than the public ones and signed, because one changed in place below a pending
 * shift can be less than that shift.
 *
 * Priorities come from a generator with a fixed seed: the same calls give the same tree, on every run.
 */
#include "anchor/proviso-range-set.h"

struct _ProvisoRange
{
  ProvisoRange *parent;
  ProvisoRange *left;
  ProvisoRange *right;
  gint64 start;
  gint64 end;
  gint64 max_end;
  gint64 shift;
  guint32 priority;
  gpointer data;
};

struct _ProvisoRangeSet
{
  ProvisoRange *root;
  guint size;
  guint32 random;
};

/* xorshift32 (Marsaglia 2003): any state but zero runs through all others. */
#define RANDOM_SEED 0x9e3779b9u

static guint32
next_priority (ProvisoRangeSet *self)
{
  guint32 x = self->random;

  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  self->random = x;

  return x;
}

static void
shift_tree (ProvisoRange *tree, gint64 by)
{
  if (tree == NULL)
    return;

  tree->start += by;
  tree->end += by;
  tree->max_end += by;
  tree->shift += by;
}

static void
push_shift (ProvisoRange *node)
{
  shift_tree (node->left, node->shift);
  shift_tree (node->right, node->shift);
  node->shift = 0;
}

static void
update_max_end (ProvisoRange *node)
{
  node->max_end = node->end;
  if (node->left != NULL)
    node->max_end = MAX (node->max_end, node->left->max_end + node->shift);
  if (node->right != NULL)
    node->max_end = MAX (node->max_end, node->right->max_end + node->shift);
}

static void
set_left (ProvisoRange *node, ProvisoRange *child)
{
  node->left = child;
  if (child != NULL)
    child->parent = node;
}

static void
set_right (ProvisoRange *node, ProvisoRange *child)
{
  node->right = child;
  if (child != NULL)
    child->parent = node;
}

static void
set_root (ProvisoRangeSet *self, ProvisoRange *root)
{
  self->root = root;
  if (root != NULL)
    root->parent = NULL;
}

/* Takes `tree` apart into the ranges that start before `at` and the others. The parents of the two roots are
 * left for whoever hangs them somewhere. */
static void
split (ProvisoRange *tree, gint64 at, ProvisoRange **before, ProvisoRange **others)
{
  ProvisoRange *middle;

  if (tree == NULL)
    {
      *before = NULL;
      *others = NULL;
      return;
    }

  push_shift (tree);
  if (tree->start < at)
    {
      split (tree->right, at, &middle, others);
      set_right (tree, middle);
      *before = tree;
    }
  else
    {
      split (tree->left, at, before, &middle);
      set_left (tree, middle);
      *others = tree;
    }
  update_max_end (tree);
}

/* Joins two trees, all of `first` standing before all of `second`. */
static ProvisoRange *
join (ProvisoRange *first, ProvisoRange *second)
{
  if (first == NULL)
    return second;
  if (second == NULL)
    return first;

  if (first->priority >= second->priority)
    {
      push_shift (first);
      set_right (first, join (first->right, second));
      update_max_end (first);
      return first;
    }

  push_shift (second);
  set_left (second, join (first, second->left));
  update_max_end (second);
  return second;
}

static gint64
shift_above (ProvisoRange *range)
{
  gint64 shift = 0;

  for (ProvisoRange *node = range->parent; node != NULL; node = node->parent)
    shift += node->shift;

  return shift;
}

static void
update_upwards (ProvisoRange *node)
{
  for (; node != NULL; node = node->parent)
    update_max_end (node);
}

/* Hangs a node in, behind the ranges with the same start. */
static void
attach (ProvisoRangeSet *self, ProvisoRange *range, guint start, guint end)
{
  ProvisoRange *before, *others;

  range->left = NULL;
  range->right = NULL;
  range->shift = 0;
  range->start = start;
  range->end = end;
  range->max_end = end;

  split (self->root, (gint64) start + 1, &before, &others);
  set_root (self, join (join (before, range), others));
}

static void
detach (ProvisoRangeSet *self, ProvisoRange *range)
{
  ProvisoRange *parent = range->parent;
  ProvisoRange *rest;

  push_shift (range);
  rest = join (range->left, range->right);

  if (parent == NULL)
    set_root (self, rest);
  else if (parent->left == range)
    set_left (parent, rest);
  else
    set_right (parent, rest);

  update_upwards (parent);
}

static void
free_tree (ProvisoRange *tree)
{
  if (tree == NULL)
    return;

  free_tree (tree->left);
  free_tree (tree->right);
  g_free (tree);
}

/* One edit, while it is carried through the tree. */
typedef struct
{
  gint64 offset;
  gint64 removed_end;
  gint64 inserted_end;
  gint64 delta;
  GArray *changes;
} Edit;

static void
add_change (Edit *edit, ProvisoRange *range)
{
  ProvisoRangeChange change = { range, (guint) range->start, (guint) range->end };

  if (edit->changes == NULL)
    edit->changes = g_array_new (FALSE, FALSE, sizeof change);
  g_array_append_val (edit->changes, change);
}

/* Those of `tree`, which all start before the edit, that reach beyond its offset: one that ends inside the
 * removed span loses its tail, and what is put in stands at its edge; one that ends behind it holds the
 * edit. */
static void
edit_tails (ProvisoRange *tree, Edit *edit)
{
  if (tree == NULL || tree->max_end <= edit->offset)
    return;

  push_shift (tree);
  edit_tails (tree->left, edit);
  if (tree->end > edit->offset)
    {
      add_change (edit, tree);
      tree->end = tree->end <= edit->removed_end ? edit->offset : tree->end + edit->delta;
    }
  edit_tails (tree->right, edit);
  update_max_end (tree);
}

/* All of `tree`, which all start inside the removed span: they lose their head or the whole, and what is put
 * in pushes the rest to the right. An empty one lost nothing, but putting the removed text back would push it
 * behind that text: so it is reported too. */
static void
edit_heads (ProvisoRange *tree, Edit *edit)
{
  if (tree == NULL)
    return;

  push_shift (tree);
  edit_heads (tree->left, edit);
  add_change (edit, tree);
  tree->start = edit->inserted_end;
  tree->end = tree->end <= edit->removed_end ? edit->inserted_end : tree->end + edit->delta;
  edit_heads (tree->right, edit);
  update_max_end (tree);
}

typedef struct
{
  gint64 start;
  gint64 end;
  ProvisoRangeFunc func;
  gpointer user_data;
} Query;

static gboolean
matches (const Query *query, gint64 start, gint64 end)
{
  if (start == end)
    return query->start <= start && start <= query->end;
  if (query->start == query->end)
    return start <= query->start && query->start < end;
  return start < query->end && query->start < end;
}

/* Reads without pushing shifts, so that a query is free to run inside another one. */
static gboolean
visit (ProvisoRange *tree, gint64 shift, const Query *query)
{
  gint64 start, end;

  if (tree == NULL || tree->max_end + shift < query->start)
    return TRUE;

  if (!visit (tree->left, shift + tree->shift, query))
    return FALSE;

  start = tree->start + shift;
  end = tree->end + shift;
  if (start > query->end)
    return TRUE;
  if (matches (query, start, end) && !query->func (tree, (guint) start, (guint) end, query->user_data))
    return FALSE;

  return visit (tree->right, shift + tree->shift, query);
}

ProvisoRangeSet *
proviso_range_set_new (void)
{
  ProvisoRangeSet *self = g_new0 (ProvisoRangeSet, 1);

  self->random = RANDOM_SEED;

  return self;
}

void
proviso_range_set_free (ProvisoRangeSet *self)
{
  g_return_if_fail (self != NULL);

  free_tree (self->root);
  g_free (self);
}

guint
proviso_range_set_get_size (ProvisoRangeSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

ProvisoRange *
proviso_range_set_insert (ProvisoRangeSet *self, guint start, guint end, gpointer data)
{
  ProvisoRange *range;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  range = g_new0 (ProvisoRange, 1);
  range->priority = next_priority (self);
  range->data = data;
  attach (self, range, start, end);
  self->size++;

  return range;
}

void
proviso_range_set_remove (ProvisoRangeSet *self, ProvisoRange *range)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (range != NULL);

  detach (self, range);
  g_free (range);
  self->size--;
}

void
proviso_range_set_move (ProvisoRangeSet *self, ProvisoRange *range, guint start, guint end)
{
  gint64 shift;

  g_return_if_fail (self != NULL);
  g_return_if_fail (range != NULL);
  g_return_if_fail (start <= end);

  shift = shift_above (range);
  if (range->start + shift != start)
    {
      detach (self, range);
      attach (self, range, start, end);
    }
  else if (range->end + shift != end)
    {
      range->end = end - shift;
      update_upwards (range);
    }
}

gpointer
proviso_range_get_data (ProvisoRange *range)
{
  g_return_val_if_fail (range != NULL, NULL);

  return range->data;
}

guint
proviso_range_get_start (ProvisoRange *range)
{
  g_return_val_if_fail (range != NULL, 0);

  return (guint) (range->start + shift_above (range));
}

guint
proviso_range_get_end (ProvisoRange *range)
{
  g_return_val_if_fail (range != NULL, 0);

  return (guint) (range->end + shift_above (range));
}

void
proviso_range_get_bounds (ProvisoRange *range, guint *start, guint *end)
{
  gint64 shift;

  g_return_if_fail (range != NULL);

  shift = shift_above (range);
  if (start != NULL)
    *start = (guint) (range->start + shift);
  if (end != NULL)
    *end = (guint) (range->end + shift);
}

GArray *
proviso_range_set_replace (ProvisoRangeSet *self, guint offset, guint removed, guint inserted)
{
  Edit edit = { .offset = offset };
  ProvisoRange *before, *inside, *behind;
  gint64 last;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->root == NULL || (removed == 0 && inserted == 0))
    return NULL;

  edit.removed_end = (gint64) offset + removed;
  edit.inserted_end = (gint64) offset + inserted;
  edit.delta = (gint64) inserted - removed;

  last = self->root->max_end;
  if (last < offset)
    return NULL;
  last = MAX (last, edit.removed_end) + edit.delta;
  g_return_val_if_fail (last <= G_MAXUINT, NULL);

  split (self->root, offset, &before, &inside);
  split (inside, edit.removed_end, &inside, &behind);
  edit_tails (before, &edit);
  edit_heads (inside, &edit);
  shift_tree (behind, edit.delta);
  set_root (self, join (join (before, inside), behind));

  return edit.changes;
}

void
proviso_range_set_foreach_overlapping (ProvisoRangeSet *self,
                                       guint start,
                                       guint end,
                                       ProvisoRangeFunc func,
                                       gpointer user_data)
{
  Query query = { start, end, func, user_data };

  g_return_if_fail (self != NULL);
  g_return_if_fail (start <= end);
  g_return_if_fail (func != NULL);

  visit (self->root, 0, &query);
}

/* Returns: the number of nodes below and at `tree`, or -1 where an invariant does not hold. `last_start` is
 * the true start of the node visited last. */
static gint64
check_tree (ProvisoRange *tree, gint64 shift, gint64 *last_start)
{
  gint64 left = 0, right = 0;
  gint64 max_end = tree->end;

  if (tree->left != NULL)
    {
      if (tree->left->parent != tree || tree->left->priority > tree->priority)
        return -1;
      left = check_tree (tree->left, shift + tree->shift, last_start);
      max_end = MAX (max_end, tree->left->max_end + tree->shift);
    }

  if (left < 0 || tree->start + shift < *last_start || tree->start > tree->end ||
      tree->end + shift > G_MAXUINT)
    return -1;
  *last_start = tree->start + shift;

  if (tree->right != NULL)
    {
      if (tree->right->parent != tree || tree->right->priority > tree->priority)
        return -1;
      right = check_tree (tree->right, shift + tree->shift, last_start);
      max_end = MAX (max_end, tree->right->max_end + tree->shift);
    }

  if (right < 0 || tree->max_end != max_end)
    return -1;

  return left + 1 + right;
}

gboolean
proviso_range_set_check (ProvisoRangeSet *self)
{
  gint64 last_start = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->root == NULL)
    return self->size == 0;

  return self->root->parent == NULL && check_tree (self->root, 0, &last_start) == self->size;
}
