/* proviso-prose.h: what a reader reads of a Markdown text, and where each character of it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands out the text block by block, without marks, in the form that ICU takes, each unit with its place in
 * the source. Raw HTML is left out.
 */
#pragma once

#include <gio/gio.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

typedef enum
{
  /* Paragraphs, also those of quotes and list items. */
  PROVISO_PROSE_PARAGRAPH,
  PROVISO_PROSE_HEADING,
  PROVISO_PROSE_CELL,
  /* Code blocks: their text is not handed out, only their place. */
  PROVISO_PROSE_CODE,
} ProvisoProseKind;

typedef enum
{
  PROVISO_PROSE_TEXT,
  PROVISO_PROSE_INLINE_CODE,
  /* A bare address. */
  PROVISO_PROSE_ADDRESS,
  /* What stands for a picture. */
  PROVISO_PROSE_ALTERNATIVE,
} ProvisoProseRole;

/* Where a unit of the text stands in the source, code points. Both units of a pair of surrogates have the
 * same place; a line break is a space. */
typedef struct
{
  guint start;
  guint end;
  guint8 role;
  /* How many styles and links are around it. */
  guint8 depth;
} ProvisoProsePlace;

typedef struct
{
  ProvisoProseKind kind;
  /* Whether it is in a block quote. */
  gboolean in_quote;
  /* From the first character to the last, marks around them included. */
  guint start;
  guint end;
  /* UTF-16, and as many places. */
  const UChar *units;
  const ProvisoProsePlace *places;
  guint n_units;
} ProvisoProseBlock;

/* The block lives during the call only. Returns: whether to go on. */
typedef gboolean (*ProvisoProseFunc) (const ProvisoProseBlock *block, gpointer user_data);

/* Calls `func` for each block with text, in order. Returns: FALSE if `func` or `cancellable` ended it. */
gboolean proviso_prose_foreach (const char *text,
                                GCancellable *cancellable,
                                ProvisoProseFunc func,
                                gpointer user_data);

/* Returns: (transfer full): ICU's name of the locale for a BCP 47 language tag; "" for none or one it does
 * not know. */
char *proviso_prose_dup_locale (const char *language);

G_END_DECLS
