/* proviso-caveat-gutter.h: the marks beside lines of the draft that have an open caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They stand in the margin right beside the words, on the display line where the passage begins. (A gutter of
 * GtkSourceView lies at the window's edge, far from a column of readable width, and knows paragraphs only.)
 * What they say is in the caveats' list and under F8 for those who do not see them.
 */
#pragma once

#include "core/proviso-project.h"
#include "editor/proviso-passage-painter.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CAVEAT_GUTTER (proviso_caveat_gutter_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCaveatGutter, proviso_caveat_gutter, PROVISO, CAVEAT_GUTTER, GObject)

/* The margin that a mark needs beside the text, in pixels. */
#define PROVISO_CAVEAT_GUTTER_WIDTH 26

/* `view` is not referenced; it owns the gutter. */
ProvisoCaveatGutter *proviso_caveat_gutter_new (GtkTextView *view, ProvisoPassagePainter *painter);

void proviso_caveat_gutter_set_project (ProvisoCaveatGutter *self, ProvisoProject *project);

/* Draws the marks of the passages in the painter's frame, in buffer coordinates. */
void proviso_caveat_gutter_snapshot (ProvisoCaveatGutter *self, GtkSnapshot *snapshot);

/* Whether a mark stands beside the passages of a record, a claim or a caveat, and the gravest severity that it
 * tells of. */
gboolean proviso_caveat_gutter_get_severity (ProvisoRecord *record, ProvisoCaveatSeverity *severity);

/* The open caveats of the mark at a place in buffer coordinates, gravest first; `area` becomes the mark's.
 * Returns: (transfer container) (nullable) (element-type ProvisoCaveat): %NULL where there is no mark. */
GPtrArray *proviso_caveat_gutter_get_caveats_at (ProvisoCaveatGutter *self, int x, int y, GdkRectangle *area);

/* What a mark's tooltip says. Returns: (transfer full) */
char *proviso_caveat_gutter_dup_tooltip (GPtrArray *caveats);

G_END_DECLS
