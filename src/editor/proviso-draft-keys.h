/* proviso-draft-keys.h: the keys that mean something else in a draft than in any text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "editor/proviso-draft-pointer.h"

G_BEGIN_DECLS

/* Handles, before the view does: Enter, Tab and Shift+Tab in lists and quotes, Alt+Enter (the card of the
 * passage at the cursor), Menu and Shift+F10, Escape (the card goes). */
void proviso_draft_keys_attach (ProvisoDraftView *view, ProvisoDraftPointer *pointer);

G_END_DECLS
