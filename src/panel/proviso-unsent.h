/* proviso-unsent.h: what somebody began to write about a record and has not sent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept with the record while the project is open, so that leafing to another page loses no words. Not saved.
 */
#pragma once

#include "core/proviso-record.h"

G_BEGIN_DECLS

/* `what`: a name for what is written, such as "reply". `text`: (nullable): none, or "", forgets it. */
void proviso_unsent_keep (gpointer record, const char *what, const char *text);
/* Returns: (transfer none) (nullable) */
const char *proviso_unsent_get (gpointer record, const char *what);
/* Whether anything is kept with it. */
gboolean proviso_unsent_has_any (gpointer record);

G_END_DECLS
