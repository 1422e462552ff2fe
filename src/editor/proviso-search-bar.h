/* proviso-search-bar.h: find and replace in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar searches while it is open; closed, it keeps what was searched for.
 * Signals:
 *   close ()   the person is done: hide the bar and give the text the focus
 */
#pragma once

#include "editor/proviso-draft-view.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_SEARCH_BAR (proviso_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSearchBar, proviso_search_bar, PROVISO, SEARCH_BAR, GtkWidget)

/* `view` is not referenced; the bar goes before it or with it. */
ProvisoSearchBar *proviso_search_bar_new (ProvisoDraftView *view);

/* Begins to search, with what is selected in the draft where that is words of one line, and takes the focus.
 * `replace`: with the second row. */
void proviso_search_bar_open (ProvisoSearchBar *self, gboolean replace);
/* Ends searching: matches are no longer marked; the current one stays selected. */
void proviso_search_bar_close (ProvisoSearchBar *self);
gboolean proviso_search_bar_is_open (ProvisoSearchBar *self);

void proviso_search_bar_next (ProvisoSearchBar *self);
void proviso_search_bar_previous (ProvisoSearchBar *self);
/* Replaces the match that is selected and goes to the next; where none is, only goes to the next. */
void proviso_search_bar_replace (ProvisoSearchBar *self);
/* Replaces all matches, as one step of undo. */
void proviso_search_bar_replace_all (ProvisoSearchBar *self);

/* (transfer none): what is searched for and how; its properties may be set. */
GtkSourceSearchSettings *proviso_search_bar_get_settings (ProvisoSearchBar *self);
void proviso_search_bar_set_replacement (ProvisoSearchBar *self, const char *replacement);
/* Such as "3 of 12", or "12 replaced" after all were; "" while nothing is searched for or counting goes on.
 * (transfer none) */
const char *proviso_search_bar_get_count_text (ProvisoSearchBar *self);
/* Why the expression cannot be used; "" where it can. (transfer none) */
const char *proviso_search_bar_get_error_text (ProvisoSearchBar *self);

G_END_DECLS
