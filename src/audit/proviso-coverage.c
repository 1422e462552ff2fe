/* proviso-coverage.c: which sentences of a draft a claim stands behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit/proviso-coverage.h"

struct _ProvisoCoverage
{
  GObject parent_instance;

  GArray *sentences; /* ProvisoCoveredSentence */
  guint n_tied;
};

G_DEFINE_FINAL_TYPE (ProvisoCoverage, proviso_coverage, G_TYPE_OBJECT)

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const ProvisoCoveragePassage *one = a, *two = b;

  return one->start < two->start ? -1 : one->start > two->start;
}

/* A sentence is tied if, of the passages that begin before its end, one ends after its start. As sentences come
 * in order, the furthest end so far tells. */
static void
tie (ProvisoCoverage *self, const ProvisoCoveragePassage *passages, guint n_passages)
{
  guint next = 0, furthest = 0;

  for (guint i = 0; i < self->sentences->len; i++)
    {
      ProvisoCoveredSentence *sentence = &g_array_index (self->sentences, ProvisoCoveredSentence, i);

      for (; next < n_passages && passages[next].start < sentence->end; next++)
        if (passages[next].end > passages[next].start)
          furthest = MAX (furthest, passages[next].end);
      sentence->is_tied = furthest > sentence->start;
      self->n_tied += sentence->is_tied;
    }
}

static void
proviso_coverage_finalize (GObject *object)
{
  ProvisoCoverage *self = PROVISO_COVERAGE (object);

  g_array_unref (self->sentences);

  G_OBJECT_CLASS (proviso_coverage_parent_class)->finalize (object);
}

static void
proviso_coverage_class_init (ProvisoCoverageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_coverage_finalize;
}

static void
proviso_coverage_init (ProvisoCoverage *self)
{
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ProvisoCoveredSentence));
}

ProvisoCoverage *
proviso_coverage_new (ProvisoSentences *sentences,
                      const ProvisoCoveragePassage *passages,
                      guint n_passages,
                      const ProvisoCoveragePassage *section)
{
  ProvisoCoverage *self = g_object_new (PROVISO_TYPE_COVERAGE, NULL);
  g_autofree ProvisoCoveragePassage *sorted = g_memdup2 (passages, n_passages * sizeof *passages);

  g_return_val_if_fail (PROVISO_IS_SENTENCES (sentences), self);

  for (guint i = 0; i < proviso_sentences_get_n_sentences (sentences); i++)
    {
      const ProvisoSentence *sentence = proviso_sentences_get_sentence (sentences, i);
      ProvisoCoveredSentence covered = { .start = sentence->start, .end = sentence->end };

      if (sentence->kind == PROVISO_SENTENCE_PROSE && !sentence->is_quotation &&
          (section == NULL || sentence->start < section->start || sentence->start >= section->end))
        g_array_append_val (self->sentences, covered);
    }
  if (n_passages > 0)
    qsort (sorted, n_passages, sizeof *sorted, compare_passages);
  tie (self, sorted, n_passages);
  return self;
}

guint
proviso_coverage_get_n_sentences (ProvisoCoverage *self)
{
  g_return_val_if_fail (PROVISO_IS_COVERAGE (self), 0);

  return self->sentences->len;
}

guint
proviso_coverage_get_n_tied (ProvisoCoverage *self)
{
  g_return_val_if_fail (PROVISO_IS_COVERAGE (self), 0);

  return self->n_tied;
}

const ProvisoCoveredSentence *
proviso_coverage_get_sentence (ProvisoCoverage *self, guint position)
{
  g_return_val_if_fail (PROVISO_IS_COVERAGE (self), NULL);
  g_return_val_if_fail (position < self->sentences->len, NULL);

  return &g_array_index (self->sentences, ProvisoCoveredSentence, position);
}

guint
proviso_coverage_get_percent (ProvisoCoverage *self)
{
  guint n_sentences;

  g_return_val_if_fail (PROVISO_IS_COVERAGE (self), 0);

  n_sentences = self->sentences->len;
  if (self->n_tied == 0)
    return 0;
  if (self->n_tied == n_sentences)
    return 100;
  return (guint) CLAMP ((self->n_tied * G_GUINT64_CONSTANT (200) + n_sentences) / (2 * (guint64) n_sentences),
                        1, 99);
}
