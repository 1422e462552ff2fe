/* proviso-caveat.h: a doubt about a claim or a passage, and how it was settled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties (written to the file and undoable through proviso_project_set()):
 *   "type" #ProvisoCaveatType, "severity" #ProvisoCaveatSeverity, "state" #ProvisoCaveatState
 *   "text"        string, never %NULL
 *   "claim"       a claim's id or %NULL
 *   "suggestion"  replacement for its passage or %NULL; "" means: delete the passage
 *   "reason"      string or %NULL; what was changed (addressed), why it is kept (accepted) or none (dismissed)
 *   "for-readers" string or %NULL; how readers are told of it where it was accepted: the reason is between those who
 *                 work on the article; see export/proviso-remains-content.h
 *   "confirmed"   #ProvisoCheck or %NULL; the editor's word that the state is right
 */
#pragma once

#include "core/proviso-check.h"
#include "core/proviso-enums.h"
#include "core/proviso-record-list.h"

G_BEGIN_DECLS

#define PROVISO_TYPE_CAVEAT (proviso_caveat_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoCaveat, proviso_caveat, PROVISO, CAVEAT, ProvisoRecord)

/* `id`: (nullable): a new one is made. */
ProvisoCaveat *proviso_caveat_new (const char *id);

const char *proviso_caveat_get_id (ProvisoCaveat *self);
ProvisoCaveatType proviso_caveat_get_caveat_type (ProvisoCaveat *self);
void proviso_caveat_set_caveat_type (ProvisoCaveat *self, ProvisoCaveatType type);
ProvisoCaveatSeverity proviso_caveat_get_severity (ProvisoCaveat *self);
void proviso_caveat_set_severity (ProvisoCaveat *self, ProvisoCaveatSeverity severity);
ProvisoCaveatState proviso_caveat_get_state (ProvisoCaveat *self);
void proviso_caveat_set_state (ProvisoCaveat *self, ProvisoCaveatState state);
const char *proviso_caveat_get_text (ProvisoCaveat *self);
void proviso_caveat_set_text (ProvisoCaveat *self, const char *text);
const char *proviso_caveat_get_claim (ProvisoCaveat *self);
void proviso_caveat_set_claim (ProvisoCaveat *self, const char *claim_id);
const char *proviso_caveat_get_suggestion (ProvisoCaveat *self);
void proviso_caveat_set_suggestion (ProvisoCaveat *self, const char *suggestion);
const char *proviso_caveat_get_reason (ProvisoCaveat *self);
void proviso_caveat_set_reason (ProvisoCaveat *self, const char *reason);
const char *proviso_caveat_get_for_readers (ProvisoCaveat *self);
void proviso_caveat_set_for_readers (ProvisoCaveat *self, const char *for_readers);
ProvisoCheck *proviso_caveat_get_confirmed (ProvisoCaveat *self);
void proviso_caveat_set_confirmed (ProvisoCaveat *self, ProvisoCheck *confirmed);

/* Lists of #ProvisoAnchor, #ProvisoComment and #ProvisoEvent; see proviso_claim_get_anchors(). */
ProvisoRecordList *proviso_caveat_get_anchors (ProvisoCaveat *self);
ProvisoRecordList *proviso_caveat_peek_anchors (ProvisoCaveat *self);
ProvisoRecordList *proviso_caveat_get_thread (ProvisoCaveat *self);
ProvisoRecordList *proviso_caveat_peek_thread (ProvisoCaveat *self);
ProvisoRecordList *proviso_caveat_get_events (ProvisoCaveat *self);
ProvisoRecordList *proviso_caveat_peek_events (ProvisoCaveat *self);

/* Whether this state must say why it holds. */
gboolean proviso_caveat_state_needs_reason (ProvisoCaveatState state);

/* The first offset of its own passages that are not lost; %G_MAXUINT where it has none.
 * See proviso_project_get_caveat_position() for one that stands on its claim's passage. */
guint proviso_caveat_get_position (ProvisoCaveat *self);
/* When it last changed or was last commented on, RFC 3339. Returns: (transfer none) (nullable): %NULL where nothing is recorded. */
const char *proviso_caveat_get_changed (ProvisoCaveat *self);

G_END_DECLS
