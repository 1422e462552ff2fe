/* test-offsets.c: bytes and code points, back and forth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-offsets.h"

#include <string.h>

static void
test_walk (void)
{
  const char *text = "aü漢😀 b\n\u00e9";
  ProvisoOffsets offsets;
  guint length = (guint) g_utf8_strlen (text, -1);

  proviso_offsets_init (&offsets, text);
  for (guint i = 0; i < 2000; i++)
    {
      guint offset = (guint) g_test_rand_int_range (0, (int) length + 1);
      gsize byte = (gsize) (g_utf8_offset_to_pointer (text, offset) - text);

      if (g_test_rand_bit ())
        g_assert_cmpuint (proviso_offsets_from_byte (&offsets, byte), ==, offset);
      else
        g_assert_cmpuint (proviso_offsets_to_byte (&offsets, offset), ==, byte);
    }
  /* Beyond the end is the end. */
  g_assert_cmpuint (proviso_offsets_to_byte (&offsets, length + 5), ==, strlen (text));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/offsets/walk", test_walk);

  return g_test_run ();
}
