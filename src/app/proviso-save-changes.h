/* proviso-save-changes.h: asks what shall become of unsaved changes before windows close.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks what shall become of the unsaved changes of `windows` (element-type ProvisoWindow), and saves those that the
 * person chooses. `parent`: over which it is asked. */
void proviso_save_changes_async (GtkWindow *parent, GPtrArray *windows, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: whether all of the windows may be closed now. */
gboolean proviso_save_changes_finish (GAsyncResult *result);

G_END_DECLS
