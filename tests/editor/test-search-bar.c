/* test-search-bar.c: find and replace in a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"
#include "panel/find.h"

static ProvisoSearchBar *
search (Fixture *fixture, const char *text)
{
  ProvisoSearchBar *bar = proviso_draft_pane_get_search_bar (fixture->pane);

  fixture_activate (fixture, "replace", NULL);
  gtk_source_search_settings_set_search_text (proviso_search_bar_get_settings (bar), text);
  return bar;
}

static char *
dup_selected (Fixture *fixture)
{
  guint start, end;

  proviso_buffer_get_selection (fixture_get_buffer (fixture), &start, &end);
  return proviso_text_get_slice (PROVISO_TEXT (fixture_get_buffer (fixture)), start, end);
}

#define wait_for_count(bar, text)                                                                            \
  fixture_wait_for (g_strcmp0 (proviso_search_bar_get_count_text (bar), text) == 0)

static gboolean
has_error_within (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "error") && gtk_widget_get_visible (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (has_error_within (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_error (ProvisoSearchBar *bar)
{
  return has_error_within (GTK_WIDGET (bar));
}

static void
test_count (Fixture *fixture, gconstpointer draft)
{
  ProvisoSearchBar *bar = search (fixture, "lab");
  GtkSourceSearchSettings *settings = proviso_search_bar_get_settings (bar);

  wait_for_count (bar, "1 of 4");
  proviso_search_bar_next (bar);
  wait_for_count (bar, "2 of 4");
  proviso_search_bar_previous (bar);
  wait_for_count (bar, "1 of 4");
  proviso_search_bar_previous (bar);
  wait_for_count (bar, "4 of 4");

  gtk_source_search_settings_set_case_sensitive (settings, TRUE);
  wait_for_count (bar, "2 of 2");
  gtk_source_search_settings_set_case_sensitive (settings, FALSE);
  gtk_source_search_settings_set_at_word_boundaries (settings, TRUE);
  wait_for_count (bar, "1 of 2");
  gtk_source_search_settings_set_search_text (settings, "nowhere");
  wait_for_count (bar, "0 matches");
}

static void
test_regex (Fixture *fixture, gconstpointer draft)
{
  ProvisoSearchBar *bar = search (fixture, "(La");
  GtkSourceSearchSettings *settings = proviso_search_bar_get_settings (bar);

  gtk_source_search_settings_set_regex_enabled (settings, TRUE);
  g_assert_cmpstr (proviso_search_bar_get_error_text (bar), !=, "");
  gtk_source_search_settings_set_search_text (settings, "(la)(b)");
  g_assert_cmpstr (proviso_search_bar_get_error_text (bar), ==, "");
  wait_for_count (bar, "1 of 4");
  proviso_search_bar_set_replacement (bar, "\\2\\1");
  proviso_search_bar_replace (bar);
  wait_for_count (bar, "1 of 3");
  fixture_assert_text (fixture, "bLaoratory one, lab two.\n\nA Lab and a label.\n");
}

static void
test_replace_all (Fixture *fixture, gconstpointer draft)
{
  ProvisoSearchBar *bar = search (fixture, "lab");
  ProvisoClaim *claim = fixture_claim (fixture, "one, lab two");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  g_autofree char *passage = NULL, *restored = NULL;

  wait_for_count (bar, "1 of 4");
  proviso_search_bar_set_replacement (bar, "office");
  proviso_search_bar_replace_all (bar);
  fixture_assert_text (fixture, "officeoratory one, office two.\n\nA office and a officeel.\n");
  /* That nothing is left to be found is what was wanted. */
  wait_for_count (bar, "4 replaced");
  fixture_wait (100);
  g_assert_cmpstr (proviso_search_bar_get_count_text (bar), ==, "4 replaced");
  g_assert_false (has_error (bar));
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "one, office two");

  proviso_history_undo (proviso_project_get_history (fixture->project));
  fixture_assert_text (fixture, draft);
  restored = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (restored, ==, "one, lab two");
  fixture_wait_for (g_str_has_suffix (proviso_search_bar_get_count_text (bar), "4") ||
                    g_str_equal (proviso_search_bar_get_count_text (bar), "4 matches"));

  proviso_search_bar_replace_all (bar);
  wait_for_count (bar, "4 replaced");
  proviso_search_bar_next (bar);
  wait_for_count (bar, "0 matches");
  g_assert_true (has_error (bar));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static const char *
get_focus_name (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);

  if (GTK_IS_TEXT (focus))
    return gtk_text_get_placeholder_text (GTK_TEXT (focus));
  if (GTK_IS_BUTTON (focus) && gtk_button_get_label (GTK_BUTTON (focus)))
    return gtk_button_get_label (GTK_BUTTON (focus));
  return focus && gtk_widget_get_tooltip_text (focus) ? gtk_widget_get_tooltip_text (focus)
         : focus ? gtk_widget_get_tooltip_text (gtk_widget_get_parent (focus))
                 : NULL;
}

/* From one field to the other, then to what is done with them; no words stay marked where the focus left. */
static void
test_tab (Fixture *fixture, gconstpointer draft)
{
  static const char *const order[] = { "Find",           "Replace",    "_Replace",       "Replace _All",
                                       "Previous Match", "Next Match", "Search Options", "Close Search" };
  ProvisoSearchBar *bar = search (fixture, "lab");
  GtkWidget *find;

  fixture_wait_for (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  wait_for_count (bar, "1 of 4");
  find = get_focus (fixture);
  g_assert_true (GTK_IS_TEXT (find));
  gtk_editable_set_text (GTK_EDITABLE (find), "lab");
  gtk_editable_select_region (GTK_EDITABLE (find), 0, -1);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpstr (get_focus_name (fixture), ==, order[i]);
      if (i == 1)
        g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (find), NULL, NULL));
      if (i + 1 < G_N_ELEMENTS (order))
        fixture_press ("Tab");
    }
  for (guint i = G_N_ELEMENTS (order) - 1; i > 0; i--)
    {
      g_assert_cmpstr (get_focus_name (fixture), ==, order[i]);
      fixture_press ("shift+Tab");
    }
  g_assert_true (get_focus (fixture) == find);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found)
        return found;
    }
  return NULL;
}

/* What is searched for ends where the count begins. */
static void
test_long (Fixture *fixture, gconstpointer draft)
{
  ProvisoSearchBar *bar = search (fixture, "");
  GtkWidget *find = get_focus (fixture);
  GtkWidget *count;
  graphene_rect_t words, label;

  gtk_editable_set_text (GTK_EDITABLE (find),
                         "a text that is much longer than the field in which it is typed, and "
                         "goes on and on and on, up to here");
  wait_for_count (bar, "0 matches");
  fixture_wait (100);
  count = find_label (GTK_WIDGET (bar), "0 matches");
  g_assert_true (gtk_widget_compute_bounds (find, GTK_WIDGET (bar), &words));
  g_assert_true (gtk_widget_compute_bounds (count, GTK_WIDGET (bar), &label));
  g_assert_cmpfloat (words.origin.x + words.size.width, <=, label.origin.x);
  g_assert_cmpfloat (label.size.width, >, 20);
}

/* Escape leaves the search, with the match selected and the text in focus. */
static void
test_keys (Fixture *fixture, gconstpointer draft)
{
  g_autofree char *selected = NULL;
  ProvisoSearchBar *bar;

  proviso_buffer_select (fixture_get_buffer (fixture), fixture_find (fixture, "Lab and"),
                         fixture_find (fixture, " and a"));
  fixture_activate (fixture, "find", NULL);
  bar = proviso_draft_pane_get_search_bar (fixture->pane);
  g_assert_cmpstr (gtk_source_search_settings_get_search_text (proviso_search_bar_get_settings (bar)), ==,
                   "Lab");
  wait_for_count (bar, "3 of 4");
  fixture_wait_for (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  fixture_wait (300);
  fixture_press ("Return");
  wait_for_count (bar, "4 of 4");
  fixture_press ("shift+Return");
  wait_for_count (bar, "3 of 4");
  fixture_press ("Escape");
  fixture_wait_for (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
  g_assert_false (proviso_search_bar_is_open (bar));
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "Lab");
}

/* A text that is only read is searched, and not replaced in; whoever goes on writing can replace at once. */
static void
test_reviewing (Fixture *fixture, gconstpointer draft)
{
  ProvisoSearchBar *bar = search (fixture, "lab");
  GtkWidget *all;

  fixture_wait_for (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  all = find_labelled (GTK_WIDGET (bar), "Replace _All");
  wait_for_count (bar, "1 of 4");
  g_assert_true (gtk_widget_get_sensitive (all));
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);
  g_assert_false (gtk_widget_get_sensitive (all));
  proviso_search_bar_replace (bar);
  proviso_search_bar_replace_all (bar);
  fixture_assert_text (fixture, draft);
  proviso_search_bar_next (bar);
  wait_for_count (bar, "2 of 4");
  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  g_assert_true (gtk_widget_get_sensitive (all));
}

int
main (int argc, char **argv)
{
  static const char draft[] = "Laboratory one, lab two.\n\nA Lab and a label.\n";

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(path, function) g_test_add (path, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/search/count", test_count);
  ADD ("/editor/search/regex", test_regex);
  ADD ("/editor/search/replace-all", test_replace_all);
  ADD ("/editor/search/reviewing", test_reviewing);
  ADD ("/editor/search/keys", test_keys);
  ADD ("/editor/search/tab", test_tab);
  ADD ("/editor/search/long", test_long);
  return g_test_run ();
}
