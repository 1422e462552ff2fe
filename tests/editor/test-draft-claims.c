/* test-draft-claims.c: from words of the draft to claims and caveats and back, by actions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"

typedef struct
{
  ProvisoRecord *record;
  gboolean focus;
  guint n_shown;
} Shown;

static void
on_show_in_panel (ProvisoSelection *selection, ProvisoRecord *record, gboolean focus, Shown *shown)
{
  shown->record = record;
  shown->focus = focus;
  shown->n_shown++;
}

static void
test_new_claim (Fixture *fixture, gconstpointer draft)
{
  Shown shown = { 0 };
  ProvisoAnchor *anchor;
  g_autofree char *passage = NULL;

  g_signal_connect (fixture->selection, "show-in-panel", G_CALLBACK (on_show_in_panel), &shown);
  /* Spaces at the ends do not belong to it. */
  fixture_select (fixture, " left consumer video ");
  fixture_activate (fixture, "new-claim", NULL);
  g_assert_true (PROVISO_IS_CLAIM (shown.record));
  g_assert_true (shown.focus);
  g_assert_true (proviso_selection_get_record (fixture->selection) == shown.record);
  anchor = proviso_record_list_peek (proviso_claim_get_anchors (PROVISO_CLAIM (shown.record)), 0);
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "left consumer video");

  fixture_select (fixture, "Last");
  fixture_activate (fixture, "add-passage", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_claim_get_anchors (PROVISO_CLAIM (shown.record))),
                    ==, 2);
}

/* Without a selection, the claim is the sentence at the cursor. */
static void
test_claim_sentence (Fixture *fixture, gconstpointer draft)
{
  Shown shown = { 0 };

  g_signal_connect (fixture->selection, "show-in-panel", G_CALLBACK (on_show_in_panel), &shown);
  fixture_place (fixture, "consumer");
  fixture_activate (fixture, "new-claim", NULL);
  g_assert_cmpstr (proviso_claim_get_statement (PROVISO_CLAIM (shown.record)), ==,
                   "The lab left consumer video in March.");

  fixture_place (fixture, "\n- one");
  fixture_activate (fixture, "new-claim", NULL);
  g_assert_cmpuint (shown.n_shown, ==, 1);
  g_assert_nonnull (fixture->message);
}

static void
test_flag_caveat (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "left consumer video");
  Shown shown = { 0 };

  g_signal_connect (fixture->selection, "show-in-panel", G_CALLBACK (on_show_in_panel), &shown);
  fixture_place (fixture, "consumer");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpstr (proviso_caveat_get_claim (PROVISO_CAVEAT (shown.record)), ==,
                   proviso_claim_get_id (claim));
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, 1);

  /* Words of its passage are that claim's, too, and the caveat has a place of its own. */
  fixture_select (fixture, "video");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, 2);
  g_assert_cmpuint (proviso_caveat_get_position (PROVISO_CAVEAT (shown.record)), ==,
                    fixture_find (fixture, "video"));

  fixture_select (fixture, "Last");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (shown.n_shown, ==, 3);
  g_assert_null (proviso_caveat_get_claim (PROVISO_CAVEAT (shown.record)));
  g_assert_cmpuint (proviso_caveat_get_position (PROVISO_CAVEAT (shown.record)), ==,
                    fixture_find (fixture, "Last"));

  /* Neither words nor a claim there: the sentence, if it is one. */
  fixture_place (fixture, "words.");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (shown.n_shown, ==, 4);
  g_assert_null (proviso_caveat_get_claim (PROVISO_CAVEAT (shown.record)));
  g_assert_cmpuint (proviso_caveat_get_position (PROVISO_CAVEAT (shown.record)), ==,
                    fixture_find (fixture, "Last"));
  fixture_place (fixture, "\n- one");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (shown.n_shown, ==, 4);
  g_assert_nonnull (fixture->message);
}

static void
test_show_in_panel (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *outer = fixture_claim (fixture, "left consumer video");
  ProvisoClaim *inner = fixture_claim (fixture, "consumer");
  Shown shown = { 0 };

  g_signal_connect (fixture->selection, "show-in-panel", G_CALLBACK (on_show_in_panel), &shown);
  fixture_place (fixture, "consumer");
  fixture_activate (fixture, "show-in-panel", NULL);
  g_assert_true (shown.record == PROVISO_RECORD (inner) && shown.focus);

  /* Where the other one is selected, that is the one meant. */
  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (outer));
  fixture_activate (fixture, "show-in-panel", NULL);
  g_assert_true (shown.record == PROVISO_RECORD (outer));

  /* Right behind a passage is still at it. */
  proviso_selection_set_record (fixture->selection, NULL);
  fixture_place (fixture, " in March");
  fixture_activate (fixture, "show-in-panel", NULL);
  g_assert_true (shown.record == PROVISO_RECORD (outer));

  fixture_place (fixture, "Last");
  fixture_activate (fixture, "show-in-panel", NULL);
  g_assert_cmpuint (shown.n_shown, ==, 3);
  g_assert_nonnull (fixture->message);
}

static void
test_next_caveat (Fixture *fixture, gconstpointer draft)
{
  guint at_video = fixture_find (fixture, "video"), at_one = fixture_find (fixture, "one");
  ProvisoCaveat *second = proviso_project_add_caveat (fixture->project, NULL, at_one, at_one + 3);
  ProvisoCaveat *first = proviso_project_add_caveat (fixture->project, NULL, at_video, at_video + 5);
  ProvisoCaveat *settled = proviso_project_add_caveat (fixture->project, NULL, at_video + 2, at_video + 5);
  ProvisoCaveat *of_claim =
      proviso_project_add_caveat (fixture->project, fixture_claim (fixture, "Last"), 0, 0);
  ProvisoCaveat *order[] = { first, second, of_claim };

  proviso_project_set (fixture->project, settled, "state", PROVISO_CAVEAT_STATE_DISMISSED, "reason", "no",
                       NULL);
  proviso_buffer_select (fixture_get_buffer (fixture), 0, 0);

  for (guint i = 0; i < 6; i++)
    {
      g_clear_pointer (&fixture->message, g_free);
      fixture_activate (fixture, "next-caveat", NULL);
      g_assert_cmpstr (fixture->message, ==, i == 3 ? "That was the last caveat; back to the first one" : NULL);
      g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (order[i % 3]));
      g_assert_cmpuint (proviso_buffer_get_cursor (fixture_get_buffer (fixture)), ==,
                        proviso_project_get_caveat_position (fixture->project, order[i % 3]));
    }
  for (guint i = 5; i > 0; i--)
    {
      fixture_activate (fixture, "previous-caveat", NULL);
      g_assert_true (proviso_selection_get_record (fixture->selection) ==
                     PROVISO_RECORD (order[(i - 1) % 3]));
    }
  g_assert_cmpstr (fixture->message, ==, "That was the first caveat; on to the last one");
}

/* Where there is no other one to go to, that is said as it is. */
static void
test_no_next_caveat (Fixture *fixture, gconstpointer draft)
{
  fixture_activate (fixture, "next-caveat", NULL);
  g_assert_cmpstr (fixture->message, ==, "There are no caveats");
  proviso_project_add_caveat (fixture->project, NULL, 0, 3);
  fixture_activate (fixture, "next-caveat", NULL);
  fixture_activate (fixture, "next-caveat", NULL);
  g_assert_cmpstr (fixture->message, ==, "This is the only open caveat");
}

#define assert_at(fixture, words)                                                                            \
  g_assert_cmpuint (proviso_buffer_get_cursor (fixture_get_buffer (fixture)), ==,                            \
                    fixture_find (fixture, words))
#define assert_announced(fixture, text)                                                                      \
  g_assert_cmpstr (proviso_reading_aids_get_announced (                                                      \
                       proviso_draft_view_get_reading_aids ((fixture)->view)),                               \
                   ==, text)

/* Through the passages of the selected claim, or the one at the cursor, round at the ends. */
static void
test_next_mention (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim, *other;
  guint start;

  fixture_activate (fixture, "next-mention", NULL);
  g_assert_nonnull (fixture->message);

  claim = fixture_claim (fixture, "con");
  start = fixture_find (fixture, "Last");
  proviso_project_add_anchor (fixture->project, claim, start, start + 4);
  /* Right behind the first, so that its start is the other's end. */
  start = fixture_find (fixture, "sumer");
  proviso_project_add_anchor (fixture->project, claim, start, start + 5);

  fixture_place (fixture, "onsumer");
  fixture_activate (fixture, "next-mention", NULL);
  assert_at (fixture, "sumer");
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (claim));
  assert_announced (fixture, "2 of 3");
  fixture_activate (fixture, "next-mention", NULL);
  assert_at (fixture, "Last");
  assert_announced (fixture, "3 of 3");
  fixture_activate (fixture, "next-mention", NULL);
  assert_at (fixture, "consumer");
  assert_announced (fixture, "1 of 3");
  fixture_activate (fixture, "previous-mention", NULL);
  assert_at (fixture, "Last");
  fixture_activate (fixture, "previous-mention", NULL);
  assert_at (fixture, "sumer");
  fixture_activate (fixture, "previous-mention", NULL);
  assert_at (fixture, "consumer");

  /* From somewhere between them, and with one of them lost. */
  proviso_text_replace (PROVISO_TEXT (fixture_get_buffer (fixture)), fixture_find (fixture, "sumer"), 5, "");
  proviso_buffer_select (fixture_get_buffer (fixture), fixture_find (fixture, "Last") - 1,
                         fixture_find (fixture, "Last") - 1);
  fixture_activate (fixture, "previous-mention", NULL);
  assert_at (fixture, "con");
  assert_announced (fixture, "1 of 2");

  /* In the draft, the claim at the cursor is meant; elsewhere, the one that was chosen. */
  other = fixture_claim (fixture, "one");
  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (claim));
  fixture_place (fixture, "one");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  fixture_activate (fixture, "next-mention", NULL);
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (other));
  assert_announced (fixture, "1 of 1");
  proviso_selection_set_record (fixture->selection, PROVISO_RECORD (claim));
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (fixture->view)), NULL);
  fixture_activate (fixture, "next-mention", NULL);
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (claim));
  assert_at (fixture, "Last");
  /* Where no claim is, the chosen one is gone through from there, too. */
  fixture_place (fixture, "March");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  fixture_activate (fixture, "next-mention", NULL);
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (claim));
  assert_at (fixture, "Last");
}

int
main (int argc, char **argv)
{
  static const char draft[] =
      "# Two labs\n\nThe lab left consumer video in March.\n\n- one\n\nLast words.\n\n";

  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(name, function)                                                                                  \
  g_test_add ("/editor/draft-claims/" name, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("new-claim", test_new_claim);
  ADD ("claim-sentence", test_claim_sentence);
  ADD ("flag-caveat", test_flag_caveat);
  ADD ("show-in-panel", test_show_in_panel);
  ADD ("next-caveat", test_next_caveat);
  ADD ("no-next-caveat", test_no_next_caveat);
  ADD ("next-mention", test_next_mention);
  return g_test_run ();
}
