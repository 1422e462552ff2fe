/* proviso-word-parts.h: two texts as words, spaces and punctuation, numbered so that they can be compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_WORD_PART_WORD,
  PROVISO_WORD_PART_MARK, /* punctuation, symbols, emoji */
  PROVISO_WORD_PART_SPACE,
  PROVISO_WORD_PART_BREAK, /* the end of a line */
} ProvisoWordPartKind;

typedef struct
{
  ProvisoWordPartKind kind;
  guint end_byte;
  guint end; /* code points; a part begins where the one before ends */
} ProvisoWordPart;

typedef struct
{
  const char *text;
  GArray *parts; /* of ProvisoWordPart */
  guint *ids;    /* one a part; equal ones of both texts have the same */
} ProvisoWordParts;

/* The texts must outlive what is made of them. */
void proviso_word_parts_init (ProvisoWordParts *old_parts,
                              ProvisoWordParts *new_parts,
                              const char *old_text,
                              const char *new_text);
void proviso_word_parts_clear (ProvisoWordParts *self);

/* The part at `position`; `position` < the number of parts. */
const ProvisoWordPart *proviso_word_parts_get (const ProvisoWordParts *self, guint position);
/* Where the part begins, or, at their number, where the text ends; code points. */
guint proviso_word_parts_get_start (const ProvisoWordParts *self, guint position);
/* The character that ends the part. */
gunichar proviso_word_parts_get_last_char (const ProvisoWordParts *self, guint position);

G_END_DECLS
