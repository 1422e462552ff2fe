/* proviso-encoding.h: bytes of a text file become UTF-8, or a question, never a guess passed off as a fact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What says what it is (a byte order mark) or can be nothing else (valid UTF-8) is certain. For the rest
 * there are candidates, likeliest first, each with a piece of the text as it would read, to ask the person. A
 * conversion is exact or fails: no byte is ever replaced or dropped, but for the byte order mark and the kind
 * of line breaks.
 *
 * Pure functions; for any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text file that is larger than this holds no article: thousands of books fit. It bounds the memory that
 * a conversion takes, several times the file. */
#define PROVISO_ENCODING_MAX_BYTES (64 * 1024 * 1024)

#define PROVISO_ENCODING_ERROR (proviso_encoding_error_quark ())
GQuark proviso_encoding_error_quark (void);

typedef enum
{
  /* No such encoding is known. */
  PROVISO_ENCODING_ERROR_UNKNOWN,
  /* A byte that has no meaning in the encoding, or a NUL, which no text has. */
  PROVISO_ENCODING_ERROR_INVALID,
  PROVISO_ENCODING_ERROR_TOO_LARGE,
} ProvisoEncodingError;

typedef enum
{
  PROVISO_ENCODING_CERTAIN,
  /* Ask which of the candidates reads right. */
  PROVISO_ENCODING_GUESSED,
  /* A picture, an archive, a damaged file. */
  PROVISO_ENCODING_NOT_TEXT,
} ProvisoEncodingVerdict;

/* Which line breaks the bytes had; in the text they are all "\n". */
typedef enum
{
  PROVISO_LINE_BREAKS_NONE = 0,
  PROVISO_LINE_BREAKS_LF = 1 << 0,
  PROVISO_LINE_BREAKS_CRLF = 1 << 1,
  PROVISO_LINE_BREAKS_CR = 1 << 2,
} ProvisoLineBreaks;

typedef struct
{
  /* What proviso_encoding_convert() takes. */
  char *encoding;
  /* 0 to 100. */
  int confidence;
  /* The part of the text from the first character on that the encodings read differently. */
  char *preview;
} ProvisoEncodingCandidate;

typedef struct _ProvisoEncodingGuess ProvisoEncodingGuess;

/* Returns: (transfer full). */
ProvisoEncodingGuess *proviso_encoding_detect (GBytes *bytes);
void proviso_encoding_guess_free (ProvisoEncodingGuess *self);

ProvisoEncodingVerdict proviso_encoding_guess_get_verdict (ProvisoEncodingGuess *self);
/* Returns: (transfer none) (nullable): the text and its encoding if the verdict is that they are certain. */
const char *proviso_encoding_guess_get_text (ProvisoEncodingGuess *self);
const char *proviso_encoding_guess_get_encoding (ProvisoEncodingGuess *self);
ProvisoLineBreaks proviso_encoding_guess_get_line_breaks (ProvisoEncodingGuess *self);
/* The candidates if the verdict is that one must guess, at least one. */
guint proviso_encoding_guess_get_n_candidates (ProvisoEncodingGuess *self);
const ProvisoEncodingCandidate *proviso_encoding_guess_get_candidate (ProvisoEncodingGuess *self,
                                                                      guint position);
/* Returns: (transfer none) (nullable): translated: why it is no text or not certain; %NULL if it is certain.
 */
const char *proviso_encoding_guess_get_problem (ProvisoEncodingGuess *self);

/* Converts strictly from `encoding`. Returns: (transfer full): the text with "\n" line breaks and without
 * byte order mark; %NULL on error. `line_breaks` and `invalid_at` may be %NULL; the latter is the offset of
 * the first byte that is invalid, set with PROVISO_ENCODING_ERROR_INVALID only. */
char *proviso_encoding_convert (GBytes *bytes,
                                const char *encoding,
                                ProvisoLineBreaks *line_breaks,
                                gsize *invalid_at,
                                GError **error);

/* Encodings to choose from by hand, most used first. Returns: (transfer none): %NULL-terminated. */
const char *const *proviso_encoding_get_all (void);
/* Returns: (transfer full): translated: a name for people, such as “Western European (windows-1252)”. */
char *proviso_encoding_dup_label (const char *encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoEncodingGuess, proviso_encoding_guess_free)

G_END_DECLS
