/* proviso-coverage-look.h: how sentences look that are tied to a claim, and those that are not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A veil in the colour of the page lies over what is tied, so thin that it stays readable. In high contrast it is
 * thinner still, and what is not tied has a frame around it.
 */
#pragma once

#include "editor/proviso-passage-cache.h"
#include "editor/proviso-passage-look.h"

G_BEGIN_DECLS

/* The veil for a draft with words of this colour on a page of that one: as thick as may be, while the words keep a
 * contrast of 4.5 against the page, or 7 in high contrast (WCAG 2.2, AA and AAA). */
void proviso_coverage_look_get_veil (const GdkRGBA *words,
                                     const GdkRGBA *page,
                                     gboolean high_contrast,
                                     GdkRGBA *veil);
/* The colour behind the words, of the scheme that also colours these. */
void proviso_coverage_look_get_page (GtkTextView *view, GdkRGBA *color);

/* Appends what is drawn over the sentence whose rectangles are in `piece`. */
void proviso_coverage_look_snapshot (ProvisoPassagePiece *piece,
                                     gboolean is_tied,
                                     ProvisoPalette palette,
                                     const GdkRGBA *veil,
                                     GtkSnapshot *snapshot);

G_END_DECLS
