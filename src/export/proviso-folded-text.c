/* proviso-folded-text.c: a text in the form in which words are looked for, whatever they look like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-folded-text.h"

#include "markdown/proviso-plain.h"

#include <string.h>
#include <unicode/uchar.h>

/* In bytes, with its semicolon: longer than any entity. */
#define MAX_ENTITY_LENGTH 32

static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return g_unichar_tolower (c);
    }
}

/* Marks of Markdown, and what is not seen: soft hyphens, joiners, marks of direction. */
static gboolean
is_left_out (gunichar c)
{
  return (c < 0x80 && strchr ("*_`~\\", (int) c) != NULL) || c == 0xAD ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

void
proviso_folded_text_begin (ProvisoFoldedText *self, const char *text, gboolean with_origins)
{
  self->text = g_string_new (NULL);
  self->origins = with_origins ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL;
  self->original = self->next = text;
  self->space = FALSE;
}

gboolean
proviso_folded_text_continue (ProvisoFoldedText *self, guint n_chars)
{
  const char *p, *next;

  for (p = self->next; *p != '\0' && n_chars > 0; p = next, n_chars--)
    {
      gunichar c = g_utf8_get_char (p);
      guint origin = (guint) (p - self->original);
      const char *end;

      next = g_utf8_next_char (p);
      if (c == '&' && (end = g_strstr_len (p, MAX_ENTITY_LENGTH, ";")) != NULL)
        {
          gunichar entity = proviso_plain_get_entity (p, (gsize) (end + 1 - p));

          if (entity != 0)
            {
              c = entity;
              next = end + 1;
            }
        }
      if (is_left_out (c))
        continue;
      if (g_unichar_isspace (c))
        {
          if (self->space || self->text->len == 0)
            continue;
          c = ' ';
        }
      self->space = c == ' ';
      g_string_append_unichar (self->text, fold_char (c));
      while (self->origins != NULL && self->origins->len < self->text->len)
        g_array_append_val (self->origins, origin);
    }
  self->next = p;
  if (*p != '\0')
    return TRUE;

  if (self->origins != NULL)
    g_array_append_vals (self->origins, &(guint){ (guint) (p - self->original) }, 1);

  return FALSE;
}

void
proviso_folded_text_init (ProvisoFoldedText *self, const char *text, gboolean with_origins)
{
  proviso_folded_text_begin (self, text, with_origins);
  while (proviso_folded_text_continue (self, G_MAXUINT))
    ;
}

char *
proviso_folded_text_fold_needle (const char *text)
{
  ProvisoFoldedText folded;

  proviso_folded_text_init (&folded, text, FALSE);
  g_strchomp (folded.text->str);

  return g_string_free_and_steal (folded.text);
}

static gboolean
is_letter (gunichar c)
{
  switch (u_getIntPropertyValue ((UChar32) c, UCHAR_WORD_BREAK))
    {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_KATAKANA:
    case U_WB_NUMERIC:
    case U_WB_EXTENDNUMLET:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What keeps letters, or digits, on both sides of it together. Not an apostrophe: "Jane's" has "Jane" in it, and
 * not a colon, behind which people forget the space. */
static gboolean
joins (gunichar c, gunichar one, gunichar other)
{
  gboolean digits = g_unichar_isdigit (one) && g_unichar_isdigit (other);

  switch (u_getIntPropertyValue ((UChar32) c, UCHAR_WORD_BREAK))
    {
    case U_WB_MIDNUMLET:
      return c != 0x2018 && c != 0x2019;
    case U_WB_MIDLETTER:
      return !digits && c != ':';
    case U_WB_MIDNUM:
      return digits;
    default:
      return FALSE;
    }
}

/* Whether a word goes on from the letter `edge` to what stands outside: `next`, and `second` behind that; 0 where
 * there is nothing. `dots`: whether it does so over a full stop. */
static gboolean
goes_on (gunichar edge, gunichar next, gunichar second, gboolean dots)
{
  if (!is_letter (edge) || next == 0)
    return FALSE;

  return is_letter (next) || (dots && second != 0 && is_letter (second) && joins (next, edge, second));
}

/* The bounds of words are those of UAX #29, as far as above. Of an address any part may be written. */
const char *
proviso_folded_text_find (const char *text, const char *from, const char *needle)
{
  gsize length = strlen (needle);
  gunichar first = g_utf8_get_char (needle), last = g_utf8_get_char (g_utf8_prev_char (needle + length));
  gboolean dots = strpbrk (needle, "./") == NULL;

  for (const char *at = strstr (from, needle); at != NULL; at = strstr (g_utf8_next_char (at), needle))
    {
      const char *end = at + length;
      const char *before = at > text ? g_utf8_prev_char (at) : NULL;
      gunichar second_before = before != NULL && before > text ? g_utf8_get_char (g_utf8_prev_char (before)) : 0;
      gunichar second_after = *end != '\0' ? g_utf8_get_char (g_utf8_next_char (end)) : 0;

      if (!goes_on (first, before != NULL ? g_utf8_get_char (before) : 0, second_before, dots) &&
          !goes_on (last, g_utf8_get_char (end), second_after, dots) && !g_unichar_ismark (g_utf8_get_char (end)))
        return at;
    }

  return NULL;
}

void
proviso_folded_text_clear (ProvisoFoldedText *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
  g_clear_pointer (&self->origins, g_array_unref);
}
