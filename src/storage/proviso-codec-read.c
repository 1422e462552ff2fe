/* proviso-codec-read.c: from parsed JSON to a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here costs a walk through the draft or the file for each record: passages are compared once all is
 * read, and places are looked up only for what is told to the person.
 */
#include "storage/proviso-codec-private.h"

#include "anchor/proviso-quote-finder.h"
#include "core/proviso-comment.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-event.h"
#include "core/proviso-plain-text.h"
#include "storage/proviso-codec-reader.h"
#include "storage/proviso-codec-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WARNINGS 100
/* From this score on, a passage with the same characters has only moved: no other place comes near, and at
 * least half of what stands around it is the same. */
#define MOVED_SCORE 0.9
/* So many passages are looked for at most; the rest count as lost. Where a whole draft with the ten thousand
 * claims that the program is made for was rewritten, that takes seconds; without a limit, a hostile file
 * takes hours. */
#define MAX_SEARCHES 50000

static void
append_records (GPtrArray *records, ProvisoRecordList *list)
{
  proviso_record_list_append_all (list, records);
  g_ptr_array_unref (records);
}

static gpointer
read_anchor (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  yyjson_val *start, *end;
  guint first, last;
  ProvisoAnchor *anchor;
  g_auto (GStrv) heading = NULL;

  if (!proviso_reader_open (self, value, &proviso_anchor_members, &object))
    return NULL;
  start = proviso_reader_get (self, &object, ANCHOR_START, TRUE, FALSE);
  end = proviso_reader_get (self, &object, ANCHOR_END, TRUE, FALSE);
  if (start == NULL || end == NULL)
    return NULL;
  /* The file's size bounds what a draft can have. */
  first = proviso_reader_check_number (self, start, "start", 0, PROVISO_JSON_MAX_SIZE);
  last = proviso_reader_check_number (self, end, "end", 0, PROVISO_JSON_MAX_SIZE);
  if (first > last && self->error == NULL)
    proviso_reader_fail (self, end, "end", PROVISO_CODEC_ERROR_VALUE,
                         _ ("is %u, which is before the start, %u"), last, first);
  if (self->error != NULL)
    return NULL;

  anchor = proviso_anchor_new (first, last);
  proviso_anchor_set_quote (anchor, proviso_reader_string (self, &object, ANCHOR_EXACT, FALSE),
                            proviso_reader_string (self, &object, ANCHOR_PREFIX, FALSE),
                            proviso_reader_string (self, &object, ANCHOR_SUFFIX, FALSE));
  heading = proviso_reader_strings (self, &object, ANCHOR_HEADING);
  proviso_anchor_set_heading (anchor, (const char *const *) heading);
  proviso_anchor_set_state (anchor, proviso_reader_enum (self, &object, ANCHOR_STATE,
                                                         PROVISO_TYPE_ANCHOR_STATE, FALSE));
  proviso_reader_keep_foreign (self, &object, anchor);
  g_ptr_array_add (self->anchors, anchor);

  return anchor;
}

/* A link as it was when it was checked: the source may be gone since. */
static gpointer
read_checked_evidence (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoEvidence *evidence;
  yyjson_val *credibility;

  if (!proviso_reader_open (self, value, &proviso_evidence_members, &object))
    return NULL;

  evidence = proviso_evidence_new (proviso_reader_string (self, &object, EVIDENCE_SOURCE, TRUE));
  proviso_evidence_set_relation (evidence, proviso_reader_enum (self, &object, EVIDENCE_RELATION,
                                                                PROVISO_TYPE_RELATION, FALSE));
  credibility = proviso_reader_get (self, &object, EVIDENCE_CREDIBILITY, FALSE, TRUE);
  if (credibility != NULL)
    proviso_evidence_set_credibility (evidence, proviso_reader_check_number (self, credibility, "credibility",
                                                                             PROVISO_CREDIBILITY_1,
                                                                             PROVISO_CREDIBILITY_6));
  proviso_evidence_set_excerpt (evidence, proviso_reader_string (self, &object, EVIDENCE_EXCERPT, FALSE));
  proviso_evidence_set_locator (evidence, proviso_reader_string (self, &object, EVIDENCE_LOCATOR, FALSE));
  proviso_reader_keep_foreign (self, &object, evidence);

  return evidence;
}

static gpointer
read_evidence (ProvisoReader *self, yyjson_val *value)
{
  gpointer evidence = read_checked_evidence (self, value);

  if (evidence != NULL)
    proviso_reader_remember (self, self->evidence, yyjson_obj_get (value, "source"));

  return evidence;
}

/* What was checked, but for the passages. */
static void
read_checked (ProvisoReader *self, const ProvisoReaderObject *object, ProvisoCheck *check)
{
  GPtrArray *records;

  proviso_check_set_statement (check, proviso_reader_nullable_string (self, object, CHECK_STATEMENT));
  if (proviso_reader_get (self, object, CHECK_STATUS, FALSE, TRUE) != NULL)
    proviso_check_set_status (check,
                              proviso_reader_enum (self, object, CHECK_STATUS, PROVISO_TYPE_CLAIM_STATUS, FALSE));
  if (proviso_reader_get (self, object, CHECK_EVIDENCE, FALSE, TRUE) != NULL)
    proviso_check_begin_evidence (check);
  if ((records = proviso_reader_records (self, object, CHECK_EVIDENCE, PROVISO_CODEC_MAX_PARTS, read_checked_evidence,
                                         NULL)) != NULL)
    append_records (records, proviso_check_begin_evidence (check));
}

/* Reads a claim's check or a caveat's confirmation; NULL where the member is absent or null. */
static ProvisoCheck *
read_check (ProvisoReader *self,
            const ProvisoReaderObject *owner,
            guint member,
            const ProvisoMembers *members)
{
  yyjson_val *value = proviso_reader_get (self, owner, member, FALSE, TRUE);
  ProvisoCheck *check = NULL;
  ProvisoReaderObject object;

  if (value == NULL)
    return NULL;

  proviso_reader_enter (self, owner->members->members[member].name, -1);
  if (proviso_reader_open (self, value, members, &object))
    {
      const char *by = proviso_reader_string (self, &object, CHECK_BY, TRUE);
      const char *at = proviso_reader_time (self, &object, CHECK_AT);
      g_auto (GStrv) passages =
          members->n_members > CHECK_PASSAGES ? proviso_reader_strings (self, &object, CHECK_PASSAGES) : NULL;

      check = proviso_check_new (by, at, (const char *const *) passages);
      if (members->n_members > CHECK_PASSAGES)
        read_checked (self, &object, check);
      proviso_reader_keep_foreign (self, &object, check);
    }
  proviso_reader_leave (self);

  return check;
}

static gpointer
read_comment (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoComment *comment;

  if (!proviso_reader_open (self, value, &proviso_comment_members, &object))
    return NULL;

  comment = proviso_comment_new (proviso_reader_id (self, &object, COMMENT_ID),
                                 proviso_reader_string (self, &object, COMMENT_BY, TRUE),
                                 proviso_reader_time (self, &object, COMMENT_AT),
                                 proviso_reader_string (self, &object, COMMENT_TEXT, TRUE));
  proviso_comment_set_edited (comment, proviso_reader_nullable_time (self, &object, COMMENT_EDITED));
  proviso_reader_keep_foreign (self, &object, comment);

  return comment;
}

static gpointer
read_event (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoEvent *event;

  if (!proviso_reader_open (self, value, &proviso_event_members, &object))
    return NULL;

  event = proviso_event_new_with_reason (proviso_reader_time (self, &object, EVENT_AT),
                                         proviso_reader_string (self, &object, EVENT_BY, TRUE),
                                         proviso_reader_string (self, &object, EVENT_WHAT, TRUE),
                                         proviso_reader_nullable_string (self, &object, EVENT_FROM),
                                         proviso_reader_nullable_string (self, &object, EVENT_TO),
                                         proviso_reader_nullable_string (self, &object, EVENT_REASON),
                                         proviso_reader_nullable_string (self, &object, EVENT_CAUSE));
  proviso_reader_keep_foreign (self, &object, event);

  return event;
}

static gpointer
read_claim (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoClaim *claim;
  GPtrArray *records;
  int likelihood, confidence;

  if (!proviso_reader_open (self, value, &proviso_claim_members, &object))
    return NULL;

  claim = proviso_claim_new (proviso_reader_id (self, &object, CLAIM_ID));
  proviso_claim_set_statement (claim, proviso_reader_string (self, &object, CLAIM_STATEMENT, FALSE));
  proviso_claim_set_kind (claim,
                          proviso_reader_enum (self, &object, CLAIM_KIND, PROVISO_TYPE_CLAIM_KIND, FALSE));
  proviso_claim_set_status (claim, proviso_reader_enum (self, &object, CLAIM_STATUS,
                                                        PROVISO_TYPE_CLAIM_STATUS, FALSE));
  proviso_claim_set_reason (claim, proviso_reader_nullable_string (self, &object, CLAIM_REASON));
  proviso_claim_set_for_readers (claim, proviso_reader_nullable_string (self, &object, CLAIM_FOR_READERS));
  proviso_claim_set_authenticity (claim, proviso_reader_enum (self, &object, CLAIM_AUTHENTICITY,
                                                              PROVISO_TYPE_AUTHENTICITY, TRUE));
  likelihood = proviso_reader_enum (self, &object, CLAIM_LIKELIHOOD, PROVISO_TYPE_LIKELIHOOD, TRUE);
  confidence = proviso_reader_enum (self, &object, CLAIM_CONFIDENCE, PROVISO_TYPE_CONFIDENCE, TRUE);
  if (likelihood != PROVISO_LIKELIHOOD_NONE && confidence != PROVISO_CONFIDENCE_NONE)
    proviso_reader_fail (self, object.values[CLAIM_CONFIDENCE], "confidence", PROVISO_CODEC_ERROR_VALUE,
                         _ ("stands beside a likelihood; a claim can have one of the two, not both"));
  proviso_claim_set_likelihood (claim, likelihood);
  proviso_claim_set_confidence (claim, confidence);
  proviso_claim_set_as_of (claim, proviso_reader_date (self, &object, CLAIM_AS_OF));
  proviso_claim_set_review_after (claim, proviso_reader_date (self, &object, CLAIM_REVIEW_AFTER));
  proviso_claim_set_attributed_to (claim,
                                   proviso_reader_nullable_string (self, &object, CLAIM_ATTRIBUTED_TO));
  if ((records = proviso_reader_records (self, &object, CLAIM_ANCHORS, PROVISO_CODEC_MAX_PARTS, read_anchor,
                                         NULL)) != NULL)
    append_records (records, proviso_claim_get_anchors (claim));
  if ((records = proviso_reader_records (self, &object, CLAIM_EVIDENCE, PROVISO_CODEC_MAX_PARTS,
                                         read_evidence, NULL)) != NULL)
    append_records (records, proviso_claim_get_evidence (claim));
  if (object.values[CLAIM_CHECK] != NULL)
    {
      g_autoptr (ProvisoCheck) check = read_check (self, &object, CLAIM_CHECK, &proviso_check_members);

      proviso_claim_set_check (claim, check);
    }
  proviso_claim_set_note (claim, proviso_reader_string (self, &object, CLAIM_NOTE, FALSE));
  if ((records = proviso_reader_records (self, &object, CLAIM_HISTORY, PROVISO_CODEC_MAX_PARTS, read_event,
                                         NULL)) != NULL)
    append_records (records, proviso_claim_get_events (claim));
  proviso_reader_keep_foreign (self, &object, claim);

  return claim;
}

static gpointer
read_caveat (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoCaveat *caveat;
  GPtrArray *records;
  const char *claim;
  g_autoptr (GHashTable) comment_ids = NULL;

  if (!proviso_reader_open (self, value, &proviso_caveat_members, &object))
    return NULL;

  caveat = proviso_caveat_new (proviso_reader_id (self, &object, CAVEAT_ID));
  proviso_caveat_set_caveat_type (caveat, proviso_reader_enum (self, &object, CAVEAT_TYPE,
                                                               PROVISO_TYPE_CAVEAT_TYPE, FALSE));
  proviso_caveat_set_severity (caveat, proviso_reader_enum (self, &object, CAVEAT_SEVERITY,
                                                            PROVISO_TYPE_CAVEAT_SEVERITY, FALSE));
  proviso_caveat_set_state (caveat, proviso_reader_enum (self, &object, CAVEAT_STATE,
                                                         PROVISO_TYPE_CAVEAT_STATE, FALSE));
  proviso_caveat_set_text (caveat, proviso_reader_string (self, &object, CAVEAT_TEXT, FALSE));
  if ((claim = proviso_reader_nullable_string (self, &object, CAVEAT_CLAIM)) != NULL)
    {
      proviso_caveat_set_claim (caveat, claim);
      proviso_reader_remember (self, self->caveats, object.values[CAVEAT_CLAIM]);
    }
  if ((records = proviso_reader_records (self, &object, CAVEAT_ANCHORS, PROVISO_CODEC_MAX_PARTS, read_anchor,
                                         NULL)) != NULL)
    append_records (records, proviso_caveat_get_anchors (caveat));
  proviso_caveat_set_suggestion (caveat, proviso_reader_nullable_string (self, &object, CAVEAT_SUGGESTION));
  proviso_caveat_set_reason (caveat, proviso_reader_nullable_string (self, &object, CAVEAT_REASON));
  proviso_caveat_set_for_readers (caveat, proviso_reader_nullable_string (self, &object, CAVEAT_FOR_READERS));
  if (object.values[CAVEAT_CONFIRMED] != NULL)
    {
      g_autoptr (ProvisoCheck) confirmed =
          read_check (self, &object, CAVEAT_CONFIRMED, &proviso_confirmation_members);

      proviso_caveat_set_confirmed (caveat, confirmed);
    }
  comment_ids = g_hash_table_new (g_str_hash, g_str_equal);
  if ((records = proviso_reader_records (self, &object, CAVEAT_THREAD, PROVISO_CODEC_MAX_PARTS, read_comment,
                                         comment_ids)) != NULL)
    append_records (records, proviso_caveat_get_thread (caveat));
  if ((records = proviso_reader_records (self, &object, CAVEAT_HISTORY, PROVISO_CODEC_MAX_PARTS, read_event,
                                         NULL)) != NULL)
    append_records (records, proviso_caveat_get_events (caveat));
  proviso_reader_keep_foreign (self, &object, caveat);

  return caveat;
}

static gpointer
read_source (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoSource *source;
  GPtrArray *records;

  if (!proviso_reader_open (self, value, &proviso_source_members, &object))
    return NULL;

  source = proviso_source_new (proviso_reader_id (self, &object, SOURCE_ID));
  proviso_source_set_source_type (source, proviso_reader_enum (self, &object, SOURCE_TYPE,
                                                               PROVISO_TYPE_SOURCE_TYPE, FALSE));
  proviso_source_set_title (source, proviso_reader_string (self, &object, SOURCE_TITLE, FALSE));
  proviso_source_set_publisher (source, proviso_reader_string (self, &object, SOURCE_PUBLISHER, FALSE));
  proviso_source_set_url (source, proviso_reader_nullable_string (self, &object, SOURCE_URL));
  proviso_source_set_published (source, proviso_reader_date (self, &object, SOURCE_PUBLISHED));
  proviso_source_set_accessed (source, proviso_reader_date (self, &object, SOURCE_ACCESSED));
  proviso_source_set_archived (source, proviso_reader_nullable_string (self, &object, SOURCE_ARCHIVED));
  proviso_source_set_reliability (source, proviso_reader_enum (self, &object, SOURCE_RELIABILITY,
                                                               PROVISO_TYPE_RELIABILITY, TRUE));
  proviso_source_set_independence_group (source, proviso_reader_nullable_string (self, &object,
                                                                                 SOURCE_INDEPENDENCE_GROUP));
  proviso_source_set_confidential (source, proviso_reader_boolean (self, &object, SOURCE_CONFIDENTIAL));
  proviso_source_set_note (source, proviso_reader_string (self, &object, SOURCE_NOTE, FALSE));
  if ((records = proviso_reader_records (self, &object, SOURCE_HISTORY, PROVISO_CODEC_MAX_PARTS, read_event, NULL)) !=
      NULL)
    append_records (records, proviso_source_get_events (source));
  proviso_reader_keep_foreign (self, &object, source);

  return source;
}

/* Returns: (transfer full) (nullable): %NULL where the member is absent or null. */
static ProvisoRemains *
read_remains (ProvisoReader *self, const ProvisoReaderObject *owner)
{
  yyjson_val *value = proviso_reader_get (self, owner, PROJECT_REMAINS, FALSE, TRUE);
  g_autoptr (ProvisoRemains) remains = NULL;
  ProvisoReaderObject object;

  if (value == NULL)
    return NULL;

  proviso_reader_enter (self, "remains", -1);
  if (proviso_reader_open (self, value, &proviso_remains_members, &object))
    {
      yyjson_val *place = proviso_reader_get (self, &object, REMAINS_ANCHOR, FALSE, TRUE);

      remains = proviso_remains_new ();
      for (guint i = 0; i < PROVISO_REMAINS_N_WORDINGS; i++)
        proviso_remains_set_text (remains, i, proviso_reader_nullable_string (self, &object, i));
      if (proviso_reader_get (self, &object, REMAINS_GENERATED, FALSE, TRUE) != NULL)
        {
          g_auto (GStrv) lines = proviso_reader_strings (self, &object, REMAINS_GENERATED);
          g_autofree char *generated = lines != NULL ? g_strjoinv ("", lines) : NULL;

          proviso_remains_set_text (remains, PROVISO_REMAINS_GENERATED, generated);
        }
      if (place != NULL)
        {
          g_autoptr (ProvisoAnchor) anchor = NULL;

          proviso_reader_enter (self, "anchor", -1);
          if ((anchor = read_anchor (self, place)) != NULL)
            proviso_remains_set_anchor (remains, anchor);
          proviso_reader_leave (self);
        }
      proviso_reader_keep_foreign (self, &object, remains);
    }
  proviso_reader_leave (self);

  return g_steal_pointer (&remains);
}

/* What a project says of itself, without the draft and the lists. */
static void
read_head (ProvisoReader *self, const ProvisoReaderObject *object, ProvisoProject *project)
{
  g_autoptr (ProvisoRemains) remains = NULL;

  proviso_project_set_id (project, proviso_reader_id (self, object, PROJECT_ID));
  proviso_project_set_title (project, proviso_reader_string (self, object, PROJECT_TITLE, FALSE));
  if (object->values[PROJECT_LANGUAGE] != NULL)
    proviso_project_set_language (project, proviso_reader_string (self, object, PROJECT_LANGUAGE, FALSE));
  proviso_project_set_created (project, proviso_reader_nullable_time (self, object, PROJECT_CREATED));
  proviso_project_set_modified (project, proviso_reader_nullable_time (self, object, PROJECT_MODIFIED));
  remains = read_remains (self, object);
  proviso_project_set_remains (project, remains);
}

/* Joins the lines of the draft. */
static void
read_draft (ProvisoReader *self, const ProvisoReaderObject *object, ProvisoCodecText *draft)
{
  yyjson_val *lines = proviso_reader_get (self, object, PROJECT_DRAFT, TRUE, FALSE);
  yyjson_arr_iter iter;
  yyjson_val *line;
  gsize length = 0;
  char *text;

  if (lines != NULL && !yyjson_is_arr (lines))
    proviso_reader_fail_type (self, lines, "draft", _ ("a list of lines"));

  iter = yyjson_arr_iter_with (lines);
  while ((line = yyjson_arr_iter_next (&iter)) != NULL && self->error == NULL)
    {
      proviso_reader_enter (self, "draft", iter.idx - 1);
      proviso_reader_check_string (self, line, NULL, _ ("a string"));
      length += yyjson_get_len (line);
      proviso_reader_leave (self);
    }
  if (lines == NULL || self->error != NULL)
    length = 0;

  text = g_malloc (length + 1);
  text[length] = '\0';
  length = 0;
  iter = yyjson_arr_iter_with (self->error == NULL ? lines : NULL);
  while ((line = yyjson_arr_iter_next (&iter)) != NULL)
    {
      memcpy (text + length, yyjson_get_str (line), yyjson_get_len (line));
      length += yyjson_get_len (line);
    }
  proviso_codec_text_init (draft, text, length);
}

/* Whether the root is a project of a version that this one understands. */
static gboolean
check_mark (ProvisoReader *self, yyjson_val *root)
{
  yyjson_val *mark = yyjson_is_obj (root) ? yyjson_obj_get (root, "proviso") : NULL;
  const char *lexeme = yyjson_get_raw (mark);

  if (mark == NULL)
    proviso_reader_fail (self, root, NULL, PROVISO_CODEC_ERROR_NOT_A_PROJECT,
                         _ ("is not a Proviso project: it has no member “proviso” that says so"));
  else if (lexeme != NULL && g_ascii_strtod (lexeme, NULL) > PROVISO_CODEC_VERSION)
    proviso_reader_fail (self, mark, NULL, PROVISO_CODEC_ERROR_NEWER_VERSION,
                         _ ("was written by a newer Proviso, in format version %.*s; this one reads up to "
                            "version %d. Update Proviso to open it"),
                         (int) MIN (yyjson_get_len (mark), 20), lexeme, PROVISO_CODEC_VERSION);
  else
    proviso_reader_check_number (self, mark, "proviso", 1, PROVISO_CODEC_VERSION);

  return self->error == NULL;
}

static void
lose_anchor (ProvisoAnchor *anchor, guint start, guint end, const ProvisoCodecText *draft)
{
  end = MIN (end, draft->n_chars);
  proviso_anchor_set_bounds (anchor, MIN (start, end), end);
  proviso_anchor_set_state (anchor, PROVISO_ANCHOR_STATE_LOST);
}

/* Looks for a passage whose words do not stand where the file says. `finder`: %NULL not to look. */
static void
find_anchor (ProvisoAnchor *anchor, const ProvisoCodecText *draft, const ProvisoQuoteFinder *finder)
{
  guint start = proviso_anchor_get_start (anchor);
  const char *prefix = proviso_anchor_get_prefix (anchor);
  const char *suffix = proviso_anchor_get_suffix (anchor);
  ProvisoQuoteMatch match;

  /* Nothing before a passage that is not at the start was not recorded; nor was what comes after it then. */
  if (*prefix == '\0' && start > 0)
    {
      prefix = NULL;
      suffix = *suffix != '\0' ? suffix : NULL;
    }

  if (finder != NULL &&
      proviso_quote_finder_find (finder, proviso_anchor_get_exact (anchor), prefix, suffix, start, &match))
    {
      proviso_anchor_set_bounds (anchor, match.start, match.end);
      /* What has only moved, nobody needs to look at again. */
      if (!match.identical || match.score < MOVED_SCORE)
        proviso_anchor_set_state (anchor, PROVISO_ANCHOR_STATE_FOUND);
    }
  else
    lose_anchor (anchor, start, proviso_anchor_get_end (anchor), draft);
}

/* Whether a claim was found again where the section repeats its words that says what remains unconfirmed; `section`:
 * (nullable). These are not the words that made the claim. */
static gboolean
is_repeated (ProvisoAnchor *anchor, ProvisoAnchor *section)
{
  return section != NULL && proviso_anchor_get_state (section) != PROVISO_ANCHOR_STATE_LOST &&
         PROVISO_IS_CLAIM (proviso_record_get_owner (PROVISO_RECORD (anchor))) &&
         proviso_anchor_get_start (anchor) >= proviso_anchor_get_start (section) &&
         proviso_anchor_get_end (anchor) <= proviso_anchor_get_end (section);
}

/* `changed`: (element-type ProvisoAnchor): to add those to that do not have the words of which the file tells. */
static void
place_anchors (ProvisoReader *self, const ProvisoCodecText *draft, GPtrArray *changed)
{
  g_autoptr (ProvisoQuoteFinder) finder = NULL;
  ProvisoAnchor *section = NULL; /* nullable */
  guint n_searches = 0;

  for (guint i = 0; i < self->anchors->len; i++)
    {
      ProvisoAnchor *anchor = g_ptr_array_index (self->anchors, i);
      guint start = proviso_anchor_get_start (anchor);
      guint end = proviso_anchor_get_end (anchor);
      const char *exact = proviso_anchor_get_exact (anchor);

      /* The project's own comes first. */
      if (PROVISO_IS_REMAINS (proviso_record_get_owner (PROVISO_RECORD (anchor))))
        section = anchor;
      if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
        {
          proviso_anchor_set_bounds (anchor, MIN (start, draft->n_chars), MIN (end, draft->n_chars));
          continue;
        }
      if (*exact == '\0' && end <= draft->n_chars)
        continue; /* its words were never recorded, or it has none */
      if (proviso_codec_text_equals (draft, start, end, exact))
        continue;

      if (finder == NULL)
        finder = proviso_quote_finder_new (draft->text);
      find_anchor (anchor, draft, n_searches++ < MAX_SEARCHES ? finder : NULL);
      if (is_repeated (anchor, section))
        lose_anchor (anchor, start, end, draft);
      if (*exact != '\0' && (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST ||
                             !proviso_codec_text_equals (draft, proviso_anchor_get_start (anchor),
                                                         proviso_anchor_get_end (anchor), exact)))
        g_ptr_array_add (changed, anchor);
    }
}

static void
warn_about_references (ProvisoReader *self,
                       GArray *references,
                       GHashTable *ids,
                       guint wanted,
                       const char *leaf,
                       GPtrArray *warnings)
{
  for (guint i = 0; i < references->len && warnings->len < MAX_WARNINGS; i++)
    {
      ProvisoReaderReference *reference = &g_array_index (references, ProvisoReaderReference, i);
      const char *id = yyjson_get_str (reference->value);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (ids, id)) != wanted)
        {
          g_autofree char *field = proviso_reader_format_path (reference->path, reference->depth, leaf);
          g_autofree char *quoted = proviso_reader_quote (id);
          g_autofree char *sentence =
              g_strdup_printf (wanted == PROJECT_SOURCES
                                   /* Translators: a member of a file, then what stands in it. */
                                   ? _ ("%s names the source %s, which is not in the file.")
                                   /* Translators: a member of a file, then what stands in it. */
                                   : _ ("%s names the claim %s, which is not in the file."),
                               field, quoted);
          guint line, column;

          proviso_json_get_place (self->json, reference->value, &line, &column);
          g_ptr_array_add (warnings, proviso_codec_error_new (PROVISO_CODEC_ERROR_REFERENCE, line, column,
                                                              field, sentence));
        }
    }
}

ProvisoProject *
proviso_codec_read_project (ProvisoJson *json, GPtrArray *warnings, GError **error)
{
  ProvisoReader reader;
  ProvisoReaderObject object;
  yyjson_val *root = proviso_json_get_root (json);
  ProvisoCodecText draft = { 0 };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (ProvisoProject) project = NULL;

  proviso_reader_init (&reader, json);
  if (check_mark (&reader, root) && proviso_reader_open (&reader, root, &proviso_project_members, &object))
    {
      GPtrArray *claims, *caveats, *sources;

      project = proviso_project_new ();
      read_head (&reader, &object, project);
      read_draft (&reader, &object, &draft);
      claims = proviso_reader_records (&reader, &object, PROJECT_CLAIMS, PROVISO_CODEC_MAX_RECORDS,
                                       read_claim, ids);
      caveats = proviso_reader_records (&reader, &object, PROJECT_CAVEATS, PROVISO_CODEC_MAX_RECORDS,
                                        read_caveat, ids);
      sources = proviso_reader_records (&reader, &object, PROJECT_SOURCES, PROVISO_CODEC_MAX_RECORDS,
                                        read_source, ids);
      proviso_reader_keep_foreign (&reader, &object, project);

      if (reader.error == NULL)
        {
          g_autoptr (ProvisoPlainText) text = proviso_plain_text_new (draft.text);

          place_anchors (&reader, &draft, changed);
          proviso_project_set_text (project, PROVISO_TEXT (text));
          if (sources != NULL)
            proviso_record_list_append_all (proviso_project_get_sources (project), sources);
          if (claims != NULL)
            proviso_record_list_append_all (proviso_project_get_claims (project), claims);
          if (caveats != NULL)
            proviso_record_list_append_all (proviso_project_get_caveats (project), caveats);
          if (warnings != NULL)
            {
              warn_about_references (&reader, reader.evidence, ids, PROJECT_SOURCES, "source", warnings);
              warn_about_references (&reader, reader.caveats, ids, PROJECT_CLAIMS, "claim", warnings);
            }
        }
      g_clear_pointer (&claims, g_ptr_array_unref);
      g_clear_pointer (&caveats, g_ptr_array_unref);
      g_clear_pointer (&sources, g_ptr_array_unref);
      proviso_codec_text_clear (&draft);
    }
  if (!proviso_reader_finish (&reader, error))
    return NULL;

  proviso_project_loaded (project);
  proviso_project_reopen_changed (project, changed);

  return g_steal_pointer (&project);
}

static gpointer
read_project_head (ProvisoReader *self, yyjson_val *value)
{
  ProvisoReaderObject object;
  ProvisoProject *project;

  if (!check_mark (self, value) || !proviso_reader_open (self, value, &proviso_project_members, &object))
    return NULL;

  project = proviso_project_new ();
  read_head (self, &object, project);
  proviso_reader_keep_foreign (self, &object, project);

  return project;
}

gpointer
proviso_codec_read_record (ProvisoJson *json, GType type, GError **error)
{
  ProvisoReader reader;
  yyjson_val *root = proviso_json_get_root (json);
  g_autoptr (ProvisoRecord) record = NULL;

  proviso_reader_init (&reader, json);
  if (type == PROVISO_TYPE_CLAIM)
    record = read_claim (&reader, root);
  else if (type == PROVISO_TYPE_CAVEAT)
    record = read_caveat (&reader, root);
  else if (type == PROVISO_TYPE_SOURCE)
    record = read_source (&reader, root);
  else if (type == PROVISO_TYPE_PROJECT)
    record = read_project_head (&reader, root);
  else
    g_assert_not_reached ();

  return proviso_reader_finish (&reader, error) ? g_steal_pointer (&record) : NULL;
}
