/* proviso-unsent.c: what somebody began to write about a record and has not sent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-unsent.h"

#define KEY "proviso-unsent"

void
proviso_unsent_keep (gpointer record, const char *what, const char *text)
{
  GHashTable *texts;

  g_return_if_fail (PROVISO_IS_RECORD (record));
  g_return_if_fail (what != NULL);

  texts = g_object_get_data (record, KEY);
  if (text == NULL || *text == '\0')
    {
      if (texts != NULL)
        g_hash_table_remove (texts, what);
      return;
    }

  if (texts == NULL)
    {
      texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (record, KEY, texts, (GDestroyNotify) g_hash_table_unref);
    }
  g_hash_table_insert (texts, g_strdup (what), g_strdup (text));
}

const char *
proviso_unsent_get (gpointer record, const char *what)
{
  GHashTable *texts;

  g_return_val_if_fail (PROVISO_IS_RECORD (record), NULL);
  g_return_val_if_fail (what != NULL, NULL);

  texts = g_object_get_data (record, KEY);

  return texts != NULL ? g_hash_table_lookup (texts, what) : NULL;
}

gboolean
proviso_unsent_has_any (gpointer record)
{
  GHashTable *texts;

  g_return_val_if_fail (PROVISO_IS_RECORD (record), FALSE);

  texts = g_object_get_data (record, KEY);

  return texts != NULL && g_hash_table_size (texts) > 0;
}
