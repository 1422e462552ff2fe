/* proviso-project-private.h: the project's state, for the files that implement it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   proviso-project.c          the object: lists, look-ups, text, lifecycle
 *   proviso-project-changes.c  applying an edit in either direction and keeping what derives from records
 *   proviso-project-checks.c   that a claim was checked, and what changed since
 *   proviso-project-draft.c    following the draft: ranges, lost and found passages
 *   proviso-project-reopening.c  settled caveats whose words change
 *   proviso-project-verbs.c    what a person does, as undoable actions
 *   proviso-review.c           those of them that are about a caveat's state and its thread
 */
#pragma once

#include "core/proviso-clippings.h"
#include "core/proviso-heirs.h"
#include "core/proviso-history-private.h"
#include "core/proviso-project.h"
#include "core/proviso-record-private.h"

G_BEGIN_DECLS

struct _ProvisoProject
{
  ProvisoRecord parent_instance;

  char *id;
  char *title;
  char *language;
  char *created;
  char *modified;

  ProvisoRecordList *claims;
  ProvisoRecordList *caveats;
  ProvisoRecordList *sources;
  GHashTable *records_by_id; /* id -> record; neither owned */
  GHashTable *open_caveats;  /* a claim's id (owned) -> how many open caveats name it, of each severity: guint[] (owned) */

  /* Of settled caveats, and such as could be settled again; see proviso-project-reopening.c. */
  GHashTable *relying;   /* a claim's id -> the set of those that stand on its passages */
  GHashTable *relied_on; /* such a caveat -> the claim's id */
  GHashTable *touched;   /* a caveat (owned) -> what it was before the action that is open */
  gboolean outside;      /* what is done now follows from what was done elsewhere, by nobody knows whom */
  guint n_reopened;      /* of what was done elsewhere */

  ProvisoText *text;
  ProvisoRangeSet *ranges;
  ProvisoRemains *remains;
  ProvisoRangeSet *part_ranges; /* of passages that are no claim's and no caveat's: nobody sees them in the draft */
  ProvisoClippings *clippings;
  ProvisoHeirs *heirs;
  guint text_depth; /* of the text's own actions, which nest */
  ProvisoHistory *history;

  /* What was last put in, as long as nothing else was: dragging takes it out elsewhere afterwards. */
  char *last_inserted;
  guint last_inserted_at;
};

/* proviso-project.c */
void proviso_project_emit_record_changed (ProvisoProject *self, ProvisoRecord *root);
void proviso_project_emit_text_replaced (ProvisoProject *self, guint offset, guint n_removed, const char *inserted);
void proviso_project_emit_passages_changed (ProvisoProject *self);

/* proviso-project-changes.c */

/* Whether the record is, or is a part of, what the project holds now. */
gboolean proviso_project_holds (ProvisoProject *self, ProvisoRecord *record);
/* Ties a record and its parts to the project, or cuts them off: ids, ranges, counts of caveats. */
void proviso_project_attach (ProvisoProject *self, ProvisoRecord *record);
void proviso_project_detach (ProvisoProject *self, ProvisoRecord *record);
/* Does an edit (forward) or takes it back. */
void proviso_project_apply (ProvisoProject *self, ProvisoEdit *edit, gboolean forward);
/* Puts an anchor where it is said to be, and tells nobody. */
void proviso_project_put_place (ProvisoProject *self, const ProvisoPlace *place);
/* Computes a claim's derived properties again. */
void proviso_project_update_claim (ProvisoProject *self, ProvisoClaim *claim);
/* The passages of a claim or a caveat. Returns: (transfer none) (nullable) */
ProvisoRecordList *proviso_record_peek_anchors (ProvisoRecord *record);

/* proviso-project-reopening.c */

void proviso_project_init_reopening (ProvisoProject *self);
void proviso_project_clear_reopening (ProvisoProject *self);
/* After any change of the caveat, or as it gets into the project or out of it. */
void proviso_project_index_caveat (ProvisoProject *self, ProvisoCaveat *caveat, gboolean attached);
void proviso_project_clear_index (ProvisoProject *self);
/* Before passages of a claim or a caveat are put in, taken out or moved by an edit of an action. */
void proviso_project_touch_passages (ProvisoProject *self, ProvisoRecord *root);
/* After an edit of the draft, when the ranges have followed it, and before anything else is done to the passages in
 * `changes`. */
void proviso_project_touch_changed (ProvisoProject *self,
                                    GArray *changes,
                                    guint offset,
                                    const char *removed,
                                    guint n_inserted);
/* What was done to the caveat's passages in this action until now is known to whoever judged of its state. */
void proviso_project_forget_touched (ProvisoProject *self, ProvisoCaveat *caveat);
/* As the action ends: reopens and settles again. */
void proviso_project_follow_passages (ProvisoProject *self);

/* proviso-project-verbs.c */

/* Does an edit for the first time and records it in the action that is open. (transfer full) */
void proviso_project_perform (ProvisoProject *self, ProvisoEdit *edit);
/* Adds an entry, of now and by whoever is at the desk, to the history of a claim, caveat or source; all but `what`
 * are nullable. What follows from what was done outside is by nobody.
 * Returns: (transfer none) (nullable): the entry; %NULL for a record without a history. */
ProvisoEvent *proviso_project_log (ProvisoProject *self,
                                   ProvisoRecord *root,
                                   const char *what,
                                   const char *from,
                                   const char *to,
                                   const char *reason,
                                   const char *cause);

/* proviso-review.c */

/* Puts a caveat into a state with all that belongs to it, and into its history. `reason`, `confirmed`: (nullable): the
 * caveat's from now on; `why`, `cause`: (nullable): of the entry. An action must be open. */
void proviso_project_put_state (ProvisoProject *self,
                                ProvisoCaveat *caveat,
                                ProvisoCaveatState state,
                                const char *reason,
                                ProvisoCheck *confirmed,
                                const char *why,
                                const char *cause);

/* proviso-project-draft.c */
void proviso_project_follow_text (ProvisoProject *self, ProvisoText *text);
/* Records the passage's present words and their context in the anchor. */
void proviso_project_record_quote (ProvisoProject *self, ProvisoAnchor *anchor);

G_END_DECLS
