/* test-window.c: what a person does with the window, done to the real one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-autosave.h"
#include "app/proviso-import-dialog.h"
#include "app/proviso-notice.h"
#include "app/proviso-session.h"
#include "app/proviso-shortcuts.h"
#include "app/proviso-window-title.h"
#include "app/proviso-window.h"
#include "app/proviso-workspace.h"
#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "editor/proviso-draft-pane.h"
#include "editor/proviso-statistics-bar.h"
#include "panel/proviso-changes-page.h"
#include "panel/proviso-growing-view.h"
#include "panel/proviso-panel.h"
#include "panel/proviso-readiness-page.h"
#include "panel/proviso-thread-group.h"
#include "storage/proviso-seen.h"

#include <glib/gstdio.h>

#define PROJECT                                                                                                      \
  "{\n  \"proviso\": 1,\n  \"id\": \"0b8d8f1e-9d5c-4f53-8f0a-2b8a4b0f9f10\",\n  \"title\": \"\",\n"                  \
  "  \"language\": \"en\",\n  \"created\": \"2026-03-28T10:00:00Z\",\n  \"modified\": \"2026-03-28T10:00:00Z\",\n"    \
  "  \"draft\": [\n    \"# Two labs\\n\",\n    \"\\n\",\n    \"The lab left video.\\n\"\n  ],\n"                      \
  "  \"claims\": [],\n  \"caveats\": [],\n  \"sources\": []\n}\n"

static ProvisoApplication *application;

typedef struct
{
  char *folder;
  GFile *file;
} Fixture;

static GFile *
create_file (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static guint n_persons;
  g_autofree char *person = g_strdup_printf ("Person %u", ++n_persons);

  /* One who has never seen the project before. */
  proviso_identity_set_name (person);
  fixture->folder = g_dir_make_tmp ("proviso-window-XXXXXX", NULL);
  fixture->file = create_file (fixture, "frontier.proviso", PROJECT);
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  for (GList *l = windows; l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_close_now (l->data);
  WAIT_UNTIL (count_windows () == 0);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

static ProvisoWindow *
get_window (void)
{
  return PROVISO_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);
}

static ProvisoProject *
get_project (ProvisoWindow *window)
{
  return proviso_document_get_project (proviso_window_get_document (window));
}

static void
activate (ProvisoWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static gboolean
can_activate (ProvisoWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* The first widget of the type below `widget` that is to be seen. */
static gpointer
find_widget (gpointer widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AdwDialog *
get_dialog (ProvisoWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* The button with this label that is to be seen. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 &&
      gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_label (child, text))
      return TRUE;
  return FALSE;
}

static void
respond (ProvisoWindow *window, const char *response)
{
  AdwDialog *dialog;
  const char *label;

  WAIT_UNTIL (get_dialog (window) != NULL);
  dialog = get_dialog (window);
  label = adw_alert_dialog_get_response_label (ADW_ALERT_DIALOG (dialog), response);
  WAIT_UNTIL (find_button (GTK_WIDGET (dialog), label) != NULL);
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), label), "clicked");
}

/* The button for this action that is to be seen. */
static GtkWidget *
find_action_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_notice (ProvisoWindow *window)
{
  return proviso_notice_get_text (find_widget (window, PROVISO_TYPE_NOTICE));
}

static char *
dup_draft (ProvisoWindow *window)
{
  return proviso_text_dup (proviso_project_get_text (get_project (window)));
}

static void
type (ProvisoWindow *window, const char *text)
{
  proviso_text_replace (proviso_project_get_text (get_project (window)), 0, 0, text);
}

static gboolean
is_saved (ProvisoWindow *window)
{
  return proviso_document_get_state (proviso_window_get_document (window)) == PROVISO_DOCUMENT_STATE_SAVED;
}

/* The window is painted before its project is in it, and the draft before the panel. */
static gboolean
shows_project (ProvisoWindow *window)
{
  return can_activate (window, "save") && find_widget (window, PROVISO_TYPE_PANEL) != NULL;
}

static ProvisoWindow *
open_project (Fixture *fixture)
{
  proviso_application_open_file (application, fixture->file, NULL);
  WAIT_UNTIL (is_saved (get_window ()) && shows_project (get_window ()));
  return get_window ();
}

static void
test_open_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = create_file (fixture, "other.proviso", PROJECT);
  ProvisoWindow *window;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  g_assert_true (proviso_window_is_empty (window));
  g_assert_false (can_activate (window, "save"));

  /* The empty window takes it; a second time there is still one; another project has its own. */
  proviso_application_open_file (application, fixture->file, NULL);
  proviso_application_open_file (application, fixture->file, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Two labs");
  proviso_application_open_file (application, fixture->file, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  proviso_application_open_file (application, other, NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
  proviso_application_open_file (application, fixture->file, NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
}

/* The cursor's place, in code points. */
static int
get_cursor (ProvisoWindow *window)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_widget (window, GTK_TYPE_TEXT_VIEW));
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);
  return offset;
}

static void
set_cursor (ProvisoWindow *window, int offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_widget (window, GTK_TYPE_TEXT_VIEW));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* The first character in sight. */
static int
get_top (ProvisoWindow *window)
{
  GtkTextView *view = find_widget (window, GTK_TYPE_TEXT_VIEW);
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  return gtk_text_iter_get_offset (&iter);
}

/* A project comes up as its window was when it was closed, whatever others did meanwhile. */
static void
test_view_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) draft = g_string_new ("# Long\\n\",");
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = NULL;
  ProvisoWindow *window;
  GtkTextView *view;
  GtkTextIter iter;
  const char *list;
  int top, width, height;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (draft, "\n    \"Line %03u of the draft.\\n\"%s", i, i < 299 ? "," : "");
  contents = g_strconcat ("{\"proviso\": 1, \"id\": \"long\", \"title\": \"\", \"language\": \"en\", "
                          "\"created\": \"2026-03-28T10:00:00Z\", \"modified\": \"2026-03-28T10:00:00Z\", "
                          "\"draft\": [\"", draft->str, "], \"claims\": [], \"caveats\": [], \"sources\": []}",
                          NULL);
  file = create_file (fixture, "long.proviso", contents);

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  g_assert_cmpint (get_cursor (window), ==, 0);
  view = find_widget (window, GTK_TYPE_TEXT_VIEW);
  set_cursor (window, 4567);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, 4400);
  gtk_text_view_scroll_to_iter (view, &iter, 0, TRUE, 0, 0);
  /* The lines have 23 characters. */
  WAIT_UNTIL (get_top (window) == 4400 / 23 * 23 + 7);
  activate (window, "panel.show-sources");
  activate (window, "win.show-panel");
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 650);
  WAIT_UNTIL ((gtk_window_get_default_size (GTK_WINDOW (window), &width, &height), width == 1100));
  /* Known at once; the window becomes so, and its text moves in it, once the screen has answered. */
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) <= 1100);
  top = get_top (window);
  g_assert_cmpint (top, >, 4000);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 0);

  window = open_project (fixture);
  g_assert_cmpint (get_cursor (window), ==, 0);
  activate (window, "win.show-panel");
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 750);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 0);

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  g_assert_cmpint (get_cursor (window), ==, 4567);
  WAIT_UNTIL (get_top (window) == top);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 650);
  g_assert_false (proviso_workspace_get_panel_shown (find_widget (window, PROVISO_TYPE_WORKSPACE)));
  list = proviso_panel_get_list_name (find_widget (window, PROVISO_TYPE_PANEL));
  g_assert_cmpstr (list, ==, "sources");

  /* Loaded anew, it stays where it is. */
  set_cursor (window, 4600);
  proviso_window_reload (window);
  WAIT_UNTIL (!is_saved (window));
  WAIT_UNTIL (is_saved (window));
  g_assert_cmpint (get_cursor (window), ==, 4600);
}

/* Review mode locks the text, brings the caveats into sight and comes up again with its project. */
static void
test_review_mode (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace = find_widget (window, PROVISO_TYPE_WORKSPACE);
  GtkTextView *view = find_widget (window, GTK_TYPE_TEXT_VIEW);

  WAIT_UNTIL (shows_project (window) && is_saved (window));
  proviso_workspace_set_panel_shown (workspace, FALSE);
  activate (window, "win.review");
  g_assert_true (proviso_workspace_get_reviewing (workspace));
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  g_assert_false (gtk_text_view_get_editable (view));
  g_assert_cmpstr (proviso_panel_get_list_name (find_widget (window, PROVISO_TYPE_PANEL)), ==, "caveats");

  /* Records are changed, and that is undone. */
  proviso_project_add_caveat (get_project (window), NULL, 0, 5);
  activate (window, "win.undo");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_caveats (get_project (window))), ==, 0);

  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 0);
  window = open_project (fixture);
  WAIT_UNTIL (shows_project (window));
  workspace = find_widget (window, PROVISO_TYPE_WORKSPACE);
  WAIT_UNTIL (proviso_workspace_get_reviewing (workspace));
  view = find_widget (window, GTK_TYPE_TEXT_VIEW);
  g_assert_false (gtk_text_view_get_editable (view));
  activate (window, "win.review");
  g_assert_true (gtk_text_view_get_editable (view));
}

static GtkWidget *
get_readiness_button (ProvisoWindow *window)
{
  return find_action_button (find_widget (window, PROVISO_TYPE_WINDOW_TITLE), "win.show-readiness");
}

static gboolean
shows_readiness (ProvisoWindow *window)
{
  return find_widget (window, PROVISO_TYPE_READINESS_PAGE) != NULL;
}

static void
painted_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* How near it is to publication: told below the title once the project is painted; a press on that leads to what is
 * left to do. */
static void
test_readiness (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window;
  GdkFrameClock *clock;
  guint n_frames = 0;

  proviso_application_open_file (application, fixture->file, NULL);
  window = get_window ();
  WAIT_UNTIL (can_activate (window, "save"));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);
  proviso_project_add_claim (get_project (window), 2, 10);
  g_assert_null (get_readiness_button (window));
  WAIT_UNTIL (get_readiness_button (window) != NULL);
  g_assert_cmpuint (n_frames, >=, 1);
  g_signal_handlers_disconnect_by_data (clock, &n_frames);
  WAIT_UNTIL (find_widget (window, PROVISO_TYPE_PANEL) != NULL);

  g_assert_false (shows_readiness (window));
  gtk_widget_activate (get_readiness_button (window));
  WAIT_UNTIL (shows_readiness (window));
  activate (window, "panel.show-claims");
  WAIT_UNTIL (!shows_readiness (window));
  activate (window, "win.show-readiness");
  WAIT_UNTIL (shows_readiness (window));

  /* It follows what is done. */
  activate (window, "win.undo");
  WAIT_UNTIL (get_readiness_button (window) == NULL);
}

static void
test_new_project (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  activate (window, "win.new-project");
  g_assert_cmpuint (count_windows (), ==, 1);
  WAIT_UNTIL (shows_project (window));
  type (window, "x");
  activate (window, "win.new-project");
  g_assert_cmpuint (count_windows (), ==, 2);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoRecordList *claims = proviso_project_get_claims (get_project (window));
  g_autofree char *draft = NULL;

  g_assert_false (can_activate (window, "undo"));
  type (window, "New. ");
  proviso_project_add_claim (get_project (window), 0, 4);
  type (window, "Newer. ");
  g_assert_true (can_activate (window, "undo"));

  activate (window, "win.undo");
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "New. # Two labs"));
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 1);
  activate (window, "win.undo");
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 0);
  activate (window, "win.undo");
  g_assert_true (is_saved (window));
  g_assert_false (can_activate (window, "undo"));
  for (guint i = 0; i < 3; i++)
    activate (window, "win.redo");
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 1);
  g_assert_false (can_activate (window, "redo"));
}

/* What undo did to a record is shown. */
static void
test_undo_shown (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoPanel *panel = find_widget (window, PROVISO_TYPE_PANEL);

  proviso_project_add_claim (get_project (window), 0, 4);
  activate (window, "panel.show-sources");
  g_assert_cmpstr (proviso_panel_get_list_name (panel), ==, "sources");
  activate (window, "win.undo");
  g_assert_cmpstr (proviso_panel_get_list_name (panel), ==, "sources");
  activate (window, "win.redo");
  g_assert_cmpstr (proviso_panel_get_list_name (panel), ==, "claims");
}

/* In a search entry, Ctrl+Z is the entry's own. */
static void
test_undo_in_entry (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  GtkWidget *entry = gtk_entry_new ();
  GtkEditable *text;
  g_autofree char *draft = NULL;

  type (window, "Kept. ");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), entry);
  gtk_widget_grab_focus (entry);
  text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  g_signal_emit_by_name (text, "insert-at-cursor", "abc");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "abc");
  activate (window, "win.undo");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "Kept. "));
}

/* An entry that nothing was typed into leaves the key to the project; one with a history keeps it. */
static void
test_undo_in_reply (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace = find_widget (window, PROVISO_TYPE_WORKSPACE);
  ProvisoProject *project = get_project (window);
  ProvisoRecordList *thread;
  ProvisoCaveat *caveat;
  GtkTextBuffer *buffer;

  WAIT_UNTIL (shows_project (window) && is_saved (window));
  caveat = proviso_project_add_caveat (project, NULL, 0, 5);
  thread = proviso_caveat_get_thread (caveat);
  proviso_project_add_comment (project, caveat, "Is it so?");
  proviso_selection_show_in_panel (proviso_workspace_get_selection (workspace), PROVISO_RECORD (caveat), TRUE);
  WAIT_UNTIL (find_widget (window, PROVISO_TYPE_THREAD_GROUP) != NULL);
  WAIT_UNTIL (gtk_widget_get_mapped (find_widget (window, PROVISO_TYPE_THREAD_GROUP)));
  proviso_thread_group_reply (find_widget (window, PROVISO_TYPE_THREAD_GROUP));
  g_assert_true (PROVISO_IS_GROWING_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));

  activate (window, "win.undo");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 0);
  activate (window, "win.redo");
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 1);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "a", -1);
  gtk_text_buffer_end_user_action (buffer);
  activate (window, "win.undo");
  activate (window, "win.undo");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_cmpuint (proviso_record_list_get_size (thread), ==, 1);
}

static void
test_close_cancel_and_discard (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *contents = NULL;

  type (window, "Lost. ");
  gtk_window_close (GTK_WINDOW (window));
  respond (window, "cancel");
  g_assert_cmpuint (count_windows (), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  respond (window, "discard");
  WAIT_UNTIL (count_windows () == 0);
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_cmpstr (contents, ==, PROJECT);
}

static void
test_close_save (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *contents = NULL;

  type (window, "Kept. ");
  gtk_window_close (GTK_WINDOW (window));
  respond (window, "save");
  WAIT_UNTIL (count_windows () == 0);
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_nonnull (strstr (contents, "\"Kept. # Two labs\\n\""));
}

static void
test_close_unchanged (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoDocument *document = proviso_window_get_document (window);

  /* Nothing keeps what was in it. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 0);
  WAIT_UNTIL (window == NULL && document == NULL);
}

static void
test_quit_with_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = create_file (fixture, "other.proviso", PROJECT);
  ProvisoWindow *first = open_project (fixture);
  ProvisoWindow *second, *asked;

  proviso_application_open_file (application, other, NULL);
  second = get_window ();
  g_assert_true (first != second);
  WAIT_UNTIL (is_saved (second));
  type (first, "One. ");
  type (second, "Two. ");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  WAIT_UNTIL (get_dialog (first) != NULL || get_dialog (second) != NULL);
  asked = get_dialog (first) != NULL ? first : second;
  /* The first one of the list is not to be saved. */
  gtk_check_button_set_active (find_widget (get_dialog (asked), GTK_TYPE_CHECK_BUTTON), FALSE);
  respond (asked, "save");
  WAIT_UNTIL (count_windows () == 0);

  {
    g_autofree char *one = NULL;
    g_autofree char *two = NULL;

    g_file_load_contents (fixture->file, NULL, &one, NULL, NULL, NULL);
    g_file_load_contents (other, NULL, &two, NULL, NULL, NULL);
    g_assert_cmpint ((strstr (one, "One. ") != NULL) + (strstr (two, "Two. ") != NULL), ==, 1);
  }
}

static void
test_changed_file (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *changed = g_strdup (PROJECT);
  g_autofree char *draft = NULL;

  memcpy (strstr (changed, "left video"), "kept audio", 10);
  g_file_set_contents (g_file_peek_path (fixture->file), changed, -1, NULL);
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

  return bytes != NULL && g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), words) != NULL;
}

static gboolean
person_has_seen (const char *person, const char *words)
{
  return is_seen ("0b8d8f1e-9d5c-4f53-8f0a-2b8a4b0f9f10", person, words);
}

static gboolean
has_seen (const char *words)
{
  return person_has_seen (proviso_identity_get_name (), words);
}

static void
answer_notice (ProvisoWindow *window, gboolean second)
{
  g_signal_emit_by_name (find_widget (window, PROVISO_TYPE_NOTICE), "response", second);
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

/* The overlay's own child is what comes first in it. */
static GtkWidget *
find_toast (ProvisoWindow *window, const char *title)
{
  GtkWidget *overlay = find_widget (window, ADW_TYPE_TOAST_OVERLAY);

  for (GtkWidget *child = gtk_widget_get_last_child (overlay);
       child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)); child = gtk_widget_get_prev_sibling (child))
    if (has_text (child, title))
      return child;
  return NULL;
}

static gboolean
shows_toast (ProvisoWindow *window, const char *title)
{
  return find_toast (window, title) != NULL;
}

/* Whether the toast ends above what is at the bottom of the window. */
static gboolean
is_clear_of (GtkWidget *toast, GtkWidget *bar)
{
  graphene_rect_t bounds, bar_bounds;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (bar));

  return gtk_widget_get_mapped (toast) && gtk_widget_get_mapped (bar) && gtk_widget_get_height (toast) > 0 &&
         gtk_widget_compute_bounds (toast, window, &bounds) && gtk_widget_compute_bounds (bar, window, &bar_bounds) &&
         bounds.origin.y + bounds.size.height <= bar_bounds.origin.y;
}

static void
test_changes_by_others (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  g_assert_false (can_activate (window, "show-changes"));
  /* Asked for again, it is not told after itself. */
  for (guint i = 0; i < 3; i++)
    activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "Nothing has changed since you last looked"));
  /* And covers nothing that is needed. */
  WAIT_UNTIL (is_clear_of (find_toast (window, "Nothing has changed since you last looked"),
                           find_widget (window, PROVISO_TYPE_STATISTICS_BAR)));
  gtk_window_close (GTK_WINDOW (window));
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
  WAIT_UNTIL (find_widget (window, PROVISO_TYPE_CHANGES_PAGE) != NULL);
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
  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "No more changes"));
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
  adw_navigation_view_pop (find_widget (window, ADW_TYPE_NAVIGATION_VIEW));
  WAIT_UNTIL (!can_activate (window, "show-changes"));
  WAIT_UNTIL (has_seen ("kept audio"));
  g_assert_null (get_notice (window));
}

/* What nobody looked at is told again, whatever was saved meanwhile. */
static void
test_changes_left (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (has_seen ("left video"));
  WAIT_UNTIL (count_windows () == 0);

  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 0);

  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  type (window, "Mine. ");
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  g_assert_nonnull (get_notice (window));
  gtk_window_close (GTK_WINDOW (window));
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
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (person_has_seen (first, "left video"));
  {
    g_autoptr (GBytes) seen = proviso_seen_read ("0b8d8f1e-9d5c-4f53-8f0a-2b8a4b0f9f10", first);
    g_autoptr (GBytes) packed = proviso_seen_pack (seen);

    proviso_seen_write ("0b8d8f1e-9d5c-4f53-8f0a-2b8a4b0f9f10", second, packed);
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
  proviso_document_save_async (proviso_window_get_document (window), file, PROVISO_DOCUMENT_SAVE_OVERWRITE, NULL, NULL,
                               NULL);
  WAIT_UNTIL (is_saved (window));
  WAIT_UNTIL (is_seen (proviso_project_get_id (get_project (window)), proviso_identity_get_name (), "Mine. "));
}

/* The file in which a caveat was settled on words that are others now. */
static GFile *
create_changed_file (Fixture *fixture)
{
  g_autoptr (GString) contents = g_string_new (PROJECT);

  g_string_replace (contents, "\"caveats\": []",
                    "\"caveats\": [{\"id\": \"c\", \"state\": \"accepted\", \"reason\": \"Known\", \"anchors\": "
                    "[{\"start\": 16, \"end\": 30, \"exact\": \"lab kept video\"}]}]",
                    1);

  return create_file (fixture, "changed.proviso", contents->str);
}

/* It was only opened, and says why it counts as edited. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = create_changed_file (fixture);
  ProvisoWindow *window;
  ProvisoCaveat *caveat;
  g_autofree char *contents = NULL;

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (shows_project (window));
  g_assert_cmpint (proviso_document_get_state (proviso_window_get_document (window)), ==, PROVISO_DOCUMENT_STATE_EDITED);
  WAIT_UNTIL (find_label (GTK_WIDGET (window), "1 caveat was reopened: its words were changed outside Proviso"));
  g_assert_false (can_activate (window, "undo"));
  caveat = proviso_project_find_caveat (get_project (window), "c");
  g_assert_cmpint (proviso_caveat_get_state (caveat), ==, PROVISO_CAVEAT_STATE_OPEN);

  gtk_window_close (GTK_WINDOW (window));
  respond (window, "save");
  WAIT_UNTIL (count_windows () == 0);
  g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL);
  g_assert_nonnull (strstr (contents, "passage_changed_outside"));

  proviso_application_open_file (application, file, NULL);
  window = get_window ();
  WAIT_UNTIL (shows_project (window) && is_saved (window));
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
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (count_windows () == 0);
  g_assert_true (has_seen ("Mine. "));
}

static void
test_reload_from_notice (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *changed = g_strdup (PROJECT);
  g_autofree char *draft = NULL;

  memcpy (strstr (changed, "left video"), "kept audio", 10);
  g_file_set_contents (g_file_peek_path (fixture->file), changed, -1, NULL);
  WAIT_UNTIL (get_notice (window) != NULL);
  g_signal_emit_by_name (find_widget (window, PROVISO_TYPE_NOTICE), "response", FALSE);
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
test_failed_save (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *moved = g_strconcat (fixture->folder, "-moved", NULL);
  g_autofree char *draft = NULL;

  type (window, "Kept. ");
  g_assert_cmpint (g_rename (fixture->folder, moved), ==, 0);
  activate (window, "win.save");
  respond (window, "cancel");
  g_assert_nonnull (get_notice (window));
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));
  draft = dup_draft (window);
  g_assert_true (g_str_has_prefix (draft, "Kept. "));

  g_assert_cmpint (g_rename (moved, fixture->folder), ==, 0);
  activate (window, "win.save");
  WAIT_UNTIL (is_saved (window));
  g_assert_null (get_notice (window));
}

/* The width that the lines of the draft have. */
static int
get_line_width (ProvisoWindow *window)
{
  GtkTextView *view = find_widget (window, GTK_TYPE_TEXT_VIEW);

  return gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view) -
         gtk_text_view_get_right_margin (view);
}

static const char *
get_font_family (ProvisoWindow *window)
{
  PangoContext *context = gtk_widget_get_pango_context (find_widget (window, GTK_TYPE_TEXT_VIEW));

  return pango_font_description_get_family (pango_context_get_font_description (context));
}

static void
test_font_and_measure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  ProvisoWindow *window = open_project (fixture);
  AdwComboRow *font_row;
  g_autofree char *family = NULL;
  int width;

  WAIT_UNTIL (get_line_width (window) > 0);
  width = get_line_width (window);
  family = g_strdup (get_font_family (window));
  g_settings_set_uint (settings, "measure", 45);
  WAIT_UNTIL (get_line_width (window) < width * 3 / 4);

  g_settings_set_string (settings, "custom-font", "Serif Italic 20");
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  WAIT_UNTIL (get_dialog (window) != NULL);
  font_row = find_widget (get_dialog (window), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (font_row, 2);
  WAIT_UNTIL (g_strcmp0 (get_font_family (window), "Serif") == 0);
  adw_combo_row_set_selected (font_row, 0);
  WAIT_UNTIL (g_strcmp0 (get_font_family (window), family) == 0);
  adw_dialog_force_close (get_dialog (window));
  WAIT_UNTIL (get_dialog (window) == NULL);
  g_settings_reset (settings, "measure");
  g_settings_reset (settings, "custom-font");
  g_settings_reset (settings, "font-source");
  WAIT_UNTIL (get_line_width (window) == width);
}

static void
test_autosave (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  ProvisoWindow *window = open_project (fixture);
  g_autofree char *changed = g_strdup (PROJECT);
  g_autofree char *contents = NULL;
  gint64 until;

  g_settings_set_boolean (settings, "autosave", TRUE);
  type (window, "Kept. ");
  WAIT_UNTIL (!is_saved (window));
  WAIT_UNTIL (is_saved (window));
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_nonnull (strstr (contents, "\"Kept. # Two labs\\n\""));
  g_clear_pointer (&contents, g_free);

  /* What somebody else wrote is not written over, however long one waits. */
  memcpy (strstr (changed, "left video"), "kept audio", 10);
  g_file_set_contents (g_file_peek_path (fixture->file), changed, -1, NULL);
  WAIT_UNTIL (get_notice (window) != NULL);
  type (window, "Mine. ");
  until = g_get_monotonic_time () + (PROVISO_AUTOSAVE_DELAY + 500) * G_TIME_SPAN_MILLISECOND;
  WAIT_UNTIL (g_get_monotonic_time () > until);
  g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL);
  g_assert_cmpstr (contents, ==, changed);
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));
  g_settings_set_boolean (settings, "autosave", FALSE);
}

/* The projects that were open come back, each in its window; what is gone does not. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_autofree char *path = g_build_filename (fixture->folder, "session", NULL);
  g_autoptr (GFile) other = create_file (fixture, "other.proviso", PROJECT);
  g_autoptr (GFile) gone = create_file (fixture, "gone.proviso", PROJECT);
  g_autoptr (ProvisoSession) session = proviso_session_new (GTK_APPLICATION (application), path);
  ProvisoWindow *window = open_project (fixture);
  g_autoptr (GList) windows = NULL;

  proviso_application_open_file (application, gone, NULL);
  proviso_application_open_file (application, other, NULL);
  for (guint i = 0; i < 3; i++)
    WAIT_UNTIL (is_saved (g_list_nth_data (gtk_application_get_windows (GTK_APPLICATION (application)), i)));
  /* One in no file is not part of it. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  g_assert_cmpuint (count_windows (), ==, 4);
  proviso_session_end (session);
  proviso_session_flush (session);
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));
  for (GList *l = windows; l != NULL; l = l->next)
    proviso_window_close_now (l->data);
  WAIT_UNTIL (count_windows () == 0);
  g_assert_cmpint (g_unlink (g_file_peek_path (gone)), ==, 0);

  g_clear_object (&session);
  session = proviso_session_new (GTK_APPLICATION (application), path);
  g_settings_set_boolean (settings, "restore-session", FALSE);
  proviso_session_restore (session);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_settings_set_boolean (settings, "restore-session", TRUE);
  proviso_session_restore (session);
  g_assert_cmpuint (count_windows (), ==, 2);
  window = get_window ();
  WAIT_UNTIL (is_saved (window) && shows_project (window));
  windows = (g_list_free (windows), g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application))));
  WAIT_UNTIL (is_saved (windows->data) && is_saved (windows->next->data));
  g_assert_true (proviso_window_has_file (windows->data, other) || proviso_window_has_file (windows->next->data, other));
  g_assert_true (proviso_window_has_file (windows->data, fixture->file) ||
                 proviso_window_has_file (windows->next->data, fixture->file));

  /* One that is closed while another stays is forgotten; the last is not. */
  proviso_window_close_now (windows->data);
  WAIT_UNTIL (count_windows () == 1);
  proviso_window_close_now (get_window ());
  WAIT_UNTIL (count_windows () == 0);
  proviso_session_restore (session);
  g_assert_cmpuint (count_windows (), ==, 1);
  WAIT_UNTIL (is_saved (get_window ()));
}

static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) broken = create_file (fixture, "broken.proviso", "{\n  \"proviso\": 1,\n  oops\n}\n");
  ProvisoWindow *window;

  proviso_application_open_file (application, broken, NULL);
  window = get_window ();
  WAIT_UNTIL (get_dialog (window) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (window))), "broken.proviso"));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (window))), "3"));
  respond (window, "close");
  g_assert_true (proviso_window_is_empty (window));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text = create_file (fixture, "article.txt",
                                        "The first paragraph of the article is one line long, and it ends.\n"
                                        "The second paragraph follows right below, with no empty line between.\n"
                                        "The third one too, so that all of it would be one paragraph in Markdown.\n");
  g_autoptr (GFile) wanted_folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) folder = NULL;
  ProvisoWindow *window;
  g_autofree char *draft = NULL;

  /* As after the menu, whose button has the focus. */
  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  gtk_widget_grab_focus (find_widget (window, GTK_TYPE_MENU_BUTTON));
  proviso_application_import_file (application, text, GTK_WINDOW (window));
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog (window)), "clicked");
  WAIT_UNTIL (!proviso_window_is_empty (window));
  draft = dup_draft (window);
  g_assert_nonnull (strstr (draft, "it ends.\n\nThe second"));
  WAIT_UNTIL (get_dialog (window) == NULL);
  WAIT_UNTIL (PROVISO_IS_DRAFT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  folder = proviso_document_suggest_folder (proviso_window_get_document (window));
  g_assert_true (g_file_equal (folder, wanted_folder));
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));
  g_assert_null (proviso_document_get_file (proviso_window_get_document (window)));
}

static GtkWidget *
find_action_row (GtkWidget *widget, const char *subtitle)
{
  if (ADW_IS_ACTION_ROW (widget) && adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)) != NULL &&
      g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), subtitle))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action_row (child, subtitle);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkTextView *view, const char *text)
{
  GtkTextIter start, end;
  g_autofree char *contents = NULL;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  contents = gtk_text_iter_get_text (&start, &end);
  return strstr (contents, text) != NULL;
}

/* A repair whose row is pressed is shown in the result. */
static void
test_import_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GFile) text = NULL;
  ProvisoWindow *window;
  AdwDialog *dialog;
  AdwExpanderRow *kind;
  GtkWidget *row;
  GtkTextView *result;
  GtkTextIter start, end;
  GdkRectangle seen, place;
  g_autofree char *selected = NULL;
  g_autofree char *still = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (long_text, "Paragraph %u of the article is one line long, and so is the next one.\n", i);
  text = create_file (fixture, "long.txt", long_text->str);
  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  proviso_application_import_file (application, text, GTK_WINDOW (window));
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  dialog = get_dialog (window);
  result = find_widget (dialog, GTK_TYPE_TEXT_VIEW);
  kind = find_widget (dialog, ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (kind, TRUE);
  row = find_action_row (GTK_WIDGET (kind), "Line 81:");
  g_assert_nonnull (row);

  adw_action_row_activate (ADW_ACTION_ROW (row));
  WAIT_UNTIL (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (result), &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, "Paragraph 80 of the article is one line long, and so is the next one.");
  WAIT_UNTIL ((gtk_text_view_get_visible_rect (result, &seen), gtk_text_view_get_iter_location (result, &start, &place),
               place.y >= seen.y && place.y + place.height <= seen.y + seen.height));

  /* Switched, it is shown as it is then. */
  gtk_check_button_set_active (find_widget (row, GTK_TYPE_CHECK_BUTTON), FALSE);
  WAIT_UNTIL (!shows_text (result, "one.\n\nParagraph 80"));
  g_assert_true (shows_text (result, "one.\nParagraph 80"));
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (result), &start, &end));
  still = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (still, ==, selected);
  adw_dialog_force_close (dialog);
}

static void
test_paste_repair (Fixture *fixture, gconstpointer data)
{
  static const char pasted[] =
    "The first paragraph of the article is one line long, and it says a good deal before it ends.\n"
    "The second paragraph follows right below, with no empty line between, as other programs copy text.\n"
    "The third one too, so that all of it would be one paragraph in Markdown, which nobody wants.\n"
    "The fourth is the last of them, and the whole is long enough that it is worth asking about.\n";
  ProvisoWindow *window;
  g_autofree char *repaired = NULL;
  g_autofree char *undone = NULL;

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  activate (window, "win.new-project");
  WAIT_UNTIL (shows_project (window));
  type (window, pasted);
  WAIT_UNTIL (find_button (GTK_WIDGET (window), "_Repair…") != NULL);
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "_Repair…"), "clicked");
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog (window)), "clicked");
  WAIT_UNTIL (get_dialog (window) == NULL);
  repaired = dup_draft (window);
  g_assert_nonnull (strstr (repaired, "ends.\n\nThe second"));
  activate (window, "win.undo");
  undone = dup_draft (window);
  g_assert_cmpstr (undone, ==, pasted);
}

static void
test_import_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text = create_file (fixture, "article.txt",
                                        "The first paragraph of the article is one line long, and it ends.\n"
                                        "The second paragraph follows right below, with no empty line between.\n");
  ProvisoWindow *window;

  proviso_application_open_file (application, text, NULL);
  window = get_window ();
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  adw_dialog_close (get_dialog (window));
  WAIT_UNTIL (get_dialog (window) == NULL);
  g_assert_true (proviso_window_is_empty (window));
}

/* The switch between the draft and the panel. */
static AdwToggleGroup *
find_sides (GtkWidget *widget)
{
  if (ADW_IS_TOGGLE_GROUP (widget) && adw_toggle_group_get_toggle_by_name (ADW_TOGGLE_GROUP (widget), "draft") != NULL)
    return ADW_TOGGLE_GROUP (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwToggleGroup *found = find_sides (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace;
  AdwToggleGroup *sides;
  ProvisoNotice *notice;
  GtkWidget *label;
  graphene_rect_t bounds;
  gboolean narrow;

  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) > 1000);
  workspace = find_widget (window, PROVISO_TYPE_WORKSPACE);
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) <= 360);
  WAIT_UNTIL ((g_object_get (workspace, "narrow", &narrow, NULL), narrow));
  WAIT_UNTIL (!proviso_workspace_get_panel_shown (workspace));

  /* The bar at the bottom switches; the panel covers the draft. */
  sides = find_sides (GTK_WIDGET (workspace));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (sides)));
  g_assert_cmpstr (adw_toggle_group_get_active_name (sides), ==, "draft");
  /* What the header has no room for is reached without a keyboard still. */
  WAIT_UNTIL (find_action_button (GTK_WIDGET (window), "draft.new-claim") != NULL);
  g_assert_true (gtk_widget_is_ancestor (find_action_button (GTK_WIDGET (window), "draft.new-claim"),
                                         GTK_WIDGET (workspace)));
  adw_toggle_group_set_active_name (sides, "panel");
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  activate (window, "win.show-panel");
  g_assert_false (proviso_workspace_get_panel_shown (workspace));
  g_assert_cmpstr (adw_toggle_group_get_active_name (sides), ==, "draft");

  /* What is said covers neither that bar nor the draft's. */
  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "Nothing has changed since you last looked"));
  WAIT_UNTIL (is_clear_of (find_toast (window, "Nothing has changed since you last looked"),
                           find_widget (window, PROVISO_TYPE_STATISTICS_BAR)));

  label = find_widget (find_toast (window, "Nothing has changed since you last looked"), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Nothing has changed since you last looked");
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));

  /* A long notice is read whole, with its answers below it. */
  notice = find_widget (window, PROVISO_TYPE_NOTICE);
  proviso_notice_show (notice, "Benedikt Roth changed 3 passages, 1 claim and 2 caveats since you last looked", "Show",
                       NULL);
  label = find_widget (notice, GTK_TYPE_LABEL);
  WAIT_UNTIL (gtk_widget_compute_bounds (label, GTK_WIDGET (window), &bounds) && bounds.size.height > 0);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (window)));
  proviso_notice_hide (notice);

  /* What was shown in the wide window is shown there again. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 720);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (window)) > 1000);
  WAIT_UNTIL ((g_object_get (workspace, "narrow", &narrow, NULL), !narrow));
  g_assert_true (proviso_workspace_get_panel_shown (workspace));
  /* The breakpoint shows a picture of the old layout until the new one is there. */
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (workspace)));
}

/* Where the panel is out of sight, what was changed is said. */
static void
test_changes_without_panel (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);

  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (has_seen ("left video"));
  write_words (fixture, "kept audio");
  window = open_project (fixture);
  WAIT_UNTIL (get_notice (window) != NULL);
  proviso_workspace_set_panel_shown (find_widget (window, PROVISO_TYPE_WORKSPACE), FALSE);
  WAIT_UNTIL (!gtk_widget_get_mapped (find_widget (window, PROVISO_TYPE_PANEL)));
  activate (window, "win.next-change");
  WAIT_UNTIL (shows_toast (window, "Passage changed: The lab kept audio."));
  g_assert_false (proviso_workspace_get_panel_shown (find_widget (window, PROVISO_TYPE_WORKSPACE)));
  proviso_workspace_set_panel_shown (find_widget (window, PROVISO_TYPE_WORKSPACE), TRUE);
}

/* Every shortcut of the table leads to an action that there is. */
static gboolean
has_review_action (ProvisoPanel *panel, const char *action)
{
  ProvisoReviewActions *actions = proviso_panel_get_review_actions (panel);

  return g_str_has_prefix (action, "caveat.")
           ? g_action_group_has_action (proviso_review_actions_get_caveat_group (actions), action + strlen ("caveat."))
           : g_action_group_has_action (proviso_review_actions_get_claim_group (actions), action + strlen ("claim."));
}

/* Whether the view itself has this key for something. */
static gboolean
is_key_of_view (GtkWidget *view, const char *accel)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accel);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return TRUE;
        }
    }
  return FALSE;
}

/* Accelerators belong to one action each, and take no key from whoever writes. */
static void
test_shortcut_keys (Fixture *fixture, gconstpointer data)
{
  /* Input methods begin a code point or an emoji with these. */
  /* To undo is the project's own; F7 would hide the cursor. */
  static const char *const instead_of_view[] = { "win.undo", "win.redo", "win.next-change", NULL };
  static const char *const of_input_methods[] = { "<Control><Shift>u", "<Control>period", "<Control>semicolon",
                                                  "<Control>space" };
  g_autoptr (GtkWidget) view = g_object_ref_sink (proviso_draft_view_new ());
  g_autoptr (GHashTable) owners = g_hash_table_new (gtk_shortcut_trigger_hash, gtk_shortcut_trigger_equal);
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  g_assert_true (is_key_of_view (view, "<Control><Shift>a"));
  for (guint i = 0; i < n_shortcuts; i++)
    for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
      {
        const char *accel = shortcuts[i].accels[j];
        const char *owner;

        g_ptr_array_add (triggers, gtk_shortcut_trigger_parse_string (accel));
        g_assert_nonnull (g_ptr_array_index (triggers, triggers->len - 1));
        owner = g_hash_table_lookup (owners, g_ptr_array_index (triggers, triggers->len - 1));
        if (owner != NULL)
          g_error ("%s is for both %s and %s", accel, owner, shortcuts[i].action);
        g_hash_table_insert (owners, g_ptr_array_index (triggers, triggers->len - 1), (gpointer) shortcuts[i].action);

        if (!g_strv_contains (instead_of_view, shortcuts[i].action) && is_key_of_view (view, accel))
          g_error ("%s of %s is a key of the text itself", accel, shortcuts[i].action);
        for (guint k = 0; k < G_N_ELEMENTS (of_input_methods); k++)
          if (g_str_equal (accel, of_input_methods[k]))
            g_error ("%s of %s is a key of input methods", accel, shortcuts[i].action);
      }
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace = find_widget (window, PROVISO_TYPE_WORKSPACE);
  ProvisoDraftPane *draft = find_widget (workspace, PROVISO_TYPE_DRAFT_PANE);
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      const char *action = shortcuts[i].action;
      gboolean found;

      if (g_str_has_prefix (action, "app."))
        found = g_action_group_has_action (G_ACTION_GROUP (application), action + strlen ("app."));
      else if (g_str_has_prefix (action, "win."))
        found = g_action_group_has_action (G_ACTION_GROUP (window), action + strlen ("win."));
      else if (g_str_has_prefix (action, "draft."))
        found = g_action_group_has_action (proviso_draft_pane_get_action_group (draft), action + strlen ("draft."));
      else if (g_str_has_prefix (action, "caveat.") || g_str_has_prefix (action, "claim."))
        found = has_review_action (find_widget (window, PROVISO_TYPE_PANEL), action);
      else
        found = g_str_equal (action, "window.close");
      if (!found)
        g_error ("no action is called %s", action);
      for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
        {
          g_auto (GStrv) actions =
            gtk_application_get_actions_for_accel (GTK_APPLICATION (application), shortcuts[i].accels[j]);

          g_assert_cmpuint (g_strv_length (actions), ==, 1);
        }
    }
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "preferences", "shortcuts", "about", "help" };
  ProvisoWindow *window = open_project (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), actions[i], NULL);
      WAIT_UNTIL (get_dialog (window) != NULL);
      adw_dialog_force_close (get_dialog (window));
      WAIT_UNTIL (get_dialog (window) == NULL);
    }
}

/* The first test: recovery is looked for when the first window stands. */
static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoDocument) lost = proviso_document_new ();
  ProvisoWindow *window;
  g_autofree char *draft = NULL;

  proviso_text_replace (proviso_project_get_text (proviso_document_get_project (lost)), 0, 0, "# Not saved\n");
  g_clear_object (&lost);

  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  WAIT_UNTIL (get_notice (window) != NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  draft = dup_draft (window);
  g_assert_cmpstr (draft, ==, "# Not saved\n");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Not saved");
  g_assert_true (proviso_document_get_unsaved (proviso_window_get_document (window)));

  g_signal_emit_by_name (find_widget (window, PROVISO_TYPE_NOTICE), "response", TRUE);
  respond (window, "discard");
  WAIT_UNTIL (proviso_window_is_empty (window));
  g_assert_null (get_notice (window));
}

/* Bytes that are not UTF-8: the encoding is asked for, and another one reads them otherwise. */
static void
test_import_encoding (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "latin.txt", NULL);
  g_autoptr (GFile) text = g_file_new_for_path (path);
  ProvisoWindow *window;
  ProvisoImportDialog *dialog;
  AdwComboRow *row;
  g_autofree char *draft = NULL;

  g_file_set_contents (path, "# Caf\xe9\n\nNa\xefve r\xe9sum\xe9s cost 5 \x80 each.\n", -1, NULL);
  proviso_application_open_file (application, text, NULL);
  window = get_window ();
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  dialog = PROVISO_IMPORT_DIALOG (get_dialog (window));
  row = find_widget (dialog, ADW_TYPE_COMBO_ROW);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (row)); i++)
    {
      const char *name = gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (row)), i);

      if (strstr (name, "windows-1252") != NULL)
        adw_combo_row_set_selected (row, i);
    }
  /* Nothing can be brought in that is not read as chosen. */
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (get_dialog (window))));
  WAIT_UNTIL (gtk_widget_get_sensitive (adw_dialog_get_default_widget (get_dialog (window))));
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog (window)), "clicked");
  WAIT_UNTIL (!proviso_window_is_empty (window));
  draft = dup_draft (window);
  g_assert_cmpstr (draft, ==, "# Café\n\nNaïve résumés cost 5 € each.\n");
}

#define ADD(name, function) g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  /* libspelling leaks a little where a text goes away before it was looked at; spelling has its own tests. */
  settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_settings_set_boolean (settings, "check-spelling", FALSE);

  application = proviso_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  ADD ("recovery", test_recovery);
  ADD ("open-twice", test_open_twice);
  ADD ("view-restored", test_view_restored);
  ADD ("review-mode", test_review_mode);
  ADD ("readiness", test_readiness);
  ADD ("new-project", test_new_project);
  ADD ("undo", test_undo);
  ADD ("undo-shown", test_undo_shown);
  ADD ("undo-in-entry", test_undo_in_entry);
  ADD ("undo-in-reply", test_undo_in_reply);
  ADD ("close-cancel-and-discard", test_close_cancel_and_discard);
  ADD ("close-save", test_close_save);
  ADD ("close-unchanged", test_close_unchanged);
  ADD ("quit-with-two", test_quit_with_two);
  ADD ("changed-file", test_changed_file);
  ADD ("reload-from-notice", test_reload_from_notice);
  ADD ("changes-by-others", test_changes_by_others);
  ADD ("changes-by-others-without-panel", test_changes_without_panel);
  ADD ("changes-left", test_changes_left);
  ADD ("changed-name", test_changed_name);
  ADD ("own-project", test_own_project);
  ADD ("reopened", test_reopened);
  ADD ("own-changes", test_own_changes);
  ADD ("failed-save", test_failed_save);
  ADD ("font-and-measure", test_font_and_measure);
  ADD ("autosave", test_autosave);
  ADD ("session", test_session);
  ADD ("broken-file", test_broken_file);
  ADD ("import", test_import);
  ADD ("import-place", test_import_place);
  ADD ("import-encoding", test_import_encoding);
  ADD ("paste-repair", test_paste_repair);
  ADD ("import-cancelled", test_import_cancelled);
  ADD ("narrow", test_narrow);
  ADD ("shortcuts", test_shortcuts);
  ADD ("shortcut-keys", test_shortcut_keys);
  ADD ("dialogs", test_dialogs);

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
