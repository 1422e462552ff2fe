/* proviso-codec-writer.c: from a project to the bytes of its file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The snapshot, which the writer of the article waits for, copies what can change: the records' strings, the
 * bounds of their passages, the draft in one piece. What follows from these, the lines of the draft and the
 * passages' words, is filled in by whoever turns the tree into bytes, without copying it again: strings of
 * the tree point into the tree's draft.
 */
#include "storage/proviso-codec-private.h"

#include "core/proviso-comment.h"
#include "core/proviso-date.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-event.h"
#include "core/proviso-vocabulary.h"
#include "markdown/proviso-outline.h"
#include "storage/proviso-codec-members.h"
#include "storage/proviso-codec-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* A passage whose words are still to be filled in. */
typedef struct
{
  guint start;
  guint end;
  yyjson_mut_val *exact;
  yyjson_mut_val *prefix;
  yyjson_mut_val *suffix;
  yyjson_mut_val *heading;
} Passage;

struct _ProvisoCodecTree
{
  yyjson_mut_doc *doc;
  yyjson_mut_val *lines;   /* nullable: the list to put the draft's lines into */
  char *draft;             /* nullable: all of it, for a project */
  ProvisoText *text;       /* nullable: where a single record's passages are; not referenced */
  GArray *passages;        /* of Passage */
  ProvisoOutline *outline; /* nullable: of the draft, whose headings' titles the tree points to */
  GError *error;           /* nullable: the first thing that cannot be written */
};

/* An object that is being written. */
typedef struct
{
  ProvisoCodecTree *tree;
  yyjson_mut_val *object;
  const ProvisoMembers *members;
  const ProvisoForeignMember *foreign;
  guint n_foreign;
  gboolean *written; /* of the foreign members; NULL where there are none */
} Object;

static ProvisoCodecTree *
proviso_codec_tree_new (void)
{
  ProvisoCodecTree *self = g_new0 (ProvisoCodecTree, 1);

  self->doc = yyjson_mut_doc_new (NULL);
  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  return self;
}

void
proviso_codec_tree_free (ProvisoCodecTree *self)
{
  yyjson_mut_doc_free (self->doc);
  g_free (self->draft);
  g_array_unref (self->passages);
  g_clear_object (&self->outline);
  g_clear_error (&self->error);
  g_free (self);
}

static void
fail (ProvisoCodecTree *self, ProvisoCodecError code, const char *field, const char *sentence)
{
  if (self->error == NULL)
    self->error = proviso_codec_error_new (code, 0, 0, field, sentence);
}

/* Writes the unwritten foreign members that came after the member `after`, and those that came after these.
 */
static void
put_foreign_after (Object *self, const char *after)
{
  for (guint i = 0; i < self->n_foreign; i++)
    if (!self->written[i] && g_strcmp0 (self->foreign[i].after, after) == 0)
      {
        yyjson_mut_obj_add (self->object, yyjson_mut_strcpy (self->tree->doc, self->foreign[i].name),
                            yyjson_mut_rawcpy (self->tree->doc, self->foreign[i].json));
        self->written[i] = TRUE;
        after = self->foreign[i].name;
      }
}

static void
open_object (Object *self, ProvisoCodecTree *tree, gpointer record, const ProvisoMembers *members)
{
  *self = (Object) { .tree = tree, .object = yyjson_mut_obj (tree->doc), .members = members };
  self->foreign = proviso_record_get_foreign_members (record, &self->n_foreign);
  if (self->n_foreign > 0)
    {
      self->written = g_new0 (gboolean, self->n_foreign);
      put_foreign_after (self, NULL);
    }
}

/* Writes a member, unless `value` is NULL. Every member of the record comes here in order, so that the
 * foreign ones find their places. */
static void
put (Object *self, guint member, yyjson_mut_val *value)
{
  const ProvisoMember *name = &self->members->members[member];

  if (value != NULL)
    yyjson_mut_obj_add (self->object, yyjson_mut_strn (self->tree->doc, name->name, name->length), value);
  if (self->n_foreign > 0)
    put_foreign_after (self, name->name);
}

static yyjson_mut_val *
close_object (Object *self)
{
  for (guint i = 0; i < self->n_foreign; i++)
    if (!self->written[i])
      put_foreign_after (self, self->foreign[i].after);
  g_clear_pointer (&self->written, g_free);

  return self->object;
}

static yyjson_mut_val *
string (Object *self, const char *value)
{
  return yyjson_mut_strcpy (self->tree->doc, value);
}

static yyjson_mut_val *
nullable_string (Object *self, const char *value)
{
  return value != NULL ? yyjson_mut_strcpy (self->tree->doc, value) : yyjson_mut_null (self->tree->doc);
}

/* NULL where there is none: the member is left out. */
static yyjson_mut_val *
string_if_set (Object *self, const char *value)
{
  return value != NULL ? string (self, value) : NULL;
}

/* A date that the reader would refuse must not get into the file. */
static yyjson_mut_val *
date (Object *self, guint member, const char *value)
{
  if (value != NULL && !proviso_date_is_valid (value))
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("“%s” was entered as a date, but is none. Correct it and save again."), value);

      fail (self->tree, PROVISO_CODEC_ERROR_UNWRITABLE, self->members->members[member].name, sentence);
    }

  return nullable_string (self, value);
}

static yyjson_mut_val *
enumeration (Object *self, GType enum_type, int value)
{
  const char *name = proviso_vocabulary_get_wire_name (enum_type, value);

  return name != NULL ? yyjson_mut_str (self->tree->doc, name) : yyjson_mut_null (self->tree->doc);
}

/* NULL for a value that is not set: the member is left out. */
static yyjson_mut_val *
enumeration_if_set (Object *self, GType enum_type, int value)
{
  return value != 0 ? enumeration (self, enum_type, value) : NULL;
}

static yyjson_mut_val *
strings (Object *self, const char *const *values)
{
  yyjson_mut_val *list = yyjson_mut_arr (self->tree->doc);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    yyjson_mut_arr_append (list, string (self, values[i]));

  return list;
}

typedef yyjson_mut_val *(*WriteFunc) (ProvisoCodecTree *tree, gpointer record);

static yyjson_mut_val *
records (Object *self, guint member, ProvisoRecordList *list, guint max, WriteFunc write)
{
  yyjson_mut_val *array = yyjson_mut_arr (self->tree->doc);
  guint size = proviso_record_list_get_size (list);

  if (size > max)
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("There are %u entries in “%s”, more than the %u that a file can have."), size,
                           self->members->members[member].name, max);

      fail (self->tree, PROVISO_CODEC_ERROR_TOO_MANY, self->members->members[member].name, sentence);
    }
  for (guint i = 0; i < size; i++)
    yyjson_mut_arr_append (array, write (self->tree, proviso_record_list_peek (list, i)));

  return array;
}

static yyjson_mut_val *
write_anchor (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoAnchor *anchor = record;
  ProvisoAnchorState state = proviso_anchor_get_state (anchor);
  Passage passage = { proviso_anchor_get_start (anchor), proviso_anchor_get_end (anchor) };
  Object object;

  open_object (&object, tree, anchor, &proviso_anchor_members);
  put (&object, ANCHOR_START, yyjson_mut_uint (tree->doc, passage.start));
  put (&object, ANCHOR_END, yyjson_mut_uint (tree->doc, passage.end));
  if (state != PROVISO_ANCHOR_STATE_LOST && tree->text != NULL)
    {
      guint before = passage.start - MIN (passage.start, PROVISO_ANCHOR_CONTEXT);
      g_autofree char *exact = proviso_text_get_slice (tree->text, passage.start, passage.end);
      g_autofree char *prefix = proviso_text_get_slice (tree->text, before, passage.start);
      g_autofree char *suffix =
          proviso_text_get_slice (tree->text, passage.end, passage.end + PROVISO_ANCHOR_CONTEXT);

      put (&object, ANCHOR_EXACT, string (&object, exact));
      put (&object, ANCHOR_PREFIX, string (&object, prefix));
      put (&object, ANCHOR_SUFFIX, string (&object, suffix));
    }
  else if (state == PROVISO_ANCHOR_STATE_LOST || tree->draft == NULL)
    {
      put (&object, ANCHOR_EXACT, string (&object, proviso_anchor_get_exact (anchor)));
      put (&object, ANCHOR_PREFIX, string (&object, proviso_anchor_get_prefix (anchor)));
      put (&object, ANCHOR_SUFFIX, string (&object, proviso_anchor_get_suffix (anchor)));
    }
  else
    {
      put (&object, ANCHOR_EXACT, passage.exact = yyjson_mut_str (tree->doc, ""));
      put (&object, ANCHOR_PREFIX, passage.prefix = yyjson_mut_str (tree->doc, ""));
      put (&object, ANCHOR_SUFFIX, passage.suffix = yyjson_mut_str (tree->doc, ""));
      passage.heading = yyjson_mut_arr (tree->doc);
      g_array_append_val (tree->passages, passage);
    }
  put (&object, ANCHOR_HEADING,
       passage.heading != NULL ? passage.heading : strings (&object, proviso_anchor_get_heading (anchor)));
  put (&object, ANCHOR_STATE, enumeration (&object, PROVISO_TYPE_ANCHOR_STATE, state));

  return close_object (&object);
}

static yyjson_mut_val *
write_evidence (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoEvidence *evidence = record;
  ProvisoCredibility credibility = proviso_evidence_get_credibility (evidence);
  Object object;

  open_object (&object, tree, evidence, &proviso_evidence_members);
  put (&object, EVIDENCE_SOURCE, string (&object, proviso_evidence_get_source (evidence)));
  put (&object, EVIDENCE_RELATION,
       enumeration (&object, PROVISO_TYPE_RELATION, proviso_evidence_get_relation (evidence)));
  put (&object, EVIDENCE_CREDIBILITY,
       credibility != PROVISO_CREDIBILITY_NONE ? yyjson_mut_uint (tree->doc, credibility)
                                               : yyjson_mut_null (tree->doc));
  put (&object, EVIDENCE_EXCERPT, string (&object, proviso_evidence_get_excerpt (evidence)));
  put (&object, EVIDENCE_LOCATOR, string (&object, proviso_evidence_get_locator (evidence)));

  return close_object (&object);
}

static yyjson_mut_val *
write_check (ProvisoCodecTree *tree, ProvisoCheck *check, const ProvisoMembers *members)
{
  Object object;

  if (check == NULL)
    return yyjson_mut_null (tree->doc);

  open_object (&object, tree, check, members);
  put (&object, CHECK_BY, string (&object, proviso_check_get_by (check)));
  put (&object, CHECK_AT, string (&object, proviso_check_get_at (check)));
  if (members->n_members > CHECK_PASSAGES)
    {
      ProvisoRecordList *evidence = proviso_check_get_evidence (check);
      ProvisoClaimStatus status;

      put (&object, CHECK_PASSAGES, strings (&object, proviso_check_get_passages (check)));
      put (&object, CHECK_STATEMENT, string_if_set (&object, proviso_check_get_statement (check)));
      put (&object, CHECK_STATUS,
           proviso_check_get_status (check, &status) ? enumeration (&object, PROVISO_TYPE_CLAIM_STATUS, status) : NULL);
      put (&object, CHECK_EVIDENCE,
           evidence != NULL ? records (&object, CHECK_EVIDENCE, evidence, PROVISO_CODEC_MAX_PARTS, write_evidence)
                            : NULL);
    }

  return close_object (&object);
}

static yyjson_mut_val *
write_comment (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoComment *comment = record;
  Object object;

  open_object (&object, tree, comment, &proviso_comment_members);
  put (&object, COMMENT_ID, string (&object, proviso_comment_get_id (comment)));
  put (&object, COMMENT_BY, string (&object, proviso_comment_get_by (comment)));
  put (&object, COMMENT_AT, string (&object, proviso_comment_get_at (comment)));
  put (&object, COMMENT_TEXT, string (&object, proviso_comment_get_text (comment)));
  put (&object, COMMENT_EDITED, string_if_set (&object, proviso_comment_get_edited (comment)));

  return close_object (&object);
}

static yyjson_mut_val *
write_event (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoEvent *event = record;
  Object object;

  open_object (&object, tree, event, &proviso_event_members);
  put (&object, EVENT_AT, string (&object, proviso_event_get_at (event)));
  put (&object, EVENT_BY, string (&object, proviso_event_get_by (event)));
  put (&object, EVENT_WHAT, string (&object, proviso_event_get_what (event)));
  put (&object, EVENT_FROM, nullable_string (&object, proviso_event_get_from (event)));
  put (&object, EVENT_TO, nullable_string (&object, proviso_event_get_to (event)));
  put (&object, EVENT_REASON, string_if_set (&object, proviso_event_get_reason (event)));
  put (&object, EVENT_CAUSE, string_if_set (&object, proviso_event_get_cause (event)));

  return close_object (&object);
}

static yyjson_mut_val *
write_claim (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoClaim *claim = record;
  Object object;

  open_object (&object, tree, claim, &proviso_claim_members);
  put (&object, CLAIM_ID, string (&object, proviso_claim_get_id (claim)));
  put (&object, CLAIM_STATEMENT, string (&object, proviso_claim_get_statement (claim)));
  put (&object, CLAIM_KIND, enumeration (&object, PROVISO_TYPE_CLAIM_KIND, proviso_claim_get_kind (claim)));
  put (&object, CLAIM_STATUS,
       enumeration (&object, PROVISO_TYPE_CLAIM_STATUS, proviso_claim_get_status (claim)));
  put (&object, CLAIM_REASON, string_if_set (&object, proviso_claim_get_reason (claim)));
  put (&object, CLAIM_FOR_READERS, string_if_set (&object, proviso_claim_get_for_readers (claim)));
  put (&object, CLAIM_AUTHENTICITY,
       enumeration_if_set (&object, PROVISO_TYPE_AUTHENTICITY, proviso_claim_get_authenticity (claim)));
  put (&object, CLAIM_LIKELIHOOD,
       enumeration_if_set (&object, PROVISO_TYPE_LIKELIHOOD, proviso_claim_get_likelihood (claim)));
  put (&object, CLAIM_CONFIDENCE,
       enumeration_if_set (&object, PROVISO_TYPE_CONFIDENCE, proviso_claim_get_confidence (claim)));
  put (&object, CLAIM_AS_OF, date (&object, CLAIM_AS_OF, proviso_claim_get_as_of (claim)));
  put (&object, CLAIM_REVIEW_AFTER,
       date (&object, CLAIM_REVIEW_AFTER, proviso_claim_get_review_after (claim)));
  put (&object, CLAIM_ATTRIBUTED_TO, nullable_string (&object, proviso_claim_get_attributed_to (claim)));
  put (&object, CLAIM_ANCHORS,
       records (&object, CLAIM_ANCHORS, proviso_claim_peek_anchors (claim), PROVISO_CODEC_MAX_PARTS,
                write_anchor));
  put (&object, CLAIM_EVIDENCE,
       records (&object, CLAIM_EVIDENCE, proviso_claim_peek_evidence (claim), PROVISO_CODEC_MAX_PARTS,
                write_evidence));
  put (&object, CLAIM_CHECK, write_check (tree, proviso_claim_get_check (claim), &proviso_check_members));
  put (&object, CLAIM_NOTE, string (&object, proviso_claim_get_note (claim)));
  put (&object, CLAIM_HISTORY,
       records (&object, CLAIM_HISTORY, proviso_claim_peek_events (claim), PROVISO_CODEC_MAX_PARTS,
                write_event));

  return close_object (&object);
}

static yyjson_mut_val *
write_caveat (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoCaveat *caveat = record;
  Object object;

  open_object (&object, tree, caveat, &proviso_caveat_members);
  put (&object, CAVEAT_ID, string (&object, proviso_caveat_get_id (caveat)));
  put (&object, CAVEAT_TYPE,
       enumeration (&object, PROVISO_TYPE_CAVEAT_TYPE, proviso_caveat_get_caveat_type (caveat)));
  put (&object, CAVEAT_SEVERITY,
       enumeration (&object, PROVISO_TYPE_CAVEAT_SEVERITY, proviso_caveat_get_severity (caveat)));
  put (&object, CAVEAT_STATE,
       enumeration (&object, PROVISO_TYPE_CAVEAT_STATE, proviso_caveat_get_state (caveat)));
  put (&object, CAVEAT_TEXT, string (&object, proviso_caveat_get_text (caveat)));
  put (&object, CAVEAT_CLAIM, nullable_string (&object, proviso_caveat_get_claim (caveat)));
  put (&object, CAVEAT_ANCHORS,
       records (&object, CAVEAT_ANCHORS, proviso_caveat_peek_anchors (caveat), PROVISO_CODEC_MAX_PARTS,
                write_anchor));
  put (&object, CAVEAT_SUGGESTION, nullable_string (&object, proviso_caveat_get_suggestion (caveat)));
  put (&object, CAVEAT_REASON, nullable_string (&object, proviso_caveat_get_reason (caveat)));
  put (&object, CAVEAT_FOR_READERS, string_if_set (&object, proviso_caveat_get_for_readers (caveat)));
  put (&object, CAVEAT_CONFIRMED,
       write_check (tree, proviso_caveat_get_confirmed (caveat), &proviso_confirmation_members));
  put (&object, CAVEAT_THREAD,
       records (&object, CAVEAT_THREAD, proviso_caveat_peek_thread (caveat), PROVISO_CODEC_MAX_PARTS,
                write_comment));
  put (&object, CAVEAT_HISTORY,
       records (&object, CAVEAT_HISTORY, proviso_caveat_peek_events (caveat), PROVISO_CODEC_MAX_PARTS,
                write_event));

  return close_object (&object);
}

static yyjson_mut_val *
write_source (ProvisoCodecTree *tree, gpointer record)
{
  ProvisoSource *source = record;
  Object object;

  open_object (&object, tree, source, &proviso_source_members);
  put (&object, SOURCE_ID, string (&object, proviso_source_get_id (source)));
  put (&object, SOURCE_TYPE,
       enumeration (&object, PROVISO_TYPE_SOURCE_TYPE, proviso_source_get_source_type (source)));
  put (&object, SOURCE_TITLE, string (&object, proviso_source_get_title (source)));
  put (&object, SOURCE_PUBLISHER, string (&object, proviso_source_get_publisher (source)));
  put (&object, SOURCE_URL, nullable_string (&object, proviso_source_get_url (source)));
  put (&object, SOURCE_PUBLISHED, date (&object, SOURCE_PUBLISHED, proviso_source_get_published (source)));
  put (&object, SOURCE_ACCESSED, date (&object, SOURCE_ACCESSED, proviso_source_get_accessed (source)));
  put (&object, SOURCE_ARCHIVED, nullable_string (&object, proviso_source_get_archived (source)));
  put (&object, SOURCE_RELIABILITY,
       enumeration (&object, PROVISO_TYPE_RELIABILITY, proviso_source_get_reliability (source)));
  put (&object, SOURCE_INDEPENDENCE_GROUP,
       nullable_string (&object, proviso_source_get_independence_group (source)));
  put (&object, SOURCE_CONFIDENTIAL, yyjson_mut_bool (tree->doc, proviso_source_get_confidential (source)));
  put (&object, SOURCE_NOTE, string (&object, proviso_source_get_note (source)));
  put (&object, SOURCE_HISTORY,
       proviso_record_list_get_size (proviso_source_peek_events (source)) > 0
           ? records (&object, SOURCE_HISTORY, proviso_source_peek_events (source), PROVISO_CODEC_MAX_PARTS, write_event)
           : NULL);

  return close_object (&object);
}

/* A text as the list of its lines. */
static yyjson_mut_val *
lines (Object *self, const char *text)
{
  yyjson_mut_val *list = yyjson_mut_arr (self->tree->doc);

  for (const char *line = text, *next; *line != '\0'; line = next)
    {
      const char *newline = strchr (line, '\n');

      next = newline != NULL ? newline + 1 : line + strlen (line);
      yyjson_mut_arr_append (list, yyjson_mut_strncpy (self->tree->doc, line, next - line));
    }

  return list;
}

/* NULL where it holds nothing: the member is left out. */
static yyjson_mut_val *
write_remains (ProvisoCodecTree *tree, ProvisoRemains *remains)
{
  const char *generated = proviso_remains_get_text (remains, PROVISO_REMAINS_GENERATED);
  Object object;

  if (proviso_remains_is_empty (remains))
    return NULL;

  open_object (&object, tree, remains, &proviso_remains_members);
  for (guint i = 0; i < PROVISO_REMAINS_N_WORDINGS; i++)
    put (&object, i,
         proviso_remains_get_text (remains, i) != NULL ? string (&object, proviso_remains_get_text (remains, i))
                                                       : NULL);
  put (&object, REMAINS_GENERATED, generated != NULL ? lines (&object, generated) : NULL);
  put (&object, REMAINS_ANCHOR,
       proviso_remains_stands (remains) ? write_anchor (tree, proviso_remains_get_anchor (remains)) : NULL);

  return close_object (&object);
}

/* `whole`: with the draft and the lists. */
static yyjson_mut_val *
write_project (ProvisoCodecTree *tree, ProvisoProject *project, gboolean whole)
{
  Object object;

  open_object (&object, tree, project, &proviso_project_members);
  put (&object, PROJECT_PROVISO, yyjson_mut_uint (tree->doc, PROVISO_CODEC_VERSION));
  put (&object, PROJECT_ID, string (&object, proviso_project_get_id (project)));
  put (&object, PROJECT_TITLE, string (&object, proviso_project_get_title (project)));
  put (&object, PROJECT_LANGUAGE, string (&object, proviso_project_get_language (project)));
  put (&object, PROJECT_CREATED, nullable_string (&object, proviso_project_get_created (project)));
  put (&object, PROJECT_MODIFIED, nullable_string (&object, proviso_project_get_modified (project)));
  put (&object, PROJECT_DRAFT, whole ? tree->lines = yyjson_mut_arr (tree->doc) : NULL);
  put (&object, PROJECT_CLAIMS,
       !whole ? NULL
              : records (&object, PROJECT_CLAIMS, proviso_project_get_claims (project),
                         PROVISO_CODEC_MAX_RECORDS, write_claim));
  put (&object, PROJECT_CAVEATS,
       !whole ? NULL
              : records (&object, PROJECT_CAVEATS, proviso_project_get_caveats (project),
                         PROVISO_CODEC_MAX_RECORDS, write_caveat));
  put (&object, PROJECT_SOURCES,
       !whole ? NULL
              : records (&object, PROJECT_SOURCES, proviso_project_get_sources (project),
                         PROVISO_CODEC_MAX_RECORDS, write_source));
  put (&object, PROJECT_REMAINS, write_remains (tree, proviso_project_get_remains (project)));

  return close_object (&object);
}

ProvisoCodecTree *
proviso_codec_snapshot (ProvisoProject *project)
{
  ProvisoCodecTree *tree;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  tree = proviso_codec_tree_new ();
  tree->draft = proviso_text_dup (proviso_project_get_text (project));
  yyjson_mut_doc_set_root (tree->doc, write_project (tree, project, TRUE));

  return tree;
}

/* The titles of the headings above a place, outermost first. */
static void
fill_in_heading (ProvisoCodecTree *self, yyjson_mut_val *list, guint offset)
{
  for (int position = proviso_outline_find (self->outline, offset); position >= 0;
       position = proviso_outline_get_parent (self->outline, position))
    {
      const ProvisoHeading *heading = proviso_outline_get_heading (self->outline, position);

      yyjson_mut_arr_prepend (list, yyjson_mut_str (self->doc, heading->title));
    }
}

static void
fill_in_passages (ProvisoCodecTree *self, const ProvisoCodecText *draft)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      Passage *passage = &g_array_index (self->passages, Passage, i);
      const char *start = proviso_codec_text_at (draft, passage->start);
      const char *end = proviso_codec_text_at (draft, passage->end);
      const char *before = start;
      const char *after = end;

      for (guint j = 0; j < PROVISO_ANCHOR_CONTEXT && before > draft->text; j++)
        before = g_utf8_prev_char (before);
      for (guint j = 0; j < PROVISO_ANCHOR_CONTEXT && *after != '\0'; j++)
        after = g_utf8_next_char (after);

      yyjson_mut_set_strn (passage->exact, start, end - start);
      yyjson_mut_set_strn (passage->prefix, before, start - before);
      yyjson_mut_set_strn (passage->suffix, end, after - end);
      fill_in_heading (self, passage->heading, passage->start);
    }
  g_array_set_size (self->passages, 0);
}

static void
fill_in_lines (ProvisoCodecTree *self, const ProvisoCodecText *draft)
{
  const char *end = draft->text + draft->n_bytes;

  for (const char *line = draft->text, *next; line < end; line = next)
    {
      const char *newline = memchr (line, '\n', end - line);

      next = newline != NULL ? newline + 1 : end;
      yyjson_mut_arr_append (self->lines, yyjson_mut_strn (self->doc, line, next - line));
    }
  self->lines = NULL;
}

/* Returns: (nullable): to be freed with free(). */
static char *
write_out (ProvisoCodecTree *self, yyjson_write_flag flags, gsize *length, GError **error)
{
  yyjson_write_err err = { 0 };
  g_autofree char *sentence = NULL;
  char *bytes;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }
  if ((bytes = yyjson_mut_write_opts (self->doc, flags, NULL, length, &err)) == NULL)
    {
      sentence = g_strdup_printf (_ ("The project could not be put into words: %s."), err.msg);
      g_propagate_error (error,
                         proviso_codec_error_new (PROVISO_CODEC_ERROR_UNWRITABLE, 0, 0, NULL, sentence));
    }

  return bytes;
}

GBytes *
proviso_codec_tree_to_bytes (ProvisoCodecTree *self, GError **error)
{
  char *bytes;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->lines != NULL)
    {
      gsize n_bytes = strlen (self->draft);
      ProvisoCodecText draft;

      proviso_codec_text_init (&draft, g_steal_pointer (&self->draft), n_bytes);
      if (self->passages->len > 0)
        self->outline = proviso_outline_new (draft.text);
      fill_in_passages (self, &draft);
      fill_in_lines (self, &draft);
      self->draft = g_steal_pointer (&draft.text);
      proviso_codec_text_clear (&draft);
    }

  bytes = write_out (self, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END, &length, error);
  if (bytes == NULL)
    return NULL;
  if (length > PROVISO_JSON_MAX_SIZE)
    {
      g_autofree char *size = g_format_size (length);
      g_autofree char *sentence =
          g_strdup_printf (_ ("The project takes %s, more than could be read again."), size);

      g_propagate_error (error,
                         proviso_codec_error_new (PROVISO_CODEC_ERROR_TOO_LARGE, 0, 0, NULL, sentence));
      free (bytes);
      return NULL;
    }

  return g_bytes_new_with_free_func (bytes, length, free, bytes);
}

/* What was read from such JSON is a project without its draft. */
static gboolean
has_own_words (ProvisoProject *project)
{
  ProvisoAnchor *anchor = proviso_remains_get_anchor (proviso_project_get_remains (project));

  return proviso_anchor_get_end (anchor) <= proviso_text_get_length (proviso_project_get_text (project));
}

char *
proviso_codec_record_to_json (ProvisoRecord *record, GError **error)
{
  g_autoptr (ProvisoCodecTree) tree = NULL;
  ProvisoRecord *owner;
  yyjson_mut_val *root = NULL;
  g_autofree char *copy = NULL;
  char *bytes;

  g_return_val_if_fail (PROVISO_IS_RECORD (record), NULL);

  tree = proviso_codec_tree_new ();
  owner = proviso_record_get_owner (record);
  if (PROVISO_IS_PROJECT (owner))
    tree->text = proviso_project_get_text (PROVISO_PROJECT (owner));
  else if (PROVISO_IS_PROJECT (record) && has_own_words (PROVISO_PROJECT (record)))
    tree->text = proviso_project_get_text (PROVISO_PROJECT (record));
  if (PROVISO_IS_CLAIM (record))
    root = write_claim (tree, record);
  else if (PROVISO_IS_CAVEAT (record))
    root = write_caveat (tree, record);
  else if (PROVISO_IS_SOURCE (record))
    root = write_source (tree, record);
  else if (PROVISO_IS_PROJECT (record))
    root = write_project (tree, PROVISO_PROJECT (record), FALSE);
  else
    g_return_val_if_reached (NULL);
  yyjson_mut_doc_set_root (tree->doc, root);

  if ((bytes = write_out (tree, YYJSON_WRITE_NOFLAG, NULL, error)) == NULL)
    return NULL;
  /* From malloc() to g_malloc(): one function to free them by. */
  copy = g_strdup (bytes);
  free (bytes);

  return g_steal_pointer (&copy);
}
