/* proviso-notice-control.h: what the notice above the draft says, and what its answers do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing at a time, the gravest first: a save that failed, changes that were recovered, a file that somebody
 * else changed, a recovery journal that cannot be written; then what others did since the person last looked.
 */
#pragma once

#include "app/proviso-notice.h"
#include "app/proviso-seen-control.h"
#include "app/proviso-window.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_NOTICE_CONTROL (proviso_notice_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoNoticeControl, proviso_notice_control, PROVISO, NOTICE_CONTROL, GObject)

/* `window`, whose document has been made, owns the control and is not referenced; nor is `notice`, which is in it. */
ProvisoNoticeControl *proviso_notice_control_new (ProvisoWindow *window, ProvisoNotice *notice, ProvisoSeenControl *seen);

G_END_DECLS
