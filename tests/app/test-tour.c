/* test-tour.c: the tour, taken through the real window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-tour.h"
#include "app/proviso-window.h"
#include "editor/proviso-draft-pane.h"
#include "panel/find.h"
#include "panel/proviso-check-group.h"
#include "panel/proviso-record-page.h"
#include "panel/proviso-state-group.h"

static ProvisoApplication *application;
static GSettings *settings;

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static ProvisoWindow *
get_window (void)
{
  return PROVISO_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);
}

static void
close_windows (void)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_close_now (l->data);
  WAIT_UNTIL (count_windows () == 0);
}

static void
press (ProvisoWindow *window, const char *label)
{
  WAIT_UNTIL (find_labelled (GTK_WIDGET (window), label) != NULL);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (window), label), "clicked");
}

static ProvisoTour *
start_tour (ProvisoWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.take-tour", NULL));
  WAIT_UNTIL (find_labelled (GTK_WIDGET (window), "_Next") != NULL);
  return find_child (GTK_WIDGET (window), PROVISO_TYPE_TOUR);
}

/* Whether all of the widget is in sight, in what scrolls it. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, viewport, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (viewport);
}

/* The text of the record whose page the marked part is in. */
static char *
dup_told (ProvisoTour *tour)
{
  ProvisoRecord *record = proviso_record_page_get_record (proviso_record_page_find (proviso_tour_get_target (tour)));
  char *text;

  g_object_get (record, PROVISO_IS_CLAIM (record) ? "statement" : "text", &text, NULL);
  return text;
}

static gboolean
cursor_is_before (ProvisoWindow *window, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW));
  GtkTextIter cursor, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  end = cursor;
  gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_text (&cursor, &end);
  return g_str_has_prefix (text, words);
}

static void
test_steps (void)
{
  ProvisoWindow *window;
  ProvisoTour *tour;
  GtkWidget *focus;
  g_autofree char *claim = NULL, *caveat = NULL, *checked = NULL;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  tour = start_tour (window);
  g_assert_cmpuint (count_windows (), ==, 1);

  /* The passage, in the draft. */
  g_assert_null (proviso_tour_get_target (tour));
  WAIT_UNTIL (cursor_is_before (window, "reportedly withdrew from"));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus == find_labelled (GTK_WIDGET (window), "_Next"));
  g_assert_false (gtk_widget_is_sensitive (find_labelled (GTK_WIDGET (window), "_Back")));

  /* Its claim, a caveat, a check: parts of the pages in the panel. The focus stays in the card. */
  press (window, "_Next");
  claim = dup_told (tour);
  g_assert_true (g_str_has_prefix (claim, "Brenner & Sohn withdrew"));
  WAIT_UNTIL (is_in_sight (proviso_tour_get_target (tour)));
  press (window, "_Next");
  caveat = dup_told (tour);
  g_assert_true (g_str_has_prefix (caveat, "Two newsletters"));
  g_assert_true (PROVISO_IS_STATE_GROUP (proviso_tour_get_target (tour)));
  WAIT_UNTIL (is_in_sight (proviso_tour_get_target (tour)));
  press (window, "_Next");
  checked = dup_told (tour);
  g_assert_true (g_str_has_prefix (checked, "Halden Grid is discontinuing"));
  g_assert_true (PROVISO_IS_CHECK_GROUP (proviso_tour_get_target (tour)));
  WAIT_UNTIL (is_in_sight (proviso_tour_get_target (tour)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);

  press (window, "_Back");
  g_assert_true (PROVISO_IS_STATE_GROUP (proviso_tour_get_target (tour)));
  press (window, "_Next");
  press (window, "_Done");
  g_assert_null (proviso_tour_get_target (tour));
  WAIT_UNTIL (find_labelled (GTK_WIDGET (window), "_Done") == NULL);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));

  /* No trace of it is left, until it is taken again. */
  WAIT_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (tour)));
  g_assert_true (start_tour (window) == tour);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (tour)));
  proviso_tour_stop (tour);
  WAIT_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (tour)));

  /* All that was only looked at. */
  g_assert_false (proviso_document_get_unsaved (proviso_window_get_document (window)));
  close_windows ();
}

static void
test_again (void)
{
  ProvisoWindow *window;
  ProvisoTour *tour;
  ProvisoProject *project;
  GtkWidget *text;

  /* Where the example is open, and without what was deleted in it. */
  proviso_application_open_example (application, NULL);
  window = get_window ();
  WAIT_UNTIL (proviso_window_get_workspace (window) != NULL &&
              gtk_widget_get_mapped (GTK_WIDGET (proviso_window_get_workspace (window))));
  tour = start_tour (window);
  g_assert_cmpuint (count_windows (), ==, 1);
  project = proviso_document_get_project (proviso_window_get_document (window));
  proviso_project_remove (project, proviso_project_find_caveat (project, "88eb27a2-5ba2-58eb-ae54-96cebf5db19f"));
  press (window, "_Next");
  press (window, "_Next");
  g_assert_null (proviso_tour_get_target (tour));
  press (window, "_Next");
  g_assert_nonnull (proviso_tour_get_target (tour));

  /* The card is in nobody's way: the focus of whoever works elsewhere stays there. */
  text = find_child (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (text);
  proviso_tour_stop (tour);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == text);

  /* A project that is not the example stays as it is: the tour has a window of its own. */
  g_assert_false (proviso_tour_fits (project));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.take-tour", NULL));
  WAIT_UNTIL (count_windows () == 2 && find_child (GTK_WIDGET (get_window ()), PROVISO_TYPE_TOUR) != NULL);
  WAIT_UNTIL (find_labelled (GTK_WIDGET (get_window ()), "_Next") != NULL);
  g_assert_true (get_window () != window);
  close_windows ();
}

static void
test_offer (void)
{
  ProvisoWindow *window;

  g_settings_reset (settings, "offer-tour");
  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  WAIT_UNTIL (find_labelled (GTK_WIDGET (window), "_New Project") != NULL);
  g_assert_nonnull (find_labelled (GTK_WIDGET (window), "Take a _Tour"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.new-project", NULL));
  WAIT_UNTIL (proviso_window_get_workspace (window) != NULL &&
              gtk_widget_get_mapped (GTK_WIDGET (proviso_window_get_workspace (window))));
  close_windows ();

  /* Once. */
  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  WAIT_UNTIL (find_labelled (GTK_WIDGET (window), "_New Project") != NULL);
  g_assert_null (find_labelled (GTK_WIDGET (window), "Take a _Tour"));
  close_windows ();
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  /* libspelling leaks a little where a text goes away before it was looked at; spelling has its own tests. */
  settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_settings_set_boolean (settings, "check-spelling", FALSE);

  application = proviso_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/tour/offer", test_offer);
  g_test_add_func ("/tour/steps", test_steps);
  g_test_add_func ("/tour/again", test_again);

  status = g_test_run ();
  g_clear_object (&application);
  g_clear_object (&settings);
  return status;
}
