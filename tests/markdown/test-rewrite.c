/* test-rewrite.c: pieces, what they make of a text, and where offsets go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-rewrite.h"

static void
test_apply (void)
{
  g_autoptr (ProvisoRewrite) rewrite = proviso_rewrite_new ();
  g_autofree char *after = NULL;

  /* In any order; two at one offset keep theirs. */
  proviso_rewrite_add (rewrite, 4, 1, "");
  proviso_rewrite_add (rewrite, 1, 0, "é");
  proviso_rewrite_add (rewrite, 1, 0, "!");
  after = proviso_rewrite_apply (rewrite, "日本語abc");
  g_assert_cmpstr (after, ==, "日é!本語ac");
  g_assert_cmpuint (proviso_rewrite_get_n_pieces (rewrite), ==, 3);
  g_assert_cmpuint (proviso_rewrite_get_piece (rewrite, 2)->offset, ==, 4);
}

static void
test_map (void)
{
  g_autoptr (ProvisoRewrite) rewrite = proviso_rewrite_new ();

  proviso_rewrite_add (rewrite, 2, 3, "x");
  proviso_rewrite_add (rewrite, 8, 0, "yy");
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 1, TRUE), ==, 1);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 2, FALSE), ==, 2);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 3, FALSE), ==, 2);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 3, TRUE), ==, 3);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 5, TRUE), ==, 3);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 8, FALSE), ==, 6);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 8, TRUE), ==, 8);
  g_assert_cmpuint (proviso_rewrite_map (rewrite, 9, FALSE), ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rewrite/apply", test_apply);
  g_test_add_func ("/rewrite/map", test_map);

  return g_test_run ();
}
