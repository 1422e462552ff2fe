/* proviso-passage-cache.h: the rectangles of passages, kept from frame to frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the layout where words stand is most of what drawing passages costs. What a passage's rectangles
 * look like within its paragraph only changes with that paragraph, so they are kept relative to it, for what
 * was seen in the last frame, until an edit or a change of tags touches the paragraph. Whatever else lays
 * text out anew (size, font, direction) has to clear the cache.
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
void
proviso_passage_cache_replaced (ProvisoPassageCache *self, guint offset, guint n_removed, guint n_inserted);
/* The text in [start, end) has got other tags. */
void proviso_passage_cache_retagged (ProvisoPassageCache *self, guint start, guint end);

/* What is known of a passage. */
typedef struct
{
  GArray *rects; /* ProvisoPassageRect; y relative to `y` */
  int y;         /* of its first paragraph, in buffer coordinates */

  /* For whoever draws: what was drawn last from these rectangles, and with what. It goes with them. */
  GskRenderNode *node;
  int node_y;
  guint node_look;
} ProvisoPassagePiece;

/* The rectangles of the passage [start, end) that `key` stands for; at least those that are not wholly above
 * `top` or below `bottom`. Returns: (transfer none): good until the text or its layout changes or the frame
 * after this one. */
ProvisoPassagePiece *proviso_passage_cache_get (ProvisoPassageCache *self,
                                                gpointer key,
                                                guint start,
                                                guint end,
                                                int top,
                                                int bottom);
/* Ends a frame: what was not asked for in it is forgotten. */
void proviso_passage_cache_end_frame (ProvisoPassageCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoPassageCache, proviso_passage_cache_free)

G_END_DECLS
