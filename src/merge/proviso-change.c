/* proviso-change.c: one thing that is otherwise than when somebody last looked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-change.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>

struct _ProvisoChange
{
  GObject parent_instance;

  ProvisoChangeKind kind;
  char *record_id;
  char *old_words;
  char *new_words;
  char *by;
  char *at;
  GPtrArray *events; /* nullable */
  guint start;       /* where there is no range */
  guint end;
  GArray *words;     /* of Words; nullable */
  ProvisoRangeSet *ranges;
  ProvisoRange *range;
};

typedef struct
{
  ProvisoChangedWords bounds; /* where there is no range */
  ProvisoRange *range;
} Words;

G_DEFINE_FINAL_TYPE (ProvisoChange, proviso_change, G_TYPE_OBJECT)

static const char *const titles[] = {
  [PROVISO_CHANGE_TEXT_CHANGED] = N_ ("Passage changed"),
  [PROVISO_CHANGE_TEXT_ADDED] = N_ ("Passage added"),
  [PROVISO_CHANGE_TEXT_REMOVED] = N_ ("Passage removed"),
  [PROVISO_CHANGE_TEXT_MOVED] = N_ ("Passage moved"),
  [PROVISO_CHANGE_CLAIM_ADDED] = N_ ("Claim added"),
  [PROVISO_CHANGE_CLAIM_CHANGED] = N_ ("Claim changed"),
  [PROVISO_CHANGE_CLAIM_REMOVED] = N_ ("Claim removed"),
  [PROVISO_CHANGE_CAVEAT_ADDED] = N_ ("Caveat flagged"),
  [PROVISO_CHANGE_CAVEAT_CHANGED] = N_ ("Caveat changed"),
  [PROVISO_CHANGE_CAVEAT_STATE] = N_ ("State of a caveat changed"),
  [PROVISO_CHANGE_CAVEAT_REMOVED] = N_ ("Caveat removed"),
  [PROVISO_CHANGE_COMMENT_ADDED] = N_ ("Comment added"),
  [PROVISO_CHANGE_COMMENT_EDITED] = N_ ("Comment edited"),
  [PROVISO_CHANGE_COMMENT_REMOVED] = N_ ("Comment removed"),
  [PROVISO_CHANGE_SOURCE_ADDED] = N_ ("Source added"),
  [PROVISO_CHANGE_SOURCE_CHANGED] = N_ ("Source changed"),
  [PROVISO_CHANGE_SOURCE_REMOVED] = N_ ("Source removed"),
};

static void
proviso_change_finalize (GObject *object)
{
  ProvisoChange *self = PROVISO_CHANGE (object);

  g_free (self->record_id);
  g_free (self->old_words);
  g_free (self->new_words);
  g_free (self->by);
  g_free (self->at);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_array_unref);

  G_OBJECT_CLASS (proviso_change_parent_class)->finalize (object);
}

static void
proviso_change_class_init (ProvisoChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_change_finalize;
}

static void
proviso_change_init (ProvisoChange *self)
{
  self->start = self->end = G_MAXUINT;
}

ProvisoChange *
proviso_change_new_text (ProvisoChangeKind kind,
                         const char *old_text,
                         const char *new_text,
                         guint start,
                         guint end)
{
  ProvisoChange *self;

  g_return_val_if_fail (kind <= PROVISO_CHANGE_TEXT_MOVED, NULL);
  g_return_val_if_fail (start <= end, NULL);

  self = g_object_new (PROVISO_TYPE_CHANGE, NULL);
  self->kind = kind;
  self->old_words = g_strdup (old_text);
  self->new_words = g_strdup (new_text);
  self->start = start;
  self->end = end;

  return self;
}

ProvisoChange *
proviso_change_new_record (ProvisoChangeKind kind,
                           const char *record_id,
                           const char *old_words,
                           const char *new_words)
{
  ProvisoChange *self;

  g_return_val_if_fail (kind > PROVISO_CHANGE_TEXT_MOVED, NULL);

  self = g_object_new (PROVISO_TYPE_CHANGE, NULL);
  self->kind = kind;
  self->record_id = g_strdup (record_id);
  self->old_words = g_strdup (old_words != NULL ? old_words : "");
  self->new_words = g_strdup (new_words != NULL ? new_words : "");

  return self;
}

void
proviso_change_set_author (ProvisoChange *self, const char *by, const char *at)
{
  g_return_if_fail (PROVISO_IS_CHANGE (self));

  g_set_str (&self->by, by != NULL && *by != '\0' ? by : NULL);
  g_set_str (&self->at, at);
}

void
proviso_change_add_words (ProvisoChange *self, guint start, guint end)
{
  g_return_if_fail (PROVISO_IS_CHANGE (self));
  g_return_if_fail (start < end);
  g_return_if_fail (self->ranges == NULL);

  if (self->words == NULL)
    self->words = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_append_vals (self->words, &(Words){ { start, end }, NULL }, 1);
}

void
proviso_change_add_event (ProvisoChange *self, ProvisoEvent *event)
{
  g_return_if_fail (PROVISO_IS_CHANGE (self));

  if (self->events == NULL)
    self->events = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->events, g_object_ref (event));
  proviso_change_set_author (self, proviso_event_get_by (event), proviso_event_get_at (event));
}

ProvisoChangeKind
proviso_change_get_kind (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), PROVISO_CHANGE_TEXT_CHANGED);

  return self->kind;
}

gboolean
proviso_change_is_text (ProvisoChange *self)
{
  return proviso_change_get_kind (self) <= PROVISO_CHANGE_TEXT_MOVED;
}

gboolean
proviso_change_is_comment (ProvisoChange *self)
{
  ProvisoChangeKind kind = proviso_change_get_kind (self);

  return kind >= PROVISO_CHANGE_COMMENT_ADDED && kind <= PROVISO_CHANGE_COMMENT_REMOVED;
}

const char *
proviso_change_get_record_id (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return self->record_id;
}

const char *
proviso_change_get_old_words (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return self->old_words;
}

const char *
proviso_change_get_new_words (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return self->new_words;
}

const char *
proviso_change_get_by (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return self->by;
}

const char *
proviso_change_get_at (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return self->at;
}

GPtrArray *
proviso_change_get_events (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return self->events;
}

gboolean
proviso_change_get_bounds (ProvisoChange *self, guint *start, guint *end)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), FALSE);

  *start = self->start;
  *end = self->end;
  if (self->range != NULL)
    proviso_range_get_bounds (self->range, start, end);

  return *start != G_MAXUINT;
}

GArray *
proviso_change_dup_words (ProvisoChange *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ProvisoChangedWords));
  ProvisoChangedWords bounds;

  g_return_val_if_fail (PROVISO_IS_CHANGE (self), all);

  for (guint i = 0; self->words != NULL && i < self->words->len; i++)
    {
      const Words *words = &g_array_index (self->words, Words, i);

      bounds = words->bounds;
      if (words->range != NULL)
        proviso_range_get_bounds (words->range, &bounds.start, &bounds.end);
      if (bounds.start < bounds.end)
        g_array_append_val (all, bounds);
    }
  if (self->words == NULL && proviso_change_get_bounds (self, &bounds.start, &bounds.end) &&
      bounds.start < bounds.end)
    g_array_append_val (all, bounds);

  return all;
}

/* Returns: (nullable): what was done last to the state of a caveat. */
static const char *
get_state_title (ProvisoChange *self)
{
  for (guint i = self->events != NULL ? self->events->len : 0; i > 0; i--)
    {
      ProvisoEvent *event = g_ptr_array_index (self->events, i - 1);
      const char *to = proviso_event_get_to (event);
      int state;

      if (g_str_equal (proviso_event_get_what (event), "confirmed") && to != NULL)
        return _ ("Caveat confirmed");
      if (g_str_equal (proviso_event_get_what (event), "state") && to != NULL &&
          proviso_vocabulary_from_wire_name (PROVISO_TYPE_CAVEAT_STATE, to, &state))
        return state == PROVISO_CAVEAT_STATE_OPEN        ? _ ("Caveat reopened")
               : state == PROVISO_CAVEAT_STATE_ADDRESSED ? _ ("Caveat addressed")
               : state == PROVISO_CAVEAT_STATE_ACCEPTED  ? _ ("Caveat accepted")
                                                         : _ ("Caveat dismissed");
    }

  return NULL;
}

/* Whether the claim was compared with its sources, and nothing in it was changed. */
static gboolean
is_only_checked (ProvisoChange *self)
{
  for (guint i = 0; self->events != NULL && i < self->events->len; i++)
    {
      ProvisoEvent *event = g_ptr_array_index (self->events, i);

      if (!g_str_equal (proviso_event_get_what (event), "check") || proviso_event_get_to (event) == NULL)
        return FALSE;
    }

  return self->events != NULL && g_strcmp0 (self->old_words, self->new_words) == 0;
}

const char *
proviso_change_get_title (ProvisoChange *self)
{
  const char *title = NULL;

  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  if (self->kind == PROVISO_CHANGE_CAVEAT_STATE)
    title = get_state_title (self);
  else if (self->kind == PROVISO_CHANGE_CLAIM_CHANGED && is_only_checked (self))
    title = _ ("Claim checked");

  return title != NULL ? title : _ (titles[self->kind]);
}

const char *
proviso_change_get_words (ProvisoChange *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGE (self), NULL);

  return *self->new_words != '\0' ? self->new_words : self->old_words;
}

void
proviso_change_set_ranges (ProvisoChange *self, ProvisoRangeSet *ranges)
{
  g_return_if_fail (PROVISO_IS_CHANGE (self));

  if (self->range != NULL)
    {
      proviso_range_get_bounds (self->range, &self->start, &self->end);
      proviso_range_set_remove (self->ranges, self->range);
      self->range = NULL;
    }
  for (guint i = 0; self->words != NULL && i < self->words->len; i++)
    {
      Words *words = &g_array_index (self->words, Words, i);

      if (words->range != NULL)
        {
          proviso_range_get_bounds (words->range, &words->bounds.start, &words->bounds.end);
          proviso_range_set_remove (self->ranges, words->range);
        }
      words->range = ranges != NULL
                         ? proviso_range_set_insert (ranges, words->bounds.start, words->bounds.end, NULL)
                         : NULL;
    }
  self->ranges = ranges;
  if (ranges != NULL && self->start != G_MAXUINT)
    self->range = proviso_range_set_insert (ranges, self->start, self->end, self);
}
