/* proviso-draft-claims.h: what a writer does with claims and caveats from within the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each acts on the selected words or the place of the cursor, and shows the result in the panel. What cannot
 * be done is said by the view's "message". None changes the words, so that they work in a draft that is not to be
 * typed into as well.
 */
#pragma once

#include "editor/proviso-draft-view.h"

G_BEGIN_DECLS

/* A claim on the selected words; without a selection, on the sentence at the cursor. */
void proviso_draft_claims_new_claim (ProvisoDraftView *view);
/* A caveat on the selected words; without a selection, on the claim at the cursor, else on the sentence there. */
void proviso_draft_claims_flag_caveat (ProvisoDraftView *view);
/* Makes the selected words another passage of the selected claim or caveat. */
void proviso_draft_claims_add_passage (ProvisoDraftView *view);
/* Goes to the claim or caveat at the cursor in the panel, with the focus; where several passages lie there,
 * to the one that is selected, else to the innermost. */
void proviso_draft_claims_show_in_panel (ProvisoDraftView *view);
/* Selects the next (or previous) open caveat and shows it in the text and in the panel. */
void proviso_draft_claims_next_caveat (ProvisoDraftView *view, gboolean forward);
/* Goes to the next (or previous) passage of the selected claim, else of the claim at the cursor, which is selected
 * then; round at the end. */
void proviso_draft_claims_next_mention (ProvisoDraftView *view, gboolean forward);

/* The record at the cursor, also where the cursor stands right behind a passage; see
 * proviso_draft_pointer_find_record(). */
ProvisoRecord *proviso_draft_claims_find_at_cursor (ProvisoDraftView *view, ProvisoRecord *after);

G_END_DECLS
