/* proviso-changed-words.h: where in a text the words stand that are otherwise than in an earlier one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To point at them in the text itself, where nothing that was taken out is to be seen: its place is shown by the words
 * that meet there now.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* [start, end), code points; never empty. */
typedef struct
{
  guint start;
  guint end;
} ProvisoChangedWords;

/* By their difference, see proviso-word-diff.h; without the spaces around them. Returns: (transfer full) (element-type
 * ProvisoChangedWords): in order, none touching another. */
GArray *proviso_changed_words_find (const char *old_text, const char *new_text);
/* The words on either side of `position`, in code points of the text, with what is between them; the one there is at
 * either end. Returns: (transfer full) (element-type ProvisoChangedWords): one, or none in a text without words. */
GArray *proviso_changed_words_find_place (const char *text, guint position);

G_END_DECLS
