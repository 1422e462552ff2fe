/* proviso-thread-group.h: what is said about a caveat, oldest first, and a reply to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/proviso-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_THREAD_GROUP (proviso_thread_group_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoThreadGroup, proviso_thread_group, PROVISO, THREAD_GROUP, AdwPreferencesGroup)

void proviso_thread_group_bind (ProvisoThreadGroup *self, ProvisoProject *project, ProvisoCaveat *caveat);

/* Puts the keyboard focus where a reply is written. */
void proviso_thread_group_reply (ProvisoThreadGroup *self);

G_END_DECLS
