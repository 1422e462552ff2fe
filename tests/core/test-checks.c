/* test-checks.c: what of a claim is no longer as it was checked; and the history of sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project.h"

#define PASSAGES PROVISO_CHECK_CHANGES_PASSAGES
#define STATEMENT PROVISO_CHECK_CHANGES_STATEMENT
#define STATUS PROVISO_CHECK_CHANGES_STATUS
#define EVIDENCE PROVISO_CHECK_CHANGES_EVIDENCE

typedef struct
{
  ProvisoProject *project;
  ProvisoClaim *claim;
  ProvisoSource *source;
  ProvisoSource *other;
  ProvisoEvidence *link;
} Fixture;

static void
set_up (Fixture *fixture)
{
  ProvisoProject *project = proviso_project_new ();

  proviso_text_replace (proviso_project_get_text (project), 0, 0, "The lab left video. Its partner withdrew.\n");
  proviso_project_loaded (project);
  fixture->project = project;
  fixture->claim = proviso_project_add_claim (project, 4, 18);
  fixture->source = proviso_project_add_source (project, "Filing");
  fixture->other = proviso_project_add_source (project, "Memo");
  fixture->link = proviso_project_add_evidence (project, fixture->claim, fixture->source);
  proviso_project_set (project, fixture->link, "excerpt", "It left.", "locator", "page 2", NULL);
  proviso_project_add_evidence (project, fixture->claim, fixture->other);
  proviso_project_mark_checked (project, fixture->claim);
}

static void
check (Fixture *fixture, ProvisoCheckChanges changes)
{
  g_assert_cmpint (proviso_project_get_check_changes (fixture->project, fixture->claim), ==, changes);
  g_assert_cmpint (proviso_claim_get_check_stale (fixture->claim), ==, changes != PROVISO_CHECK_CHANGES_NONE);
}

/* Each change is seen, and is gone when it is changed back. */
static void
test_changes (void)
{
  Fixture fixture;
  ProvisoText *text;
  ProvisoHistory *history;
  ProvisoRecordList *evidence;

  set_up (&fixture);
  text = proviso_project_get_text (fixture.project);
  history = proviso_project_get_history (fixture.project);
  evidence = proviso_claim_get_evidence (fixture.claim);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);

  proviso_project_set (fixture.project, fixture.claim, "statement", "Another", NULL);
  check (&fixture, STATEMENT);
  proviso_text_replace (text, 8, 4, "quit");
  check (&fixture, STATEMENT | PASSAGES);
  proviso_project_set (fixture.project, fixture.claim, "statement", "lab left video", NULL);
  check (&fixture, PASSAGES);
  proviso_text_replace (text, 8, 4, "left");
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);

  proviso_project_set (fixture.project, fixture.claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
  check (&fixture, STATUS);
  proviso_history_undo (history);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);

  proviso_project_set (fixture.project, fixture.link, "relation", PROVISO_RELATION_CONTRADICTS, NULL);
  check (&fixture, EVIDENCE);
  proviso_project_set (fixture.project, fixture.link, "relation", PROVISO_RELATION_SUPPORTS, NULL);
  proviso_project_set (fixture.project, fixture.link, "credibility", PROVISO_CREDIBILITY_2, NULL);
  check (&fixture, EVIDENCE);
  proviso_project_set (fixture.project, fixture.link, "credibility", PROVISO_CREDIBILITY_NONE, NULL);
  proviso_project_set (fixture.project, fixture.link, "excerpt", "It  left.", NULL);
  check (&fixture, EVIDENCE);
  proviso_project_set (fixture.project, fixture.link, "excerpt", "It left.", "locator", "page 3", NULL);
  check (&fixture, EVIDENCE);
  proviso_project_set (fixture.project, fixture.link, "locator", "page 2", NULL);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);

  /* With one less; as before but in another order, which says nothing; with one twice in the place of another; and
   * without a source, which takes its links along. */
  g_object_ref (fixture.link);
  proviso_project_remove (fixture.project, fixture.link);
  check (&fixture, EVIDENCE);
  proviso_project_insert (fixture.project, evidence, 1, fixture.link);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);
  proviso_project_remove (fixture.project, fixture.link);
  proviso_project_add_evidence (fixture.project, fixture.claim, fixture.other);
  check (&fixture, EVIDENCE);
  proviso_history_undo (history);
  check (&fixture, EVIDENCE);
  proviso_project_insert (fixture.project, evidence, 0, fixture.link);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);
  g_object_unref (fixture.link);
  proviso_project_remove (fixture.project, fixture.other);
  check (&fixture, EVIDENCE);
  proviso_history_undo (history);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);

  /* What was not checked: the note. */
  proviso_project_set (fixture.project, fixture.claim, "note", "Ask", NULL);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);
  g_object_unref (fixture.project);
}

/* What is shown beside what is there now. */
static void
test_kept (void)
{
  Fixture fixture;
  ProvisoCheck *kept;
  ProvisoEvidence *link;
  ProvisoClaimStatus status;

  set_up (&fixture);
  kept = proviso_claim_get_check (fixture.claim);
  proviso_project_set (fixture.project, fixture.link, "excerpt", "Gone", NULL);
  proviso_project_set (fixture.project,
                       fixture.claim,
                       "statement",
                       "Another",
                       "status",
                       PROVISO_CLAIM_STATUS_REPORTED,
                       NULL);
  g_assert_cmpstr (proviso_check_get_statement (kept), ==, "lab left video");
  g_assert_true (proviso_check_get_status (kept, &status));
  g_assert_cmpint (status, ==, PROVISO_CLAIM_STATUS_UNCHECKED);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_check_get_evidence (kept)), ==, 2);
  link = proviso_record_list_peek (proviso_check_get_evidence (kept), 0);
  g_assert_cmpstr (proviso_evidence_get_source (link), ==, proviso_source_get_id (fixture.source));
  g_assert_cmpstr (proviso_evidence_get_excerpt (link), ==, "It left.");
  g_object_unref (fixture.project);
}

/* A check of an earlier version knows the passages alone. */
static void
test_passages_alone (void)
{
  Fixture fixture;
  g_autoptr (ProvisoCheck) old =
      proviso_check_new ("Ana", "2026-03-28T09:30:00Z", (const char *const[]) { "lab left video", NULL });

  set_up (&fixture);
  proviso_project_set (fixture.project, fixture.claim, "check", old, "statement", "Another", NULL);
  proviso_project_set (fixture.project, fixture.claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
  proviso_project_remove (fixture.project, fixture.link);
  check (&fixture, PROVISO_CHECK_CHANGES_NONE);
  proviso_text_replace (proviso_project_get_text (fixture.project), 8, 1, "L");
  check (&fixture, PASSAGES);
  g_object_unref (fixture.project);
}

static void
test_history_of_source (void)
{
  Fixture fixture;
  ProvisoRecordList *events;
  ProvisoEvent *event;

  set_up (&fixture);
  events = proviso_source_get_events (fixture.source);
  proviso_project_set (fixture.project, fixture.source, "reliability", PROVISO_RELIABILITY_B, NULL);
  proviso_project_set (fixture.project, fixture.source, "independence-group", "wire", "confidential", TRUE, NULL);
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 4);
  event = proviso_record_list_peek (events, 0);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "created");
  event = proviso_record_list_peek (events, 1);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "reliability");
  g_assert_null (proviso_event_get_from (event));
  g_assert_cmpstr (proviso_event_get_to (event), ==, "B");
  event = proviso_record_list_peek (events, 2);
  g_assert_cmpstr (proviso_event_get_what (event), ==, "independenceGroup");
  event = proviso_record_list_peek (events, 3);
  g_assert_cmpstr (proviso_event_get_from (event), ==, "false");
  g_assert_cmpstr (proviso_event_get_to (event), ==, "true");
  g_assert_cmpstr (proviso_source_get_changed (fixture.source), ==, proviso_event_get_at (event));
  proviso_history_undo (proviso_project_get_history (fixture.project));
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 3);
  g_object_unref (fixture.project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checks/changes", test_changes);
  g_test_add_func ("/checks/kept", test_kept);
  g_test_add_func ("/checks/passages-alone", test_passages_alone);
  g_test_add_func ("/checks/history-of-source", test_history_of_source);

  return g_test_run ();
}
