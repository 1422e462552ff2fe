/* proviso-comment-row.h: one comment in the thread of a caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One's own is changed in place, or deleted with an offer to undo it.
 */
#pragma once

#include "core/proviso-comment.h"
#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_COMMENT_ROW (proviso_comment_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCommentRow, proviso_comment_row, PROVISO, COMMENT_ROW, AdwPreferencesRow)

GtkWidget *proviso_comment_row_new (ProvisoProject *project, ProvisoComment *comment);

G_END_DECLS
