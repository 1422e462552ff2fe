/* proviso-record-view.c: the rows of a list of records, one of them highlighted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkListView makes some two hundred rows at once, and makes them anew where others take their place. So many
 * widgets hold up the window when a project is opened, or filtered otherwise; they come a screen a frame instead.
 */
#include "panel/proviso-record-view.h"
#include "panel/proviso-record-row.h"
#include "panel/proviso-record-rows.h"
#include "panel/proviso-top.h"

#include <glib/gi18n-lib.h>

#define ROWS_A_FRAME 16
#define ROWS_MADE_AT_ONCE 240

struct _ProvisoRecordView
{
  AdwBin parent_instance;

  ProvisoRecordListing *listing;
  ProvisoRecordRows *rows;
  ProvisoPanelContext *context;
  GSignalGroup *selection_signals;

  GtkSingleSelection *selection;
  gboolean following; /* the selection is being set by us, not by the person */
  GtkSliceListModel *shown; /* of what is listed: the first rows, then all */
  guint grow_id;
  GtkWidget *menu;

  GtkListView *list_view;
  GMenuModel *record_menu;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoRecordView, proviso_record_view, ADW_TYPE_BIN)

/* Returns: (transfer none) (nullable): the row at a place of the list. */
static ProvisoRecordRow *
pick_row (ProvisoRecordView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, PROVISO_TYPE_RECORD_ROW) : NULL;

  /* The row's own edge belongs to the widget around it. */
  if (row == NULL && picked != NULL && PROVISO_IS_RECORD_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);

  return (ProvisoRecordRow *) row;
}

static void
pressed_cb (ProvisoRecordView *self, int n_press, double x, double y)
{
  ProvisoRecordRow *row = pick_row (self, x, y);
  ProvisoRecord *selected = proviso_record_view_get_selected (self);

  /* Choosing the chosen row again brings its passage back into sight; choosing another is seen as a
   * selection. */
  if (n_press == 1 && row != NULL && selected != NULL && proviso_record_row_get_record (row) == selected)
    proviso_panel_context_show_in_text (self->context, selected);
}

/* The focus goes back to the row, unless what was chosen takes it further. */
static void
menu_closed_cb (ProvisoRecordView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* `x`, `y`: in the list. */
static void
popup_menu (ProvisoRecordView *self, double x, double y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->record_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu is about the row under the pointer, which is selected first. */
static void
menu_pressed_cb (ProvisoRecordView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  ProvisoRecordRow *row = pick_row (self, x, y);
  guint position;

  if (row == NULL ||
      !proviso_record_listing_find (self->listing, proviso_record_row_get_record (row), &position))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, position);
  popup_menu (self, x, y);
}

static void
long_pressed_cb (ProvisoRecordView *self, double x, double y, GtkGesture *gesture)
{
  menu_pressed_cb (self, 1, x, y, gesture);
}

static void
sections_changed_cb (ProvisoRecordView *self)
{
  gtk_list_view_set_header_factory (self->list_view, proviso_record_listing_has_sections (self->listing)
                                                         ? proviso_record_rows_get_header_factory (self->rows)
                                                         : NULL);
}

/* The first rows, then all */

static void
show_all_rows (ProvisoRecordView *self)
{
  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->grow_id);
  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

static gboolean
grow_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer data)
{
  ProvisoRecordView *self = data;
  guint size = gtk_slice_list_model_get_size (self->shown) + ROWS_A_FRAME;

  if (size < ROWS_MADE_AT_ONCE)
    {
      gtk_slice_list_model_set_size (self->shown, size);
      return G_SOURCE_CONTINUE;
    }

  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

static void
show_first_rows (ProvisoRecordView *self)
{
  if (self->grow_id == 0)
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), grow_cb, self, NULL);
  gtk_slice_list_model_set_size (self->shown, ROWS_A_FRAME);
}

static GtkAdjustment *
get_adjustment (ProvisoRecordView *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
}

/* `position`: in the listing; rows that were to come later come now where it is one of them. */
static void
scroll_to (ProvisoRecordView *self, guint position, GtkListScrollFlags flags)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    show_all_rows (self);
  proviso_top_leave (get_adjustment (self));
  gtk_list_view_scroll_to (self->list_view, position, flags, NULL);
}

/* Whether the keyboard is in the list, not only where it last was there. */
static gboolean
has_keyboard (ProvisoRecordView *self)
{
  GtkWidget *list_view = GTK_WIDGET (self->list_view);
  GtkRoot *root = gtk_widget_get_root (list_view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, list_view);
}

/* What somebody asks for is shown from its first row on, wherever the list stood; to whom has the keyboard in the list,
 * around the row where that is. */
static void
asked_cb (ProvisoRecordView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (proviso_top_is_kept (adjustment) || has_keyboard (self))
    return;

  /* First, so that no more rows are made of the old ones at the top. */
  show_first_rows (self);
  proviso_top_return (adjustment);
}

/* A list that is scrolled, or where the keyboard is, keeps its place: there, the rows change all at once. */
static void
changing_cb (ProvisoRecordView *self, guint position, guint n_removed, guint n_added)
{
  if (!proviso_top_is_kept (get_adjustment (self)) || has_keyboard (self))
    return;

  proviso_top_expect_change (get_adjustment (self), GTK_WIDGET (self->list_view));
  if (MAX (n_removed, n_added) > ROWS_A_FRAME && position < ROWS_MADE_AT_ONCE)
    show_first_rows (self);
}

/* The highlight and the selection */

/* Returns: (transfer none) (nullable) */
static ProvisoRecord *
get_selected_anywhere (ProvisoRecordView *self)
{
  return self->context != NULL
             ? proviso_selection_get_record (proviso_panel_context_get_selection (self->context))
             : NULL;
}

/* Highlights the row of the record that is selected, if it has one; one that comes later, when it does. */
static void
follow_selection (ProvisoRecordView *self)
{
  ProvisoRecord *record = get_selected_anywhere (self);
  guint position = GTK_INVALID_LIST_POSITION;

  if (gtk_single_selection_get_selected_item (self->selection) == record)
    return;

  proviso_record_listing_find (self->listing, record, &position);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
}

/* Scrolls to the row of the record that is selected, if it has one. */
static void
scroll_to_selection (ProvisoRecordView *self, GtkListScrollFlags flags)
{
  guint position;

  if (proviso_record_listing_find (self->listing, get_selected_anywhere (self), &position))
    scroll_to (self, position, flags);
}

static void
selection_record_cb (ProvisoRecordView *self)
{
  follow_selection (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    scroll_to_selection (self, GTK_LIST_SCROLL_NONE);
}

static void
selected_item_cb (ProvisoRecordView *self)
{
  ProvisoRecord *record = gtk_single_selection_get_selected_item (self->selection);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);

  /* The model never selects of itself; what is not ours is the person's. */
  if (self->following || record == NULL ||
      record == proviso_selection_get_record (proviso_panel_context_get_selection (self->context)))
    return;

  proviso_panel_context_show_in_text (self->context, record);
}

/* Actions */

static void
activate_cb (ProvisoRecordView *self, guint position)
{
  g_autoptr (ProvisoRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
open_cb (ProvisoRecordView *self, ProvisoRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (widget);
  ProvisoRecord *record = proviso_record_view_get_selected (self);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
show_in_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (widget);
  ProvisoRecord *record = proviso_record_view_get_selected (self);

  if (record != NULL)
    proviso_panel_context_show_in_text (self->context, record);
}

/* The record of the row where the keyboard is. */
static ProvisoRecord *
get_focused (ProvisoRecordView *self)
{
  GtkWidget *widget = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));

  while (widget != NULL && !PROVISO_IS_RECORD_ROW (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget != NULL ? proviso_record_row_get_record (PROVISO_RECORD_ROW (widget)) : NULL;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (widget);
  ProvisoRecord *record = proviso_record_view_get_selected (self);

  /* From the search, the focus comes to a row that is not chosen yet. */
  if (record == NULL)
    record = get_focused (self);
  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, record);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  graphene_point_t point;

  if (row != NULL && proviso_record_view_get_selected (self) != NULL &&
      gtk_widget_compute_point (row, GTK_WIDGET (self->list_view),
                                &GRAPHENE_POINT_INIT (gtk_widget_get_width (row) / 2.0f,
                                                      gtk_widget_get_height (row) / 2.0f),
                                &point))
    popup_menu (self, point.x, point.y);
}

/* Lifecycle */

static void
proviso_record_view_map (GtkWidget *widget)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (widget);

  GTK_WIDGET_CLASS (proviso_record_view_parent_class)->map (widget);

  proviso_record_rows_set_watched (self->rows, TRUE);
}

static void
proviso_record_view_unmap (GtkWidget *widget)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (widget);

  proviso_record_rows_set_watched (self->rows, FALSE);

  GTK_WIDGET_CLASS (proviso_record_view_parent_class)->unmap (widget);
}

static void
proviso_record_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, proviso_record_view_get_selected (PROVISO_RECORD_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_view_dispose (GObject *object)
{
  ProvisoRecordView *self = PROVISO_RECORD_VIEW (object);

  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->grow_id);
  self->grow_id = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  /* While the rows are still there to be told. */
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection_signals);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_RECORD_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->listing);
  g_clear_object (&self->rows);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (proviso_record_view_parent_class)->dispose (object);
}

static void
proviso_record_view_class_init (ProvisoRecordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_record_view_get_property;
  object_class->dispose = proviso_record_view_dispose;
  widget_class->map = proviso_record_view_map;
  widget_class->unmap = proviso_record_view_unmap;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, PROVISO_TYPE_RECORD,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/proviso_editor/Proviso/panel/proviso-record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordView, list_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordView, record_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  gtk_widget_class_install_action (widget_class, "record.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "record.show-in-text", NULL, show_in_text_action);
  gtk_widget_class_install_action (widget_class, "record.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "record.menu", NULL, menu_action);
}

static void
proviso_record_view_init (ProvisoRecordView *self)
{
  self->selection_signals = g_signal_group_new (PROVISO_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify::record", G_CALLBACK (selection_record_cb),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
proviso_record_view_new (const ProvisoRecordKind *kind, ProvisoRecordListing *listing)
{
  ProvisoRecordView *self;
  GListModel *listed;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (listing), NULL);

  self = g_object_new (PROVISO_TYPE_RECORD_VIEW, NULL);
  self->listing = g_object_ref (listing);

  listed = proviso_record_listing_get_model (listing);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->shown = gtk_slice_list_model_new (g_object_ref (listed), 0, G_MAXUINT);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_item_cb), self,
                           G_CONNECT_SWAPPED);

  self->rows = proviso_record_rows_new (kind, listing);
  g_signal_connect_object (self->rows, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, proviso_record_rows_get_factory (self->rows));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->title), -1);
  proviso_top_keep (get_adjustment (self));

  g_signal_connect_object (listing, "sections-changed", G_CALLBACK (sections_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (listed, "changing", G_CALLBACK (changing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (follow_selection), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* The listing may have been made ahead. */
  sections_changed_cb (self);

  return GTK_WIDGET (self);
}

void
proviso_record_view_set_context (ProvisoRecordView *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_RECORD_VIEW (self));
  g_return_if_fail (context == NULL || PROVISO_IS_PANEL_CONTEXT (context));

  g_set_object (&self->context, context);
  proviso_record_rows_set_context (self->rows, context);
  g_signal_group_set_target (self->selection_signals,
                             context != NULL ? proviso_panel_context_get_selection (context) : NULL);
  if (context != NULL)
    show_first_rows (self);
}

ProvisoRecord *
proviso_record_view_get_selected (ProvisoRecordView *self)
{
  ProvisoRecord *record;
  guint position;

  g_return_val_if_fail (PROVISO_IS_RECORD_VIEW (self), NULL);

  record = gtk_single_selection_get_selected_item (self->selection);
  if (record == NULL && self->grow_id != 0 &&
      proviso_record_listing_find (self->listing, get_selected_anywhere (self), &position))
    record = get_selected_anywhere (self);

  return record;
}

void
proviso_record_view_reveal (ProvisoRecordView *self, guint position, gboolean focus)
{
  g_return_if_fail (PROVISO_IS_RECORD_VIEW (self));

  self->following = TRUE;
  scroll_to (self, position, GTK_LIST_SCROLL_SELECT | (focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE));
  /* The list moves its focus to the row, but does not take it from elsewhere. */
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  self->following = FALSE;
}

void
proviso_record_view_focus (ProvisoRecordView *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_VIEW (self));

  scroll_to_selection (self, GTK_LIST_SCROLL_FOCUS);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

gboolean
proviso_record_view_has_menu_open (ProvisoRecordView *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_VIEW (self), FALSE);

  return self->menu != NULL && gtk_widget_get_visible (self->menu);
}
