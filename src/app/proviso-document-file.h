/* proviso-document-file.h: the file that a document is kept in, and what somebody else does to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties, read-only and notified:
 *   "file"   #GFile or %NULL: in no file
 *   "state"  #ProvisoFileState
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_FILE_STATE_SAME,
  PROVISO_FILE_STATE_CHANGED,
  PROVISO_FILE_STATE_GONE,
} ProvisoFileState;

#define PROVISO_TYPE_FILE_STATE (proviso_file_state_get_type ())
GType proviso_file_state_get_type (void);

#define PROVISO_TYPE_DOCUMENT_FILE (proviso_document_file_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDocumentFile, proviso_document_file, PROVISO, DOCUMENT_FILE, GObject)

/* In no file. */
ProvisoDocumentFile *proviso_document_file_new (void);

/* Returns: (transfer none) (nullable) */
GFile *proviso_document_file_get_file (ProvisoDocumentFile *self);
/* What the file held when it was last read or written. Returns: (transfer none) (nullable): %NULL without a file */
const char *proviso_document_file_get_etag (ProvisoDocumentFile *self);
ProvisoFileState proviso_document_file_get_state (ProvisoDocumentFile *self);
/* Whether this is `file`, under whatever name or link. */
gboolean proviso_document_file_is (ProvisoDocumentFile *self, GFile *file);
/* "frontier.proviso"; %NULL: in no file. (transfer full) (nullable) */
char *proviso_document_file_dup_name (ProvisoDocumentFile *self);

/* `file` (nullable) was just read, and `etag` (nullable) is what it holds. */
void proviso_document_file_set (ProvisoDocumentFile *self, GFile *file, const char *etag);

/* A write begins, of this file or another; what happens to this one until it ends is not told. */
void proviso_document_file_begin_write (ProvisoDocumentFile *self);
/* `etag` (nullable): what this file holds through that write; %NULL: it was not written. */
void proviso_document_file_end_write (ProvisoDocumentFile *self, const char *etag);
/* After the end of a write: what was written is in `file`, which is the document's from now on. */
void proviso_document_file_written (ProvisoDocumentFile *self, GFile *file, const char *etag);

/* Looks now whether the file was changed; what is found is in "state". */
void proviso_document_file_check (ProvisoDocumentFile *self);
/* The person has seen the state; it is PROVISO_FILE_STATE_SAME until something else happens. */
void proviso_document_file_dismiss (ProvisoDocumentFile *self);

G_END_DECLS
