/* proviso-difference-view.h: what differs between two texts, word by word, as one text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was removed is struck through, what was inserted underlined, each on a tint of its own behind letters of
 * the usual colour; see #proviso_word_diff. The end of a line that came or went is shown as ¶. A screen reader hears
 * the new text and, as its description, what was removed and inserted.
 *
 * For .ui files: the type is ProvisoDifferenceView, with the property "abbreviated".
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_DIFFERENCE_VIEW (proviso_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDifferenceView, proviso_difference_view, PROVISO, DIFFERENCE_VIEW, AdwBin)

GtkWidget *proviso_difference_view_new (void);

/* Shows how `new_text` differs from `old_text`, both UTF-8. Very long ones are shown in part. Compares at once: for
 * passages and paragraphs, not for drafts. */
void
proviso_difference_view_set_texts (ProvisoDifferenceView *self, const char *old_text, const char *new_text);

/* Whether only some words beside each change are shown of what stays. */
gboolean proviso_difference_view_get_abbreviated (ProvisoDifferenceView *self);
void proviso_difference_view_set_abbreviated (ProvisoDifferenceView *self, gboolean abbreviated);

/* “Removed “1”; inserted “2””, translated; for a row around the view to have in its own description.
 * Returns: (transfer none): "" where nothing differs. */
const char *proviso_difference_view_get_description (ProvisoDifferenceView *self);

G_END_DECLS
