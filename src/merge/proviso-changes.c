/* proviso-changes.c: what others did to a project since somebody last looked at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "merge/proviso-changes.h"

#include "merge/proviso-record-changes.h"
#include "merge/proviso-text-changes.h"
#include "merge/proviso-word-diff.h"

#include <glib/gi18n-lib.h>

struct _ProvisoChanges
{
  GObject parent_instance;

  GListStore *list;
  GHashTable *looked_at; /* of ProvisoChange */
  ProvisoRangeSet *ranges;
  GStrv persons; /* the others who made them as far as is known, the busiest first */
  /* How many of each the summary names. */
  guint n_passages;
  guint n_claims;
  guint n_caveats;
  guint n_comments;
  guint n_sources;
};

enum
{
  SIGNAL_LOOKED_THROUGH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoChanges, proviso_changes, G_TYPE_OBJECT)

/* A change and where it stands in the draft. */
typedef struct
{
  ProvisoChange *change;
  guint place;
  guint order;
} Placed;

static void
proviso_changes_finalize (GObject *object)
{
  ProvisoChanges *self = PROVISO_CHANGES (object);

  /* Rows may keep a change a little longer. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (ProvisoChange) change = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      proviso_change_set_ranges (change, NULL);
    }
  g_hash_table_unref (self->looked_at);
  g_object_unref (self->list);
  proviso_range_set_free (self->ranges);
  g_strfreev (self->persons);

  G_OBJECT_CLASS (proviso_changes_parent_class)->finalize (object);
}

static void
proviso_changes_class_init (ProvisoChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_changes_finalize;

  signals[SIGNAL_LOOKED_THROUGH] = g_signal_new ("looked-through", PROVISO_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_changes_init (ProvisoChanges *self)
{
  self->list = g_list_store_new (PROVISO_TYPE_CHANGE);
  self->looked_at = g_hash_table_new (NULL, NULL);
  self->ranges = proviso_range_set_new ();
}

static guint
get_place (ProvisoProject *project, ProvisoChange *change)
{
  const char *id = proviso_change_get_record_id (change);
  ProvisoClaim *claim;
  ProvisoCaveat *caveat;
  guint start, end;

  if (proviso_change_get_bounds (change, &start, &end))
    return start;
  if ((claim = proviso_project_find_claim (project, id)) != NULL)
    return proviso_claim_get_position (claim);
  if ((caveat = proviso_project_find_caveat (project, id)) != NULL)
    return proviso_project_get_caveat_position (project, caveat);

  return G_MAXUINT;
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* Puts them in the order of the draft. */
static void
take (ProvisoChanges *self, ProvisoProject *project, GPtrArray *changes)
{
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), changes->len);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (changes->len);

  for (guint i = 0; i < changes->len; i++)
    {
      ProvisoChange *change = g_ptr_array_index (changes, i);

      g_array_append_vals (placed, &(Placed){ change, get_place (project, change), i }, 1);
    }
  g_array_sort (placed, compare_placed);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (sorted, g_array_index (placed, Placed, i).change);
  for (guint i = 0; i < sorted->len; i++)
    proviso_change_set_ranges (g_ptr_array_index (sorted, i), self->ranges);
  g_list_store_splice (self->list, 0, 0, sorted->pdata, sorted->len);
}

/* A record with several rows, one for each comment, counts once. */
static void
count (ProvisoChanges *self)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (ProvisoChange) change = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      ProvisoChangeKind kind = proviso_change_get_kind (change);

      if (kind <= PROVISO_CHANGE_TEXT_MOVED)
        self->n_passages++;
      else if (proviso_change_is_comment (change))
        self->n_comments++;
      else if (!g_hash_table_add (records, (gpointer) proviso_change_get_record_id (change)))
        continue;
      else if (kind <= PROVISO_CHANGE_CLAIM_REMOVED)
        self->n_claims++;
      else if (kind <= PROVISO_CHANGE_CAVEAT_REMOVED)
        self->n_caveats++;
      else
        self->n_sources++;
    }
}

ProvisoChanges *
proviso_changes_new (ProvisoProject *seen, ProvisoProject *now, const char *person)
{
  ProvisoChanges *self;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) of_records = NULL;
  g_autofree char *old_draft = NULL;
  g_autofree char *new_draft = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (seen), NULL);
  g_return_val_if_fail (PROVISO_IS_PROJECT (now), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  self = g_object_new (PROVISO_TYPE_CHANGES, NULL);
  of_records = proviso_record_changes_find (seen, now, person, &self->persons);
  old_draft = proviso_text_dup (proviso_project_get_text (seen));
  new_draft = proviso_text_dup (proviso_project_get_text (now));
  changes = proviso_text_changes_find (old_draft, new_draft);
  g_ptr_array_extend (changes, of_records, (GCopyFunc) (gpointer) g_object_ref, NULL);
  take (self, now, changes);
  count (self);

  return self;
}

GListModel *
proviso_changes_get_list (ProvisoChanges *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGES (self), NULL);

  return G_LIST_MODEL (self->list);
}

void
proviso_changes_look_at (ProvisoChanges *self, ProvisoChange *change)
{
  g_return_if_fail (PROVISO_IS_CHANGES (self));
  g_return_if_fail (PROVISO_IS_CHANGE (change));

  g_hash_table_add (self->looked_at, change);
}

gboolean
proviso_changes_leave (ProvisoChanges *self)
{
  g_return_val_if_fail (PROVISO_IS_CHANGES (self), FALSE);

  if (g_hash_table_size (self->looked_at) < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_LOOKED_THROUGH], 0);

  return TRUE;
}

static char *
join (GPtrArray *parts)
{
  GString *joined = g_string_new (g_ptr_array_index (parts, 0));

  for (guint i = 1; i < parts->len; i++)
    {
      g_autofree char *before = g_strdup (joined->str);

      /* Translators: a list: "3 passages, 2 claims" and then "3 passages, 2 claims and 4 caveats". */
      g_string_printf (joined, i + 1 < parts->len ? C_ ("list", "%s, %s") : C_ ("list", "%s and %s"), before,
                       (const char *) g_ptr_array_index (parts, i));
    }

  return g_string_free_and_steal (joined);
}

char *
proviso_changes_dup_summary (ProvisoChanges *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *what = NULL;
  g_autofree char *who = NULL;
  guint n_persons;

  g_return_val_if_fail (PROVISO_IS_CHANGES (self), NULL);

  if (self->n_passages > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u passage", "%u passages", self->n_passages),
                                             self->n_passages));
  if (self->n_claims > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u claim", "%u claims", self->n_claims), self->n_claims));
  if (self->n_caveats > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u caveat", "%u caveats", self->n_caveats),
                                             self->n_caveats));
  if (self->n_comments > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u comment", "%u comments", self->n_comments),
                                             self->n_comments));
  if (self->n_sources > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u source", "%u sources", self->n_sources),
                                             self->n_sources));
  if (parts->len == 0)
    return NULL;

  what = join (parts);
  n_persons = g_strv_length (self->persons);
  if (n_persons == 0)
    /* Translators: %s is a list such as "3 passages, 2 claims and 4 caveats". */
    return g_strdup_printf (_ ("Changed since you last looked: %s"), what);
  if (n_persons == 1)
    who = g_strdup (self->persons[0]);
  else if (n_persons == 2)
    who = g_strdup_printf (C_ ("list", "%s and %s"), self->persons[0], self->persons[1]);
  else
    /* Translators: %s is a person's name, %u how many others there are. */
    who = g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", n_persons - 1), self->persons[0],
                           n_persons - 1);

  /* Translators: the first %s is who, "Anna" or "Anna and 2 others"; the second one a list such as "3 passages, 2 claims
   * and 4 caveats". */
  return g_strdup_printf (_ ("%s changed %s since you last looked"), who, what);
}

typedef struct
{
  guint start;
  guint end;
  ProvisoChange *found;
} Search;

static gboolean
search_cb (ProvisoRange *range, guint start, guint end, gpointer user_data)
{
  Search *search = user_data;

  if (proviso_range_get_data (range) != NULL && start == search->start && end == search->end)
    search->found = proviso_range_get_data (range);

  return search->found == NULL;
}

GArray *
proviso_changes_find_words (ProvisoChanges *self, guint start, guint end)
{
  Search search = { start, end, NULL };

  g_return_val_if_fail (PROVISO_IS_CHANGES (self), NULL);
  g_return_val_if_fail (start <= end, NULL);

  proviso_range_set_foreach_overlapping (self->ranges, start, end, search_cb, &search);

  return search.found != NULL ? proviso_change_dup_words (search.found)
                              : g_array_new (FALSE, FALSE, sizeof (ProvisoChangedWords));
}

void
proviso_changes_follow_edit (ProvisoChanges *self, guint offset, guint n_removed, guint n_inserted)
{
  GArray *moved;

  g_return_if_fail (PROVISO_IS_CHANGES (self));

  moved = proviso_range_set_replace (self->ranges, offset, n_removed, n_inserted);
  g_clear_pointer (&moved, g_array_unref);
}

void
proviso_changes_follow_draft (ProvisoChanges *self, const char *old_draft, const char *new_draft)
{
  g_autoptr (GArray) hunks = NULL;

  g_return_if_fail (PROVISO_IS_CHANGES (self));
  g_return_if_fail (old_draft != NULL);
  g_return_if_fail (new_draft != NULL);

  hunks = proviso_word_diff (old_draft, new_draft);
  /* From the last one on: what is before it stands where it did. */
  for (guint i = hunks->len; i > 0; i--)
    {
      const ProvisoDiffHunk *hunk = &g_array_index (hunks, ProvisoDiffHunk, i - 1);

      if (!hunk->equal)
        proviso_changes_follow_edit (self, hunk->old_start, hunk->old_end - hunk->old_start,
                                     hunk->new_end - hunk->new_start);
    }
}
