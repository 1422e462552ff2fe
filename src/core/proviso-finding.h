/* proviso-finding.h: one thing that stands between a project and its publication, or should be known before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding says what is wrong with one claim or caveat, or with one passage of it; or with the draft as a whole.
 * It is kept by #ProvisoReadiness, which also decides whether it blocks; it does not change but for its subject's
 * words.
 *
 * Properties, read-only:
 *   "subject"  string, never %NULL: the record's own words in one line; notified
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* What is wrong; the gravest first. Of claims unless it says otherwise. */
typedef enum
{
  PROVISO_FINDING_REFUTED_IN_TEXT,      /* the draft says what is known to be false */
  PROVISO_FINDING_SOURCE_NAMED,         /* a source: it is confidential, and the draft names it */
  PROVISO_FINDING_CAVEAT_OPEN,          /* a caveat: it is not settled */
  PROVISO_FINDING_PASSAGE_LOST,         /* a claim or caveat: the words are gone from the draft */
  PROVISO_FINDING_CHECK_STALE,          /* it is not as it was checked any more */
  PROVISO_FINDING_SOURCE_MISSING,       /* its status needs a source and it names none */
  PROVISO_FINDING_CAVEAT_UNCONFIRMED,   /* a caveat: settled, and nobody confirmed it */
  PROVISO_FINDING_STATUS_UNCHECKED,     /* nobody said how well it stands */
  PROVISO_FINDING_NEVER_CHECKED,        /* it has a status and was never marked as checked */
  PROVISO_FINDING_AUTHENTICITY_MISSING, /* a leak that does not say whether it is genuine */
  PROVISO_FINDING_REASON_MISSING,       /* a claim or caveat: its status or state needs a reason */
  PROVISO_FINDING_REVIEW_DUE,           /* the day is past after which it was to be looked at again */
  PROVISO_FINDING_PASSAGE_FOUND,        /* a claim or caveat: found again in other words */
  PROVISO_FINDING_SECTION_OUTDATED,     /* of no record: the section on what remains unconfirmed is out of date */
} ProvisoFindingKind;

#define PROVISO_FINDING_N_KINDS (PROVISO_FINDING_SECTION_OUTDATED + 1)
#define PROVISO_FINDING_N_RANKS (2 * PROVISO_FINDING_N_KINDS * (PROVISO_CAVEAT_SEVERITY_NOTE + 1))

#define PROVISO_TYPE_FINDING (proviso_finding_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoFinding, proviso_finding, PROVISO, FINDING, GObject)

/* `record`: a claim, caveat or source; (nullable) for the section. `anchor`: (nullable): the passage that it is
 * about; of a source its own, which is in no project.
 * `severity`: a #ProvisoCaveatSeverity where it is about a caveat, which its title names; else ignored. */
ProvisoFinding *proviso_finding_new (ProvisoFindingKind kind,
                                     ProvisoRecord *record,
                                     ProvisoAnchor *anchor,
                                     int severity,
                                     gboolean blocks);

ProvisoFindingKind proviso_finding_get_kind (ProvisoFinding *self);
/* The claim, caveat or source. Returns: (transfer none) (nullable) */
ProvisoRecord *proviso_finding_get_record (ProvisoFinding *self);
/* The passage that it is about, not where the record is found in general.
 * Returns: (transfer none) (nullable) */
ProvisoAnchor *proviso_finding_get_anchor (ProvisoFinding *self);
/* Where to go for it: the passage that it is about unless that is lost, else the record's first in the draft,
 * else that of the claim that a caveat is on. Returns: (transfer none) (nullable): %NULL where none is left */
ProvisoAnchor *proviso_finding_find_place (ProvisoFinding *self, ProvisoProject *project);
/* Of the caveat, when the finding was made; 0 of a claim. */
int proviso_finding_get_severity (ProvisoFinding *self);
/* Whether it blocks; else it warns. */
gboolean proviso_finding_get_blocks (ProvisoFinding *self);
/* How grave it is: what blocks before what warns, then by kind and severity. Less is graver; below
 * PROVISO_FINDING_N_RANKS. */
guint proviso_finding_get_rank (ProvisoFinding *self);
/* Translated, without a full stop: "Major caveat still open". (transfer none) */
const char *proviso_finding_get_title (ProvisoFinding *self);
/* Translated, a sentence: what to do about it. (transfer none) */
const char *proviso_finding_get_explanation (ProvisoFinding *self);
/* The statement of the claim, the text of the caveat or the title of the source, in one line of printable characters; "" where it has
 * none. (transfer full) */
char *proviso_finding_dup_subject (ProvisoFinding *self);

/* A name that stays the same in every version and language: "caveat_open". (transfer none) */
const char *proviso_finding_kind_get_name (ProvisoFindingKind kind);

/* For #ProvisoReadiness: the record changed. */
void proviso_finding_record_changed (ProvisoFinding *self);

G_END_DECLS
