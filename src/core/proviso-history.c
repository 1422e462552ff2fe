/* proviso-history.c: the undo history of a project: text and records in the order they happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state is named by the serial number of the last action that led to it; serials are never used twice, so
 * that "is this what was saved?" is one comparison, whatever was undone, redone and done anew in between. When the
 * oldest actions are dropped, the state that they led to keeps its name; one before it is no longer to be reached.
 */
#include "core/proviso-history-private.h"

#include "core/proviso-record-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *edits;
  char *label;
  guint64 serial;
  gsize size; /* of the edits, in bytes; counted as the action ends */
} Action;

struct _ProvisoHistory
{
  GObject parent_instance;

  ProvisoHistoryApply apply;
  ProvisoHistoryFinish finish;
  gpointer project;

  GPtrArray *actions; /* those done, then those undone */
  guint n_done;
  gsize size; /* of all actions */

  Action *open; /* nullable: what is being gathered */
  guint depth;
  gboolean finishing;
  gboolean sealed;
  gboolean resuming; /* with the open action */
  gboolean replaying;

  guint64 last_serial;
  guint64 base_serial;  /* of the state before the first action */
  guint64 saved_serial;

  /* What the properties were when last notified. */
  gboolean could_undo;
  gboolean could_redo;
  gboolean was_modified;
  char *old_undo_label;
  char *old_redo_label;
};

G_DEFINE_FINAL_TYPE (ProvisoHistory, proviso_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

enum
{
  REPLAYED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static Action *
action_new (void)
{
  Action *action = g_new0 (Action, 1);

  action->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) proviso_edit_free);

  return action;
}

static void
action_free (Action *action)
{
  g_ptr_array_unref (action->edits);
  g_free (action->label);
  g_free (action);
}

static Action *
get_last_done (ProvisoHistory *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->actions, self->n_done - 1) : NULL;
}

static guint64
get_serial (ProvisoHistory *self)
{
  Action *last = get_last_done (self);

  return last != NULL ? last->serial : self->base_serial;
}

static const char *
get_label (Action *action)
{
  const ProvisoEdit *first;

  if (action == NULL)
    return NULL;
  if (action->label != NULL)
    return action->label;

  /* The verbs name what they do, so that this is the draft. */
  first = g_ptr_array_index (action->edits, 0);

  return first->kind == PROVISO_EDIT_TEXT && first->text.n_removed > 0 && first->text.n_inserted == 0
             ? C_ ("undo", "Delete Text")
             : C_ ("undo", "Typing");
}

static void
notify_changes (ProvisoHistory *self)
{
  GObject *object = G_OBJECT (self);
  gboolean can_undo = proviso_history_get_can_undo (self);
  gboolean can_redo = proviso_history_get_can_redo (self);
  gboolean modified = proviso_history_get_modified (self);

  g_object_freeze_notify (object);
  if (self->could_undo != can_undo)
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  if (self->could_redo != can_redo)
    g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  if (self->was_modified != modified)
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);
  if (g_set_str (&self->old_undo_label, proviso_history_get_undo_label (self)))
    g_object_notify_by_pspec (object, properties[PROP_UNDO_LABEL]);
  if (g_set_str (&self->old_redo_label, proviso_history_get_redo_label (self)))
    g_object_notify_by_pspec (object, properties[PROP_REDO_LABEL]);
  self->could_undo = can_undo;
  self->could_redo = can_redo;
  self->was_modified = modified;
  g_object_thaw_notify (object);
}

/* The claim, caveat or source that an action is about: the one that was put in or taken out, not those that were
 * changed along with it; else the first one that was changed. Returns: (transfer full) (nullable) */
static ProvisoRecord *
get_subject (Action *action)
{
  ProvisoRecord *subject = NULL;

  for (guint i = 0; i < action->edits->len; i++)
    {
      const ProvisoEdit *edit = g_ptr_array_index (action->edits, i);
      ProvisoRecord *record = NULL;

      switch (edit->kind)
        {
        case PROVISO_EDIT_TEXT:
          return NULL;
        case PROVISO_EDIT_PROPERTY:
          record = edit->property.record;
          break;
        case PROVISO_EDIT_INSERT:
        case PROVISO_EDIT_REMOVE:
          if (edit->list.list_owner == NULL)
            return g_object_ref (edit->list.record);
          record = edit->list.list_owner;
          break;
        case PROVISO_EDIT_PLACE:
          record = PROVISO_RECORD (edit->place.to.anchor);
          break;
        default:
          g_assert_not_reached ();
        }
      if (subject == NULL)
        subject = proviso_record_get_root (record);
    }

  return subject != NULL ? g_object_ref (subject) : NULL;
}

/* `subject`: (nullable) */
static void
tell_replayed (ProvisoHistory *self, ProvisoRecord *subject)
{
  /* What has no owner is the project, or is not in it. */
  if (subject != NULL && proviso_record_get_owner (subject) != NULL)
    g_signal_emit (self, signals[REPLAYED], 0, subject);
}

/* After edits of the action were added or changed. */
static void
count_size (ProvisoHistory *self, Action *action, guint first_new)
{
  if (first_new == 0)
    {
      self->size -= action->size;
      action->size = 0;
    }
  for (guint i = first_new; i < action->edits->len; i++)
    {
      gsize size = proviso_edit_get_size (g_ptr_array_index (action->edits, i));

      action->size += size;
      self->size += size;
    }
}

static void
drop (ProvisoHistory *self, guint first, guint n_dropped)
{
  if (n_dropped == 0)
    return;

  for (guint i = first; i < first + n_dropped; i++)
    self->size -= ((Action *) g_ptr_array_index (self->actions, i))->size;
  g_ptr_array_remove_range (self->actions, first, n_dropped);
}

static void
forget_undone (ProvisoHistory *self)
{
  drop (self, self->n_done, self->actions->len - self->n_done);
}

/* Drops the oldest actions where there are too many, or too big ones; the last one stays. */
static void
forget_oldest (ProvisoHistory *self)
{
  gsize size = self->size;
  guint n = 0;

  while (n + 1 < self->n_done && (self->n_done - n > PROVISO_HISTORY_MAX_STEPS || size > PROVISO_HISTORY_MAX_SIZE))
    {
      const Action *action = g_ptr_array_index (self->actions, n++);

      size -= action->size;
      self->base_serial = action->serial;
    }
  drop (self, 0, n);
  self->n_done -= n;
}

/* The text edit with which an action ends, but for passages and what else followed it; %NULL where it ends otherwise.
 */
static ProvisoEdit *
get_last_text_edit (Action *action)
{
  for (guint i = action->edits->len; i > 0; i--)
    {
      ProvisoEdit *edit = g_ptr_array_index (action->edits, i - 1);

      if (edit->kind != PROVISO_EDIT_PLACE && !edit->follows)
        return edit->kind == PROVISO_EDIT_TEXT ? edit : NULL;
    }

  return NULL;
}

/* Joins what was just done to the action before it where it goes on with the same: the next letter, the next
 * backspace, what is typed over what went. Returns: whether it did. */
static gboolean
join (ProvisoHistory *self, Action *action)
{
  Action *last = get_last_done (self);
  ProvisoEdit *before, *next;

  if (last == NULL || self->sealed || last->label != NULL || action->label != NULL)
    return FALSE;

  before = get_last_text_edit (last);
  next = g_ptr_array_index (action->edits, 0);
  if (before == NULL || get_last_text_edit (action) != next ||
      !(self->resuming ? proviso_edit_is_replaced_by (before, next) : proviso_edit_is_continued_by (before, next)))
    return FALSE;

  if (!self->resuming && next->text.n_inserted > 0 && action->edits->len == 1 &&
      before == g_ptr_array_index (last->edits, last->edits->len - 1))
    {
      char *joined = g_strconcat (before->text.inserted, next->text.inserted, NULL);

      last->size += strlen (next->text.inserted);
      self->size += strlen (next->text.inserted);
      g_free (before->text.inserted);
      before->text.inserted = joined;
      before->text.n_inserted++;
    }
  else
    {
      guint n_edits = last->edits->len;

      while (action->edits->len > 0)
        g_ptr_array_add (last->edits, g_ptr_array_steal_index (action->edits, 0));
      count_size (self, last, n_edits);
    }
  last->serial = ++self->last_serial;

  return TRUE;
}

static void
proviso_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoHistory *self = PROVISO_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, proviso_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, proviso_history_get_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, proviso_history_get_modified (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, proviso_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, proviso_history_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_history_finalize (GObject *object)
{
  ProvisoHistory *self = PROVISO_HISTORY (object);

  g_ptr_array_unref (self->actions);
  g_clear_pointer (&self->open, action_free);
  g_free (self->old_undo_label);
  g_free (self->old_redo_label);

  G_OBJECT_CLASS (proviso_history_parent_class)->finalize (object);
}

static void
proviso_history_class_init (ProvisoHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_history_get_property;
  object_class->finalize = proviso_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, PROVISO_PARAM_READABLE);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, PROVISO_PARAM_READABLE);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, PROVISO_PARAM_READABLE);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, PROVISO_PARAM_READABLE);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, PROVISO_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REPLAYED] = g_signal_new ("replayed",
                                    PROVISO_TYPE_HISTORY,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    PROVISO_TYPE_RECORD);
}

static void
proviso_history_init (ProvisoHistory *self)
{
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) action_free);
}

ProvisoHistory *
proviso_history_new (ProvisoHistoryApply apply, ProvisoHistoryFinish finish, gpointer user_data)
{
  ProvisoHistory *self = g_object_new (PROVISO_TYPE_HISTORY, NULL);

  self->apply = apply;
  self->finish = finish;
  self->project = user_data;

  return self;
}

gboolean
proviso_history_get_can_undo (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

gboolean
proviso_history_get_can_redo (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), FALSE);

  return self->n_done < self->actions->len;
}

gboolean
proviso_history_get_modified (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), FALSE);

  return get_serial (self) != self->saved_serial;
}

const char *
proviso_history_get_undo_label (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), NULL);

  return get_label (get_last_done (self));
}

const char *
proviso_history_get_redo_label (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), NULL);

  return self->n_done < self->actions->len ? get_label (g_ptr_array_index (self->actions, self->n_done)) : NULL;
}

static gboolean
changes_text (Action *action)
{
  for (guint i = 0; action != NULL && i < action->edits->len; i++)
    if (((ProvisoEdit *) g_ptr_array_index (action->edits, i))->kind == PROVISO_EDIT_TEXT)
      return TRUE;

  return FALSE;
}

gboolean
proviso_history_undo_changes_text (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), FALSE);

  return changes_text (get_last_done (self));
}

gboolean
proviso_history_redo_changes_text (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), FALSE);

  return self->n_done < self->actions->len && changes_text (g_ptr_array_index (self->actions, self->n_done));
}

/* Whether the edit is of the record itself, or of what it holds. */
static gboolean
is_within (const ProvisoEdit *edit, ProvisoRecord *record)
{
  switch (edit->kind)
    {
    case PROVISO_EDIT_PROPERTY:
      return proviso_record_get_root (edit->property.record) == record;
    case PROVISO_EDIT_INSERT:
    case PROVISO_EDIT_REMOVE:
      return proviso_record_get_root (edit->list.list_owner != NULL ? edit->list.list_owner : edit->list.record) ==
             record;
    case PROVISO_EDIT_TEXT:
    case PROVISO_EDIT_PLACE:
    default:
      return FALSE;
    }
}

gboolean
proviso_history_has_just_made (ProvisoHistory *self, ProvisoRecord *record)
{
  Action *last;
  const ProvisoEdit *first;

  g_return_val_if_fail (PROVISO_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_RECORD (record), FALSE);

  if (self->open != NULL || self->replaying || (last = get_last_done (self)) == NULL)
    return FALSE;

  first = g_ptr_array_index (last->edits, 0);
  if (first->kind != PROVISO_EDIT_INSERT || first->list.record != record)
    return FALSE;
  for (guint i = 1; i < last->edits->len; i++)
    if (!is_within (g_ptr_array_index (last->edits, i), record))
      return FALSE;

  return TRUE;
}

void
proviso_history_undo (ProvisoHistory *self)
{
  g_autoptr (ProvisoRecord) subject = NULL;
  Action *action;

  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (self->open == NULL && !self->replaying);

  if ((action = get_last_done (self)) == NULL)
    return;

  self->replaying = TRUE;
  for (guint i = action->edits->len; i > 0; i--)
    self->apply (self->project, g_ptr_array_index (action->edits, i - 1), FALSE);
  self->replaying = FALSE;
  self->n_done--;
  self->sealed = TRUE;
  subject = get_subject (action);
  notify_changes (self);
  tell_replayed (self, subject);
}

void
proviso_history_unmake (ProvisoHistory *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));

  if (!proviso_history_has_just_made (self, record))
    return;

  proviso_history_undo (self);
  forget_undone (self);
  notify_changes (self);
}

void
proviso_history_redo (ProvisoHistory *self)
{
  g_autoptr (ProvisoRecord) subject = NULL;
  Action *action;

  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (self->open == NULL && !self->replaying);

  if (self->n_done == self->actions->len)
    return;

  action = g_ptr_array_index (self->actions, self->n_done);
  self->replaying = TRUE;
  for (guint i = 0; i < action->edits->len; i++)
    self->apply (self->project, g_ptr_array_index (action->edits, i), TRUE);
  self->replaying = FALSE;
  self->n_done++;
  self->sealed = TRUE;
  subject = get_subject (action);
  notify_changes (self);
  tell_replayed (self, subject);
}

guint64
proviso_history_get_token (ProvisoHistory *self)
{
  g_return_val_if_fail (PROVISO_IS_HISTORY (self), 0);

  /* What is typed on is another state, even where it joins the same action. */
  self->sealed = TRUE;

  return get_serial (self);
}

void
proviso_history_mark_saved (ProvisoHistory *self, guint64 token)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));

  self->saved_serial = token;
  notify_changes (self);
}

void
proviso_history_mark_unsaved (ProvisoHistory *self)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));

  self->saved_serial = G_MAXUINT64;
  notify_changes (self);
}

void
proviso_history_seal (ProvisoHistory *self)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));

  self->sealed = TRUE;
}

void
proviso_history_clear (ProvisoHistory *self)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (self->open == NULL && !self->replaying);

  g_ptr_array_set_size (self->actions, 0);
  self->n_done = 0;
  self->size = 0;
  self->base_serial = self->saved_serial = ++self->last_serial;
  notify_changes (self);
}

void
proviso_history_abandon (ProvisoHistory *self)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));

  g_clear_pointer (&self->open, action_free);
  self->depth = 0;
  proviso_history_clear (self);
}

void
proviso_history_begin (ProvisoHistory *self, const char *label)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (!self->replaying);

  if (self->depth++ == 0)
    self->open = action_new ();
  if (self->open->label == NULL)
    self->open->label = g_strdup (label);
}

void
proviso_history_resume (ProvisoHistory *self)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  self->resuming = self->depth == 1;
}

void
proviso_history_end (ProvisoHistory *self)
{
  Action *action;

  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (self->depth == 1 && !self->finishing)
    {
      self->finishing = TRUE;
      self->finish (self->project);
      self->finishing = FALSE;
    }
  if (--self->depth > 0)
    return;

  action = g_steal_pointer (&self->open);
  if (action->edits->len == 0)
    {
      self->resuming = FALSE;
      action_free (action);
      return;
    }

  forget_undone (self);
  if (join (self, action))
    {
      action_free (action);
    }
  else
    {
      action->serial = ++self->last_serial;
      g_ptr_array_add (self->actions, action);
      self->n_done++;
      count_size (self, action, 0);
    }
  forget_oldest (self);
  self->sealed = FALSE;
  self->resuming = FALSE;
  notify_changes (self);
}

gboolean
proviso_history_is_sealed (ProvisoHistory *self)
{
  return self->sealed;
}

gboolean
proviso_history_is_replaying (ProvisoHistory *self)
{
  return self->replaying;
}

void
proviso_history_push (ProvisoHistory *self, ProvisoEdit *edit)
{
  g_return_if_fail (PROVISO_IS_HISTORY (self));
  g_return_if_fail (self->open != NULL);

  edit->follows = self->finishing;
  g_ptr_array_add (self->open->edits, edit);
}

ProvisoEdit *
proviso_history_get_continued (ProvisoHistory *self, ProvisoRecord *record, const char *name)
{
  Action *last = get_last_done (self);
  ProvisoEdit *edit;

  if (last == NULL || self->sealed || self->open != NULL || self->n_done < self->actions->len)
    return NULL;

  /* The value, and perhaps the entry in the record's history. */
  edit = g_ptr_array_index (last->edits, 0);
  if (edit->kind != PROVISO_EDIT_PROPERTY || edit->property.record != record || edit->property.name != name ||
      last->edits->len > (edit->property.event != NULL ? 2 : 1))
    return NULL;

  return edit;
}

void
proviso_history_continue (ProvisoHistory *self)
{
  Action *last = get_last_done (self);

  last->serial = ++self->last_serial;
  count_size (self, last, 0);
  forget_oldest (self);
  notify_changes (self);
}
