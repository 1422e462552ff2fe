/* test-project-undo.c: whatever is done to a project, undo and redo lead to what was there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that a person can do is done at random, typing included, which is joined into fewer steps. Each state
 * that was passed is kept under the history's token for it; wherever undo and redo come by a token again, the whole
 * project must be what it was. After every step what the project derives bit by bit is compared with the same
 * counted from scratch, and passages that moved with a text must still hold their words.
 */
#include "core/proviso-comment.h"
#include "core/proviso-project.h"

#define SEED 20260328
#define N_ROUNDS 40
#define N_STEPS 120

static GRand *dice;

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text;
  ProvisoHistory *history;
  GHashTable *states; /* token -> the state's description */
  char *clipboard;
  guint n_heard;
} Fixture;

/* --- The whole state as a text. --- */

static void
describe_properties (GString *state, gpointer record)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_properties);

  g_string_append_printf (state, "\n%s", G_OBJECT_TYPE_NAME (record));
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      g_value_init (&value, properties[i]->value_type);
      g_object_get_property (record, properties[i]->name, &value);
      contents = g_strdup_value_contents (&value);
      g_string_append_printf (state, " %s=%s", properties[i]->name, contents);
    }
}

static void
describe_anchors (GString *state, ProvisoProject *project, ProvisoRecordList *anchors)
{
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      g_autofree char *passage = proviso_project_get_passage (project, anchor);
      gboolean lost = proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST;

      /* What words a lost passage is known by may be learnt by losing it again. */
      g_string_append_printf (state,
                              "\n  %u-%u/%d %s",
                              proviso_anchor_get_start (anchor),
                              proviso_anchor_get_end (anchor),
                              proviso_anchor_get_state (anchor),
                              lost ? "" : passage);
    }
}

static void
describe_events (GString *state, ProvisoRecordList *events)
{
  for (guint i = 0; i < proviso_record_list_get_size (events); i++)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i);

      g_string_append_printf (state,
                              "\n  %s: %s > %s (%s, %s)",
                              proviso_event_get_what (event),
                              proviso_event_get_from (event),
                              proviso_event_get_to (event),
                              proviso_event_get_reason (event),
                              proviso_event_get_cause (event));
    }
}

static char *
describe (ProvisoProject *project)
{
  ProvisoRecordList *claims = proviso_project_get_claims (project);
  ProvisoRecordList *caveats = proviso_project_get_caveats (project);
  ProvisoRecordList *sources = proviso_project_get_sources (project);
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (project));
  GString *state = g_string_new (draft);

  describe_properties (state, project);
  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (claims, i);
      ProvisoRecordList *evidence = proviso_claim_peek_evidence (claim);

      describe_properties (state, claim);
      describe_anchors (state, project, proviso_claim_peek_anchors (claim));
      for (guint j = 0; j < proviso_record_list_get_size (evidence); j++)
        describe_properties (state, proviso_record_list_peek (evidence, j));
      describe_events (state, proviso_claim_peek_events (claim));
    }
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (caveats, i);
      ProvisoRecordList *thread = proviso_caveat_peek_thread (caveat);

      describe_properties (state, caveat);
      describe_anchors (state, project, proviso_caveat_peek_anchors (caveat));
      for (guint j = 0; j < proviso_record_list_get_size (thread); j++)
        describe_properties (state, proviso_record_list_peek (thread, j));
      describe_events (state, proviso_caveat_peek_events (caveat));
    }
  for (guint i = 0; i < proviso_record_list_get_size (sources); i++)
    {
      describe_properties (state, proviso_record_list_peek (sources, i));
      describe_events (state, proviso_source_peek_events (proviso_record_list_peek (sources, i)));
    }

  return g_string_free_and_steal (state);
}

/* --- What the project derives, counted from scratch. --- */

static guint
count_open_caveats (ProvisoProject *project, const char *claim_id)
{
  ProvisoRecordList *caveats = proviso_project_get_caveats (project);
  guint n_open = 0;

  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (caveats, i);

      if (proviso_caveat_get_state (caveat) == PROVISO_CAVEAT_STATE_OPEN &&
          g_strcmp0 (proviso_caveat_get_claim (caveat), claim_id) == 0)
        n_open++;
    }

  return n_open;
}

static guint
count_sources (ProvisoClaim *claim)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  ProvisoRecordList *evidence = proviso_claim_peek_evidence (claim);

  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    g_hash_table_add (sources, (gpointer) proviso_evidence_get_source (proviso_record_list_peek (evidence, i)));

  return g_hash_table_size (sources);
}

static gboolean
has_lost_passage (ProvisoRecordList *anchors)
{
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    if (proviso_anchor_get_state (proviso_record_list_peek (anchors, i)) == PROVISO_ANCHOR_STATE_LOST)
      return TRUE;

  return FALSE;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In whatever order. */
static char *
describe_evidence (ProvisoRecordList *evidence)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      GString *state = g_string_new (NULL);

      describe_properties (state, proviso_record_list_peek (evidence, i));
      g_ptr_array_add (links, g_string_free_and_steal (state));
    }
  g_ptr_array_sort (links, compare_strings);

  return g_strjoinv (NULL, (GStrv) links->pdata);
}

static gboolean
differs_from_check (ProvisoProject *project, ProvisoClaim *claim)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);
  ProvisoCheck *check = proviso_claim_get_check (claim);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  ProvisoClaimStatus status;

  if (check == NULL)
    return FALSE;
  g_assert_true (proviso_check_get_status (check, &status));
  then = describe_evidence (proviso_check_get_evidence (check));
  now = describe_evidence (proviso_claim_peek_evidence (claim));
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    g_ptr_array_add (passages, proviso_project_get_passage (project, proviso_record_list_peek (anchors, i)));

  return status != proviso_claim_get_status (claim) || g_strcmp0 (then, now) != 0 ||
         g_strcmp0 (proviso_check_get_statement (check), proviso_claim_get_statement (claim)) != 0 ||
         has_lost_passage (anchors) ||
         !g_strv_equal ((const char *const *) passages->pdata, proviso_check_get_passages (check));
}

/* Returns: how many there are */
static guint
check_anchors (Fixture *fixture, ProvisoRecord *owner, ProvisoRecordList *anchors)
{
  guint n_anchors = proviso_record_list_get_size (anchors);

  for (guint i = 0; i < n_anchors; i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      g_assert_true (proviso_record_get_root (PROVISO_RECORD (anchor)) == owner);
      g_assert_nonnull (proviso_anchor_get_range (anchor));
      g_assert_true (proviso_range_get_data (proviso_anchor_get_range (anchor)) == anchor);
      g_assert_cmpuint (proviso_anchor_get_end (anchor), <=, proviso_text_get_length (fixture->text));
      g_assert_cmpint (proviso_anchor_get_start (anchor) == proviso_anchor_get_end (anchor),
                       ==,
                       proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST);
    }

  return n_anchors;
}

static void
check_derived (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  ProvisoRecordList *claims = proviso_project_get_claims (project);
  ProvisoRecordList *caveats = proviso_project_get_caveats (project);
  ProvisoRecordList *sources = proviso_project_get_sources (project);
  guint n_anchors = 0;

  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (claims, i);
      const char *id = proviso_claim_get_id (claim);

      g_assert_true (proviso_project_find_claim (project, id) == claim);
      g_assert_cmpuint (proviso_claim_get_n_open_caveats (claim), ==, count_open_caveats (project, id));
      g_assert_cmpuint (proviso_claim_get_n_sources (claim), ==, count_sources (claim));
      g_assert_cmpint (proviso_claim_get_check_stale (claim), ==, differs_from_check (project, claim));
      g_assert_cmpint (proviso_claim_get_has_lost_passage (claim),
                       ==,
                       has_lost_passage (proviso_claim_peek_anchors (claim)));
      n_anchors += check_anchors (fixture, PROVISO_RECORD (claim), proviso_claim_peek_anchors (claim));
    }
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (caveats, i);

      g_assert_true (proviso_project_find_caveat (project, proviso_caveat_get_id (caveat)) == caveat);
      g_assert_true (proviso_caveat_get_claim (caveat) == NULL ||
                     proviso_project_find_claim (project, proviso_caveat_get_claim (caveat)) != NULL);
      n_anchors += check_anchors (fixture, PROVISO_RECORD (caveat), proviso_caveat_peek_anchors (caveat));
    }
  for (guint i = 0; i < proviso_record_list_get_size (sources); i++)
    {
      ProvisoSource *source = proviso_record_list_peek (sources, i);

      g_assert_true (proviso_project_find_source (project, proviso_source_get_id (source)) == source);
    }
  g_assert_cmpuint (proviso_range_set_get_size (proviso_project_get_ranges (project)), ==, n_anchors);
}

/* --- Passages keep their words. --- */

typedef struct
{
  ProvisoAnchor *anchor;
  ProvisoAnchorState state;
  guint start;
  guint end;
  char *words; /* those it is known by where it is lost */
} Passage;

static void
passage_clear (gpointer data)
{
  g_free (((Passage *) data)->words);
}

static void
add_passages (Fixture *fixture, GArray *passages, ProvisoRecordList *anchors)
{
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      Passage passage = { anchor,
                          proviso_anchor_get_state (anchor),
                          proviso_anchor_get_start (anchor),
                          proviso_anchor_get_end (anchor),
                          proviso_project_get_passage (fixture->project, anchor) };

      g_array_append_val (passages, passage);
    }
}

static GArray *
take_passages (Fixture *fixture)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  ProvisoRecordList *claims = proviso_project_get_claims (fixture->project);
  ProvisoRecordList *caveats = proviso_project_get_caveats (fixture->project);

  g_array_set_clear_func (passages, passage_clear);
  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    add_passages (fixture, passages, proviso_claim_peek_anchors (proviso_record_list_peek (claims, i)));
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    add_passages (fixture, passages, proviso_caveat_peek_anchors (proviso_record_list_peek (caveats, i)));

  return passages;
}

/* One edit of the draft. A passage that was taken out whole is lost, or stands elsewhere on the same words where
 * those were dragged. One that is found stands in what was put in. */
static void
replace (Fixture *fixture, guint offset, guint n_removed, const char *inserted)
{
  g_autoptr (GArray) passages = take_passages (fixture);
  guint end = offset + (guint) g_utf8_strlen (inserted, -1);

  proviso_text_replace (fixture->text, offset, n_removed, inserted);
  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *before = &g_array_index (passages, Passage, i);
      ProvisoAnchor *anchor = before->anchor;
      g_autofree char *words = proviso_project_get_passage (fixture->project, anchor);
      gboolean was_lost = before->state == PROVISO_ANCHOR_STATE_LOST;
      gboolean is_lost = proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST;

      /* What was deleted letter by letter is remembered whole. */
      if (!was_lost && is_lost)
        g_assert_nonnull (strstr (words, before->words));
      else if (was_lost && !is_lost)
        g_assert_true (proviso_anchor_get_start (anchor) >= offset && proviso_anchor_get_end (anchor) <= end);
      else if (!was_lost && *inserted == '\0' && before->start >= offset && before->end <= offset + n_removed)
        g_assert_cmpstr (words, ==, before->words);
    }
}

/* --- What a person does. --- */

static guint
random_below (guint n)
{
  return (guint) g_rand_int_range (dice, 0, (gint32) n);
}

/* MIN() would roll twice. */
static guint
random_end (guint start, guint length, guint n)
{
  guint end = start + random_below (n);

  return MIN (end, length);
}

static gpointer
pick (ProvisoRecordList *list)
{
  guint size = proviso_record_list_get_size (list);

  return size > 0 ? proviso_record_list_peek (list, random_below (size)) : NULL;
}

static guint
get_length (Fixture *fixture)
{
  return proviso_text_get_length (fixture->text);
}

static void
type (Fixture *fixture)
{
  static const char *letters[] = { "a", "é", " ", "漢", "\n" };
  guint offset = random_below (get_length (fixture) + 1);

  for (guint n = random_below (8); n > 0; n--)
    replace (fixture, offset++, 0, letters[random_below (G_N_ELEMENTS (letters))]);
}

static void
delete_letters (Fixture *fixture)
{
  guint offset = random_below (get_length (fixture) + 1);
  gboolean backwards = g_rand_boolean (dice);

  for (guint n = random_below (12); n > 0; n--)
    if (backwards && offset > 0)
      replace (fixture, --offset, 1, "");
    else if (!backwards && offset < get_length (fixture))
      replace (fixture, offset, 1, "");
}

static void
cut_or_paste (Fixture *fixture)
{
  guint length = get_length (fixture);
  guint offset = random_below (length + 1);
  guint n_removed = random_end (offset, length, 25) - offset;

  if (g_rand_boolean (dice))
    {
      g_free (fixture->clipboard);
      fixture->clipboard = proviso_text_get_slice (fixture->text, offset, offset + n_removed);
      replace (fixture, offset, n_removed, "");
    }
  else
    {
      replace (fixture, offset, random_below (4) == 0 ? n_removed : 0, fixture->clipboard);
    }
}

/* Puts in first and takes out afterwards; at times something comes between. */
static void
drag (Fixture *fixture)
{
  guint length = get_length (fixture);
  guint start = random_below (length + 1);
  guint n_dragged = random_end (start, length, 20) - start;
  guint to = random_below (length + 1);
  g_autofree char *dragged = proviso_text_get_slice (fixture->text, start, start + n_dragged);
  gboolean one_action = g_rand_boolean (dice);

  if (to > start && to < start + n_dragged)
    return;

  if (one_action)
    proviso_text_begin_action (fixture->text);
  replace (fixture, to, 0, dragged);
  if (to <= start)
    start += n_dragged;
  if (random_below (4) == 0 && start > to + n_dragged)
    {
      replace (fixture, to + n_dragged, 1, "");
      start--;
    }
  else if (random_below (4) == 0 && !one_action)
    {
      proviso_history_undo (fixture->history);
      length = get_length (fixture);
      start = MIN (start, length);
      n_dragged = MIN (n_dragged, length - start);
    }
  replace (fixture, start, n_dragged, "");
  if (one_action)
    proviso_text_end_action (fixture->text);
}

static void
replace_all (Fixture *fixture)
{
  static const char *const words[] = { "two", "e", "word", "é" };
  const char *word = words[random_below (G_N_ELEMENTS (words))];
  const char *other = words[random_below (G_N_ELEMENTS (words))];
  g_autofree char *draft = proviso_text_dup (fixture->text);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));

  for (const char *found = strstr (draft, word); found != NULL; found = strstr (found + strlen (word), word))
    {
      guint offset = (guint) g_utf8_pointer_to_offset (draft, found);

      g_array_append_val (offsets, offset);
    }
  proviso_text_begin_action (fixture->text);
  for (guint i = offsets->len; i > 0; i--)
    replace (fixture, g_array_index (offsets, guint, i - 1), (guint) g_utf8_strlen (word, -1), other);
  proviso_text_end_action (fixture->text);
}

static void
add_record (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  guint length = get_length (fixture);
  guint start = random_below (length + 1);
  guint end = random_end (start, length, 15);
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
  ProvisoSource *source = pick (proviso_project_get_sources (project));

  switch (random_below (7))
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
    case 5:
      if (caveat != NULL)
        proviso_project_add_anchor (project, caveat, start, end);
      break;
    default:
      if (caveat != NULL)
        {
          g_autoptr (ProvisoComment) comment =
              proviso_comment_new (NULL, "Ana", "2026-03-28T09:30:00Z", "Really?");
          ProvisoRecordList *thread = proviso_caveat_get_thread (caveat);

          proviso_project_insert (project, thread, random_below (proviso_record_list_get_size (thread) + 1), comment);
        }
    }
}

static void
remove_record (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
  gpointer record = NULL;

  switch (random_below (7))
    {
    case 0:
      record = claim;
      break;
    case 1:
      record = caveat;
      break;
    case 2:
      record = pick (proviso_project_get_sources (project));
      break;
    case 3:
      record = claim != NULL ? pick (proviso_claim_peek_evidence (claim)) : NULL;
      break;
    case 4:
      record = claim != NULL ? pick (proviso_claim_peek_anchors (claim)) : NULL;
      break;
    case 5:
      record = caveat != NULL ? pick (proviso_caveat_peek_anchors (caveat)) : NULL;
      break;
    default:
      record = caveat != NULL ? pick (proviso_caveat_peek_thread (caveat)) : NULL;
    }
  if (record != NULL)
    proviso_project_remove (project, record);
}

static void
type_in_field (Fixture *fixture, gpointer record, const char *property)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint n = random_below (5); n > 0; n--)
    {
      g_string_append_c (value, (char) ('a' + random_below (3)));
      proviso_project_set (fixture->project, record, property, value->str, NULL);
    }
}

static void
edit_record (Fixture *fixture)
{
  ProvisoProject *project = fixture->project;
  ProvisoClaim *claim = pick (proviso_project_get_claims (project));
  ProvisoClaim *other = pick (proviso_project_get_claims (project));
  ProvisoCaveat *caveat = pick (proviso_project_get_caveats (project));
  ProvisoSource *source = pick (proviso_project_get_sources (project));
  ProvisoEvidence *link = claim != NULL ? pick (proviso_claim_peek_evidence (claim)) : NULL;
  guint length = get_length (fixture);
  guint start = random_below (length + 1);
  guint end = random_end (start, length, 15);
  ProvisoAnchor *anchor = NULL;

  switch (random_below (13))
    {
    case 0:
      if (claim != NULL)
        proviso_project_set (project, claim, "status", random_below (11), "likelihood", random_below (8), NULL);
      break;
    case 1:
      if (claim != NULL)
        proviso_project_set (project, claim, "confidence", random_below (4), NULL);
      break;
    case 2:
      if (claim != NULL)
        type_in_field (fixture, claim, g_rand_boolean (dice) ? "note" : "statement");
      break;
    case 3:
      if (claim != NULL)
        proviso_project_mark_checked (project, claim);
      break;
    case 4:
      if (claim != NULL)
        proviso_project_set (project, claim, "check", NULL, NULL);
      break;
    case 5:
      if (caveat != NULL)
        proviso_project_set (project, caveat, "claim", other != NULL ? proviso_claim_get_id (other) : NULL, NULL);
      break;
    case 6:
      if (caveat != NULL)
        proviso_project_set (project, caveat, "state", random_below (4), NULL);
      break;
    case 7:
      if (caveat != NULL)
        type_in_field (fixture, caveat, "suggestion");
      break;
    case 8:
      if (link != NULL && source != NULL)
        proviso_project_set (project, link, "source", proviso_source_get_id (source), NULL);
      break;
    case 9:
      if (link != NULL)
        type_in_field (fixture, link, "excerpt");
      break;
    case 10:
      if (source != NULL)
        type_in_field (fixture, source, "url");
      break;
    case 11:
      type_in_field (fixture, project, g_rand_boolean (dice) ? "title" : "language");
      break;
    default:
      if (g_rand_boolean (dice))
        anchor = claim != NULL ? pick (proviso_claim_peek_anchors (claim)) : NULL;
      else
        anchor = caveat != NULL ? pick (proviso_caveat_peek_anchors (caveat)) : NULL;
      if (anchor != NULL && start < end)
        proviso_project_move_anchor (project, anchor, start, end);
    }
}

static void
do_something (Fixture *fixture)
{
  static void (*const doings[]) (Fixture *) = { type,       delete_letters, cut_or_paste,  cut_or_paste, drag,
                                                replace_all, add_record,    add_record,    remove_record, edit_record,
                                                edit_record };

  doings[random_below (G_N_ELEMENTS (doings))](fixture);
}

/* --- The test. --- */

/* Whoever hears of a change may ask for anything. Now and then: asking for all of it takes a while. */
static void
hear (Fixture *fixture)
{
  if (fixture->n_heard++ % 16 == 0)
    g_free (describe (fixture->project));
}

static void
keep_state (Fixture *fixture)
{
  guint64 *token = g_new (guint64, 1);

  *token = proviso_history_get_token (fixture->history);
  g_hash_table_replace (fixture->states, token, describe (fixture->project));
}

static void
compare_state (Fixture *fixture)
{
  guint64 token = proviso_history_get_token (fixture->history);
  const char *expected = g_hash_table_lookup (fixture->states, &token);
  g_autofree char *state = describe (fixture->project);

  check_derived (fixture);
  if (expected != NULL)
    g_assert_cmpstr (state, ==, expected);
}

static void
undo_all (Fixture *fixture)
{
  while (proviso_history_get_can_undo (fixture->history))
    {
      proviso_history_undo (fixture->history);
      compare_state (fixture);
    }
}

static void
redo_all (Fixture *fixture)
{
  while (proviso_history_get_can_redo (fixture->history))
    {
      proviso_history_redo (fixture->history);
      compare_state (fixture);
    }
}

static void
test_random (void)
{
  dice = g_rand_new_with_seed (SEED);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      Fixture fixture = { project,
                          proviso_project_get_text (project),
                          proviso_project_get_history (project),
                          states,
                          g_strdup (""),
                          0 };
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      g_autofree char *state = NULL;

      proviso_text_replace (fixture.text, 0, 0, "One two three. Four é five two words six two.\n");
      proviso_project_loaded (project);
      g_signal_connect_swapped (project, "record-changed", G_CALLBACK (hear), &fixture);
      g_signal_connect_swapped (project, "text-replaced", G_CALLBACK (hear), &fixture);
      g_signal_connect_swapped (project, "passages-changed", G_CALLBACK (hear), &fixture);
      keep_state (&fixture);
      first = describe (project);

      for (guint i = 0; i < N_STEPS; i++)
        {
          do_something (&fixture);
          check_derived (&fixture);
          keep_state (&fixture);
          if (random_below (8) == 0)
            for (guint j = random_below (6); j > 0; j--)
              {
                if (random_below (3) > 0)
                  proviso_history_undo (fixture.history);
                else
                  proviso_history_redo (fixture.history);
                compare_state (&fixture);
              }
        }

      redo_all (&fixture);
      last = describe (project);
      undo_all (&fixture);
      state = describe (project);
      g_assert_cmpstr (state, ==, first);
      redo_all (&fixture);
      g_free (state);
      state = describe (project);
      g_assert_cmpstr (state, ==, last);
      g_assert_cmpuint (fixture.n_heard, >, 0);
      g_free (fixture.clipboard);
    }
  g_clear_pointer (&dice, g_rand_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-undo/random", test_random);

  return g_test_run ();
}
