/* proviso-source-names.c: by what a source is known, in the form in which it is looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-source-names.h"

#include "export/proviso-folded-text.h"

#include <string.h>

void
proviso_source_names_add (GHashTable *set, const char *text, guint min_length)
{
  g_autofree char *needle = text != NULL ? proviso_folded_text_fold_needle (text) : NULL;

  if (needle != NULL && g_utf8_strlen (needle, -1) >= min_length)
    g_hash_table_add (set, g_steal_pointer (&needle));
}

/* The address, and what of it people write. */
static void
add_address (GHashTable *set, const char *address)
{
  const char *host = address != NULL ? strstr (address, "://") : NULL;

  proviso_source_names_add (set, address, PROVISO_SOURCE_WORDS_MIN_LENGTH);
  if (host == NULL)
    return;
  host += strlen ("://");
  proviso_source_names_add (set, g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host,
                            PROVISO_SOURCE_WORDS_MIN_LENGTH);
}

void
proviso_source_names_collect (GHashTable *set, ProvisoSource *source)
{
  proviso_source_names_add (set, proviso_source_get_title (source), PROVISO_SOURCE_NAMES_MIN_LENGTH);
  add_address (set, proviso_source_get_url (source));
  add_address (set, proviso_source_get_archived (source));
}

void
proviso_source_names_collect_origins (GHashTable *set, ProvisoSource *source)
{
  proviso_source_names_add (set, proviso_source_get_publisher (source), PROVISO_SOURCE_NAMES_MIN_LENGTH);
  proviso_source_names_add (set, proviso_source_get_independence_group (source), PROVISO_SOURCE_NAMES_MIN_LENGTH);
}

void
proviso_source_names_collect_former (GHashTable *names, GHashTable *origins, ProvisoSource *source)
{
  ProvisoRecordList *events = proviso_source_peek_events (source);

  for (guint i = 0; i < proviso_record_list_get_size (events); i++)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i);
      const char *what = proviso_event_get_what (event);
      const char *values[] = { proviso_event_get_from (event), proviso_event_get_to (event) };

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          if (g_str_equal (what, "title"))
            proviso_source_names_add (names, values[j], PROVISO_SOURCE_NAMES_MIN_LENGTH);
          else if (g_str_equal (what, "url") || g_str_equal (what, "archived"))
            add_address (names, values[j]);
          else if (g_str_equal (what, "note"))
            proviso_source_names_add (names, values[j], PROVISO_SOURCE_WORDS_MIN_LENGTH);
          else if (g_str_equal (what, "publisher") || g_str_equal (what, "independenceGroup"))
            proviso_source_names_add (origins, values[j], PROVISO_SOURCE_NAMES_MIN_LENGTH);
        }
    }
}
