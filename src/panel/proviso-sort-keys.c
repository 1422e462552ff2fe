/* proviso-sort-keys.c: sorts many items by numbers, in a time that is proportional to how many they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A radix sort, byte by byte from the least one on. Ranks and sections are small numbers in large types, so that
 * most bytes are the same in all keys, and are passed over.
 */
#include "panel/proviso-sort-keys.h"

#include <string.h>

#define N_BYTES (sizeof (guint64) + sizeof (guint))

/* The bytes of the rank, then those of the section. */
static guint
get_byte (const ProvisoSortKey *key, guint number)
{
  return number < sizeof key->rank ? (key->rank >> (8 * number)) & 0xff
                                   : (key->section >> (8 * (number - sizeof key->rank))) & 0xff;
}

void
proviso_sort_keys (ProvisoSortKey *keys, guint n_keys)
{
  g_autofree ProvisoSortKey *other = NULL;
  ProvisoSortKey *from = keys, *to;

  if (n_keys < 2)
    return;

  to = other = g_new (ProvisoSortKey, n_keys);
  for (guint number = 0; number < N_BYTES; number++)
    {
      guint starts[256] = { 0 };
      guint start = 0;
      ProvisoSortKey *swap;

      for (guint i = 0; i < n_keys; i++)
        starts[get_byte (&from[i], number)]++;
      if (starts[get_byte (&from[0], number)] == n_keys)
        continue;

      for (guint byte = 0; byte < G_N_ELEMENTS (starts); byte++)
        {
          guint n_of_byte = starts[byte];

          starts[byte] = start;
          start += n_of_byte;
        }
      for (guint i = 0; i < n_keys; i++)
        to[starts[get_byte (&from[i], number)]++] = from[i];
      swap = from;
      from = to;
      to = swap;
    }

  if (from != keys)
    memcpy (keys, from, n_keys * sizeof *keys);
}
