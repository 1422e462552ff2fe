/* proviso-word-index.c: the words of a text, and where each of them stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What for: to look for thousands of passages in one text, each in time that depends on the passage. The text
 * is read once; afterwards the places of a word are an array slice, and a byte becomes a code point by one
 * look into a table and a count over at most BLOCK bytes.
 *
 * It costs about 30 bytes a word, one table entry per BLOCK bytes, and the keys of the distinct words.
 */
#include "anchor/proviso-word-index.h"

#include <math.h>
#include <string.h>

/* Bytes between two entries of the code point table. */
#define BLOCK 256
/* Canonical combining classes from here on are accents above and below; lower ones (vowel signs, viramas)
 * make another letter. */
#define FIRST_ACCENT_CLASS 200
#define MIN_WEIGHT 0.15f

struct _ProvisoWordIndex
{
  char *text;
  guint n_bytes;
  /* How many code points start before byte i * BLOCK. */
  guint *blocks;
  guint n_blocks;

  GArray *words;
  GStringChunk *keys;
  GHashTable *ids;
  /* The places of the word `id` are places[first_place[id]] to places[first_place[id + 1] - 1]. */
  guint *first_place;
  guint *places;
};

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/* Scripts whose words are not set apart by spaces. */
static gboolean
stands_alone (gunichar c)
{
  if (c < 0x0e00)
    return FALSE;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
continues_word (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x00ad;
}

gboolean
proviso_word_is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c);
}

static void
append_key (GString *key, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (c < 0x80)
    {
      g_string_append_c (key, g_ascii_tolower ((char) c));
      return;
    }
  if (is_apostrophe (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return;

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (g_unichar_combining_class (parts[i]) < FIRST_ACCENT_CLASS)
      g_string_append_unichar (key, g_unichar_tolower (parts[i]));
}

typedef void (*WordFunc) (const char *key, guint start, guint end, gpointer user_data);

static void
split_text (const char *text, WordFunc func, gpointer user_data)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const char *start = NULL;
  guint length = 0;
  const char *next;

  for (const char *p = text; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (proviso_word_is_letter (c))
        {
          gboolean alone = stands_alone (c);

          if (start != NULL && (alone || length >= PROVISO_WORD_MAX_LENGTH))
            {
              func (key->str, (guint) (start - text), (guint) (p - text), user_data);
              start = NULL;
            }
          if (start == NULL)
            {
              start = p;
              length = 0;
              g_string_truncate (key, 0);
            }
          append_key (key, c);
          /* Nothing but its marks joins a letter that stands alone. */
          length = alone ? PROVISO_WORD_MAX_LENGTH : length + 1;
          continue;
        }

      if (start == NULL)
        continue;
      if (continues_word (c) && length <= 2 * PROVISO_WORD_MAX_LENGTH)
        {
          append_key (key, c);
          length++;
          continue;
        }
      if (is_apostrophe (c) && proviso_word_is_letter (g_utf8_get_char (next)))
        continue;

      func (key->str, (guint) (start - text), (guint) (p - text), user_data);
      start = NULL;
    }

  if (start != NULL)
    func (key->str, (guint) (start - text), (guint) strlen (text), user_data);
}

static void
add_word (const char *key, guint start, guint end, gpointer user_data)
{
  ProvisoWordIndex *self = user_data;
  ProvisoWord word = { .start = start, .end = end };
  gpointer stored, id;

  if (g_hash_table_lookup_extended (self->ids, key, &stored, &id))
    {
      word.key = stored;
      word.id = GPOINTER_TO_UINT (id);
    }
  else
    {
      word.key = g_string_chunk_insert (self->keys, key);
      word.id = g_hash_table_size (self->ids);
      g_hash_table_insert (self->ids, (gpointer) word.key, GUINT_TO_POINTER (word.id));
    }
  g_array_append_val (self->words, word);
}

static float
weigh (const ProvisoWordIndex *self, guint n_places)
{
  double n_words = MAX (self->words->len, 1);
  double weight = log ((n_words + 1) / (n_places + 1)) / log (n_words + 1);

  return MAX ((float) weight, MIN_WEIGHT);
}

static void
index_places (ProvisoWordIndex *self)
{
  guint n_ids = g_hash_table_size (self->ids);
  g_autofree guint *filled = g_new0 (guint, n_ids + 1);

  self->first_place = g_new0 (guint, n_ids + 1);
  self->places = g_new (guint, MAX (self->words->len, 1));

  for (guint i = 0; i < self->words->len; i++)
    self->first_place[g_array_index (self->words, ProvisoWord, i).id + 1]++;
  for (guint id = 0; id < n_ids; id++)
    self->first_place[id + 1] += self->first_place[id];
  for (guint i = 0; i < self->words->len; i++)
    {
      ProvisoWord *word = &g_array_index (self->words, ProvisoWord, i);
      guint first = self->first_place[word->id];

      self->places[first + filled[word->id]++] = i;
      word->weight = weigh (self, self->first_place[word->id + 1] - first);
    }
}

static gboolean
starts_code_point (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static void
index_code_points (ProvisoWordIndex *self)
{
  guint count = 0;

  self->n_blocks = self->n_bytes / BLOCK + 1;
  self->blocks = g_new (guint, self->n_blocks);
  for (guint byte = 0; byte < self->n_bytes; byte++)
    {
      if (byte % BLOCK == 0)
        self->blocks[byte / BLOCK] = count;
      count += starts_code_point (self->text[byte]);
    }
  if (self->n_bytes % BLOCK == 0)
    self->blocks[self->n_bytes / BLOCK] = count;
}

ProvisoWordIndex *
proviso_word_index_new (const char *text)
{
  ProvisoWordIndex *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (strlen (text) < G_MAXUINT, NULL);

  self = g_new0 (ProvisoWordIndex, 1);
  self->text = g_strdup (text);
  self->n_bytes = (guint) strlen (text);
  self->words = g_array_new (FALSE, FALSE, sizeof (ProvisoWord));
  self->keys = g_string_chunk_new (4096);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);

  index_code_points (self);
  split_text (self->text, add_word, self);
  index_places (self);

  return self;
}

void
proviso_word_index_free (ProvisoWordIndex *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self->blocks);
  g_array_unref (self->words);
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->keys);
  g_free (self->first_place);
  g_free (self->places);
  g_free (self);
}

const char *
proviso_word_index_get_text (const ProvisoWordIndex *self, guint *n_bytes)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_bytes != NULL)
    *n_bytes = self->n_bytes;

  return self->text;
}

const ProvisoWord *
proviso_word_index_get_words (const ProvisoWordIndex *self, guint *n_words)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_words != NULL)
    *n_words = self->words->len;

  return (const ProvisoWord *) (gconstpointer) self->words->data;
}

const guint *
proviso_word_index_get_places (const ProvisoWordIndex *self, guint id, guint *n_places)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_places != NULL, NULL);

  *n_places = 0;
  if (id == PROVISO_WORD_UNKNOWN)
    return NULL;
  g_return_val_if_fail (id < g_hash_table_size (self->ids), NULL);
  *n_places = self->first_place[id + 1] - self->first_place[id];

  return self->places + self->first_place[id];
}

guint
proviso_word_index_get_word_at (const ProvisoWordIndex *self, guint byte)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->words->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->words, ProvisoWord, middle).start < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
proviso_word_index_get_offset (const ProvisoWordIndex *self, guint byte)
{
  guint count;

  g_return_val_if_fail (self != NULL, 0);

  byte = MIN (byte, self->n_bytes);
  count = self->blocks[byte / BLOCK];
  for (guint i = byte - byte % BLOCK; i < byte; i++)
    count += starts_code_point (self->text[i]);

  return count;
}

guint
proviso_word_index_get_byte (const ProvisoWordIndex *self, guint offset)
{
  guint low = 0, high, byte, count;

  g_return_val_if_fail (self != NULL, 0);

  /* The last block before which no more than `offset` code points start. */
  high = self->n_blocks - 1;
  while (low < high)
    {
      guint middle = high - (high - low) / 2;

      if (self->blocks[middle] <= offset)
        low = middle;
      else
        high = middle - 1;
    }

  byte = low * BLOCK;
  count = self->blocks[low];
  while (byte < self->n_bytes && (count < offset || !starts_code_point (self->text[byte])))
    {
      count += starts_code_point (self->text[byte]);
      byte++;
    }

  return byte;
}

typedef struct
{
  const ProvisoWordIndex *index;
  GStringChunk *keys;
  GArray *words;
} Split;

static void
add_split (const char *key, guint start, guint end, gpointer user_data)
{
  Split *split = user_data;
  ProvisoWord word = { .start = start, .end = end, .id = PROVISO_WORD_UNKNOWN, .weight = 1 };
  gpointer stored, id;

  if (g_hash_table_lookup_extended (split->index->ids, key, &stored, &id))
    {
      guint n_places;

      word.key = stored;
      word.id = GPOINTER_TO_UINT (id);
      proviso_word_index_get_places (split->index, word.id, &n_places);
      word.weight = weigh (split->index, n_places);
    }
  else
    word.key = g_string_chunk_insert (split->keys, key);
  g_array_append_val (split->words, word);
}

GArray *
proviso_word_index_split (const ProvisoWordIndex *self, const char *text, GStringChunk *keys)
{
  Split split = { self, keys, NULL };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (keys != NULL, NULL);
  g_return_val_if_fail (strlen (text) < G_MAXUINT, NULL);

  split.words = g_array_new (FALSE, FALSE, sizeof (ProvisoWord));
  split_text (text, add_split, &split);

  return split.words;
}
