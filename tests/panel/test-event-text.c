/* test-event-text.c: entries of a record's history as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-event-text.h"

#include <gtk/gtk.h>

#include <locale.h>

static void
check (const char *what, const char *from, const char *to, const char *expected)
{
  g_autoptr (ProvisoEvent) event = proviso_event_new ("2026-03-28T09:30:00Z", "Ana", what, from, to);
  g_autofree char *text = proviso_event_text_describe (event, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentences (void)
{
  check ("status", "unchecked", "reported", "Status changed from Unchecked to Reported");
  check ("likelihood", NULL, "very_likely", "Likelihood set to Very Likely");
  check ("likelihood", "very_likely", NULL, "Likelihood removed");
  check ("type", "unsupported", "weak_source", "Type changed from Unsupported to Weak Source");
  check ("asOf", "2026-03", "2026-03-28", "As-of date changed from March 2026 to 28 March 2026");
  check ("reason", NULL, "because", "Reason changed to “because”");
  check ("reason", "because", NULL, "Reason removed");
  check ("forReaders", NULL, "As told", "Wording for readers changed to “As told”");
  check ("forReaders", "As told", NULL, "Wording for readers removed");
  check ("note", "", "100 % {from} here", "Note changed to “100 % {from} here”");
  check ("note", "words", "", "Note removed");
  check ("suggestion", NULL, "words", "Suggested “words”");
  check ("suggestion", "words", "", "Suggested to delete the passage");
  check ("suggestion", "", NULL, "Suggestion removed");
  check ("check", NULL, "Ana", "Marked as checked");
  check ("check", "Ana", NULL, "Check cleared");
  check ("anchors", NULL, "the words", "Passage added: “the words”");
  check ("anchors", "the words", NULL, "Passage removed: “the words”");
  check ("anchors", "the words", "others", "Passage moved to “others”");
  check ("evidence", NULL, "unknown id", "Evidence added: …");
  check ("status", "unchecked", "from a later version",
         "Status changed from Unchecked to from a later version");
  check ("mood", "a", "b", "“mood” changed to “b”");
  check ("state", "open", "addressed", "Marked as addressed");
  check ("state", "open", "accepted", "Accepted as a known weakness");
  check ("state", "open", "dismissed", "Dismissed as no defect");
  check ("state", "addressed", "accepted", "State changed from Addressed to Accepted");
  check ("state", "accepted", "open", "Reopened; it was Accepted");
  check ("state", "open", "shelved", "State changed from Open to shelved");
  check ("confidential", "false", "true", "Made confidential");
  check ("reliability", NULL, "C", "Reliability set to C – Fairly Reliable");
  check ("created", NULL, NULL, "Created");
}

static void
test_reasons (void)
{
  g_autoptr (ProvisoEvent) plain =
      proviso_event_new ("2026-03-28T09:30:00Z", "Ana", "state", "open", "addressed");
  g_autoptr (ProvisoEvent) given =
      proviso_event_new_with_reason ("2026-03-28T09:30:00Z", "Ana", "state", "open", "accepted",
                                     "No other figure", NULL);
  g_autoptr (ProvisoEvent) caused =
      proviso_event_new_with_reason ("2026-03-28T09:30:00Z", "Ana", "state", "accepted", "open", NULL,
                                     PROVISO_EVENT_CAUSE_PASSAGE_CHANGED);
  g_autoptr (ProvisoEvent) both =
      proviso_event_new_with_reason ("2026-03-28T09:30:00Z", "Ana", "state", "open", "addressed", "As agreed",
                                     PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED);
  g_autoptr (ProvisoEvent) outside =
      proviso_event_new_with_reason ("2026-03-28T09:30:00Z", "", "state", "accepted", "open", NULL,
                                     PROVISO_EVENT_CAUSE_PASSAGE_CHANGED_OUTSIDE);
  g_autofree char *plain_why = proviso_event_text_explain (plain);
  g_autofree char *given_why = proviso_event_text_explain (given);
  g_autofree char *caused_why = proviso_event_text_explain (caused);
  g_autofree char *both_why = proviso_event_text_explain (both);
  g_autofree char *outside_why = proviso_event_text_explain (outside);
  g_autofree char *outside_sign =
      proviso_event_text_sign (proviso_event_get_by (outside), proviso_event_get_at (outside));

  g_assert_cmpstr (plain_why, ==, "");
  g_assert_cmpstr (given_why, ==, "“No other figure”");
  g_assert_cmpstr (caused_why, ==, "The words of its passage changed");
  g_assert_cmpstr (both_why, ==, "The suggested edit was applied\n“As agreed”");
  g_assert_cmpstr (outside_why, ==, "The words of its passage were changed outside Proviso");
  g_assert_null (strstr (outside_sign, "·"));
}

static void
test_records (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoClaim *claim = proviso_project_add_claim (project, 0, 0);
  ProvisoSource *source = proviso_project_add_source (project, "Harbour Letter");
  ProvisoEvidence *evidence = proviso_project_add_evidence (project, claim, source);
  ProvisoRecordList *events = proviso_claim_get_events (claim);
  g_autofree char *created = NULL, *added = NULL, *changed = NULL, *removed = NULL;

  proviso_project_set (project, evidence, "locator", "page 4", NULL);
  proviso_project_remove (project, evidence);
  created = proviso_event_text_describe (proviso_record_list_peek (events, 0), project);
  added = proviso_event_text_describe (proviso_record_list_peek (events, 1), project);
  changed = proviso_event_text_describe (proviso_record_list_peek (events, 2), project);
  removed = proviso_event_text_describe (proviso_record_list_peek (events, 3), project);
  g_assert_cmpstr (created, ==, "Claim made");
  g_assert_cmpstr (added, ==, "Evidence added: Harbour Letter");
  g_assert_cmpstr (changed, ==, "Evidence changed: Harbour Letter");
  g_assert_cmpstr (removed, ==, "Evidence removed: Harbour Letter");
}

static void
test_long (void)
{
  g_autofree char *words = g_strnfill (10000, 'w');
  g_autoptr (ProvisoEvent) event = proviso_event_new ("2026-03-28T09:30:00Z", "Ana", "note", NULL, words);
  g_autofree char *text = proviso_event_text_describe (event, NULL);

  g_assert_cmpint (g_utf8_strlen (text, -1), <, 200);
  g_assert_true (g_str_has_suffix (text, "…”"));
}

static void
test_sign (void)
{
  g_autofree char *signed_text = proviso_event_text_sign ("Ana", "2026-03-28T09:30:00Z");
  g_autofree char *unsigned_text = proviso_event_text_sign ("", "2026-03-28T09:30:00Z");

  g_assert_cmpstr (signed_text, ==, "Ana · 28 Mar 2026, 09:30");
  g_assert_cmpstr (unsigned_text, ==, "28 Mar 2026, 09:30");
}

/* In a line from right to left, a Latin name must not carry the day and the time with it. */
static void
test_sign_direction (void)
{
  g_autofree char *latin = NULL, *arabic = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  latin = proviso_event_text_sign ("Ana", "2026-03-28T09:30:00Z");
  arabic = proviso_event_text_sign ("ليلى", "2026-03-28T09:30:00Z");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);

  g_assert_cmpstr (latin, ==, "\u200f\u2068Ana\u2069 · 28 Mar 2026, 09:30");
  g_assert_cmpstr (arabic, ==, "ليلى · 28 Mar 2026, 09:30");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-text/sentences", test_sentences);
  g_test_add_func ("/event-text/reasons", test_reasons);
  g_test_add_func ("/event-text/records", test_records);
  g_test_add_func ("/event-text/long", test_long);
  g_test_add_func ("/event-text/sign", test_sign);
  g_test_add_func ("/event-text/sign-direction", test_sign_direction);

  return g_test_run ();
}
