/* proviso-json.h: strict JSON, and where in the source each value stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 8259 to the letter, but for a byte order mark, which is skipped. Numbers are kept as they are spelt,
 * members in their order, and members of the same name are all there: what to do about them is the caller's.
 * Errors are PROVISO_CODEC_ERROR.
 *
 * yyjson does the parsing. It keeps all values of a document in one block, in the order of the source, so
 * that a value's place in the block is its number in the source. That is how a value is found in the source
 * again, by counting, when its line and column or its own words are asked for.
 */
#pragma once

#include "storage/proviso-codec-error.h"

#include <yyjson.h>

G_BEGIN_DECLS

/* In bytes. A project with a draft of a megabyte and ten thousand claims takes about 15 MB; reading takes at
 * worst thirteen times a file's size in memory. */
#define PROVISO_JSON_MAX_SIZE (128 * 1024 * 1024)
/* Projects nest six deep. Members of later versions may go deeper; but many programs that a file may
 * travel through (Python's, for one) give up at about a thousand, and nothing written by hand comes near. */
#define PROVISO_JSON_MAX_DEPTH 128

typedef struct _ProvisoJson ProvisoJson;

/* Parses `bytes`, keeping a reference to them. In any thread. */
ProvisoJson *proviso_json_parse (GBytes *bytes, GError **error);
void proviso_json_free (ProvisoJson *self);

/* Returns: (transfer none): numbers are of the type YYJSON_TYPE_RAW. */
yyjson_val *proviso_json_get_root (ProvisoJson *self);

/* Returns: (transfer none): the bytes of the source that `val` takes, without what stands around it; they
 * do not end with NUL. Costs the way from the value asked for last, where that stands before this one;
 * else from the start. */
const char *proviso_json_get_source (ProvisoJson *self, yyjson_val *val, gsize *length);
/* Line and column of a value's first character, from 1, the column in code points. Costs the way from the
 * start. */
void proviso_json_get_place (ProvisoJson *self, yyjson_val *val, guint *line, guint *column);

/* What a value is, for messages; translated: "a string", "an object". */
const char *proviso_json_describe_type (yyjson_val *val);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoJson, proviso_json_free)

G_END_DECLS
