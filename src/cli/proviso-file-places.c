/* proviso-file-places.c: where in a project's file its words and its records stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/proviso-file-places.h"

#include "storage/proviso-json.h"

#include <string.h>

/* A line of the draft as the file has it. */
typedef struct
{
  guint offset; /* of its first code point in the draft */
  gsize byte;   /* of its opening quote in the file */
} DraftLine;

struct _ProvisoFilePlaces
{
  GBytes *bytes;
  const char *source; /* without a byte order mark */
  GArray *lines;
  GHashTable *records; /* record -> its byte; neither owned */

  /* Where the counting goes on: `byte` is at `line` and `column`. */
  gsize byte;
  guint line;
  guint column;
};

static gsize
get_byte (ProvisoFilePlaces *self, ProvisoJson *json, yyjson_val *value)
{
  gsize length;

  return (gsize) (proviso_json_get_source (json, value, &length) - self->source);
}

static void
find_lines (ProvisoFilePlaces *self, ProvisoJson *json, yyjson_val *draft)
{
  yyjson_arr_iter iter = yyjson_arr_iter_with (draft);
  guint offset = 0;

  for (yyjson_val *value = yyjson_arr_iter_next (&iter); value != NULL; value = yyjson_arr_iter_next (&iter))
    {
      DraftLine line = { offset, get_byte (self, json, value) };

      g_array_append_val (self->lines, line);
      offset += (guint) g_utf8_strlen (yyjson_get_str (value), -1);
    }
}

static void
find_records (ProvisoFilePlaces *self, ProvisoJson *json, yyjson_val *values, ProvisoRecordList *records)
{
  yyjson_arr_iter iter = yyjson_arr_iter_with (values);

  for (guint i = 0; i < proviso_record_list_get_size (records); i++)
    g_hash_table_insert (self->records, proviso_record_list_peek (records, i),
                         GSIZE_TO_POINTER (get_byte (self, json, yyjson_arr_iter_next (&iter))));
}

ProvisoFilePlaces *
proviso_file_places_new (GBytes *bytes, ProvisoProject *project)
{
  ProvisoFilePlaces *self = g_new0 (ProvisoFilePlaces, 1);
  g_autoptr (ProvisoJson) json = proviso_json_parse (bytes, NULL);
  yyjson_val *root;

  g_return_val_if_fail (json != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->source = g_bytes_get_data (bytes, NULL);
  if (memcmp (self->source, "\xef\xbb\xbf", 3) == 0)
    self->source += 3;
  self->lines = g_array_new (FALSE, FALSE, sizeof (DraftLine));
  self->records = g_hash_table_new (NULL, NULL);
  self->line = self->column = 1;

  root = proviso_json_get_root (json);
  find_lines (self, json, yyjson_obj_get (root, "draft"));
  find_records (self, json, yyjson_obj_get (root, "claims"), proviso_project_get_claims (project));
  find_records (self, json, yyjson_obj_get (root, "caveats"), proviso_project_get_caveats (project));

  return self;
}

void
proviso_file_places_free (ProvisoFilePlaces *self)
{
  g_array_unref (self->lines);
  g_hash_table_unref (self->records);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Past one character of a string as JSON writes it. */
static const char *
next_character (const char *at)
{
  if (*at != '\\')
    return g_utf8_next_char (at);
  if (at[1] != 'u')
    return at + 2;

  /* Beyond the first plane it takes two of them, the first from D800 to DBFF. */
  return at + (g_ascii_tolower (at[2]) == 'd' && strchr ("89abAB", at[3]) != NULL ? 12 : 6);
}

gsize
proviso_file_places_find_words (ProvisoFilePlaces *self, guint offset)
{
  guint first = 0, last = self->lines->len;
  const DraftLine *line;
  const char *at;

  if (last == 0)
    return 0;

  /* The last line that begins at the offset or before. */
  while (last - first > 1)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->lines, DraftLine, middle).offset <= offset)
        first = middle;
      else
        last = middle;
    }
  line = &g_array_index (self->lines, DraftLine, first);
  at = self->source + line->byte + 1;
  for (guint n = offset - line->offset; n > 0 && *at != '"'; n--)
    at = next_character (at);

  return (gsize) (at - self->source);
}

gsize
proviso_file_places_find_record (ProvisoFilePlaces *self, ProvisoRecord *record)
{
  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->records, record));
}

void
proviso_file_places_get_line (ProvisoFilePlaces *self, gsize byte, guint *line, guint *column)
{
  if (byte < self->byte)
    {
      self->byte = 0;
      self->line = self->column = 1;
    }
  for (; self->byte < byte; self->byte++)
    if (self->source[self->byte] == '\n')
      {
        self->line++;
        self->column = 1;
      }
    else
      self->column += (self->source[self->byte + 1] & 0xc0) != 0x80;
  *line = self->line;
  *column = self->column;
}
