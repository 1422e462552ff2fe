/* proviso-draft-excerpt.h: the few lines of a draft that a rule of the markdown layer is asked about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "editor/proviso-draft-view.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  guint base;  /* where it begins in the draft */
  guint start; /* the selection, in offsets of the excerpt; the cursor where start == end */
  guint end;
} ProvisoDraftExcerpt;

/* How far the paragraphs around a selection are followed, in lines: more than any paragraph has, and few
 * enough that a shortcut stays quick in a text without blank lines. */
#define PROVISO_DRAFT_EXCERPT_MAX_LINES 200

/* The paragraphs that the selection touches and the line behind them. */
void proviso_draft_excerpt_init_paragraphs (ProvisoDraftExcerpt *self, ProvisoDraftView *view);
/* The line that the cursor is in, without its line end. */
void proviso_draft_excerpt_init_line (ProvisoDraftExcerpt *self, ProvisoDraftView *view);
void proviso_draft_excerpt_clear (ProvisoDraftExcerpt *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProvisoDraftExcerpt, proviso_draft_excerpt_clear)

G_END_DECLS
