/* test-spelling.c: misspelled words are marked, later than the window comes up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"

/* Dictionaries load when the window has been painted; the menu can switch checking off. */
static void
test_spelling (Fixture *fixture, gconstpointer draft)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture_get_buffer (fixture));
  GtkTextIter iter;
  GtkTextTag *tag;

  g_object_set (fixture->pane, "check-spelling", TRUE, NULL);
  g_assert_null (proviso_draft_view_get_spelling (fixture->view));
  proviso_text_replace (PROVISO_TEXT (buffer), fixture_find (fixture, "consumer"), 0, "misspeled ");
  fixture_wait_for (proviso_draft_view_get_spelling (fixture->view) != NULL);
  tag = proviso_spelling_get_tag (proviso_draft_view_get_spelling (fixture->view));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, fixture_find (fixture, "misspeled") + 2);
  fixture_wait_for (gtk_text_iter_has_tag (&iter, tag));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, fixture_find (fixture, "consumer") + 2);
  g_assert_false (gtk_text_iter_has_tag (&iter, tag));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.enabled", NULL);
  fixture_wait_for (!proviso_draft_view_get_check_spelling (fixture->view));
  g_assert_null (proviso_draft_view_get_spelling (fixture->view));
}

static void
test_dictionaries (void)
{
  g_autofree char *exact = proviso_spelling_find_dictionary ("en-US");
  g_autofree char *underscore = proviso_spelling_find_dictionary ("en_us");
  g_autofree char *bare = proviso_spelling_find_dictionary ("en");
  g_autofree char *elsewhere = proviso_spelling_find_dictionary ("en-ZZ");
  g_autofree char *none = proviso_spelling_find_dictionary ("x-none");

  g_assert_cmpstr (exact, ==, "en_US");
  g_assert_cmpstr (underscore, ==, "en_US");
  g_assert_true (bare != NULL && g_str_has_prefix (bare, "en"));
  g_assert_cmpstr (elsewhere, ==, bare);
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  static const char draft[] = "The lab left consumer video in March.\n";

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

  g_test_add ("/editor/spelling/marks", Fixture, draft, fixture_set_up, test_spelling, fixture_tear_down);
  g_test_add_func ("/editor/spelling/dictionaries", test_dictionaries);
  return g_test_run ();
}
