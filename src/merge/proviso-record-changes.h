/* proviso-record-changes.h: which claims, caveats and sources are otherwise than in an earlier state of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "merge/proviso-change.h"

G_BEGIN_DECLS

/* Compares record by record, matched by id; what the histories say was done by `person` is left out.
 *
 * `persons`: (out) (transfer full): the others in the newer entries and comments, the busiest first.
 * Returns: (transfer full) (element-type ProvisoChange): in the order of the files */
GPtrArray *proviso_record_changes_find (ProvisoProject *seen,
                                        ProvisoProject *now,
                                        const char *person,
                                        GStrv *persons);

G_END_DECLS
