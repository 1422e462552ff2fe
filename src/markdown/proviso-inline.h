/* proviso-inline.h: where emphasis, code, strikethrough and links begin and end in a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * md4c says what is emphasised, not where its marks stand; this finds them around the text that it reports.
 * A span whose marks are not where they must be is left out rather than guessed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_INLINE_EMPHASIS,
  PROVISO_INLINE_STRONG,
  PROVISO_INLINE_CODE,
  PROVISO_INLINE_STRIKETHROUGH,
  PROVISO_INLINE_LINK,
  PROVISO_INLINE_IMAGE,
} ProvisoInlineKind;

/* [start, inner_start) is the opening mark, [inner_start, inner_end) what it holds, [inner_end, end) the
 * closing mark; of a link the latter includes the destination. Code points. */
typedef struct
{
  ProvisoInlineKind kind;
  guint start;
  guint inner_start;
  guint inner_end;
  guint end;
  /* Links only: a bare address or one in angle brackets. */
  gboolean is_autolink;
} ProvisoInlineSpan;

/* `text`: UTF-8, whole blocks. Indented lines are read as prose: a slice of a text does not tell a list
 * item's second paragraph from indented code. Returns: (transfer full) (element-type ProvisoInlineSpan): in
 * the order in which they end. */
GArray *proviso_inline_find_spans (const char *text);

G_END_DECLS
