/* test-suggestion-focus.c: where the keyboard is as a suggested edit is applied, undone and applied again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"
#include "panel/sample.h"

#include "panel/proviso-caveat-page.h"

typedef struct
{
  Sample *sample;
  GtkWidget *page;
  GtkWidget *apply; /* the row */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer suggestion)
{
  Sample *sample = sample_new (360, 700);

  fixture->sample = sample;
  proviso_project_set (sample->project, sample->caveat, "suggestion", suggestion, NULL);
  fixture->page = GTK_WIDGET (proviso_caveat_page_new (sample->project, sample->selection, sample->caveat));
  sample_push (sample, ADW_NAVIGATION_PAGE (fixture->page));
  fixture->apply = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "A_pply to Draft");
  g_assert_nonnull (fixture->apply);
}

static void
tear_down (Fixture *fixture, gconstpointer suggestion)
{
  sample_free (fixture->sample);
}

static void
assert_focus_on_page (Fixture *fixture)
{
  GtkWidget *focus;

  sample_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->sample->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->page));
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_sensitive (focus));
}

static void
focus_apply (Fixture *fixture)
{
  sample_settle ();
  g_assert_true (gtk_widget_get_mapped (fixture->apply));
  g_assert_true (gtk_widget_grab_focus (fixture->apply));
}

/* Whatever goes under the keyboard's hands, it stays on the page. */
static void
test_undo_and_redo (Fixture *fixture, gconstpointer suggestion)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->sample->project);

  focus_apply (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->page, "caveat.apply-suggestion", NULL));
  g_assert_cmpint (proviso_caveat_get_state (fixture->sample->caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
  assert_focus_on_page (fixture);

  for (guint i = 0; i < 2; i++)
    {
      proviso_history_undo (history);
      g_assert_cmpint (proviso_caveat_get_state (fixture->sample->caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
      assert_focus_on_page (fixture);
      /* As somebody who means to apply it after all. */
      focus_apply (fixture);
      proviso_history_redo (history);
      assert_focus_on_page (fixture);
    }
}

/* What is done elsewhere takes no focus. */
static void
test_elsewhere (Fixture *fixture, gconstpointer suggestion)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->sample->project);
  GtkWidget *type = find_row (fixture->page, ADW_TYPE_COMBO_ROW, "Type");
  GtkWidget *focus;

  g_assert_true (gtk_widget_activate_action (fixture->page, "caveat.apply-suggestion", NULL));
  sample_settle ();
  g_assert_true (gtk_widget_grab_focus (type));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->sample->window));
  proviso_history_undo (history);
  sample_settle ();
  proviso_history_redo (history);
  sample_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->sample->window)) == focus);
}

#define ADD(name, suggestion, function) \
  g_test_add ("/suggestion-focus/" name, Fixture, suggestion, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("other-words", "puts the loss of 2025 at about 4 million crowns", test_undo_and_redo);
  /* The passage is gone then, and nothing left to suggest an edit of. */
  ADD ("no-words", "", test_undo_and_redo);
  ADD ("elsewhere", "puts the loss of 2025 at about 4 million crowns", test_elsewhere);

  return g_test_run ();
}
