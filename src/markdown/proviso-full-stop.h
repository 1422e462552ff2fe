/* proviso-full-stop.h: whether a sentence ends behind a full stop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A full stop may belong to an abbreviation, to initials or, in German and languages written like it, to an
 * ordinal number. Made for one language; not shared between threads.
 */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

typedef struct _ProvisoFullStop ProvisoFullStop;

/* `locale`: ICU's name; "" for none. */
ProvisoFullStop *proviso_full_stop_new (const char *locale);
void proviso_full_stop_free (ProvisoFullStop *self);

/* Whether the same sentence goes on at `bound`, where ICU sees one end: behind what ends it and the white
 * space that follows. `units`: UTF-16 of the paragraph. */
gboolean
proviso_full_stop_goes_on (ProvisoFullStop *self, const UChar *units, int32_t n_units, int32_t bound);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProvisoFullStop, proviso_full_stop_free)

G_END_DECLS
