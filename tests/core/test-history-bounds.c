/* test-history-bounds.c: the undo history does not grow without end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-history-private.h"
#include "core/proviso-project.h"

static guint
undo_all (ProvisoHistory *history)
{
  guint n_steps = 0;

  for (; proviso_history_get_can_undo (history); n_steps++)
    proviso_history_undo (history);

  return n_steps;
}

static void
test_steps (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoHistory *history = proviso_project_get_history (project);
  guint64 middle = 0;

  proviso_project_loaded (project);
  for (guint i = 0; i < PROVISO_HISTORY_MAX_STEPS + 100; i++)
    {
      proviso_text_replace (text, i, 0, "\n");
      if (i == PROVISO_HISTORY_MAX_STEPS / 2)
        middle = proviso_history_get_token (history);
    }
  proviso_history_mark_saved (history, middle);
  g_assert_true (proviso_history_get_modified (history));

  /* To the oldest state that is kept, by the one that was saved; never by the one that was there first. */
  while (proviso_history_get_token (history) != middle)
    proviso_history_undo (history);
  g_assert_false (proviso_history_get_modified (history));
  proviso_history_undo (history);
  undo_all (history);
  g_assert_true (proviso_history_get_modified (history));
  g_assert_cmpuint (proviso_text_get_length (text), ==, 100);
  while (proviso_history_get_can_redo (history))
    proviso_history_redo (history);
  g_assert_cmpuint (proviso_text_get_length (text), ==, PROVISO_HISTORY_MAX_STEPS + 100);
  g_assert_cmpuint (undo_all (history), ==, PROVISO_HISTORY_MAX_STEPS);
}

/* The state that the dropped steps led to may be the one that was saved. */
static void
test_saved_at_the_edge (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoHistory *history = proviso_project_get_history (project);

  proviso_project_loaded (project);
  for (guint i = 0; i < 10; i++)
    proviso_text_replace (text, i, 0, "\n");
  proviso_history_mark_saved (history, proviso_history_get_token (history));
  for (guint i = 0; i < PROVISO_HISTORY_MAX_STEPS; i++)
    proviso_text_replace (text, i, 0, "\n");
  undo_all (history);
  g_assert_cmpuint (proviso_text_get_length (text), ==, 10);
  g_assert_false (proviso_history_get_modified (history));

  /* One further, and it is out of reach. */
  while (proviso_history_get_can_redo (history))
    proviso_history_redo (history);
  proviso_text_replace (text, 0, 0, "\n");
  undo_all (history);
  g_assert_cmpuint (proviso_text_get_length (text), ==, 11);
  g_assert_true (proviso_history_get_modified (history));
}

static void
test_size (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoHistory *history = proviso_project_get_history (project);
  g_autofree char *piece = g_strnfill (8 * 1024 * 1024, 'a');
  guint n_kept;

  proviso_project_loaded (project);
  for (guint i = 0; i < 10; i++)
    proviso_text_replace (text, 0, i > 0 ? 8 * 1024 * 1024 : 0, piece);
  n_kept = undo_all (history);
  g_assert_cmpuint (n_kept, >=, 3);
  g_assert_cmpuint (n_kept, <=, 4);
  g_assert_cmpuint (proviso_text_get_length (text), ==, 8 * 1024 * 1024);

  /* What is undone and then left counts no longer. */
  proviso_text_replace (text, 0, 0, "a");
  for (guint i = 0; i < 3; i++)
    proviso_text_replace (text, 0, 8 * 1024 * 1024, piece);
  g_assert_cmpuint (undo_all (history), ==, 4);
}

/* A single step is kept, however big it is. */
static void
test_big_step (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoHistory *history = proviso_project_get_history (project);
  g_autofree char *piece = g_strnfill (PROVISO_HISTORY_MAX_SIZE + 1, 'a');

  proviso_project_loaded (project);
  proviso_text_replace (text, 0, 0, "One\n");
  proviso_text_replace (text, 4, 0, piece);
  g_assert_cmpuint (undo_all (history), ==, 1);
  g_assert_cmpuint (proviso_text_get_length (text), ==, 4);
  proviso_text_replace (text, 4, 0, "Two\n");
  g_assert_cmpuint (undo_all (history), ==, 1);
}

/* Letters that join a step, in the draft and in a field, are counted, too. */
static void
test_joined (void)
{
  g_autoptr (ProvisoProject) project = proviso_project_new ();
  ProvisoHistory *history = proviso_project_get_history (project);
  g_autofree char *piece = g_strnfill (PROVISO_HISTORY_MAX_SIZE, 'a');

  proviso_project_loaded (project);
  proviso_text_replace (proviso_project_get_text (project), 0, 0, "One\n");
  proviso_project_set (project, project, "title", "a", NULL);
  g_assert_true (proviso_history_get_can_undo (history));
  proviso_project_set (project, project, "title", piece, NULL);
  g_assert_cmpuint (undo_all (history), ==, 1);
  g_assert_cmpstr (proviso_project_get_title (project), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-bounds/steps", test_steps);
  g_test_add_func ("/history-bounds/saved-at-the-edge", test_saved_at_the_edge);
  g_test_add_func ("/history-bounds/size", test_size);
  g_test_add_func ("/history-bounds/big-step", test_big_step);
  g_test_add_func ("/history-bounds/joined", test_joined);

  return g_test_run ();
}
