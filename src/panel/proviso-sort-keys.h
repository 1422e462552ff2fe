/* proviso-sort-keys.h: sorts many items by numbers, in a time that is proportional to how many they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 rank;
  guint section;
  gpointer item;
} ProvisoSortKey;

/* By section, then by rank; those that are the same in both stay in the order they came in. */
void proviso_sort_keys (ProvisoSortKey *keys, guint n_keys);

G_END_DECLS
