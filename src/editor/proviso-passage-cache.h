/* proviso-passage-cache.h: the rectangles of passages, kept from frame to frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the layout where words stand is most of what drawing passages costs. What a passage's rectangles look
 * like within its paragraph only changes with that paragraph, so they are kept relative to it, for what was seen
 * in the last frame, until an edit or a change of tags touches the paragraph. Whatever else lays text out anew
 * (size, font, direction) has to clear the cache.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _ProvisoPassageCache ProvisoPassageCache;

/* `view` is not referenced; it outlives the cache. */
ProvisoPassageCache *proviso_passage_cache_new (GtkTextView *view);
void proviso_passage_cache_free (ProvisoPassageCache *self);

void proviso_passage_cache_clear (ProvisoPassageCache *self);
/* Follows an edit, all in code points. */
void proviso_passage_cache_replaced (ProvisoPassageCache *self, guint offset, guint n_removed, guint n_inserted);
/* The text in [start, end) has got other tags. */
void proviso_passage_cache_retagged (ProvisoPassageCache *self, guint start, guint end);

/* As proviso_passage_geometry_append() for the passage [start, end) that `key` stands for. */
void proviso_passage_cache_append (ProvisoPassageCache *self, gpointer key, guint start, guint end, int top, int bottom,
                                   GArray *rects);
/* Ends a frame: what was not asked for in it is forgotten. */
void proviso_passage_cache_end_frame (ProvisoPassageCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoPassageCache, proviso_passage_cache_free)

G_END_DECLS
