/* test-buffer.c: the buffer of an open draft tells its project every change, and holds its text exactly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The property test makes the same random edits in a buffer, by the toolkit's own means, and in a plain text,
 * by offsets: two projects that must agree on every word and every passage at all times.
 */
#include <gtk/gtk.h>

#include "core/proviso-plain-text.h"
#include "core/proviso-project.h"
#include "editor/proviso-buffer.h"

static const char awkward[] =
    "One\r\ntwo\rthree\xe2\x80\xa9"
    "four\xe2\x80\xa8"
    "five\fsix\tsev\xef\xbf\xbc"
    "en e\xcc\x81ight \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb\n\n\xef\xbb\xbfnine";

static void
test_exact (void)
{
  g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
  g_autofree char *text = NULL, *slice = NULL;

  proviso_buffer_load (buffer, awkward, -1);
  text = proviso_text_dup (PROVISO_TEXT (buffer));
  g_assert_cmpstr (text, ==, awkward);
  g_assert_cmpuint (proviso_text_get_length (PROVISO_TEXT (buffer)), ==, g_utf8_strlen (awkward, -1));
  slice = proviso_text_get_slice (PROVISO_TEXT (buffer), 3, 9);
  g_assert_cmpstr (slice, ==, "\r\ntwo\r");
}

static void
on_replaced (ProvisoText *text, guint offset, const char *removed, const char *inserted, GString *log)
{
  g_string_append_printf (log, "[%u '%s' '%s']", offset, removed, inserted);
}

static void
on_begin (ProvisoText *text, GString *log)
{
  g_string_append (log, "(");
}

static void
on_end (ProvisoText *text, GString *log)
{
  g_string_append (log, ")");
}

static void
test_signals (void)
{
  g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  GtkTextIter start, end;

  proviso_buffer_load (buffer, "Täglich", -1);
  g_signal_connect (buffer, "replaced", G_CALLBACK (on_replaced), log);
  g_signal_connect (buffer, "begin-action", G_CALLBACK (on_begin), log);
  g_signal_connect (buffer, "end-action", G_CALLBACK (on_end), log);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, 2);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &start, "öxyz", 2);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, 3);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end, 1);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
  proviso_text_replace (PROVISO_TEXT (buffer), 0, 2, "So");
  g_assert_cmpuint (proviso_buffer_get_cursor (buffer), ==, 2);
  g_assert_cmpstr (log->str, ==, "[2 '' 'ö']([1 'äö' ''])[0 'Tg' 'So']");
  g_assert_false (proviso_buffer_get_replacing (buffer));
}

/* What a paste may bring along besides text would not be saved. */
/* A part of a longer text is told as that part, and nothing behind it is read. */
static void
test_slice (void)
{
  g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *three = g_memdup2 ("one", 3);
  GtkTextIter start;

  g_signal_connect (buffer, "replaced", G_CALLBACK (on_replaced), log);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &start, three, 3);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &start, "two three", 3);
  g_assert_cmpstr (log->str, ==, "[0 '' 'one'][3 '' 'two']");
}

static void
test_text_only (void)
{
  g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
  g_autoptr (GdkPaintable) paintable = gdk_paintable_new_empty (8, 8);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
  gtk_text_buffer_insert_paintable (GTK_TEXT_BUFFER (buffer), &start, paintable);
  g_assert_cmpuint (proviso_text_get_length (PROVISO_TEXT (buffer)), ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));
}

static const char *const morsels[] = {
  "a",         " ",  "\n",      "\r", "\r\n", "word", "é", "e\xcc\x81", "\xf0\x9f\x91\xa9", "\xe2\x80\xa9",
  "two words", "\t", "ab\ncd\n"
};

static void
edit_both (GtkTextBuffer *buffer, ProvisoText *text)
{
  guint length = proviso_text_get_length (text);
  guint offset = g_test_rand_int_range (0, length + 1);
  guint n_removed =
      g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, MIN (length - offset, 12) + 1) : 0;
  const char *inserted =
      n_removed > 0 && g_test_rand_bit () ? "" : morsels[g_test_rand_int_range (0, G_N_ELEMENTS (morsels))];
  GtkTextIter start, end;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      proviso_text_replace (PROVISO_TEXT (buffer), offset, n_removed, inserted);
      proviso_text_replace (text, offset, n_removed, inserted);
      break;

    case 1:
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      gtk_text_buffer_insert (buffer, &start, inserted, -1);
      if (*inserted)
        proviso_text_replace (text, offset, 0, inserted);
      break;

    default:
      /* As a paste over a selection. */
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + n_removed);
      gtk_text_buffer_delete (buffer, &start, &end);
      gtk_text_buffer_insert (buffer, &start, inserted, -1);
      gtk_text_buffer_end_user_action (buffer);
      proviso_text_begin_action (text);
      if (n_removed > 0)
        proviso_text_replace (text, offset, n_removed, "");
      if (*inserted)
        proviso_text_replace (text, offset, 0, inserted);
      proviso_text_end_action (text);
    }
}

static void
assert_same (ProvisoProject *one, ProvisoProject *other)
{
  g_autofree char *text = proviso_text_dup (proviso_project_get_text (one));
  g_autofree char *other_text = proviso_text_dup (proviso_project_get_text (other));
  guint n_claims = proviso_record_list_get_size (proviso_project_get_claims (one));

  g_assert_cmpstr (text, ==, other_text);
  g_assert_cmpuint (n_claims, ==, proviso_record_list_get_size (proviso_project_get_claims (other)));
  for (guint i = 0; i < n_claims; i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (proviso_project_get_claims (one), i);
      ProvisoClaim *other_claim = proviso_record_list_peek (proviso_project_get_claims (other), i);
      ProvisoRecordList *anchors = proviso_claim_get_anchors (claim);
      ProvisoRecordList *other_anchors = proviso_claim_get_anchors (other_claim);

      g_assert_cmpuint (proviso_record_list_get_size (anchors), ==,
                        proviso_record_list_get_size (other_anchors));
      for (guint j = 0; j < proviso_record_list_get_size (anchors); j++)
        {
          ProvisoAnchor *anchor = proviso_record_list_peek (anchors, j);
          ProvisoAnchor *other_anchor = proviso_record_list_peek (other_anchors, j);

          g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, proviso_anchor_get_start (other_anchor));
          g_assert_cmpuint (proviso_anchor_get_end (anchor), ==, proviso_anchor_get_end (other_anchor));
          g_assert_cmpint (proviso_anchor_get_state (anchor), ==, proviso_anchor_get_state (other_anchor));
        }
    }
}

static void
test_random_edits (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (ProvisoProject) other = proviso_project_new ();
      g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
      g_autoptr (ProvisoPlainText) text = proviso_plain_text_new (awkward);

      proviso_buffer_load (buffer, awkward, -1);
      proviso_project_set_text (project, PROVISO_TEXT (buffer));
      proviso_project_set_text (other, PROVISO_TEXT (text));

      for (guint i = 0; i < 150; i++)
        {
          guint length = proviso_text_get_length (PROVISO_TEXT (text));

          switch (g_test_rand_int_range (0, 10))
            {
            case 0:
              if (length > 0)
                {
                  guint start = g_test_rand_int_range (0, length);
                  guint end = g_test_rand_int_range (start + 1, length + 1);

                  proviso_project_add_claim (project, start, end);
                  proviso_project_add_claim (other, start, end);
                }
              break;
            case 1:
              proviso_history_undo (proviso_project_get_history (project));
              proviso_history_undo (proviso_project_get_history (other));
              break;
            case 2:
              proviso_history_redo (proviso_project_get_history (project));
              proviso_history_redo (proviso_project_get_history (other));
              break;
            default:
              edit_both (GTK_TEXT_BUFFER (buffer), PROVISO_TEXT (text));
            }
          assert_same (project, other);
        }

      while (proviso_history_get_can_undo (proviso_project_get_history (project)))
        proviso_history_undo (proviso_project_get_history (project));
      while (proviso_history_get_can_undo (proviso_project_get_history (other)))
        proviso_history_undo (proviso_project_get_history (other));
      assert_same (project, other);
      {
        g_autofree char *start = proviso_text_dup (PROVISO_TEXT (buffer));

        g_assert_cmpstr (start, ==, awkward);
      }
    }
}

static char *
dup_claimed (ProvisoProject *project)
{
  ProvisoClaim *claim = proviso_record_list_peek (proviso_project_get_claims (project), 0);
  ProvisoAnchor *anchor = proviso_record_list_peek (proviso_claim_get_anchors (claim), 0);

  return proviso_text_get_slice (proviso_project_get_text (project), proviso_anchor_get_start (anchor),
                                 proviso_anchor_get_end (anchor));
}

static void
wait_for_next_event (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The way of GtkTextView: it takes the selection out, in an action of its own, before the letter comes. */
static void
test_typed_over (void)
{
  enum { AT_ONCE, COMPOSED, LATER } ways[] = { AT_ONCE, COMPOSED, LATER };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (ProvisoProject) project = proviso_project_new ();
      g_autoptr (ProvisoBuffer) buffer = proviso_buffer_new ();
      g_autofree char *claimed = NULL, *undone = NULL, *text = NULL;

      proviso_buffer_load (buffer, "one two three", -1);
      proviso_project_set_text (project, PROVISO_TEXT (buffer));
      proviso_project_add_claim (project, 0, 7);
      proviso_buffer_select (buffer, 4, 7);

      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
      if (ways[i] == COMPOSED)
        proviso_buffer_set_composing (buffer, TRUE);
      if (ways[i] != AT_ONCE)
        wait_for_next_event ();
      proviso_buffer_set_composing (buffer, FALSE);
      gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), "zwei", -1, TRUE);
      wait_for_next_event ();

      claimed = dup_claimed (project);
      g_assert_cmpstr (claimed, ==, ways[i] == LATER ? "one " : "one zwei");
      proviso_history_undo (proviso_project_get_history (project));
      undone = dup_claimed (project);
      g_assert_cmpstr (undone, ==, ways[i] == LATER ? "one " : "one two");
      if (ways[i] == LATER)
        proviso_history_undo (proviso_project_get_history (project));
      text = proviso_text_dup (PROVISO_TEXT (buffer));
      g_assert_cmpstr (text, ==, "one two three");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  gtk_source_init ();

  g_test_add_func ("/editor/buffer/exact", test_exact);
  g_test_add_func ("/editor/buffer/signals", test_signals);
  g_test_add_func ("/editor/buffer/slice", test_slice);
  g_test_add_func ("/editor/buffer/text-only", test_text_only);
  g_test_add_func ("/editor/buffer/random-edits", test_random_edits);
  g_test_add_func ("/editor/buffer/typed-over", test_typed_over);
  return g_test_run ();
}
