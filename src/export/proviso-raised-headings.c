/* proviso-raised-headings.c: a Markdown text as a section of another: its headings some levels below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * md4c says what a heading is, but not where it begins. The first piece of its text points into the source; what
 * makes it a heading stands before that on its line, or on a line below.
 */
#include "export/proviso-raised-headings.h"

#include "markdown/proviso-dialect.h"

#include <string.h>

#define MAX_LEVEL 6

typedef struct
{
  const char *text;
  gsize length;
  guint n_levels;
  GString *result;
  const char *next; /* of the text, to be copied */
  guint depth;      /* quotes and list items around the present place */
  guint level;      /* of the heading that is read, whose text did not come yet; 0 without one */
} Raiser;

static void
copy_until (Raiser *self, const char *end)
{
  if (end <= self->next)
    return;
  g_string_append_len (self->result, self->next, end - self->next);
  self->next = end;
}

static void
append_marks (Raiser *self, guint n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    g_string_append_c (self->result, '#');
}

static const char *
find_line_end (Raiser *self, const char *at)
{
  const char *end = self->text + self->length;

  while (at < end && *at != '\n' && *at != '\r')
    at++;

  return at;
}

/* The hash signs of a heading, behind whatever a quote or a list item begins with. Returns: (nullable) */
static const char *
find_marks (const char *line, const char *end, guint level)
{
  const char *at = line;

  while (at < end && strchr (" \t>-+*.)0123456789", *at) != NULL)
    at++;
  for (guint i = 0; i < level; i++)
    if (at + i >= end || at[i] != '#')
      return NULL;

  return at + level >= end || at[level] == ' ' || at[level] == '\t' ? at : NULL;
}

/* Whether the line underlines a heading. */
static gboolean
is_underline (const char *line, const char *end, guint level)
{
  const char *at = line;
  char mark = level == 1 ? '=' : '-';

  while (at < end && *at == ' ')
    at++;
  if (at == end || *at != mark)
    return FALSE;
  while (at < end && *at == mark)
    at++;
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;

  return at == end;
}

/* One that is underlined, as one line. */
static void
raise_underlined (Raiser *self, const char *line)
{
  g_autoptr (GString) title = g_string_new (NULL);
  const char *stop = self->text + self->length;
  const char *at = line;

  while (at < stop)
    {
      const char *end = find_line_end (self, at);
      g_autofree char *words = NULL;
      gsize length;

      if (is_underline (at, end, self->level))
        {
          copy_until (self, line);
          append_marks (self, MIN (self->level + self->n_levels, MAX_LEVEL));
          g_string_append_printf (self->result, " %s", title->str);
          /* Which would close it. */
          if (g_str_has_suffix (title->str, "#"))
            g_string_insert_c (self->result, (gssize) self->result->len - 1, '\\');
          self->next = end;
          return;
        }
      words = g_strstrip (g_strndup (at, end - at));
      length = strlen (words);
      /* A forced line break. */
      if (length > 1 && words[length - 1] == '\\' && words[length - 2] != '\\')
        words[length - 1] = '\0';
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", words);
      at = end < stop ? end + (end[0] == '\r' && end[1] == '\n' ? 2 : 1) : stop;
    }
}

static void
raise_heading (Raiser *self, const char *place)
{
  const char *line = place, *marks;

  while (line > self->text && line[-1] != '\n' && line[-1] != '\r')
    line--;
  marks = find_marks (line, find_line_end (self, place), self->level);
  if (marks != NULL && marks < place)
    {
      copy_until (self, marks);
      append_marks (self, MIN (self->level + self->n_levels, MAX_LEVEL) - self->level);
    }
  else if (self->depth == 0)
    {
      raise_underlined (self, line);
    }
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Raiser *self = user_data;

  if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI)
    self->depth++;
  if (type == MD_BLOCK_H)
    self->level = ((MD_BLOCK_H_DETAIL *) detail)->level;

  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Raiser *self = user_data;

  if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI)
    self->depth--;
  if (type == MD_BLOCK_H)
    self->level = 0;

  return 0;
}

static int
ignore_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  return 0;
}

static int
text_found (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user_data)
{
  Raiser *self = user_data;

  if (self->level == 0 || text < self->text || text >= self->text + self->length)
    return 0;
  raise_heading (self, text);
  self->level = 0;

  return 0;
}

char *
proviso_raise_headings (const char *markdown, guint n_levels)
{
  MD_PARSER parser = {
    .flags = PROVISO_DIALECT_FLAGS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = ignore_span,
    .leave_span = ignore_span,
    .text = text_found,
  };
  Raiser self = { .text = markdown, .n_levels = n_levels };

  g_return_val_if_fail (markdown != NULL, NULL);

  self.length = strlen (markdown);
  self.result = g_string_sized_new (self.length + 64);
  self.next = markdown;
  md_parse (markdown, (MD_SIZE) self.length, &parser, &self);
  copy_until (&self, markdown + self.length);

  return g_string_free_and_steal (self.result);
}
