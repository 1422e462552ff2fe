/* proviso-review.h: how a caveat is discussed, settled, confirmed and reopened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The states of a caveat, after the practice of checking desks: the writer proposes how it is settled, the editor
 * confirms it, and either may open it again.
 *
 *   open                          -> addressed, accepted, dismissed
 *   settled, unconfirmed          -> another of these three; confirmed; open
 *   settled, confirmed            -> open
 *
 * Settling takes a confirmation back; reopening also takes the reason, which stays in the history. A reason is
 * required where proviso_caveat_state_needs_reason() says so; that of an addressed caveat names what was changed.
 *
 * Each verb is one step of undo, or joins the action that is open. Where it fails, nothing has changed. Texts are
 * stripped of white space at both ends, and "" is no text.
 */
#pragma once

#include "core/proviso-comment.h"
#include "core/proviso-project.h"

G_BEGIN_DECLS

typedef enum
{
  PROVISO_REVIEW_ERROR_ILLEGAL,         /* there is no such step from the state that the caveat is in */
  PROVISO_REVIEW_ERROR_REASON_REQUIRED, /* a reason, or the words of a comment */
  PROVISO_REVIEW_ERROR_NOT_YOURS,       /* somebody else wrote the comment */
  PROVISO_REVIEW_ERROR_NO_PASSAGE,      /* there are no words to put a suggestion in the place of */
} ProvisoReviewError;

#define PROVISO_REVIEW_ERROR (proviso_review_error_quark ())
GQuark proviso_review_error_quark (void);

/* For the sensitivity of controls. Whether the caveat may go to `state`: one of the settled ones. */
gboolean proviso_review_can_settle (ProvisoCaveat *caveat, ProvisoCaveatState state);
gboolean proviso_review_can_confirm (ProvisoCaveat *caveat);
gboolean proviso_review_can_reopen (ProvisoCaveat *caveat);
/* Whether it is open, but was settled before. */
gboolean proviso_review_is_reopened (ProvisoCaveat *caveat);
/* Whether the person at the desk wrote the comment. */
gboolean proviso_review_is_own_comment (ProvisoComment *comment);
/* The last entry of a caveat's history that tells of its state. Returns: (transfer none) (nullable) */
ProvisoEvent *proviso_review_get_state_event (ProvisoCaveat *caveat);

/* `reason`: (nullable). Fails with ILLEGAL or REASON_REQUIRED. */
gboolean proviso_project_settle_caveat (ProvisoProject *self,
                                        ProvisoCaveat *caveat,
                                        ProvisoCaveatState state,
                                        const char *reason,
                                        GError **error);
/* The same, with the cause for the history: (nullable): a word of proviso-event.h. Done within an action that changed
 * the caveat's passage before, it is the last word: that change does not reopen the caveat. */
gboolean proviso_project_settle_caveat_for (ProvisoProject *self,
                                            ProvisoCaveat *caveat,
                                            ProvisoCaveatState state,
                                            const char *reason,
                                            const char *cause,
                                            GError **error);
/* Who and when go into the caveat's "confirmed". Fails with ILLEGAL. */
gboolean proviso_project_confirm_caveat (ProvisoProject *self, ProvisoCaveat *caveat, GError **error);
/* `reason`: (nullable): for the history. Fails with ILLEGAL. */
gboolean proviso_project_reopen_caveat (ProvisoProject *self, ProvisoCaveat *caveat, const char *reason, GError **error);

/* Returns: (transfer none) (nullable): the comment, signed; %NULL where `text` is blank. */
ProvisoComment *proviso_project_add_comment (ProvisoProject *self, ProvisoCaveat *caveat, const char *text);
/* Marks it as edited, unless the words are the same. Fails with NOT_YOURS or REASON_REQUIRED. */
gboolean proviso_project_edit_comment (ProvisoProject *self, ProvisoComment *comment, const char *text, GError **error);
/* Fails with NOT_YOURS. */
gboolean proviso_project_remove_comment (ProvisoProject *self, ProvisoComment *comment, GError **error);

G_END_DECLS
