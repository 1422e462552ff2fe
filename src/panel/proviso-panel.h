/* proviso-panel.h: the side panel: claims, caveats and sources beside the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A navigation view. Its root holds the three lists behind a switcher; a row's activation pushes the record's
 * detail page, a ProvisoClaimPage, ProvisoCaveatPage or ProvisoSourcePage. What is selected is kept in a
 * #ProvisoSelection, through which the draft's view and the panel follow each other.
 *
 * Signal: toast (const char *title, gboolean undo)
 *     something was done that the window tells the person; `undo`: offer to undo it (the last step of the
 *     project's history).
 * Signal: changes-closed (gboolean seen)
 *     the page of what others changed is gone; `seen`: closed by the person, who is through with it, and not for
 *     another page or list that was asked for.
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-readiness.h"
#include "core/proviso-selection.h"
#include "merge/proviso-changes.h"
#include "panel/proviso-review-actions.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_PANEL (proviso_panel_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPanel, proviso_panel, PROVISO, PANEL, AdwBin)

GtkWidget *proviso_panel_new (void);

/* Shows the records of `project`, and follows and sets `selection`. Both %NULL: shows nothing. */
void proviso_panel_set_project (ProvisoPanel *self, ProvisoProject *project, ProvisoSelection *selection);

/* Which list is shown, or would be without an open page: "claims", "caveats" or "sources". (transfer none) */
const char *proviso_panel_get_list_name (ProvisoPanel *self);
/* Shows that list. An unknown name (from another version) is let be. */
void proviso_panel_show_list (ProvisoPanel *self, const char *name);

/* Whether the person at the desk is the editor: what waits for them is another, and the caveats are the list that is
 * shown first. Kept when another project is shown. */
gboolean proviso_panel_get_reviewing (ProvisoPanel *self);
void proviso_panel_set_reviewing (ProvisoPanel *self, gboolean reviewing);

/* What the page "Ready to Publish" shows. `readiness`: (nullable): of the project; %NULL: there is no such page. */
void proviso_panel_set_readiness (ProvisoPanel *self, ProvisoReadiness *readiness);

/* Opens the page of what others changed, with the keyboard focus in it. %NULL: takes it away. */
void proviso_panel_show_changes (ProvisoPanel *self, ProvisoChanges *changes);
/* Goes to the next (1) or previous (-1) change, on its page; the keyboard focus stays.
 * Says where there is none, and what it is where the panel is not seen.
 * Returns: whether all there is to see is in the draft now; else the panel should be shown */
gboolean proviso_panel_step_change (ProvisoPanel *self, ProvisoChanges *changes, int step);

/* The panel's actions, for the window to insert as "panel"; the panel's own children have them under that
 * name too.
 *   show-claims, show-caveats, show-sources   the list, whatever is open now
 *   show-readiness                            what is left to do before publishing
 *   focus-search                              the present list's search entry
 *   new-claim, new-caveat, new-source         made (the first two from the draft's selection) and opened
 *   back                                      from a detail page to the list
 *   next-record, previous-record              in the list's present order; its page where a page is open
 *   show-in-text                              the passage of the open or selected record
 *   delete-record                             the open or selected record, with a toast that can undo
 *
 * Returns: (transfer none) */
GActionGroup *proviso_panel_get_action_group (ProvisoPanel *self);

/* The steps of a review, on the record that is open or selected: for the window to insert their groups. Those that ask
 * for words open its page; the others are taken where the person is, and told in a toast.
 * Returns: (transfer none) */
ProvisoReviewActions *proviso_panel_get_review_actions (ProvisoPanel *self);
/* Takes the step of that name ("accept", "check"), as its key does: where it cannot be taken now, a toast says
 * what is missing. */
void proviso_panel_take_review_step (ProvisoPanel *self, const char *verb);

G_END_DECLS
