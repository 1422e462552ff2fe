/* proviso-support.c: what a claim's evidence amounts to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-support.h"

typedef struct
{
  guint n_sources;     /* different ones that support it */
  guint n_independent; /* those of one group counted once */
  guint n_named;       /* whom readers can judge */
  gboolean is_first_hand;
  gboolean is_contradicted;
} Tally;

static gboolean
is_first_hand (ProvisoSourceType type)
{
  switch (type)
    {
    case PROVISO_SOURCE_TYPE_PRIMARY_DOCUMENT:
    case PROVISO_SOURCE_TYPE_FILING_DATASET:
    case PROVISO_SOURCE_TYPE_OFFICIAL_STATEMENT:
    case PROVISO_SOURCE_TYPE_PRESS_RELEASE:
    case PROVISO_SOURCE_TYPE_INTERVIEW_ON_RECORD:
    case PROVISO_SOURCE_TYPE_OWN_OBSERVATION:
      return TRUE;

    case PROVISO_SOURCE_TYPE_INTERVIEW_BACKGROUND:
    case PROVISO_SOURCE_TYPE_ANONYMOUS:
    case PROVISO_SOURCE_TYPE_LEAKED_DOCUMENT:
    case PROVISO_SOURCE_TYPE_OUTLET_REPORT:
    case PROVISO_SOURCE_TYPE_AGGREGATOR_NEWSLETTER:
    case PROVISO_SOURCE_TYPE_SOCIAL_POST:
    case PROVISO_SOURCE_TYPE_REFERENCE_WORK:
    case PROVISO_SOURCE_TYPE_INDEPENDENT_EVALUATION:
    case PROVISO_SOURCE_TYPE_OWN_CALCULATION:
    default:
      return FALSE;
    }
}

static Tally
count (ProvisoProject *project, ProvisoClaim *claim)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  ProvisoRecordList *evidence = proviso_claim_peek_evidence (claim);
  Tally tally = { 0 };

  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      ProvisoEvidence *link = proviso_record_list_peek (evidence, i);
      const char *id = proviso_evidence_get_source (link);
      ProvisoSource *source = id != NULL ? proviso_project_find_source (project, id) : NULL;
      const char *group;
      ProvisoSourceType type;

      if (proviso_evidence_get_relation (link) == PROVISO_RELATION_CONTRADICTS)
        tally.is_contradicted = TRUE;
      if (source == NULL || proviso_evidence_get_relation (link) != PROVISO_RELATION_SUPPORTS ||
          !g_hash_table_add (sources, source))
        continue;

      type = proviso_source_get_source_type (source);
      tally.n_sources++;
      if (type != PROVISO_SOURCE_TYPE_ANONYMOUS && type != PROVISO_SOURCE_TYPE_INTERVIEW_BACKGROUND)
        tally.n_named++;
      tally.is_first_hand |= is_first_hand (type);
      group = proviso_source_get_independence_group (source);
      if (group == NULL || g_hash_table_add (groups, (gpointer) group))
        tally.n_independent++;
    }

  return tally;
}

ProvisoSupport
proviso_support_of (ProvisoProject *project, ProvisoClaim *claim)
{
  Tally tally;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), PROVISO_SUPPORT_ENOUGH);
  g_return_val_if_fail (PROVISO_IS_CLAIM (claim), PROVISO_SUPPORT_ENOUGH);

  tally = count (project, claim);
  switch (proviso_claim_get_status (claim))
    {
    case PROVISO_CLAIM_STATUS_CONFIRMED:
      if (tally.n_sources == 0)
        return PROVISO_SUPPORT_NO_SOURCE;
      return tally.is_first_hand || tally.n_independent > 1 ? PROVISO_SUPPORT_ENOUGH
                                                            : PROVISO_SUPPORT_TOO_WEAK;

    case PROVISO_CLAIM_STATUS_STATED:
    case PROVISO_CLAIM_STATUS_REPORTED:
      if (tally.n_sources == 0)
        return PROVISO_SUPPORT_NO_SOURCE;
      return tally.n_named > 0 ? PROVISO_SUPPORT_ENOUGH : PROVISO_SUPPORT_TOO_WEAK;

    case PROVISO_CLAIM_STATUS_LEAKED:
      return tally.n_sources > 0 ? PROVISO_SUPPORT_ENOUGH : PROVISO_SUPPORT_NO_SOURCE;

    case PROVISO_CLAIM_STATUS_DISPUTED:
      return tally.n_sources > 0 || tally.is_contradicted ? PROVISO_SUPPORT_ENOUGH
                                                          : PROVISO_SUPPORT_NO_SOURCE;

    case PROVISO_CLAIM_STATUS_UNCHECKED:
    case PROVISO_CLAIM_STATUS_UNCONFIRMED:
    case PROVISO_CLAIM_STATUS_ANALYSIS:
    case PROVISO_CLAIM_STATUS_UNVERIFIABLE:
    case PROVISO_CLAIM_STATUS_REFUTED:
    case PROVISO_CLAIM_STATUS_SUPERSEDED:
    default:
      return PROVISO_SUPPORT_ENOUGH;
    }
}

static gboolean
is_known_leak (ProvisoClaim *claim)
{
  ProvisoAuthenticity authenticity = proviso_claim_get_authenticity (claim);

  return authenticity == PROVISO_AUTHENTICITY_ACKNOWLEDGED ||
         authenticity == PROVISO_AUTHENTICITY_AUTHENTICATED;
}

ProvisoCaveatType
proviso_support_guess_doubt (ProvisoProject *project, ProvisoClaim *claim)
{
  ProvisoClaimStatus status;
  Tally tally;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), PROVISO_CAVEAT_TYPE_UNSUPPORTED);

  if (claim == NULL)
    return PROVISO_CAVEAT_TYPE_UNSUPPORTED;

  tally = count (project, claim);
  status = proviso_claim_get_status (claim);
  if (status == PROVISO_CLAIM_STATUS_ANALYSIS)
    return PROVISO_CAVEAT_TYPE_INFERENCE_GAP;
  if (status == PROVISO_CLAIM_STATUS_SUPERSEDED)
    return PROVISO_CAVEAT_TYPE_STALE;
  if (status == PROVISO_CLAIM_STATUS_LEAKED && !is_known_leak (claim))
    return PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY;
  if (status == PROVISO_CLAIM_STATUS_DISPUTED || status == PROVISO_CLAIM_STATUS_REFUTED ||
      tally.is_contradicted)
    return PROVISO_CAVEAT_TYPE_EXTERNAL_CONTRADICTION;
  if (tally.n_sources == 0)
    return PROVISO_CAVEAT_TYPE_UNSUPPORTED;
  if (tally.n_named == 0)
    return PROVISO_CAVEAT_TYPE_ANONYMOUS_SOURCE;
  if (tally.n_independent == 1 && !tally.is_first_hand)
    return PROVISO_CAVEAT_TYPE_SINGLE_SOURCE;
  if (status == PROVISO_CLAIM_STATUS_REPORTED && proviso_claim_get_attributed_to (claim) == NULL)
    return PROVISO_CAVEAT_TYPE_MISSING_ATTRIBUTION;
  if (proviso_claim_get_kind (claim) == PROVISO_CLAIM_KIND_QUOTATION)
    return PROVISO_CAVEAT_TYPE_QUOTE_UNVERIFIED;

  /* Sources are there: what is left to doubt is whether the words go further than they do. */
  return PROVISO_CAVEAT_TYPE_OVERSTATED;
}
