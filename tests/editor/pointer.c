/* pointer.c: moves the pointer over the draft as a hand would.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/pointer.h"

/* Moves the pointer to the middle of `words`, in two steps, as a hand would. */
void
point_at (Fixture *fixture, const char *words)
{
  GtkTextIter iter;
  GdkRectangle location;
  graphene_point_t point;
  g_autofree char *command = NULL;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter,
                                      fixture_find (fixture, words) + 1);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &location);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture->view), GTK_TEXT_WINDOW_WIDGET, location.x,
                                         location.y, &location.x, &location.y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (fixture->view), fixture->window,
                                           &GRAPHENE_POINT_INIT (location.x + 3, location.y + 6), &point));
  command =
      g_strdup_printf ("sh -c 'w=$(xdotool getactivewindow) && xdotool mousemove --window $w %d %d sleep 0.1 "
                       "mousemove --window $w %d %d'",
                       (int) point.x + 20, (int) point.y + 2, (int) point.x, (int) point.y);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  fixture_wait (100);
}

/* Drags what is selected to in front of `words`, as a hand would: over some way, with time to take it up. */
void
drag_to (Fixture *fixture, const char *from, const char *to)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  graphene_point_t points[2];
  g_autofree char *command = NULL;

  for (guint i = 0; i < 2; i++)
    {
      GtkTextIter iter;
      GdkRectangle location;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter,
                                          fixture_find (fixture, i == 0 ? from : to) + (i == 0 ? 3 : 0));
      gtk_text_view_get_iter_location (view, &iter, &location);
      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, location.x, location.y,
                                             &location.x, &location.y);
      g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), fixture->window,
                                               &GRAPHENE_POINT_INIT (location.x + 1, location.y + 8),
                                               &points[i]));
    }
  command = g_strdup_printf ("sh -c 'w=$(xdotool getactivewindow) && xdotool mousemove --window $w %d %d "
                             "sleep 0.2 mousedown 1 sleep 0.2 "
                             "mousemove_relative -- 6 2 sleep 0.1 mousemove_relative -- 12 4 sleep 0.3 "
                             "mousemove --window $w %d %d "
                             "sleep 0.2 mousemove_relative -- 1 1 sleep 0.3 mouseup 1'",
                             (int) points[0].x, (int) points[0].y, (int) points[1].x, (int) points[1].y);
  /* The program goes on meanwhile. */
  g_assert_true (g_spawn_command_line_async (command, NULL));
}
