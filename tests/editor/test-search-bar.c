/* test-search-bar.c: find and replace in a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"

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
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "one, office two");

  proviso_history_undo (proviso_project_get_history (fixture->project));
  fixture_assert_text (fixture, draft);
  restored = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (restored, ==, "one, lab two");
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

int
main (int argc, char **argv)
{
  static const char draft[] = "Laboratory one, lab two.\n\nA Lab and a label.\n";

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(path, function) g_test_add (path, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/search/count", test_count);
  ADD ("/editor/search/regex", test_regex);
  ADD ("/editor/search/replace-all", test_replace_all);
  ADD ("/editor/search/keys", test_keys);
  return g_test_run ();
}
