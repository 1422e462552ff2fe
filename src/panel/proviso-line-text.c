/* proviso-line-text.c: lines with somebody's own words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-line-text.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>
#include <unicode/uchar.h>

#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

/* Returns: the direction of the first letter that has one. */
static GtkTextDirection
find_direction (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    switch (u_charDirection ((UChar32) g_utf8_get_char (p)))
      {
      case U_LEFT_TO_RIGHT:
        return GTK_TEXT_DIR_LTR;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return GTK_TEXT_DIR_RTL;
      default:
        break;
      }

  return GTK_TEXT_DIR_NONE;
}

char *
proviso_line_text_begin (const char *words)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_return_val_if_fail (words != NULL, NULL);

  if (find_direction (words) != (rtl ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL))
    return g_strdup (words);

  return g_strconcat (rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, FIRST_STRONG_ISOLATE, words, POP_ISOLATE,
                      NULL);
}

char *
proviso_line_text_shorten (const char *words, guint max_length)
{
  g_autofree char *line = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (max_length > 0, NULL);

  line = g_strstrip (g_strdelimit (g_strdup (words), "\r\n\t", ' '));
  if (g_utf8_strlen (line, -1) <= max_length)
    return g_steal_pointer (&line);

  cut = g_utf8_substring (line, 0, max_length - 1);

  return g_strconcat (g_strchomp (cut), "…", NULL);
}

static gboolean
is_quotation_mark (const char *p)
{
  return u_hasBinaryProperty ((UChar32) g_utf8_get_char (p), UCHAR_QUOTATION_MARK);
}

/* At the end of a word it says whose it is, for all that can be known. */
static gboolean
is_apostrophe (const char *p)
{
  return *p == '\'' || g_str_has_prefix (p, "’");
}

char *
proviso_line_text_quote (const char *words)
{
  const char *last;

  g_return_val_if_fail (words != NULL, NULL);

  last = *words != '\0' ? g_utf8_prev_char (words + strlen (words)) : words;
  if (is_quotation_mark (words) || (is_quotation_mark (last) && !is_apostrophe (last)))
    return g_strdup (words);

  /* Translators: words of the article, in quotation marks. */
  return g_strdup_printf (_ ("“%s”"), words);
}
