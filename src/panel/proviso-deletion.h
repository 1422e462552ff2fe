/* proviso-deletion.h: deleting a claim, a caveat or a source as the person asks for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of undo. A source that claims name as evidence is deleted only after a dialog has said which.
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* `toast`: what was done, for the person, with an offer to undo it. */
typedef void (*ProvisoDeletedFunc) (const char *toast, gpointer user_data);

/* Deletes `record`, where the person does not decide otherwise, and calls `func` then. `owner`, a #GObject,
 * is what `func` gets; nothing is called once it is gone. `parent`: where a dialog is shown. */
void proviso_deletion_start (GtkWidget *parent,
                             ProvisoProject *project,
                             gpointer record,
                             ProvisoDeletedFunc func,
                             gpointer owner);

/* Returns: (transfer full) (nullable): what is to be said before `source` is deleted; %NULL where nothing
 * uses it. */
char *proviso_deletion_describe_use (ProvisoProject *project, ProvisoSource *source);

G_END_DECLS
