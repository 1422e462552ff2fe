/* proviso-document-title.h: what a project is called in the window, and a file name that fits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_PROJECT_SUFFIX ".proviso"

/* How far into the draft its first heading is looked for, in code points: past that it is no title. */
#define PROVISO_TITLE_REACH 1000

/* The words of the draft's first heading that is a title: of the first level, or before any other words.
 * Returns: (transfer full) (nullable) */
char *proviso_document_title_find_heading (ProvisoText *text);

/* The project's title, else the draft's first heading, else the name of `file` (nullable), else "New Project".
 * Returns: (transfer full) */
char *proviso_document_title_create (ProvisoProject *project, GFile *file);

/* A file name that any system takes. Returns: (transfer full) */
char *proviso_document_title_to_file_name (const char *title);

G_END_DECLS
