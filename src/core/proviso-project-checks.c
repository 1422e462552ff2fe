/* proviso-project-checks.c: that a claim was checked, and what of it is no longer as it was then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project-private.h"

#include "core/proviso-date.h"
#include "core/proviso-identity.h"

#include <glib/gi18n-lib.h>

static gboolean
have_passages_changed (ProvisoProject *self, ProvisoClaim *claim, ProvisoCheck *check)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);
  const char *const *passages = proviso_check_get_passages (check);
  guint n_anchors = proviso_record_list_get_size (anchors);

  if (g_strv_length ((GStrv) passages) != n_anchors)
    return TRUE;

  for (guint i = 0; i < n_anchors; i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      g_autofree char *passage = NULL;

      if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
        return TRUE;
      passage = proviso_project_get_passage (self, anchor);
      if (!g_str_equal (passage, passages[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_evidence_changed (ProvisoClaim *claim, ProvisoCheck *check)
{
  ProvisoRecordList *then = proviso_check_get_evidence (check);

  return then != NULL && !proviso_evidence_lists_equal (proviso_claim_peek_evidence (claim), then);
}

ProvisoCheckChanges
proviso_project_get_check_changes (ProvisoProject *self, ProvisoClaim *claim)
{
  ProvisoCheckChanges changes = PROVISO_CHECK_CHANGES_NONE;
  ProvisoCheck *check;
  ProvisoClaimStatus status;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), PROVISO_CHECK_CHANGES_NONE);
  g_return_val_if_fail (PROVISO_IS_CLAIM (claim), PROVISO_CHECK_CHANGES_NONE);

  if ((check = proviso_claim_get_check (claim)) == NULL)
    return PROVISO_CHECK_CHANGES_NONE;

  if (have_passages_changed (self, claim, check))
    changes |= PROVISO_CHECK_CHANGES_PASSAGES;
  if (proviso_check_get_statement (check) != NULL &&
      !g_str_equal (proviso_check_get_statement (check), proviso_claim_get_statement (claim)))
    changes |= PROVISO_CHECK_CHANGES_STATEMENT;
  if (proviso_check_get_status (check, &status) && status != proviso_claim_get_status (claim))
    changes |= PROVISO_CHECK_CHANGES_STATUS;
  if (has_evidence_changed (claim, check))
    changes |= PROVISO_CHECK_CHANGES_EVIDENCE;

  return changes;
}

void
proviso_project_mark_checked (ProvisoProject *self, ProvisoClaim *claim)
{
  g_autoptr (GStrvBuilder) passages = NULL;
  g_autoptr (ProvisoCheck) check = NULL;
  g_autofree char *now = NULL;
  g_auto (GStrv) words = NULL;
  ProvisoRecordList *anchors;
  ProvisoRecordList *evidence;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_CLAIM (claim));

  passages = g_strv_builder_new ();
  anchors = proviso_claim_peek_anchors (claim);
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    g_strv_builder_take (passages, proviso_project_get_passage (self, proviso_record_list_peek (anchors, i)));
  words = g_strv_builder_end (passages);
  now = proviso_time_now ();
  check = proviso_check_new (proviso_identity_get_name (), now, (const char *const *) words);
  proviso_check_set_statement (check, proviso_claim_get_statement (claim));
  proviso_check_set_status (check, proviso_claim_get_status (claim));
  evidence = proviso_check_begin_evidence (check);
  for (guint i = 0; i < proviso_record_list_get_size (proviso_claim_peek_evidence (claim)); i++)
    {
      g_autoptr (ProvisoEvidence) link =
          proviso_evidence_copy (proviso_record_list_peek (proviso_claim_peek_evidence (claim), i));

      proviso_record_list_append (evidence, PROVISO_RECORD (link));
    }

  proviso_history_begin (self->history, C_ ("undo", "Mark as Checked"));
  proviso_project_set (self, claim, "check", check, NULL);
  proviso_history_end (self->history);
}
