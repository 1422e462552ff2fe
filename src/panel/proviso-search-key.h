/* proviso-search-key.h: text made comparable for searching.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two texts have the same key where a person who searches would call them the same: letter case, accents
 * and the forms that Unicode calls compatible do not count.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `text`: UTF-8. Returns: (transfer full): its key, which is UTF-8 too and for comparing only. */
char *proviso_search_key_new (const char *text);

/* The words of what somebody typed, each as a key.
 * Returns: (transfer full) (nullable) (array zero-terminated=1): %NULL where there is no word. */
GStrv proviso_search_key_split (const char *typed);

/* Returns: whether each of `terms` (from proviso_search_key_split(), nullable) occurs in `key`. */
gboolean proviso_search_key_has_all (const char *key, const char *const *terms);

G_END_DECLS
