/* proviso-codec.h: a project as the bytes of its file, and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading is strict: what this version would misunderstand, or lose when it saves, is refused with one clear
 * sentence, and nothing is half read. Members that this version does not know are kept where they stand. What
 * was written by this version and is read again gives the same bytes.
 *
 * The shape of the file is described in data/schema/proviso-1.schema.json. Errors are PROVISO_CODEC_ERROR.
 */
#pragma once

#include "core/proviso-project.h"
#include "storage/proviso-codec-error.h"

G_BEGIN_DECLS

/* The format's version: the number in the member "proviso". A file with a greater one is refused. */
#define PROVISO_CODEC_VERSION 1

/* How many claims, caveats or sources a file may have. The lists of the window are made for ten thousand;
 * with 25 times as many they still work, slowly, and a file that claims more than that is broken or
 * hostile. */
#define PROVISO_CODEC_MAX_RECORDS 250000
/* How many anchors, evidence links, comments or events one record may have. Nobody reads a history of so many
 * entries; the limit keeps one record from holding the whole file's weight. */
#define PROVISO_CODEC_MAX_PARTS 100000
/* How many members that this version does not know one object may have. A later version adds a handful;
 * keeping each in its place costs the square of their number. */
#define PROVISO_CODEC_MAX_FOREIGN 1000

/* Reads a project. In any thread; the project may then be handed to another one.
 *
 * Passages whose words are not where the file says (its draft was changed elsewhere) are looked for: they
 * come out PROVISO_ANCHOR_STATE_EXACT where they only moved, PROVISO_ANCHOR_STATE_FOUND where they changed
 * or it is not quite sure that they are the ones, else PROVISO_ANCHOR_STATE_LOST. Offsets beyond the draft
 * are such a case, and no mistake. What the file calls found or lost stays so. Settled caveats whose words changed
 * there, or were lost, are open again; the history then says that the project is not saved. See
 * proviso_project_reopen_changed().
 *
 * `warnings`: (out) (optional) (transfer container) (element-type GError): what is odd but could be kept: an
 * evidence link to a source, or a caveat on a claim, that is not there. Empty where all is well. Free with
 * g_ptr_array_unref(). The first hundred are listed.
 * Returns: (transfer full) (nullable): the project, with nothing to undo; %NULL with `error` set. */
ProvisoProject *proviso_codec_load (GBytes *bytes, GPtrArray **warnings, GError **error);

/* What is to be saved, apart from the project: a copy that another thread can turn into bytes while the
 * writer goes on. */
typedef struct _ProvisoCodecTree ProvisoCodecTree;

/* Copies the project as it is now. In the thread that uses the project. Never fails: what cannot be written
 * is told by proviso_codec_tree_to_bytes(). */
ProvisoCodecTree *proviso_codec_snapshot (ProvisoProject *project);
/* The file's bytes; once per tree. In any thread, one at a time for one tree.
 * Returns: (transfer full) (nullable): %NULL with `error` set where the project holds what the file
 * cannot. */
GBytes *proviso_codec_tree_to_bytes (ProvisoCodecTree *tree, GError **error);
void proviso_codec_tree_free (ProvisoCodecTree *tree);

/* One claim, caveat or source as it stands in the file, in the shortest spelling; of a project, its members
 * other than the draft and the three lists. There are no line breaks in it but those of members that this
 * version does not know. The passages' words are as they are now where the record is in a project.
 * Returns: (transfer full) (nullable): %NULL with `error` set. */
char *proviso_codec_record_to_json (ProvisoRecord *record, GError **error);
/* The inverse. `type`: PROVISO_TYPE_CLAIM, _CAVEAT, _SOURCE or _PROJECT. As strict as proviso_codec_load(),
 * but passages are taken as they are given: where the draft is another one by now, moving them is the
 * caller's.
 * `length`: bytes, or -1 where `json` ends with NUL.
 * Returns: (transfer full) (nullable): the record, in no project; %NULL with `error` set. */
gpointer proviso_codec_record_from_json (GType type, const char *json, gssize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoCodecTree, proviso_codec_tree_free)

G_END_DECLS
