/* proviso-journal-changes.c: what changed in a project since its journal was last written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joining edits must not change how ranges follow them. It does not: what is put in behind what was just put
 * in lies on the same side of every edge as that did, and taking out two neighbours one after the other
 * empties the same ranges as taking out both at once.
 */
#include "storage/proviso-journal-changes.h"

#include "storage/proviso-codec.h"

#include <string.h>

/* One change of a list. */
typedef struct
{
  ProvisoRecordList *list;
  guint position;
  guint n_removed;
  GPtrArray *added;
} Splice;

struct _ProvisoJournalChanges
{
  ProvisoProject *project;
  GString *text; /* the lines of all edits but the last */

  /* The last edit, which the next may go on; nothing where n_removed is 0 and inserted is "". */
  guint offset;
  guint n_removed;
  guint n_inserted;
  GString *inserted;

  GArray *splices;
  GHashTable *records; /* a set, owning */
};

static void
splice_clear (gpointer data)
{
  g_ptr_array_unref (((Splice *) data)->added);
}

ProvisoJournalChanges *
proviso_journal_changes_new (ProvisoProject *project)
{
  ProvisoJournalChanges *self = g_new0 (ProvisoJournalChanges, 1);

  self->project = project;
  self->text = g_string_new (NULL);
  self->inserted = g_string_new (NULL);
  self->splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  g_array_set_clear_func (self->splices, splice_clear);
  self->records = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  return self;
}

void
proviso_journal_changes_free (ProvisoJournalChanges *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->inserted, TRUE);
  g_array_unref (self->splices);
  g_hash_table_unref (self->records);
  g_free (self);
}

const char *
proviso_journal_list_name (ProvisoProject *project, ProvisoRecordList *list)
{
  if (list == proviso_project_get_claims (project))
    return "claims";
  if (list == proviso_project_get_caveats (project))
    return "caveats";

  return "sources";
}

/* RFC 8259: only these must be escaped in a string of UTF-8. */
static void
append_json_string (GString *out, const char *string)
{
  g_string_append_c (out, '"');
  for (const char *from = string; *from != '\0';)
    {
      gsize n = 0;

      while ((guchar) from[n] >= 0x20 && from[n] != '"' && from[n] != '\\')
        n++;
      g_string_append_len (out, from, (gssize) n);
      from += n;
      if (*from == '\n')
        g_string_append (out, "\\n");
      else if (*from == '"' || *from == '\\')
        g_string_append_printf (out, "\\%c", *from);
      else if (*from != '\0')
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *from);
      if (*from != '\0')
        from++;
    }
  g_string_append_c (out, '"');
}

static gboolean
has_edit (ProvisoJournalChanges *self)
{
  return self->n_removed > 0 || self->n_inserted > 0;
}

/* Ends the last edit: nothing goes on from it. */
static void
write_edit (ProvisoJournalChanges *self)
{
  if (has_edit (self))
    {
      g_string_append_printf (self->text, "{\"t\":[%u,%u,", self->offset, self->n_removed);
      append_json_string (self->text, self->inserted->str);
      g_string_append (self->text, "]}\n");
    }
  self->n_removed = 0;
  self->n_inserted = 0;
  g_string_truncate (self->inserted, 0);
}

/* Whether the edit could be made a part of the last one. */
static gboolean
continue_edit (ProvisoJournalChanges *self,
               guint offset,
               guint n_removed,
               guint n_inserted,
               const char *inserted)
{
  guint end = self->offset + self->n_inserted;

  if (!has_edit (self))
    return FALSE;

  if (n_removed == 0 && offset == end)
    {
      g_string_append (self->inserted, inserted);
      self->n_inserted += n_inserted;
      return TRUE;
    }

  if (n_inserted > 0)
    return FALSE;

  /* Backspace over what was just typed. */
  if (offset >= self->offset && offset + n_removed == end)
    {
      const char *cut =
          g_utf8_offset_to_pointer (self->inserted->str + self->inserted->len, -(glong) n_removed);

      g_string_truncate (self->inserted, (gsize) (cut - self->inserted->str));
      self->n_inserted -= n_removed;
      return TRUE;
    }

  /* Further letters taken out, backwards or forwards. */
  if (self->n_inserted == 0 && (offset == self->offset || offset + n_removed == self->offset))
    {
      self->offset = offset;
      self->n_removed += n_removed;
      return TRUE;
    }

  return FALSE;
}

void
proviso_journal_changes_add_text (ProvisoJournalChanges *self,
                                  guint offset,
                                  guint n_removed,
                                  const char *inserted)
{
  guint n_inserted = (guint) g_utf8_strlen (inserted, -1);

  if (continue_edit (self, offset, n_removed, n_inserted, inserted))
    return;

  write_edit (self);
  self->offset = offset;
  self->n_removed = n_removed;
  self->n_inserted = n_inserted;
  g_string_assign (self->inserted, inserted);
}

void
proviso_journal_changes_add_splice (ProvisoJournalChanges *self,
                                    ProvisoRecordList *list,
                                    guint position,
                                    guint n_removed,
                                    guint n_added)
{
  Splice splice = { list, position, n_removed, g_ptr_array_new_full (n_added, g_object_unref) };

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (splice.added, g_object_ref (proviso_record_list_peek (list, position + i)));
  g_array_append_val (self->splices, splice);
}

void
proviso_journal_changes_add_record (ProvisoJournalChanges *self, ProvisoRecord *record)
{
  g_hash_table_add (self->records, g_object_ref (record));
}

gboolean
proviso_journal_changes_is_empty (ProvisoJournalChanges *self)
{
  return self->text->len == 0 && !has_edit (self) && self->splices->len == 0 &&
         g_hash_table_size (self->records) == 0;
}

static const char *
get_id (ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    return proviso_claim_get_id (PROVISO_CLAIM (record));
  if (PROVISO_IS_CAVEAT (record))
    return proviso_caveat_get_id (PROVISO_CAVEAT (record));

  return proviso_source_get_id (PROVISO_SOURCE (record));
}

static ProvisoRecordList *
get_list (ProvisoProject *project, ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    return proviso_project_get_claims (project);
  if (PROVISO_IS_CAVEAT (record))
    return proviso_project_get_caveats (project);

  return proviso_project_get_sources (project);
}

/* Returns: whether the record could be written. */
static gboolean
append_record (GString *out, ProvisoRecord *record)
{
  g_autofree char *json = proviso_codec_record_to_json (record, NULL);

  if (json == NULL)
    return FALSE;

  /* Members that this version does not know are kept as they were spelt, on several lines perhaps. Within
   * strings a line break is always escaped, so that a bare one is only layout. */
  g_strdelimit (json, "\n\r", ' ');
  g_string_append (out, json);

  return TRUE;
}

static void
encode_splice (ProvisoJournalChanges *self,
               const Splice *splice,
               GHashTable *written,
               GHashTable *left,
               GString *out)
{
  g_string_append_printf (out, "{\"s\":[\"%s\",%u,%u,[",
                          proviso_journal_list_name (self->project, splice->list), splice->position,
                          splice->n_removed);
  for (guint i = 0; i < splice->added->len; i++)
    {
      ProvisoRecord *record = g_ptr_array_index (splice->added, i);

      if (i > 0)
        g_string_append_c (out, ',');
      if (append_record (out, record))
        g_hash_table_add (written, record);
      else
        {
          append_json_string (out, get_id (record));
          g_hash_table_add (left, g_object_ref (record));
        }
    }
  g_string_append (out, "]]}\n");
}

static gboolean
encode_record (ProvisoJournalChanges *self, ProvisoRecord *record, GString *out)
{
  gsize start = out->len;

  if (record == PROVISO_RECORD (self->project))
    g_string_append (out, "{\"h\":");
  else
    g_string_append_printf (out, "{\"p\":[\"%s\",",
                            proviso_journal_list_name (self->project, get_list (self->project, record)));

  if (!append_record (out, record))
    {
      g_string_truncate (out, start);
      return FALSE;
    }
  g_string_append (out, record == PROVISO_RECORD (self->project) ? "}\n" : "]}\n");

  return TRUE;
}

void
proviso_journal_changes_encode (ProvisoJournalChanges *self, GString *out)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) left = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gsize start = out->len;
  GHashTableIter iter;
  gpointer record;

  write_edit (self);
  g_string_append_len (out, self->text->str, (gssize) self->text->len);

  for (guint i = 0; i < self->splices->len; i++)
    encode_splice (self, &g_array_index (self->splices, Splice, i), written, left, out);

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      /* What was put into a list just now stands there as it is now; what is in no list is not saved either.
       */
      if (g_hash_table_contains (written, record) ||
          (record != self->project && proviso_record_get_owner (record) == NULL))
        continue;
      if (!encode_record (self, record, out))
        g_hash_table_add (left, g_object_ref (record));
    }

  if (out->len > start)
    g_string_append_printf (out, "{\"n\":%u}\n",
                            proviso_text_get_length (proviso_project_get_text (self->project)));

  proviso_journal_changes_clear (self);
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_hash_table_add (self->records, g_object_ref (record));
}

void
proviso_journal_changes_clear (ProvisoJournalChanges *self)
{
  g_string_truncate (self->text, 0);
  self->n_removed = 0;
  self->n_inserted = 0;
  g_string_truncate (self->inserted, 0);
  g_array_set_size (self->splices, 0);
  g_hash_table_remove_all (self->records);
}
