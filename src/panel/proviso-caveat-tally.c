/* proviso-caveat-tally.c: how a project's caveats stand: how many in each state, and who raised them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-caveat-tally.h"

#include "core/proviso-comment.h"
#include "core/proviso-event.h"
#include "core/proviso-review.h"

/* What is known of a caveat. */
typedef struct
{
  ProvisoStanding standing;
  gboolean to_confirm;
  guint raised_by;
  guint touched_by;
} Digest;

typedef struct
{
  char *name;
  guint rank;
  guint n_caveats; /* that they raised or touched last */
} Person;

struct _ProvisoCaveatTally
{
  GObject parent_instance;

  ProvisoRecordList *caveats;
  GPtrArray *known;    /* the caveats as they were listed last, not referenced but by `digests` */
  GHashTable *digests; /* ProvisoCaveat, referenced -> Digest */
  guint counts[PROVISO_N_STANDINGS];
  guint n_to_confirm;

  GPtrArray *people;   /* Person */
  GHashTable *numbers; /* a name -> its number + 1 */
  GArray *by_rank;     /* guint: persons in the order of names */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PEOPLE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoCaveatTally, proviso_caveat_tally, G_TYPE_OBJECT)

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person);
}

static Person *
get_person (ProvisoCaveatTally *self, guint number)
{
  return self->people->pdata[number];
}

static guint
know_person (ProvisoCaveatTally *self, const char *name)
{
  guint number;

  if (name == NULL || *name == '\0')
    return PROVISO_NOBODY;

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));
  if (number == 0)
    {
      Person *person = g_new0 (Person, 1);
      guint rank = 0;

      person->name = g_strdup (name);
      g_ptr_array_add (self->people, person);
      number = self->people->len;
      g_hash_table_insert (self->numbers, person->name, GUINT_TO_POINTER (number));

      while (rank < self->by_rank->len &&
             g_utf8_collate (get_person (self, g_array_index (self->by_rank, guint, rank))->name, name) < 0)
        rank++;
      number--;
      g_array_insert_val (self->by_rank, rank, number);
      for (; rank < self->by_rank->len; rank++)
        get_person (self, g_array_index (self->by_rank, guint, rank))->rank = rank;
      g_signal_emit (self, signals[SIGNAL_PEOPLE_CHANGED], 0);

      return number;
    }

  return number - 1;
}

static gpointer
peek_last (ProvisoRecordList *list)
{
  guint size = proviso_record_list_get_size (list);

  return size > 0 ? proviso_record_list_peek (list, size - 1) : NULL;
}

static ProvisoStanding
find_standing (ProvisoCaveat *caveat)
{
  switch (proviso_caveat_get_state (caveat))
    {
    case PROVISO_CAVEAT_STATE_ADDRESSED:
      return PROVISO_STANDING_ADDRESSED;
    case PROVISO_CAVEAT_STATE_ACCEPTED:
      return PROVISO_STANDING_ACCEPTED;
    case PROVISO_CAVEAT_STATE_DISMISSED:
      return PROVISO_STANDING_DISMISSED;
    case PROVISO_CAVEAT_STATE_OPEN:
    default:
      return proviso_review_is_reopened (caveat) ? PROVISO_STANDING_REOPENED : PROVISO_STANDING_OPEN;
    }
}

static Digest
digest (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  ProvisoRecordList *events = proviso_caveat_peek_events (caveat);
  ProvisoEvent *event = peek_last (events);
  ProvisoComment *comment = peek_last (proviso_caveat_peek_thread (caveat));
  Digest known = { .raised_by = PROVISO_NOBODY, .touched_by = PROVISO_NOBODY };

  known.standing = find_standing (caveat);
  known.to_confirm =
      known.standing >= PROVISO_STANDING_ADDRESSED && proviso_caveat_get_confirmed (caveat) == NULL;
  /* What came in from elsewhere may have no history. */
  if (event != NULL)
    known.raised_by = know_person (self, proviso_event_get_by (proviso_record_list_peek (events, 0)));
  else if (comment != NULL)
    known.raised_by = know_person (
        self, proviso_comment_get_by (proviso_record_list_peek (proviso_caveat_peek_thread (caveat), 0)));

  if (event != NULL && (comment == NULL ||
                        g_strcmp0 (proviso_event_get_at (event), proviso_comment_get_at (comment)) >= 0))
    known.touched_by = know_person (self, proviso_event_get_by (event));
  else if (comment != NULL)
    known.touched_by = know_person (self, proviso_comment_get_by (comment));

  return known;
}

/* `step`: 1 or -1 */
static void
count (ProvisoCaveatTally *self, const Digest *known, int step)
{
  self->counts[known->standing] += (guint) step;
  if (known->to_confirm)
    self->n_to_confirm += (guint) step;
  if (known->raised_by != PROVISO_NOBODY)
    get_person (self, known->raised_by)->n_caveats += (guint) step;
  if (known->touched_by != PROVISO_NOBODY)
    get_person (self, known->touched_by)->n_caveats += (guint) step;
}

static void
add (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  Digest *known = g_new (Digest, 1);

  *known = digest (self, caveat);
  count (self, known, 1);
  g_hash_table_insert (self->digests, g_object_ref (caveat), known);
}

static Digest
get_digest (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  Digest *known = g_hash_table_lookup (self->digests, caveat);

  /* Others may hear of a new caveat before this does. */
  return known != NULL ? *known : digest (self, caveat);
}

static void
caveats_changed_cb (ProvisoCaveatTally *self, guint position, guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_removed; i++)
    {
      ProvisoCaveat *caveat = self->known->pdata[position + i];

      count (self, g_hash_table_lookup (self->digests, caveat), -1);
      g_hash_table_remove (self->digests, caveat);
    }
  if (n_removed > 0)
    g_ptr_array_remove_range (self->known, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (self->caveats, position + i);

      g_ptr_array_insert (self->known, (int) (position + i), caveat);
      add (self, caveat);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
record_changed_cb (ProvisoCaveatTally *self, ProvisoRecord *record)
{
  Digest *known = g_hash_table_lookup (self->digests, record);
  Digest old;

  if (known == NULL)
    return;

  old = *known;
  *known = digest (self, PROVISO_CAVEAT (record));
  if (old.standing == known->standing && old.to_confirm == known->to_confirm &&
      old.raised_by == known->raised_by && old.touched_by == known->touched_by)
    return;

  count (self, &old, -1);
  count (self, known, 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
proviso_caveat_tally_finalize (GObject *object)
{
  ProvisoCaveatTally *self = PROVISO_CAVEAT_TALLY (object);

  g_clear_object (&self->caveats);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->digests, g_hash_table_unref);
  g_clear_pointer (&self->by_rank, g_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (proviso_caveat_tally_parent_class)->finalize (object);
}

static void
proviso_caveat_tally_class_init (ProvisoCaveatTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = proviso_caveat_tally_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PEOPLE_CHANGED] = g_signal_new ("people-changed", G_TYPE_FROM_CLASS (klass),
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
proviso_caveat_tally_init (ProvisoCaveatTally *self)
{
  self->known = g_ptr_array_new ();
  self->digests = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_rank = g_array_new (FALSE, FALSE, sizeof (guint));
}

ProvisoCaveatTally *
proviso_caveat_tally_new (ProvisoProject *project)
{
  ProvisoCaveatTally *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_object_new (PROVISO_TYPE_CAVEAT_TALLY, NULL);
  self->caveats = g_object_ref (proviso_project_get_caveats (project));
  g_signal_connect_object (self->caveats, "items-changed", G_CALLBACK (caveats_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  caveats_changed_cb (self, 0, 0, proviso_record_list_get_size (self->caveats));

  return self;
}

ProvisoStanding
proviso_caveat_tally_get_standing (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), PROVISO_STANDING_OPEN);

  return get_digest (self, caveat).standing;
}

gboolean
proviso_caveat_tally_is_to_confirm (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), FALSE);

  return get_digest (self, caveat).to_confirm;
}

guint
proviso_caveat_tally_count (ProvisoCaveatTally *self, ProvisoStanding standing)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), 0);
  g_return_val_if_fail (standing < PROVISO_N_STANDINGS, 0);

  return self->counts[standing];
}

guint
proviso_caveat_tally_count_to_confirm (ProvisoCaveatTally *self)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), 0);

  return self->n_to_confirm;
}

guint
proviso_caveat_tally_get_raised_by (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), PROVISO_NOBODY);

  return get_digest (self, caveat).raised_by;
}

guint
proviso_caveat_tally_get_touched_by (ProvisoCaveatTally *self, ProvisoCaveat *caveat)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), PROVISO_NOBODY);

  return get_digest (self, caveat).touched_by;
}

const char *
proviso_caveat_tally_get_name (ProvisoCaveatTally *self, guint person)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), NULL);
  g_return_val_if_fail (person < self->people->len, NULL);

  return get_person (self, person)->name;
}

guint
proviso_caveat_tally_get_rank (ProvisoCaveatTally *self, guint person)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), 0);

  return person == PROVISO_NOBODY ? G_MAXUINT : get_person (self, person)->rank;
}

guint
proviso_caveat_tally_get_person_of_rank (ProvisoCaveatTally *self, guint rank)
{
  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), PROVISO_NOBODY);

  return rank < self->by_rank->len ? g_array_index (self->by_rank, guint, rank) : PROVISO_NOBODY;
}

GArray *
proviso_caveat_tally_list_people (ProvisoCaveatTally *self)
{
  GArray *people;

  g_return_val_if_fail (PROVISO_IS_CAVEAT_TALLY (self), NULL);

  people = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint rank = 0; rank < self->by_rank->len; rank++)
    {
      guint person = g_array_index (self->by_rank, guint, rank);

      if (get_person (self, person)->n_caveats > 0)
        g_array_append_val (people, person);
    }

  return people;
}
