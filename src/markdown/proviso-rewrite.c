/* proviso-rewrite.c: a change of a text as the few pieces that differ, and the selection after it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-rewrite.h"

struct _ProvisoRewrite
{
  GArray *pieces;
  guint selection_start;
  guint selection_end;
};

static void
piece_clear (gpointer data)
{
  g_free (((ProvisoRewritePiece *) data)->inserted);
}

ProvisoRewrite *
proviso_rewrite_new (void)
{
  ProvisoRewrite *self = g_new0 (ProvisoRewrite, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (ProvisoRewritePiece));
  g_array_set_clear_func (self->pieces, piece_clear);
  return self;
}

void
proviso_rewrite_free (ProvisoRewrite *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

guint
proviso_rewrite_get_n_pieces (ProvisoRewrite *self)
{
  return self->pieces->len;
}

const ProvisoRewritePiece *
proviso_rewrite_get_piece (ProvisoRewrite *self, guint position)
{
  g_return_val_if_fail (position < self->pieces->len, NULL);

  return &g_array_index (self->pieces, ProvisoRewritePiece, position);
}

void
proviso_rewrite_get_selection (ProvisoRewrite *self, guint *start, guint *end)
{
  if (start != NULL)
    *start = self->selection_start;
  if (end != NULL)
    *end = self->selection_end;
}

void
proviso_rewrite_add (ProvisoRewrite *self, guint offset, guint n_removed, const char *inserted)
{
  ProvisoRewritePiece piece = { .offset = offset, .n_removed = n_removed, .inserted = g_strdup (inserted) };
  guint i = self->pieces->len;

  for (; i > 0; i--)
    {
      const ProvisoRewritePiece *before = &g_array_index (self->pieces, ProvisoRewritePiece, i - 1);

      if (before->offset < offset || (before->offset == offset && (before->n_removed == 0 || n_removed > 0)))
        break;
    }
  g_array_insert_val (self->pieces, i, piece);
}

void
proviso_rewrite_set_selection (ProvisoRewrite *self, guint start, guint end)
{
  self->selection_start = MIN (start, end);
  self->selection_end = MAX (start, end);
}

guint
proviso_rewrite_map (ProvisoRewrite *self, guint offset, gboolean after)
{
  gint64 shift = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ProvisoRewritePiece *piece = &g_array_index (self->pieces, ProvisoRewritePiece, i);
      guint n_inserted = (guint) g_utf8_strlen (piece->inserted, -1);

      if (piece->offset > offset || (piece->offset == offset && !after))
        break;
      if (offset < piece->offset + piece->n_removed)
        return (guint) (piece->offset + shift) + (after ? n_inserted : 0);
      shift += (gint64) n_inserted - piece->n_removed;
    }
  return (guint) (offset + shift);
}

char *
proviso_rewrite_apply (ProvisoRewrite *self, const char *text)
{
  GString *result = g_string_new (NULL);
  const char *at = text;
  guint offset = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ProvisoRewritePiece *piece = &g_array_index (self->pieces, ProvisoRewritePiece, i);
      const char *start = g_utf8_offset_to_pointer (at, piece->offset - offset);

      g_string_append_len (result, at, start - at);
      g_string_append (result, piece->inserted);
      at = g_utf8_offset_to_pointer (start, piece->n_removed);
      offset = piece->offset + piece->n_removed;
    }
  g_string_append (result, at);
  return g_string_free_and_steal (result);
}
