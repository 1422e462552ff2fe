/* proviso-record-changes.c: which claims, caveats and sources are otherwise than in an earlier state of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-record-changes.h"

#include "core/proviso-comment.h"

typedef struct
{
  ProvisoProject *seen;
  ProvisoProject *now;
  const char *person;
  GPtrArray *changes;
  GHashTable *persons; /* name -> how many newer entries and comments; others only */
} Comparison;

/* What one kind of record is called when it is told of. */
typedef struct
{
  const char *words; /* the property */
  ProvisoChangeKind added;
  ProvisoChangeKind changed;
  ProvisoChangeKind removed;
} Telling;

static const Telling claim_telling = { "statement", PROVISO_CHANGE_CLAIM_ADDED, PROVISO_CHANGE_CLAIM_CHANGED,
                                       PROVISO_CHANGE_CLAIM_REMOVED };
static const Telling caveat_telling = { "text", PROVISO_CHANGE_CAVEAT_ADDED, PROVISO_CHANGE_CAVEAT_CHANGED,
                                        PROVISO_CHANGE_CAVEAT_REMOVED };
static const Telling source_telling = { "title", PROVISO_CHANGE_SOURCE_ADDED, PROVISO_CHANGE_SOURCE_CHANGED,
                                        PROVISO_CHANGE_SOURCE_REMOVED };

static const Telling *
get_telling (gpointer record)
{
  return PROVISO_IS_CLAIM (record)    ? &claim_telling
         : PROVISO_IS_CAVEAT (record) ? &caveat_telling
                                      : &source_telling;
}

static const char *
get_id (gpointer record)
{
  return PROVISO_IS_CLAIM (record)    ? proviso_claim_get_id (record)
         : PROVISO_IS_CAVEAT (record) ? proviso_caveat_get_id (record)
                                      : proviso_source_get_id (record);
}

static gpointer
find (ProvisoProject *project, gpointer record)
{
  const char *id = get_id (record);

  return PROVISO_IS_CLAIM (record)    ? (gpointer) proviso_project_find_claim (project, id)
         : PROVISO_IS_CAVEAT (record) ? (gpointer) proviso_project_find_caveat (project, id)
                                      : (gpointer) proviso_project_find_source (project, id);
}

static ProvisoRecordList *
peek_events (gpointer record)
{
  return PROVISO_IS_CLAIM (record)    ? proviso_claim_peek_events (record)
         : PROVISO_IS_CAVEAT (record) ? proviso_caveat_peek_events (record)
                                      : proviso_source_peek_events (record);
}

/* (transfer full) (nullable) */
static char *
dup_words (gpointer record)
{
  char *words = NULL;

  if (record != NULL)
    g_object_get (record, get_telling (record)->words, &words, NULL);

  return words;
}

/* Whether `by` is somebody else; counts them. */
static gboolean
is_other (Comparison *self, const char *by)
{
  guint n;

  if (by == NULL || *by == '\0')
    return TRUE;
  if (g_str_equal (by, self->person))
    return FALSE;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->persons, by));
  g_hash_table_replace (self->persons, g_strdup (by), GUINT_TO_POINTER (n + 1));

  return TRUE;
}

static gboolean
events_equal (ProvisoEvent *a, ProvisoEvent *b)
{
  return g_str_equal (proviso_event_get_at (a), proviso_event_get_at (b)) &&
         g_strcmp0 (proviso_event_get_by (a), proviso_event_get_by (b)) == 0 &&
         g_strcmp0 (proviso_event_get_what (a), proviso_event_get_what (b)) == 0 &&
         g_strcmp0 (proviso_event_get_to (a), proviso_event_get_to (b)) == 0;
}

static char *
make_event_key (ProvisoEvent *event)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s", proviso_event_get_at (event), proviso_event_get_by (event),
                          proviso_event_get_what (event), proviso_event_get_to (event));
}

/* The entries that the history did not have. It is written at its end; a merge of two files may have put some
 * elsewhere. `old_events`: (nullable). */
static GPtrArray *
find_newer (ProvisoRecordList *old_events, ProvisoRecordList *new_events)
{
  guint n_old = proviso_record_list_get_size (old_events), n_new = proviso_record_list_get_size (new_events);
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *newer = g_ptr_array_new ();
  guint n_same = 0;

  while (n_same < MIN (n_old, n_new) && events_equal (proviso_record_list_peek (old_events, n_same),
                                                      proviso_record_list_peek (new_events, n_same)))
    n_same++;
  if (n_same < n_old && n_same < n_new)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = n_same; i < n_old; i++)
        g_hash_table_add (known, make_event_key (proviso_record_list_peek (old_events, i)));
    }
  for (guint i = n_same; i < n_new; i++)
    {
      ProvisoEvent *event = proviso_record_list_peek (new_events, i);
      g_autofree char *key = known != NULL ? make_event_key (event) : NULL;

      if (known == NULL || !g_hash_table_contains (known, key))
        g_ptr_array_add (newer, event);
    }

  return newer;
}

static gboolean
checks_equal (ProvisoCheck *a, ProvisoCheck *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (proviso_check_get_by (a), proviso_check_get_by (b)) == 0 &&
         g_strcmp0 (proviso_check_get_at (a), proviso_check_get_at (b)) == 0;
}

/* Whether anything that is written to the file differs, but for passages, which move with the draft; for records that
 * another program changed, without a word of it in their histories. */
static gboolean
differs (GObject *old_record, GObject *new_record)
{
  guint n_pspecs;
  g_autofree GParamSpec **pspecs =
      g_object_class_list_properties (G_OBJECT_GET_CLASS (new_record), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) old_value = G_VALUE_INIT;
      g_auto (GValue) new_value = G_VALUE_INIT;

      /* Derived ones are read-only. */
      if ((pspecs[i]->flags & G_PARAM_READWRITE) != G_PARAM_READWRITE)
        continue;
      g_value_init (&old_value, pspecs[i]->value_type);
      g_value_init (&new_value, pspecs[i]->value_type);
      g_object_get_property (old_record, pspecs[i]->name, &old_value);
      g_object_get_property (new_record, pspecs[i]->name, &new_value);
      if (G_VALUE_HOLDS (&new_value, PROVISO_TYPE_CHECK)
              ? !checks_equal (g_value_get_object (&old_value), g_value_get_object (&new_value))
              : g_param_values_cmp (pspecs[i], &old_value, &new_value) != 0)
        return TRUE;
    }

  return PROVISO_IS_CLAIM (new_record) &&
         !proviso_evidence_lists_equal (proviso_claim_peek_evidence (PROVISO_CLAIM (old_record)),
                                        proviso_claim_peek_evidence (PROVISO_CLAIM (new_record)));
}

static ProvisoChange *
add_change (Comparison *self, ProvisoChangeKind kind, gpointer old_record, gpointer new_record)
{
  g_autofree char *old_words = dup_words (old_record);
  g_autofree char *new_words = dup_words (new_record);
  ProvisoChange *change =
      proviso_change_new_record (kind, get_id (new_record != NULL ? new_record : old_record), old_words,
                                 new_words);

  g_ptr_array_add (self->changes, change);

  return change;
}

static gboolean
is_about_state (ProvisoEvent *event)
{
  return g_strcmp0 (proviso_event_get_what (event), "state") == 0 ||
         g_strcmp0 (proviso_event_get_what (event), "confirmed") == 0;
}

/* Returns: (nullable): what is told of the record. */
static ProvisoChange *
compare_record (Comparison *self, gpointer old_record, gpointer new_record)
{
  const Telling *telling = get_telling (new_record);
  g_autoptr (GPtrArray) newer =
      find_newer (old_record != NULL ? peek_events (old_record) : NULL, peek_events (new_record));
  g_autoptr (GPtrArray) by_others = g_ptr_array_new ();
  ProvisoChangeKind kind = old_record != NULL ? telling->changed : telling->added;
  ProvisoChange *change;

  for (guint i = 0; i < newer->len; i++)
    {
      ProvisoEvent *event = g_ptr_array_index (newer, i);

      if (!is_other (self, proviso_event_get_by (event)))
        continue;
      g_ptr_array_add (by_others, event);
      if (kind == PROVISO_CHANGE_CAVEAT_CHANGED && is_about_state (event))
        kind = PROVISO_CHANGE_CAVEAT_STATE;
    }
  if (by_others->len == 0 &&
      (newer->len > 0 || (old_record != NULL && !differs (G_OBJECT (old_record), G_OBJECT (new_record)))))
    return NULL;

  change = add_change (self, kind, old_record, new_record);
  for (guint i = 0; i < by_others->len; i++)
    proviso_change_add_event (change, g_ptr_array_index (by_others, i));

  return change;
}

/* The comments that are gone, which nothing tells of but that they are. Who wrote one is who can delete it. */
static void
find_removed_comments (Comparison *self, ProvisoCaveat *caveat, ProvisoRecordList *old_thread,
                       ProvisoRecordList *new_thread)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < proviso_record_list_get_size (new_thread); i++)
    g_hash_table_add (ids, (gpointer) proviso_comment_get_id (proviso_record_list_peek (new_thread, i)));
  for (guint i = 0; i < proviso_record_list_get_size (old_thread); i++)
    {
      ProvisoComment *comment = proviso_record_list_peek (old_thread, i);
      ProvisoChange *change;

      if (g_hash_table_contains (ids, proviso_comment_get_id (comment)))
        continue;
      change = proviso_change_new_record (PROVISO_CHANGE_COMMENT_REMOVED, proviso_caveat_get_id (caveat),
                                          proviso_comment_get_text (comment), NULL);
      if (is_other (self, proviso_comment_get_by (comment)))
        proviso_change_set_author (change, proviso_comment_get_by (comment), NULL);
      g_ptr_array_add (self->changes, change);
    }
}

static void
compare_thread (Comparison *self, ProvisoCaveat *old_caveat, ProvisoCaveat *new_caveat)
{
  ProvisoRecordList *old_thread = old_caveat != NULL ? proviso_caveat_peek_thread (old_caveat) : NULL;
  ProvisoRecordList *new_thread = proviso_caveat_peek_thread (new_caveat);
  g_autoptr (GHashTable) known = NULL;

  find_removed_comments (self, new_caveat, old_thread, new_thread);
  if (proviso_record_list_get_size (new_thread) == 0)
    return;

  known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < proviso_record_list_get_size (old_thread); i++)
    {
      ProvisoComment *comment = proviso_record_list_peek (old_thread, i);

      g_hash_table_insert (known, (gpointer) proviso_comment_get_id (comment), comment);
    }
  for (guint i = 0; i < proviso_record_list_get_size (new_thread); i++)
    {
      ProvisoComment *comment = proviso_record_list_peek (new_thread, i);
      ProvisoComment *old_comment = g_hash_table_lookup (known, proviso_comment_get_id (comment));
      ProvisoChange *change;
      const char *at = proviso_comment_get_at (comment);

      if (old_comment != NULL &&
          g_str_equal (proviso_comment_get_text (old_comment), proviso_comment_get_text (comment)))
        continue;
      if (!is_other (self, proviso_comment_get_by (comment)))
        continue;
      if (old_comment != NULL && proviso_comment_get_edited (comment) != NULL)
        at = proviso_comment_get_edited (comment);
      change = proviso_change_new_record (old_comment != NULL ? PROVISO_CHANGE_COMMENT_EDITED
                                                              : PROVISO_CHANGE_COMMENT_ADDED,
                                          proviso_caveat_get_id (new_caveat),
                                          old_comment != NULL ? proviso_comment_get_text (old_comment) : NULL,
                                          proviso_comment_get_text (comment));
      proviso_change_set_author (change, proviso_comment_get_by (comment), at);
      g_ptr_array_add (self->changes, change);
    }
}

static void
compare_lists (Comparison *self, ProvisoRecordList *old_records, ProvisoRecordList *new_records)
{
  for (guint i = 0; i < proviso_record_list_get_size (new_records); i++)
    {
      gpointer new_record = proviso_record_list_peek (new_records, i);
      gpointer old_record = find (self->seen, new_record);
      ProvisoChange *change = compare_record (self, old_record, new_record);

      /* Of a caveat that is new as a whole one need not be told part by part. */
      if (PROVISO_IS_CAVEAT (new_record) &&
          (change == NULL || proviso_change_get_kind (change) != PROVISO_CHANGE_CAVEAT_ADDED))
        compare_thread (self, old_record, new_record);
    }
  for (guint i = 0; i < proviso_record_list_get_size (old_records); i++)
    {
      gpointer old_record = proviso_record_list_peek (old_records, i);

      if (find (self->now, old_record) == NULL)
        add_change (self, get_telling (old_record)->removed, old_record, NULL);
    }
}

static int
compare_persons (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *first = *(char *const *) a, *second = *(char *const *) b;
  GHashTable *persons = user_data;
  guint n_first = GPOINTER_TO_UINT (g_hash_table_lookup (persons, first));
  guint n_second = GPOINTER_TO_UINT (g_hash_table_lookup (persons, second));

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;

  return g_utf8_collate (first, second);
}

static GStrv
sort_persons (GHashTable *persons)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (persons);
  GStrv sorted = g_new0 (char *, names->len + 1);

  g_ptr_array_sort_with_data (names, compare_persons, persons);
  for (guint i = 0; i < names->len; i++)
    sorted[i] = g_strdup (g_ptr_array_index (names, i));

  return sorted;
}

GPtrArray *
proviso_record_changes_find (ProvisoProject *seen,
                             ProvisoProject *now,
                             const char *person,
                             GStrv *persons)
{
  Comparison self = { seen, now, person };

  g_return_val_if_fail (PROVISO_IS_PROJECT (seen), NULL);
  g_return_val_if_fail (PROVISO_IS_PROJECT (now), NULL);

  self.changes = g_ptr_array_new_with_free_func (g_object_unref);
  self.persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  compare_lists (&self, proviso_project_get_claims (seen), proviso_project_get_claims (now));
  compare_lists (&self, proviso_project_get_caveats (seen), proviso_project_get_caveats (now));
  compare_lists (&self, proviso_project_get_sources (seen), proviso_project_get_sources (now));

  *persons = sort_persons (self.persons);
  g_hash_table_unref (self.persons);

  return self.changes;
}
