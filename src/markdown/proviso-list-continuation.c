/* proviso-list-continuation.c: what Enter, Tab and Shift+Tab do in lists and quotes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-list-continuation.h"

#include "markdown/proviso-line.h"
#include "markdown/proviso-offsets.h"

#include <string.h>

#define MAX_NUMBER 999999999

static gboolean
is_item (const ProvisoLine *line)
{
  return line->kind == PROVISO_LINE_BULLET || line->kind == PROVISO_LINE_NUMBERED;
}

ProvisoRewrite *
proviso_list_continuation_enter (const char *line, guint column)
{
  g_autoptr (ProvisoRewrite) rewrite = NULL;
  g_autoptr (GString) inserted = NULL;
  ProvisoLine parsed;
  gsize at;
  guint n_blanks = 0;

  g_return_val_if_fail (line != NULL, NULL);

  proviso_line_parse (&parsed, line, strlen (line));
  if (!is_item (&parsed) && parsed.quote_depth == 0)
    return NULL;
  if (column < (is_item (&parsed) ? parsed.content_start : parsed.quote_end))
    return NULL;

  rewrite = proviso_rewrite_new ();

  if (parsed.is_empty && (is_item (&parsed) || parsed.kind == PROVISO_LINE_BLANK))
    {
      guint start = is_item (&parsed) ? parsed.quote_end : 0;

      proviso_rewrite_add (rewrite, start, (guint) g_utf8_strlen (line, -1) - start, "");
      proviso_rewrite_set_selection (rewrite, start, start);
      return g_steal_pointer (&rewrite);
    }

  inserted = g_string_new ("\n");
  if (is_item (&parsed))
    {
      g_string_append_len (inserted, line, parsed.marker_start);
      if (parsed.kind == PROVISO_LINE_NUMBERED)
        g_string_append_printf (inserted, "%u%c", MIN (parsed.number + 1, MAX_NUMBER), parsed.mark);
      else
        g_string_append_c (inserted, parsed.mark);
      g_string_append_len (inserted, line + parsed.marker_start + parsed.marker_width,
                           parsed.marker_end - parsed.marker_start - parsed.marker_width);
      if (parsed.is_task)
        g_string_append (inserted, "[ ] ");
    }
  else
    {
      g_string_append_len (inserted, line, parsed.quote_end);
    }

  /* "a| b" must not become an item that begins with a blank. */
  at = g_utf8_offset_to_pointer (line, column) - line;
  while (line[at + n_blanks] == ' ' || line[at + n_blanks] == '\t')
    n_blanks++;

  proviso_rewrite_add (rewrite, column, n_blanks, inserted->str);
  column += (guint) inserted->len;
  proviso_rewrite_set_selection (rewrite, column, column);
  return g_steal_pointer (&rewrite);
}

/* The lines of a text, parsed. */
typedef struct
{
  ProvisoLine line;
  gsize start;
  gsize length;
  guint offset;
} Line;

static GArray *
parse_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint offset = 0;
  const char *at = text;

  for (;;)
    {
      gsize length = strcspn (at, "\n");
      Line line = { .start = (gsize) (at - text), .length = length, .offset = offset };

      proviso_line_parse (&line.line, at, length);
      g_array_append_val (lines, line);
      if (at[length] == '\0')
        return lines;
      offset += (guint) g_utf8_strlen (at, length) + 1;
      at += length + 1;
    }
}

/* The column that the item at `position` is to be indented to; its own if it has no place to go. */
static guint
find_deeper (GArray *lines, guint position)
{
  const ProvisoLine *item = &g_array_index (lines, Line, position).line;

  for (guint i = position; i > 0; i--)
    {
      const ProvisoLine *before = &g_array_index (lines, Line, i - 1).line;

      if (before->quote_depth != item->quote_depth)
        return item->indent;
      if (is_item (before))
        {
          /* The parent already, or a parent's parent. */
          if (before->indent < item->indent)
            return item->indent;
          /* A sibling; what stands deeper is its child. */
          if (before->indent < item->indent + 2)
            return proviso_line_get_content_column (before);
        }
      else if (before->kind != PROVISO_LINE_BLANK && before->indent == 0)
        {
          return item->indent;
        }
    }
  return item->indent;
}

static guint
find_shallower (GArray *lines, guint position)
{
  const ProvisoLine *item = &g_array_index (lines, Line, position).line;

  for (guint i = position; i > 0; i--)
    {
      const ProvisoLine *before = &g_array_index (lines, Line, i - 1).line;

      if (before->quote_depth != item->quote_depth)
        break;
      if (is_item (before) && before->indent < item->indent)
        return before->indent;
    }
  return 0;
}

/* Indentation is replaced by spaces only where a tab stands in the way. */
static void
set_indent (ProvisoRewrite *rewrite, const char *text, const Line *line, guint indent)
{
  const char *blanks = text + line->start + line->line.quote_end;
  guint n_blanks = line->line.marker_start - line->line.quote_end;
  guint offset = line->offset + line->line.quote_end;

  if (indent == line->line.indent)
    return;
  if (memchr (blanks, '\t', n_blanks) != NULL)
    {
      g_autofree char *inserted = g_strnfill (indent, ' ');

      proviso_rewrite_add (rewrite, offset, n_blanks, inserted);
    }
  else if (indent > line->line.indent)
    {
      g_autofree char *inserted = g_strnfill (indent - line->line.indent, ' ');

      proviso_rewrite_add (rewrite, offset, 0, inserted);
    }
  else
    {
      proviso_rewrite_add (rewrite, offset, line->line.indent - indent, "");
    }
}

static ProvisoRewrite *
shift (const char *text, guint start, guint end, gboolean deeper)
{
  g_autoptr (ProvisoRewrite) rewrite = proviso_rewrite_new ();
  g_autoptr (GArray) lines = parse_lines (text);
  gboolean has_item = FALSE;
  int by = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      guint line_end = i + 1 < lines->len ? g_array_index (lines, Line, i + 1).offset - 1 : G_MAXUINT;

      if (line_end < start || (has_item && line->offset >= end && end > start))
        continue;
      if (line->offset > end)
        break;
      if (line->line.kind == PROVISO_LINE_BLANK)
        continue;
      if (!has_item)
        {
          if (!is_item (&line->line))
            return NULL;
          has_item = TRUE;
          by = (int) (deeper ? find_deeper (lines, i) : find_shallower (lines, i)) - (int) line->line.indent;
        }
      else if (!is_item (&line->line) && line->line.indent == 0)
        {
          continue;
        }
      /* The first item says how far; the others keep their places below or beside it. */
      set_indent (rewrite, text, line, (guint) MAX ((int) line->line.indent + by, 0));
    }

  if (!has_item)
    return NULL;
  proviso_rewrite_set_selection (rewrite, proviso_rewrite_map (rewrite, start, start == end),
                                 proviso_rewrite_map (rewrite, end, TRUE));
  return g_steal_pointer (&rewrite);
}

ProvisoRewrite *
proviso_list_continuation_indent (const char *text, guint start, guint end)
{
  g_return_val_if_fail (text != NULL && start <= end, NULL);

  return shift (text, start, end, TRUE);
}

ProvisoRewrite *
proviso_list_continuation_outdent (const char *text, guint start, guint end)
{
  g_return_val_if_fail (text != NULL && start <= end, NULL);

  return shift (text, start, end, FALSE);
}
