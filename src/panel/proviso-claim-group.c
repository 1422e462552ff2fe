/* proviso-claim-group.c: the claim that a caveat doubts, picked and unpicked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-claim-group.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-record-chooser.h"

#include <glib/gi18n-lib.h>

struct _ProvisoClaimGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoCaveat *caveat;
  ProvisoClaim *claim; /* nullable */
  GtkWidget *link_row; /* nullable: there for a claim */
  GtkWidget *unlink_button;
  GtkWidget *pick_row;
};

G_DEFINE_FINAL_TYPE (ProvisoClaimGroup, proviso_claim_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (ProvisoClaimGroup *self)
{
  const char *id = proviso_caveat_get_claim (self->caveat);
  ProvisoClaim *claim = id != NULL ? proviso_project_find_claim (self->project, id) : NULL;

  if (g_set_object (&self->claim, claim))
    {
      if (self->link_row != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->link_row);
      self->link_row = NULL;
      if (claim != NULL)
        {
          self->link_row = proviso_link_row_new (self->selection, claim);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->link_row);
        }
    }

  gtk_widget_set_visible (self->unlink_button, id != NULL);
  gtk_widget_set_visible (self->pick_row, claim == NULL);
}

static void
chosen_cb (ProvisoClaimGroup *self, ProvisoRecord *claim)
{
  proviso_project_begin_action (self->project, C_ ("undo", "Link Claim"));
  proviso_project_set (self->project, self->caveat, "claim", proviso_claim_get_id (PROVISO_CLAIM (claim)),
                       NULL);
  proviso_project_end_action (self->project);
}

static void
pick_cb (ProvisoClaimGroup *self)
{
  AdwDialog *dialog =
      proviso_record_chooser_new (_ ("Link Claim"), G_LIST_MODEL (proviso_project_get_claims (self->project)),
                                  NULL);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
unlink_cb (ProvisoClaimGroup *self)
{
  proviso_project_begin_action (self->project, C_ ("undo", "Unlink Claim"));
  proviso_project_set (self->project, self->caveat, "claim", NULL, NULL);
  proviso_project_end_action (self->project);
  gtk_widget_grab_focus (self->pick_row);
}

static void
proviso_claim_group_dispose (GObject *object)
{
  ProvisoClaimGroup *self = PROVISO_CLAIM_GROUP (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->caveat);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_claim_group_parent_class)->dispose (object);
}

static void
proviso_claim_group_class_init (ProvisoClaimGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_claim_group_dispose;
}

static void
proviso_claim_group_init (ProvisoClaimGroup *self)
{
  self->unlink_button = gtk_button_new_with_mnemonic (_ ("_Unlink"));
  gtk_widget_add_css_class (self->unlink_button, "flat");
  gtk_widget_set_valign (self->unlink_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->unlink_button, "clicked", G_CALLBACK (unlink_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->unlink_button);

  self->pick_row = g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("_Link Claim…"), "use-underline", TRUE,
                                 "start-icon-name", "list-add-symbolic", NULL);
  g_signal_connect_object (self->pick_row, "activated", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->pick_row);
}

void
proviso_claim_group_bind (ProvisoClaimGroup *self,
                          ProvisoProject *project,
                          ProvisoSelection *selection,
                          ProvisoCaveat *caveat)
{
  g_return_if_fail (PROVISO_IS_CLAIM_GROUP (self));
  g_return_if_fail (self->caveat == NULL);

  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->caveat = g_object_ref (caveat);
  g_signal_connect_object (caveat, "notify::claim", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proviso_project_get_claims (project), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
