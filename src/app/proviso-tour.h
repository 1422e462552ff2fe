/* proviso-tour.h: shows on the example what a claim, a caveat and a check are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card at the lower edge of the window. Each of its steps brings the real thing into sight, the passage or the
 * part of a page in the panel, and marks it. Nothing is changed in the project, and everything else goes on to work.
 * Next, Back and Skip have mnemonics; Escape skips while the focus is in the card.
 */
#pragma once

#include "app/proviso-workspace.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_TOUR (proviso_tour_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoTour, proviso_tour, PROVISO, TOUR, AdwBin)

/* Whether the project has all that the tour shows: it is a copy of the example. */
gboolean proviso_tour_fits (ProvisoProject *project);

GtkWidget *proviso_tour_new (void);

/* From the first step, in `workspace`, whose project fits. Nothing is shown before the panel is there. */
void proviso_tour_start (ProvisoTour *self, ProvisoWorkspace *workspace);
/* As if it were skipped; the focus stays where it is, unless it was in the card. */
void proviso_tour_stop (ProvisoTour *self);

/* Returns: (transfer none) (nullable): what is marked in the panel now */
GtkWidget *proviso_tour_get_target (ProvisoTour *self);

G_END_DECLS
