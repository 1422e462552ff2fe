/* proviso-support-row.c: a warning that a claim's evidence does not carry its status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-support-row.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-support.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>

struct _ProvisoSupportRow
{
  AdwActionRow parent_instance;

  ProvisoProject *project;
  ProvisoClaim *claim;
};

G_DEFINE_FINAL_TYPE (ProvisoSupportRow, proviso_support_row, ADW_TYPE_ACTION_ROW)

static void
update (ProvisoSupportRow *self)
{
  ProvisoSupport support = proviso_support_of (self->project, self->claim);
  ProvisoClaimStatus status = proviso_claim_get_status (self->claim);
  const char *label = proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS, status);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), support != PROVISO_SUPPORT_ENOUGH);
  if (support == PROVISO_SUPPORT_ENOUGH)
    return;

  /* Translators: %s is a status: “Confirmed” needs a source. */
  title = g_strdup_printf (support == PROVISO_SUPPORT_NO_SOURCE ? _ ("“%s” needs a source")
                                                                : _ ("“%s” needs more than the sources here"),
                           label);
  /* What the status holds on is said with the status itself, right above. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

/* A link's or a source's own changes count as well: what the source is decides. */
static void
record_changed_cb (ProvisoSupportRow *self, ProvisoRecord *record)
{
  if (record == PROVISO_RECORD (self->claim) || PROVISO_IS_SOURCE (record))
    update (self);
}

static void
proviso_support_row_dispose (GObject *object)
{
  ProvisoSupportRow *self = PROVISO_SUPPORT_ROW (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_support_row_parent_class)->dispose (object);
}

static void
proviso_support_row_class_init (ProvisoSupportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_support_row_dispose;
}

static void
proviso_support_row_init (ProvisoSupportRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Add Evidence"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
proviso_support_row_bind (ProvisoSupportRow *self, ProvisoProject *project, ProvisoClaim *claim)
{
  g_return_if_fail (PROVISO_IS_SUPPORT_ROW (self));
  g_return_if_fail (self->claim == NULL);

  self->project = g_object_ref (project);
  self->claim = g_object_ref (claim);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (claim, "notify::n-sources", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
