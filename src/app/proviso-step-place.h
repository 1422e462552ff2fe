/* proviso-step-place.h: where in the draft a step was done, and where the person had been before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a step that leads elsewhere in the draft than where somebody was: undone, it leads back there, and done again to
 * its place, as long as nothing else is done to the project in between.
 */
#pragma once

#include "app/proviso-workspace.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_STEP_PLACE (proviso_step_place_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoStepPlace, proviso_step_place, PROVISO, STEP_PLACE, GObject)

/* Before the step: takes how the workspace shows the project. Does nothing once its project is another one. */
ProvisoStepPlace *proviso_step_place_new (ProvisoWorkspace *workspace);
/* After it: goes to its place, which `anchor`, (transfer none) of the project, says for as long as it stands. */
void proviso_step_place_go (ProvisoStepPlace *self, ProvisoAnchor *anchor);

G_END_DECLS
