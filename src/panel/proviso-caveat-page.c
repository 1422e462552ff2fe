/* proviso-caveat-page.c: everything about one caveat, edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-caveat-page.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-claim-group.h"
#include "panel/proviso-history-group.h"
#include "panel/proviso-passage-group.h"
#include "panel/proviso-state-group.h"
#include "panel/proviso-suggestion-group.h"
#include "panel/proviso-text-row.h"
#include "panel/proviso-thread-group.h"

struct _ProvisoCaveatPage
{
  ProvisoRecordPage parent_instance;

  ProvisoPassageGroup *passages;
  ProvisoTextRow *text;
  ProvisoChoiceRow *caveat_type;
  ProvisoChoiceRow *severity;
  ProvisoSuggestionGroup *suggestion;
  ProvisoStateGroup *state;
  ProvisoThreadGroup *thread;
  ProvisoClaimGroup *claim;
  ProvisoHistoryGroup *history;
};

G_DEFINE_FINAL_TYPE (ProvisoCaveatPage, proviso_caveat_page, PROVISO_TYPE_RECORD_PAGE)

static void
proviso_caveat_page_focus_first (ProvisoRecordPage *page)
{
  ProvisoCaveatPage *self = PROVISO_CAVEAT_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  proviso_text_row_select_all (self->text);
}

static void
proviso_caveat_page_focus_control (ProvisoRecordPage *page, gboolean reviewing)
{
  ProvisoCaveatPage *self = PROVISO_CAVEAT_PAGE (page);

  if (reviewing)
    proviso_state_group_focus (self->state);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->caveat_type));
}

static void
proviso_caveat_page_perform (ProvisoRecordPage *page, const char *verb)
{
  ProvisoCaveatPage *self = PROVISO_CAVEAT_PAGE (page);

  if (g_str_equal (verb, "reply"))
    proviso_thread_group_reply (self->thread);
  else if (g_str_equal (verb, "apply-suggestion"))
    proviso_suggestion_group_apply (self->suggestion);
  else
    proviso_state_group_perform (self->state, verb);
}

static void
proviso_caveat_page_constructed (GObject *object)
{
  ProvisoCaveatPage *self = PROVISO_CAVEAT_PAGE (object);
  ProvisoRecordPage *page = PROVISO_RECORD_PAGE (object);
  ProvisoProject *project = proviso_record_page_get_project (page);
  ProvisoSelection *selection = proviso_record_page_get_selection (page);
  ProvisoCaveat *caveat = PROVISO_CAVEAT (proviso_record_page_get_record (page));

  G_OBJECT_CLASS (proviso_caveat_page_parent_class)->constructed (object);

  proviso_passage_group_bind (self->passages, project, selection, caveat);
  proviso_text_row_bind (self->text, project, caveat, "text");
  proviso_choice_row_bind (self->caveat_type, project, caveat, "type");
  proviso_choice_row_bind (self->severity, project, caveat, "severity");
  proviso_suggestion_group_bind (self->suggestion, project, caveat);
  proviso_state_group_bind (self->state, project, caveat);
  proviso_thread_group_bind (self->thread, project, caveat);
  proviso_claim_group_bind (self->claim, project, selection, caveat);
  proviso_history_group_bind (self->history, project, proviso_caveat_get_events (caveat));
}

static void
proviso_caveat_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_CAVEAT_PAGE);

  G_OBJECT_CLASS (proviso_caveat_page_parent_class)->dispose (object);
}

static void
proviso_caveat_page_class_init (ProvisoCaveatPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = proviso_caveat_page_constructed;
  object_class->dispose = proviso_caveat_page_dispose;
  PROVISO_RECORD_PAGE_CLASS (klass)->focus_first = proviso_caveat_page_focus_first;
  PROVISO_RECORD_PAGE_CLASS (klass)->focus_control = proviso_caveat_page_focus_control;
  PROVISO_RECORD_PAGE_CLASS (klass)->perform = proviso_caveat_page_perform;

  g_type_ensure (PROVISO_TYPE_CHOICE_ROW);
  g_type_ensure (PROVISO_TYPE_CLAIM_GROUP);
  g_type_ensure (PROVISO_TYPE_HISTORY_GROUP);
  g_type_ensure (PROVISO_TYPE_PASSAGE_GROUP);
  g_type_ensure (PROVISO_TYPE_STATE_GROUP);
  g_type_ensure (PROVISO_TYPE_SUGGESTION_GROUP);
  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  g_type_ensure (PROVISO_TYPE_THREAD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-caveat-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, passages);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, text);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, caveat_type);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, severity);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, suggestion);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, state);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, claim);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, thread);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCaveatPage, history);
  gtk_widget_class_bind_template_callback (widget_class, proviso_record_page_delete);
}

static void
proviso_caveat_page_init (ProvisoCaveatPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
proviso_caveat_page_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoCaveat *caveat)
{
  return g_object_new (PROVISO_TYPE_CAVEAT_PAGE, "project", project, "selection", selection, "record", caveat,
                       NULL);
}
