/* proviso-draft-view.h: the text view of a draft: Markdown in a readable column, its passages underlined.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "project" (its text must be a #ProvisoBuffer), "selection", "font-scale" (1 is the desktop's
 * size), "check-spelling". Signals: message (const char *text) a sentence for the person: why something that
 * was asked for did not happen.
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"
#include "editor/proviso-buffer.h"
#include "editor/proviso-caveat-gutter.h"
#include "editor/proviso-draft-style.h"
#include "editor/proviso-passage-painter.h"
#include "editor/proviso-reading-aids.h"
#include "editor/proviso-spelling.h"
#include "merge/proviso-changes.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_DRAFT_VIEW (proviso_draft_view_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDraftView, proviso_draft_view, PROVISO, DRAFT_VIEW, GtkSourceView)

#define PROVISO_DRAFT_VIEW_MIN_SCALE 0.5
#define PROVISO_DRAFT_VIEW_MAX_SCALE 4.0

GtkWidget *proviso_draft_view_new (void);

/* Shows the project: its text becomes the view's buffer. Both %NULL: an empty view. */
void
proviso_draft_view_set_project (ProvisoDraftView *self, ProvisoProject *project, ProvisoSelection *selection);
/* Shows a text that is not the project's, or not yet; %NULL: an empty one. gtk_text_view_set_buffer() itself must not
 * be called: see there. */
void proviso_draft_view_show_buffer (ProvisoDraftView *self, GtkTextBuffer *buffer);
/* (transfer none) (nullable) */
ProvisoProject *proviso_draft_view_get_project (ProvisoDraftView *self);
ProvisoSelection *proviso_draft_view_get_selection (ProvisoDraftView *self);
/* (transfer none) */
ProvisoPassagePainter *proviso_draft_view_get_painter (ProvisoDraftView *self);
ProvisoCaveatGutter *proviso_draft_view_get_gutter (ProvisoDraftView *self);
ProvisoReadingAids *proviso_draft_view_get_reading_aids (ProvisoDraftView *self);
/* (transfer none) (nullable): %NULL while spelling is not checked, or not yet. */
ProvisoSpelling *proviso_draft_view_get_spelling (ProvisoDraftView *self);

/* Font and length of lines. (transfer none) */
ProvisoDraftStyle *proviso_draft_view_get_draft_style (ProvisoDraftView *self);

double proviso_draft_view_get_font_scale (ProvisoDraftView *self);
void proviso_draft_view_set_font_scale (ProvisoDraftView *self, double font_scale);
gboolean proviso_draft_view_get_check_spelling (ProvisoDraftView *self);
void proviso_draft_view_set_check_spelling (ProvisoDraftView *self, gboolean check_spelling);

/* What others changed: asked to show where, the view fills just the words that did. `changes`: (nullable) */
void proviso_draft_view_set_changes (ProvisoDraftView *self, ProvisoChanges *changes);

/* Puts the cursor there and scrolls to it, with some text around it. */
void proviso_draft_view_go_to (ProvisoDraftView *self, guint offset);
/* The same with that line in the upper part of the view: what stands below it is to be read. */
void proviso_draft_view_go_to_top (ProvisoDraftView *self, guint offset);
/* Goes to the passage and lets its record's passages flash. A lost one is said to be. */
void proviso_draft_view_show_anchor (ProvisoDraftView *self, ProvisoAnchor *anchor);

/* Whether the words are only read. The view says so to whoever types, once. */
gboolean proviso_draft_view_get_reviewing (ProvisoDraftView *self);
void proviso_draft_view_set_reviewing (ProvisoDraftView *self, gboolean reviewing);
/* Somebody typed where the words are only read. */
void proviso_draft_view_refuse_typing (ProvisoDraftView *self);
/* Whether the words may be changed by whoever is about to; the view says why not where they are only read. */
gboolean proviso_draft_view_may_change (ProvisoDraftView *self);

/* The last step of the project. While the words are only read, one that would change them is refused: whoever
 * reviews looks at records, and would not see what happened to the text. */
void proviso_draft_view_undo (ProvisoDraftView *self);
void proviso_draft_view_redo (ProvisoDraftView *self);

void proviso_draft_view_message (ProvisoDraftView *self, const char *text);

G_END_DECLS
