/* photograph-lists.c: pictures of the panel's lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * photograph-lists FOLDER: shows the lists in every main state, light, dark, narrow from right to left and
 * with large text, and saves a picture of each.
 */
#include "panel-project.h"

#include "panel/proviso-panel.h"
#include "panel/proviso-record-browser.h"

#include <locale.h>

static const char *folder;

static void
save (GtkWidget *widget, const char *prefix, const char *name)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s/%s-%s.png", folder, prefix, name);
  int width, height;

  panel_settle ();
  paintable = gtk_widget_paintable_new (widget);
  width = gtk_widget_get_width (widget);
  height = gtk_widget_get_height (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, file);
}

static gboolean
is_mapped (GtkWidget *widget, gpointer data)
{
  return gtk_widget_get_mapped (widget);
}

static void
activate (GtkWidget *panel, const char *action)
{
  g_action_group_activate_action (proviso_panel_get_action_group (PROVISO_PANEL (panel)), action, NULL);
  panel_settle ();
}

static void
photograph (const char *prefix, int width, int height)
{
  g_autoptr (ProvisoProject) project = panel_project_new ();
  g_autoptr (ProvisoProject) empty = panel_project_new_with_text ("");
  g_autoptr (ProvisoProject) large = panel_project_new_large (10000);
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  GtkWidget *panel = proviso_panel_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *browser, *button;
  ProvisoRecordFilter *filter;

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), panel);
  adw_window_set_content (ADW_WINDOW (window), toolbar);
  proviso_panel_set_project (PROVISO_PANEL (panel), project, selection);
  gtk_window_present (GTK_WINDOW (window));
  panel_settle ();

  proviso_selection_show_in_panel (selection,
                                   proviso_record_list_peek (proviso_project_get_claims (project), 3), FALSE);
  save (window, prefix, "claims");
  browser = panel_find (panel, PROVISO_TYPE_RECORD_BROWSER, NULL, NULL);
  filter = proviso_record_browser_get_filter (PROVISO_RECORD_BROWSER (browser));
  button = panel_find (browser, GTK_TYPE_MENU_BUTTON, NULL, NULL);
  proviso_record_filter_set_options (filter, 1, 1u << 0);
  proviso_record_filter_set_options (filter, 2,
                                     1u << PROVISO_CLAIM_STATUS_LEAKED | 1u << PROVISO_CLAIM_STATUS_REPORTED);
  save (window, prefix, "filtered");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  panel_settle ();
  save (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), prefix, "filters");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  proviso_record_filter_clear (filter);
  button = gtk_widget_get_next_sibling (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  panel_settle ();
  save (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), prefix, "orders");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  activate (panel, "show-caveats");
  save (window, prefix, "caveats");
  browser = panel_find (panel, PROVISO_TYPE_RECORD_BROWSER, is_mapped, NULL);
  proviso_record_browser_set_order (PROVISO_RECORD_BROWSER (browser), "person");
  save (window, prefix, "caveats-by-person");
  button = panel_find (browser, GTK_TYPE_MENU_BUTTON, NULL, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  panel_settle ();
  save (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), prefix, "caveat-filters");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  proviso_panel_set_reviewing (PROVISO_PANEL (panel), TRUE);
  proviso_record_filter_set_options (proviso_record_browser_get_filter (PROVISO_RECORD_BROWSER (browser)), 0,
                                     PROVISO_OPTION (0));
  save (window, prefix, "review-queue");
  proviso_panel_set_reviewing (PROVISO_PANEL (panel), FALSE);
  activate (panel, "show-sources");
  save (window, prefix, "sources");
  activate (panel, "show-claims");
  proviso_record_filter_set_search (filter, "ibanez");
  save (window, prefix, "found");
  proviso_record_filter_set_search (filter, "ibanez submarine");
  save (window, prefix, "none-found");

  proviso_panel_set_project (PROVISO_PANEL (panel), empty, selection);
  save (window, prefix, "no-claims");
  activate (panel, "show-caveats");
  save (window, prefix, "no-caveats");
  activate (panel, "show-sources");
  save (window, prefix, "no-sources");
  proviso_panel_set_project (PROVISO_PANEL (panel), large, selection);
  save (window, prefix, "large");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/proviso_editor/Proviso/icons");
  folder = argc > 1 ? argv[1] : ".";
  g_mkdir_with_parents (folder, 0777);

  photograph ("light", 400, 760);
  photograph ("least", 340, 760);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  photograph ("dark", 400, 760);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  photograph ("rtl", 360, 720);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  photograph ("large-text", 360, 720);

  return 0;
}
