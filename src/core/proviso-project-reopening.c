/* proviso-project-reopening.c: settled caveats whose words change are open again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A caveat stands on its own passages or, where it has none, on those of its claim. Before something is done to a
 * passage, the words that the caveats on it stand on are noted, once an action; when the action ends, they are
 * compared with those that are there now. So what is cut and pasted within one action, dragged or replaced by the
 * same has not changed. What follows from it belongs to the same step of undo. Undo and redo put back what was there
 * and do not come here; neither does the replay of a journal, which holds the outcome.
 *
 * Where words were only taken out, the entry in the caveat's history remembers, as long as the project is open, how
 * the caveat was settled and on which words: if these are there again, it is settled as it was.
 *
 * What another program, a merge or a script did to the words comes out as the file is read, where they are others than
 * those that were recorded of the passage.
 *
 * The caveats that stand on a claim's passages are found in an index of those that are settled, or could be again.
 */
#include "core/proviso-project-private.h"

#include "core/proviso-review.h"

/* How a caveat was settled before its words were taken out. */
typedef struct
{
  ProvisoCaveatState state;
  char *reason;            /* nullable */
  ProvisoCheck *confirmed; /* nullable */
  GStrv words;
} Settlement;

/* A caveat on whose words something was done, and how it was before that. */
typedef struct
{
  ProvisoCaveatState state;
  ProvisoCheck *confirmed; /* nullable */
  GStrv words;
} Touched;

static GQuark settlement_quark (void);
G_DEFINE_QUARK (proviso-settlement, settlement)

static void
settlement_free (Settlement *settlement)
{
  g_free (settlement->reason);
  g_clear_object (&settlement->confirmed);
  g_strfreev (settlement->words);
  g_free (settlement);
}

static void
touched_free (Touched *touched)
{
  g_clear_object (&touched->confirmed);
  g_strfreev (touched->words);
  g_free (touched);
}

static GHashTable *
touched_table_new (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) touched_free);
}

void
proviso_project_init_reopening (ProvisoProject *self)
{
  self->relying = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->relied_on = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->touched = touched_table_new ();
}

void
proviso_project_clear_reopening (ProvisoProject *self)
{
  g_hash_table_unref (self->relying);
  g_hash_table_unref (self->relied_on);
  g_hash_table_unref (self->touched);
}

/* What an open caveat's last change of state remembers; %NULL where it remembers nothing. */
static const Settlement *
get_settlement (ProvisoCaveat *caveat)
{
  ProvisoEvent *event = proviso_review_get_state_event (caveat);

  return event != NULL ? g_object_get_qdata (G_OBJECT (event), settlement_quark ()) : NULL;
}

/* Whether a change of its words can make a difference to the caveat. */
static gboolean
is_concerned (ProvisoCaveat *caveat)
{
  return proviso_caveat_get_state (caveat) != PROVISO_CAVEAT_STATE_OPEN || get_settlement (caveat) != NULL;
}

static void
unindex (ProvisoProject *self, ProvisoCaveat *caveat)
{
  const char *claim_id = g_hash_table_lookup (self->relied_on, caveat);
  GHashTable *caveats;

  if (claim_id == NULL)
    return;

  caveats = g_hash_table_lookup (self->relying, claim_id);
  g_hash_table_remove (caveats, caveat);
  if (g_hash_table_size (caveats) == 0)
    g_hash_table_remove (self->relying, claim_id);
  g_hash_table_remove (self->relied_on, caveat);
}

void
proviso_project_index_caveat (ProvisoProject *self, ProvisoCaveat *caveat, gboolean attached)
{
  const char *old_id = g_hash_table_lookup (self->relied_on, caveat);
  const char *claim_id = NULL;
  GHashTable *caveats;

  if (attached && proviso_record_list_get_size (proviso_caveat_peek_anchors (caveat)) == 0 && is_concerned (caveat))
    claim_id = proviso_caveat_get_claim (caveat);
  if (g_strcmp0 (old_id, claim_id) == 0)
    return;

  unindex (self, caveat);
  if (claim_id == NULL)
    return;

  if ((caveats = g_hash_table_lookup (self->relying, claim_id)) == NULL)
    {
      caveats = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->relying, g_strdup (claim_id), caveats);
    }
  g_hash_table_add (caveats, caveat);
  g_hash_table_insert (self->relied_on, caveat, g_strdup (claim_id));
}

void
proviso_project_clear_index (ProvisoProject *self)
{
  g_hash_table_remove_all (self->relying);
  g_hash_table_remove_all (self->relied_on);
}

/* The words that a passage had before the edit at `offset` that `change` is of. */
static char *
get_old_words (ProvisoProject *self,
               const ProvisoRangeChange *change,
               guint offset,
               const char *removed,
               guint n_removed,
               guint n_inserted)
{
  guint removed_end = offset + n_removed;
  g_autofree char *before = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *after = NULL;

  if (change->old_start < offset)
    before = proviso_text_get_slice (self->text, change->old_start, MIN (change->old_end, offset));
  if (change->old_start < removed_end && change->old_end > offset)
    taken = g_utf8_substring (removed,
                              MAX (change->old_start, offset) - offset,
                              MIN (change->old_end, removed_end) - offset);
  if (change->old_end > removed_end)
    after = proviso_text_get_slice (self->text,
                                    MAX (change->old_start, removed_end) - n_removed + n_inserted,
                                    change->old_end - n_removed + n_inserted);

  return g_strconcat (before != NULL ? before : "", taken != NULL ? taken : "", after != NULL ? after : "", NULL);
}

/* The words that a caveat stands on, without those that are lost. White space at their ends is none of them.
 * `old_words`: (nullable): anchor -> the words that it had, where they are others now. */
static GStrv
get_words (ProvisoProject *self, ProvisoCaveat *caveat, GHashTable *old_words)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (caveat);

  if (proviso_record_list_get_size (anchors) == 0)
    {
      ProvisoClaim *claim = proviso_project_find_claim (self, proviso_caveat_get_claim (caveat));

      anchors = claim != NULL ? proviso_claim_peek_anchors (claim) : NULL;
    }
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      const char *old = old_words != NULL ? g_hash_table_lookup (old_words, anchor) : NULL;

      if (old != NULL)
        g_strv_builder_take (words, g_strstrip (g_strdup (old)));
      else if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
        g_strv_builder_take (words, g_strstrip (proviso_project_get_passage (self, anchor)));
    }

  return g_strv_builder_end (words);
}

static void
touch_caveat (ProvisoProject *self, ProvisoCaveat *caveat, GHashTable *old_words)
{
  ProvisoCheck *confirmed;
  Touched *touched;

  if (!is_concerned (caveat) || g_hash_table_contains (self->touched, caveat))
    return;

  confirmed = proviso_caveat_get_confirmed (caveat);
  touched = g_new0 (Touched, 1);
  touched->state = proviso_caveat_get_state (caveat);
  touched->confirmed = confirmed != NULL ? g_object_ref (confirmed) : NULL;
  touched->words = get_words (self, caveat, old_words);
  g_hash_table_insert (self->touched, g_object_ref (caveat), touched);
}

static void
touch (ProvisoProject *self, ProvisoRecord *root, GHashTable *old_words)
{
  GHashTable *caveats;
  GHashTableIter iter;
  gpointer caveat;

  if (PROVISO_IS_CAVEAT (root))
    {
      touch_caveat (self, PROVISO_CAVEAT (root), old_words);
      return;
    }
  if (!PROVISO_IS_CLAIM (root) ||
      (caveats = g_hash_table_lookup (self->relying, proviso_claim_get_id (PROVISO_CLAIM (root)))) == NULL)
    return;

  g_hash_table_iter_init (&iter, caveats);
  while (g_hash_table_iter_next (&iter, &caveat, NULL))
    touch_caveat (self, caveat, old_words);
}

void
proviso_project_touch_passages (ProvisoProject *self, ProvisoRecord *root)
{
  if (proviso_project_holds (self, root))
    touch (self, root, NULL);
}

/* Whether a change of the words of `root` has to be followed at all. */
static gboolean
is_followed (ProvisoProject *self, ProvisoRecord *root)
{
  if (PROVISO_IS_CAVEAT (root))
    return is_concerned (PROVISO_CAVEAT (root));

  return PROVISO_IS_CLAIM (root) &&
         g_hash_table_contains (self->relying, proviso_claim_get_id (PROVISO_CLAIM (root)));
}

void
proviso_project_touch_changed (ProvisoProject *self,
                               GArray *changes,
                               guint offset,
                               const char *removed,
                               guint n_inserted)
{
  g_autoptr (GHashTable) old_words = NULL;
  g_autoptr (GPtrArray) roots = NULL;
  guint n_removed = g_utf8_strlen (removed, -1);

  for (guint i = 0; i < changes->len; i++)
    {
      const ProvisoRangeChange *change = &g_array_index (changes, ProvisoRangeChange, i);
      ProvisoAnchor *anchor = proviso_range_get_data (change->range);
      ProvisoRecord *root = proviso_record_get_root (PROVISO_RECORD (anchor));

      if (change->old_start == change->old_end || !is_followed (self, root))
        continue;
      if (old_words == NULL)
        {
          old_words = g_hash_table_new_full (NULL, NULL, NULL, g_free);
          roots = g_ptr_array_new ();
        }
      g_hash_table_insert (old_words,
                           anchor,
                           get_old_words (self, change, offset, removed, n_removed, n_inserted));
      g_ptr_array_add (roots, root);
    }

  for (guint i = 0; roots != NULL && i < roots->len; i++)
    touch (self, g_ptr_array_index (roots, i), old_words);
}

void
proviso_project_forget_touched (ProvisoProject *self, ProvisoCaveat *caveat)
{
  g_hash_table_remove (self->touched, caveat);
}

/* Whether `words` are what is left when some of `all` go. */
static gboolean
is_rest (const char *const *words, const char *const *all)
{
  for (; *all != NULL && *words != NULL; all++)
    if (g_str_equal (*words, *all))
      words++;

  return *words == NULL;
}

static void
reopen (ProvisoProject *self, ProvisoCaveat *caveat, const Touched *touched, const char *const *words)
{
  gboolean removed = is_rest (words, (const char *const *) touched->words);
  const char *cause = self->outside ? PROVISO_EVENT_CAUSE_PASSAGE_CHANGED_OUTSIDE
                      : removed     ? PROVISO_EVENT_CAUSE_PASSAGE_REMOVED
                                    : PROVISO_EVENT_CAUSE_PASSAGE_CHANGED;
  Settlement *settlement = NULL;

  if (removed)
    {
      settlement = g_new0 (Settlement, 1);
      settlement->state = touched->state;
      settlement->reason = g_strdup (proviso_caveat_get_reason (caveat));
      settlement->confirmed = touched->confirmed != NULL ? g_object_ref (touched->confirmed) : NULL;
      settlement->words = g_strdupv (touched->words);
    }
  proviso_project_put_state (self, caveat, PROVISO_CAVEAT_STATE_OPEN, NULL, NULL, NULL, cause);
  self->n_reopened += self->outside;
  if (settlement != NULL)
    g_object_set_qdata_full (G_OBJECT (proviso_review_get_state_event (caveat)),
                             settlement_quark (),
                             settlement,
                             (GDestroyNotify) settlement_free);
  proviso_project_index_caveat (self, caveat, TRUE);
}

static void
compare (ProvisoProject *self, ProvisoCaveat *caveat, const Touched *touched)
{
  ProvisoCaveatState state = proviso_caveat_get_state (caveat);
  const Settlement *settlement;
  g_auto (GStrv) words = NULL;

  /* Somebody's word that came after counts. */
  if (!proviso_project_holds (self, PROVISO_RECORD (caveat)) || state != touched->state ||
      proviso_caveat_get_confirmed (caveat) != touched->confirmed)
    return;

  words = get_words (self, caveat, NULL);
  if (g_strv_equal ((const char *const *) words, (const char *const *) touched->words))
    return;

  if (state != PROVISO_CAVEAT_STATE_OPEN)
    {
      reopen (self, caveat, touched, (const char *const *) words);
    }
  else if ((settlement = get_settlement (caveat)) != NULL &&
           g_strv_equal ((const char *const *) words, (const char *const *) settlement->words))
    {
      proviso_project_put_state (self,
                                 caveat,
                                 settlement->state,
                                 settlement->reason,
                                 settlement->confirmed,
                                 settlement->reason,
                                 PROVISO_EVENT_CAUSE_PASSAGE_RETURNED);
    }
}

void
proviso_project_follow_passages (ProvisoProject *self)
{
  /* Who hears of it may change more. */
  while (g_hash_table_size (self->touched) > 0)
    {
      g_autoptr (GHashTable) touched = g_steal_pointer (&self->touched);
      GHashTableIter iter;
      gpointer caveat, before;

      self->touched = touched_table_new ();
      g_hash_table_iter_init (&iter, touched);
      while (g_hash_table_iter_next (&iter, &caveat, &before))
        compare (self, caveat, before);
    }
}

void
proviso_project_reopen_changed (ProvisoProject *self, GPtrArray *anchors)
{
  g_autoptr (GHashTable) old_words = NULL;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (anchors != NULL);
  g_return_if_fail (!proviso_history_get_can_undo (self->history));

  old_words = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < anchors->len; i++)
    {
      ProvisoAnchor *anchor = g_ptr_array_index (anchors, i);

      g_hash_table_insert (old_words, anchor, (gpointer) proviso_anchor_get_exact (anchor));
    }

  self->outside = TRUE;
  proviso_history_begin (self->history, NULL);
  for (guint i = 0; i < anchors->len; i++)
    touch (self, proviso_record_get_root (g_ptr_array_index (anchors, i)), old_words);
  proviso_history_end (self->history);
  self->outside = FALSE;

  if (proviso_history_get_can_undo (self->history))
    {
      proviso_history_clear (self->history);
      proviso_history_mark_unsaved (self->history);
    }
}

guint
proviso_project_get_n_reopened (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), 0);

  return self->n_reopened;
}
