/* test-import.c: text files that are brought in, and what is proposed to be repaired in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-import-dialog.h"
#include "editor/proviso-draft-view.h"
#include "panel/find.h"

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text =
      create_file (fixture, "article.txt",
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
  gtk_widget_grab_focus (find_child (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON));
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
    g_string_append_printf (long_text,
                            "Paragraph %u of the article is one line long, and so is the next one.\n", i);
  text = create_file (fixture, "long.txt", long_text->str);
  g_application_activate (G_APPLICATION (application));
  window = get_window ();
  proviso_application_import_file (application, text, GTK_WINDOW (window));
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  dialog = get_dialog (window);
  result = find_child (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);
  kind = find_child (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (kind, TRUE);
  row = find_action_row (GTK_WIDGET (kind), "Line 81:");
  g_assert_nonnull (row);

  adw_action_row_activate (ADW_ACTION_ROW (row));
  WAIT_UNTIL (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (result), &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, "Paragraph 80 of the article is one line long, and so is the next one.");
  WAIT_UNTIL ((gtk_text_view_get_visible_rect (result, &seen),
               gtk_text_view_get_iter_location (result, &start, &place),
               place.y >= seen.y && place.y + place.height <= seen.y + seen.height));

  /* Switched, it is shown as it is then. */
  gtk_check_button_set_active (find_child (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON), FALSE);
  WAIT_UNTIL (!shows_text (result, "one.\n\nParagraph 80"));
  g_assert_true (shows_text (result, "one.\nParagraph 80"));
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (result), &start, &end));
  still = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (still, ==, selected);
  adw_dialog_force_close (dialog);
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
  row = find_child (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
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

static void
test_import_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) text =
      create_file (fixture, "article.txt",
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
  WAIT_UNTIL (find_labelled (GTK_WIDGET (window), "_Repair…") != NULL);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (window), "_Repair…"), "clicked");
  WAIT_UNTIL (PROVISO_IS_IMPORT_DIALOG (get_dialog (window)));
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog (window)), "clicked");
  WAIT_UNTIL (get_dialog (window) == NULL);
  repaired = dup_draft (window);
  g_assert_nonnull (strstr (repaired, "ends.\n\nThe second"));
  activate (window, "win.undo");
  undone = dup_draft (window);
  g_assert_cmpstr (undone, ==, pasted);
}

#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("import", test_import);
  ADD ("import-place", test_import_place);
  ADD ("import-encoding", test_import_encoding);
  ADD ("paste-repair", test_paste_repair);
  ADD ("import-cancelled", test_import_cancelled);

  return run_tests ();
}
