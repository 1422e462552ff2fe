/* proviso-file-places.h: where in a project's file its words and its records stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For messages that name a place in the file as editors go to it. Places are bytes of the file at first, since
 * these can be ordered; in rising order they are turned into lines in one pass.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef struct _ProvisoFilePlaces ProvisoFilePlaces;

/* `bytes`: what `project` was loaded from; it has not changed since. */
ProvisoFilePlaces *proviso_file_places_new (GBytes *bytes, ProvisoProject *project);
void proviso_file_places_free (ProvisoFilePlaces *self);

/* The byte where the draft's code point `offset` is written. */
gsize proviso_file_places_find_words (ProvisoFilePlaces *self, guint offset);
/* The byte where a claim's or caveat's object begins. */
gsize proviso_file_places_find_record (ProvisoFilePlaces *self, ProvisoRecord *record);
/* Line and column, from 1, the column in code points. Costs the way from the place asked for last, where that
 * stands before this one; else from the start. */
void proviso_file_places_get_line (ProvisoFilePlaces *self, gsize byte, guint *line, guint *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoFilePlaces, proviso_file_places_free)

G_END_DECLS
