/* test-coverage-tracker.c: that the coverage follows the draft and the claims.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit/proviso-coverage-tracker.h"
#include "core/proviso-history.h"
#include "core/proviso-plain-text.h"
#include "export/proviso-remains-section.h"

#define DRAFT "# Title\n\nOne went. Two came. Three stayed.\n\n> Four said so.\n"

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text;
  ProvisoCoverageTracker *tracker;
  guint n_changed;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
wait_until_settled (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!proviso_coverage_tracker_get_settled (fixture->tracker) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (proviso_coverage_tracker_get_settled (fixture->tracker));
}

static void
set_up (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (ProvisoPlainText) text = proviso_plain_text_new (draft);

  fixture->project = proviso_project_new ();
  proviso_project_set_text (fixture->project, PROVISO_TEXT (text));
  proviso_project_loaded (fixture->project);
  fixture->text = proviso_project_get_text (fixture->project);
  fixture->tracker = proviso_coverage_tracker_new (fixture->project);
  g_signal_connect_swapped (fixture->tracker, "changed", G_CALLBACK (on_changed), fixture);
  g_assert_null (proviso_coverage_tracker_get_coverage (fixture->tracker));
  wait_until_settled (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer draft)
{
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  ProvisoCoverageTracker *tracker = fixture->tracker;

  /* A job under way still holds it. */
  g_object_add_weak_pointer (G_OBJECT (tracker), (gpointer *) &tracker);
  g_object_run_dispose (G_OBJECT (tracker));
  g_object_unref (fixture->tracker);
  while (tracker != NULL && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tracker);
  g_assert_finalize_object (fixture->project);
}

static guint
find (Fixture *fixture, const char *words)
{
  g_autofree char *text = proviso_text_dup (fixture->text);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (guint) g_utf8_pointer_to_offset (text, found);
}

static ProvisoClaim *
claim (Fixture *fixture, const char *words)
{
  guint start = find (fixture, words);

  return proviso_project_add_claim (fixture->project, start, start + (guint) g_utf8_strlen (words, -1));
}

typedef struct
{
  ProvisoText *text;
  GString *string;
} Listing;

static gboolean
append (gpointer key, guint start, guint end, gboolean is_tied, gpointer user_data)
{
  Listing *listing = user_data;
  g_autofree char *part = proviso_text_get_slice (listing->text, start, end);

  g_assert_nonnull (key);
  g_string_append_printf (listing->string, is_tied ? "{%s}" : "[%s]", part);
  return TRUE;
}

static void
check (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) string = g_string_new (NULL);
  Listing listing = { fixture->text, string };

  proviso_coverage_tracker_foreach (fixture->tracker, 0, G_MAXUINT, append, &listing);
  g_assert_cmpstr (string->str, ==, expected);
}

/* The section that is made from the claims is no assertion of its own, whichever way it comes in and goes. */
static void
test_section (Fixture *fixture, gconstpointer draft)
{
  ProvisoHistory *history = proviso_project_get_history (fixture->project);
  ProvisoClaim *two = claim (fixture, "Two came.");

  proviso_project_set (fixture->project, two, "status", PROVISO_CLAIM_STATUS_DISPUTED, NULL);
  wait_until_settled (fixture);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
  g_assert_true (proviso_remains_insert (fixture->project, 12));
  wait_until_settled (fixture);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
  g_assert_cmpuint (
      proviso_coverage_get_n_sentences (proviso_coverage_tracker_get_coverage (fixture->tracker)), ==, 3);
  proviso_history_undo (history);
  wait_until_settled (fixture);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
}

static void
test_claims (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *two;

  check (fixture, "[One went.][Two came.][Three stayed.]");
  two = claim (fixture, "Two");
  wait_until_settled (fixture);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
  g_assert_cmpuint (proviso_coverage_get_percent (proviso_coverage_tracker_get_coverage (fixture->tracker)),
                    ==, 33);

  /* A doubt about words ties them to nothing. */
  proviso_project_add_caveat (fixture->project, NULL, find (fixture, "Three"), find (fixture, "stayed"));
  wait_until_settled (fixture);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");

  proviso_project_remove (fixture->project, two);
  wait_until_settled (fixture);
  check (fixture, "[One went.][Two came.][Three stayed.]");
  proviso_history_undo (proviso_project_get_history (fixture->project));
  wait_until_settled (fixture);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
}

/* What is known moves at once; what an edit made of the sentences comes later. */
static void
test_edits (Fixture *fixture, gconstpointer draft)
{
  guint n_changed;

  claim (fixture, "Two came");
  wait_until_settled (fixture);
  n_changed = fixture->n_changed;

  proviso_text_replace (fixture->text, find (fixture, "One"), 0, "Zero was. ");
  g_assert_false (proviso_coverage_tracker_get_settled (fixture->tracker));
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
  proviso_text_replace (fixture->text, find (fixture, "came"), 4, "left. All");
  wait_until_settled (fixture);
  check (fixture, "[Zero was.][One went.]{Two left.}{All.}[Three stayed.]");
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);

  proviso_text_replace (fixture->text, find (fixture, "Two"), (guint) strlen ("Two left. All. "), "");
  check (fixture, "[Zero was.][One went.][Three stayed.]");
  wait_until_settled (fixture);
  check (fixture, "[Zero was.][One went.][Three stayed.]");
  g_assert_cmpuint (proviso_coverage_get_n_tied (proviso_coverage_tracker_get_coverage (fixture->tracker)),
                    ==, 0);
}

/* While it is on its way, the project may go. */
static void
test_end (Fixture *fixture, gconstpointer draft)
{
  g_object_run_dispose (G_OBJECT (fixture->tracker));
  g_object_unref (fixture->tracker);
  fixture->tracker = proviso_coverage_tracker_new (fixture->project);
  g_main_context_iteration (NULL, FALSE);
}

/* Who types into a record is not held up, however many passages there are. */
static void
test_typing_elsewhere (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *two = claim (fixture, "Two came");
  guint n_changed;

  wait_until_settled (fixture);
  n_changed = fixture->n_changed;
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *statement = g_strdup_printf ("%u came", i);

      proviso_project_set (fixture->project, two, "statement", statement, NULL);
      for (guint j = 0; j < 5; j++)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (1000);
        }
    }
  wait_until_settled (fixture);
  /* Once, or a few times where the machine paused. */
  g_assert_cmpuint (fixture->n_changed, <, n_changed + 10);
  check (fixture, "[One went.]{Two came.}[Three stayed.]");
}

/* After any edits, the tracker says what a new one says. */
static void
test_random (Fixture *fixture, gconstpointer draft)
{
  static const char *const morsels[] = { ". A", "wörd ", "\n\n", "> ", "```\n", "\"", "Two. Three. ", "" };

  for (guint round = 0; round < 8; round++)
    {
      for (guint i = 0; i < 8; i++)
        {
          gint32 length = (gint32) proviso_text_get_length (fixture->text);
          guint offset = (guint) g_test_rand_int_range (0, length + 1);
          guint n_removed = (guint) g_test_rand_int_range (0, MIN (5, length - (gint32) offset + 1));

          if (i % 4 == 3 && offset < (guint) length)
            proviso_project_add_claim (fixture->project, offset, MIN (offset + 6, (guint) length));
          else
            proviso_text_replace (fixture->text, offset, n_removed,
                                  morsels[g_test_rand_int_range (0, G_N_ELEMENTS (morsels))]);
        }
      wait_until_settled (fixture);

      g_autoptr (GString) kept = g_string_new (NULL);
      g_autoptr (GString) anew = g_string_new (NULL);
      g_autoptr (ProvisoCoverageTracker) kept_tracker = g_steal_pointer (&fixture->tracker);
      Listing kept_listing = { fixture->text, kept }, anew_listing = { fixture->text, anew };

      fixture->tracker = proviso_coverage_tracker_new (fixture->project);
      wait_until_settled (fixture);
      proviso_coverage_tracker_foreach (kept_tracker, 0, G_MAXUINT, append, &kept_listing);
      proviso_coverage_tracker_foreach (fixture->tracker, 0, G_MAXUINT, append, &anew_listing);
      g_assert_cmpstr (kept->str, ==, anew->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, DRAFT, set_up, function, tear_down)
  ADD ("/coverage-tracker/section", test_section);
  ADD ("/coverage-tracker/claims", test_claims);
  ADD ("/coverage-tracker/edits", test_edits);
  ADD ("/coverage-tracker/end", test_end);
  ADD ("/coverage-tracker/typing-elsewhere", test_typing_elsewhere);
  ADD ("/coverage-tracker/random", test_random);

  return g_test_run ();
}
