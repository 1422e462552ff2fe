/* proviso-plain.h: what text md4c's pieces stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markdown/proviso-dialect.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds to `plain` what a reader sees of a piece of inline text: entities as their characters, breaks as a
 * space, no HTML. */
void proviso_plain_append (GString *plain, MD_TEXTTYPE type, const char *text, gsize size);

/* Returns: the character of a complete entity such as "&amp;" or "&#x2014;"; 0 if it is not a known one. */
gunichar proviso_plain_get_entity (const char *text, gsize size);

G_END_DECLS
