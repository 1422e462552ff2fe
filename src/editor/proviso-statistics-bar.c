/* proviso-statistics-bar.c: the line under the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-statistics-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "editor/proviso-draft-analysis.h"

/* How far a heading is moved in for each level below the first, in pixels. */
#define INDENT 16

struct _ProvisoStatisticsBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *review_label;
  GtkLabel *count;
  GtkLabel *heading;
  GtkMenuButton *outline_button;

  ProvisoDraftView *view;
  GSignalGroup *view_signals;
  GSignalGroup *buffer_signals;
  GSignalGroup *project_signals;
  GSignalGroup *aids_signals;
  ProvisoDraftAnalysis *analysis;
  ProvisoOutline *listed; /* what the list of headings was filled from */
  GtkListView *list;      /* made when first shown */
  int position;           /* of the heading at the cursor, or -1 */
};

G_DEFINE_FINAL_TYPE (ProvisoStatisticsBar, proviso_statistics_bar, GTK_TYPE_WIDGET)

static void
update_count (ProvisoStatisticsBar *self)
{
  const ProvisoTextStatistics *all = proviso_draft_analysis_get_statistics (self->analysis);
  const ProvisoTextStatistics *selected = proviso_draft_analysis_get_selected (self->analysis);
  g_autofree char *words = NULL, *text = NULL, *tooltip = NULL, *share = NULL;
  guint minutes;

  if (all == NULL)
    {
      gtk_label_set_label (self->count, "");
      return;
    }

  if (selected)
    /* Translators: how many of a draft’s words are selected: “12 of 1,214 words” */
    words = g_strdup_printf (ngettext ("%'u of %'u word", "%'u of %'u words", all->n_words),
                             selected->n_words, all->n_words);
  else
    words = g_strdup_printf (ngettext ("%'u word", "%'u words", all->n_words), all->n_words);

  minutes = (guint) ceil ((selected ? selected : all)->reading_seconds / 60);
  if (minutes > 0)
    /* Translators: the words of a draft and how long they take to read: “1,214 words · 6 min” */
    text = g_strdup_printf (_ ("%s · %'u min"), words, minutes);
  else
    text = g_steal_pointer (&words);

  /* First, as the end goes where there is little room. */
  share =
      self->view ? proviso_reading_aids_dup_share (proviso_draft_view_get_reading_aids (self->view)) : NULL;
  if (share)
    {
      g_autofree char *counts = g_steal_pointer (&text);

      /* Translators: how much of a draft has claims behind it, and how long it is: “64% of sentences tied · 1,214
       * words · 6 min” */
      text = g_strdup_printf (C_ ("statistics", "%s · %s"), share, counts);
    }
  gtk_label_set_label (self->count, text);

  tooltip = g_strdup_printf (ngettext ("%'u character", "%'u characters",
                                       (selected ? selected : all)->n_characters),
                             (selected ? selected : all)->n_characters);
  if (share)
    {
      g_autofree char *characters = g_steal_pointer (&tooltip);

      tooltip = g_strjoin ("\n", share, characters, NULL);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), tooltip);
}

static void
update_heading (ProvisoStatisticsBar *self)
{
  ProvisoOutline *outline = proviso_draft_analysis_get_outline (self->analysis);
  GtkTextBuffer *buffer;
  const char *title = "";

  self->position = -1;
  if (outline && self->view)
    {
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
      self->position = proviso_outline_find (outline, proviso_buffer_get_cursor (PROVISO_BUFFER (buffer)));
      if (self->position >= 0)
        title = proviso_outline_get_heading (outline, self->position)->title;
    }

  if (g_strcmp0 (gtk_label_get_label (self->heading), *title ? title : _ ("Outline")) != 0)
    gtk_label_set_label (self->heading, *title ? title : _ ("Outline"));
}

static void
fill_list (ProvisoStatisticsBar *self)
{
  ProvisoOutline *outline = proviso_draft_analysis_get_outline (self->analysis);
  GtkSingleSelection *selection;

  if (self->list == NULL || outline == NULL)
    return;

  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  if (self->listed == NULL || !proviso_outline_has_same_headings (self->listed, outline))
    {
      g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

      g_set_object (&self->listed, outline);
      for (guint i = 0; i < proviso_outline_get_n_headings (outline); i++)
        gtk_string_list_append (titles, proviso_outline_get_heading (outline, i)->title);
      gtk_single_selection_set_model (selection, G_LIST_MODEL (titles));
    }
  g_set_object (&self->listed, outline);
  gtk_single_selection_set_selected (selection, self->position >= 0 ? (guint) self->position
                                                                    : GTK_INVALID_LIST_POSITION);
}

static void
on_analysis_changed (ProvisoStatisticsBar *self)
{
  ProvisoOutline *outline = proviso_draft_analysis_get_outline (self->analysis);

  update_count (self);
  update_heading (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outline_button),
                            outline && proviso_outline_get_n_headings (outline) > 0);
  if (self->list && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    fill_list (self);
}

static void
on_project_changed (ProvisoStatisticsBar *self)
{
  ProvisoProject *project = self->view ? proviso_draft_view_get_project (self->view) : NULL;
  ProvisoText *text = project ? proviso_project_get_text (project) : NULL;

  g_signal_group_set_target (self->buffer_signals, text);
  g_signal_group_set_target (self->project_signals, project);
  proviso_draft_analysis_set_buffer (self->analysis, text ? PROVISO_BUFFER (text) : NULL,
                                     project ? proviso_project_get_language (project) : NULL);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ProvisoStatisticsBar *self)
{
  const ProvisoHeading *heading =
      proviso_outline_get_heading (self->listed, gtk_list_item_get_position (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), heading->title);
  gtk_widget_set_margin_start (label, (int) (heading->level - 1) * INDENT);
  gtk_list_item_set_accessible_label (item, heading->title);
}

static void
on_activate (ProvisoStatisticsBar *self, guint position)
{
  guint start = proviso_outline_get_heading (self->listed, position)->start;

  gtk_menu_button_popdown (self->outline_button);
  gtk_widget_activate_action (GTK_WIDGET (self), "draft.go-to-heading", "u", start);
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  ProvisoStatisticsBar *self = user_data;
  GtkListItemFactory *factory;
  GtkWidget *popover, *scroller;

  if (self->list == NULL)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
      self->list =
          GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (NULL)), factory));
      gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)),
                                           FALSE);
      gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)),
                                             TRUE);
      gtk_list_view_set_single_click_activate (self->list, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Outline"), -1);
      g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);

      scroller = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
      popover = gtk_popover_new ();
      gtk_widget_add_css_class (popover, "menu");
      /* Where there is room in a narrow window. */
      gtk_widget_set_halign (popover, GTK_ALIGN_END);
      gtk_popover_set_child (GTK_POPOVER (popover), scroller);
      gtk_menu_button_set_popover (button, popover);
    }

  update_heading (self);
  fill_list (self);
}

static void
proviso_statistics_bar_dispose (GObject *object)
{
  ProvisoStatisticsBar *self = PROVISO_STATISTICS_BAR (object);

  if (self->view_signals)
    {
      proviso_statistics_bar_set_view (self, NULL);
      g_signal_handlers_disconnect_by_data (self->analysis, self);
    }
  g_clear_object (&self->view_signals);
  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->aids_signals);
  g_clear_object (&self->analysis);
  if (self->list)
    gtk_single_selection_set_model (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), NULL);
  self->list = NULL;
  g_clear_object (&self->listed);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_STATISTICS_BAR);

  G_OBJECT_CLASS (proviso_statistics_bar_parent_class)->dispose (object);
}

static void
proviso_statistics_bar_class_init (ProvisoStatisticsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_statistics_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/editor/"
                                                             "proviso-statistics-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoStatisticsBar, box);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStatisticsBar, review_label);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStatisticsBar, count);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStatisticsBar, heading);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStatisticsBar, outline_button);
}

static void
proviso_statistics_bar_init (ProvisoStatisticsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->outline_button, create_popover, self, NULL);

  self->position = -1;
  self->analysis = proviso_draft_analysis_new ();
  g_signal_connect_swapped (self->analysis, "changed", G_CALLBACK (on_analysis_changed), self);
  self->view_signals = g_signal_group_new (PROVISO_TYPE_DRAFT_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "notify::project", G_CALLBACK (on_project_changed),
                                  self);
  self->buffer_signals = g_signal_group_new (PROVISO_TYPE_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "notify::cursor-position",
                                  G_CALLBACK (update_heading), self);
  self->aids_signals = g_signal_group_new (PROVISO_TYPE_READING_AIDS);
  g_signal_group_connect_swapped (self->aids_signals, "share-changed", G_CALLBACK (update_count), self);
  self->project_signals = g_signal_group_new (PROVISO_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::language", G_CALLBACK (on_project_changed),
                                  self);
}

void
proviso_statistics_bar_set_view (ProvisoStatisticsBar *self, ProvisoDraftView *view)
{
  g_return_if_fail (PROVISO_IS_STATISTICS_BAR (self));

  if (self->view == view)
    return;

  self->view = view;
  g_signal_group_set_target (self->view_signals, view);
  g_signal_group_set_target (self->aids_signals, view ? proviso_draft_view_get_reading_aids (view) : NULL);
  on_project_changed (self);
}

void
proviso_statistics_bar_show_outline (ProvisoStatisticsBar *self)
{
  g_return_if_fail (PROVISO_IS_STATISTICS_BAR (self));

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->outline_button)))
    gtk_menu_button_popup (self->outline_button);
}

const char *
proviso_statistics_bar_get_count_text (ProvisoStatisticsBar *self)
{
  g_return_val_if_fail (PROVISO_IS_STATISTICS_BAR (self), "");

  return gtk_label_get_label (self->count);
}

const char *
proviso_statistics_bar_get_heading_text (ProvisoStatisticsBar *self)
{
  g_return_val_if_fail (PROVISO_IS_STATISTICS_BAR (self), "");

  return self->position >= 0 ? gtk_label_get_label (self->heading) : "";
}

void
proviso_statistics_bar_set_reviewing (ProvisoStatisticsBar *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_STATISTICS_BAR (self));

  if (gtk_widget_get_visible (self->review_label) == reviewing)
    return;

  gtk_widget_set_visible (self->review_label, reviewing);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reviewing ? _ ("Review mode is on") : _ ("Review mode is off"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
