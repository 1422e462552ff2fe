/* proviso-draft-actions.h: the actions of a draft pane; their names stand in proviso-draft-pane.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "editor/proviso-draft-pane.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the actions; `pane` is not referenced and must outlive their use. */
GActionGroup *proviso_draft_actions_new (ProvisoDraftPane *pane);

G_END_DECLS
