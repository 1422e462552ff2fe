/* proviso-word-diff.h: the difference of two texts, word by word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For people to read, and to change a text as little as its new words ask for. Words are those of the Unicode Text
 * Segmentation (UAX 29), as ICU finds them in no language's particular way, and one that is written with hyphens is
 * one word; white space and punctuation are parts of their own. So a changed word is shown whole, and no character
 * is torn from its marks.
 *
 * What stays by chance between changed words (a space, a lone “the”) counts as changed along with them. Of the
 * places where the same words could have been put in or taken out, the hunk lies on that which a writer would name:
 * whole lines, sentences, words rather than the end of one and the beginning of the next.
 */
#pragma once

#include "merge/proviso-sequence-diff.h"

G_BEGIN_DECLS

/* `old_text`, `new_text`: UTF-8. Returns: (transfer full) (element-type ProvisoDiffHunk): the hunks in order, in code
 * points of the two texts, equal and other ones by turns; together they are all of both. Empty where both texts
 * are. Of texts that differ in very much see PROVISO_SEQUENCE_DIFF_MAX_EDITS. */
GArray *proviso_word_diff (const char *old_text, const char *new_text);

G_END_DECLS
