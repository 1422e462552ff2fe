/* proviso-window.h: the window of one project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the draft and the panel together and shows the state of the document. A window without a project shows
 * the start page.
 */
#pragma once

#include "app/proviso-application.h"
#include "app/proviso-document.h"
#include "app/proviso-workspace.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_WINDOW (proviso_window_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoWindow, proviso_window, PROVISO, WINDOW, AdwApplicationWindow)

ProvisoWindow *proviso_window_new (ProvisoApplication *application);

/* Returns: (transfer none): never %NULL */
ProvisoDocument *proviso_window_get_document (ProvisoWindow *self);
/* Returns: (transfer none) (nullable): %NULL until a project is shown or about to be */
ProvisoWorkspace *proviso_window_get_workspace (ProvisoWindow *self);
/* The file of its project, or the one that it is opening. Returns: (transfer none) (nullable) */
GFile *proviso_window_get_file (ProvisoWindow *self);
/* Whether nothing is in it, so that something else may be opened in it. */
gboolean proviso_window_is_empty (ProvisoWindow *self);
/* Whether a text is on its way into it, which finds no place once something else is opened in it. */
gboolean proviso_window_is_importing (ProvisoWindow *self);
/* Whether this window has `file` open, or is opening it. */
gboolean proviso_window_has_file (ProvisoWindow *self, GFile *file);

/* Only while it is empty. What goes wrong is told in the window. */
void proviso_window_start_project (ProvisoWindow *self);
/* With `opener` (nullable) a window that is not shown yet waits for the project, and goes again if it cannot be opened,
 * which is then told over `opener`; without it, the window comes up at once. */
void proviso_window_open_file (ProvisoWindow *self, GFile *file, GtkWindow *opener);
void proviso_window_open_example (ProvisoWindow *self);
/* Shows on the example what can be done: here, where that is open or nothing is. Returns: whether it was either. */
gboolean proviso_window_take_tour (ProvisoWindow *self);
/* Shows what importing the text in `file` would give; once that is agreed to, it is a new project here. */
void proviso_window_import_file (ProvisoWindow *self, GFile *file);
/* Shows what the file holds now, whatever is unsaved here: the person was asked. */
void proviso_window_reload (ProvisoWindow *self);
/* Shows what a journal kept, in place of what is here; only while that is not unsaved itself. */
void proviso_window_recover (ProvisoWindow *self, ProvisoRecovery *recovery);

/* What others changed since the person last looked: its page in the panel; the next (1) or previous (-1) of them. */
void proviso_window_show_changes (ProvisoWindow *self);
void proviso_window_step_change (ProvisoWindow *self, int step);
/* Somebody else may be at the desk by now, who is told what others did. */
void proviso_window_update_person (ProvisoWindow *self);

/* Shows the projects that were opened lately; the main menu. */
void proviso_window_pop_up_recent (ProvisoWindow *self);
void proviso_window_pop_up_menu (ProvisoWindow *self);

/* Keeps what is not saved and how it is shown for the next start, and waits for that: the program may be ended any
 * moment. */
void proviso_window_keep (ProvisoWindow *self);

/* Closes without asking about unsaved changes: it was asked. */
void proviso_window_close_now (ProvisoWindow *self);

G_END_DECLS
