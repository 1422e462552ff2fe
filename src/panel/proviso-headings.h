/* proviso-headings.h: the headings of a project's draft, while it is being edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headings' places follow every edit at once. Which headings there are is found anew in a thread, after
 * edits that may have changed them, about a second later.
 *
 * Signal: changed ()   headings came, went, or were renamed
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_HEADINGS (proviso_headings_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoHeadings, proviso_headings, PROVISO, HEADINGS, GObject)

ProvisoHeadings *proviso_headings_new (ProvisoProject *project);

guint proviso_headings_get_size (ProvisoHeadings *self);
/* Returns: the number of the last heading that begins at or before `offset`; -1 before the first. */
int proviso_headings_find (ProvisoHeadings *self, guint offset);
/* Returns: (transfer none) */
const char *proviso_headings_get_title (ProvisoHeadings *self, guint heading);

G_END_DECLS
