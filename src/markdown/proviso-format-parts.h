/* proviso-format-parts.h: what of a text the format shortcuts take hold of: words, segments, spans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files of proviso-format.h. Offsets are code points of `text`; spans are #ProvisoInlineSpan.
 */
#pragma once

#include "markdown/proviso-inline.h"
#include "markdown/proviso-rewrite.h"

G_BEGIN_DECLS

/* A stretch of one line that can bear marks. */
typedef struct
{
  guint start;
  guint end;
} ProvisoFormatSegment;

/* Returns: (transfer full): the code points [start, end). */
char *proviso_format_slice (const char *text, guint start, guint end);

/* Where a word may go on: letters, digits and what is written above or below them. */
gboolean proviso_format_is_word_char (gunichar c);
/* The word that `offset` is in or at, apostrophes between letters included. Returns: whether there is one. */
gboolean proviso_format_find_word (const char *text, guint offset, guint *start, guint *end);
/* The parts of [start, end) that can bear marks: line by line, in tables cell by cell.
 * Returns: (transfer full) (element-type ProvisoFormatSegment) */
GArray *proviso_format_find_segments (const char *text, guint start, guint end);

/* The innermost span of the kind that [start, end) is in, marks counted in. Returns: (transfer none)
 * (nullable) */
const ProvisoInlineSpan *
proviso_format_find_span (GArray *spans, ProvisoInlineKind kind, guint start, guint end);
/* Takes out the marks of the span. */
void proviso_format_remove_marks (ProvisoRewrite *rewrite, const ProvisoInlineSpan *span);

G_END_DECLS
