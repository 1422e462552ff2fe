/* proviso-session.h: the projects that were open when the program ended, for the next start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept up while the program runs, so that a crash forgets none. A window that is closed while others stay is no longer
 * part of it; the last one is: closing it ends the program, as quitting does. Projects in no file are not of it: their
 * unsaved changes have a recovery copy.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* More windows than that come up for nobody. */
#define PROVISO_SESSION_MAX_FILES 20

#define PROVISO_TYPE_SESSION (proviso_session_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoSession, proviso_session, PROVISO, SESSION, GObject)

/* `application`, a #ProvisoApplication, owns the session and is not referenced. `path`: of a #ProvisoStateFile. */
ProvisoSession *proviso_session_new (GtkApplication *application, const char *path);

/* Opens what was open, the window used last at last; files of this machine that are gone are left out. Not where the
 * preferences say so. */
void proviso_session_restore (ProvisoSession *self);

/* The windows are going to be closed because the program ends: what is open now is what is remembered. */
void proviso_session_end (ProvisoSession *self);
/* Writes at once, and waits for it. */
void proviso_session_flush (ProvisoSession *self);

G_END_DECLS
