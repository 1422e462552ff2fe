/* proviso-plain-text.h: a #ProvisoText in memory, for where no window is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-text.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_PLAIN_TEXT (proviso_plain_text_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPlainText, proviso_plain_text, PROVISO, PLAIN_TEXT, GObject)

/* `text`: valid UTF-8 without NUL. */
ProvisoPlainText *proviso_plain_text_new (const char *text);

G_END_DECLS
