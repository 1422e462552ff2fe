/* proviso-evidence-row.h: one link from a claim to a source, unfolded to be edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_EVIDENCE_ROW (proviso_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoEvidenceRow, proviso_evidence_row, PROVISO, EVIDENCE_ROW, AdwExpanderRow)

GtkWidget *
proviso_evidence_row_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoEvidence *evidence);

/* Unfolds the row, brings it into view and puts the keyboard focus in its first field. */
void proviso_evidence_row_edit (ProvisoEvidenceRow *self);

G_END_DECLS
