/* proviso-evidence.h: the link from a claim to a source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "source" (a source's id), "relation", "credibility", "excerpt" (the source's exact words),
 * "locator" (page, paragraph, timestamp).
 */
#pragma once

#include "core/proviso-enums.h"
#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_EVIDENCE (proviso_evidence_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoEvidence, proviso_evidence, PROVISO, EVIDENCE, ProvisoRecord)

ProvisoEvidence *proviso_evidence_new (const char *source_id);

/* Returns: (transfer full): another link that says the same; foreign members are not copied. */
ProvisoEvidence *proviso_evidence_copy (ProvisoEvidence *self);
/* Whether both say the same of the same source. */
gboolean proviso_evidence_equal (ProvisoEvidence *self, ProvisoEvidence *other);
/* Whether two lists of links, both nullable, say the same. Their order says nothing: what is taken out and put in again
 * comes last. O(n). */
gboolean proviso_evidence_lists_equal (ProvisoRecordList *list, ProvisoRecordList *other);

const char *proviso_evidence_get_source (ProvisoEvidence *self);
void proviso_evidence_set_source (ProvisoEvidence *self, const char *source_id);
ProvisoRelation proviso_evidence_get_relation (ProvisoEvidence *self);
void proviso_evidence_set_relation (ProvisoEvidence *self, ProvisoRelation relation);
ProvisoCredibility proviso_evidence_get_credibility (ProvisoEvidence *self);
void proviso_evidence_set_credibility (ProvisoEvidence *self, ProvisoCredibility credibility);
const char *proviso_evidence_get_excerpt (ProvisoEvidence *self);
void proviso_evidence_set_excerpt (ProvisoEvidence *self, const char *excerpt);
const char *proviso_evidence_get_locator (ProvisoEvidence *self);
void proviso_evidence_set_locator (ProvisoEvidence *self, const char *locator);

G_END_DECLS
