/* proviso-start-page.c: what an empty window shows: ways to begin, and the recent projects.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-start-page.h"

#include "app/proviso-recent.h"

/* As many as fit below the buttons without scrolling in a window of the default size. */
#define N_RECENT 4

struct _ProvisoStartPage
{
  AdwBin parent_instance;

  GtkWidget *recent_group;
  GtkListBox *recent_list;
  GtkWidget *tour_button;

  GSettings *settings;
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (ProvisoStartPage, proviso_start_page, ADW_TYPE_BIN)

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proviso_recent_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), proviso_recent_item_get_place (item));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "proviso-file", g_object_ref (proviso_recent_item_get_file (item)),
                          g_object_unref);
  return row;
}

static void
row_activated_cb (ProvisoStartPage *self, GtkListBoxRow *row)
{
  g_autofree char *uri = g_file_get_uri (g_object_get_data (G_OBJECT (row), "proviso-file"));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-file", "s", uri);
}

static void
fill_cb (gpointer user_data)
{
  ProvisoStartPage *self = user_data;
  g_autoptr (GListModel) recent = proviso_recent_list (N_RECENT);

  self->fill_source = 0;
  gtk_list_box_bind_model (self->recent_list, recent, create_row_cb, NULL, NULL);
  gtk_widget_set_visible (self->recent_group, g_list_model_get_n_items (recent) > 0);
}

/* The list of recent files belongs to the whole desktop and can be long: it is read once the page stands. */
static void
proviso_start_page_map (GtkWidget *widget)
{
  ProvisoStartPage *self = PROVISO_START_PAGE (widget);

  GTK_WIDGET_CLASS (proviso_start_page_parent_class)->map (widget);
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_once (fill_cb, self);
}

/* Shown once, it was offered; later, whoever wants the tour finds it in the menu. */
static void
proviso_start_page_unmap (GtkWidget *widget)
{
  ProvisoStartPage *self = PROVISO_START_PAGE (widget);

  g_settings_set_boolean (self->settings, "offer-tour", FALSE);
  GTK_WIDGET_CLASS (proviso_start_page_parent_class)->unmap (widget);
}

static void
proviso_start_page_dispose (GObject *object)
{
  ProvisoStartPage *self = PROVISO_START_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->settings);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_START_PAGE);

  G_OBJECT_CLASS (proviso_start_page_parent_class)->dispose (object);
}

static void
proviso_start_page_class_init (ProvisoStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_start_page_dispose;
  widget_class->map = proviso_start_page_map;
  widget_class->unmap = proviso_start_page_unmap;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/proviso_editor/Proviso/app/proviso-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, ProvisoStartPage, tour_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
proviso_start_page_init (ProvisoStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (PROVISO_APP_ID);
  gtk_widget_set_visible (self->tour_button, g_settings_get_boolean (self->settings, "offer-tour"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (adw_bin_get_child (ADW_BIN (self))), PROVISO_APP_ID);
}

GtkWidget *
proviso_start_page_new (void)
{
  return g_object_new (PROVISO_TYPE_START_PAGE, NULL);
}
