/* proviso-record-kind.c: what sets the lists of claims, of caveats and of sources apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-record-kind.h"

const ProvisoRecordKind *
proviso_record_kind_of (ProvisoRecord *record)
{
  static const ProvisoRecordKind *const kinds[] = { &proviso_claim_kind, &proviso_caveat_kind,
                                                    &proviso_source_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (record, kinds[i]->get_record_type ()))
      return kinds[i];

  return NULL;
}
