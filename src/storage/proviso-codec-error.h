/* proviso-codec-error.h: why a project could not be read or written, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every error of the reader knows its place: line and column, both from 1, the column in code points as text
 * editors count them, and the member it is about. The message names them; whoever wants to show them apart
 * asks for them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PROVISO_CODEC_ERROR_TOO_LARGE: more than PROVISO_JSON_MAX_SIZE bytes
 * PROVISO_CODEC_ERROR_ENCODING: not UTF-8
 * PROVISO_CODEC_ERROR_SYNTAX: not JSON
 * PROVISO_CODEC_ERROR_TOO_DEEP: nested deeper than PROVISO_JSON_MAX_DEPTH
 * PROVISO_CODEC_ERROR_NOT_A_PROJECT: JSON, but without the mark of a project
 * PROVISO_CODEC_ERROR_NEWER_VERSION: of a newer, incompatible format
 * PROVISO_CODEC_ERROR_DUPLICATE_MEMBER: one object has two members of the same name
 * PROVISO_CODEC_ERROR_MISSING_MEMBER: a record lacks a member that it makes no sense without
 * PROVISO_CODEC_ERROR_TYPE: a value is of another JSON type than its member has
 * PROVISO_CODEC_ERROR_VALUE: a value is of the right type, but not one that its member can have
 * PROVISO_CODEC_ERROR_DUPLICATE_ID: two records have the same id
 * PROVISO_CODEC_ERROR_TOO_MANY: more records, parts or unknown members than the limits allow
 * PROVISO_CODEC_ERROR_REFERENCE: names a record that is not there; only ever a warning
 * PROVISO_CODEC_ERROR_UNWRITABLE: the model holds what the file cannot
 */
typedef enum
{
  PROVISO_CODEC_ERROR_TOO_LARGE,
  PROVISO_CODEC_ERROR_ENCODING,
  PROVISO_CODEC_ERROR_SYNTAX,
  PROVISO_CODEC_ERROR_TOO_DEEP,
  PROVISO_CODEC_ERROR_NOT_A_PROJECT,
  PROVISO_CODEC_ERROR_NEWER_VERSION,
  PROVISO_CODEC_ERROR_DUPLICATE_MEMBER,
  PROVISO_CODEC_ERROR_MISSING_MEMBER,
  PROVISO_CODEC_ERROR_TYPE,
  PROVISO_CODEC_ERROR_VALUE,
  PROVISO_CODEC_ERROR_DUPLICATE_ID,
  PROVISO_CODEC_ERROR_TOO_MANY,
  PROVISO_CODEC_ERROR_REFERENCE,
  PROVISO_CODEC_ERROR_UNWRITABLE,
} ProvisoCodecError;

#define PROVISO_CODEC_ERROR (proviso_codec_error_quark ())
GQuark proviso_codec_error_quark (void);

/* An error whose message is `sentence` with the place in front of it, where `line` is not 0.
 * `field`: (nullable): the path of the member, such as "claims[3].anchors[0].start". */
GError *proviso_codec_error_new (ProvisoCodecError code,
                                 guint line,
                                 guint column,
                                 const char *field,
                                 const char *sentence);

/* For an error of this domain. Line and column are 0 where the error has no place. */
void proviso_codec_error_get_place (const GError *error, guint *line, guint *column);
/* Returns: (transfer none) (nullable): the path of the member that the error is about. */
const char *proviso_codec_error_get_field (const GError *error);
/* Returns: (transfer none): the message without the place. */
const char *proviso_codec_error_get_sentence (const GError *error);

G_END_DECLS
