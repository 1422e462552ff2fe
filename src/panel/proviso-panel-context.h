/* proviso-panel-context.h: what the panel's lists share: the project, the selection, what derives of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property: "reviewing": whether the person at the desk is the editor, who confirms, and not the writer, who
 * settles; see proviso_panel_context_is_waiting().
 *
 * Signals:
 *   places-changed ()  passages may stand in another order than before, or be lost or stale; not sent for
 *                      text that moves them all along. At most a few times a second.
 *   words-changed ()   the draft's words changed. At most about once a second.
 *   headings-changed ()
 *                      the draft has other headings than before, or with other titles
 *   uses-changed ()    a source may be used by more or fewer claims. At most a few times a second.
 *   people-changed ()  somebody is known who was not before. At most a few times a second.
 */
#pragma once

#include "panel/proviso-caveat-tally.h"

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_PANEL_CONTEXT (proviso_panel_context_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoPanelContext, proviso_panel_context, PROVISO, PANEL_CONTEXT, GObject)

ProvisoPanelContext *proviso_panel_context_new (ProvisoProject *project, ProvisoSelection *selection);

/* Returns: (transfer none) */
ProvisoProject *proviso_panel_context_get_project (ProvisoPanelContext *self);
ProvisoSelection *proviso_panel_context_get_selection (ProvisoPanelContext *self);

gboolean proviso_panel_context_get_reviewing (ProvisoPanelContext *self);
void proviso_panel_context_set_reviewing (ProvisoPanelContext *self, gboolean reviewing);

/* How the caveats stand; made when first asked for. Returns: (transfer none) */
ProvisoCaveatTally *proviso_panel_context_get_tally (ProvisoPanelContext *self);
/* Whether it is the person's turn with this claim or caveat. The writer's turn is to settle what is open; the
 * editor's to confirm what is settled; and a claim that changed since it was checked waits for whoever looks. */
gboolean proviso_panel_context_is_waiting (ProvisoPanelContext *self, gpointer record);
/* How many caveats wait. */
guint proviso_panel_context_count_waiting (ProvisoPanelContext *self);

/* How many claims name `source` in their evidence. Amortised O(1); O(claims) after a change. */
guint proviso_panel_context_get_n_uses (ProvisoPanelContext *self, ProvisoSource *source);

/* The first passage of a claim or a caveat that is not lost; for a caveat without one, its claim's.
 * Returns: (transfer none) (nullable) */
ProvisoAnchor *proviso_panel_context_get_passage (ProvisoPanelContext *self, ProvisoRecord *record);
/* Selects the record and asks for that passage to be shown, where it has one. */
void proviso_panel_context_show_in_text (ProvisoPanelContext *self, ProvisoRecord *record);
/* Where a record stands in the draft: that passage's start. %G_MAXUINT where it has none. */
guint proviso_panel_context_get_place (ProvisoPanelContext *self, ProvisoRecord *record);
/* The number of the heading that a record stands under, in the order of the draft: 0 before the first
 * heading, %G_MAXUINT where it stands nowhere. */
guint proviso_panel_context_get_section (ProvisoPanelContext *self, ProvisoRecord *record);
/* The heading's title. Returns: (transfer none) (nullable): %NULL before the first heading and nowhere. */
const char *proviso_panel_context_get_section_title (ProvisoPanelContext *self, guint section);
/* For a screen reader: under which heading a claim or a caveat stands. Returns: (transfer full) (nullable) */
char *proviso_panel_context_describe_place (ProvisoPanelContext *self, gpointer record);
gboolean proviso_panel_context_has_headings (ProvisoPanelContext *self);

G_END_DECLS
