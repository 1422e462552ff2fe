/* proviso-notice.h: a sentence about the state of the window's document, with up to two answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As AdwBanner, which has room for one answer only.
 *
 * Signal: response (gboolean second): the first or the second button was pressed.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_NOTICE (proviso_notice_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoNotice, proviso_notice, PROVISO, NOTICE, AdwBin)

/* `first`, `second`: (nullable): the buttons' labels, with mnemonics. */
void proviso_notice_show (ProvisoNotice *self, const char *text, const char *first, const char *second);
void proviso_notice_hide (ProvisoNotice *self);
/* Returns: (nullable): what it says; %NULL while it is hidden. */
const char *proviso_notice_get_text (ProvisoNotice *self);

G_END_DECLS
