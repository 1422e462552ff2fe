/* test-review.c: how a caveat is discussed, settled, confirmed and reopened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "core/proviso-vocabulary.h"

#include "core/proviso-enum-types.h"

#define OPEN PROVISO_CAVEAT_STATE_OPEN
#define ADDRESSED PROVISO_CAVEAT_STATE_ADDRESSED
#define ACCEPTED PROVISO_CAVEAT_STATE_ACCEPTED
#define DISMISSED PROVISO_CAVEAT_STATE_DISMISSED

#define CONFIRM 100
#define REOPEN 101

static ProvisoProject *
new_project (void)
{
  ProvisoProject *project = proviso_project_new ();

  proviso_text_replace (proviso_project_get_text (project), 0, 0, "The lab left video. Its partner withdrew.\n");
  proviso_project_loaded (project);

  return project;
}

/* All that a caveat says, as a text. */
static char *
describe (ProvisoCaveat *caveat)
{
  GString *state = g_string_new (NULL);
  ProvisoCheck *confirmed = proviso_caveat_get_confirmed (caveat);
  ProvisoRecordList *events = proviso_caveat_peek_events (caveat);
  ProvisoRecordList *thread = proviso_caveat_peek_thread (caveat);

  g_string_append_printf (state,
                          "%u “%s” %s %s\n",
                          proviso_caveat_get_state (caveat),
                          proviso_caveat_get_reason (caveat),
                          confirmed != NULL ? proviso_check_get_by (confirmed) : "-",
                          confirmed != NULL ? proviso_check_get_at (confirmed) : "-");
  for (guint i = 0; i < proviso_record_list_get_size (events); i++)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i);

      g_string_append_printf (state,
                              "%s %s %s %s %s %s\n",
                              proviso_event_get_by (event),
                              proviso_event_get_what (event),
                              proviso_event_get_from (event),
                              proviso_event_get_to (event),
                              proviso_event_get_reason (event),
                              proviso_event_get_cause (event));
    }
  for (guint i = 0; i < proviso_record_list_get_size (thread); i++)
    {
      ProvisoComment *comment = proviso_record_list_peek (thread, i);

      g_string_append_printf (state,
                              "%s “%s” %s\n",
                              proviso_comment_get_by (comment),
                              proviso_comment_get_text (comment),
                              proviso_comment_get_edited (comment));
    }

  return g_string_free_and_steal (state);
}

/* A caveat in a state, as settled by Ana with the reason “Before”, and confirmed by Ben or not. */
static ProvisoCaveat *
add_caveat_in (ProvisoProject *project, ProvisoCaveatState state, gboolean confirmed)
{
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 4, 7);
  g_autoptr (GError) error = NULL;

  proviso_identity_set_name ("Ana");
  if (state != OPEN)
    g_assert_true (proviso_project_settle_caveat (project, caveat, state, "Before", &error));
  g_assert_no_error (error);
  proviso_identity_set_name ("Ben");
  if (confirmed)
    g_assert_true (proviso_project_confirm_caveat (project, caveat, &error));
  g_assert_no_error (error);

  return caveat;
}

typedef struct
{
  ProvisoCaveatState from;
  gboolean confirmed;
  int step; /* a state to settle as, CONFIRM or REOPEN */
  gboolean legal;
  const char *label;
} Transition;

static const Transition transitions[] = {
  { OPEN, FALSE, ADDRESSED, TRUE, "Address Caveat" },
  { OPEN, FALSE, ACCEPTED, TRUE, "Accept Caveat" },
  { OPEN, FALSE, DISMISSED, TRUE, "Dismiss Caveat" },
  { OPEN, FALSE, CONFIRM, FALSE, NULL },
  { OPEN, FALSE, REOPEN, FALSE, NULL },
  { ADDRESSED, FALSE, ADDRESSED, FALSE, NULL },
  { ADDRESSED, FALSE, ACCEPTED, TRUE, "Accept Caveat" },
  { ADDRESSED, FALSE, DISMISSED, TRUE, "Dismiss Caveat" },
  { ADDRESSED, FALSE, CONFIRM, TRUE, "Confirm Caveat" },
  { ADDRESSED, FALSE, REOPEN, TRUE, "Reopen Caveat" },
  { ACCEPTED, FALSE, ADDRESSED, TRUE, "Address Caveat" },
  { ACCEPTED, FALSE, ACCEPTED, FALSE, NULL },
  { ACCEPTED, FALSE, DISMISSED, TRUE, "Dismiss Caveat" },
  { ACCEPTED, FALSE, CONFIRM, TRUE, "Confirm Caveat" },
  { ACCEPTED, FALSE, REOPEN, TRUE, "Reopen Caveat" },
  { DISMISSED, FALSE, ADDRESSED, TRUE, "Address Caveat" },
  { DISMISSED, FALSE, ACCEPTED, TRUE, "Accept Caveat" },
  { DISMISSED, FALSE, DISMISSED, FALSE, NULL },
  { DISMISSED, FALSE, CONFIRM, TRUE, "Confirm Caveat" },
  { DISMISSED, FALSE, REOPEN, TRUE, "Reopen Caveat" },
  { ADDRESSED, TRUE, ADDRESSED, FALSE, NULL },
  { ADDRESSED, TRUE, ACCEPTED, FALSE, NULL },
  { ADDRESSED, TRUE, DISMISSED, FALSE, NULL },
  { ADDRESSED, TRUE, CONFIRM, FALSE, NULL },
  { ADDRESSED, TRUE, REOPEN, TRUE, "Reopen Caveat" },
  { ACCEPTED, TRUE, ADDRESSED, FALSE, NULL },
  { ACCEPTED, TRUE, ACCEPTED, FALSE, NULL },
  { ACCEPTED, TRUE, DISMISSED, FALSE, NULL },
  { ACCEPTED, TRUE, CONFIRM, FALSE, NULL },
  { ACCEPTED, TRUE, REOPEN, TRUE, "Reopen Caveat" },
  { DISMISSED, TRUE, ADDRESSED, FALSE, NULL },
  { DISMISSED, TRUE, ACCEPTED, FALSE, NULL },
  { DISMISSED, TRUE, DISMISSED, FALSE, NULL },
  { DISMISSED, TRUE, CONFIRM, FALSE, NULL },
  { DISMISSED, TRUE, REOPEN, TRUE, "Reopen Caveat" },
};

static gboolean
take (ProvisoProject *project, ProvisoCaveat *caveat, int step, const char *reason, GError **error)
{
  return step == CONFIRM  ? proviso_project_confirm_caveat (project, caveat, error)
         : step == REOPEN ? proviso_project_reopen_caveat (project, caveat, reason, error)
                          : proviso_project_settle_caveat (project, caveat, step, reason, error);
}

/* What a legal step leads to. */
static void
check_result (const Transition *transition, ProvisoCaveat *caveat)
{
  ProvisoEvent *event = proviso_review_get_state_event (caveat);
  ProvisoCheck *confirmed = proviso_caveat_get_confirmed (caveat);

  if (transition->step == CONFIRM)
    {
      g_assert_cmpint (proviso_caveat_get_state (caveat), ==, transition->from);
      g_assert_cmpstr (proviso_caveat_get_reason (caveat), ==, "Before");
      g_assert_cmpstr (proviso_check_get_by (confirmed), ==, "Ben");
      g_assert_cmpstr (proviso_event_get_reason (event), ==, "Before");
    }
  else
    {
      int to = transition->step == REOPEN ? OPEN : transition->step;

      g_assert_cmpint (proviso_caveat_get_state (caveat), ==, to);
      g_assert_null (confirmed);
      g_assert_cmpstr (proviso_caveat_get_reason (caveat), ==, transition->step == REOPEN ? NULL : "Because");
      g_assert_cmpstr (proviso_event_get_by (event), ==, "Ben");
      g_assert_cmpstr (proviso_event_get_reason (event), ==, "Because");
      g_assert_null (proviso_event_get_cause (event));
      g_assert_cmpstr (proviso_event_get_from (event),
                       ==,
                       proviso_vocabulary_get_wire_name (PROVISO_TYPE_CAVEAT_STATE, transition->from));
      g_assert_cmpstr (proviso_event_get_to (event),
                       ==,
                       proviso_vocabulary_get_wire_name (PROVISO_TYPE_CAVEAT_STATE, to));
    }
  g_assert_cmpint (proviso_review_is_reopened (caveat), ==, transition->step == REOPEN);
}

static void
test_transitions (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoHistory *history = proviso_project_get_history (project);

  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    {
      const Transition *transition = &transitions[i];
      ProvisoCaveat *caveat = add_caveat_in (project, transition->from, transition->confirmed);
      g_autofree char *before = describe (caveat);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      guint64 token = proviso_history_get_token (history);
      g_autoptr (GError) error = NULL;
      gboolean can = transition->step == CONFIRM  ? proviso_review_can_confirm (caveat)
                     : transition->step == REOPEN ? proviso_review_can_reopen (caveat)
                                                  : proviso_review_can_settle (caveat, transition->step);

      g_test_message ("%u %s -> %d", transition->from, transition->confirmed ? "confirmed" : "", transition->step);
      g_assert_cmpint (can, ==, transition->legal);
      g_assert_cmpint (take (project, caveat, transition->step, "  Because\n", &error), ==, transition->legal);
      after = describe (caveat);
      if (!transition->legal)
        {
          g_assert_error (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_ILLEGAL);
          /* It is told in a toast. */
          g_assert_false (g_str_has_suffix (error->message, "."));
          g_assert_cmpstr (after, ==, before);
          g_assert_true (proviso_history_get_token (history) == token);
          continue;
        }

      g_assert_no_error (error);
      check_result (transition, caveat);
      g_assert_cmpstr (proviso_history_get_undo_label (history), ==, transition->label);
      proviso_history_undo (history);
      undone = describe (caveat);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (proviso_history_get_token (history) == token);
      proviso_history_redo (history);
      redone = describe (caveat);
      g_assert_cmpstr (redone, ==, after);
    }
  proviso_identity_set_name (NULL);
}

static void
test_reasons (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 4, 7);
  g_autoptr (GError) error = NULL;

  g_assert_false (proviso_project_settle_caveat (project, caveat, ACCEPTED, NULL, &error));
  g_assert_error (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_REASON_REQUIRED);
  g_clear_error (&error);
  g_assert_false (proviso_project_settle_caveat (project, caveat, DISMISSED, " \n", &error));
  g_assert_error (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_REASON_REQUIRED);
  g_clear_error (&error);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, OPEN);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_peek_events (caveat)), ==, 1);

  g_assert_true (proviso_project_settle_caveat_for (project,
                                                    caveat,
                                                    ADDRESSED,
                                                    NULL,
                                                    PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED,
                                                    &error));
  g_assert_no_error (error);
  g_assert_null (proviso_caveat_get_reason (caveat));
  g_assert_cmpstr (proviso_event_get_cause (proviso_review_get_state_event (caveat)), ==, "suggestion_applied");
  g_assert_null (proviso_event_get_reason (proviso_review_get_state_event (caveat)));
  g_assert_true (proviso_project_reopen_caveat (project, caveat, NULL, &error));
  g_assert_no_error (error);
}

/* A reason that was never in the history gets there before it goes. */
static void
test_old_reason_is_kept (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoCaveat) caveat = proviso_caveat_new (NULL);
  ProvisoRecordList *events = proviso_caveat_get_events (caveat);
  ProvisoEvent *event;

  proviso_caveat_set_state (caveat, ACCEPTED);
  proviso_caveat_set_reason (caveat, "It is known");
  proviso_record_list_append (proviso_project_get_caveats (project), PROVISO_RECORD (caveat));
  proviso_project_loaded (project);

  g_assert_true (proviso_project_reopen_caveat (project, caveat, NULL, NULL));
  g_assert_null (proviso_caveat_get_reason (caveat));
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 2);
  event = proviso_record_list_peek (events, 0);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "reason");
  g_assert_cmpstr (proviso_event_get_from (event), ==, "It is known");
  g_assert_null (proviso_event_get_to (event));
  g_assert_true (proviso_review_is_reopened (caveat));
}

static void
test_comments (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  ProvisoHistory *history = proviso_project_get_history (project);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 4, 7);
  ProvisoRecordList *thread = proviso_caveat_get_thread (caveat);
  ProvisoComment *comment;
  g_autofree char *first = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  proviso_identity_set_name ("Ana");
  g_assert_null (proviso_project_add_comment (project, caveat, " \n"));
  comment = proviso_project_add_comment (project, caveat, " Really?\n");
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "Add Comment");
  g_assert_cmpstr (proviso_comment_get_text (comment), ==, "Really?");
  g_assert_cmpstr (proviso_comment_get_by (comment), ==, "Ana");
  g_assert_null (proviso_comment_get_edited (comment));
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_peek_events (caveat)), ==, 1);
  first = describe (caveat);

  g_assert_true (proviso_project_edit_comment (project, comment, "Really?", &error));
  g_assert_null (proviso_comment_get_edited (comment));
  g_assert_true (proviso_project_edit_comment (project, comment, "Really true?", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "Edit Comment");
  g_assert_nonnull (proviso_comment_get_edited (comment));
  edited = describe (caveat);
  proviso_history_undo (history);
  state = describe (caveat);
  g_assert_cmpstr (state, ==, first);
  proviso_history_redo (history);
  g_free (state);
  state = describe (caveat);
  g_assert_cmpstr (state, ==, edited);
  g_assert_false (proviso_project_edit_comment (project, comment, "", &error));
  g_assert_error (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_REASON_REQUIRED);
  g_clear_error (&error);

  /* Another one's words are not to be touched. */
  proviso_identity_set_name ("Ben");
  g_assert_false (proviso_review_is_own_comment (comment));
  g_assert_false (proviso_project_edit_comment (project, comment, "No", &error));
  g_assert_error (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_NOT_YOURS);
  g_clear_error (&error);
  g_assert_false (proviso_project_remove_comment (project, comment, &error));
  g_assert_error (error, PROVISO_REVIEW_ERROR, PROVISO_REVIEW_ERROR_NOT_YOURS);
  g_clear_error (&error);
  g_free (state);
  state = describe (caveat);
  g_assert_cmpstr (state, ==, edited);

  proviso_identity_set_name ("Ana");
  g_object_ref (comment);
  g_assert_true (proviso_project_remove_comment (project, comment, &error));
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "Delete Comment");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 0);
  proviso_history_undo (history);
  g_free (state);
  state = describe (caveat);
  g_assert_cmpstr (state, ==, edited);
  g_object_unref (comment);
  proviso_identity_set_name (NULL);
}

/* A comment is news of its caveat. */
static void
test_changed (void)
{
  g_autoptr (ProvisoCaveat) caveat = proviso_caveat_new (NULL);
  g_autoptr (ProvisoEvent) event = proviso_event_new ("2026-03-28T09:00:00Z", "Ana", "created", NULL, NULL);
  g_autoptr (ProvisoComment) first = proviso_comment_new (NULL, "Ana", "2026-03-28T10:00:00Z", "Really?");
  g_autoptr (ProvisoComment) second = proviso_comment_new (NULL, "Ben", "2026-03-28T11:00:00Z", "Yes");

  g_assert_null (proviso_caveat_get_changed (caveat));
  proviso_record_list_append (proviso_caveat_get_events (caveat), PROVISO_RECORD (event));
  g_assert_cmpstr (proviso_caveat_get_changed (caveat), ==, "2026-03-28T09:00:00Z");
  proviso_record_list_append (proviso_caveat_get_thread (caveat), PROVISO_RECORD (first));
  proviso_record_list_append (proviso_caveat_get_thread (caveat), PROVISO_RECORD (second));
  g_assert_cmpstr (proviso_caveat_get_changed (caveat), ==, "2026-03-28T11:00:00Z");
  proviso_comment_set_edited (first, "2026-03-28T12:00:00Z");
  g_assert_cmpstr (proviso_caveat_get_changed (caveat), ==, "2026-03-28T12:00:00Z");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/transitions", test_transitions);
  g_test_add_func ("/review/reasons", test_reasons);
  g_test_add_func ("/review/old-reason-is-kept", test_old_reason_is_kept);
  g_test_add_func ("/review/comments", test_comments);
  g_test_add_func ("/review/changed", test_changed);

  return g_test_run ();
}
