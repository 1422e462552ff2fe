/* proviso-claim-page.c: everything about one claim, edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-claim-page.h"
#include "export/proviso-remains-content.h"
#include "panel/proviso-caveat-group.h"
#include "panel/proviso-check-group.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-date-row.h"
#include "panel/proviso-entry-row.h"
#include "panel/proviso-estimate-row.h"
#include "panel/proviso-evidence-group.h"
#include "panel/proviso-history-group.h"
#include "panel/proviso-passage-group.h"
#include "panel/proviso-support-row.h"
#include "panel/proviso-text-row.h"

#include <glib/gi18n-lib.h>

struct _ProvisoClaimPage
{
  ProvisoRecordPage parent_instance;

  ProvisoPassageGroup *passages;
  ProvisoTextRow *statement;
  ProvisoChoiceRow *status;
  ProvisoSupportRow *support;
  ProvisoTextRow *reason;
  ProvisoTextRow *for_readers;
  ProvisoChoiceRow *authenticity;
  ProvisoEstimateRow *estimate;
  ProvisoChoiceRow *kind;
  AdwEntryRow *attributed_to;
  ProvisoDateRow *as_of;
  ProvisoDateRow *review_after;
  ProvisoEvidenceGroup *evidence;
  ProvisoCaveatGroup *caveats;
  ProvisoCheckGroup *check;
  ProvisoTextRow *note;
  ProvisoHistoryGroup *history;
};

G_DEFINE_FINAL_TYPE (ProvisoClaimPage, proviso_claim_page, PROVISO_TYPE_RECORD_PAGE)

static ProvisoClaim *
get_claim (ProvisoClaimPage *self)
{
  return PROVISO_CLAIM (proviso_record_page_get_record (PROVISO_RECORD_PAGE (self)));
}

/* What was said once stays to be seen and taken back, also where the status no longer asks for it. */
static void
update_rows (ProvisoClaimPage *self)
{
  ProvisoClaim *claim = get_claim (self);
  ProvisoClaimStatus status = proviso_claim_get_status (claim);
  const char *reason = proviso_claim_get_reason (claim);
  gboolean needs_reason = proviso_claim_status_needs_reason (status);

  gtk_widget_set_visible (GTK_WIDGET (self->reason), needs_reason || reason != NULL);
  proviso_text_row_set_missing (self->reason, needs_reason && reason == NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason),
                                 needs_reason ? _ ("Reason (Required)") : _ ("Reason"));
  gtk_widget_set_visible (GTK_WIDGET (self->for_readers),
                          proviso_remains_is_unconfirmed (claim) ||
                              proviso_claim_get_for_readers (claim) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->authenticity),
                          status == PROVISO_CLAIM_STATUS_LEAKED ||
                              proviso_claim_get_authenticity (claim) != PROVISO_AUTHENTICITY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->estimate),
                          status == PROVISO_CLAIM_STATUS_ANALYSIS ||
                              proviso_claim_get_likelihood (claim) != PROVISO_LIKELIHOOD_NONE ||
                              proviso_claim_get_confidence (claim) != PROVISO_CONFIDENCE_NONE);
}

static void
proviso_claim_page_focus_first (ProvisoRecordPage *page)
{
  ProvisoClaimPage *self = PROVISO_CLAIM_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->statement));
  proviso_text_row_select_all (self->statement);
}

static void
proviso_claim_page_focus_control (ProvisoRecordPage *page, gboolean reviewing)
{
  ProvisoClaimPage *self = PROVISO_CLAIM_PAGE (page);

  if (reviewing)
    proviso_check_group_focus (self->check);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->status));
}

static void
proviso_claim_page_perform (ProvisoRecordPage *page, const char *verb)
{
  if (g_str_equal (verb, "check"))
    proviso_check_group_check (PROVISO_CLAIM_PAGE (page)->check);
}

static void
proviso_claim_page_constructed (GObject *object)
{
  ProvisoClaimPage *self = PROVISO_CLAIM_PAGE (object);
  ProvisoRecordPage *page = PROVISO_RECORD_PAGE (object);
  ProvisoProject *project = proviso_record_page_get_project (page);
  ProvisoSelection *selection = proviso_record_page_get_selection (page);
  ProvisoClaim *claim = get_claim (self);
  static const char *const watched[] = { "status",       "kind",       "reason",    "for-readers",
                                         "authenticity", "likelihood", "confidence" };

  G_OBJECT_CLASS (proviso_claim_page_parent_class)->constructed (object);

  proviso_passage_group_bind (self->passages, project, selection, claim);
  proviso_text_row_bind (self->statement, project, claim, "statement");
  proviso_choice_row_bind (self->status, project, claim, "status");
  proviso_support_row_bind (self->support, project, claim);
  proviso_text_row_bind (self->reason, project, claim, "reason");
  proviso_text_row_bind (self->for_readers, project, claim, "for-readers");
  proviso_choice_row_bind (self->authenticity, project, claim, "authenticity");
  proviso_estimate_row_bind (self->estimate, project, claim);
  proviso_choice_row_bind (self->kind, project, claim, "kind");
  proviso_entry_row_bind (self->attributed_to, project, claim, "attributed-to");
  proviso_date_row_bind (self->as_of, project, claim, "as-of");
  proviso_date_row_bind (self->review_after, project, claim, "review-after");
  proviso_evidence_group_bind (self->evidence, project, selection, claim);
  proviso_caveat_group_bind (self->caveats, project, selection, claim);
  proviso_check_group_bind (self->check, project, claim);
  proviso_text_row_bind (self->note, project, claim, "note");
  proviso_history_group_bind (self->history, project, proviso_claim_get_events (claim));

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      g_autofree char *detail = g_strconcat ("notify::", watched[i], NULL);

      g_signal_connect_object (claim, detail, G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
    }
  update_rows (self);
}

static void
proviso_claim_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_CLAIM_PAGE);

  G_OBJECT_CLASS (proviso_claim_page_parent_class)->dispose (object);
}

static void
proviso_claim_page_class_init (ProvisoClaimPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = proviso_claim_page_constructed;
  object_class->dispose = proviso_claim_page_dispose;
  PROVISO_RECORD_PAGE_CLASS (klass)->focus_first = proviso_claim_page_focus_first;
  PROVISO_RECORD_PAGE_CLASS (klass)->focus_control = proviso_claim_page_focus_control;
  PROVISO_RECORD_PAGE_CLASS (klass)->perform = proviso_claim_page_perform;

  g_type_ensure (PROVISO_TYPE_CAVEAT_GROUP);
  g_type_ensure (PROVISO_TYPE_CHECK_GROUP);
  g_type_ensure (PROVISO_TYPE_CHOICE_ROW);
  g_type_ensure (PROVISO_TYPE_DATE_ROW);
  g_type_ensure (PROVISO_TYPE_ESTIMATE_ROW);
  g_type_ensure (PROVISO_TYPE_EVIDENCE_GROUP);
  g_type_ensure (PROVISO_TYPE_HISTORY_GROUP);
  g_type_ensure (PROVISO_TYPE_PASSAGE_GROUP);
  g_type_ensure (PROVISO_TYPE_SUPPORT_ROW);
  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-claim-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, passages);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, statement);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, status);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, support);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, reason);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, for_readers);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, authenticity);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, estimate);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, kind);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, attributed_to);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, review_after);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, caveats);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, check);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, note);
  gtk_widget_class_bind_template_child (widget_class, ProvisoClaimPage, history);
  gtk_widget_class_bind_template_callback (widget_class, proviso_evidence_group_add);
  gtk_widget_class_bind_template_callback (widget_class, proviso_record_page_delete);
}

static void
proviso_claim_page_init (ProvisoClaimPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
proviso_claim_page_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoClaim *claim)
{
  return g_object_new (PROVISO_TYPE_CLAIM_PAGE, "project", project, "selection", selection, "record", claim,
                       NULL);
}
