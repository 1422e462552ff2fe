/* proviso-estimate-row.h: how likely a judgement is, or how sure its author.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICD 203 keeps likelihood and confidence apart and out of one sentence. One row offers both, so that a claim
 * never has the two at once.
 */
#pragma once

#include "core/proviso-project.h"
#include "panel/proviso-choice-row.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_ESTIMATE_ROW (proviso_estimate_row_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoEstimateRow, proviso_estimate_row, PROVISO, ESTIMATE_ROW, ProvisoChoiceRow)

/* The row's value for a confidence; a likelihood stands for itself, 0 for neither. */
#define PROVISO_ESTIMATE_CONFIDENCE(confidence) (100 + (int) (confidence))

void proviso_estimate_row_bind (ProvisoEstimateRow *self, ProvisoProject *project, ProvisoClaim *claim);

G_END_DECLS
