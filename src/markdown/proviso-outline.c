/* proviso-outline.c: the headings of a text, and under which of them a place is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * md4c does not say where a block begins. The first piece of its text does: it points into the source, and
 * the heading begins at the start of that line.
 */
#include "markdown/proviso-outline.h"

#include "markdown/proviso-dialect.h"
#include "markdown/proviso-offsets.h"
#include "markdown/proviso-plain.h"

#include <string.h>

struct _ProvisoOutline
{
  GObject parent_instance;

  /* Of Entry, by start. */
  GArray *entries;
};

typedef struct
{
  ProvisoHeading heading;
  char *title;
  int parent;
} Entry;

G_DEFINE_FINAL_TYPE (ProvisoOutline, proviso_outline, G_TYPE_OBJECT)

typedef struct
{
  const char *text;
  gsize length;
  ProvisoOffsets offsets;
  GArray *entries;
  /* Quotes and list items around the present place. */
  guint depth;
  /* Of the heading being read; -1 without one. */
  int level;
  gssize first_byte;
  GString *title;
} Reader;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->title);
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reader *self = user_data;

  if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI)
    self->depth++;
  if (type == MD_BLOCK_H && self->depth == 0)
    {
      self->level = (int) ((MD_BLOCK_H_DETAIL *) detail)->level;
      self->first_byte = -1;
      g_string_truncate (self->title, 0);
    }
  return 0;
}

/* White space as one space each, none at the ends. */
static char *
tidy (const char *title)
{
  GString *result = g_string_new (NULL);
  gboolean pending = FALSE;

  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isspace (g_utf8_get_char (c)))
        {
          pending = result->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (result, ' ');
      pending = FALSE;
      g_string_append_unichar (result, g_utf8_get_char (c));
    }
  return g_string_free_and_steal (result);
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Reader *self = user_data;

  if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI)
    self->depth--;
  if (type == MD_BLOCK_H && self->level > 0)
    {
      g_autofree char *title = tidy (self->title->str);

      if (*title != '\0' && self->first_byte >= 0)
        {
          gsize byte = (gsize) self->first_byte;
          Entry entry = { .heading.level = (guint) self->level, .parent = -1 };

          while (byte > 0 && self->text[byte - 1] != '\n' && self->text[byte - 1] != '\r')
            byte--;
          entry.heading.start = proviso_offsets_from_byte (&self->offsets, byte);
          entry.heading.title = entry.title = g_steal_pointer (&title);
          g_array_append_val (self->entries, entry);
        }
      self->level = -1;
    }
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
  Reader *self = user_data;

  if (self->level <= 0)
    return 0;
  if (self->first_byte < 0 && text >= self->text && text < self->text + self->length)
    self->first_byte = text - self->text;
  proviso_plain_append (self->title, type, text, size);
  return 0;
}

static void
link_entries (GArray *entries, guint length)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      int before = (int) i - 1;

      entry->heading.section_end = length;
      /* Up from the one before; what is left on the way ends here. */
      while (before >= 0 && g_array_index (entries, Entry, before).heading.level >= entry->heading.level)
        {
          g_array_index (entries, Entry, before).heading.section_end = entry->heading.start;
          before = g_array_index (entries, Entry, before).parent;
        }
      entry->parent = before;
    }
}

static void
proviso_outline_finalize (GObject *object)
{
  ProvisoOutline *self = PROVISO_OUTLINE (object);

  g_array_unref (self->entries);

  G_OBJECT_CLASS (proviso_outline_parent_class)->finalize (object);
}

static void
proviso_outline_class_init (ProvisoOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_outline_finalize;
}

static void
proviso_outline_init (ProvisoOutline *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
}

ProvisoOutline *
proviso_outline_new (const char *text)
{
  MD_PARSER parser = {
    .flags = PROVISO_DIALECT_FLAGS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = ignore_span,
    .leave_span = ignore_span,
    .text = text_found,
  };
  ProvisoOutline *self = g_object_new (PROVISO_TYPE_OUTLINE, NULL);
  Reader reader = { .text = text, .entries = self->entries, .level = -1 };

  g_return_val_if_fail (text != NULL, self);

  reader.length = strlen (text);
  reader.title = g_string_new (NULL);
  proviso_offsets_init (&reader.offsets, text);
  md_parse (text, (MD_SIZE) reader.length, &parser, &reader);
  link_entries (self->entries, proviso_offsets_from_byte (&reader.offsets, reader.length));
  g_string_free (reader.title, TRUE);
  return self;
}

guint
proviso_outline_get_n_headings (ProvisoOutline *self)
{
  g_return_val_if_fail (PROVISO_IS_OUTLINE (self), 0);

  return self->entries->len;
}

const ProvisoHeading *
proviso_outline_get_heading (ProvisoOutline *self, guint position)
{
  g_return_val_if_fail (PROVISO_IS_OUTLINE (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return &g_array_index (self->entries, Entry, position).heading;
}

int
proviso_outline_get_parent (ProvisoOutline *self, guint position)
{
  g_return_val_if_fail (PROVISO_IS_OUTLINE (self), -1);
  g_return_val_if_fail (position < self->entries->len, -1);

  return g_array_index (self->entries, Entry, position).parent;
}

int
proviso_outline_find (ProvisoOutline *self, guint offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (PROVISO_IS_OUTLINE (self), -1);

  high = self->entries->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->entries, Entry, middle).heading.start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

GStrv
proviso_outline_dup_path (ProvisoOutline *self, guint offset)
{
  int position;
  guint depth = 0;
  GStrv path;

  g_return_val_if_fail (PROVISO_IS_OUTLINE (self), NULL);

  position = proviso_outline_find (self, offset);
  for (int i = position; i >= 0; i = g_array_index (self->entries, Entry, i).parent)
    depth++;
  path = g_new0 (char *, depth + 1);
  for (int i = position; i >= 0; i = g_array_index (self->entries, Entry, i).parent)
    path[--depth] = g_strdup (g_array_index (self->entries, Entry, i).title);
  return path;
}

gboolean
proviso_outline_has_same_headings (ProvisoOutline *self, ProvisoOutline *other)
{
  g_return_val_if_fail (PROVISO_IS_OUTLINE (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_OUTLINE (other), FALSE);

  if (self->entries->len != other->entries->len)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *a = &g_array_index (self->entries, Entry, i);
      const Entry *b = &g_array_index (other->entries, Entry, i);

      if (a->heading.level != b->heading.level || !g_str_equal (a->title, b->title))
        return FALSE;
    }
  return TRUE;
}
