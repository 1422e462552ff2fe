/* proviso-passage-painter.h: draws the passages of claims and caveats into the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines under the words by status, stacked where passages overlap, and a soft fill behind the selected
 * record's. It asks the project's ranges for what is on the screen at each frame and keeps nothing else, so
 * that neither an edit nor the number of claims costs anything but what is seen.
 */
#pragma once

#include <gtk/gtk.h>

#include "audit/proviso-coverage-tracker.h"
#include "core/proviso-project.h"
#include "editor/proviso-passage-lanes.h"
#include "merge/proviso-changed-words.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_PASSAGE_PAINTER (proviso_passage_painter_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPassagePainter, proviso_passage_painter, PROVISO, PASSAGE_PAINTER, GObject)

/* `view` is not referenced; it owns the painter. */
ProvisoPassagePainter *proviso_passage_painter_new (GtkTextView *view);

/* The view's buffer must be the project's text already. %NULL: nothing is drawn. */
void proviso_passage_painter_set_project (ProvisoPassagePainter *self, ProvisoProject *project);
/* The text is laid out anew: other font, width or direction. */
void proviso_passage_painter_invalidate (ProvisoPassagePainter *self);
/* The record whose passages are filled. `record`: (nullable) */
void proviso_passage_painter_set_selected (ProvisoPassagePainter *self, ProvisoRecord *record);
/* Words that no passage stands on, filled like the selected record's until the text changes. `words`: (transfer none)
 * (nullable) (element-type ProvisoChangedWords): in order; must not change any more. */
void proviso_passage_painter_set_words (ProvisoPassagePainter *self, GArray *words);
/* Returns: (transfer none) (nullable) */
GArray *proviso_passage_painter_get_words (ProvisoPassagePainter *self);
/* How strongly the selected passages flash, 0 (not) to 1; also the property "flash", for an animation. */
void proviso_passage_painter_set_flash (ProvisoPassagePainter *self, double flash);

/* Whether only passages of open caveats, and of claims that have one, are drawn. */
void proviso_passage_painter_set_only_open (ProvisoPassagePainter *self, gboolean only_open);
/* Dims what is tied to a claim. `tracker`: (nullable): of the painter's project; nothing is dimmed. */
void proviso_passage_painter_set_coverage (ProvisoPassagePainter *self, ProvisoCoverageTracker *tracker);

/* The passages that have text in [start, end), in order of start, each with its lane. A passage's lane does
 * not depend on the bounds asked for. Returns: (transfer full) (element-type ProvisoPassage) */
GArray *proviso_passage_painter_get_passages (ProvisoPassagePainter *self, guint start, guint end);
/* Those of them that are drawn. */
GArray *proviso_passage_painter_get_drawn (ProvisoPassagePainter *self, guint start, guint end);

/* The parts of GtkTextViewClass.snapshot_layer: in buffer coordinates. The layer below comes first. */
void
proviso_passage_painter_snapshot (ProvisoPassagePainter *self, GtkTextViewLayer layer, GtkSnapshot *snapshot);
/* Those passages of the frame that is being drawn that are shown, and where it begins; %NULL before the layer below was drawn.
 * Returns: (transfer none) (nullable) (element-type ProvisoPassage) */
GArray *proviso_passage_painter_get_frame (ProvisoPassagePainter *self, guint *visible_start);
/* Where the passage at `index` of the frame begins: its first rectangle, in buffer coordinates. Returns:
 * whether it has any. */
gboolean
proviso_passage_painter_get_first_rect (ProvisoPassagePainter *self, guint index, GdkRectangle *rect);

G_END_DECLS
