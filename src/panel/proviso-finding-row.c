/* proviso-finding-row.c: a row that says what is wrong with a record, and what to do about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-finding-row.h"

#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>

struct _ProvisoFindingRow
{
  AdwActionRow parent_instance;

  ProvisoFinding *finding;
};

G_DEFINE_FINAL_TYPE (ProvisoFindingRow, proviso_finding_row, ADW_TYPE_ACTION_ROW)

static const char *
get_icon_name (ProvisoFinding *finding)
{
  switch (proviso_finding_get_kind (finding))
    {
    case PROVISO_FINDING_CAVEAT_OPEN:
    case PROVISO_FINDING_CAVEAT_UNCONFIRMED:
      return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_SEVERITY, proviso_finding_get_severity (finding));
    case PROVISO_FINDING_REFUTED_IN_TEXT:
      return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, PROVISO_CLAIM_STATUS_REFUTED);
    case PROVISO_FINDING_SOURCE_NAMED:
      return "view-reveal-symbolic";
    case PROVISO_FINDING_SECTION_OUTDATED:
      return "view-refresh-symbolic";
    case PROVISO_FINDING_PASSAGE_LOST:
      return "proviso-passage-lost-symbolic";
    case PROVISO_FINDING_CHECK_STALE:
      return "document-open-recent-symbolic";
    case PROVISO_FINDING_SOURCE_MISSING:
      return "proviso-sources-symbolic";
    case PROVISO_FINDING_STATUS_UNCHECKED:
      return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, PROVISO_CLAIM_STATUS_UNCHECKED);
    case PROVISO_FINDING_AUTHENTICITY_MISSING:
      return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, PROVISO_CLAIM_STATUS_LEAKED);
    case PROVISO_FINDING_REVIEW_DUE:
      return "x-office-calendar-symbolic";
    case PROVISO_FINDING_PASSAGE_FOUND:
      return "edit-find-symbolic";
    case PROVISO_FINDING_NEVER_CHECKED:
      return "checkbox-symbolic";
    case PROVISO_FINDING_REASON_MISSING:
    default:
      return "dialog-question-symbolic";
    }
}

/* What it is called where it says nothing of itself. */
static const char *
get_name (ProvisoRecord *record)
{
  if (record == NULL)
    return _ ("What Remains Unconfirmed");
  if (PROVISO_IS_SOURCE (record))
    return _ ("Untitled Source");

  return PROVISO_IS_CLAIM (record) ? _ ("Empty Claim") : _ ("Empty Caveat");
}

static void
update (ProvisoFindingRow *self)
{
  g_autofree char *subject = proviso_finding_dup_subject (self->finding);
  g_autofree char *subtitle = NULL;

  if (*subject == '\0')
    g_set_str (&subject, get_name (proviso_finding_get_record (self->finding)));
  /* Translators: what is wrong, "No source", and the sentence that says what to do. */
  subtitle = g_strdup_printf (C_ ("finding", "%s. %s"), proviso_finding_get_title (self->finding),
                              proviso_finding_get_explanation (self->finding));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), subject);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
proviso_finding_row_dispose (GObject *object)
{
  g_clear_object (&PROVISO_FINDING_ROW (object)->finding);

  G_OBJECT_CLASS (proviso_finding_row_parent_class)->dispose (object);
}

static void
proviso_finding_row_class_init (ProvisoFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_finding_row_dispose;
}

static void
proviso_finding_row_init (ProvisoFindingRow *self)
{
  GtkWidget *arrow;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
}

GtkWidget *
proviso_finding_row_new (ProvisoFinding *finding)
{
  ProvisoFindingRow *self;
  GtkWidget *icon;

  g_return_val_if_fail (PROVISO_IS_FINDING (finding), NULL);

  self = g_object_new (PROVISO_TYPE_FINDING_ROW, NULL);
  self->finding = g_object_ref (finding);
  icon = gtk_image_new_from_icon_name (get_icon_name (finding));
  gtk_widget_add_css_class (icon, proviso_finding_get_blocks (finding) ? "error" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), icon);
  g_signal_connect_object (finding, "notify::subject", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

ProvisoFinding *
proviso_finding_row_get_finding (ProvisoFindingRow *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING_ROW (self), NULL);

  return self->finding;
}
