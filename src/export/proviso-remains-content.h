/* proviso-remains-content.h: what the section says that tells readers what remains unconfirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heading, a line above the list, and an item for each claim that stands in the draft without being
 * confirmed and for each accepted caveat that was worded for readers, in the order of the draft. A claim's
 * words are those for readers or, where it has none, its statement; behind them stands whom it is attributed
 * to and as of when. What stands around them is the wording of #ProvisoRemains. What is said between those
 * who work on the article is not in it: the text of a caveat, reasons, notes, comments; nor is anything of
 * confidential sources, see proviso-redaction.h.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

/* Returns: (transfer none): the wording that was chosen, else the usual one, translated. `text` is a
 * wording. */
const char *proviso_remains_get_wording (ProvisoRemains *remains, ProvisoRemainsText text);
const char *proviso_remains_get_default_wording (ProvisoRemainsText text);

/* Whether a claim with this kind and status is told of, where it stands in the draft. */
gboolean proviso_remains_is_unconfirmed (ProvisoClaim *claim);

/* Returns: (transfer container): the accepted #ProvisoCaveat that the section tells of once they are worded
 * for readers, in the order of the draft: what they are about stands there, or they are about all of it. */
GPtrArray *proviso_remains_list_accepted (ProvisoProject *project);

/* Returns: (transfer full): the section in Markdown, without white space at its ends; "" where there is
 * nothing to tell. Asks all records. `n_items`: (out) (optional) */
char *proviso_remains_generate (ProvisoProject *project, guint *n_items);
/* The same with another wording. `wording`: (array fixed-size=PROVISO_REMAINS_N_WORDINGS) (nullable): no %NULL
 * in it. `for_readers`: (nullable) (element-type ProvisoCaveat utf8): instead of the words for readers of the
 * caveats that are in it. */
char *proviso_remains_generate_as (ProvisoProject *project,
                                   const char *const *wording,
                                   GHashTable *for_readers,
                                   guint *n_items);

/* The same bit by bit. What it is given must outlive it, and the project must not change until it is done. */
typedef struct _ProvisoRemainsWriter ProvisoRemainsWriter;

ProvisoRemainsWriter *
proviso_remains_writer_new (ProvisoProject *project, const char *const *wording, GHashTable *for_readers);
/* Works for about `budget` microseconds, or to the end where it is -1. Returns: whether there is more to do. */
gboolean proviso_remains_writer_run (ProvisoRemainsWriter *self, gint64 budget);
/* Once there is not. Returns: (transfer full) */
char *proviso_remains_writer_dup_section (ProvisoRemainsWriter *self);
void proviso_remains_writer_free (ProvisoRemainsWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoRemainsWriter, proviso_remains_writer_free)

G_END_DECLS
