/* proviso-import-flow.h: bringing in a text with a person at the desk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"
#include "markdown/proviso-text-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Reads the text in `file`, shows in `parent` what would be repaired and what comes out, and, once that is
 * agreed to, makes a project of it. A text that needs nothing is not asked about. */
void proviso_import_flow_async (GtkWindow *parent, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
/* `file`: (out) (transfer none): what was imported.
 * Returns: (transfer full) (nullable): a project in no file; %NULL: the person said no, or has been told what
 * went wrong. */
ProvisoProject *proviso_import_flow_finish (GAsyncResult *result, GFile **file);

/* Looks in a thread whether `text` wants repairs.
 * Returns of finish: (transfer full) (nullable): the repairs; %NULL where there are none that matter. */
void proviso_import_flow_examine_async (const char *text, GAsyncReadyCallback callback, gpointer user_data);
ProvisoTextImport *proviso_import_flow_examine_finish (GAsyncResult *result);

G_END_DECLS
