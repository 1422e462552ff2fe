/* proviso-caveat-tally.h: how a project's caveats stand: how many in each state, and who raised them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept up to date caveat by caveat: a change costs looking at the one that changed.
 *
 * Signals:
 *   changed ()          a number is another
 *   people-changed ()   somebody is known who was not before
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CAVEAT_TALLY (proviso_caveat_tally_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCaveatTally, proviso_caveat_tally, PROVISO, CAVEAT_TALLY, GObject)

/* The states in which a list shows caveats. */
typedef enum
{
  PROVISO_STANDING_OPEN,
  PROVISO_STANDING_REOPENED, /* open, but settled before */
  PROVISO_STANDING_ADDRESSED,
  PROVISO_STANDING_ACCEPTED,
  PROVISO_STANDING_DISMISSED,
  PROVISO_N_STANDINGS,
} ProvisoStanding;

/* Nobody signed it. */
#define PROVISO_NOBODY G_MAXUINT

ProvisoCaveatTally *proviso_caveat_tally_new (ProvisoProject *project);

ProvisoStanding proviso_caveat_tally_get_standing (ProvisoCaveatTally *self, ProvisoCaveat *caveat);
/* Whether it is settled, and nobody has confirmed it yet. */
gboolean proviso_caveat_tally_is_to_confirm (ProvisoCaveatTally *self, ProvisoCaveat *caveat);
guint proviso_caveat_tally_count (ProvisoCaveatTally *self, ProvisoStanding standing);
guint proviso_caveat_tally_count_to_confirm (ProvisoCaveatTally *self);

/* The numbers of the persons who raised the caveat and who touched it last, or %PROVISO_NOBODY. */
guint proviso_caveat_tally_get_raised_by (ProvisoCaveatTally *self, ProvisoCaveat *caveat);
guint proviso_caveat_tally_get_touched_by (ProvisoCaveatTally *self, ProvisoCaveat *caveat);
/* Persons are numbered as they become known, and keep their number. Returns: (transfer none) */
const char *proviso_caveat_tally_get_name (ProvisoCaveatTally *self, guint person);
/* The place of a person in the order of names; that of %PROVISO_NOBODY is the last. */
guint proviso_caveat_tally_get_rank (ProvisoCaveatTally *self, guint person);
/* Who raised a caveat or touched one last, in the order of names. Returns: (transfer full) (element-type guint) */
GArray *proviso_caveat_tally_list_people (ProvisoCaveatTally *self);
/* The person at this place in the order of names; %PROVISO_NOBODY where there is none. */
guint proviso_caveat_tally_get_person_of_rank (ProvisoCaveatTally *self, guint rank);

G_END_DECLS
