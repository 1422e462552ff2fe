/* proviso-report-flow.h: a review report of a project in a file that the person chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name of the file says the format: Markdown for ".md" and ".markdown", else HTML. The report is of the project
 * as it was when the file was chosen; it is made and written off the main thread. What goes wrong is told.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* `folder`: (nullable): where the report is put unless the person goes elsewhere. */
void proviso_report_flow_async (GtkWindow *parent,
                                ProvisoProject *project,
                                GFile *folder,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* `n_confidential`, `n_named`: set to how many confidential sources it leaves out, and how many of these its draft
 * names. Returns: (transfer full) (nullable): the file with the report; %NULL where there is none. */
GFile *proviso_report_flow_finish (GAsyncResult *result, guint *n_confidential, guint *n_named);
/* What follows the choice of the file; for tests. */
void proviso_report_flow_write_async (GtkWindow *parent,
                                      ProvisoProject *project,
                                      GFile *file,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

G_END_DECLS
