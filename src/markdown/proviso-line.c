/* proviso-line.c: what one line of Markdown begins with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-line.h"

#include <string.h>

/* CommonMark's limit, so that numbers fit everywhere. */
#define MAX_NUMBER_DIGITS 9
#define TAB_STOP 4

static gboolean
is_white (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static gsize
skip_white (const char *line, gsize length, gsize at)
{
  while (at < length && is_white (line[at]))
    at++;
  return at;
}

static guint
run_length (const char *line, gsize length, gsize at)
{
  gsize i = at;

  while (i < length && line[i] == line[at])
    i++;
  return (guint) (i - at);
}

/* "---", "* * *", "_ _ _": three or more of one mark and nothing else. */
static gboolean
is_rule (const char *line, gsize length, gsize at)
{
  char mark = line[at];
  guint n = 0;

  if (mark != '-' && mark != '*' && mark != '_')
    return FALSE;
  for (; at < length; at++)
    {
      if (line[at] == mark)
        n++;
      else if (!is_white (line[at]))
        return FALSE;
    }
  return n >= 3;
}

static void
parse_marker (ProvisoLine *self, const char *line, gsize length)
{
  gsize at = self->marker_start;
  gsize end = at;

  if (line[at] == '-' || line[at] == '+' || line[at] == '*')
    {
      end = at + 1;
      self->kind = PROVISO_LINE_BULLET;
      self->mark = line[at];
    }
  else
    {
      while (end < length && g_ascii_isdigit (line[end]))
        end++;
      if (end == at || end - at > MAX_NUMBER_DIGITS || end == length ||
          (line[end] != '.' && line[end] != ')'))
        return;
      for (gsize i = at; i < end; i++)
        self->number = self->number * 10 + (guint) (line[i] - '0');
      self->kind = PROVISO_LINE_NUMBERED;
      self->mark = line[end];
      end++;
    }

  if (end < length && !is_white (line[end]))
    {
      self->kind = PROVISO_LINE_PLAIN;
      self->mark = 0;
      self->number = 0;
      return;
    }

  self->marker_width = (guint) (end - at);
  self->marker_end = self->content_start = (guint) skip_white (line, length, end);

  /* "[x]" alone, without a space behind, is what a person is just typing. */
  at = self->marker_end;
  if (at + 3 <= length && line[at] == '[' && strchr (" xX", line[at + 1]) != NULL && line[at + 2] == ']' &&
      (at + 3 == length || is_white (line[at + 3])))
    {
      self->is_task = TRUE;
      self->content_start = (guint) skip_white (line, length, at + 3);
    }
}

void
proviso_line_parse (ProvisoLine *self, const char *line, gsize length)
{
  gsize at;

  memset (self, 0, sizeof *self);

  for (;;)
    {
      at = skip_white (line, length, self->quote_end);
      /* Indented by four, it would be code. */
      if (at >= length || line[at] != '>' || at - self->quote_end > 3)
        break;
      self->quote_depth++;
      self->quote_end = (guint) at + 1;
      if (self->quote_end < length && line[self->quote_end] == ' ')
        self->quote_end++;
    }

  for (gsize i = self->quote_end; i < at; i++)
    self->indent += line[i] == '\t' ? TAB_STOP - self->indent % TAB_STOP : 1;
  self->marker_start = self->marker_end = self->content_start = (guint) at;

  if (at == length)
    {
      self->kind = PROVISO_LINE_BLANK;
    }
  else if (is_rule (line, length, at))
    {
      self->kind = PROVISO_LINE_RULE;
    }
  else if (line[at] == '#')
    {
      guint level = run_length (line, length, at);

      if (level <= 6 && (at + level == length || is_white (line[at + level])))
        {
          self->kind = PROVISO_LINE_HEADING;
          self->level = level;
          self->marker_end = self->content_start = (guint) skip_white (line, length, at + level);
        }
    }
  else if ((line[at] == '`' || line[at] == '~') && run_length (line, length, at) >= 3)
    {
      guint level = run_length (line, length, at);

      /* Backticks further on make it a code span. */
      if (line[at] == '~' || memchr (line + at + level, '`', length - at - level) == NULL)
        {
          self->kind = PROVISO_LINE_FENCE;
          self->level = level;
          self->mark = line[at];
        }
    }
  else if (line[at] == '|')
    {
      self->kind = PROVISO_LINE_TABLE_ROW;
    }
  else
    {
      parse_marker (self, line, length);
    }

  self->is_empty = skip_white (line, length, self->content_start) == length;
}

guint
proviso_line_get_content_column (const ProvisoLine *self)
{
  guint gap = self->marker_end - self->marker_start - self->marker_width;

  /* An empty item's content is one column behind its marker; so is what stands so far off that it is code. */
  if (gap == 0 || gap > TAB_STOP || (self->is_empty && !self->is_task))
    gap = 1;
  return self->indent + self->marker_width + gap;
}
