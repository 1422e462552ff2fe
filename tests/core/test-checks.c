/* test-checks.c: what of a claim is no longer as it was checked; and the history of sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project.h"

#include <string.h>

#define SEED 20261120
#define N_ROUNDS 100
#define N_STEPS 300

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
  proviso_history_undo (proviso_project_get_history (fixture.project));
  g_assert_cmpuint (proviso_record_list_get_size (events), ==, 3);
  g_object_unref (fixture.project);
}

/* --- At random: a check is stale exactly while something is otherwise than it was when the claim was marked. --- */

static GRand *dice;

static guint
below (guint n)
{
  return (guint) g_rand_int_range (dice, 0, (gint32) n);
}

static gpointer
pick (ProvisoRecordList *list)
{
  guint size = proviso_record_list_get_size (list);

  return size > 0 ? proviso_record_list_peek (list, below (size)) : NULL;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* All that is checked of a claim, without asking what a check keeps of it. */
static char *
describe (ProvisoProject *project, ProvisoClaim *claim)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);
  ProvisoRecordList *evidence = proviso_claim_peek_evidence (claim);
  g_autoptr (GPtrArray) links = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  g_autofree char *joined = NULL;
  GString *state = g_string_new (NULL);

  g_string_append_printf (state, "%s|%d", proviso_claim_get_statement (claim), proviso_claim_get_status (claim));
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      g_autofree char *passage = proviso_project_get_passage (project, proviso_record_list_peek (anchors, i));

      g_string_append_printf (state, "|%s", passage);
    }
  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      ProvisoEvidence *link = proviso_record_list_peek (evidence, i);

      g_ptr_array_add (links,
                       g_strdup_printf ("%s,%d,%d,%s,%s;",
                                        proviso_evidence_get_source (link),
                                        proviso_evidence_get_relation (link),
                                        proviso_evidence_get_credibility (link),
                                        proviso_evidence_get_excerpt (link),
                                        proviso_evidence_get_locator (link)));
    }
  g_ptr_array_sort (links, compare_strings);
  joined = g_strjoinv (NULL, (GStrv) links->pdata);
  g_string_append_printf (state, "||%s", joined);

  return g_string_free_and_steal (state);
}

/* There and back again by itself, often: what is there is taken out, what is not is put in. */
static void
toggle_text (ProvisoText *text)
{
  static const char *const pieces[] = { "!", "é", "𝄞" };
  guint offset = below (proviso_text_get_length (text));
  g_autofree char *there = proviso_text_get_slice (text, offset, offset + 1);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_equal (there, pieces[i]))
      {
        proviso_text_replace (text, offset, 1, "");
        return;
      }
  if (below (3) > 0)
    proviso_text_replace (text, offset, 0, pieces[below (G_N_ELEMENTS (pieces))]);
}

static void
toggle_evidence (ProvisoProject *project, ProvisoClaim *claim)
{
  ProvisoRecordList *sources = proviso_project_get_sources (project);
  ProvisoEvidence *link = pick (proviso_claim_peek_evidence (claim));

  if (link == NULL)
    {
      proviso_project_add_evidence (project, claim, pick (sources));
      return;
    }
  switch (below (7))
    {
    case 0:
      proviso_project_set (project, link, "relation", (int) below (2), NULL);
      break;
    case 1:
      proviso_project_set (project, link, "credibility", (int) below (2), NULL);
      break;
    case 2:
      proviso_project_set (project, link, "excerpt", below (2) == 0 ? "" : "It left.", NULL);
      break;
    case 3:
      proviso_project_set (project, link, "locator", below (2) == 0 ? "" : "page 2", NULL);
      break;
    case 4:
      proviso_project_set (project, link, "source", proviso_source_get_id (pick (sources)), NULL);
      break;
    case 5:
      proviso_project_remove (project, link);
      break;
    default:
      if (proviso_record_list_get_size (proviso_claim_peek_evidence (claim)) < 3)
        proviso_project_add_evidence (project, claim, pick (sources));
    }
}

/* Returns: whether it was neither undo nor redo. */
static gboolean
edit (ProvisoProject *project)
{
  ProvisoHistory *history = proviso_project_get_history (project);
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoRecordList *anchors = proviso_claim_get_anchors (claim);
  guint n_anchors = proviso_record_list_get_size (anchors);

  switch (below (12))
    {
    case 0:
      proviso_project_set (project, claim, "statement", below (2) == 0 ? "One" : "Another", NULL);
      break;
    case 1:
      proviso_project_set (project, claim, "status", (int) below (2), NULL);
      break;
    case 2:
    case 3:
      toggle_evidence (project, claim);
      break;
    case 4:
      if (n_anchors < 2)
        proviso_project_add_anchor (project, claim, 0, 3);
      else
        proviso_project_remove (project, proviso_record_list_peek (anchors, n_anchors - 1));
      break;
    case 5:
      /* Of no account. */
      proviso_project_set (project, claim, "note", below (2) == 0 ? "a" : "b", "kind", (int) below (3), NULL);
      break;
    case 6:
      proviso_history_undo (history);
      return FALSE;
    case 7:
      proviso_history_redo (history);
      return FALSE;
    default:
      toggle_text (text);
    }

  return TRUE;
}

static void
test_random (void)
{
  guint n_stale = 0, n_undone = 0, n_changed_back = 0;

  dice = g_rand_new_with_seed (SEED);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      /* A check -> what the claim was when it was marked with it. */
      g_autoptr (GHashTable) checked = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
      ProvisoRecordList *claims = proviso_project_get_claims (project);

      proviso_text_replace (proviso_project_get_text (project), 0, 0, "The lab left. It was late.\n");
      proviso_project_loaded (project);
      proviso_project_add_source (project, "Filing");
      proviso_project_add_source (project, "Memo");
      proviso_project_add_claim (project, 4, 12);
      proviso_project_add_claim (project, 0, 13);
      proviso_project_add_claim (project, 0, 0);
      proviso_history_clear (proviso_project_get_history (project));
      for (guint step = 0; step < N_STEPS; step++)
        {
          gboolean was_stale[3], by_hand;

          if (below (20) == 0)
            {
              ProvisoClaim *claim = pick (claims);

              proviso_project_mark_checked (project, claim);
              g_assert_false (proviso_claim_get_check_stale (claim) && !proviso_claim_get_has_lost_passage (claim));
              g_hash_table_insert (checked, g_object_ref (proviso_claim_get_check (claim)), describe (project, claim));
            }
          for (guint i = 0; i < 3; i++)
            was_stale[i] = proviso_claim_get_check_stale (proviso_record_list_peek (claims, i));
          by_hand = edit (project);
          for (guint i = 0; i < 3; i++)
            {
              ProvisoClaim *claim = proviso_record_list_peek (claims, i);
              const char *then = g_hash_table_lookup (checked, proviso_claim_get_check (claim));
              g_autofree char *now = describe (project, claim);
              gboolean stale = then != NULL && (!g_str_equal (then, now) || proviso_claim_get_has_lost_passage (claim));

              g_assert_cmpint (proviso_claim_get_check (claim) != NULL, ==, then != NULL);
              g_assert_cmpint (proviso_claim_get_check_stale (claim), ==, stale);
              g_assert_cmpint (proviso_project_get_check_changes (project, claim) != 0, ==, stale);
              n_stale += stale && !was_stale[i];
              n_undone += !stale && was_stale[i] && !by_hand;
              n_changed_back += !stale && was_stale[i] && by_hand;
            }
        }
    }
  g_assert_cmpuint (n_stale, >, 500);
  g_assert_cmpuint (n_undone, >, 50);
  g_assert_cmpuint (n_changed_back, >, 50);
  g_clear_pointer (&dice, g_rand_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checks/changes", test_changes);
  g_test_add_func ("/checks/kept", test_kept);
  g_test_add_func ("/checks/passages-alone", test_passages_alone);
  g_test_add_func ("/checks/history-of-source", test_history_of_source);
  g_test_add_func ("/checks/random", test_random);

  return g_test_run ();
}
