/* proviso-record-browser.c: a list of records that is searched, filtered and sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget around ProvisoRecordListing, which says what is listed, and ProvisoRecordRows, which show it:
 * search, filter, order, the highlight, the menu, and what stands in the place of an empty list.
 */
#include "panel/proviso-record-browser.h"
#include "panel/proviso-filter-popover.h"
#include "panel/proviso-record-listing.h"
#include "panel/proviso-record-row.h"
#include "panel/proviso-record-rows.h"
#include "panel/proviso-top.h"

#include <glib/gi18n-lib.h>

struct _ProvisoRecordBrowser
{
  AdwBin parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoRecordListing *listing;
  ProvisoRecordRows *rows;
  ProvisoPanelContext *context;
  GSignalGroup *selection_signals;

  GtkSingleSelection *selection;
  gboolean following; /* the selection is being set by us, not by the person */
  GtkSliceListModel *shown; /* of what is listed: the first rows, then all */
  guint grow_id;
  guint prepare_id;
  GtkWidget *menu;

  AdwToolbarView *toolbar_view;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkWidget *filter_content;
  GtkLabel *filter_count;
  GtkMenuButton *sort_button;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  GtkButton *clear_button;
  GtkButton *new_button;
  AdwButtonContent *new_content;
  GMenuModel *record_menu;
};

enum
{
  PROP_0,
  PROP_ORDER,
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

G_DEFINE_FINAL_TYPE (ProvisoRecordBrowser, proviso_record_browser, ADW_TYPE_BIN)

/* Returns: (transfer none) (nullable): the row at a place of the list. */
static ProvisoRecordRow *
pick_row (ProvisoRecordBrowser *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, PROVISO_TYPE_RECORD_ROW) : NULL;

  /* The row's own edge belongs to the widget around it. */
  if (row == NULL && picked != NULL && PROVISO_IS_RECORD_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);

  return (ProvisoRecordRow *) row;
}

static void
pressed_cb (ProvisoRecordBrowser *self, int n_press, double x, double y)
{
  ProvisoRecordRow *row = pick_row (self, x, y);
  ProvisoRecord *selected = proviso_record_browser_get_selected (self);

  /* Choosing the chosen row again brings its passage back into sight; choosing another is seen as a
   * selection. */
  if (n_press == 1 && row != NULL && selected != NULL && proviso_record_row_get_record (row) == selected)
    proviso_panel_context_show_in_text (self->context, selected);
}

/* The focus goes back to the row, unless what was chosen takes it further. */
static void
menu_closed_cb (ProvisoRecordBrowser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* `x`, `y`: in the list. */
static void
popup_menu (ProvisoRecordBrowser *self, double x, double y)
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
menu_pressed_cb (ProvisoRecordBrowser *self, int n_press, double x, double y, GtkGesture *gesture)
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
long_pressed_cb (ProvisoRecordBrowser *self, double x, double y, GtkGesture *gesture)
{
  menu_pressed_cb (self, 1, x, y, gesture);
}

static void
sections_changed_cb (ProvisoRecordBrowser *self)
{
  gtk_list_view_set_header_factory (self->list_view, proviso_record_listing_has_sections (self->listing)
                                                         ? proviso_record_rows_get_header_factory (self->rows)
                                                         : NULL);
}

/* The first rows, then all */

/* A GtkListView makes some two hundred rows at once. So many widgets hold up the window when a project is opened;
 * they come a screen a frame instead. */
#define ROWS_A_FRAME 24
#define ROWS_MADE_AT_ONCE 240

static void
show_all_rows (ProvisoRecordBrowser *self)
{
  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->grow_id);
  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

static gboolean
grow_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer data)
{
  ProvisoRecordBrowser *self = data;
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
show_first_rows (ProvisoRecordBrowser *self)
{
  gtk_slice_list_model_set_size (self->shown, ROWS_A_FRAME);
  if (self->grow_id == 0)
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), grow_cb, self, NULL);
}

/* The highlight and the selection */

/* Highlights the row of the record that is selected, if it has one. */
static void
follow_selection (ProvisoRecordBrowser *self)
{
  ProvisoRecord *record =
      self->context != NULL
          ? proviso_selection_get_record (proviso_panel_context_get_selection (self->context))
          : NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  if (gtk_single_selection_get_selected_item (self->selection) == record)
    return;

  if (proviso_record_listing_find (self->listing, record, &position) &&
      position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    show_all_rows (self);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
}

static void
selection_record_cb (ProvisoRecordBrowser *self)
{
  guint position;

  follow_selection (self);
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
selected_item_cb (ProvisoRecordBrowser *self)
{
  ProvisoRecord *record = gtk_single_selection_get_selected_item (self->selection);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);

  /* The model never selects of itself; what is not ours is the person's. */
  if (self->following || record == NULL ||
      record == proviso_selection_get_record (proviso_panel_context_get_selection (self->context)))
    return;

  proviso_panel_context_show_in_text (self->context, record);
}

static void search_changed_cb (ProvisoRecordBrowser *self);

/* What stands in the list's place */

static void
update_page (ProvisoRecordBrowser *self)
{
  guint n_listed = g_list_model_get_n_items (proviso_record_listing_get_model (self->listing));
  guint total = proviso_record_listing_get_total (self->listing);
  const char *page = self->context == NULL ? "nothing"
                     : total == 0          ? "empty"
                     : n_listed == 0       ? "none-found"
                                           : "list";
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, total > 0);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, total > 0);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0)
    return;

  gtk_stack_set_visible_child_name (self->stack, page);
  if (had_focus)
    proviso_record_browser_focus_list (self);
}

static void
listed_changed_cb (ProvisoRecordBrowser *self)
{
  update_page (self);
  if (self->context != NULL)
    follow_selection (self);
}

static void
filter_changed_cb (ProvisoRecordBrowser *self)
{
  ProvisoRecordFilter *filter = proviso_record_listing_get_filter (self->listing);
  const char *search = proviso_record_filter_get_search (filter);
  guint n_active = proviso_record_filter_get_n_active (filter);
  g_autofree char *count = g_strdup_printf ("%u", n_active);
  g_autofree char *tooltip =
      n_active == 0
          ? g_strdup (_("Filter"))
          : g_strdup_printf (ngettext ("Filter (%u active)", "Filter (%u active)", n_active), n_active);

  /* Setting a text takes the old one out first, which the entry tells at once. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), search))
    {
      g_signal_handlers_block_by_func (self->search_entry, search_changed_cb, self);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
      g_signal_handlers_unblock_by_func (self->search_entry, search_changed_cb, self);
    }

  gtk_label_set_label (self->filter_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_count), n_active > 0);
  if (n_active > 0)
    gtk_widget_add_css_class (self->filter_content, "accent");
  else
    gtk_widget_remove_css_class (self->filter_content, "accent");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

/* Search */

static void
search_changed_cb (ProvisoRecordBrowser *self)
{
  proviso_record_filter_set_search (proviso_record_listing_get_filter (self->listing),
                                    gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
stop_search_cb (ProvisoRecordBrowser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  proviso_record_filter_set_search (proviso_record_listing_get_filter (self->listing), "");
  proviso_record_browser_focus_list (self);
}

/* Typing while the list has the focus searches. Only what is written: a search entry that captures keys of
 * itself takes Delete and Shift+F10, too. */
static gboolean
list_key_cb (ProvisoRecordBrowser *self,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             GtkEventController *controller)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 ||
      !g_unichar_isgraph (c))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);

  return gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller),
                                           GTK_WIDGET (gtk_editable_get_delegate (
                                               GTK_EDITABLE (self->search_entry))));
}

static void
search_activate_cb (ProvisoRecordBrowser *self)
{
  search_changed_cb (self);
  proviso_record_browser_focus_list (self);
}

static gboolean
prepare_cb (gpointer user_data)
{
  ProvisoRecordBrowser *self = user_data;

  if (proviso_record_listing_prepare_search (self->listing))
    return G_SOURCE_CONTINUE;

  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
search_focus_cb (ProvisoRecordBrowser *self)
{
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add (prepare_cb, self);
}

/* Actions */

static void
activate_cb (ProvisoRecordBrowser *self, guint position)
{
  g_autoptr (ProvisoRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
open_cb (ProvisoRecordBrowser *self, ProvisoRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);
  ProvisoRecord *record = proviso_record_browser_get_selected (self);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
show_in_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);
  ProvisoRecord *record = proviso_record_browser_get_selected (self);

  if (record != NULL)
    proviso_panel_context_show_in_text (self->context, record);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);
  ProvisoRecord *record = proviso_record_browser_get_selected (self);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, record);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));

  graphene_point_t point;

  if (row != NULL && proviso_record_browser_get_selected (self) != NULL &&
      gtk_widget_compute_point (row, GTK_WIDGET (self->list_view),
                                &GRAPHENE_POINT_INIT (gtk_widget_get_width (row) / 2.0f,
                                                      gtk_widget_get_height (row) / 2.0f),
                                &point))
    popup_menu (self, point.x, point.y);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  proviso_record_browser_focus_list (PROVISO_RECORD_BROWSER (widget));
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);

  proviso_record_filter_clear (proviso_record_listing_get_filter (self->listing));
  filter_changed_cb (self);
}

static void
create_filter_popover (GtkMenuButton *button, gpointer user_data)
{
  ProvisoRecordBrowser *self = user_data;

  /* Made when first opened; the button keeps it from then on. */
  gtk_menu_button_set_popover (button,
                               proviso_filter_popover_new (self->kind, proviso_record_listing_get_filter (
                                                                           self->listing)));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

/* Lifecycle */

static void
proviso_record_browser_map (GtkWidget *widget)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);

  GTK_WIDGET_CLASS (proviso_record_browser_parent_class)->map (widget);

  proviso_record_listing_set_watched (self->listing, TRUE);
  proviso_record_rows_set_watched (self->rows, TRUE);
}

static void
proviso_record_browser_unmap (GtkWidget *widget)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);

  proviso_record_listing_set_watched (self->listing, FALSE);
  proviso_record_rows_set_watched (self->rows, FALSE);

  GTK_WIDGET_CLASS (proviso_record_browser_parent_class)->unmap (widget);
}

static void
proviso_record_browser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, proviso_record_browser_get_order (PROVISO_RECORD_BROWSER (object)));
      break;
    case PROP_SELECTED:
      g_value_set_object (value, proviso_record_browser_get_selected (PROVISO_RECORD_BROWSER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_browser_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ORDER:
      proviso_record_browser_set_order (PROVISO_RECORD_BROWSER (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_browser_dispose (GObject *object)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->grow_id);
  self->grow_id = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  /* While rows and list are still there to be told. */
  if (self->listing != NULL)
    proviso_record_listing_set_context (self->listing, NULL);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection_signals);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_RECORD_BROWSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->listing);
  g_clear_object (&self->rows);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (proviso_record_browser_parent_class)->dispose (object);
}

static void
proviso_record_browser_class_init (ProvisoRecordBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_record_browser_get_property;
  object_class->set_property = proviso_record_browser_set_property;
  object_class->dispose = proviso_record_browser_dispose;
  widget_class->map = proviso_record_browser_map;
  widget_class->unmap = proviso_record_browser_unmap;

  properties[PROP_ORDER] =
      g_param_spec_string ("order", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, PROVISO_TYPE_RECORD,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, PROVISO_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-record-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, filter_content);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, filter_count);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, sort_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, list_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, empty_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, new_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, new_content);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, record_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  gtk_widget_class_install_property_action (widget_class, "list.order", "order");
  gtk_widget_class_install_action (widget_class, "list.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "list.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "record.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "record.show-in-text", NULL, show_in_text_action);
  gtk_widget_class_install_action (widget_class, "record.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "record.menu", NULL, menu_action);
}

static void
proviso_record_browser_init (ProvisoRecordBrowser *self)
{
  self->selection_signals = g_signal_group_new (PROVISO_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify::record", G_CALLBACK (selection_record_cb),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
describe_kind (ProvisoRecordBrowser *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->kind->n_orders; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (self->kind->orders[i].label), NULL);

      g_menu_item_set_action_and_target (item, "list.order", "s", self->kind->orders[i].id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_create_popup_func (self->filter_button, create_filter_popover, self, NULL);

  gtk_search_entry_set_placeholder_text (self->search_entry, _ (self->kind->search_hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->search_hint), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->title), -1);
  adw_status_page_set_icon_name (self->empty_page, self->kind->empty_icon_name);
  adw_status_page_set_title (self->empty_page, _ (self->kind->empty_title));
  adw_status_page_set_description (self->empty_page, _ (self->kind->empty_description));
  gtk_button_set_label (self->empty_button, _ (self->kind->new_label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), self->kind->new_action);
  adw_button_content_set_label (self->new_content, _ (self->kind->new_label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_button), self->kind->new_action);
}

GtkWidget *
proviso_record_browser_new (const ProvisoRecordKind *kind)
{
  ProvisoRecordBrowser *self;
  GListModel *listed;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_RECORD_BROWSER, NULL);
  self->kind = kind;
  self->listing = proviso_record_listing_new (kind);
  describe_kind (self);

  listed = proviso_record_listing_get_model (self->listing);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->shown = gtk_slice_list_model_new (g_object_ref (listed), 0, G_MAXUINT);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_item_cb), self,
                           G_CONNECT_SWAPPED);

  self->rows = proviso_record_rows_new (kind);
  g_signal_connect_object (self->rows, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, proviso_record_rows_get_factory (self->rows));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  proviso_top_keep (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)));

  g_signal_connect_object (self->listing, "sections-changed", G_CALLBACK (sections_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (listed, "items-changed", G_CALLBACK (listed_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (proviso_record_listing_get_filter (self->listing), "changed",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  update_page (self);

  return GTK_WIDGET (self);
}

void
proviso_record_browser_set_context (ProvisoRecordBrowser *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_RECORD_BROWSER (self));

  if (self->context == context)
    return;

  /* Rows are unbound while the old context is still there. */
  proviso_record_listing_set_context (self->listing, NULL);
  proviso_record_filter_clear (proviso_record_listing_get_filter (self->listing));
  g_set_object (&self->context, context);
  proviso_record_rows_set_context (self->rows, context);
  g_signal_group_set_target (self->selection_signals,
                             context != NULL ? proviso_panel_context_get_selection (context) : NULL);
  if (context != NULL)
    show_first_rows (self);
  proviso_record_listing_set_context (self->listing, context);
  listed_changed_cb (self);
}

const char *
proviso_record_browser_get_order (ProvisoRecordBrowser *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), NULL);

  return self->listing != NULL ? proviso_record_listing_get_order (self->listing)->id : NULL;
}

void
proviso_record_browser_set_order (ProvisoRecordBrowser *self, const char *id)
{
  g_return_if_fail (PROVISO_IS_RECORD_BROWSER (self));

  if (proviso_record_listing_set_order (self->listing, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

ProvisoRecordFilter *
proviso_record_browser_get_filter (ProvisoRecordBrowser *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), NULL);

  return proviso_record_listing_get_filter (self->listing);
}

GListModel *
proviso_record_browser_get_listed (ProvisoRecordBrowser *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), NULL);

  return proviso_record_listing_get_model (self->listing);
}

ProvisoRecord *
proviso_record_browser_get_selected (ProvisoRecordBrowser *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

void
proviso_record_browser_reveal (ProvisoRecordBrowser *self, ProvisoRecord *record, gboolean focus)
{
  guint position;

  g_return_if_fail (PROVISO_IS_RECORD_BROWSER (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  if (self->context == NULL)
    return;

  proviso_record_listing_freshen (self->listing);
  if (!gtk_filter_match (GTK_FILTER (proviso_record_listing_get_filter (self->listing)), record))
    proviso_record_filter_clear (proviso_record_listing_get_filter (self->listing));
  if (!proviso_record_listing_find (self->listing, record, &position))
    return;
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    show_all_rows (self);

  self->following = TRUE;
  gtk_list_view_scroll_to (self->list_view, position,
                           GTK_LIST_SCROLL_SELECT | (focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE),
                           NULL);
  /* The list moves its focus to the row, but does not take it from elsewhere. */
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  self->following = FALSE;
}

ProvisoRecord *
proviso_record_browser_get_neighbour (ProvisoRecordBrowser *self, ProvisoRecord *record, int step)
{
  g_autoptr (ProvisoRecord) neighbour = NULL;
  guint position;

  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), NULL);

  proviso_record_listing_freshen (self->listing);
  if (!proviso_record_listing_find (self->listing, record, &position) ||
      (step < 0 && position < (guint) -step))
    return NULL;

  /* The list holds on to it. */
  neighbour = g_list_model_get_item (proviso_record_listing_get_model (self->listing), position + step);
  return neighbour;
}

void
proviso_record_browser_focus_search (ProvisoRecordBrowser *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_BROWSER (self));

  if (proviso_record_listing_get_total (self->listing) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    proviso_record_browser_focus_list (self);
}

void
proviso_record_browser_focus_list (ProvisoRecordBrowser *self)
{
  const char *page;

  g_return_if_fail (PROVISO_IS_RECORD_BROWSER (self));

  page = gtk_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (page, "empty") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_button));
  else if (g_strcmp0 (page, "none-found") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->clear_button));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

gboolean
proviso_record_browser_has_list_focus (ProvisoRecordBrowser *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), FALSE);

  return gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL ||
         (self->menu != NULL && gtk_widget_get_visible (self->menu));
}
