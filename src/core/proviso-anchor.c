/* proviso-anchor.c: what ties a claim or a caveat to words of the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-anchor.h"

#include "core/proviso-record-private.h"

struct _ProvisoAnchor
{
  ProvisoRecord parent_instance;

  guint start; /* the bounds while the anchor is in no range set */
  guint end;
  ProvisoRangeSet *ranges; /* not owned: the project's, which takes the anchor out before it frees the set */
  ProvisoRange *range;     /* owned by `ranges` */

  ProvisoAnchorState state;
  char *exact;
  char *prefix;
  char *suffix;
  GStrv heading;
};

G_DEFINE_FINAL_TYPE (ProvisoAnchor, proviso_anchor, PROVISO_TYPE_RECORD)

static void
proviso_anchor_finalize (GObject *object)
{
  ProvisoAnchor *self = PROVISO_ANCHOR (object);

  g_assert (self->range == NULL);
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_strfreev (self->heading);

  G_OBJECT_CLASS (proviso_anchor_parent_class)->finalize (object);
}

static void
proviso_anchor_class_init (ProvisoAnchorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_anchor_finalize;
}

static void
proviso_anchor_init (ProvisoAnchor *self)
{
}

ProvisoAnchor *
proviso_anchor_new (guint start, guint end)
{
  ProvisoAnchor *self;

  g_return_val_if_fail (start <= end, NULL);

  self = g_object_new (PROVISO_TYPE_ANCHOR, NULL);
  self->start = start;
  self->end = end;

  return self;
}

guint
proviso_anchor_get_start (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), 0);

  return self->range != NULL ? proviso_range_get_start (self->range) : self->start;
}

guint
proviso_anchor_get_end (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), 0);

  return self->range != NULL ? proviso_range_get_end (self->range) : self->end;
}

ProvisoAnchorState
proviso_anchor_get_state (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), PROVISO_ANCHOR_STATE_LOST);

  return self->state;
}

const char *
proviso_anchor_get_exact (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), "");

  return self->exact != NULL ? self->exact : "";
}

const char *
proviso_anchor_get_prefix (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), "");

  return self->prefix != NULL ? self->prefix : "";
}

const char *
proviso_anchor_get_suffix (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), "");

  return self->suffix != NULL ? self->suffix : "";
}

const char *const *
proviso_anchor_get_heading (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), NULL);

  return (const char *const *) self->heading;
}

void
proviso_anchor_set_bounds (ProvisoAnchor *self, guint start, guint end)
{
  g_return_if_fail (PROVISO_IS_ANCHOR (self));
  g_return_if_fail (start <= end);

  if (self->range != NULL)
    proviso_range_set_move (self->ranges, self->range, start, end);
  self->start = start;
  self->end = end;
}

void
proviso_anchor_set_state (ProvisoAnchor *self, ProvisoAnchorState state)
{
  g_return_if_fail (PROVISO_IS_ANCHOR (self));

  self->state = state;
}

void
proviso_anchor_set_quote (ProvisoAnchor *self, const char *exact, const char *prefix, const char *suffix)
{
  g_return_if_fail (PROVISO_IS_ANCHOR (self));

  g_set_str (&self->exact, exact);
  g_set_str (&self->prefix, prefix);
  g_set_str (&self->suffix, suffix);
}

void
proviso_anchor_set_heading (ProvisoAnchor *self, const char *const *heading)
{
  GStrv copy;

  g_return_if_fail (PROVISO_IS_ANCHOR (self));

  copy = g_strdupv ((GStrv) heading);
  g_strfreev (self->heading);
  self->heading = copy;
}

void
proviso_anchor_set_ranges (ProvisoAnchor *self, ProvisoRangeSet *ranges)
{
  g_return_if_fail (PROVISO_IS_ANCHOR (self));

  if (self->ranges == ranges)
    return;

  if (self->range != NULL)
    {
      proviso_range_get_bounds (self->range, &self->start, &self->end);
      proviso_range_set_remove (self->ranges, self->range);
      self->range = NULL;
    }
  self->ranges = ranges;
  if (ranges != NULL)
    self->range = proviso_range_set_insert (ranges, self->start, self->end, self);
}

ProvisoRange *
proviso_anchor_get_range (ProvisoAnchor *self)
{
  g_return_val_if_fail (PROVISO_IS_ANCHOR (self), NULL);

  return self->range;
}

guint
proviso_anchors_get_position (ProvisoRecordList *anchors)
{
  guint position = G_MAXUINT;

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (anchor->state != PROVISO_ANCHOR_STATE_LOST)
        position = MIN (position, proviso_anchor_get_start (anchor));
    }

  return position;
}
