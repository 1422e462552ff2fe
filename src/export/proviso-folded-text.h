/* proviso-folded-text.h: a text in the form in which words are looked for, whatever they look like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lower case, one space for any white space, plain quotation marks and hyphens, without the marks of Markdown and what
 * is not seen; of entities the characters that they stand for.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  GArray *
      origins; /* of guint: for each byte of `text`, and its end, where in the original it comes from; nullable */
  const char *original;
  const char *next; /* of it, to be folded */
  gboolean space;   /* was the last one */
} ProvisoFoldedText;

/* Folds all of `text`, which must outlive it where it is to know where its bytes come from. */
void proviso_folded_text_init (ProvisoFoldedText *self, const char *text, gboolean with_origins);
/* The same bit by bit: `text` must outlive it. `n_chars`: at most, of the original. Returns: whether there is more to
 * do. */
void proviso_folded_text_begin (ProvisoFoldedText *self, const char *text, gboolean with_origins);
gboolean proviso_folded_text_continue (ProvisoFoldedText *self, guint n_chars);
void proviso_folded_text_clear (ProvisoFoldedText *self);

/* Returns: (transfer full): for what is looked for: no space at its ends. */
char *proviso_folded_text_fold_needle (const char *text);
/* The first place in the folded `text`, from `from` on, where `needle` stands as whole words; %NULL where it does
 * not. "AI" stands in "AI's", but not in "Creati.AI". */
const char *proviso_folded_text_find (const char *text, const char *from, const char *needle);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProvisoFoldedText, proviso_folded_text_clear)

G_END_DECLS
