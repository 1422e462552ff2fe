/* proviso-statistics-bar.h: the line under the draft: how much text there is, and where in it one is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "editor/proviso-draft-view.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_STATISTICS_BAR (proviso_statistics_bar_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoStatisticsBar, proviso_statistics_bar, PROVISO, STATISTICS_BAR, GtkWidget)

/* Follows the view's project. `view`: (nullable), not referenced: it outlives the bar or is taken away first.
 */
void proviso_statistics_bar_set_view (ProvisoStatisticsBar *self, ProvisoDraftView *view);

/* Brings up the list of headings. */
void proviso_statistics_bar_show_outline (ProvisoStatisticsBar *self);

/* What it says: "1,214 words · 6 min", or "64% of sentences tied · 1,214 words · 6 min". (transfer none) */
const char *proviso_statistics_bar_get_count_text (ProvisoStatisticsBar *self);
/* The title of the heading that the cursor is under; "" above the first. (transfer none) */
const char *proviso_statistics_bar_get_heading_text (ProvisoStatisticsBar *self);

/* Whether it says that the text is under review, and is not to be typed into. */
void proviso_statistics_bar_set_reviewing (ProvisoStatisticsBar *self, gboolean reviewing);

G_END_DECLS
