/* proviso-load-control.h: brings projects into a window's document, and says what goes wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   begun ()                 a file is being loaded
 *   done (gboolean success)  the project is in the document, or nothing has changed
 *   toast (const char *title, gboolean undo)  there is something to tell; see #ProvisoPanel
 */
#pragma once

#include "app/proviso-window.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_LOAD_CONTROL (proviso_load_control_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoLoadControl, proviso_load_control, PROVISO, LOAD_CONTROL, GObject)

/* `window`, whose document has been made, owns the control, disposes of it and is not referenced; nor is `spinner`,
 * which is in it and becomes visible when loading takes long. */
ProvisoLoadControl *proviso_load_control_new (ProvisoWindow *window, GtkWidget *spinner);

/* The file that is being loaded. Returns: (transfer none) (nullable): %NULL: none */
GFile *proviso_load_control_get_file (ProvisoLoadControl *self);
/* Whether a text is being read, or somebody decides on it. */
gboolean proviso_load_control_get_importing (ProvisoLoadControl *self);

/* See proviso_document_load_async(). A window that is not shown yet comes up at once where there is no `opener`
 * (nullable, not referenced); else once the file is in it, or that takes long, and if the file cannot be opened the
 * opener says so and the window goes. */
void proviso_load_control_load (ProvisoLoadControl *self, GFile *file, ProvisoDocumentLoadFlags flags, GtkWindow *opener);
/* See proviso_document_recover_async(). */
void proviso_load_control_recover (ProvisoLoadControl *self, ProvisoRecovery *recovery);
/* Shows what importing the text in `file` would give; once that is agreed to and the window is still empty, it is the
 * project. */
void proviso_load_control_import (ProvisoLoadControl *self, GFile *file);

G_END_DECLS
