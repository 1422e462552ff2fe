/* test-project-draft.c: how passages follow the draft, and come back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The property test edits a draft and its records at random, undoes and redoes at random, and compares with
 * snapshots of the whole state that were taken on the way: what undo leads to must be what was there.
 */
#include "core/proviso-project.h"

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer draft)
{
  fixture->project = proviso_project_new ();
  fixture->text = proviso_project_get_text (fixture->project);
  proviso_text_replace (fixture->text, 0, 0, draft);
  proviso_project_loaded (fixture->project);
}

static void
tear_down (Fixture *fixture, gconstpointer draft)
{
  g_object_unref (fixture->project);
}

static ProvisoAnchor *
claim_words (Fixture *fixture, const char *words)
{
  g_autofree char *draft = proviso_text_dup (fixture->text);
  const char *found = strstr (draft, words);
  guint start = g_utf8_pointer_to_offset (draft, found);
  ProvisoClaim *claim =
      proviso_project_add_claim (fixture->project, start, start + (guint) g_utf8_strlen (words, -1));

  return proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
}

static void
assert_passage (Fixture *fixture, ProvisoAnchor *anchor, ProvisoAnchorState state, const char *words)
{
  g_autofree char *passage = proviso_project_get_passage (fixture->project, anchor);

  g_assert_cmpint (proviso_anchor_get_state (anchor), ==, state);
  g_assert_cmpstr (passage, ==, words);
}

static void
undo (Fixture *fixture)
{
  proviso_history_undo (proviso_project_get_history (fixture->project));
}

static void
redo (Fixture *fixture)
{
  proviso_history_redo (proviso_project_get_history (fixture->project));
}

static void
test_typing (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  proviso_text_replace (fixture->text, 4, 0, "<");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  proviso_text_replace (fixture->text, 8, 0, ">");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  proviso_text_replace (fixture->text, 6, 0, "é");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "téwo");
}

static void
test_swallowed (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");
  ProvisoClaim *claim = PROVISO_CLAIM (proviso_record_get_root (PROVISO_RECORD (anchor)));

  proviso_text_replace (fixture->text, 2, 9, "");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
  g_assert_true (proviso_claim_get_has_lost_passage (claim));
  g_assert_cmpuint (proviso_claim_get_position (claim), ==, G_MAXUINT);
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 4);
  g_assert_false (proviso_claim_get_has_lost_passage (claim));
  redo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
}

static void
test_backspaced (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  for (guint i = 8; i > 3; i--)
    proviso_text_replace (fixture->text, i - 1, 1, "");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 4);
}

static void
test_cut_and_paste (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  proviso_text_replace (fixture->text, 0, 8, "");
  proviso_text_replace (fixture->text, 6, 0, "one two ");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 10);

  /* Pasting a second time is a copy: the claim stays with the first. */
  proviso_text_replace (fixture->text, 0, 0, "one two ");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 18);
  undo (fixture);

  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 4);
  redo (fixture);
  redo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 10);
}

static void
test_dragged (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  /* Dragging puts in first and takes out afterwards, as one action. */
  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 14, 0, "one two ");
  proviso_text_replace (fixture->text, 0, 8, "");
  proviso_text_end_action (fixture->text);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 10);
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 4);
}

/* A text like one that was put in a while ago is not that one. */
static void
test_not_dragged (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  proviso_text_replace (fixture->text, 18, 0, " two");
  proviso_text_replace (fixture->text, 8, 6, "");
  proviso_text_replace (fixture->text, 3, 4, "");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
  undo (fixture);
  undo (fixture);
  undo (fixture);

  /* Nor one that undo took out again. */
  proviso_text_replace (fixture->text, 18, 0, " two");
  undo (fixture);
  proviso_text_replace (fixture->text, 3, 4, "");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
  undo (fixture);

  /* Nor what was replaced by the like just before. */
  proviso_text_replace (fixture->text, 18, 0, " two");
  proviso_text_replace (fixture->text, 19, 3, "two");
  proviso_text_replace (fixture->text, 4, 3, "two");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 4);
}

/* What takes the place of a passage's words, at its head, its end or of all of them, belongs to it. */
static void
test_replaced (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two three");

  proviso_text_replace (fixture->text, 4, 3, "2");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "2 three");
  proviso_text_replace (fixture->text, 6, 5, "3");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "2 3");
  proviso_text_replace (fixture->text, 4, 3, "a dozen");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "a dozen");
  undo (fixture);
  undo (fixture);
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two three");

  /* More than its own words went: what comes may be about anything. */
  proviso_text_replace (fixture->text, 0, 13, "none");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two three");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two three");
}

static void
type_over (Fixture *fixture, guint offset, guint n_removed, const char *letters, gboolean resume)
{
  for (guint i = 0; letters[i] != '\0'; i++)
    {
      char letter[] = { letters[i], '\0' };

      proviso_text_begin_action (fixture->text);
      if (i == 0)
        proviso_text_replace (fixture->text, offset, n_removed, "");
      if (i == 0 && resume)
        {
          proviso_text_end_action (fixture->text);
          proviso_text_resume_action (fixture->text);
        }
      proviso_text_replace (fixture->text, offset + i, 0, letter);
      proviso_text_end_action (fixture->text);
    }
}

static void
check_typed_over (Fixture *fixture, gboolean resume)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");
  g_autofree char *typed = NULL;
  g_autofree char *undone = NULL;

  type_over (fixture, 4, 3, "five six", resume);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "five six");

  /* Once something else was done, typing at its end is outside again. */
  proviso_history_seal (proviso_project_get_history (fixture->project));
  proviso_text_replace (fixture->text, 12, 0, "!");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "five six");
  undo (fixture);

  /* Words are undone as words. */
  undo (fixture);
  typed = proviso_text_dup (fixture->text);
  g_assert_cmpstr (typed, ==, "one five  three four");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "five ");
  undo (fixture);
  undone = proviso_text_dup (fixture->text);
  g_assert_cmpstr (undone, ==, "one two three four");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  redo (fixture);
  redo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "five six");
}

static void
test_typed_over (Fixture *fixture, gconstpointer draft)
{
  check_typed_over (fixture, FALSE);
}

static void
test_typed_over_in_two_actions (Fixture *fixture, gconstpointer draft)
{
  check_typed_over (fixture, TRUE);
}

/* What is typed later where words were deleted is no part of the passage, and a step of its own; nor is what an action
 * that goes on puts in elsewhere. */
static void
test_deleted_then_typed (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two three");

  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 7, 6, "");
  proviso_text_end_action (fixture->text);
  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 7, 0, "!");
  proviso_text_end_action (fixture->text);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two three");

  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 7, 6, "");
  proviso_text_end_action (fixture->text);
  proviso_text_resume_action (fixture->text);
  proviso_text_replace (fixture->text, 0, 0, "!");
  proviso_text_end_action (fixture->text);
  proviso_text_replace (fixture->text, 8, 0, "!");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  undo (fixture);
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two three");
}

static void
test_blank_typed_over (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  type_over (fixture, 4, 3, " ", FALSE);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
}

/* Of “two three” only the blank between is left: the passage is lost, with the words it had. */
static void
test_blank_rest (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two three");

  proviso_text_replace (fixture->text, 8, 5, "");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two ");
  proviso_text_replace (fixture->text, 4, 3, "");
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two three");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two ");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "two three");
  redo (fixture);
  redo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two three");
}

static void
test_attach_again (Fixture *fixture, gconstpointer draft)
{
  ProvisoAnchor *anchor = claim_words (fixture, "two");

  proviso_text_replace (fixture->text, 4, 4, "");
  proviso_project_move_anchor (fixture->project, anchor, 4, 9);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_EXACT, "three");
  undo (fixture);
  assert_passage (fixture, anchor, PROVISO_ANCHOR_STATE_LOST, "two");
}

/* The whole state in one string: the draft, and every record with its passages. */
static char *
describe (ProvisoProject *project)
{
  ProvisoRecordList *claims = proviso_project_get_claims (project);
  ProvisoRecordList *caveats = proviso_project_get_caveats (project);
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (project));
  GString *state = g_string_new (draft);

  for (guint i = 0; i < proviso_record_list_get_size (claims) + proviso_record_list_get_size (caveats); i++)
    {
      gboolean is_claim = i < proviso_record_list_get_size (claims);
      gpointer record = is_claim ? proviso_record_list_peek (claims, i)
                                 : proviso_record_list_peek (caveats, i - proviso_record_list_get_size (claims));
      ProvisoRecordList *anchors =
          is_claim ? proviso_claim_peek_anchors (record) : proviso_caveat_peek_anchors (record);

      if (is_claim)
        g_string_append_printf (state,
                                "\n%s %d “%s” caveats %u stale %d lost %d events %u:",
                                proviso_claim_get_id (record),
                                proviso_claim_get_status (record),
                                proviso_claim_get_note (record),
                                proviso_claim_get_n_open_caveats (record),
                                proviso_claim_get_check_stale (record),
                                proviso_claim_get_has_lost_passage (record),
                                proviso_record_list_get_size (proviso_claim_get_events (record)));
      else
        g_string_append_printf (state,
                                "\n%s on %s state %d:",
                                proviso_caveat_get_id (record),
                                proviso_caveat_get_claim (record),
                                proviso_caveat_get_state (record));
      for (guint j = 0; j < proviso_record_list_get_size (anchors); j++)
        {
          ProvisoAnchor *anchor = proviso_record_list_peek (anchors, j);

          g_string_append_printf (state,
                                  " %u-%u/%d",
                                  proviso_anchor_get_start (anchor),
                                  proviso_anchor_get_end (anchor),
                                  proviso_anchor_get_state (anchor));
        }
    }

  return g_string_free_and_steal (state);
}

static gpointer
pick (ProvisoRecordList *list)
{
  guint size = proviso_record_list_get_size (list);

  return size > 0 ? proviso_record_list_peek (list, g_test_rand_int_range (0, size)) : NULL;
}

static void
edit_text (ProvisoText *text, char **clipboard)
{
  static const char *words[] = { "a", "é", " ", "\n", "word ", "漢字", "🙂", "two words", "" };
  guint length = proviso_text_get_length (text);
  guint offset = g_test_rand_int_range (0, length + 1);
  guint n_removed = g_test_rand_int_range (0, 3) > 0 ? 0 : g_test_rand_int_range (0, MIN (length - offset, 12) + 1);
  const char *inserted = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      n_removed = MIN (length - offset, 12);
      g_free (*clipboard);
      *clipboard = proviso_text_get_slice (text, offset, offset + n_removed);
      inserted = "";
      break;
    case 1:
      inserted = *clipboard;
      break;
    default:
      break;
    }
  proviso_text_replace (text, offset, n_removed, inserted);
}

static void
edit_records (ProvisoProject *project)
{
  guint length = proviso_text_get_length (proviso_project_get_text (project));
  guint start = g_test_rand_int_range (0, length + 1);
  guint end = MIN (length, start + (guint) g_test_rand_int_range (0, 15));
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      proviso_project_add_claim (project, start, end);
      break;
    case 1:
      proviso_project_add_caveat (project, g_test_rand_bit () ? claim : NULL, start, end);
      break;
    case 2:
      if (claim != NULL)
        proviso_project_add_anchor (project, claim, start, end);
      break;
    case 3:
      if (claim != NULL && proviso_record_list_get_size (proviso_claim_get_anchors (claim)) > 0)
        proviso_project_remove (project, pick (proviso_claim_get_anchors (claim)));
      break;
    case 4:
      if (claim != NULL && start < end && proviso_record_list_get_size (proviso_claim_get_anchors (claim)) > 0)
        proviso_project_move_anchor (project, pick (proviso_claim_get_anchors (claim)), start, end);
      break;
    case 5:
      if (claim != NULL)
        proviso_project_set (project, claim, "note", g_test_rand_bit () ? "x" : "yy", NULL);
      break;
    case 6:
      if (claim != NULL)
        proviso_project_mark_checked (project, claim);
      break;
    case 7:
      if (caveat != NULL)
        proviso_project_set (project, caveat, "state", g_test_rand_int_range (0, 4), NULL);
      break;
    default:
      if (claim != NULL)
        proviso_project_remove (project, claim);
    }
}

/* Histories of a hundred actions; after each, undo all the way with a comparison at each step, and redo. */
static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      ProvisoHistory *history = proviso_project_get_history (project);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *clipboard = g_strdup ("");
      guint n_steps;

      proviso_text_replace (proviso_project_get_text (project), 0, 0, "One two three. Four five six seven eight.\n");
      proviso_project_loaded (project);
      g_ptr_array_add (states, describe (project));

      for (guint i = 0; i < 100; i++)
        {
          guint64 before = proviso_history_get_token (history);

          if (g_test_rand_int_range (0, 3) > 0)
            edit_text (proviso_project_get_text (project), &clipboard);
          else
            edit_records (project);
          proviso_history_seal (history);

          /* The token also seals: one action a state. */
          if (proviso_history_get_token (history) != before)
            g_ptr_array_add (states, describe (project));
          if (g_test_rand_int_range (0, 8) == 0)
            for (guint j = g_test_rand_int_range (0, 4); j > 0 && states->len > 1; j--)
              {
                g_autofree char *state = NULL;

                proviso_history_undo (history);
                g_ptr_array_remove_index (states, states->len - 1);
                state = describe (project);
                g_assert_cmpstr (state, ==, g_ptr_array_index (states, states->len - 1));
              }
        }

      n_steps = states->len - 1;
      for (guint i = n_steps; i > 0; i--)
        {
          g_autofree char *state = NULL;

          proviso_history_undo (history);
          state = describe (project);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, i - 1));
        }
      g_assert_false (proviso_history_get_can_undo (history));
      for (guint i = 1; i <= n_steps; i++)
        {
          g_autofree char *state = NULL;

          proviso_history_redo (history);
          state = describe (project);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
        }
    }
}

#define ADD(name, func) g_test_add (name, Fixture, "one two three four", set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/project-draft/typing", test_typing);
  ADD ("/project-draft/swallowed", test_swallowed);
  ADD ("/project-draft/backspaced", test_backspaced);
  ADD ("/project-draft/cut-and-paste", test_cut_and_paste);
  ADD ("/project-draft/dragged", test_dragged);
  ADD ("/project-draft/not-dragged", test_not_dragged);
  ADD ("/project-draft/replaced", test_replaced);
  ADD ("/project-draft/typed-over", test_typed_over);
  ADD ("/project-draft/typed-over-in-two-actions", test_typed_over_in_two_actions);
  ADD ("/project-draft/deleted-then-typed", test_deleted_then_typed);
  ADD ("/project-draft/blank-typed-over", test_blank_typed_over);
  ADD ("/project-draft/blank-rest", test_blank_rest);
  ADD ("/project-draft/attach-again", test_attach_again);
  g_test_add_func ("/project-draft/random", test_random);

  return g_test_run ();
}
