/* test-own-edits.c: what a person changed, done to an earlier state of the same project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-own-edits.h"
#include "storage/proviso-codec.h"

static ProvisoProject *
make_project (const char *draft)
{
  ProvisoProject *project = proviso_project_new ();

  proviso_text_replace (proviso_project_get_text (project), 0, 0, draft);

  return project;
}

static void
assert_carried (const char *seen_draft,
                const char *before_draft,
                const char *after_draft,
                const char *expected)
{
  g_autoptr (ProvisoProject) seen = make_project (seen_draft);
  g_autoptr (ProvisoProject) before = make_project (before_draft);
  g_autoptr (ProvisoProject) after = make_project (after_draft);
  g_autofree char *carried = NULL;

  proviso_own_edits_carry (seen, before, after);
  carried = proviso_text_dup (proviso_project_get_text (seen));
  g_assert_cmpstr (carried, ==, expected);
}

/* The same project again, as from its file. */
static ProvisoProject *
reload (ProvisoProject *project)
{
  g_autoptr (ProvisoCodecTree) tree = proviso_codec_snapshot (project);
  g_autoptr (GBytes) bytes = proviso_codec_tree_to_bytes (tree, NULL);
  ProvisoProject *again = proviso_codec_load (bytes, NULL, NULL);

  g_assert_nonnull (again);

  return again;
}

static void
test_elsewhere (void)
{
  /* Others changed B; the person changed C, put in a line at either end and took A out. */
  assert_carried ("A\nB\nC\n", "A\nb\nC\n", "A\nb\nc\n", "A\nB\nc\n");
  assert_carried ("A\nB\nC\n", "A\nb\nC\n", "0\nA\nb\nC\n1\n", "0\nA\nB\nC\n1\n");
  assert_carried ("A\nB\nC\n", "A\nb\nC\n", "b\nC\n", "B\nC\n");
  /* Others put a line in, and one was put in behind it. */
  assert_carried ("A\nC\n", "A\nb\nC\n", "A\nb\nx\nC\n", "A\nx\nC\n");
  /* A last line without a break. */
  assert_carried ("A\nB", "a\nB", "a\nB and more", "A\nB and more");
}

static void
test_nothing_to_carry (void)
{
  assert_carried ("A\nB\n", "a\nB\n", "a\nB\n", "A\nB\n");
  assert_carried ("", "", "", "");
  assert_carried ("A\n", "A\n", "", "");
  assert_carried ("", "", "A\n", "A\n");
}

/* What both changed is still told of: the others were there as well. */
static void
test_same_lines (void)
{
  assert_carried ("A\nB\nC\n", "A\nb\nC\n", "A\nmine\nC\n", "A\nB\nC\n");
  assert_carried ("A\nB\nC\n", "A\nb\nC\n", "A\nmine\n", "A\nB\nC\n");
}

/* Where nobody else did anything, what is seen is what the person made of it. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);

      for (guint i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append_printf (before, "%c\n", 'a' + g_test_rand_int_range (0, 4));
      for (guint i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append_printf (after, "%c\n", 'a' + g_test_rand_int_range (0, 4));
      assert_carried (before->str, before->str, after->str, after->str);
    }
}

/* A record that the person removed is gone; one that others removed is still there to be told of. Passages move along. */
static void
test_removals (void)
{
  g_autoptr (ProvisoProject) seen = make_project ("A\nB\nC\n");
  g_autoptr (ProvisoProject) before = NULL;
  g_autoptr (ProvisoProject) after = NULL;
  ProvisoClaim *claims[3];
  ProvisoAnchor *anchor;

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    claims[i] = proviso_project_add_claim (seen, 2 * i, 2 * i + 1);
  before = reload (seen);
  proviso_project_remove (before, proviso_project_find_claim (before, proviso_claim_get_id (claims[0])));
  after = reload (before);
  proviso_project_remove (after, proviso_project_find_claim (after, proviso_claim_get_id (claims[1])));
  proviso_text_replace (proviso_project_get_text (after), 0, 0, "0\n");

  proviso_own_edits_carry (seen, before, after);
  g_assert_cmpuint (proviso_record_list_get_size (proviso_project_get_claims (seen)), ==, 2);
  g_assert_true (proviso_record_list_peek (proviso_project_get_claims (seen), 0) == (gpointer) claims[0]);
  g_assert_true (proviso_record_list_peek (proviso_project_get_claims (seen), 1) == (gpointer) claims[2]);
  anchor = proviso_record_list_peek (proviso_claim_peek_anchors (claims[2]), 0);
  g_assert_cmpuint (proviso_anchor_get_start (anchor), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-edits/elsewhere", test_elsewhere);
  g_test_add_func ("/own-edits/nothing-to-carry", test_nothing_to_carry);
  g_test_add_func ("/own-edits/same-lines", test_same_lines);
  g_test_add_func ("/own-edits/random", test_random);
  g_test_add_func ("/own-edits/removals", test_removals);

  return g_test_run ();
}
