/* proviso-raised-headings.h: a Markdown text as a section of another: its headings some levels below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): `markdown` with each heading `n_levels` deeper, at most on the sixth, and otherwise as it
 * is. One that is underlined gets hash signs, since lines say no more than two levels; within quotes and lists it
 * stays. What only looks like a heading, in code, is none. */
char *proviso_raise_headings (const char *markdown, guint n_levels);

G_END_DECLS
