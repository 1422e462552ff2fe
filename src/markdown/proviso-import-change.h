/* proviso-import-change.h: one repair that bringing plain text in as Markdown proposes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  /* A line break between two paragraphs becomes an empty line. */
  PROVISO_IMPORT_PARAGRAPH,
  /* A bare line becomes a heading. */
  PROVISO_IMPORT_HEADING,
  /* A bullet character becomes a list mark; a list is set apart from the text around it. */
  PROVISO_IMPORT_LIST,
  /* A table is set apart from the text around it; what tears it apart is taken out. */
  PROVISO_IMPORT_TABLE,
  /* A table's header whose first cell got lost moves one column along. */
  PROVISO_IMPORT_TABLE_HEADER,
  /* A paragraph's indentation, which would make it code, is taken out. */
  PROVISO_IMPORT_INDENT,
  /* Blanks at the ends of lines, needless empty lines, control characters. */
  PROVISO_IMPORT_WHITESPACE,
} ProvisoImportKind;

#define PROVISO_IMPORT_N_KINDS (PROVISO_IMPORT_WHITESPACE + 1)

/* Returns: (transfer none): translated: what a switch for the kind is called, and what it does. */
const char *proviso_import_kind_get_title (ProvisoImportKind kind);
const char *proviso_import_kind_get_description (ProvisoImportKind kind);

#define PROVISO_TYPE_IMPORT_CHANGE (proviso_import_change_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoImportChange, proviso_import_change, PROVISO, IMPORT_CHANGE, GObject)

/* For ProvisoTextImport. */
ProvisoImportChange *proviso_import_change_new (ProvisoImportKind kind,
                                                guint line,
                                                const char *before,
                                                const char *after,
                                                const char *description);

ProvisoImportKind proviso_import_change_get_kind (ProvisoImportChange *self);
/* Returns: the line of the original text, from 1. */
guint proviso_import_change_get_line (ProvisoImportChange *self);
/* Returns: (transfer none): the place as it is and as it would be; long text is cut short with "…". Of a line
 * break, the end of the line before and the start of the line behind. */
const char *proviso_import_change_get_before (ProvisoImportChange *self);
const char *proviso_import_change_get_after (ProvisoImportChange *self);
/* Returns: (transfer none): translated: what is done here, a short sentence. */
const char *proviso_import_change_get_description (ProvisoImportChange *self);

/* The property "enabled": whether the result contains this change. What the import is less sure of is off
 * from the start. */
gboolean proviso_import_change_get_enabled (ProvisoImportChange *self);
void proviso_import_change_set_enabled (ProvisoImportChange *self, gboolean enabled);

G_END_DECLS
