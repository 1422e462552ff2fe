/* proviso-recovery-replay.h: from a journal's base and log to the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the recovery. The log says all that happened, so nothing may happen by itself here: an edit of the
 * draft moves the ranges and no more. Were it put through the project's own text, the project would lose and find
 * passages and record it all for undo once again, and where the writer had undone something, differently.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* Brings `project`, fresh from the base, to where the log ends. A last line that was not written to its end is
 * left out.
 *
 * Returns: whether all of the log made sense; else the project is where the last whole batch or line before the
 * damage left it. */
gboolean proviso_recovery_replay (ProvisoProject *project, const char *log, gsize length);

G_END_DECLS
