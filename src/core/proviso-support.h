/* proviso-support.h: what a claim's evidence amounts to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which status asks for what follows from the explanations of proviso-vocabulary.c: "confirmed" holds on a primary
 * record, the responsible party on the record, or two independent sources; "reported" on a named outlet.
 */
#pragma once

#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_SUPPORT_ENOUGH,    /* as much as the status asks for */
  PROVISO_SUPPORT_NO_SOURCE, /* no source is named, where the status asks for one */
  PROVISO_SUPPORT_TOO_WEAK,  /* sources are named, but fewer or weaker ones than the status asks for */
} ProvisoSupport;

/* Whether the evidence of `claim` carries its status. Looks at that evidence alone. */
ProvisoSupport proviso_support_of (ProvisoProject *project, ProvisoClaim *claim);

/* The doubt that the status and the evidence of `claim` (nullable) suggest first: a new caveat starts as that. */
ProvisoCaveatType proviso_support_guess_doubt (ProvisoProject *project, ProvisoClaim *claim);

G_END_DECLS
