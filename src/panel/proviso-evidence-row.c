/* proviso-evidence-row.c: one link from a claim to a source, unfolded to be edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-evidence-row.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-entry-row.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-text-row.h"

#include <glib/gi18n-lib.h>

struct _ProvisoEvidenceRow
{
  AdwExpanderRow parent_instance;

  ProvisoChoiceRow *relation;
  ProvisoChoiceRow *credibility;
  ProvisoTextRow *excerpt;
  AdwEntryRow *locator;
  GtkWidget *open_row;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoEvidence *evidence;
  ProvisoSource *source; /* nullable: the link names a source that is not in the register */
};

G_DEFINE_FINAL_TYPE (ProvisoEvidenceRow, proviso_evidence_row, ADW_TYPE_EXPANDER_ROW)

static void
update_subtitle (ProvisoEvidenceRow *self)
{
  const char *relation =
      proviso_vocabulary_get_label (PROVISO_TYPE_RELATION, proviso_evidence_get_relation (self->evidence));
  ProvisoReliability reliability =
      self->source != NULL ? proviso_source_get_reliability (self->source) : PROVISO_RELIABILITY_NONE;
  ProvisoCredibility credibility = proviso_evidence_get_credibility (self->evidence);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *subtitle = NULL;

  g_strv_builder_add (parts, relation);
  if (reliability != PROVISO_RELIABILITY_NONE)
    g_strv_builder_add (parts, proviso_vocabulary_get_label (PROVISO_TYPE_RELIABILITY, reliability));
  if (credibility != PROVISO_CREDIBILITY_NONE)
    g_strv_builder_add (parts, proviso_vocabulary_get_label (PROVISO_TYPE_CREDIBILITY, credibility));
  strv = g_strv_builder_end (parts);
  subtitle = g_strjoinv (" · ", strv);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
update_title (ProvisoEvidenceRow *self)
{
  const char *title = self->source != NULL ? proviso_source_get_title (self->source) : _ ("Unknown Source");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *title != '\0' ? title : _ ("Untitled Source"));
  gtk_widget_set_sensitive (self->open_row, self->source != NULL);
}

static void
source_changed_cb (ProvisoEvidenceRow *self)
{
  update_title (self);
  update_subtitle (self);
}

static void
find_source_cb (ProvisoEvidenceRow *self)
{
  const char *id = proviso_evidence_get_source (self->evidence);
  ProvisoSource *source = id != NULL ? proviso_project_find_source (self->project, id) : NULL;

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_func (self->source, source_changed_cb, self);
  g_set_object (&self->source, source);
  if (source != NULL)
    {
      g_signal_connect_object (source, "notify::title", G_CALLBACK (source_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (source, "notify::reliability", G_CALLBACK (source_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  source_changed_cb (self);
}

static void
open_cb (ProvisoEvidenceRow *self)
{
  if (self->source != NULL)
    proviso_selection_show_in_panel (self->selection, PROVISO_RECORD (self->source), TRUE);
}

static void
remove_cb (ProvisoEvidenceRow *self)
{
  g_autoptr (ProvisoRecordPage) page = g_object_ref (proviso_record_page_find (GTK_WIDGET (self)));

  proviso_project_remove (self->project, self->evidence);
  proviso_record_page_toast (page, _ ("Evidence removed"));
}

static void
proviso_evidence_row_dispose (GObject *object)
{
  ProvisoEvidenceRow *self = PROVISO_EVIDENCE_ROW (object);

  g_clear_object (&self->source);
  g_clear_object (&self->evidence);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_evidence_row_parent_class)->dispose (object);
}

static void
proviso_evidence_row_class_init (ProvisoEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_evidence_row_dispose;

  g_type_ensure (PROVISO_TYPE_CHOICE_ROW);
  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoEvidenceRow, relation);
  gtk_widget_class_bind_template_child (widget_class, ProvisoEvidenceRow, credibility);
  gtk_widget_class_bind_template_child (widget_class, ProvisoEvidenceRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, ProvisoEvidenceRow, locator);
  gtk_widget_class_bind_template_child (widget_class, ProvisoEvidenceRow, open_row);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
proviso_evidence_row_init (ProvisoEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
proviso_evidence_row_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoEvidence *evidence)
{
  ProvisoEvidenceRow *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_SELECTION (selection), NULL);
  g_return_val_if_fail (PROVISO_IS_EVIDENCE (evidence), NULL);

  self = g_object_new (PROVISO_TYPE_EVIDENCE_ROW, NULL);
  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->evidence = g_object_ref (evidence);
  proviso_choice_row_bind (self->relation, project, evidence, "relation");
  proviso_choice_row_bind (self->credibility, project, evidence, "credibility");
  proviso_text_row_bind (self->excerpt, project, evidence, "excerpt");
  proviso_entry_row_bind (self->locator, project, evidence, "locator");

  g_signal_connect_object (evidence, "notify::relation", G_CALLBACK (update_subtitle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (evidence, "notify::credibility", G_CALLBACK (update_subtitle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (evidence, "notify::source", G_CALLBACK (find_source_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_sources (project), "items-changed",
                           G_CALLBACK (find_source_cb), self, G_CONNECT_SWAPPED);
  find_source_cb (self);

  return GTK_WIDGET (self);
}

void
proviso_evidence_row_edit (ProvisoEvidenceRow *self)
{
  g_return_if_fail (PROVISO_IS_EVIDENCE_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->relation));
  proviso_reveal (GTK_WIDGET (self), NULL);
}
