/* test-plain-text.c: a text in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-plain-text.h"

#include <string.h>

/* Slices from all over a long text, with edits now and then, against GLib's own walk through a copy. */
static void
test_slices (void)
{
  static const char *const letters[] = { "a", "\n", "é", "—", "𝄞", "word and word " };
  g_autoptr (GString) copy = g_string_new (NULL);
  g_autoptr (ProvisoPlainText) plain = NULL;
  ProvisoText *text;

  while (copy->len < 100000)
    g_string_append (copy, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
  plain = proviso_plain_text_new (copy->str);
  text = PROVISO_TEXT (plain);

  for (guint round = 0; round < 600; round++)
    {
      guint length = g_utf8_strlen (copy->str, -1);
      guint start = g_test_rand_int_range (0, length + 1);
      guint end = MIN (start + (guint) g_test_rand_int_range (0, round % 3 == 0 ? 20 : 20000), length);
      g_autofree char *slice = proviso_text_get_slice (text, start, end);
      g_autofree char *expected = g_utf8_substring (copy->str, start, end);

      g_assert_cmpuint (proviso_text_get_length (text), ==, length);
      g_assert_cmpstr (slice, ==, expected);
      if (round % 3 == 0)
        {
          const char *inserted = letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))];
          gsize byte = g_utf8_offset_to_pointer (copy->str, start) - copy->str;

          proviso_text_replace (text, start, end - start, inserted);
          g_string_erase (copy, byte, strlen (expected));
          g_string_insert (copy, byte, inserted);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plain-text/slices", test_slices);

  return g_test_run ();
}
