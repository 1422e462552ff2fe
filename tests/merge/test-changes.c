/* test-changes.c: what others did to a project since somebody last looked at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The project goes through its file, as it does between persons. The list is compared as one text, a line a change.
 */
#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "merge/proviso-changes.h"
#include "merge/proviso-text-changes.h"
#include "storage/proviso-codec.h"

#include <string.h>

#define DRAFT                                                                                                \
  "# Two labs\n\nThe lab walked away from consumer video this week.\n\nIts partner withdrew from a deal "    \
  "worth $1 "                                                                                                \
  "billion.\n\nNobody at the port was asked.\n"

typedef struct
{
  ProvisoProject *project;
  ProvisoClaim *claim;
  ProvisoCaveat *caveat;
  ProvisoSource *source;
  ProvisoProject *seen; /* as it was when the person last looked */
} Fixture;

static GBytes *
to_bytes (ProvisoProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  GBytes *bytes = proviso_codec_tree_to_bytes (tree, &error);

  g_assert_no_error (error);

  return bytes;
}

static ProvisoProject *
copy (ProvisoProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = to_bytes (project);
  ProvisoProject *copied = proviso_codec_load (bytes, NULL, &error);

  g_assert_no_error (error);

  return copied;
}

static guint
find (Fixture *fixture, const char *words)
{
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (fixture->project));
  const char *found = strstr (draft, words);

  g_assert_nonnull (found);

  return (guint) g_utf8_pointer_to_offset (draft, found);
}

static void
replace (Fixture *fixture, const char *words, const char *others)
{
  proviso_text_replace (proviso_project_get_text (fixture->project), find (fixture, words),
                        (guint) g_utf8_strlen (words, -1), others);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint start;

  proviso_identity_set_name ("Ben");
  fixture->project = proviso_project_new ();
  proviso_text_replace (proviso_project_get_text (fixture->project), 0, 0, DRAFT);
  start = find (fixture, "Its partner");
  fixture->claim = proviso_project_add_claim (fixture->project, start, start + 20);
  proviso_project_set (fixture->project, fixture->claim, "statement", "The partner withdrew", NULL);
  fixture->caveat = proviso_project_add_caveat (fixture->project, fixture->claim, 0, 0);
  proviso_project_set (fixture->project, fixture->caveat, "text", "Says who?", NULL);
  proviso_project_add_comment (fixture->project, fixture->caveat, "First words");
  fixture->source = proviso_project_add_source (fixture->project, "Harbour Letter");
  fixture->seen = copy (fixture->project);
  /* From now on it is Anna who works on it. */
  proviso_identity_set_name ("Anna");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->project);
  g_object_unref (fixture->seen);
  proviso_identity_set_name (NULL);
}

static ProvisoChanges *
compare (Fixture *fixture, const char *person)
{
  g_autoptr (ProvisoProject) now = copy (fixture->project);

  return proviso_changes_new (fixture->seen, now, person);
}

/* “title: words (by)” for each change. */
static char *
show (ProvisoChanges *changes)
{
  GListModel *list = proviso_changes_get_list (changes);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (ProvisoChange) change = g_list_model_get_item (list, i);

      g_string_append_printf (shown, "%s: %s", proviso_change_get_title (change),
                              proviso_change_get_words (change));
      if (proviso_change_get_by (change) != NULL)
        g_string_append_printf (shown, " (%s)", proviso_change_get_by (change));
      g_string_append_c (shown, '\n');
    }

  return g_string_free_and_steal (shown);
}

static void
check (Fixture *fixture, const char *person, const char *expected, const char *summary)
{
  g_autoptr (ProvisoChanges) changes = compare (fixture, person);
  g_autofree char *shown = show (changes);
  g_autofree char *sentence = proviso_changes_dup_summary (changes);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (sentence, ==, summary);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  check (fixture, "Ben", "", NULL);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoChanges) changes = NULL;
  g_autoptr (ProvisoChange) first = NULL;
  guint start, end;

  replace (fixture, "this week", "in April");
  replace (fixture, "\nNobody at the port was asked.\n", "");
  replace (fixture, "# Two labs\n", "# Two labs\n\nA new one stands here.\n");
  check (fixture, "Ben",
         "Passage added: A new one stands here.\n"
         "Passage changed: The lab walked away from consumer video in April.\n"
         "Passage removed: Nobody at the port was asked.\n",
         "Changed since you last looked: 3 passages");

  /* Places go along with what is written meanwhile. */
  changes = compare (fixture, "Ben");
  first = g_list_model_get_item (proviso_changes_get_list (changes), 0);
  g_assert_true (proviso_change_get_bounds (first, &start, &end));
  g_assert_cmpuint (start, ==, find (fixture, "A new one"));
  g_assert_cmpuint (end, ==, start + strlen ("A new one stands here."));
  proviso_changes_follow_edit (changes, 0, 2, 12);
  g_assert_true (proviso_change_get_bounds (first, &start, &end));
  g_assert_cmpuint (start, ==, find (fixture, "A new one") + 10);

  /* A row may outlive the list. */
  g_clear_object (&changes);
  g_assert_true (proviso_change_get_bounds (first, &start, &end));
  g_assert_cmpuint (start, ==, find (fixture, "A new one") + 10);
}

/* The words of the change at [start, end) as they stand in the draft, each in brackets. */
static char *
show_words (Fixture *fixture, ProvisoChanges *changes, guint start, guint end)
{
  g_autoptr (GArray) words = proviso_changes_find_words (changes, start, end);
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (fixture->project));
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const ProvisoChangedWords *bounds = &g_array_index (words, ProvisoChangedWords, i);
      g_autofree char *part = g_utf8_substring (draft, bounds->start, bounds->end);

      g_string_append_printf (shown, "[%s]", part);
    }

  return g_string_free_and_steal (shown);
}

static void
check_words (Fixture *fixture, ProvisoChanges *changes, guint position, const char *expected)
{
  g_autoptr (ProvisoChange) change = g_list_model_get_item (proviso_changes_get_list (changes), position);
  g_autofree char *shown = NULL;
  guint start, end;

  g_assert_true (proviso_change_get_bounds (change, &start, &end));
  shown = show_words (fixture, changes, start, end);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoChanges) changes = NULL;
  g_autofree char *elsewhere = NULL;

  replace (fixture, "Two labs", "Two of the labs");
  replace (fixture, "consumer video this week", "video in April");
  replace (fixture, "Its partner withdrew", "Its partner has withdrawn");
  replace (fixture, "\nNobody at the port was asked.\n", "\nA new one stands here.\n");
  changes = compare (fixture, "Ben");
  check_words (fixture, changes, 0, "[of the]");
  check_words (fixture, changes, 1, "[from video][in April]");
  check_words (fixture, changes, 2, "[has withdrawn]");
  /* What is gone is seen by what stands in its place. */
  check_words (fixture, changes, 3, "[A]");
  check_words (fixture, changes, 4, "[A new one stands here.]");
  elsewhere = show_words (fixture, changes, 0, 1);
  g_assert_cmpstr (elsewhere, ==, "");

  /* They go along with what is written meanwhile, and away with what is taken out. */
  replace (fixture, "# Two", "# Three or two");
  proviso_changes_follow_edit (changes, find (fixture, "Three"), 3, 12);
  check_words (fixture, changes, 1, "[from video][in April]");
  proviso_changes_follow_edit (changes, find (fixture, "from video"), 10, 0);
  replace (fixture, "from video", "");
  check_words (fixture, changes, 1, "[in April]");

  /* At the end, by what ends there now. */
  g_clear_object (&changes);
  replace (fixture, "\nA new one stands here.\n", "");
  changes = compare (fixture, "Ben");
  check_words (fixture, changes, 3, "[billion]");
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *project = fixture->project;
  ProvisoClaim *added;
  g_autoptr (GError) error = NULL;

  proviso_project_set (project, fixture->claim, "status", PROVISO_CLAIM_STATUS_REPORTED, NULL);
  proviso_project_settle_caveat (project, fixture->caveat, PROVISO_CAVEAT_STATE_ACCEPTED, "Known", &error);
  g_assert_no_error (error);
  proviso_project_add_comment (project, fixture->caveat, "Second words");
  added = proviso_project_add_claim (project, 0, 0);
  proviso_project_set (project, added, "statement", "Another claim", NULL);
  proviso_project_set (project, fixture->source, "title", "Harbour Journal", NULL);
  check (fixture, "Ben",
         "Claim changed: The partner withdrew (Anna)\n"
         "Caveat accepted: Says who? (Anna)\n"
         "Comment added: Second words (Anna)\n"
         "Claim added: Another claim (Anna)\n"
         "Source changed: Harbour Journal (Anna)\n",
         "Anna changed 2 claims, 1 caveat, 1 comment and 1 source since you last looked");
  /* Anna sees nothing of what she did by herself. */
  check (fixture, "Anna", "", NULL);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  proviso_project_remove (fixture->project, fixture->caveat);
  proviso_project_remove (fixture->project, fixture->source);
  check (fixture, "Ben",
         "Caveat removed: Says who?\n"
         "Source removed: Harbour Letter\n",
         "Changed since you last looked: 1 caveat and 1 source");
}

static void
test_comments (Fixture *fixture, gconstpointer data)
{
  ProvisoComment *comment = proviso_record_list_peek (proviso_caveat_get_thread (fixture->caveat), 0);
  ProvisoCaveat *other;
  g_autoptr (GError) error = NULL;
  g_autoptr (ProvisoChanges) changes = NULL;
  g_autoptr (ProvisoChange) change = NULL;

  proviso_identity_set_name ("Ben");
  proviso_project_edit_comment (fixture->project, comment, "Other words", &error);
  g_assert_no_error (error);
  /* One that is new as a whole is told of once. */
  other = proviso_project_add_caveat (fixture->project, NULL, 0, 5);
  proviso_project_set (fixture->project, other, "text", "New", NULL);
  proviso_project_add_comment (fixture->project, other, "Within");
  check (fixture, "Anna",
         "Caveat flagged: New (Ben)\n"
         "Comment edited: Other words (Ben)\n",
         "Ben changed 1 caveat and 1 comment since you last looked");
  check (fixture, "Ben", "", NULL);

  changes = compare (fixture, "Anna");
  change = g_list_model_get_item (proviso_changes_get_list (changes), 1);
  g_assert_cmpstr (proviso_change_get_old_words (change), ==, "First words");
  g_assert_cmpstr (proviso_change_get_record_id (change), ==, proviso_caveat_get_id (fixture->caveat));
}

/* Whoever reads on where they left off would look for the words in vain. */
static void
test_comment_removed (Fixture *fixture, gconstpointer data)
{
  ProvisoComment *first = proviso_record_list_peek (proviso_caveat_get_thread (fixture->caveat), 0);
  g_autoptr (GError) error = NULL;

  proviso_project_add_comment (fixture->project, fixture->caveat, "Second words");
  g_clear_object (&fixture->seen);
  fixture->seen = copy (fixture->project);
  proviso_identity_set_name ("Ben");
  proviso_project_remove_comment (fixture->project, first, &error);
  g_assert_no_error (error);
  check (fixture, "Anna", "Comment removed: First words (Ben)\n", "Ben changed 1 comment since you last looked");
  /* Only they can have done it; but it is gone. */
  check (fixture, "Ben", "Comment removed: First words\n", "Changed since you last looked: 1 comment");

  /* The last one, too; and a caveat that is gone as a whole is told of once. */
  proviso_identity_set_name ("Anna");
  proviso_project_remove_comment (fixture->project,
                                  proviso_record_list_peek (proviso_caveat_get_thread (fixture->caveat), 0), &error);
  g_assert_no_error (error);
  check (fixture, "Ben",
         "Comment removed: First words\n"
         "Comment removed: Second words (Anna)\n",
         "Anna changed 2 comments since you last looked");
  proviso_project_remove (fixture->project, fixture->caveat);
  check (fixture, "Ben", "Caveat removed: Says who?\n", "Changed since you last looked: 1 caveat");
}

static void
test_persons (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *project = fixture->project;

  proviso_project_set (project, fixture->claim, "note", "one", NULL);
  proviso_project_set (project, fixture->claim, "attributed-to", "two", NULL);
  proviso_identity_set_name ("Cleo");
  proviso_project_set (project, fixture->caveat, "text", "Who says?", NULL);
  check (fixture, "Ben",
         "Claim changed: The partner withdrew (Anna)\n"
         "Caveat changed: Who says? (Cleo)\n",
         "Anna and Cleo changed 1 claim and 1 caveat since you last looked");
  proviso_identity_set_name ("Dora");
  proviso_project_set (project, fixture->source, "title", "Letter", NULL);
  replace (fixture, "this week", "lately");
  check (fixture, "Ben",
         "Passage changed: The lab walked away from consumer video lately.\n"
         "Claim changed: The partner withdrew (Anna)\n"
         "Caveat changed: Who says? (Cleo)\n"
         "Source changed: Letter (Dora)\n",
         "Anna and 2 others changed 1 passage, 1 claim, 1 caveat and 1 source since you last looked");
  /* Anna sees what the others did; the draft has no history. */
  check (fixture, "Anna",
         "Passage changed: The lab walked away from consumer video lately.\n"
         "Caveat changed: Who says? (Cleo)\n"
         "Source changed: Letter (Dora)\n",
         "Cleo and Dora changed 1 passage, 1 caveat and 1 source since you last looked");
}

/* What one signed oneself, on another computer, does not hide what nobody signed. */
static void
test_own_beside (Fixture *fixture, gconstpointer data)
{
  proviso_project_set (fixture->project, fixture->claim, "note", "one", NULL);
  check (fixture, "Anna", "", NULL);
  replace (fixture, "this week", "lately");
  proviso_project_remove (fixture->project, fixture->source);
  check (fixture, "Anna",
         "Passage changed: The lab walked away from consumer video lately.\n"
         "Source removed: Harbour Letter\n",
         "Changed since you last looked: 1 passage and 1 source");
}

/* Another program changed a record and left no word of it. */
static void
test_unsigned (Fixture *fixture, gconstpointer data)
{
  proviso_claim_set_note (fixture->claim, "by hand");
  check (fixture, "Ben", "Claim changed: The partner withdrew\n", "Changed since you last looked: 1 claim");
}

static void
test_unsigned_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoEvidence) link = proviso_evidence_new (proviso_source_get_id (fixture->source));

  proviso_record_list_append (proviso_claim_get_evidence (fixture->claim), PROVISO_RECORD (link));
  check (fixture, "Ben", "Claim changed: The partner withdrew\n", "Changed since you last looked: 1 claim");
  g_set_object (&fixture->seen, NULL);
  fixture->seen = copy (fixture->project);
  check (fixture, "Ben", "", NULL);
  proviso_evidence_set_excerpt (link, "Other words");
  check (fixture, "Ben", "Claim changed: The partner withdrew\n", "Changed since you last looked: 1 claim");
}

/* The draft was changed outside, and a settled caveat is open again: that is told, and signed by nobody. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) contents = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (ProvisoProject) now = NULL;
  g_autoptr (ProvisoChanges) changes = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *summary = NULL;

  proviso_project_settle_caveat (fixture->project, fixture->caveat, PROVISO_CAVEAT_STATE_ADDRESSED, NULL, &error);
  g_assert_no_error (error);
  g_set_object (&fixture->seen, NULL);
  fixture->seen = copy (fixture->project);
  bytes = to_bytes (fixture->project);
  contents = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_string_replace (contents, "Its partner withdrew", "Its partner walked out", 1);
  changed = g_string_free_to_bytes (g_steal_pointer (&contents));
  now = proviso_codec_load (changed, NULL, &error);
  g_assert_no_error (error);

  changes = proviso_changes_new (fixture->seen, now, "Anna");
  shown = show (changes);
  g_assert_cmpstr (shown, ==,
                   "Passage changed: Its partner walked out from a deal worth $1 billion.\n"
                   "Caveat reopened: Says who?\n");
  /* Nobody is named. */
  summary = proviso_changes_dup_summary (changes);
  g_assert_cmpstr (summary, ==, "Changed since you last looked: 1 passage and 1 caveat");
}

/* That a claim's passage moved along with the text is no change of the claim. */
static void
test_shifted (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "# Two labs\n", "# Two labs\n\nA new one stands here.\n");
  check (fixture, "Ben", "Passage added: A new one stands here.\n",
         "Changed since you last looked: 1 passage");
}

/* Paragraphs alone */

static char *
show_text (const char *old_draft, const char *new_draft)
{
  g_autoptr (GPtrArray) changes = proviso_text_changes_find (old_draft, new_draft);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      ProvisoChange *change = g_ptr_array_index (changes, i);
      guint start, end;

      g_assert_true (proviso_change_get_bounds (change, &start, &end));
      g_string_append_printf (shown, "%s %u-%u [%s] [%s]\n", proviso_change_get_title (change), start, end,
                              proviso_change_get_old_words (change), proviso_change_get_new_words (change));
    }

  return g_string_free_and_steal (shown);
}

static void
check_text (const char *old_draft, const char *new_draft, const char *expected)
{
  g_autofree char *shown = show_text (old_draft, new_draft);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_paragraphs (void)
{
  check_text ("", "", "");
  check_text ("one\n\ntwo\n", "one\ntwo\n\n\n", "");
  check_text ("", "one", "Passage added 0-3 [] [one]\n");
  check_text ("one\n", "", "Passage removed 0-0 [one] []\n");
  /* The same one, changed, and others beside it. */
  check_text ("a fox ran over the hill\n", "nothing alike in this\n\na fox walked over the hill\n",
              "Passage added 0-21 [] [nothing alike in this]\n"
              "Passage changed 23-49 [a fox ran over the hill] [a fox walked over the hill]\n");
  check_text ("東京で会議があった\n", "大阪で会議があった\n",
              "Passage changed 0-9 [東京で会議があった] [大阪で会議があった]\n");
  check_text ("first here\n\nsecond there\n\nthird line\n", "second there\n\nthird line\n\nfirst here\n",
              "Passage moved 26-36 [first here] [first here]\n");
  /* As often as it did. */
  check_text ("same\nsame\nfirst here\nsecond there\nthird line\n", "first here\nsecond there\nthird line\nsame\nsame\n",
              "Passage moved 35-39 [same] [same]\n"
              "Passage moved 40-44 [same] [same]\n");
}

/* Wholly another text, and as many paragraphs as no article has: done in bounded time. */
static void
test_many (void)
{
  g_autoptr (GString) old_draft = g_string_new (NULL);
  g_autoptr (GString) new_draft = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (old_draft, "old paragraph number %u\n\n", i);
      g_string_append_printf (new_draft, "new words, and quite others, %u\n\n", i);
    }
  changes = proviso_text_changes_find (old_draft->str, new_draft->str);
  g_assert_cmpuint (changes->len, >=, 5000);
}

/* So do few paragraphs as long as books. */
static void
test_long (void)
{
  g_autoptr (GString) old_draft = g_string_new (NULL);
  g_autoptr (GString) new_draft = g_string_new ("nothing alike\n");
  g_autoptr (GPtrArray) changes = NULL;

  for (guint i = 0; i < 60; i++)
    {
      for (guint j = 0; j < 4000; j++)
        {
          g_string_append_printf (old_draft, "w%u ", i * 4000 + j);
          g_string_append_printf (new_draft, "w%u ", i * 4000 + j);
        }
      g_string_append (old_draft, "old\n");
      g_string_append (new_draft, "new\n");
    }
  /* They are taken in order: to find the one that was added takes too long. */
  changes = proviso_text_changes_find (old_draft->str, new_draft->str);
  g_assert_cmpuint (changes->len, ==, 61);
  g_assert_cmpint (proviso_change_get_kind (g_ptr_array_index (changes, 0)), ==, PROVISO_CHANGE_TEXT_CHANGED);
  g_assert_cmpint (proviso_change_get_kind (g_ptr_array_index (changes, 60)), ==, PROVISO_CHANGE_TEXT_ADDED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/changes/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("text", test_text);
  ADD ("words", test_words);
  ADD ("records", test_records);
  ADD ("removed", test_removed);
  ADD ("comments", test_comments);
  ADD ("comment-removed", test_comment_removed);
  ADD ("persons", test_persons);
  ADD ("own-beside", test_own_beside);
  ADD ("unsigned", test_unsigned);
  ADD ("unsigned-evidence", test_unsigned_evidence);
  ADD ("reopened", test_reopened);
  ADD ("shifted", test_shifted);
  g_test_add_func ("/text-changes/paragraphs", test_paragraphs);
  g_test_add_func ("/text-changes/many", test_many);
  g_test_add_func ("/text-changes/long", test_long);

  return g_test_run ();
}
