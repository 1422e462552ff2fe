/* proviso-anchor.h: what ties a claim or a caveat to words of the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A range of the draft, the words it had when last recorded and some context on either side, after the
 * text position and text quote selectors of the W3C Web Annotation Data Model. While the anchor is in a
 * project, its range moves with the edits of the draft.
 */
#pragma once

#include "core/proviso-enums.h"
#include "core/proviso-record.h"
#include "anchor/proviso-range-set.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_ANCHOR (proviso_anchor_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoAnchor, proviso_anchor, PROVISO, ANCHOR, ProvisoRecord)

/* How many code points of context are kept on either side. */
#define PROVISO_ANCHOR_CONTEXT 32

/* [start, end) in code points of the draft. */
ProvisoAnchor *proviso_anchor_new (guint start, guint end);

guint proviso_anchor_get_start (ProvisoAnchor *self);
guint proviso_anchor_get_end (ProvisoAnchor *self);
ProvisoAnchorState proviso_anchor_get_state (ProvisoAnchor *self);
/* The words when last recorded (loading, saving, being lost). Returns: (transfer none); "" where never. */
const char *proviso_anchor_get_exact (ProvisoAnchor *self);
const char *proviso_anchor_get_prefix (ProvisoAnchor *self);
const char *proviso_anchor_get_suffix (ProvisoAnchor *self);
/* The headings above the passage, outermost first. Returns: (transfer none) (nullable) */
const char *const *proviso_anchor_get_heading (ProvisoAnchor *self);

/* For storage and #ProvisoProject. An anchor that is in a project is moved by
 * proviso_project_move_anchor() instead. */
void proviso_anchor_set_bounds (ProvisoAnchor *self, guint start, guint end);
void proviso_anchor_set_state (ProvisoAnchor *self, ProvisoAnchorState state);
void proviso_anchor_set_quote (ProvisoAnchor *self, const char *exact, const char *prefix, const char *suffix);
void proviso_anchor_set_heading (ProvisoAnchor *self, const char *const *heading);
/* Puts the anchor's range into `ranges`, with the anchor as its data, or (with %NULL) takes it out again and
 * keeps the last bounds. */
void proviso_anchor_set_ranges (ProvisoAnchor *self, ProvisoRangeSet *ranges);
/* Returns: (transfer none) (nullable) */
ProvisoRange *proviso_anchor_get_range (ProvisoAnchor *self);

G_END_DECLS
