/* proviso-finding.c: one thing that stands between a project and its publication, or should be known before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-finding.h"

#include "core/proviso-record-private.h"

#include <glib/gi18n-lib.h>

struct _ProvisoFinding
{
  GObject parent_instance;

  ProvisoFindingKind kind;
  ProvisoRecord *record;
  ProvisoAnchor *anchor; /* nullable */
  int severity;
  gboolean blocks;
};

/* What a kind is called. Those of caveats alone have a title for each severity, gravest first. */
typedef struct
{
  const char *name;
  const char *titles[PROVISO_CAVEAT_SEVERITY_NOTE + 1];
  const char *explanation;
} Wording;

static const Wording wordings[PROVISO_FINDING_N_KINDS] = {
  [PROVISO_FINDING_REFUTED_IN_TEXT] = {
      "refuted_in_text",
      { N_ ("Refuted, and still in the text") },
      N_ ("Take it out of the text, or mark the claim as checked where the text says that it is false."),
  },
  [PROVISO_FINDING_SOURCE_NAMED] = {
      "source_named",
      { N_ ("Names a confidential source") },
      N_ ("Take the name out of the text where readers must not know of the source."),
  },
  [PROVISO_FINDING_CAVEAT_OPEN] = {
      "caveat_open",
      { N_ ("Blocker still open"),
        N_ ("Major caveat still open"),
        N_ ("Minor caveat still open"),
        N_ ("Note still open") },
      N_ ("Address, accept or dismiss it, then have it confirmed."),
  },
  [PROVISO_FINDING_PASSAGE_LOST] = {
      "passage_lost",
      { N_ ("Passage gone from the text") },
      N_ ("Tie it to the words that take its place, or remove the passage."),
  },
  [PROVISO_FINDING_CHECK_STALE] = {
      "check_stale",
      { N_ ("Changed since it was checked") },
      N_ ("Compare it with its sources again and mark it as checked."),
  },
  [PROVISO_FINDING_SOURCE_MISSING] = {
      "source_missing",
      { N_ ("No source") },
      N_ ("Name a source, or make it the author’s analysis where it is that."),
  },
  [PROVISO_FINDING_CAVEAT_UNCONFIRMED] = {
      "caveat_unconfirmed",
      { N_ ("Blocker settled but not confirmed"),
        N_ ("Major caveat settled but not confirmed"),
        N_ ("Minor caveat settled but not confirmed"),
        N_ ("Note settled but not confirmed") },
      N_ ("Confirm that it is settled, or reopen it."),
  },
  [PROVISO_FINDING_STATUS_UNCHECKED] = {
      "status_unchecked",
      { N_ ("Status still unchecked") },
      N_ ("Look into it and choose the status that holds."),
  },
  [PROVISO_FINDING_NEVER_CHECKED] = {
      "never_checked",
      { N_ ("Never marked as checked") },
      N_ ("Compare the words with the sources and mark it as checked."),
  },
  [PROVISO_FINDING_AUTHENTICITY_MISSING] = {
      "authenticity_missing",
      { N_ ("Leak of unstated authenticity") },
      N_ ("Say whether the leaked material is acknowledged, authenticated or of unknown authenticity."),
  },
  [PROVISO_FINDING_REASON_MISSING] = {
      "reason_missing",
      { N_ ("No reason given") },
      N_ ("Say why this holds."),
  },
  [PROVISO_FINDING_REVIEW_DUE] = {
      "review_due",
      { N_ ("Review date has passed") },
      N_ ("See whether it still holds, then set another date."),
  },
  [PROVISO_FINDING_PASSAGE_FOUND] = {
      "passage_found",
      { N_ ("Passage found again in other words") },
      N_ ("See whether these are the words that are meant, and tie it to them."),
  },
  [PROVISO_FINDING_SECTION_OUTDATED] = {
      "section_outdated",
      { N_ ("Section on unconfirmed points out of date") },
      N_ ("Refresh it, or mark it as up to date."),
  },
};

enum
{
  PROP_0,
  PROP_SUBJECT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ProvisoFinding, proviso_finding, G_TYPE_OBJECT)

static void
proviso_finding_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SUBJECT:
      g_value_take_string (value, proviso_finding_dup_subject (PROVISO_FINDING (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_finding_finalize (GObject *object)
{
  ProvisoFinding *self = PROVISO_FINDING (object);

  g_clear_object (&self->record);
  g_clear_object (&self->anchor);

  G_OBJECT_CLASS (proviso_finding_parent_class)->finalize (object);
}

static void
proviso_finding_class_init (ProvisoFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = proviso_finding_get_property;
  object_class->finalize = proviso_finding_finalize;

  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, "", PROVISO_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
proviso_finding_init (ProvisoFinding *self)
{
}

ProvisoFinding *
proviso_finding_new (ProvisoFindingKind kind,
                     ProvisoRecord *record,
                     ProvisoAnchor *anchor,
                     int severity,
                     gboolean blocks)
{
  ProvisoFinding *self;

  g_return_val_if_fail (PROVISO_IS_CLAIM (record) || PROVISO_IS_CAVEAT (record) || PROVISO_IS_SOURCE (record) ||
                            (record == NULL && kind == PROVISO_FINDING_SECTION_OUTDATED),
                        NULL);

  self = g_object_new (PROVISO_TYPE_FINDING, NULL);
  self->kind = kind;
  g_set_object (&self->record, record);
  g_set_object (&self->anchor, anchor);
  self->severity = PROVISO_IS_CAVEAT (record) ? severity : 0;
  self->blocks = blocks;

  return self;
}

ProvisoFindingKind
proviso_finding_get_kind (ProvisoFinding *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING (self), 0);

  return self->kind;
}

ProvisoRecord *
proviso_finding_get_record (ProvisoFinding *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING (self), NULL);

  return self->record;
}

ProvisoAnchor *
proviso_finding_get_anchor (ProvisoFinding *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING (self), NULL);

  return self->anchor;
}

/* The first in the draft of those that are not lost. `anchors`: (nullable) */
static ProvisoAnchor *
find_first (ProvisoRecordList *anchors)
{
  ProvisoAnchor *first = NULL;

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST &&
          (first == NULL || proviso_anchor_get_start (anchor) < proviso_anchor_get_start (first)))
        first = anchor;
    }

  return first;
}

ProvisoAnchor *
proviso_finding_find_place (ProvisoFinding *self, ProvisoProject *project)
{
  ProvisoClaim *claim;
  ProvisoAnchor *anchor;

  g_return_val_if_fail (PROVISO_IS_FINDING (self), NULL);
  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  if (self->anchor != NULL && proviso_anchor_get_state (self->anchor) != PROVISO_ANCHOR_STATE_LOST)
    return self->anchor;
  if (PROVISO_IS_CLAIM (self->record))
    return find_first (proviso_claim_peek_anchors (PROVISO_CLAIM (self->record)));
  if (self->kind == PROVISO_FINDING_SECTION_OUTDATED)
    return proviso_remains_get_anchor (proviso_project_get_remains (project));
  if (!PROVISO_IS_CAVEAT (self->record))
    return NULL;

  anchor = find_first (proviso_caveat_peek_anchors (PROVISO_CAVEAT (self->record)));
  claim = proviso_project_find_claim (project, proviso_caveat_get_claim (PROVISO_CAVEAT (self->record)));
  if (anchor == NULL && claim != NULL)
    anchor = find_first (proviso_claim_peek_anchors (claim));

  return anchor;
}

int
proviso_finding_get_severity (ProvisoFinding *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING (self), 0);

  return self->severity;
}

gboolean
proviso_finding_get_blocks (ProvisoFinding *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING (self), FALSE);

  return self->blocks;
}

guint
proviso_finding_get_rank (ProvisoFinding *self)
{
  guint rank;

  g_return_val_if_fail (PROVISO_IS_FINDING (self), 0);

  rank = proviso_finding_get_blocks (self) ? 0 : PROVISO_FINDING_N_KINDS;
  rank += proviso_finding_get_kind (self);

  return rank * (PROVISO_CAVEAT_SEVERITY_NOTE + 1) + (guint) proviso_finding_get_severity (self);
}

const char *
proviso_finding_get_title (ProvisoFinding *self)
{
  const Wording *wording;

  g_return_val_if_fail (PROVISO_IS_FINDING (self), NULL);

  wording = &wordings[self->kind];

  return _ (wording->titles[wording->titles[1] != NULL ? self->severity : 0]);
}

const char *
proviso_finding_get_explanation (ProvisoFinding *self)
{
  g_return_val_if_fail (PROVISO_IS_FINDING (self), NULL);

  /* Of what has no origin that could be traced, none can be named. */
  if (self->kind == PROVISO_FINDING_SOURCE_MISSING &&
      proviso_claim_get_status (PROVISO_CLAIM (self->record)) == PROVISO_CLAIM_STATUS_UNCONFIRMED)
    return _ ("Name where it was seen, as evidence, even if its origin cannot be traced.");

  return _ (wordings[self->kind].explanation);
}

char *
proviso_finding_dup_subject (ProvisoFinding *self)
{
  const char *words = "";
  char *subject;

  g_return_val_if_fail (PROVISO_IS_FINDING (self), NULL);

  if (PROVISO_IS_CLAIM (self->record))
    words = proviso_claim_get_statement (PROVISO_CLAIM (self->record));
  else if (PROVISO_IS_CAVEAT (self->record))
    words = proviso_caveat_get_text (PROVISO_CAVEAT (self->record));
  else if (PROVISO_IS_SOURCE (self->record))
    words = proviso_source_get_title (PROVISO_SOURCE (self->record));
  subject = g_strdup (words);
  for (char *p = subject; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  return g_strstrip (subject);
}

const char *
proviso_finding_kind_get_name (ProvisoFindingKind kind)
{
  g_return_val_if_fail (kind < PROVISO_FINDING_N_KINDS, NULL);

  return wordings[kind].name;
}

void
proviso_finding_record_changed (ProvisoFinding *self)
{
  g_return_if_fail (PROVISO_IS_FINDING (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBJECT]);
}
