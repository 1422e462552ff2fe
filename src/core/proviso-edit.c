/* proviso-edit.c: one primitive, reversible change of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-edit.h"

static void
place_clear (gpointer data)
{
  ProvisoPlace *place = data;

  g_clear_object (&place->anchor);
  g_clear_pointer (&place->lost_words, g_free);
}

ProvisoEdit *
proviso_edit_new_text (guint offset, const char *removed, const char *inserted)
{
  ProvisoEdit *self = g_new0 (ProvisoEdit, 1);

  self->kind = PROVISO_EDIT_TEXT;
  self->text.offset = offset;
  self->text.n_removed = g_utf8_strlen (removed, -1);
  self->text.n_inserted = g_utf8_strlen (inserted, -1);
  self->text.removed = g_strdup (removed);
  self->text.inserted = g_strdup (inserted);
  self->text.typed = self->text.n_removed == 0 && self->text.n_inserted == 1;

  return self;
}

ProvisoEdit *
proviso_edit_new_property (ProvisoRecord *record, const char *name, const GValue *from, const GValue *to)
{
  ProvisoEdit *self = g_new0 (ProvisoEdit, 1);

  self->kind = PROVISO_EDIT_PROPERTY;
  self->property.record = record;
  /* The project owns the history that owns this: a reference to it would be a cycle. */
  if (!PROVISO_RECORD_GET_CLASS (record)->owns_roots)
    g_object_ref (record);
  self->property.name = name;
  g_value_init (&self->property.from, G_VALUE_TYPE (from));
  g_value_copy (from, &self->property.from);
  g_value_init (&self->property.to, G_VALUE_TYPE (to));
  g_value_copy (to, &self->property.to);

  return self;
}

ProvisoEdit *
proviso_edit_new_list (ProvisoEditKind kind, ProvisoRecordList *list, guint position, ProvisoRecord *record)
{
  ProvisoEdit *self;

  g_return_val_if_fail (kind == PROVISO_EDIT_INSERT || kind == PROVISO_EDIT_REMOVE, NULL);

  self = g_new0 (ProvisoEdit, 1);
  self->kind = kind;
  self->list.list = g_object_ref (list);
  self->list.record = g_object_ref (record);
  self->list.position = position;

  if (!PROVISO_RECORD_GET_CLASS (proviso_record_list_get_owner (list))->owns_roots)
    self->list.list_owner = g_object_ref (proviso_record_list_get_owner (list));

  return self;
}

ProvisoEdit *
proviso_edit_new_place (ProvisoAnchor *anchor, guint start, guint end, ProvisoAnchorState state)
{
  ProvisoEdit *self = g_new0 (ProvisoEdit, 1);

  self->kind = PROVISO_EDIT_PLACE;
  self->place.from.anchor = g_object_ref (anchor);
  self->place.from.start = proviso_anchor_get_start (anchor);
  self->place.from.end = proviso_anchor_get_end (anchor);
  self->place.from.state = proviso_anchor_get_state (anchor);
  if (self->place.from.state == PROVISO_ANCHOR_STATE_LOST)
    self->place.from.lost_words = g_strdup (proviso_anchor_get_exact (anchor));
  self->place.to.anchor = g_object_ref (anchor);
  self->place.to.start = start;
  self->place.to.end = end;
  self->place.to.state = state;

  return self;
}

void
proviso_edit_free (ProvisoEdit *self)
{
  switch (self->kind)
    {
    case PROVISO_EDIT_TEXT:
      g_free (self->text.removed);
      g_free (self->text.inserted);
      g_clear_pointer (&self->text.places, g_array_unref);
      break;
    case PROVISO_EDIT_PROPERTY:
      if (!PROVISO_RECORD_GET_CLASS (self->property.record)->owns_roots)
        g_object_unref (self->property.record);
      g_value_unset (&self->property.from);
      g_value_unset (&self->property.to);
      g_clear_object (&self->property.event);
      break;
    case PROVISO_EDIT_INSERT:
    case PROVISO_EDIT_REMOVE:
      g_object_unref (self->list.list);
      g_object_unref (self->list.record);
      g_clear_object (&self->list.list_owner);
      break;
    case PROVISO_EDIT_PLACE:
      place_clear (&self->place.from);
      place_clear (&self->place.to);
      break;
    default:
      g_assert_not_reached ();
    }
  g_free (self);
}

static gsize
get_text_size (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

static gsize
get_value_size (const GValue *value)
{
  return G_VALUE_HOLDS_STRING (value) ? get_text_size (g_value_get_string (value)) : 0;
}

gsize
proviso_edit_get_size (const ProvisoEdit *self)
{
  gsize size = sizeof (ProvisoEdit);

  switch (self->kind)
    {
    case PROVISO_EDIT_TEXT:
      size += strlen (self->text.removed) + strlen (self->text.inserted);
      for (guint i = 0; self->text.places != NULL && i < self->text.places->len; i++)
        size += sizeof (ProvisoPlace) + get_text_size (g_array_index (self->text.places, ProvisoPlace, i).lost_words);
      break;
    case PROVISO_EDIT_PROPERTY:
      size += get_value_size (&self->property.from) + get_value_size (&self->property.to);
      break;
    case PROVISO_EDIT_PLACE:
      size += get_text_size (self->place.from.lost_words) + get_text_size (self->place.to.lost_words);
      break;
    case PROVISO_EDIT_INSERT:
    case PROVISO_EDIT_REMOVE:
      break;
    default:
      g_assert_not_reached ();
    }

  return size;
}

void
proviso_edit_add_place (ProvisoEdit *self, const ProvisoPlace *place)
{
  ProvisoPlace copy = *place;

  g_return_if_fail (self->kind == PROVISO_EDIT_TEXT);

  if (self->text.places == NULL)
    {
      self->text.places = g_array_new (FALSE, FALSE, sizeof (ProvisoPlace));
      g_array_set_clear_func (self->text.places, place_clear);
    }
  g_object_ref (copy.anchor);
  copy.lost_words = g_strdup (place->lost_words);
  g_array_append_val (self->text.places, copy);
}

gboolean
proviso_edit_is_continued_by (const ProvisoEdit *self, const ProvisoEdit *next)
{
  if (self->kind != PROVISO_EDIT_TEXT || next->kind != PROVISO_EDIT_TEXT)
    return FALSE;

  if (next->text.n_inserted == 1 && next->text.n_removed == 0)
    {
      gunichar before, typed;

      if (!self->text.typed || self->text.offset + self->text.n_inserted != next->text.offset)
        return FALSE;

      /* One step a word: a new one starts where a letter follows a space, or with a new line. */
      before = g_utf8_get_char (g_utf8_prev_char (self->text.inserted + strlen (self->text.inserted)));
      typed = g_utf8_get_char (next->text.inserted);

      return typed != '\n' && before != '\n' && (!g_unichar_isspace (before) || g_unichar_isspace (typed));
    }

  if (next->text.n_removed == 1 && next->text.n_inserted == 0)
    return self->text.n_removed == 1 && self->text.n_inserted == 0 &&
           (next->text.offset + 1 == self->text.offset || next->text.offset == self->text.offset);

  return FALSE;
}

gboolean
proviso_edit_is_replaced_by (const ProvisoEdit *self, const ProvisoEdit *next)
{
  return self->kind == PROVISO_EDIT_TEXT && next->kind == PROVISO_EDIT_TEXT && self->text.n_inserted == 0 &&
         next->text.n_removed == 0 && self->text.offset == next->text.offset;
}
