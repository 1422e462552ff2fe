/* proviso-project-changes.c: applying an edit in either direction, and what derives from records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every change of a record of the project passes through here, whether a person makes it, undo takes it back
 * or a journal replays it. So this is the one place that keeps the ids, the ranges and the derived properties
 * in step.
 */
#include "core/proviso-project-private.h"

gboolean
proviso_project_holds (ProvisoProject *self, ProvisoRecord *record)
{
  ProvisoRecord *root = proviso_record_get_root (record);

  return root == PROVISO_RECORD (self) || proviso_record_get_owner (root) == PROVISO_RECORD (self);
}

#define N_SEVERITIES (PROVISO_CAVEAT_SEVERITY_NOTE + 1)

/* The id of the claim that a record counts for as an open caveat; %NULL where it does not. */
static const char *
get_doubted_claim (ProvisoRecord *record)
{
  return PROVISO_IS_CAVEAT (record) && proviso_caveat_get_state (PROVISO_CAVEAT (record)) == PROVISO_CAVEAT_STATE_OPEN
             ? proviso_caveat_get_claim (PROVISO_CAVEAT (record))
             : NULL;
}

static ProvisoCaveatSeverity
get_severity (ProvisoRecord *record)
{
  return PROVISO_IS_CAVEAT (record) ? proviso_caveat_get_severity (PROVISO_CAVEAT (record)) : 0;
}

/* `claim_id`: (nullable). The counts are there before the claim is, and after it. */
static void
count_open_caveat (ProvisoProject *self, const char *claim_id, ProvisoCaveatSeverity severity, int change)
{
  ProvisoClaim *claim;
  guint *n_open;

  if (claim_id == NULL)
    return;

  n_open = g_hash_table_lookup (self->open_caveats, claim_id);
  if (n_open == NULL)
    {
      n_open = g_new0 (guint, N_SEVERITIES);
      g_hash_table_insert (self->open_caveats, g_strdup (claim_id), n_open);
    }
  n_open[severity] += (guint) change;
  if ((claim = proviso_project_find_claim (self, claim_id)) != NULL)
    proviso_claim_set_open_caveats (claim, n_open);
  for (guint i = 0; i < N_SEVERITIES; i++)
    if (n_open[i] > 0)
      return;
  g_hash_table_remove (self->open_caveats, claim_id);
}

static const char *
get_id (ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    return proviso_claim_get_id (PROVISO_CLAIM (record));
  if (PROVISO_IS_CAVEAT (record))
    return proviso_caveat_get_id (PROVISO_CAVEAT (record));
  if (PROVISO_IS_SOURCE (record))
    return proviso_source_get_id (PROVISO_SOURCE (record));

  return NULL;
}

ProvisoRecordList *
proviso_record_peek_anchors (ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    return proviso_claim_peek_anchors (PROVISO_CLAIM (record));
  if (PROVISO_IS_CAVEAT (record))
    return proviso_caveat_peek_anchors (PROVISO_CAVEAT (record));

  return NULL;
}

static void
set_ranges (ProvisoProject *self, ProvisoRecord *record, gboolean attached)
{
  ProvisoRecordList *anchors = proviso_record_peek_anchors (record);
  ProvisoRangeSet *ranges = attached ? self->ranges : NULL;

  if (PROVISO_IS_ANCHOR (record))
    proviso_anchor_set_ranges (PROVISO_ANCHOR (record), ranges);
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    proviso_anchor_set_ranges (proviso_record_list_peek (anchors, i), ranges);
}

void
proviso_project_attach (ProvisoProject *self, ProvisoRecord *record)
{
  const char *id = get_id (record);

  if (id != NULL)
    g_hash_table_replace (self->records_by_id, (gpointer) id, record);
  set_ranges (self, record, TRUE);
  if (PROVISO_IS_CLAIM (record))
    {
      proviso_claim_set_open_caveats (PROVISO_CLAIM (record), g_hash_table_lookup (self->open_caveats, id));
      proviso_project_update_claim (self, PROVISO_CLAIM (record));
    }
  if (PROVISO_IS_CAVEAT (record))
    proviso_project_index_caveat (self, PROVISO_CAVEAT (record), TRUE);
  count_open_caveat (self, get_doubted_claim (record), get_severity (record), 1);
}

void
proviso_project_detach (ProvisoProject *self, ProvisoRecord *record)
{
  const char *id = get_id (record);

  count_open_caveat (self, get_doubted_claim (record), get_severity (record), -1);
  if (PROVISO_IS_CAVEAT (record))
    proviso_project_index_caveat (self, PROVISO_CAVEAT (record), FALSE);
  if (id != NULL && g_hash_table_lookup (self->records_by_id, id) == record)
    g_hash_table_remove (self->records_by_id, id);
  set_ranges (self, record, FALSE);
}

void
proviso_project_update_claim (ProvisoProject *self, ProvisoClaim *claim)
{
  proviso_claim_update_derived (claim);
  proviso_claim_set_check_stale (claim,
                                 proviso_project_get_check_changes (self, claim) != PROVISO_CHECK_CHANGES_NONE);
}

/* After a change of `root` or a part of it. */
static void
record_changed (ProvisoProject *self, ProvisoRecord *root)
{
  if (PROVISO_IS_CLAIM (root))
    proviso_project_update_claim (self, PROVISO_CLAIM (root));
  if (PROVISO_IS_CAVEAT (root))
    proviso_project_index_caveat (self, PROVISO_CAVEAT (root), proviso_project_holds (self, root));
  proviso_project_emit_record_changed (self, root);
  if (!PROVISO_IS_SOURCE (root) && !PROVISO_IS_PROJECT (root))
    proviso_project_emit_passages_changed (self);
}

static void
apply_property (ProvisoProject *self, ProvisoRecord *record, const char *name, const GValue *value)
{
  g_autofree char *old_claim = g_strdup (get_doubted_claim (record));
  ProvisoCaveatSeverity old_severity = get_severity (record);

  g_object_set_property (G_OBJECT (record), name, value);
  if (g_strcmp0 (old_claim, get_doubted_claim (record)) != 0 || old_severity != get_severity (record))
    {
      count_open_caveat (self, old_claim, old_severity, -1);
      count_open_caveat (self, get_doubted_claim (record), get_severity (record), 1);
    }
  record_changed (self, proviso_record_get_root (record));
}

static void
apply_insert (ProvisoProject *self, ProvisoRecordList *list, guint position, ProvisoRecord *record)
{
  ProvisoRecord *owner = proviso_record_list_get_owner (list);

  /* Before others hear of it through the list. */
  if (proviso_project_holds (self, owner))
    proviso_project_attach (self, record);
  proviso_record_list_insert (list, position, record);
  if (owner != PROVISO_RECORD (self))
    record_changed (self, proviso_record_get_root (owner));
  else
    proviso_project_emit_passages_changed (self);
}

static void
apply_remove (ProvisoProject *self, ProvisoRecordList *list, guint position)
{
  ProvisoRecord *owner = proviso_record_list_get_owner (list);

  if (proviso_project_holds (self, owner))
    proviso_project_detach (self, proviso_record_list_peek (list, position));
  proviso_record_list_remove (list, position);
  if (owner != PROVISO_RECORD (self))
    record_changed (self, proviso_record_get_root (owner));
  else
    proviso_project_emit_passages_changed (self);
}

void
proviso_project_put_place (ProvisoProject *self, const ProvisoPlace *place)
{
  proviso_anchor_set_bounds (place->anchor, place->start, place->end);
  proviso_anchor_set_state (place->anchor, place->state);
  if (place->lost_words != NULL)
    proviso_anchor_set_quote (place->anchor,
                              place->lost_words,
                              proviso_anchor_get_prefix (place->anchor),
                              proviso_anchor_get_suffix (place->anchor));
  else
    proviso_project_record_quote (self, place->anchor);
}

static void
apply_place (ProvisoProject *self, const ProvisoPlace *place)
{
  proviso_project_put_place (self, place);
  record_changed (self, proviso_record_get_root (PROVISO_RECORD (place->anchor)));
}

static void
apply_text (ProvisoProject *self, ProvisoEdit *edit, gboolean forward)
{
  /* The text tells of its change and the ranges follow; see proviso-project-draft.c. */
  if (forward)
    {
      proviso_text_replace (self->text, edit->text.offset, edit->text.n_removed, edit->text.inserted);
      return;
    }

  proviso_text_replace (self->text, edit->text.offset, edit->text.n_inserted, edit->text.removed);
  for (guint i = 0; edit->text.places != NULL && i < edit->text.places->len; i++)
    {
      const ProvisoPlace *place = &g_array_index (edit->text.places, ProvisoPlace, i);
      ProvisoRecord *root = proviso_record_get_root (PROVISO_RECORD (place->anchor));
      /* What the words that came back did not bring back by themselves. */
      gboolean restored = proviso_anchor_get_state (place->anchor) != place->state ||
                          proviso_anchor_get_start (place->anchor) != place->start ||
                          proviso_anchor_get_end (place->anchor) != place->end;

      proviso_anchor_set_bounds (place->anchor, place->start, place->end);
      proviso_anchor_set_state (place->anchor, place->state);
      if (restored)
        record_changed (self, root);
      else if (PROVISO_IS_CLAIM (root))
        proviso_project_update_claim (self, PROVISO_CLAIM (root));
    }
}

void
proviso_project_apply (ProvisoProject *self, ProvisoEdit *edit, gboolean forward)
{
  switch (edit->kind)
    {
    case PROVISO_EDIT_TEXT:
      apply_text (self, edit, forward);
      break;
    case PROVISO_EDIT_PROPERTY:
      apply_property (self,
                      edit->property.record,
                      edit->property.name,
                      forward ? &edit->property.to : &edit->property.from);
      break;
    case PROVISO_EDIT_INSERT:
    case PROVISO_EDIT_REMOVE:
      if (forward == (edit->kind == PROVISO_EDIT_INSERT))
        apply_insert (self, edit->list.list, edit->list.position, edit->list.record);
      else
        apply_remove (self, edit->list.list, edit->list.position);
      break;
    case PROVISO_EDIT_PLACE:
      apply_place (self, forward ? &edit->place.to : &edit->place.from);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
proviso_project_splice (ProvisoProject *self,
                        ProvisoRecordList *list,
                        guint position,
                        guint n_removed,
                        gpointer record)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (proviso_record_list_get_owner (list) == PROVISO_RECORD (self));

  for (guint i = 0; i < n_removed; i++)
    apply_remove (self, list, position);
  if (record != NULL)
    apply_insert (self, list, position, record);
}
