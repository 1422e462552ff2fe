/* bench-keystroke.c: one keystroke in a draft of 1 MB with 10,000 claims, against a bare GtkSourceView.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both views show the same text, highlighted alike, in the same font and column and with or without the same
 * spelling checker, each in a window of its own. A letter is typed into one, then into the other, and so on. What counts
 * is the processor time of the main thread from the change of the buffer to the end of the frame that shows it:
 * waiting for the next refresh of the screen is the same for everybody and left out.
 */
#include "bench-project.h"
#include "bench-stats.h"

#include "editor/proviso-draft-pane.h"

#include <libspelling.h>
#include <time.h>

#define N_CLAIMS 10000
#define N_KEYS 600
#define N_WARM_UP 60
#define LIMIT 1.25

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
on_after_paint (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Types a letter and waits for its frame. Returns: the main thread's time, in ms. */
static double
type_letter (GtkTextView *view, const char *letter)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (view));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);
  double started;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  painted = FALSE;
  started = get_thread_ms ();
  gtk_text_buffer_begin_user_action (gtk_text_view_get_buffer (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), letter, -1);
  gtk_text_buffer_end_user_action (gtk_text_view_get_buffer (view));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  started = get_thread_ms () - started;
  g_signal_handler_disconnect (clock, handler);

  return started;
}

static void
put_cursor_in_the_middle (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, gtk_text_buffer_get_line_count (buffer) / 2);
  gtk_text_iter_forward_chars (&iter, 42);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0.5, 0.5);
}

static gboolean
is_cursor_visible (GtkTextView *view)
{
  GdkRectangle visible, cursor;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);

  return cursor.y >= visible.y && cursor.y + cursor.height <= visible.y + visible.height;
}

static GtkWidget *
new_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* The peer: what GtkSourceView does by itself with this text. */
static GtkTextView *
new_bare_view (GtkTextView *like, gboolean spelling)
{
  GtkSourceBuffer *like_buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (like));
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (gtk_source_buffer_new (NULL));
  GtkWidget *view = gtk_source_view_new_with_buffer (GTK_SOURCE_BUFFER (buffer));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) classes = gtk_widget_get_css_classes (GTK_WIDGET (like));

  /* Font and line height, which come from style classes, weigh more than anything else here. */
  gtk_widget_set_css_classes (view, (const char **) classes);
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (buffer), gtk_source_buffer_get_language (like_buffer));
  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (buffer), gtk_source_buffer_get_style_scheme (like_buffer));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), gtk_text_view_get_wrap_mode (like));
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), gtk_text_view_get_left_margin (like));
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), gtk_text_view_get_right_margin (like));
  gtk_text_view_set_pixels_above_lines (GTK_TEXT_VIEW (view), gtk_text_view_get_pixels_above_lines (like));
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), gtk_text_view_get_pixels_below_lines (like));
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (view), gtk_text_view_get_pixels_inside_wrap (like));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (like), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (like), &start, &end, TRUE);
  gtk_text_buffer_set_text (buffer, text, -1);
  if (spelling)
    {
      g_autoptr (SpellingTextBufferAdapter) adapter =
          spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (buffer), spelling_checker_get_default ());

      spelling_text_buffer_adapter_set_enabled (adapter, TRUE);
      g_object_set_data_full (G_OBJECT (view), "spelling", g_steal_pointer (&adapter), g_object_unref);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  new_window (scroller);
  g_object_unref (buffer);

  return GTK_TEXT_VIEW (view);
}

static gboolean
measure (gboolean spelling)
{
  g_autoptr (ProvisoProject) project = bench_project_new (N_CLAIMS);
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *pane = g_object_ref_sink (proviso_draft_pane_new ());
  GtkWidget *window;
  GtkTextView *view, *bare;
  gboolean met;

  g_object_set (pane, "check-spelling", spelling, NULL);
  window = new_window (pane);
  proviso_draft_pane_set_project (PROVISO_DRAFT_PANE (pane), project, selection);
  do
    run_for (50);
  while (proviso_draft_pane_get_loading (PROVISO_DRAFT_PANE (pane)));
  view = GTK_TEXT_VIEW (proviso_draft_pane_get_view (PROVISO_DRAFT_PANE (pane)));
  run_for (1000);
  bare = new_bare_view (view, spelling);
  put_cursor_in_the_middle (view);
  put_cursor_in_the_middle (bare);
  /* Highlighting and spelling work through the whole text first. */
  run_for (8000);
  /* And lines that were given their height have moved the middle out of sight. */
  put_cursor_in_the_middle (view);
  put_cursor_in_the_middle (bare);
  run_for (1000);
  g_assert_true (is_cursor_visible (view) && is_cursor_visible (bare));

  for (guint i = 0; i < N_KEYS + N_WARM_UP; i++)
    {
      const char *letter = i % 6 == 5 ? " " : "e";
      double our_time = type_letter (view, letter), their_time = type_letter (bare, letter);

      if (i < N_WARM_UP)
        continue;
      g_array_append_val (ours, our_time);
      g_array_append_val (theirs, their_time);
    }

  met = bench_report (spelling ? "keystroke, median, spelling on" : "keystroke, median",
                      "bare GtkSourceView",
                      ours,
                      theirs,
                      0.5,
                      LIMIT);
  met &= bench_report (spelling ? "keystroke, 99th percentile, spelling on" : "keystroke, 99th percentile",
                       "bare GtkSourceView",
                       ours,
                       theirs,
                       0.99,
                       LIMIT);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (bare))));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (pane);

  return met;
}

int
main (int argc, char **argv)
{
  gboolean met;

  gtk_init ();
  adw_init ();
  gtk_source_init ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

  met = measure (FALSE);
  met &= measure (TRUE);

  return met ? 0 : 1;
}
