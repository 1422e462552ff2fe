/* proviso-text-import.h: plain text becomes Markdown, with every repair on the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles come out of other programs as one line a paragraph, headings bare, tables run into the text below.
 * Read as Markdown that is one long paragraph. This proposes what to change, a list of changes each of which
 * can be switched off, and never touches a word. A text whose blocks stand apart already is left alone.
 *
 * For use in one thread; making one is linear in the text and may be done in a worker.
 */
#pragma once

#include "markdown/proviso-import-change.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the text's blocks stand as Markdown wants them: paragraphs with empty lines between them, headings
 * with hash signs, code fences; or lines wrapped by hand, which are not paragraphs each. A text of one line
 * does not say and is not. */
gboolean proviso_text_looks_like_markdown (const char *text);

#define PROVISO_TYPE_TEXT_IMPORT (proviso_text_import_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoTextImport, proviso_text_import, PROVISO, TEXT_IMPORT, GObject)

/* `text`: valid UTF-8. Line breaks of any kind count as such and are plain ones in the result. */
ProvisoTextImport *proviso_text_import_new (const char *text);

/* Returns: (transfer none): a list model of ProvisoImportChange in the order of the text; the list itself
 * never changes. */
GListModel *proviso_text_import_get_changes (ProvisoTextImport *self);
guint proviso_text_import_get_n_changes (ProvisoTextImport *self, ProvisoImportKind kind);

/* All changes of a kind at once. Getting: whether any is on. */
gboolean proviso_text_import_get_kind_enabled (ProvisoTextImport *self, ProvisoImportKind kind);
void proviso_text_import_set_kind_enabled (ProvisoTextImport *self, ProvisoImportKind kind, gboolean enabled);

/* The property "result", which notifies when a change is switched. Importing a result again proposes nothing.
 * Returns: (transfer none): the text with the enabled changes made; valid until one is switched. */
const char *proviso_text_import_get_result (ProvisoTextImport *self);

/* Returns: the line of the result, from 0, in which the change is seen, or would be where it is switched off. Of an
 * empty line put in or taken out, that of the text behind it; at the end, the last one with text. */
guint proviso_text_import_get_result_line (ProvisoTextImport *self, ProvisoImportChange *change);

/* Returns: (transfer full) (nullable): what the result might be called: its first heading of level one, else
 * the heading that it begins with, else its first line if that reads like a title. */
char *proviso_text_import_dup_title (ProvisoTextImport *self);

G_END_DECLS
