/* proviso-coverage-tracker.h: follows which sentences of a project's draft a claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Worked out in a thread, from a copy of the text, once typing pauses in the text or in a record. Meanwhile the
 * sentences move along with the edits, which costs O(log n) an edit, so that what is known stays where it belongs.
 *
 * Signals:
 *   changed ()   the sentences or what they are tied to are known anew; not sent for moving along
 */
#pragma once

#include "audit/proviso-coverage.h"
#include "core/proviso-project.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_COVERAGE_TRACKER (proviso_coverage_tracker_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCoverageTracker, proviso_coverage_tracker, PROVISO, COVERAGE_TRACKER, GObject)

/* Called for a sentence. `key` stands for it until the next "changed". Returns: whether to go on. */
typedef gboolean (
    *ProvisoCoverageFunc) (gpointer key, guint start, guint end, gboolean is_tied, gpointer user_data);

ProvisoCoverageTracker *proviso_coverage_tracker_new (ProvisoProject *project);

/* What was found last, with the offsets of then: for the counts. Returns: (transfer none) (nullable): %NULL
 * before the first time. */
ProvisoCoverage *proviso_coverage_tracker_get_coverage (ProvisoCoverageTracker *self);
/* Calls `func` for the sentences that have text in [start, end), where they are now, in order. */
void proviso_coverage_tracker_foreach (ProvisoCoverageTracker *self,
                                       guint start,
                                       guint end,
                                       ProvisoCoverageFunc func,
                                       gpointer user_data);
/* Whether what is known is of the present text and passages. */
gboolean proviso_coverage_tracker_get_settled (ProvisoCoverageTracker *self);

G_END_DECLS
