/* test-statistics-bar.c: counts and outline follow the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"

#define wait_for_count(fixture, text)                                                                        \
  fixture_wait_for (g_strcmp0 (proviso_statistics_bar_get_count_text (                                       \
                                   proviso_draft_pane_get_statistics_bar ((fixture)->pane)),                 \
                               text) == 0)

static const char *
get_heading (Fixture *fixture)
{
  return proviso_statistics_bar_get_heading_text (proviso_draft_pane_get_statistics_bar (fixture->pane));
}

static void
test_counts (Fixture *fixture, gconstpointer draft)
{
  wait_for_count (fixture, "11 words · 1 min");
  fixture_select (fixture, "three four");
  wait_for_count (fixture, "2 of 11 words · 1 min");
  fixture_place (fixture, "three");
  wait_for_count (fixture, "11 words · 1 min");

  proviso_text_replace (proviso_project_get_text (fixture->project), fixture_find (fixture, "three"), 0,
                        "and ");
  wait_for_count (fixture, "12 words · 1 min");
  proviso_history_undo (proviso_project_get_history (fixture->project));
  wait_for_count (fixture, "11 words · 1 min");
}

static void
test_review_mode (Fixture *fixture, gconstpointer draft)
{
  GtkWidget *box =
      gtk_widget_get_first_child (GTK_WIDGET (proviso_draft_pane_get_statistics_bar (fixture->pane)));
  GtkWidget *label = gtk_widget_get_first_child (box);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Review Mode");
  g_assert_false (gtk_widget_get_visible (label));
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);
  g_assert_true (gtk_widget_get_visible (label));
  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  g_assert_false (gtk_widget_get_visible (label));
}

/* Nothing moves when the first heading is written. */
static void
test_height (Fixture *fixture, gconstpointer draft)
{
  GtkWidget *bar = GTK_WIDGET (proviso_draft_pane_get_statistics_bar (fixture->pane));
  int with, without;

  wait_for_count (fixture, "11 words · 1 min");
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, &with, NULL, NULL, NULL);
  proviso_text_replace (proviso_project_get_text (fixture->project), 0,
                        proviso_text_get_length (proviso_project_get_text (fixture->project)), "One two.\n");
  wait_for_count (fixture, "2 words · 1 min");
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, &without, NULL, NULL, NULL);
  g_assert_cmpint (without, ==, with);
}

static void
test_headings (Fixture *fixture, gconstpointer draft)
{
  wait_for_count (fixture, "11 words · 1 min");
  fixture_place (fixture, "Before");
  g_assert_cmpstr (get_heading (fixture), ==, "");
  fixture_place (fixture, "three");
  g_assert_cmpstr (get_heading (fixture), ==, "First");
  fixture_place (fixture, "five");
  g_assert_cmpstr (get_heading (fixture), ==, "Second part");

  fixture_activate (fixture, "go-to-heading", g_variant_new_uint32 (fixture_find (fixture, "# First")));
  g_assert_cmpstr (get_heading (fixture), ==, "First");
  g_assert_cmpuint (proviso_buffer_get_cursor (fixture_get_buffer (fixture)), ==,
                    fixture_find (fixture, "# First"));
}

/* By keyboard: the list opens at the present heading, and Enter jumps. */
static void
test_outline (Fixture *fixture, gconstpointer draft)
{
  wait_for_count (fixture, "11 words · 1 min");
  fixture_place (fixture, "three");
  fixture_activate (fixture, "show-outline", NULL);
  fixture_wait (400);
  fixture_press ("Down");
  fixture_press ("Return");
  fixture_wait_for (g_strcmp0 (get_heading (fixture), "Second part") == 0);
  fixture_wait_for (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
}

int
main (int argc, char **argv)
{
  static const char draft[] =
      "Before all.\n\n# First\n\none two three four.\n\n## Second *part*\n\nfive six.\n";

  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(path, function) g_test_add (path, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/statistics-bar/counts", test_counts);
  ADD ("/editor/statistics-bar/review-mode", test_review_mode);
  ADD ("/editor/statistics-bar/height", test_height);
  ADD ("/editor/statistics-bar/headings", test_headings);
  ADD ("/editor/statistics-bar/outline", test_outline);
  return g_test_run ();
}
