/* proviso-word-parts.c: two texts as words, spaces and punctuation, numbered so that they can be compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-word-parts.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* A part's characters as a key; they stay the text's. */
typedef struct
{
  const char *start;
  guint n_bytes;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint32 hash = 5381;

  for (guint i = 0; i < key->n_bytes; i++)
    hash = hash * 33 + (guchar) key->start[i];

  return hash;
}

static gboolean
keys_equal (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->n_bytes == second->n_bytes && memcmp (first->start, second->start, first->n_bytes) == 0;
}

static guint
get_start_byte (const ProvisoWordParts *self, guint position)
{
  return position > 0 ? g_array_index (self->parts, ProvisoWordPart, position - 1).end_byte : 0;
}

static ProvisoWordPartKind
get_kind (const char *start, int32_t rule_status)
{
  gunichar c = g_utf8_get_char (start);

  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
    return PROVISO_WORD_PART_BREAK;
  if (g_unichar_isspace (c))
    return PROVISO_WORD_PART_SPACE;
  /* Words, numbers, and letters of scripts without spaces. */
  return rule_status >= UBRK_WORD_NONE_LIMIT ? PROVISO_WORD_PART_WORD : PROVISO_WORD_PART_MARK;
}

static gboolean
is_hyphen (const ProvisoWordParts *self, guint position)
{
  gunichar c = g_utf8_get_char (self->text + get_start_byte (self, position));

  return (c == '-' || c == 0x2010 || c == 0x2011) && proviso_word_parts_get_start (self, position + 1) ==
                                                         proviso_word_parts_get_start (self, position) + 1;
}

static void
add_part (ProvisoWordParts *self, ProvisoWordPartKind kind, guint end_byte)
{
  guint n_parts = self->parts->len;
  guint start_byte = get_start_byte (self, n_parts);
  const char *start = self->text + start_byte;
  ProvisoWordPart part = { kind, end_byte };

  part.end =
      proviso_word_parts_get_start (self, n_parts) + (guint) g_utf8_strlen (start, end_byte - start_byte);

  /* “re-elected” is one word. */
  if (kind == PROVISO_WORD_PART_WORD && n_parts >= 2 && is_hyphen (self, n_parts - 1) &&
      proviso_word_parts_get (self, n_parts - 2)->kind == PROVISO_WORD_PART_WORD)
    g_array_set_size (self->parts, n_parts - 2);
  g_array_append_val (self->parts, part);
}

static void
split (ProvisoWordParts *self, UBreakIterator *iterator)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize length = strlen (self->text);
  UText *text = utext_openUTF8 (NULL, self->text, (int64_t) length, &status);

  if (iterator != NULL)
    ubrk_setUText (iterator, text, &status);
  /* What ICU cannot read is one part. */
  if (iterator == NULL || U_FAILURE (status) || length > G_MAXINT32)
    {
      if (length > 0)
        add_part (self, PROVISO_WORD_PART_MARK, (guint) length);
    }
  else
    {
      ubrk_first (iterator);
      for (int32_t end = ubrk_next (iterator); end != UBRK_DONE; end = ubrk_next (iterator))
        add_part (self,
                  get_kind (self->text + get_start_byte (self, self->parts->len),
                            ubrk_getRuleStatus (iterator)),
                  (guint) end);
    }
  utext_close (text);
}

static void
number (ProvisoWordParts *self, GHashTable *ids)
{
  self->ids = g_new (guint, self->parts->len);
  for (guint i = 0; i < self->parts->len; i++)
    {
      guint start = get_start_byte (self, i);
      Key key = { self->text + start, proviso_word_parts_get (self, i)->end_byte - start };
      gpointer id;

      if (!g_hash_table_lookup_extended (ids, &key, NULL, &id))
        {
          id = GUINT_TO_POINTER (g_hash_table_size (ids));
          g_hash_table_insert (ids, g_memdup2 (&key, sizeof key), id);
        }
      self->ids[i] = GPOINTER_TO_UINT (id);
    }
}

void
proviso_word_parts_init (ProvisoWordParts *old_parts,
                         ProvisoWordParts *new_parts,
                         const char *old_text,
                         const char *new_text)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (hash_key, keys_equal, g_free, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);

  if (U_FAILURE (status))
    iterator = NULL;
  old_parts->text = old_text;
  new_parts->text = new_text;
  old_parts->parts = g_array_new (FALSE, FALSE, sizeof (ProvisoWordPart));
  new_parts->parts = g_array_new (FALSE, FALSE, sizeof (ProvisoWordPart));
  split (old_parts, iterator);
  split (new_parts, iterator);
  number (old_parts, ids);
  number (new_parts, ids);
  g_clear_pointer (&iterator, ubrk_close);
}

void
proviso_word_parts_clear (ProvisoWordParts *self)
{
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->ids, g_free);
}

const ProvisoWordPart *
proviso_word_parts_get (const ProvisoWordParts *self, guint position)
{
  return &g_array_index (self->parts, ProvisoWordPart, position);
}

guint
proviso_word_parts_get_start (const ProvisoWordParts *self, guint position)
{
  return position > 0 ? g_array_index (self->parts, ProvisoWordPart, position - 1).end : 0;
}

gunichar
proviso_word_parts_get_last_char (const ProvisoWordParts *self, guint position)
{
  const char *end = self->text + proviso_word_parts_get (self, position)->end_byte;

  return g_utf8_get_char (g_utf8_prev_char (end));
}
