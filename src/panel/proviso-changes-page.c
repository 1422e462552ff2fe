/* proviso-changes-page.c: what others changed since somebody last looked, to go through one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-changes-page.h"
#include "panel/proviso-change-row.h"
#include "panel/proviso-change-text.h"

struct _ProvisoChangesPage
{
  AdwNavigationPage parent_instance;

  ProvisoPanelContext *context;
  ProvisoChanges *changes;
  GtkSingleSelection *selection;
  gboolean shown;        /* and no longer sliding in */
  gboolean focus_wanted; /* once it is */

  GtkListView *list_view;
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoChangesPage, proviso_changes_page, ADW_TYPE_NAVIGATION_PAGE)

static ProvisoRecord *
find_record (ProvisoChangesPage *self, ProvisoChange *change)
{
  return proviso_change_text_find_record (proviso_panel_context_get_project (self->context), change);
}

/* Returns: whether there is such a place. */
static gboolean
show_in_text (ProvisoChangesPage *self, ProvisoChange *change)
{
  ProvisoRecord *record = find_record (self, change);
  guint start, end;

  if (proviso_change_get_bounds (change, &start, &end))
    {
      guint length = proviso_text_get_length (
          proviso_project_get_text (proviso_panel_context_get_project (self->context)));

      proviso_selection_show_range (proviso_panel_context_get_selection (self->context), MIN (start, length),
                                    MIN (end, length));
      return TRUE;
    }
  if (record == NULL || PROVISO_IS_SOURCE (record) ||
      proviso_panel_context_get_passage (self->context, record) == NULL)
    return FALSE;
  proviso_panel_context_show_in_text (self->context, record);

  return TRUE;
}

static void
activate_cb (ProvisoChangesPage *self, guint position)
{
  g_autoptr (ProvisoChange) change = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  ProvisoRecord *record = find_record (self, change);

  proviso_changes_look_at (self->changes, change);
  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
  else
    show_in_text (self, change);
  proviso_changes_leave (self->changes);
}

static void
focus_list (ProvisoChangesPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  gtk_list_view_scroll_to (self->list_view, selected != GTK_INVALID_LIST_POSITION ? selected : 0,
                           GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
hidden_cb (ProvisoChangesPage *self)
{
  self->shown = FALSE;
}

/* Before, the navigation view would take the focus away again. */
static void
shown_cb (ProvisoChangesPage *self)
{
  self->shown = TRUE;
  if (self->focus_wanted)
    focus_list (self);
  self->focus_wanted = FALSE;
}

static void
done_cb (ProvisoChangesPage *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
setup_cb (ProvisoChangesPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, proviso_change_row_new ());
}

static void
bind_cb (ProvisoChangesPage *self, GtkListItem *item)
{
  ProvisoChangeRow *row = PROVISO_CHANGE_ROW (gtk_list_item_get_child (item));
  ProvisoChange *change = gtk_list_item_get_item (item);
  g_autofree char *description = NULL;
  guint start, end;

  proviso_change_row_bind (row, proviso_panel_context_get_project (self->context), change);
  description = proviso_change_row_describe (row);
  gtk_list_item_set_accessible_label (item, description);
  gtk_list_item_set_activatable (item, proviso_change_get_bounds (change, &start, &end) ||
                                           find_record (self, change) != NULL);
}

static void
proviso_changes_page_dispose (GObject *object)
{
  ProvisoChangesPage *self = PROVISO_CHANGES_PAGE (object);

  if (self->list_view != NULL)
    {
      gtk_list_view_set_model (self->list_view, NULL);
      gtk_list_view_set_factory (self->list_view, NULL);
    }
  g_clear_object (&self->selection);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_CHANGES_PAGE);
  g_clear_object (&self->changes);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (proviso_changes_page_parent_class)->dispose (object);
}

static void
proviso_changes_page_class_init (ProvisoChangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_changes_page_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", PROVISO_TYPE_CHANGES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);
  signals[SIGNAL_DONE] = g_signal_new ("done", PROVISO_TYPE_CHANGES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoChangesPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
proviso_changes_page_init (ProvisoChangesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "shown", G_CALLBACK (shown_cb), NULL);
  g_signal_connect (self, "hidden", G_CALLBACK (hidden_cb), NULL);
}

AdwNavigationPage *
proviso_changes_page_new (ProvisoPanelContext *context, ProvisoChanges *changes)
{
  ProvisoChangesPage *self;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (context), NULL);
  g_return_val_if_fail (PROVISO_IS_CHANGES (changes), NULL);

  self = g_object_new (PROVISO_TYPE_CHANGES_PAGE, NULL);
  self->context = g_object_ref (context);
  self->changes = g_object_ref (changes);
  self->selection = gtk_single_selection_new (g_object_ref (proviso_changes_get_list (changes)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  return ADW_NAVIGATION_PAGE (self);
}

ProvisoChanges *
proviso_changes_page_get_changes (ProvisoChangesPage *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGES_PAGE (self), NULL);

  return self->changes;
}

gboolean
proviso_changes_page_step (ProvisoChangesPage *self, int step)
{
  g_autoptr (ProvisoChange) change = NULL;
  guint n_changes, position;

  g_return_val_if_fail (PROVISO_IS_CHANGES_PAGE (self), FALSE);

  n_changes = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    position = step > 0 ? 0 : n_changes - 1;
  else
    position += (guint) step;
  /* Before the first one, too. */
  if (position >= n_changes)
    return FALSE;
  change = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  proviso_changes_look_at (self->changes, change);

  gtk_list_view_scroll_to (self->list_view, position,
                           gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL
                               ? GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS
                               : GTK_LIST_SCROLL_SELECT,
                           NULL);

  return TRUE;
}

gboolean
proviso_changes_page_show_in_text (ProvisoChangesPage *self)
{
  ProvisoChange *change;

  g_return_val_if_fail (PROVISO_IS_CHANGES_PAGE (self), FALSE);

  change = gtk_single_selection_get_selected_item (self->selection);

  return change != NULL && show_in_text (self, change);
}

char *
proviso_changes_page_describe (ProvisoChangesPage *self)
{
  ProvisoChange *change;

  g_return_val_if_fail (PROVISO_IS_CHANGES_PAGE (self), NULL);

  change = gtk_single_selection_get_selected_item (self->selection);

  return change != NULL
           ? proviso_change_text_create_summary (proviso_panel_context_get_project (self->context), change)
           : NULL;
}

ProvisoRecord *
proviso_changes_page_get_record (ProvisoChangesPage *self)
{
  ProvisoChange *change;
  GtkWidget *focus;
  GtkWidget *row;

  g_return_val_if_fail (PROVISO_IS_CHANGES_PAGE (self), NULL);

  change = gtk_single_selection_get_selected_item (self->selection);
  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  if (PROVISO_IS_CHANGE_ROW (row))
    change = proviso_change_row_get_change (PROVISO_CHANGE_ROW (row));

  return change != NULL ? find_record (self, change) : NULL;
}

void
proviso_changes_page_focus_list (ProvisoChangesPage *self)
{
  g_return_if_fail (PROVISO_IS_CHANGES_PAGE (self));

  self->focus_wanted = !self->shown;
  if (self->shown)
    focus_list (self);
}
