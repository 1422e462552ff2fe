/* proviso-passage-geometry.c: where words of the draft stand on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A run of one direction is contiguous on its display line, so its first and last character give its
 * rectangle: two questions to the layout however long it is. Only lines with right-to-left text are asked
 * about character by character.
 */
#include "editor/proviso-passage-geometry.h"

static gboolean
is_right_to_left (gunichar c)
{
  /* Nothing below the Hebrew block is written from right to left, nor do the controls that turn text around
   * stand there. */
  if (c < 0x0590)
    return FALSE;
  if (c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
    return TRUE;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_right_to_left (const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  /* Only the first bytes of the characters in question are that large. */
  for (const char *p = text; *p; p++)
    if ((guchar) *p >= 0xD6 && is_right_to_left (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* How much before a place can turn it around: the head of its paragraph gives the base direction, and what
 * stands before it on its display line the direction of signs and figures. */
#define HEAD 64
#define BEFORE 400

/* Whether the text from `iter` to the end of its display line may be out of order. */
static gboolean
is_mixed (const GtkTextIter *iter, const GtkTextIter *line_end)
{
  int before = gtk_text_iter_get_line_offset (iter);
  GtkTextIter start = *iter;

  gtk_text_iter_backward_chars (&start, MIN (before, BEFORE));
  if (has_right_to_left (&start, line_end))
    return TRUE;

  if (before > BEFORE)
    {
      GtkTextIter head_end;

      gtk_text_iter_set_line_offset (&start, 0);
      head_end = start;
      gtk_text_iter_forward_chars (&head_end, HEAD);
      return has_right_to_left (&start, &head_end);
    }

  return FALSE;
}

/* Joins what touches, among the rectangles from `first` on, which are those of the same passage. */
static void
append_rect (GArray *rects, guint first, int x1, int x2, int y, int height)
{
  ProvisoPassageRect rect = { MIN (x1, x2), y, ABS (x2 - x1), height };
  ProvisoPassageRect *last =
      rects->len > first ? &g_array_index (rects, ProvisoPassageRect, rects->len - 1) : NULL;

  if (rect.width == 0)
    return;

  if (last && last->y == y && last->height == height && rect.x <= last->x + last->width &&
      last->x <= rect.x + rect.width)
    {
      int right = MAX (last->x + last->width, rect.x + rect.width);

      last->x = MIN (last->x, rect.x);
      last->width = right - last->x;
      return;
    }

  g_array_append_val (rects, rect);
}

/* Both on the same display line. A location is as wide as its character, negative where that is written from
 * right to left. `first` and `last` are the locations of the first and the last character where they are
 * known. */
static void
append_segment (GtkTextView *view,
                GtkTextIter start,
                GtkTextIter end,
                gboolean mixed,
                const GdkRectangle *first,
                const GdkRectangle *last,
                GArray *rects,
                guint n_before)
{
  GdkRectangle own_first, own_last;

  if (mixed)
    {
      for (; gtk_text_iter_compare (&start, &end) < 0; gtk_text_iter_forward_char (&start))
        {
          gtk_text_view_get_iter_location (view, &start, &own_first);
          append_rect (rects, n_before, own_first.x, own_first.x + own_first.width, own_first.y,
                       own_first.height);
        }
      return;
    }

  if (first == NULL)
    {
      gtk_text_view_get_iter_location (view, &start, &own_first);
      first = &own_first;
    }
  if (last == NULL)
    {
      gtk_text_iter_backward_char (&end);
      gtk_text_view_get_iter_location (view, &end, &own_last);
      last = &own_last;
    }
  append_rect (rects, n_before, first->x, last->x + last->width, first->y, first->height);
}

/* The first place that is not on the display line of `iter`, or the end of its paragraph. */
static void
get_display_line_end (GtkTextView *view, const GtkTextIter *iter, GtkTextIter *end)
{
  *end = *iter;
  gtk_text_view_forward_display_line_end (view, end);
  if (gtk_text_iter_get_line (end) != gtk_text_iter_get_line (iter))
    {
      *end = *iter;
      gtk_text_iter_forward_to_line_end (end);
    }
  else if (!gtk_text_iter_ends_line (end))
    {
      gtk_text_iter_forward_char (end);
    }
}

/* [from, to) is on one display line; see append_segment() for `first` and `last`. */
static void
append_line (GtkTextView *view,
             GtkTextIter from,
             GtkTextIter to,
             const GdkRectangle *first,
             const GdkRectangle *last,
             GArray *rects,
             guint n_before)
{
  gboolean mixed = is_mixed (&from, &to);

  while (gtk_text_iter_compare (&from, &to) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&from)))
    {
      gtk_text_iter_forward_char (&from);
      first = NULL;
    }
  while (gtk_text_iter_compare (&from, &to) < 0)
    {
      GtkTextIter before = to;

      gtk_text_iter_backward_char (&before);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&before)))
        break;
      to = before;
      last = NULL;
    }
  if (gtk_text_iter_compare (&from, &to) < 0)
    append_segment (view, from, to, mixed, first, last, rects, n_before);
}

void
proviso_passage_geometry_append (GtkTextView *view,
                                 guint start,
                                 guint end,
                                 int top,
                                 int bottom,
                                 GArray *rects)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  guint n_before = rects->len;
  gboolean have_last = FALSE;
  GtkTextIter iter, end_iter, to;
  GdkRectangle last;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end_iter, end);

  while (gtk_text_iter_compare (&iter, &end_iter) < 0)
    {
      GtkTextIter line_end;
      GdkRectangle location;

      if (gtk_text_iter_ends_line (&iter))
        {
          if (!gtk_text_iter_forward_line (&iter))
            break;
          continue;
        }

      gtk_text_view_get_iter_location (view, &iter, &location);
      if (location.y >= bottom)
        break;

      /* What ends on the line that it begins on needs no asking where that line ends. */
      if (!have_last)
        {
          to = end_iter;
          gtk_text_iter_backward_char (&to);
          gtk_text_view_get_iter_location (view, &to, &last);
          have_last = TRUE;
        }
      if (last.y == location.y && gtk_text_iter_get_line (&to) == gtk_text_iter_get_line (&iter))
        line_end = end_iter;
      else
        get_display_line_end (view, &iter, &line_end);
      if (gtk_text_iter_compare (&line_end, &iter) <= 0)
        break;

      if (location.y + location.height > top)
        append_line (view, iter, line_end, &location,
                     gtk_text_iter_equal (&line_end, &end_iter) ? &last : NULL, rects, n_before);

      iter = line_end;
    }
}

/* Where a paragraph is longer than this, its display lines are looked for. */
#define LONG_PARAGRAPH 10000

/* Paragraphs are found by their heights alone; display lines by laying the text out. */
void
proviso_passage_geometry_get_visible (GtkTextView *view, int top, int bottom, guint *start, guint *end)
{
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (view, &iter, top, NULL);
  if (gtk_text_iter_get_chars_in_line (&iter) > LONG_PARAGRAPH)
    {
      gtk_text_view_get_iter_at_location (view, &iter, 0, top);
      gtk_text_view_backward_display_line_start (view, &iter);
    }
  *start = gtk_text_iter_get_offset (&iter);

  gtk_text_view_get_line_at_y (view, &iter, bottom, NULL);
  if (gtk_text_iter_get_chars_in_line (&iter) > LONG_PARAGRAPH)
    {
      gtk_text_view_get_iter_at_location (view, &iter, 0, bottom);
      gtk_text_view_forward_display_line_end (view, &iter);
    }
  else if (!gtk_text_iter_ends_line (&iter))
    {
      gtk_text_iter_forward_to_line_end (&iter);
    }
  *end = gtk_text_iter_get_offset (&iter) + 1;
}
