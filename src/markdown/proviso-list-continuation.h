/* proviso-list-continuation.h: what Enter, Tab and Shift+Tab do in lists and quotes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions over the text of some lines; offsets in and out are code points of the text passed in.
 * Each returns %NULL where the key shall do what it always does. None knows whether the lines stand inside a
 * code fence: do not ask there.
 */
#pragma once

#include "markdown/proviso-rewrite.h"

G_BEGIN_DECLS

/* Enter at `column` of `line` (one line, without its line break), nothing being selected.
 *
 * Behind the marker of an item with text: a new line with the same quote marks, indentation and marker, the
 * number one higher, a task box unticked; blanks right behind the cursor do not travel to the new line. In an
 * item without text: the marker goes and the cursor stays, so that the list ends there; likewise an empty
 * quoted line. Lists inside a quote stay in the quote.
 *
 * Returns: (transfer full) (nullable). */
ProvisoRewrite *proviso_list_continuation_enter (const char *line, guint column);

/* Tab and Shift+Tab with the selection (or cursor) from `start` to `end`. `text` is whole lines: those that
 * the selection touches, and before them as many as there are back to the list's beginning (a paragraph's
 * worth is enough), which tell how far an item must be indented to stand below its parent.
 *
 * Items go one level in, or out; a line under an item goes along with it when it is selected. An item cannot
 * go deeper than one level below the item before it: then a rewrite without pieces comes back, so that the
 * key does nothing rather than insert a tab. A line selected to its very start only is not touched.
 *
 * Returns: (transfer full) (nullable): %NULL if the first selected line with text is not a list item. */
ProvisoRewrite *proviso_list_continuation_indent (const char *text, guint start, guint end);
ProvisoRewrite *proviso_list_continuation_outdent (const char *text, guint start, guint end);

G_END_DECLS
