/* proviso-redaction.c: what must not be said of confidential sources, taken out of what leaves the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-redaction.h"

#include "export/proviso-folded-text.h"
#include "markdown/proviso-offsets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A shorter text ("p. 4") is everywhere, and says nothing by itself. The name of a source may be two
 * letters. */
#define MIN_LENGTH 4
#define MIN_NAME_LENGTH 2

/* So many characters are folded at a time. */
#define FOLD_CHARS 4096

typedef struct _Preparation Preparation;

struct _ProvisoRedaction
{
  Preparation *preparation; /* %NULL once it is done */
  GPtrArray *secrets;         /* of char*, folded, longest first: of any text */
  GPtrArray *article_secrets; /* the same, of the article's own words */
  GPtrArray *names;           /* of char*, folded: in which a name may not be */

  char *draft; /* nullable */
  ProvisoOffsets draft_offsets;
  guint8 *hidden; /* nullable: for each byte of the draft whether it is not told */
};

static void
collect (GHashTable *set, const char *text, guint min_length)
{
  g_autofree char *needle = text != NULL ? proviso_folded_text_fold_needle (text) : NULL;

  if (needle != NULL && g_utf8_strlen (needle, -1) >= min_length)
    g_hash_table_add (set, g_steal_pointer (&needle));
}

/* The address, and what of it people write. */
static void
collect_address (GHashTable *set, const char *address)
{
  const char *host = address != NULL ? strstr (address, "://") : NULL;

  collect (set, address, MIN_LENGTH);
  if (host == NULL)
    return;
  host += strlen ("://");
  collect (set, g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, MIN_LENGTH);
}

static void
collect_names (GHashTable *set, ProvisoSource *source)
{
  collect (set, proviso_source_get_title (source), MIN_NAME_LENGTH);
  collect_address (set, proviso_source_get_url (source));
  collect_address (set, proviso_source_get_archived (source));
}

static void
collect_origins (GHashTable *set, ProvisoSource *source)
{
  collect (set, proviso_source_get_publisher (source), MIN_NAME_LENGTH);
  collect (set, proviso_source_get_independence_group (source), MIN_NAME_LENGTH);
}

/* What it was called before, by the values that its history keeps. */
static void
collect_former (GHashTable *names, GHashTable *origins, ProvisoSource *source)
{
  ProvisoRecordList *events = proviso_source_peek_events (source);

  for (guint i = 0; i < proviso_record_list_get_size (events); i++)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i);
      const char *what = proviso_event_get_what (event);
      const char *values[] = { proviso_event_get_from (event), proviso_event_get_to (event) };

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          if (g_str_equal (what, "title"))
            collect (names, values[j], MIN_NAME_LENGTH);
          else if (g_str_equal (what, "url") || g_str_equal (what, "archived"))
            collect_address (names, values[j]);
          else if (g_str_equal (what, "note"))
            collect (names, values[j], MIN_LENGTH);
          else if (g_str_equal (what, "publisher") || g_str_equal (what, "independenceGroup"))
            collect (origins, values[j], MIN_NAME_LENGTH);
        }
    }
}

static void
collect_quotes_of (GHashTable *set, ProvisoProject *project, ProvisoRecordList *evidence)
{
  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      ProvisoEvidence *link = proviso_record_list_peek (evidence, i);
      ProvisoSource *source = proviso_project_find_source (project, proviso_evidence_get_source (link));

      if (source == NULL || !proviso_source_get_confidential (source))
        continue;
      collect (set, proviso_evidence_get_excerpt (link), MIN_LENGTH);
      collect (set, proviso_evidence_get_locator (link), MIN_LENGTH);
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
  PHASE_FOLD, /* the article */
  PHASE_SAID, /* what the article says itself is taken out of the origins */
  PHASE_QUOTES,
  PHASE_DONE,
} Phase;

struct _Preparation
{
  ProvisoProject *project;
  Phase phase;
  guint at; /* of what the phase goes through */
  GHashTable *names;
  GHashTable *origins;
  GHashTable *quotes;
  GHashTable *open;
  char *article; /* nullable */
  ProvisoFoldedText folded;
  GPtrArray *said; /* of char*: keys of the origins, to be looked for in the article */
};

static void
preparation_free (Preparation *self)
{
  g_object_unref (self->project);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->origins);
  g_hash_table_unref (self->quotes);
  g_hash_table_unref (self->open);
  g_free (self->article);
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
look_at_source (Preparation *self, ProvisoSource *source)
{
  if (!proviso_source_get_confidential (source))
    {
      collect_names (self->open, source);
      collect_origins (self->open, source);
      return;
    }
  /* From now on there is something to hide. */
  if (self->article == NULL)
    self->article = dup_article (self->project);
  collect_names (self->names, source);
  collect_origins (self->origins, source);
  collect_former (self->names, self->origins, source);
  collect (self->quotes, proviso_source_get_note (source), MIN_LENGTH);
}

static void
end_sources (Preparation *self)
{
  GHashTableIter iter;
  gpointer text;

  if (self->article == NULL)
    {
      enter (self, PHASE_DONE);
      return;
    }
  take_out (self->names, self->open);
  take_out (self->origins, self->open);
  g_hash_table_iter_init (&iter, self->origins);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_ptr_array_add (self->said, g_strdup (text));
  proviso_folded_text_begin (&self->folded, self->article, FALSE);
  enter (self, PHASE_FOLD);
}

static void
end_said (ProvisoRedaction *self, Preparation *preparation)
{
  add_all (self->names, preparation->names);
  add_all (self->names, preparation->origins);
  add_all (self->names, preparation->quotes); /* the notes alone so far */
  add_all (self->article_secrets, preparation->names);
  add_all (self->article_secrets, preparation->quotes);
  enter (preparation, PHASE_QUOTES);
}

static void
end_quotes (ProvisoRedaction *self, Preparation *preparation)
{
  add_all (self->secrets, preparation->names);
  add_all (self->secrets, preparation->origins);
  add_all (self->secrets, preparation->quotes);
  if (self->draft != NULL)
    self->hidden = find_hidden (self->article_secrets, self->draft);
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
        look_at_source (preparation, proviso_record_list_peek (sources, at));
      else
        end_sources (preparation);
      break;
    case PHASE_FOLD:
      if (!proviso_folded_text_continue (&preparation->folded, FOLD_CHARS))
        enter (preparation, PHASE_SAID);
      break;
    case PHASE_SAID:
      if (at == preparation->said->len)
        end_said (self, preparation);
      else if (proviso_folded_text_find (preparation->folded.text->str, preparation->folded.text->str, preparation->said->pdata[at]) !=
               NULL)
        g_hash_table_remove (preparation->origins, preparation->said->pdata[at]);
      break;
    case PHASE_QUOTES:
      if (at < proviso_record_list_get_size (claims))
        collect_quotes (preparation->quotes, preparation->project, proviso_record_list_peek (claims, at));
      else
        end_quotes (self, preparation);
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
  self->article_secrets = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->preparation = preparation = g_new0 (Preparation, 1);
  preparation->project = g_object_ref (project);
  preparation->names = new_set ();
  preparation->origins = new_set ();
  preparation->quotes = new_set ();
  preparation->open = new_set ();
  preparation->said = g_ptr_array_new_with_free_func (g_free);

  return self;
}

ProvisoRedaction *
proviso_redaction_new (ProvisoProject *project)
{
  ProvisoRedaction *self = proviso_redaction_new_for_records (project);

  g_return_val_if_fail (self != NULL, NULL);

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
  g_ptr_array_unref (self->article_secrets);
  g_ptr_array_unref (self->names);
  g_free (self->draft);
  g_free (self->hidden);
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

static char *
redact (GPtrArray *secrets, const char *text)
{
  g_autofree guint8 *hidden = text != NULL ? find_hidden (secrets, text) : NULL;

  return text != NULL ? cover (text, strlen (text), hidden) : g_strdup ("");
}

char *
proviso_redaction_apply (ProvisoRedaction *self, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  return redact (self->secrets, text);
}

char *
proviso_redaction_apply_to_article (ProvisoRedaction *self, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  return redact (self->article_secrets, text);
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

  return cover (self->draft + from, to - from, self->hidden != NULL ? self->hidden + from : NULL);
}

gboolean
proviso_redaction_hides_name (ProvisoRedaction *self, const char *name)
{
  g_autofree char *needle = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (name == NULL || self->names->len == 0)
    return FALSE;
  needle = proviso_folded_text_fold_needle (name);
  if (g_utf8_strlen (needle, -1) < MIN_NAME_LENGTH)
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *secret = g_ptr_array_index (self->names, i);

      if (proviso_folded_text_find (secret, secret, needle) != NULL || proviso_folded_text_find (needle, needle, secret) != NULL)
        return TRUE;
    }

  return FALSE;
}
