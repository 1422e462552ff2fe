/* proviso-prose.c: what a reader reads of a Markdown text, and where each character of it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-prose.h"

#include "markdown/proviso-dialect.h"
#include "markdown/proviso-offsets.h"
#include "markdown/proviso-plain.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

typedef struct
{
  MD_SPANTYPE type;
  gboolean is_address;
} Span;

typedef struct
{
  const char *text;
  gsize length;
  ProvisoOffsets offsets;
  GCancellable *cancellable;
  ProvisoProseFunc func;
  gpointer user_data;
  gboolean stopped;

  /* The block being read; list items without paragraphs of their own are blocks too. */
  gboolean in_block;
  ProvisoProseKind kind;
  /* Of UChar and ProvisoProsePlace. */
  GArray *units;
  GArray *places;
  /* Quotes around the present place. */
  guint quote_depth;
  /* Bytes: the first and the end of the last text from the source. */
  gboolean has_place;
  gsize first_byte;
  gsize last_byte;
  /* Of Span: those that are open, and how many of each type. */
  GArray *spans;
  guint n_open[MD_SPAN_U + 1];
  guint n_addresses;
} Reader;

static void
begin_block (Reader *self, ProvisoProseKind kind)
{
  self->in_block = TRUE;
  self->kind = kind;
  self->has_place = FALSE;
  g_array_set_size (self->spans, 0);
  memset (self->n_open, 0, sizeof self->n_open);
  self->n_addresses = 0;
  g_array_set_size (self->units, 0);
  g_array_set_size (self->places, 0);
}

/* Where the marks in front of the first text begin. */
static gsize
find_start (Reader *self)
{
  gsize at = self->first_byte;

  while (at > 0 && strchr ("*_~`[!<\\", self->text[at - 1]) != NULL)
    at--;
  return at;
}

/* Where the marks behind the last text end: with the line, or the cell. */
static gsize
find_end (Reader *self)
{
  gsize end = self->last_byte;

  while (end < self->length && self->text[end] != '\n' && self->text[end] != '\r')
    {
      if (self->kind == PROVISO_PROSE_CELL && self->text[end] == '|')
        break;
      end++;
    }
  while (end > self->last_byte && (self->text[end - 1] == ' ' || self->text[end - 1] == '\t'))
    end--;
  return end;
}

static void
end_block (Reader *self)
{
  ProvisoProseBlock block = { .kind = self->kind, .in_quote = self->quote_depth > 0 };

  if (!self->in_block)
    return;
  self->in_block = FALSE;
  if (!self->has_place)
    return;

  /* Spaces that a soft break left at an end belong to nothing. */
  while (self->units->len > 0 && g_array_index (self->units, UChar, self->units->len - 1) == ' ')
    {
      g_array_set_size (self->units, self->units->len - 1);
      g_array_set_size (self->places, self->places->len - 1);
    }
  if (self->units->len == 0 && self->kind != PROVISO_PROSE_CODE)
    return;

  block.start = proviso_offsets_from_byte (&self->offsets, find_start (self));
  block.end = proviso_offsets_from_byte (&self->offsets, find_end (self));
  block.units = (const UChar *) self->units->data;
  block.places = (const ProvisoProsePlace *) self->places->data;
  block.n_units = self->units->len;
  self->stopped = !self->func (&block, self->user_data) || g_cancellable_is_cancelled (self->cancellable);
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reader *self = user_data;

  /* A list item's own text ends where a block begins in it. */
  end_block (self);
  switch ((int) type)
    {
    case MD_BLOCK_P:
    case MD_BLOCK_LI:
      begin_block (self, PROVISO_PROSE_PARAGRAPH);
      break;
    case MD_BLOCK_H:
      begin_block (self, PROVISO_PROSE_HEADING);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      begin_block (self, PROVISO_PROSE_CELL);
      break;
    case MD_BLOCK_CODE:
      begin_block (self, PROVISO_PROSE_CODE);
      break;
    case MD_BLOCK_QUOTE:
      self->quote_depth++;
      break;
    default:
      break;
    }
  return self->stopped;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reader *self = user_data;

  end_block (self);
  if (type == MD_BLOCK_QUOTE)
    self->quote_depth--;
  return self->stopped;
}

static void
count_span (Reader *self, const Span *span, int by)
{
  self->n_open[span->type] += (guint) by;
  self->n_addresses += (guint) (by * span->is_address);
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Reader *self = user_data;
  Span span = { .type = type, .is_address = type == MD_SPAN_A && ((MD_SPAN_A_DETAIL *) detail)->is_autolink };

  g_array_append_val (self->spans, span);
  count_span (self, &span, 1);
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Reader *self = user_data;
  gboolean found = self->n_open[type] == 0;

  /* Where marks stand inside a link's destination, md4c enters spans that it does not leave, and leaves some
   * that it did not enter. */
  while (!found)
    {
      Span span = g_array_index (self->spans, Span, self->spans->len - 1);

      g_array_set_size (self->spans, self->spans->len - 1);
      count_span (self, &span, -1);
      found = span.type == type;
    }
  return 0;
}

static ProvisoProseRole
get_role (Reader *self)
{
  return self->n_open[MD_SPAN_IMG] > 0    ? PROVISO_PROSE_ALTERNATIVE
         : self->n_addresses > 0          ? PROVISO_PROSE_ADDRESS
         : self->n_open[MD_SPAN_CODE] > 0 ? PROVISO_PROSE_INLINE_CODE
                                          : PROVISO_PROSE_TEXT;
}

static void
append (Reader *self, gunichar c, guint start, guint end)
{
  ProvisoProsePlace place = { .start = start,
                              .end = end,
                              .role = (guint8) get_role (self),
                              .depth = (guint8) MIN (self->spans->len, 255) };
  UChar units[2];
  int n = 0;

  U16_APPEND_UNSAFE (units, n, c);
  for (int i = 0; i < n; i++)
    {
      g_array_append_val (self->units, units[i]);
      g_array_append_val (self->places, place);
    }
}

static int
text_found (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  Reader *self = user_data;
  gboolean in_source = text >= self->text && text < self->text + self->length;
  gunichar entity;
  guint start;

  if (!self->in_block)
    return 0;
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || !in_source)
    {
      /* Breaks, and spaces that stand for them in code. */
      if (self->has_place && self->kind != PROVISO_PROSE_CODE)
        {
          start = proviso_offsets_from_byte (&self->offsets, self->last_byte);
          append (self, ' ', start, start);
        }
      return 0;
    }
  if (type == MD_TEXT_HTML || size == 0)
    return 0;

  if (!self->has_place)
    self->first_byte = (gsize) (text - self->text);
  self->has_place = TRUE;
  self->last_byte = (gsize) (text - self->text) + size;
  if (self->kind == PROVISO_PROSE_CODE)
    {
      /* The last line break is not part of it. */
      while (self->last_byte > self->first_byte && self->text[self->last_byte - 1] == '\n')
        self->last_byte--;
      return 0;
    }

  start = proviso_offsets_from_byte (&self->offsets, (gsize) (text - self->text));
  entity = type == MD_TEXT_ENTITY ? proviso_plain_get_entity (text, size) : 0;
  if (entity != 0)
    {
      append (self, entity, start, start + (guint) g_utf8_strlen (text, size));
      return 0;
    }
  for (const char *c = text; c < text + size; c = g_utf8_next_char (c))
    {
      append (self, g_utf8_get_char (c), start, start + 1);
      start++;
    }
  return 0;
}

gboolean
proviso_prose_foreach (const char *text, GCancellable *cancellable, ProvisoProseFunc func, gpointer user_data)
{
  MD_PARSER parser = {
    .flags = PROVISO_DIALECT_FLAGS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = text_found,
  };
  Reader self = { .text = text, .cancellable = cancellable, .func = func, .user_data = user_data };

  g_return_val_if_fail (text != NULL && func != NULL, FALSE);

  self.length = strlen (text);
  proviso_offsets_init (&self.offsets, text);
  self.units = g_array_new (FALSE, FALSE, sizeof (UChar));
  self.places = g_array_new (FALSE, FALSE, sizeof (ProvisoProsePlace));
  self.spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self.stopped = g_cancellable_is_cancelled (cancellable);
  if (!self.stopped)
    md_parse (text, (MD_SIZE) self.length, &parser, &self);
  g_array_unref (self.units);
  g_array_unref (self.places);
  g_array_unref (self.spans);
  return !self.stopped;
}

char *
proviso_prose_dup_locale (const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;

  if (language == NULL || *language == '\0')
    return g_strdup ("");
  uloc_forLanguageTag (language, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || parsed == 0)
    return g_strdup ("");
  return g_strdup (locale);
}
