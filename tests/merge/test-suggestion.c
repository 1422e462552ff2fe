/* test-suggestion.c: a suggestion takes the place of its passage, and the words that stay keep their records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-suggestion.h"
#include "merge/proviso-word-diff.h"

#include <string.h>

#define SEED 20261120
#define N_ROUNDS 1500

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

/* --- At random: whatever is suggested for whatever passage, the words that stay stay with their claims. --- */

static GRand *dice;

static guint
below (guint n)
{
  return (guint) g_rand_int_range (dice, 0, (gint32) n);
}

static char *
make_words (guint max_pieces)
{
  static const char *const pieces[] = { "a",  "the", "lab", " ",    " ",  " ",    "\n", ". ", "-",  "“",
                                        "$1", "é",   "𝄞",   "東京", "で", "قال",  "e\xcc\x81", "👩‍🔬", ",",  "left" };
  GString *words = g_string_new (NULL);

  for (guint n = below (max_pieces + 1); n > 0; n--)
    g_string_append (words, pieces[below (G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (words);
}

/* The words with some others in the place of a part of them; or others altogether. */
static char *
make_suggestion (const char *words)
{
  guint length = (guint) g_utf8_strlen (words, -1);
  guint start = below (length + 1);
  guint end = start + below (length - start + 1);
  g_autofree char *head = g_utf8_substring (words, 0, start);
  g_autofree char *middle = make_words (5);

  return below (4) == 0 ? make_words (12) : g_strconcat (head, middle, g_utf8_offset_to_pointer (words, end), NULL);
}

static gboolean
is_blank (const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  return *stripped == '\0';
}

/* A claim and where it stood. */
typedef struct
{
  ProvisoAnchor *anchor;
  guint start;
  guint end;
  char *words;
} Placed;

static void
placed_clear (gpointer data)
{
  g_free (((Placed *) data)->words);
}

static GArray *
place_claims (Fixture *fixture)
{
  guint length = proviso_text_get_length (fixture->text);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Placed));

  g_array_set_clear_func (all, placed_clear);
  for (guint n = 8; n > 0; n--)
    {
      guint start = below (length), end = start + below (length - start + 1);
      ProvisoClaim *claim = proviso_project_add_claim (fixture->project, start, end);
      ProvisoAnchor *anchor;
      Placed placed;

      if (proviso_record_list_get_size (proviso_claim_peek_anchors (claim)) == 0)
        continue;
      anchor = proviso_record_list_peek (proviso_claim_peek_anchors (claim), 0);
      placed = (Placed){ anchor, proviso_anchor_get_start (anchor), proviso_anchor_get_end (anchor),
                         proviso_project_get_passage (fixture->project, anchor) };
      g_array_append_val (all, placed);
    }

  return all;
}

/* The words of the claim that the suggestion leaves. `hunks`: from the passage, at `start` of the draft, to it. */
static char *
get_kept (const Placed *placed, GArray *hunks, guint start, guint end)
{
  GString *kept = g_string_new (NULL);
  guint offset = placed->start;

  for (const char *p = placed->words; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      gboolean stays = offset < start || offset >= end;

      for (guint i = 0; i < hunks->len && !stays; i++)
        {
          const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);

          stays = hunk->equal && offset >= start + hunk->old_start && offset < start + hunk->old_end;
        }
      if (stays)
        g_string_append_unichar (kept, g_utf8_get_char (p));
    }

  return g_string_free_and_steal (kept);
}

static gboolean
is_subsequence (const char *words, const char *of)
{
  for (; *of != '\0' && *words != '\0'; of = g_utf8_next_char (of))
    if (g_utf8_get_char (words) == g_utf8_get_char (of))
      words = g_utf8_next_char (words);

  return *words == '\0';
}

static void
check_claim (Fixture *fixture, const Placed *placed, GArray *hunks, guint start, guint end, const char *suggestion)
{
  g_autofree char *now = proviso_project_get_passage (fixture->project, placed->anchor);
  g_autofree char *kept = get_kept (placed, hunks, start, end);
  gboolean lost = proviso_anchor_get_state (placed->anchor) == PROVISO_ANCHOR_STATE_LOST;

  if (placed->start <= start && placed->end >= end)
    {
      g_autofree char *before = g_utf8_substring (placed->words, 0, start - placed->start);
      g_autofree char *whole = g_strconcat (before, suggestion,
                                            g_utf8_offset_to_pointer (placed->words, end - placed->start), NULL);

      g_assert_false (lost);
      g_assert_cmpstr (now, ==, whole);
    }
  else if (placed->end <= start || placed->start >= end)
    {
      g_assert_false (lost);
      g_assert_cmpstr (now, ==, placed->words);
    }
  else if (lost)
    {
      g_assert_true (is_blank (kept));
    }
  else if (!is_subsequence (kept, now))
    {
      g_error ("Of “%s” stays “%s”, but the claim is on “%s”", placed->words, kept, now);
    }
}

static void
check_places (Fixture *fixture, GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Placed *placed = &g_array_index (all, Placed, i);
      g_autofree char *now = proviso_project_get_passage (fixture->project, placed->anchor);

      g_assert_cmpint (proviso_anchor_get_state (placed->anchor), ==, PROVISO_ANCHOR_STATE_EXACT);
      g_assert_cmpuint (proviso_anchor_get_start (placed->anchor), ==, placed->start);
      g_assert_cmpstr (now, ==, placed->words);
    }
}

static void
test_random (void)
{
  dice = g_rand_new_with_seed (SEED);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Fixture fixture;
      g_autofree char *body = make_words (40);
      g_autofree char *draft = g_strconcat ("Head. ", body, " tail.\n", NULL);
      guint length = (guint) g_utf8_strlen (draft, -1);
      guint start = below (length), end = start + below (length - start + 1);
      g_autoptr (GArray) all = NULL;
      g_autoptr (GArray) hunks = NULL;
      g_autofree char *words = NULL;
      g_autofree char *suggestion = NULL;
      g_autofree char *head = NULL;
      g_autofree char *expected = NULL;
      ProvisoCaveat *caveat;
      ProvisoAnchor *passage;

      fixture.project = proviso_project_new ();
      fixture.text = proviso_project_get_text (fixture.project);
      proviso_text_replace (fixture.text, 0, 0, draft);
      proviso_project_loaded (fixture.project);
      all = place_claims (&fixture);
      caveat = proviso_project_add_caveat (fixture.project, NULL, start, end);
      passage = proviso_suggestion_get_passage (fixture.project, caveat, NULL);
      if (passage != NULL)
        {
          start = proviso_anchor_get_start (passage);
          end = proviso_anchor_get_end (passage);
          words = proviso_project_get_passage (fixture.project, passage);
          suggestion = make_suggestion (words);
        }
      if (suggestion != NULL && !is_blank (suggestion))
        {
          hunks = proviso_word_diff (words, suggestion);
          proviso_project_set (fixture.project, caveat, "suggestion", suggestion, NULL);
          apply (&fixture, caveat);
          head = g_utf8_substring (draft, 0, start);
          expected = g_strconcat (head, suggestion, g_utf8_offset_to_pointer (draft, end), NULL);
          assert_draft (&fixture, expected);
          for (guint i = 0; i < all->len; i++)
            check_claim (&fixture, &g_array_index (all, Placed, i), hunks, start, end, suggestion);
          proviso_history_undo (proviso_project_get_history (fixture.project));
          assert_draft (&fixture, draft);
          check_places (&fixture, all);
          proviso_history_redo (proviso_project_get_history (fixture.project));
          assert_draft (&fixture, expected);
          for (guint i = 0; i < all->len; i++)
            check_claim (&fixture, &g_array_index (all, Placed, i), hunks, start, end, suggestion);
        }
      g_object_unref (fixture.project);
    }
  g_clear_pointer (&dice, g_rand_free);
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
  g_test_add_func ("/suggestion/random", test_random);

  return g_test_run ();
}
