/* proviso-format-lines.c: what the format shortcuts do to whole lines: headings, quotes and lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-format.h"

#include "markdown/proviso-line.h"

#include <string.h>

#define MAX_HEADING_LEVEL 6
/* Where the shortcut begins anew: articles have no use for more. */
#define MAX_CYCLED_LEVEL 3
/* Deeper items count as if they were this deep. */
#define MAX_COUNTED_INDENT 63

typedef struct
{
  ProvisoLine line;
  const char *text;
  gsize length;
  guint offset;
  gboolean selected;
  /* Of a heading that is underlined by the next line. */
  guint underlined_level;
} Line;

static guint
get_underline_level (const char *line, gsize length)
{
  gsize at = strspn (line, " ");
  gsize end = at;

  if (at > 3 || at >= length || (line[at] != '=' && line[at] != '-'))
    return 0;
  while (end < length && line[end] == line[at])
    end++;
  while (end < length && (line[end] == ' ' || line[end] == '\t' || line[end] == '\r'))
    end++;
  return end < length ? 0 : line[at] == '=' ? 1 : 2;
}

static GArray *
parse_lines (const char *text, guint start, guint end)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *at = text;
  guint offset = 0;

  for (;;)
    {
      Line line = { .text = at, .length = strcspn (at, "\n"), .offset = offset };
      guint next = offset + (guint) g_utf8_strlen (at, line.length) + 1;

      proviso_line_parse (&line.line, at, line.length);
      /* A selection that ends at the start of a line does not mean that line. */
      line.selected = next > start && (offset < end || (offset == end && start == end));
      if (lines->len > 0)
        {
          Line *before = &g_array_index (lines, Line, lines->len - 1);

          if (before->line.kind == PROVISO_LINE_PLAIN && before->underlined_level == 0)
            before->underlined_level = get_underline_level (at, line.length);
        }
      g_array_append_val (lines, line);
      if (at[line.length] == '\0')
        return lines;
      at += line.length + 1;
      offset = next;
    }
}

static gboolean
is_underline (GArray *lines, guint i)
{
  return i > 0 && g_array_index (lines, Line, i - 1).underlined_level > 0;
}

/* Whether the shortcuts change such a line at all: with text, and not of a code block or a table. Where only
 * one empty line is selected, it is meant. */
static gboolean
is_meant (GArray *lines, guint i)
{
  const Line *line = &g_array_index (lines, Line, i);

  if (!line->selected || is_underline (lines, i))
    return FALSE;
  switch (line->line.kind)
    {
    case PROVISO_LINE_RULE:
    case PROVISO_LINE_FENCE:
    case PROVISO_LINE_TABLE_ROW:
      return FALSE;
    case PROVISO_LINE_BLANK:
      return (i == 0 || !g_array_index (lines, Line, i - 1).selected) &&
             (i + 1 == lines->len || !g_array_index (lines, Line, i + 1).selected);
    default:
      return TRUE;
    }
}

static void
finish (ProvisoRewrite *rewrite, guint start, guint end)
{
  /* A cursor goes on standing in front of the text that it stood in front of; a selection keeps its lines. */
  proviso_rewrite_set_selection (rewrite, proviso_rewrite_map (rewrite, start, start == end),
                                 proviso_rewrite_map (rewrite, end, TRUE));
}

/* Drops the hash signs that close "## Title ##". */
static void
remove_closing_marks (ProvisoRewrite *rewrite, const Line *line)
{
  gsize end = line->length;
  gsize at;

  while (end > line->line.content_start && strchr (" \t\r", line->text[end - 1]) != NULL)
    end--;
  at = end;
  while (at > line->line.content_start && line->text[at - 1] == '#')
    at--;
  if (at == end || (at > line->line.content_start && line->text[at - 1] != ' ' && line->text[at - 1] != '\t'))
    return;
  while (at > line->line.content_start && (line->text[at - 1] == ' ' || line->text[at - 1] == '\t'))
    at--;
  proviso_rewrite_add (rewrite, line->offset + (guint) g_utf8_strlen (line->text, at), (guint) (end - at),
                       "");
}

ProvisoRewrite *
proviso_format_set_heading (const char *text, guint start, guint end, guint level)
{
  ProvisoRewrite *rewrite = proviso_rewrite_new ();
  g_autoptr (GArray) lines = NULL;
  g_autofree char *marks = NULL;

  g_return_val_if_fail (text != NULL && start <= end && level <= MAX_HEADING_LEVEL, rewrite);

  lines = parse_lines (text, start, end);
  marks = g_strnfill (level, '#');
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const ProvisoLine *parsed = &line->line;
      guint at = line->offset + parsed->marker_start;
      guint width = parsed->content_start - parsed->marker_start;
      g_autofree char *prefix = level > 0 ? g_strconcat (marks, " ", NULL) : g_strdup ("");

      if (!is_meant (lines, i))
        continue;

      if (level > 0 && parsed->kind != PROVISO_LINE_BLANK && parsed->marker_start > parsed->quote_end)
        proviso_rewrite_add (rewrite, line->offset + parsed->quote_end,
                             parsed->marker_start - parsed->quote_end, "");

      if (parsed->kind == PROVISO_LINE_HEADING && level == 0)
        {
          proviso_rewrite_add (rewrite, at, width, "");
          remove_closing_marks (rewrite, line);
        }
      else if (parsed->kind == PROVISO_LINE_HEADING &&
               parsed->content_start > parsed->marker_start + parsed->level)
        {
          if (parsed->level < level)
            proviso_rewrite_add (rewrite, at, 0, marks + parsed->level);
          else if (parsed->level > level)
            proviso_rewrite_add (rewrite, at, parsed->level - level, "");
        }
      else if (width > 0 || level > 0)
        {
          proviso_rewrite_add (rewrite, at, width, prefix);
        }

      if (line->underlined_level > 0)
        {
          const Line *underline = &g_array_index (lines, Line, i + 1);

          proviso_rewrite_add (rewrite, underline->offset - 1,
                               (guint) g_utf8_strlen (underline->text, underline->length) + 1, "");
        }
    }
  finish (rewrite, start, end);
  return rewrite;
}

guint
proviso_format_get_heading_level (const char *text, guint offset)
{
  g_autoptr (GArray) lines = NULL;

  g_return_val_if_fail (text != NULL, 0);

  lines = parse_lines (text, offset, offset);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->selected)
        return line->line.kind == PROVISO_LINE_HEADING ? line->line.level : line->underlined_level;
    }
  return 0;
}

ProvisoRewrite *
proviso_format_cycle_heading (const char *text, guint start, guint end)
{
  guint level = proviso_format_get_heading_level (text, start);

  return proviso_format_set_heading (text, start, end, level < MAX_CYCLED_LEVEL ? level + 1 : 0);
}

ProvisoRewrite *
proviso_format_toggle_quote (const char *text, guint start, guint end)
{
  ProvisoRewrite *rewrite = proviso_rewrite_new ();
  g_autoptr (GArray) lines = NULL;
  gboolean any = FALSE;
  gboolean all = TRUE;
  guint n_selected = 0;

  g_return_val_if_fail (text != NULL && start <= end, rewrite);

  lines = parse_lines (text, start, end);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (!line->selected)
        continue;
      n_selected++;
      if (line->line.kind != PROVISO_LINE_BLANK || line->line.quote_depth > 0)
        {
          any = TRUE;
          all = all && line->line.quote_depth > 0;
        }
    }

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (!line->selected)
        continue;
      if (any && all)
        {
          if (line->line.quote_depth > 0)
            {
              guint at = (guint) strspn (line->text, " ");

              proviso_rewrite_add (rewrite, line->offset + at, line->text[at + 1] == ' ' ? 2 : 1, "");
            }
        }
      else if (line->line.quote_depth == 0)
        {
          gboolean bare = line->line.kind == PROVISO_LINE_BLANK && n_selected > 1;

          /* An empty line between quoted ones belongs to the quote; one behind the last does not. */
          if (bare && (i + 1 == lines->len || !g_array_index (lines, Line, i + 1).selected))
            continue;
          proviso_rewrite_add (rewrite, line->offset, 0, bare ? ">" : "> ");
        }
    }
  finish (rewrite, start, end);
  return rewrite;
}

/* The number of the next item with this indentation; deeper lists begin anew. */
static guint
count_item (guint *counters, guint indent)
{
  indent = MIN (indent, MAX_COUNTED_INDENT);
  for (guint i = indent + 1; i <= MAX_COUNTED_INDENT; i++)
    counters[i] = 0;
  return ++counters[indent];
}

static ProvisoRewrite *
toggle_list (const char *text, guint start, guint end, ProvisoLineKind kind)
{
  ProvisoRewrite *rewrite = proviso_rewrite_new ();
  g_autoptr (GArray) lines = parse_lines (text, start, end);
  guint counters[MAX_COUNTED_INDENT + 1] = { 0 };
  gboolean all = TRUE;

  for (guint i = 0; i < lines->len; i++)
    if (is_meant (lines, i))
      all = all && g_array_index (lines, Line, i).line.kind == kind;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const ProvisoLine *parsed = &line->line;
      guint at = line->offset + parsed->marker_start;

      if (!is_meant (lines, i))
        continue;

      if (all)
        {
          proviso_rewrite_add (rewrite, at, parsed->content_start - parsed->marker_start, "");
        }
      else if (kind == PROVISO_LINE_NUMBERED)
        {
          g_autofree char *marker = g_strdup_printf ("%u. ", count_item (counters, parsed->indent));

          if (parsed->kind != kind)
            proviso_rewrite_add (rewrite, at, parsed->marker_end - parsed->marker_start, marker);
          else if (parsed->number != counters[MIN (parsed->indent, MAX_COUNTED_INDENT)])
            proviso_rewrite_add (rewrite, at, parsed->marker_width, g_strchomp (marker));
        }
      else if (parsed->kind != kind)
        {
          proviso_rewrite_add (rewrite, at, parsed->marker_end - parsed->marker_start, "- ");
        }
    }
  finish (rewrite, start, end);
  return rewrite;
}

ProvisoRewrite *
proviso_format_toggle_bullet_list (const char *text, guint start, guint end)
{
  g_return_val_if_fail (text != NULL && start <= end, NULL);

  return toggle_list (text, start, end, PROVISO_LINE_BULLET);
}

ProvisoRewrite *
proviso_format_toggle_numbered_list (const char *text, guint start, guint end)
{
  g_return_val_if_fail (text != NULL && start <= end, NULL);

  return toggle_list (text, start, end, PROVISO_LINE_NUMBERED);
}
