/* proviso-hover-card.h: a small card that says what stands behind a passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_HOVER_CARD (proviso_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoHoverCard, proviso_hover_card, PROVISO, HOVER_CARD, GtkPopover)

ProvisoHoverCard *proviso_hover_card_new (void);

/* Fills the card from a claim or a caveat of the project; `selection` is where its button shows the record. */
void proviso_hover_card_set_record (ProvisoHoverCard *self,
                                    ProvisoProject *project,
                                    ProvisoRecord *record,
                                    ProvisoSelection *selection);
/* (transfer none) (nullable) */
ProvisoRecord *proviso_hover_card_get_record (ProvisoHoverCard *self);

/* What the card says, a line each: for tests and for those who are read to. (transfer full) */
char *proviso_hover_card_dup_text (ProvisoHoverCard *self);

G_END_DECLS
