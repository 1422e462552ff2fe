/* proviso-comment.h: a comment in the thread of a caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "text" (string).
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
const char *proviso_comment_get_text (ProvisoComment *self);
void proviso_comment_set_text (ProvisoComment *self, const char *text);

G_END_DECLS
