/* test-reading-aids.c: the coverage of a draft, and its open caveats alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-coverage-look.h"
#include "editor/editor-picture.h"
#include "editor/proviso-hover-card.h"

#include <math.h>

static ProvisoReadingAids *
get_aids (Fixture *fixture)
{
  return proviso_draft_view_get_reading_aids (fixture->view);
}

static void
toggle (Fixture *fixture, const char *action)
{
  fixture_activate (fixture, action, NULL);
}

/* But for how the renderer rounds edges of letters. */
#define assert_alike(a, b) g_assert_cmpint (ABS ((int) (a) - (int) (b)), <=, 12)

static void
test_coverage (Fixture *fixture, gconstpointer draft)
{
  ProvisoStatisticsBar *bar = proviso_draft_pane_get_statistics_bar (fixture->pane);
  g_autoptr (GdkTexture) before = NULL;
  g_autoptr (GdkTexture) after = NULL;
  g_autoptr (GdkTexture) off = NULL;
  ProvisoClaim *claim = fixture_claim (fixture, "Two came");
  g_autoptr (GVariant) state = NULL;

  before = picture_take (fixture);
  g_assert_cmpuint (picture_get_darkest (fixture, before, "Two"), <, 130);
  toggle (fixture, "coverage");
  state = g_action_group_get_action_state (proviso_draft_pane_get_action_group (fixture->pane), "coverage");
  g_assert_true (g_variant_get_boolean (state));
  fixture_wait_for (strstr (proviso_statistics_bar_get_count_text (bar), "33% of sentences tied · "));
  g_assert_cmpstr (proviso_reading_aids_get_announced (get_aids (fixture)), ==, "33% of sentences tied");

  after = picture_take (fixture);
  g_assert_cmpuint (picture_get_darkest (fixture, after, "Two"), >, picture_get_darkest (fixture, before, "Two") + 30);
  assert_alike (picture_get_darkest (fixture, after, "One"), picture_get_darkest (fixture, before, "One"));
  assert_alike (picture_get_darkest (fixture, after, "Title"), picture_get_darkest (fixture, before, "Title"));
  assert_alike (picture_get_darkest (fixture, after, "quoted"), picture_get_darkest (fixture, before, "quoted"));

  /* It follows what is done to claims and text. */
  fixture_claim (fixture, "Three");
  fixture_wait_for (strstr (proviso_statistics_bar_get_count_text (bar), "67% of sentences tied"));
  fixture_place (fixture, "One");
  fixture_press ("F i r s t period space");
  fixture_wait_for (strstr (proviso_statistics_bar_get_count_text (bar), "50% of sentences tied"));
  proviso_project_remove (fixture->project, claim);
  fixture_wait_for (strstr (proviso_statistics_bar_get_count_text (bar), "25% of sentences tied"));

  toggle (fixture, "coverage");
  g_assert_null (strstr (proviso_statistics_bar_get_count_text (bar), "tied"));
  g_assert_cmpstr (proviso_reading_aids_get_announced (get_aids (fixture)), !=, "33% of sentences tied");
  off = picture_take (fixture);
  g_assert_cmpuint (picture_get_darkest (fixture, off, "Three"), <, picture_get_darkest (fixture, before, "Two") + 15);
}

static guint
count_drawn (Fixture *fixture)
{
  guint start;
  GArray *passages;
  g_autoptr (GdkTexture) texture = picture_take (fixture);

  passages = proviso_passage_painter_get_frame (proviso_draft_view_get_painter (fixture->view), &start);
  return passages->len;
}

static void
test_only_open (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *one = fixture_claim (fixture, "One"), *two = fixture_claim (fixture, "Two");
  ProvisoCaveat *on_claim = proviso_project_add_caveat (fixture->project, one, 0, 0);
  guint start = fixture_find (fixture, "Three");
  ProvisoCaveat *own = proviso_project_add_caveat (fixture->project, NULL, start, start + 5);
  g_autoptr (GError) error = NULL;
  ProvisoRecord *found;

  g_assert_cmpuint (count_drawn (fixture), ==, 3);
  toggle (fixture, "only-open-caveats");
  g_assert_cmpuint (count_drawn (fixture), ==, 2);
  g_assert_cmpstr (proviso_reading_aids_get_announced (get_aids (fixture)), ==,
                   "Only passages with open caveats are underlined");

  proviso_project_set (fixture->project, own, "state", PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
  g_assert_cmpuint (count_drawn (fixture), ==, 1);
  proviso_project_set (fixture->project, on_claim, "state", PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
  g_assert_cmpuint (count_drawn (fixture), ==, 0);

  /* What is not drawn is there all the same. */
  fixture_place (fixture, "Two");
  fixture_activate (fixture, "show-in-panel", NULL);
  found = proviso_selection_get_record (fixture->selection);
  g_assert_true (found == PROVISO_RECORD (two));

  toggle (fixture, "only-open-caveats");
  g_assert_cmpuint (count_drawn (fixture), ==, 3);
}

static ProvisoRecord *
get_card_record (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (PROVISO_IS_HOVER_CARD (child) && gtk_widget_get_visible (child))
      return proviso_hover_card_get_record (PROVISO_HOVER_CARD (child));
  return NULL;
}

/* Moves the pointer to `words`, in two steps, as a hand would. */
static void
rest_on (Fixture *fixture, const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  GtkTextIter iter;
  GdkRectangle place;
  graphene_point_t point;
  g_autofree char *command = NULL;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter,
                                      fixture_find (fixture, words) + 1);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), fixture->window,
                                           &GRAPHENE_POINT_INIT (place.x + 3, place.y + 6), &point));
  command = g_strdup_printf ("sh -c 'w=$(xdotool getactivewindow) && xdotool mousemove --window $w %d %d "
                             "sleep 0.1 mousemove --window $w %d %d'",
                             (int) point.x + 20, (int) point.y + 2, (int) point.x, (int) point.y);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* A card tells of what is seen, also where something within it is not drawn. */
static void
test_only_open_card (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *outer = fixture_claim (fixture, "Two came"), *inner = fixture_claim (fixture, "Two");

  proviso_project_add_caveat (fixture->project, outer, 0, 0);
  fixture_wait (100);
  rest_on (fixture, "Two");
  fixture_wait_for (get_card_record (fixture) == PROVISO_RECORD (inner));
  rest_on (fixture, "quoted");
  fixture_wait_for (get_card_record (fixture) == NULL);

  toggle (fixture, "only-open-caveats");
  rest_on (fixture, "Two");
  fixture_wait_for (get_card_record (fixture) != NULL);
  g_assert_true (get_card_record (fixture) == PROVISO_RECORD (outer));
}

static double
get_luminance (const double *channels)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] *
           (channels[i] <= 0.04045 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

/* Words under the veil, as the two styles have them: WCAG 2.2 asks for 4.5, and in high contrast for 7. */
static void
test_contrast (Fixture *fixture, gconstpointer draft)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (guint dark = 0; dark < 2; dark++)
    {
      GdkRGBA page, words;

      adw_style_manager_set_color_scheme (manager,
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      fixture_wait (100);
      proviso_coverage_look_get_page (GTK_TEXT_VIEW (fixture->view), &page);
      gtk_widget_get_color (GTK_WIDGET (fixture->view), &words);
      for (guint contrast = 0; contrast < 2; contrast++)
        {
          double back[] = { page.red, page.green, page.blue };
          double front[3], one, two;
          GdkRGBA veil;

          proviso_coverage_look_get_veil (&words, &page, contrast, &veil);
          g_test_message ("page %g, words %g, veil %g", page.green, words.green, veil.alpha);
          for (guint i = 0; i < 3; i++)
            front[i] = back[i] + ((const double[]) { words.red, words.green, words.blue }[i] - back[i]) *
                                     words.alpha * (1 - veil.alpha);
          one = get_luminance (back) + 0.05;
          two = get_luminance (front) + 0.05;
          g_assert_cmpfloat (veil.alpha, >, contrast ? 0 : 0.15);
          g_assert_cmpfloat (MAX (one, two) / MIN (one, two), >=, contrast ? 7 : 4.5);
        }
    }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  static const char draft[] = "# Title\n\nOne went. Two came. Three stayed.\n\n> A quoted line.\n";

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(path, function) g_test_add (path, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/reading-aids/coverage", test_coverage);
  ADD ("/editor/reading-aids/only-open", test_only_open);
  ADD ("/editor/reading-aids/only-open-card", test_only_open_card);
  ADD ("/editor/reading-aids/contrast", test_contrast);
  return g_test_run ();
}
