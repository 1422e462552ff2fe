/* proviso-offsets.c: between bytes and code points of a UTF-8 text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "markdown/proviso-offsets.h"

/* Every byte of UTF-8 but these begins a character. */
#define IS_CONTINUATION(c) (((guchar) (c) & 0xc0) == 0x80)

void
proviso_offsets_init (ProvisoOffsets *self, const char *text)
{
  self->text = text;
  self->byte = 0;
  self->offset = 0;
}

guint
proviso_offsets_from_byte (ProvisoOffsets *self, gsize byte)
{
  while (self->byte < byte)
    self->offset += !IS_CONTINUATION (self->text[self->byte++]);
  while (self->byte > byte)
    self->offset -= !IS_CONTINUATION (self->text[--self->byte]);
  return self->offset;
}

gsize
proviso_offsets_to_byte (ProvisoOffsets *self, guint offset)
{
  while (self->offset < offset && self->text[self->byte] != '\0')
    {
      self->byte = g_utf8_next_char (self->text + self->byte) - self->text;
      self->offset++;
    }
  while (self->offset > offset)
    self->offset -= !IS_CONTINUATION (self->text[--self->byte]);
  return self->byte;
}
