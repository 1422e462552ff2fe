/* proviso-draft-analysis.h: what is counted and found out about a draft while it is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline and the counts are worked out in a thread, from a copy of the text, once typing pauses; what is
 * there meanwhile is what was found last, which may lag behind the text.
 * Signals:
 *   changed ()   a new outline or new counts are there
 */
#pragma once

#include "editor/proviso-buffer.h"
#include "markdown/proviso-outline.h"
#include "markdown/proviso-text-statistics.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_DRAFT_ANALYSIS (proviso_draft_analysis_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftAnalysis, proviso_draft_analysis, PROVISO, DRAFT_ANALYSIS, GObject)

ProvisoDraftAnalysis *proviso_draft_analysis_new (void);

/* `language`: BCP 47. `buffer`: (nullable): nothing is analysed. */
void
proviso_draft_analysis_set_buffer (ProvisoDraftAnalysis *self, ProvisoBuffer *buffer, const char *language);

/* Returns: (transfer none) (nullable): %NULL before the first one is there. */
ProvisoOutline *proviso_draft_analysis_get_outline (ProvisoDraftAnalysis *self);
/* Of the whole draft. Returns: (transfer none) (nullable) */
const ProvisoTextStatistics *proviso_draft_analysis_get_statistics (ProvisoDraftAnalysis *self);
/* Of what is selected. Returns: (transfer none) (nullable): %NULL while nothing is, or it is not yet counted.
 */
const ProvisoTextStatistics *proviso_draft_analysis_get_selected (ProvisoDraftAnalysis *self);

G_END_DECLS
