/* proviso-line.h: what one line of Markdown begins with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For rules that look at a line as it is being typed, where a whole parse would be both late and too much:
 * quote marks, a list marker, a task box, a heading's hash signs. It reads the line alone and so cannot know
 * whether that line stands inside a code fence.
 *
 * All that a line begins with is ASCII, so that offsets into that part are bytes and code points at once.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_LINE_PLAIN,
  PROVISO_LINE_BLANK,
  PROVISO_LINE_BULLET,
  PROVISO_LINE_NUMBERED,
  PROVISO_LINE_HEADING,
  PROVISO_LINE_RULE,
  PROVISO_LINE_FENCE,
  PROVISO_LINE_TABLE_ROW,
} ProvisoLineKind;

/* Offsets from the start of the line. quote_end <= marker_start <= marker_end <= content_start. */
typedef struct
{
  ProvisoLineKind kind;
  /* After the last quote mark and its space; 0 without one. */
  guint quote_end;
  guint quote_depth;
  /* The first thing after indentation. */
  guint marker_start;
  /* After the marker and, where there is one, the white space behind it. */
  guint marker_end;
  /* After the task box "[ ] " where there is one; else marker_end. */
  guint content_start;
  /* The marker itself, without white space. */
  guint marker_width;
  /* Columns between quote_end and marker_start, a tab stop being 4. */
  guint indent;
  /* Of numbered items. */
  guint number;
  /* '-', '+' or '*'; '.' or ')'; of fences '`' or '~'. */
  char mark;
  /* How many hash signs, or how many of the fence's mark. */
  guint level;
  gboolean is_task;
  /* Nothing but white space from content_start on. */
  gboolean is_empty;
} ProvisoLine;

/* `line`: `length` bytes without the line break. */
void proviso_line_parse (ProvisoLine *self, const char *line, gsize length);

/* The columns that a line indented to stand under the item's content begins with. */
guint proviso_line_get_content_column (const ProvisoLine *self);

G_END_DECLS
