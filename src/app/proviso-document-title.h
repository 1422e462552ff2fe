/* proviso-document-title.h: what a project is called in the window, and a file name that fits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It follows the project: its own title, else the draft's first heading, else the file's name, else "New Project".
 *
 * Property, read-only and notified: "text"
 */
#pragma once

#include "core/proviso-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_PROJECT_SUFFIX ".proviso"

#define PROVISO_TYPE_DOCUMENT_TITLE (proviso_document_title_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoDocumentTitle, proviso_document_title, PROVISO, DOCUMENT_TITLE, GObject)

/* Of no project: "". */
ProvisoDocumentTitle *proviso_document_title_new (void);
/* Follows `project` (nullable), which is in `file` (nullable). */
void proviso_document_title_set (ProvisoDocumentTitle *self, ProvisoProject *project, GFile *file);
/* Never %NULL. (transfer none) */
const char *proviso_document_title_get_text (ProvisoDocumentTitle *self);

/* The words of the draft's first heading that is a title: of the first level, or before any other words.
 * Returns: (transfer full) (nullable) */
char *proviso_document_title_find_heading (ProvisoText *text);

/* A file name that any system takes. Returns: (transfer full) */
char *proviso_document_title_to_file_name (const char *title);

G_END_DECLS
