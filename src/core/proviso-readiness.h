/* proviso-readiness.h: what blocks and what warns before a project is published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project is ready to be published when every blocker and major caveat is settled and confirmed, no check
 * is stale, no passage is lost, and every claim whose status stands before "analysis" in #ProvisoClaimStatus
 * names a source. What else should be known before is a warning, and does not count.
 * proviso-readiness-rules.c gives the reason of each rule.
 *
 * The object watches its project and is right after every verb, undo, redo and edit of the draft. A change
 * costs a look at the record that changed and O(log n) for each finding that comes or goes.
 *
 * It is a #GListModel of #ProvisoFinding: what blocks first, of that the gravest kind and severity first, of
 * one kind claims before caveats, in the order of the project's lists. The order of the draft, which changes
 * with every edit, is left to those who show it: see proviso_readiness_list().
 *
 * What is wrong with the draft as a whole costs a look at all of it. It is looked for by #ProvisoDraftCheck, for
 * those who show findings, and told here.
 *
 * Properties, all read-only and notified once for each change of the project, after the list's "items-changed":
 *   "n-blocking", "n-warnings"  how many findings of the list block, and how many warn
 *   "n-blockers"                how many of those that block are open blockers
 *   "state"                     #ProvisoReadinessState
 */
#pragma once

#include "core/proviso-finding.h"
#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_READINESS_UNKNOWN, /* not all records were looked at yet: see proviso_readiness_prepare() */
  PROVISO_READINESS_BLOCKED, /* a caveat of the severity "blocker" is open: it must not go out, however little
                                else is left */
  PROVISO_READINESS_TO_GO,   /* other things block */
  PROVISO_READINESS_READY,
} ProvisoReadinessState;

#define PROVISO_TYPE_READINESS_STATE (proviso_readiness_state_get_type ())
GType proviso_readiness_state_get_type (void);

#define PROVISO_TYPE_READINESS (proviso_readiness_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoReadiness, proviso_readiness, PROVISO, READINESS, GObject)

/* Watches `project`, and references it. Nothing is looked at yet: the list is empty and the state is UNKNOWN. */
ProvisoReadiness *proviso_readiness_new (ProvisoProject *project);

/* Looks at records for about `budget` microseconds, or until all were looked at where it is -1. With the last
 * one the findings appear, all at once. Returns: whether there is more to do. */
gboolean proviso_readiness_prepare (ProvisoReadiness *self, gint64 budget);

/* Returns: (transfer none) */
ProvisoProject *proviso_readiness_get_project (ProvisoReadiness *self);
guint proviso_readiness_get_n_blocking (ProvisoReadiness *self);
guint proviso_readiness_get_n_warnings (ProvisoReadiness *self);
guint proviso_readiness_get_n_blockers (ProvisoReadiness *self);
ProvisoReadinessState proviso_readiness_get_state (ProvisoReadiness *self);

/* Of the `n` findings from the position `first` on. Returns: (transfer full) (element-type ProvisoFinding): in the
 * order in which people are told of them everywhere: the gravest first, of one gravity in the order of the draft,
 * what has no place in it last. */
GPtrArray *proviso_readiness_list (ProvisoReadiness *self, guint first, guint n);

/* Says what was found wrong with the draft as a whole, instead of what was found before. `findings`: (element-type
 * ProvisoFinding): of kinds that no record has, no two of one kind and record, none of which blocks. Of those that
 * are in the list already, these stay, with the place of the new ones. */
void proviso_readiness_set_draft_findings (ProvisoReadiness *self, GPtrArray *findings);

/* Says what day it is, "2026-03-28": review dates before it have passed. Looks at all records where that changes
 * something; initially it is today. */
void proviso_readiness_set_day (ProvisoReadiness *self, const char *day);

/* How often a record was looked at: what the incremental work costs. For tests. */
guint64 proviso_readiness_get_n_looks (ProvisoReadiness *self);

G_END_DECLS
