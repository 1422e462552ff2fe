/* proviso-remains-section.h: putting the section on what remains unconfirmed into the draft, and keeping it
 * right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The section is ordinary text of the draft, which anybody may edit. The project knows where it stands and
 * how it was last generated (see #ProvisoRemains), so that it can be refreshed in place, and a person's own
 * words in it are noticed.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_REMAINS_NONE,     /* the draft has no such section */
  PROVISO_REMAINS_CURRENT,  /* it says what the records say */
  PROVISO_REMAINS_OUTDATED, /* the records say something else by now */
  PROVISO_REMAINS_EDITED,   /* somebody wrote in it: it is not as it was generated */
} ProvisoRemainsState;

/* Asks all records where the draft has the section and nobody wrote in it; else it costs nothing. */
ProvisoRemainsState proviso_remains_get_state (ProvisoProject *project);
/* Whether the records say something else than when the section was last generated, whoever wrote in it
 * since. */
gboolean proviso_remains_needs_refresh (ProvisoProject *project);
/* The same where `fresh` is what the records say, see #ProvisoRemainsWriter: asks none of them. */
gboolean proviso_remains_is_outdated_by (ProvisoProject *project, const char *fresh);
/* Returns: (transfer full): the section as it stands in the draft; "" where there is none. */
char *proviso_remains_dup_section (ProvisoProject *project);

/* Puts the section in where the draft has none: behind the paragraph at `offset`, or, where that is beyond
 * it, at the end. The wording that nobody chose yet is fixed with it: who opens the project in another
 * language gets the same words. One step of undo. Returns: whether there was something to tell. */
gboolean proviso_remains_insert (ProvisoProject *project, guint offset);
/* Generates the section anew in its place, over whatever was written in it; takes it out where there is
 * nothing to tell any more. Lines that stay as they are are not touched, nor the passages on them. One step
 * of undo. */
void proviso_remains_refresh (ProvisoProject *project);
/* Leaves the section as somebody wrote it: it counts as refreshed until the records say something else again.
 * One step of undo. */
void proviso_remains_keep (ProvisoProject *project);

G_END_DECLS
