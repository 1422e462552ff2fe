/* proviso-readiness.c: what blocks and what warns before a project is published.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each claim and caveat there is an entry, which holds a slot for each finding about it. The entries of a
 * list stand in a GSequence in the order of the list, so that a record's place is known without asking the
 * list. The slots stand in another one, ordered by rank, list and place of the record: that one is the model.
 * Findings about the draft as a whole have slots of no entry, in the order in which they were told.
 *
 * When a record changes, what is wrong with it is worked out anew and compared with its slots; those that stay
 * are left where they are. What a person does is told by the project's "record-changed" and its lists; only
 * that a check became stale, which typing does, is told by the claim alone.
 */
#include "core/proviso-readiness.h"

#include "core/proviso-date.h"
#include "core/proviso-readiness-rules.h"
#include "core/proviso-record-private.h"

/* So many records are looked at between two looks at the clock. */
#define RECORDS_A_STEP 64

/* The claims or the caveats. */
typedef struct
{
  ProvisoReadiness *readiness;
  ProvisoRecordList *records;
  GSequence *entries; /* of the first so many records of the list: all, once prepared */
} Side;

enum
{
  SIDE_CLAIMS,
  SIDE_CAVEATS,
  N_SIDES,
};

typedef struct _Slot Slot;

typedef struct
{
  Side *side;
  GSequenceIter *iter; /* in the side's entries */
  ProvisoRecord *record;
  gulong stale_id; /* of a claim */
  Slot *slots;
} Entry;

struct _Slot
{
  Entry *entry; /* NULL of the draft */
  guint number; /* of the draft's */
  ProvisoFinding *finding;
  GSequenceIter *iter; /* in the model; NULL until all is prepared */
  Slot *next;
  gboolean kept;
};

struct _ProvisoReadiness
{
  GObject parent_instance;

  ProvisoProject *project;
  Side sides[N_SIDES];
  GHashTable *entries; /* record -> Entry, owned */
  GSequence *slots;    /* the model */
  GPtrArray *draft_slots; /* Slot */
  guint n_draft_slots;    /* that there ever were */
  GArray *flaws;       /* of the record that is looked at: ProvisoFlaw */
  char *day;
  gboolean prepared;

  guint n_blocking;
  guint n_warnings;
  guint n_blockers;
  guint64 n_looks;

  /* What was last notified. */
  guint told_blocking;
  guint told_warnings;
  guint told_blockers;
  ProvisoReadinessState told_state;
};

enum
{
  PROP_0,
  PROP_N_BLOCKING,
  PROP_N_WARNINGS,
  PROP_N_BLOCKERS,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (ProvisoReadinessState,
                    proviso_readiness_state,
                    G_DEFINE_ENUM_VALUE (PROVISO_READINESS_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (PROVISO_READINESS_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (PROVISO_READINESS_TO_GO, "to-go"),
                    G_DEFINE_ENUM_VALUE (PROVISO_READINESS_READY, "ready"))

static GType
get_item_type (GListModel *model)
{
  return PROVISO_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (PROVISO_READINESS (model)->slots);
}

static gpointer
get_item (GListModel *model, guint position)
{
  GSequenceIter *iter =
      g_sequence_get_iter_at_pos (PROVISO_READINESS (model)->slots, (int) MIN (position, G_MAXINT));

  return g_sequence_iter_is_end (iter) ? NULL : g_object_ref (((Slot *) g_sequence_get (iter))->finding);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ProvisoReadiness,
                               proviso_readiness,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- The order. --- */

/* Several lost passages of one record come as they were found, so that no two slots are equal but these. */
static int
compare_slots (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Slot *slot_a = a, *slot_b = b;
  guint rank_a = proviso_finding_get_rank (slot_a->finding), rank_b = proviso_finding_get_rank (slot_b->finding);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;
  /* The draft's are of kinds of their own. */
  if (slot_a->entry == NULL || slot_b->entry == NULL)
    return (slot_a->number > slot_b->number) - (slot_a->number < slot_b->number);
  /* The sides stand in an array, the claims first. */
  if (slot_a->entry->side != slot_b->entry->side)
    return slot_a->entry->side < slot_b->entry->side ? -1 : 1;

  return g_sequence_iter_compare (slot_a->entry->iter, slot_b->entry->iter);
}

/* --- Findings that come and go. --- */

static void
count (ProvisoReadiness *self, ProvisoFinding *finding, int change)
{
  if (proviso_finding_get_blocks (finding))
    self->n_blocking += (guint) change;
  else
    self->n_warnings += (guint) change;
  if (proviso_readiness_rules_is_blocker (finding))
    self->n_blockers += (guint) change;
}

static void
show_slot (ProvisoReadiness *self, Slot *slot)
{
  count (self, slot->finding, 1);
  if (!self->prepared)
    return;

  slot->iter = g_sequence_insert_sorted (self->slots, slot, compare_slots, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) g_sequence_iter_get_position (slot->iter), 0, 1);
}

static void
add_slot (ProvisoReadiness *self, Entry *entry, const ProvisoFlaw *flaw)
{
  Slot *slot = g_new0 (Slot, 1);
  Slot **end = &entry->slots;

  while (*end != NULL)
    end = &(*end)->next;
  *end = slot;
  slot->entry = entry;
  slot->finding = proviso_finding_new (flaw->kind, entry->record, flaw->anchor, flaw->severity, flaw->blocks);
  show_slot (self, slot);
}

/* Takes the slot out of the model; that of the entry is the caller's. */
static void
free_slot (ProvisoReadiness *self, Slot *slot)
{
  count (self, slot->finding, -1);
  if (slot->iter != NULL)
    {
      guint position = (guint) g_sequence_iter_get_position (slot->iter);

      g_sequence_remove (slot->iter);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
  g_object_unref (slot->finding);
  g_free (slot);
}

static Slot *
find_slot (Entry *entry, const ProvisoFlaw *flaw)
{
  for (Slot *slot = entry->slots; slot != NULL; slot = slot->next)
    if (proviso_finding_get_kind (slot->finding) == flaw->kind &&
        proviso_finding_get_anchor (slot->finding) == flaw->anchor &&
        proviso_finding_get_severity (slot->finding) == flaw->severity &&
        proviso_finding_get_blocks (slot->finding) == flaw->blocks)
      return slot;

  return NULL;
}

/* --- Looking. --- */

/* Works out anew what is wrong with a record. */
static void
look (ProvisoReadiness *self, Entry *entry)
{
  Slot **link = &entry->slots;

  self->n_looks++;
  g_array_set_size (self->flaws, 0);
  if (PROVISO_IS_CLAIM (entry->record))
    proviso_readiness_rules_look_at_claim (PROVISO_CLAIM (entry->record), self->day, self->flaws);
  else
    proviso_readiness_rules_look_at_caveat (PROVISO_CAVEAT (entry->record), self->flaws);

  for (Slot *slot = entry->slots; slot != NULL; slot = slot->next)
    slot->kept = FALSE;
  for (guint i = 0; i < self->flaws->len; i++)
    {
      Slot *slot = find_slot (entry, &g_array_index (self->flaws, ProvisoFlaw, i));

      if (slot != NULL)
        slot->kept = TRUE;
    }
  while (*link != NULL)
    {
      Slot *slot = *link;

      if (slot->kept)
        {
          link = &slot->next;
          continue;
        }
      *link = slot->next;
      free_slot (self, slot);
    }
  for (guint i = 0; i < self->flaws->len; i++)
    if (find_slot (entry, &g_array_index (self->flaws, ProvisoFlaw, i)) == NULL)
      add_slot (self, entry, &g_array_index (self->flaws, ProvisoFlaw, i));
}

/* --- Telling. --- */

static void
tell (ProvisoReadiness *self)
{
  GObject *object = G_OBJECT (self);
  ProvisoReadinessState state = proviso_readiness_get_state (self);

  if (!self->prepared)
    return;

  g_object_freeze_notify (object);
  if (self->told_blocking != self->n_blocking)
    g_object_notify_by_pspec (object, properties[PROP_N_BLOCKING]);
  if (self->told_warnings != self->n_warnings)
    g_object_notify_by_pspec (object, properties[PROP_N_WARNINGS]);
  if (self->told_blockers != self->n_blockers)
    g_object_notify_by_pspec (object, properties[PROP_N_BLOCKERS]);
  if (self->told_state != state)
    g_object_notify_by_pspec (object, properties[PROP_STATE]);
  self->told_blocking = self->n_blocking;
  self->told_warnings = self->n_warnings;
  self->told_blockers = self->n_blockers;
  self->told_state = state;
  g_object_thaw_notify (object);
}

static void
look_and_tell (ProvisoReadiness *self, Entry *entry)
{
  look (self, entry);
  for (Slot *slot = entry->slots; slot != NULL; slot = slot->next)
    proviso_finding_record_changed (slot->finding);
  tell (self);
}

/* --- Following the project. --- */

static void
stale_cb (ProvisoReadiness *self, GParamSpec *pspec, ProvisoRecord *record)
{
  Entry *entry = g_hash_table_lookup (self->entries, record);

  if (entry != NULL)
    look_and_tell (self, entry);
}

static void
record_changed_cb (ProvisoReadiness *self, ProvisoRecord *root)
{
  Entry *entry = g_hash_table_lookup (self->entries, root);

  if (entry != NULL)
    look_and_tell (self, entry);
}

static void
add_entry (ProvisoReadiness *self, Side *side, GSequenceIter *before, ProvisoRecord *record)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->side = side;
  entry->record = g_object_ref (record);
  entry->iter = g_sequence_insert_before (before, entry);
  if (PROVISO_IS_CLAIM (record))
    entry->stale_id = g_signal_connect_swapped (record, "notify::check-stale", G_CALLBACK (stale_cb), self);
  g_hash_table_insert (self->entries, record, entry);
  look (self, entry);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry->stale_id != 0)
    g_signal_handler_disconnect (entry->record, entry->stale_id);
  g_object_unref (entry->record);
  g_free (entry);
}

static void
remove_entry (ProvisoReadiness *self, Entry *entry)
{
  g_sequence_remove (entry->iter);
  while (entry->slots != NULL)
    {
      Slot *slot = entry->slots;

      entry->slots = slot->next;
      free_slot (self, slot);
    }
  g_hash_table_remove (self->entries, entry->record);
}

static void
items_changed_cb (GListModel *records, guint position, guint n_removed, guint n_added, Side *side)
{
  ProvisoReadiness *self = side->readiness;
  guint n_entries = (guint) g_sequence_get_length (side->entries);
  GSequenceIter *iter;

  /* Those that preparing has not come to yet, it will find as they are then. */
  if (position > n_entries || (position == n_entries && !self->prepared))
    return;

  iter = g_sequence_get_iter_at_pos (side->entries, (int) position);
  for (guint i = MIN (n_removed, n_entries - position); i > 0; i--)
    {
      GSequenceIter *next = g_sequence_iter_next (iter);

      remove_entry (self, g_sequence_get (iter));
      iter = next;
    }
  for (guint i = 0; i < n_added; i++)
    add_entry (self, side, iter, proviso_record_list_peek (side->records, position + i));
  tell (self);
}

/* --- Preparing. --- */

/* Looks at the next few records. Returns: whether there are more. */
static gboolean
prepare_step (ProvisoReadiness *self)
{
  guint n_left = RECORDS_A_STEP;

  for (guint i = 0; i < N_SIDES; i++)
    {
      Side *side = &self->sides[i];
      guint n_records = proviso_record_list_get_size (side->records);

      for (guint j = (guint) g_sequence_get_length (side->entries); j < n_records; j++, n_left--)
        {
          if (n_left == 0)
            return TRUE;
          add_entry (self, side, g_sequence_get_end_iter (side->entries),
                     proviso_record_list_peek (side->records, j));
        }
    }

  return FALSE;
}

static void
rank_slot (GPtrArray **ranks, Slot *slot)
{
  guint rank = proviso_finding_get_rank (slot->finding);

  if (ranks[rank] == NULL)
    ranks[rank] = g_ptr_array_new ();
  g_ptr_array_add (ranks[rank], slot);
}

/* Puts all slots into the model at once: by rank, and of one rank as the records come, no sorting is needed. */
static void
show_all (ProvisoReadiness *self)
{
  GPtrArray *ranks[PROVISO_FINDING_N_RANKS] = { NULL };

  for (guint i = 0; i < N_SIDES; i++)
    for (GSequenceIter *iter = g_sequence_get_begin_iter (self->sides[i].entries);
         !g_sequence_iter_is_end (iter); iter = g_sequence_iter_next (iter))
      for (Slot *slot = ((Entry *) g_sequence_get (iter))->slots; slot != NULL; slot = slot->next)
        rank_slot (ranks, slot);
  for (guint i = 0; i < self->draft_slots->len; i++)
    rank_slot (ranks, g_ptr_array_index (self->draft_slots, i));
  for (guint i = 0; i < PROVISO_FINDING_N_RANKS; i++)
    {
      for (guint j = 0; ranks[i] != NULL && j < ranks[i]->len; j++)
        {
          Slot *slot = g_ptr_array_index (ranks[i], j);

          slot->iter = g_sequence_append (self->slots, slot);
        }
      g_clear_pointer (&ranks[i], g_ptr_array_unref);
    }

  self->prepared = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, get_n_items (G_LIST_MODEL (self)));
  tell (self);
}

/* --- The object. --- */

static void
proviso_readiness_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoReadiness *self = PROVISO_READINESS (object);

  switch (prop_id)
    {
    case PROP_N_BLOCKING:
      g_value_set_uint (value, proviso_readiness_get_n_blocking (self));
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, proviso_readiness_get_n_warnings (self));
      break;
    case PROP_N_BLOCKERS:
      g_value_set_uint (value, proviso_readiness_get_n_blockers (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, proviso_readiness_get_state (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_readiness_finalize (GObject *object)
{
  ProvisoReadiness *self = PROVISO_READINESS (object);
  GHashTableIter iter;
  gpointer entry;

  g_signal_handlers_disconnect_by_data (self->project, self);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    while (((Entry *) entry)->slots != NULL)
      {
        Slot *slot = ((Entry *) entry)->slots;

        ((Entry *) entry)->slots = slot->next;
        g_object_unref (slot->finding);
        g_free (slot);
      }
  g_hash_table_unref (self->entries);
  for (guint i = 0; i < N_SIDES; i++)
    {
      g_signal_handlers_disconnect_by_data (self->sides[i].records, &self->sides[i]);
      g_object_unref (self->sides[i].records);
      g_sequence_free (self->sides[i].entries);
    }
  for (guint i = 0; i < self->draft_slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->draft_slots, i);

      g_object_unref (slot->finding);
      g_free (slot);
    }
  g_ptr_array_unref (self->draft_slots);
  g_sequence_free (self->slots);
  g_array_unref (self->flaws);
  g_free (self->day);
  g_object_unref (self->project);

  G_OBJECT_CLASS (proviso_readiness_parent_class)->finalize (object);
}

static void
proviso_readiness_class_init (ProvisoReadinessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_readiness_get_property;
  object_class->finalize = proviso_readiness_finalize;

  properties[PROP_N_BLOCKING] =
      g_param_spec_uint ("n-blocking", NULL, NULL, 0, G_MAXUINT, 0, PROVISO_PARAM_READABLE);
  properties[PROP_N_WARNINGS] =
      g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, PROVISO_PARAM_READABLE);
  properties[PROP_N_BLOCKERS] =
      g_param_spec_uint ("n-blockers", NULL, NULL, 0, G_MAXUINT, 0, PROVISO_PARAM_READABLE);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, PROVISO_TYPE_READINESS_STATE, 0, PROVISO_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_readiness_init (ProvisoReadiness *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->slots = g_sequence_new (NULL);
  self->draft_slots = g_ptr_array_new ();
  self->flaws = g_array_new (FALSE, FALSE, sizeof (ProvisoFlaw));
  self->day = proviso_date_today ();
}

ProvisoReadiness *
proviso_readiness_new (ProvisoProject *project)
{
  ProvisoReadiness *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_object_new (PROVISO_TYPE_READINESS, NULL);
  self->project = g_object_ref (project);
  self->sides[SIDE_CLAIMS].records = g_object_ref (proviso_project_get_claims (project));
  self->sides[SIDE_CAVEATS].records = g_object_ref (proviso_project_get_caveats (project));
  for (guint i = 0; i < N_SIDES; i++)
    {
      self->sides[i].readiness = self;
      self->sides[i].entries = g_sequence_new (NULL);
      g_signal_connect (self->sides[i].records, "items-changed", G_CALLBACK (items_changed_cb),
                        &self->sides[i]);
    }
  g_signal_connect_swapped (project, "record-changed", G_CALLBACK (record_changed_cb), self);

  return self;
}

gboolean
proviso_readiness_prepare (ProvisoReadiness *self, gint64 budget)
{
  gint64 end;

  g_return_val_if_fail (PROVISO_IS_READINESS (self), FALSE);

  end = g_get_monotonic_time () + budget;
  while (!self->prepared)
    {
      if (!prepare_step (self))
        show_all (self);
      else if (budget >= 0 && g_get_monotonic_time () >= end)
        return TRUE;
    }

  return FALSE;
}

ProvisoProject *
proviso_readiness_get_project (ProvisoReadiness *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS (self), NULL);

  return self->project;
}

guint
proviso_readiness_get_n_blocking (ProvisoReadiness *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS (self), 0);

  return self->prepared ? self->n_blocking : 0;
}

guint
proviso_readiness_get_n_warnings (ProvisoReadiness *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS (self), 0);

  return self->prepared ? self->n_warnings : 0;
}

guint
proviso_readiness_get_n_blockers (ProvisoReadiness *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS (self), 0);

  return self->prepared ? self->n_blockers : 0;
}

ProvisoReadinessState
proviso_readiness_get_state (ProvisoReadiness *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS (self), PROVISO_READINESS_UNKNOWN);

  if (!self->prepared)
    return PROVISO_READINESS_UNKNOWN;
  if (self->n_blockers > 0)
    return PROVISO_READINESS_BLOCKED;

  return self->n_blocking > 0 ? PROVISO_READINESS_TO_GO : PROVISO_READINESS_READY;
}

typedef struct
{
  ProvisoFinding *finding;
  guint rank;
  guint place;
  guint position;
} Listed;

static int
compare_listed (gconstpointer a, gconstpointer b)
{
  const Listed *one = a, *two = b;

  if (one->rank != two->rank)
    return one->rank < two->rank ? -1 : 1;
  if (one->place != two->place)
    return one->place < two->place ? -1 : 1;

  return (one->position > two->position) - (one->position < two->position);
}

GPtrArray *
proviso_readiness_list (ProvisoReadiness *self, guint first, guint n)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (Listed));
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GSequenceIter *iter;

  g_return_val_if_fail (PROVISO_IS_READINESS (self), NULL);

  iter = g_sequence_get_iter_at_pos (self->slots, (int) MIN (first, G_MAXINT));
  for (guint i = 0; i < n && !g_sequence_iter_is_end (iter); i++, iter = g_sequence_iter_next (iter))
    {
      ProvisoFinding *finding = ((Slot *) g_sequence_get (iter))->finding;
      ProvisoAnchor *place = proviso_finding_find_place (finding, self->project);
      Listed item = { finding, proviso_finding_get_rank (finding),
                      place != NULL ? proviso_anchor_get_start (place) : G_MAXUINT, i };

      g_array_append_val (listed, item);
    }
  g_array_sort (listed, compare_listed);
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (findings, g_object_ref (g_array_index (listed, Listed, i).finding));

  return g_steal_pointer (&findings);
}

/* Of the draft's, one about the same. (nullable) */
static Slot *
find_draft_slot (ProvisoReadiness *self, ProvisoFinding *finding)
{
  for (guint i = 0; i < self->draft_slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->draft_slots, i);

      if (proviso_finding_get_kind (slot->finding) == proviso_finding_get_kind (finding) &&
          proviso_finding_get_record (slot->finding) == proviso_finding_get_record (finding))
        return slot;
    }

  return NULL;
}

void
proviso_readiness_set_draft_findings (ProvisoReadiness *self, GPtrArray *findings)
{
  g_return_if_fail (PROVISO_IS_READINESS (self));
  g_return_if_fail (findings != NULL);

  for (guint i = 0; i < self->draft_slots->len; i++)
    ((Slot *) g_ptr_array_index (self->draft_slots, i))->kept = FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      ProvisoFinding *finding = g_ptr_array_index (findings, i);
      ProvisoAnchor *place = proviso_finding_get_anchor (finding);
      Slot *slot = find_draft_slot (self, finding);

      if (slot == NULL)
        {
          slot = g_new0 (Slot, 1);
          slot->number = ++self->n_draft_slots;
          slot->finding = g_object_ref (finding);
          g_ptr_array_add (self->draft_slots, slot);
          show_slot (self, slot);
        }
      else if (place != NULL)
        {
          proviso_anchor_set_bounds (proviso_finding_get_anchor (slot->finding), proviso_anchor_get_start (place),
                                     proviso_anchor_get_end (place));
          proviso_finding_record_changed (slot->finding);
        }
      slot->kept = TRUE;
    }
  for (guint i = self->draft_slots->len; i > 0; i--)
    {
      Slot *slot = g_ptr_array_index (self->draft_slots, i - 1);

      if (slot->kept)
        continue;
      g_ptr_array_remove_index (self->draft_slots, i - 1);
      free_slot (self, slot);
    }
  tell (self);
}

void
proviso_readiness_set_day (ProvisoReadiness *self, const char *day)
{
  g_return_if_fail (PROVISO_IS_READINESS (self));
  g_return_if_fail (day != NULL);

  if (!g_set_str (&self->day, day))
    return;

  for (GSequenceIter *iter = g_sequence_get_begin_iter (self->sides[SIDE_CLAIMS].entries);
       !g_sequence_iter_is_end (iter); iter = g_sequence_iter_next (iter))
    look (self, g_sequence_get (iter));
  tell (self);
}

guint64
proviso_readiness_get_n_looks (ProvisoReadiness *self)
{
  g_return_val_if_fail (PROVISO_IS_READINESS (self), 0);

  return self->n_looks;
}
