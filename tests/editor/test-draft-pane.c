/* test-draft-pane.c: what a writer does in the draft, with real keys and clicks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-identity.h"
#include "editor/editor-fixture.h"

#include "editor/proviso-draft-claims.h"
#include "editor/proviso-draft-pointer.h"
#include "editor/proviso-hover-card.h"

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
test_typing (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "left consumer video");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  g_autofree char *passage = NULL, *restored = NULL;

  fixture_place (fixture, "consumer");
  fixture_press ("a l l space");
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "left all consumer video");

  fixture_press ("ctrl+z");
  fixture_assert_text (fixture, draft);
  fixture_press ("ctrl+z");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (fixture->project)), ==, 0);
  fixture_press ("ctrl+shift+z");
  fixture_press ("ctrl+y");
  restored = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (restored, ==, "left all consumer video");
}

static void
test_lists (Fixture *fixture, gconstpointer draft)
{
  fixture_place (fixture, "\n\nLast");
  fixture_press ("Return");
  fixture_press ("t w o");
  fixture_press ("Return");
  fixture_press ("Tab");
  fixture_press ("i n");
  {
    g_autofree char *text = fixture_dup_text (fixture);

    g_assert_nonnull (strstr (text, "- one\n- two\n  - in\n\nLast"));
  }
  fixture_press ("shift+Tab");
  {
    g_autofree char *text = fixture_dup_text (fixture);

    g_assert_nonnull (strstr (text, "- one\n- two\n- in\n\nLast"));
  }
  fixture_press ("Return");
  fixture_press ("Return");
  {
    g_autofree char *text = fixture_dup_text (fixture);

    g_assert_nonnull (strstr (text, "- one\n- two\n- in\n\n\nLast"));
  }
}

/* Marks go around the words; the passage stays on them, and one undo takes all marks away. */
static void
test_format (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "consumer");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  g_autofree char *passage = NULL, *bold = NULL, *heading = NULL;

  fixture_select (fixture, "consumer");
  fixture_activate (fixture, "bold", NULL);
  bold = fixture_dup_text (fixture);
  g_assert_nonnull (strstr (bold, "left **consumer** video"));
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "consumer");
  fixture_activate (fixture, "undo", NULL);
  fixture_assert_text (fixture, draft);

  fixture_place (fixture, "Last");
  fixture_activate (fixture, "heading", g_variant_new_int32 (2));
  heading = fixture_dup_text (fixture);
  g_assert_nonnull (strstr (heading, "\n## Last"));
  fixture_activate (fixture, "heading", g_variant_new_int32 (0));
  fixture_assert_text (fixture, draft);
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

  /* Neither words nor a claim there. */
  fixture_place (fixture, "one");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (shown.n_shown, ==, 3);
  g_assert_nonnull (fixture->message);
}

/* A draft that is not to be typed into can be flagged, and that undone. */
static void
test_read_only (Fixture *fixture, gconstpointer draft)
{
  ProvisoRecordList *caveats = proviso_project_get_caveats (fixture->project);
  ProvisoRecordList *claims = proviso_project_get_claims (fixture->project);

  proviso_draft_pane_set_editable (fixture->pane, FALSE);
  fixture_select (fixture, "Last");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
  fixture_activate (fixture, "new-claim", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 1);
  fixture_activate (fixture, "bold", NULL);
  fixture_press ("x");
  fixture_assert_text (fixture, draft);

  fixture_press ("ctrl+z");
  fixture_press ("ctrl+z");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 0);
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 0);
  fixture_press ("ctrl+y");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
}

static void
move_focus_cb (int *direction, GtkDirectionType asked)
{
  *direction = (int) asked;
}

/* While it is reviewed, a draft is read and walked through; its words stay as they are, whatever is pressed. */
static void
test_reviewing (Fixture *fixture, gconstpointer draft)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  ProvisoBuffer *buffer = fixture_get_buffer (fixture);
  ProvisoRecordList *caveats = proviso_project_get_caveats (fixture->project);
  g_autofree char *typed = NULL;
  int direction = -1;
  guint start;

  fixture_place (fixture, "Last");
  fixture_press ("x");
  typed = fixture_dup_text (fixture);
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);

  /* The caret still moves, and says why nothing is typed, once. */
  start = proviso_buffer_get_cursor (buffer);
  fixture_press ("Right Right shift+Right");
  g_assert_cmpuint (proviso_buffer_get_cursor (buffer), ==, start + 3);
  g_assert_null (fixture->message);
  fixture_press ("y");
  g_assert_nonnull (fixture->message);
  g_clear_pointer (&fixture->message, g_free);
  fixture_press ("y Return BackSpace Delete ctrl+x");
  /* What moves lines while they are written moves on. */
  fixture_press ("Tab");
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->view));
  fixture_press ("shift+Tab");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->view));
  g_signal_connect_swapped (fixture->view, "move-focus", G_CALLBACK (move_focus_cb), &direction);
  fixture_press ("shift+Tab");
  g_assert_cmpint (direction, ==, GTK_DIR_TAB_BACKWARD);
  g_signal_handlers_disconnect_by_data (fixture->view, &direction);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->pane));
  fixture_assert_text (fixture, typed);
  g_assert_null (fixture->message);

  /* What was typed before is not undone behind the reader's back; what is done to records is. */
  fixture_press ("ctrl+z");
  fixture_assert_text (fixture, typed);
  g_assert_nonnull (fixture->message);
  fixture_select (fixture, "March");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
  fixture_press ("ctrl+z");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 0);
  fixture_press ("ctrl+y");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
  /* What is asked for is done. */
  proviso_text_replace (PROVISO_TEXT (buffer), 0, 0, "Asked for. ");
  proviso_history_undo (history);
  fixture_press ("ctrl+y");
  fixture_assert_text (fixture, typed);

  /* What is settled waits for whoever reviews. */
  proviso_project_set (fixture->project, proviso_record_list_peek (caveats, 0), "state",
                       PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
  proviso_selection_set_record (fixture->selection, NULL);
  fixture_press ("F8");
  fixture_activate (fixture, "next-caveat", NULL);
  g_assert_true (proviso_selection_get_record (fixture->selection) == proviso_record_list_peek (caveats, 0));

  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  proviso_selection_set_record (fixture->selection, NULL);
  fixture_activate (fixture, "next-caveat", NULL);
  g_assert_null (proviso_selection_get_record (fixture->selection));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  fixture_press ("End z");
  g_assert_cmpuint (proviso_text_get_length (PROVISO_TEXT (buffer)), ==, g_utf8_strlen (typed, -1) + 1);
}

/* Nor does what the toolkit does to a text in ways of its own, be it by a key or from a menu. */
static void
test_reviewing_toolkit (Fixture *fixture, gconstpointer draft)
{
  ProvisoBuffer *buffer = fixture_get_buffer (fixture);
  g_autofree char *text = NULL;

  proviso_text_replace (PROVISO_TEXT (buffer), fixture_find (fixture, "March"), 0, "12 ");
  text = fixture_dup_text (fixture);
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);

  fixture_select (fixture, "12");
  fixture_activate (fixture, "bold", NULL);
  fixture_assert_text (fixture, text);
  g_assert_nonnull (fixture->message);
  g_clear_pointer (&fixture->message, g_free);
  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);
  fixture_place (fixture, "12");
  fixture_press ("ctrl+shift+x");
  fixture_assert_text (fixture, text);
  g_assert_nonnull (fixture->message);
  g_signal_emit_by_name (fixture->view, "change-number", 1);
  fixture_assert_text (fixture, text);
  fixture_select (fixture, "consumer");
  for (int i = GTK_SOURCE_CHANGE_CASE_LOWER; i <= GTK_SOURCE_CHANGE_CASE_TITLE; i++)
    {
      g_signal_emit_by_name (fixture->view, "change-case", i);
      fixture_assert_text (fixture, text);
    }
  g_signal_emit_by_name (fixture->view, "join-lines");
  g_signal_emit_by_name (fixture->view, "move-lines", TRUE);
  g_signal_emit_by_name (fixture->view, "move-words", 1);
  g_signal_emit_by_name (fixture->view, "insert-at-cursor", "x");
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_PARAGRAPHS, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "clipboard.cut", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "clipboard.paste", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "selection.delete", NULL);
  fixture_wait (100);
  fixture_assert_text (fixture, text);

  proviso_draft_pane_set_reviewing (fixture->pane, FALSE);
  fixture_place (fixture, "12");
  fixture_press ("ctrl+shift+x");
  fixture_assert_text (fixture, "# Two labs\n\nThe lab left consumer video in 11 March.\n\n- one\n\nLast words.\n\n");
}

/* Whatever the font is called. */
static void
test_font (Fixture *fixture, gconstpointer draft)
{
  ProvisoDraftStyle *style = proviso_draft_view_get_draft_style (fixture->view);
  const PangoFontDescription *font;

  proviso_draft_style_set_font (style, "Größe \"東\\ Mono,Serif Bold Italic Semi-Condensed 20");
  fixture_wait (50);
  font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (fixture->view)));
  g_assert_cmpstr (pango_font_description_get_family (font), ==, "Größe \"東\\ Mono,Serif");
  g_assert_cmpint (pango_font_description_get_weight (font), ==, PANGO_WEIGHT_BOLD);
  g_assert_cmpint (pango_font_description_get_style (font), ==, PANGO_STYLE_ITALIC);
  g_assert_cmpint (pango_font_description_get_stretch (font), ==, PANGO_STRETCH_SEMI_CONDENSED);
}

/* What the view hears last, when its parts are gone already, finds nothing that was freed. */
static void
test_end (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (ProvisoDraftView) view = g_object_ref (fixture->view);
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        gtk_widget_remove_controller (GTK_WIDGET (view), controller);
    }
  g_object_unref (controllers);
  g_signal_emit_by_name (view, "preedit-changed", "x");
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
test_show_in_text (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "Last");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  guint start, end;

  proviso_selection_show_in_text (fixture->selection, anchor);
  g_assert_cmpuint (proviso_buffer_get_cursor (fixture_get_buffer (fixture)), ==,
                    fixture_find (fixture, "Last"));
  proviso_selection_get_range (fixture->selection, &start, &end);
  g_assert_cmpuint (start, ==, fixture_find (fixture, "Last"));
  g_assert_cmpuint (start, ==, end);

  fixture_select (fixture, "consumer");
  g_assert_true (proviso_selection_get_has_range (fixture->selection));

  proviso_text_replace (proviso_project_get_text (fixture->project), fixture_find (fixture, "Last"), 4, "");
  g_assert_null (fixture->message);
  proviso_selection_show_in_text (fixture->selection, anchor);
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
      fixture_activate (fixture, "next-caveat", NULL);
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

/* Moves the pointer to the middle of `words`, in two steps, as a hand would. */
static void
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

/* Drags what is selected to in front of `words`, as a hand would: over some way, with time to take it up. */
static void
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

/* What is pasted or dragged by the pointer does not change a text under review. */
static void
test_reviewing_pointer (Fixture *fixture, gconstpointer draft)
{
  proviso_draft_pane_set_reviewing (fixture->pane, TRUE);
  fixture_wait (100);
  fixture_select (fixture, "consumer ");
  point_at (fixture, "Last");
  g_assert_true (g_spawn_command_line_sync ("xdotool click 2", NULL, NULL, NULL, NULL));
  fixture_wait (300);
  fixture_assert_text (fixture, draft);

  fixture_select (fixture, "consumer ");
  drag_to (fixture, "consumer ", "Last");
  fixture_wait (2500);
  fixture_assert_text (fixture, draft);
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
  proviso_project_set (fixture->project, caveat, "state", PROVISO_CAVEAT_STATE_ACCEPTED, "reason", "yes",
                       NULL);
  g_assert_null (proviso_caveat_gutter_get_caveats_at (gutter, x, location.y + 5, &area));
}

static void
test_zoom (Fixture *fixture, gconstpointer draft)
{
  GdkRectangle before, after;
  GtkTextIter iter;
  double scale;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &before);
  for (guint i = 0; i < 4; i++)
    fixture_activate (fixture, "zoom-in", NULL);
  fixture_wait (100);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &after);
  g_assert_cmpint (after.height, >, before.height);
  g_object_get (fixture->pane, "font-scale", &scale, NULL);
  g_assert_cmpfloat (scale, >, 1.4);
  fixture_activate (fixture, "zoom-reset", NULL);
  fixture_wait (100);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &after);
  g_assert_cmpint (after.height, ==, before.height);
}

static gboolean
note_turn (gpointer user_data)
{
  guint *n_turns = user_data;

  (*n_turns)++;
  return G_SOURCE_CONTINUE;
}

/* A large draft comes in slices, between which the main loop turns; until it is in, it cannot be edited. */
static void
test_loading (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  g_autoptr (GString) draft = g_string_new (NULL);
  g_autoptr (ProvisoPlainText) text = NULL;
  g_autofree char *loaded = NULL;
  GtkWidget *pane = g_object_ref_sink (proviso_draft_pane_new ());
  guint n_turns = 0, turns_source;

  while (draft->len < 3000000)
    g_string_append (draft, "Zeile für Zeile steht hier das Gleiche.\r\n");
  text = proviso_plain_text_new (draft->str);
  proviso_project_set_text (project, PROVISO_TEXT (text));

  proviso_draft_pane_set_project (PROVISO_DRAFT_PANE (pane), project, selection);
  g_assert_true (proviso_draft_pane_get_loading (PROVISO_DRAFT_PANE (pane)));
  g_assert_false (
      gtk_text_view_get_editable (GTK_TEXT_VIEW (proviso_draft_pane_get_view (PROVISO_DRAFT_PANE (pane)))));
  g_assert_true (proviso_project_get_text (project) == PROVISO_TEXT (text));

  /* A change that comes meanwhile is not lost. */
  g_main_context_iteration (NULL, FALSE);
  proviso_text_replace (PROVISO_TEXT (text), 0, 5, "Absatz");
  g_string_overwrite (draft, 0, "Absat");
  g_string_insert (draft, 5, "z");

  turns_source = g_timeout_add (1, note_turn, &n_turns);
  fixture_wait_for (!proviso_draft_pane_get_loading (PROVISO_DRAFT_PANE (pane)));
  g_source_remove (turns_source);
  g_assert_cmpuint (n_turns, >, 1);
  loaded = proviso_text_dup (proviso_project_get_text (project));
  g_assert_true (PROVISO_IS_BUFFER (proviso_project_get_text (project)));
  g_assert_true (g_str_equal (loaded, draft->str));
  g_assert_true (
      gtk_text_view_get_editable (GTK_TEXT_VIEW (proviso_draft_pane_get_view (PROVISO_DRAFT_PANE (pane)))));
  g_object_unref (pane);
}

/* Lays the line out, whether or not the view has measured it. */
static void
look_at_line (GtkTextView *view, int line)
{
  GtkTextIter iter;
  GdkRectangle location;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, line);
  gtk_text_view_get_iter_location (view, &iter, &location);
}

/* What was laid out of one draft is not looked at for another. */
static void
test_other_draft (void)
{
  g_autoptr (ProvisoDraftPane) pane = g_object_ref_sink (PROVISO_DRAFT_PANE (proviso_draft_pane_new ()));
  GtkTextView *view = GTK_TEXT_VIEW (proviso_draft_pane_get_view (pane));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
      g_autoptr (ProvisoPlainText) text = proviso_plain_text_new ("One.\n\nTwo.\n\nThree.\n");

      proviso_project_set_text (project, PROVISO_TEXT (text));
      proviso_draft_pane_set_project (pane, project, selection);
      for (int line = 4; line >= 0; line--)
        look_at_line (view, line);
      proviso_draft_pane_set_project (pane, NULL, NULL);
    }
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

#define ADD(path, function) g_test_add (path, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("/editor/draft-pane/typing", test_typing);
  ADD ("/editor/draft-pane/lists", test_lists);
  ADD ("/editor/draft-pane/format", test_format);
  ADD ("/editor/draft-pane/new-claim", test_new_claim);
  ADD ("/editor/draft-pane/claim-sentence", test_claim_sentence);
  ADD ("/editor/draft-pane/flag-caveat", test_flag_caveat);
  ADD ("/editor/draft-pane/read-only", test_read_only);
  ADD ("/editor/draft-pane/reviewing", test_reviewing);
  ADD ("/editor/draft-pane/reviewing-toolkit", test_reviewing_toolkit);
  ADD ("/editor/draft-pane/font", test_font);
  ADD ("/editor/draft-pane/end", test_end);
  ADD ("/editor/draft-pane/show-in-panel", test_show_in_panel);
  ADD ("/editor/draft-pane/show-in-text", test_show_in_text);
  ADD ("/editor/draft-pane/next-caveat", test_next_caveat);
  ADD ("/editor/draft-pane/next-mention", test_next_mention);
  ADD ("/editor/draft-pane/hover-card", test_hover_card);
  ADD ("/editor/draft-pane/click", test_click);
  ADD ("/editor/draft-pane/hover", test_hover);
  ADD ("/editor/draft-pane/drag", test_drag);
  ADD ("/editor/draft-pane/reviewing-pointer", test_reviewing_pointer);
  ADD ("/editor/draft-pane/gutter", test_gutter);
  ADD ("/editor/draft-pane/zoom", test_zoom);
  g_test_add_func ("/editor/draft-pane/loading", test_loading);
  g_test_add_func ("/editor/draft-pane/other-draft", test_other_draft);
  return g_test_run ();
}
