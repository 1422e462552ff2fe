/* proviso-project.c: an article with its claims, caveats and sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project-private.h"

#include "core/proviso-date.h"
#include "core/proviso-identity.h"
#include "core/proviso-plain-text.h"

G_DEFINE_FINAL_TYPE (ProvisoProject, proviso_project, PROVISO_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_LANGUAGE,
  N_PROPS,
};

enum
{
  RECORD_CHANGED,
  TEXT_REPLACED,
  PASSAGES_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
apply_edit (gpointer user_data, ProvisoEdit *edit, gboolean forward)
{
  proviso_project_apply (user_data, edit, forward);
}

static void
finish_action (gpointer user_data)
{
  proviso_project_follow_passages (user_data);
}

static void
proviso_project_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoProject *self = PROVISO_PROJECT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_project_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoProject *self = PROVISO_PROJECT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      proviso_project_set_title (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      proviso_project_set_language (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
let_go_of_ranges (ProvisoRecordList *records)
{
  for (guint i = 0; i < proviso_record_list_get_size (records); i++)
    {
      ProvisoRecordList *anchors = proviso_record_peek_anchors (proviso_record_list_peek (records, i));

      for (guint j = 0; j < proviso_record_list_get_size (anchors); j++)
        proviso_anchor_set_ranges (proviso_record_list_peek (anchors, j), NULL);
    }
}

static void
let_go_of_remains (ProvisoProject *self)
{
  proviso_anchor_set_ranges (proviso_remains_get_anchor (self->remains), NULL);
  proviso_record_set_owner (PROVISO_RECORD (self->remains), NULL);
  g_clear_object (&self->remains);
}

static void
proviso_project_finalize (GObject *object)
{
  ProvisoProject *self = PROVISO_PROJECT (object);

  /* Records may outlive the project in somebody's hands; the ranges do not. */
  let_go_of_ranges (self->claims);
  let_go_of_ranges (self->caveats);
  let_go_of_remains (self);
  g_signal_handlers_disconnect_by_data (self->text, self);

  g_free (self->id);
  g_free (self->title);
  g_free (self->language);
  g_free (self->created);
  g_free (self->modified);
  g_free (self->last_inserted);
  proviso_history_abandon (self->history);
  g_object_unref (self->history);
  proviso_clippings_free (self->clippings);
  proviso_heirs_free (self->heirs);
  proviso_record_list_abandon (&self->claims);
  proviso_record_list_abandon (&self->caveats);
  proviso_record_list_abandon (&self->sources);
  g_hash_table_unref (self->records_by_id);
  g_hash_table_unref (self->open_caveats);
  proviso_project_clear_reopening (self);
  proviso_range_set_free (self->ranges);
  proviso_range_set_free (self->part_ranges);
  g_object_unref (self->text);

  G_OBJECT_CLASS (proviso_project_parent_class)->finalize (object);
}

static void
proviso_project_class_init (ProvisoProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_project_get_property;
  object_class->set_property = proviso_project_set_property;
  object_class->finalize = proviso_project_finalize;
  PROVISO_RECORD_CLASS (klass)->owns_roots = TRUE;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PROVISO_PARAM_READWRITE);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "en", PROVISO_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RECORD_CHANGED] = g_signal_new ("record-changed",
                                          PROVISO_TYPE_PROJECT,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          PROVISO_TYPE_RECORD);
  signals[TEXT_REPLACED] = g_signal_new ("text-replaced",
                                         PROVISO_TYPE_PROJECT,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         3,
                                         G_TYPE_UINT,
                                         G_TYPE_UINT,
                                         G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[PASSAGES_CHANGED] = g_signal_new ("passages-changed",
                                            PROVISO_TYPE_PROJECT,
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);
}

static void
proviso_project_init (ProvisoProject *self)
{
  ProvisoRecord *record = PROVISO_RECORD (self);
  g_autoptr (ProvisoPlainText) text = proviso_plain_text_new ("");

  self->title = g_strdup ("");
  self->language = g_strdup ("en");
  self->claims = proviso_record_list_new (PROVISO_TYPE_CLAIM, record);
  self->caveats = proviso_record_list_new (PROVISO_TYPE_CAVEAT, record);
  self->sources = proviso_record_list_new (PROVISO_TYPE_SOURCE, record);
  self->records_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->open_caveats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  proviso_project_init_reopening (self);
  self->ranges = proviso_range_set_new ();
  self->part_ranges = proviso_range_set_new ();
  proviso_project_set_remains (self, NULL);
  self->clippings = proviso_clippings_new ();
  self->heirs = proviso_heirs_new ();
  self->history = proviso_history_new (apply_edit, finish_action, self);
  proviso_project_set_text (self, PROVISO_TEXT (text));
}

ProvisoProject *
proviso_project_new (void)
{
  ProvisoProject *self = g_object_new (PROVISO_TYPE_PROJECT, NULL);

  self->id = proviso_identity_new_id ();
  self->created = proviso_time_now ();
  self->modified = g_strdup (self->created);

  return self;
}

ProvisoProject *
proviso_project_new_own (void)
{
  ProvisoProject *self = proviso_project_new ();
  g_autofree char *language = proviso_identity_dup_language ();

  proviso_project_set_language (self, language);

  return self;
}

const char *
proviso_project_get_id (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->id;
}

const char *
proviso_project_get_title (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->title;
}

const char *
proviso_project_get_language (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->language;
}

const char *
proviso_project_get_created (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->created;
}

const char *
proviso_project_get_modified (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->modified;
}

void
proviso_project_set_id (ProvisoProject *self, const char *id)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  g_set_str (&self->id, id);
}

void
proviso_project_set_title (ProvisoProject *self, const char *title)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  if (g_set_str (&self->title, title != NULL ? title : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
proviso_project_set_language (ProvisoProject *self, const char *language)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  if (g_set_str (&self->language, language != NULL && *language != '\0' ? language : "en"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

void
proviso_project_set_created (ProvisoProject *self, const char *time)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  g_set_str (&self->created, time);
}

void
proviso_project_set_modified (ProvisoProject *self, const char *time)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  g_set_str (&self->modified, time);
}

ProvisoRecordList *
proviso_project_get_claims (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->claims;
}

ProvisoRecordList *
proviso_project_get_caveats (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->caveats;
}

ProvisoRecordList *
proviso_project_get_sources (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->sources;
}

/* An id names one record of the project, whatever its kind. */
static gpointer
find_record (ProvisoProject *self, const char *id, GType type)
{
  gpointer record = id != NULL ? g_hash_table_lookup (self->records_by_id, id) : NULL;

  return record != NULL && G_TYPE_CHECK_INSTANCE_TYPE (record, type) ? record : NULL;
}

ProvisoClaim *
proviso_project_find_claim (ProvisoProject *self, const char *id)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return find_record (self, id, PROVISO_TYPE_CLAIM);
}

ProvisoCaveat *
proviso_project_find_caveat (ProvisoProject *self, const char *id)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return find_record (self, id, PROVISO_TYPE_CAVEAT);
}

ProvisoSource *
proviso_project_find_source (ProvisoProject *self, const char *id)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return find_record (self, id, PROVISO_TYPE_SOURCE);
}

ProvisoText *
proviso_project_get_text (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->text;
}

void
proviso_project_set_text (ProvisoProject *self, ProvisoText *text)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_TEXT (text));

  if (self->text == text)
    return;

  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (self->text, self);
  g_set_object (&self->text, text);
  proviso_project_follow_text (self, text);
}

ProvisoRangeSet *
proviso_project_get_ranges (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->ranges;
}

ProvisoHistory *
proviso_project_get_history (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->history;
}

ProvisoRemains *
proviso_project_get_remains (ProvisoProject *self)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return self->remains;
}

void
proviso_project_set_remains (ProvisoProject *self, ProvisoRemains *remains)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (remains == NULL || proviso_record_get_owner (PROVISO_RECORD (remains)) == NULL);

  if (self->remains != NULL)
    let_go_of_remains (self);
  self->remains = remains != NULL ? g_object_ref (remains) : proviso_remains_new ();
  proviso_record_set_owner (PROVISO_RECORD (self->remains), PROVISO_RECORD (self));
  proviso_anchor_set_ranges (proviso_remains_get_anchor (self->remains), self->part_ranges);
}

GArray *
proviso_project_move_parts (ProvisoProject *self, guint offset, guint n_removed, guint n_inserted)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return proviso_range_set_replace (self->part_ranges, offset, n_removed, n_inserted);
}

void
proviso_project_loaded (ProvisoProject *self)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  /* Counted anew, should it have been loaded before. */
  g_hash_table_remove_all (self->open_caveats);
  proviso_project_clear_index (self);
  for (guint i = 0; i < proviso_record_list_get_size (self->sources); i++)
    proviso_project_attach (self, proviso_record_list_peek (self->sources, i));
  for (guint i = 0; i < proviso_record_list_get_size (self->caveats); i++)
    proviso_project_attach (self, proviso_record_list_peek (self->caveats, i));
  for (guint i = 0; i < proviso_record_list_get_size (self->claims); i++)
    proviso_project_attach (self, proviso_record_list_peek (self->claims, i));
  proviso_history_clear (self->history);
}

char *
proviso_project_get_passage (ProvisoProject *self, ProvisoAnchor *anchor)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);
  g_return_val_if_fail (PROVISO_IS_ANCHOR (anchor), NULL);

  if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
    return g_strdup (proviso_anchor_get_exact (anchor));

  return proviso_text_get_slice (self->text, proviso_anchor_get_start (anchor), proviso_anchor_get_end (anchor));
}

guint
proviso_project_get_caveat_position (ProvisoProject *self, ProvisoCaveat *caveat)
{
  guint position;
  ProvisoClaim *claim;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), G_MAXUINT);
  g_return_val_if_fail (PROVISO_IS_CAVEAT (caveat), G_MAXUINT);

  position = proviso_caveat_get_position (caveat);
  if (position == G_MAXUINT && (claim = proviso_project_find_claim (self, proviso_caveat_get_claim (caveat))) != NULL)
    position = proviso_claim_get_position (claim);

  return position;
}

static gboolean
is_open (ProvisoCaveat *caveat)
{
  return proviso_caveat_get_state (caveat) == PROVISO_CAVEAT_STATE_OPEN;
}

static gboolean
is_unconfirmed (ProvisoCaveat *caveat)
{
  return is_open (caveat) || proviso_caveat_get_confirmed (caveat) == NULL;
}

static ProvisoCaveat *
get_next_caveat (ProvisoProject *self,
                 ProvisoCaveat *from,
                 guint offset,
                 gboolean forward,
                 gboolean (*is_wanted) (ProvisoCaveat *caveat))
{
  /* Places are pairs (position, index in the list), compared in the direction of travel. */
  ProvisoCaveat *next = NULL, *first = NULL;
  guint64 here, next_place = 0, first_place = 0;
  guint from_index;

  if (from != NULL && !proviso_record_list_find (self->caveats, PROVISO_RECORD (from), &from_index))
    from = NULL;
  if (from != NULL)
    here = (guint64) proviso_project_get_caveat_position (self, from) << 32 | from_index;
  else if (forward)
    here = offset > 0 ? (((guint64) offset - 1) << 32 | G_MAXUINT32) : 0;
  else
    here = (guint64) offset << 32 | G_MAXUINT32;

  for (guint i = 0; i < proviso_record_list_get_size (self->caveats); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (self->caveats, i);
      guint64 place;
      gboolean ahead;

      if (!is_wanted (caveat))
        continue;

      place = (guint64) proviso_project_get_caveat_position (self, caveat) << 32 | i;
      /* Without one to go on from, the very first place is ahead too. */
      ahead = forward ? place > here || (from == NULL && place == here) : place < here;
      if (ahead && (next == NULL || (forward ? place < next_place : place > next_place)))
        {
          next = caveat;
          next_place = place;
        }
      if (first == NULL || (forward ? place < first_place : place > first_place))
        {
          first = caveat;
          first_place = place;
        }
    }

  return next != NULL ? next : first;
}

ProvisoCaveat *
proviso_project_get_next_open_caveat (ProvisoProject *self, ProvisoCaveat *from, guint offset, gboolean forward)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return get_next_caveat (self, from, offset, forward, is_open);
}

ProvisoCaveat *
proviso_project_get_next_unconfirmed_caveat (ProvisoProject *self, ProvisoCaveat *from, guint offset, gboolean forward)
{
  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  return get_next_caveat (self, from, offset, forward, is_unconfirmed);
}

GPtrArray *
proviso_project_get_claims_of_source (ProvisoProject *self, ProvisoSource *source)
{
  GPtrArray *claims;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);
  g_return_val_if_fail (PROVISO_IS_SOURCE (source), NULL);

  claims = g_ptr_array_new ();
  for (guint i = 0; i < proviso_record_list_get_size (self->claims); i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (self->claims, i);
      ProvisoRecordList *evidence = proviso_claim_peek_evidence (claim);
      guint n_links = proviso_record_list_get_size (evidence), j = 0;

      while (j < n_links && !g_str_equal (proviso_evidence_get_source (proviso_record_list_peek (evidence, j)),
                                          proviso_source_get_id (source)))
        j++;
      if (j < n_links)
        g_ptr_array_add (claims, claim);
    }

  return claims;
}

typedef struct
{
  ProvisoClaim *claim;
  guint length;
} Innermost;

static gboolean
keep_innermost (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  Innermost *innermost = user_data;
  ProvisoRecord *root = proviso_record_get_root (proviso_range_get_data (range));

  if (PROVISO_IS_CLAIM (root) && end > start && (innermost->claim == NULL || end - start < innermost->length))
    {
      innermost->claim = PROVISO_CLAIM (root);
      innermost->length = end - start;
    }

  return TRUE;
}

ProvisoClaim *
proviso_project_get_claim_at (ProvisoProject *self, guint offset)
{
  Innermost innermost = { NULL, 0 };

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  proviso_range_set_foreach_overlapping (self->ranges, offset, offset, keep_innermost, &innermost);
  /* A cursor that stands right behind a passage is at it, too. */
  if (innermost.claim == NULL && offset > 0)
    proviso_range_set_foreach_overlapping (self->ranges, offset - 1, offset - 1, keep_innermost, &innermost);

  return innermost.claim;
}

void
proviso_project_emit_record_changed (ProvisoProject *self, ProvisoRecord *root)
{
  g_signal_emit (self, signals[RECORD_CHANGED], 0, root);
}

void
proviso_project_emit_text_replaced (ProvisoProject *self, guint offset, guint n_removed, const char *inserted)
{
  g_signal_emit (self, signals[TEXT_REPLACED], 0, offset, n_removed, inserted);
}

void
proviso_project_emit_passages_changed (ProvisoProject *self)
{
  g_signal_emit (self, signals[PASSAGES_CHANGED], 0);
}
