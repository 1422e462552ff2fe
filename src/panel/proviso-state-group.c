/* proviso-state-group.c: how a caveat stands, and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-state-group.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-date-text.h"
#include "panel/proviso-text-row.h"

#include <glib/gi18n-lib.h>

struct _ProvisoStateGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoChoiceRow *state;
  ProvisoTextRow *new_reason;
  GtkWidget *apply;
  GtkWidget *cancel;
  ProvisoTextRow *reason;
  AdwActionRow *confirmed;

  ProvisoProject *project;
  ProvisoCaveat *caveat;
  /* A state was chosen that waits for its reason; state's row shows it. */
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (ProvisoStateGroup, proviso_state_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update_confirmed (ProvisoStateGroup *self)
{
  ProvisoCheck *confirmed = proviso_caveat_get_confirmed (self->caveat);
  g_autofree char *title = NULL;
  g_autofree char *time = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->confirmed), confirmed != NULL);
  if (confirmed == NULL)
    return;

  title = g_strdup_printf (_ ("Confirmed by %s"), proviso_check_get_by (confirmed));
  time = proviso_date_text_format_time (proviso_check_get_at (confirmed));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->confirmed), title);
  adw_action_row_set_subtitle (self->confirmed, time);
}

static void
update (ProvisoStateGroup *self)
{
  ProvisoCaveatState state = proviso_caveat_get_state (self->caveat);
  gboolean has_reason = proviso_caveat_get_reason (self->caveat) != NULL;
  gboolean needs_reason = proviso_caveat_state_needs_reason (state);
  const char *title;

  gtk_widget_set_visible (GTK_WIDGET (self->new_reason), self->waiting);
  gtk_widget_set_visible (self->apply, self->waiting);
  gtk_widget_set_visible (self->cancel, self->waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->reason),
                          !self->waiting && (has_reason || state != PROVISO_CAVEAT_STATE_OPEN));
  title = state == PROVISO_CAVEAT_STATE_ADDRESSED ? _ ("What Was Changed")
          : needs_reason                          ? _ ("Reason (Required)")
                                                  : _ ("Reason");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), title);
  proviso_text_row_set_missing (self->reason, !has_reason && needs_reason);
  update_confirmed (self);
}

static void
stop_waiting (ProvisoStateGroup *self)
{
  self->waiting = FALSE;
  proviso_text_row_set_text (self->new_reason, NULL);
  proviso_choice_row_refresh (self->state);
  update (self);
}

/* Whoever changed the caveat: what was about to be chosen is no longer asked for. */
static void
state_changed_cb (ProvisoStateGroup *self)
{
  stop_waiting (self);
}

static void
new_reason_cb (ProvisoStateGroup *self)
{
  g_autofree char *reason = g_strstrip (proviso_text_row_dup_text (self->new_reason));

  gtk_widget_set_sensitive (self->apply, *reason != '\0');
  proviso_text_row_set_missing (self->new_reason, *reason == '\0');
}

static gboolean
choosing_cb (ProvisoStateGroup *self, int value)
{
  ProvisoCaveatState state = value;
  gboolean accepted = state == PROVISO_CAVEAT_STATE_ACCEPTED;

  if (state == proviso_caveat_get_state (self->caveat))
    {
      stop_waiting (self);
      return TRUE;
    }
  if (!proviso_caveat_state_needs_reason (state) || proviso_caveat_get_reason (self->caveat) != NULL)
    return FALSE;

  self->waiting = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_reason),
                                 accepted ? _ ("Why Is It Kept?") : _ ("Why Is It Not a Defect?"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->apply),
                                 accepted ? _ ("_Accept") : _ ("_Dismiss"));
  update (self);
  new_reason_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_reason));

  return TRUE;
}

static void
apply_cb (ProvisoStateGroup *self)
{
  g_autofree char *reason = g_strstrip (proviso_text_row_dup_text (self->new_reason));
  int state = proviso_choice_row_get_value (self->state);

  if (!self->waiting || *reason == '\0')
    return;

  proviso_project_begin_action (self->project, state == PROVISO_CAVEAT_STATE_ACCEPTED ? _ ("Accept Caveat")
                                                                                      : _ ("Dismiss Caveat"));
  proviso_project_set (self->project, self->caveat, "reason", reason, "state", state, NULL);
  proviso_project_end_action (self->project);
  gtk_widget_grab_focus (GTK_WIDGET (self->state));
}

static void
cancel_cb (ProvisoStateGroup *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->state));
  stop_waiting (self);
}

static void
proviso_state_group_dispose (GObject *object)
{
  ProvisoStateGroup *self = PROVISO_STATE_GROUP (object);

  g_clear_object (&self->caveat);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_state_group_parent_class)->dispose (object);
}

static void
proviso_state_group_class_init (ProvisoStateGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_state_group_dispose;

  g_type_ensure (PROVISO_TYPE_CHOICE_ROW);
  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-state-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, state);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, new_reason);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, apply);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, cancel);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, reason);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, confirmed);
  gtk_widget_class_bind_template_callback (widget_class, choosing_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
proviso_state_group_init (ProvisoStateGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
proviso_state_group_bind (ProvisoStateGroup *self, ProvisoProject *project, ProvisoCaveat *caveat)
{
  g_return_if_fail (PROVISO_IS_STATE_GROUP (self));
  g_return_if_fail (self->caveat == NULL);

  self->project = g_object_ref (project);
  self->caveat = g_object_ref (caveat);
  proviso_choice_row_bind (self->state, project, caveat, "state");
  proviso_text_row_bind (self->reason, project, caveat, "reason");
  g_signal_connect_object (caveat, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::reason", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::confirmed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
