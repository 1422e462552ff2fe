/* test-drop.c: a file that a hand drags from another window onto the program's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-import-dialog.h"
#include "app/proviso-window.h"

#include <glib/gstdio.h>

#define SOURCE_TITLE "Files to Drag"

static GtkWindow *
create_source (GFile *file)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("article.txt");
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  GdkFileList *list = gdk_file_list_new_from_list (files);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);

  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), SOURCE_TITLE);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}

static AdwDialog *
get_dialog (GtkWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
test_text_file (void)
{
  g_autoptr (ProvisoApplication) application = proviso_application_new ();
  g_autofree char *folder = g_dir_make_tmp ("proviso-drop-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "article.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;
  GtkWindow *window, *source;

  g_file_set_contents (path, "One paragraph of the article.\nAnother one right below.\n", -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_activate (G_APPLICATION (application));
  window = GTK_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);
  WAIT_UNTIL (gtk_window_is_active (window));
  source = create_source (file);
  WAIT_UNTIL (gtk_window_is_active (source));

  /* Side by side, then over some way, with time to take it up and to let it go. */
  command =
      g_strdup_printf ("sh -c 's=$(xdotool search --name \"^%s$\" | tail -n 1); "
                       "t=$(xdotool search --name \"^%s$\" | tail -n 1); "
                       "xdotool windowmove $t 300 50 windowmove $s 0 50 sleep 0.5 "
                       "mousemove --window $s 100 110 sleep 0.2 mousedown 1 sleep 0.2 "
                       "mousemove_relative 8 4 sleep 0.1 mousemove_relative 12 4 sleep 0.3 "
                       "mousemove --window $t 300 300 sleep 0.3 mousemove_relative 2 2 sleep 0.5 mouseup 1'",
                       SOURCE_TITLE, gtk_window_get_title (window));
  g_assert_true (g_spawn_command_line_async (command, &error));
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));

  gtk_window_destroy (source);
  adw_dialog_close (get_dialog (window));
  WAIT_UNTIL (get_dialog (window) == NULL);
  proviso_window_close_now (PROVISO_WINDOW (window));
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drop/text-file", test_text_file);

  return g_test_run ();
}
