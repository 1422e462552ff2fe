/* proviso-codec-private.h: between the halves of the codec.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "storage/proviso-codec.h"
#include "storage/proviso-json.h"

G_BEGIN_DECLS

/* Reads a whole project. `warnings`: (nullable): an array to add GErrors to.
 * Returns: (transfer full) (nullable) */
ProvisoProject *proviso_codec_read_project (ProvisoJson *json, GPtrArray *warnings, GError **error);
/* Reads one record; `type` as for proviso_codec_record_from_json(). Returns: (transfer full) (nullable) */
gpointer proviso_codec_read_record (ProvisoJson *json, GType type, GError **error);

G_END_DECLS
