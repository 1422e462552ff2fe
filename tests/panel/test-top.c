/* test-top.c: a list that stands at its top stays there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-top.h"

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_content_grows (void)
{
  g_autoptr (GtkAdjustment) adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1000, 10, 100, 100));

  proviso_top_keep (adjustment);

  /* A header came above the first row, which the list kept in its place. */
  gtk_adjustment_configure (adjustment, 40, 0, 1040, 10, 100, 100);
  g_assert_true (proviso_top_is_kept (adjustment));
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Rows went, without a move, and others came. */
  gtk_adjustment_configure (adjustment, 0, 0, 500, 10, 100, 100);
  gtk_adjustment_configure (adjustment, 40, 0, 1040, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Somebody scrolled: now the row that is seen is the one to keep. */
  gtk_adjustment_set_value (adjustment, 60);
  g_assert_false (proviso_top_is_kept (adjustment));
  gtk_adjustment_configure (adjustment, 100, 0, 1080, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 100);

  /* The list goes back there for another reason, though its content is growing. */
  proviso_top_return (adjustment);
  g_assert_true (proviso_top_is_kept (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_adjustment_configure (adjustment, 40, 0, 1100, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Somebody goes away and comes back. */
  gtk_adjustment_set_value (adjustment, 60);
  gtk_adjustment_set_value (adjustment, 0);
  gtk_adjustment_configure (adjustment, 40, 0, 1120, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
test_row_is_shown (void)
{
  g_autoptr (GtkAdjustment) adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1000, 10, 100, 100));

  proviso_top_keep (adjustment);

  /* The list goes to a row of those that have just come. */
  proviso_top_leave (adjustment);
  gtk_adjustment_configure (adjustment, 1500, 0, 2000, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 1500);
  g_assert_false (proviso_top_is_kept (adjustment));

  /* It is the first one. */
  gtk_adjustment_set_value (adjustment, 0);
  proviso_top_leave (adjustment);
  gtk_adjustment_configure (adjustment, 0, 0, 3000, 10, 100, 100);
  gtk_adjustment_configure (adjustment, 40, 0, 3040, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/top/content-grows", test_content_grows);
  g_test_add_func ("/top/row-is-shown", test_row_is_shown);

  return g_test_run ();
}
