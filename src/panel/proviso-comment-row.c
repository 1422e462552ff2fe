/* proviso-comment-row.c: one comment in the thread of a caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-comment-row.h"
#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "panel/proviso-date-text.h"
#include "panel/proviso-growing-view.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-reveal.h"
#include "panel/proviso-submit-key.h"
#include "panel/proviso-unsent.h"

#include <glib/gi18n-lib.h>

struct _ProvisoCommentRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *name;
  GtkLabel *time;
  GtkLabel *text;
  GtkWidget *menu_button;
  GtkWidget *editor;
  GtkWidget *view;
  GtkTextBuffer *buffer;

  ProvisoProject *project;
  ProvisoComment *comment;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ProvisoCommentRow, proviso_comment_row, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_typed (ProvisoCommentRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE));
}

static void
set_enabled (ProvisoCommentRow *self, const char *action_name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action_name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (ProvisoCommentRow *self)
{
  const char *by = proviso_comment_get_by (self->comment);
  const char *edited = proviso_comment_get_edited (self->comment);
  const char *text = proviso_comment_get_text (self->comment);
  gboolean own = proviso_review_is_own_comment (self->comment);
  g_autofree char *at = proviso_date_text_format_time (proviso_comment_get_at (self->comment));
  g_autofree char *label = NULL;

  if (by == NULL || *by == '\0')
    by = _ ("Somebody");
  gtk_label_set_label (self->name, by);
  gtk_label_set_label (self->text, text);
  if (edited != NULL)
    {
      g_autofree char *when = proviso_date_text_format_time (edited);
      /* Translators: when a comment was written. */
      g_autofree char *time = g_strdup_printf (_ ("%s · edited"), at);
      /* Translators: %s is a day and a time. */
      g_autofree char *tooltip = g_strdup_printf (_ ("Edited %s"), when);

      gtk_label_set_label (self->time, time);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), tooltip);
    }
  else
    {
      gtk_label_set_label (self->time, at);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), NULL);
    }

  /* Translators: what a screen reader says of a comment: who, when, what. */
  label = g_strdup_printf (_ ("%s, %s: %s"), by, gtk_label_get_label (self->time), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  gtk_widget_set_visible (self->menu_button, own);
  set_enabled (self, "edit", own);
  set_enabled (self, "delete", own);
}

static void
stop_editing (ProvisoCommentRow *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->editor) != NULL;

  proviso_unsent_keep (self->comment, "edit", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (self->menu_button);
  gtk_widget_set_visible (self->editor, FALSE);
}

static void
buffer_changed_cb (ProvisoCommentRow *self)
{
  g_autofree char *typed = dup_typed (self);

  if (gtk_widget_get_visible (self->editor))
    proviso_unsent_keep (self->comment, "edit", typed);
  set_enabled (self, "save", *typed != '\0');
}

static void
edit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoCommentRow *self = user_data;
  const char *unsent = proviso_unsent_get (self->comment, "edit");

  if (!gtk_widget_get_visible (self->editor))
    {
      /* One goes on from what was begun. To undo it is not to empty it. */
      gtk_text_buffer_begin_irreversible_action (self->buffer);
      gtk_text_buffer_set_text (self->buffer, unsent != NULL ? unsent : proviso_comment_get_text (self->comment), -1);
      gtk_text_buffer_end_irreversible_action (self->buffer);
      gtk_widget_set_visible (self->editor, TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
    }
  gtk_widget_grab_focus (self->view);
  proviso_reveal (self->view, self->editor);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoCommentRow *self = user_data;
  ProvisoRecordPage *page = proviso_record_page_find (GTK_WIDGET (self));
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;

  if (proviso_project_edit_comment (self->project, self->comment, typed, &error))
    {
      stop_editing (self);
      proviso_record_page_announce (page, _ ("Comment changed"));
    }
  else
    {
      proviso_record_page_tell (page, error->message);
    }
}

static void
cancel_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  stop_editing (user_data);
}

/* Returns: (transfer full) (nullable): the next comment's row, or that of the one before where this is the last */
static GtkWidget *
find_neighbour (ProvisoCommentRow *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));
  GtkWidget *previous = gtk_widget_get_prev_sibling (GTK_WIDGET (self));

  if (PROVISO_IS_COMMENT_ROW (next))
    return g_object_ref (next);
  return PROVISO_IS_COMMENT_ROW (previous) ? g_object_ref (previous) : NULL;
}

static void
delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoCommentRow *self = user_data;
  g_autoptr (ProvisoRecordPage) page = g_object_ref (proviso_record_page_find (GTK_WIDGET (self)));
  g_autoptr (GtkWidget) neighbour = find_neighbour (self);
  g_autoptr (GError) error = NULL;

  if (proviso_project_remove_comment (self->project, self->comment, &error))
    {
      /* The focus went with the row. */
      if (neighbour == NULL || !gtk_widget_grab_focus (neighbour))
        gtk_widget_activate_action (GTK_WIDGET (page), "caveat.reply", NULL);
      proviso_record_page_toast (page, _ ("Comment deleted"));
    }
  else
    proviso_record_page_tell (page, error->message);
}

static void
proviso_comment_row_dispose (GObject *object)
{
  ProvisoCommentRow *self = PROVISO_COMMENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_COMMENT_ROW);
  g_clear_object (&self->actions);
  g_clear_object (&self->comment);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_comment_row_parent_class)->dispose (object);
}

static void
proviso_comment_row_class_init (ProvisoCommentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_comment_row_dispose;

  g_type_ensure (PROVISO_TYPE_GROWING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-comment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, name);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, time);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, text);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, editor);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoCommentRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
}

static gboolean
submit_cb (gpointer user_data)
{
  gtk_widget_activate_action (user_data, "comment.save", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (ProvisoCommentRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_editing (self);

  return GDK_EVENT_STOP;
}

static void
proviso_comment_row_init (ProvisoCommentRow *self)
{
  static const GActionEntry entries[] = {
    { "edit", edit_action },
    { "save", save_action },
    { "cancel", cancel_action },
    { "delete", delete_action },
  };

  GtkEventController *keys;

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comment", G_ACTION_GROUP (self->actions));
  proviso_submit_key_attach (self->view, submit_cb, self);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
}

GtkWidget *
proviso_comment_row_new (ProvisoProject *project, ProvisoComment *comment)
{
  ProvisoCommentRow *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_COMMENT (comment), NULL);

  self = g_object_new (PROVISO_TYPE_COMMENT_ROW, NULL);
  self->project = g_object_ref (project);
  self->comment = g_object_ref (comment);
  g_signal_connect_object (comment, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* Whoever sits at the desk may change their name while the row is shown. */
  g_signal_connect_object (proviso_identity_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
