/* test-changes-by-others.c: what others did to the file, while it is open and since one last looked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-notice.h"
#include "app/proviso-workspace.h"
#include "core/proviso-identity.h"
#include "editor/proviso-statistics-bar.h"
#include "panel/find.h"
#include "panel/proviso-changes-page.h"
#include "panel/proviso-panel.h"
#include "storage/proviso-seen.h"

static void
write_words (Fixture *fixture, const char *ten_letters)
{
  g_autofree char *changed = g_strdup (PROJECT);

  memcpy (strstr (changed, "left video"), ten_letters, 10);
  g_file_set_contents (g_file_peek_path (fixture->file), changed, -1, NULL);
}

/* Whether what somebody last saw of a project has these words. */
static gboolean
is_seen (const char *project_id, const char *person, const char *words)
{
  g_autoptr (GBytes) bytes = proviso_seen_read (project_id, person);

  return bytes != NULL &&
         g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), words) != NULL;
}

static gboolean
person_has_seen (const char *person, const char *words)
{
  return is_seen (PROJECT_ID, person, words);
}

static gboolean
has_seen (const char *words)
{
  return person_has_seen (proviso_identity_get_name (), words);
}

static void
answer_notice (ProvisoWindow *window, gboolean second)
{
  g_signal_emit_by_name (find_child (GTK_WIDGET (window), PROVISO_TYPE_NOTICE), "response", second);
}

/* Whoever cancels what a save asks can still have the one or the other. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *draft = NULL;

  type (window, "Mine. ");
  write_words (fixture, "kept audio");
  activate (window, "win.save");
  respond (window, "cancel");
  g_assert_cmpstr (get_notice (window), ==,
                   "“frontier.proviso” was not saved: another program changed the file in the meantime.");
  g_assert_true (shows_label (GTK_WIDGET (window), "Save As…"));
  g_assert_true (shows_label (GTK_WIDGET (window), "Reload"));
  answer_notice (window, TRUE);
  respond (window, "reload");
  WAIT_UNTIL (is_saved (window));
  draft = dup_draft (window);
  g_assert_nonnull (strstr (draft, "kept audio"));
  g_assert_null (get_notice (window));
}

static void
test_changed_file (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *draft = NULL;

  write_words (fixture, "kept audio");
  WAIT_UNTIL (get_notice (window) != NULL);

  /* Saving asks; cancelling leaves both as they are. */
  type (window, "Mine. ");
  activate (window, "win.save");
  WAIT_UNTIL (get_dialog (window) != NULL);
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (get_dialog (window)), "overwrite"));
  respond (window, "cancel");
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "Mine. "));
  g_assert_nonnull (get_notice (window));

  activate (window, "win.save");
  respond (window, "reload");
  WAIT_UNTIL (is_saved (window));
  g_clear_pointer (&draft, g_free);
  draft = dup_draft (window);
  g_assert_nonnull (strstr (draft, "kept audio"));
  /* What was open before is what the person saw last. */
  WAIT_UNTIL (g_strcmp0 (get_notice (window), "Changed since you last looked: 1 passage") == 0);
}

static void
test_reload_from_notice (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *draft = NULL;

  write_words (fixture, "kept audio");
  WAIT_UNTIL (get_notice (window) != NULL);
  answer_notice (window, FALSE);
  WAIT_UNTIL (g_strcmp0 (get_notice (window), "Changed since you last looked: 1 passage") == 0);
  g_assert_true (is_saved (window));
  draft = dup_draft (window);
  g_assert_nonnull (strstr (draft, "kept audio"));
  g_assert_true (has_seen ("left video"));

  /* Not looked at yet, it is still to be told after what comes next. */
  write_words (fixture, "sold radio");
  WAIT_UNTIL (g_strcmp0 (get_notice (window), "The file was changed by another program") == 0);
  answer_notice (window, FALSE);
  WAIT_UNTIL (g_strcmp0 (get_notice (window), "Changed since you last looked: 1 passage") == 0);
  g_assert_true (has_seen ("left video"));
}

static void
test_changes_by_others (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  g_assert_false (can_activate (window, "show-changes"));
  /* Asked for again, it is not told after itself. */
  for (guint i = 0; i < 3; i++)
    activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "You have this project open for the first time"));
  /* And covers nothing that is needed. */
  WAIT_UNTIL (is_clear_of (find_toast (window, "You have this project open for the first time"),
                           find_child (GTK_WIDGET (window), PROVISO_TYPE_STATISTICS_BAR)));
  close_window (window);
  WAIT_UNTIL (has_seen ("left video"));

  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_cmpstr (get_notice (window), ==, "Changed since you last looked: 1 passage");
  g_assert_true (can_activate (window, "next-change"));

  /* What is graver comes first. */
  write_words (fixture, "sold video");
  WAIT_UNTIL (g_strcmp0 (get_notice (window), "The file was changed by another program") == 0);
  answer_notice (window, TRUE);
  g_assert_cmpstr (get_notice (window), ==, "Changed since you last looked: 1 passage");

  answer_notice (window, FALSE);
  WAIT_UNTIL (find_child (GTK_WIDGET (window), PROVISO_TYPE_CHANGES_PAGE) != NULL);
  g_assert_null (get_notice (window));
  activate (window, "win.next-change");
  {
    GtkTextBuffer *buffer = GTK_TEXT_BUFFER (proviso_project_get_text (get_project (window)));
    GtkTextIter start, end;
    g_autofree char *words = NULL;

    /* Nothing that the next key would replace. */
    g_assert_false (gtk_text_buffer_get_has_selection (buffer));
    gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
    end = start;
    gtk_text_iter_forward_to_line_end (&end);
    words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    g_assert_cmpstr (words, ==, "kept audio.");
  }
  /* The panel shows what it is. */
  g_assert_false (shows_toast (window, "Passage changed: The lab kept audio."));
  activate (window, "win.previous-change");
  WAIT_UNTIL (shows_toast (window, "No earlier changes"));

  /* To go elsewhere is not to be through with them. */
  activate (window, "win.review");
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_true (can_activate (window, "next-change"));
  activate (window, "win.next-change");
  g_assert_null (get_notice (window));
  activate (window, "win.show-readiness");
  g_assert_cmpstr (get_notice (window), ==, "Changed since you last looked: 1 passage");
  activate (window, "win.show-changes");
  g_assert_null (get_notice (window));
  g_assert_false (has_seen ("kept audio"));

  /* Closing the page marks them as seen, as they were when the file was opened. */
  adw_navigation_view_pop (find_child (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_VIEW));
  WAIT_UNTIL (!can_activate (window, "show-changes"));
  WAIT_UNTIL (has_seen ("kept audio"));
  g_assert_null (get_notice (window));
}

/* Whoever has been to each change has seen them, without closing the list. */
static void
test_looked_through (Fixture *fixture, gconstpointer data)
{
  static const char *told = "You have seen all changes; from now on only newer ones are told";
  ProvisoWindow *window = open_project (fixture);

  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "You have this project open for the first time"));
  close_window (window);
  WAIT_UNTIL (has_seen ("left video"));

  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  activate (window, "win.next-change");
  g_assert_false (has_seen ("kept audio"));
  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, told));
  WAIT_UNTIL (has_seen ("kept audio"));
  g_assert_nonnull (find_child (GTK_WIDGET (window), PROVISO_TYPE_CHANGES_PAGE));

  /* What is written now is seen when it is saved, and nothing asks for another look. */
  type (window, "Mine. ");
  activate (window, "win.save");
  WAIT_UNTIL (has_seen ("Mine. "));
  activate (window, "win.show-readiness");
  g_assert_null (get_notice (window));
  g_assert_false (can_activate (window, "show-changes"));
}

/* Where the panel is out of sight, what was changed is said. */
static void
test_changes_without_panel (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  close_window (window);
  WAIT_UNTIL (has_seen ("left video"));
  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  proviso_workspace_set_panel_shown (find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE), FALSE);
  WAIT_UNTIL (!gtk_widget_get_mapped (find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL)));
  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "Passage changed: The lab kept audio."));
  g_assert_false (
      proviso_workspace_get_panel_shown (find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE)));
  proviso_workspace_set_panel_shown (find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE), TRUE);
}

/* What nobody looked at is told again, whatever was saved meanwhile. */
static void
test_changes_left (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  close_window (window);
  WAIT_UNTIL (has_seen ("left video"));
  WAIT_UNTIL (count_windows () == 0);

  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  close_window (window);
  WAIT_UNTIL (count_windows () == 0);

  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  type (window, "Mine. ");
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  g_assert_nonnull (get_notice (window));
  close_window (window);
  WAIT_UNTIL (count_windows () == 0);

  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_true (has_seen ("left video"));

  /* What was saved meanwhile is seen with it. */
  type (window, "More. ");
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  answer_notice (window, TRUE);
  g_assert_null (get_notice (window));
  WAIT_UNTIL (has_seen ("kept audio") && has_seen ("More. "));
}

/* Who comes to the desk while a project is open is told what others did; nothing is seen for those passed by. */
static void
test_changed_name (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_autofree char *first = g_strdup (proviso_identity_get_name ());
  g_autofree char *second = g_strconcat (first, " II", NULL);

  /* The second has seen it once. */
  close_window (window);
  WAIT_UNTIL (person_has_seen (first, "left video"));
  {
    g_autoptr (GBytes) seen = proviso_seen_read (PROJECT_ID, first);
    g_autoptr (GBytes) packed = proviso_seen_pack (seen);

    proviso_seen_write (PROJECT_ID, second, packed);
  }
  WAIT_UNTIL (count_windows () == 0);

  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  answer_notice (window, TRUE);
  WAIT_UNTIL (person_has_seen (first, "kept audio"));
  g_assert_null (get_notice (window));

  /* What is saved before it is compared anew is the first one's. */
  type (window, "Mine. ");
  g_settings_set_string (settings, "person-name", second);
  WAIT_UNTIL (g_str_equal (proviso_identity_get_name (), second));
  g_assert_null (get_notice (window));
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  WAIT_UNTIL (person_has_seen (first, "Mine. "));
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_true (person_has_seen (second, "left video"));

  /* A name on the way to another one. */
  g_settings_set_string (settings, "person-name", "Person on the Way");
  WAIT_UNTIL (get_notice (window) == NULL);
  g_settings_set_string (settings, "person-name", second);
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_false (person_has_seen ("Person on the Way", "kept audio"));
  g_assert_true (person_has_seen (second, "left video"));

  answer_notice (window, TRUE);
  WAIT_UNTIL (person_has_seen (second, "kept audio"));
  g_settings_reset (settings, "person-name");
}

/* Whoever begins a project has seen what is in its first file. */
static void
test_own_project (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window;
  g_autoptr (GFile) file = create_file (fixture, "own.proviso", "");

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  activate (window, "win.new-project");
  WAIT_UNTIL (shows_project (window));
  type (window, "Mine. ");
  proviso_document_save_async (proviso_window_get_document (window), file, PROVISO_DOCUMENT_SAVE_OVERWRITE,
                               NULL, NULL, NULL);
  WAIT_UNTIL (is_saved (window));
  WAIT_UNTIL (
      is_seen (proviso_project_get_id (get_project (window)), proviso_identity_get_name (), "Mine. "));
}

/* What is saved is what was seen. */
static void
test_own_changes (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  type (window, "Mine. ");
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  WAIT_UNTIL (has_seen ("Mine. "));
  close_window (window);
  WAIT_UNTIL (count_windows () == 0);
  g_assert_true (has_seen ("Mine. "));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/changes-by-others/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("conflict", test_conflict);
  ADD ("changed-file", test_changed_file);
  ADD ("reload-from-notice", test_reload_from_notice);
  ADD ("changes-by-others", test_changes_by_others);
  ADD ("looked-through", test_looked_through);
  ADD ("changes-by-others-without-panel", test_changes_without_panel);
  ADD ("changes-left", test_changes_left);
  ADD ("changed-name", test_changed_name);
  ADD ("own-project", test_own_project);
  ADD ("own-changes", test_own_changes);

  return run_tests ();
}
