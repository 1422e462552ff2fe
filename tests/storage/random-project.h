/* random-project.h: projects made up at random, for property tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

/* A project with up to `n_records` each of claims, caveats and sources, all of whose members take all sorts
 * of values, made from `rand`. With `foreign`, some records have members that no version knows. */
ProvisoProject *random_project_new (GRand *rand, guint n_records, gboolean foreign);
