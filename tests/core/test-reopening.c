/* test-reopening.c: settled caveats whose words change are open again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-review.h"

#define SEED 20260411
#define N_ROUNDS 30
#define N_STEPS 150

#define DRAFT "The lab left video. Its partner withdrew.\n"
#define OPEN PROVISO_CAVEAT_STATE_OPEN
#define ADDRESSED PROVISO_CAVEAT_STATE_ADDRESSED
#define ACCEPTED PROVISO_CAVEAT_STATE_ACCEPTED

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text;
  ProvisoHistory *history;
  ProvisoClaim *claim;   /* on "lab left video" */
  ProvisoCaveat *caveat; /* on "left" */
  ProvisoCaveat *relying; /* on the claim, without a passage */
  ProvisoCaveat *other;  /* on "partner" */
} Fixture;

static void
settle (ProvisoProject *project, ProvisoCaveat *caveat)
{
  g_assert_true (proviso_project_settle_caveat (project, caveat, ACCEPTED, "Known", NULL));
  g_assert_true (proviso_project_confirm_caveat (project, caveat, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = proviso_project_new ();
  fixture->text = proviso_project_get_text (fixture->project);
  fixture->history = proviso_project_get_history (fixture->project);
  proviso_text_replace (fixture->text, 0, 0, DRAFT);
  proviso_project_loaded (fixture->project);
  fixture->claim = proviso_project_add_claim (fixture->project, 4, 18);
  fixture->caveat = proviso_project_add_caveat (fixture->project, NULL, 8, 12);
  fixture->relying = proviso_project_add_caveat (fixture->project, fixture->claim, 0, 0);
  fixture->other = proviso_project_add_caveat (fixture->project, NULL, 24, 31);
  settle (fixture->project, fixture->caveat);
  settle (fixture->project, fixture->relying);
  settle (fixture->project, fixture->other);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->project);
}

static guint
get_n_events (ProvisoCaveat *caveat)
{
  return proviso_record_list_get_size (proviso_caveat_peek_events (caveat));
}

/* `cause`: (nullable): of the last change of state */
static void
check (ProvisoCaveat *caveat, gboolean settled, const char *cause)
{
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, settled ? ACCEPTED : OPEN);
  g_assert_cmpstr (proviso_caveat_get_reason (caveat), ==, settled ? "Known" : NULL);
  g_assert_cmpint (proviso_caveat_get_confirmed (caveat) != NULL, ==, settled);
  g_assert_cmpstr (proviso_event_get_cause (proviso_review_get_state_event (caveat)), ==, cause);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  guint n_events = get_n_events (fixture->caveat);

  /* Outside, at its very edges. */
  proviso_text_replace (fixture->text, 7, 0, "x");
  proviso_text_replace (fixture->text, 13, 0, "x");
  proviso_text_replace (fixture->text, 0, 4, "");
  check (fixture->caveat, TRUE, NULL);
  check (fixture->other, TRUE, NULL);
  /* But it was within the claim's. */
  check (fixture->relying, FALSE, "passage_changed");
  g_assert_cmpuint (get_n_events (fixture->caveat), ==, n_events);

  proviso_text_replace (fixture->text, 6, 0, "é");
  check (fixture->caveat, FALSE, "passage_changed");
  check (fixture->other, TRUE, NULL);
  g_assert_cmpuint (get_n_events (fixture->caveat), ==, n_events + 1);
  g_assert_true (proviso_review_is_reopened (fixture->caveat));

  /* Once. */
  proviso_text_replace (fixture->text, 7, 0, "é");
  g_assert_cmpuint (get_n_events (fixture->caveat), ==, n_events + 1);
}

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  guint n_events = get_n_events (fixture->caveat);

  proviso_history_seal (fixture->history);
  proviso_text_replace (fixture->text, 10, 0, "a");
  proviso_text_replace (fixture->text, 11, 0, "b");
  proviso_text_replace (fixture->text, 12, 0, "c");
  check (fixture->caveat, FALSE, "passage_changed");
  check (fixture->relying, FALSE, "passage_changed");
  g_assert_cmpstr (proviso_history_get_undo_label (fixture->history), ==, "Typing");

  /* The whole word, and all that came of it. */
  proviso_history_undo (fixture->history);
  check (fixture->caveat, TRUE, NULL);
  check (fixture->relying, TRUE, NULL);
  g_assert_cmpuint (get_n_events (fixture->caveat), ==, n_events);
  g_assert_cmpstr (proviso_history_get_undo_label (fixture->history), ==, "Confirm Caveat");
  proviso_history_redo (fixture->history);
  check (fixture->caveat, FALSE, "passage_changed");
  check (fixture->relying, FALSE, "passage_changed");
  g_assert_cmpuint (get_n_events (fixture->caveat), ==, n_events + 1);
}

static void
test_cut_and_pasted (Fixture *fixture, gconstpointer data)
{
  ProvisoCheck *confirmed = proviso_caveat_get_confirmed (fixture->caveat);

  proviso_text_replace (fixture->text, 4, 14, "");
  check (fixture->caveat, FALSE, "passage_removed");
  check (fixture->relying, FALSE, "passage_removed");
  proviso_text_replace (fixture->text, 0, 0, "lab left video");
  check (fixture->caveat, TRUE, "passage_returned");
  check (fixture->relying, TRUE, "passage_returned");
  g_assert_true (proviso_caveat_get_confirmed (fixture->caveat) == confirmed);
  g_assert_cmpstr (proviso_event_get_reason (proviso_review_get_state_event (fixture->caveat)), ==, "Known");

  proviso_history_undo (fixture->history);
  check (fixture->caveat, FALSE, "passage_removed");
  proviso_text_replace (fixture->text, 3, 0, "lab left video");
  check (fixture->caveat, TRUE, "passage_returned");
  check (fixture->relying, TRUE, "passage_returned");
  proviso_history_undo (fixture->history);
  proviso_history_undo (fixture->history);
  check (fixture->caveat, TRUE, NULL);
  check (fixture->relying, TRUE, NULL);
}

/* Somebody looked at it in between: it stays as that person left it. */
static void
test_judged_in_between (Fixture *fixture, gconstpointer data)
{
  proviso_text_replace (fixture->text, 4, 14, "");
  g_assert_true (proviso_project_settle_caveat (fixture->project, fixture->caveat, ADDRESSED, "Taken out", NULL));
  g_assert_true (proviso_project_settle_caveat (fixture->project, fixture->relying, ADDRESSED, NULL, NULL));
  g_assert_true (proviso_project_reopen_caveat (fixture->project, fixture->relying, NULL, NULL));
  proviso_text_replace (fixture->text, 0, 0, "lab left video");
  check (fixture->caveat, FALSE, "passage_changed");
  check (fixture->relying, FALSE, NULL);
}

/* Nothing has changed when it is over. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  guint n_events = get_n_events (fixture->caveat);

  /* Dragging: in, then out; and as one action, out, then in. */
  proviso_text_replace (fixture->text, 0, 0, "lab left video");
  proviso_text_replace (fixture->text, 18, 14, "");
  check (fixture->caveat, TRUE, NULL);
  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 0, 14, "");
  proviso_text_replace (fixture->text, 4, 0, "lab left video");
  proviso_text_end_action (fixture->text);
  check (fixture->caveat, TRUE, NULL);
  check (fixture->relying, TRUE, NULL);
  /* Replaced by the same words. */
  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 8, 4, "");
  proviso_text_replace (fixture->text, 8, 0, "left");
  proviso_text_end_action (fixture->text);
  check (fixture->caveat, TRUE, NULL);
  check (fixture->relying, TRUE, NULL);
  g_assert_cmpuint (get_n_events (fixture->caveat), ==, n_events);
  /* By others. */
  proviso_text_begin_action (fixture->text);
  proviso_text_replace (fixture->text, 8, 4, "");
  proviso_text_replace (fixture->text, 8, 0, "quit");
  proviso_text_end_action (fixture->text);
  check (fixture->caveat, FALSE, "passage_changed");
  check (fixture->relying, FALSE, "passage_changed");
}

static void
test_anchors (Fixture *fixture, gconstpointer data)
{
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_caveat_get_anchors (fixture->caveat), 0);

  proviso_project_move_anchor (fixture->project, anchor, 7, 13);
  check (fixture->caveat, TRUE, NULL);
  proviso_project_move_anchor (fixture->project, anchor, 20, 23);
  check (fixture->caveat, FALSE, "passage_changed");
  g_assert_cmpstr (proviso_history_get_undo_label (fixture->history), ==, "Attach Passage");
  proviso_history_undo (fixture->history);
  check (fixture->caveat, TRUE, NULL);

  proviso_project_add_anchor (fixture->project, fixture->claim, 20, 23);
  check (fixture->relying, FALSE, "passage_changed");
  check (fixture->caveat, TRUE, NULL);
  proviso_history_undo (fixture->history);
  check (fixture->relying, TRUE, NULL);

  /* A claim that goes leaves its passages to its caveats. */
  proviso_project_remove (fixture->project, fixture->claim);
  check (fixture->relying, TRUE, NULL);
  proviso_text_replace (fixture->text, 9, 1, "i");
  check (fixture->relying, FALSE, "passage_changed");
}

/* Whoever settles a caveat after the change of its words knows of it. */
static void
test_settled_after (Fixture *fixture, gconstpointer data)
{
  proviso_project_begin_action (fixture->project, "Apply");
  g_assert_true (proviso_project_reopen_caveat (fixture->project, fixture->caveat, NULL, NULL));
  proviso_text_replace (fixture->text, 10, 1, "s");
  g_assert_true (proviso_project_settle_caveat_for (fixture->project,
                                                    fixture->caveat,
                                                    ADDRESSED,
                                                    NULL,
                                                    PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED,
                                                    NULL));
  proviso_project_end_action (fixture->project);
  g_assert_cmpint (proviso_caveat_get_state (fixture->caveat), ==, ADDRESSED);
  check (fixture->relying, FALSE, "passage_changed");

  proviso_project_begin_action (fixture->project, "Apply");
  proviso_text_replace (fixture->text, 10, 1, "t");
  g_assert_true (proviso_project_settle_caveat (fixture->project, fixture->caveat, ACCEPTED, "Known", NULL));
  proviso_project_end_action (fixture->project);
  g_assert_cmpint (proviso_caveat_get_state (fixture->caveat), ==, ACCEPTED);
  proviso_text_replace (fixture->text, 10, 1, "s");
  check (fixture->caveat, FALSE, "passage_changed");
}

/* --- At random, against the same worked out from scratch. --- */

/* What is known of a caveat. */
typedef struct
{
  ProvisoCaveat *caveat;
  ProvisoCaveatState state;
  ProvisoEvent *event;
  guint n_events;
  char *words;
} Known;

/* How one was settled before its words went; by the entry that tells of it. */
typedef struct
{
  ProvisoCaveatState state;
  char *words;
} Before;

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

/* The words that a caveat stands on, each in brackets. */
static char *
get_words (ProvisoProject *project, ProvisoCaveat *caveat)
{
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (caveat);
  ProvisoClaim *claim = proviso_project_find_claim (project, proviso_caveat_get_claim (caveat));
  GString *words = g_string_new (NULL);

  if (proviso_record_list_get_size (anchors) == 0)
    anchors = claim != NULL ? proviso_claim_peek_anchors (claim) : NULL;
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      g_autofree char *passage = g_strstrip (proviso_project_get_passage (project, anchor));

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
        g_string_append_printf (words, "[%s]", passage);
    }

  return g_string_free_and_steal (words);
}

static void
known_clear (gpointer data)
{
  Known *known = data;

  g_object_unref (known->caveat);
  g_free (known->words);
}

static void
before_free (Before *before)
{
  g_free (before->words);
  g_free (before);
}

static GArray *
take_all (ProvisoProject *project)
{
  ProvisoRecordList *caveats = proviso_project_get_caveats (project);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Known));

  g_array_set_clear_func (all, known_clear);
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (caveats, i);
      Known known = { g_object_ref (caveat),
                      proviso_caveat_get_state (caveat),
                      proviso_review_get_state_event (caveat),
                      get_n_events (caveat),
                      get_words (project, caveat) };

      g_array_append_val (all, known);
    }

  return all;
}

/* Whether the bracketed words are what is left of others. */
static gboolean
is_rest (const char *words, const char *all)
{
  g_auto (GStrv) some = g_strsplit (words, "]", -1);
  g_auto (GStrv) of = g_strsplit (all, "]", -1);
  guint j = 0;

  for (guint i = 0; of[i] != NULL && some[j] != NULL; i++)
    if (g_str_equal (some[j], of[i]))
      j++;

  return some[j] == NULL;
}

/* One step was done, which judged of no caveat. */
static void
check_step (ProvisoProject *project, GArray *all, GHashTable *memory)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Known *known = &g_array_index (all, Known, i);
      g_autofree char *words = NULL;
      ProvisoEvent *event;
      Before *before;

      if (proviso_record_get_owner (PROVISO_RECORD (known->caveat)) == NULL)
        continue;

      words = get_words (project, known->caveat);
      event = proviso_review_get_state_event (known->caveat);
      before = known->event != NULL ? g_hash_table_lookup (memory, known->event) : NULL;
      if (known->state != OPEN && !g_str_equal (words, known->words))
        {
          gboolean removed = is_rest (words, known->words);

          g_assert_cmpint (proviso_caveat_get_state (known->caveat), ==, OPEN);
          g_assert_true (event != known->event);
          g_assert_cmpstr (proviso_event_get_cause (event), ==, removed ? "passage_removed" : "passage_changed");
          g_assert_null (proviso_caveat_get_confirmed (known->caveat));
          if (removed)
            {
              before = g_new0 (Before, 1);
              before->state = known->state;
              before->words = g_strdup (known->words);
              g_hash_table_insert (memory, g_object_ref (event), before);
            }
        }
      else if (known->state == OPEN && before != NULL && g_str_equal (words, before->words) &&
               !g_str_equal (words, known->words))
        {
          g_assert_cmpint (proviso_caveat_get_state (known->caveat), ==, before->state);
          g_assert_cmpstr (proviso_event_get_cause (event), ==, "passage_returned");
        }
      else
        {
          g_assert_cmpint (proviso_caveat_get_state (known->caveat), ==, known->state);
          g_assert_true (event == known->event);
        }
    }
}

static void
edit_text (ProvisoText *text, char **clipboard)
{
  static const char *const pieces[] = { "a", "é ", "word ", " ", "\n" };
  guint length = proviso_text_get_length (text);
  guint start = below (length + 1);
  guint n = below (MIN (length - start, 20) + 1);

  switch (below (5))
    {
    case 0:
      g_free (*clipboard);
      *clipboard = proviso_text_get_slice (text, start, start + n);
      proviso_text_replace (text, start, n, "");
      break;
    case 1:
      proviso_text_replace (text, start, 0, *clipboard);
      break;
    case 2:
      proviso_text_begin_action (text);
      proviso_text_replace (text, start, n, "");
      proviso_text_replace (text, start, 0, below (2) == 0 ? *clipboard : pieces[below (G_N_ELEMENTS (pieces))]);
      proviso_text_end_action (text);
      break;
    case 3:
      if (length > 0)
        proviso_text_replace (text, MIN (start, length - 1), 1, "");
      break;
    default:
      proviso_text_replace (text, start, 0, pieces[below (G_N_ELEMENTS (pieces))]);
    }
}

static void
edit_records (ProvisoProject *project)
{
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
  gpointer owner = below (2) == 0 && claim != NULL ? (gpointer) claim : (gpointer) caveat;
  guint length = proviso_text_get_length (proviso_project_get_text (project));
  guint start = below (length + 1), end = MIN (start + below (12), length);
  ProvisoAnchor *anchor = NULL;

  if (owner != NULL)
    anchor = pick (PROVISO_IS_CLAIM (owner) ? proviso_claim_get_anchors (owner) : proviso_caveat_get_anchors (owner));
  switch (below (9))
    {
    case 0:
      proviso_project_add_claim (project, start, end);
      break;
    case 1:
      proviso_project_add_caveat (project, claim, 0, 0);
      break;
    case 2:
      proviso_project_add_caveat (project, below (2) == 0 ? claim : NULL, start, end);
      break;
    case 3:
      if (owner != NULL)
        proviso_project_add_anchor (project, owner, start, end);
      break;
    case 4:
      if (anchor != NULL)
        proviso_project_remove (project, anchor);
      break;
    case 5:
      if (anchor != NULL && start < end)
        proviso_project_move_anchor (project, anchor, start, end);
      break;
    case 6:
      if (claim != NULL && below (3) == 0)
        proviso_project_remove (project, claim);
      break;
    case 7:
      if (caveat != NULL && below (3) == 0)
        proviso_project_remove (project, caveat);
      break;
    default:
      if (claim != NULL)
        proviso_project_set (project, claim, "note", below (2) == 0 ? "a" : "b", NULL);
    }
}

/* A person judges of caveats, or ties one to another claim, which is no change of words. */
static void
judge (ProvisoProject *project)
{
  for (guint n = below (5); n > 0; n--)
    {
      ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
      ProvisoClaim *claim = pick (proviso_project_get_claims (project));

      if (caveat == NULL)
        return;
      switch (below (8))
        {
        case 0:
          proviso_project_reopen_caveat (project, caveat, NULL, NULL);
          break;
        case 1:
          proviso_project_set (project, caveat, "claim", claim != NULL ? proviso_claim_get_id (claim) : NULL, NULL);
          break;
        case 2:
        case 3:
          proviso_project_confirm_caveat (project, caveat, NULL);
          break;
        default:
          proviso_project_settle_caveat (project, caveat, 1 + below (3), "Known", NULL);
        }
    }
}

static void
test_random (void)
{
  guint n_removed = 0;

  dice = g_rand_new_with_seed (SEED);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (GHashTable) memory =
          g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) before_free);
      ProvisoText *text = proviso_project_get_text (project);
      ProvisoHistory *history = proviso_project_get_history (project);
      g_autofree char *clipboard = g_strdup ("");

      proviso_text_replace (text, 0, 0, "One two three. Four é five two words six two.\nAnother line of words here.\n");
      proviso_project_loaded (project);
      for (guint step = 0; step < N_STEPS; step++)
        {
          g_autoptr (GArray) all = NULL;

          judge (project);
          if (below (10) == 0)
            proviso_project_loaded (project);
          all = take_all (project);
          if (below (3) > 0)
            edit_text (text, &clipboard);
          else
            edit_records (project);
          check_step (project, all, memory);

          /* There and back leads to the same. */
          if (below (4) == 0 && proviso_history_get_can_undo (history))
            {
              g_autoptr (GArray) done = take_all (project);

              proviso_history_undo (history);
              proviso_history_redo (history);
              for (guint i = 0; i < done->len; i++)
                {
                  const Known *known = &g_array_index (done, Known, i);
                  g_autofree char *words = get_words (project, known->caveat);

                  g_assert_cmpstr (words, ==, known->words);
                  g_assert_cmpint (proviso_caveat_get_state (known->caveat), ==, known->state);
                  g_assert_cmpuint (get_n_events (known->caveat), ==, known->n_events);
                }
            }
          for (guint n = below (8) == 0 ? below (4) : 0; n > 0; n--)
            proviso_history_undo (history);
        }
      n_removed += g_hash_table_size (memory);
    }
  g_assert_cmpuint (n_removed, >, 50);
  g_clear_pointer (&dice, g_rand_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/reopening/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/reopening/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/reopening/cut-and-pasted", Fixture, NULL, set_up, test_cut_and_pasted, tear_down);
  g_test_add ("/reopening/judged-in-between", Fixture, NULL, set_up, test_judged_in_between, tear_down);
  g_test_add ("/reopening/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/reopening/anchors", Fixture, NULL, set_up, test_anchors, tear_down);
  g_test_add ("/reopening/settled-after", Fixture, NULL, set_up, test_settled_after, tear_down);
  g_test_add_func ("/reopening/random", test_random);

  return g_test_run ();
}
