/* test-changes-page.c: what others changed is listed, told, and leads to its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/find.h"
#include "panel/sample.h"

#include "core/proviso-identity.h"
#include "core/proviso-review.h"
#include "panel/proviso-change-row.h"
#include "panel/proviso-changes-page.h"
#include "panel/proviso-difference-view.h"
#include "storage/proviso-codec.h"

typedef struct
{
  Sample *sample;
  ProvisoPanelContext *context;
  ProvisoChanges *changes;
  ProvisoChangesPage *page;
  GString *log; /* what was asked for */
} Fixture;

static ProvisoProject *
copy (ProvisoProject *project)
{
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, NULL);

  return proviso_codec_load (bytes, NULL, NULL);
}

static void
show_range_cb (Fixture *fixture, guint start, guint end)
{
  g_autofree char *words =
      proviso_text_get_slice (proviso_project_get_text (fixture->sample->project), start, end);

  g_string_append_printf (fixture->log, "range %s\n", words);
}

static void
show_in_text_cb (Fixture *fixture, ProvisoAnchor *anchor)
{
  g_autofree char *words = proviso_project_get_passage (fixture->sample->project, anchor);

  g_string_append_printf (fixture->log, "passage %s\n", words);
}

static void
open_cb (Fixture *fixture, ProvisoRecord *record)
{
  g_string_append_printf (fixture->log, "open %s\n", G_OBJECT_TYPE_NAME (record));
}

static void
done_cb (Fixture *fixture)
{
  g_string_append (fixture->log, "done\n");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  Sample *sample = sample_new (360, 700);
  g_autoptr (ProvisoProject) seen = NULL;
  g_autoptr (ProvisoProject) now = NULL;
  ProvisoText *text = proviso_project_get_text (sample->project);
  ProvisoComment *removed;

  proviso_identity_set_name ("Ben");
  removed = proviso_project_add_comment (sample->project, sample->caveat, "Forget it.");
  seen = copy (sample->project);
  g_assert_true (proviso_project_remove_comment (sample->project, removed, NULL));
  proviso_text_replace (text, 2, 3, "One");
  proviso_text_replace (text, proviso_text_get_length (text), 0, "\nA paragraph of its own.\n");
  proviso_project_set (sample->project, sample->claim, "status", PROVISO_CLAIM_STATUS_LEAKED, NULL);
  proviso_project_set (sample->project, sample->memo, "title", "Memo on the boat", NULL);
  proviso_project_remove (sample->project, sample->empty);
  proviso_project_add_comment (sample->project, sample->caveat, "Then say so.");
  now = copy (sample->project);

  fixture->sample = sample;
  fixture->log = g_string_new (NULL);
  fixture->changes = proviso_changes_new (seen, now, "Ana");
  fixture->context = proviso_panel_context_new (sample->project, sample->selection);
  fixture->page = PROVISO_CHANGES_PAGE (proviso_changes_page_new (fixture->context, fixture->changes));
  g_signal_connect_swapped (sample->selection, "show-range", G_CALLBACK (show_range_cb), fixture);
  g_signal_connect_swapped (sample->selection, "show-in-text", G_CALLBACK (show_in_text_cb), fixture);
  g_signal_connect_swapped (fixture->page, "open", G_CALLBACK (open_cb), fixture);
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (done_cb), fixture);
  sample_push (sample, ADW_NAVIGATION_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  adw_navigation_view_pop (fixture->sample->view);
  sample_settle ();
  g_object_unref (fixture->context);
  g_object_unref (fixture->changes);
  sample_free (fixture->sample);
  g_string_free (fixture->log, TRUE);
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

/* What the rows say, without who and when. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "Passage changed. removed “The”, inserted “One”",
    "Claim changed. The island line will drop its night boat in May. Status changed from Reported to Leaked. Ben · ",
    "Comment removed. Forget it. On “Which year, and is this before or after the subsidy?”. Ben",
    "Comment added. Then say so. On “Which year, and is this before or after the subsidy?”. Ben · ",
    "Passage added. inserted “A paragraph of its own.”",
    "Claim removed",
    "Source changed. removed “night ”. ",
  };
  g_autoptr (GPtrArray) rows = find_children (GTK_WIDGET (fixture->page), PROVISO_TYPE_CHANGE_ROW);

  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *description = proviso_change_row_describe (g_ptr_array_index (rows, i));
      GtkWidget *difference = find_child (g_ptr_array_index (rows, i), PROVISO_TYPE_DIFFERENCE_VIEW);

      if (!g_str_has_prefix (description, expected[i]))
        g_error ("row %u says “%s”", i, description);
      g_assert_cmpint (gtk_widget_get_visible (difference), ==, strstr (expected[i], "ed “") != NULL);
      /* The list's row, which is what gets the focus, says the same. */
      gtk_test_accessible_assert_property (gtk_widget_get_parent (g_ptr_array_index (rows, i)),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           description);
    }
}

/* Goes on and says what is there: in the draft, in words. */
static void
assert_step (Fixture *fixture, int step, const char *log, const char *words)
{
  g_autofree char *description = NULL;

  g_assert_true (proviso_changes_page_step (fixture->page, step));
  g_assert_cmpint (proviso_changes_page_show_in_text (fixture->page), ==, *log != '\0');
  assert_log (fixture, log);
  description = proviso_changes_page_describe (fixture->page);
  g_assert_cmpstr (description, ==, words);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_assert_false (proviso_changes_page_show_in_text (fixture->page));
  assert_step (fixture, 1, "range # One Week in Ferries\n", "Passage changed: # One Week in Ferries");
  /* Not round the end: nobody would see that it starts anew. */
  g_assert_false (proviso_changes_page_step (fixture->page, -1));
  /* Places go along with what is written. */
  proviso_text_replace (proviso_project_get_text (fixture->sample->project), 0, 0, "New. ");
  proviso_changes_follow_edit (fixture->changes, 0, 0, 5);
  assert_step (fixture, 1, "passage The island line will drop its night boat in May\n",
               "Claim changed: The island line will drop its night boat in May");
  assert_step (fixture, 1, "passage puts the yearly loss at about 4 million crowns\n",
               "Comment removed on “Which year, and is this before or after the subsidy?”: Forget it.");
  assert_step (fixture, 1, "passage puts the yearly loss at about 4 million crowns\n",
               "Comment added on “Which year, and is this before or after the subsidy?”: Then say so.");
  assert_step (fixture, 1, "range A paragraph of its own.\n", "Passage added: A paragraph of its own.");
  /* Neither a removed claim nor a source stands in the draft. */
  assert_step (fixture, 1, "", "Claim removed");
  assert_step (fixture, 1, "", "Source changed: Memo on the boat");
  g_assert_false (proviso_changes_page_step (fixture->page, 1));
  assert_step (fixture, -1, "", "Claim removed");
}

static void
activate (Fixture *fixture, guint position)
{
  g_signal_emit_by_name (find_child (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW), "activate", position);
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  activate (fixture, 0);
  assert_log (fixture, "range # One Week in Ferries\n");
  activate (fixture, 1);
  assert_log (fixture, "open ProvisoClaim\n");
  activate (fixture, 2);
  assert_log (fixture, "open ProvisoCaveat\n");
  activate (fixture, 6);
  assert_log (fixture, "open ProvisoSource\n");
  /* One that is gone leads nowhere. */
  activate (fixture, 5);
  assert_log (fixture, "");
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->page), "Mark All as Seen"), "clicked");
  assert_log (fixture, "done\n");
}

/* Narrow, and from right to left: all of it fits. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int least, natural;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, <=, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/changes-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("steps", test_steps);
  ADD ("activation", test_activation);
  ADD ("done", test_done);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
