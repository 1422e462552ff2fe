/* proviso-codec-text.c: a draft whose slices are found by code points, in any order, quickly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-codec-text.h"

#include <string.h>

#define MARK_EVERY 64

void
proviso_codec_text_init (ProvisoCodecText *self, char *text, gsize n_bytes)
{
  guint n_chars = 0;

  self->text = text;
  self->n_bytes = n_bytes;
  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_bytes / MARK_EVERY + 1);
  for (gsize i = 0; i < n_bytes; i++)
    if (((guchar) text[i] & 0xc0) != 0x80 && n_chars++ % MARK_EVERY == 0)
      {
        guint32 mark = i;

        g_array_append_val (self->marks, mark);
      }
  self->n_chars = n_chars;
}

void
proviso_codec_text_clear (ProvisoCodecText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
}

const char *
proviso_codec_text_at (const ProvisoCodecText *self, guint offset)
{
  if (offset >= self->n_chars)
    return self->text + self->n_bytes;

  return g_utf8_offset_to_pointer (self->text + g_array_index (self->marks, guint32, offset / MARK_EVERY),
                                   offset % MARK_EVERY);
}

gboolean
proviso_codec_text_equals (const ProvisoCodecText *self, guint start, guint end, const char *exact)
{
  gsize length = strlen (exact);
  const char *from;

  if (start > end || end > self->n_chars)
    return FALSE;
  from = proviso_codec_text_at (self, start);

  /* As many bytes, and the same: then as many code points, but for the end, which is looked up. */
  return length <= (gsize) (self->text + self->n_bytes - from) && memcmp (from, exact, length) == 0 &&
         proviso_codec_text_at (self, end) == from + length;
}
