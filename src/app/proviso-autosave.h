/* proviso-autosave.h: saves a document some seconds after its last change, where the preferences say so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only what has a file, through the same safe path as saving by hand, and never over what somebody else did to the
 * file: that is for the person to decide. Nor what was recovered and not looked at yet. A save that failed is tried
 * again after the next change.
 */
#pragma once

#include "app/proviso-document.h"

G_BEGIN_DECLS

/* Time enough to go on with a sentence, in milliseconds. */
#define PROVISO_AUTOSAVE_DELAY 4000

#define PROVISO_TYPE_AUTOSAVE (proviso_autosave_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoAutosave, proviso_autosave, PROVISO, AUTOSAVE, GObject)

ProvisoAutosave *proviso_autosave_new (ProvisoDocument *document);

G_END_DECLS
