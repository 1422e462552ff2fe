/* proviso-codec-reader.c: the values of a record, strictly checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-codec-reader.h"

#include "core/proviso-date.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A member of a record that this version does not know. */
typedef struct
{
  ProvisoRecord *record; /* not referenced: alive in what is being built */
  const char *after;
  const char *name;
  yyjson_val *value;
} Foreign;

void
proviso_reader_init (ProvisoReader *self, ProvisoJson *json)
{
  *self = (ProvisoReader) { .json = json };
  self->foreign = g_array_new (FALSE, FALSE, sizeof (Foreign));
  self->evidence = g_array_new (FALSE, FALSE, sizeof (ProvisoReaderReference));
  self->caveats = g_array_new (FALSE, FALSE, sizeof (ProvisoReaderReference));
  self->anchors = g_ptr_array_new ();
}

static void
reader_clear (ProvisoReader *self)
{
  g_array_unref (self->foreign);
  g_array_unref (self->evidence);
  g_array_unref (self->caveats);
  g_ptr_array_unref (self->anchors);
}

void
proviso_reader_enter (ProvisoReader *self, const char *name, int index)
{
  g_assert (self->depth < PROVISO_READER_MAX_PATH);
  self->path[self->depth++] = (ProvisoReaderStep) { name, index };
}

void
proviso_reader_leave (ProvisoReader *self)
{
  self->depth--;
}

char *
proviso_reader_format_path (const ProvisoReaderStep *path, guint depth, const char *leaf)
{
  GString *field = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    {
      if (i > 0)
        g_string_append_c (field, '.');
      g_string_append (field, path[i].name);
      if (path[i].index >= 0)
        g_string_append_printf (field, "[%d]", path[i].index);
    }
  if (leaf != NULL)
    g_string_append_printf (field, "%s%s", field->len > 0 ? "." : "", leaf);

  return g_string_free (field, FALSE);
}

void
proviso_reader_fail (ProvisoReader *self,
                     yyjson_val *value,
                     const char *leaf,
                     ProvisoCodecError code,
                     const char *predicate,
                     ...)
{
  g_autofree char *field = NULL;
  g_autofree char *what = NULL;
  g_autofree char *sentence = NULL;
  guint line, column;
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, predicate);
  what = g_strdup_vprintf (predicate, args);
  va_end (args);
  field = proviso_reader_format_path (self->path, self->depth, leaf);
  /* Translators: a member of a file, such as “claims[3].asOf”, then what is wrong with it. */
  sentence = g_strdup_printf (C_ ("mistake", "%s %s."), *field != '\0' ? field : _ ("The file"), what);
  proviso_json_get_place (self->json, value, &line, &column);
  self->error = proviso_codec_error_new (code, line, column, *field != '\0' ? field : NULL, sentence);
}

void
proviso_reader_fail_type (ProvisoReader *self, yyjson_val *value, const char *leaf, const char *wanted)
{
  proviso_reader_fail (self, value, leaf, PROVISO_CODEC_ERROR_TYPE,
                       /* Translators: follows the name of a member of a file: “claims[3].asOf must be a string,
                          but is a number”. */
                       _ ("must be %s, but is %s"), wanted, proviso_json_describe_type (value));
}

char *
proviso_reader_quote (const char *string)
{
  g_autofree char *valid =
      g_utf8_strlen (string, -1) > 60 ? g_utf8_substring (string, 0, 60) : g_strdup (string);
  gboolean cut = strlen (valid) < strlen (string);

  return g_strdup_printf ("“%s%s”", g_strdelimit (valid, "\n\r\t", ' '), cut ? "…" : "");
}

gboolean
proviso_reader_open (ProvisoReader *self,
                     yyjson_val *value,
                     const ProvisoMembers *members,
                     ProvisoReaderObject *object)
{
  g_autoptr (GHashTable) foreign_names = NULL;
  yyjson_obj_iter iter;
  yyjson_val *key;
  guint expected = 0;

  *object = (ProvisoReaderObject) { .members = members, .object = value };
  if (!yyjson_is_obj (value))
    {
      proviso_reader_fail_type (self, value, NULL, _ ("an object"));
      return FALSE;
    }

  iter = yyjson_obj_iter_with (value);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    {
      const char *name = yyjson_get_str (key);
      gsize length = yyjson_get_len (key);
      int number = proviso_members_find (members, name, length, expected);
      gboolean duplicate = FALSE;

      if (number >= 0)
        {
          duplicate = object->values[number] != NULL;
          object->values[number] = yyjson_obj_iter_get_val (key);
          expected = number + 1;
        }
      else if (strlen (name) < length)
        {
          proviso_reader_fail (self, key, NULL, PROVISO_CODEC_ERROR_VALUE,
                               _ ("has a member whose name holds a NUL character"));
          return FALSE;
        }
      else
        {
          if (foreign_names == NULL)
            foreign_names = g_hash_table_new (g_str_hash, g_str_equal);
          duplicate = !g_hash_table_add (foreign_names, (gpointer) name);
          object->n_foreign++;
          if (object->n_foreign > PROVISO_CODEC_MAX_FOREIGN)
            {
              proviso_reader_fail (self, key, NULL, PROVISO_CODEC_ERROR_TOO_MANY,
                                   _ ("has more than %d members that this version does not know"),
                                   PROVISO_CODEC_MAX_FOREIGN);
              return FALSE;
            }
        }
      if (duplicate)
        {
          proviso_reader_fail (self, key, name, PROVISO_CODEC_ERROR_DUPLICATE_MEMBER,
                               _ ("is there a second time; one of the two would be lost"));
          return FALSE;
        }
    }

  return self->error == NULL;
}

void
proviso_reader_keep_foreign (ProvisoReader *self, const ProvisoReaderObject *object, gpointer record)
{
  yyjson_obj_iter iter;
  yyjson_val *key;
  const char *after = NULL;

  if (object->n_foreign == 0 || record == NULL)
    return;

  iter = yyjson_obj_iter_with (object->object);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    {
      const char *name = yyjson_get_str (key);

      if (proviso_members_find (object->members, name, yyjson_get_len (key), 0) < 0)
        {
          Foreign foreign = { record, after, name, yyjson_obj_iter_get_val (key) };

          g_array_append_val (self->foreign, foreign);
        }
      after = name;
    }
}

static int
compare_foreign (gconstpointer a, gconstpointer b)
{
  yyjson_val *first = ((const Foreign *) a)->value;
  yyjson_val *second = ((const Foreign *) b)->value;

  return first < second ? -1 : first > second;
}

static void
cut_out_foreign (ProvisoReader *self)
{
  g_array_sort (self->foreign, compare_foreign);
  for (guint i = 0; i < self->foreign->len; i++)
    {
      Foreign *foreign = &g_array_index (self->foreign, Foreign, i);
      gsize length;
      const char *source = proviso_json_get_source (self->json, foreign->value, &length);
      g_autofree char *json = g_strndup (source, length);

      proviso_record_add_foreign_member (foreign->record, foreign->after, foreign->name, json);
    }
}

yyjson_val *
proviso_reader_get (ProvisoReader *self,
                    const ProvisoReaderObject *object,
                    guint member,
                    gboolean required,
                    gboolean nullable)
{
  yyjson_val *value = object->values[member];

  if (value == NULL && required)
    proviso_reader_fail (self, object->object, object->members->members[member].name,
                         PROVISO_CODEC_ERROR_MISSING_MEMBER, _ ("is missing in this object"));
  if (value != NULL && nullable && yyjson_is_null (value))
    return NULL;

  return value;
}

const char *
proviso_reader_check_string (ProvisoReader *self, yyjson_val *value, const char *leaf, const char *wanted)
{
  const char *string = yyjson_get_str (value);

  if (string == NULL)
    proviso_reader_fail_type (self, value, leaf, wanted);
  else if (strlen (string) < yyjson_get_len (value))
    {
      proviso_reader_fail (self, value, leaf, PROVISO_CODEC_ERROR_VALUE,
                           _ ("holds a NUL character (\\u0000), which no text can have"));
      return NULL;
    }

  return string;
}

const char *
proviso_reader_nullable_string (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  yyjson_val *value = proviso_reader_get (self, object, member, FALSE, TRUE);

  return value != NULL ? proviso_reader_check_string (self, value, object->members->members[member].name,
                                                      _ ("a string or null"))
                       : NULL;
}

const char *
proviso_reader_string (ProvisoReader *self,
                       const ProvisoReaderObject *object,
                       guint member,
                       gboolean required)
{
  yyjson_val *value = proviso_reader_get (self, object, member, required, FALSE);
  const char *string =
      value != NULL
          ? proviso_reader_check_string (self, value, object->members->members[member].name, _ ("a string"))
          : NULL;

  return string != NULL ? string : "";
}

const char *
proviso_reader_id (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  const char *id = proviso_reader_string (self, object, member, TRUE);

  if (*id == '\0' && self->error == NULL)
    proviso_reader_fail (self, object->values[member], object->members->members[member].name,
                         PROVISO_CODEC_ERROR_VALUE, _ ("must not be empty"));

  return id;
}

const char *
proviso_reader_date (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  const char *date = proviso_reader_nullable_string (self, object, member);

  if (date != NULL && !proviso_date_is_valid (date))
    {
      g_autofree char *quoted = proviso_reader_quote (date);

      proviso_reader_fail (self, object->values[member], object->members->members[member].name,
                           PROVISO_CODEC_ERROR_VALUE,
                           _ ("is %s, which is not a date such as 2026-03-28, 2026-03 or 2026"), quoted);
    }

  return date;
}

static void
check_time (ProvisoReader *self, const ProvisoReaderObject *object, guint member, const char *time)
{
  if (self->error == NULL && !proviso_time_is_valid (time))
    {
      g_autofree char *quoted = proviso_reader_quote (time);

      proviso_reader_fail (self, object->values[member], object->members->members[member].name,
                           PROVISO_CODEC_ERROR_VALUE,
                           _ ("is %s, which is not a time such as 2026-03-28T09:30:00Z"), quoted);
    }
}

const char *
proviso_reader_time (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  const char *time = proviso_reader_string (self, object, member, TRUE);

  check_time (self, object, member, time);

  return time;
}

const char *
proviso_reader_nullable_time (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  const char *time = proviso_reader_nullable_string (self, object, member);

  if (time != NULL)
    check_time (self, object, member, time);

  return time;
}

gboolean
proviso_reader_boolean (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  yyjson_val *value = proviso_reader_get (self, object, member, FALSE, FALSE);

  if (value != NULL && !yyjson_is_bool (value))
    proviso_reader_fail_type (self, value, object->members->members[member].name, _ ("true or false"));

  return yyjson_get_bool (value);
}

guint
proviso_reader_check_number (ProvisoReader *self, yyjson_val *value, const char *leaf, guint min, guint max)
{
  const char *lexeme = yyjson_get_raw (value);
  double number;

  if (lexeme == NULL)
    {
      proviso_reader_fail_type (self, value, leaf, _ ("a whole number"));
      return min;
    }
  /* JSON knows no whole numbers: 3.0 and 0.3e1 are 3. */
  number = g_ascii_strtod (lexeme, NULL);
  if (!(number >= min && number <= max) || number != (guint) number)
    {
      g_autofree char *spelt = g_strndup (lexeme, MIN (yyjson_get_len (value), 40));

      if (min == max)
        proviso_reader_fail (self, value, leaf, PROVISO_CODEC_ERROR_VALUE, _ ("must be %u, but is %s"), min,
                             spelt);
      else
        proviso_reader_fail (self, value, leaf, PROVISO_CODEC_ERROR_VALUE,
                             _ ("must be a whole number from %u to %u, but is %s"), min, max, spelt);
      return min;
    }

  return number;
}

static char *
list_wire_names (GType enum_type)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (enum_type);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < enum_class->n_values; i++)
    {
      const char *name = proviso_vocabulary_get_wire_name (enum_type, enum_class->values[i].value);

      if (name != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }

  return g_string_free (list, FALSE);
}

int
proviso_reader_enum (ProvisoReader *self,
                     const ProvisoReaderObject *object,
                     guint member,
                     GType enum_type,
                     gboolean nullable)
{
  yyjson_val *value = proviso_reader_get (self, object, member, FALSE, nullable);
  const char *leaf = object->members->members[member].name;
  const char *name;
  int number = 0;

  if (value == NULL || (name = proviso_reader_check_string (self, value, leaf, _ ("a string"))) == NULL)
    return 0;
  if (!proviso_vocabulary_from_wire_name (enum_type, name, &number))
    {
      g_autofree char *quoted = proviso_reader_quote (name);
      g_autofree char *names = list_wire_names (enum_type);

      proviso_reader_fail (self, value, leaf, PROVISO_CODEC_ERROR_VALUE, _ ("is %s, which is none of: %s"),
                           quoted, names);
      return 0;
    }

  return number;
}

GStrv
proviso_reader_strings (ProvisoReader *self, const ProvisoReaderObject *object, guint member)
{
  yyjson_val *list = proviso_reader_get (self, object, member, FALSE, TRUE);
  const char *name = object->members->members[member].name;
  GStrvBuilder *builder;
  yyjson_arr_iter iter;
  yyjson_val *item;

  if (list == NULL)
    return g_new0 (char *, 1);
  if (!yyjson_is_arr (list))
    {
      proviso_reader_fail_type (self, list, name, _ ("a list"));
      return g_new0 (char *, 1);
    }

  builder = g_strv_builder_new ();
  iter = yyjson_arr_iter_with (list);
  while ((item = yyjson_arr_iter_next (&iter)) != NULL && self->error == NULL)
    {
      const char *string;

      proviso_reader_enter (self, name, iter.idx - 1);
      if ((string = proviso_reader_check_string (self, item, NULL, _ ("a string"))) != NULL)
        g_strv_builder_add (builder, string);
      proviso_reader_leave (self);
    }

  return g_strv_builder_unref_to_strv (builder);
}

typedef gpointer (*ProvisoReadFunc) (ProvisoReader *self, yyjson_val *value);

GPtrArray *
proviso_reader_records (ProvisoReader *self,
                        const ProvisoReaderObject *object,
                        guint member,
                        guint max,
                        ProvisoReadFunc read,
                        GHashTable *ids)
{
  yyjson_val *list = proviso_reader_get (self, object, member, FALSE, FALSE);
  const char *name = object->members->members[member].name;
  GPtrArray *records;
  yyjson_arr_iter iter;
  yyjson_val *item;

  if (list != NULL && !yyjson_is_arr (list))
    proviso_reader_fail_type (self, list, name, _ ("a list"));
  if (yyjson_arr_size (list) == 0)
    return NULL;

  if (yyjson_arr_size (list) > max)
    {
      proviso_reader_fail (self, list, name, PROVISO_CODEC_ERROR_TOO_MANY,
                           _ ("has %zu entries; at most %u can be read"), yyjson_arr_size (list), max);
      return NULL;
    }

  records = g_ptr_array_new_full (yyjson_arr_size (list), g_object_unref);
  iter = yyjson_arr_iter_with (list);
  while ((item = yyjson_arr_iter_next (&iter)) != NULL && self->error == NULL)
    {
      gpointer record;

      proviso_reader_enter (self, name, iter.idx - 1);
      record = read (self, item);
      if (record != NULL && ids != NULL && self->error == NULL)
        {
          yyjson_val *id = yyjson_obj_get (item, "id");

          if (!g_hash_table_insert (ids, (gpointer) yyjson_get_str (id), GUINT_TO_POINTER (member)))
            {
              g_autofree char *quoted = proviso_reader_quote (yyjson_get_str (id));

              proviso_reader_fail (self, id, "id", PROVISO_CODEC_ERROR_DUPLICATE_ID,
                                   _ ("is %s, as that of another record is"), quoted);
            }
        }
      if (record != NULL)
        g_ptr_array_add (records, record);
      proviso_reader_leave (self);
    }

  return records;
}

void
proviso_reader_remember (ProvisoReader *self, GArray *references, yyjson_val *value)
{
  ProvisoReaderReference reference = { .value = value, .depth = self->depth };

  for (guint i = 0; i < self->depth; i++)
    reference.path[i] = self->path[i];
  g_array_append_val (references, reference);
}

gboolean
proviso_reader_finish (ProvisoReader *self, GError **error)
{
  gboolean success = self->error == NULL;

  if (success)
    cut_out_foreign (self);
  else
    g_propagate_error (error, g_steal_pointer (&self->error));
  reader_clear (self);

  return success;
}
