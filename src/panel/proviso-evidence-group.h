/* proviso-evidence-group.h: what a claim stands on: its links to sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_EVIDENCE_GROUP (proviso_evidence_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoEvidenceGroup,
                      proviso_evidence_group,
                      PROVISO,
                      EVIDENCE_GROUP,
                      AdwPreferencesGroup)

void proviso_evidence_group_bind (ProvisoEvidenceGroup *self,
                                  ProvisoProject *project,
                                  ProvisoSelection *selection,
                                  ProvisoClaim *claim);

/* Asks which source the claim stands on, and links it. */
void proviso_evidence_group_add (ProvisoEvidenceGroup *self);

G_END_DECLS
