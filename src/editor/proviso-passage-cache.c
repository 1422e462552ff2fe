/* proviso-passage-cache.c: the rectangles of passages, kept from frame to frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-passage-cache.h"

#include "editor/proviso-passage-geometry.h"

/* Longer passages are measured each time, for the part that is seen only. */
#define MAX_LENGTH 2000

typedef struct
{
  ProvisoPassagePiece piece;
  guint start; /* of the passage */
  guint end;
  guint paragraph_start;
  guint paragraph_end; /* the offset of its line end */
  guint frame;
  gboolean keep; /* lies within one paragraph and is not too long */
} Entry;

struct _ProvisoPassageCache
{
  GtkTextView *view;
  GHashTable *entries;
  guint frame;

  int y; /* of the paragraph that was asked for last, in this frame */
  guint y_paragraph;
  guint y_frame; /* one more than the frame, so that nought is none */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->piece.rects);
  g_clear_pointer (&entry->piece.node, gsk_render_node_unref);
  g_free (entry);
}

ProvisoPassageCache *
proviso_passage_cache_new (GtkTextView *view)
{
  ProvisoPassageCache *self = g_new0 (ProvisoPassageCache, 1);

  self->view = view;
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  return self;
}

void
proviso_passage_cache_free (ProvisoPassageCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
proviso_passage_cache_clear (ProvisoPassageCache *self)
{
  g_hash_table_remove_all (self->entries);
}

void
proviso_passage_cache_replaced (ProvisoPassageCache *self, guint offset, guint n_removed, guint n_inserted)
{
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (offset <= entry->paragraph_end && offset + n_removed >= entry->paragraph_start)
        {
          g_hash_table_iter_remove (&iter);
        }
      else if (offset < entry->paragraph_start)
        {
          entry->start += n_inserted - n_removed;
          entry->end += n_inserted - n_removed;
          entry->paragraph_start += n_inserted - n_removed;
          entry->paragraph_end += n_inserted - n_removed;
        }
    }
}

void
proviso_passage_cache_retagged (ProvisoPassageCache *self, guint start, guint end)
{
  GHashTableIter iter;
  Entry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (start <= entry->paragraph_end && end >= entry->paragraph_start)
      g_hash_table_iter_remove (&iter);
}

/* Whether all of the passage can be measured once and kept. */
static gboolean
find_paragraph (Entry *entry, const GtkTextIter *iter)
{
  GtkTextIter paragraph = *iter;

  gtk_text_iter_set_line_offset (&paragraph, 0);
  entry->paragraph_start = gtk_text_iter_get_offset (&paragraph);
  if (!gtk_text_iter_ends_line (&paragraph))
    gtk_text_iter_forward_to_line_end (&paragraph);
  entry->paragraph_end = gtk_text_iter_get_offset (&paragraph);

  return entry->end <= entry->paragraph_end && entry->end - entry->start <= MAX_LENGTH;
}

ProvisoPassagePiece *
proviso_passage_cache_get (ProvisoPassageCache *self,
                           gpointer key,
                           guint start,
                           guint end,
                           int top,
                           int bottom)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);
  GtkTextIter iter;

  if (entry && entry->start == start && entry->end == end && entry->keep)
    {
      /* Several passages of a paragraph usually follow each other. */
      if (self->y_frame != self->frame + 1 || self->y_paragraph != entry->paragraph_start)
        {
          gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter,
                                              entry->paragraph_start);
          gtk_text_view_get_line_yrange (self->view, &iter, &self->y, NULL);
          self->y_paragraph = entry->paragraph_start;
          self->y_frame = self->frame + 1;
        }
      entry->piece.y = self->y;
      entry->frame = self->frame;
      return &entry->piece;
    }

  entry = g_new0 (Entry, 1);
  entry->start = start;
  entry->end = end;
  entry->frame = self->frame;
  entry->piece.rects = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, start);
  gtk_text_view_get_line_yrange (self->view, &iter, &entry->piece.y, NULL);
  entry->keep = find_paragraph (entry, &iter);
  proviso_passage_geometry_append (self->view, start, end, entry->keep ? G_MININT : top,
                                   entry->keep ? G_MAXINT : bottom, entry->piece.rects);
  for (guint i = 0; i < entry->piece.rects->len; i++)
    g_array_index (entry->piece.rects, ProvisoPassageRect, i).y -= entry->piece.y;
  g_hash_table_insert (self->entries, key, entry);
  return &entry->piece;
}

static gboolean
is_unseen (gpointer key, gpointer value, gpointer user_data)
{
  return ((Entry *) value)->frame != *(guint *) user_data;
}

void
proviso_passage_cache_end_frame (ProvisoPassageCache *self)
{
  g_hash_table_foreach_remove (self->entries, is_unseen, &self->frame);
  self->frame++;
}
