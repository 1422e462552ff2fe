/* test-changed-words.c: the words that others changed, filled in the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-picture.h"

#define SEEN "# Title\n\nThe old lab left consumer video this week.\n\nNobody was asked.\n\nThe end.\n"
#define NOW "# Title\n\nThe lab left consumer video in April.\n\nThe end.\n"

static ProvisoChanges *
compare (Fixture *fixture)
{
  g_autoptr (ProvisoProject) seen = proviso_project_new ();
  g_autoptr (ProvisoPlainText) text = proviso_plain_text_new (SEEN);

  proviso_project_set_text (seen, PROVISO_TEXT (text));
  return proviso_changes_new (seen, fixture->project, "Ben");
}

static void
show (Fixture *fixture, ProvisoChanges *changes, guint position)
{
  g_autoptr (ProvisoChange) change = g_list_model_get_item (proviso_changes_get_list (changes), position);
  guint start, end;

  g_assert_true (proviso_change_get_bounds (change, &start, &end));
  proviso_selection_show_range (fixture->selection, start, end);
}

static guint
get_cursor (Fixture *fixture)
{
  guint start, end;

  proviso_buffer_get_selection (fixture_get_buffer (fixture), &start, &end);
  g_assert_cmpuint (start, ==, end);
  return start;
}

/* The words that are filled, each in brackets. */
static void
assert_filled (Fixture *fixture, const char *expected)
{
  GArray *words = proviso_passage_painter_get_words (proviso_draft_view_get_painter (fixture->view));
  g_autofree char *draft = fixture_dup_text (fixture);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const ProvisoChangedWords *bounds = &g_array_index (words, ProvisoChangedWords, i);
      g_autofree char *part = g_utf8_substring (draft, bounds->start, bounds->end);

      g_string_append_printf (shown, "[%s]", part);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_filled (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (ProvisoChanges) changes = compare (fixture);
  g_autoptr (GdkTexture) before = NULL;
  g_autoptr (GdkTexture) after = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (proviso_changes_get_list (changes)), ==, 2);
  fixture_place (fixture, "Title");
  before = picture_take (fixture);

  proviso_draft_view_set_changes (fixture->view, changes);
  show (fixture, changes, 0);
  assert_filled (fixture, "[The lab][in April]");
  g_assert_cmpuint (get_cursor (fixture), ==, fixture_find (fixture, "The lab"));

  /* These and no others, as it is seen. */
  after = picture_take (fixture);
  g_assert_cmphex (picture_get_page (fixture, after, "lab"), !=, picture_get_page (fixture, before, "lab"));
  g_assert_cmphex (picture_get_page (fixture, after, "April"), !=,
                   picture_get_page (fixture, before, "April"));
  g_assert_cmphex (picture_get_page (fixture, after, "consumer"), ==,
                   picture_get_page (fixture, before, "consumer"));
  g_assert_cmphex (picture_get_page (fixture, after, "end"), ==, picture_get_page (fixture, before, "end"));

  /* A paragraph that is gone, by what stands in its place. */
  show (fixture, changes, 1);
  assert_filled (fixture, "[The]");
  g_assert_cmpuint (get_cursor (fixture), ==, fixture_find (fixture, "The end"));

  /* Until somebody goes elsewhere, or writes. */
  fixture_place (fixture, "Title");
  assert_filled (fixture, "");
  show (fixture, changes, 0);
  fixture_press ("Z");
  assert_filled (fixture, "");
}

static void
test_without_changes (Fixture *fixture, gconstpointer draft)
{
  guint start = fixture_find (fixture, "The lab");

  proviso_selection_show_range (fixture->selection, start, start + 12);
  assert_filled (fixture, "[The lab left]");
  proviso_selection_show_range (fixture->selection, start, start);
  assert_filled (fixture, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(path, function) g_test_add (path, Fixture, NOW, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/changed-words/filled", test_filled);
  ADD ("/editor/changed-words/without-changes", test_without_changes);
  return g_test_run ();
}
