/* test-document.c: one open project and the file that it is kept in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _XOPEN_SOURCE 700 /* symlink */

#include "app/proviso-document.h"

#include "core/proviso-review.h"
#include "storage/proviso-codec.h"
#include "storage/proviso-store.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

typedef struct
{
  char *folder;
  GFile *file;
  ProvisoDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("proviso-document-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  path = g_build_filename (fixture->folder, "frontier.proviso", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = proviso_document_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  proviso_document_close (fixture->document);
  g_assert_finalize_object (fixture->document);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (Fixture *fixture, GFile *file, ProvisoDocumentSaveFlags flags, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  proviso_document_save_async (fixture->document, file, flags, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return proviso_document_save_finish (fixture->document, result, error);
}

static gboolean
load (Fixture *fixture, GFile *file, ProvisoDocumentLoadFlags flags, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  proviso_document_load_async (fixture->document, file, flags, NULL, result_cb, &result);
  g_assert_cmpint (proviso_document_get_state (fixture->document), ==, PROVISO_DOCUMENT_STATE_LOADING);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return proviso_document_load_finish (fixture->document, result, error);
}

static ProvisoText *
get_text (Fixture *fixture)
{
  return proviso_project_get_text (proviso_document_get_project (fixture->document));
}

static void
assert_draft (Fixture *fixture, const char *expected)
{
  g_autofree char *draft = proviso_text_dup (get_text (fixture));

  g_assert_cmpstr (draft, ==, expected);
}

static void
assert_state (Fixture *fixture, ProvisoDocumentState state, gboolean unsaved)
{
  g_assert_cmpint (proviso_document_get_state (fixture->document), ==, state);
  g_assert_cmpint (proviso_document_get_unsaved (fixture->document), ==, unsaved);
}

static char *
read_file (Fixture *fixture)
{
  char *contents = NULL;

  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  return contents;
}

/* As another program would: in place, with other words. */
static void
change_file (Fixture *fixture, const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (fixture->file, contents, strlen (contents), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static gboolean
tick_cb (gpointer user_data)
{
  (*(guint *) user_data)--;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_file_state (Fixture *fixture, ProvisoFileState state)
{
  guint ticks = 2000;
  guint source = g_timeout_add (5, tick_cb, &ticks);

  while (proviso_document_get_file_state (fixture->document) != state && ticks > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_cmpint (proviso_document_get_file_state (fixture->document), ==, state);
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ProvisoClaim *claim;

  assert_state (fixture, PROVISO_DOCUMENT_STATE_NEW, FALSE);
  g_assert_cmpstr (proviso_document_get_title (fixture->document), ==, "New Project");
  proviso_text_replace (get_text (fixture), 0, 0, "# Two labs\n\nThe lab left video.\n");
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  claim = proviso_project_add_claim (proviso_document_get_project (fixture->document), 12, 31);
  g_assert_cmpstr (proviso_claim_get_statement (claim), ==, "The lab left video.");

  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_no_error (error);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  g_assert_true (proviso_document_is_file (fixture->document, fixture->file));
  g_assert_cmpstr (proviso_document_get_title (fixture->document), ==, "Two labs");

  g_assert_finalize_object (fixture->document);
  fixture->document = proviso_document_new ();
  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, &error));
  g_assert_no_error (error);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  assert_draft (fixture, "# Two labs\n\nThe lab left video.\n");
  claim = proviso_record_list_peek (proviso_project_get_claims (proviso_document_get_project (fixture->document)), 0);
  g_assert_cmpuint (proviso_claim_get_position (claim), ==, 12);
}

/* Nothing changed: the same bytes. */
static void
test_save_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  before = read_file (fixture);
  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, NULL));
  proviso_project_set_modified (proviso_document_get_project (fixture->document), "2001-02-03T04:05:06Z");
  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  after = read_file (fixture);
  g_assert_nonnull (strstr (after, "2001-02-03T04:05:06Z"));

  /* Changed: the time is that of the save. */
  proviso_text_replace (get_text (fixture), 0, 0, "More ");
  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  g_clear_pointer (&after, g_free);
  after = read_file (fixture);
  g_assert_null (strstr (after, "2001-02-03T04:05:06Z"));
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.proviso", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "First.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  proviso_text_replace (get_text (fixture), 0, 5, "Second");
  g_assert_true (save (fixture, other, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_true (proviso_document_is_file (fixture->document, other));
  name = proviso_document_dup_file_name (fixture->document);
  g_assert_cmpstr (name, ==, "other.proviso");
  first = read_file (fixture);
  g_assert_nonnull (strstr (first, "First."));

  /* A file that is there is not written over without its having been asked. */
  g_assert_false (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_EXISTS);
  g_assert_true (proviso_document_is_file (fixture->document, other));
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_OVERWRITE, NULL));
  g_clear_pointer (&first, g_free);
  first = read_file (fixture);
  g_assert_nonnull (strstr (first, "Second."));
}

static void
test_typing_during_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autofree char *contents = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Saved.");
  proviso_document_save_async (fixture->document, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &first);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVING, TRUE);
  proviso_text_replace (get_text (fixture), 6, 0, "\nUnsaved paragraph.");
  while (first == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (proviso_document_save_finish (fixture->document, first, NULL));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  contents = read_file (fixture);
  g_assert_nonnull (strstr (contents, "Saved."));
  g_assert_null (strstr (contents, "Unsaved"));

  /* Two at once are done one after the other. */
  g_clear_object (&first);
  proviso_document_save_async (fixture->document, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &first);
  proviso_text_replace (get_text (fixture), 0, 0, "Last. ");
  proviso_document_save_async (fixture->document, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (first);
  g_assert_true (proviso_document_save_finish (fixture->document, first, NULL));
  g_assert_true (proviso_document_save_finish (fixture->document, second, NULL));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  g_clear_pointer (&contents, g_free);
  contents = read_file (fixture);
  g_assert_nonnull (strstr (contents, "Last. Saved."));
}

static void
test_failed_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "frontier.proviso", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  proviso_text_replace (get_text (fixture), 0, 0, "More ");
  g_assert_false (save (fixture, nowhere, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_NOT_FOUND);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_FAILED, TRUE);
  g_assert_cmpstr (proviso_document_get_error (fixture->document)->message, ==, error->message);
  g_assert_true (proviso_document_is_file (fixture->document, fixture->file));
  assert_draft (fixture, "More Words.\n");

  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  g_assert_null (proviso_document_get_error (fixture->document));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
}

static void
test_changed_by_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *contents = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Ours.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  theirs = read_file (fixture);
  memcpy (strstr (theirs, "Ours."), "Else.", 5);
  change_file (fixture, theirs);
  wait_for_file_state (fixture, PROVISO_FILE_STATE_CHANGED);

  proviso_text_replace (get_text (fixture), 0, 0, "All ");
  g_assert_false (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_error (error, PROVISO_STORE_ERROR, PROVISO_STORE_ERROR_CHANGED);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_FAILED, TRUE);
  contents = read_file (fixture);
  g_assert_cmpstr (contents, ==, theirs);
  assert_draft (fixture, "All Ours.\n");

  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, NULL));
  assert_draft (fixture, "Else.\n");
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  g_assert_cmpint (proviso_document_get_file_state (fixture->document), ==, PROVISO_FILE_STATE_SAME);
}

/* A settled caveat that is open again, as its words were changed elsewhere, is a change that is to be saved. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *project = proviso_document_get_project (fixture->document);
  ProvisoCaveat *caveat;
  g_autoptr (GError) error = NULL;
  g_autofree char *settled = NULL;
  g_autofree char *reopened = NULL;
  g_autofree char *again = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "The lab left video this week.\n");
  caveat = proviso_project_add_caveat (project, NULL, 4, 18);
  g_assert_true (proviso_project_settle_caveat (project, caveat, PROVISO_CAVEAT_STATE_ACCEPTED, "Known", &error));
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_no_error (error);
  settled = read_file (fixture);
  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, &error));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);

  memcpy (strstr (settled, "left video"), "kept audio", 10);
  change_file (fixture, settled);
  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, &error));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  project = proviso_document_get_project (fixture->document);
  caveat = proviso_record_list_peek (proviso_project_get_caveats (project), 0);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);
  g_assert_false (proviso_history_get_can_undo (proviso_project_get_history (project)));

  /* Not to be reached by undo, whatever is done. */
  proviso_text_replace (get_text (fixture), 0, 0, "New. ");
  proviso_history_undo (proviso_project_get_history (project));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);

  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, &error));
  g_assert_no_error (error);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  reopened = read_file (fixture);
  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, &error));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, &error));
  again = read_file (fixture);
  g_assert_cmpstr (again, ==, reopened);
}

static void
test_overwrite (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Ours.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  change_file (fixture, "{}");
  g_assert_false (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_OVERWRITE, NULL));
  contents = read_file (fixture);
  g_assert_nonnull (strstr (contents, "Ours."));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
}

static void
test_gone_and_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  contents = read_file (fixture);
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  wait_for_file_state (fixture, PROVISO_FILE_STATE_GONE);
  change_file (fixture, contents);
  wait_for_file_state (fixture, PROVISO_FILE_STATE_SAME);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Its own saves are nobody else's changes, and neither is a file that was only touched. */
static void
test_own_saves_are_silent (Fixture *fixture, gconstpointer data)
{
  gboolean stop = FALSE;

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  for (guint i = 0; i < 3; i++)
    {
      proviso_text_replace (get_text (fixture), 0, 0, "x");
      g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
    }
  g_assert_cmpint (g_utime (g_file_peek_path (fixture->file), NULL), ==, 0);
  g_timeout_add (1200, stop_cb, &stop);
  while (!stop)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (proviso_document_get_file_state (fixture->document), ==, PROVISO_FILE_STATE_SAME);
    }
}

static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *before = proviso_document_get_project (fixture->document);
  g_autoptr (GError) error = NULL;
  guint line, column;

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  change_file (fixture, "{\n  \"proviso\": 1,\n  \"id\": 7\n}\n");
  g_assert_false (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_NONE, &error));
  g_assert_error (error, PROVISO_CODEC_ERROR, PROVISO_CODEC_ERROR_TYPE);
  proviso_codec_error_get_place (error, &line, &column);
  g_assert_cmpuint (line, ==, 3);
  g_assert_true (proviso_document_get_project (fixture->document) == before);
  g_assert_null (proviso_document_get_file (fixture->document));
  assert_draft (fixture, "Words.\n");
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "# Example\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  id = g_strdup (proviso_project_get_id (proviso_document_get_project (fixture->document)));
  g_assert_true (load (fixture, fixture->file, PROVISO_DOCUMENT_LOAD_COPY, NULL));
  g_assert_null (proviso_document_get_file (fixture->document));
  g_assert_cmpstr (proviso_project_get_id (proviso_document_get_project (fixture->document)), !=, id);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_NEW, FALSE);
  g_assert_cmpstr (proviso_document_get_title (fixture->document), ==, "Example");
}

static void
test_take_project (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (GFile) origin = g_file_new_for_path ("/somewhere/else/article.txt");
  g_autoptr (GFile) origin_folder = g_file_new_for_path ("/somewhere/else");
  g_autoptr (GFile) folder = NULL;

  g_assert_null (proviso_document_suggest_folder (fixture->document));
  proviso_text_replace (proviso_project_get_text (project), 0, 0, "# Imported\n");
  proviso_document_take_project (fixture->document, project, origin);
  folder = proviso_document_suggest_folder (fixture->document);
  g_assert_true (g_file_equal (folder, origin_folder));
  g_assert_true (proviso_document_get_project (fixture->document) == project);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
}

static void
test_undo_to_saved (Fixture *fixture, gconstpointer data)
{
  ProvisoHistory *history = proviso_project_get_history (proviso_document_get_project (fixture->document));

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  proviso_project_add_source (proviso_document_get_project (fixture->document), "A memo");
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  proviso_history_undo (history);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
  proviso_history_undo (history);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  proviso_history_redo (history);
  assert_state (fixture, PROVISO_DOCUMENT_STATE_SAVED, FALSE);
}

static void
close_when_saved_cb (ProvisoDocument *document)
{
  if (proviso_document_get_state (document) == PROVISO_DOCUMENT_STATE_SAVED)
    proviso_document_close (document);
}

/* A window goes once all is saved: the save that still waits is done, though nothing is kept for recovery any more. */
static void
test_close_between_saves (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.proviso", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  g_signal_connect (fixture->document, "notify::state", G_CALLBACK (close_when_saved_cb), NULL);
  proviso_document_save_async (fixture->document, other, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &first);
  proviso_document_save_async (fixture->document, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL, result_cb, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (proviso_document_save_finish (fixture->document, first, NULL));
  g_assert_true (proviso_document_save_finish (fixture->document, second, NULL));
}

static void
test_same_file_by_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link.proviso", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.proviso", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);

  proviso_text_replace (get_text (fixture), 0, 0, "Words.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  g_assert_cmpint (symlink ("frontier.proviso", path), ==, 0);
  g_assert_true (proviso_document_is_file (fixture->document, link));
  g_assert_false (proviso_document_is_file (fixture->document, other));
}

static void
title_changed_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  ProvisoProject *project = proviso_document_get_project (fixture->document);
  guint n_changes = 0;
  g_autofree char *name = NULL;

  g_signal_connect_swapped (fixture->document, "notify::title", G_CALLBACK (title_changed_cb), &n_changes);
  proviso_text_replace (get_text (fixture), 0, 0, "Dateline\n\n## A section\n\n#  A/B: what now?  ##\nText\n");
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (proviso_document_get_title (fixture->document), ==, "A/B: what now?");
  name = proviso_document_suggest_file_name (fixture->document);
  g_assert_cmpstr (name, ==, "A-B- what now-.proviso");
  proviso_project_set (project, project, "title", "Two labs", NULL);
  while (n_changes == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (proviso_document_get_title (fixture->document), ==, "Two labs");
  proviso_project_set (project, project, "title", "", NULL);
  proviso_text_replace (get_text (fixture), 0, proviso_text_get_length (get_text (fixture)), "#hashtag\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  g_assert_cmpstr (proviso_document_get_title (fixture->document), ==, "frontier");
}

static GPtrArray *
list_recoveries (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *recoveries;

  proviso_recovery_list_async (NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  recoveries = proviso_recovery_list_finish (result, NULL);
  g_assert_nonnull (recoveries);
  return recoveries;
}

/* The journal's last write is in a thread. */
static GPtrArray *
wait_for_recovery (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GPtrArray) recoveries = list_recoveries ();

      if (recoveries->len == 1)
        return g_steal_pointer (&recoveries);
      g_usleep (10000);
    }
  g_assert_not_reached ();
}

static void
recover (Fixture *fixture, ProvisoRecovery *recovery)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  proviso_document_recover_async (fixture->document, recovery, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  proviso_document_load_finish (fixture->document, result, &error);
  g_assert_no_error (error);
}

/* The program ends without a word while there are unsaved changes. */
static void
crash (Fixture *fixture)
{
  g_assert_finalize_object (fixture->document);
  fixture->document = proviso_document_new ();
}

static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autofree char *contents = NULL;

  proviso_text_replace (get_text (fixture), 0, 0, "Saved.\n");
  g_assert_true (save (fixture, fixture->file, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  contents = read_file (fixture);
  proviso_text_replace (get_text (fixture), 0, 0, "Typed. ");
  proviso_project_add_source (proviso_document_get_project (fixture->document), "A memo");
  crash (fixture);

  recoveries = wait_for_recovery ();
  recover (fixture, g_ptr_array_index (recoveries, 0));
  g_clear_pointer (&recoveries, g_ptr_array_unref);
  g_assert_true (proviso_document_get_recovered (fixture->document));
  assert_state (fixture, PROVISO_DOCUMENT_STATE_EDITED, TRUE);
  assert_draft (fixture, "Typed. Saved.\n");
  g_assert_true (proviso_document_is_file (fixture->document, fixture->file));
  {
    g_autofree char *now = read_file (fixture);

    g_assert_cmpstr (now, ==, contents);
  }

  /* Still not saved at the next crash: still there. */
  proviso_text_replace (get_text (fixture), 0, 0, "More. ");
  crash (fixture);
  recoveries = wait_for_recovery ();
  recover (fixture, g_ptr_array_index (recoveries, 0));
  g_clear_pointer (&recoveries, g_ptr_array_unref);
  assert_draft (fixture, "More. Typed. Saved.\n");

  g_assert_true (save (fixture, NULL, PROVISO_DOCUMENT_SAVE_NONE, NULL));
  g_assert_false (proviso_document_get_recovered (fixture->document));
  crash (fixture);
  recoveries = list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
}

static void
test_nothing_to_recover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;

  /* Nothing typed; or discarded. */
  crash (fixture);
  proviso_text_replace (get_text (fixture), 0, 0, "Discarded.");
  proviso_document_close (fixture->document);
  crash (fixture);
  recoveries = list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  /* The journal goes to the state folder. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("save-and-load", test_save_and_load);
  ADD ("save-unchanged", test_save_unchanged);
  ADD ("save-as", test_save_as);
  ADD ("typing-during-save", test_typing_during_save);
  ADD ("failed-save", test_failed_save);
  ADD ("changed-by-another", test_changed_by_another);
  ADD ("reopened", test_reopened);
  ADD ("overwrite", test_overwrite);
  ADD ("gone-and-back", test_gone_and_back);
  ADD ("own-saves-are-silent", test_own_saves_are_silent);
  ADD ("broken-file", test_broken_file);
  ADD ("copy", test_copy);
  ADD ("take-project", test_take_project);
  ADD ("undo-to-saved", test_undo_to_saved);
  ADD ("close-between-saves", test_close_between_saves);
  ADD ("same-file-by-link", test_same_file_by_link);
  ADD ("title", test_title);
  ADD ("recovery", test_recovery);
  ADD ("nothing-to-recover", test_nothing_to_recover);

  return g_test_run ();
}
