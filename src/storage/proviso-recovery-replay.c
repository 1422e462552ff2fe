/* proviso-recovery-replay.c: from a journal's base and log to the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "storage/proviso-recovery-replay.h"

#include "core/proviso-plain-text.h"
#include "storage/proviso-codec.h"
#include "storage/proviso-journal-changes.h"
#include "storage/proviso-json.h"

#include <string.h>

typedef struct
{
  ProvisoProject *project;
  ProvisoText *text; /* the draft as it comes to be; the project gets it at the end */
  ProvisoJson *json; /* the line */
} Replay;

/* The `index`th item as a number. Returns: whether it is one. */
static gboolean
read_number (yyjson_val *list, gsize index, guint *number)
{
  yyjson_val *value = yyjson_arr_get (list, index);
  const char *lexeme = yyjson_get_raw (value);
  guint64 parsed;

  if (lexeme == NULL || yyjson_get_len (value) > 10)
    return FALSE;
  parsed = g_ascii_strtoull (lexeme, NULL, 10);
  *number = (guint) parsed;

  return parsed <= G_MAXUINT;
}

static ProvisoRecordList *
find_list (Replay *self, yyjson_val *name, GType *type)
{
  if (yyjson_equals_str (name, "claims"))
    {
      *type = PROVISO_TYPE_CLAIM;
      return proviso_project_get_claims (self->project);
    }
  if (yyjson_equals_str (name, "caveats"))
    {
      *type = PROVISO_TYPE_CAVEAT;
      return proviso_project_get_caveats (self->project);
    }
  if (yyjson_equals_str (name, "sources"))
    {
      *type = PROVISO_TYPE_SOURCE;
      return proviso_project_get_sources (self->project);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable) */
static gpointer
read_record (Replay *self, GType type, yyjson_val *value)
{
  gsize length;
  const char *json;

  /* One that could not be written when it was made: its later state may follow. */
  if (yyjson_is_str (value) && type == PROVISO_TYPE_CLAIM)
    return proviso_claim_new (yyjson_get_str (value));
  if (yyjson_is_str (value) && type == PROVISO_TYPE_CAVEAT)
    return proviso_caveat_new (yyjson_get_str (value));
  if (yyjson_is_str (value) && type == PROVISO_TYPE_SOURCE)
    return proviso_source_new (yyjson_get_str (value));
  if (!yyjson_is_obj (value))
    return NULL;

  json = proviso_json_get_source (self->json, value, &length);

  return proviso_codec_record_from_json (type, json, (gssize) length, NULL);
}

/* The record of the project that has this one's id. */
static gpointer
find_same (Replay *self, ProvisoRecord *record)
{
  if (PROVISO_IS_CLAIM (record))
    return proviso_project_find_claim (self->project, proviso_claim_get_id (PROVISO_CLAIM (record)));
  if (PROVISO_IS_CAVEAT (record))
    return proviso_project_find_caveat (self->project, proviso_caveat_get_id (PROVISO_CAVEAT (record)));

  return proviso_project_find_source (self->project, proviso_source_get_id (PROVISO_SOURCE (record)));
}

static gboolean
replay_text (Replay *self, yyjson_val *edit)
{
  const char *inserted = yyjson_get_str (yyjson_arr_get (edit, 2));
  g_autoptr (GArray) moved = NULL;
  g_autoptr (GArray) parts = NULL;
  guint offset, n_removed, length = proviso_text_get_length (self->text);

  if (!read_number (edit, 0, &offset) || !read_number (edit, 1, &n_removed) || inserted == NULL ||
      strlen (inserted) < yyjson_get_len (yyjson_arr_get (edit, 2)) || offset > length ||
      n_removed > length - offset)
    return FALSE;

  proviso_text_replace (self->text, offset, n_removed, inserted);
  moved = proviso_range_set_replace (proviso_project_get_ranges (self->project), offset, n_removed,
                                     (guint) g_utf8_strlen (inserted, -1));
  parts = proviso_project_move_parts (self->project, offset, n_removed, (guint) g_utf8_strlen (inserted, -1));

  return TRUE;
}

static gboolean
replay_splice (Replay *self, yyjson_val *splice)
{
  GType type;
  ProvisoRecordList *list = find_list (self, yyjson_arr_get_first (splice), &type);
  yyjson_val *added = yyjson_arr_get (splice, 3);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint position, n_removed, size;
  yyjson_arr_iter iter = yyjson_arr_iter_with (added);

  if (list == NULL || !read_number (splice, 1, &position) || !read_number (splice, 2, &n_removed) ||
      !yyjson_is_arr (added))
    return FALSE;
  size = proviso_record_list_get_size (list);
  if (position > size || n_removed > size - position)
    return FALSE;

  /* All of them are read before anything changes. */
  for (yyjson_val *value = yyjson_arr_iter_next (&iter); value != NULL; value = yyjson_arr_iter_next (&iter))
    {
      gpointer record = read_record (self, type, value);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }

  proviso_project_splice (self->project, list, position, n_removed, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      if (find_same (self, g_ptr_array_index (records, i)) != NULL)
        return FALSE;
      proviso_project_splice (self->project, list, position + i, 0, g_ptr_array_index (records, i));
    }

  return TRUE;
}

static gboolean
replay_record (Replay *self, yyjson_val *put)
{
  GType type;
  ProvisoRecordList *list = find_list (self, yyjson_arr_get_first (put), &type);
  g_autoptr (ProvisoRecord) record = list != NULL ? read_record (self, type, yyjson_arr_get (put, 1)) : NULL;
  gpointer old = NULL;
  guint position;

  if (record == NULL)
    return FALSE;
  old = find_same (self, record);
  if (old == NULL || !proviso_record_list_find (list, old, &position))
    return FALSE;

  proviso_project_splice (self->project, list, position, 1, record);

  return TRUE;
}

static gboolean
replay_head (Replay *self, yyjson_val *value)
{
  g_autoptr (ProvisoProject) head = read_record (self, PROVISO_TYPE_PROJECT, value);
  g_autoptr (ProvisoRemains) remains = NULL;

  if (head == NULL)
    return FALSE;

  proviso_project_set_title (self->project, proviso_project_get_title (head));
  proviso_project_set_language (self->project, proviso_project_get_language (head));
  proviso_project_set_created (self->project, proviso_project_get_created (head));
  proviso_project_set_modified (self->project, proviso_project_get_modified (head));
  remains = g_object_ref (proviso_project_get_remains (head));
  proviso_project_set_remains (head, NULL);
  proviso_project_set_remains (self->project, remains);

  return TRUE;
}

static gboolean
replay_line (Replay *self, yyjson_val *line)
{
  yyjson_obj_iter iter = yyjson_obj_iter_with (line);
  yyjson_val *key = yyjson_obj_iter_next (&iter);
  yyjson_val *value = yyjson_obj_iter_get_val (key);
  guint length;

  if (yyjson_equals_str (key, "t"))
    return replay_text (self, value);
  if (yyjson_equals_str (key, "s"))
    return replay_splice (self, value);
  if (yyjson_equals_str (key, "p"))
    return replay_record (self, value);
  if (yyjson_equals_str (key, "h"))
    return replay_head (self, value);
  if (yyjson_equals_str (key, "n"))
    return yyjson_get_raw (value) != NULL &&
           (length = (guint) g_ascii_strtoull (yyjson_get_raw (value), NULL, 10),
            length == proviso_text_get_length (self->text));

  return FALSE;
}

/* Where a batch broke off between the draft and the records, these do not know yet what happened to their
 * words; and no passage may lie where there is no draft. */
static void
check_anchor (ProvisoAnchor *anchor, guint length)
{
  guint start = proviso_anchor_get_start (anchor);
  guint end = proviso_anchor_get_end (anchor);

  if (end > length)
    proviso_anchor_set_bounds (anchor, MIN (start, length), length);
  if (start == end || end > length)
    proviso_anchor_set_state (anchor, PROVISO_ANCHOR_STATE_LOST);
}

static void
check_anchors (ProvisoRecordList *anchors, guint length)
{
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    check_anchor (proviso_record_list_peek (anchors, i), length);
}

/* What derives from records and draft is made anew, now that both are complete. */
static void
settle (Replay *self)
{
  ProvisoRecordList *claims = proviso_project_get_claims (self->project);
  ProvisoRecordList *caveats = proviso_project_get_caveats (self->project);
  guint length = proviso_text_get_length (self->text);

  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
      check_anchors (proviso_claim_peek_anchors (proviso_record_list_peek (claims, i)), length);
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    check_anchors (proviso_caveat_peek_anchors (proviso_record_list_peek (caveats, i)), length);
  check_anchor (proviso_remains_get_anchor (proviso_project_get_remains (self->project)), length);

  proviso_project_set_text (self->project, self->text);
  proviso_project_loaded (self->project);
}

gboolean
proviso_recovery_replay (ProvisoProject *project, const char *log, gsize length)
{
  g_autofree char *draft = proviso_text_dup (proviso_project_get_text (project));
  g_autoptr (ProvisoPlainText) text = proviso_plain_text_new (draft);
  Replay self = { project, PROVISO_TEXT (text), NULL };
  gboolean whole = TRUE;

  for (const char *line = log, *end; whole && line < log + length; line = end + 1)
    {
      g_autoptr (GBytes) bytes = NULL;

      end = memchr (line, '\n', (gsize) (log + length - line));
      if (end == NULL)
        break;

      bytes = g_bytes_new_static (line, (gsize) (end - line));
      self.json = proviso_json_parse (bytes, NULL);
      whole = self.json != NULL && replay_line (&self, proviso_json_get_root (self.json));
      g_clear_pointer (&self.json, proviso_json_free);
    }
  settle (&self);

  return whole;
}
