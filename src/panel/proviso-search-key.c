/* proviso-search-key.c: text made comparable for searching.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys are made once a record and change, and are searched at every typed letter, so the work is in the
 * making. Most texts are ASCII, for which none of Unicode's tables is needed.
 */
#include "panel/proviso-search-key.h"

#include <string.h>

char *
proviso_search_key_new (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) bare = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_strdup (text);

  bare = g_string_sized_new (strlen (decomposed));
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_len (bare, p, g_utf8_next_char (p) - p);
    }

  return g_utf8_casefold (bare->str, bare->len);
}

GStrv
proviso_search_key_split (const char *typed)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autofree char *key = NULL;
  const char *start = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (typed != NULL, NULL);

  builder = g_strv_builder_new ();
  key = proviso_search_key_new (typed);
  for (const char *p = key;; p = g_utf8_next_char (p))
    {
      gboolean in_word = *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p));

      if (in_word && start == NULL)
        {
          start = p;
        }
      else if (!in_word && start != NULL)
        {
          g_strv_builder_take (builder, g_strndup (start, p - start));
          start = NULL;
          any = TRUE;
        }
      if (*p == '\0')
        break;
    }

  return any ? g_strv_builder_end (builder) : NULL;
}

gboolean
proviso_search_key_has_all (const char *key, const char *const *terms)
{
  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    if (strstr (key, terms[i]) == NULL)
      return FALSE;

  return TRUE;
}
