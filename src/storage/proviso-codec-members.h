/* proviso-codec-members.h: the members of each kind of record, in the order in which they are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the codec: what reader and writer must agree about.
 */
#pragma once

#include "core/proviso-remains.h"

G_BEGIN_DECLS

#define PROVISO_MAX_MEMBERS 17

typedef struct
{
  const char *name;
  gsize length;
} ProvisoMember;

typedef struct
{
  guint n_members;
  ProvisoMember members[PROVISO_MAX_MEMBERS];
} ProvisoMembers;

enum
{
  PROJECT_PROVISO,
  PROJECT_ID,
  PROJECT_TITLE,
  PROJECT_LANGUAGE,
  PROJECT_CREATED,
  PROJECT_MODIFIED,
  PROJECT_DRAFT,
  PROJECT_CLAIMS,
  PROJECT_CAVEATS,
  PROJECT_SOURCES,
  PROJECT_REMAINS,
};

enum
{
  CLAIM_ID,
  CLAIM_STATEMENT,
  CLAIM_KIND,
  CLAIM_STATUS,
  CLAIM_REASON,
  CLAIM_FOR_READERS,
  CLAIM_AUTHENTICITY,
  CLAIM_LIKELIHOOD,
  CLAIM_CONFIDENCE,
  CLAIM_AS_OF,
  CLAIM_REVIEW_AFTER,
  CLAIM_ATTRIBUTED_TO,
  CLAIM_ANCHORS,
  CLAIM_EVIDENCE,
  CLAIM_CHECK,
  CLAIM_NOTE,
  CLAIM_HISTORY,
};

enum
{
  CAVEAT_ID,
  CAVEAT_TYPE,
  CAVEAT_SEVERITY,
  CAVEAT_STATE,
  CAVEAT_TEXT,
  CAVEAT_CLAIM,
  CAVEAT_ANCHORS,
  CAVEAT_SUGGESTION,
  CAVEAT_REASON,
  CAVEAT_FOR_READERS,
  CAVEAT_CONFIRMED,
  CAVEAT_THREAD,
  CAVEAT_HISTORY,
};

enum
{
  SOURCE_ID,
  SOURCE_TYPE,
  SOURCE_TITLE,
  SOURCE_PUBLISHER,
  SOURCE_URL,
  SOURCE_PUBLISHED,
  SOURCE_ACCESSED,
  SOURCE_ARCHIVED,
  SOURCE_RELIABILITY,
  SOURCE_INDEPENDENCE_GROUP,
  SOURCE_CONFIDENTIAL,
  SOURCE_NOTE,
  SOURCE_HISTORY,
};

/* The texts come first, in the order of ProvisoRemainsText; the last of them is a list of lines here. */
enum
{
  REMAINS_GENERATED = PROVISO_REMAINS_GENERATED,
  REMAINS_ANCHOR,
};

enum
{
  ANCHOR_START,
  ANCHOR_END,
  ANCHOR_EXACT,
  ANCHOR_PREFIX,
  ANCHOR_SUFFIX,
  ANCHOR_HEADING,
  ANCHOR_STATE,
};

enum
{
  EVIDENCE_SOURCE,
  EVIDENCE_RELATION,
  EVIDENCE_CREDIBILITY,
  EVIDENCE_EXCERPT,
  EVIDENCE_LOCATOR,
};

/* A caveat's confirmation is a check that says nothing of what was checked. */
enum
{
  CHECK_BY,
  CHECK_AT,
  CHECK_PASSAGES,
  CHECK_STATEMENT,
  CHECK_STATUS,
  CHECK_EVIDENCE,
};

enum
{
  COMMENT_ID,
  COMMENT_BY,
  COMMENT_AT,
  COMMENT_TEXT,
  COMMENT_EDITED,
};

enum
{
  EVENT_AT,
  EVENT_BY,
  EVENT_WHAT,
  EVENT_FROM,
  EVENT_TO,
  EVENT_REASON,
  EVENT_CAUSE,
};

extern const ProvisoMembers proviso_project_members;
extern const ProvisoMembers proviso_claim_members;
extern const ProvisoMembers proviso_caveat_members;
extern const ProvisoMembers proviso_source_members;
extern const ProvisoMembers proviso_remains_members;
extern const ProvisoMembers proviso_anchor_members;
extern const ProvisoMembers proviso_evidence_members;
extern const ProvisoMembers proviso_check_members;
extern const ProvisoMembers proviso_confirmation_members;
extern const ProvisoMembers proviso_comment_members;
extern const ProvisoMembers proviso_event_members;

/* `expected`: the member that is likely to come next. Returns: its number, or -1 where there is no such
 * member. */
int proviso_members_find (const ProvisoMembers *self, const char *name, gsize length, guint expected);

G_END_DECLS
