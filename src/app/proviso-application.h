/* proviso-application.h: the program: its windows, its actions, its command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One process for all windows; a second start hands its files over to the first. One window a project: a
 * project that is open already has its window raised.
 */
#pragma once

#include "app/proviso-view-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_APPLICATION (proviso_application_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoApplication, proviso_application, PROVISO, APPLICATION, AdwApplication)

ProvisoApplication *proviso_application_new (void);

/* Opens a project, or text as a new project, in the window that has it already, else in `window` (nullable) or
 * any other that is still empty, else in a new one. */
void proviso_application_open_file (ProvisoApplication *self, GFile *file, GtkWindow *window);
/* Opens a project, which is open in no window, whatever the file's name. */
void proviso_application_open_project (ProvisoApplication *self, GFile *file);
/* Brings in `file` as text, whatever its name, likewise. */
void proviso_application_import_file (ProvisoApplication *self, GFile *file, GtkWindow *window);
/* Opens a copy of the shipped example, likewise. */
void proviso_application_open_example (ProvisoApplication *self, GtkWindow *window);

/* How windows showed projects. Returns: (transfer none) */
ProvisoViewStore *proviso_application_get_view_store (ProvisoApplication *self);

G_END_DECLS
