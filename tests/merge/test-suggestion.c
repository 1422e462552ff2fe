/* test-suggestion.c: a suggestion takes the place of its passage, and the words that stay keep their records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-suggestion.h"

#include <string.h>

#define DRAFT "Before it. The lab walked away from video. Its partner withdrew. After it.\n"

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = proviso_project_new ();
  fixture->text = proviso_project_get_text (fixture->project);
  proviso_text_replace (fixture->text, 0, 0, DRAFT);
  proviso_project_loaded (fixture->project);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->project);
}

static void
find (Fixture *fixture, const char *words, guint *start, guint *end)
{
  g_autofree char *draft = proviso_text_dup (fixture->text);
  const char *found = strstr (draft, words);

  g_assert_nonnull (found);
  *start = (guint) g_utf8_pointer_to_offset (draft, found);
  *end = *start + (guint) g_utf8_strlen (words, -1);
}

static ProvisoClaim *
claim_words (Fixture *fixture, const char *words)
{
  guint start, end;

  find (fixture, words, &start, &end);

  return proviso_project_add_claim (fixture->project, start, end);
}

/* A caveat on `words` and on `claim`, both nullable. */
static ProvisoCaveat *
suggest (Fixture *fixture, ProvisoClaim *claim, const char *words, const char *suggestion)
{
  guint start = 0, end = 0;
  ProvisoCaveat *caveat;

  if (words != NULL)
    find (fixture, words, &start, &end);
  caveat = proviso_project_add_caveat (fixture->project, claim, start, end);
  proviso_project_set (fixture->project, caveat, "suggestion", suggestion, NULL);

  return caveat;
}

static void
assert_draft (Fixture *fixture, const char *expected)
{
  g_autofree char *draft = proviso_text_dup (fixture->text);

  g_assert_cmpstr (draft, ==, expected);
}

static void
assert_passage (Fixture *fixture, ProvisoRecordList *anchors, const char *expected)
{
  ProvisoAnchor *anchor = proviso_record_list_peek (anchors, 0);
  g_autofree char *passage = NULL;

  if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
    passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, expected);
}

static void
assert_claim (Fixture *fixture, ProvisoClaim *claim, const char *expected)
{
  assert_passage (fixture, proviso_claim_get_anchors (claim), expected);
}

static void
apply (Fixture *fixture, ProvisoCaveat *caveat)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (proviso_suggestion_can_apply (fixture->project, caveat));
  g_assert_true (proviso_suggestion_apply (fixture->project, caveat, &error));
  g_assert_no_error (error);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
}

static void
assert_fails (Fixture *fixture, ProvisoCaveat *caveat, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = proviso_text_dup (fixture->text);
  ProvisoCaveatState state = proviso_caveat_get_state (caveat);

  g_assert_false (proviso_suggestion_can_apply (fixture->project, caveat));
  g_assert_false (proviso_suggestion_apply (fixture->project, caveat, &error));
  g_assert_error (error, PROVISO_REVIEW_ERROR, code);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, state);
  assert_draft (fixture, draft);
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  ProvisoClaim *claim = claim_words (fixture, "The lab walked away from video.");
  ProvisoCaveat *caveat =
      suggest (fixture, claim, NULL, "The lab reportedly walked away from consumer video.");
  ProvisoEvent *event;

  apply (fixture, caveat);
  assert_draft (fixture, "Before it. The lab reportedly walked away from consumer video. Its partner "
                         "withdrew. After it.\n");
  assert_claim (fixture, claim, "The lab reportedly walked away from consumer video.");
  event = proviso_review_get_state_event (caveat);
  g_assert_cmpstr (proviso_event_get_cause (event), ==, PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED);

  /* One step, there and back. */
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "Apply Suggestion");
  proviso_history_undo (history);
  assert_draft (fixture, DRAFT);
  assert_claim (fixture, claim, "The lab walked away from video.");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  proviso_history_redo (history);
  assert_claim (fixture, claim, "The lab reportedly walked away from consumer video.");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ADDRESSED);
}

/* The passage holds all that is suggested, whatever is put in, taken out or replaced at its edges. */
static void
test_edges (Fixture *fixture, gconstpointer data)
{
  static const char *const suggestions[] = {
    "A lab walked away from films.",
    "Reportedly, The lab walked away from video.",
    "The lab walked away from video. So it says.",
    "Reportedly, The lab walked away from video. So it says.",
    "lab walked away from video",
    "Something else entirely",
    "“The lab walked away from video.”",
    "The lab walked away from video.",
    "👩‍🔬 lab walked e\xcc\x81 from 東京",
  };

  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      ProvisoClaim *claim = claim_words (fixture, "The lab walked away from video.");
      ProvisoClaim *wider = claim_words (fixture, "it. The lab walked away from video. Its");
      ProvisoClaim *start = claim_words (fixture, "The lab walked away from video. Its partner withdrew.");
      ProvisoCaveat *caveat = suggest (fixture, NULL, "The lab walked away from video.", suggestions[i]);
      g_autofree char *wider_words = g_strdup_printf ("it. %s Its", suggestions[i]);
      g_autofree char *start_words = g_strdup_printf ("%s Its partner withdrew.", suggestions[i]);
      g_autofree char *draft =
          g_strdup_printf ("Before it. %s Its partner withdrew. After it.\n", suggestions[i]);
      ProvisoHistory *history = proviso_project_get_history (fixture->project);

      apply (fixture, caveat);
      assert_draft (fixture, draft);
      assert_claim (fixture, claim, suggestions[i]);
      assert_claim (fixture, wider, wider_words);
      assert_claim (fixture, start, start_words);
      assert_passage (fixture, proviso_caveat_get_anchors (caveat), suggestions[i]);
      proviso_history_undo (history);
      assert_draft (fixture, DRAFT);
      assert_claim (fixture, claim, "The lab walked away from video.");
      assert_claim (fixture, start, "The lab walked away from video. Its partner withdrew.");
    }
}

/* Passages within keep the words that stay, and lose what does not. */
static void
test_within (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *first = claim_words (fixture, "The lab");
  ProvisoClaim *verb = claim_words (fixture, "walked away");
  ProvisoClaim *last = claim_words (fixture, "video");
  ProvisoClaim *next = claim_words (fixture, "Its partner withdrew.");
  ProvisoClaim *across = claim_words (fixture, "from video. Its partner");
  ProvisoCaveat *caveat = suggest (fixture, NULL, "The lab walked away from video.",
                                   "Reportedly, The lab quickly walked away from consumer films for now.");

  apply (fixture, caveat);
  assert_claim (fixture, first, "The lab");
  assert_claim (fixture, verb, "walked away");
  assert_claim (fixture, last, "consumer films for now");
  assert_claim (fixture, next, "Its partner withdrew.");
  assert_claim (fixture, across, "from consumer films for now. Its partner");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = claim_words (fixture, "The lab walked away from video.");
  ProvisoClaim *next = claim_words (fixture, "Its partner withdrew.");
  ProvisoHistory *history = proviso_project_get_history (fixture->project);

  apply (fixture, suggest (fixture, claim, NULL, ""));
  assert_draft (fixture, "Before it. Its partner withdrew. After it.\n");
  assert_claim (fixture, claim, NULL);
  assert_claim (fixture, next, "Its partner withdrew.");
  proviso_history_undo (history);
  assert_draft (fixture, DRAFT);
  assert_claim (fixture, claim, "The lab walked away from video.");

  apply (fixture, suggest (fixture, NULL, "Before it.", ""));
  apply (fixture, suggest (fixture, NULL, "After it.", ""));
  assert_draft (fixture, "The lab walked away from video. Its partner withdrew.\n");
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = claim_words (fixture, "The lab");
  ProvisoClaim *nowhere = proviso_project_add_claim (fixture->project, 0, 0);
  ProvisoCaveat *caveat = suggest (fixture, claim, NULL, "A lab");
  g_autoptr (GError) error = NULL;
  guint start, end;

  assert_fails (fixture, suggest (fixture, claim, NULL, NULL), PROVISO_REVIEW_ERROR_ILLEGAL);
  assert_fails (fixture, suggest (fixture, NULL, NULL, "words"), PROVISO_REVIEW_ERROR_NO_PASSAGE);
  assert_fails (fixture, suggest (fixture, nowhere, NULL, "words"), PROVISO_REVIEW_ERROR_NO_PASSAGE);

  find (fixture, "partner", &start, &end);
  proviso_project_add_anchor (fixture->project, claim, start, end);
  assert_fails (fixture, caveat, PROVISO_REVIEW_ERROR_NO_PASSAGE);

  /* One of two is lost: the other one is meant. */
  proviso_text_replace (fixture->text, start, end - start + 1, "");
  apply (fixture, caveat);
  assert_fails (fixture, caveat, PROVISO_REVIEW_ERROR_ILLEGAL);
  g_assert_true (proviso_project_confirm_caveat (fixture->project, caveat, &error));
  assert_fails (fixture, caveat, PROVISO_REVIEW_ERROR_ILLEGAL);

  caveat = suggest (fixture, NULL, "After", "Later");
  find (fixture, "After", &start, &end);
  proviso_text_replace (fixture->text, start, end - start, "");
  assert_fails (fixture, caveat, PROVISO_REVIEW_ERROR_NO_PASSAGE);
}

/* Others that were settled on the same words are open again; this one is settled. */
static void
test_reopens_others (Fixture *fixture, gconstpointer data)
{
  ProvisoClaim *claim = claim_words (fixture, "The lab walked away from video.");
  ProvisoCaveat *settled = suggest (fixture, claim, NULL, NULL);
  ProvisoCaveat *elsewhere = suggest (fixture, NULL, "Its partner", NULL);
  ProvisoCaveat *caveat = suggest (fixture, claim, NULL, "The lab walked away from consumer video.");
  g_autoptr (GError) error = NULL;

  g_assert_true (proviso_project_settle_caveat (fixture->project, settled, PROVISO_CAVEAT_STATE_DISMISSED,
                                                "No", &error));
  g_assert_true (proviso_project_settle_caveat (fixture->project, elsewhere, PROVISO_CAVEAT_STATE_DISMISSED,
                                                "No", &error));
  /* This one was settled as well, another way. */
  g_assert_true (proviso_project_settle_caveat (fixture->project, caveat, PROVISO_CAVEAT_STATE_ACCEPTED,
                                                "Kept", &error));
  apply (fixture, caveat);
  g_assert_cmpint (proviso_caveat_get_state (settled), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_cmpint (proviso_caveat_get_state (elsewhere), ==, PROVISO_CAVEAT_STATE_DISMISSED);
  g_assert_cmpstr (proviso_event_get_cause (proviso_review_get_state_event (settled)), ==,
                   PROVISO_EVENT_CAUSE_PASSAGE_CHANGED);
  proviso_history_undo (proviso_project_get_history (fixture->project));
  g_assert_cmpint (proviso_caveat_get_state (settled), ==, PROVISO_CAVEAT_STATE_DISMISSED);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_ACCEPTED);
}

/* It is no part of the word that is being typed. */
static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  ProvisoCaveat *caveat = suggest (fixture, NULL, "After it", "After 1");
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  guint start, end;

  apply (fixture, caveat);
  find (fixture, "After 1", &start, &end);
  proviso_text_replace (fixture->text, end, 0, "9");
  assert_passage (fixture, proviso_caveat_get_anchors (caveat), "After 1");
  proviso_history_undo (history);
  g_assert_cmpstr (proviso_history_get_undo_label (history), ==, "Apply Suggestion");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/suggestion/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("apply", test_apply);
  ADD ("edges", test_edges);
  ADD ("within", test_within);
  ADD ("delete", test_delete);
  ADD ("errors", test_errors);
  ADD ("sealed", test_sealed);
  ADD ("reopens-others", test_reopens_others);

  return g_test_run ();
}
