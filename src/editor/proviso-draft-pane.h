/* proviso-draft-pane.h: the draft's side of the window: text, search and statistics.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "project", "selection" (both set together by proviso_draft_pane_set_project()), "editable",
 * "loading" (read-only: a large draft is still being filled in; it cannot be edited until it is),
 * "font-scale" and "check-spelling" (for binding to settings).
 * Signals:
 *   message (const char *text)
 *       a sentence for the person, for a toast: why something that was asked for did not happen.
 *
 * Actions, for the window to insert as "draft" and to give accelerators:
 *   undo, redo                                      the project's history
 *   bold, italic, code, strikethrough, link, quote, bullet-list, numbered-list, indent, outdent
 *   heading (int32)                                 0 is a paragraph, 1 to 6 a level
 *   find, find-next, find-previous, replace, hide-search
 *   zoom-in, zoom-out, zoom-reset
 *   new-claim, flag-caveat                          on the selected words, or at the cursor
 *   add-passage                                     the selected words to the selected claim or caveat
 *   next-caveat, previous-caveat                    through the open ones; while reviewing also those to confirm
 *   next-mention, previous-mention                  through the passages of the selected claim, or the one at
 *                                                   the cursor
 *   only-open-caveats, coverage (boolean state)     see proviso-reading-aids.h
 *   show-in-panel                                   the claim or caveat at the cursor, with the focus
 *   go-to-heading (uint32)                          an offset in the draft
 *   show-outline                                    the list of headings
 *   check-spelling (boolean state)                  as the property
 */
#pragma once

#include <adwaita.h>

#include "core/proviso-project.h"
#include "core/proviso-selection.h"
#include "editor/proviso-draft-view.h"
#include "editor/proviso-search-bar.h"
#include "editor/proviso-statistics-bar.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_DRAFT_PANE (proviso_draft_pane_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftPane, proviso_draft_pane, PROVISO, DRAFT_PANE, GtkWidget)

GtkWidget *proviso_draft_pane_new (void);

/* Shows a project: its draft is copied into a #ProvisoBuffer, which then is the project's text. A large draft
 * takes several turns of the main loop, see "loading". Both %NULL: the pane is empty. */
void
proviso_draft_pane_set_project (ProvisoDraftPane *self, ProvisoProject *project, ProvisoSelection *selection);
/* (transfer none) (nullable) */
ProvisoProject *proviso_draft_pane_get_project (ProvisoDraftPane *self);
ProvisoSelection *proviso_draft_pane_get_selection (ProvisoDraftPane *self);

gboolean proviso_draft_pane_get_loading (ProvisoDraftPane *self);
gboolean proviso_draft_pane_get_editable (ProvisoDraftPane *self);
void proviso_draft_pane_set_editable (ProvisoDraftPane *self, gboolean editable);

/* Whether the draft is read to review it, and not written: it is not editable whatever "editable" says. */
void proviso_draft_pane_set_reviewing (ProvisoDraftPane *self, gboolean reviewing);

/* Shows the search bar, with the second row for `replace`, and gives it the focus. */
void proviso_draft_pane_open_search (ProvisoDraftPane *self, gboolean replace);
/* Hides it; the text gets the focus, with the match selected. */
void proviso_draft_pane_close_search (ProvisoDraftPane *self);
/* Returns: (transfer none): made when first asked for. */
ProvisoSearchBar *proviso_draft_pane_get_search_bar (ProvisoDraftPane *self);

/* (transfer none) */
GActionGroup *proviso_draft_pane_get_action_group (ProvisoDraftPane *self);
ProvisoDraftView *proviso_draft_pane_get_view (ProvisoDraftPane *self);
ProvisoStatisticsBar *proviso_draft_pane_get_statistics_bar (ProvisoDraftPane *self);

G_END_DECLS
