/* proviso-review-actions.c: the steps of a review, as actions on one claim or caveat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-review-actions.h"
#include "core/proviso-review.h"
#include "merge/proviso-suggestion.h"

#include <glib/gi18n-lib.h>

struct _ProvisoReviewActions
{
  GObject parent_instance;

  ProvisoRecord *record; /* nullable */
  GSimpleActionGroup *caveat_group;
  GSimpleActionGroup *claim_group;
  gboolean changing; /* the record, and not everybody knows yet: nothing is disabled */
};

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoReviewActions, proviso_review_actions, G_TYPE_OBJECT)

static void
set_enabled (ProvisoReviewActions *self, GSimpleActionGroup *group, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), name);

  if (enabled || !self->changing)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Returns: (nullable): %NULL where it can be settled so; else what is in the way, in words */
static const char *
get_obstacle_to_settle (ProvisoCaveat *caveat, ProvisoCaveatState state)
{
  if (proviso_review_can_settle (caveat, state))
    return NULL;
  if (proviso_caveat_get_confirmed (caveat) != NULL)
    return _ ("This caveat is confirmed: reopen it first");

  return state == PROVISO_CAVEAT_STATE_ADDRESSED  ? _ ("This caveat is already addressed")
         : state == PROVISO_CAVEAT_STATE_ACCEPTED ? _ ("This caveat is already accepted")
                                                  : _ ("This caveat is already dismissed");
}

/* Returns: (nullable): %NULL where the step can be taken; else what is in the way, in words */
static const char *
get_obstacle_for_caveat (ProvisoCaveat *caveat, const char *verb)
{
  if (g_str_equal (verb, "address"))
    return get_obstacle_to_settle (caveat, PROVISO_CAVEAT_STATE_ADDRESSED);
  if (g_str_equal (verb, "accept"))
    return get_obstacle_to_settle (caveat, PROVISO_CAVEAT_STATE_ACCEPTED);
  if (g_str_equal (verb, "dismiss"))
    return get_obstacle_to_settle (caveat, PROVISO_CAVEAT_STATE_DISMISSED);
  if (g_str_equal (verb, "confirm") && !proviso_review_can_confirm (caveat))
    return proviso_caveat_get_confirmed (caveat) != NULL ? _ ("This caveat is already confirmed")
                                                         : _ ("This caveat is open: settle it first");
  if (g_str_equal (verb, "reopen") && !proviso_review_can_reopen (caveat))
    return _ ("This caveat is already open");
  if (g_str_equal (verb, "apply-suggestion"))
    return proviso_caveat_get_suggestion (caveat) == NULL
               ? _ ("This caveat suggests no edit")
               : get_obstacle_to_settle (caveat, PROVISO_CAVEAT_STATE_ADDRESSED);

  return NULL;
}

static void
update (ProvisoReviewActions *self)
{
  GSimpleActionGroup *groups[] = { self->caveat_group, self->claim_group };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_auto (GStrv) verbs = g_action_group_list_actions (G_ACTION_GROUP (groups[i]));

      for (guint j = 0; verbs[j] != NULL; j++)
        set_enabled (self, groups[i], verbs[j], proviso_review_actions_get_obstacle (self, verbs[j]) == NULL);
    }
}

/* First what can be done now, and last, when all others have seen the change, what no longer can: a button that becomes
 * insensitive loses the keyboard focus before anybody could bring it elsewhere. */
static void
record_changing_cb (ProvisoReviewActions *self)
{
  self->changing = TRUE;
  update (self);
  self->changing = FALSE;
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, signals[PERFORM], 0, g_action_get_name (G_ACTION (action)));
}

static void
proviso_review_actions_dispose (GObject *object)
{
  ProvisoReviewActions *self = PROVISO_REVIEW_ACTIONS (object);

  proviso_review_actions_set_record (self, NULL);
  g_clear_object (&self->caveat_group);
  g_clear_object (&self->claim_group);

  G_OBJECT_CLASS (proviso_review_actions_parent_class)->dispose (object);
}

static void
proviso_review_actions_class_init (ProvisoReviewActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_review_actions_dispose;

  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
proviso_review_actions_init (ProvisoReviewActions *self)
{
  static const GActionEntry caveat_entries[] = {
    { "address", activate_cb },          { "accept", activate_cb }, { "dismiss", activate_cb },
    { "confirm", activate_cb },          { "reopen", activate_cb }, { "reply", activate_cb },
    { "apply-suggestion", activate_cb },
  };
  static const GActionEntry claim_entries[] = {
    { "check", activate_cb },
  };

  self->caveat_group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->caveat_group), caveat_entries,
                                   G_N_ELEMENTS (caveat_entries), self);
  self->claim_group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->claim_group), claim_entries,
                                   G_N_ELEMENTS (claim_entries), self);
  update (self);
}

ProvisoReviewActions *
proviso_review_actions_new (void)
{
  return g_object_new (PROVISO_TYPE_REVIEW_ACTIONS, NULL);
}

void
proviso_review_actions_set_record (ProvisoReviewActions *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_REVIEW_ACTIONS (self));

  if (self->record == record)
    return;

  if (self->record != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->record, record_changing_cb, self);
      g_signal_handlers_disconnect_by_func (self->record, update, self);
    }
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_signal_connect_object (record, "notify", G_CALLBACK (record_changing_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  update (self);
}

ProvisoRecord *
proviso_review_actions_get_record (ProvisoReviewActions *self)
{
  g_return_val_if_fail (PROVISO_IS_REVIEW_ACTIONS (self), NULL);

  return self->record;
}

GActionGroup *
proviso_review_actions_get_caveat_group (ProvisoReviewActions *self)
{
  g_return_val_if_fail (PROVISO_IS_REVIEW_ACTIONS (self), NULL);

  return G_ACTION_GROUP (self->caveat_group);
}

GActionGroup *
proviso_review_actions_get_claim_group (ProvisoReviewActions *self)
{
  g_return_val_if_fail (PROVISO_IS_REVIEW_ACTIONS (self), NULL);

  return G_ACTION_GROUP (self->claim_group);
}

const char *
proviso_review_actions_get_obstacle (ProvisoReviewActions *self, const char *verb)
{
  g_return_val_if_fail (PROVISO_IS_REVIEW_ACTIONS (self), NULL);
  g_return_val_if_fail (verb != NULL, NULL);

  if (g_str_equal (verb, "check"))
    return PROVISO_IS_CLAIM (self->record) ? NULL : _ ("Choose a claim first");
  if (!PROVISO_IS_CAVEAT (self->record))
    return _ ("Choose a caveat first");

  return get_obstacle_for_caveat (PROVISO_CAVEAT (self->record), verb);
}

gboolean
proviso_review_is_immediate (const char *verb)
{
  static const char *const immediate[] = { "confirm", "apply-suggestion", "check", NULL };

  return g_strv_contains (immediate, verb);
}

const char *
proviso_review_take (ProvisoProject *project, ProvisoRecord *record, const char *verb, GError **error)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (proviso_review_is_immediate (verb), NULL);

  if (g_str_equal (verb, "confirm"))
    return proviso_project_confirm_caveat (project, PROVISO_CAVEAT (record), error) ? _ ("Caveat confirmed")
                                                                                    : NULL;
  if (g_str_equal (verb, "apply-suggestion"))
    return proviso_suggestion_apply (project, PROVISO_CAVEAT (record), error)
               ? _ ("Suggestion applied to the draft")
               : NULL;

  proviso_project_mark_checked (project, PROVISO_CLAIM (record));

  return _ ("Marked as checked");
}
