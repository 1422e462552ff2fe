/* proviso-own-edits.c: what a person changed, done to an earlier state of the same project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-own-edits.h"

#include "merge/proviso-sequence-diff.h"

#include <string.h>

#define NOWHERE G_MAXUINT

typedef struct
{
  GPtrArray *lines; /* with their line breaks */
  GArray *ids;      /* of guint */
} Text;

static void
text_init (Text *self, GHashTable *ids, const char *text)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint));

  while (*text != '\0')
    {
      const char *end = strchr (text, '\n');
      gsize length = end != NULL ? (gsize) (end - text) + 1 : strlen (text);
      char *line = g_strndup (text, length);
      guint id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, line));

      if (id == 0)
        {
          id = g_hash_table_size (ids) + 1;
          g_hash_table_insert (ids, g_strdup (line), GUINT_TO_POINTER (id));
        }
      g_ptr_array_add (self->lines, line);
      g_array_append_val (self->ids, id);
      text += length;
    }
}

static void
text_clear (Text *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->ids);
}

typedef gpointer (*Find) (ProvisoProject *project, gpointer record);

static gpointer
find_claim (ProvisoProject *project, gpointer claim)
{
  return proviso_project_find_claim (project, proviso_claim_get_id (claim));
}

static gpointer
find_caveat (ProvisoProject *project, gpointer caveat)
{
  return proviso_project_find_caveat (project, proviso_caveat_get_id (caveat));
}

static gpointer
find_source (ProvisoProject *project, gpointer source)
{
  return proviso_project_find_source (project, proviso_source_get_id (source));
}

static GArray *
compare (const Text *old_text, const Text *new_text)
{
  return proviso_sequence_diff ((const guint *) (gpointer) old_text->ids->data, old_text->ids->len,
                                (const guint *) (gpointer) new_text->ids->data, new_text->ids->len);
}

/* Returns: (element-type guint): for each line of `text` the one of `seen` that it is, or %NOWHERE. */
static GArray *
find_lines (const Text *seen, const Text *text)
{
  g_autoptr (GArray) hunks = compare (seen, text);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < hunks->len; i++)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i);

      for (guint j = hunk->new_start; j < hunk->new_end; j++)
        {
          guint place = hunk->equal ? hunk->old_start + j - hunk->new_start : NOWHERE;

          g_array_append_val (places, place);
        }
    }

  return places;
}

/* Where in what was seen the lines of `hunk` stand. Returns: whether they do, next to each other. */
static gboolean
find_hunk (GArray *places, guint n_seen, const ProvisoDiffHunk *hunk, guint *start)
{
  guint before = hunk->old_start > 0 ? g_array_index (places, guint, hunk->old_start - 1) : NOWHERE;
  guint after = hunk->old_end < places->len ? g_array_index (places, guint, hunk->old_end) : NOWHERE;

  if (hunk->old_start < hunk->old_end)
    *start = g_array_index (places, guint, hunk->old_start);
  else if (before != NOWHERE)
    *start = before + 1;
  else if (after != NOWHERE)
    *start = after;
  else
    *start = places->len == 0 && n_seen == 0 ? 0 : NOWHERE;

  if (*start == NOWHERE)
    return FALSE;
  for (guint i = hunk->old_start; i < hunk->old_end; i++)
    if (g_array_index (places, guint, i) != *start + i - hunk->old_start)
      return FALSE;

  return TRUE;
}

/* In code points, of the lines [start, end). */
static guint
measure (const Text *text, guint start, guint end)
{
  guint length = 0;

  for (guint i = start; i < end; i++)
    length += (guint) g_utf8_strlen (g_ptr_array_index (text->lines, i), -1);

  return length;
}

static void
replace_lines (ProvisoText *draft,
               const Text *seen,
               guint start,
               const ProvisoDiffHunk *hunk,
               const Text *after)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint end = start + hunk->old_end - hunk->old_start;

  for (guint i = hunk->new_start; i < hunk->new_end; i++)
    g_string_append (lines, g_ptr_array_index (after->lines, i));
  proviso_text_replace (draft, measure (seen, 0, start), measure (seen, start, end), lines->str);
}

static void
carry_text (ProvisoText *draft, const char *before, const char *after)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *seen = proviso_text_dup (draft);
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) hunks = NULL;
  Text texts[3];
  guint done;

  text_init (&texts[0], ids, seen);
  text_init (&texts[1], ids, before);
  text_init (&texts[2], ids, after);
  places = find_lines (&texts[0], &texts[1]);
  hunks = compare (&texts[1], &texts[2]);

  /* From the end, so that what is before stays where it is. */
  done = texts[0].lines->len;
  for (guint i = hunks->len; i > 0; i--)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i - 1);
      guint start;

      if (hunk->equal || !find_hunk (places, texts[0].lines->len, hunk, &start) ||
          start + hunk->old_end - hunk->old_start > done)
        continue;
      replace_lines (draft, &texts[0], start, hunk, &texts[2]);
      done = start;
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    text_clear (&texts[i]);
}

static void
carry_removals (ProvisoProject *seen,
                ProvisoRecordList *records,
                ProvisoProject *before,
                ProvisoProject *after,
                Find find)
{
  for (guint i = proviso_record_list_get_size (records); i > 0; i--)
    {
      gpointer record = proviso_record_list_peek (records, i - 1);

      if (find (before, record) != NULL && find (after, record) == NULL)
        proviso_project_remove (seen, record);
    }
}

void
proviso_own_edits_carry (ProvisoProject *seen, ProvisoProject *before, ProvisoProject *after)
{
  g_autofree char *draft_before = NULL;
  g_autofree char *draft_after = NULL;

  g_return_if_fail (PROVISO_IS_PROJECT (seen));
  g_return_if_fail (PROVISO_IS_PROJECT (before));
  g_return_if_fail (PROVISO_IS_PROJECT (after));

  draft_before = proviso_text_dup (proviso_project_get_text (before));
  draft_after = proviso_text_dup (proviso_project_get_text (after));
  carry_text (proviso_project_get_text (seen), draft_before, draft_after);
  carry_removals (seen, proviso_project_get_claims (seen), before, after, find_claim);
  carry_removals (seen, proviso_project_get_caveats (seen), before, after, find_caveat);
  carry_removals (seen, proviso_project_get_sources (seen), before, after, find_source);
}
