/* proviso-link-row.c: a row that names a claim, a caveat or a source and opens its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-link-row.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-review.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>

struct _ProvisoLinkRow
{
  AdwActionRow parent_instance;

  GtkImage *icon;

  ProvisoSelection *selection;
  ProvisoRecord *record;
};

G_DEFINE_FINAL_TYPE (ProvisoLinkRow, proviso_link_row, ADW_TYPE_ACTION_ROW)

static void
show (ProvisoLinkRow *self, const char *title, const char *subtitle, const char *icon_name)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->icon, icon_name);
}

static void
show_claim (ProvisoLinkRow *self, ProvisoClaim *claim)
{
  ProvisoClaimStatus status = proviso_claim_get_status (claim);
  const char *statement = proviso_claim_get_statement (claim);

  show (self, *statement != '\0' ? statement : _ ("Empty Claim"),
        proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS, status),
        proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, status));
}

/* Returns: (transfer full) */
static char *
describe_state (ProvisoCaveat *caveat)
{
  const char *label =
      proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, proviso_caveat_get_state (caveat));

  if (proviso_review_is_reopened (caveat))
    return g_strdup (C_ ("caveat state", "Reopened"));
  if (proviso_caveat_get_confirmed (caveat) != NULL)
    /* Translators: how a caveat was settled: “Accepted, confirmed”. */
    return g_strdup_printf (_ ("%s, confirmed"), label);

  return g_strdup (label);
}

static void
show_caveat (ProvisoLinkRow *self, ProvisoCaveat *caveat)
{
  ProvisoCaveatState state = proviso_caveat_get_state (caveat);
  const char *type =
      proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE, proviso_caveat_get_caveat_type (caveat));
  const char *severity =
      proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_SEVERITY, proviso_caveat_get_severity (caveat));
  const char *text = proviso_caveat_get_text (caveat);
  g_autofree char *state_label = describe_state (caveat);
  g_autofree char *subtitle = NULL;

  if (*text != '\0')
    subtitle = g_strdup_printf ("%s · %s · %s", type, severity, state_label);
  else
    subtitle = g_strdup_printf ("%s · %s", severity, state_label);

  show (self, *text != '\0' ? text : type, subtitle,
        state == PROVISO_CAVEAT_STATE_OPEN
            ? proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_SEVERITY,
                                                proviso_caveat_get_severity (caveat))
            : proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_STATE, state));
}

static void
show_source (ProvisoLinkRow *self, ProvisoSource *source)
{
  const char *title = proviso_source_get_title (source);

  show (self, *title != '\0' ? title : _ ("Untitled Source"), proviso_source_get_publisher (source), NULL);
}

static void
update (ProvisoLinkRow *self)
{
  if (PROVISO_IS_CLAIM (self->record))
    show_claim (self, PROVISO_CLAIM (self->record));
  else if (PROVISO_IS_CAVEAT (self->record))
    show_caveat (self, PROVISO_CAVEAT (self->record));
  else
    show_source (self, PROVISO_SOURCE (self->record));

  gtk_widget_set_visible (GTK_WIDGET (self->icon), gtk_image_get_icon_name (self->icon) != NULL);
}

static void
proviso_link_row_activate (AdwActionRow *row)
{
  ProvisoLinkRow *self = PROVISO_LINK_ROW (row);

  proviso_selection_show_in_panel (self->selection, self->record, TRUE);
}

static void
proviso_link_row_dispose (GObject *object)
{
  ProvisoLinkRow *self = PROVISO_LINK_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (proviso_link_row_parent_class)->dispose (object);
}

static void
proviso_link_row_class_init (ProvisoLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_link_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = proviso_link_row_activate;
}

static void
proviso_link_row_init (ProvisoLinkRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  self->icon = GTK_IMAGE (gtk_image_new ());
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

GtkWidget *
proviso_link_row_new (ProvisoSelection *selection, gpointer record)
{
  ProvisoLinkRow *self;

  g_return_val_if_fail (PROVISO_IS_SELECTION (selection), NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD (record), NULL);

  self = g_object_new (PROVISO_TYPE_LINK_ROW, NULL);
  self->selection = g_object_ref (selection);
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* Whether a caveat was reopened is in its history, which is written after its state. */
  if (PROVISO_IS_CAVEAT (record))
    g_signal_connect_object (proviso_caveat_get_events (record), "items-changed", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
