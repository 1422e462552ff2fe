/* proviso-event-text.h: entries of a record's history as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-event.h"
#include "core/proviso-project.h"

G_BEGIN_DECLS

/* `project`: (nullable): where the records that the entry names are looked up.
 * Returns: (transfer full): "Status changed from Unchecked to Reported". What this version does not know is
 * told by the names in the file. */
char *proviso_event_text_describe (ProvisoEvent *event, ProvisoProject *project);
/* Why: the reason that was given, the change that brought it with it, or both, a line each.
 * Returns: (transfer full): "" where nothing says. */
char *proviso_event_text_explain (ProvisoEvent *event);
/* Returns: (transfer none) (nullable): the change that brought it with it: "The suggested edit was applied". */
const char *proviso_event_text_get_cause (ProvisoEvent *event);
/* Both nullable. Returns: (transfer full): "Ana · 28 Mar 2026, 10:30", or what of it is known */
char *proviso_event_text_sign (const char *by, const char *at);

G_END_DECLS
