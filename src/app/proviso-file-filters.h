/* proviso-file-filters.h: which files the file dialogs offer, and what a file is opened as.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lists of #GtkFileFilter, the default first. (transfer full) */
GListModel *proviso_file_filters_for_opening (void);
GListModel *proviso_file_filters_for_importing (void);
GListModel *proviso_file_filters_for_saving (void);

/* Whether `file`, judged by its name, is a project and not text to be imported. */
gboolean proviso_file_is_project (GFile *file);

G_END_DECLS
