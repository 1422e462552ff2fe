/* test-draft-pointer.c: what a hand does to the draft: real clicks and drags, and what is seen where the pointer rests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-identity.h"
#include "editor/editor-fixture.h"
#include "editor/pointer.h"
#include "editor/proviso-hover-card.h"

static void
click (void)
{
  g_assert_true (g_spawn_command_line_sync ("xdotool click 1", NULL, NULL, NULL, NULL));
  fixture_wait (100);
}

static void
test_click (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *outer = fixture_claim (fixture, "left consumer video");
  ProvisoClaim *inner = fixture_claim (fixture, "consumer");

  fixture_wait (100);
  point_at (fixture, "consumer");
  click ();
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (inner));
  /* Not a double click. */
  fixture_wait (600);
  click ();
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (outer));
  point_at (fixture, "Last");
  click ();
  g_assert_true (proviso_selection_get_record (fixture->selection) == PROVISO_RECORD (outer));
}

static GtkWidget *
find_card (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (PROVISO_IS_HOVER_CARD (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

static void
test_hover (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "left consumer video");

  fixture_wait (100);
  point_at (fixture, "consumer");
  fixture_wait_for (find_card (fixture) != NULL);
  g_assert_true (proviso_hover_card_get_record (PROVISO_HOVER_CARD (find_card (fixture))) ==
                 PROVISO_RECORD (claim));
  point_at (fixture, "Last");
  fixture_wait_for (find_card (fixture) == NULL);

  /* The same from the keyboard. */
  fixture_place (fixture, "consumer");
  fixture_press ("alt+Return");
  fixture_wait_for (find_card (fixture) != NULL);
  fixture_press ("Escape");
  fixture_wait_for (find_card (fixture) == NULL);
}

static void
test_hover_card (Fixture *fixture, gconstpointer draft)
{
  ProvisoHoverCard *card = g_object_ref_sink (proviso_hover_card_new ());
  ProvisoClaim *claim = fixture_claim (fixture, "left consumer video");
  ProvisoSource *source = proviso_project_add_source (fixture->project, "Newsletter");
  g_autofree char *plain = NULL, *full = NULL, *more = NULL, *doubt = NULL;
  ProvisoCaveat *caveat;

  proviso_hover_card_set_record (card, fixture->project, PROVISO_RECORD (claim), fixture->selection);
  plain = proviso_hover_card_dup_text (card);
  g_assert_cmpstr (plain, ==, "Unchecked\nleft consumer video\nNo source");

  proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_REPORTED, "as-of",
                       "2026-03-28", NULL);
  proviso_project_add_evidence (fixture->project, claim, source);
  caveat = proviso_project_add_caveat (fixture->project, claim, 0, 0);
  proviso_project_set (fixture->project, caveat, "text", "One outlet only", "type",
                       PROVISO_CAVEAT_TYPE_SINGLE_SOURCE, NULL);
  proviso_identity_set_name ("Ada Reed");
  proviso_project_mark_checked (fixture->project, claim);
  proviso_identity_set_name (NULL);
  proviso_text_replace (proviso_project_get_text (fixture->project), fixture_find (fixture, "consumer"), 1,
                        "C");
  proviso_hover_card_set_record (card, fixture->project, PROVISO_RECORD (claim), fixture->selection);
  full = proviso_hover_card_dup_text (card);
  g_assert_cmpstr (full, ==,
                   "Reported\nleft consumer video\nAs of 28 March 2026 · 1 source · 1 open caveat\n"
                   "Changed since checked by Ada Reed: text");
  proviso_project_set (fixture->project, claim, "status", PROVISO_CLAIM_STATUS_DISPUTED, "statement",
                       "They left", NULL);
  proviso_hover_card_set_record (card, fixture->project, PROVISO_RECORD (claim), fixture->selection);
  more = proviso_hover_card_dup_text (card);
  g_assert_true (g_str_has_suffix (more, "\nChanged since checked by Ada Reed: text, statement, status"));

  proviso_hover_card_set_record (card, fixture->project, PROVISO_RECORD (caveat), fixture->selection);
  doubt = proviso_hover_card_dup_text (card);
  g_assert_true (g_str_has_suffix (doubt, "Single Source\nOne outlet only\nOpen"));
  g_object_unref (card);
}

static gboolean
has_text (Fixture *fixture, const char *words)
{
  g_autofree char *text = fixture_dup_text (fixture);

  return strstr (text, words) != NULL;
}

/* Words that are dragged elsewhere take their passages along. Undo brings both back. */
static void
test_drag (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "consumer");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  g_autofree char *passage = NULL;
  guint start;

  fixture_select (fixture, "consumer ");
  drag_to (fixture, "consumer ", "Last");
  fixture_wait_for (has_text (fixture, "consumer Last") && !has_text (fixture, "left consumer"));
  fixture_wait (300);
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "consumer");
  start = proviso_anchor_get_start (anchor);
  g_assert_cmpuint (start, ==, fixture_find (fixture, "consumer Last"));

  proviso_history_undo (proviso_project_get_history (fixture->project));
  proviso_history_undo (proviso_project_get_history (fixture->project));
  fixture_assert_text (fixture, draft);
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, fixture_find (fixture, "consumer"));
}

static void
test_gutter (Fixture *fixture, gconstpointer draft)
{
  ProvisoCaveatGutter *gutter = proviso_draft_view_get_gutter (fixture->view);
  ProvisoClaim *claim = fixture_claim (fixture, "Last");
  ProvisoCaveat *caveat = proviso_project_add_caveat (fixture->project, claim, 0, 0);
  g_autoptr (GPtrArray) caveats = NULL;
  g_autofree char *tooltip = NULL;
  GtkTextIter iter;
  GdkRectangle location, area;
  ProvisoCaveatSeverity severity;
  ProvisoCaveat *note;
  int x = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view)) - 12;

  proviso_project_set (fixture->project, caveat, "text", "Really?", "severity",
                       PROVISO_CAVEAT_SEVERITY_BLOCKER, NULL);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter,
                                      fixture_find (fixture, "Last"));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &location);

  caveats = proviso_caveat_gutter_get_caveats_at (gutter, x, location.y + 5, &area);
  g_assert_nonnull (caveats);
  g_assert_cmpuint (caveats->len, ==, 1);
  g_assert_true (g_ptr_array_index (caveats, 0) == caveat);
  tooltip = proviso_caveat_gutter_dup_tooltip (caveats);
  g_assert_true (g_str_has_prefix (tooltip, "Blocker"));
  g_assert_true (g_str_has_suffix (tooltip, "Really?"));

  g_assert_null (proviso_caveat_gutter_get_caveats_at (gutter, x, 5, &area));

  /* A mark is of the gravest that is open, beside a claim's words as beside those of the caveat. */
  g_assert_true (proviso_caveat_gutter_get_severity (PROVISO_RECORD (claim), &severity));
  g_assert_cmpint (severity, ==, PROVISO_CAVEAT_SEVERITY_BLOCKER);
  proviso_project_set (fixture->project, caveat, "severity", PROVISO_CAVEAT_SEVERITY_MINOR, NULL);
  g_assert_true (proviso_caveat_gutter_get_severity (PROVISO_RECORD (claim), &severity));
  g_assert_cmpint (severity, ==, PROVISO_CAVEAT_SEVERITY_MINOR);
  note = proviso_project_add_caveat (fixture->project, claim, 0, 0);
  proviso_project_set (fixture->project, note, "severity", PROVISO_CAVEAT_SEVERITY_NOTE, NULL);
  g_assert_true (proviso_caveat_gutter_get_severity (PROVISO_RECORD (claim), &severity));
  g_assert_cmpint (severity, ==, PROVISO_CAVEAT_SEVERITY_MINOR);
  g_assert_true (proviso_caveat_gutter_get_severity (PROVISO_RECORD (note), &severity));
  g_assert_cmpint (severity, ==, PROVISO_CAVEAT_SEVERITY_NOTE);
  proviso_project_remove (fixture->project, note);
  proviso_project_set (fixture->project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, "reason", "yes",
                       NULL);
  g_assert_null (proviso_caveat_gutter_get_caveats_at (gutter, x, location.y + 5, &area));
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
  g_test_add ("/editor/draft-pointer/" name, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("hover-card", test_hover_card);
  ADD ("click", test_click);
  ADD ("hover", test_hover);
  ADD ("drag", test_drag);
  ADD ("gutter", test_gutter);
  return g_test_run ();
}
