/* proviso-import-dialog.h: what bringing in plain text would change, and what comes out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every proposed change can be switched off, alone or with its kind; the result is shown beside it. Nothing
 * happens until the person agrees.
 *
 * Signals:
 *   accepted (const char *text)   the person wants this result; the dialog closes itself
 *   encoding-chosen (const char *encoding)   the person says that the file is encoded so; the owner answers with
 *                                            proviso_import_dialog_set_import(), or where it
 *                                            cannot be, with proviso_import_dialog_set_encodings();
 *                                            nothing can be accepted until then
 */
#pragma once

#include "markdown/proviso-text-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_IMPORT_DIALOG (proviso_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoImportDialog, proviso_import_dialog, PROVISO, IMPORT_DIALOG, AdwDialog)

/* `accept_label`: the button's, with mnemonic. */
ProvisoImportDialog *proviso_import_dialog_new (ProvisoTextImport *import, const char *accept_label);

/* Another text takes the place of the one shown. */
void proviso_import_dialog_set_import (ProvisoImportDialog *self, ProvisoTextImport *import);
/* Offers the encodings, `chosen` being the one that the text was read in; `note` (nullable) says why it is asked.
 * Both arrays end with %NULL. */
void proviso_import_dialog_set_encodings (ProvisoImportDialog *self,
                                          const char *const *names,
                                          const char *const *encodings,
                                          const char *chosen,
                                          const char *note);

G_END_DECLS
