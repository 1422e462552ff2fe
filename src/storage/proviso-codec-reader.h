/* proviso-codec-reader.h: the values of a record, strictly checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the codec. After the first mistake, reading goes on with harmless values until the next record,
 * where it is noticed; only the first mistake is told. So the code that reads a record is a plain list of its
 * members.
 *
 * Functions that take an object and the number of a member never return what the file does not have: what is
 * absent is the default ("", %NULL, %FALSE, the first value), unless the member is required.
 */
#pragma once

#include "storage/proviso-codec-members.h"
#include "storage/proviso-codec-private.h"

G_BEGIN_DECLS

/* claims[3].anchors[0].heading[1]: nothing stands deeper. */
#define PROVISO_READER_MAX_PATH 4

/* Where the reader is: at the entry `index` of the list `name`, or, where index is -1, in the object `name`.
 */
typedef struct
{
  const char *name;
  int index;
} ProvisoReaderStep;

/* A member that names another record, to be looked up once all are there. */
typedef struct
{
  yyjson_val *value;
  ProvisoReaderStep path[2];
  guint depth;
} ProvisoReaderReference;

typedef struct
{
  ProvisoJson *json;
  GError *error; /* the first mistake */
  ProvisoReaderStep path[PROVISO_READER_MAX_PATH];
  guint depth;
  GArray *foreign;    /* members to keep, to be cut out of the source in one pass at the end */
  GArray *evidence;   /* of ProvisoReaderReference: to sources */
  GArray *caveats;    /* of ProvisoReaderReference: to claims */
  GPtrArray *anchors; /* not referenced: alive in what is being built */
} ProvisoReader;

/* An object that is being read, its members sorted out. */
typedef struct
{
  const ProvisoMembers *members;
  yyjson_val *object;
  yyjson_val *values[PROVISO_MAX_MEMBERS]; /* by number; NULL where absent */
  guint n_foreign;
} ProvisoReaderObject;

void proviso_reader_init (ProvisoReader *self, ProvisoJson *json);
/* Gives the records their foreign members, or tells the mistake; and frees what `self` holds.
 * Returns: whether there was no mistake. */
gboolean proviso_reader_finish (ProvisoReader *self, GError **error);

void proviso_reader_enter (ProvisoReader *self, const char *name, int index);
void proviso_reader_leave (ProvisoReader *self);
/* `leaf`: (nullable): a member of the innermost record. Returns: (transfer full): "claims[3].asOf". */
char *proviso_reader_format_path (const ProvisoReaderStep *path, guint depth, const char *leaf);
/* A string of the file, for a message: in quotes, in one line and not too long. (transfer full) */
char *proviso_reader_quote (const char *string);

/* Remembers a mistake, if it is the first. `predicate`: a format; what is wrong, in words that follow the
 * path. */
void proviso_reader_fail (ProvisoReader *self,
                          yyjson_val *value,
                          const char *leaf,
                          ProvisoCodecError code,
                          const char *predicate,
                          ...) G_GNUC_PRINTF (5, 6);
/* `wanted`: translated: "a string". */
void proviso_reader_fail_type (ProvisoReader *self, yyjson_val *value, const char *leaf, const char *wanted);

/* Sorts out the members of an object: the known ones by number; each name at most once.
 * Returns: %FALSE after a mistake, this one or an earlier one: the record is not made then. */
gboolean proviso_reader_open (ProvisoReader *self,
                              yyjson_val *value,
                              const ProvisoMembers *members,
                              ProvisoReaderObject *object);
/* Notes the foreign members for the record that was made from the object. */
void proviso_reader_keep_foreign (ProvisoReader *self, const ProvisoReaderObject *object, gpointer record);
/* Notes that `value`, a member of the present record, names another record. `references`: evidence or
 * caveats. */
void proviso_reader_remember (ProvisoReader *self, GArray *references, yyjson_val *value);

/* The member's value; %NULL where it is absent or, with `nullable`, null. */
yyjson_val *proviso_reader_get (ProvisoReader *self,
                                const ProvisoReaderObject *object,
                                guint member,
                                gboolean required,
                                gboolean nullable);
/* Returns: a string without NUL; %NULL, with the mistake remembered, where the value is none. */
const char *
proviso_reader_check_string (ProvisoReader *self, yyjson_val *value, const char *leaf, const char *wanted);
/* A whole number from `min` to `max`; `min` where the value is none. */
guint
proviso_reader_check_number (ProvisoReader *self, yyjson_val *value, const char *leaf, guint min, guint max);

const char *
proviso_reader_nullable_string (ProvisoReader *self, const ProvisoReaderObject *object, guint member);
/* Never %NULL. */
const char *proviso_reader_string (ProvisoReader *self,
                                   const ProvisoReaderObject *object,
                                   guint member,
                                   gboolean required);
/* A required string that is not "". */
const char *proviso_reader_id (ProvisoReader *self, const ProvisoReaderObject *object, guint member);
/* A date or %NULL. */
const char *proviso_reader_date (ProvisoReader *self, const ProvisoReaderObject *object, guint member);
/* A required time; "" after a mistake. */
const char *proviso_reader_time (ProvisoReader *self, const ProvisoReaderObject *object, guint member);
const char *
proviso_reader_nullable_time (ProvisoReader *self, const ProvisoReaderObject *object, guint member);
gboolean proviso_reader_boolean (ProvisoReader *self, const ProvisoReaderObject *object, guint member);
/* `nullable`: the first value is NONE, and null in the file. */
int proviso_reader_enum (ProvisoReader *self,
                         const ProvisoReaderObject *object,
                         guint member,
                         GType enum_type,
                         gboolean nullable);
/* Returns: (transfer full): the strings of a list; empty where the member is absent or null. */
GStrv proviso_reader_strings (ProvisoReader *self, const ProvisoReaderObject *object, guint member);

/* Returns: (transfer full): the record; %NULL after a mistake. */
typedef gpointer (*ProvisoReadFunc) (ProvisoReader *self, yyjson_val *value);

/* The records of a list. Where `ids` is given, theirs must not be in it, and are put there with `member`.
 * Returns: (transfer full) (nullable): %NULL where it is absent or empty. */
GPtrArray *proviso_reader_records (ProvisoReader *self,
                                   const ProvisoReaderObject *object,
                                   guint member,
                                   guint max,
                                   ProvisoReadFunc read,
                                   GHashTable *ids);

G_END_DECLS
