/* proviso-word-index.h: the words of a text, and where each of them stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are compared by their key, in which case, accents, compatibility forms (ligatures, full width) and
 * the apostrophe inside a word make no difference: “Naïve”, “naive” and “NAÏVE” are one word, as are
 * “they’re” and “they're”. Everything that is not a letter, a digit or a mark on one stands between words. In
 * scripts written without spaces every letter is a word of its own.
 *
 * An index does not change once made, so that several threads may read it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The id of a word that the index does not hold. */
#define PROVISO_WORD_UNKNOWN G_MAXUINT
/* A longer run of letters counts as several words, so that two keys compare in bounded time. */
#define PROVISO_WORD_MAX_LENGTH 64

/* One occurrence of a word. */
typedef struct
{
  /* Owned by the index, or by the string chunk it was split with. */
  const char *key;
  /* Bytes of the text, half-open. */
  guint start;
  guint end;
  guint id;
  /* How much the word tells, in (0, 1]: 1 for one that the text does not hold, little for one that stands in
   * every line. */
  float weight;
} ProvisoWord;

typedef struct _ProvisoWordIndex ProvisoWordIndex;

/* `text` is UTF-8 of less than 4 GiB; it is copied. O(length). */
ProvisoWordIndex *proviso_word_index_new (const char *text);
void proviso_word_index_free (ProvisoWordIndex *self);

/* Returns: (transfer none): the text. */
const char *proviso_word_index_get_text (const ProvisoWordIndex *self, guint *n_bytes);
/* Returns: (transfer none) (array length=n_words): the words in the order of the text. */
const ProvisoWord *proviso_word_index_get_words (const ProvisoWordIndex *self, guint *n_words);
/* Returns: (transfer none) (array length=n_places) (nullable): the positions, ascending, at which the word
 * with this id stands among the words. */
const guint *proviso_word_index_get_places (const ProvisoWordIndex *self, guint id, guint *n_places);
/* The first word that starts at this byte or behind it; the number of words where there is none. O(log n). */
guint proviso_word_index_get_word_at (const ProvisoWordIndex *self, guint byte);

/* Between bytes and code points of the text; both are clamped to its end. O(log n). */
guint proviso_word_index_get_offset (const ProvisoWordIndex *self, guint byte);
guint proviso_word_index_get_byte (const ProvisoWordIndex *self, guint offset);

/* Splits another text, with this index's ids and weights. Keys are put into `keys`, which has to live as long
 * as what is returned.
 *
 * Returns: (transfer full) (element-type ProvisoWord) */
GArray *proviso_word_index_split (const ProvisoWordIndex *self, const char *text, GStringChunk *keys);

/* Whether the character can be part of a word. */
gboolean proviso_word_is_letter (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoWordIndex, proviso_word_index_free)

G_END_DECLS
