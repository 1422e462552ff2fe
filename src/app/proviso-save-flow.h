/* proviso-save-flow.h: saving with a person at the desk: asks what must be asked, says what went wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/proviso-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Saves `document`: into its file, or where it has none or `choose_file` is set, into one that the person chooses.
 * Where somebody else changed the file it asks whether to reload, overwrite or save elsewhere; other errors are
 * shown, with saving elsewhere as the way out. `parent`: the window that the document is open in. */
void proviso_save_flow_async (GtkWindow *parent,
                              ProvisoDocument *document,
                              gboolean choose_file,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Returns: whether the document was saved; otherwise the person has been told, or has said no. */
gboolean proviso_save_flow_finish (GAsyncResult *result);

G_END_DECLS
