/* proviso-heirs.c: the passages to which words belong that take the place of other words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-heirs.h"

struct _ProvisoHeirs
{
  GPtrArray *anchors;  /* those that lost words at `offset`, in the action that is open */
  guint offset;
  GPtrArray *growing;  /* those whose end is being typed */
  guint growing_end;
};

ProvisoHeirs *
proviso_heirs_new (void)
{
  ProvisoHeirs *self = g_new0 (ProvisoHeirs, 1);

  self->anchors = g_ptr_array_new_with_free_func (g_object_unref);
  self->growing = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
proviso_heirs_free (ProvisoHeirs *self)
{
  g_ptr_array_unref (self->anchors);
  g_ptr_array_unref (self->growing);
  g_free (self);
}

void
proviso_heirs_clear (ProvisoHeirs *self)
{
  g_ptr_array_set_size (self->anchors, 0);
  g_ptr_array_set_size (self->growing, 0);
}

void
proviso_heirs_removed (ProvisoHeirs *self, GArray *changes, guint offset, guint n_removed)
{
  proviso_heirs_clear (self);
  self->offset = offset;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const ProvisoRangeChange *change = &g_array_index (changes, ProvisoRangeChange, i);
      gboolean within = change->old_start <= offset && offset + n_removed <= change->old_end;
      gboolean at_edge = change->old_start == offset || change->old_end == offset + n_removed;

      /* Strictly inside, the range keeps what is put in by itself. What reaches beyond the passage is not its own. */
      if (within && at_edge && change->old_start < change->old_end)
        g_ptr_array_add (self->anchors, g_object_ref (proviso_range_get_data (change->range)));
    }
}

GArray *
proviso_heirs_inserted (ProvisoHeirs *self, guint offset, guint n_inserted, gboolean blank, gboolean typed_on)
{
  gboolean replaces = self->anchors->len > 0 && self->offset == offset && !blank;
  gboolean grows = self->anchors->len == 0 && typed_on && self->growing->len > 0 && self->growing_end == offset;
  g_autoptr (GPtrArray) heirs = NULL;
  GArray *places;

  if (!replaces && !grows)
    {
      proviso_heirs_clear (self);
      return NULL;
    }

  heirs = g_ptr_array_copy (replaces ? self->anchors : self->growing, (GCopyFunc) (gpointer) g_object_ref, NULL);
  g_ptr_array_set_free_func (heirs, g_object_unref);
  proviso_heirs_clear (self);

  places = g_array_new (FALSE, FALSE, sizeof (ProvisoClippedPassage));
  self->growing_end = offset + n_inserted;
  for (guint i = 0; i < heirs->len; i++)
    {
      ProvisoAnchor *anchor = g_ptr_array_index (heirs, i);
      ProvisoClippedPassage place = { anchor, offset, offset + n_inserted };

      /* It went with its claim in between. */
      if (proviso_anchor_get_range (anchor) == NULL)
        continue;

      if (proviso_anchor_get_start (anchor) < proviso_anchor_get_end (anchor))
        {
          place.start = MIN (proviso_anchor_get_start (anchor), offset);
          place.end = MAX (proviso_anchor_get_end (anchor), offset + n_inserted);
        }
      g_array_append_val (places, place);
      if (place.end == self->growing_end)
        g_ptr_array_add (self->growing, g_object_ref (anchor));
    }

  return places;
}

void
proviso_heirs_end_action (ProvisoHeirs *self)
{
  g_ptr_array_set_size (self->anchors, 0);
}
