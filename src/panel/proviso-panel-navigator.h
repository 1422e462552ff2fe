/* proviso-panel-navigator.h: opens the pages that lie over the panel's lists, and leads from one to the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On the lists there is the page of what others changed or that of what is left to do before publishing, where
 * one was asked for; and over it the page of a record. Back leads from each to what lies under it.
 *
 * Signals:
 *   changed ()                            another page is on top
 *   changes-closed (gboolean seen), toast (const char *title, gboolean undo)
 *                                         as in #ProvisoPanel
 */
#pragma once

#include "core/proviso-readiness.h"
#include "merge/proviso-changes.h"
#include "panel/proviso-changes-page.h"
#include "panel/proviso-record-lists.h"
#include "panel/proviso-record-page.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_PANEL_NAVIGATOR (proviso_panel_navigator_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPanelNavigator, proviso_panel_navigator, PROVISO, PANEL_NAVIGATOR, GObject)

/* `view` holds the page of `lists`, whose tag is "lists", and nothing else. */
ProvisoPanelNavigator *proviso_panel_navigator_new (AdwNavigationView *view, ProvisoRecordLists *lists);

/* Closes every page. (nullable): none can be opened. */
void proviso_panel_navigator_set_context (ProvisoPanelNavigator *self, ProvisoPanelContext *context);

/* What the page "Ready to Publish" shows. (nullable): there is no such page. */
void proviso_panel_navigator_set_readiness (ProvisoPanelNavigator *self, ProvisoReadiness *readiness);
gboolean proviso_panel_navigator_has_readiness (ProvisoPanelNavigator *self);

/* Returns: (transfer none) (nullable): the record's page that is on top. */
ProvisoRecordPage *proviso_panel_navigator_get_record_page (ProvisoPanelNavigator *self);

/* Returns: whether no page lies over the lists. */
gboolean proviso_panel_navigator_shows_lists (ProvisoPanelNavigator *self);
/* Returns: (transfer none) (nullable): what others changed, where that is on top. */
ProvisoChangesPage *proviso_panel_navigator_get_changes_page (ProvisoPanelNavigator *self);

/* The following need a context. */

/* Opens the page of `record`, in the place of another record's. The keyboard focus stays where it is; where it is in
 * the page that goes, it goes to the same button of the new one. Returns: (transfer none) */
ProvisoRecordPage *proviso_panel_navigator_open_record (ProvisoPanelNavigator *self, ProvisoRecord *record);
/* Opens it over the page of the record that leads there: back leads to that one. Where its page lies below, the ones
 * above are closed instead. Returns: (transfer none) */
ProvisoRecordPage *proviso_panel_navigator_follow_link (ProvisoPanelNavigator *self, ProvisoRecord *record);
/* As open_record(), with the focus in the page. */
void proviso_panel_navigator_enter_record (ProvisoPanelNavigator *self, ProvisoRecord *record);

/* Opens the page of what is left to do, with the focus in it; over that of a record, to which back leads then. */
void proviso_panel_navigator_show_readiness (ProvisoPanelNavigator *self);

/* As proviso_panel_show_changes() and proviso_panel_step_change(). */
void proviso_panel_navigator_show_changes (ProvisoPanelNavigator *self, ProvisoChanges *changes);
gboolean proviso_panel_navigator_step_change (ProvisoPanelNavigator *self, ProvisoChanges *changes, int step);

/* Closes every page, and shows that list, with the keyboard focus in it where it was in what is out of sight now. */
void proviso_panel_navigator_show_list (ProvisoPanelNavigator *self, const ProvisoRecordKind *kind);
/* Closes every page, and puts the focus in the search entry of the present list. */
void proviso_panel_navigator_search (ProvisoPanelNavigator *self);
/* Closes the page on top. Where a record's page was closed and nobody works outside of the view, the focus goes to
 * the record's row. */
void proviso_panel_navigator_back (ProvisoPanelNavigator *self);

G_END_DECLS
