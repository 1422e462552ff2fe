/* test-project.c: what a person does to a project, and undo of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-comment.h"
#include "core/proviso-identity.h"
#include "core/proviso-project.h"

#define DRAFT "# Two labs\n\nThe lab left video.  It said so.\n"

static ProvisoProject *
new_project (const char *draft)
{
  ProvisoProject *project = proviso_project_new ();

  proviso_text_replace (proviso_project_get_text (project), 0, 0, draft);
  proviso_project_loaded (project);

  return project;
}

static void
undo (ProvisoProject *project)
{
  proviso_history_undo (proviso_project_get_history (project));
}

static void
redo (ProvisoProject *project)
{
  proviso_history_redo (proviso_project_get_history (project));
}

static ProvisoAnchor *
first_anchor (ProvisoClaim *claim)
{
  return proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
}

static void
assert_passage (ProvisoProject *project, ProvisoAnchor *anchor, const char *words)
{
  g_autofree char *passage = proviso_project_get_passage (project, anchor);

  g_assert_cmpstr (passage, ==, words);
}

static void
test_add_claim (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoHistory *history = proviso_project_get_history (project);
  ProvisoClaim *claim;
  ProvisoEvent *event;

  /* With the white space that a hasty selection takes along, over a line's end. */
  claim = proviso_project_add_claim (project, 11, 33);
  assert_passage (project, first_anchor (claim), "The lab left video.");
  g_assert_cmpstr (proviso_claim_get_statement (claim), ==, "The lab left video.");
  g_assert_true (proviso_project_find_claim (project, proviso_claim_get_id (claim)) == claim);
  g_assert_true (proviso_project_get_claim_at (project, 12) == claim);
  g_assert_true (proviso_project_get_claim_at (project, 31) == claim);
  g_assert_null (proviso_project_get_claim_at (project, 32));
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "New Claim");

  event = proviso_record_list_peek (proviso_claim_get_events (claim), 0);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "created");
  g_assert_cmpstr (proviso_event_get_by (event), ==, proviso_identity_get_name ());

  g_object_ref (claim);
  undo (project);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (project)), ==, 0);
  g_assert_null (proviso_project_find_claim (project, proviso_claim_get_id (claim)));
  g_assert_null (proviso_project_get_claim_at (project, 12));
  g_assert_false (proviso_history_get_modified (history));
  redo (project);
  g_assert_true (proviso_project_get_claim_at (project, 12) == claim);
  g_object_unref (claim);

  /* On no words, or none but white space: a claim without a passage. */
  claim = proviso_project_add_claim (project, 31, 33);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_claim_peek_anchors (claim)), ==, 0);
  g_assert_cmpuint (proviso_claim_get_position (claim), ==, G_MAXUINT);
}

static void
test_set (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoRecordList *events = proviso_claim_get_events (claim);
  ProvisoEvent *event;

  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_REPORTED, "as-of", "2026-03-28", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 3);
  event = proviso_record_list_peek (events, 1);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "status");
  g_assert_cmpstr (proviso_event_get_from (event), ==, "unchecked");
  g_assert_cmpstr (proviso_event_get_to (event), ==, "reported");
  event = proviso_record_list_peek (events, 2);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "asOf");
  g_assert_null (proviso_event_get_from (event));

  /* The same again is nothing; neither is "" for what is not there. */
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_REPORTED, "attributed-to", "", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 3);

  undo (project);
  g_assert_null (proviso_claim_get_as_of (claim));
  g_assert_cmpint (proviso_claim_get_status (claim), ==, PROVISO_CLAIM_STATUS_REPORTED);
  undo (project);
  g_assert_cmpint (proviso_claim_get_status (claim), ==, PROVISO_CLAIM_STATUS_UNCHECKED);
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 1);
  redo (project);
  redo (project);
  g_assert_cmpstr (proviso_claim_get_as_of (claim), ==, "2026-03-28");
}

static void
test_one_estimate (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);

  proviso_project_set (project, claim, "likelihood", PROVISO_LIKELIHOOD_LIKELY, NULL);
  proviso_project_set (project, claim, "confidence", PROVISO_CONFIDENCE_LOW, NULL);
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_NONE);
  g_assert_cmpint (proviso_claim_get_confidence (claim), ==, PROVISO_CONFIDENCE_LOW);
  undo (project);
  g_assert_cmpint (proviso_claim_get_likelihood (claim), ==, PROVISO_LIKELIHOOD_LIKELY);
  g_assert_cmpint (proviso_claim_get_confidence (claim), ==, PROVISO_CONFIDENCE_NONE);
}

static void
test_typing_in_a_field_is_one_step (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoHistory *history = proviso_project_get_history (project);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoEvent *event;
  guint64 token;

  proviso_project_set (project, claim, "note", "c", NULL);
  proviso_project_set (project, claim, "note", "ca", NULL);
  token = proviso_history_get_token (history);
  proviso_history_mark_saved (history, token);
  proviso_history_seal (history);
  proviso_project_set (project, claim, "note", "cal", NULL);
  proviso_project_set (project, claim, "note", "call", NULL);
  g_assert_true (proviso_history_get_modified (history));
  g_assert_cmpuint (proviso_record_list_get_size (proviso_claim_get_events (claim)), ==, 3);
  event = proviso_record_list_peek (proviso_claim_get_events (claim), 2);
  g_assert_cmpstr (proviso_event_get_from (event), ==, "ca");
  g_assert_cmpstr (proviso_event_get_to (event), ==, "call");

  undo (project);
  g_assert_cmpstr (proviso_claim_get_note (claim), ==, "ca");
  g_assert_false (proviso_history_get_modified (history));
  undo (project);
  g_assert_cmpstr (proviso_claim_get_note (claim), ==, "");
  g_assert_true (proviso_history_get_modified (history));
  redo (project);
  redo (project);
  g_assert_cmpstr (proviso_claim_get_note (claim), ==, "call");
}

static void
test_text_and_records_in_order (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  g_autofree char *draft = NULL;

  proviso_text_replace (text, 0, 0, "x");
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_LEAKED, NULL);
  proviso_text_replace (text, 1, 0, "y");

  undo (project);
  g_assert_cmpint (proviso_claim_get_status (claim), ==, PROVISO_CLAIM_STATUS_LEAKED);
  undo (project);
  g_assert_cmpint (proviso_claim_get_status (claim), ==, PROVISO_CLAIM_STATUS_UNCHECKED);
  g_assert_cmpuint (proviso_anchor_get_start (first_anchor (claim)), ==, 13);
  undo (project);
  draft = proviso_text_dup (text);
  g_assert_cmpstr (draft, ==, DRAFT);
  g_assert_cmpuint (proviso_anchor_get_start (first_anchor (claim)), ==, 12);
}

static void
test_typed_words_are_steps (void)
{
  g_autoptr (ProvisoProject) project = new_project ("");
  ProvisoText *text = proviso_project_get_text (project);
  const char *typed = "two labs, one";
  guint n_steps = 0;

  for (guint i = 0; typed[i] != '\0'; i++)
    {
      char letter[] = { typed[i], '\0' };

      proviso_text_replace (text, i, 0, letter);
    }
  while (proviso_history_get_can_undo (proviso_project_get_history (project)))
    {
      undo (project);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 3);
  g_assert_cmpuint (proviso_text_get_length (text), ==, 0);
  redo (project);
  redo (project);
  g_assert_cmpuint (proviso_text_get_length (text), ==, strlen ("two labs, "));
}

static void
test_saving_while_typing (void)
{
  g_autoptr (ProvisoProject) project = new_project ("");
  ProvisoHistory *history = proviso_project_get_history (project);
  ProvisoText *text = proviso_project_get_text (project);
  guint64 token;

  proviso_text_replace (text, 0, 0, "a");
  token = proviso_history_get_token (history);
  proviso_text_replace (text, 1, 0, "b");
  proviso_history_mark_saved (history, token);
  g_assert_true (proviso_history_get_modified (history));
  undo (project);
  g_assert_false (proviso_history_get_modified (history));
  undo (project);
  g_assert_true (proviso_history_get_modified (history));
  /* Another "a" is another state, alike or not. */
  proviso_text_replace (text, 0, 0, "a");
  g_assert_true (proviso_history_get_modified (history));
}

static void
test_remove_claim_keeps_caveats (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, claim, 0, 0);
  g_autoptr (ProvisoClaim) kept = g_object_ref (claim);

  g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, 1);
  g_assert_cmpuint (proviso_project_get_caveat_position (project, caveat), ==, 12);

  proviso_project_remove (project, claim);
  g_assert_null (proviso_caveat_get_claim (caveat));
  g_assert_cmpuint (proviso_caveat_get_position (caveat), ==, 12);
  g_assert_cmpstr (proviso_history_get_undo_label (proviso_project_get_history (project)), ==, "Delete Claim");

  undo (project);
  g_assert_cmpstr (proviso_caveat_get_claim (caveat), ==, proviso_claim_get_id (claim));
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_peek_anchors (caveat)), ==, 0);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, 1);
  assert_passage (project, first_anchor (claim), "The lab left video.");
}

static void
test_open_caveats_are_counted (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *one = proviso_project_add_claim (project, 12, 31);
  ProvisoClaim *other = proviso_project_add_claim (project, 33, 43);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, one, 0, 0);

  proviso_project_set (project, caveat, "claim", proviso_claim_get_id (other), NULL);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (one), ==, 0);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (other), ==, 1);
  proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (other), ==, 0);
  undo (project);
  undo (project);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (one), ==, 1);
  proviso_project_remove (project, caveat);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (one), ==, 0);
}

static void
test_sources (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoSource *source = proviso_project_add_source (project, "Filing");
  ProvisoSource *other = proviso_project_add_source (project, "Memo");
  g_autoptr (ProvisoSource) kept = g_object_ref (source);
  g_autoptr (GPtrArray) claims = NULL;

  proviso_project_add_evidence (project, claim, source);
  proviso_project_add_evidence (project, claim, other);
  proviso_project_add_evidence (project, claim, source);
  g_assert_cmpuint (proviso_claim_get_n_sources (claim), ==, 2);
  claims = proviso_project_get_claims_of_source (project, source);
  g_assert_cmpuint (claims->len, ==, 1);

  proviso_project_remove (project, source);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_claim_peek_evidence (claim)), ==, 1);
  g_assert_cmpuint (proviso_claim_get_n_sources (claim), ==, 1);
  undo (project);
  g_assert_cmpuint (proviso_claim_get_n_sources (claim), ==, 2);
  g_assert_true (proviso_project_find_source (project, proviso_source_get_id (kept)) == kept);
}

static void
test_checks_go_stale (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);

  proviso_project_mark_checked (project, claim);
  g_assert_false (proviso_claim_get_check_stale (claim));
  proviso_text_replace (text, 0, 0, "elsewhere ");
  g_assert_false (proviso_claim_get_check_stale (claim));
  proviso_text_replace (text, 25, 0, "!");
  g_assert_true (proviso_claim_get_check_stale (claim));
  proviso_text_replace (text, 25, 1, "");
  g_assert_false (proviso_claim_get_check_stale (claim));
  proviso_project_add_anchor (project, claim, 43, 53);
  g_assert_true (proviso_claim_get_check_stale (claim));
  undo (project);
  g_assert_false (proviso_claim_get_check_stale (claim));
}

static void
test_next_open_caveat (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoCaveat *late = proviso_project_add_caveat (project, NULL, 33, 43);
  ProvisoCaveat *early = proviso_project_add_caveat (project, claim, 0, 0);
  ProvisoCaveat *settled = proviso_project_add_caveat (project, NULL, 16, 19);
  ProvisoCaveat *nowhere = proviso_project_add_caveat (project, NULL, 0, 0);

  proviso_project_set (project, settled, "state", PROVISO_CAVEAT_STATE_DISMISSED, "reason", "fine", NULL);

  g_assert_true (proviso_project_get_next_open_caveat (project, NULL, 0, TRUE) == early);
  g_assert_true (proviso_project_get_next_open_caveat (project, NULL, 12, TRUE) == early);
  g_assert_true (proviso_project_get_next_open_caveat (project, early, 0, TRUE) == late);
  g_assert_true (proviso_project_get_next_open_caveat (project, settled, 0, TRUE) == late);
  g_assert_true (proviso_project_get_next_open_caveat (project, late, 0, TRUE) == nowhere);
  g_assert_true (proviso_project_get_next_open_caveat (project, nowhere, 0, TRUE) == early);
  g_assert_true (proviso_project_get_next_open_caveat (project, early, 0, FALSE) == nowhere);
  g_assert_true (proviso_project_get_next_open_caveat (project, NULL, 32, FALSE) == early);
}

static void
test_failed_look_ups (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoSource *source = proviso_project_add_source (project, "Filing");

  /* An id names one record, of one kind. */
  g_assert_null (proviso_project_find_claim (project, proviso_source_get_id (source)));
  g_assert_null (proviso_project_find_claim (project, NULL));
  g_assert_null (proviso_project_get_next_open_caveat (project, NULL, 0, TRUE));
}

static void
test_foreign_members_and_roots (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoRecord *anchor = PROVISO_RECORD (first_anchor (claim));
  const ProvisoForeignMember *members;
  guint n_members;

  g_assert_true (proviso_record_get_root (anchor) == PROVISO_RECORD (claim));
  g_assert_true (proviso_record_get_root (PROVISO_RECORD (claim)) == PROVISO_RECORD (claim));
  g_assert_true (proviso_record_get_root (PROVISO_RECORD (project)) == PROVISO_RECORD (project));

  g_assert_null (proviso_record_get_foreign_members (anchor, &n_members));
  proviso_record_add_foreign_member (anchor, "end", "mood", "0.10");
  members = proviso_record_get_foreign_members (anchor, &n_members);
  g_assert_cmpuint (n_members, ==, 1);
  g_assert_cmpstr (members[0].json, ==, "0.10");
}

static void
test_web_addresses (void)
{
  g_assert_true (proviso_source_url_is_web ("https://example.org/a?b#c"));
  g_assert_true (proviso_source_url_is_web ("HTTP://example.org"));
  g_assert_false (proviso_source_url_is_web (NULL));
  g_assert_false (proviso_source_url_is_web ("example.org"));
  g_assert_false (proviso_source_url_is_web ("https://"));
  g_assert_false (proviso_source_url_is_web ("file:///etc/passwd"));
  g_assert_false (proviso_source_url_is_web ("javascript:alert(1)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/add-claim", test_add_claim);
  g_test_add_func ("/project/set", test_set);
  g_test_add_func ("/project/one-estimate", test_one_estimate);
  g_test_add_func ("/project/typing-in-a-field-is-one-step", test_typing_in_a_field_is_one_step);
  g_test_add_func ("/project/text-and-records-in-order", test_text_and_records_in_order);
  g_test_add_func ("/project/typed-words-are-steps", test_typed_words_are_steps);
  g_test_add_func ("/project/saving-while-typing", test_saving_while_typing);
  g_test_add_func ("/project/remove-claim-keeps-caveats", test_remove_claim_keeps_caveats);
  g_test_add_func ("/project/open-caveats-are-counted", test_open_caveats_are_counted);
  g_test_add_func ("/project/sources", test_sources);
  g_test_add_func ("/project/checks-go-stale", test_checks_go_stale);
  g_test_add_func ("/project/next-open-caveat", test_next_open_caveat);
  g_test_add_func ("/project/failed-look-ups", test_failed_look_ups);
  g_test_add_func ("/project/foreign-members-and-roots", test_foreign_members_and_roots);
  g_test_add_func ("/project/web-addresses", test_web_addresses);

  return g_test_run ();
}
