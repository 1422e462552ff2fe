/* bench-window.c: the window stays responsive while a project of 10,000 claims is opened and saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real window of the real application. What is measured is the longest stretch by the clock in which the
 * main loop did not look at its events. Beside it stands the floor of the platform: a bare GtkSourceView that is
 * given its language, and a bare GtkListView that is given as many rows of an image, two labels and a button.
 */
#include "bench-loop.h"
#include "bench-project.h"

#include "app/proviso-application.h"
#include "app/proviso-window.h"
#include "storage/proviso-codec.h"

#include <gtksourceview/gtksource.h>

#define N_CLAIMS 10000
#define MAX_STALL_MS 50

static gboolean met = TRUE;

static void
report (const char *name, double ms, double limit, double floor_ms)
{
  gboolean good = ms <= limit || ms <= floor_ms * 1.1;

  g_print ("%-34s %5.1f ms at the longest (at most %.0f, or 1.1 of the bare widgets' %.1f) %s\n",
           name,
           ms,
           limit,
           floor_ms,
           good ? "met" : "MISSED");
  met &= good;
}

static gboolean
is_open (gpointer user_data)
{
  ProvisoDocument *document = proviso_window_get_document (user_data);

  return proviso_document_get_state (document) == PROVISO_DOCUMENT_STATE_SAVED &&
         proviso_record_list_get_size (proviso_project_get_claims (proviso_document_get_project (document))) == N_CLAIMS;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!proviso_document_save_finish (PROVISO_DOCUMENT (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static GtkWidget *
new_label (gboolean caption)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (caption)
    gtk_widget_add_css_class (label, "caption");

  return label;
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (lines), new_label (FALSE));
  gtk_box_append (GTK_BOX (lines), new_label (TRUE));
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (image));
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));

  gtk_image_set_from_icon_name (GTK_IMAGE (image), "object-select-symbolic");
  gtk_label_set_label (GTK_LABEL (title), text);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), "Reported · Quantity · 28 Mar 2026 · 1 source");
}

/* What the toolkit takes for the same by itself. */
static double
measure_floor (ProvisoProject *project, int width, int height)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr (GtkSourceBuffer) buffer = gtk_source_buffer_new (NULL);
  ProvisoRecordList *claims = proviso_project_get_claims (project);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_view_new (NULL, factory);
  double longest;

  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    gtk_string_list_append (strings, proviso_claim_get_statement (proviso_record_list_peek (claims, i)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  bench_loop_run_for (1000);

  bench_loop_reset ();
  gtk_source_buffer_set_language (
      buffer, gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "markdown"));
  bench_loop_run_for (100);
  g_object_set (list, "model", gtk_single_selection_new (g_object_ref (G_LIST_MODEL (strings))), NULL);
  bench_loop_run_for (1000);
  longest = bench_loop_get_longest_stall ();
  gtk_window_destroy (GTK_WINDOW (window));

  return longest;
}

static void
on_activate (GApplication *application, GFile *file)
{
  g_autoptr (ProvisoProject) project = bench_project_new (N_CLAIMS);
  /* About as large as the list is in the window. First, for the same caches to be cold. */
  double floor_ms = measure_floor (project, 380, 640);
  ProvisoWindow *window = proviso_window_new (PROVISO_APPLICATION (application));
  ProvisoDocument *document = proviso_window_get_document (window);
  gboolean saved = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  bench_loop_run_for (1500);

  bench_loop_reset ();
  proviso_window_open_file (window, file, NULL);
  if (!bench_loop_run_until (is_open, window, 60))
    g_error ("The project did not open");
  bench_loop_run_for (3000);
  report ("open: stall of the main loop", bench_loop_get_longest_stall (), MAX_STALL_MS, floor_ms);

  proviso_text_replace (proviso_project_get_text (proviso_document_get_project (document)), 100, 0, "x");
  bench_loop_run_for (2000);
  bench_loop_reset ();
  proviso_document_save_async (document, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL, on_saved, &saved);
  if (!bench_loop_run_until (is_true, &saved, 60))
    g_error ("The project was not saved");
  bench_loop_run_for (1000);
  report ("save: stall of the main loop", bench_loop_get_longest_stall (), MAX_STALL_MS, 0);

  proviso_window_close_now (window);
  g_application_quit (application);
}

int
main (int argc, char **argv)
{
  g_autoptr (ProvisoProject) project = bench_project_new (N_CLAIMS);
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, NULL);
  g_autoptr (ProvisoApplication) application = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  file = g_file_new_tmp ("XXXXXX.proviso", &stream, &error);
  if (file == NULL || !g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                                FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    g_error ("%s", error->message);

  bench_loop_init ();
  application = proviso_application_new ();
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), file);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_file_delete (file, NULL, NULL);

  return met ? 0 : 1;
}
