/* marked-text.h: cases written as text with the selection marked in it, and random Markdown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "‹" and "›" stand around a selection, "¦" at a cursor.
 */
#pragma once

#include "markdown/proviso-rewrite.h"

#include <string.h>

/* Returns: the text without the marks, and where they were. */
static inline char *
marked_text_parse (const char *marked, guint *start, guint *end)
{
  GString *text = g_string_new (NULL);
  guint offset = 0;

  *start = *end = 0;
  for (const char *c = marked; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (ch == 0x00a6)
        *start = *end = offset;
      else if (ch == 0x2039)
        *start = offset;
      else if (ch == 0x203a)
        *end = offset;
      else
        {
          g_string_append_unichar (text, ch);
          offset++;
        }
    }
  return g_string_free_and_steal (text);
}

static inline char *
marked_text_format (const char *text, guint start, guint end)
{
  GString *marked = g_string_new (text);

  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, g_utf8_strlen (text, -1));
  if (start == end)
    {
      g_string_insert (marked, g_utf8_offset_to_pointer (text, start) - text, "¦");
    }
  else
    {
      g_string_insert (marked, g_utf8_offset_to_pointer (text, end) - text, "›");
      g_string_insert (marked, g_utf8_offset_to_pointer (text, start) - text, "‹");
    }
  return g_string_free_and_steal (marked);
}

/* Asserts what every rewrite of `text` promises. Returns: the text after it, selection marked. */
static inline char *
marked_text_apply (ProvisoRewrite *rewrite, const char *text)
{
  guint length = (guint) g_utf8_strlen (text, -1);
  guint at = 0;
  guint start, end;
  g_autofree char *after = NULL;

  for (guint i = 0; i < proviso_rewrite_get_n_pieces (rewrite); i++)
    {
      const ProvisoRewritePiece *piece = proviso_rewrite_get_piece (rewrite, i);

      g_assert_cmpuint (piece->offset, >=, at);
      at = piece->offset + piece->n_removed;
      g_assert_cmpuint (at, <=, length);
      g_assert_true (g_utf8_validate (piece->inserted, -1, NULL));
    }
  after = proviso_rewrite_apply (rewrite, text);
  proviso_rewrite_get_selection (rewrite, &start, &end);
  return marked_text_format (after, start, end);
}

/* Bits that make Markdown go one way or another, strung together at random. */
static inline char *
random_markdown (guint n_bits)
{
  static const char *const bits[] = {
    "word",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "~~",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "> ",
    "- ",
    "* ",
    "1. ",
    "9) ",
    "- [ ] ",
    "# ",
    "### ",
    "#",
    "|",
    "| a | b |\n|---|---|\n",
    "---",
    "===",
    "```\n",
    "~~~",
    "\\",
    "&amp;",
    "\t",
    "    ",
    "ünï",
    "漢字",
    "é́",
    "\u00a0",
    "😀",
    "http://a.example/b",
    "www.a.example",
    ".",
    "! ",
    ": ",
    "“q”",
    "’s",
    "\r",
    "end.",
    "Title Case Words",
    "12",
    "<b>",
    "<!-- c -->",
    "[x]: /u\n",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_bits; i++)
    g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
  return g_string_free_and_steal (text);
}
