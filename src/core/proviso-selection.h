/* proviso-selection.h: what the person is looking at: where the draft and the panel meet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "record" (the selected #ProvisoClaim, #ProvisoCaveat or #ProvisoSource, or %NULL),
 * "has-range" (whether words of the draft are selected; notified, also where other words are).
 * Signals:
 *   show-in-text (ProvisoAnchor *anchor)   somebody asks for the passage to be scrolled to and its range shown
 *   show-range (guint start, guint end)    the same for words that no passage stands on; code points
 *   show-in-panel (ProvisoRecord *record, gboolean focus)
 *       somebody asks for the record's page; `focus`: with the keyboard focus in it
 *   go-to (ProvisoRecord *record)
 *       somebody goes through the records and has come to this one, wherever they are looking
 */
#pragma once

#include "core/proviso-anchor.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_SELECTION (proviso_selection_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSelection, proviso_selection, PROVISO, SELECTION, GObject)

ProvisoSelection *proviso_selection_new (void);

/* Returns: (transfer none) (nullable) */
ProvisoRecord *proviso_selection_get_record (ProvisoSelection *self);
void proviso_selection_set_record (ProvisoSelection *self, ProvisoRecord *record);

/* The words that are selected in the draft, in code points; the cursor where start == end. The draft's view sets
 * it; the panel reads it when a claim or a passage is made from "the selection". */
void proviso_selection_get_range (ProvisoSelection *self, guint *start, guint *end);
void proviso_selection_set_range (ProvisoSelection *self, guint start, guint end);
gboolean proviso_selection_get_has_range (ProvisoSelection *self);

/* All but the second select the record (the anchor's claim or caveat), then send the signal. */
void proviso_selection_show_in_text (ProvisoSelection *self, ProvisoAnchor *anchor);
/* Words that belong to no record; nothing is selected by it. start <= end, within the draft. */
void proviso_selection_show_range (ProvisoSelection *self, guint start, guint end);
void proviso_selection_show_in_panel (ProvisoSelection *self, ProvisoRecord *record, gboolean focus);
void proviso_selection_go_to (ProvisoSelection *self, ProvisoRecord *record);

G_END_DECLS
