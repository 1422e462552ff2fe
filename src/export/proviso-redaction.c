/* proviso-redaction.c: what must not be said of confidential sources, taken out of what leaves the project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts are compared in a folded form: lower case, one space for any white space, plain quotation marks,
 * without the marks of Markdown. The folded form knows where each of its bytes comes from.
 */
#include "export/proviso-redaction.h"

#include "markdown/proviso-plain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A shorter text ("p. 4") is everywhere, and says nothing by itself. The name of a source may be two
 * letters. */
#define MIN_LENGTH 4
#define MIN_NAME_LENGTH 2

/* In bytes, with its semicolon: longer than any entity. */
#define MAX_ENTITY_LENGTH 32

struct _ProvisoRedaction
{
  GPtrArray *secrets;         /* of char*, folded, longest first: of any text */
  GPtrArray *article_secrets; /* the same, of the article's own words */
  GPtrArray *names;           /* of char*, folded: in which a name may not be */

  char *draft;
  guint8 *hidden; /* nullable: for each byte of the draft whether it is not told */
};

typedef struct
{
  GString *text;
  GArray *origins; /* of guint: for each byte of `text`, and its end, where in the original it comes from */
} Folded;

static void
folded_clear (Folded *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->origins, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return g_unichar_tolower (c);
    }
}

/* Marks of Markdown, and what is not seen: soft hyphens, joiners, marks of direction. */
static gboolean
is_left_out (gunichar c)
{
  return (c < 0x80 && strchr ("*_`~\\", (int) c) != NULL) || c == 0xAD ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
fold (Folded *self, const char *text, gboolean with_origins)
{
  gboolean space = FALSE;

  self->text = g_string_new (NULL);
  self->origins = with_origins ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL;
  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      guint origin = (guint) (p - text);
      const char *end;

      next = g_utf8_next_char (p);
      if (c == '&' && (end = g_strstr_len (p, MAX_ENTITY_LENGTH, ";")) != NULL)
        {
          gunichar entity = proviso_plain_get_entity (p, (gsize) (end + 1 - p));

          if (entity != 0)
            {
              c = entity;
              next = end + 1;
            }
        }
      if (is_left_out (c))
        continue;
      if (g_unichar_isspace (c))
        {
          if (space || self->text->len == 0)
            continue;
          c = ' ';
        }
      space = c == ' ';
      g_string_append_unichar (self->text, fold_char (c));
      while (self->origins != NULL && self->origins->len < self->text->len)
        g_array_append_val (self->origins, origin);
    }
  if (self->origins != NULL)
    {
      guint end = (guint) strlen (text);

      g_array_append_val (self->origins, end);
    }
}

/* Returns: (transfer full): for what is looked for: no space at its ends. */
static char *
fold_needle (const char *text)
{
  Folded folded;

  fold (&folded, text, FALSE);
  g_strchomp (folded.text->str);

  return g_string_free_and_steal (folded.text);
}

static gboolean
is_word_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* The first place from `from` on where `needle` stands as whole words; %NULL where it does not. */
static const char *
find (const char *text, const char *from, const char *needle)
{
  gsize length = strlen (needle);
  const char *last = g_utf8_prev_char (needle + length);

  for (const char *at = strstr (from, needle); at != NULL; at = strstr (g_utf8_next_char (at), needle))
    {
      gboolean starts = at == text || !is_word_at (needle) || !is_word_at (g_utf8_prev_char (at));
      gboolean ends = at[length] == '\0' || !is_word_at (last) || !is_word_at (at + length);

      if (starts && ends)
        return at;
    }

  return NULL;
}

static void
collect (GHashTable *set, const char *text, guint min_length)
{
  g_autofree char *needle = text != NULL ? fold_needle (text) : NULL;

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
collect_quotes (GHashTable *set, ProvisoProject *project)
{
  ProvisoRecordList *claims = proviso_project_get_claims (project);

  for (guint i = 0; i < proviso_record_list_get_size (claims); i++)
    {
      ProvisoClaim *claim = proviso_record_list_peek (claims, i);
      ProvisoCheck *check = proviso_claim_get_check (claim);

      collect_quotes_of (set, project, proviso_claim_peek_evidence (claim));
      /* And as it was when somebody checked the claim. */
      if (check != NULL)
        collect_quotes_of (set, project, proviso_check_get_evidence (check));
    }
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

/* What the article says itself. */
static void
take_out_said (GHashTable *set, const char *article)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (find (article, article, text) != NULL)
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
  g_auto (Folded) folded = { NULL };
  g_autofree guint8 *hidden = NULL;
  gboolean any = FALSE;

  if (secrets->len == 0)
    return NULL;

  fold (&folded, text, TRUE);
  hidden = g_malloc0 (strlen (text) + 1);
  for (guint i = 0; i < secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (secrets, i);
      gsize length = strlen (secret);
      const char *start = folded.text->str;

      for (const char *at = find (start, start, secret); at != NULL; at = find (start, at + length, secret))
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

ProvisoRedaction *
proviso_redaction_new (ProvisoProject *project)
{
  ProvisoRedaction *self;
  ProvisoRecordList *sources;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GHashTable) origins = NULL;
  g_autoptr (GHashTable) quotes = NULL;
  g_autoptr (GHashTable) open = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_new0 (ProvisoRedaction, 1);
  self->secrets = g_ptr_array_new_with_free_func (g_free);
  self->article_secrets = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->draft = proviso_text_dup (proviso_project_get_text (project));

  names = new_set ();
  origins = new_set ();
  quotes = new_set ();
  open = new_set ();
  sources = proviso_project_get_sources (project);
  for (guint i = 0; i < proviso_record_list_get_size (sources); i++)
    {
      ProvisoSource *source = proviso_record_list_peek (sources, i);

      if (!proviso_source_get_confidential (source))
        {
          collect_names (open, source);
          collect_origins (open, source);
          continue;
        }
      any = TRUE;
      collect_names (names, source);
      collect_origins (origins, source);
      collect_former (names, origins, source);
      collect (quotes, proviso_source_get_note (source), MIN_LENGTH);
    }
  if (!any)
    return self;

  {
    g_autofree char *article = dup_article (project);
    g_auto (Folded) folded = { NULL };

    fold (&folded, article, FALSE);
    take_out (names, open);
    take_out (origins, open);
    take_out_said (origins, folded.text->str);
    add_all (self->names, names);
    add_all (self->names, origins);
    add_all (self->names, quotes); /* the notes alone so far */
    add_all (self->article_secrets, names);
    add_all (self->article_secrets, quotes);
    collect_quotes (quotes, project);
    add_all (self->secrets, names);
    add_all (self->secrets, origins);
    add_all (self->secrets, quotes);
    self->hidden = find_hidden (self->article_secrets, self->draft);
  }

  return self;
}

void
proviso_redaction_free (ProvisoRedaction *self)
{
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
  const char *from, *to;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  from = g_utf8_offset_to_pointer (self->draft, start);
  to = g_utf8_offset_to_pointer (from, end - start);

  return cover (from, (gsize) (to - from), self->hidden != NULL ? self->hidden + (from - self->draft) : NULL);
}

gboolean
proviso_redaction_hides_name (ProvisoRedaction *self, const char *name)
{
  g_autofree char *needle = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (name == NULL || self->names->len == 0)
    return FALSE;
  needle = fold_needle (name);
  if (g_utf8_strlen (needle, -1) < MIN_NAME_LENGTH)
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *secret = g_ptr_array_index (self->names, i);

      if (find (secret, secret, needle) != NULL || find (needle, needle, secret) != NULL)
        return TRUE;
    }

  return FALSE;
}
