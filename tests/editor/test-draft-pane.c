/* test-draft-pane.c: what a writer does in the draft, with real keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/editor-fixture.h"

static void
test_typing (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "left consumer video");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  g_autofree char *passage = NULL, *restored = NULL;

  fixture_place (fixture, "consumer");
  fixture_press ("a l l space");
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "left all consumer video");

  fixture_press ("ctrl+z");
  fixture_assert_text (fixture, draft);
  fixture_press ("ctrl+z");
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (fixture->project)), ==, 0);
  fixture_press ("ctrl+shift+z");
  fixture_press ("ctrl+y");
  restored = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (restored, ==, "left all consumer video");
}

static void
test_lists (Fixture *fixture, gconstpointer draft)
{
  fixture_place (fixture, "\n\nLast");
  fixture_press ("Return");
  fixture_press ("t w o");
  fixture_press ("Return");
  fixture_press ("Tab");
  fixture_press ("i n");
  {
    g_autofree char *text = fixture_dup_text (fixture);

    g_assert_nonnull (strstr (text, "- one\n- two\n  - in\n\nLast"));
  }
  fixture_press ("shift+Tab");
  {
    g_autofree char *text = fixture_dup_text (fixture);

    g_assert_nonnull (strstr (text, "- one\n- two\n- in\n\nLast"));
  }
  fixture_press ("Return");
  fixture_press ("Return");
  {
    g_autofree char *text = fixture_dup_text (fixture);

    g_assert_nonnull (strstr (text, "- one\n- two\n- in\n\n\nLast"));
  }
}

/* Marks go around the words; the passage stays on them, and one undo takes all marks away. */
static void
test_format (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "consumer");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  g_autofree char *passage = NULL, *bold = NULL, *heading = NULL;

  fixture_select (fixture, "consumer");
  fixture_activate (fixture, "bold", NULL);
  bold = fixture_dup_text (fixture);
  g_assert_nonnull (strstr (bold, "left **consumer** video"));
  passage = proviso_project_get_passage (fixture->project, anchor);
  g_assert_cmpstr (passage, ==, "consumer");
  fixture_activate (fixture, "undo", NULL);
  fixture_assert_text (fixture, draft);

  fixture_place (fixture, "Last");
  fixture_activate (fixture, "heading", g_variant_new_int32 (2));
  heading = fixture_dup_text (fixture);
  g_assert_nonnull (strstr (heading, "\n## Last"));
  fixture_activate (fixture, "heading", g_variant_new_int32 (0));
  fixture_assert_text (fixture, draft);
}

/* A draft that is not to be typed into can be flagged, and that undone. */
static void
test_read_only (Fixture *fixture, gconstpointer draft)
{
  ProvisoRecordList *caveats = proviso_project_get_caveats (fixture->project);
  ProvisoRecordList *claims = proviso_project_get_claims (fixture->project);

  proviso_draft_pane_set_editable (fixture->pane, FALSE);
  fixture_select (fixture, "Last");
  fixture_activate (fixture, "flag-caveat", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
  fixture_activate (fixture, "new-claim", NULL);
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 1);
  fixture_activate (fixture, "bold", NULL);
  fixture_press ("x");
  fixture_assert_text (fixture, draft);

  fixture_press ("ctrl+z");
  fixture_press ("ctrl+z");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 0);
  g_assert_cmpuint (proviso_record_list_get_size (claims), ==, 0);
  fixture_press ("ctrl+y");
  g_assert_cmpuint (proviso_record_list_get_size (caveats), ==, 1);
}

/* Whatever the font is called. */
static void
test_font (Fixture *fixture, gconstpointer draft)
{
  ProvisoDraftStyle *style = proviso_draft_view_get_draft_style (fixture->view);
  const PangoFontDescription *font;

  proviso_draft_style_set_font (style, "Größe \"東\\ Mono,Serif Bold Italic Semi-Condensed 20");
  fixture_wait (50);
  font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (fixture->view)));
  g_assert_cmpstr (pango_font_description_get_family (font), ==, "Größe \"東\\ Mono,Serif");
  g_assert_cmpint (pango_font_description_get_weight (font), ==, PANGO_WEIGHT_BOLD);
  g_assert_cmpint (pango_font_description_get_style (font), ==, PANGO_STYLE_ITALIC);
  g_assert_cmpint (pango_font_description_get_stretch (font), ==, PANGO_STRETCH_SEMI_CONDENSED);
}

/* What the view hears last, when its parts are gone already, finds nothing that was freed. */
static void
test_end (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (ProvisoDraftView) view = g_object_ref (fixture->view);
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        gtk_widget_remove_controller (GTK_WIDGET (view), controller);
    }
  g_object_unref (controllers);
  g_signal_emit_by_name (view, "preedit-changed", "x");
}

/* Going to the first line goes to the top, to the margin above it. */
static void
test_top (Fixture *fixture, gconstpointer draft)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  g_autofree char *lines = g_strnfill (200, '\n');

  proviso_text_replace (proviso_project_get_text (fixture->project), fixture_find (fixture, "Last"), 0, lines);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
  fixture_wait_for (gtk_adjustment_get_value (adjustment) > 500);
  fixture_wait (500);

  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
  fixture_wait (500);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
test_show_in_text (Fixture *fixture, gconstpointer draft)
{
  ProvisoClaim *claim = fixture_claim (fixture, "Last");
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);
  guint start, end;

  proviso_selection_show_in_text (fixture->selection, anchor);
  g_assert_cmpuint (proviso_buffer_get_cursor (fixture_get_buffer (fixture)), ==,
                    fixture_find (fixture, "Last"));
  proviso_selection_get_range (fixture->selection, &start, &end);
  g_assert_cmpuint (start, ==, fixture_find (fixture, "Last"));
  g_assert_cmpuint (start, ==, end);

  fixture_select (fixture, "consumer");
  g_assert_true (proviso_selection_get_has_range (fixture->selection));

  proviso_text_replace (proviso_project_get_text (fixture->project), fixture_find (fixture, "Last"), 4, "");
  g_assert_null (fixture->message);
  proviso_selection_show_in_text (fixture->selection, anchor);
  g_assert_nonnull (fixture->message);
}

static void
test_zoom (Fixture *fixture, gconstpointer draft)
{
  GdkRectangle before, after;
  GtkTextIter iter;
  double scale;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (fixture_get_buffer (fixture)), &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &before);
  for (guint i = 0; i < 4; i++)
    fixture_activate (fixture, "zoom-in", NULL);
  fixture_wait (100);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &after);
  g_assert_cmpint (after.height, >, before.height);
  g_object_get (fixture->pane, "font-scale", &scale, NULL);
  g_assert_cmpfloat (scale, >, 1.4);
  fixture_activate (fixture, "zoom-reset", NULL);
  fixture_wait (100);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &after);
  g_assert_cmpint (after.height, ==, before.height);
}

static gboolean
note_turn (gpointer user_data)
{
  guint *n_turns = user_data;

  (*n_turns)++;
  return G_SOURCE_CONTINUE;
}

/* A large draft comes in slices, between which the main loop turns; until it is in, it cannot be edited. */
static void
test_loading (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
  g_autoptr (GString) draft = g_string_new (NULL);
  g_autoptr (ProvisoPlainText) text = NULL;
  g_autofree char *loaded = NULL;
  GtkWidget *pane = g_object_ref_sink (proviso_draft_pane_new ());
  guint n_turns = 0, turns_source;

  while (draft->len < 3000000)
    g_string_append (draft, "Zeile für Zeile steht hier das Gleiche.\r\n");
  text = proviso_plain_text_new (draft->str);
  proviso_project_set_text (project, PROVISO_TEXT (text));

  proviso_draft_pane_set_project (PROVISO_DRAFT_PANE (pane), project, selection);
  g_assert_true (proviso_draft_pane_get_loading (PROVISO_DRAFT_PANE (pane)));
  g_assert_false (
      gtk_text_view_get_editable (GTK_TEXT_VIEW (proviso_draft_pane_get_view (PROVISO_DRAFT_PANE (pane)))));
  g_assert_true (proviso_project_get_text (project) == PROVISO_TEXT (text));

  /* A change that comes meanwhile is not lost. */
  g_main_context_iteration (NULL, FALSE);
  proviso_text_replace (PROVISO_TEXT (text), 0, 5, "Absatz");
  g_string_overwrite (draft, 0, "Absat");
  g_string_insert (draft, 5, "z");

  turns_source = g_timeout_add (1, note_turn, &n_turns);
  fixture_wait_for (!proviso_draft_pane_get_loading (PROVISO_DRAFT_PANE (pane)));
  g_source_remove (turns_source);
  g_assert_cmpuint (n_turns, >, 1);
  loaded = proviso_text_dup (proviso_project_get_text (project));
  g_assert_true (PROVISO_IS_BUFFER (proviso_project_get_text (project)));
  g_assert_true (g_str_equal (loaded, draft->str));
  g_assert_true (
      gtk_text_view_get_editable (GTK_TEXT_VIEW (proviso_draft_pane_get_view (PROVISO_DRAFT_PANE (pane)))));
  g_object_unref (pane);
}

/* Lays the line out, whether or not the view has measured it. */
static void
look_at_line (GtkTextView *view, int line)
{
  GtkTextIter iter;
  GdkRectangle location;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, line);
  gtk_text_view_get_iter_location (view, &iter, &location);
}

/* What was laid out of one draft is not looked at for another. */
static void
test_other_draft (void)
{
  g_autoptr (ProvisoDraftPane) pane = g_object_ref_sink (PROVISO_DRAFT_PANE (proviso_draft_pane_new ()));
  GtkTextView *view = GTK_TEXT_VIEW (proviso_draft_pane_get_view (pane));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (ProvisoSelection) selection = proviso_selection_new ();
      g_autoptr (ProvisoPlainText) text = proviso_plain_text_new ("One.\n\nTwo.\n\nThree.\n");

      proviso_project_set_text (project, PROVISO_TEXT (text));
      proviso_draft_pane_set_project (pane, project, selection);
      for (int line = 4; line >= 0; line--)
        look_at_line (view, line);
      proviso_draft_pane_set_project (pane, NULL, NULL);
    }
}

int
main (int argc, char **argv)
{
  static const char draft[] =
      "# Two labs\n\nThe lab left consumer video in March.\n\n- one\n\nLast words.\n\n";

  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();

#define ADD(name, function)                                                                                  \
  g_test_add ("/editor/draft-pane/" name, Fixture, draft, fixture_set_up, function, fixture_tear_down)
  ADD ("typing", test_typing);
  ADD ("lists", test_lists);
  ADD ("format", test_format);
  ADD ("read-only", test_read_only);
  ADD ("font", test_font);
  ADD ("end", test_end);
  ADD ("top", test_top);
  ADD ("show-in-text", test_show_in_text);
  ADD ("zoom", test_zoom);
  g_test_add_func ("/editor/draft-pane/loading", test_loading);
  g_test_add_func ("/editor/draft-pane/other-draft", test_other_draft);
  return g_test_run ();
}
