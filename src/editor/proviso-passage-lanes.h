/* proviso-passage-lanes.h: which passages a stretch of the draft has, and how their lines are stacked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-anchor.h"

G_BEGIN_DECLS

/* How many lines are kept apart; further ones share the last lane. */
#define PROVISO_PASSAGE_N_LANES 3

typedef struct
{
  ProvisoAnchor *anchor;
  guint start;
  guint end;
  guint lane;
} ProvisoPassage;

/* The passages among `ranges` that have text in [start, end), in order of start, each with its lane. A passage's
 * lane does not depend on the bounds asked for. `only_open`: leaves out all but those of open caveats and of claims
 * that have one. Returns: (transfer full) (element-type ProvisoPassage) */
GArray *proviso_passage_lanes_find (ProvisoRangeSet *ranges, guint start, guint end, gboolean only_open);

G_END_DECLS
