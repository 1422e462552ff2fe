/* proviso-project-draft.c: how a project follows its draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For every edit of the text: the ranges move; passages that the edit swallowed become lost and remember
 * their words; lost passages whose words are put in again are tied to them; checks of the claims that the edit
 * touched are compared anew, and settled caveats on them reopened; and the edit is recorded for undo, with the places
 * that it destroyed. The cost is that of the passages at the edit, whatever the size of the project.
 */
#include "core/proviso-project-private.h"

/* A passage this short is typed by chance too often to be taken for one that comes back. */
#define MIN_RETURNING_LENGTH 2

void
proviso_project_record_quote (ProvisoProject *self, ProvisoAnchor *anchor)
{
  guint start = proviso_anchor_get_start (anchor);
  guint end = proviso_anchor_get_end (anchor);
  g_autofree char *exact = proviso_text_get_slice (self->text, start, end);
  g_autofree char *prefix =
      proviso_text_get_slice (self->text, start > PROVISO_ANCHOR_CONTEXT ? start - PROVISO_ANCHOR_CONTEXT : 0, start);
  g_autofree char *suffix = proviso_text_get_slice (self->text, end, end + PROVISO_ANCHOR_CONTEXT);

  proviso_anchor_set_quote (anchor, exact, prefix, suffix);
}

/* Keeps the words that a passage had before an edit took some of them. Where they are a part of those that are
 * recorded, the record stays: what backspace eats letter by letter is remembered whole. */
static void
remember_words (ProvisoProject *self, const ProvisoRangeChange *change, guint offset, const char *removed, guint n_removed)
{
  ProvisoAnchor *anchor = proviso_range_get_data (change->range);
  guint start = proviso_anchor_get_start (anchor);
  guint n_before = offset > change->old_start ? offset - change->old_start : 0;
  guint removed_start = change->old_start > offset ? change->old_start - offset : 0;
  guint removed_end = MIN (change->old_end - offset, n_removed);
  g_autofree char *before = proviso_text_get_slice (self->text, start, start + n_before);
  g_autofree char *taken = g_utf8_substring (removed, removed_start, removed_end);
  g_autofree char *after = proviso_text_get_slice (self->text, start + n_before, proviso_anchor_get_end (anchor));
  g_autofree char *words = g_strconcat (before, taken, after, NULL);

  if (strstr (proviso_anchor_get_exact (anchor), words) == NULL)
    proviso_anchor_set_quote (anchor, words, proviso_anchor_get_prefix (anchor), proviso_anchor_get_suffix (anchor));
}

static gboolean
is_blank (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Whether nothing but white space is left of a passage: nobody means that, and nobody would see it. */
static gboolean
is_blank_passage (ProvisoProject *self, ProvisoAnchor *anchor)
{
  g_autofree char *words =
      proviso_text_get_slice (self->text, proviso_anchor_get_start (anchor), proviso_anchor_get_end (anchor));

  return is_blank (words);
}

/* Marks as lost what has become empty, or blank, and gathers where in the text taken out it was. */
static GArray *
lose_swallowed (ProvisoProject *self, GArray *changes, guint offset, const char *removed, guint n_removed)
{
  GArray *passages = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const ProvisoRangeChange *change = &g_array_index (changes, ProvisoRangeChange, i);
      ProvisoAnchor *anchor = proviso_range_get_data (change->range);
      ProvisoClippedPassage passage = { anchor };

      if (change->old_start == change->old_end || change->old_end <= offset || change->old_start >= offset + n_removed)
        continue;

      remember_words (self, change, offset, removed, n_removed);
      if (!is_blank_passage (self, anchor))
        continue;

      proviso_anchor_set_bounds (anchor, proviso_anchor_get_start (anchor), proviso_anchor_get_start (anchor));
      passage.start = change->old_start > offset ? change->old_start - offset : 0;
      passage.end = MIN (change->old_end - offset, n_removed);
      proviso_anchor_set_state (anchor, PROVISO_ANCHOR_STATE_LOST);
      if (passages == NULL)
        passages = g_array_new (FALSE, FALSE, sizeof (ProvisoClippedPassage));
      g_array_append_val (passages, passage);
    }

  return passages;
}

/* Ties `passages` of a text that now stands at `offset` to it. Nobody hears of it yet. */
static void
tie (ProvisoProject *self, GArray *passages, guint offset)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const ProvisoClippedPassage *passage = &g_array_index (passages, ProvisoClippedPassage, i);
      ProvisoEdit *edit = proviso_edit_new_place (passage->anchor,
                                                  offset + passage->start,
                                                  offset + passage->end,
                                                  PROVISO_ANCHOR_STATE_EXACT);

      proviso_project_touch_passages (self, proviso_record_get_root (PROVISO_RECORD (passage->anchor)));
      proviso_project_put_place (self, &edit->place.to);
      proviso_history_push (self->history, edit);
    }
}

/* Only until the next edit, whichever it is: after that the text may stand elsewhere, or nowhere. */
static void
remember_insertion (ProvisoProject *self, guint offset, const char *inserted, guint n_inserted)
{
  g_set_str (&self->last_inserted, n_inserted >= MIN_RETURNING_LENGTH ? inserted : NULL);
  self->last_inserted_at = offset;
}

/* Whether the text just taken out at `offset` was put in elsewhere just before, as dragging does. */
static gboolean
was_moved (ProvisoProject *self, guint offset, const char *removed, guint n_removed, guint *moved_to)
{
  if (self->last_inserted == NULL || !g_str_equal (self->last_inserted, removed))
    return FALSE;

  *moved_to = self->last_inserted_at > offset ? self->last_inserted_at - n_removed : self->last_inserted_at;

  /* Not the insertion itself, taken out again. */
  return self->last_inserted_at >= offset + n_removed || self->last_inserted_at + n_removed <= offset;
}

static void
add_anchors (GPtrArray **anchors, GArray *passages)
{
  if (passages == NULL)
    return;

  if (*anchors == NULL)
    *anchors = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < passages->len; i++)
    g_ptr_array_add (*anchors, g_object_ref (g_array_index (passages, ProvisoClippedPassage, i).anchor));
}

/* What an edit did to passages is told once all of it is done and the text itself was told of. Whoever hears may
 * take records away: the anchors are referenced, and those of records that went are passed over. `touched` and
 * `moved`, which were lost or found: (nullable) */
static void
tell (ProvisoProject *self, GPtrArray *touched, GPtrArray *moved)
{
  for (guint i = 0; touched != NULL && i < touched->len; i++)
    {
      ProvisoRecord *root = proviso_record_get_root (g_ptr_array_index (touched, i));

      if (PROVISO_IS_CLAIM (root) && proviso_project_holds (self, root))
        proviso_project_update_claim (self, PROVISO_CLAIM (root));
    }
  for (guint i = 0; moved != NULL && i < moved->len; i++)
    {
      g_autoptr (ProvisoRecord) root = g_object_ref (proviso_record_get_root (g_ptr_array_index (moved, i)));

      if (!proviso_project_holds (self, root))
        continue;
      if (PROVISO_IS_CLAIM (root))
        proviso_project_update_claim (self, PROVISO_CLAIM (root));
      proviso_project_emit_record_changed (self, root);
    }
  if (moved != NULL)
    proviso_project_emit_passages_changed (self);
}

/* What the edit did to passages, those of the project's own after those of claims and caveats. */
static GArray *
move_ranges (ProvisoProject *self, guint offset, guint n_removed, guint n_inserted)
{
  GArray *changes = proviso_range_set_replace (self->ranges, offset, n_removed, n_inserted);
  g_autoptr (GArray) parts = proviso_project_move_parts (self, offset, n_removed, n_inserted);

  if (parts == NULL)
    return changes;
  if (changes == NULL)
    return g_steal_pointer (&parts);
  g_array_append_vals (changes, parts->data, parts->len);

  return changes;
}

static void
on_replaced (ProvisoText *text, guint offset, const char *removed, const char *inserted, ProvisoProject *self)
{
  guint n_removed = g_utf8_strlen (removed, -1);
  guint n_inserted = g_utf8_strlen (inserted, -1);
  gboolean replaying = proviso_history_is_replaying (self->history);
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GArray) lost = NULL;
  g_autoptr (GPtrArray) touched = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  ProvisoEdit *edit;

  if (n_removed == 0 && n_inserted == 0)
    return;

  edit = replaying ? NULL : proviso_edit_new_text (offset, removed, inserted);
  /* The step of undo ends once all was told. */
  if (edit != NULL)
    proviso_history_begin (self->history, NULL);
  changes = move_ranges (self, offset, n_removed, n_inserted);
  if (changes != NULL && edit != NULL)
    proviso_project_touch_changed (self, changes, offset, removed, n_inserted);
  if (changes != NULL)
    {
      touched = g_ptr_array_new_full (changes->len, g_object_unref);
      for (guint i = 0; i < changes->len; i++)
        g_ptr_array_add (touched,
                         g_object_ref (proviso_range_get_data (g_array_index (changes, ProvisoRangeChange, i).range)));
    }
  if (changes != NULL && n_removed > 0)
    {
      for (guint i = 0; edit != NULL && i < changes->len; i++)
        {
          const ProvisoRangeChange *change = &g_array_index (changes, ProvisoRangeChange, i);
          ProvisoAnchor *anchor = proviso_range_get_data (change->range);
          ProvisoPlace place = { anchor, change->old_start, change->old_end, proviso_anchor_get_state (anchor) };

          proviso_edit_add_place (edit, &place);
        }
      lost = lose_swallowed (self, changes, offset, removed, n_removed);
      add_anchors (&moved, lost);
    }

  if (edit != NULL)
    {
      g_autoptr (GArray) found = NULL;
      g_autoptr (GArray) inherited = NULL;
      /* As the next letter of a word, which is undone along with it. */
      gboolean typed_on = n_inserted == 1 && *inserted != '\n' && !proviso_history_is_sealed (self->history);
      guint moved_to;

      if (self->text_depth == 0)
        proviso_heirs_end_action (self->heirs);
      proviso_history_push (self->history, edit);
      if (lost != NULL && n_inserted == 0 && was_moved (self, offset, removed, n_removed, &moved_to))
        tie (self, lost, moved_to);
      else if (lost != NULL)
        proviso_clippings_add (self->clippings, removed, g_array_ref (lost));
      if (n_removed > 0)
        proviso_heirs_removed (self->heirs, changes, offset, n_removed);
      if (n_inserted > 0)
        inherited = proviso_heirs_inserted (self->heirs, offset, n_inserted, is_blank (inserted), typed_on);
      if (inherited != NULL)
        {
          tie (self, inherited, 0);
          add_anchors (&moved, inherited);
        }
      if (n_inserted >= MIN_RETURNING_LENGTH &&
          (found = proviso_clippings_take (self->clippings, inserted)) != NULL)
        {
          tie (self, found, offset);
          add_anchors (&moved, found);
        }
      remember_insertion (self, offset, inserted, n_inserted);
    }
  else
    {
      g_clear_pointer (&self->last_inserted, g_free);
      proviso_heirs_clear (self->heirs);
    }

  proviso_project_emit_text_replaced (self, offset, n_removed, inserted);
  tell (self, touched, moved);
  if (edit != NULL)
    proviso_history_end (self->history);
}

static void
on_begin_action (ProvisoText *text, ProvisoProject *self)
{
  if (self->text_depth++ == 0)
    proviso_heirs_end_action (self->heirs);
  if (!proviso_history_is_replaying (self->history))
    proviso_history_begin (self->history, NULL);
}

/* Whoever lost words in the action before is still there to take in those that replace them. */
static void
on_resume_action (ProvisoText *text, ProvisoProject *self)
{
  self->text_depth++;
  if (proviso_history_is_replaying (self->history))
    return;

  proviso_history_begin (self->history, NULL);
  proviso_history_resume (self->history);
}

static void
on_end_action (ProvisoText *text, ProvisoProject *self)
{
  if (self->text_depth > 0)
    self->text_depth--;
  if (!proviso_history_is_replaying (self->history))
    proviso_history_end (self->history);
}

void
proviso_project_follow_text (ProvisoProject *self, ProvisoText *text)
{
  g_signal_connect (text, "replaced", G_CALLBACK (on_replaced), self);
  g_signal_connect (text, "begin-action", G_CALLBACK (on_begin_action), self);
  g_signal_connect (text, "resume-action", G_CALLBACK (on_resume_action), self);
  g_signal_connect (text, "end-action", G_CALLBACK (on_end_action), self);
}
