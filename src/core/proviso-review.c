/* proviso-review.c: how a caveat is discussed, settled, confirmed and reopened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-review.h"

#include "core/proviso-date.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-identity.h"
#include "core/proviso-project-private.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (proviso-review-error-quark, proviso_review_error)

static gboolean
is_settled (ProvisoCaveat *caveat)
{
  return proviso_caveat_get_state (caveat) != PROVISO_CAVEAT_STATE_OPEN;
}

/* Returns: (transfer full) (nullable): %NULL where there are no words. */
static char *
strip (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

gboolean
proviso_review_can_settle (ProvisoCaveat *caveat, ProvisoCaveatState state)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  return state != PROVISO_CAVEAT_STATE_OPEN && state != proviso_caveat_get_state (caveat) &&
         (!is_settled (caveat) || proviso_caveat_get_confirmed (caveat) == NULL);
}

gboolean
proviso_review_can_confirm (ProvisoCaveat *caveat)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  return is_settled (caveat) && proviso_caveat_get_confirmed (caveat) == NULL;
}

gboolean
proviso_review_can_reopen (ProvisoCaveat *caveat)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  return is_settled (caveat);
}

ProvisoEvent *
proviso_review_get_state_event (ProvisoCaveat *caveat)
{
  ProvisoRecordList *events;

  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), NULL);

  events = proviso_caveat_peek_events (caveat);
  for (guint i = proviso_record_list_get_size (events); i > 0; i--)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i - 1);

      if (g_str_equal (proviso_event_get_what (event), "state"))
        return event;
    }

  return NULL;
}

gboolean
proviso_review_is_reopened (ProvisoCaveat *caveat)
{
  ProvisoEvent *event;

  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  if (is_settled (caveat) || (event = proviso_review_get_state_event (caveat)) == NULL)
    return FALSE;

  return g_strcmp0 (proviso_event_get_to (event), "open") == 0 &&
         g_strcmp0 (proviso_event_get_from (event), "open") != 0;
}

gboolean
proviso_review_is_own_comment (ProvisoComment *comment)
{
  g_return_val_if_fail (PROVISO_IS_COMMENT (comment), FALSE);

  return g_str_equal (proviso_comment_get_by (comment), proviso_identity_get_name ());
}

/* Sets a property of a record, without an entry in a history. */
static void
put_value (ProvisoProject *self, gpointer record, const char *property, const GValue *to)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);
  g_auto (GValue) from = G_VALUE_INIT;

  g_value_init (&from, pspec->value_type);
  g_object_get_property (record, pspec->name, &from);
  if (g_param_values_cmp (pspec, &from, to) != 0)
    proviso_project_perform (self, proviso_edit_new_property (record, pspec->name, &from, to));
}

static void
put_string (ProvisoProject *self, gpointer record, const char *property, const char *string)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, string);
  put_value (self, record, property, &value);
}

static void
put_confirmed (ProvisoProject *self, ProvisoCaveat *caveat, ProvisoCheck *confirmed)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, PROVISO_TYPE_CHECK);
  g_value_set_object (&value, confirmed);
  put_value (self, caveat, "confirmed", &value);
}

/* A reason that the history does not hold, of a caveat that was settled otherwise than by the verbs. */
static gboolean
has_unrecorded_reason (ProvisoCaveat *caveat)
{
  const char *reason = proviso_caveat_get_reason (caveat);
  ProvisoRecordList *events = proviso_caveat_peek_events (caveat);

  if (reason == NULL)
    return FALSE;

  for (guint i = proviso_record_list_get_size (events); i > 0; i--)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i - 1);

      if (g_strcmp0 (proviso_event_get_reason (event), reason) == 0 ||
          (g_str_equal (proviso_event_get_what (event), "reason") &&
           g_strcmp0 (proviso_event_get_to (event), reason) == 0))
        return FALSE;
    }

  return TRUE;
}

void
proviso_project_put_state (ProvisoProject *self,
                           ProvisoCaveat *caveat,
                           ProvisoCaveatState state,
                           const char *reason,
                           ProvisoCheck *confirmed,
                           const char *why,
                           const char *cause)
{
  const char *from = proviso_vocabulary_get_wire_name (PROVISO_TYPE_CAVEAT_STATE, proviso_caveat_get_state (caveat));
  const char *to = proviso_vocabulary_get_wire_name (PROVISO_TYPE_CAVEAT_STATE, state);
  g_auto (GValue) value = G_VALUE_INIT;

  proviso_project_forget_touched (self, caveat);
  if (has_unrecorded_reason (caveat))
    proviso_project_log (self,
                         PROVISO_RECORD (caveat),
                         "reason",
                         proviso_caveat_get_reason (caveat),
                         reason,
                         NULL,
                         NULL);
  /* The state comes last, so that whoever hears of it finds what belongs to it. */
  put_string (self, caveat, "reason", reason);
  put_confirmed (self, caveat, confirmed);
  g_value_init (&value, PROVISO_TYPE_CAVEAT_STATE);
  g_value_set_enum (&value, state);
  put_value (self, caveat, "state", &value);
  proviso_project_log (self, PROVISO_RECORD (caveat), "state", from, to, why, cause);
}

static gboolean
fail_illegal (ProvisoCaveat *caveat, GError **error)
{
  if (!is_settled (caveat))
    g_set_error_literal (error,
                         PROVISO_REVIEW_ERROR,
                         PROVISO_REVIEW_ERROR_ILLEGAL,
                         _ ("This caveat is open: there is nothing to confirm or to reopen"));
  else if (proviso_caveat_get_confirmed (caveat) != NULL)
    g_set_error_literal (error,
                         PROVISO_REVIEW_ERROR,
                         PROVISO_REVIEW_ERROR_ILLEGAL,
                         _ ("This caveat is settled and confirmed: reopen it to change that"));
  else
    g_set_error_literal (error,
                         PROVISO_REVIEW_ERROR,
                         PROVISO_REVIEW_ERROR_ILLEGAL,
                         _ ("This caveat is already settled like this"));

  return FALSE;
}

static const char *
get_settle_label (ProvisoCaveatState state)
{
  return state == PROVISO_CAVEAT_STATE_ADDRESSED  ? C_ ("undo", "Address Caveat")
         : state == PROVISO_CAVEAT_STATE_ACCEPTED ? C_ ("undo", "Accept Caveat")
                                                  : C_ ("undo", "Dismiss Caveat");
}

gboolean
proviso_project_settle_caveat (ProvisoProject *self,
                               ProvisoCaveat *caveat,
                               ProvisoCaveatState state,
                               const char *reason,
                               GError **error)
{
  return proviso_project_settle_caveat_for (self, caveat, state, reason, NULL, error);
}

gboolean
proviso_project_settle_caveat_for (ProvisoProject *self,
                                   ProvisoCaveat *caveat,
                                   ProvisoCaveatState state,
                                   const char *reason,
                                   const char *cause,
                                   GError **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);
  g_return_val_if_fail (state != PROVISO_CAVEAT_STATE_OPEN, FALSE);

  if (!proviso_review_can_settle (caveat, state))
    return fail_illegal (caveat, error);

  words = strip (reason);
  if (words == NULL && proviso_caveat_state_needs_reason (state))
    {
      g_set_error_literal (error,
                           PROVISO_REVIEW_ERROR,
                           PROVISO_REVIEW_ERROR_REASON_REQUIRED,
                           state == PROVISO_CAVEAT_STATE_ACCEPTED
                               ? _ ("Say why the doubt is kept: an accepted caveat needs a reason")
                               : _ ("Say why this is no defect: a dismissed caveat needs a reason"));
      return FALSE;
    }

  proviso_history_begin (self->history, get_settle_label (state));
  proviso_project_put_state (self, caveat, state, words, NULL, words, cause);
  proviso_history_end (self->history);

  return TRUE;
}

gboolean
proviso_project_confirm_caveat (ProvisoProject *self, ProvisoCaveat *caveat, GError **error)
{
  g_autoptr (ProvisoCheck) confirmed = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  if (!proviso_review_can_confirm (caveat))
    return fail_illegal (caveat, error);

  now = proviso_time_now ();
  confirmed = proviso_check_new (proviso_identity_get_name (), now, NULL);
  proviso_history_begin (self->history, C_ ("undo", "Confirm Caveat"));
  put_confirmed (self, caveat, confirmed);
  proviso_project_log (self, PROVISO_RECORD (caveat), "confirmed", NULL, proviso_check_get_by (confirmed), NULL, NULL);
  proviso_history_end (self->history);

  return TRUE;
}

gboolean
proviso_project_reopen_caveat (ProvisoProject *self, ProvisoCaveat *caveat, const char *reason, GError **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), FALSE);

  if (!proviso_review_can_reopen (caveat))
    return fail_illegal (caveat, error);

  words = strip (reason);
  proviso_history_begin (self->history, C_ ("undo", "Reopen Caveat"));
  proviso_project_put_state (self, caveat, PROVISO_CAVEAT_STATE_OPEN, NULL, NULL, words, NULL);
  proviso_history_end (self->history);

  return TRUE;
}

ProvisoComment *
proviso_project_add_comment (ProvisoProject *self, ProvisoCaveat *caveat, const char *text)
{
  g_autoptr (ProvisoComment) comment = NULL;
  g_autofree char *words = NULL;
  g_autofree char *now = NULL;
  ProvisoRecordList *thread;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), NULL);

  if ((words = strip (text)) == NULL)
    return NULL;

  now = proviso_time_now ();
  thread = proviso_caveat_get_thread (caveat);
  comment = proviso_comment_new (NULL, proviso_identity_get_name (), now, words);
  proviso_project_insert (self, thread, proviso_record_list_get_size (thread), comment);

  return comment;
}

static gboolean
check_own (ProvisoComment *comment, GError **error)
{
  if (proviso_review_is_own_comment (comment))
    return TRUE;

  g_set_error (error,
               PROVISO_REVIEW_ERROR,
               PROVISO_REVIEW_ERROR_NOT_YOURS,
               _ ("Only %s can change or delete this comment"),
               proviso_comment_get_by (comment));

  return FALSE;
}

gboolean
proviso_project_edit_comment (ProvisoProject *self, ProvisoComment *comment, const char *text, GError **error)
{
  g_autofree char *words = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_COMMENT (comment), FALSE);

  if (!check_own (comment, error))
    return FALSE;
  if ((words = strip (text)) == NULL)
    {
      g_set_error_literal (error,
                           PROVISO_REVIEW_ERROR,
                           PROVISO_REVIEW_ERROR_REASON_REQUIRED,
                           _ ("A comment needs words: delete it instead"));
      return FALSE;
    }
  if (g_str_equal (words, proviso_comment_get_text (comment)))
    return TRUE;

  now = proviso_time_now ();
  proviso_history_begin (self->history, C_ ("undo", "Edit Comment"));
  put_string (self, comment, "text", words);
  put_string (self, comment, "edited", now);
  proviso_history_end (self->history);

  return TRUE;
}

gboolean
proviso_project_remove_comment (ProvisoProject *self, ProvisoComment *comment, GError **error)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_COMMENT (comment), FALSE);

  if (!check_own (comment, error))
    return FALSE;

  proviso_project_remove (self, comment);

  return TRUE;
}
