/* proviso-redaction.c: what must not be said of confidential sources, taken out of what leaves the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-redaction.h"

#include "export/proviso-folded-text.h"
#include "export/proviso-source-names.h"
#include "markdown/proviso-offsets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many characters are folded at a time. */
#define FOLD_CHARS 4096

typedef struct _Preparation Preparation;

struct _ProvisoRedaction
{
  Preparation *preparation; /* %NULL once it is done */
  GPtrArray *secrets; /* of char*, folded, longest first */
  GPtrArray *names;   /* of char*, folded: in which a name may not be */

  gboolean prints_draft;
  char *draft; /* nullable */
  ProvisoOffsets draft_offsets;
};

static void
collect_quotes_of (GHashTable *set, ProvisoProject *project, ProvisoRecordList *evidence)
{
  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      ProvisoEvidence *link = proviso_record_list_peek (evidence, i);
      ProvisoSource *source = proviso_project_find_source (project, proviso_evidence_get_source (link));

      if (source == NULL || !proviso_source_get_confidential (source))
        continue;
      proviso_source_names_add (set, proviso_evidence_get_excerpt (link), PROVISO_SOURCE_WORDS_MIN_LENGTH);
      proviso_source_names_add (set, proviso_evidence_get_locator (link), PROVISO_SOURCE_WORDS_MIN_LENGTH);
    }
}

static void
collect_quotes (GHashTable *set, ProvisoProject *project, ProvisoClaim *claim)
{
  ProvisoCheck *check = proviso_claim_get_check (claim);

  collect_quotes_of (set, project, proviso_claim_peek_evidence (claim));
  /* And as it was when somebody checked the claim. */
  if (check != NULL)
    collect_quotes_of (set, project, proviso_check_get_evidence (check));
}

static void
take_out (GHashTable *set, GHashTable *others)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (g_hash_table_contains (others, text))
      g_hash_table_iter_remove (&iter);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize one = strlen (*(char *const *) a), two = strlen (*(char *const *) b);

  return one != two ? (one > two ? -1 : 1) : strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_all (GPtrArray *array, GHashTable *set)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_ptr_array_add (array, g_strdup (text));
  g_ptr_array_sort (array, compare_lengths);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The draft without the section that is made from the records: what that says, the article does not say
 * yet. */
static char *
dup_article (ProvisoProject *project)
{
  ProvisoText *text = proviso_project_get_text (project);
  ProvisoRemains *remains = proviso_project_get_remains (project);
  ProvisoAnchor *anchor = proviso_remains_get_anchor (remains);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!proviso_remains_stands (remains))
    return proviso_text_dup (text);

  before = proviso_text_get_slice (text, 0, proviso_anchor_get_start (anchor));
  after = proviso_text_get_slice (text, proviso_anchor_get_end (anchor), G_MAXUINT);

  return g_strconcat (before, after, NULL);
}

/* Returns: (transfer full) (nullable): for each byte of `text` whether it belongs to a secret; %NULL where
 * none does. */
static guint8 *
find_hidden (GPtrArray *secrets, const char *text)
{
  g_auto (ProvisoFoldedText) folded = { NULL };
  g_autofree guint8 *hidden = NULL;
  gboolean any = FALSE;

  if (secrets->len == 0)
    return NULL;

  proviso_folded_text_init (&folded, text, TRUE);
  hidden = g_malloc0 (strlen (text) + 1);
  for (guint i = 0; i < secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (secrets, i);
      gsize length = strlen (secret);
      const char *start = folded.text->str;

      for (const char *at = proviso_folded_text_find (start, start, secret); at != NULL; at = proviso_folded_text_find (start, at + length, secret))
        {
          guint from = g_array_index (folded.origins, guint, at - start);
          guint last = g_array_index (folded.origins, guint, at - start + length - 1);
          guint to = (guint) (g_utf8_next_char (text + last) - text);

          /* An entity is more than its first character. */
          if (text[last] == '&' && at[length - 1] != '&')
            to = g_array_index (folded.origins, guint, at - start + length);
          memset (hidden + from, 1, to - from);
          any = TRUE;
        }
    }

  return any ? g_steal_pointer (&hidden) : NULL;
}

/* Preparation */

typedef enum
{
  PHASE_SOURCES,
  PHASE_QUOTES,
  PHASE_FOLD, /* the draft */
  PHASE_SAID, /* what the draft says itself is no secret */
  PHASE_DONE,
} Phase;

enum
{
  SET_NAMES,
  SET_ORIGINS,
  SET_NOTES,
  SET_QUOTES,
  N_SETS,
};

struct _Preparation
{
  ProvisoProject *project;
  Phase phase;
  guint at; /* of what the phase goes through */
  GHashTable *sets[N_SETS];
  GHashTable *open;
  char *said_text; /* nullable */
  ProvisoFoldedText folded;
  GPtrArray *said; /* of char*: keys of the sets, to be looked for in the draft */
};

static void
preparation_free (Preparation *self)
{
  g_object_unref (self->project);
  for (guint i = 0; i < N_SETS; i++)
    g_hash_table_unref (self->sets[i]);
  g_hash_table_unref (self->open);
  g_free (self->said_text);
  proviso_folded_text_clear (&self->folded);
  g_ptr_array_unref (self->said);
  g_free (self);
}

static void
enter (Preparation *self, Phase phase)
{
  self->phase = phase;
  self->at = 0;
}

static void
look_at_source (ProvisoRedaction *self, Preparation *preparation, ProvisoSource *source)
{
  GHashTable **sets = preparation->sets;

  if (!proviso_source_get_confidential (source))
    {
      proviso_source_names_collect (preparation->open, source);
      proviso_source_names_collect_origins (preparation->open, source);
      return;
    }
  /* From now on there is something to hide. */
  if (preparation->said_text == NULL)
    preparation->said_text = self->prints_draft ? proviso_text_dup (proviso_project_get_text (preparation->project))
                                                : dup_article (preparation->project);
  proviso_source_names_collect (sets[SET_NAMES], source);
  proviso_source_names_collect_origins (sets[SET_ORIGINS], source);
  proviso_source_names_collect_former (sets[SET_NAMES], sets[SET_ORIGINS], source);
  proviso_source_names_add (sets[SET_NOTES], proviso_source_get_note (source), PROVISO_SOURCE_WORDS_MIN_LENGTH);
}

static void
end_sources (Preparation *self)
{
  if (self->said_text == NULL)
    {
      enter (self, PHASE_DONE);
      return;
    }
  take_out (self->sets[SET_NAMES], self->open);
  take_out (self->sets[SET_ORIGINS], self->open);
  enter (self, PHASE_QUOTES);
}

static void
end_quotes (Preparation *self)
{
  for (guint i = 0; i < N_SETS; i++)
    add_all (self->said, self->sets[i]);
  proviso_folded_text_begin (&self->folded, self->said_text, FALSE);
  enter (self, PHASE_FOLD);
}

static void
look_in_draft (Preparation *self, const char *secret)
{
  const char *draft = self->folded.text->str;

  if (proviso_folded_text_find (draft, draft, secret) == NULL)
    return;
  for (guint i = 0; i < N_SETS; i++)
    g_hash_table_remove (self->sets[i], secret);
}

static void
end_said (ProvisoRedaction *self, Preparation *preparation)
{
  for (guint i = 0; i < N_SETS; i++)
    add_all (self->secrets, preparation->sets[i]);
  for (guint i = 0; i < SET_QUOTES; i++)
    add_all (self->names, preparation->sets[i]);
  enter (preparation, PHASE_DONE);
}

/* A little of what is to be done. */
static void
step (ProvisoRedaction *self, Preparation *preparation)
{
  ProvisoRecordList *sources = proviso_project_get_sources (preparation->project);
  ProvisoRecordList *claims = proviso_project_get_claims (preparation->project);
  guint at = preparation->at++;

  switch (preparation->phase)
    {
    case PHASE_SOURCES:
      if (at < proviso_record_list_get_size (sources))
        look_at_source (self, preparation, proviso_record_list_peek (sources, at));
      else
        end_sources (preparation);
      break;
    case PHASE_QUOTES:
      if (at < proviso_record_list_get_size (claims))
        collect_quotes (preparation->sets[SET_QUOTES], preparation->project, proviso_record_list_peek (claims, at));
      else
        end_quotes (preparation);
      break;
    case PHASE_FOLD:
      if (!proviso_folded_text_continue (&preparation->folded, FOLD_CHARS))
        enter (preparation, PHASE_SAID);
      break;
    case PHASE_SAID:
      if (at < preparation->said->len)
        look_in_draft (preparation, g_ptr_array_index (preparation->said, at));
      else
        end_said (self, preparation);
      break;
    case PHASE_DONE:
    default:
      break;
    }
}

ProvisoRedaction *
proviso_redaction_new_for_records (ProvisoProject *project)
{
  ProvisoRedaction *self;
  Preparation *preparation;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_new0 (ProvisoRedaction, 1);
  self->secrets = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->preparation = preparation = g_new0 (Preparation, 1);
  preparation->project = g_object_ref (project);
  for (guint i = 0; i < N_SETS; i++)
    preparation->sets[i] = new_set ();
  preparation->open = new_set ();
  preparation->said = g_ptr_array_new_with_free_func (g_free);

  return self;
}

ProvisoRedaction *
proviso_redaction_new (ProvisoProject *project)
{
  ProvisoRedaction *self = proviso_redaction_new_for_records (project);

  g_return_val_if_fail (self != NULL, NULL);

  self->prints_draft = TRUE;
  self->draft = proviso_text_dup (proviso_project_get_text (project));
  proviso_offsets_init (&self->draft_offsets, self->draft);
  proviso_redaction_prepare (self, G_MAXINT64);

  return self;
}

gboolean
proviso_redaction_prepare (ProvisoRedaction *self, gint64 until)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (self->preparation != NULL)
    {
      step (self, self->preparation);
      if (self->preparation->phase == PHASE_DONE)
        g_clear_pointer (&self->preparation, preparation_free);
      else if (until != G_MAXINT64 && g_get_monotonic_time () >= until)
        return TRUE;
    }

  return FALSE;
}

void
proviso_redaction_free (ProvisoRedaction *self)
{
  g_clear_pointer (&self->preparation, preparation_free);
  g_ptr_array_unref (self->secrets);
  g_ptr_array_unref (self->names);
  g_free (self->draft);
  g_free (self);
}

/* `hidden`: (nullable): as above, from `text` on. */
static char *
cover (const char *text, gsize length, const guint8 *hidden)
{
  GString *result = g_string_new (NULL);

  for (gsize i = 0; i < length;)
    {
      if (hidden == NULL || !hidden[i])
        {
          g_string_append_c (result, text[i++]);
          continue;
        }
      g_string_append (result, _ ("a confidential source"));
      while (i < length && hidden[i])
        i++;
    }

  return g_string_free_and_steal (result);
}

char *
proviso_redaction_apply (ProvisoRedaction *self, const char *text)
{
  g_autofree guint8 *hidden = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (text == NULL)
    return g_strdup ("");
  hidden = find_hidden (self->secrets, text);

  return cover (text, strlen (text), hidden);
}

char *
proviso_redaction_get_passage (ProvisoRedaction *self, guint start, guint end)
{
  gsize from, to;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->draft != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  from = proviso_offsets_to_byte (&self->draft_offsets, start);
  to = proviso_offsets_to_byte (&self->draft_offsets, end);

  return g_strndup (self->draft + from, to - from);
}

gboolean
proviso_redaction_hides_name (ProvisoRedaction *self, const char *name)
{
  g_autofree char *needle = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (name == NULL || self->names->len == 0)
    return FALSE;
  needle = proviso_folded_text_fold_needle (name);
  if (g_utf8_strlen (needle, -1) < PROVISO_SOURCE_NAMES_MIN_LENGTH)
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *secret = g_ptr_array_index (self->names, i);

      if (proviso_folded_text_find (secret, secret, needle) != NULL || proviso_folded_text_find (needle, needle, secret) != NULL)
        return TRUE;
    }

  return FALSE;
}
