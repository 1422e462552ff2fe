/* proviso-seen.h: projects as the person at the desk last saw them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One copy of a project file for each (project, person), compressed, in the state folder
 * ($XDG_STATE_HOME/proviso/seen), so that what others did since can be shown. A convenience: whatever goes wrong with it
 * costs no more than that one showing. Damaged copies are removed, the oldest make room.
 *
 * All of it reads, writes or compresses: call it in a thread. Several threads, and several programs, may do so at once.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files larger than this are not kept: a book-length draft with 10,000 claims takes about 15 MB. */
#define PROVISO_SEEN_MAX_SIZE ((gsize) 48 * 1024 * 1024)
/* What is kept in all, compressed, and how many: a person's work of years, on the disk no more than a few pictures.
 * Articles are compressed to about a fifth. */
#define PROVISO_SEEN_MAX_TOTAL ((guint64) 64 * 1024 * 1024)
#define PROVISO_SEEN_MAX_FILES 300

/* A project file's bytes as they are kept. Returns: (transfer full) (nullable): %NULL where they are too large to be
 * kept */
GBytes *proviso_seen_pack (GBytes *bytes);
/* The inverse. Returns: (transfer full) (nullable): %NULL where it is damaged */
GBytes *proviso_seen_unpack (GBytes *packed);

/* Keeps what was packed, instead of what was kept for that project and person before. Written as a whole or not at all.
 * Returns: whether it was; why not is nothing to bother a person with. */
gboolean proviso_seen_write (const char *project_id, const char *person, GBytes *packed);

/* Returns: (transfer full) (nullable): the file's bytes as that person last saw them; %NULL where there are none */
GBytes *proviso_seen_read (const char *project_id, const char *person);

G_END_DECLS
