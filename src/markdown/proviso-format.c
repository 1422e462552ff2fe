/* proviso-format.c: what the format shortcuts do to a text: styles and links.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs on whole lines are in proviso-format-lines.c.
 */
#include "markdown/proviso-format.h"

#include "markdown/proviso-inline.h"
#include "markdown/proviso-line.h"
#include "markdown/proviso-offsets.h"

#include <string.h>

/* A stretch of one line that can bear marks, code points. */
typedef struct
{
  guint start;
  guint end;
} Segment;

static ProvisoInlineKind
style_kind (ProvisoFormatStyle style)
{
  switch (style)
    {
    case PROVISO_FORMAT_BOLD:
      return PROVISO_INLINE_STRONG;
    case PROVISO_FORMAT_ITALIC:
      return PROVISO_INLINE_EMPHASIS;
    case PROVISO_FORMAT_CODE:
      return PROVISO_INLINE_CODE;
    case PROVISO_FORMAT_STRIKETHROUGH:
      return PROVISO_INLINE_STRIKETHROUGH;
    default:
      g_return_val_if_reached (PROVISO_INLINE_STRONG);
    }
}

static const char *
style_mark (ProvisoFormatStyle style)
{
  switch (style)
    {
    case PROVISO_FORMAT_BOLD:
      return "**";
    case PROVISO_FORMAT_ITALIC:
      return "*";
    case PROVISO_FORMAT_CODE:
      return "`";
    case PROVISO_FORMAT_STRIKETHROUGH:
      return "~~";
    default:
      g_return_val_if_reached ("*");
    }
}

static char *
slice (const char *text, guint start, guint end)
{
  const char *from = g_utf8_offset_to_pointer (text, start);

  return g_strndup (from, g_utf8_offset_to_pointer (from, end - start) - from);
}

/* Where a word may go on: letters, digits and what is written above or below them. */
static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The word that `offset` is in or at, apostrophes between letters included. */
static gboolean
find_word (const char *text, guint offset, guint *start, guint *end)
{
  const char *at = g_utf8_offset_to_pointer (text, offset);
  const char *first = at;
  const char *last = at;

  while (first > text)
    {
      const char *before = g_utf8_prev_char (first);
      gunichar c = g_utf8_get_char (before);

      if ((c == '\'' || c == 0x2019) && before > text && is_word_char (g_utf8_get_char (first)))
        c = g_utf8_get_char (g_utf8_prev_char (before));
      if (!is_word_char (c))
        break;
      first = before;
    }
  for (;;)
    {
      gunichar c = g_utf8_get_char (last);

      if ((c == '\'' || c == 0x2019) && last > first)
        c = g_utf8_get_char (g_utf8_next_char (last));
      if (c == 0 || !is_word_char (c))
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
  Segment segment;

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

/* The parts of [start, end) that can bear marks: line by line, in tables cell by cell. */
static GArray *
find_segments (const char *text, guint start, guint end)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
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

/* The innermost span of the kind that the segment is in, marks counted in. */
static const ProvisoInlineSpan *
find_span (GArray *spans, ProvisoInlineKind kind, guint start, guint end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);

      if (span->kind == kind && span->start <= start && end <= span->end)
        return span;
    }
  return NULL;
}

static void
remove_marks (ProvisoRewrite *rewrite, const ProvisoInlineSpan *span)
{
  if (span->inner_start > span->start)
    proviso_rewrite_add (rewrite, span->start, span->inner_start - span->start, "");
  if (span->end > span->inner_end)
    proviso_rewrite_add (rewrite, span->inner_end, span->end - span->inner_end, "");
}

static void
replace_mark (ProvisoRewrite *rewrite, const char *text, guint start, guint end, const char *mark)
{
  g_autofree char *old = slice (text, start, end);

  if (!g_str_equal (old, mark))
    proviso_rewrite_add (rewrite, start, end - start, mark);
}

/* Takes the style off [start, end) of the span and leaves it on what remains on either side. */
static void
take_off (ProvisoRewrite *rewrite,
          const char *text,
          GArray *spans,
          const ProvisoInlineSpan *span,
          guint start,
          guint end)
{
  g_autofree char *open = slice (text, span->start, span->inner_start);
  g_autofree char *close = slice (text, span->inner_end, span->end);
  guint left = MAX (start, span->inner_start);
  guint right = MIN (end, span->inner_end);
  const char *at = g_utf8_offset_to_pointer (text, left);

  /* Nothing but marks is selected: all that they hold is meant. */
  if (left >= right)
    {
      remove_marks (rewrite, span);
      return;
    }

  /* Spans end before those around them, so that one pass sees the inner ones first. */
  for (guint i = 0; i < spans->len; i++)
    {
      const ProvisoInlineSpan *inner = &g_array_index (spans, ProvisoInlineSpan, i);

      if (inner->start < span->inner_start || inner->end > span->inner_end || inner->start >= right ||
          inner->end <= left || (inner->start >= left && inner->end <= right))
        continue;
      if (left <= inner->inner_start && right >= inner->inner_end)
        {
          left = MIN (left, inner->start);
          right = MAX (right, inner->end);
        }
      else
        {
          /* Marks inside of this one would have to be split as well. */
          remove_marks (rewrite, span);
          return;
        }
    }
  at = g_utf8_offset_to_pointer (text, left);

  while (left > span->inner_start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
    {
      at = g_utf8_prev_char (at);
      left--;
    }
  at = g_utf8_offset_to_pointer (text, right);
  while (right < span->inner_end && g_unichar_isspace (g_utf8_get_char (at)))
    {
      at = g_utf8_next_char (at);
      right++;
    }

  /* Underscores mark nothing inside a word. */
  if (*open == '_' &&
      ((left > span->inner_start && is_word_char (g_utf8_get_char (g_utf8_offset_to_pointer (text, left)))) ||
       (right < span->inner_end &&
        is_word_char (g_utf8_get_char (g_utf8_offset_to_pointer (text, right - 1))))))
    {
      remove_marks (rewrite, span);
      return;
    }

  if (left == span->inner_start)
    proviso_rewrite_add (rewrite, span->start, span->inner_start - span->start, "");
  else
    proviso_rewrite_add (rewrite, left, 0, close);
  if (right == span->inner_end)
    proviso_rewrite_add (rewrite, span->inner_end, span->end - span->inner_end, "");
  else
    proviso_rewrite_add (rewrite, right, 0, open);
}

/* The marks for code must be longer than every run of backticks inside. */
static void
make_code_marks (const char *code, char **open, char **close)
{
  gsize longest = 0;
  gsize length = strlen (code);
  g_autofree char *ticks = NULL;
  gboolean padded;

  for (gsize i = 0; i < length; i++)
    {
      gsize run = strspn (code + i, "`");

      longest = MAX (longest, run);
      i += run;
    }
  ticks = g_strnfill (longest + 1, '`');
  padded = length > 0 && (code[0] == '`' || code[length - 1] == '`');
  *open = g_strconcat (ticks, padded ? " " : "", NULL);
  *close = g_strconcat (padded ? " " : "", ticks, NULL);
}

/* Puts the style on the segment, which becomes all that has it then; `content` is that without old marks. */
static void
put_on (ProvisoRewrite *rewrite,
        const char *text,
        GArray *spans,
        ProvisoFormatStyle style,
        Segment *segment,
        Segment *content)
{
  guint *start = &segment->start;
  guint *end = &segment->end;
  ProvisoInlineKind kind = style_kind (style);
  g_autofree char *open = g_strdup (style_mark (style));
  g_autofree char *close = g_strdup (style_mark (style));
  gboolean grown = TRUE;

  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < spans->len; i++)
        {
          const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);
          gboolean atomic =
              span->kind == PROVISO_INLINE_CODE || span->kind == PROVISO_INLINE_IMAGE || span->is_autolink;

          if (span->start >= *start && span->end <= *end)
            continue;
          if (span->kind == kind ? span->start > *end || span->end < *start
                                 : span->start >= *end || span->end <= *start)
            continue;
          /* Inside another style's marks is a fine place. */
          if (span->kind != kind && !atomic && *start >= span->inner_start && *end <= span->inner_end)
            continue;
          *start = MIN (*start, span->start);
          *end = MAX (*end, span->end);
          grown = TRUE;
        }
    }

  *content = *segment;
  for (guint i = 0; i < spans->len; i++)
    {
      const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);

      /* All of it has the style already. */
      if (span->kind == kind && span->start == *start && span->end == *end)
        {
          content->start = span->inner_start;
          content->end = span->inner_end;
          return;
        }
    }

  if (style == PROVISO_FORMAT_CODE)
    {
      g_autofree char *code = slice (text, *start, *end);

      g_free (open);
      g_free (close);
      make_code_marks (code, &open, &close);
    }

  /* Marks of the same style inside go; those of code are literal then, which the longer marks allow for. */
  gboolean opened = FALSE;
  gboolean closed = FALSE;

  for (guint i = 0; i < spans->len && style != PROVISO_FORMAT_CODE; i++)
    {
      const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);

      if (span->kind != kind || span->start < *start || span->end > *end)
        continue;
      if (span->start == *start)
        {
          replace_mark (rewrite, text, span->start, span->inner_start, open);
          content->start = span->inner_start;
          opened = TRUE;
        }
      else
        {
          proviso_rewrite_add (rewrite, span->start, span->inner_start - span->start, "");
        }
      if (span->end == *end)
        {
          replace_mark (rewrite, text, span->inner_end, span->end, close);
          content->end = span->inner_end;
          closed = TRUE;
        }
      else
        {
          proviso_rewrite_add (rewrite, span->inner_end, span->end - span->inner_end, "");
        }
    }
  if (!opened)
    proviso_rewrite_add (rewrite, *start, 0, open);
  if (!closed)
    proviso_rewrite_add (rewrite, *end, 0, close);
}

/* At a cursor with no word: put marks around it, or take out those that hold nothing. */
static void
toggle_at_cursor (ProvisoRewrite *rewrite,
                  const char *text,
                  GArray *spans,
                  guint cursor,
                  ProvisoFormatStyle style)
{
  const char *mark = style_mark (style);
  guint width = (guint) strlen (mark);
  const char *at = g_utf8_offset_to_pointer (text, cursor);
  guint before = 0;
  guint after = 0;
  const ProvisoInlineSpan *span = find_span (spans, style_kind (style), cursor, cursor);
  gboolean empty_marks;

  while (at - before > text && at[-(gssize) before - 1] == *mark)
    before++;
  while (at[after] == *mark)
    after++;
  before = MIN (before, after);
  /* "***|***" holds both; one pair of asterisks is italic, two are bold. */
  empty_marks = style == PROVISO_FORMAT_ITALIC ? before % 2 == 1 : before >= width;
  /* A closing and an opening mark between two styled words look alike. */
  if (span == NULL && empty_marks)
    {
      proviso_rewrite_add (rewrite, cursor - width, 2 * width, "");
      proviso_rewrite_set_selection (rewrite, cursor - width, cursor - width);
      return;
    }
  if (span != NULL && cursor >= span->inner_start && cursor <= span->inner_end)
    {
      remove_marks (rewrite, span);
      cursor = proviso_rewrite_map (rewrite, cursor, TRUE);
      proviso_rewrite_set_selection (rewrite, cursor, cursor);
      return;
    }
  g_autofree char *both = g_strconcat (mark, mark, NULL);

  proviso_rewrite_add (rewrite, cursor, 0, both);
  proviso_rewrite_set_selection (rewrite, cursor + width, cursor + width);
}

ProvisoRewrite *
proviso_format_toggle_style (const char *text, guint start, guint end, ProvisoFormatStyle style)
{
  ProvisoRewrite *rewrite = proviso_rewrite_new ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) segments = NULL;
  ProvisoInlineKind kind = style_kind (style);
  guint cursor = start;
  gboolean is_cursor = start == end;
  gboolean all_on = TRUE;

  g_return_val_if_fail (text != NULL && start <= end, rewrite);

  spans = proviso_inline_find_spans (text);
  proviso_rewrite_set_selection (rewrite, start, end);

  if (is_cursor)
    {
      for (guint i = 0; i < spans->len; i++)
        {
          const ProvisoInlineSpan *span = &g_array_index (spans, ProvisoInlineSpan, i);

          if (span->kind == kind && span->inner_end == cursor)
            {
              proviso_rewrite_set_selection (rewrite, span->end, span->end);
              return rewrite;
            }
        }
      if (!find_word (text, cursor, &start, &end))
        {
          toggle_at_cursor (rewrite, text, spans, cursor, style);
          return rewrite;
        }
    }

  segments = find_segments (text, start, end);
  if (segments->len == 0)
    {
      if (is_cursor)
        toggle_at_cursor (rewrite, text, spans, cursor, style);
      return rewrite;
    }

  for (guint i = 0; i < segments->len && all_on; i++)
    {
      const Segment *segment = &g_array_index (segments, Segment, i);

      all_on = find_span (spans, kind, segment->start, segment->end) != NULL;
    }

  if (all_on)
    {
      const ProvisoInlineSpan *last = NULL;

      for (guint i = 0; i < segments->len; i++)
        {
          const Segment *segment = &g_array_index (segments, Segment, i);
          const ProvisoInlineSpan *span = find_span (spans, kind, segment->start, segment->end);

          if (span == last)
            continue;
          last = span;
          /* A span over several lines: up to the last segment in it. */
          guint to = segment->end;
          for (guint j = i + 1; j < segments->len && g_array_index (segments, Segment, j).end <= span->end;
               j++)
            to = g_array_index (segments, Segment, j).end;
          take_off (rewrite, text, spans, span, segment->start, to);
        }
    }
  else
    {
      guint done = 0;
      guint limit = 0;

      for (guint i = 0; i < segments->len; i++)
        {
          Segment *selected = &g_array_index (segments, Segment, i);
          Segment segment = *selected;
          Segment content;

          /* The marks before were put further out and hold this one too. */
          if (segment.end <= done)
            {
              selected->end = MIN (selected->end, limit);
              continue;
            }
          segment.start = MAX (segment.start, done);
          put_on (rewrite, text, spans, style, &segment, &content);
          selected->start = MAX (selected->start, content.start);
          selected->end = MIN (selected->end, content.end);
          limit = content.end;
          done = segment.end;
        }
    }

  if (is_cursor)
    {
      cursor = proviso_rewrite_map (rewrite, cursor, cursor == start);
      proviso_rewrite_set_selection (rewrite, cursor, cursor);
    }
  else
    {
      start = g_array_index (segments, Segment, 0).start;
      end = g_array_index (segments, Segment, segments->len - 1).end;
      proviso_rewrite_set_selection (rewrite, proviso_rewrite_map (rewrite, start, TRUE),
                                     proviso_rewrite_map (rewrite, end, FALSE));
    }
  return rewrite;
}

/* Whether it can only be meant as an address. */
static gboolean
is_address (const char *text)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (text, schemes[i], strlen (schemes[i])) == 0 && text[strlen (schemes[i])] != '\0')
      return TRUE;
  return FALSE;
}

/* A destination that ends where it should, whatever the address contains. */
static char *
escape_destination (const char *url)
{
  GString *result = g_string_new (NULL);
  gboolean pointed = FALSE;

  for (const char *c = url; *c != '\0'; c++)
    {
      if (*c == ' ' || *c == '(' || *c == ')')
        pointed = TRUE;
      if (*c == '<' || *c == '>' || *c == '\\' || (guchar) *c < 0x20)
        g_string_append_printf (result, "%%%02X", (guchar) *c);
      else
        g_string_append_c (result, *c);
    }
  if (pointed)
    {
      g_string_prepend_c (result, '<');
      g_string_append_c (result, '>');
    }
  return g_string_free_and_steal (result);
}

/* Brackets that are not in pairs would end the link's text early. */
static void
escape_brackets (ProvisoRewrite *rewrite, const char *label, guint offset)
{
  for (int pass = 0; pass < 2; pass++)
    {
      int depth = 0;
      gboolean paired = TRUE;
      guint at = offset;

      for (const char *c = label; *c != '\0'; c = g_utf8_next_char (c), at++)
        {
          if (*c == '\\' && c[1] != '\0')
            {
              c = g_utf8_next_char (c);
              at++;
              continue;
            }
          if (*c != '[' && *c != ']')
            continue;
          depth += *c == '[' ? 1 : -1;
          paired = paired && depth >= 0;
          if (pass == 1)
            proviso_rewrite_add (rewrite, at, 0, "\\");
        }
      if (paired && depth == 0)
        return;
    }
}

/* The bounds of the destination in "](destination "title")"; FALSE if the link has none of its own. */
static gboolean
find_destination (const char *text, const ProvisoInlineSpan *span, guint *start, guint *end)
{
  const char *at = g_utf8_offset_to_pointer (text, span->inner_end);
  const char *stop = g_utf8_offset_to_pointer (at, span->end - span->inner_end);
  const char *from;

  if (span->is_autolink || stop - at < 3 || at[0] != ']' || at[1] != '(')
    return FALSE;
  from = at + 2;
  while (from < stop - 1 && g_ascii_isspace (*from))
    from++;
  const char *to = from;
  if (*from == '<')
    {
      while (to < stop - 1 && *to != '>')
        to++;
      to += to < stop - 1;
    }
  else
    {
      while (to < stop - 1 && !g_ascii_isspace (*to))
        to++;
    }
  *start = span->inner_end + (guint) g_utf8_strlen (at, from - at);
  *end = *start + (guint) g_utf8_strlen (from, to - from);
  return TRUE;
}

ProvisoRewrite *
proviso_format_insert_link (const char *text, guint start, guint end, const char *url)
{
  ProvisoRewrite *rewrite = proviso_rewrite_new ();
  g_autoptr (GArray) spans = NULL;
  g_autofree char *label = NULL;
  g_autofree char *destination = NULL;
  const ProvisoInlineSpan *link;
  guint cursor = start;

  g_return_val_if_fail (text != NULL && start <= end, rewrite);

  if (url != NULL && *url == '\0')
    url = NULL;
  destination = url != NULL ? escape_destination (url) : NULL;

  spans = proviso_inline_find_spans (text);
  link = find_span (spans, PROVISO_INLINE_LINK, start, end);
  /* A cursor right before or behind a link is outside of it. */
  if (link != NULL && start == end && (start == link->start || start == link->end))
    link = NULL;
  if (link != NULL && !link->is_autolink)
    {
      guint from, to;

      if (!find_destination (text, link, &from, &to))
        {
          proviso_rewrite_set_selection (rewrite, link->start, link->end);
          return rewrite;
        }
      proviso_rewrite_set_selection (rewrite, from, to);
      if (destination != NULL)
        {
          proviso_rewrite_add (rewrite, from, to - from, destination);
          proviso_rewrite_set_selection (rewrite, from, from + (guint) g_utf8_strlen (destination, -1));
        }
      return rewrite;
    }

  if (link != NULL)
    {
      remove_marks (rewrite, link);
      start = link->inner_start;
      end = link->inner_end;
    }
  else if (start == end)
    {
      if (!find_word (text, cursor, &start, &end))
        start = end = cursor;
    }
  else
    {
      g_autoptr (GArray) segments = find_segments (text, start, end);

      /* A link is in one paragraph; the first line's part stands for a longer selection. */
      if (segments->len == 0)
        start = end;
      else
        {
          start = g_array_index (segments, Segment, 0).start;
          end = g_array_index (segments, Segment, 0).end;
        }
    }

  label = slice (text, start, end);
  if (url == NULL && is_address (label))
    {
      g_autofree char *escaped = escape_destination (label);
      g_autofree char *pointed = g_strconcat ("<", label, ">", NULL);

      if (g_str_equal (escaped, label) || g_str_equal (escaped, pointed))
        {
          proviso_rewrite_add (rewrite, start, 0, *escaped == '<' ? "[](<" : "[](");
          proviso_rewrite_add (rewrite, end, 0, *escaped == '<' ? ">)" : ")");
        }
      else
        {
          g_autofree char *whole = g_strconcat ("[](", escaped, ")", NULL);

          proviso_rewrite_add (rewrite, start, end - start, whole);
        }
      cursor = proviso_rewrite_map (rewrite, start, FALSE) + 1;
      proviso_rewrite_set_selection (rewrite, cursor, cursor);
      return rewrite;
    }

  g_autofree char *close = g_strconcat ("](", destination != NULL ? destination : "", ")", NULL);

  if (start == end)
    {
      g_autofree char *whole = g_strconcat ("[", close, NULL);

      proviso_rewrite_add (rewrite, start, 0, whole);
      proviso_rewrite_set_selection (rewrite, start + 1, start + 1);
      return rewrite;
    }

  proviso_rewrite_add (rewrite, start, 0, "[");
  escape_brackets (rewrite, label, start);
  proviso_rewrite_add (rewrite, end, 0, close);
  /* Behind the link, or between its parentheses. */
  cursor = proviso_rewrite_map (rewrite, end, TRUE) - (url == NULL);
  proviso_rewrite_set_selection (rewrite, cursor, cursor);
  return rewrite;
}
