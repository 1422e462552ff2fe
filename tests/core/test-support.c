/* test-support.c: what a claim's evidence amounts to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project.h"
#include "core/proviso-support.h"

typedef struct
{
  ProvisoProject *project;
  ProvisoClaim *claim;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = proviso_project_new ();
  fixture->claim = proviso_project_add_claim (fixture->project, 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->project);
}

static ProvisoEvidence *
add (Fixture *fixture, ProvisoSourceType type, const char *group)
{
  ProvisoSource *source = proviso_project_add_source (fixture->project, "A source");

  proviso_project_set (fixture->project, source, "type", type, "independence-group", group, NULL);

  return proviso_project_add_evidence (fixture->project, fixture->claim, source);
}

static void
expect (Fixture *fixture, ProvisoClaimStatus status, ProvisoSupport support, ProvisoCaveatType doubt)
{
  ProvisoCaveat *caveat;

  proviso_project_set (fixture->project, fixture->claim, "status", status, NULL);
  g_assert_cmpint (proviso_support_of (fixture->project, fixture->claim), ==, support);
  /* The verb takes the guess. */
  caveat = proviso_project_add_caveat (fixture->project, fixture->claim, 0, 0);
  g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, doubt);
}

static void
test_no_source (Fixture *fixture, gconstpointer data)
{
  expect (fixture, PROVISO_CLAIM_STATUS_UNCHECKED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_NO_SOURCE,
          PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  expect (fixture, PROVISO_CLAIM_STATUS_STATED, PROVISO_SUPPORT_NO_SOURCE, PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  expect (fixture, PROVISO_CLAIM_STATUS_REPORTED, PROVISO_SUPPORT_NO_SOURCE, PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  expect (fixture, PROVISO_CLAIM_STATUS_LEAKED, PROVISO_SUPPORT_NO_SOURCE,
          PROVISO_CAVEAT_TYPE_LEAK_AUTHENTICITY);
  expect (fixture, PROVISO_CLAIM_STATUS_UNCONFIRMED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  expect (fixture, PROVISO_CLAIM_STATUS_DISPUTED, PROVISO_SUPPORT_NO_SOURCE,
          PROVISO_CAVEAT_TYPE_EXTERNAL_CONTRADICTION);
  expect (fixture, PROVISO_CLAIM_STATUS_ANALYSIS, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_INFERENCE_GAP);
  expect (fixture, PROVISO_CLAIM_STATUS_SUPERSEDED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_STALE);
}

static void
test_one_source (Fixture *fixture, gconstpointer data)
{
  ProvisoEvidence *evidence = add (fixture, PROVISO_SOURCE_TYPE_OUTLET_REPORT, NULL);

  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_TOO_WEAK,
          PROVISO_CAVEAT_TYPE_SINGLE_SOURCE);
  expect (fixture, PROVISO_CLAIM_STATUS_REPORTED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_SINGLE_SOURCE);

  /* A leak of which it is known whose it is. */
  proviso_project_set (fixture->project, fixture->claim, "authenticity", PROVISO_AUTHENTICITY_ACKNOWLEDGED,
                       NULL);
  expect (fixture, PROVISO_CLAIM_STATUS_LEAKED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_SINGLE_SOURCE);

  /* The same source named twice is one. */
  proviso_project_add_evidence (fixture->project, fixture->claim,
                                proviso_project_find_source (fixture->project,
                                                             proviso_evidence_get_source (evidence)));
  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_TOO_WEAK,
          PROVISO_CAVEAT_TYPE_SINGLE_SOURCE);
}

static void
test_first_hand (Fixture *fixture, gconstpointer data)
{
  add (fixture, PROVISO_SOURCE_TYPE_FILING_DATASET, NULL);

  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_OVERSTATED);
  proviso_project_set (fixture->project, fixture->claim, "kind", PROVISO_CLAIM_KIND_QUOTATION, NULL);
  expect (fixture, PROVISO_CLAIM_STATUS_STATED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_QUOTE_UNVERIFIED);
}

/* Ten that retell one memo are one. */
static void
test_independence (Fixture *fixture, gconstpointer data)
{
  add (fixture, PROVISO_SOURCE_TYPE_OUTLET_REPORT, "The memo");
  add (fixture, PROVISO_SOURCE_TYPE_AGGREGATOR_NEWSLETTER, "The memo");

  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_TOO_WEAK,
          PROVISO_CAVEAT_TYPE_SINGLE_SOURCE);
  add (fixture, PROVISO_SOURCE_TYPE_OUTLET_REPORT, NULL);
  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_ENOUGH, PROVISO_CAVEAT_TYPE_OVERSTATED);
  expect (fixture, PROVISO_CLAIM_STATUS_REPORTED, PROVISO_SUPPORT_ENOUGH,
          PROVISO_CAVEAT_TYPE_MISSING_ATTRIBUTION);
}

static void
test_anonymous (Fixture *fixture, gconstpointer data)
{
  add (fixture, PROVISO_SOURCE_TYPE_ANONYMOUS, NULL);
  add (fixture, PROVISO_SOURCE_TYPE_INTERVIEW_BACKGROUND, NULL);

  expect (fixture, PROVISO_CLAIM_STATUS_REPORTED, PROVISO_SUPPORT_TOO_WEAK,
          PROVISO_CAVEAT_TYPE_ANONYMOUS_SOURCE);
}

/* What contradicts a claim, or stands beside it, does not carry it. */
static void
test_relations (Fixture *fixture, gconstpointer data)
{
  ProvisoEvidence *evidence = add (fixture, PROVISO_SOURCE_TYPE_PRIMARY_DOCUMENT, NULL);

  proviso_project_set (fixture->project, evidence, "relation", PROVISO_RELATION_CONTEXT, NULL);
  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_NO_SOURCE,
          PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  proviso_project_set (fixture->project, evidence, "relation", PROVISO_RELATION_CONTRADICTS, NULL);
  expect (fixture, PROVISO_CLAIM_STATUS_CONFIRMED, PROVISO_SUPPORT_NO_SOURCE,
          PROVISO_CAVEAT_TYPE_EXTERNAL_CONTRADICTION);
  expect (fixture, PROVISO_CLAIM_STATUS_DISPUTED, PROVISO_SUPPORT_ENOUGH,
          PROVISO_CAVEAT_TYPE_EXTERNAL_CONTRADICTION);
}

static void
test_no_claim (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (proviso_support_guess_doubt (fixture->project, NULL), ==, PROVISO_CAVEAT_TYPE_UNSUPPORTED);
}

/* A few words of a claim are doubted for reasons of their own: how the claim stands does not tell. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat;

  proviso_text_replace (proviso_project_get_text (fixture->project), 0, 0, "The port lowered its dues.");
  proviso_project_add_anchor (fixture->project, fixture->claim, 0, 25);
  add (fixture, PROVISO_SOURCE_TYPE_OUTLET_REPORT, NULL);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
  caveat = proviso_project_add_caveat (fixture->project, fixture->claim, 9, 16);
  g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, PROVISO_CAVEAT_TYPE_UNSUPPORTED);
  g_assert_cmpstr (proviso_caveat_get_claim (caveat), ==, proviso_claim_get_id (fixture->claim));
  caveat = proviso_project_add_caveat (fixture->project, fixture->claim, 0, 26);
  g_assert_cmpint (proviso_caveat_get_caveat_type (caveat), ==, PROVISO_CAVEAT_TYPE_SINGLE_SOURCE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/support/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("no-source", test_no_source);
  ADD ("one-source", test_one_source);
  ADD ("first-hand", test_first_hand);
  ADD ("independence", test_independence);
  ADD ("anonymous", test_anonymous);
  ADD ("relations", test_relations);
  ADD ("no-claim", test_no_claim);
  ADD ("words", test_words);

  return g_test_run ();
}
