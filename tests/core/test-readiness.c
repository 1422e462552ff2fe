/* test-readiness.c: what blocks and warns before publishing, and that it is kept bit by bit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each rule is tried both ways: what breaks it is found, and what mends it takes the finding away. Then
 * everything is done at random, with undo and redo in between, and what was kept bit by bit is compared with
 * what another object finds that looks at the whole project for the first time.
 */
#include "core/proviso-readiness.h"

#include <string.h>

#define SEED 20260328
#define N_ROUNDS 30
#define N_STEPS 150

#define DRAFT "One two three. Four five six. Seven eight nine.\n"
#define DAY "2026-03-28"

static GRand *dice;

/* --- The findings as a text. --- */

static char *
describe (ProvisoReadiness *readiness)
{
  GListModel *model = G_LIST_MODEL (readiness);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ProvisoFinding) finding = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                              proviso_finding_get_blocks (finding) ? "!" : "",
                              proviso_finding_kind_get_name (proviso_finding_get_kind (finding)));
    }

  return g_string_free_and_steal (text);
}

#define assert_findings(readiness, expected)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *findings_ = describe (readiness);                                                       \
    g_assert_cmpstr (findings_, ==, expected);                                                               \
  }                                                                                                          \
  G_STMT_END

/* What the first of them says to do. */
static void
assert_advice (ProvisoReadiness *readiness, const char *expected)
{
  g_autoptr (ProvisoFinding) finding = g_list_model_get_item (G_LIST_MODEL (readiness), 0);

  g_assert_cmpstr (proviso_finding_get_explanation (finding), ==, expected);
}

/* --- The rules. --- */

static ProvisoProject *
new_project (void)
{
  ProvisoProject *project = proviso_project_new ();

  proviso_text_replace (proviso_project_get_text (project), 0, 0, DRAFT);
  proviso_project_loaded (project);

  return project;
}

static ProvisoReadiness *
new_readiness (ProvisoProject *project)
{
  ProvisoReadiness *readiness = proviso_readiness_new (project);

  proviso_readiness_set_day (readiness, DAY);
  g_assert_false (proviso_readiness_prepare (readiness, -1));

  return readiness;
}

static void
undo (ProvisoProject *project)
{
  proviso_history_undo (proviso_project_get_history (project));
}

/* On "two three", about which there is nothing to say. */
static ProvisoClaim *
add_sound_claim (ProvisoProject *project)
{
  ProvisoClaim *claim = proviso_project_add_claim (project, 4, 13);
  ProvisoSource *source = proviso_project_add_source (project, "Filing");

  proviso_project_add_evidence (project, claim, source);
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_CONFIRMED, NULL);
  proviso_project_mark_checked (project, claim);

  return claim;
}

static void
confirm (ProvisoProject *project, ProvisoCaveat *caveat)
{
  g_autoptr (ProvisoCheck) check = proviso_check_new ("Ana", "2026-03-28T09:30:00Z", NULL);

  proviso_project_set (project, caveat, "confirmed", check, NULL);
}

/* Sets what a change has shown as stale right again. */
static void
set_and_check (ProvisoProject *project, ProvisoClaim *claim, const char *property, int value)
{
  proviso_project_set (project, claim, property, value, NULL);
  proviso_project_mark_checked (project, claim);
}

static void
test_empty (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = proviso_readiness_new (project);

  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_UNKNOWN);
  g_assert_false (proviso_readiness_prepare (readiness, -1));
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_READY);
  assert_findings (readiness, "");
  add_sound_claim (project);
  assert_findings (readiness, "");
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_READY);
}

static void
test_caveats (void)
{
  static const struct
  {
    ProvisoCaveatSeverity severity;
    const char *open;
    const char *settled;
    ProvisoReadinessState state;
  } cases[] = {
    { PROVISO_CAVEAT_SEVERITY_BLOCKER, "!caveat_open", "!caveat_unconfirmed", PROVISO_READINESS_BLOCKED },
    { PROVISO_CAVEAT_SEVERITY_MAJOR, "!caveat_open", "!caveat_unconfirmed", PROVISO_READINESS_TO_GO },
    { PROVISO_CAVEAT_SEVERITY_MINOR, "caveat_open", "caveat_unconfirmed", PROVISO_READINESS_READY },
    { PROVISO_CAVEAT_SEVERITY_NOTE, "caveat_open", "caveat_unconfirmed", PROVISO_READINESS_READY },
  };
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 4, 7);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean blocks = *cases[i].open == '!';

      proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_OPEN, "confirmed", NULL, "reason",
                           NULL, "severity", cases[i].severity, NULL);
      assert_findings (readiness, cases[i].open);
      g_assert_cmpint (proviso_readiness_get_state (readiness), ==, cases[i].state);
      g_assert_cmpuint (proviso_readiness_get_n_blocking (readiness), ==, blocks ? 1 : 0);
      g_assert_cmpuint (proviso_readiness_get_n_warnings (readiness), ==, blocks ? 0 : 1);

      /* Settled, a blocker waits for a word of the editor and for nothing else. */
      proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
      assert_findings (readiness, cases[i].settled);
      g_assert_cmpint (proviso_readiness_get_state (readiness), ==,
                       blocks ? PROVISO_READINESS_TO_GO : PROVISO_READINESS_READY);
      confirm (project, caveat);
      assert_findings (readiness, "");

      proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_DISMISSED, NULL);
      assert_findings (readiness, "reason_missing");
      proviso_project_set (project, caveat, "reason", "The figure is right.", NULL);
      assert_findings (readiness, "");
    }
}

static void
test_check (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = add_sound_claim (project);

  /* Typed in the passage, taken back by hand; and by undo. */
  proviso_text_replace (text, 5, 0, "x");
  assert_findings (readiness, "!check_stale");
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_TO_GO);
  proviso_text_replace (text, 5, 1, "");
  assert_findings (readiness, "");
  proviso_text_replace (text, 5, 2, "hr");
  assert_findings (readiness, "!check_stale");
  undo (project);
  assert_findings (readiness, "");

  /* In front of it nothing changes. */
  proviso_text_replace (text, 0, 0, "Zero. ");
  assert_findings (readiness, "");

  proviso_project_set (project, claim, "check", NULL, NULL);
  assert_findings (readiness, "never_checked");
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_UNCHECKED, NULL);
  assert_findings (readiness, "status_unchecked");
}

static void
test_passages (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = add_sound_claim (project);
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  ProvisoCaveat *caveat = proviso_project_add_caveat (project, NULL, 15, 19);
  g_autoptr (ProvisoFinding) finding = NULL;

  proviso_project_set (project, caveat, "severity", PROVISO_CAVEAT_SEVERITY_NOTE, NULL);
  assert_findings (readiness, "caveat_open");

  /* Of the caveat, then of the claim too. */
  proviso_text_replace (text, 14, 5, "");
  finding = g_list_model_get_item (G_LIST_MODEL (readiness), 0);
  g_assert_cmpint (proviso_finding_get_kind (finding), ==, PROVISO_FINDING_PASSAGE_LOST);
  g_assert_true (proviso_finding_get_blocks (finding));
  g_assert_true (proviso_finding_get_record (finding) == PROVISO_RECORD (caveat));
  g_assert_true (proviso_finding_get_anchor (finding) ==
                 proviso_record_list_peek (proviso_caveat_get_anchors (caveat), 0));
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_TO_GO);
  proviso_text_replace (text, 4, 9, "");
  assert_findings (readiness, "!passage_lost !passage_lost !check_stale caveat_open");
  undo (project);
  undo (project);
  assert_findings (readiness, "caveat_open");

  /* Cut and pasted elsewhere. */
  proviso_text_replace (text, 4, 9, "");
  proviso_text_replace (text, 0, 0, "two three");
  assert_findings (readiness, "caveat_open");
  proviso_project_remove (project, caveat);
  assert_findings (readiness, "");

  /* Lost, then given up; lost, then tied to other words. */
  proviso_text_replace (text, 0, 9, "");
  assert_findings (readiness, "!passage_lost !check_stale");
  proviso_project_move_anchor (project, anchor, 1, 3);
  assert_findings (readiness, "!check_stale");
  undo (project);
  proviso_project_remove (project, anchor);
  proviso_project_mark_checked (project, claim);
  assert_findings (readiness, "");
}

static void
test_found (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = NULL;
  ProvisoClaim *claim = add_sound_claim (project);
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);

  /* As loading a draft that was changed elsewhere leaves it. */
  proviso_anchor_set_state (anchor, PROVISO_ANCHOR_STATE_FOUND);
  readiness = new_readiness (project);
  assert_findings (readiness, "passage_found");
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_READY);
  proviso_project_move_anchor (project, anchor, 4, 13);
  assert_findings (readiness, "");
}

static void
test_sources (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoClaim *claim = add_sound_claim (project);
  ProvisoSource *source = proviso_record_list_peek (proviso_project_get_sources (project), 0);

  /* With the source its evidence goes. */
  proviso_project_remove (project, source);
  proviso_project_mark_checked (project, claim);
  for (int status = 0; status <= PROVISO_CLAIM_STATUS_SUPERSEDED; status++)
    {
      gboolean found = FALSE;

      proviso_project_set (project, claim, "reason", "Shown by the filing.", NULL);
      set_and_check (project, claim, "status", status);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (readiness)); i++)
        {
          g_autoptr (ProvisoFinding) finding = g_list_model_get_item (G_LIST_MODEL (readiness), i);

          if (proviso_finding_get_kind (finding) != PROVISO_FINDING_SOURCE_MISSING)
            continue;
          g_assert_true (proviso_finding_get_blocks (finding));
          found = TRUE;
        }
      g_assert_true (found == (status < PROVISO_CLAIM_STATUS_ANALYSIS));
    }

  set_and_check (project, claim, "status", PROVISO_CLAIM_STATUS_STATED);
  assert_findings (readiness, "!source_missing");
  assert_advice (readiness, "Name a source, or make it the author’s analysis where it is that.");
  /* What can be done about it where there is no origin to name. */
  set_and_check (project, claim, "status", PROVISO_CLAIM_STATUS_UNCONFIRMED);
  assert_findings (readiness, "!source_missing");
  assert_advice (readiness, "Name where it was seen, as evidence, even if its origin cannot be traced.");
  proviso_project_add_evidence (project, claim, proviso_project_add_source (project, "Letter"));
  proviso_project_mark_checked (project, claim);
  assert_findings (readiness, "");
}

static void
test_refuted (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = add_sound_claim (project);
  ProvisoCaveat *caveat;

  proviso_project_set (project, claim, "reason", "The filing says no.", "check", NULL, NULL);
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_REFUTED, NULL);
  assert_findings (readiness, "refuted_in_text never_checked");
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_READY);

  /* Somebody saw that the text quotes it as false. */
  proviso_project_mark_checked (project, claim);
  assert_findings (readiness, "");
  proviso_text_replace (text, 5, 0, "x");
  assert_findings (readiness, "!check_stale refuted_in_text");
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_TO_GO);

  /* Of what warns it is the first. */
  caveat = proviso_project_add_caveat (project, claim, 0, 0);
  proviso_project_set (project, caveat, "severity", PROVISO_CAVEAT_SEVERITY_MINOR, NULL);
  assert_findings (readiness, "!check_stale refuted_in_text caveat_open");
  proviso_project_remove (project, caveat);

  /* No passage of it: nothing is said. */
  proviso_project_remove (project, proviso_record_list_peek (proviso_claim_get_anchors (claim), 0));
  proviso_project_set (project, claim, "check", NULL, NULL);
  assert_findings (readiness, "never_checked");
}

static void
test_reasons (void)
{
  static const int statuses[] = { PROVISO_CLAIM_STATUS_UNVERIFIABLE, PROVISO_CLAIM_STATUS_REFUTED,
                                  PROVISO_CLAIM_STATUS_SUPERSEDED };
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoClaim *claim = add_sound_claim (project);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      proviso_project_set (project, claim, "reason", NULL, NULL);
      set_and_check (project, claim, "status", statuses[i]);
      assert_findings (readiness, "reason_missing");
      proviso_project_set (project, claim, "reason", "Nobody keeps figures.", NULL);
      proviso_project_mark_checked (project, claim);
      assert_findings (readiness, "");
    }

  set_and_check (project, claim, "status", PROVISO_CLAIM_STATUS_LEAKED);
  assert_findings (readiness, "authenticity_missing");
  set_and_check (project, claim, "authenticity", PROVISO_AUTHENTICITY_UNKNOWN);
  assert_findings (readiness, "");
}

static void
test_review_dates (void)
{
  static const struct
  {
    const char *date;
    gboolean due;
  } cases[] = {
    { "2026-03-27", TRUE }, { "2026-03-28", FALSE }, { "2026-03-29", FALSE }, { "2026-02", TRUE },
    { "2026-03", FALSE },   { "2025", TRUE },        { "2026", FALSE },       { NULL, FALSE },
  };
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoClaim *claim = add_sound_claim (project);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      proviso_project_set (project, claim, "review-after", cases[i].date, NULL);
      assert_findings (readiness, cases[i].due ? "review_due" : "");
    }

  /* Midnight comes while the project is open. */
  proviso_project_set (project, claim, "review-after", DAY, NULL);
  proviso_readiness_set_day (readiness, "2026-03-29");
  assert_findings (readiness, "review_due");
  proviso_readiness_set_day (readiness, DAY);
  assert_findings (readiness, "");
}

/* --- The order, and what is told. --- */

static void
test_order (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoClaim *second, *first;
  ProvisoCaveat *major, *blocker;
  g_autoptr (ProvisoFinding) top = NULL;
  g_autoptr (ProvisoFinding) next = NULL;

  second = proviso_project_add_claim (project, 15, 19);
  first = proviso_claim_new (NULL);
  proviso_project_insert (project, proviso_project_get_claims (project), 0, first);
  major = proviso_project_add_caveat (project, second, 0, 0);
  proviso_project_set (project, major, "severity", PROVISO_CAVEAT_SEVERITY_MAJOR, NULL);
  blocker = proviso_project_add_caveat (project, second, 0, 0);
  proviso_project_set (project, blocker, "severity", PROVISO_CAVEAT_SEVERITY_BLOCKER, NULL);

  assert_findings (readiness, "!caveat_open !caveat_open !source_missing !source_missing status_unchecked "
                              "status_unchecked");
  top = g_list_model_get_item (G_LIST_MODEL (readiness), 0);
  g_assert_true (proviso_finding_get_record (top) == PROVISO_RECORD (blocker));
  next = g_list_model_get_item (G_LIST_MODEL (readiness), 2);
  g_assert_true (proviso_finding_get_record (next) == PROVISO_RECORD (first));
  g_assert_cmpuint (proviso_readiness_get_n_blockers (readiness), ==, 1);
  g_object_unref (first);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_told (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
  ProvisoClaim *claim = add_sound_claim (project);
  ProvisoCaveat *caveat;
  g_autoptr (ProvisoFinding) finding = NULL;
  g_autofree char *subject = NULL;
  guint n_states = 0, n_blocking = 0, n_subjects = 0, n_changes = 0;

  g_signal_connect_swapped (readiness, "notify::state", G_CALLBACK (count_cb), &n_states);
  g_signal_connect_swapped (readiness, "notify::n-blocking", G_CALLBACK (count_cb), &n_blocking);
  caveat = proviso_project_add_caveat (project, claim, 0, 0);
  proviso_project_set (project, caveat, "severity", PROVISO_CAVEAT_SEVERITY_BLOCKER, NULL);
  g_assert_cmpuint (n_states, >=, 1);
  g_assert_cmpuint (n_blocking, ==, 1);

  /* Words about it change its subject, and nothing in the list. */
  finding = g_list_model_get_item (G_LIST_MODEL (readiness), 0);
  g_signal_connect_swapped (finding, "notify::subject", G_CALLBACK (count_cb), &n_subjects);
  g_signal_connect_swapped (readiness, "items-changed", G_CALLBACK (count_cb), &n_changes);
  n_states = 0;
  proviso_project_set (project, caveat, "text", "Who\nsays so? ", NULL);
  g_assert_cmpuint (n_subjects, >=, 1);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (n_states, ==, 0);
  subject = proviso_finding_dup_subject (finding);
  g_assert_cmpstr (subject, ==, "Who says so?");
  g_assert_cmpstr (proviso_finding_get_title (finding), ==, "Blocker still open");

  proviso_project_remove (project, caveat);
  g_assert_cmpuint (n_states, ==, 1);
  g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_READY);
}

/* While it is being prepared, the project changes. */
static void
test_slices (void)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = proviso_readiness_new (project);
  g_autoptr (ProvisoReadiness) whole = NULL;
  ProvisoRecordList *claims = proviso_project_get_claims (project);
  g_autofree char *expected = NULL;
  guint n_slices = 0;

  for (guint i = 0; i < 500; i++)
    proviso_project_add_claim (project, 4, 7);
  while (proviso_readiness_prepare (readiness, 0))
    {
      n_slices++;
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (readiness)), ==, 0);
      g_assert_cmpint (proviso_readiness_get_state (readiness), ==, PROVISO_READINESS_UNKNOWN);
      proviso_project_remove (project, proviso_record_list_peek (claims, n_slices));
      proviso_project_remove (project, proviso_record_list_peek (claims, 64 * n_slices));
      proviso_project_remove (project,
                              proviso_record_list_peek (claims, proviso_record_list_get_size (claims) - 1));
      proviso_project_add_caveat (project, NULL, 4, 7);
      proviso_project_set (project, proviso_record_list_peek (claims, 0), "status",
                           n_slices % 2 ? PROVISO_CLAIM_STATUS_ANALYSIS : PROVISO_CLAIM_STATUS_LEAKED, NULL);
      undo (project);
    }
  g_assert_cmpuint (n_slices, >, 5);

  whole = new_readiness (project);
  expected = describe (whole);
  assert_findings (readiness, expected);
  g_assert_cmpuint (proviso_readiness_get_n_warnings (readiness), ==,
                    proviso_readiness_get_n_warnings (whole));
}

/* How many records an edit of each sort makes it look at. */
static guint64
count_looks (guint n_claims)
{
  g_autoptr (ProvisoProject) project = new_project ();
  g_autoptr (ProvisoReadiness) readiness = NULL;
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoClaim *claim = NULL;
  ProvisoCaveat *caveat = NULL;
  guint64 n_looks;

  for (guint i = 0; i < n_claims; i++)
    {
      proviso_text_replace (text, 0, 0, "A word. ");
      claim = proviso_project_add_claim (project, 2, 6);
      caveat = proviso_project_add_caveat (project, claim, 0, 0);
    }
  proviso_project_mark_checked (project, claim);
  readiness = new_readiness (project);

  n_looks = proviso_readiness_get_n_looks (readiness);
  proviso_project_set (project, claim, "status", PROVISO_CLAIM_STATUS_STATED, NULL);
  proviso_project_set (project, caveat, "state", PROVISO_CAVEAT_STATE_ADDRESSED, NULL);
  proviso_text_replace (text, 3, 0, "x");
  proviso_text_replace (text, 0, 0, "So. ");
  undo (project);
  undo (project);
  proviso_project_remove (project, caveat);

  return proviso_readiness_get_n_looks (readiness) - n_looks;
}

static void
test_cost (void)
{
  g_assert_cmpuint (count_looks (2), ==, count_looks (300));
  g_assert_cmpuint (count_looks (2), <=, 40);
}

/* --- At random. --- */

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text;
  ProvisoReadiness *readiness;
  GPtrArray *mirror; /* the list as "items-changed" tells it */
  char *clipboard;
} Fixture;

static guint
random_below (guint limit)
{
  return (guint) g_rand_int_range (dice, 0, (gint32) MAX (limit, 1));
}

static gpointer
pick (ProvisoRecordList *list)
{
  guint size = proviso_record_list_get_size (list);

  return size > 0 ? proviso_record_list_peek (list, random_below (size)) : NULL;
}

static void
random_span (Fixture *fixture, guint *start, guint *end)
{
  guint length = proviso_text_get_length (fixture->text);

  *start = random_below (length + 1);
  *end = *start + random_below (MIN (12, length - *start + 1));
}

static void
edit_text (Fixture *fixture)
{
  guint start, end;

  random_span (fixture, &start, &end);
  switch (random_below (4))
    {
    case 0:
      proviso_text_replace (fixture->text, start, 0, "a");
      break;
    case 1:
      proviso_text_replace (fixture->text, start, end - start, "");
      break;
    case 2:
      g_free (fixture->clipboard);
      fixture->clipboard = proviso_text_get_slice (fixture->text, start, end);
      proviso_text_replace (fixture->text, start, end - start, "");
      break;
    default:
      proviso_text_replace (fixture->text, start, 0, fixture->clipboard);
    }
}

static void
add_something (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
  ProvisoSource *source = pick (proviso_project_get_sources (project));
  guint start, end;

  random_span (fixture, &start, &end);
  switch (random_below (6))
    {
    case 0:
      proviso_project_add_claim (project, start, end);
      break;
    case 1:
      proviso_project_add_caveat (project, g_rand_boolean (dice) ? claim : NULL, start, end);
      break;
    case 2:
      proviso_project_add_source (project, "Filing");
      break;
    case 3:
      if (claim != NULL && source != NULL)
        proviso_project_add_evidence (project, claim, source);
      break;
    case 4:
      if (claim != NULL)
        proviso_project_add_anchor (project, claim, start, end);
      break;
    default:
      if (caveat != NULL)
        proviso_project_add_anchor (project, caveat, start, end);
    }
}

static void
remove_something (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
  gpointer records[] = { claim,
                         caveat,
                         pick (proviso_project_get_sources (project)),
                         claim != NULL ? pick (proviso_claim_peek_evidence (claim)) : NULL,
                         claim != NULL ? pick (proviso_claim_peek_anchors (claim)) : NULL,
                         caveat != NULL ? pick (proviso_caveat_peek_anchors (caveat)) : NULL };
  gpointer record = records[random_below (G_N_ELEMENTS (records))];

  if (record != NULL)
    proviso_project_remove (project, record);
}

static void
edit_claim (Fixture *fixture)
{
  static const char *dates[] = { NULL, "2026-03-01", "2026-04-01" };
  ProvisoProject *project = fixture->project;
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoAnchor *anchor = claim != NULL ? pick (proviso_claim_peek_anchors (claim)) : NULL;
  guint start, end;

  random_span (fixture, &start, &end);
  if (claim == NULL)
    return;

  switch (random_below (7))
    {
    case 0:
      proviso_project_set (project, claim, "status", random_below (11), NULL);
      break;
    case 1:
      proviso_project_mark_checked (project, claim);
      break;
    case 2:
      proviso_project_set (project, claim, "check", NULL, NULL);
      break;
    case 3:
      proviso_project_set (project, claim, "reason", g_rand_boolean (dice) ? "Why." : NULL, NULL);
      break;
    case 4:
      proviso_project_set (project, claim, "authenticity", random_below (4), NULL);
      break;
    case 5:
      proviso_project_set (project, claim, "review-after", dates[random_below (G_N_ELEMENTS (dates))], NULL);
      break;
    default:
      if (anchor != NULL && start < end)
        proviso_project_move_anchor (project, anchor, start, end);
    }
}

static void
edit_caveat (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));

  if (caveat == NULL)
    return;

  switch (random_below (4))
    {
    case 0:
      proviso_project_set (project, caveat, "severity", random_below (4), NULL);
      break;
    case 1:
      proviso_project_set (project, caveat, "state", random_below (4), NULL);
      break;
    case 2:
      confirm (project, caveat);
      break;
    default:
      proviso_project_set (project, caveat, "reason", g_rand_boolean (dice) ? "Why." : NULL, NULL);
    }
}

static void
go_back_or_forth (Fixture *fixture)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  guint n_steps = random_below (6);

  for (guint i = 0; i < n_steps; i++)
    proviso_history_undo (history);
  for (guint i = random_below (n_steps + 1); i > 0; i--)
    proviso_history_redo (history);
}

/* As a journal that is replayed does it. */
static void
splice (Fixture *fixture)
{
  ProvisoRecordList *claims = proviso_project_get_claims (fixture->project);
  guint size = proviso_record_list_get_size (claims), position = random_below (size);
  guint n_removed = random_below (size - position + 1);
  g_autoptr (ProvisoClaim) claim = proviso_claim_new (NULL);

  proviso_claim_set_status (claim, PROVISO_CLAIM_STATUS_LEAKED);
  proviso_project_splice (fixture->project, claims, position, n_removed, claim);
}

static void
mirror_cb (GListModel *model, guint position, guint n_removed, guint n_added, Fixture *fixture)
{
  g_ptr_array_remove_range (fixture->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (fixture->mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

/* Each finding with its record and passage, for one record and kind in no particular order. */
static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe_exactly (ProvisoReadiness *readiness)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (readiness)); i++)
    {
      g_autoptr (ProvisoFinding) finding = g_list_model_get_item (G_LIST_MODEL (readiness), i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%p %d %p %d %d", (gpointer) proviso_finding_get_record (finding),
                                        proviso_finding_get_kind (finding),
                                        (gpointer) proviso_finding_get_anchor (finding),
                                        proviso_finding_get_severity (finding),
                                        proviso_finding_get_blocks (finding)));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
compare (Fixture *fixture)
{
  g_autoptr (ProvisoReadiness) fresh = new_readiness (fixture->project);
  GListModel *model = G_LIST_MODEL (fixture->readiness);
  g_autofree char *order = describe (fresh);
  g_autofree char *expected = describe_exactly (fresh);
  g_autofree char *exact = describe_exactly (fixture->readiness);

  assert_findings (fixture->readiness, order);
  g_assert_cmpstr (exact, ==, expected);
  g_assert_cmpuint (proviso_readiness_get_n_blocking (fixture->readiness), ==,
                    proviso_readiness_get_n_blocking (fresh));
  g_assert_cmpuint (proviso_readiness_get_n_warnings (fixture->readiness), ==,
                    proviso_readiness_get_n_warnings (fresh));
  g_assert_cmpint (proviso_readiness_get_state (fixture->readiness), ==, proviso_readiness_get_state (fresh));

  g_assert_cmpuint (fixture->mirror->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      g_autoptr (ProvisoFinding) finding = g_list_model_get_item (model, i);

      g_assert_true (g_ptr_array_index (fixture->mirror, i) == finding);
    }
}

static void
test_random (void)
{
  static void (*const doings[]) (Fixture *) = { edit_text,     edit_text,     edit_text,
                                                add_something, add_something, remove_something,
                                                edit_claim,    edit_caveat,   go_back_or_forth };

  dice = g_rand_new_with_seed (SEED);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (ProvisoProject) project = new_project ();
      g_autoptr (ProvisoReadiness) readiness = new_readiness (project);
      g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
      Fixture fixture = { project, proviso_project_get_text (project), readiness, mirror, g_strdup ("") };

      g_signal_connect (readiness, "items-changed", G_CALLBACK (mirror_cb), &fixture);
      for (guint step = 0; step < N_STEPS; step++)
        {
          doings[random_below (G_N_ELEMENTS (doings))](&fixture);
          compare (&fixture);
        }
      /* Loaded again, as it may be; and changed by a journal's splices, which are no step of undo. */
      proviso_project_loaded (project);
      compare (&fixture);
      splice (&fixture);
      compare (&fixture);
      g_free (fixture.clipboard);
    }
  g_rand_free (dice);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/readiness/empty", test_empty);
  g_test_add_func ("/core/readiness/caveats", test_caveats);
  g_test_add_func ("/core/readiness/check", test_check);
  g_test_add_func ("/core/readiness/passages", test_passages);
  g_test_add_func ("/core/readiness/found", test_found);
  g_test_add_func ("/core/readiness/sources", test_sources);
  g_test_add_func ("/core/readiness/refuted", test_refuted);
  g_test_add_func ("/core/readiness/reasons", test_reasons);
  g_test_add_func ("/core/readiness/review-dates", test_review_dates);
  g_test_add_func ("/core/readiness/order", test_order);
  g_test_add_func ("/core/readiness/told", test_told);
  g_test_add_func ("/core/readiness/slices", test_slices);
  g_test_add_func ("/core/readiness/cost", test_cost);
  g_test_add_func ("/core/readiness/random", test_random);

  return g_test_run ();
}
