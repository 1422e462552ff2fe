/* proviso-reading-aids.h: other ways to look at a draft: what is in doubt, and what no claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "coverage" (sentences that are tied to a claim are dimmed), "only-open-caveats" (no other passages
 * than those of open caveats, and of claims that have one, are drawn). Switching one is told to those who are read
 * to.
 * Signals:
 *   share-changed ()   there is another share, or none
 */
#pragma once

#include "audit/proviso-coverage-tracker.h"
#include "editor/proviso-passage-painter.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_READING_AIDS (proviso_reading_aids_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoReadingAids, proviso_reading_aids, PROVISO, READING_AIDS, GObject)

/* `view` is not referenced; it owns the aids and the painter, which draws for them. */
ProvisoReadingAids *proviso_reading_aids_new (GtkTextView *view, ProvisoPassagePainter *painter);

/* `project`: (nullable) */
void proviso_reading_aids_set_project (ProvisoReadingAids *self, ProvisoProject *project);

gboolean proviso_reading_aids_get_coverage (ProvisoReadingAids *self);
void proviso_reading_aids_set_coverage (ProvisoReadingAids *self, gboolean coverage);
gboolean proviso_reading_aids_get_only_open_caveats (ProvisoReadingAids *self);
void proviso_reading_aids_set_only_open_caveats (ProvisoReadingAids *self, gboolean only_open_caveats);

/* "64% of sentences tied". Returns: (transfer full) (nullable): %NULL where coverage is not looked at, or not yet
 * known. */
char *proviso_reading_aids_dup_share (ProvisoReadingAids *self);
/* Tells those who are read to something about the draft. */
void proviso_reading_aids_announce (ProvisoReadingAids *self, const char *text);
/* What they heard last. Returns: (transfer none) (nullable) */
const char *proviso_reading_aids_get_announced (ProvisoReadingAids *self);

G_END_DECLS
