/* proviso-state-group.c: how a caveat stands, and why; and the steps from there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-state-group.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-event-text.h"
#include "panel/proviso-key-tip.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-review-actions.h"
#include "panel/proviso-text-row.h"
#include "panel/proviso-unsent.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *verb;
  ProvisoCaveatState state; /* that it leads to */
  const char *question;     /* the title of the field for the reason */
  const char *label;        /* of the button that takes the step */
  const char *missing;      /* nullable: why the button is insensitive; the reason is required then */
  const char *done;         /* said to a screen reader */
} Step;

static const Step steps[] = {
  { "address", PROVISO_CAVEAT_STATE_ADDRESSED, N_ ("What Was Changed"), N_ ("A_ddress"), NULL,
    N_ ("Caveat addressed") },
  { "accept", PROVISO_CAVEAT_STATE_ACCEPTED, N_ ("Why Is It Kept?"), N_ ("_Accept"),
    N_ ("To accept a doubt, say why it is kept."), N_ ("Caveat accepted") },
  { "dismiss", PROVISO_CAVEAT_STATE_DISMISSED, N_ ("Why Is It Not a Defect?"), N_ ("Di_smiss"),
    N_ ("To dismiss a doubt, say why it is not a defect."), N_ ("Caveat dismissed") },
  { "reopen", PROVISO_CAVEAT_STATE_OPEN, N_ ("Why Is It Open Again?"), N_ ("Re_open"), NULL,
    N_ ("Caveat reopened") },
};

struct _ProvisoStateGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *state_row;
  GtkImage *icon;
  ProvisoTextRow *reason;
  ProvisoTextRow *for_readers;
  AdwActionRow *confirmed;
  GtkWidget *confirm_row;
  GtkWidget *steps;
  GtkWidget *address_button;
  GtkWidget *accept_button;
  GtkWidget *dismiss_button;
  GtkWidget *reopen_button;
  ProvisoTextRow *new_reason;
  GtkWidget *answer;
  GtkLabel *missing;
  GtkButton *apply;
  GtkWidget *cancel;

  ProvisoProject *project;
  ProvisoCaveat *caveat;
  const Step *waiting; /* nullable: the step whose reason is being asked for */
  gboolean settled_here; /* by the person at the desk, that is; somebody else should confirm it */
};

G_DEFINE_FINAL_TYPE (ProvisoStateGroup, proviso_state_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update_confirmed (ProvisoStateGroup *self)
{
  ProvisoCheck *confirmed = proviso_caveat_get_confirmed (self->caveat);
  g_autofree char *sign = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->confirmed), confirmed != NULL);
  if (confirmed == NULL)
    return;

  sign = proviso_event_text_sign (proviso_check_get_by (confirmed), proviso_check_get_at (confirmed));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->confirmed), _ ("Confirmed"));
  adw_action_row_set_subtitle (self->confirmed, sign);
}

/* How it stands, who brought it there and when, and along with what; for one that was opened again also the reason,
 * as no field shows it. */
static void
update_state (ProvisoStateGroup *self)
{
  ProvisoCaveatState state = proviso_caveat_get_state (self->caveat);
  ProvisoEvent *event = proviso_review_get_state_event (self->caveat);
  gboolean reopened = proviso_review_is_reopened (self->caveat);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 reopened ? C_ ("caveat state", "Reopened")
                                          : proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, state));
  gtk_image_set_from_icon_name (self->icon,
                                proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_STATE, state));

  if (event != NULL && reopened)
    g_strv_builder_take (lines, proviso_event_text_explain (event));
  else if (event != NULL && proviso_event_text_get_cause (event) != NULL)
    g_strv_builder_add (lines, proviso_event_text_get_cause (event));
  if (event != NULL)
    g_strv_builder_take (lines, proviso_event_text_sign (proviso_event_get_by (event),
                                                         proviso_event_get_at (event)));
  else
    g_strv_builder_add (lines, proviso_vocabulary_get_explanation (PROVISO_TYPE_CAVEAT_STATE, state));
  strv = g_strv_builder_end (lines);
  subtitle = g_strjoinv ("\n", strv);
  adw_action_row_set_subtitle (self->state_row, *subtitle == '\n' ? subtitle + 1 : subtitle);
}

/* Returns: (transfer none) (nullable): what has the keyboard focus, if it is in here. */
static GtkWidget *
get_focus (ProvisoStateGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* Where the steps that there are now can be reached. Return confirms nothing for whoever has settled it themselves. */
static void
focus_steps (ProvisoStateGroup *self)
{
  /* By name: those that have just appeared have no place yet by which GTK could tell which one is the first. */
  GtkWidget *in_order[] = { self->settled_here ? self->reopen_button : self->confirm_row, self->address_button,
                            self->accept_button, self->dismiss_button, self->reopen_button };

  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    if (gtk_widget_get_visible (in_order[i]) && gtk_widget_grab_focus (in_order[i]))
      return;
}

/* It can be confirmed all the same: some people work alone. */
static void
update_settled_here (ProvisoStateGroup *self)
{
  ProvisoEvent *event = proviso_review_get_state_event (self->caveat);
  gboolean was_settled_here = self->settled_here;

  self->settled_here = proviso_review_can_confirm (self->caveat) && event != NULL &&
                       g_strcmp0 (proviso_event_get_by (event), proviso_identity_get_name ()) == 0;
  if (self->settled_here)
    gtk_widget_remove_css_class (self->confirm_row, "suggested-action");
  else
    gtk_widget_add_css_class (self->confirm_row, "suggested-action");
  /* The history is written after the state, which brought the focus there. */
  if (self->settled_here && !was_settled_here && get_focus (self) == self->confirm_row)
    focus_steps (self);
}

static void
update (ProvisoStateGroup *self)
{
  GtkWidget *focus = get_focus (self);
  ProvisoCaveatState state = proviso_caveat_get_state (self->caveat);
  gboolean has_reason = proviso_caveat_get_reason (self->caveat) != NULL;
  gboolean needs_reason = proviso_caveat_state_needs_reason (state);
  gboolean is_confirmed = proviso_caveat_get_confirmed (self->caveat) != NULL;

  update_state (self);
  update_confirmed (self);

  gtk_widget_set_visible (GTK_WIDGET (self->reason),
                          has_reason || (state != PROVISO_CAVEAT_STATE_OPEN && !is_confirmed));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), state == PROVISO_CAVEAT_STATE_ADDRESSED
                                                                         ? _ ("What Was Changed")
                                                                         : _ ("Reason"));
  proviso_text_row_set_missing (self->reason, !has_reason && needs_reason);
  proviso_text_row_set_editable (self->reason, !is_confirmed);
  /* What was said once stays to be seen. It is no part of what was confirmed. */
  gtk_widget_set_visible (GTK_WIDGET (self->for_readers),
                          state == PROVISO_CAVEAT_STATE_ACCEPTED ||
                              proviso_caveat_get_for_readers (self->caveat) != NULL);

  gtk_widget_set_visible (self->confirm_row,
                          self->waiting == NULL && proviso_review_can_confirm (self->caveat));
  gtk_widget_set_visible (self->steps, self->waiting == NULL);
  gtk_widget_set_visible (self->address_button,
                          proviso_review_can_settle (self->caveat, PROVISO_CAVEAT_STATE_ADDRESSED));
  gtk_widget_set_visible (self->accept_button,
                          proviso_review_can_settle (self->caveat, PROVISO_CAVEAT_STATE_ACCEPTED));
  gtk_widget_set_visible (self->dismiss_button,
                          proviso_review_can_settle (self->caveat, PROVISO_CAVEAT_STATE_DISMISSED));
  gtk_widget_set_visible (self->reopen_button, proviso_review_can_reopen (self->caveat));

  gtk_widget_set_visible (GTK_WIDGET (self->new_reason), self->waiting != NULL);
  gtk_widget_set_visible (self->answer, self->waiting != NULL);
  update_settled_here (self);

  /* Undo, or somebody else, took away what the keyboard was at. */
  if (focus != NULL && self->waiting == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      !gtk_widget_get_mapped (focus))
    focus_steps (self);
}

static void
stop_waiting (ProvisoStateGroup *self)
{
  if (self->waiting != NULL)
    proviso_unsent_keep (self->caveat, self->waiting->verb, NULL);
  self->waiting = NULL;
  proviso_text_row_set_text (self->new_reason, NULL);
  update (self);
}

/* Whoever changed the caveat: what was about to be said of its former state is no longer asked for. */
static void
state_changed_cb (ProvisoStateGroup *self)
{
  stop_waiting (self);
}

static void
new_reason_cb (ProvisoStateGroup *self)
{
  g_autofree char *reason = g_strstrip (proviso_text_row_dup_text (self->new_reason));
  gboolean is_missing = self->waiting != NULL && self->waiting->missing != NULL && *reason == '\0';

  if (self->waiting != NULL)
    proviso_unsent_keep (self->caveat, self->waiting->verb, reason);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), !is_missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), is_missing);
}

static void
ask (ProvisoStateGroup *self, const Step *step)
{
  /* NULL meanwhile: the field is made to show what was kept, which is not somebody's writing. */
  self->waiting = NULL;
  proviso_text_row_set_text (self->new_reason, proviso_unsent_get (self->caveat, step->verb));
  self->waiting = step;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_reason), _ (step->question));
  gtk_button_set_label (self->apply, _ (step->label));
  gtk_label_set_label (self->missing, step->missing != NULL ? _ (step->missing) : "");
  update (self);
  new_reason_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_reason));
  proviso_reveal (GTK_WIDGET (self->new_reason), self->answer);
}

static void
finish (ProvisoStateGroup *self, const char *message, GError *error)
{
  ProvisoRecordPage *page = proviso_record_page_find (GTK_WIDGET (self));
  gboolean is_accepted;

  if (error != NULL)
    {
      proviso_record_page_tell (page, error->message);
      return;
    }

  stop_waiting (self);
  /* What is accepted now is to be said to readers next. */
  is_accepted = proviso_caveat_get_state (self->caveat) == PROVISO_CAVEAT_STATE_ACCEPTED && self->settled_here;
  if (!is_accepted || !gtk_widget_grab_focus (GTK_WIDGET (self->for_readers)))
    focus_steps (self);
  proviso_reveal (GTK_WIDGET (self->state_row), NULL);
  proviso_record_page_announce (page, message);
}

static void
apply_cb (ProvisoStateGroup *self)
{
  g_autofree char *reason = g_strstrip (proviso_text_row_dup_text (self->new_reason));
  g_autoptr (GError) error = NULL;
  const Step *step = self->waiting;

  if (step == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->apply)))
    return;

  if (step->state == PROVISO_CAVEAT_STATE_OPEN)
    proviso_project_reopen_caveat (self->project, self->caveat, reason, &error);
  else
    proviso_project_settle_caveat (self->project, self->caveat, step->state, reason, &error);
  finish (self, _ (step->done), error);
}

static void
cancel_cb (ProvisoStateGroup *self)
{
  stop_waiting (self);
  focus_steps (self);
}

static gboolean
key_pressed_cb (ProvisoStateGroup *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->waiting == NULL)
    return GDK_EVENT_PROPAGATE;

  cancel_cb (self);

  return GDK_EVENT_STOP;
}

/* Its key may be pressed where the group is out of sight. */
static void
confirm (ProvisoStateGroup *self)
{
  ProvisoRecordPage *page = proviso_record_page_find (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  const char *done = proviso_review_take (self->project, PROVISO_RECORD (self->caveat), "confirm", &error);

  if (done == NULL)
    {
      proviso_record_page_tell (page, error->message);
      return;
    }

  stop_waiting (self);
  focus_steps (self);
  proviso_reveal (GTK_WIDGET (self->confirmed), self->steps);
  proviso_record_page_toast (page, done);
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

  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-state-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, reason);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, for_readers);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, confirmed);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, confirm_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, steps);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, address_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, accept_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, new_reason);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, answer);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, missing);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, apply);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStateGroup, cancel);
  gtk_widget_class_bind_template_callback (widget_class, new_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
proviso_state_group_init (ProvisoStateGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *buttons[5];

  gtk_widget_init_template (GTK_WIDGET (self));
  buttons[0] = self->confirm_row;
  buttons[1] = self->address_button;
  buttons[2] = self->accept_button;
  buttons[3] = self->dismiss_button;
  buttons[4] = self->reopen_button;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    proviso_key_tip_add (buttons[i]);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
proviso_state_group_bind (ProvisoStateGroup *self, ProvisoProject *project, ProvisoCaveat *caveat)
{
  g_return_if_fail (PROVISO_IS_STATE_GROUP (self));
  g_return_if_fail (self->caveat == NULL);

  self->project = g_object_ref (project);
  self->caveat = g_object_ref (caveat);
  proviso_text_row_bind (self->reason, project, caveat, "reason");
  proviso_text_row_bind (self->for_readers, project, caveat, "for-readers");
  g_signal_connect_object (caveat, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::reason", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::for-readers", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::confirmed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* Who and when is in the history, which is written after the state. */
  g_signal_connect_object (proviso_caveat_get_events (caveat), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
proviso_state_group_focus (ProvisoStateGroup *self)
{
  g_return_if_fail (PROVISO_IS_STATE_GROUP (self));

  focus_steps (self);
  proviso_reveal (GTK_WIDGET (self), NULL);
}

void
proviso_state_group_perform (ProvisoStateGroup *self, const char *verb)
{
  g_return_if_fail (PROVISO_IS_STATE_GROUP (self));

  if (g_str_equal (verb, "confirm"))
    {
      confirm (self);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (verb, steps[i].verb))
      ask (self, &steps[i]);
}
