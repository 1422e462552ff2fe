/* proviso-plain-lines.h: the lines of a plain text and what blocks they make.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a text that may not be Markdown yet: every line of prose is a block of its own, and lines that belong
 * together whatever the blank lines say (table rows, items, quoted lines, code) are joined.
 */
#pragma once

#include "markdown/proviso-line.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_PLAIN_PROSE,
  PROVISO_PLAIN_ITEM,
  PROVISO_PLAIN_QUOTE,
  PROVISO_PLAIN_TABLE,
  PROVISO_PLAIN_CODE,
  PROVISO_PLAIN_RULE,
  PROVISO_PLAIN_HEADING,
} ProvisoPlainBlock;

/* A line with text in it. */
typedef struct
{
  /* Without line break; as it stands, and without stray blanks. Equal if there are none. */
  char *raw;
  char *text;
  /* From 1. */
  guint number;
  /* Empty lines between it and the line before: how many, and as they stand. */
  guint n_blank_before;
  char *blank_before;
  /* Only the last one may lack a line break. */
  gboolean has_break;
  ProvisoLine parsed;
  ProvisoPlainBlock block;
  /* It goes on with the block of the line before. */
  gboolean is_joined;
  /* Begins with a bullet that is not Markdown's; bytes of `text` up to its content. */
  guint bullet_width;
  /* The second row of a table. */
  gboolean is_table_rule;
} ProvisoPlainLine;

typedef struct
{
  /* Of ProvisoPlainLine. */
  GArray *lines;
  /* What stands behind the last one: as much as a line break and nothing more is "". */
  char *blank_after;
} ProvisoPlainLines;

/* `text`: valid UTF-8; any kind of line break ends a line. */
ProvisoPlainLines *proviso_plain_lines_new (const char *text);
void proviso_plain_lines_free (ProvisoPlainLines *self);

/* Whether blocks stand apart already as Markdown wants it, or lines are wrapped by hand. */
gboolean proviso_plain_lines_are_markdown (ProvisoPlainLines *self);
/* Whether any two blocks lack an empty line between them. */
gboolean proviso_plain_lines_run_together (ProvisoPlainLines *self);

/* Returns: (transfer full): the cells of a table row, trimmed. */
GPtrArray *proviso_plain_split_row (const char *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoPlainLines, proviso_plain_lines_free)

G_END_DECLS
