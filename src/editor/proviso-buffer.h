/* proviso-buffer.h: the text buffer of an open draft: a #ProvisoText.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It holds the project's words exactly: no paragraph separator, carriage return or object character is
 * changed. Its own undo is off, as text and records share the project's history.
 */
#pragma once

#include <gtksourceview/gtksource.h>

#include "core/proviso-text.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_BUFFER (proviso_buffer_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoBuffer, proviso_buffer, PROVISO, BUFFER, GtkSourceBuffer)

/* Empty, with Markdown's highlighting. */
ProvisoBuffer *proviso_buffer_new (void);

/* Adds to the end without telling anybody, for filling a buffer that is not yet a project's text. */
void proviso_buffer_load (ProvisoBuffer *self, const char *text, gssize length);

/* Whether an input method composes what is to be put in: what it was begun over still waits for it. */
void proviso_buffer_set_composing (ProvisoBuffer *self, gboolean composing);

/* Whether the change under way comes from proviso_text_replace() and not from the view. */
gboolean proviso_buffer_get_replacing (ProvisoBuffer *self);

/* Selects [start, end); the cursor stands at `end`. Both are clamped to the length. */
void proviso_buffer_select (ProvisoBuffer *self, guint start, guint end);
/* The selection, start <= end; the cursor where they are the same. Returns: whether they differ. */
gboolean proviso_buffer_get_selection (ProvisoBuffer *self, guint *start, guint *end);
guint proviso_buffer_get_cursor (ProvisoBuffer *self);

G_END_DECLS
