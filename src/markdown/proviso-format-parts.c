/* proviso-format-parts.c: what of a text the format shortcuts take hold of: words, segments, spans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-format-parts.h"

#include "markdown/proviso-line.h"

#include <string.h>

char *
proviso_format_slice (const char *text, guint start, guint end)
{
  const char *from = g_utf8_offset_to_pointer (text, start);

  return g_strndup (from, g_utf8_offset_to_pointer (from, end - start) - from);
}

gboolean
proviso_format_is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

gboolean
proviso_format_find_word (const char *text, guint offset, guint *start, guint *end)
{
  const char *at = g_utf8_offset_to_pointer (text, offset);
  const char *first = at;
  const char *last = at;

  while (first > text)
    {
      const char *before = g_utf8_prev_char (first);
      gunichar c = g_utf8_get_char (before);

      if ((c == '\'' || c == 0x2019) && before > text &&
          proviso_format_is_word_char (g_utf8_get_char (first)))
        c = g_utf8_get_char (g_utf8_prev_char (before));
      if (!proviso_format_is_word_char (c))
        break;
      first = before;
    }
  for (;;)
    {
      gunichar c = g_utf8_get_char (last);

      if ((c == '\'' || c == 0x2019) && last > first)
        c = g_utf8_get_char (g_utf8_next_char (last));
      if (c == 0 || !proviso_format_is_word_char (c))
        break;
      last = g_utf8_next_char (last);
    }
  *start = offset - (guint) g_utf8_strlen (first, at - first);
  *end = offset + (guint) g_utf8_strlen (at, last - at);
  return *end > *start;
}

static void
add_segment (GArray *segments, const char *from, gsize start, gsize end, guint offset)
{
  ProvisoFormatSegment segment;

  while (start < end && g_unichar_isspace (g_utf8_get_char (from + start)))
    start = g_utf8_next_char (from + start) - from;
  while (end > start)
    {
      const char *last = g_utf8_prev_char (from + end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last - from;
    }
  if (start == end)
    return;
  segment.start = offset + (guint) g_utf8_strlen (from, start);
  segment.end = segment.start + (guint) g_utf8_strlen (from + start, end - start);
  g_array_append_val (segments, segment);
}

static gboolean
is_table_rule (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("|-: \t\r", line[i]) == NULL)
      return FALSE;
  return TRUE;
}

GArray *
proviso_format_find_segments (const char *text, guint start, guint end)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (ProvisoFormatSegment));
  const char *line = text;
  guint offset = 0;

  for (;;)
    {
      gsize length = strcspn (line, "\n");
      guint n = (guint) g_utf8_strlen (line, length);
      ProvisoLine parsed;

      proviso_line_parse (&parsed, line, length);
      if (offset < end && offset + n > start && parsed.kind != PROVISO_LINE_BLANK &&
          parsed.kind != PROVISO_LINE_RULE && parsed.kind != PROVISO_LINE_FENCE)
        {
          guint from = MAX (start, offset + parsed.content_start) - offset;
          guint to = MIN (end - offset, n);
          const char *first = g_utf8_offset_to_pointer (line, from);
          const char *last = from < to ? g_utf8_offset_to_pointer (first, to - from) : first;

          if (parsed.kind != PROVISO_LINE_TABLE_ROW)
            add_segment (segments, line, first - line, last - line, offset);
          else if (!is_table_rule (line, length))
            {
              const char *cell = first;

              for (const char *c = first; c <= last && first < last; c++)
                {
                  if (c < last && *c == '\\' && c + 1 < last)
                    c++;
                  else if (c == last || *c == '|')
                    {
                      add_segment (segments, line, cell - line, c - line, offset);
                      cell = c + 1;
                    }
                }
            }
        }
      offset += n + 1;
      if (line[length] == '\0' || offset > end)
        return segments;
      line += length + 1;
    }
}

const ProvisoInlineSpan *
proviso_format_find_span (GArray *spans, ProvisoInlineKind kind, guint start, guint end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);

      if (span->kind == kind && span->start <= start && end <= span->end)
        return span;
    }
  return NULL;
}

void
proviso_format_remove_marks (ProvisoRewrite *rewrite, const ProvisoInlineSpan *span)
{
  if (span->inner_start > span->start)
    proviso_rewrite_add (rewrite, span->start, span->inner_start - span->start, "");
  if (span->end > span->inner_end)
    proviso_rewrite_add (rewrite, span->inner_end, span->end - span->inner_end, "");
}
