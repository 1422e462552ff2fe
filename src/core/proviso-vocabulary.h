/* proviso-vocabulary.h: what the values of the enumerations are called, in the file and in the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-enums.h"

G_BEGIN_DECLS

/* `enum_type` is a GType of proviso-enum-types.h, such as PROVISO_TYPE_CLAIM_STATUS. */

/* The name in the file: "single_source"; "A" for a reliability, "3" for a credibility; %NULL for NONE.
 * Returns: (transfer none) (nullable) */
const char *proviso_vocabulary_get_wire_name (GType enum_type, int value);
/* Returns: whether `wire_name` names a value. */
gboolean proviso_vocabulary_from_wire_name (GType enum_type, const char *wire_name, int *value);
/* Translated, in heading capitals: "Single Source". NONE: "Not Set". (transfer none) */
const char *proviso_vocabulary_get_label (GType enum_type, int value);
/* Translated, one line that says when the value holds; "" where there is none. (transfer none) */
const char *proviso_vocabulary_get_explanation (GType enum_type, int value);
/* The name of the value's own symbolic icon ("proviso-status-leaked-symbolic"); claim status, caveat
 * severity and caveat state have one, else %NULL. (transfer none) */
const char *proviso_vocabulary_get_icon_name (GType enum_type, int value);
guint proviso_vocabulary_get_n_values (GType enum_type);

G_END_DECLS
