/* proviso-estimate-row.c: how likely a judgement is, or how sure its author.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-estimate-row.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-choice.h"

#include <glib/gi18n-lib.h>

struct _ProvisoEstimateRow
{
  ProvisoChoiceRow parent_instance;

  ProvisoProject *project;
  ProvisoClaim *claim;
};

G_DEFINE_FINAL_TYPE (ProvisoEstimateRow, proviso_estimate_row, PROVISO_TYPE_CHOICE_ROW)

static void
add_choice (GListStore *choices, int value, const char *label, GType enum_type, int enum_value)
{
  g_autoptr (ProvisoChoice) choice =
      proviso_choice_new (value, label, proviso_vocabulary_get_explanation (enum_type, enum_value), NULL);

  g_list_store_append (choices, choice);
}

static GListModel *
make_choices (void)
{
  GListStore *choices = g_list_store_new (PROVISO_TYPE_CHOICE);

  add_choice (choices, 0, proviso_vocabulary_get_label (PROVISO_TYPE_LIKELIHOOD, 0), PROVISO_TYPE_LIKELIHOOD,
              0);
  for (int i = PROVISO_LIKELIHOOD_ALMOST_NO_CHANCE; i <= PROVISO_LIKELIHOOD_ALMOST_CERTAIN; i++)
    add_choice (choices, i, proviso_vocabulary_get_label (PROVISO_TYPE_LIKELIHOOD, i),
                PROVISO_TYPE_LIKELIHOOD, i);
  for (int i = PROVISO_CONFIDENCE_LOW; i <= PROVISO_CONFIDENCE_HIGH; i++)
    {
      /* Translators: how sure the author is: “Confidence: Moderate”. */
      g_autofree char *label =
          g_strdup_printf (_ ("Confidence: %s"), proviso_vocabulary_get_label (PROVISO_TYPE_CONFIDENCE, i));

      add_choice (choices, PROVISO_ESTIMATE_CONFIDENCE (i), label, PROVISO_TYPE_CONFIDENCE, i);
    }

  return G_LIST_MODEL (choices);
}

static void
update (ProvisoEstimateRow *self)
{
  ProvisoLikelihood likelihood = proviso_claim_get_likelihood (self->claim);
  ProvisoConfidence confidence = proviso_claim_get_confidence (self->claim);

  proviso_choice_row_set_value (PROVISO_CHOICE_ROW (self), confidence != PROVISO_CONFIDENCE_NONE
                                                               ? PROVISO_ESTIMATE_CONFIDENCE (confidence)
                                                               : (int) likelihood);
}

static gboolean
proviso_estimate_row_choosing (ProvisoChoiceRow *row, int value)
{
  ProvisoEstimateRow *self = PROVISO_ESTIMATE_ROW (row);

  /* The project takes the other one back in the same step. */
  if (value >= PROVISO_ESTIMATE_CONFIDENCE (0))
    proviso_project_set (self->project, self->claim, "confidence", value - PROVISO_ESTIMATE_CONFIDENCE (0),
                         NULL);
  else if (value != PROVISO_LIKELIHOOD_NONE)
    proviso_project_set (self->project, self->claim, "likelihood", value, NULL);
  else if (proviso_claim_get_confidence (self->claim) != PROVISO_CONFIDENCE_NONE)
    proviso_project_set (self->project, self->claim, "confidence", PROVISO_CONFIDENCE_NONE, NULL);
  else
    proviso_project_set (self->project, self->claim, "likelihood", PROVISO_LIKELIHOOD_NONE, NULL);

  return TRUE;
}

static void
proviso_estimate_row_dispose (GObject *object)
{
  ProvisoEstimateRow *self = PROVISO_ESTIMATE_ROW (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_estimate_row_parent_class)->dispose (object);
}

static void
proviso_estimate_row_class_init (ProvisoEstimateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_estimate_row_dispose;
  PROVISO_CHOICE_ROW_CLASS (klass)->choosing = proviso_estimate_row_choosing;
}

static void
proviso_estimate_row_init (ProvisoEstimateRow *self)
{
  g_autoptr (GListModel) choices = make_choices ();

  proviso_choice_row_set_choices (PROVISO_CHOICE_ROW (self), choices);
}

void
proviso_estimate_row_bind (ProvisoEstimateRow *self, ProvisoProject *project, ProvisoClaim *claim)
{
  g_return_if_fail (PROVISO_IS_ESTIMATE_ROW (self));
  g_return_if_fail (self->claim == NULL);

  self->project = g_object_ref (project);
  self->claim = g_object_ref (claim);
  g_signal_connect_object (claim, "notify::likelihood", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (claim, "notify::confidence", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
