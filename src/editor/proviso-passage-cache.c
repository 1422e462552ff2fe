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
  guint start; /* of the passage */
  guint end;
  guint paragraph_start;
  guint paragraph_end; /* the offset of its line end */
  guint frame;
  GArray *rects; /* y relative to the paragraph's */
} Entry;

struct _ProvisoPassageCache
{
  GtkTextView *view;
  GHashTable *entries;
  guint frame;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->rects);
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

static Entry *
measure (ProvisoPassageCache *self, gpointer key, guint start, guint end, GtkTextIter *iter, int y)
{
  GtkTextIter paragraph = *iter;
  guint paragraph_start, paragraph_end;
  Entry *entry;

  gtk_text_iter_set_line_offset (&paragraph, 0);
  paragraph_start = gtk_text_iter_get_offset (&paragraph);
  if (!gtk_text_iter_ends_line (&paragraph))
    gtk_text_iter_forward_to_line_end (&paragraph);
  paragraph_end = gtk_text_iter_get_offset (&paragraph);
  if (end > paragraph_end)
    return NULL;

  entry = g_new0 (Entry, 1);
  entry->start = start;
  entry->end = end;
  entry->paragraph_start = paragraph_start;
  entry->paragraph_end = paragraph_end;
  entry->rects = g_array_new (FALSE, FALSE, sizeof (ProvisoPassageRect));
  proviso_passage_geometry_append (self->view, start, end, G_MININT, G_MAXINT, entry->rects);
  for (guint i = 0; i < entry->rects->len; i++)
    g_array_index (entry->rects, ProvisoPassageRect, i).y -= y;
  g_hash_table_insert (self->entries, key, entry);
  return entry;
}

void
proviso_passage_cache_append (ProvisoPassageCache *self, gpointer key, guint start, guint end, int top, int bottom,
                              GArray *rects)
{
  Entry *entry = NULL;
  GtkTextIter iter;
  int y;

  if (end - start <= MAX_LENGTH)
    {
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, start);
      gtk_text_view_get_line_yrange (self->view, &iter, &y, NULL);
      entry = g_hash_table_lookup (self->entries, key);
      if (entry == NULL || entry->start != start || entry->end != end)
        entry = measure (self, key, start, end, &iter, y);
    }

  if (entry == NULL)
    {
      proviso_passage_geometry_append (self->view, start, end, top, bottom, rects);
      return;
    }

  entry->frame = self->frame;
  for (guint i = 0; i < entry->rects->len; i++)
    {
      ProvisoPassageRect rect = g_array_index (entry->rects, ProvisoPassageRect, i);

      rect.y += y;
      if (rect.y + rect.height > top && rect.y < bottom)
        g_array_append_val (rects, rect);
    }
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
