/* proviso-evidence-group.c: what a claim stands on: its links to sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-evidence-group.h"
#include "panel/proviso-evidence-row.h"
#include "panel/proviso-record-chooser.h"
#include "panel/proviso-row-list.h"

#include <glib/gi18n-lib.h>

struct _ProvisoEvidenceGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoClaim *claim;
  ProvisoRowList *rows;
};

G_DEFINE_FINAL_TYPE (ProvisoEvidenceGroup, proviso_evidence_group, ADW_TYPE_PREFERENCES_GROUP)

/* A link that was just made is unfolded: its excerpt and locator come next. */
static void
add_link (ProvisoEvidenceGroup *self, ProvisoSource *source)
{
  ProvisoEvidence *evidence = proviso_project_add_evidence (self->project, self->claim, source);
  guint position;

  if (proviso_record_list_find (proviso_claim_get_evidence (self->claim), PROVISO_RECORD (evidence),
                                &position))
    proviso_evidence_row_edit (PROVISO_EVIDENCE_ROW (proviso_row_list_get_row (self->rows, position)));
}

static void
chosen_cb (ProvisoEvidenceGroup *self, ProvisoRecord *source)
{
  add_link (self, PROVISO_SOURCE (source));
}

static void
create_cb (ProvisoEvidenceGroup *self, const char *name)
{
  ProvisoSource *source;

  proviso_project_begin_action (self->project, C_ ("undo", "Add Evidence"));
  source = proviso_project_add_source (self->project, name);
  add_link (self, source);
  proviso_project_end_action (self->project);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ProvisoEvidenceGroup *self = user_data;

  return proviso_evidence_row_new (self->project, self->selection, item);
}

static void
proviso_evidence_group_dispose (GObject *object)
{
  ProvisoEvidenceGroup *self = PROVISO_EVIDENCE_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->claim);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_evidence_group_parent_class)->dispose (object);
}

static void
proviso_evidence_group_class_init (ProvisoEvidenceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_evidence_group_dispose;
}

static void
proviso_evidence_group_init (ProvisoEvidenceGroup *self)
{
}

static void
update_description (ProvisoEvidenceGroup *self)
{
  gboolean empty = proviso_record_list_get_size (proviso_claim_peek_evidence (self->claim)) == 0;

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      empty ? _ ("This claim names no source as evidence") : NULL);
}

void
proviso_evidence_group_bind (ProvisoEvidenceGroup *self,
                             ProvisoProject *project,
                             ProvisoSelection *selection,
                             ProvisoClaim *claim)
{
  GtkWidget *add_row;

  g_return_if_fail (PROVISO_IS_EVIDENCE_GROUP (self));
  g_return_if_fail (self->rows == NULL);

  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->claim = g_object_ref (claim);

  add_row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Add _Evidence…"), "use-underline", TRUE,
                          "start-icon-name", "list-add-symbolic", NULL);
  g_signal_connect_object (add_row, "activated", G_CALLBACK (proviso_evidence_group_add), self, G_CONNECT_SWAPPED);
  self->rows = proviso_row_list_new (ADW_PREFERENCES_GROUP (self), create_row, self);
  proviso_row_list_add_last (self->rows, add_row);
  proviso_row_list_set_model (self->rows, G_LIST_MODEL (proviso_claim_get_evidence (claim)));
  g_signal_connect_object (proviso_claim_get_evidence (claim), "items-changed",
                           G_CALLBACK (update_description), self, G_CONNECT_SWAPPED);
  update_description (self);
}

void
proviso_evidence_group_add (ProvisoEvidenceGroup *self)
{
  AdwDialog *dialog;

  g_return_if_fail (PROVISO_IS_EVIDENCE_GROUP (self));

  dialog = proviso_record_chooser_new (_ ("Add Evidence"),
                                       G_LIST_MODEL (proviso_project_get_sources (self->project)),
                                       _ ("New Source"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
