/* proviso-inline.c: where emphasis, code, strikethrough and links begin and end in a text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between two pieces of reported text lie marks only. Those of the spans entered since the last piece stand
 * right in front of the next one, the innermost nearest; those of the spans left stand right behind the last
 * one, the innermost nearest again.
 */
#include "markdown/proviso-inline.h"

#include "markdown/proviso-dialect.h"
#include "markdown/proviso-offsets.h"

#include <string.h>

typedef struct
{
  ProvisoInlineKind kind;
  /* Bytes; the opening mark is known once the first text inside has come. */
  gsize start;
  gsize inner_start;
  gboolean is_open_known;
  gboolean is_autolink;
} Pending;

typedef struct
{
  const char *text;
  gsize length;
  ProvisoOffsets offsets;
  /* Of Pending: those that are open, and how many of each kind. */
  GArray *stack;
  guint n_open[PROVISO_INLINE_IMAGE + 1];
  GArray *spans;
  /* The end of the last text or mark that is accounted for. */
  gsize at;
} Finder;

static gboolean
kind_of (MD_SPANTYPE type, ProvisoInlineKind *kind)
{
  switch ((int) type)
    {
    case MD_SPAN_EM:
      *kind = PROVISO_INLINE_EMPHASIS;
      return TRUE;
    case MD_SPAN_STRONG:
      *kind = PROVISO_INLINE_STRONG;
      return TRUE;
    case MD_SPAN_CODE:
      *kind = PROVISO_INLINE_CODE;
      return TRUE;
    case MD_SPAN_DEL:
      *kind = PROVISO_INLINE_STRIKETHROUGH;
      return TRUE;
    case MD_SPAN_A:
      *kind = PROVISO_INLINE_LINK;
      return TRUE;
    case MD_SPAN_IMG:
      *kind = PROVISO_INLINE_IMAGE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Finds the opening mark that ends at or before `limit`. */
static gboolean
find_open (Finder *self, Pending *pending, gsize limit)
{
  const char *text = self->text;
  gsize end = limit;
  gsize width = 1;

  switch (pending->kind)
    {
    case PROVISO_INLINE_STRONG:
      width = 2;
      G_GNUC_FALLTHROUGH;
    case PROVISO_INLINE_EMPHASIS:
      if (end < self->at + width || (text[end - 1] != '*' && text[end - 1] != '_') ||
          text[end - width] != text[end - 1])
        return FALSE;
      break;
    case PROVISO_INLINE_STRIKETHROUGH:
      if (end <= self->at || text[end - 1] != '~')
        return FALSE;
      if (end >= self->at + 2 && text[end - 2] == '~')
        width = 2;
      break;
    case PROVISO_INLINE_CODE:
      /* One space on either side belongs to the mark; so does a line break. */
      while (end > self->at && (text[end - 1] == ' ' || text[end - 1] == '\n'))
        end--;
      if (end <= self->at || text[end - 1] != '`')
        return FALSE;
      while (end > self->at + width && text[end - width - 1] == '`')
        width++;
      pending->start = end - width;
      pending->inner_start = limit;
      return TRUE;
    case PROVISO_INLINE_LINK:
      if (pending->is_autolink)
        {
          width = end > self->at && text[end - 1] == '<';
          break;
        }
      if (end <= self->at || text[end - 1] != '[')
        return FALSE;
      break;
    case PROVISO_INLINE_IMAGE:
      width = 2;
      if (end < self->at + 2 || text[end - 1] != '[' || text[end - 2] != '!')
        return FALSE;
      break;
    default:
      return FALSE;
    }
  pending->start = end - width;
  pending->inner_start = end;
  return TRUE;
}

/* Behind the bracket at `at`: "(destination "title")", "[label]" or nothing. Returns: where that ends. */
static gsize
skip_destination (Finder *self, gsize at)
{
  const char *text = self->text;
  gsize i = at + 1;
  guint depth = 0;

  if (i < self->length && text[i] == '[')
    {
      while (i < self->length && text[i] != ']')
        i += text[i] == '\\' && i + 1 < self->length ? 2 : 1;
      return MIN (i + 1, self->length);
    }
  if (i >= self->length || text[i] != '(')
    return i;

  for (; i < self->length; i++)
    {
      if (text[i] == '\\')
        i++;
      else if (text[i] == '(')
        depth++;
      else if (text[i] == ')' && --depth == 0)
        return i + 1;
      else if (text[i] == '<' || (text[i] == '"' && depth == 1))
        {
          char close = text[i] == '<' ? '>' : '"';

          for (i++; i < self->length && text[i] != close; i++)
            i += text[i] == '\\';
        }
    }
  return at + 1;
}

/* Finds the closing mark that begins at or behind self->at. */
static gboolean
find_close (Finder *self, const Pending *pending, gsize *inner_end, gsize *end)
{
  const char *text = self->text;
  gsize at = self->at;
  gsize width = pending->inner_start - pending->start;

  *inner_end = at;
  switch (pending->kind)
    {
    case PROVISO_INLINE_STRONG:
    case PROVISO_INLINE_EMPHASIS:
    case PROVISO_INLINE_STRIKETHROUGH:
      if (at + width > self->length || memcmp (text + at, text + pending->start, width) != 0)
        return FALSE;
      *end = at + width;
      return TRUE;
    case PROVISO_INLINE_CODE:
      width = 0;
      while (at < self->length && (text[at] == ' ' || text[at] == '\n'))
        at++;
      while (at + width < self->length && text[at + width] == '`')
        width++;
      if (width == 0)
        return FALSE;
      *end = at + width;
      return TRUE;
    case PROVISO_INLINE_LINK:
      if (pending->is_autolink)
        {
          *end = at + (width > 0 && at < self->length && text[at] == '>');
          return TRUE;
        }
      G_GNUC_FALLTHROUGH;
    case PROVISO_INLINE_IMAGE:
      if (at >= self->length || text[at] != ']')
        return FALSE;
      *end = skip_destination (self, at);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What holds no text at all (an empty link) opens where the text behind it does not tell: it is left out. */
static void
settle_opens (Finder *self, gsize limit)
{
  for (guint i = self->stack->len; i > 0; i--)
    {
      Pending *pending = &g_array_index (self->stack, Pending, i - 1);

      if (pending->is_open_known)
        break;
      if (!find_open (self, pending, limit))
        {
          /* The marks further out cannot be told either. */
          for (; i > 0 && !g_array_index (self->stack, Pending, i - 1).is_open_known; i--)
            {
              g_array_index (self->stack, Pending, i - 1).is_open_known = TRUE;
              g_array_index (self->stack, Pending, i - 1).inner_start = G_MAXSIZE;
            }
          break;
        }
      pending->is_open_known = TRUE;
      limit = pending->start;
    }
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Finder *self = user_data;

  g_array_set_size (self->stack, 0);
  memset (self->n_open, 0, sizeof self->n_open);
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Finder *self = user_data;
  Pending pending = { 0 };

  if (!kind_of (type, &pending.kind))
    return 0;
  if (type == MD_SPAN_A)
    pending.is_autolink = ((MD_SPAN_A_DETAIL *) detail)->is_autolink != 0;
  g_array_append_val (self->stack, pending);
  self->n_open[pending.kind]++;
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Finder *self = user_data;
  ProvisoInlineKind kind;
  Pending pending;
  gsize inner_end, end;

  if (!kind_of (type, &kind))
    return 0;
  /* Where marks stand inside a link's destination, md4c enters spans that it does not leave, and leaves some
   * that it did not enter. */
  if (self->n_open[kind] == 0)
    return 0;
  do
    {
      pending = g_array_index (self->stack, Pending, self->stack->len - 1);
      g_array_set_size (self->stack, self->stack->len - 1);
      self->n_open[pending.kind]--;
    }
  while (pending.kind != kind);

  if (pending.is_open_known && pending.inner_start != G_MAXSIZE &&
      find_close (self, &pending, &inner_end, &end))
    {
      ProvisoInlineSpan span = { .kind = pending.kind, .is_autolink = pending.is_autolink };

      span.start = proviso_offsets_from_byte (&self->offsets, pending.start);
      span.inner_start = proviso_offsets_from_byte (&self->offsets, pending.inner_start);
      span.inner_end = proviso_offsets_from_byte (&self->offsets, inner_end);
      span.end = proviso_offsets_from_byte (&self->offsets, end);
      g_array_append_val (self->spans, span);
      self->at = end;
    }
  return 0;
}

static int
text_found (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  Finder *self = user_data;
  gsize start;

  /* Line breaks come from md4c's own storage. */
  if (text < self->text || text >= self->text + self->length || size == 0)
    return 0;
  start = (gsize) (text - self->text);
  /* A backslash that is not text itself escapes the text behind it. */
  settle_opens (self, start > self->at && self->text[start - 1] == '\\' ? start - 1 : start);
  self->at = start + size;
  return 0;
}

GArray *
proviso_inline_find_spans (const char *text)
{
  MD_PARSER parser = {
    .flags = PROVISO_DIALECT_FLAGS | MD_FLAG_NOINDENTEDCODEBLOCKS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = text_found,
  };
  Finder self = { .text = text, .length = strlen (text) };

  proviso_offsets_init (&self.offsets, text);
  self.stack = g_array_new (FALSE, FALSE, sizeof (Pending));
  self.spans = g_array_new (FALSE, FALSE, sizeof (ProvisoInlineSpan));
  md_parse (text, (MD_SIZE) self.length, &parser, &self);
  g_array_unref (self.stack);
  return self.spans;
}
