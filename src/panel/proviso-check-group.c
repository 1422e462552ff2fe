/* proviso-check-group.c: who checked a claim, when, and what has changed since.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has changed is compared in an idle moment, and only while it is seen.
 */
#include "panel/proviso-check-group.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-date-text.h"
#include "panel/proviso-difference-row.h"
#include "panel/proviso-line-text.h"
#include "panel/proviso-key-tip.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-review-actions.h"

#include <glib/gi18n-lib.h>

struct _ProvisoCheckGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *state_row;
  GtkImage *icon;
  GtkWidget *clear_button;
  ProvisoDifferenceRow *passages_row;
  ProvisoDifferenceRow *statement_row;
  ProvisoDifferenceRow *status_row;
  ProvisoDifferenceRow *evidence_row;
  AdwPreferencesRow *check_row;

  ProvisoProject *project;
  ProvisoClaim *claim;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (ProvisoCheckGroup, proviso_check_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_unchecked (ProvisoCheckGroup *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), _ ("Not Checked"));
  adw_action_row_set_subtitle (self->state_row, _ ("Nobody has compared this claim with its sources yet"));
  adw_preferences_row_set_title (self->check_row, _ ("Mark as _Checked"));
}

static void
show_check (ProvisoCheckGroup *self, ProvisoCheck *check, gboolean stale)
{
  const char *by = proviso_check_get_by (check);
  g_autofree char *time = proviso_date_text_format_time (proviso_check_get_at (check));
  g_autofree char *title = NULL;

  if (by != NULL && *by != '\0')
    /* Translators: %s is somebody's name. */
    title = g_strdup_printf (stale ? _ ("Changed since checked by %s") : _ ("Checked by %s"), by);
  else
    title = g_strdup (stale ? _ ("Changed since checked") : _ ("Checked"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), title);
  adw_action_row_set_subtitle (self->state_row, time);
  adw_preferences_row_set_title (self->check_row, _ ("_Check Again"));
}

static void
show_passages (ProvisoCheckGroup *self, ProvisoCheck *check)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (self->claim);
  g_autofree char *old_words = g_strjoinv ("\n", (char **) proviso_check_get_passages (check));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) passages = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
        g_strv_builder_take (builder, proviso_project_get_passage (self->project, anchor));
    }
  passages = g_strv_builder_end (builder);
  words = g_strjoinv ("\n", passages);
  proviso_difference_row_set_texts (self->passages_row, old_words, words);
}

static void
show_status (ProvisoCheckGroup *self, ProvisoCheck *check)
{
  ProvisoClaimStatus old_status;

  if (proviso_check_get_status (check, &old_status))
    proviso_difference_row_set_texts (self->status_row,
                                      proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS, old_status),
                                      proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS,
                                                                    proviso_claim_get_status (self->claim)));
}

/* Returns: (transfer full): a line for each link, with all that was looked at. */
static char *
describe_evidence (ProvisoCheckGroup *self, ProvisoRecordList *evidence)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      ProvisoEvidence *link = proviso_record_list_peek (evidence, i);
      const char *id = proviso_evidence_get_source (link);
      ProvisoSource *source = id != NULL ? proviso_project_find_source (self->project, id) : NULL;
      ProvisoCredibility credibility = proviso_evidence_get_credibility (link);

      g_autofree char *title =
          proviso_line_text_begin (source != NULL ? proviso_source_get_title (source) : _ ("Unknown Source"));

      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, title);
      g_string_append_printf (lines, " · %s",
                              proviso_vocabulary_get_label (PROVISO_TYPE_RELATION,
                                                            proviso_evidence_get_relation (link)));
      if (credibility != PROVISO_CREDIBILITY_NONE)
        g_string_append_printf (lines, " · %s",
                                proviso_vocabulary_get_label (PROVISO_TYPE_CREDIBILITY, credibility));
      if (*proviso_evidence_get_excerpt (link) != '\0')
        g_string_append_printf (lines, _ (" · “%s”"), proviso_evidence_get_excerpt (link));
      if (*proviso_evidence_get_locator (link) != '\0')
        g_string_append_printf (lines, " · %s", proviso_evidence_get_locator (link));
    }

  return g_string_free_and_steal (lines);
}

static void
show_evidence (ProvisoCheckGroup *self, ProvisoCheck *check)
{
  g_autofree char *old_lines = describe_evidence (self, proviso_check_get_evidence (check));
  g_autofree char *lines = describe_evidence (self, proviso_claim_peek_evidence (self->claim));

  proviso_difference_row_set_texts (self->evidence_row, old_lines, lines);
}

static void
show_changes (ProvisoCheckGroup *self, ProvisoCheck *check, ProvisoCheckChanges changes)
{
  if (changes & PROVISO_CHECK_CHANGES_PASSAGES)
    show_passages (self, check);
  if (changes & PROVISO_CHECK_CHANGES_STATEMENT)
    proviso_difference_row_set_texts (self->statement_row, proviso_check_get_statement (check),
                                      proviso_claim_get_statement (self->claim));
  if (changes & PROVISO_CHECK_CHANGES_STATUS)
    show_status (self, check);
  if (changes & PROVISO_CHECK_CHANGES_EVIDENCE)
    show_evidence (self, check);

  gtk_widget_set_visible (GTK_WIDGET (self->passages_row), (changes & PROVISO_CHECK_CHANGES_PASSAGES) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->statement_row), (changes & PROVISO_CHECK_CHANGES_STATEMENT) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->status_row), (changes & PROVISO_CHECK_CHANGES_STATUS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_row), (changes & PROVISO_CHECK_CHANGES_EVIDENCE) != 0);
}

static void
update (ProvisoCheckGroup *self)
{
  ProvisoCheck *check = proviso_claim_get_check (self->claim);
  ProvisoCheckChanges changes = check != NULL ? proviso_project_get_check_changes (self->project, self->claim)
                                              : PROVISO_CHECK_CHANGES_NONE;
  gboolean stale = changes != PROVISO_CHECK_CHANGES_NONE;

  if (check != NULL)
    show_check (self, check, stale);
  else
    show_unchecked (self);
  show_changes (self, check, changes);

  gtk_image_set_from_icon_name (self->icon, check == NULL ? "proviso-status-unchecked-symbolic"
                                            : stale       ? "dialog-warning-symbolic"
                                                          : "object-select-symbolic");
  if (stale)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
  gtk_widget_set_visible (self->clear_button, check != NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  ProvisoCheckGroup *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (ProvisoCheckGroup *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_cb, self);
}

static void
text_replaced_cb (ProvisoCheckGroup *self)
{
  if (proviso_claim_get_check_stale (self->claim))
    queue_update (self);
}

/* What the evidence is told by are the titles of sources. */
static void
record_changed_cb (ProvisoCheckGroup *self, ProvisoRecord *record)
{
  if (record == PROVISO_RECORD (self->claim) || PROVISO_IS_SOURCE (record))
    queue_update (self);
}

static void
clear_cb (ProvisoCheckGroup *self)
{
  proviso_project_begin_action (self->project, C_ ("undo", "Clear Check"));
  proviso_project_set (self->project, self->claim, "check", NULL, NULL);
  proviso_project_end_action (self->project);
  gtk_widget_grab_focus (GTK_WIDGET (self->check_row));
  proviso_record_page_toast (proviso_record_page_find (GTK_WIDGET (self)), _ ("Check cleared"));
}

static void
proviso_check_group_map (GtkWidget *widget)
{
  ProvisoCheckGroup *self = PROVISO_CHECK_GROUP (widget);

  GTK_WIDGET_CLASS (proviso_check_group_parent_class)->map (widget);

  if (self->claim != NULL)
    update (self);
}

static void
proviso_check_group_dispose (GObject *object)
{
  ProvisoCheckGroup *self = PROVISO_CHECK_GROUP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->claim);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_check_group_parent_class)->dispose (object);
}

static void
proviso_check_group_class_init (ProvisoCheckGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_check_group_dispose;
  widget_class->map = proviso_check_group_map;

  g_type_ensure (PROVISO_TYPE_DIFFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-check-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, passages_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, statement_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, status_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCheckGroup, check_row);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
proviso_check_group_init (ProvisoCheckGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  proviso_key_tip_add (GTK_WIDGET (self->check_row));
}

void
proviso_check_group_bind (ProvisoCheckGroup *self, ProvisoProject *project, ProvisoClaim *claim)
{
  g_return_if_fail (PROVISO_IS_CHECK_GROUP (self));
  g_return_if_fail (self->claim == NULL);

  self->project = g_object_ref (project);
  self->claim = g_object_ref (claim);
  g_signal_connect_object (claim, "notify::check", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (claim, "notify::check-stale", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (text_replaced_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

void
proviso_check_group_focus (ProvisoCheckGroup *self)
{
  g_return_if_fail (PROVISO_IS_CHECK_GROUP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->check_row));
  proviso_reveal (GTK_WIDGET (self), NULL);
}

void
proviso_check_group_check (ProvisoCheckGroup *self)
{
  g_return_if_fail (PROVISO_IS_CHECK_GROUP (self));

  /* The group may be out of sight, and looks the same after a second check. */
  proviso_record_page_toast (proviso_record_page_find (GTK_WIDGET (self)),
                             proviso_review_take (self->project, PROVISO_RECORD (self->claim), "check", NULL));
}
