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
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Somebody scrolled: now the row that is seen is the one to keep. */
  gtk_adjustment_set_value (adjustment, 60);
  gtk_adjustment_configure (adjustment, 100, 0, 1080, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 100);

  /* And came back. */
  gtk_adjustment_set_value (adjustment, 0);
  gtk_adjustment_configure (adjustment, 40, 0, 1120, 10, 100, 100);
  drain ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/top/content-grows", test_content_grows);

  return g_test_run ();
}
