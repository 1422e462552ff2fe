/* proviso-store-temporary.h: the file beside a file that is being saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the store. The file is locked with flock() until it has its final name. One that nobody holds a lock on
 * was left behind by a program that was killed, or by a machine that lost its power, in the middle of a save.
 */
#pragma once

#include <glib.h>

#include <sys/stat.h>

G_BEGIN_DECLS

/* Makes a file that did not exist before, in the folder. `name`: (out) (transfer full). `fd`: (out): for writing.
 * `lock_fd`: (out): to be closed when the file has another name or is gone; -1 where it could not be locked.
 * Returns: 0 or an errno. */
int proviso_store_temporary_create (int folder_fd, mode_t mode, char **name, int *fd, int *lock_fd);

/* Removes what was left behind in the folder by this user's saves. */
void proviso_store_temporary_sweep (int folder_fd);

G_END_DECLS
