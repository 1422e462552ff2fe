/* gallery.c: pictures of the panel's lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gallery FOLDER: shows the panel in every main state, light, dark, narrow and right to left, and saves each as a
 * picture.
 */
#include "panel-project.h"

#include "panel/proviso-panel.h"

#include <locale.h>

static const char *folder;
static GtkWindow *window;

static void
save (const char *name)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s/%s.png", folder, name);
  int width, height;

  panel_settle ();
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  width = gtk_widget_get_width (GTK_WIDGET (window));
  height = gtk_widget_get_height (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, file);
}

static void
show_popover (GtkWidget *panel, guint n)
{
  GtkWidget *entry = panel_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  GtkWidget *button = gtk_widget_get_next_sibling (entry);

  if (n == 1)
    button = gtk_widget_get_next_sibling (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
activate (GtkWidget *panel, const char *action)
{
  g_action_group_activate_action (proviso_panel_get_action_group (PROVISO_PANEL (panel)), action, NULL);
}

static void
run (const char *prefix, int width, int height)
{
  g_autoptr (ProvisoProject) project = panel_project_new ();
  g_autoptr (ProvisoProject) empty = panel_project_new_with_text ("");
  g_autoptr (ProvisoProject) large = panel_project_new_large (10000);
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  GtkWidget *panel = proviso_panel_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *entry;
  g_autofree char *name = NULL;

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (window, width, height);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), panel);
  adw_window_set_content (ADW_WINDOW (window), toolbar);
  proviso_panel_set_project (PROVISO_PANEL (panel), project, selection);
  gtk_window_present (window);

#define SAVE(what) G_STMT_START { g_autofree char *n = g_strconcat (prefix, "-", what, NULL); save (n); } G_STMT_END
  panel_settle ();
  proviso_selection_show_in_panel (selection, proviso_record_list_peek (proviso_project_get_claims (project), 3), FALSE);
  SAVE ("claims");
  show_popover (panel, 0);
  panel_settle ();
  SAVE ("claims-filter");
  {
    g_autofree char *shot = g_strdup_printf ("import -window root %s/%s-root.png 2>/dev/null || maim %s/%s-root.png", folder, prefix, folder, prefix);
    if (system (shot) != 0) g_print ("no shot\n");
  }
  gtk_menu_button_popdown (GTK_MENU_BUTTON (gtk_widget_get_next_sibling (panel_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL, NULL))));
  activate (panel, "show-caveats");
  SAVE ("caveats");
  activate (panel, "show-sources");
  SAVE ("sources");
  activate (panel, "show-claims");
  entry = panel_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ibanez");
  SAVE ("search");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ibanez submarine");
  SAVE ("none");
  proviso_panel_set_project (PROVISO_PANEL (panel), empty, selection);
  SAVE ("empty");
  activate (panel, "show-caveats");
  SAVE ("empty-caveats");
  activate (panel, "show-sources");
  SAVE ("empty-sources");
  proviso_panel_set_project (PROVISO_PANEL (panel), large, selection);
  SAVE ("large");
  proviso_panel_set_project (PROVISO_PANEL (panel), NULL, NULL);
  SAVE ("nothing");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/proviso_editor/Proviso/icons");
  folder = argc > 1 ? argv[1] : ".";

  run ("light", 400, 760);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  run ("dark", 400, 760);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  run ("rtl", 360, 720);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  run ("large-text", 360, 720);

  return 0;
}
