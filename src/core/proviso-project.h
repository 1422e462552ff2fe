/* proviso-project.h: an article with its claims, caveats and sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The root of the model. It owns the records and the ranges of their passages; the draft's words belong to a
 * #ProvisoText. Whoever changes that text, the project moves the ranges, keeps the derived properties of
 * claims and records the edit for undo.
 *
 * Every change that a person makes goes through the verbs below: one verb is one undo step, or several within
 * begin_action and end_action. Verbs write the entry in the history of the claim or caveat that they touch.
 *
 * Passages that an edit swallows are lost, and come back with undo, or when the same text is put in again
 * somewhere (cut and paste, dragging).
 *
 * Properties: "title", "language" (a BCP 47 tag).
 * Signals:
 *   record-changed (ProvisoRecord *root)
 *       a claim, caveat, source or the project itself (its title, its language) or a part of it changed in
 *       what is saved, other than by its anchors' moving with the text. Not sent for additions to and
 *       removals from the three lists, which their "items-changed" tells.
 *   text-replaced (guint offset, guint n_removed, const char *inserted)
 *       the draft changed, and the ranges have followed.
 *   passages-changed ()
 *       ranges or looks of passages changed other than by moving along: redraw.
 *
 * Of an edit of the draft "text-replaced" tells first, then the others of what it did to passages. Whoever hears of
 * a change that a person makes may change more: what hears of a verb joins its step of undo. While undo or redo
 * goes on the project must be left as it is.
 */
#pragma once

#include "core/proviso-anchor.h"
#include "core/proviso-caveat.h"
#include "core/proviso-claim.h"
#include "core/proviso-evidence.h"
#include "core/proviso-history.h"
#include "core/proviso-remains.h"
#include "core/proviso-source.h"
#include "core/proviso-text.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_PROJECT (proviso_project_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoProject, proviso_project, PROVISO, PROJECT, ProvisoRecord)

/* An empty project with a new id, its draft a #ProvisoPlainText. */
ProvisoProject *proviso_project_new (void);
/* The same, for the person at the desk to write in: in their language. */
ProvisoProject *proviso_project_new_own (void);

const char *proviso_project_get_id (ProvisoProject *self);
const char *proviso_project_get_title (ProvisoProject *self);
const char *proviso_project_get_language (ProvisoProject *self);
const char *proviso_project_get_created (ProvisoProject *self);
const char *proviso_project_get_modified (ProvisoProject *self);
/* For loading and saving: not undoable. */
void proviso_project_set_id (ProvisoProject *self, const char *id);
void proviso_project_set_title (ProvisoProject *self, const char *title);
void proviso_project_set_language (ProvisoProject *self, const char *language);
void proviso_project_set_created (ProvisoProject *self, const char *time);
void proviso_project_set_modified (ProvisoProject *self, const char *time);

/* Lists of #ProvisoClaim, #ProvisoCaveat, #ProvisoSource in file order. (transfer none) */
ProvisoRecordList *proviso_project_get_claims (ProvisoProject *self);
ProvisoRecordList *proviso_project_get_caveats (ProvisoProject *self);
ProvisoRecordList *proviso_project_get_sources (ProvisoProject *self);
/* Returns: (transfer none) (nullable): the claim, caveat or source with this id. */
ProvisoClaim *proviso_project_find_claim (ProvisoProject *self, const char *id);
ProvisoCaveat *proviso_project_find_caveat (ProvisoProject *self, const char *id);
ProvisoSource *proviso_project_find_source (ProvisoProject *self, const char *id);

ProvisoText *proviso_project_get_text (ProvisoProject *self);
/* `text` takes the place of the present one and must hold the same words. */
void proviso_project_set_text (ProvisoProject *self, ProvisoText *text);
ProvisoRangeSet *proviso_project_get_ranges (ProvisoProject *self);
ProvisoHistory *proviso_project_get_history (ProvisoProject *self);
/* The section that says what remains unconfirmed; it is there even while the draft has none. (transfer none) */
ProvisoRemains *proviso_project_get_remains (ProvisoProject *self);
/* For loading: not undoable. `remains`: (nullable): %NULL for an empty one; in no project. */
void proviso_project_set_remains (ProvisoProject *self, ProvisoRemains *remains);
/* The ranges of the project's own passages follow an edit of the draft, where the text is not followed (a journal
 * is replayed). Returns: as proviso_range_set_replace(). */
GArray *proviso_project_move_parts (ProvisoProject *self, guint offset, guint n_removed, guint n_inserted);

/* Once all records are in: computes the derived properties of them all and forgets the undo history. May be called
 * again. */
void proviso_project_loaded (ProvisoProject *self);
/* After proviso_project_loaded(): something else than the project changed the draft, so that these passages have other
 * words than were recorded, or are lost. Settled caveats on them are open again. That is no step of undo: whoever wants
 * them settled judges anew. The history then says that what is here is not saved.
 * `anchors`: (element-type ProvisoAnchor): what was recorded is their "exact". In any thread. */
void proviso_project_reopen_changed (ProvisoProject *self, GPtrArray *anchors);
/* How many caveats were opened by that. */
guint proviso_project_get_n_reopened (ProvisoProject *self);

/* Puts `record` (nullable) at `position` of one of the three lists, in the place of `n_removed` records there.
 * Not undoable: for replaying what was recorded elsewhere. */
void proviso_project_splice (ProvisoProject *self,
                             ProvisoRecordList *list,
                             guint position,
                             guint n_removed,
                             gpointer record);

/* What is done between these is one step of undo; they nest. `label`: (nullable): translated, what the step
 * is called ("Delete Claim"); the outermost one with a label counts. */
void proviso_project_begin_action (ProvisoProject *self, const char *label);
void proviso_project_end_action (ProvisoProject *self);

/* Sets properties of a record of this project: name, value pairs as for g_object_set(), ended by %NULL.
 * What is equal already is left alone. Several are several steps of undo, unless within an action. */
void proviso_project_set (ProvisoProject *self, gpointer record, const char *first_property, ...) G_GNUC_NULL_TERMINATED;
void proviso_project_set_value (ProvisoProject *self, gpointer record, const char *property, const GValue *value);

/* Puts a record into one of the lists of the project or of its records. */
void proviso_project_insert (ProvisoProject *self, ProvisoRecordList *list, guint position, gpointer record);
/* Takes a record out of the list it is in. A claim's caveats stay, and take over its passages where they have
 * none; a source's evidence links go with it. */
void proviso_project_remove (ProvisoProject *self, gpointer record);

/* A new claim on [start, end) of the draft, or, where start == end, on no passage; its statement is that text
 * in one line. Returns: (transfer none) */
ProvisoClaim *proviso_project_add_claim (ProvisoProject *self, guint start, guint end);
/* A new open caveat on [start, end), or on `claim` (nullable), or on both; its type is a guess, see
 * proviso-support.h. Returns: (transfer none) */
ProvisoCaveat *proviso_project_add_caveat (ProvisoProject *self, ProvisoClaim *claim, guint start, guint end);
ProvisoSource *proviso_project_add_source (ProvisoProject *self, const char *title);
ProvisoEvidence *proviso_project_add_evidence (ProvisoProject *self, ProvisoClaim *claim, ProvisoSource *source);
/* Whether one of its passages stands on just these words; white space at their ends does not count. */
gboolean proviso_project_has_passage (ProvisoProject *self, gpointer claim_or_caveat, guint start, guint end);
/* Another passage for a claim or a caveat. Returns: (transfer none) (nullable): %NULL where one stands there already. */
ProvisoAnchor *proviso_project_add_anchor (ProvisoProject *self, gpointer claim_or_caveat, guint start, guint end);
/* Ties an anchor to other words. */
void proviso_project_move_anchor (ProvisoProject *self, ProvisoAnchor *anchor, guint start, guint end);
/* Lets a passage take in words put in at its edge, start < end. Part of an edit of the draft: the record's history does
 * not tell of it. */
void proviso_project_stretch_anchor (ProvisoProject *self, ProvisoAnchor *anchor, guint start, guint end);
/* Records that the claim was checked, by whom, now, and what was checked: the words of its passages, its statement, its
 * status and its evidence. */
void proviso_project_mark_checked (ProvisoProject *self, ProvisoClaim *claim);
/* What is no longer as it was checked; nothing where the claim was not checked, or nothing changed. What the check
 * does not know counts as unchanged, and so does the order of the evidence. */
ProvisoCheckChanges proviso_project_get_check_changes (ProvisoProject *self, ProvisoClaim *claim);

/* The words of the passage now; those it had when last seen where it is lost. (transfer full) */
char *proviso_project_get_passage (ProvisoProject *self, ProvisoAnchor *anchor);
/* Its own passage's, else its claim's first offset; %G_MAXUINT where neither has one. */
guint proviso_project_get_caveat_position (ProvisoProject *self, ProvisoCaveat *caveat);
/* The next open caveat after (or before) `offset` in the order of the text, going round at the end; caveats
 * without a place come last. `from` (nullable) is the one that is selected: of several at one place, the one
 * after it. Returns: (transfer none) (nullable): %NULL where none is open. */
ProvisoCaveat *proviso_project_get_next_open_caveat (ProvisoProject *self, ProvisoCaveat *from, guint offset, gboolean forward);
/* The same, of those that are open or settled without anybody's having confirmed it. */
ProvisoCaveat *proviso_project_get_next_unconfirmed_caveat (ProvisoProject *self, ProvisoCaveat *from, guint offset, gboolean forward);
/* The claims whose evidence names `source`; asks all of them. Returns: (transfer container) (element-type ProvisoClaim) */
GPtrArray *proviso_project_get_claims_of_source (ProvisoProject *self, ProvisoSource *source);
/* The claim whose passage is innermost (shortest) at `offset`. Returns: (transfer none) (nullable) */
ProvisoClaim *proviso_project_get_claim_at (ProvisoProject *self, guint offset);

G_END_DECLS
