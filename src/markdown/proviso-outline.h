/* proviso-outline.h: the headings of a text, and under which of them a place is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable snapshot: made from a string, in whatever thread, and read from any. CommonMark decides what a
 * heading is (with hash signs or underlined; not inside code). Headings without text are left out, and so are
 * those inside quotes and lists, which do not divide the article. Offsets are code points.
 *
 * Cost: making it is one parse of the text; finding a place is a binary search.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  /* 1 to 6. */
  guint level;
  /* Without marks; white space in it is single spaces. */
  const char *title;
  /* The start of the heading's line. */
  guint start;
  /* The start of the next heading that is not below this one, or the end of the text. */
  guint section_end;
} ProvisoHeading;

#define PROVISO_TYPE_OUTLINE (proviso_outline_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoOutline, proviso_outline, PROVISO, OUTLINE, GObject)

/* `text`: valid UTF-8; not kept. */
ProvisoOutline *proviso_outline_new (const char *text);

guint proviso_outline_get_n_headings (ProvisoOutline *self);
/* Returns: (transfer none): the heading, owned by `self`. */
const ProvisoHeading *proviso_outline_get_heading (ProvisoOutline *self, guint position);
/* Returns: the position of the heading that this one is directly below, or -1. */
int proviso_outline_get_parent (ProvisoOutline *self, guint position);
/* Returns: the position of the last heading that begins at or before `offset`, or -1. */
int proviso_outline_find (ProvisoOutline *self, guint offset);
/* Returns: (transfer full): the titles of the headings that `offset` is under, outermost first; empty before
 * the first heading. A heading's own line is under it. */
GStrv proviso_outline_dup_path (ProvisoOutline *self, guint offset);

/* Whether both have the same headings with the same titles and levels, wherever they stand: then a list that
 * shows them need not be built again. */
gboolean proviso_outline_has_same_headings (ProvisoOutline *self, ProvisoOutline *other);

G_END_DECLS
