/* proviso-paste-repair.h: offers the import's repairs for a text that was pasted into an empty draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A toast says that there is something to repair, and leads to the dialog that an import shows. It goes when the
 * person writes on.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_PASTE_REPAIR (proviso_paste_repair_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPasteRepair, proviso_paste_repair, PROVISO, PASTE_REPAIR, GObject)

/* Watches `project` until it is disposed of. `overlay` is not referenced; it must live until then. */
ProvisoPasteRepair *proviso_paste_repair_new (ProvisoProject *project, AdwToastOverlay *overlay);

G_END_DECLS
