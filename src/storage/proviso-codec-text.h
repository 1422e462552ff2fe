/* proviso-codec-text.h: a draft whose slices are found by code points, in any order, quickly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the codec. The byte of every 64th code point is noted once; a look-up walks at most 63 of them.
 * The passages of ten thousand claims, which come in no order, would otherwise each cost a walk through half
 * the draft.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *text; /* owned, valid UTF-8 */
  gsize n_bytes;
  guint n_chars;
  GArray *marks; /* of guint32: where in `text` the code points 0, 64, 128 … start */
} ProvisoCodecText;

/* `text`: (transfer full) */
void proviso_codec_text_init (ProvisoCodecText *self, char *text, gsize n_bytes);
void proviso_codec_text_clear (ProvisoCodecText *self);

/* Where the code point `offset` starts; `offset` is clamped to the length. */
const char *proviso_codec_text_at (const ProvisoCodecText *self, guint offset);
/* Whether the code points [start, end) are there and are the words of `exact`. */
gboolean proviso_codec_text_equals (const ProvisoCodecText *self, guint start, guint end, const char *exact);

G_END_DECLS
