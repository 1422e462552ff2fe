/* proviso-report.c: a project for people who do not have the program: what was reviewed, and how it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-report.h"

#include "core/proviso-comment.h"
#include "core/proviso-date.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-event.h"
#include "core/proviso-readiness.h"
#include "core/proviso-vocabulary.h"
#include "export/proviso-draft-check.h"
#include "export/proviso-export-text.h"
#include "export/proviso-redaction.h"
#include "export/proviso-report-writer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ProvisoProject *project;
  ProvisoRedaction *redaction;
  ProvisoReportWriter *writer;
  GHashTable *numbers; /* a claim -> its number in the report */
} Report;

typedef struct
{
  gpointer record;
  guint position;
  guint index;
} Place;

/* A record's words, fit to go out. (transfer full) */
static char *
open_words (Report *self, const char *words)
{
  return proviso_redaction_apply (self->redaction, words);
}

static void
fact (Report *self, const char *name, const char *value)
{
  proviso_report_writer_fact (self->writer, name, value);
}

static void
words_fact (Report *self, const char *name, const char *words)
{
  g_autofree char *value = words != NULL ? open_words (self, words) : NULL;

  fact (self, name, value);
}

static void
enum_fact (Report *self, const char *name, GType type, int value)
{
  fact (self, name, proviso_vocabulary_get_label (type, value));
}

static char *
format_date (const char *date)
{
  return date != NULL ? proviso_date_format (date) : NULL;
}

static char *
format_day (const char *time)
{
  g_autofree char *day = proviso_time_get_day (time);

  return proviso_date_format (day);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *two = b;

  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;

  return one->index < two->index ? -1 : 1;
}

/* The claims or caveats in the order of the draft, those without a place last. */
static GArray *
sort_records (Report *self, ProvisoRecordList *list)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < proviso_record_list_get_size (list); i++)
    {
      gpointer record = proviso_record_list_peek (list, i);
      Place place = { record,
                      PROVISO_IS_CLAIM (record) ? proviso_claim_get_position (record)
                                                : proviso_project_get_caveat_position (self->project, record),
                      i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  return places;
}

static void
write_passages (Report *self, ProvisoRecordList *anchors)
{
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      gboolean lost = proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST;
      /* What the article does not say any more is a record's, and is open to secrets. */
      g_autofree char *passage =
          lost ? open_words (self, proviso_anchor_get_exact (anchor))
               : proviso_redaction_get_passage (self->redaction, proviso_anchor_get_start (anchor),
                                                proviso_anchor_get_end (anchor));
      g_autofree char *words = proviso_export_get_plain (passage);

      proviso_report_writer_quote (self->writer, lost ? _ ("No longer in the article:") : NULL, words);
    }
}

static void
write_count (Report *self, GType type, guint value, guint n)
{
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", n);

      fact (self, proviso_vocabulary_get_label (type, (int) value), count);
    }
}

static char *
describe_readiness (ProvisoReadiness *readiness)
{
  guint n_blocking = proviso_readiness_get_n_blocking (readiness);

  switch (proviso_readiness_get_state (readiness))
    {
    case PROVISO_READINESS_BLOCKED:
      return g_strdup_printf (ngettext ("Blocked: %u thing to do before it is published",
                                        "Blocked: %u things to do before it is published", n_blocking),
                              n_blocking);
    case PROVISO_READINESS_TO_GO:
      return g_strdup_printf (ngettext ("%u thing to do before it is published",
                                        "%u things to do before it is published", n_blocking),
                              n_blocking);
    case PROVISO_READINESS_READY:
    case PROVISO_READINESS_UNKNOWN:
    default:
      return g_strdup (_ ("Ready to publish"));
    }
}

/* What blocks, or what warns. */
static void
write_findings (Report *self, GPtrArray *findings, gboolean blocking)
{
  const char *headings[] = { _ ("What"), _ ("Where") };
  guint n_rows = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      ProvisoFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *subject = NULL;
      g_autofree char *words = NULL;

      /* That a source is confidential, the report does not say. */
      if (proviso_finding_get_blocks (finding) != blocking ||
          proviso_finding_get_kind (finding) == PROVISO_FINDING_SOURCE_NAMED)
        continue;
      if (n_rows++ == 0)
        proviso_report_writer_begin_table (self->writer, blocking ? _ ("What blocks") : _ ("What to look at"),
                                           headings, 2);
      subject = proviso_finding_dup_subject (finding);
      words = open_words (self, subject);
      proviso_report_writer_row (self->writer,
                                 (const char *[]) { proviso_finding_get_title (finding), words }, 2);
    }
  if (n_rows > 0)
    proviso_report_writer_end_table (self->writer);
}

static void
write_readiness (Report *self)
{
  g_autoptr (ProvisoReadiness) readiness = proviso_readiness_new (self->project);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *state = NULL;

  proviso_readiness_prepare (readiness, -1);
  proviso_draft_check_tell (readiness);
  findings = proviso_readiness_list (readiness, 0, G_MAXUINT);
  state = describe_readiness (readiness);
  proviso_report_writer_heading (self->writer, 2, _ ("Readiness"));
  proviso_report_writer_paragraph (self->writer, state);
  write_findings (self, findings, TRUE);
  write_findings (self, findings, FALSE);
}

static void
write_evidence (Report *self, ProvisoClaim *claim)
{
  ProvisoRecordList *evidence = proviso_claim_peek_evidence (claim);
  const char *headings[] = { _ ("Relation"), _ ("Source"), _ ("Credibility"), _ ("Excerpt"), _ ("Place") };

  if (proviso_record_list_get_size (evidence) == 0)
    return;

  proviso_report_writer_begin_table (self->writer, _ ("Evidence"), headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < proviso_record_list_get_size (evidence); i++)
    {
      ProvisoEvidence *link = proviso_record_list_peek (evidence, i);
      ProvisoSource *source = proviso_project_find_source (self->project, proviso_evidence_get_source (link));
      gboolean confidential = source != NULL && proviso_source_get_confidential (source);
      ProvisoCredibility credibility = proviso_evidence_get_credibility (link);
      g_autofree char *title = source != NULL ? open_words (self, proviso_source_get_title (source)) : NULL;
      g_autofree char *excerpt = open_words (self, proviso_evidence_get_excerpt (link));
      g_autofree char *locator = open_words (self, proviso_evidence_get_locator (link));
      const char *cells[] = {
        proviso_vocabulary_get_label (PROVISO_TYPE_RELATION, proviso_evidence_get_relation (link)),
        confidential    ? _ ("Confidential source")
        : title != NULL ? title
                        : _ ("Unknown source"),
        confidential || credibility == PROVISO_CREDIBILITY_NONE
            ? NULL
            : proviso_vocabulary_get_label (PROVISO_TYPE_CREDIBILITY, credibility),
        confidential ? NULL : excerpt,
        confidential ? NULL : locator,
      };

      proviso_report_writer_row (self->writer, cells, G_N_ELEMENTS (cells));
    }
  proviso_report_writer_end_table (self->writer);
}

static char *
describe_check (Report *self, ProvisoClaim *claim)
{
  ProvisoCheck *check = proviso_claim_get_check (claim);
  g_autofree char *by = NULL;
  g_autofree char *day = NULL;

  if (check == NULL)
    return g_strdup (_ ("Not checked"));

  by = open_words (self, proviso_check_get_by (check));
  day = format_day (proviso_check_get_at (check));
  if (proviso_claim_get_check_stale (claim))
    /* Translators: a person, a date. */
    return g_strdup_printf (_ ("Changed since it was checked by %s on %s"), by, day);

  /* Translators: a person, a date. */
  return g_strdup_printf (_ ("Checked by %s on %s"), by, day);
}

/* `confirmed`: (nullable). Returns: (transfer full) (nullable) */
static char *
describe_confirmation (Report *self, ProvisoCheck *confirmed)
{
  g_autofree char *by = NULL;
  g_autofree char *day = NULL;

  if (confirmed == NULL)
    return NULL;

  by = open_words (self, proviso_check_get_by (confirmed));
  day = format_day (proviso_check_get_at (confirmed));

  /* Translators: a person, a date. */
  return g_strdup_printf (_ ("By %s on %s"), by, day);
}

static void
write_claim (Report *self, ProvisoClaim *claim, guint number)
{
  const char *whom = proviso_claim_get_attributed_to (claim);
  g_autofree char *statement = open_words (self, proviso_claim_get_statement (claim));
  g_autofree char *as_of = format_date (proviso_claim_get_as_of (claim));
  g_autofree char *check = describe_check (self, claim);
  g_autofree char *heading =
      g_strdup_printf ("%u. %s", number, *statement != '\0' ? statement : _ ("No statement"));

  proviso_report_writer_heading (self->writer, 3, heading);
  proviso_report_writer_begin_facts (self->writer);
  enum_fact (self, _ ("Status"), PROVISO_TYPE_CLAIM_STATUS, proviso_claim_get_status (claim));
  words_fact (self, _ ("Reason"), proviso_claim_get_reason (claim));
  words_fact (self, _ ("Wording for readers"), proviso_claim_get_for_readers (claim));
  if (proviso_claim_get_authenticity (claim) != PROVISO_AUTHENTICITY_NONE)
    enum_fact (self, _ ("Authenticity"), PROVISO_TYPE_AUTHENTICITY, proviso_claim_get_authenticity (claim));
  if (proviso_claim_get_likelihood (claim) != PROVISO_LIKELIHOOD_NONE)
    enum_fact (self, _ ("Likelihood"), PROVISO_TYPE_LIKELIHOOD, proviso_claim_get_likelihood (claim));
  if (proviso_claim_get_confidence (claim) != PROVISO_CONFIDENCE_NONE)
    enum_fact (self, _ ("Confidence"), PROVISO_TYPE_CONFIDENCE, proviso_claim_get_confidence (claim));
  enum_fact (self, _ ("Kind"), PROVISO_TYPE_CLAIM_KIND, proviso_claim_get_kind (claim));
  fact (self, _ ("As of"), as_of);
  if (whom != NULL && proviso_redaction_hides_name (self->redaction, whom))
    fact (self, _ ("Attributed to"), _ ("Confidential source"));
  else
    words_fact (self, _ ("Attributed to"), whom);
  fact (self, _ ("Check"), check);
  proviso_report_writer_end_facts (self->writer);
  write_passages (self, proviso_claim_peek_anchors (claim));
  write_evidence (self, claim);
}

static void
write_claims (Report *self)
{
  ProvisoRecordList *claims = proviso_project_get_claims (self->project);
  g_autoptr (GArray) places = sort_records (self, claims);
  guint n_of_status[PROVISO_CLAIM_STATUS_SUPERSEDED + 1] = { 0 };

  proviso_report_writer_heading (self->writer, 2, _ ("Claims"));
  if (places->len == 0)
    proviso_report_writer_paragraph (self->writer, _ ("There are none."));
  for (guint i = 0; i < places->len; i++)
    n_of_status[proviso_claim_get_status (g_array_index (places, Place, i).record)]++;
  if (places->len > 0)
    {
      proviso_report_writer_begin_facts (self->writer);
      for (guint i = 0; i < G_N_ELEMENTS (n_of_status); i++)
        write_count (self, PROVISO_TYPE_CLAIM_STATUS, i, n_of_status[i]);
      proviso_report_writer_end_facts (self->writer);
    }
  for (guint i = 0; i < places->len; i++)
    {
      gpointer claim = g_array_index (places, Place, i).record;

      g_hash_table_insert (self->numbers, claim, GUINT_TO_POINTER (i + 1));
      write_claim (self, claim, i + 1);
    }
}

static char *
describe_comment (Report *self, ProvisoComment *comment)
{
  g_autofree char *by = open_words (self, proviso_comment_get_by (comment));
  g_autofree char *day = format_day (proviso_comment_get_at (comment));

  if (proviso_comment_get_edited (comment) != NULL)
    /* Translators: who wrote a comment, and the date. */
    return g_strdup_printf (_ ("%s, %s (edited)"), by, day);

  /* Translators: who wrote a comment, and the date. */
  return g_strdup_printf (_ ("%s, %s"), by, day);
}

static void
write_thread (Report *self, ProvisoRecordList *thread)
{
  const char *headings[] = { _ ("Who and when"), _ ("Comment") };

  if (proviso_record_list_get_size (thread) == 0)
    return;

  proviso_report_writer_begin_table (self->writer, _ ("Comments"), headings, 2);
  for (guint i = 0; i < proviso_record_list_get_size (thread); i++)
    {
      ProvisoComment *comment = proviso_record_list_peek (thread, i);
      g_autofree char *who = describe_comment (self, comment);
      g_autofree char *words = open_words (self, proviso_comment_get_text (comment));

      proviso_report_writer_row (self->writer, (const char *[]) { who, words }, 2);
    }
  proviso_report_writer_end_table (self->writer);
}

/* The last entry in its history about `what`. (transfer none) (nullable) */
static ProvisoEvent *
find_event (ProvisoCaveat *caveat, const char *what)
{
  ProvisoRecordList *events = proviso_caveat_peek_events (caveat);

  for (guint i = proviso_record_list_get_size (events); i > 0; i--)
    {
      ProvisoEvent *event = proviso_record_list_peek (events, i - 1);

      if (g_str_equal (proviso_event_get_what (event), what))
        return event;
    }

  return NULL;
}

/* `event`: (nullable). Returns: (transfer full) (nullable): who did it, and when. */
static char *
describe_event (Report *self, ProvisoEvent *event)
{
  g_autofree char *by = NULL;
  g_autofree char *day = NULL;

  if (event == NULL)
    return NULL;

  by = open_words (self, proviso_event_get_by (event));
  day = format_day (proviso_event_get_at (event));
  if (*by == '\0')
    /* Translators: a date. */
    return g_strdup_printf (_ ("On %s"), day);

  /* Translators: a person, a date. */
  return g_strdup_printf (_ ("By %s on %s"), by, day);
}

static void
write_caveat (Report *self, ProvisoCaveat *caveat)
{
  ProvisoCaveatState state = proviso_caveat_get_state (caveat);
  ProvisoCheck *confirmed = proviso_caveat_get_confirmed (caveat);
  ProvisoClaim *claim = proviso_project_find_claim (self->project, proviso_caveat_get_claim (caveat));
  const char *suggestion = proviso_caveat_get_suggestion (caveat);
  const char *type =
      proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE, proviso_caveat_get_caveat_type (caveat));
  g_autofree char *text = open_words (self, proviso_caveat_get_text (caveat));
  g_autofree char *confirmation = describe_confirmation (self, confirmed);
  ProvisoEvent *settled = find_event (caveat, "state");
  gboolean applied = settled != NULL && g_strcmp0 (proviso_event_get_cause (settled),
                                                   PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED) == 0;
  g_autofree char *raised = describe_event (self, find_event (caveat, "created"));
  g_autofree char *application = applied ? describe_event (self, settled) : NULL;
  g_autofree char *on_claim =
      claim != NULL ? g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, claim)))
                    : NULL;

  proviso_report_writer_heading (self->writer, 3, *text != '\0' ? text : type);
  proviso_report_writer_begin_facts (self->writer);
  enum_fact (self, _ ("State"), PROVISO_TYPE_CAVEAT_STATE, state);
  enum_fact (self, _ ("Severity"), PROVISO_TYPE_CAVEAT_SEVERITY, proviso_caveat_get_severity (caveat));
  fact (self, _ ("Type"), type);
  fact (self, _ ("On claim"), on_claim);
  fact (self, C_ ("report", "Raised"), raised);
  words_fact (self, _ ("Reason"), proviso_caveat_get_reason (caveat));
  words_fact (self, _ ("Wording for readers"), proviso_caveat_get_for_readers (caveat));
  if (state != PROVISO_CAVEAT_STATE_OPEN)
    fact (self, _ ("Confirmed"), confirmation != NULL ? confirmation : _ ("Not yet"));
  if (suggestion != NULL && *suggestion == '\0')
    fact (self, _ ("Suggestion"), _ ("Delete the passage"));
  else
    words_fact (self, _ ("Suggestion"), suggestion);
  if (suggestion != NULL)
    fact (self, _ ("Suggestion applied"), application);
  proviso_report_writer_end_facts (self->writer);
  write_passages (self, proviso_caveat_peek_anchors (caveat));
  write_thread (self, proviso_caveat_peek_thread (caveat));
}

static void
write_caveats (Report *self)
{
  g_autoptr (GArray) places = sort_records (self, proviso_project_get_caveats (self->project));
  guint n_of_state[PROVISO_CAVEAT_STATE_DISMISSED + 1] = { 0 };

  proviso_report_writer_heading (self->writer, 2, _ ("Caveats"));
  if (places->len == 0)
    proviso_report_writer_paragraph (self->writer, _ ("There are none."));
  for (guint i = 0; i < places->len; i++)
    n_of_state[proviso_caveat_get_state (g_array_index (places, Place, i).record)]++;
  if (places->len > 0)
    {
      proviso_report_writer_begin_facts (self->writer);
      for (guint i = 0; i < G_N_ELEMENTS (n_of_state); i++)
        write_count (self, PROVISO_TYPE_CAVEAT_STATE, i, n_of_state[i]);
      proviso_report_writer_end_facts (self->writer);
    }
  for (guint i = 0; i < places->len; i++)
    write_caveat (self, g_array_index (places, Place, i).record);
}

static void
write_source (Report *self, ProvisoSource *source)
{
  ProvisoReliability reliability = proviso_source_get_reliability (source);
  g_autofree char *title = open_words (self, proviso_source_get_title (source));
  g_autofree char *publisher = open_words (self, proviso_source_get_publisher (source));
  g_autofree char *published = format_date (proviso_source_get_published (source));
  g_autofree char *url = open_words (self, proviso_source_get_url (source));
  const char *cells[] = {
    title,
    publisher,
    proviso_vocabulary_get_label (PROVISO_TYPE_SOURCE_TYPE, proviso_source_get_source_type (source)),
    published,
    proviso_vocabulary_get_label (PROVISO_TYPE_RELIABILITY, reliability),
    url,
  };

  proviso_report_writer_row (self->writer, cells, G_N_ELEMENTS (cells));
}

static void
write_sources (Report *self)
{
  ProvisoRecordList *sources = proviso_project_get_sources (self->project);
  const char *headings[] = { _ ("Title"),     _ ("Publisher"),   _ ("Type"),
                             _ ("Published"), _ ("Reliability"), _ ("Address") };
  gboolean any = FALSE;

  proviso_report_writer_heading (self->writer, 2, _ ("Sources"));
  for (guint i = 0; i < proviso_record_list_get_size (sources); i++)
    {
      ProvisoSource *source = proviso_record_list_peek (sources, i);

      if (proviso_source_get_confidential (source))
        continue;
      if (!any)
        proviso_report_writer_begin_table (self->writer, _ ("Register of sources"), headings,
                                           G_N_ELEMENTS (headings));
      any = TRUE;
      write_source (self, source);
    }
  if (any)
    proviso_report_writer_end_table (self->writer);
  else
    proviso_report_writer_paragraph (self->writer, _ ("There are none to name."));
}

char *
proviso_report_build (ProvisoProject *project, ProvisoReportFormat format, const char *day)
{
  Report self = { .project = project };
  g_autoptr (ProvisoRedaction) redaction = NULL;
  g_autoptr (GHashTable) numbers = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *made = NULL;
  g_autofree char *draft = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  self.redaction = redaction = proviso_redaction_new (project);
  self.numbers = numbers = g_hash_table_new (NULL, NULL);
  title = proviso_redaction_apply (redaction, proviso_project_get_title (project));
  self.writer = proviso_report_writer_new (format, *title != '\0' ? title : _ ("Untitled"),
                                           proviso_project_get_language (project));
  date = format_date (day);
  /* Translators: a date. */
  made = g_strdup_printf (_ ("Review report of %s"), date);
  proviso_report_writer_paragraph (self.writer, made);
  write_readiness (&self);
  write_claims (&self);
  write_caveats (&self);
  write_sources (&self);
  proviso_report_writer_heading (self.writer, 2, _ ("Article"));
  draft = proviso_text_dup (proviso_project_get_text (project));
  proviso_report_writer_article (self.writer, draft);

  return proviso_report_writer_free_to_text (self.writer);
}
