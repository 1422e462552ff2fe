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

/* What a caveat says is written after it was made, but is no change of it; that comes later, or from others. */
static void
test_first_words (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 12, 31);
  ProvisoCaveat *other = proviso_project_add_caveat (project, NULL, 12, 31);
  ProvisoRecordList *events = proviso_caveat_get_events (caveat);
  g_autofree char *name = g_strdup (proviso_identity_get_name ());

  proviso_project_set (project, caveat, "text", "W", NULL);
  proviso_project_set (project, caveat, "text", "Who", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 1);
  proviso_history_seal (proviso_project_get_history (project));
  proviso_project_set (project, caveat, "text", "Who saw it?", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 2);
  g_assert_cmpstr (proviso_event_get_from (proviso_record_list_peek (events, 1)), ==, "Who");
  proviso_project_set (project, caveat, "text", "", NULL);
  proviso_history_seal (proviso_project_get_history (project));
  proviso_project_set (project, caveat, "text", "Who?", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (events), >, 2);

  proviso_identity_set_name ("Somebody Else");
  proviso_project_set (project, other, "text", "Who?", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_get_events (other)), ==, 2);
  proviso_identity_set_name (name);
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
  g_autoptr (ProvisoCaveat) gone = g_object_ref (settled);

  proviso_project_set (project, settled, "state", PROVISO_CAVEAT_STATE_DISMISSED, "reason", "fine", NULL);

  g_assert_true (proviso_project_get_next_open_caveat (project, NULL, 0, TRUE) == early);
  g_assert_true (proviso_project_get_next_open_caveat (project, NULL, 12, TRUE) == early);
  g_assert_true (proviso_project_get_next_open_caveat (project, early, 0, TRUE) == late);
  g_assert_true (proviso_project_get_next_open_caveat (project, settled, 0, TRUE) == late);
  g_assert_true (proviso_project_get_next_open_caveat (project, late, 0, TRUE) == nowhere);
  g_assert_true (proviso_project_get_next_open_caveat (project, nowhere, 0, TRUE) == early);
  g_assert_true (proviso_project_get_next_open_caveat (project, early, 0, FALSE) == nowhere);
  g_assert_true (proviso_project_get_next_open_caveat (project, NULL, 32, FALSE) == early);

  /* One that is there no more: from the offset, as without one. */
  while (proviso_record_list_get_size (proviso_project_get_caveats (project)) > 0)
    proviso_project_remove (project, proviso_record_list_peek (proviso_project_get_caveats (project), 0));
  early = proviso_project_add_caveat (project, NULL, 0, 5);
  late = proviso_project_add_caveat (project, NULL, 33, 43);
  g_assert_true (proviso_project_get_next_open_caveat (project, gone, 0, TRUE) == early);
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

static void
assert_undo_label (ProvisoProject *project, const char *label)
{
  g_assert_cmpstr (proviso_history_get_undo_label (proviso_project_get_history (project)), ==, label);
}

static void
test_steps_are_named (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, claim, 0, 0);
  ProvisoSource *source = proviso_project_add_source (project, "Filing");
  ProvisoEvidence *link = proviso_project_add_evidence (project, claim, source);
  g_autoptr (ProvisoComment) comment = proviso_comment_new (NULL, "Ana", "2026-03-28T09:30:00Z", "Really?");

  assert_undo_label (project, "Add Evidence");
  proviso_project_set (project, claim, "note", "call", NULL);
  assert_undo_label (project, "Edit Claim");
  proviso_project_set (project, caveat, "text", "who?", NULL);
  assert_undo_label (project, "Edit Caveat");
  proviso_project_set (project, source, "publisher", "Registry", NULL);
  assert_undo_label (project, "Edit Source");
  proviso_project_set (project, link, "locator", "p. 2", NULL);
  assert_undo_label (project, "Edit Evidence");
  proviso_project_set (project, project, "title", "Two Labs", NULL);
  assert_undo_label (project, "Edit Project");
  proviso_project_insert (project, proviso_caveat_get_thread (caveat), 0, comment);
  assert_undo_label (project, "Add Comment");
  proviso_project_add_anchor (project, claim, 33, 43);
  assert_undo_label (project, "Add Passage");
  proviso_project_mark_checked (project, claim);
  assert_undo_label (project, "Mark as Checked");
  proviso_text_replace (proviso_project_get_text (project), 0, 2, "");
  assert_undo_label (project, "Delete Text");
  undo (project);
  undo (project);
  g_assert_cmpstr (proviso_history_get_redo_label (proviso_project_get_history (project)), ==, "Mark as Checked");
}

static void
test_paste_is_a_step_of_its_own (void)
{
  g_autoptr (ProvisoProject) project = new_project ("");
  ProvisoText *text = proviso_project_get_text (project);

  proviso_text_replace (text, 0, 0, "pasted");
  proviso_text_replace (text, 6, 0, "t");
  proviso_text_replace (text, 7, 0, "y");
  undo (project);
  g_assert_cmpuint (proviso_text_get_length (text), ==, strlen ("pasted"));
  undo (project);
  g_assert_cmpuint (proviso_text_get_length (text), ==, 0);
}

static void
keep_replayed (ProvisoRecord **replayed, ProvisoRecord *root)
{
  g_set_object (replayed, root);
}

static void
assert_replayed (ProvisoRecord **replayed, gpointer root)
{
  g_assert_true (*replayed == root);
  g_clear_object (replayed);
}

static void
test_replayed (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, claim, 0, 0);
  ProvisoSource *source = proviso_project_add_source (project, "Filing");
  g_autoptr (ProvisoRecord) replayed = NULL;

  g_signal_connect_swapped (proviso_project_get_history (project),
                            "replayed",
                            G_CALLBACK (keep_replayed),
                            &replayed);

  proviso_project_set (project, claim, "note", "call", NULL);
  undo (project);
  assert_replayed (&replayed, claim);
  redo (project);
  assert_replayed (&replayed, claim);
  proviso_project_add_evidence (project, claim, source);
  undo (project);
  assert_replayed (&replayed, claim);
  proviso_project_move_anchor (project, first_anchor (claim), 33, 43);
  undo (project);
  assert_replayed (&replayed, claim);

  /* The caveat lets go of the claim, but it is the claim that was deleted. */
  g_object_ref (claim);
  proviso_project_remove (project, claim);
  undo (project);
  assert_replayed (&replayed, claim);
  redo (project);
  assert_replayed (&replayed, NULL);
  undo (project);
  g_clear_object (&replayed);
  g_object_unref (claim);

  proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_DISMISSED, NULL);
  proviso_text_replace (proviso_project_get_text (project), 0, 0, "x");
  proviso_project_set (project, project, "title", "Two Labs", NULL);
  undo (project);
  undo (project);
  assert_replayed (&replayed, NULL);
  undo (project);
  assert_replayed (&replayed, caveat);
}

static void
test_parts_outlive_the_project (void)
{
  ProvisoProject *project = new_project (DRAFT);
  g_autoptr (ProvisoClaim) claim = g_object_ref (proviso_project_add_claim (project, 12, 31));
  g_autoptr (ProvisoAnchor) anchor = g_object_ref (first_anchor (claim));
  g_autoptr (ProvisoRecordList) claims = g_object_ref (proviso_project_get_claims (project));
  g_autoptr (ProvisoRecordList) anchors = g_object_ref (proviso_claim_get_anchors (claim));
  g_autoptr (ProvisoHistory) history = g_object_ref (proviso_project_get_history (project));

  proviso_project_set (project, project, "title", "Two Labs", NULL);
  g_object_unref (project);

  g_assert_null (proviso_record_get_owner (PROVISO_RECORD (claim)));
  g_assert_true (proviso_record_get_root (PROVISO_RECORD (anchor)) == PROVISO_RECORD (claim));
  g_assert_null (proviso_record_list_get_owner (claims));
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 12);
  g_assert_false (proviso_history_get_can_undo (history));
  proviso_history_undo (history);

  g_clear_object (&claims);
  g_clear_object (&claim);
  g_assert_null (proviso_record_list_get_owner (anchors));
  g_assert_true (proviso_record_get_root (PROVISO_RECORD (anchor)) == PROVISO_RECORD (anchor));
}

static void
remove_claims (ProvisoProject *project)
{
  ProvisoRecordList *claims = proviso_project_get_claims (project);

  while (proviso_record_list_get_size (claims) > 0)
    proviso_project_remove (project, proviso_record_list_peek (claims, 0));
}

/* As its words are deleted, somebody who hears of it deletes the claim. */
static void
test_removed_on_hearing (void)
{
  const char *signals[] = { "text-replaced", "record-changed" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autoptr (ProvisoProject) project = new_project (DRAFT);
      ProvisoHistory *history = proviso_project_get_history (project);
      gulong handler;

      proviso_project_add_claim (project, 12, 31);
      proviso_project_add_claim (project, 16, 19);
      proviso_history_clear (history);
      handler = g_signal_connect (project, signals[i], G_CALLBACK (remove_claims), NULL);
      proviso_text_replace (proviso_project_get_text (project), 12, 19, "");
      g_signal_handler_disconnect (project, handler);
      g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (project)), ==, 0);
      proviso_history_clear (history);
      g_assert_cmpuint (proviso_range_set_get_size (proviso_project_get_ranges (project)), ==, 0);
    }
}

typedef struct
{
  guint n_told;
  gboolean text_first;
} Hearing;

static void
hear_text (Hearing *hearing)
{
  hearing->text_first = hearing->n_told == 0;
}

static void
hear_records (Hearing *hearing)
{
  hearing->n_told++;
}

/* Who follows the draft by its signal knows of a paste before it is asked about passages in it. */
static void
test_text_is_told_first (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoText *text = proviso_project_get_text (project);
  Hearing hearing = { 0, FALSE };

  proviso_project_add_claim (project, 12, 31);
  proviso_text_replace (text, 12, 19, "");
  g_signal_connect_swapped (project, "text-replaced", G_CALLBACK (hear_text), &hearing);
  g_signal_connect_swapped (project, "record-changed", G_CALLBACK (hear_records), &hearing);
  g_signal_connect_swapped (project, "passages-changed", G_CALLBACK (hear_records), &hearing);
  proviso_text_replace (text, 0, 0, "The lab left video.");
  g_assert_true (hearing.text_first);
  g_assert_cmpuint (hearing.n_told, ==, 2);
}

static void
count_notify (ProvisoClaim *claim, GParamSpec *pspec, guint *n_notified)
{
  (*n_notified)++;
}

static void
test_caveats_are_counted_when_they_count (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, claim, 0, 0);
  g_autoptr (ProvisoClaim) other = proviso_claim_new (NULL);
  guint n_notified = 0;

  g_signal_connect (claim, "notify::n-open-caveats", G_CALLBACK (count_notify), &n_notified);
  proviso_project_set (project, caveat, "text", "Who says so?", NULL);
  g_assert_cmpuint (n_notified, ==, 0);

  /* A second loading counts anew. */
  proviso_project_loaded (project);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, 1);

  /* A caveat that names a claim may be there before it. */
  proviso_project_set (project, caveat, "claim", proviso_claim_get_id (other), NULL);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, 0);
  proviso_project_splice (project, proviso_project_get_claims (project), 0, 0, other);
  g_assert_cmpuint (proviso_claim_get_n_open_caveats (other), ==, 1);
}

static void
test_another_source_for_a_link (void)
{
  g_autoptr (ProvisoProject) project = new_project (DRAFT);
  ProvisoClaim *claim = proviso_project_add_claim (project, 12, 31);
  ProvisoSource *source = proviso_project_add_source (project, "Filing");
  ProvisoSource *other = proviso_project_add_source (project, "Memo");
  ProvisoEvidence *link = proviso_project_add_evidence (project, claim, source);
  ProvisoRecordList *events = proviso_claim_get_events (claim);
  ProvisoEvent *event;

  proviso_project_set (project, link, "source", proviso_source_get_id (other), NULL);
  event = proviso_record_list_peek (events, proviso_record_list_get_size (events) - 1);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "evidence");
  g_assert_cmpstr (proviso_event_get_from (event), ==, proviso_source_get_id (source));
  g_assert_cmpstr (proviso_event_get_to (event), ==, proviso_source_get_id (other));

  proviso_project_set (project, link, "locator", "p. 2", NULL);
  event = proviso_record_list_peek (events, proviso_record_list_get_size (events) - 1);
  g_assert_cmpstr (proviso_event_get_from (event), ==, proviso_source_get_id (other));
}

/* Its dates, its spelling and its section for readers go by the language: that of the person, not English for all. */
static void
test_own_language (void)
{
  static const char *const languages[][2] = { { "de_AT.UTF-8", "de-AT" }, { "pt_BR:pt", "pt-BR" },
                                              { "ca_ES@valencia", "ca-ES" }, { "en_US", "en" },
                                              { "C.UTF-8", "en" } };
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (ProvisoProject) project = NULL;

      g_setenv ("LANGUAGE", languages[i][0], TRUE);
      project = proviso_project_new_own ();
      g_assert_cmpstr (proviso_project_get_language (project), ==, languages[i][1]);
    }
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/own-language", test_own_language);
  g_test_add_func ("/project/add-claim", test_add_claim);
  g_test_add_func ("/project/set", test_set);
  g_test_add_func ("/project/first-words", test_first_words);
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
  g_test_add_func ("/project/steps-are-named", test_steps_are_named);
  g_test_add_func ("/project/paste-is-a-step-of-its-own", test_paste_is_a_step_of_its_own);
  g_test_add_func ("/project/replayed", test_replayed);
  g_test_add_func ("/project/parts-outlive-the-project", test_parts_outlive_the_project);
  g_test_add_func ("/project/removed-on-hearing", test_removed_on_hearing);
  g_test_add_func ("/project/text-is-told-first", test_text_is_told_first);
  g_test_add_func ("/project/caveats-are-counted-when-they-count", test_caveats_are_counted_when_they_count);
  g_test_add_func ("/project/another-source-for-a-link", test_another_source_for_a_link);

  return g_test_run ();
}
