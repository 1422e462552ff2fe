/* proviso-record-browser.c: a list of records that is searched, filtered and sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is around ProvisoRecordListing, which says what is listed, and ProvisoRecordView, which shows it:
 * search, filter, order, and what stands in the place of an empty list.
 */
#include "panel/proviso-record-browser.h"
#include "panel/proviso-filter-chips.h"
#include "panel/proviso-filter-popover.h"
#include "panel/proviso-record-view.h"

#include <glib/gi18n-lib.h>

struct _ProvisoRecordBrowser
{
  AdwBin parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoRecordListing *listing;
  ProvisoPanelContext *context;
  ProvisoRecordView *view;
  ProvisoFilterChips *chips; /* NULL: there are none of this kind */
  guint prepare_id;

  AdwToolbarView *toolbar_view;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkWidget *filter_content;
  GtkLabel *filter_count;
  GtkMenuButton *sort_button;
  GtkStack *stack;
  AdwBin *view_bin;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *none_found;
  GtkButton *clear_button;
  GtkButton *new_button;
  AdwButtonContent *new_content;
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

static void search_changed_cb (ProvisoRecordBrowser *self);

/* What stands in the list's place */

/* Returns: (nullable): where nothing else is asked for, what it means that nothing is listed. */
static const char *
get_none_title (ProvisoRecordBrowser *self)
{
  ProvisoRecordFilter *filter = proviso_record_listing_get_filter (self->listing);

  if (proviso_record_filter_get_n_active (filter) != 1 || *proviso_record_filter_get_search (filter) != '\0')
    return NULL;

  for (guint i = 0; i < self->kind->n_facets; i++)
    if (proviso_record_filter_get_options (filter, i) != 0)
      return self->kind->facets[i].none_title;

  return NULL;
}

static void
update_none_found (ProvisoRecordBrowser *self)
{
  const char *title = get_none_title (self);

  adw_status_page_set_icon_name (self->none_found,
                                 title != NULL ? "object-select-symbolic" : "system-search-symbolic");
  adw_status_page_set_title (self->none_found, title != NULL ? _(title) : _("No Results Found"));
  adw_status_page_set_description (self->none_found,
                                   title != NULL ? NULL : _("Try other words or fewer filters."));
}

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

  update_none_found (self);
  adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, total > 0);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, total > 0);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0)
    return;

  gtk_stack_set_visible_child_name (self->stack, page);
  if (had_focus)
    proviso_record_browser_focus_list (self);
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

  update_none_found (self);
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

/* Typing while a row has the focus searches. */
static void
search_started_cb (ProvisoRecordBrowser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
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

/* The list */

static void
open_cb (ProvisoRecordBrowser *self, ProvisoRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record);
}

static void
remove_cb (ProvisoRecordBrowser *self, ProvisoRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, record);
}

static void
selected_cb (ProvisoRecordBrowser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Actions */

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
}

static void
proviso_record_browser_unmap (GtkWidget *widget)
{
  ProvisoRecordBrowser *self = PROVISO_RECORD_BROWSER (widget);

  proviso_record_listing_set_watched (self->listing, FALSE);

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
  /* While rows and list are still there to be told. */
  if (self->listing != NULL)
    proviso_record_listing_set_context (self->listing, NULL);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_RECORD_BROWSER);
  g_clear_object (&self->listing);
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
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, view_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, empty_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, none_found);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, new_button);
  gtk_widget_class_bind_template_child (widget_class, ProvisoRecordBrowser, new_content);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);

  gtk_widget_class_install_property_action (widget_class, "list.order", "order");
  gtk_widget_class_install_action (widget_class, "list.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "list.clear-filters", NULL, clear_filters_action);
}

static void
proviso_record_browser_init (ProvisoRecordBrowser *self)
{
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
  adw_status_page_set_icon_name (self->empty_page, self->kind->empty_icon_name);
  adw_status_page_set_title (self->empty_page, _ (self->kind->empty_title));
  adw_status_page_set_description (self->empty_page, _ (self->kind->empty_description));
  gtk_button_set_label (self->empty_button, _ (self->kind->new_label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), self->kind->new_action);
  adw_button_content_set_label (self->new_content, _ (self->kind->new_label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_button), self->kind->new_action);
}

GtkWidget *
proviso_record_browser_new (const ProvisoRecordKind *kind, ProvisoRecordListing *listing)
{
  ProvisoRecordBrowser *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTING (listing), NULL);

  self = g_object_new (PROVISO_TYPE_RECORD_BROWSER, NULL);
  self->kind = kind;
  self->listing = g_object_ref (listing);
  describe_kind (self);

  self->view = PROVISO_RECORD_VIEW (proviso_record_view_new (kind, self->listing));
  g_signal_connect_object (self->view, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
  if (kind->n_chips > 0)
    {
      self->chips = PROVISO_FILTER_CHIPS (
          proviso_filter_chips_new (kind, proviso_record_listing_get_filter (self->listing)));
      g_object_set (self->chips, "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);
      adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->chips));
    }
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->view));

  g_signal_connect_object (proviso_record_listing_get_model (self->listing), "items-changed",
                           G_CALLBACK (update_page), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
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
  if (proviso_record_listing_get_context (self->listing) != context)
    proviso_record_listing_set_context (self->listing, NULL);
  proviso_record_filter_clear (proviso_record_listing_get_filter (self->listing));
  g_set_object (&self->context, context);
  proviso_record_view_set_context (self->view, context);
  proviso_record_listing_set_context (self->listing, context);
  if (self->chips != NULL)
    proviso_filter_chips_set_context (self->chips, context);
  update_page (self);
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

  return self->view != NULL ? proviso_record_view_get_selected (self->view) : NULL;
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
  if (proviso_record_listing_find (self->listing, record, &position))
    proviso_record_view_reveal (self->view, position, focus);
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
    proviso_record_view_focus (self->view);
}

gboolean
proviso_record_browser_has_list_focus (ProvisoRecordBrowser *self)
{
  g_return_val_if_fail (PROVISO_IS_RECORD_BROWSER (self), FALSE);

  return gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL ||
         proviso_record_view_has_menu_open (self->view);
}
