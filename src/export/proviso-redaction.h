/* proviso-redaction.h: what must not be said of confidential sources, taken out of what leaves the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source that is marked confidential is left out of every export. Leaving out its entry is not enough: its
 * name may stand in a comment, a note, an attribution or a statement. So every text of a record that goes out
 * passes through here, and what a confidential source consists of is replaced by "a confidential source" wherever
 * it occurs: its title, addresses, note, publisher and independence group, and the excerpts and places that
 * evidence quotes from it.
 *
 * The draft goes out as it is: it is what is published, and taking words out of it would only tell who compares
 * the two which words these were. So what stands in the draft is no secret any more, as words, wherever it is
 * said. That a draft names such a source is told before: see proviso-named-sources.h. What a source that is not
 * confidential is called as well is no secret either. Words are found whatever their case, spacing, quotation
 * marks and Markdown.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef struct _ProvisoRedaction ProvisoRedaction;

/* For what has the draft in it. Looks at the project as it is now; asks nothing of it later. */
ProvisoRedaction *proviso_redaction_new (ProvisoProject *project);
/* For the section of the draft that is made from the records: what only that says is a secret still. Bit by bit:
 * nothing is for use before proviso_redaction_prepare() is done, and proviso_redaction_get_passage() never. Until
 * then the project must not change. */
ProvisoRedaction *proviso_redaction_new_for_records (ProvisoProject *project);
/* Looks on until `until`, in g_get_monotonic_time(), or a little longer. Returns: whether there is more to do. */
gboolean proviso_redaction_prepare (ProvisoRedaction *self, gint64 until);
void proviso_redaction_free (ProvisoRedaction *self);

/* Returns: (transfer full): `text`, (nullable) for "", of a record, without what is secret. */
char *proviso_redaction_apply (ProvisoRedaction *self, const char *text);
/* Returns: (transfer full): [start, end) of the draft, code points. */
char *proviso_redaction_get_passage (ProvisoRedaction *self, guint start, guint end);
/* Whether `name` is a part of what a confidential source is called: it must not be told whom a claim comes
 * from then. */
gboolean proviso_redaction_hides_name (ProvisoRedaction *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoRedaction, proviso_redaction_free)

G_END_DECLS
