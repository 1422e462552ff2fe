/* proviso-draft-format.h: smart editing of the draft: format shortcuts, lists, indentation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each asks a rule of the markdown layer about the paragraphs at the selection, and puts its answer into the
 * buffer as one step of undo.
 */
#pragma once

#include "editor/proviso-draft-view.h"
#include "markdown/proviso-format.h"

G_BEGIN_DECLS

void proviso_draft_format_toggle_style (ProvisoDraftView *view, ProvisoFormatStyle style);
/* `level`: 1 to 6, or 0 for a paragraph. */
void proviso_draft_format_set_heading (ProvisoDraftView *view, guint level);
void proviso_draft_format_toggle_quote (ProvisoDraftView *view);
void proviso_draft_format_toggle_bullet_list (ProvisoDraftView *view);
void proviso_draft_format_toggle_numbered_list (ProvisoDraftView *view);
void proviso_draft_format_insert_link (ProvisoDraftView *view);

/* List items one level in or out; where the selection is in none, its lines by a tab's width. */
void proviso_draft_format_indent (ProvisoDraftView *view);
void proviso_draft_format_outdent (ProvisoDraftView *view);

/* What the keys do in lists and quotes. Returns: whether they did; else the key means what it always does. */
gboolean proviso_draft_format_enter (ProvisoDraftView *view);
gboolean proviso_draft_format_tab (ProvisoDraftView *view, gboolean outdent);

G_END_DECLS
