/* proviso-comment.h: a comment in the thread of a caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "text" (string), "edited" (when it was last changed by its author, RFC 3339, or %NULL).
 */
#pragma once

#include "core/proviso-record.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_COMMENT (proviso_comment_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoComment, proviso_comment, PROVISO, COMMENT, ProvisoRecord)

/* `id`: nullable, a new one is made. */
ProvisoComment *proviso_comment_new (const char *id, const char *by, const char *at, const char *text);

const char *proviso_comment_get_id (ProvisoComment *self);
const char *proviso_comment_get_by (ProvisoComment *self);
const char *proviso_comment_get_at (ProvisoComment *self);
/* Returns: (transfer none) (nullable) */
const char *proviso_comment_get_edited (ProvisoComment *self);
/* When it was edited, else when it was written. Returns: (transfer none) */
const char *proviso_comment_get_changed (ProvisoComment *self);
void proviso_comment_set_edited (ProvisoComment *self, const char *time);
const char *proviso_comment_get_text (ProvisoComment *self);
void proviso_comment_set_text (ProvisoComment *self, const char *text);

G_END_DECLS
