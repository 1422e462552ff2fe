/* proviso-coverage.h: which sentences of a draft a claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable snapshot, made in whatever thread and read from any. Counted are sentences of prose. Headings,
 * cells of tables, code and quotations are apart: what others said is not the article's own assertion; and so is
 * the section on what remains unconfirmed, which is made from the claims. A
 * sentence is tied where a passage of a claim has at least one character of it.
 *
 * Cost: for n sentences and m passages O(n + m log m).
 */
#pragma once

#include "markdown/proviso-sentences.h"

G_BEGIN_DECLS

/* [start, end) in code points. */
typedef struct
{
  guint start;
  guint end;
} ProvisoCoveragePassage;

typedef struct
{
  guint start;
  guint end;
  gboolean is_tied;
} ProvisoCoveredSentence;

#define PROVISO_TYPE_COVERAGE (proviso_coverage_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCoverage, proviso_coverage, PROVISO, COVERAGE, GObject)

/* `passages`: those of claims, in any order; they are not kept. `section`: (nullable): where the sentences are left
 * out. */
ProvisoCoverage *proviso_coverage_new (ProvisoSentences *sentences,
                                       const ProvisoCoveragePassage *passages,
                                       guint n_passages,
                                       const ProvisoCoveragePassage *section);

/* The sentences that count, in the order of the text, and how many of them are tied. */
guint proviso_coverage_get_n_sentences (ProvisoCoverage *self);
guint proviso_coverage_get_n_tied (ProvisoCoverage *self);
/* Returns: (transfer none) */
const ProvisoCoveredSentence *proviso_coverage_get_sentence (ProvisoCoverage *self, guint position);

/* The share in per cent as people are told it: rounded, but 0 and 100 only where they are meant. Returns: 0 to
 * 100; 0 where there is no sentence. */
guint proviso_coverage_get_percent (ProvisoCoverage *self);

G_END_DECLS
