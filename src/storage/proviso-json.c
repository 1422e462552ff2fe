/* proviso-json.c: strict JSON, and where in the source each value stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a value again reads the source as tokens: as it is known to be valid, a token's first byte tells
 * what it is, and between two tokens stand only blanks, commas, colons and closing brackets.
 */
#include "storage/proviso-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ProvisoJson
{
  GBytes *bytes;
  const char *source; /* without a byte order mark */
  gsize length;
  yyjson_doc *doc;

  /* Where the search for a value goes on: value number `number` starts at `offset`. */
  gsize number;
  gsize offset;

  /* Where the counting of lines goes on: `placed_offset` is in line `line`, which starts at `line_start`. */
  gsize placed_offset;
  gsize line_start;
  guint line;
};

static gsize
skip_blanks (ProvisoJson *self, gsize offset)
{
  while (offset < self->length && (self->source[offset] == ' ' || self->source[offset] == '\n' ||
                                   self->source[offset] == '\r' || self->source[offset] == '\t'))
    offset++;

  return offset;
}

/* From the end of a token to the start of the next value or key. */
static gsize
skip_between (ProvisoJson *self, gsize offset)
{
  while (offset < self->length && strchr (" \t\r\n,:]}", self->source[offset]) != NULL)
    offset++;

  return offset;
}

/* The byte after the string whose opening quote stands at `offset`. */
static gsize
skip_string (ProvisoJson *self, gsize offset)
{
  for (offset++; self->source[offset] != '"'; offset++)
    offset += self->source[offset] == '\\';

  return offset + 1;
}

/* The byte after a number or a word. */
static gsize
skip_scalar (ProvisoJson *self, gsize offset)
{
  while (offset < self->length && strchr (" \t\r\n,:]}", self->source[offset]) == NULL)
    offset++;

  return offset;
}

static void
seek_line (ProvisoJson *self, gsize offset)
{
  const char *newline;

  if (offset < self->placed_offset)
    {
      self->placed_offset = self->line_start = 0;
      self->line = 1;
    }
  while ((newline = memchr (self->source + self->placed_offset, '\n', offset - self->placed_offset)) != NULL)
    {
      self->placed_offset = self->line_start = newline + 1 - self->source;
      self->line++;
    }
  self->placed_offset = offset;
}

static void
place_of_offset (ProvisoJson *self, gsize offset, guint *line, guint *column)
{
  seek_line (self, offset);
  *line = self->line;
  *column = 1;
  for (gsize i = self->line_start; i < offset; i++)
    *column += (self->source[i] & 0xc0) != 0x80;
}

static GError *
error_at (ProvisoJson *self, ProvisoCodecError code, gsize offset, const char *sentence)
{
  guint line, column;

  place_of_offset (self, MIN (offset, self->length), &line, &column);

  return proviso_codec_error_new (code, line, column, NULL, sentence);
}

static char *
describe_unexpected (ProvisoJson *self, gsize offset)
{
  g_autofree char *character = NULL;
  const char *at = self->source + offset;

  if (offset >= self->length)
    return g_strdup (_ ("The text ends in the middle of a value; a part of the file seems to be missing."));
  if (*at == '"')
    return g_strdup (_ ("A quotation mark cannot stand here; a comma or a colon may be missing before it."));
  if (g_ascii_isgraph (*at) || (*at & 0x80) != 0)
    character = g_strndup (at, MIN ((gsize) (g_utf8_next_char (at) - at), self->length - offset));
  else
    character = g_strdup_printf ("U+%04X", (guint) (guchar) *at);

  return g_strdup_printf (_ ("“%s” cannot stand here."), character);
}

/* Where the mistake in a string begins that the parser stopped at. Of an escape, versions of yyjson before 0.12 tell
 * the character behind the backslash, later ones the backslash. */
static gsize
find_in_string (ProvisoJson *self, gsize offset)
{
  gsize start = MIN (offset, self->length);

  if (start < self->length && (guchar) self->source[start] < 0x20)
    return start;
  while (start > 0 && (start == self->length || self->source[start] != '\\'))
    start--;

  return self->source[start] == '\\' ? start : offset;
}

static GError *
error_of_parser (ProvisoJson *self, const yyjson_read_err *err)
{
  g_autofree char *unexpected = NULL;
  const char *invalid;

  if (self->length >= 4 &&
      ((guchar) self->source[0] >= 0xfe || (self->source[0] == 0) != (self->source[1] == 0)))
    return error_at (self, PROVISO_CODEC_ERROR_ENCODING, 0,
                     _ ("The text is not in the encoding UTF-8, but seems to be in UTF-16 or UTF-32."));
  if (!g_utf8_validate_len (self->source, self->length, &invalid) && *invalid != '\0')
    return error_at (self, PROVISO_CODEC_ERROR_ENCODING, invalid - self->source,
                     _ ("The text is not in the encoding UTF-8 here."));

  /* Constants of C, but not constant expressions: nothing for a switch. */
  if (err->code == YYJSON_READ_ERROR_EMPTY_CONTENT)
    return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, 0, _ ("There is nothing in the file."));
  if (err->code == YYJSON_READ_ERROR_UNEXPECTED_CONTENT)
    return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, err->pos,
                     _ ("There is more after the end of the value."));
  if (err->code == YYJSON_READ_ERROR_JSON_STRUCTURE)
    return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, err->pos,
                     _ ("A comma stands before a closing bracket, where another value should follow it."));
  if (err->code == YYJSON_READ_ERROR_INVALID_NUMBER)
    return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, err->pos, _ ("The number is not spelt as JSON demands."));
  if (err->code == YYJSON_READ_ERROR_INVALID_STRING)
    return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, find_in_string (self, err->pos),
                     _ ("The string holds a control character or an escape that JSON does not have."));
  if (err->code == YYJSON_READ_ERROR_LITERAL)
    return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, err->pos,
                     _ ("The word is none of “true”, “false” and “null”."));
  if (err->code == YYJSON_READ_ERROR_MEMORY_ALLOCATION)
    return proviso_codec_error_new (PROVISO_CODEC_ERROR_TOO_LARGE, 0, 0, NULL,
                                    _ ("There is not enough memory to read the file."));
  if (err->code == YYJSON_READ_ERROR_UNEXPECTED_END)
    {
      unexpected = describe_unexpected (self, self->length);
      return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, self->length, unexpected);
    }
  unexpected = describe_unexpected (self, err->pos);
  return error_at (self, PROVISO_CODEC_ERROR_SYNTAX, err->pos, unexpected);
}

/* The first value that is nested deeper than the limit, or NULL. */
static yyjson_val *
find_too_deep (ProvisoJson *self)
{
  yyjson_val *ends[PROVISO_JSON_MAX_DEPTH];
  yyjson_val *val = yyjson_doc_get_root (self->doc);
  yyjson_val *end = val + yyjson_doc_get_val_count (self->doc);
  guint depth = 0;

  for (; val < end; val++)
    {
      while (depth > 0 && val >= ends[depth - 1])
        depth--;
      if (!yyjson_is_ctn (val))
        continue;
      if (depth == PROVISO_JSON_MAX_DEPTH)
        return val;
      ends[depth++] = unsafe_yyjson_get_next (val);
    }

  return NULL;
}

ProvisoJson *
proviso_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (ProvisoJson) self = g_new0 (ProvisoJson, 1);
  yyjson_read_err err;
  yyjson_val *too_deep;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->source = g_bytes_get_data (bytes, &self->length);
  self->line = 1;
  if (self->length > PROVISO_JSON_MAX_SIZE)
    {
      g_autofree char *size = g_format_size (PROVISO_JSON_MAX_SIZE);
      g_autofree char *sentence = g_strdup_printf (_ ("The file is larger than %s; no project is."), size);

      g_propagate_error (error,
                         proviso_codec_error_new (PROVISO_CODEC_ERROR_TOO_LARGE, 0, 0, NULL, sentence));
      return NULL;
    }
  if (self->length >= 3 && memcmp (self->source, "\xef\xbb\xbf", 3) == 0)
    {
      self->source += 3;
      self->length -= 3;
    }

  /* The parser takes a length of 0 for a mistake of the program's; a blank is as empty. */
  if (self->length == 0)
    {
      self->source = " ";
      self->length = 1;
    }
  self->doc = yyjson_read_opts ((char *) self->source, self->length, YYJSON_READ_NUMBER_AS_RAW, NULL, &err);
  if (self->doc == NULL)
    {
      g_propagate_error (error, error_of_parser (self, &err));
      return NULL;
    }

  self->offset = skip_blanks (self, 0);
  if ((too_deep = find_too_deep (self)) != NULL)
    {
      gsize length;
      gsize offset = proviso_json_get_source (self, too_deep, &length) - self->source;
      g_autofree char *sentence =
          g_strdup_printf (_ ("Values are nested deeper than %d levels here; no project is."),
                           PROVISO_JSON_MAX_DEPTH);

      g_propagate_error (error, error_at (self, PROVISO_CODEC_ERROR_TOO_DEEP, offset, sentence));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
proviso_json_free (ProvisoJson *self)
{
  yyjson_doc_free (self->doc);
  g_bytes_unref (self->bytes);
  g_free (self);
}

yyjson_val *
proviso_json_get_root (ProvisoJson *self)
{
  return yyjson_doc_get_root (self->doc);
}

static void
seek_value (ProvisoJson *self, yyjson_val *val)
{
  gsize number = val - yyjson_doc_get_root (self->doc);

  g_assert (number < yyjson_doc_get_val_count (self->doc));

  if (number < self->number)
    {
      self->number = 0;
      self->offset = skip_blanks (self, 0);
    }
  while (self->number < number)
    {
      switch (self->source[self->offset])
        {
        case '"':
          self->offset = skip_string (self, self->offset);
          break;
        case '[':
        case '{':
          self->offset++;
          break;
        default:
          self->offset = skip_scalar (self, self->offset);
        }
      self->offset = skip_between (self, self->offset);
      self->number++;
    }
}

const char *
proviso_json_get_source (ProvisoJson *self, yyjson_val *val, gsize *length)
{
  gsize end;
  guint depth = 0;

  g_return_val_if_fail (self != NULL && val != NULL && length != NULL, NULL);

  seek_value (self, val);
  end = self->offset;
  do
    {
      switch (self->source[end])
        {
        case '"':
          end = skip_string (self, end);
          break;
        case '[':
        case '{':
          depth++;
          end++;
          break;
        case ']':
        case '}':
          depth--;
          end++;
          break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ',':
        case ':':
          end++;
          break;
        default:
          end = skip_scalar (self, end);
        }
    }
  while (depth > 0);
  *length = end - self->offset;

  return self->source + self->offset;
}

void
proviso_json_get_place (ProvisoJson *self, yyjson_val *val, guint *line, guint *column)
{
  g_return_if_fail (self != NULL && val != NULL && line != NULL && column != NULL);

  seek_value (self, val);
  place_of_offset (self, self->offset, line, column);
}

const char *
proviso_json_describe_type (yyjson_val *val)
{
  switch (yyjson_get_type (val))
    {
    case YYJSON_TYPE_NULL:
      return _ ("null");
    case YYJSON_TYPE_BOOL:
      return _ ("true or false");
    case YYJSON_TYPE_RAW:
      return _ ("a number");
    case YYJSON_TYPE_STR:
      return _ ("a string");
    case YYJSON_TYPE_ARR:
      return _ ("a list");
    default:
      return _ ("an object");
    }
}
