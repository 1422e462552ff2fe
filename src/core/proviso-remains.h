/* proviso-remains.h: the section of a draft that says what remains unconfirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project has one of these, a part of it: the words that the section is made of besides those of the records,
 * the place of the section in the draft, and its text as it was last generated. What it says and how it gets
 * into the draft stands in export/proviso-remains-content.h and export/proviso-remains-section.h.
 *
 * Properties (written to the file and undoable through proviso_project_set()), all strings or %NULL. Of the
 * wording, %NULL is what nobody chose yet, and "" what shall not stand there:
 *   "heading", "lead-in"      above the list
 *   "caveat"                  what an accepted caveat begins with
 *   "unchecked", "stated", "reported", "leaked", "unconfirmed", "disputed", "unverifiable"
 *                             what a claim with this status begins with: "Reported, not confirmed:"
 *   "attributed-to", "as-of"  what stands before whom a claim is attributed to, and before its date
 *   "generated"               the text as last generated; %NULL where never
 */
#pragma once

#include "core/proviso-anchor.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_REMAINS (proviso_remains_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoRemains, proviso_remains, PROVISO, REMAINS, ProvisoRecord)

/* The texts that it holds, in the order in which the file has them. */
typedef enum
{
  PROVISO_REMAINS_HEADING,
  PROVISO_REMAINS_LEAD_IN,
  PROVISO_REMAINS_CAVEAT,
  PROVISO_REMAINS_UNCHECKED,
  PROVISO_REMAINS_STATED,
  PROVISO_REMAINS_REPORTED,
  PROVISO_REMAINS_LEAKED,
  PROVISO_REMAINS_UNCONFIRMED,
  PROVISO_REMAINS_DISPUTED,
  PROVISO_REMAINS_UNVERIFIABLE,
  PROVISO_REMAINS_ATTRIBUTED_TO,
  PROVISO_REMAINS_AS_OF,
  PROVISO_REMAINS_GENERATED,
  PROVISO_REMAINS_N_TEXTS,
} ProvisoRemainsText;

/* How many of the texts are wording: all but the last. */
#define PROVISO_REMAINS_N_WORDINGS PROVISO_REMAINS_GENERATED

ProvisoRemains *proviso_remains_new (void);

/* Returns: (transfer none) (nullable) */
const char *proviso_remains_get_text (ProvisoRemains *self, ProvisoRemainsText text);
void proviso_remains_set_text (ProvisoRemains *self, ProvisoRemainsText text, const char *value);
/* The name of the property that holds it: "lead-in". Returns: (transfer none) */
const char *proviso_remains_get_text_name (ProvisoRemainsText text);

/* Where the section stands; PROVISO_ANCHOR_STATE_LOST while it stands nowhere. Returns: (transfer none) */
ProvisoAnchor *proviso_remains_get_anchor (ProvisoRemains *self);
/* For loading, before it is in a project. */
void proviso_remains_set_anchor (ProvisoRemains *self, ProvisoAnchor *anchor);

/* Whether the draft has the section. */
gboolean proviso_remains_stands (ProvisoRemains *self);
/* Whether it holds nothing that a file would have to keep. */
gboolean proviso_remains_is_empty (ProvisoRemains *self);

G_END_DECLS
