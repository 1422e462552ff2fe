/* proviso-suggestion-group.c: what a caveat suggests to write in the place of its passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-suggestion-group.h"
#include "merge/proviso-suggestion.h"
#include "panel/proviso-difference-view.h"
#include "panel/proviso-key-tip.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-review-actions.h"
#include "panel/proviso-text-row.h"
#include "panel/proviso-unsent.h"

#include <glib/gi18n-lib.h>

struct _ProvisoSuggestionGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *buttons;
  GtkWidget *edit_button;
  GtkWidget *remove_button;
  GtkWidget *suggest_row;
  GtkWidget *difference_row;
  ProvisoDifferenceView *difference;
  GtkLabel *remark;
  GtkWidget *apply_row;
  ProvisoTextRow *text;
  GtkWidget *answer;
  GtkLabel *hint;
  GtkWidget *save;

  ProvisoProject *project;
  ProvisoCaveat *caveat;
  gboolean editing;
  gboolean holds_focus; /* or did so when it was lost */
  guint update_id;
};

G_DEFINE_FINAL_TYPE (ProvisoSuggestionGroup, proviso_suggestion_group, ADW_TYPE_PREFERENCES_GROUP)

/* Returns: (transfer full) (nullable): the words that the suggestion would take the place of. */
static char *
dup_present_words (ProvisoSuggestionGroup *self, GError **error)
{
  ProvisoAnchor *passage = proviso_suggestion_get_passage (self->project, self->caveat, error);

  return passage != NULL ? proviso_project_get_passage (self->project, passage) : NULL;
}

static void
update_difference (ProvisoSuggestionGroup *self,
                   const char *words,
                   const char *suggestion,
                   const char *remark)
{
  proviso_difference_view_set_texts (self->difference, words != NULL ? words : "", suggestion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->difference_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  proviso_difference_view_get_description (self->difference), -1);

  if (words != NULL && g_str_equal (words, suggestion))
    remark = _ ("The draft has these words.");
  else if (words != NULL && *suggestion == '\0')
    remark = _ ("This suggests to delete the passage.");
  gtk_label_set_label (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
}

static GtkWidget *
get_focus (ProvisoSuggestionGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Lost is not elsewhere: what cannot be done any more lets go of the keyboard before it is hidden. */
static void
focus_moved_cb (ProvisoSuggestionGroup *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus != NULL)
    self->holds_focus = gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* To what can be done next with the suggestion; not to what changes the draft, for whoever has just made it. */
static void
take_focus (ProvisoSuggestionGroup *self)
{
  GtkWidget *places[] = { self->edit_button, self->remove_button, self->suggest_row };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (gtk_widget_is_visible (places[i]) && gtk_widget_is_sensitive (places[i]) &&
        gtk_widget_grab_focus (places[i]))
      return;
}

static void
update (ProvisoSuggestionGroup *self)
{
  const char *suggestion = proviso_caveat_get_suggestion (self->caveat);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = dup_present_words (self, &error);
  gboolean shown = suggestion != NULL && !self->editing;

  gtk_widget_set_visible (self->buttons, shown);
  gtk_widget_set_sensitive (self->edit_button, words != NULL);
  gtk_widget_set_visible (self->suggest_row, suggestion == NULL && !self->editing);
  gtk_widget_set_sensitive (self->suggest_row, words != NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         suggestion == NULL && error != NULL ? error->message : NULL);
  gtk_widget_set_visible (self->difference_row, shown);
  gtk_widget_set_visible (self->apply_row, shown && words != NULL && !g_str_equal (words, suggestion) &&
                                               proviso_suggestion_can_apply (self->project, self->caveat));
  gtk_widget_set_visible (GTK_WIDGET (self->text), self->editing);
  gtk_widget_set_visible (self->answer, self->editing);
  /* For one that was settled otherwise, it is a way among others. */
  if (proviso_caveat_get_state (self->caveat) == PROVISO_CAVEAT_STATE_OPEN)
    gtk_widget_add_css_class (self->apply_row, "suggested-action");
  else
    gtk_widget_remove_css_class (self->apply_row, "suggested-action");
  if (shown)
    update_difference (self, words, suggestion, error != NULL ? error->message : NULL);
  /* What had it may be gone, by an undo say. */
  if (self->holds_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      GtkWidget *focus = get_focus (self);

      if (focus == NULL || !gtk_widget_is_visible (focus) || !gtk_widget_is_sensitive (focus))
        take_focus (self);
    }
}

static gboolean
update_cb (gpointer user_data)
{
  ProvisoSuggestionGroup *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Several edits of one keystroke or of one undo step are compared once. */
static void
queue_update (ProvisoSuggestionGroup *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_cb, self);
}

/* Whoever changed it: what is being written goes on. */
static void
suggestion_changed_cb (ProvisoSuggestionGroup *self)
{
  if (!self->editing)
    update (self);
}

static void
text_cb (ProvisoSuggestionGroup *self)
{
  g_autofree char *typed = proviso_text_row_dup_text (self->text);
  g_autofree char *words = dup_present_words (self, NULL);
  gboolean same = g_strcmp0 (typed, words) == 0;
  const char *hint = NULL;

  if (self->editing)
    proviso_unsent_keep (self->caveat, "suggestion", typed);
  if (same)
    hint = _ ("These are the passage’s own words. Change them to what you suggest.");
  else if (*typed == '\0')
    hint = _ ("Without any words, this suggests to delete the passage.");
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_sensitive (self->save, !same);
}

static void
edit_cb (ProvisoSuggestionGroup *self)
{
  const char *unsent = proviso_unsent_get (self->caveat, "suggestion");
  const char *suggestion = proviso_caveat_get_suggestion (self->caveat);
  g_autofree char *words = dup_present_words (self, NULL);

  /* One starts from what was begun, or from the words as they are. */
  proviso_text_row_set_text (self->text, unsent != NULL ? unsent : suggestion != NULL ? suggestion : words);
  self->editing = TRUE;
  update (self);
  text_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  proviso_reveal (GTK_WIDGET (self->text), self->answer);
}

static void
stop_editing (ProvisoSuggestionGroup *self)
{
  self->editing = FALSE;
  proviso_unsent_keep (self->caveat, "suggestion", NULL);
  update (self);
  take_focus (self);
}

static void
set_suggestion (ProvisoSuggestionGroup *self, const char *label, const char *suggestion)
{
  proviso_project_begin_action (self->project, label);
  proviso_project_set (self->project, self->caveat, "suggestion", suggestion, NULL);
  proviso_project_end_action (self->project);
}

static void
save_cb (ProvisoSuggestionGroup *self)
{
  g_autofree char *typed = proviso_text_row_dup_text (self->text);

  if (!self->editing || !gtk_widget_get_sensitive (self->save))
    return;

  set_suggestion (self, C_ ("undo", "Suggest Edit"), typed);
  stop_editing (self);
  proviso_record_page_announce (proviso_record_page_find (GTK_WIDGET (self)), _ ("Suggestion saved"));
}

static void
cancel_cb (ProvisoSuggestionGroup *self)
{
  stop_editing (self);
}

static void
remove_cb (ProvisoSuggestionGroup *self)
{
  set_suggestion (self, C_ ("undo", "Remove Suggestion"), NULL);
  gtk_widget_grab_focus (self->suggest_row);
  proviso_record_page_toast (proviso_record_page_find (GTK_WIDGET (self)), _ ("Suggestion removed"));
}

static gboolean
key_pressed_cb (ProvisoSuggestionGroup *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !self->editing)
    return GDK_EVENT_PROPAGATE;

  cancel_cb (self);

  return GDK_EVENT_STOP;
}

static void
proviso_suggestion_group_map (GtkWidget *widget)
{
  ProvisoSuggestionGroup *self = PROVISO_SUGGESTION_GROUP (widget);

  GTK_WIDGET_CLASS (proviso_suggestion_group_parent_class)->map (widget);

  if (self->caveat != NULL)
    update (self);
}

static void
proviso_suggestion_group_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (proviso_suggestion_group_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
proviso_suggestion_group_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  PROVISO_SUGGESTION_GROUP (widget)->holds_focus = FALSE;

  GTK_WIDGET_CLASS (proviso_suggestion_group_parent_class)->unroot (widget);
}

static void
proviso_suggestion_group_dispose (GObject *object)
{
  ProvisoSuggestionGroup *self = PROVISO_SUGGESTION_GROUP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->caveat);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_suggestion_group_parent_class)->dispose (object);
}

static void
proviso_suggestion_group_class_init (ProvisoSuggestionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_suggestion_group_dispose;
  widget_class->map = proviso_suggestion_group_map;
  widget_class->root = proviso_suggestion_group_root;
  widget_class->unroot = proviso_suggestion_group_unroot;

  g_type_ensure (PROVISO_TYPE_DIFFERENCE_VIEW);
  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-suggestion-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, buttons);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, edit_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, suggest_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, difference_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, difference);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, remark);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, apply_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, text);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, answer);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, hint);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSuggestionGroup, save);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
proviso_suggestion_group_init (ProvisoSuggestionGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  proviso_key_tip_add (self->apply_row);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
proviso_suggestion_group_bind (ProvisoSuggestionGroup *self, ProvisoProject *project, ProvisoCaveat *caveat)
{
  g_return_if_fail (PROVISO_IS_SUGGESTION_GROUP (self));
  g_return_if_fail (self->caveat == NULL);

  self->project = g_object_ref (project);
  self->caveat = g_object_ref (caveat);
  g_signal_connect_object (caveat, "notify::suggestion", G_CALLBACK (suggestion_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::state", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::confirmed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (caveat, "notify::claim", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "passages-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
proviso_suggestion_group_apply (ProvisoSuggestionGroup *self)
{
  ProvisoRecordPage *page;
  const char *done;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PROVISO_IS_SUGGESTION_GROUP (self));

  page = proviso_record_page_find (GTK_WIDGET (self));
  done = proviso_review_take (self->project, PROVISO_RECORD (self->caveat), "apply-suggestion", &error);
  if (done == NULL)
    {
      proviso_record_page_tell (page, error->message);
      return;
    }

  update (self);
  proviso_record_page_toast (page, done);
}
