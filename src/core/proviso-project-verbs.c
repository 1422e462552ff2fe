/* proviso-project-verbs.c: what a person does to a project, as undoable actions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/proviso-project-private.h"

#include "core/proviso-comment.h"
#include "core/proviso-date.h"
#include "core/proviso-enum-types.h"
#include "core/proviso-identity.h"
#include "core/proviso-support.h"
#include "core/proviso-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <gobject/gvaluecollector.h>

void
proviso_project_perform (ProvisoProject *self, ProvisoEdit *edit)
{
  if (edit->kind == PROVISO_EDIT_PLACE)
    proviso_project_touch_passages (self, proviso_record_get_root (PROVISO_RECORD (edit->place.to.anchor)));
  else if (edit->kind != PROVISO_EDIT_PROPERTY && PROVISO_IS_ANCHOR (edit->list.record))
    proviso_project_touch_passages (self, proviso_record_get_root (edit->list.list_owner));
  proviso_history_push (self->history, edit);
  proviso_project_apply (self, edit, TRUE);
}

static ProvisoRecordList *
get_events (ProvisoRecord *root)
{
  if (PROVISO_IS_CLAIM (root))
    return proviso_claim_get_events (PROVISO_CLAIM (root));
  if (PROVISO_IS_CAVEAT (root))
    return proviso_caveat_get_events (PROVISO_CAVEAT (root));
  if (PROVISO_IS_SOURCE (root))
    return proviso_source_get_events (PROVISO_SOURCE (root));

  return NULL;
}

/* What the step of undo is called that changes this record. */
static const char *
get_edit_label (ProvisoRecord *record)
{
  return PROVISO_IS_CLAIM (record)      ? C_ ("undo", "Edit Claim")
         : PROVISO_IS_CAVEAT (record)   ? C_ ("undo", "Edit Caveat")
         : PROVISO_IS_SOURCE (record)   ? C_ ("undo", "Edit Source")
         : PROVISO_IS_EVIDENCE (record) ? C_ ("undo", "Edit Evidence")
         : PROVISO_IS_COMMENT (record)  ? C_ ("undo", "Edit Comment")
                                        : C_ ("undo", "Edit Project");
}

static const char *
get_insert_label (ProvisoRecord *record)
{
  return PROVISO_IS_CLAIM (record)      ? C_ ("undo", "New Claim")
         : PROVISO_IS_CAVEAT (record)   ? C_ ("undo", "Flag Caveat")
         : PROVISO_IS_SOURCE (record)   ? C_ ("undo", "New Source")
         : PROVISO_IS_EVIDENCE (record) ? C_ ("undo", "Add Evidence")
         : PROVISO_IS_ANCHOR (record)   ? C_ ("undo", "Add Passage")
                                        : C_ ("undo", "Add Comment");
}

static const char *
get_remove_label (ProvisoRecord *record)
{
  return PROVISO_IS_CLAIM (record)      ? C_ ("undo", "Delete Claim")
         : PROVISO_IS_CAVEAT (record)   ? C_ ("undo", "Delete Caveat")
         : PROVISO_IS_SOURCE (record)   ? C_ ("undo", "Delete Source")
         : PROVISO_IS_EVIDENCE (record) ? C_ ("undo", "Remove Evidence")
         : PROVISO_IS_ANCHOR (record)   ? C_ ("undo", "Remove Passage")
                                        : C_ ("undo", "Delete Comment");
}

ProvisoEvent *
proviso_project_log (ProvisoProject *self,
                     ProvisoRecord *root,
                     const char *what,
                     const char *from,
                     const char *to,
                     const char *reason,
                     const char *cause)
{
  ProvisoRecordList *events = get_events (root);
  g_autofree char *now = NULL;
  g_autoptr (ProvisoEvent) event = NULL;

  if (events == NULL)
    return NULL;

  now = proviso_time_now ();
  event = proviso_event_new_with_reason (now,
                                         self->outside ? "" : proviso_identity_get_name (),
                                         what,
                                         from,
                                         to,
                                         reason,
                                         cause);
  proviso_project_perform (self,
                           proviso_edit_new_list (PROVISO_EDIT_INSERT,
                                                  events,
                                                  proviso_record_list_get_size (events),
                                                  PROVISO_RECORD (event)));

  return event;
}

static ProvisoEvent *
log_event (ProvisoProject *self, ProvisoRecord *root, const char *what, const char *from, const char *to)
{
  return proviso_project_log (self, root, what, from, to, NULL, NULL);
}

/* "review-after" as the file has it: "reviewAfter". */
static char *
member_name (const char *property)
{
  GString *name = g_string_new (NULL);

  for (const char *p = property; *p != '\0'; p++)
    g_string_append_c (name, *p == '-' ? g_ascii_toupper (*++p) : *p);

  return g_string_free_and_steal (name);
}

/* A property's value as the file has it; %NULL where it is null there. */
static char *
value_to_member (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_dup_string (value);
  if (G_VALUE_HOLDS_ENUM (value))
    return g_strdup (proviso_vocabulary_get_wire_name (G_VALUE_TYPE (value), g_value_get_enum (value)));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? "true" : "false");
  if (G_VALUE_HOLDS (value, PROVISO_TYPE_CHECK) && g_value_get_object (value) != NULL)
    return g_strdup (proviso_check_get_by (g_value_get_object (value)));

  return NULL;
}

/* What the history of a claim, caveat or source calls a change of this property of it or of a part of it; %NULL for
 * what speaks for itself, such as a comment. */
static char *
name_change (ProvisoRecord *record, const char *property)
{
  if (PROVISO_IS_EVIDENCE (record))
    return g_strdup ("evidence");
  if (PROVISO_IS_CLAIM (record) || PROVISO_IS_CAVEAT (record) || PROVISO_IS_SOURCE (record))
    return member_name (property);

  return NULL;
}

/* Whether these are the words that somebody made the record for: they come after it, but change nothing. */
static gboolean
is_first_words (ProvisoProject *self, ProvisoRecord *record, const char *property, const GValue *from)
{
  ProvisoRecordList *events;
  ProvisoEvent *created;

  if (!(PROVISO_IS_CLAIM (record) && g_str_equal (property, "statement")) &&
      !(PROVISO_IS_CAVEAT (record) && g_str_equal (property, "text")) &&
      !(PROVISO_IS_SOURCE (record) && g_str_equal (property, "title")))
    return FALSE;

  events = get_events (record);
  if (*g_value_get_string (from) != '\0' || proviso_record_list_get_size (events) == 0)
    return FALSE;

  created = proviso_record_list_peek (events, 0);
  if (!g_str_equal (proviso_event_get_what (created), "created") ||
      !g_str_equal (proviso_event_get_by (created), self->outside ? "" : proviso_identity_get_name ()))
    return FALSE;

  for (guint i = 1; i < proviso_record_list_get_size (events); i++)
    if (g_str_equal (proviso_event_get_what (proviso_record_list_peek (events, i)), property))
      return FALSE;

  return TRUE;
}

/* The same value as the setter would keep: a nullable text has no "", another one no NULL. */
static void
normalise (GParamSpec *pspec, GValue *value)
{
  const char *string;

  /* Of these, "" says something else than NULL. */
  if (!G_VALUE_HOLDS_STRING (value) || g_str_equal (pspec->name, "suggestion") ||
      pspec->owner_type == PROVISO_TYPE_REMAINS)
    return;

  string = g_value_get_string (value);
  if (string == NULL || *string == '\0')
    g_value_set_static_string (value, g_value_get_string (g_param_spec_get_default_value (pspec)));
}

/* The next letters of a text that is being typed change the edit that is there instead of adding one. */
static gboolean
continue_property (ProvisoProject *self, ProvisoRecord *record, const char *name, const GValue *value)
{
  ProvisoEdit *edit = proviso_history_get_continued (self->history, record, name);

  if (edit == NULL || !G_VALUE_HOLDS_STRING (value))
    return FALSE;

  g_value_copy (value, &edit->property.to);
  if (edit->property.event != NULL)
    {
      g_autofree char *now = proviso_time_now ();
      g_autofree char *to = PROVISO_IS_EVIDENCE (record) ? g_strdup (proviso_event_get_to (edit->property.event))
                                                         : value_to_member (value);

      proviso_event_continue (edit->property.event, now, to);
    }
  proviso_project_apply (self, edit, TRUE);
  proviso_history_continue (self->history);

  return TRUE;
}

void
proviso_project_begin_action (ProvisoProject *self, const char *label)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  proviso_history_begin (self->history, label);
}

void
proviso_project_end_action (ProvisoProject *self)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));

  proviso_history_end (self->history);
}

void
proviso_project_set_value (ProvisoProject *self, gpointer record, const char *property, const GValue *value)
{
  GParamSpec *pspec;
  g_auto (GValue) from = G_VALUE_INIT;
  g_auto (GValue) to = G_VALUE_INIT;
  g_autofree char *what = NULL;
  ProvisoEdit *edit;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);
  g_return_if_fail (pspec != NULL);

  g_value_init (&from, pspec->value_type);
  g_object_get_property (record, pspec->name, &from);
  g_value_init (&to, pspec->value_type);
  g_value_copy (value, &to);
  normalise (pspec, &to);
  if (g_param_values_cmp (pspec, &from, &to) == 0 || continue_property (self, record, pspec->name, &to))
    return;

  proviso_history_begin (self->history, get_edit_label (record));

  /* One estimate at a time; see proviso-claim.h. Recorded, so that undo brings the other back. */
  if (PROVISO_IS_CLAIM (record) && g_str_equal (pspec->name, "likelihood"))
    proviso_project_set (self, record, "confidence", PROVISO_CONFIDENCE_NONE, NULL);
  else if (PROVISO_IS_CLAIM (record) && g_str_equal (pspec->name, "confidence"))
    proviso_project_set (self, record, "likelihood", PROVISO_LIKELIHOOD_NONE, NULL);

  edit = proviso_edit_new_property (record, pspec->name, &from, &to);
  proviso_project_perform (self, edit);
  if (!is_first_words (self, record, pspec->name, &from))
    what = name_change (record, pspec->name);
  if (what != NULL)
    {
      /* Of a link, which one it is: from its source to its source, where nothing was added or removed. */
      const char *source_id = PROVISO_IS_EVIDENCE (record) && !g_str_equal (pspec->name, "source")
                                  ? proviso_evidence_get_source (PROVISO_EVIDENCE (record))
                                  : NULL;
      g_autofree char *from_member = source_id != NULL ? g_strdup (source_id) : value_to_member (&from);
      g_autofree char *to_member = source_id != NULL ? g_strdup (source_id) : value_to_member (&to);

      g_set_object (&edit->property.event,
                    log_event (self, proviso_record_get_root (record), what, from_member, to_member));
    }
  proviso_history_end (self->history);
}

void
proviso_project_set (ProvisoProject *self, gpointer record, const char *first_property, ...)
{
  va_list args;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  va_start (args, first_property);
  for (const char *name = first_property; name != NULL; name = va_arg (args, const char *))
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), name);
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *error = NULL;

      if (pspec != NULL)
        G_VALUE_COLLECT_INIT (&value, pspec->value_type, args, 0, &error);
      if (pspec == NULL || error != NULL)
        {
          g_critical ("%s.%s: %s", G_OBJECT_TYPE_NAME (record), name, error != NULL ? error : "no such property");
          break;
        }
      proviso_project_set_value (self, record, name, &value);
    }
  va_end (args);
}

void
proviso_project_insert (ProvisoProject *self, ProvisoRecordList *list, guint position, gpointer record)
{
  ProvisoRecord *root;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_RECORD_LIST (list));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  proviso_history_begin (self->history, get_insert_label (record));
  proviso_project_perform (self, proviso_edit_new_list (PROVISO_EDIT_INSERT, list, position, record));
  root = proviso_record_get_root (record);
  if (PROVISO_IS_EVIDENCE (record))
    log_event (self, root, "evidence", NULL, proviso_evidence_get_source (record));
  else if (PROVISO_IS_ANCHOR (record))
    log_event (self, root, "anchors", NULL, proviso_anchor_get_exact (record));
  proviso_history_end (self->history);
}

/* The list that holds the record; %NULL where none does. */
static ProvisoRecordList *
find_list (ProvisoProject *self, ProvisoRecord *record, guint *position)
{
  ProvisoRecord *owner = proviso_record_get_owner (record);
  ProvisoRecordList *list = NULL;

  if (PROVISO_IS_CLAIM (record))
    list = self->claims;
  else if (PROVISO_IS_CAVEAT (record))
    list = self->caveats;
  else if (PROVISO_IS_SOURCE (record))
    list = self->sources;
  else if (PROVISO_IS_ANCHOR (record) && owner != NULL)
    list = proviso_record_peek_anchors (owner);
  else if (PROVISO_IS_EVIDENCE (record) && owner != NULL)
    list = proviso_claim_peek_evidence (PROVISO_CLAIM (owner));
  else if (PROVISO_IS_COMMENT (record) && owner != NULL)
    list = proviso_caveat_peek_thread (PROVISO_CAVEAT (owner));

  return proviso_record_list_find (list, record, position) ? list : NULL;
}

/* The caveats on a claim that goes lose it, but not their place in the text. */
static void
release_caveats (ProvisoProject *self, ProvisoClaim *claim)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);

  for (guint i = 0; i < proviso_record_list_get_size (self->caveats); i++)
    {
      ProvisoCaveat *caveat = proviso_record_list_peek (self->caveats, i);

      if (g_strcmp0 (proviso_caveat_get_claim (caveat), proviso_claim_get_id (claim)) != 0)
        continue;

      if (proviso_record_list_get_size (proviso_caveat_peek_anchors (caveat)) == 0)
        for (guint j = 0; j < proviso_record_list_get_size (anchors); j++)
          {
            ProvisoAnchor *anchor = proviso_record_list_peek (anchors, j);

            if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST)
              proviso_project_add_anchor (self,
                                          caveat,
                                          proviso_anchor_get_start (anchor),
                                          proviso_anchor_get_end (anchor));
          }
      proviso_project_set (self, caveat, "claim", NULL, NULL);
    }
}

static void
remove_evidence_of (ProvisoProject *self, ProvisoSource *source)
{
  g_autoptr (GPtrArray) claims = proviso_project_get_claims_of_source (self, source);

  for (guint i = 0; i < claims->len; i++)
    {
      ProvisoRecordList *evidence = proviso_claim_get_evidence (g_ptr_array_index (claims, i));

      for (guint j = proviso_record_list_get_size (evidence); j > 0; j--)
        {
          ProvisoEvidence *link = proviso_record_list_peek (evidence, j - 1);

          if (g_str_equal (proviso_evidence_get_source (link), proviso_source_get_id (source)))
            proviso_project_remove (self, link);
        }
    }
}

void
proviso_project_remove (ProvisoProject *self, gpointer record)
{
  g_autoptr (ProvisoRecord) removed = NULL;
  g_autoptr (ProvisoRecord) root = NULL;
  ProvisoRecordList *list;
  guint position;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_RECORD (record));

  if (find_list (self, record, &position) == NULL)
    return;

  removed = g_object_ref (record);
  root = g_object_ref (proviso_record_get_root (record));

  proviso_history_begin (self->history, get_remove_label (record));
  if (PROVISO_IS_CLAIM (record))
    release_caveats (self, record);
  else if (PROVISO_IS_SOURCE (record))
    remove_evidence_of (self, record);

  list = find_list (self, record, &position);
  proviso_project_perform (self, proviso_edit_new_list (PROVISO_EDIT_REMOVE, list, position, record));
  if (PROVISO_IS_EVIDENCE (removed))
    log_event (self, root, "evidence", proviso_evidence_get_source (PROVISO_EVIDENCE (removed)), NULL);
  else if (PROVISO_IS_ANCHOR (removed))
    log_event (self, root, "anchors", proviso_anchor_get_exact (PROVISO_ANCHOR (removed)), NULL);
  proviso_history_end (self->history);
}

/* Leaves out white space at both ends of a passage: a selection often has some, a claim never means it. */
static void
trim (ProvisoProject *self, guint *start, guint *end)
{
  g_autofree char *words = proviso_text_get_slice (self->text, *start, *end);
  const char *first = words;
  const char *last = words + strlen (words);

  *end = MIN (*end, proviso_text_get_length (self->text));
  while (*first != '\0' && g_unichar_isspace (g_utf8_get_char (first)))
    {
      first = g_utf8_next_char (first);
      (*start)++;
    }
  while (last > first && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (last))))
    {
      last = g_utf8_prev_char (last);
      (*end)--;
    }
  *start = MIN (*start, *end);
}

/* The words in one line, single spaces between them. */
static char *
get_one_line (ProvisoProject *self, guint start, guint end)
{
  g_autofree char *words = proviso_text_get_slice (self->text, start, end);
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      space = FALSE;
    }

  return g_string_free_and_steal (line);
}

/* Returns: (transfer full) (nullable): an anchor on the words between, %NULL where there are none. */
static ProvisoAnchor *
make_anchor (ProvisoProject *self, guint start, guint end)
{
  ProvisoAnchor *anchor;

  if (start >= end)
    return NULL;
  trim (self, &start, &end);
  if (start >= end)
    return NULL;

  anchor = proviso_anchor_new (start, end);
  proviso_project_record_quote (self, anchor);

  return anchor;
}

ProvisoClaim *
proviso_project_add_claim (ProvisoProject *self, guint start, guint end)
{
  g_autoptr (ProvisoClaim) claim = NULL;
  g_autoptr (ProvisoAnchor) anchor = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  claim = proviso_claim_new (NULL);
  if ((anchor = make_anchor (self, start, end)) != NULL)
    {
      g_autofree char *statement =
          get_one_line (self, proviso_anchor_get_start (anchor), proviso_anchor_get_end (anchor));

      proviso_claim_set_statement (claim, statement);
      proviso_record_list_append (proviso_claim_get_anchors (claim), PROVISO_RECORD (anchor));
    }

  proviso_history_begin (self->history, NULL);
  proviso_project_insert (self, self->claims, proviso_record_list_get_size (self->claims), claim);
  log_event (self, PROVISO_RECORD (claim), "created", NULL, NULL);
  proviso_history_end (self->history);

  return claim;
}

/* Whether all of a passage of the claim is within these words. */
static gboolean
covers_passage (ProvisoClaim *claim, guint start, guint end)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST &&
          start <= proviso_anchor_get_start (anchor) && proviso_anchor_get_end (anchor) <= end)
        return TRUE;
    }

  return FALSE;
}

ProvisoCaveat *
proviso_project_add_caveat (ProvisoProject *self, ProvisoClaim *claim, guint start, guint end)
{
  g_autoptr (ProvisoCaveat) caveat = NULL;
  g_autoptr (ProvisoAnchor) anchor = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);
  g_return_val_if_fail (claim == NULL || PROVISO_IS_CLAIM (claim), NULL);

  caveat = proviso_caveat_new (NULL);
  /* How the claim stands says nothing of a few words that somebody picked out of it. */
  proviso_caveat_set_caveat_type (
    caveat,
    proviso_support_guess_doubt (
      self, claim != NULL && (start == end || covers_passage (claim, start, end)) ? claim : NULL));
  proviso_caveat_set_severity (caveat, PROVISO_CAVEAT_SEVERITY_MINOR);
  if (claim != NULL)
    proviso_caveat_set_claim (caveat, proviso_claim_get_id (claim));
  if ((anchor = make_anchor (self, start, end)) != NULL)
    proviso_record_list_append (proviso_caveat_get_anchors (caveat), PROVISO_RECORD (anchor));

  proviso_history_begin (self->history, NULL);
  proviso_project_insert (self, self->caveats, proviso_record_list_get_size (self->caveats), caveat);
  log_event (self, PROVISO_RECORD (caveat), "created", NULL, NULL);
  proviso_history_end (self->history);

  return caveat;
}

ProvisoSource *
proviso_project_add_source (ProvisoProject *self, const char *title)
{
  g_autoptr (ProvisoSource) source = NULL;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);

  source = proviso_source_new (NULL);
  proviso_source_set_title (source, title);
  proviso_history_begin (self->history, NULL);
  proviso_project_insert (self, self->sources, proviso_record_list_get_size (self->sources), source);
  log_event (self, PROVISO_RECORD (source), "created", NULL, NULL);
  proviso_history_end (self->history);

  return source;
}

ProvisoEvidence *
proviso_project_add_evidence (ProvisoProject *self, ProvisoClaim *claim, ProvisoSource *source)
{
  g_autoptr (ProvisoEvidence) link = NULL;
  ProvisoRecordList *evidence;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);
  g_return_val_if_fail (PROVISO_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (PROVISO_IS_SOURCE (source), NULL);

  evidence = proviso_claim_get_evidence (claim);
  link = proviso_evidence_new (proviso_source_get_id (source));
  proviso_project_insert (self, evidence, proviso_record_list_get_size (evidence), link);

  return link;
}

gboolean
proviso_project_has_passage (ProvisoProject *self, gpointer claim_or_caveat, guint start, guint end)
{
  ProvisoRecordList *anchors;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_CLAIM (claim_or_caveat) || PROVISO_IS_CAVEAT (claim_or_caveat), FALSE);
  g_return_val_if_fail (start <= end, FALSE);

  trim (self, &start, &end);
  anchors = proviso_record_peek_anchors (claim_or_caveat);
  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);

      if (proviso_anchor_get_state (anchor) != PROVISO_ANCHOR_STATE_LOST &&
          proviso_anchor_get_start (anchor) == start && proviso_anchor_get_end (anchor) == end)
        return TRUE;
    }

  return FALSE;
}

ProvisoAnchor *
proviso_project_add_anchor (ProvisoProject *self, gpointer claim_or_caveat, guint start, guint end)
{
  g_autoptr (ProvisoAnchor) anchor = NULL;
  ProvisoRecordList *anchors;

  g_return_val_if_fail (PROVISO_IS_PROJECT (self), NULL);
  g_return_val_if_fail (PROVISO_IS_CLAIM (claim_or_caveat) || PROVISO_IS_CAVEAT (claim_or_caveat), NULL);

  if (start >= end || proviso_project_has_passage (self, claim_or_caveat, start, end) ||
      (anchor = make_anchor (self, start, end)) == NULL)
    return NULL;

  anchors = PROVISO_IS_CLAIM (claim_or_caveat) ? proviso_claim_get_anchors (claim_or_caveat)
                                               : proviso_caveat_get_anchors (claim_or_caveat);
  proviso_project_insert (self, anchors, proviso_record_list_get_size (anchors), anchor);

  return anchor;
}

void
proviso_project_move_anchor (ProvisoProject *self, ProvisoAnchor *anchor, guint start, guint end)
{
  g_autofree char *old_words = NULL;

  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_ANCHOR (anchor));
  g_return_if_fail (start < end);

  trim (self, &start, &end);
  if (start >= end)
    return;

  old_words = proviso_project_get_passage (self, anchor);
  proviso_history_begin (self->history, C_ ("undo", "Attach Passage"));
  proviso_project_perform (self, proviso_edit_new_place (anchor, start, end, PROVISO_ANCHOR_STATE_EXACT));
  log_event (self,
             proviso_record_get_root (PROVISO_RECORD (anchor)),
             "anchors",
             old_words,
             proviso_anchor_get_exact (anchor));
  proviso_history_end (self->history);
}

void
proviso_project_stretch_anchor (ProvisoProject *self, ProvisoAnchor *anchor, guint start, guint end)
{
  g_return_if_fail (PROVISO_IS_PROJECT (self));
  g_return_if_fail (PROVISO_IS_ANCHOR (anchor));
  g_return_if_fail (start < end);

  proviso_history_begin (self->history, C_ ("undo", "Attach Passage"));
  proviso_project_perform (self, proviso_edit_new_place (anchor, start, end, proviso_anchor_get_state (anchor)));
  proviso_history_end (self->history);
}
