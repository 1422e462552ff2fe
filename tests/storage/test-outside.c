/* test-outside.c: settled caveats whose words something else than the program changed are open when the file is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The draft is changed in the bytes of the file, as an editor, a script or a merge does, which know nothing of passages.
 */
#include "core/proviso-review.h"
#include "storage/proviso-codec.h"

#include <string.h>

#define SEED 20261120
#define N_ROUNDS 400

#define DRAFT                                                                                                          \
  "# Häfen 𝄞\n\nThe harbour authority lowered its dues in March.\n\nFerries from the northern islands carried fewer " \
  "passengers than ever last winter.\n\nNobody at the port was asked.\n"
#define OUTSIDE "passage_changed_outside"

typedef struct
{
  ProvisoProject *project;
  ProvisoClaim *claim;    /* on "Ferries … winter." */
  ProvisoCaveat *own;     /* on "lowered its dues", accepted and confirmed */
  ProvisoCaveat *relying; /* on the claim, without a passage, addressed */
  ProvisoCaveat *other;   /* on "Nobody at the port", dismissed */
  ProvisoCaveat *open;    /* on "lowered its dues" */
} Fixture;

static void
find (ProvisoProject *project, const char *words, guint *start, guint *end)
{
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (project));
  const char *found = strstr (draft, words);

  g_assert_nonnull (found);
  *start = (guint) g_utf8_pointer_to_offset (draft, found);
  *end = *start + (guint) g_utf8_strlen (words, -1);
}

static ProvisoCaveat *
add_caveat (Fixture *fixture, ProvisoClaim *claim, const char *words)
{
  guint start = 0, end = 0;

  if (words != NULL)
    find (fixture->project, words, &start, &end);

  return proviso_project_add_caveat (fixture->project, claim, start, end);
}

static void
settle (Fixture *fixture, ProvisoCaveat *caveat, ProvisoCaveatState state)
{
  g_assert_true (proviso_project_settle_caveat (fixture->project, caveat, state, "Known", NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint start, end;

  fixture->project = proviso_project_new ();
  proviso_text_replace (proviso_project_get_text (fixture->project), 0, 0, DRAFT);
  find (fixture->project, "Ferries from the northern islands carried fewer passengers than ever last winter.", &start,
        &end);
  fixture->claim = proviso_project_add_claim (fixture->project, start, end);
  fixture->own = add_caveat (fixture, NULL, "lowered its dues");
  fixture->relying = add_caveat (fixture, fixture->claim, NULL);
  fixture->other = add_caveat (fixture, NULL, "Nobody at the port");
  fixture->open = add_caveat (fixture, NULL, "lowered its dues");
  settle (fixture, fixture->own, PROVISO_CAVEAT_STATE_ACCEPTED);
  g_assert_true (proviso_project_confirm_caveat (fixture->project, fixture->own, NULL));
  settle (fixture, fixture->relying, PROVISO_CAVEAT_STATE_ADDRESSED);
  settle (fixture, fixture->other, PROVISO_CAVEAT_STATE_DISMISSED);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->project);
}

static char *
save (ProvisoProject *project)
{
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static ProvisoProject *
load (const char *source)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, strlen (source));
  g_autoptr (GError) error = NULL;
  ProvisoProject *project = proviso_codec_load (bytes, NULL, &error);

  g_assert_no_error (error);

  return project;
}

static gboolean
is_modified (ProvisoProject *project)
{
  g_assert_false (proviso_history_get_can_undo (proviso_project_get_history (project)));

  return proviso_history_get_modified (proviso_project_get_history (project));
}

/* The file with `from` changed to `to` in the lines of the draft alone. */
static char *
edit (const char *source, const char *from, const char *to)
{
  const char *draft = strstr (source, "\"draft\": [");
  const char *at = strstr (draft, from);

  g_assert_nonnull (at);
  g_assert_true (at < strstr (source, "\"claims\": ["));

  return g_strdup_printf ("%.*s%s%s", (int) (at - source), source, to, at + strlen (from));
}

/* The fixture's file, changed like this, as it is read. */
static ProvisoProject *
reload (Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *source = save (fixture->project);
  g_autofree char *changed = edit (source, from, to);

  return load (changed);
}

/* The same caveat, in the project that was read. */
static ProvisoCaveat *
get (ProvisoProject *project, ProvisoCaveat *caveat)
{
  return proviso_project_find_caveat (project, proviso_caveat_get_id (caveat));
}

static gboolean
is_open (ProvisoProject *project, ProvisoCaveat *caveat)
{
  return proviso_caveat_get_state (get (project, caveat)) == PROVISO_CAVEAT_STATE_OPEN;
}

static void
assert_reopened (ProvisoProject *project, ProvisoCaveat *caveat, const char *from)
{
  ProvisoCaveat *now = get (project, caveat);
  ProvisoEvent *event = proviso_review_get_state_event (now);

  g_assert_cmpint (proviso_caveat_get_state (now), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_true (proviso_review_is_reopened (now));
  g_assert_null (proviso_caveat_get_confirmed (now));
  g_assert_null (proviso_caveat_get_reason (now));
  g_assert_cmpstr (proviso_event_get_cause (event), ==, OUTSIDE);
  g_assert_cmpstr (proviso_event_get_from (event), ==, from);
  g_assert_cmpstr (proviso_event_get_to (event), ==, "open");
  /* Nobody is known. */
  g_assert_cmpstr (proviso_event_get_by (event), ==, "");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_peek_events (now)), ==,
                    proviso_record_list_get_size (proviso_caveat_peek_events (caveat)) + 1);
}

/* Exactly as it was. */
static void
assert_kept (ProvisoProject *project, ProvisoCaveat *caveat)
{
  ProvisoCaveat *now = get (project, caveat);

  g_assert_cmpint (proviso_caveat_get_state (now), ==, proviso_caveat_get_state (caveat));
  g_assert_cmpstr (proviso_caveat_get_reason (now), ==, proviso_caveat_get_reason (caveat));
  g_assert_cmpint (proviso_caveat_get_confirmed (now) != NULL, ==, proviso_caveat_get_confirmed (caveat) != NULL);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_caveat_peek_events (now)), ==,
                    proviso_record_list_get_size (proviso_caveat_peek_events (caveat)));
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = save (fixture->project);
  g_autoptr (ProvisoProject) project = load (source);
  g_autofree char *saved = save (project);

  g_assert_false (is_modified (project));
  g_assert_cmpuint (proviso_project_get_n_reopened (project), ==, 0);
  g_assert_cmpstr (saved, ==, source);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) project = reload (fixture, "lowered its dues", "lowered all its dues");
  g_autoptr (ProvisoProject) again = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *saved_again = NULL;

  assert_reopened (project, fixture->own, "accepted");
  assert_kept (project, fixture->relying);
  assert_kept (project, fixture->other);
  assert_kept (project, fixture->open);
  g_assert_cmpuint (proviso_project_get_n_reopened (project), ==, 1);

  /* It is to be saved, and cannot be undone by accident. */
  g_assert_true (is_modified (project));
  proviso_history_undo (proviso_project_get_history (project));
  assert_reopened (project, fixture->own, "accepted");

  /* Once it is saved, that is that. */
  saved = save (project);
  proviso_history_mark_saved (proviso_project_get_history (project),
                              proviso_history_get_token (proviso_project_get_history (project)));
  g_assert_false (is_modified (project));
  again = load (saved);
  g_assert_false (is_modified (again));
  assert_reopened (again, fixture->own, "accepted");
  saved_again = save (again);
  g_assert_cmpstr (saved_again, ==, saved);
}

/* A step of undo that comes after ends where it began: the caveat open, and the project not saved. */
static void
test_undo_after (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) project = reload (fixture, "lowered its", "raised its");
  ProvisoHistory *history = proviso_project_get_history (project);
  ProvisoCaveat *own = get (project, fixture->own);

  g_assert_true (proviso_project_settle_caveat (project, own, PROVISO_CAVEAT_STATE_DISMISSED, "Right now", NULL));
  proviso_text_replace (proviso_project_get_text (project), 0, 0, "New. ");
  g_assert_cmpint (proviso_caveat_get_state (own), ==, PROVISO_CAVEAT_STATE_DISMISSED);
  proviso_history_undo (history);
  proviso_history_undo (history);
  g_assert_true (is_modified (project));
  assert_reopened (project, fixture->own, "accepted");
}

static void
test_of_claim (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) project = reload (fixture, "fewer passengers", "more passengers");

  assert_reopened (project, fixture->relying, "addressed");
  assert_kept (project, fixture->own);
  assert_kept (project, fixture->other);
}

/* What only moved, or changed around it, is as it was. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "# Häfen", "# Ports, 東京" },
    { "The harbour authority", "A  new sentence. The harbour authority" },
    { "in March.", "in March, it says." },
    { "was asked", "was asked; of course not" },
    { "\"\\n\",", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ProvisoProject) project = reload (fixture, changes[i][0], changes[i][1]);

      g_assert_false (is_modified (project));
      assert_kept (project, fixture->own);
      assert_kept (project, fixture->relying);
      assert_kept (project, fixture->other);
    }
}

/* The smallest change there is. */
static void
test_characters (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "Lowered its dues", "lowered its due",   "lowered  its dues",  "lowered its\\ndues",
    "lowered its\\r\\ndues", "lowered its du\u0301es", "lowered\u00a0its dues", "lowered its d\U0001d49fues",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ProvisoProject) project = reload (fixture, "lowered its dues", changes[i]);

      assert_reopened (project, fixture->own, "accepted");
      g_assert_true (is_modified (project));
      assert_kept (project, fixture->other);
    }
}

/* White space at its ends is none of a passage's words, here as when the draft is edited. */
static void
test_blank_ends (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = save (fixture->project);
  g_autoptr (GString) changed = g_string_new (source);
  g_autoptr (ProvisoProject) project = NULL;

  g_string_replace (changed, "\"exact\": \"lowered its dues\"", "\"exact\": \" lowered its dues\\n\"", 0);
  g_assert_cmpstr (changed->str, !=, source);
  project = load (changed->str);
  assert_kept (project, fixture->own);
  g_assert_false (is_modified (project));
}

/* Words that are nowhere any more were changed, too. If the passage is tied to the same words again, the caveat is
 * settled as it was. */
static void
test_lost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) project = reload (fixture, "Nobody at the port was asked.", "");
  ProvisoCaveat *other = get (project, fixture->other);
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_caveat_get_anchors (other), 0);
  guint length = proviso_text_get_length (proviso_project_get_text (project));

  g_assert_cmpint (proviso_anchor_get_state (anchor), ==, PROVISO_ANCHOR_STATE_LOST);
  assert_reopened (project, fixture->other, "dismissed");
  assert_kept (project, fixture->own);

  proviso_text_replace (proviso_project_get_text (project), length, 0, "Nobody at the port");
  assert_reopened (project, fixture->other, "dismissed");
  proviso_project_move_anchor (project, anchor, length, length + (guint) strlen ("Nobody at the port"));
  g_assert_cmpint (proviso_caveat_get_state (other), ==, PROVISO_CAVEAT_STATE_DISMISSED);
  g_assert_cmpstr (proviso_caveat_get_reason (other), ==, "Known");
}

/* What was lost, and settled all the same, in the program is nothing new. */
static void
test_lost_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) project = NULL;
  guint start, end;

  find (fixture->project, "Nobody at the port was asked.\n", &start, &end);
  proviso_text_replace (proviso_project_get_text (fixture->project), start, end - start, "");
  g_assert_cmpint (proviso_caveat_get_state (fixture->other), ==, PROVISO_CAVEAT_STATE_OPEN);
  settle (fixture, fixture->other, PROVISO_CAVEAT_STATE_ADDRESSED);
  project = reload (fixture, "# Häfen", "# Ports");
  assert_kept (project, fixture->other);
  g_assert_false (is_modified (project));
}

/* A reason that stands nowhere else goes into the history. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  ProvisoEvent *event;
  g_autoptr (ProvisoProject) project = NULL;

  proviso_caveat_set_reason (fixture->own, "By hand");
  project = reload (fixture, "lowered its", "raised its");
  event = proviso_record_list_peek (proviso_caveat_get_events (get (project, fixture->own)),
                                    proviso_record_list_get_size (proviso_caveat_peek_events (fixture->own)));
  g_assert_cmpstr (proviso_event_get_what (event), ==, "reason");
  g_assert_cmpstr (proviso_event_get_from (event), ==, "By hand");
  g_assert_cmpstr (proviso_event_get_by (event), ==, "");
}

/* At random: what is open is what has other words than the file says it had. */

static void
edit_at_random (GString *draft, GRand *random)
{
  static const char *const pieces[] = { "", "a", "é ", "The port says no. ", " ", "𝄞", "harbour", "\r" };

  for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      glong length = g_utf8_strlen (draft->str, -1);
      glong start = g_rand_int_range (random, 0, (gint32) length + 1);
      glong n_removed = g_rand_int_range (random, 0, 12);
      glong end = MIN (length, start + n_removed);
      const char *from = g_utf8_offset_to_pointer (draft->str, start);
      gssize at = from - draft->str;

      g_string_erase (draft, at, g_utf8_offset_to_pointer (from, end - start) - from);
      g_string_insert (draft, at, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    }
}

/* The words in the file of all that the caveat stands on, and those in the draft; lost ones are none. */
static void
get_words (ProvisoProject *project, ProvisoCaveat *caveat, GString *recorded, GString *present)
{
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (caveat);

  if (proviso_record_list_get_size (anchors) == 0)
    anchors = proviso_claim_peek_anchors (proviso_project_find_claim (project, proviso_caveat_get_claim (caveat)));
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      g_autofree char *exact = g_strstrip (g_strdup (proviso_anchor_get_exact (anchor)));
      g_autofree char *passage = g_strstrip (proviso_project_get_passage (project, anchor));

      g_string_append_printf (recorded, "[%s]", exact);
      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
        g_string_append_printf (present, "[%s]", passage);
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree char *source = save (fixture->project);
  ProvisoCaveat *settled[] = { fixture->own, fixture->relying, fixture->other };
  const char *lines = strstr (source, "\"draft\": [");
  const char *claims = strstr (source, "\"claims\": [");
  guint n_reopened = 0, n_kept = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GString) draft = g_string_new (DRAFT);
      g_autoptr (ProvisoProject) project = NULL;
      g_autofree char *changed = NULL;
      g_autofree char *saved = NULL;
      g_autoptr (ProvisoProject) again = NULL;
      guint n_open = 0;

      edit_at_random (draft, random);
      g_string_replace (draft, "\n", "\\n", 0);
      g_string_replace (draft, "\r", "\\r", 0);
      changed = g_strdup_printf ("%.*s\"draft\": [\"%s\"], %s", (int) (lines - source), source, draft->str, claims);
      project = load (changed);
      for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
        {
          g_autoptr (GString) recorded = g_string_new (NULL);
          g_autoptr (GString) present = g_string_new (NULL);

          get_words (project, get (project, settled[i]), recorded, present);
          g_assert_cmpint (is_open (project, settled[i]), ==, !g_str_equal (recorded->str, present->str));
          n_open += is_open (project, settled[i]);
        }
      g_assert_cmpuint (proviso_project_get_n_reopened (project), ==, n_open);
      g_assert_cmpint (is_modified (project), ==, n_open > 0);
      n_reopened += n_open;
      n_kept += G_N_ELEMENTS (settled) - n_open;

      saved = save (project);
      again = load (saved);
      g_assert_false (is_modified (again));
    }
  g_assert_cmpuint (n_reopened, >, 100);
  g_assert_cmpuint (n_kept, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/outside/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("unchanged", test_unchanged);
  ADD ("changed", test_changed);
  ADD ("undo-after", test_undo_after);
  ADD ("of-claim", test_of_claim);
  ADD ("moved", test_moved);
  ADD ("characters", test_characters);
  ADD ("blank-ends", test_blank_ends);
  ADD ("lost", test_lost);
  ADD ("lost-before", test_lost_before);
  ADD ("reason", test_reason);
  ADD ("random", test_random);

  return g_test_run ();
}
