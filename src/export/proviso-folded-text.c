/* proviso-folded-text.c: a text in the form in which words are looked for, whatever they look like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-folded-text.h"

#include "markdown/proviso-plain.h"

#include <string.h>

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
is_word_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

const char *
proviso_folded_text_find (const char *text, const char *from, const char *needle)
{
  gsize length = strlen (needle);
  const char *last = g_utf8_prev_char (needle + length);

  for (const char *at = strstr (from, needle); at != NULL; at = strstr (g_utf8_next_char (at), needle))
    {
      gboolean starts = at == text || !is_word_at (needle) || !is_word_at (g_utf8_prev_char (at));
      gboolean ends = at[length] == '\0' || !is_word_at (last) || !is_word_at (at + length);

      if (starts && ends)
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
