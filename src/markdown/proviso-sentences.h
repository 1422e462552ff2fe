/* proviso-sentences.h: where the sentences of a Markdown text begin and end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable snapshot: made from a string, in whatever thread, and read from any. Sentences are those of
 * ICU, mended where a full stop belongs to an abbreviation or an initial. None goes beyond its paragraph or
 * list item. Headings, table cells and code blocks are in the list too, each as a whole and marked as what it
 * is, so that "every sentence" can mean what it should.
 *
 * A range begins and ends with the sentence's own words and the marks right around them: "**No.** Not yet."
 * is two, the first with its asterisks. Blanks between sentences are in none. Offsets are code points.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_SENTENCE_PROSE,
  PROVISO_SENTENCE_HEADING,
  PROVISO_SENTENCE_CELL,
  PROVISO_SENTENCE_CODE,
} ProvisoSentenceKind;

typedef struct
{
  ProvisoSentenceKind kind;
  guint start;
  guint end;
  /* In a block quote, or in quotation marks from its first word to its last. */
  gboolean is_quotation;
} ProvisoSentence;

#define PROVISO_TYPE_SENTENCES (proviso_sentences_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSentences, proviso_sentences, PROVISO, SENTENCES, GObject)

/* `text`: valid UTF-8; not kept. For one sentence of a long text the lines of its paragraph are enough.
 * `language`: BCP 47 or %NULL. Returns: (transfer full) (nullable): %NULL if cancelled. */
ProvisoSentences *proviso_sentences_new (const char *text, const char *language, GCancellable *cancellable);

guint proviso_sentences_get_n_sentences (ProvisoSentences *self);
/* Returns: (transfer none): in the order of the text, none overlapping. */
const ProvisoSentence *proviso_sentences_get_sentence (ProvisoSentences *self, guint position);
/* Returns: the position of the sentence that `offset` is in or right behind, or -1. */
int proviso_sentences_find (ProvisoSentences *self, guint offset);

G_END_DECLS
