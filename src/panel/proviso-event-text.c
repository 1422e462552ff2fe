/* proviso-event-text.c: entries of a record's history as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole sentences for each member, so that they can be translated whole; {from} and {to} stand where the
 * values go.
 */
#include "panel/proviso-event-text.h"
#include "core/proviso-date.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-vocabulary.h"
#include "panel/proviso-date-text.h"
#include "panel/proviso-line-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A value that is longer is cut: the history is read at a glance. */
#define MAX_VALUE 120

typedef enum
{
  VALUE_TERM, /* of a vocabulary */
  VALUE_DATE,
  VALUE_WORDS,  /* what somebody typed */
  VALUE_CLAIM,  /* a claim's id */
  VALUE_SOURCE, /* a source's id */
  VALUE_HIDDEN, /* nothing that a person would read */
} ValueKind;

typedef struct
{
  const char *what;
  ValueKind kind;
  GType (*get_type) (void); /* for a VALUE_TERM; see also get_value_type() */
  const char *changed;      /* with {from} and {to}; %NULL: as `set` */
  const char *set;          /* with {to} */
  const char *removed;      /* with {from} */
} Sentence;

/* Why a caveat's state changed along with something else. */
static const struct
{
  const char *cause;
  const char *sentence;
} causes[] = {
  { PROVISO_EVENT_CAUSE_PASSAGE_CHANGED, N_ ("The words of its passage changed") },
  { PROVISO_EVENT_CAUSE_PASSAGE_REMOVED, N_ ("The words of its passage were deleted") },
  { PROVISO_EVENT_CAUSE_PASSAGE_RETURNED, N_ ("The words of its passage came back") },
  { PROVISO_EVENT_CAUSE_PASSAGE_CHANGED_OUTSIDE, N_ ("The words of its passage were changed outside Proviso") },
  { PROVISO_EVENT_CAUSE_SUGGESTION_APPLIED, N_ ("The suggested edit was applied") },
};

static const Sentence sentences[] = {
  /* Translators: {from} and {to} stay as they are here and below: the old and the new value take their place. */
  { "status", VALUE_TERM, proviso_claim_status_get_type, N_ ("Status changed from {from} to {to}"),
    N_ ("Status set to {to}"), N_ ("Status removed") },
  { "kind", VALUE_TERM, proviso_claim_kind_get_type, N_ ("Kind changed from {from} to {to}"),
    N_ ("Kind set to {to}"), N_ ("Kind removed") },
  { "authenticity", VALUE_TERM, proviso_authenticity_get_type,
    N_ ("Authenticity changed from {from} to {to}"), N_ ("Authenticity set to {to}"),
    N_ ("Authenticity removed") },
  { "likelihood", VALUE_TERM, proviso_likelihood_get_type, N_ ("Likelihood changed from {from} to {to}"),
    N_ ("Likelihood set to {to}"), N_ ("Likelihood removed") },
  { "confidence", VALUE_TERM, proviso_confidence_get_type, N_ ("Confidence changed from {from} to {to}"),
    N_ ("Confidence set to {to}"), N_ ("Confidence removed") },
  { "type", VALUE_TERM, proviso_caveat_type_get_type, N_ ("Type changed from {from} to {to}"),
    N_ ("Type set to {to}"), N_ ("Type removed") },
  { "severity", VALUE_TERM, proviso_caveat_severity_get_type, N_ ("Severity changed from {from} to {to}"),
    N_ ("Severity set to {to}"), N_ ("Severity removed") },
  { "state", VALUE_TERM, proviso_caveat_state_get_type, N_ ("State changed from {from} to {to}"),
    N_ ("State set to {to}"), N_ ("State removed") },
  { "reliability", VALUE_TERM, proviso_reliability_get_type, N_ ("Reliability changed from {from} to {to}"),
    N_ ("Reliability set to {to}"), N_ ("Reliability removed") },
  { "asOf", VALUE_DATE, NULL, N_ ("As-of date changed from {from} to {to}"), N_ ("As-of date set to {to}"),
    N_ ("As-of date removed") },
  { "reviewAfter", VALUE_DATE, NULL, N_ ("Review date changed from {from} to {to}"),
    N_ ("Review date set to {to}"), N_ ("Review date removed") },
  { "statement", VALUE_WORDS, NULL, NULL, N_ ("Statement changed to “{to}”"), N_ ("Statement emptied") },
  { "attributedTo", VALUE_WORDS, NULL, N_ ("Attribution changed from “{from}” to “{to}”"),
    N_ ("Attributed to “{to}”"), N_ ("Attribution removed") },
  { "reason", VALUE_WORDS, NULL, NULL, N_ ("Reason changed to “{to}”"), N_ ("Reason removed") },
  { "forReaders", VALUE_WORDS, NULL, NULL, N_ ("Wording for readers changed to “{to}”"),
    N_ ("Wording for readers removed") },
  { "note", VALUE_WORDS, NULL, NULL, N_ ("Note changed to “{to}”"), N_ ("Note removed") },
  { "text", VALUE_WORDS, NULL, NULL, N_ ("Caveat’s words changed to “{to}”"), N_ ("Caveat’s words removed") },
  { "suggestion", VALUE_WORDS, NULL, NULL, N_ ("Suggested “{to}”"), N_ ("Suggestion removed") },
  { "title", VALUE_WORDS, NULL, NULL, N_ ("Title changed to “{to}”"), N_ ("Title removed") },
  { "publisher", VALUE_WORDS, NULL, NULL, N_ ("Publisher changed to “{to}”"), N_ ("Publisher removed") },
  { "url", VALUE_WORDS, NULL, NULL, N_ ("Address changed to {to}"), N_ ("Address removed") },
  { "archived", VALUE_WORDS, NULL, NULL, N_ ("Archived copy changed to {to}"), N_ ("Archived copy removed") },
  { "published", VALUE_DATE, NULL, N_ ("Date of publication changed from {from} to {to}"),
    N_ ("Date of publication set to {to}"), N_ ("Date of publication removed") },
  { "accessed", VALUE_DATE, NULL, N_ ("Date of access changed from {from} to {to}"),
    N_ ("Date of access set to {to}"), N_ ("Date of access removed") },
  { "independenceGroup", VALUE_WORDS, NULL, NULL, N_ ("Independence group changed to “{to}”"),
    N_ ("Independence group removed") },
  { "claim", VALUE_CLAIM, NULL, NULL, N_ ("Linked to the claim “{to}”"), N_ ("Claim unlinked") },
  { "check", VALUE_HIDDEN, NULL, NULL, N_ ("Marked as checked"), N_ ("Check cleared") },
  { "confirmed", VALUE_HIDDEN, NULL, NULL, N_ ("Caveat confirmed"), N_ ("Confirmation withdrawn") },
  { "anchors", VALUE_WORDS, NULL, N_ ("Passage moved to “{to}”"), N_ ("Passage added: “{to}”"),
    N_ ("Passage removed: “{from}”") },
  { "evidence", VALUE_SOURCE, NULL, N_ ("Evidence changed: {to}"), N_ ("Evidence added: {to}"),
    N_ ("Evidence removed: {from}") },
  { "thread", VALUE_HIDDEN, NULL, N_ ("Comment changed"), N_ ("Comment added"), N_ ("Comment removed") },
};

/* Puts `from` and `to` in the places that the sentence has for them. */
static char *
fill (const char *sentence, const char *from, const char *to)
{
  GString *filled = g_string_new (NULL);

  for (const char *p = sentence; *p != '\0';)
    {
      if (from != NULL && g_str_has_prefix (p, "{from}"))
        {
          g_string_append (filled, from);
          p += strlen ("{from}");
        }
      else if (g_str_has_prefix (p, "{to}"))
        {
          g_string_append (filled, to);
          p += strlen ("{to}");
        }
      else
        {
          g_string_append_c (filled, *p++);
        }
    }

  return g_string_free_and_steal (filled);
}

static char *
shorten (const char *words)
{
  return proviso_line_text_shorten (words, MAX_VALUE);
}

static char *
describe_value (const Sentence *sentence, GType type, const char *value, ProvisoProject *project)
{
  ProvisoClaim *claim;
  ProvisoSource *source;
  int number;

  switch (sentence->kind)
    {
    case VALUE_TERM:
      if (proviso_vocabulary_from_wire_name (type, value, &number))
        return g_strdup (proviso_vocabulary_get_label (type, number));
      return shorten (value);

    case VALUE_DATE:
      return proviso_date_format (value);

    case VALUE_CLAIM:
      claim = project != NULL ? proviso_project_find_claim (project, value) : NULL;
      return claim != NULL ? shorten (proviso_claim_get_statement (claim)) : g_strdup ("…");

    case VALUE_SOURCE:
      source = project != NULL ? proviso_project_find_source (project, value) : NULL;
      return source != NULL ? shorten (proviso_source_get_title (source)) : g_strdup ("…");

    case VALUE_WORDS:
    case VALUE_HIDDEN:
    default:
      return shorten (value);
    }
}

static char *
describe_created (ProvisoEvent *event)
{
  ProvisoRecord *root = proviso_record_get_root (PROVISO_RECORD (event));

  if (PROVISO_IS_CLAIM (root))
    return g_strdup (_ ("Claim made"));
  if (PROVISO_IS_CAVEAT (root))
    return g_strdup (_ ("Caveat flagged"));
  if (PROVISO_IS_SOURCE (root))
    return g_strdup (_ ("Source added"));

  return g_strdup (_ ("Created"));
}

/* What was done, rather than the state that it led to. */
static char *
describe_state (ProvisoEvent *event)
{
  const char *from = proviso_event_get_from (event);
  const char *to = proviso_event_get_to (event);
  int old_state = PROVISO_CAVEAT_STATE_OPEN;
  int new_state;

  if (to == NULL || !proviso_vocabulary_from_wire_name (PROVISO_TYPE_CAVEAT_STATE, to, &new_state) ||
      (from != NULL && !proviso_vocabulary_from_wire_name (PROVISO_TYPE_CAVEAT_STATE, from, &old_state)))
    return NULL;

  if (new_state == PROVISO_CAVEAT_STATE_OPEN)
    return fill (_ ("Reopened; it was {from}"),
                 proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, old_state), "");
  if (old_state != PROVISO_CAVEAT_STATE_OPEN)
    return fill (_ ("State changed from {from} to {to}"),
                 proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, old_state),
                 proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, new_state));

  return g_strdup (new_state == PROVISO_CAVEAT_STATE_ADDRESSED  ? _ ("Marked as addressed")
                   : new_state == PROVISO_CAVEAT_STATE_ACCEPTED ? _ ("Accepted as a known weakness")
                                                                : _ ("Dismissed as no defect"));
}

static char *
describe_confidential (ProvisoEvent *event)
{
  return g_strdup (g_strcmp0 (proviso_event_get_to (event), "true") == 0 ? _ ("Made confidential")
                                                                         : _ ("No longer confidential"));
}

/* Whose values a member has: caveats and sources both have a "type". */
static GType
get_value_type (const Sentence *sentence, ProvisoEvent *event)
{
  if (g_str_equal (sentence->what, "type") &&
      PROVISO_IS_SOURCE (proviso_record_get_root (PROVISO_RECORD (event))))
    return PROVISO_TYPE_SOURCE_TYPE;

  return sentence->get_type != NULL ? sentence->get_type () : G_TYPE_INVALID;
}

static char *
describe_unknown (ProvisoEvent *event)
{
  g_autofree char *to = proviso_event_get_to (event) != NULL ? shorten (proviso_event_get_to (event)) : NULL;

  /* Translators: %s is the name of a part of the record, then its new value. */
  return to != NULL ? g_strdup_printf (_ ("“%s” changed to “%s”"), proviso_event_get_what (event), to)
                    : g_strdup_printf (_ ("“%s” changed"), proviso_event_get_what (event));
}

char *
proviso_event_text_describe (ProvisoEvent *event, ProvisoProject *project)
{
  const Sentence *sentence = NULL;
  GType type;
  g_autofree char *told = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (PROVISO_IS_EVENT (event), NULL);

  if (g_strcmp0 (proviso_event_get_what (event), "created") == 0)
    return describe_created (event);
  if (g_strcmp0 (proviso_event_get_what (event), "state") == 0 && (told = describe_state (event)) != NULL)
    return g_steal_pointer (&told);
  if (g_strcmp0 (proviso_event_get_what (event), "confidential") == 0)
    return describe_confidential (event);

  /* Of the texts, the one where "" is not the same as none. */
  if (g_strcmp0 (proviso_event_get_what (event), "suggestion") == 0 && g_strcmp0 (proviso_event_get_to (event), "") == 0)
    return g_strdup (_ ("Suggested to delete the passage"));

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_strcmp0 (proviso_event_get_what (event), sentences[i].what) == 0)
      sentence = &sentences[i];
  if (sentence == NULL)
    return describe_unknown (event);

  type = get_value_type (sentence, event);
  if (proviso_event_get_from (event) != NULL)
    from = describe_value (sentence, type, proviso_event_get_from (event), project);
  if (proviso_event_get_to (event) != NULL)
    to = describe_value (sentence, type, proviso_event_get_to (event), project);

  if (to == NULL || (sentence->kind == VALUE_WORDS && *to == '\0'))
    return fill (_ (sentence->removed), from != NULL ? from : "…", "");
  if (sentence->kind == VALUE_HIDDEN)
    return g_strdup (from != NULL && sentence->changed != NULL ? _ (sentence->changed) : _ (sentence->set));

  if (from != NULL && *from != '\0' && sentence->changed != NULL)
    return fill (_ (sentence->changed), from, to);

  return fill (_ (sentence->set), NULL, to);
}

const char *
proviso_event_text_get_cause (ProvisoEvent *event)
{
  const char *cause;

  g_return_val_if_fail (PROVISO_IS_EVENT (event), NULL);

  cause = proviso_event_get_cause (event);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_strcmp0 (cause, causes[i].cause) == 0)
      return _ (causes[i].sentence);

  return cause;
}

char *
proviso_event_text_explain (ProvisoEvent *event)
{
  const char *cause, *reason;
  GString *lines;

  g_return_val_if_fail (PROVISO_IS_EVENT (event), NULL);

  cause = proviso_event_text_get_cause (event);
  reason = proviso_event_get_reason (event);
  lines = g_string_new (cause);
  if (reason != NULL)
    {
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      /* Translators: what somebody gave as the reason, in quotation marks. */
      g_string_append_printf (lines, _ ("“%s”"), reason);
    }

  return g_string_free_and_steal (lines);
}

char *
proviso_event_text_sign (const char *by, const char *at)
{
  g_autofree char *time = at != NULL ? proviso_date_text_format_time (at) : g_strdup ("");
  g_autofree char *name = NULL;

  if (by == NULL || *by == '\0')
    return g_steal_pointer (&time);

  name = proviso_line_text_begin (by);
  if (*time == '\0')
    return g_steal_pointer (&name);

  /* Translators: who did it, and when. */
  return g_strdup_printf (_ ("%s · %s"), name, time);
}
