/* proviso-format-link.c: what the format shortcuts do to a text: links.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-format.h"

#include "markdown/proviso-format-parts.h"

#include <string.h>

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
  link = proviso_format_find_span (spans, PROVISO_INLINE_LINK, start, end);
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
      proviso_format_remove_marks (rewrite, link);
      start = link->inner_start;
      end = link->inner_end;
    }
  else if (start == end)
    {
      if (!proviso_format_find_word (text, cursor, &start, &end))
        start = end = cursor;
    }
  else
    {
      g_autoptr (GArray) segments = proviso_format_find_segments (text, start, end);

      /* A link is in one paragraph; the first line's part stands for a longer selection. */
      if (segments->len == 0)
        start = end;
      else
        {
          start = g_array_index (segments, ProvisoFormatSegment, 0).start;
          end = g_array_index (segments, ProvisoFormatSegment, 0).end;
        }
    }

  label = proviso_format_slice (text, start, end);
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
