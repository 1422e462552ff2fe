/* proviso-draft-watch.h: keeps at hand what is wrong with the draft as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells a #ProvisoReadiness what a #ProvisoDraftCheck finds.
 */
#pragma once

#include "core/proviso-readiness.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_DRAFT_WATCH (proviso_draft_watch_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftWatch, proviso_draft_watch, PROVISO, DRAFT_WATCH, GObject)

/* Returns: (transfer full) */
ProvisoDraftWatch *proviso_draft_watch_new (ProvisoReadiness *readiness);
/* Whether what it finds is looked at: not followed, the project costs nothing. */
void proviso_draft_watch_follow (ProvisoDraftWatch *self, gboolean follow);

G_END_DECLS
