/* proviso-draft-settings.h: brings what the preferences say of the draft to a draft pane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spelling, zoom, font and the length of lines. Zoom and spelling go both ways.
 */
#pragma once

#include "editor/proviso-draft-pane.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_DRAFT_SETTINGS (proviso_draft_settings_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftSettings, proviso_draft_settings, PROVISO, DRAFT_SETTINGS, GObject)

/* `draft` is not referenced; whoever owns it owns this, too. */
ProvisoDraftSettings *proviso_draft_settings_new (ProvisoDraftPane *draft);

G_END_DECLS
