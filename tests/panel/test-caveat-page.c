/* test-caveat-page.c: the page of a caveat edits the record, and follows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/caveat-page-fixture.h"

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "panel/find.h"
#include "panel/proviso-caveat-page.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-difference-view.h"
#include "panel/proviso-line-text.h"
#include "panel/proviso-link-row.h"
#include "panel/proviso-passage-row.h"
#include "panel/proviso-review-actions.h"
#include "panel/proviso-text-row.h"

static void
redo (Fixture *fixture)
{
  proviso_history_redo (proviso_project_get_history (fixture->sample->project));
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  ProvisoTextRow *text = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Doubtful");
  ProvisoChoiceRow *type = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Type");
  ProvisoChoiceRow *severity = find_row (fixture->page, PROVISO_TYPE_CHOICE_ROW, "Severity");
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (proviso_text_row_get_view (text))),
                            "Which year?", -1);
  g_assert_cmpstr (proviso_caveat_get_text (caveat), ==, "Which year?");
  proviso_choice_row_choose (type, PROVISO_CAVEAT_TYPE_VAGUE_TIME);
  g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, PROVISO_CAVEAT_TYPE_VAGUE_TIME);
  proviso_choice_row_choose (severity, PROVISO_CAVEAT_SEVERITY_NOTE);
  g_assert_cmpint (proviso_caveat_get_severity (caveat), ==, PROVISO_CAVEAT_SEVERITY_NOTE);
  /* Twenty-five types are searched, four severities are not. */
  g_assert_true (adw_combo_row_get_enable_search (ADW_COMBO_ROW (type)));
  g_assert_false (adw_combo_row_get_enable_search (ADW_COMBO_ROW (severity)));

  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (proviso_choice_row_get_value (severity), ==, PROVISO_CAVEAT_SEVERITY_MAJOR);
  g_assert_cmpint (proviso_choice_row_get_value (type), ==, PROVISO_CAVEAT_TYPE_IMPRECISE_FIGURE);
  shown = proviso_text_row_dup_text (text);
  g_assert_cmpstr (shown, ==, "Which year, and is this before or after the subsidy?");
}

/* Whether a label with these words is seen. */
static gboolean
is_said (GtkWidget *page, const char *words)
{
  g_autoptr (GPtrArray) labels = find_children (page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) &&
        g_str_equal (gtk_label_get_label (labels->pdata[i]), words))
      return TRUE;

  return FALSE;
}

static void
assert_subtitle (Fixture *fixture, const char *title, const char *beginning)
{
  AdwActionRow *row = find_row (fixture->page, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  if (!g_str_has_prefix (adw_action_row_get_subtitle (row), beginning))
    g_error ("“%s” says “%s”", title, adw_action_row_get_subtitle (row));
}

/* Who has settled it can confirm it, but not by pressing Return once more. */
static void
assert_not_led_to_confirm (Fixture *fixture)
{
  GtkWidget *confirm = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Confirm");

  g_assert_true (gtk_widget_get_mapped (confirm));
  g_assert_true (gtk_widget_is_sensitive (confirm));
  g_assert_false (gtk_widget_has_css_class (confirm, "suggested-action"));
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (fixture->sample->window)) == confirm);
}

/* A step that needs a reason is not taken without, and says so. */
static void
test_reason_first (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  GtkWindow *window = GTK_WINDOW (fixture->sample->window);
  ProvisoTextRow *reason, *readers;
  AdwActionRow *state;
  GtkWidget *accept;

  press (fixture, "_Accept");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  reason = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (reason)));
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (reason)));
  /* The one that is left is that which takes the step. */
  accept = find_labelled (fixture->page, "_Accept");
  g_assert_false (gtk_widget_get_sensitive (accept));
  g_assert_true (is_said (fixture->page, "To accept a doubt, say why it is kept."));

  proviso_text_row_set_text (reason, "  ");
  g_assert_false (gtk_widget_get_sensitive (accept));
  g_signal_emit_by_name (reason, "submit");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  proviso_text_row_set_text (reason, "The line gives no other figure");
  sample_settle ();
  g_assert_false (is_said (fixture->page, "To accept a doubt, say why it is kept."));
  press (fixture, "_Accept");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ACCEPTED);
  g_assert_cmpstr (proviso_caveat_get_reason (caveat), ==, "The line gives no other figure");
  g_assert_false (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?"));

  /* Who and why. */
  state = find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Accepted");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (state), "Ana · "));
  g_assert_true (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reason"));
  g_assert_null (find_labelled (fixture->page, "_Accept"));
  assert_not_led_to_confirm (fixture);
  readers = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Wording for Readers");
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (readers)));

  undo (fixture);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_null (proviso_caveat_get_reason (caveat));
  g_assert_true (is_shown (fixture->page, ADW_TYPE_ACTION_ROW, "Open"));
  g_assert_false (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reason"));

  /* The keyboard, which was at a step that there no longer is, goes to one that there is. */
  sample_settle ();
  g_assert_true (gtk_window_get_focus (window) == find_labelled (fixture->page, "A_ddress"));
  gtk_widget_grab_focus (find_labelled (fixture->page, "_Accept"));
  redo (fixture);
  sample_settle ();
  assert_not_led_to_confirm (fixture);
  g_assert_true (gtk_window_get_focus (window) == find_labelled (fixture->page, "Re_open"));
  undo (fixture);
  sample_settle ();
  g_assert_true (gtk_window_get_focus (window) == find_labelled (fixture->page, "A_ddress"));
}

/* Once it is accepted, it can be worded for readers, also after it was confirmed. */
static void
test_for_readers (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  ProvisoTextRow *row = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Wording for Readers");

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (row)));
  proviso_project_settle_caveat (fixture->sample->project, caveat, PROVISO_CAVEAT_STATE_ACCEPTED, "As it is",
                                 NULL);
  proviso_project_confirm_caveat (fixture->sample->project, caveat, NULL);
  sample_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (proviso_text_row_get_view (row))),
                            "Nobody else says so.", -1);
  g_assert_cmpstr (proviso_caveat_get_for_readers (caveat), ==, "Nobody else says so.");
  g_assert_nonnull (proviso_caveat_get_confirmed (caveat));

  /* What was written stays to be seen. */
  proviso_project_reopen_caveat (fixture->sample->project, caveat, NULL, NULL);
  sample_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  proviso_project_set (fixture->sample->project, caveat, "for-readers", NULL, NULL);
  sample_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (row)));
}

static void
test_reason_left (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;

  perform (fixture, "caveat.dismiss");
  g_assert_true (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Not a Defect?"));
  press (fixture, "_Cancel");
  g_assert_false (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Not a Defect?"));
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);

  /* Somebody settles it meanwhile: what was asked for was of the open one. */
  perform (fixture, "caveat.dismiss");
  g_assert_true (proviso_project_settle_caveat (fixture->sample->project, caveat,
                                                PROVISO_CAVEAT_STATE_ADDRESSED, NULL, NULL));
  sample_settle ();
  g_assert_false (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Not a Defect?"));
}

/* To address it takes no reason, and has a place for one. */
static void
test_address (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;

  perform (fixture, "caveat.address");
  g_assert_true (is_shown (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Was Changed"));
  press (fixture, "A_ddress");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
  g_assert_null (proviso_caveat_get_reason (caveat));

  /* From there to another answer, in one step. */
  perform (fixture, "caveat.dismiss");
  proviso_text_row_set_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Not a Defect?"),
                             "It is not");
  press (fixture, "Di_smiss");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_DISMISSED);
  undo (fixture);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  GtkWidget *confirm = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Confirm");
  Toast toast = { 0 };
  ProvisoTextRow *reason;
  AdwActionRow *row;

  g_assert_false (gtk_widget_get_mapped (confirm));
  proviso_project_settle_caveat (fixture->sample->project, caveat, PROVISO_CAVEAT_STATE_ACCEPTED, "As it is",
                                 NULL);
  sample_settle ();
  assert_not_led_to_confirm (fixture);
  /* Somebody else settled it. */
  proviso_identity_set_name ("Eve");
  proviso_project_reopen_caveat (fixture->sample->project, caveat, NULL, NULL);
  proviso_identity_set_name ("Ana");
  proviso_project_settle_caveat (fixture->sample->project, caveat, PROVISO_CAVEAT_STATE_ACCEPTED, "As it is", NULL);
  proviso_identity_set_name ("Eve");
  proviso_project_set (fixture->sample->project, caveat, "for-readers", "Nobody else says so.", NULL);
  sample_settle ();
  g_assert_true (gtk_widget_has_css_class (confirm, "suggested-action"));
  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  perform (fixture, "caveat.confirm");
  g_assert_nonnull (proviso_caveat_get_confirmed (caveat));
  /* The key may be pressed where nothing of this is seen. */
  g_assert_cmpstr (toast.title, ==, "Caveat confirmed");
  g_assert_true (toast.can_undo);
  row = find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Confirmed");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "Eve · "));
  g_assert_false (gtk_widget_get_mapped (confirm));
  g_assert_null (find_labelled (fixture->page, "A_ddress"));
  /* What was confirmed is not written anew. */
  reason = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reason");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (proviso_text_row_get_view (reason))));

  perform (fixture, "caveat.reopen");
  proviso_text_row_set_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Open Again?"),
                             "The line has answered");
  press (fixture, "Re_open");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_null (proviso_caveat_get_confirmed (caveat));
  row = find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Reopened");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "“The line has answered”\nEve · "));
  g_assert_true (is_shown (fixture->page, ADW_TYPE_ACTION_ROW, "Reopened; it was Accepted"));

  undo (fixture);
  g_assert_nonnull (proviso_caveat_get_confirmed (caveat));
  g_assert_true (gtk_widget_get_visible (find_row (fixture->page, ADW_TYPE_ACTION_ROW, "Confirmed")));
  g_free (toast.title);
}

/* A button says by which key its step is taken. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.proviso_editor.Proviso.Test", G_APPLICATION_NON_UNIQUE);
  const char *const accels[] = { "<Control><Shift>k", NULL };
  GtkWidget *page;

  g_assert_null (strstr (gtk_widget_get_tooltip_text (find_labelled (fixture->page, "_Accept")), "Ctrl"));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));
  gtk_application_set_accels_for_action (application, "win.caveat-accept", accels);
  page = GTK_WIDGET (
      proviso_caveat_page_new (fixture->sample->project, fixture->sample->selection, fixture->sample->caveat));
  sample_push (fixture->sample, ADW_NAVIGATION_PAGE (page));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_labelled (page, "_Accept")), ==,
                   "The doubt is real, and kept knowingly (Shift+Ctrl+K)");
  g_application_set_default (NULL);
}

/* What cannot be done now cannot be asked for by key either. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoReviewActions) actions = proviso_review_actions_new ();
  GActionGroup *caveat_group = proviso_review_actions_get_caveat_group (actions);
  GActionGroup *claim_group = proviso_review_actions_get_claim_group (actions);
  Sample *sample = fixture->sample;

  g_assert_false (g_action_group_get_action_enabled (caveat_group, "address"));
  g_assert_false (g_action_group_get_action_enabled (claim_group, "check"));
  proviso_review_actions_set_record (actions, PROVISO_RECORD (sample->caveat));
  g_assert_true (g_action_group_get_action_enabled (caveat_group, "address"));
  g_assert_true (g_action_group_get_action_enabled (caveat_group, "reply"));
  g_assert_false (g_action_group_get_action_enabled (caveat_group, "confirm"));
  g_assert_false (g_action_group_get_action_enabled (caveat_group, "reopen"));
  g_assert_false (g_action_group_get_action_enabled (caveat_group, "apply-suggestion"));
  proviso_project_set (sample->project, sample->caveat, "suggestion", "puts it at 4 million", NULL);
  g_assert_true (g_action_group_get_action_enabled (caveat_group, "apply-suggestion"));
  proviso_project_settle_caveat (sample->project, sample->caveat, PROVISO_CAVEAT_STATE_ADDRESSED, NULL, NULL);
  g_assert_false (g_action_group_get_action_enabled (caveat_group, "address"));
  g_assert_true (g_action_group_get_action_enabled (caveat_group, "accept"));
  g_assert_true (g_action_group_get_action_enabled (caveat_group, "confirm"));
  g_assert_true (g_action_group_get_action_enabled (caveat_group, "reopen"));
  proviso_review_actions_set_record (actions, PROVISO_RECORD (sample->claim));
  g_assert_false (g_action_group_get_action_enabled (caveat_group, "reopen"));
  g_assert_true (g_action_group_get_action_enabled (claim_group, "check"));
}

static char *
dup_draft (Fixture *fixture)
{
  return proviso_text_dup (proviso_project_get_text (fixture->sample->project));
}

static void
test_suggest (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = fixture->sample->caveat;
  GtkWidget *suggest = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "S_uggest an Edit");
  ProvisoTextRow *text = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Text Instead of the Passage");
  g_autofree char *words = NULL;
  Toast toast = { 0 };

  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  g_signal_emit_by_name (suggest, "activated");
  sample_settle ();
  words = proviso_text_row_dup_text (text);
  g_assert_cmpstr (words, ==, "puts the yearly loss at about 4 million crowns");
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (text)));
  g_assert_false (gtk_widget_get_sensitive (find_labelled (fixture->page, "_Save Suggestion")));
  /* Nothing is written before it is said to be done. */
  proviso_text_row_set_text (text, "puts the loss of 2025 at about 4 million crowns");
  g_assert_null (proviso_caveat_get_suggestion (caveat));
  press (fixture, "_Save Suggestion");
  g_assert_cmpstr (proviso_caveat_get_suggestion (caveat), ==,
                   "puts the loss of 2025 at about 4 million crowns");
  g_assert_false (gtk_widget_get_mapped (suggest));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (text)));
  /* Return does not put it into the draft at once. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->sample->window)) ==
                 find_button (fixture->page, "Edit Suggestion"));
  g_assert_true (is_shown (fixture->page, ADW_TYPE_PREFERENCES_ROW, "Suggested Edit"));
  g_assert_nonnull (strstr (proviso_difference_view_get_description (
                                find_child (fixture->page, PROVISO_TYPE_DIFFERENCE_VIEW)),
                            "2025"));

  g_signal_emit_by_name (find_button (fixture->page, "Remove Suggestion"), "clicked");
  sample_settle ();
  g_assert_null (proviso_caveat_get_suggestion (caveat));
  g_assert_cmpstr (toast.title, ==, "Suggestion removed");
  g_assert_true (toast.can_undo);
  g_assert_true (gtk_widget_get_mapped (suggest));
  undo (fixture);
  g_assert_nonnull (proviso_caveat_get_suggestion (caveat));
  undo (fixture);
  g_assert_null (proviso_caveat_get_suggestion (caveat));
  g_free (toast.title);
}

/* One press: the draft says it, the caveat is settled, the claim keeps its passage; and one undo. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoAnchor *passage = proviso_record_list_peek (proviso_claim_get_anchors (sample->claim), 1);
  g_autofree char *before = dup_draft (fixture);
  g_autofree char *after = NULL;
  g_autofree char *claimed = NULL;
  g_autofree char *undone = NULL;
  const char *at;
  Toast toast = { 0 };

  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  proviso_project_set (sample->project, sample->caveat, "suggestion",
                       "puts the loss of 2025 at about 4 million crowns", NULL);
  sample_settle ();
  g_assert_true (is_shown (fixture->page, ADW_TYPE_BUTTON_ROW, "A_pply to Draft"));
  perform (fixture, "caveat.apply-suggestion");
  after = dup_draft (fixture);
  g_assert_nonnull (
      strstr (after, "A memo seen by this desk puts the loss of 2025 at about 4 million crowns. It"));
  g_assert_cmpint (proviso_caveat_get_state (sample->caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
  claimed = proviso_project_get_passage (sample->project, passage);
  g_assert_cmpint (proviso_anchor_get_state (passage), ==, PROVISO_ANCHOR_STATE_EXACT);
  g_assert_cmpstr (claimed, ==, "puts the loss of 2025 at about 4 million crowns");
  g_assert_cmpstr (toast.title, ==, "Suggestion applied to the draft");
  g_assert_true (toast.can_undo);
  g_assert_true (is_said (fixture->page, "The draft has these words."));
  g_assert_false (is_shown (fixture->page, ADW_TYPE_BUTTON_ROW, "A_pply to Draft"));

  /* Where it stands, and in its history, it says along with what that came. */
  assert_subtitle (fixture, "Addressed", "The suggested edit was applied\nAna · ");
  assert_subtitle (fixture, "Marked as addressed", "The suggested edit was applied\nAna · ");
  at = strstr (after, "loss of 2025");
  proviso_text_replace (proviso_project_get_text (sample->project), (guint) g_utf8_pointer_to_offset (after, at), 4,
                        "gain");
  sample_settle ();
  assert_subtitle (fixture, "Reopened", "The words of its passage changed\nAna · ");
  assert_subtitle (fixture, "Reopened; it was Addressed", "The words of its passage changed\nAna · ");
  undo (fixture);

  undo (fixture);
  undone = dup_draft (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (proviso_caveat_get_state (sample->caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_nonnull (proviso_caveat_get_suggestion (sample->caveat));
  sample_settle ();
  g_assert_true (is_shown (fixture->page, ADW_TYPE_BUTTON_ROW, "A_pply to Draft"));
  g_free (toast.title);
}

/* A passage stands in quotation marks, but not in two pairs of them. */
static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  static const char *const quotes[][2] = {
    { "puts the loss", "“puts the loss”" },
    { "“No boat,” it said.", "“No boat,” it said." },
    { "It said: „Kein Boot.“", "It said: „Kein Boot.“" },
    { "\"No boat\"", "\"No boat\"" },
    { "the “boat” of May", "“the “boat” of May”" },
    { "the crews’", "“the crews’”" },
    { "«Pas de bateau»", "«Pas de bateau»" },
    { "", "“”" },
  };
  Sample *sample = fixture->sample;
  ProvisoPassageRow *row = find_child (fixture->page, PROVISO_TYPE_PASSAGE_ROW);
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_caveat_peek_anchors (sample->caveat), 0);

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *quoted = proviso_line_text_quote (quotes[i][0]);

      g_assert_cmpstr (quoted, ==, quotes[i][1]);
    }

  g_assert_true (is_said (GTK_WIDGET (row), "“puts the yearly loss at about 4 million crowns”"));
  proviso_text_replace (proviso_project_get_text (sample->project), proviso_anchor_get_start (anchor), 4, "“p");
  proviso_text_replace (proviso_project_get_text (sample->project), proviso_anchor_get_end (anchor) - 1, 1, "s”");
  proviso_passage_row_refresh (row);
  g_assert_false (is_said (GTK_WIDGET (row), "“puts the yearly loss at about 4 million crowns”"));
  g_assert_false (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "““"));
}

/* Without words in the draft there is nothing to write instead of; it says so. */
static void
test_no_passage (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  ProvisoCaveat *caveat = proviso_project_add_caveat (sample->project, sample->empty, 0, 0);
  GtkWidget *page = GTK_WIDGET (proviso_caveat_page_new (sample->project, sample->selection, caveat));
  GtkWidget *suggest;

  sample_push (sample, ADW_NAVIGATION_PAGE (page));
  suggest = find_row (page, ADW_TYPE_BUTTON_ROW, "S_uggest an Edit");
  g_assert_false (gtk_widget_get_sensitive (suggest));
  g_assert_true (is_said (page, "There is no passage to be changed. Attach the caveat to one."));
  g_assert_null (find_child (page, PROVISO_TYPE_PASSAGE_ROW));

  /* The passages of its claim are shown, and are the claim's to be changed. */
  proviso_project_set (sample->project, caveat, "claim", proviso_claim_get_id (sample->claim), NULL);
  sample_settle ();
  g_assert_nonnull (find_child (page, PROVISO_TYPE_PASSAGE_ROW));
  g_assert_false (gtk_widget_get_mapped (find_button (page, "Passage Menu")));
  proviso_project_add_anchor (sample->project, caveat, 2, 10);
  sample_settle ();
  g_assert_true (gtk_widget_get_mapped (find_button (page, "Passage Menu")));
  g_assert_true (gtk_widget_get_sensitive (suggest));
  undo (fixture);
  sample_settle ();
  g_assert_false (gtk_widget_get_mapped (find_button (page, "Passage Menu")));
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  GtkWidget *pick = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Link Claim…");
  AdwDialog *dialog;

  g_assert_nonnull (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));
  g_assert_false (gtk_widget_get_visible (pick));
  proviso_project_set (sample->project, sample->caveat, "claim", NULL, NULL);
  g_assert_null (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));
  g_assert_true (gtk_widget_get_visible (pick));

  g_signal_emit_by_name (pick, "activated");
  sample_settle ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (sample->window));
  gtk_editable_set_text (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "island");
  g_signal_emit_by_name (find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY), "activate");
  sample_settle ();
  g_assert_cmpstr (proviso_caveat_get_claim (sample->caveat), ==, proviso_claim_get_id (sample->claim));
  g_assert_nonnull (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));

  /* The claim goes: the caveat stays, and its page too. */
  proviso_project_remove (sample->project, sample->claim);
  sample_settle ();
  g_assert_null (find_child (fixture->page, PROVISO_TYPE_LINK_ROW));
  g_assert_true (adw_navigation_view_get_visible_page (sample->view) == ADW_NAVIGATION_PAGE (fixture->page));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;

  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Delete Caveat"), "activated");
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_caveats (sample->project)), ==, 0);
  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (sample->view)), ==,
                   "Claims");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/caveat-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("fields", test_fields);
  ADD ("reason-first", test_reason_first);
  ADD ("for-readers", test_for_readers);
  ADD ("reason-left", test_reason_left);
  ADD ("address", test_address);
  ADD ("confirm", test_confirm);
  ADD ("actions", test_actions);
  ADD ("suggest", test_suggest);
  ADD ("apply", test_apply);
  ADD ("quotes", test_quotes);
  ADD ("no-passage", test_no_passage);
  ADD ("claim", test_claim);
  ADD ("delete", test_delete);
  ADD ("keys", test_keys);

  return g_test_run ();
}
