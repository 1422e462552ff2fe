/* test-vocabulary.c: what the values of the enumerations are called, in the file and in the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"

/* The names in the file are a format: this list changes only with its version. */
static void
test_wire_names (void)
{
  static const struct
  {
    GType (*get_type) (void);
    const char *names;
  } cases[] = {
    { proviso_claim_kind_get_type,
      "event statement quotation quantity comparison causal capability absence prediction interpretation" },
    { proviso_claim_status_get_type,
      "unchecked confirmed stated reported leaked unconfirmed disputed analysis unverifiable refuted superseded" },
    { proviso_authenticity_get_type, "- acknowledged authenticated unknown" },
    { proviso_likelihood_get_type,
      "- almost_no_chance very_unlikely unlikely roughly_even_chance likely very_likely almost_certain" },
    { proviso_confidence_get_type, "- low moderate high" },
    { proviso_source_type_get_type,
      "primary_document filing_dataset official_statement press_release interview_on_record interview_background "
      "anonymous leaked_document outlet_report aggregator_newsletter social_post reference_work "
      "independent_evaluation own_observation own_calculation" },
    { proviso_reliability_get_type, "- A B C D E F" },
    { proviso_credibility_get_type, "- 1 2 3 4 5 6" },
    { proviso_relation_get_type, "supports contradicts context" },
    { proviso_caveat_type_get_type,
      "unsupported weak_source single_source anonymous_source leak_authenticity overstated understated "
      "missing_attribution vague_attribution stale vague_time imprecise_figure quote_unverified "
      "internal_contradiction external_contradiction inference_gap presupposition overgeneral term_drift "
      "response_not_sought legal_risk compound_claim unclear structure style" },
    { proviso_caveat_severity_get_type, "blocker major minor note" },
    { proviso_caveat_state_get_type, "open addressed accepted dismissed" },
    { proviso_anchor_state_get_type, "exact found lost" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GType type = cases[i].get_type ();
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < proviso_vocabulary_get_n_values (type); j++)
        {
          const char *name = proviso_vocabulary_get_wire_name (type, j);
          int value = -1;

          g_string_append_printf (names, "%s%s", j > 0 ? " " : "", name != NULL ? name : "-");
          if (name == NULL)
            continue;
          g_assert_true (proviso_vocabulary_from_wire_name (type, name, &value));
          g_assert_cmpint (value, ==, j);
        }
      g_assert_cmpstr (names->str, ==, cases[i].names);
    }
}

static void
test_unknown_names (void)
{
  int value = 42;

  g_assert_false (proviso_vocabulary_from_wire_name (PROVISO_TYPE_CLAIM_STATUS, "Confirmed", &value));
  g_assert_false (proviso_vocabulary_from_wire_name (PROVISO_TYPE_CLAIM_STATUS, "", &value));
  g_assert_false (proviso_vocabulary_from_wire_name (PROVISO_TYPE_LIKELIHOOD, "none", &value));
  g_assert_cmpint (value, ==, 42);
}

static void
test_every_value_is_explained (void)
{
  GType types[] = { PROVISO_TYPE_CLAIM_STATUS, PROVISO_TYPE_CLAIM_KIND, PROVISO_TYPE_CAVEAT_TYPE,
                    PROVISO_TYPE_CAVEAT_STATE, PROVISO_TYPE_SOURCE_TYPE };
  g_autoptr (GHashTable) icons = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < proviso_vocabulary_get_n_values (types[i]); j++)
      {
        g_assert_cmpstr (proviso_vocabulary_get_label (types[i], j), !=, "");
        g_assert_cmpstr (proviso_vocabulary_get_explanation (types[i], j), !=, "");
      }
  for (guint j = 0; j < proviso_vocabulary_get_n_values (PROVISO_TYPE_CLAIM_STATUS); j++)
    g_assert_true (g_hash_table_add (
        icons, (gpointer) proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, j)));
  g_assert_cmpstr (proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, PROVISO_CLAIM_STATUS_LEAKED),
                   ==,
                   "proviso-status-leaked-symbolic");
  g_assert_null (proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_KIND, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/wire-names", test_wire_names);
  g_test_add_func ("/vocabulary/unknown-names", test_unknown_names);
  g_test_add_func ("/vocabulary/every-value-is-explained", test_every_value_is_explained);

  return g_test_run ();
}
