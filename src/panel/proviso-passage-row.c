/* proviso-passage-row.c: one passage of a claim or a caveat: its words, and how they stand in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-passage-row.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-line-text.h"
#include "panel/proviso-record-page.h"

#include <glib/gi18n-lib.h>

struct _ProvisoPassageRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *quote;
  GtkWidget *state_box;
  GtkLabel *state_label;
  GtkLabel *recorded;
  GtkLabel *place;
  GtkWidget *menu_button;

  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoAnchor *anchor;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ProvisoPassageRow, proviso_passage_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
is_lost (ProvisoPassageRow *self)
{
  return proviso_anchor_get_state (self->anchor) == PROVISO_ANCHOR_STATE_LOST;
}

static void
set_enabled (ProvisoPassageRow *self, const char *action_name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action_name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (ProvisoPassageRow *self)
{
  set_enabled (self, "show", !is_lost (self));
  set_enabled (self, "reattach", proviso_selection_get_has_range (self->selection));
  set_enabled (self, "accept", proviso_anchor_get_state (self->anchor) == PROVISO_ANCHOR_STATE_FOUND);
}

static void
activate_cb (ProvisoPassageRow *self)
{
  if (!is_lost (self))
    proviso_selection_show_in_text (self->selection, self->anchor);
}

static void
show_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_cb (user_data);
}

static void
reattach_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPassageRow *self = user_data;
  guint start, end;

  proviso_selection_get_range (self->selection, &start, &end);
  if (start < end)
    proviso_project_move_anchor (self->project, self->anchor, start, end);
}

static void
accept_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPassageRow *self = user_data;

  proviso_project_move_anchor (self->project, self->anchor, proviso_anchor_get_start (self->anchor),
                               proviso_anchor_get_end (self->anchor));
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPassageRow *self = user_data;
  g_autoptr (ProvisoRecordPage) page = g_object_ref (proviso_record_page_find (GTK_WIDGET (self)));

  proviso_project_remove (self->project, self->anchor);
  proviso_record_page_toast (page, _ ("Passage removed"));
}

static void
proviso_passage_row_dispose (GObject *object)
{
  ProvisoPassageRow *self = PROVISO_PASSAGE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_PASSAGE_ROW);
  g_clear_object (&self->actions);
  g_clear_object (&self->anchor);
  g_clear_object (&self->selection);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_passage_row_parent_class)->dispose (object);
}

static void
proviso_passage_row_class_init (ProvisoPassageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_passage_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-passage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoPassageRow, quote);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPassageRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPassageRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPassageRow, recorded);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPassageRow, place);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPassageRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
proviso_passage_row_init (ProvisoPassageRow *self)
{
  static const GActionEntry entries[] = {
    { "show", show_action },
    { "reattach", reattach_action },
    { "accept", accept_action },
    { "remove", remove_action },
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "passage", G_ACTION_GROUP (self->actions));
}

GtkWidget *
proviso_passage_row_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoAnchor *anchor)
{
  ProvisoPassageRow *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (PROVISO_IS_SELECTION (selection), NULL);
  g_return_val_if_fail (PROVISO_IS_ANCHOR (anchor), NULL);

  self = g_object_new (PROVISO_TYPE_PASSAGE_ROW, NULL);
  self->project = g_object_ref (project);
  self->selection = g_object_ref (selection);
  self->anchor = g_object_ref (anchor);
  g_signal_connect_object (selection, "notify::has-range", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  proviso_passage_row_refresh (self);

  return GTK_WIDGET (self);
}

void
proviso_passage_row_refresh (ProvisoPassageRow *self)
{
  g_autofree char *passage = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *place = NULL;
  const char *const *heading;
  const char *exact;
  ProvisoAnchorState state;
  gboolean differs;

  g_return_if_fail (PROVISO_IS_PASSAGE_ROW (self));

  state = proviso_anchor_get_state (self->anchor);
  passage = g_strstrip (proviso_project_get_passage (self->project, self->anchor));
  quoted = proviso_line_text_quote (passage);
  gtk_label_set_label (self->quote, quoted);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), quoted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, quoted, -1);

  gtk_label_set_label (self->state_label,
                       proviso_vocabulary_get_explanation (PROVISO_TYPE_ANCHOR_STATE, state));
  gtk_widget_set_visible (self->state_box, state != PROVISO_ANCHOR_STATE_EXACT);
  if (is_lost (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "lost");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lost");

  exact = proviso_anchor_get_exact (self->anchor);
  differs = state == PROVISO_ANCHOR_STATE_FOUND && *exact != '\0' && !g_str_equal (exact, passage);
  if (differs)
    {
      g_autofree char *words = g_strdup_printf (_ ("Recorded as “%s”"), exact);

      gtk_label_set_label (self->recorded, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recorded), differs);

  /* What the file says, from when the project was saved: worth something where the words are gone. */
  heading = proviso_anchor_get_heading (self->anchor);
  if (is_lost (self) && heading != NULL && heading[0] != NULL)
    place = g_strjoinv (" › ", (char **) heading);
  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);

  update_actions (self);
}

void
proviso_passage_row_set_borrowed (ProvisoPassageRow *self, gboolean borrowed)
{
  g_return_if_fail (PROVISO_IS_PASSAGE_ROW (self));

  gtk_widget_set_visible (self->menu_button, !borrowed);
}
