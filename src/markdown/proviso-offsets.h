/* proviso-offsets.h: between bytes and code points of a UTF-8 text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * md4c and ICU speak of bytes, everything else here of code points. The conversion remembers where it was
 * and walks from there, so that a pass over a text costs one walk over it, however many offsets it asks for.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize byte;
  guint offset;
} ProvisoOffsets;

/* `text`: valid UTF-8, which must outlive the use of `self`. */
void proviso_offsets_init (ProvisoOffsets *self, const char *text);
/* `byte`: the start of a character of the text, or its end. Returns: its offset in code points. */
guint proviso_offsets_from_byte (ProvisoOffsets *self, gsize byte);
/* `offset`: code points, at most the text's length. Returns: bytes. */
gsize proviso_offsets_to_byte (ProvisoOffsets *self, guint offset);

G_END_DECLS
