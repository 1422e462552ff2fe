/* proviso-readiness-rules.c: what is wrong with a claim or a caveat before it is published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-readiness-rules.h"

#include "core/proviso-record-private.h"

#include <string.h>

static void
add (GArray *flaws, ProvisoFindingKind kind, ProvisoAnchor *anchor, int severity, gboolean blocks)
{
  ProvisoFlaw flaw = { kind, anchor, severity, blocks };

  g_array_append_val (flaws, flaw);
}

/* A lost passage blocks: what the record says of the draft is not to be found there, and nobody can see whether
 * it still holds. One that was found again in other words warns: it is probably the right one, but what was
 * checked or doubted were the words before. Returns: whether one is not lost. */
static gboolean
look_at_passages (ProvisoRecordList *anchors, int severity, GArray *flaws)
{
  gboolean in_text = FALSE;

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      switch (proviso_anchor_get_state (anchor))
        {
        case PROVISO_ANCHOR_STATE_LOST:
          add (flaws, PROVISO_FINDING_PASSAGE_LOST, anchor, severity, TRUE);
          break;
        case PROVISO_ANCHOR_STATE_FOUND:
          add (flaws, PROVISO_FINDING_PASSAGE_FOUND, anchor, severity, FALSE);
          in_text = TRUE;
          break;
        case PROVISO_ANCHOR_STATE_EXACT:
        default:
          in_text = TRUE;
        }
    }

  return in_text;
}

/* Whether `date` is over on `day`, or the last day of its month or year where it says no more.
 * `date`: (nullable) */
static gboolean
has_passed (const char *date, const char *day)
{
  return date != NULL && strncmp (day, date, strlen (date)) > 0;
}

void
proviso_readiness_rules_look_at_claim (ProvisoClaim *claim, const char *day, GArray *flaws)
{
  ProvisoClaimStatus status = proviso_claim_get_status (claim);
  gboolean checked = proviso_claim_get_check (claim) != NULL;
  gboolean stale = checked && proviso_claim_get_check_stale (claim);
  gboolean in_text = look_at_passages (proviso_claim_peek_anchors (claim), 0, flaws);

  /* Somebody vouched for something else than what stands there now. */
  if (stale)
    add (flaws, PROVISO_FINDING_CHECK_STALE, NULL, 0, TRUE);
  /* All of these say where the claim comes from, or are on the way there. */
  if (status < PROVISO_CLAIM_STATUS_ANALYSIS &&
      proviso_record_list_get_size (proviso_claim_peek_evidence (claim)) == 0)
    add (flaws, PROVISO_FINDING_SOURCE_MISSING, NULL, 0, TRUE);

  /* What follows warns. What is false must not be said; but an article may quote what it refutes, and only a
   * person sees which it is. Who marks the claim as checked saw these words and the status together. */
  if (status == PROVISO_CLAIM_STATUS_REFUTED && in_text && (!checked || stale))
    add (flaws, PROVISO_FINDING_REFUTED_IN_TEXT, NULL, 0, FALSE);
  /* That nobody looked must be known before publishing; but drafts have claims of little weight, and which are
   * worth a check is the desk's decision. One of the two at a time: who has not chosen a status has nothing to
   * mark as checked. */
  if (status == PROVISO_CLAIM_STATUS_UNCHECKED)
    add (flaws, PROVISO_FINDING_STATUS_UNCHECKED, NULL, 0, FALSE);
  else if (!checked)
    add (flaws, PROVISO_FINDING_NEVER_CHECKED, NULL, 0, FALSE);
  /* "Unknown" is an answer that readers can be told; none is an oversight. */
  if (status == PROVISO_CLAIM_STATUS_LEAKED &&
      proviso_claim_get_authenticity (claim) == PROVISO_AUTHENTICITY_NONE)
    add (flaws, PROVISO_FINDING_AUTHENTICITY_MISSING, NULL, 0, FALSE);
  /* The record is less than it should be, the article is not. */
  if (proviso_claim_status_needs_reason (status) && proviso_claim_get_reason (claim) == NULL)
    add (flaws, PROVISO_FINDING_REASON_MISSING, NULL, 0, FALSE);
  /* The day was a guess at when things may have changed, and perhaps they did not. */
  if (has_passed (proviso_claim_get_review_after (claim), day))
    add (flaws, PROVISO_FINDING_REVIEW_DUE, NULL, 0, FALSE);
}

void
proviso_readiness_rules_look_at_caveat (ProvisoCaveat *caveat, GArray *flaws)
{
  ProvisoCaveatSeverity severity = proviso_caveat_get_severity (caveat);
  ProvisoCaveatState state = proviso_caveat_get_state (caveat);
  /* Minor caveats and notes warn: they are known and do no harm. */
  gboolean grave = severity <= PROVISO_CAVEAT_SEVERITY_MAJOR;

  look_at_passages (proviso_caveat_peek_anchors (caveat), (int) severity, flaws);
  if (state == PROVISO_CAVEAT_STATE_OPEN)
    add (flaws, PROVISO_FINDING_CAVEAT_OPEN, NULL, (int) severity, grave);
  else if (proviso_caveat_get_confirmed (caveat) == NULL)
    add (flaws, PROVISO_FINDING_CAVEAT_UNCONFIRMED, NULL, (int) severity, grave);
  if (proviso_caveat_state_needs_reason (state) && proviso_caveat_get_reason (caveat) == NULL)
    add (flaws, PROVISO_FINDING_REASON_MISSING, NULL, (int) severity, FALSE);
}

/* A lost passage or a missing source is work to be done, and nothing that is known to be wrong. A blocker that is
 * settled needs no more than the editor's word. */
gboolean
proviso_readiness_rules_is_blocker (ProvisoFinding *finding)
{
  return proviso_finding_get_kind (finding) == PROVISO_FINDING_CAVEAT_OPEN &&
         proviso_finding_get_severity (finding) == PROVISO_CAVEAT_SEVERITY_BLOCKER;
}
