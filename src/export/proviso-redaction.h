/* proviso-redaction.h: what must not be said of confidential sources, taken out of what leaves the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source that is marked confidential is left out of every export. Leaving out its entry is not enough: its
 * name may stand in a comment, a note, an attribution or a statement. So every text that goes out passes
 * through here, and what a confidential source consists of is replaced by "a confidential source" wherever it
 * occurs:
 *
 *   - its title, addresses and note everywhere, and in records the excerpts and places that evidence quotes
 *     from it;
 *   - its publisher and its independence group everywhere but in what the article itself says: that a leak
 *     comes from a company does not make the company's name a secret.
 *
 * What the article's own words have in common with an excerpt is the article's, and stays there. What a
 * source that is not confidential is called as well is no secret. Words are found whatever their case,
 * spacing, quotation marks and Markdown.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef struct _ProvisoRedaction ProvisoRedaction;

/* Looks at the project as it is now; asks nothing of it later. */
ProvisoRedaction *proviso_redaction_new (ProvisoProject *project);
/* The same bit by bit, and without the draft: proviso_redaction_get_passage() is not for it, and nothing is before
 * proviso_redaction_prepare() is done. Until then the project must not change. */
ProvisoRedaction *proviso_redaction_new_for_records (ProvisoProject *project);
/* Looks on until `until`, in g_get_monotonic_time(), or a little longer. Returns: whether there is more to do. */
gboolean proviso_redaction_prepare (ProvisoRedaction *self, gint64 until);
void proviso_redaction_free (ProvisoRedaction *self);

/* Returns: (transfer full): `text`, (nullable) for "", of a record, without what is secret. */
char *proviso_redaction_apply (ProvisoRedaction *self, const char *text);
/* The same for words of the article. */
char *proviso_redaction_apply_to_article (ProvisoRedaction *self, const char *text);
/* The same for [start, end) of the draft, code points, of which the article has the whole around it. */
char *proviso_redaction_get_passage (ProvisoRedaction *self, guint start, guint end);
/* Whether `name` is a part of what a confidential source is called: it must not be told whom a claim comes
 * from then. */
gboolean proviso_redaction_hides_name (ProvisoRedaction *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoRedaction, proviso_redaction_free)

G_END_DECLS
