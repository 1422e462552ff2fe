/* random-project.c: projects made up at random, for property tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-project.h"

#include "core/proviso-comment.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-event.h"
#include "core/proviso-plain-text.h"

/* What a format must not trip over: escapes, line ends of all kinds, one to four bytes, invisible ones. */
static const char *const pieces[] = {
  "a",          "word",
  " ",          "  ",
  "\n",         "\n\n",
  "\r\n",       "\r",
  "\t",         "\"",
  "\\",         "\\n",
  "/",          "{",
  "]",          "\x01",
  "\x1b",       "\x7f",
  "é",          "ß",
  "\xc2\x85",   "\u200b",
  "\u2028",     "\u2029",
  "\ufeff",     "\uffff",
  "𝄞",          "👩‍👩‍👧",
  "א",          "e\u0301",
  "“quote”",    "# Heading\n",
  "## é\n",     "## \"A\" *b*\n",
  "- item\n",   "```\n",
  "[a](b)",     "&amp;",
  "Sentence. ", "1.5",
};

static const char *const values[] = {
  "null",       "1.50", "-0",   "1e400", "10000000000000000000000001", "\"\\u0000\\ud834\\udd1e\\/\"",
  "[ 1,\n 2 ]", "{}",   "[  ]", "true",  "{\"a\":1,\"a\":2}",          "{\n      \"status\": \"é\"\n    }",
};

static const char *const dates[] = { NULL, "2026", "2026-03", "2026-03-28", "0001-01-01", "2024-02-29" };
static const char *const times[] = { "2026-03-28T09:30:00Z", "2026-03-28T09:30:00.123+05:30",
                                     "1999-12-31t23:59:59z" };

typedef struct
{
  GRand *rand;
  guint n_records;
  gboolean foreign;
  guint last_id;
  guint length; /* of the draft */
} Maker;

static guint
roll (Maker *self, guint n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static char *
some_text (Maker *self, guint max_pieces)
{
  GString *text = g_string_new (NULL);

  for (guint n = roll (self, max_pieces + 1); n > 0; n--)
    g_string_append (text, pieces[roll (self, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static char *
maybe_text (Maker *self)
{
  return roll (self, 2) == 0 ? NULL : some_text (self, 6);
}

static const char *
some_time (Maker *self)
{
  return times[roll (self, G_N_ELEMENTS (times))];
}

static const char *
maybe_date (Maker *self)
{
  return dates[roll (self, G_N_ELEMENTS (dates))];
}

static char *
some_id (Maker *self)
{
  static const char *const prefixes[] = { "", "é", "id \"", "\n" };

  return g_strdup_printf ("%s%u", prefixes[roll (self, G_N_ELEMENTS (prefixes))], ++self->last_id);
}

/* `members`: names of the record's own members, to stand after. */
static void
add_foreign (Maker *self, gpointer record, const char *const *members)
{
  g_autofree char *last = NULL;

  if (!self->foreign || roll (self, 3) != 0)
    return;

  for (guint n = roll (self, 4); n > 0; n--)
    {
      g_autofree char *name =
          g_strdup_printf ("x%s-%u", pieces[roll (self, G_N_ELEMENTS (pieces))], ++self->last_id);
      const char *after = last != NULL && roll (self, 2) == 0
                              ? last
                              : members[roll (self, g_strv_length ((GStrv) members) + 1)];

      proviso_record_add_foreign_member (record, after, name, values[roll (self, G_N_ELEMENTS (values))]);
      g_set_str (&last, name);
    }
}

static void
add_events (Maker *self, ProvisoRecordList *list)
{
  for (guint n = roll (self, 3); n > 0; n--)
    {
      g_autofree char *by = some_text (self, 2);
      g_autofree char *from = maybe_text (self);
      g_autofree char *to = maybe_text (self);
      g_autofree char *reason = maybe_text (self);
      g_autoptr (ProvisoEvent) event =
          proviso_event_new_with_reason (some_time (self), by, roll (self, 2) ? "status" : "created", from, to, reason,
                                         roll (self, 2) ? "passage_changed" : NULL);

      add_foreign (self, event, (const char *const[]) { "at", "by", "what", "from", "to", "reason", "cause", NULL });
      proviso_record_list_append (list, PROVISO_RECORD (event));
    }
}

static void
add_anchors (Maker *self, ProvisoRecordList *list)
{
  for (guint n = roll (self, 4); n > 0; n--)
    {
      guint start = roll (self, self->length + 1);
      guint end = start + roll (self, MIN (self->length - start, 40) + 1);
      g_autoptr (ProvisoAnchor) anchor = proviso_anchor_new (start, end);

      proviso_anchor_set_state (anchor, roll (self, 3));
      if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST)
        {
          g_autofree char *exact = some_text (self, 4);
          g_autofree char *prefix = some_text (self, 4);
          g_autofree char *suffix = some_text (self, 4);
          g_autofree char *heading = some_text (self, 2);

          proviso_anchor_set_quote (anchor, exact, prefix, suffix);
          if (roll (self, 2) == 0)
            proviso_anchor_set_heading (anchor, (const char *const[]) { heading, "Sub", NULL });
        }
      add_foreign (self, anchor,
                   (const char *const[]) { "start", "end", "exact", "suffix", "heading", "state", NULL });
      proviso_record_list_append (list, PROVISO_RECORD (anchor));
    }
}

static ProvisoCheck *
maybe_check (Maker *self, gboolean passages)
{
  g_autofree char *by = some_text (self, 2);
  g_autofree char *passage = some_text (self, 5);
  ProvisoCheck *check;

  if (roll (self, 2) == 0)
    return NULL;

  check =
      proviso_check_new (by, some_time (self), passages ? (const char *const[]) { passage, "", NULL } : NULL);
  add_foreign (self, check, (const char *const[]) { "by", "at", NULL });

  return check;
}

static ProvisoEvidence *
some_evidence (Maker *self)
{
  g_autofree char *source = g_strdup_printf ("%u", roll (self, self->last_id + 1));
  g_autofree char *excerpt = some_text (self, 5);
  g_autofree char *locator = some_text (self, 2);
  ProvisoEvidence *evidence = proviso_evidence_new (source);

  proviso_evidence_set_relation (evidence, roll (self, PROVISO_RELATION_CONTEXT + 1));
  proviso_evidence_set_credibility (evidence, roll (self, PROVISO_CREDIBILITY_6 + 1));
  proviso_evidence_set_excerpt (evidence, excerpt);
  proviso_evidence_set_locator (evidence, locator);
  add_foreign (self, evidence, (const char *const[]) { "source", "excerpt", NULL });

  return evidence;
}

/* Each part may be unknown. */
static void
add_checked (Maker *self, ProvisoCheck *check)
{
  g_autofree char *statement = maybe_text (self);

  proviso_check_set_statement (check, statement);
  if (roll (self, 2) == 0)
    proviso_check_set_status (check, roll (self, PROVISO_CLAIM_STATUS_SUPERSEDED + 1));
  if (roll (self, 2) == 0)
    {
      ProvisoRecordList *list = proviso_check_begin_evidence (check);

      for (guint n = roll (self, 3); n > 0; n--)
        {
          g_autoptr (ProvisoEvidence) evidence = some_evidence (self);

          proviso_record_list_append (list, PROVISO_RECORD (evidence));
        }
    }
}

static void
add_claim (Maker *self, ProvisoProject *project)
{
  g_autofree char *id = some_id (self);
  g_autofree char *statement = some_text (self, 10);
  g_autofree char *reason = maybe_text (self);
  g_autofree char *for_readers = maybe_text (self);
  g_autofree char *attributed_to = maybe_text (self);
  g_autofree char *note = some_text (self, 10);
  g_autoptr (ProvisoClaim) claim = proviso_claim_new (id);
  g_autoptr (ProvisoCheck) check = maybe_check (self, TRUE);

  if (check != NULL)
    add_checked (self, check);
  proviso_claim_set_statement (claim, statement);
  proviso_claim_set_kind (claim, roll (self, PROVISO_CLAIM_KIND_INTERPRETATION + 1));
  proviso_claim_set_status (claim, roll (self, PROVISO_CLAIM_STATUS_SUPERSEDED + 1));
  proviso_claim_set_reason (claim, reason);
  proviso_claim_set_for_readers (claim, for_readers);
  proviso_claim_set_authenticity (claim, roll (self, PROVISO_AUTHENTICITY_UNKNOWN + 1));
  if (roll (self, 2) == 0)
    proviso_claim_set_likelihood (claim, roll (self, PROVISO_LIKELIHOOD_ALMOST_CERTAIN + 1));
  else
    proviso_claim_set_confidence (claim, roll (self, PROVISO_CONFIDENCE_HIGH + 1));
  proviso_claim_set_as_of (claim, maybe_date (self));
  proviso_claim_set_review_after (claim, maybe_date (self));
  proviso_claim_set_attributed_to (claim, attributed_to);
  proviso_claim_set_check (claim, check);
  proviso_claim_set_note (claim, note);
  add_anchors (self, proviso_claim_get_anchors (claim));
  for (guint n = roll (self, 3); n > 0; n--)
    {
      g_autoptr (ProvisoEvidence) evidence = some_evidence (self);

      proviso_record_list_append (proviso_claim_get_evidence (claim), PROVISO_RECORD (evidence));
    }
  add_events (self, proviso_claim_get_events (claim));
  add_foreign (self, claim,
               (const char *const[]) { "id", "status", "reason", "likelihood", "confidence", "anchors",
                                       "history", NULL });
  proviso_record_list_append (proviso_project_get_claims (project), PROVISO_RECORD (claim));
}

static void
add_caveat (Maker *self, ProvisoProject *project)
{
  g_autofree char *id = some_id (self);
  g_autofree char *text = some_text (self, 10);
  g_autofree char *suggestion = maybe_text (self);
  g_autofree char *reason = maybe_text (self);
  g_autofree char *for_readers = maybe_text (self);
  g_autofree char *claim = g_strdup_printf ("%u", roll (self, self->last_id + 1));
  g_autoptr (ProvisoCaveat) caveat = proviso_caveat_new (id);
  g_autoptr (ProvisoCheck) confirmed = maybe_check (self, FALSE);

  proviso_caveat_set_caveat_type (caveat, roll (self, PROVISO_CAVEAT_TYPE_STYLE + 1));
  proviso_caveat_set_severity (caveat, roll (self, PROVISO_CAVEAT_SEVERITY_NOTE + 1));
  proviso_caveat_set_state (caveat, roll (self, PROVISO_CAVEAT_STATE_DISMISSED + 1));
  proviso_caveat_set_text (caveat, text);
  proviso_caveat_set_claim (caveat, roll (self, 2) == 0 ? NULL : claim);
  proviso_caveat_set_suggestion (caveat, suggestion);
  proviso_caveat_set_reason (caveat, reason);
  proviso_caveat_set_for_readers (caveat, for_readers);
  proviso_caveat_set_confirmed (caveat, confirmed);
  add_anchors (self, proviso_caveat_get_anchors (caveat));
  for (guint n = roll (self, 3); n > 0; n--)
    {
      g_autofree char *comment_id = some_id (self);
      g_autofree char *by = some_text (self, 2);
      g_autofree char *comment_text = some_text (self, 10);
      g_autoptr (ProvisoComment) comment =
          proviso_comment_new (comment_id, by, some_time (self), comment_text);

      if (roll (self, 2) == 0)
        proviso_comment_set_edited (comment, some_time (self));
      add_foreign (self, comment, (const char *const[]) { "id", "by", "at", "text", "edited", NULL });
      proviso_record_list_append (proviso_caveat_get_thread (caveat), PROVISO_RECORD (comment));
    }
  add_events (self, proviso_caveat_get_events (caveat));
  add_foreign (self, caveat,
               (const char *const[]) { "id", "type", "claim", "confirmed", "thread", "history", NULL });
  proviso_record_list_append (proviso_project_get_caveats (project), PROVISO_RECORD (caveat));
}

static void
add_source (Maker *self, ProvisoProject *project)
{
  g_autofree char *id = some_id (self);
  g_autofree char *title = some_text (self, 5);
  g_autofree char *publisher = some_text (self, 5);
  g_autofree char *url = maybe_text (self);
  g_autofree char *archived = maybe_text (self);
  g_autofree char *group = maybe_text (self);
  g_autofree char *note = some_text (self, 5);
  g_autoptr (ProvisoSource) source = proviso_source_new (id);

  proviso_source_set_source_type (source, roll (self, PROVISO_SOURCE_TYPE_OWN_CALCULATION + 1));
  proviso_source_set_title (source, title);
  proviso_source_set_publisher (source, publisher);
  proviso_source_set_url (source, url);
  proviso_source_set_published (source, maybe_date (self));
  proviso_source_set_accessed (source, maybe_date (self));
  proviso_source_set_archived (source, archived);
  proviso_source_set_reliability (source, roll (self, PROVISO_RELIABILITY_F + 1));
  proviso_source_set_independence_group (source, group);
  proviso_source_set_confidential (source, roll (self, 2));
  proviso_source_set_note (source, note);
  add_events (self, proviso_source_get_events (source));
  add_foreign (self, source, (const char *const[]) { "id", "url", "note", "history", NULL });
  proviso_record_list_append (proviso_project_get_sources (project), PROVISO_RECORD (source));
}

static void
add_remains (Maker *self, ProvisoProject *project)
{
  g_autoptr (ProvisoRemains) remains = proviso_remains_new ();
  ProvisoRecord *record = PROVISO_RECORD (remains);

  for (guint i = 0; i < PROVISO_REMAINS_N_TEXTS; i++)
    {
      g_autofree char *text = maybe_text (self);

      proviso_remains_set_text (remains, i, text);
    }
  if (roll (self, 2) == 0)
    {
      guint start = roll (self, self->length + 1);
      g_autoptr (ProvisoAnchor) anchor =
          proviso_anchor_new (start, start + roll (self, MIN (self->length - start, 40) + 1));

      add_foreign (self, anchor, (const char *const[]) { "start", "exact", "state", NULL });
      proviso_remains_set_anchor (remains, anchor);
    }
  add_foreign (self, record, (const char *const[]) { "heading", "caveat", "generated", "anchor", NULL });
  proviso_project_set_remains (project, remains);
}

ProvisoProject *
random_project_new (GRand *rand, guint n_records, gboolean foreign)
{
  Maker maker = { .rand = rand, .n_records = n_records, .foreign = foreign };
  g_autofree char *draft = some_text (&maker, 200);
  g_autofree char *title = some_text (&maker, 5);
  g_autofree char *id = some_id (&maker);
  ProvisoProject *project = proviso_project_new ();
  ProvisoText *text = proviso_project_get_text (project);

  proviso_text_replace (text, 0, 0, draft);
  maker.length = proviso_text_get_length (text);
  proviso_project_set_id (project, id);
  proviso_project_set_title (project, title);
  proviso_project_set_language (project, "pt-BR");
  proviso_project_set_created (project, some_time (&maker));
  proviso_project_set_modified (project, roll (&maker, 2) ? some_time (&maker) : NULL);
  for (guint n = roll (&maker, n_records + 1); n > 0; n--)
    add_source (&maker, project);
  for (guint n = roll (&maker, n_records + 1); n > 0; n--)
    add_claim (&maker, project);
  for (guint n = roll (&maker, n_records + 1); n > 0; n--)
    add_caveat (&maker, project);
  if (roll (&maker, 2) == 0)
    add_remains (&maker, project);
  add_foreign (&maker, project,
               (const char *const[]) { "proviso", "title", "modified", "draft", "claims", "sources", NULL });
  proviso_project_loaded (project);

  /* As a day at the desk does: passages grow, shrink, move and get lost. */
  for (guint n = roll (&maker, 10); n > 0; n--)
    {
      guint length = proviso_text_get_length (text);
      guint offset = roll (&maker, length + 1);
      g_autofree char *inserted = some_text (&maker, 5);

      proviso_text_replace (text, offset, roll (&maker, MIN (length - offset, 30) + 1), inserted);
    }

  return project;
}
