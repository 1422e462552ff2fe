/* test-caveat-comments.c: the conversation on the page of a caveat: comments that are written, edited, deleted and kept in view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/caveat-page-fixture.h"

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "panel/find.h"
#include "panel/proviso-caveat-page.h"
#include "panel/proviso-comment-row.h"
#include "panel/proviso-text-row.h"

static void
test_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = find_children (fixture->page, PROVISO_TYPE_COMMENT_ROW);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_nonnull (
      strstr (adw_preferences_row_get_title (rows->pdata[0]), ": The memo says 2025, before the subsidy."));
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[0]), "Ana, 28 Mar 2026"));
}

/* The name may be set in the preferences while the comments are in sight. */
static void
test_own_comment (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  g_autofree char *name = g_strdup (proviso_identity_get_name ());

  proviso_identity_set_name ("Eve");
  g_assert_false (gtk_widget_get_visible (find_button (row, "Comment Menu")));
  gtk_widget_activate_action (row, "comment.delete", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_get_thread (fixture->sample->caveat)), ==,
                    1);
  proviso_identity_set_name ("Ana");
  g_assert_true (gtk_widget_get_visible (find_button (row, "Comment Menu")));
  proviso_identity_set_name (name);
}

static void
test_reply (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordList *thread = proviso_caveat_get_thread (fixture->sample->caveat);
  ProvisoTextRow *reply = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reply");
  GtkWidget *send = find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Send Reply");
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *left = NULL;

  /* What is not sent yet is undone by itself, and not the work before it. */
  g_assert_true (gtk_text_buffer_get_enable_undo (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (proviso_text_row_get_view (reply)))));
  perform (fixture, "caveat.reply");
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (reply)));
  g_assert_false (gtk_widget_get_visible (send));
  proviso_text_row_set_text (reply, "Then say so.\nIn the text.");
  g_assert_true (gtk_widget_get_visible (send));
  g_signal_emit_by_name (send, "activated");
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 2);
  g_assert_cmpstr (proviso_comment_get_text (proviso_record_list_peek (thread, 1)), ==,
                   "Then say so.\nIn the text.");
  left = proviso_text_row_dup_text (reply);
  g_assert_cmpstr (left, ==, "");
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (reply)));

  /* Ctrl+Return, and nothing for nothing. */
  g_signal_emit_by_name (reply, "submit");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 2);
  proviso_text_row_set_text (reply, "Agreed");
  g_signal_emit_by_name (reply, "submit");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 3);
  rows = find_children (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (rows->pdata[2]), "Agreed"));

  undo (fixture);
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 2);
}

/* Backwards from the reply that was just sent, it is to what was just said. */
static void
test_back_to_comment (Fixture *fixture, gconstpointer data)
{
  ProvisoTextRow *reply = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reply");
  GtkWindow *window = GTK_WINDOW (fixture->sample->window);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *focus;

  perform (fixture, "caveat.reply");
  proviso_text_row_set_text (reply, "Then say so.");
  g_signal_emit_by_name (reply, "submit");
  sample_settle ();
  g_assert_true (gtk_widget_has_focus (proviso_text_row_get_view (reply)));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  sample_settle ();
  rows = find_children (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  focus = gtk_window_get_focus (window);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (gtk_widget_is_ancestor (focus, rows->pdata[1]));
}

static double
get_top (GtkWidget *widget, GtkWidget *viewport)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, viewport, &bounds));

  return bounds.origin.y;
}

/* From the top of `first` to the bottom of `last`. */
static void
assert_in_view (gpointer first, gpointer last)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (first, GTK_TYPE_VIEWPORT);

  gboolean animated;

  /* What moves has come to rest by then. */
  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animated, NULL);
  for (guint i = 0; i < (animated ? 40 : 8); i++)
    sample_settle ();
  g_assert_true (gtk_widget_get_mapped (first) && gtk_widget_get_mapped (last));
  g_assert_cmpfloat (get_top (first, viewport), >=, 0);
  g_assert_cmpfloat (get_top (last, viewport) + gtk_widget_get_height (last), <=,
                     gtk_widget_get_height (viewport));
}

/* Goes to the other end of the page, from where it is scrolled to what is to be written. */
static void
scroll (Fixture *fixture, gboolean down)
{
  GtkWidget *viewport =
      gtk_widget_get_ancestor (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "What Is Doubtful"),
                               GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));

  gtk_adjustment_set_value (adjustment, down ? gtk_adjustment_get_upper (adjustment) : 0);
  sample_settle ();
}

/* Until nothing of what is below `row` is seen. */
static void
scroll_to_edge (GtkWidget *row)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  double below = gtk_widget_get_height (viewport) - get_top (row, viewport) - gtk_widget_get_height (row);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - below);
  sample_settle ();
}

/* In a low and narrow window, what is to be written comes into view, and the way on with it. */
static void
test_in_view (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *title;
    const char *label;
  } steps[] = {
    { "caveat.address", "What Was Changed", "A_ddress" },
    { "caveat.dismiss", "Why Is It Not a Defect?", "Di_smiss" },
    { "caveat.accept", "Why Is It Kept?", "_Accept" },
  };
  GtkWidget *comment = find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  ProvisoTextRow *reply = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reply");

  gtk_window_set_default_size (GTK_WINDOW (fixture->sample->window), 360, 294);
  sample_settle ();
  for (guint i = 0; i < 2 * G_N_ELEMENTS (steps); i++)
    {
      gpointer reason;

      scroll (fixture, i % 2);
      perform (fixture, steps[i / 2].action);
      reason = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, steps[i / 2].title);
      assert_in_view (reason, find_labelled (fixture->page, steps[i / 2].label));
      /* One that was begun, and is longer than the window. */
      proviso_text_row_set_text (reason, "Because\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nof that.");
      scroll (fixture, i % 2);
      perform (fixture, steps[i / 2].action);
      assert_in_view (reason, find_child (reason, GTK_TYPE_LABEL));
      press (fixture, "_Cancel");
    }

  scroll (fixture, FALSE);
  perform (fixture, "caveat.reply");
  assert_in_view (reply, reply);
  scroll_to_edge (GTK_WIDGET (reply));
  proviso_text_row_set_text (reply, "So be it");
  assert_in_view (reply, find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "_Send Reply"));
  g_signal_emit_by_name (reply, "submit");
  assert_in_view (reply, reply);

  scroll (fixture, FALSE);
  gtk_widget_activate_action (comment, "comment.edit", NULL);
  assert_in_view (find_child (comment, GTK_TYPE_TEXT_VIEW), find_labelled (comment, "_Save"));

  scroll (fixture, TRUE);
  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "S_uggest an Edit"), "activated");
  assert_in_view (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Text Instead of the Passage"),
                  find_labelled (fixture->page, "_Save Suggestion"));
}

/* Also where the page is scrolled to the focus by and by: the key is pressed in the draft, and the page comes anew. */
static void
test_in_view_animated (Fixture *fixture, gconstpointer data)
{
  ProvisoTextRow *reply = find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reply");

  gtk_window_set_default_size (GTK_WINDOW (fixture->sample->window), 360, 294);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  /* A scrolled window takes note of that when it comes up. */
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  sample_settle ();
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  sample_settle ();
  scroll (fixture, FALSE);
  perform (fixture, "caveat.reply");
  assert_in_view (reply, reply);
  proviso_text_row_set_text (reply, "So be it");
  g_signal_emit_by_name (reply, "submit");
  assert_in_view (reply, reply);

  scroll (fixture, FALSE);
  perform (fixture, "caveat.accept");
  assert_in_view (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?"),
                  find_labelled (fixture->page, "_Accept"));
}

/* Begins to edit the first comment. `text`: (nullable): what is typed. Returns: (transfer full): what stands there then. */
static char *
edit_comment (Fixture *fixture, const char *text)
{
  GtkWidget *row = find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_child (row, GTK_TYPE_TEXT_VIEW));
  char *shown;

  gtk_widget_activate_action (row, "comment.edit", NULL);
  if (text != NULL)
    gtk_text_buffer_set_text (buffer, text, -1);
  g_object_get (buffer, "text", &shown, NULL);

  return shown;
}

/* Who leafs away in the middle of a sentence finds it again. */
static void
test_unsent (Fixture *fixture, gconstpointer data)
{
  Sample *sample = fixture->sample;
  g_autofree char *reply = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *suggestion = NULL;
  g_autofree char *comment = NULL;

  comment = edit_comment (fixture, "The memo");
  g_clear_pointer (&comment, g_free);
  /* Asked for once more, it goes on. */
  comment = edit_comment (fixture, NULL);
  g_assert_cmpstr (comment, ==, "The memo");
  proviso_text_row_set_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reply"), "But then");
  perform (fixture, "caveat.accept");
  proviso_text_row_set_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?"), "Because");
  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "S_uggest an Edit"), "activated");
  proviso_text_row_set_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Text Instead of the Passage"),
                             "puts the loss");
  adw_navigation_view_pop (sample->view);
  sample_settle ();

  fixture->page = GTK_WIDGET (proviso_caveat_page_new (sample->project, sample->selection, sample->caveat));
  sample_push (sample, ADW_NAVIGATION_PAGE (fixture->page));
  reply = proviso_text_row_dup_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Reply"));
  g_assert_cmpstr (reply, ==, "But then");
  g_assert_true (is_shown (fixture->page, ADW_TYPE_BUTTON_ROW, "_Send Reply"));
  perform (fixture, "caveat.accept");
  reason = proviso_text_row_dup_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?"));
  g_assert_cmpstr (reason, ==, "Because");
  g_signal_emit_by_name (find_row (fixture->page, ADW_TYPE_BUTTON_ROW, "S_uggest an Edit"), "activated");
  suggestion = proviso_text_row_dup_text (
      find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Text Instead of the Passage"));
  g_assert_cmpstr (suggestion, ==, "puts the loss");

  g_clear_pointer (&comment, g_free);
  comment = edit_comment (fixture, NULL);
  g_assert_cmpstr (comment, ==, "The memo");
  gtk_widget_activate_action (find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW), "comment.cancel", NULL);
  g_clear_pointer (&comment, g_free);
  comment = edit_comment (fixture, NULL);
  g_assert_cmpstr (comment, ==, "The memo says 2025, before the subsidy.");

  /* A step begun in between does not cost it; to be settled otherwise does. */
  perform (fixture, "caveat.dismiss");
  perform (fixture, "caveat.accept");
  g_clear_pointer (&reason, g_free);
  reason = proviso_text_row_dup_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?"));
  g_assert_cmpstr (reason, ==, "Because");
  g_assert_true (proviso_project_settle_caveat (sample->project, sample->caveat,
                                                PROVISO_CAVEAT_STATE_ADDRESSED, NULL, NULL));
  perform (fixture, "caveat.accept");
  g_clear_pointer (&reason, g_free);
  reason = proviso_text_row_dup_text (find_row (fixture->page, PROVISO_TYPE_TEXT_ROW, "Why Is It Kept?"));
  g_assert_cmpstr (reason, ==, "");
}

static void
test_edit_comment (Fixture *fixture, gconstpointer data)
{
  ProvisoComment *comment = proviso_record_list_peek (proviso_caveat_get_thread (fixture->sample->caveat), 0);
  GtkWidget *row = find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_child (row, GTK_TYPE_TEXT_VIEW));

  g_assert_null (proviso_comment_get_edited (comment));
  gtk_widget_activate_action (row, "comment.edit", NULL);
  sample_settle ();
  gtk_text_buffer_set_text (buffer, "", -1);
  sample_settle ();
  g_assert_false (gtk_widget_get_sensitive (find_labelled (row, "_Save")));
  gtk_text_buffer_set_text (buffer, "The memo says 2024.", -1);
  gtk_widget_activate_action (row, "comment.save", NULL);
  sample_settle ();
  g_assert_cmpstr (proviso_comment_get_text (comment), ==, "The memo says 2024.");
  g_assert_nonnull (proviso_comment_get_edited (comment));
  g_assert_nonnull (
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "edited: The memo says 2024."));
  g_assert_null (find_labelled (row, "_Save"));

  gtk_widget_activate_action (row, "comment.edit", NULL);
  gtk_text_buffer_set_text (buffer, "No", -1);
  gtk_widget_activate_action (row, "comment.cancel", NULL);
  g_assert_cmpstr (proviso_comment_get_text (comment), ==, "The memo says 2024.");

  undo (fixture);
  g_assert_cmpstr (proviso_comment_get_text (comment), ==, "The memo says 2025, before the subsidy.");
  g_assert_null (proviso_comment_get_edited (comment));
}

static void
test_delete_comment (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordList *thread = proviso_caveat_get_thread (fixture->sample->caveat);
  Toast toast = { 0 };

  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), &toast);
  gtk_widget_activate_action (find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW), "comment.delete", NULL);
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 0);
  g_assert_null (find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW));
  g_assert_cmpstr (toast.title, ==, "Comment deleted");
  g_assert_true (toast.can_undo);
  undo (fixture);
  sample_settle ();
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 1);
  g_assert_nonnull (find_child (fixture->page, PROVISO_TYPE_COMMENT_ROW));
  g_free (toast.title);
}

/* The keyboard goes on to the next comment, not into an entry; from the last one to the one before. */
static void
test_focus_after_deletion (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordList *thread = proviso_caveat_get_thread (fixture->sample->caveat);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (fixture->page));
  g_autoptr (GPtrArray) rows = NULL;

  proviso_project_add_comment (fixture->sample->project, fixture->sample->caveat, "Second.");
  proviso_project_add_comment (fixture->sample->project, fixture->sample->caveat, "Third.");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 3);
  sample_settle ();
  rows = find_children (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  gtk_widget_activate_action (rows->pdata[1], "comment.delete", NULL);
  g_assert_true (gtk_window_get_focus (window) == rows->pdata[2]);
  sample_settle ();
  gtk_widget_activate_action (rows->pdata[2], "comment.delete", NULL);
  g_assert_true (gtk_window_get_focus (window) == rows->pdata[0]);
  sample_settle ();
  gtk_widget_activate_action (rows->pdata[0], "comment.delete", NULL);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (window)));
}

/* Somebody else's is theirs. */
static void
test_own_comments (Fixture *fixture, gconstpointer data)
{
  ProvisoRecordList *thread = proviso_caveat_get_thread (fixture->sample->caveat);
  g_autoptr (ProvisoComment) comment = proviso_comment_new (NULL, "Ben", "2026-03-29T09:30:00Z", "Is it so?");
  g_autoptr (GPtrArray) rows = NULL;

  proviso_project_insert (fixture->sample->project, thread, 1, comment);
  sample_settle ();
  rows = find_children (fixture->page, PROVISO_TYPE_COMMENT_ROW);
  g_assert_true (gtk_widget_get_mapped (find_button (rows->pdata[0], "Comment Menu")));
  g_assert_false (gtk_widget_get_mapped (find_button (rows->pdata[1], "Comment Menu")));
  gtk_widget_activate_action (rows->pdata[1], "comment.delete", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/caveat-comments/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("thread", test_thread);
  ADD ("in-view", test_in_view);
  ADD ("in-view-animated", test_in_view_animated);
  ADD ("own-comment", test_own_comment);
  ADD ("reply", test_reply);
  ADD ("back-to-comment", test_back_to_comment);
  ADD ("unsent", test_unsent);
  ADD ("edit-comment", test_edit_comment);
  ADD ("delete-comment", test_delete_comment);
  ADD ("focus-after-deletion", test_focus_after_deletion);
  ADD ("own-comments", test_own_comments);

  return g_test_run ();
}
