/* proviso-clippings.h: passages whose words were taken out, for when the words come back elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cutting a paragraph and pasting it further down takes its claims along. The project puts in what an edit
 * swallowed and asks, for every text that is put in, whether it is one that was taken out before. The other
 * order, in which dragging does it, is known too: what was put in last and is then taken out elsewhere.
 *
 * A handful of the latest is kept; older ones are forgotten.
 */
#pragma once

#include "core/proviso-anchor.h"

G_BEGIN_DECLS

typedef struct _ProvisoClippings ProvisoClippings;

/* A lost anchor and where its passage lies in a text that was put in, in code points of that text. */
typedef struct
{
  ProvisoAnchor *anchor;
  guint start;
  guint end;
} ProvisoClippedPassage;

ProvisoClippings *proviso_clippings_new (void);
void proviso_clippings_free (ProvisoClippings *self);

/* `text` was taken out and `passages`, a GArray of ProvisoClippedPassage within it, went with it.
 * (transfer full) */
void proviso_clippings_add (ProvisoClippings *self, const char *text, GArray *passages);

/* `text` was put in. Returns: (transfer full) (nullable): those passages of it that are lost, to be tied to
 * it; an anchor is handed out once, until it is lost again. */
GArray *proviso_clippings_take (ProvisoClippings *self, const char *text);

G_END_DECLS
