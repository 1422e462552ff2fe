/* proviso-edit.h: one primitive, reversible change of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the undo history is made of. Three kinds: text replaced, a property set, a record put into or taken
 * out of a list. A text edit carries the bounds that anchors had before, where moving them back along with
 * the words would not restore them.
 */
#pragma once

#include "core/proviso-anchor.h"
#include "core/proviso-event.h"
#include "core/proviso-record-list.h"
#include "core/proviso-text.h"

G_BEGIN_DECLS

typedef struct _ProvisoEdit ProvisoEdit;

G_END_DECLS
