/* proviso-change.h: one thing that is otherwise than when somebody last looked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what changed, where it is now, and, as far as the histories tell, who changed it and when. Records are named by
 * their ids, so that a change can be told of any copy of the project. Immutable but for its place in the draft, which
 * moves with edits while #ProvisoChanges follows them.
 */
#pragma once

#include "anchor/proviso-range-set.h"
#include "core/proviso-event.h"
#include "merge/proviso-changed-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_CHANGE_TEXT_CHANGED, /* a paragraph's words */
  PROVISO_CHANGE_TEXT_ADDED,
  PROVISO_CHANGE_TEXT_REMOVED,
  PROVISO_CHANGE_TEXT_MOVED,
  PROVISO_CHANGE_CLAIM_ADDED,
  PROVISO_CHANGE_CLAIM_CHANGED,
  PROVISO_CHANGE_CLAIM_REMOVED,
  PROVISO_CHANGE_CAVEAT_ADDED,
  PROVISO_CHANGE_CAVEAT_CHANGED,
  PROVISO_CHANGE_CAVEAT_STATE, /* settled, confirmed or reopened, whatever else */
  PROVISO_CHANGE_CAVEAT_REMOVED,
  PROVISO_CHANGE_COMMENT_ADDED,
  PROVISO_CHANGE_COMMENT_EDITED,
  PROVISO_CHANGE_COMMENT_REMOVED,
  PROVISO_CHANGE_SOURCE_ADDED,
  PROVISO_CHANGE_SOURCE_CHANGED,
  PROVISO_CHANGE_SOURCE_REMOVED,
} ProvisoChangeKind;

#define PROVISO_TYPE_CHANGE (proviso_change_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoChange, proviso_change, PROVISO, CHANGE, GObject)

/* `old_text`, `new_text`: the paragraph's words; "" where there was, or is, none. [start, end): where it is now, in code
 * points of the draft; for one that was removed the place where it stood, start == end. */
ProvisoChange *proviso_change_new_text (ProvisoChangeKind kind,
                                        const char *old_text,
                                        const char *new_text,
                                        guint start,
                                        guint end);
/* `record_id`: the claim's, the source's, or the caveat's, also of a comment. `old_words`, `new_words`: its statement,
 * text or title, or the comment's text, then and now: (nullable) where there was, or is, none. */
ProvisoChange *proviso_change_new_record (ProvisoChangeKind kind,
                                          const char *record_id,
                                          const char *old_words,
                                          const char *new_words);
/* For whoever makes it. Both nullable, "" is nobody; what is said last is kept. */
void proviso_change_set_author (ProvisoChange *self, const char *by, const char *at);
/* For whoever makes it: some of the draft's words are what changed, rather than all of [start, end); or, where something
 * was taken out, the words that show the place. Code points, in order, each behind the one before. */
void proviso_change_add_words (ProvisoChange *self, guint start, guint end);
/* Adds an entry of the record's history that tells of the change. */
void proviso_change_add_event (ProvisoChange *self, ProvisoEvent *event);

ProvisoChangeKind proviso_change_get_kind (ProvisoChange *self);
/* Whether it is about the draft's words. */
gboolean proviso_change_is_text (ProvisoChange *self);
gboolean proviso_change_is_comment (ProvisoChange *self);
/* Returns: (transfer none) (nullable): %NULL for the draft's words */
const char *proviso_change_get_record_id (ProvisoChange *self);
/* Then and now; see the constructors. Returns: (transfer none): "" where there was, or is, none */
const char *proviso_change_get_old_words (ProvisoChange *self);
const char *proviso_change_get_new_words (ProvisoChange *self);
/* Returns: (transfer none) (nullable): who, as far as it is known; of several the last */
const char *proviso_change_get_by (ProvisoChange *self);
/* Returns: (transfer none) (nullable): RFC 3339 */
const char *proviso_change_get_at (ProvisoChange *self);
/* Returns: (transfer none) (nullable) (element-type ProvisoEvent): the entries that tell of it, oldest first */
GPtrArray *proviso_change_get_events (ProvisoChange *self);
/* Where the changed words are now, code points. Returns: whether they are anywhere: %FALSE for records. */
gboolean proviso_change_get_bounds (ProvisoChange *self, guint *start, guint *end);
/* Those of them that changed, as they are now: all of them in a paragraph that was put in or moved. Returns: (transfer
 * full) (element-type ProvisoChangedWords): in order; empty where there are none, or none any more. */
GArray *proviso_change_dup_words (ProvisoChange *self);

/* Translated, what happened: "Claim changed". (transfer none) */
const char *proviso_change_get_title (ProvisoChange *self);
/* The words that it is about: the new ones, where there are any. (transfer none) */
const char *proviso_change_get_words (ProvisoChange *self);

/* For #ProvisoChanges: puts its place into `ranges`, or (with %NULL) takes it out again and keeps the last bounds. */
void proviso_change_set_ranges (ProvisoChange *self, ProvisoRangeSet *ranges);

G_END_DECLS
