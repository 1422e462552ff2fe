/* proviso-readiness-text.h: how near a project is to publication, in words and by an icon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While nobody has looked yet, and in a project without claims and caveats, there is nothing to tell.
 */
#pragma once

#include "core/proviso-readiness.h"

G_BEGIN_DECLS

/* For the button below the window's title: "3 to go". Returns: (transfer full) (nullable): %NULL where there is
 * nothing to tell. */
char *proviso_readiness_text_create_note (ProvisoReadiness *readiness);
/* For a page, in heading capitals: "3 to Go". Returns: (transfer full) */
char *proviso_readiness_text_create_title (ProvisoReadiness *readiness);
/* What follows from it, in whole sentences; "" where nobody has looked yet. Returns: (transfer full) */
char *proviso_readiness_text_create_explanation (ProvisoReadiness *readiness);
/* Whether there is neither a claim nor a caveat. */
gboolean proviso_readiness_text_is_empty (ProvisoReadiness *readiness);

/* (transfer none) */
const char *proviso_readiness_text_get_icon_name (ProvisoReadinessState state);
/* The colour of the icon: "error". (transfer none) */
const char *proviso_readiness_text_get_style_class (ProvisoReadinessState state);

G_END_DECLS
