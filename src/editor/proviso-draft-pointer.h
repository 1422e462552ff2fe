/* proviso-draft-pointer.h: what the pointer does over passages and marks of a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain click selects the record of the passage under it (clicking again: the next of several); resting on
 * a passage that is drawn shows its card; a click on a caveat's mark goes to the caveat; a secondary click brings up the
 * menu.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/proviso-record.h"

G_BEGIN_DECLS

typedef struct _ProvisoDraftView ProvisoDraftView;

#define PROVISO_TYPE_DRAFT_POINTER (proviso_draft_pointer_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftPointer, proviso_draft_pointer, PROVISO, DRAFT_POINTER, GObject)

/* `view` is not referenced; it owns the pointer. */
ProvisoDraftPointer *proviso_draft_pointer_new (ProvisoDraftView *view);

/* The record whose passage is innermost at `offset`; where `after` is one of them, the next one out, going
 * round. `after`: (nullable). Returns: (transfer none) (nullable) */
ProvisoRecord *proviso_draft_pointer_find_record (ProvisoDraftView *view, guint offset, ProvisoRecord *after);

/* Shows the card of `record`, pointing to the text at `offset`. */
void proviso_draft_pointer_show_card (ProvisoDraftPointer *self, ProvisoRecord *record, guint offset);
void proviso_draft_pointer_hide_card (ProvisoDraftPointer *self);
/* Returns: (transfer none) (nullable): the record whose card is shown. */
ProvisoRecord *proviso_draft_pointer_get_card_record (ProvisoDraftPointer *self);

/* The view has got its size: what hangs on it is placed anew. */
void proviso_draft_pointer_allocate (ProvisoDraftPointer *self);

/* Brings up the menu at the cursor. */
void proviso_draft_pointer_show_menu (ProvisoDraftPointer *self);

G_END_DECLS
