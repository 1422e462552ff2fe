/* proviso-document.h: one open project and the file that it is kept in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loads and saves, knows whether what is open is what the file holds, and never gives up the one for the
 * other: a load that fails leaves the project as it was; a save that fails leaves the file, the project and
 * the state "unsaved" as they were and says why. Files are read, parsed and written off the main thread.
 *
 * Properties, all read-only and notified:
 *   "project"  #ProvisoProject, never %NULL; another one after loading
 *   "file"     #GFile or %NULL: never saved
 *   "title"    the project's, else the draft's first heading, else the file's name, else "New Project"
 *   "state"    #ProvisoDocumentState
 *   "unsaved"  whether closing would lose something
 *   "file-state"  #ProvisoFileState: what somebody else did to the file
 *   "recovered"   whether it comes from the recovery journal and is not saved yet
 *   "journal-error"  #GError or %NULL: why unsaved changes are not safe from a crash at the moment
 */
#pragma once

#include "app/proviso-document-file.h"
#include "core/proviso-project.h"
#include "storage/proviso-recovery.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PROVISO_DOCUMENT_STATE_NEW,     /* in no file, and nothing in it yet */
  PROVISO_DOCUMENT_STATE_LOADING,
  PROVISO_DOCUMENT_STATE_SAVED,   /* the file holds what is open */
  PROVISO_DOCUMENT_STATE_EDITED,
  PROVISO_DOCUMENT_STATE_SAVING,
  PROVISO_DOCUMENT_STATE_FAILED,  /* edited, and the last save failed: see proviso_document_get_error() */
} ProvisoDocumentState;

typedef enum
{
  PROVISO_DOCUMENT_LOAD_NONE = 0,
  PROVISO_DOCUMENT_LOAD_COPY = 1 << 0, /* becomes a new project in no file */
} ProvisoDocumentLoadFlags;

typedef enum
{
  PROVISO_DOCUMENT_SAVE_NONE = 0,
  PROVISO_DOCUMENT_SAVE_OVERWRITE = 1 << 0, /* whatever the file holds: the person was asked */
} ProvisoDocumentSaveFlags;

#define PROVISO_TYPE_DOCUMENT_STATE (proviso_document_state_get_type ())
GType proviso_document_state_get_type (void);

#define PROVISO_TYPE_DOCUMENT (proviso_document_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDocument, proviso_document, PROVISO, DOCUMENT, GObject)

/* A new, empty project. */
ProvisoDocument *proviso_document_new (void);

/* Returns: (transfer none) */
ProvisoProject *proviso_document_get_project (ProvisoDocument *self);
/* Returns: (transfer none) (nullable) */
GFile *proviso_document_get_file (ProvisoDocument *self);
/* What the file held when it was last read or written. Returns: (transfer none) (nullable) */
const char *proviso_document_get_etag (ProvisoDocument *self);
/* Whether this is the document of `file`, under whatever name or link. */
gboolean proviso_document_is_file (ProvisoDocument *self, GFile *file);
const char *proviso_document_get_title (ProvisoDocument *self);
ProvisoDocumentState proviso_document_get_state (ProvisoDocument *self);
gboolean proviso_document_get_unsaved (ProvisoDocument *self);
ProvisoFileState proviso_document_get_file_state (ProvisoDocument *self);
/* Why the last save failed. Returns: (transfer none) (nullable): %NULL where it did not */
const GError *proviso_document_get_error (ProvisoDocument *self);
/* What was odd in the file that was loaded, as sentences. Returns: (transfer none) (nullable): ended by %NULL */
const char *const *proviso_document_get_warnings (ProvisoDocument *self);
gboolean proviso_document_get_recovered (ProvisoDocument *self);
/* Returns: (transfer none) (nullable) */
const GError *proviso_document_get_journal_error (ProvisoDocument *self);
/* "frontier.proviso"; %NULL: in no file. (transfer full) (nullable) */
char *proviso_document_dup_file_name (ProvisoDocument *self);
/* The folder to begin with when a place to save is chosen: the file's, or that of the text which was imported.
 * (transfer full) (nullable) */
GFile *proviso_document_suggest_folder (ProvisoDocument *self);
/* A file name to save under that fits the title. (transfer full) */
char *proviso_document_suggest_file_name (ProvisoDocument *self);

/* Makes `project`, which is in no file, what is open: unsaved. An import, of the text in `origin` (nullable). */
void proviso_document_take_project (ProvisoDocument *self, ProvisoProject *project, GFile *origin);

/* Makes a new, empty project what is open. */
void proviso_document_reset (ProvisoDocument *self);
/* Nothing of it is needed any more: it was saved, or the person discards it. A document that goes away without this
 * leaves its unsaved changes to the next start. */
void proviso_document_close (ProvisoDocument *self);

/* Reads `file` and puts its project in place of the present one. One at a time. Errors: of the store and the
 * codec; then nothing has changed. */
void proviso_document_load_async (ProvisoDocument *self,
                                  GFile *file,
                                  ProvisoDocumentLoadFlags flags,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean proviso_document_load_finish (ProvisoDocument *self, GAsyncResult *result, GError **error);

/* Puts what a journal kept in place of the present project: unsaved, of the file that it was of. The finish of
 * loading is this one's too. */
void proviso_document_recover_async (ProvisoDocument *self,
                                     ProvisoRecovery *recovery,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* Writes the project as it is at this moment into `file` (nullable: its own), which is then its own. Without
 * OVERWRITE, another file must not exist, and its own must still be as last read or written
 * (PROVISO_STORE_ERROR_CHANGED). A save that is asked for during another one begins after that one. */
void proviso_document_save_async (ProvisoDocument *self,
                                  GFile *file,
                                  ProvisoDocumentSaveFlags flags,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean proviso_document_save_finish (ProvisoDocument *self, GAsyncResult *result, GError **error);

/* Keeps what is not saved from the end of the program, and waits for that. */
void proviso_document_flush (ProvisoDocument *self);

/* Looks now whether the file was changed; what is found is in "file-state". */
void proviso_document_check_file (ProvisoDocument *self);
/* The person has seen that the file was changed, and goes on with what is open. */
void proviso_document_dismiss_file_state (ProvisoDocument *self);

G_END_DECLS
