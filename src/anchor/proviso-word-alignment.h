/* proviso-word-alignment.h: which words of a passage stand where in a rewritten text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the best place of a passage within a stretch of text, word for word and in order: words may have been
 * put in, taken out, replaced, or inflected. Costs the product of the two lengths in time and (a byte each)
 * in space, so callers bound both.
 */
#pragma once

#include "anchor/proviso-word-index.h"

G_BEGIN_DECLS

/* How alike two words are: 1 the same, between 0 and 1 the same stem with another ending, 0 different. Two
 * numbers are the same or different. */
float proviso_word_compare (const ProvisoWord *a, const ProvisoWord *b);

/* Fills `partners`: for each word of the passage the position in `text` of its partner, or -1. Partners
 * ascend. Returns: how many words have one. */
guint proviso_words_align (const ProvisoWord *passage,
                           guint n_passage,
                           const ProvisoWord *text,
                           guint n_text,
                           gint *partners);

G_END_DECLS
