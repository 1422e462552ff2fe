/* proviso-format.c: what the format shortcuts do to a text: styles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links are in proviso-format-link.c, the verbs on whole lines in proviso-format-lines.c.
 */
#include "markdown/proviso-format.h"

#include "markdown/proviso-format-parts.h"

#include <string.h>

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

static void
replace_mark (ProvisoRewrite *rewrite, const char *text, guint start, guint end, const char *mark)
{
  g_autofree char *old = proviso_format_slice (text, start, end);

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
  g_autofree char *open = proviso_format_slice (text, span->start, span->inner_start);
  g_autofree char *close = proviso_format_slice (text, span->inner_end, span->end);
  guint left = MAX (start, span->inner_start);
  guint right = MIN (end, span->inner_end);
  const char *at = g_utf8_offset_to_pointer (text, left);

  /* Nothing but marks is selected: all that they hold is meant. */
  if (left >= right)
    {
      proviso_format_remove_marks (rewrite, span);
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
          proviso_format_remove_marks (rewrite, span);
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
      ((left > span->inner_start &&
        proviso_format_is_word_char (g_utf8_get_char (g_utf8_offset_to_pointer (text, left)))) ||
       (right < span->inner_end &&
        proviso_format_is_word_char (g_utf8_get_char (g_utf8_offset_to_pointer (text, right - 1))))))
    {
      proviso_format_remove_marks (rewrite, span);
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
        ProvisoFormatSegment *segment,
        ProvisoFormatSegment *content)
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
      g_autofree char *code = proviso_format_slice (text, *start, *end);

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
  const ProvisoInlineSpan *span = proviso_format_find_span (spans, style_kind (style), cursor, cursor);
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
      proviso_format_remove_marks (rewrite, span);
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
      if (!proviso_format_find_word (text, cursor, &start, &end))
        {
          toggle_at_cursor (rewrite, text, spans, cursor, style);
          return rewrite;
        }
    }

  segments = proviso_format_find_segments (text, start, end);
  if (segments->len == 0)
    {
      if (is_cursor)
        toggle_at_cursor (rewrite, text, spans, cursor, style);
      return rewrite;
    }

  for (guint i = 0; i < segments->len && all_on; i++)
    {
      const ProvisoFormatSegment *segment = &g_array_index (segments, ProvisoFormatSegment, i);

      all_on = proviso_format_find_span (spans, kind, segment->start, segment->end) != NULL;
    }

  if (all_on)
    {
      const ProvisoInlineSpan *last = NULL;

      for (guint i = 0; i < segments->len; i++)
        {
          const ProvisoFormatSegment *segment = &g_array_index (segments, ProvisoFormatSegment, i);
          const ProvisoInlineSpan *span =
              proviso_format_find_span (spans, kind, segment->start, segment->end);

          if (span == last)
            continue;
          last = span;
          /* A span over several lines: up to the last segment in it. */
          guint to = segment->end;
          for (guint j = i + 1;
               j < segments->len && g_array_index (segments, ProvisoFormatSegment, j).end <= span->end; j++)
            to = g_array_index (segments, ProvisoFormatSegment, j).end;
          take_off (rewrite, text, spans, span, segment->start, to);
        }
    }
  else
    {
      guint done = 0;
      guint limit = 0;

      for (guint i = 0; i < segments->len; i++)
        {
          ProvisoFormatSegment *selected = &g_array_index (segments, ProvisoFormatSegment, i);
          ProvisoFormatSegment segment = *selected;
          ProvisoFormatSegment content;

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
      start = g_array_index (segments, ProvisoFormatSegment, 0).start;
      end = g_array_index (segments, ProvisoFormatSegment, segments->len - 1).end;
      proviso_rewrite_set_selection (rewrite, proviso_rewrite_map (rewrite, start, TRUE),
                                     proviso_rewrite_map (rewrite, end, FALSE));
    }
  return rewrite;
}
