/* proviso-remains-content.c: what the section says that tells readers what remains unconfirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "export/proviso-remains-content.h"

#include "export/proviso-export-text.h"
#include "export/proviso-redaction.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uchar.h>

/* Below the title, as the sections of an article are. */
#define HEADING_MARK "## "

/* An item of the list, to be put in order. */
typedef struct
{
  ProvisoRecord *record;
  guint position; /* G_MAXUINT: of the article as a whole */
  guint number;   /* of those at one place, claims first, in the order of the lists */
} Item;

/* What is done one after the other. */
typedef enum
{
  PHASE_CLAIMS,
  PHASE_CAVEATS,
  PHASE_REDACTION,
  PHASE_ITEMS,
  PHASE_DONE,
} Phase;

struct _ProvisoRemainsWriter
{
  ProvisoProject *project;
  ProvisoRemains *remains;
  const char *const *wording; /* nullable: instead of that of `remains` */
  GHashTable *for_readers;    /* nullable: instead of the caveats' own words for readers */
  Phase phase;
  guint at;      /* of what the phase goes through */
  GArray *items; /* of Item */
  ProvisoRedaction *redaction;
  GString *markdown;
};

typedef ProvisoRemainsWriter Writer;

static const char *const default_wordings[PROVISO_REMAINS_N_WORDINGS] = {
  /* Translators: the heading of a section of an article. */
  [PROVISO_REMAINS_HEADING] = NC_ ("remains", "What remains unconfirmed"),
  [PROVISO_REMAINS_LEAD_IN] = NC_ ("remains", "These points were not confirmed when this was written:"),
  /* An accepted caveat says by itself what it is about. */
  [PROVISO_REMAINS_CAVEAT] = "",
  /* Translators: what follows these is a claim: "Leaked, not published by those concerned: the model is
   * done." */
  [PROVISO_REMAINS_UNCHECKED] = NC_ ("remains", "Not independently checked:"),
  [PROVISO_REMAINS_STATED] = NC_ ("remains", "Stated, not independently confirmed:"),
  [PROVISO_REMAINS_REPORTED] = NC_ ("remains", "Reported, not confirmed by those concerned:"),
  [PROVISO_REMAINS_LEAKED] = NC_ ("remains", "Leaked, not published by those concerned:"),
  [PROVISO_REMAINS_UNCONFIRMED] = NC_ ("remains", "Of unknown origin:"),
  [PROVISO_REMAINS_DISPUTED] = NC_ ("remains", "Disputed:"),
  [PROVISO_REMAINS_UNVERIFIABLE] = NC_ ("remains", "Cannot be verified:"),
  /* Translators: "according to industry newsletters, as of 28 March 2026" */
  [PROVISO_REMAINS_ATTRIBUTED_TO] = NC_ ("remains", "according to"),
  [PROVISO_REMAINS_AS_OF] = NC_ ("remains", "as of"),
};

const char *
proviso_remains_get_default_wording (ProvisoRemainsText text)
{
  g_return_val_if_fail (text < PROVISO_REMAINS_N_WORDINGS, "");

  return *default_wordings[text] != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "remains", default_wordings[text])
                                         : "";
}

const char *
proviso_remains_get_wording (ProvisoRemains *remains, ProvisoRemainsText text)
{
  const char *chosen = proviso_remains_get_text (remains, text);

  return chosen != NULL ? chosen : proviso_remains_get_default_wording (text);
}

static const char *
get_wording (Writer *self, ProvisoRemainsText text)
{
  return self->wording != NULL ? self->wording[text] : proviso_remains_get_wording (self->remains, text);
}

/* Which wording a status has; -1 where a claim with it is not told of.
 *
 * Reported, leaked, unconfirmed and disputed are what readers must not take for established. Unchecked is
 * told as well: that nobody looked does not make it true. Stated is established as a saying, which is all
 * that a claim of the kind statement or quotation claims; any other claim with it takes the saying for the
 * thing. Unverifiable stays unconfirmed for ever, and has its reason. Not told: confirmed; analysis, and what
 * is unchecked but the author's reading or forecast by its kind, in which there is nothing to confirm;
 * refuted and superseded, which must leave the draft rather than be excused in it. */
static int
get_wording_of (ProvisoClaim *claim)
{
  ProvisoClaimKind kind = proviso_claim_get_kind (claim);

  switch (proviso_claim_get_status (claim))
    {
    case PROVISO_CLAIM_STATUS_UNCHECKED:
      return kind == PROVISO_CLAIM_KIND_INTERPRETATION || kind == PROVISO_CLAIM_KIND_PREDICTION
                 ? -1
                 : PROVISO_REMAINS_UNCHECKED;
    case PROVISO_CLAIM_STATUS_STATED:
      return kind == PROVISO_CLAIM_KIND_STATEMENT || kind == PROVISO_CLAIM_KIND_QUOTATION
                 ? -1
                 : PROVISO_REMAINS_STATED;
    case PROVISO_CLAIM_STATUS_REPORTED:
      return PROVISO_REMAINS_REPORTED;
    case PROVISO_CLAIM_STATUS_LEAKED:
      return PROVISO_REMAINS_LEAKED;
    case PROVISO_CLAIM_STATUS_UNCONFIRMED:
      return PROVISO_REMAINS_UNCONFIRMED;
    case PROVISO_CLAIM_STATUS_DISPUTED:
      return PROVISO_REMAINS_DISPUTED;
    case PROVISO_CLAIM_STATUS_UNVERIFIABLE:
      return PROVISO_REMAINS_UNVERIFIABLE;
    case PROVISO_CLAIM_STATUS_CONFIRMED:
    case PROVISO_CLAIM_STATUS_ANALYSIS:
    case PROVISO_CLAIM_STATUS_REFUTED:
    case PROVISO_CLAIM_STATUS_SUPERSEDED:
    default:
      return -1;
    }
}

gboolean
proviso_remains_is_unconfirmed (ProvisoClaim *claim)
{
  g_return_val_if_fail (PROVISO_IS_CLAIM (claim), FALSE);

  return get_wording_of (claim) >= 0;
}

/* Of the passages that are in the draft, but not in the section itself, that with the first place: what only
 * the section says, the draft does not say any more. (nullable) */
static ProvisoAnchor *
find_first (Writer *self, ProvisoRecordList *anchors)
{
  ProvisoAnchor *own = proviso_remains_get_anchor (self->remains);
  gboolean stands = proviso_remains_stands (self->remains);
  ProvisoAnchor *first = NULL;

  for (guint i = 0; i < proviso_record_list_get_size (anchors); i++)
    {
      ProvisoAnchor *anchor = proviso_record_list_peek (anchors, i);
      guint start = proviso_anchor_get_start (anchor);

      if (proviso_anchor_get_state (anchor) == PROVISO_ANCHOR_STATE_LOST ||
          start == proviso_anchor_get_end (anchor) ||
          (stands && start >= proviso_anchor_get_start (own) && start < proviso_anchor_get_end (own)))
        continue;
      if (first == NULL || start < proviso_anchor_get_start (first))
        first = anchor;
    }

  return first;
}

static guint
get_position (Writer *self, ProvisoRecordList *anchors)
{
  ProvisoAnchor *first = find_first (self, anchors);

  return first != NULL ? proviso_anchor_get_start (first) : G_MAXUINT;
}

static void
add_item (GArray *items, gpointer record, guint position)
{
  Item item = { record, position, items->len };

  g_array_append_val (items, item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *one = a, *two = b;

  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;

  return one->number < two->number ? -1 : 1;
}

static void
collect_claim (Writer *self, ProvisoClaim *claim)
{
  guint position =
      get_wording_of (claim) >= 0 ? get_position (self, proviso_claim_peek_anchors (claim)) : G_MAXUINT;

  if (position != G_MAXUINT)
    add_item (self->items, claim, position);
}

/* If it was accepted, whether or not it has words for readers. Returns: whether it is added. */
static gboolean
collect_caveat (Writer *self, ProvisoCaveat *caveat)
{
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (caveat);
  ProvisoClaim *claim;
  guint position;

  if (proviso_caveat_get_state (caveat) != PROVISO_CAVEAT_STATE_ACCEPTED)
    return FALSE;
  claim = proviso_project_find_claim (self->project, proviso_caveat_get_claim (caveat));
  position = get_position (self, anchors);
  if (position == G_MAXUINT && claim != NULL)
    position = get_position (self, proviso_claim_peek_anchors (claim));
  /* What it was about is gone. One that never had a place is about the article as a whole. */
  if (position == G_MAXUINT && (claim != NULL || proviso_record_list_get_size (anchors) > 0))
    return FALSE;
  add_item (self->items, caveat, position);

  return TRUE;
}

/* What readers are told of an accepted caveat: (nullable). */
static const char *
get_words_of_caveat (Writer *self, ProvisoCaveat *caveat)
{
  gpointer words;

  if (self->for_readers != NULL && g_hash_table_lookup_extended (self->for_readers, caveat, NULL, &words))
    return words;

  return proviso_caveat_get_for_readers (caveat);
}

static gboolean
has_words (const char *text)
{
  g_autofree char *line = proviso_export_one_line (text);

  return *line != '\0';
}

/* A caveat that nobody worded for readers is not told of: its text and its reason are said between writer and
 * editor. */
static void
collect_worded_caveat (Writer *self, ProvisoCaveat *caveat)
{
  if (collect_caveat (self, caveat) && !has_words (get_words_of_caveat (self, caveat)))
    g_array_set_size (self->items, self->items->len - 1);
}

/* A claim's words: those of the draft where it has none of its own. A statement that is still the passage as
 * it stands in the draft is Markdown, as that is. */
static char *
get_statement (Writer *self, ProvisoClaim *claim)
{
  ProvisoRecordList *anchors = proviso_claim_peek_anchors (claim);
  g_autofree char *statement = proviso_export_one_line (proviso_claim_get_statement (claim));
  g_autofree char *plain = NULL;

  if (*statement == '\0')
    {
      g_autofree char *passage = proviso_project_get_passage (self->project, find_first (self, anchors));

      plain = proviso_export_get_plain (passage);
    }
  for (guint i = 0; i < proviso_record_list_get_size (anchors) && plain == NULL; i++)
    {
      g_autofree char *passage =
          proviso_project_get_passage (self->project, proviso_record_list_peek (anchors, i));
      g_autofree char *words = proviso_export_one_line (passage);

      if (g_str_equal (words, statement))
        plain = proviso_export_get_plain (passage);
    }

  return proviso_redaction_apply (self->redaction, plain != NULL ? plain : statement);
}

/* Written for readers by hand: what it says, not Markdown. */
static char *
get_words (Writer *self, const char *for_readers)
{
  g_autofree char *redacted = proviso_redaction_apply (self->redaction, for_readers);

  return proviso_export_one_line (redacted);
}

/* Whether `words` end a sentence, in quotation marks or brackets perhaps. */
static gboolean
has_ended (const char *words)
{
  const char *end = words + strlen (words);

  while (end > words)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      switch (g_unichar_type (c))
        {
        case G_UNICODE_CLOSE_PUNCTUATION:
        case G_UNICODE_FINAL_PUNCTUATION:
        case G_UNICODE_INITIAL_PUNCTUATION: /* which ends a quotation in German */
          continue;
        default:
          if (c == '"' || c == '\'')
            continue;
          return c == 0x2026 || u_hasBinaryProperty ((UChar32) c, UCHAR_S_TERM);
        }
    }

  return FALSE;
}

/* What ends a sentence in the script that `words` are in at their end. */
static const char *
get_full_stop (const char *words)
{
  for (const char *end = words + strlen (words); end > words;)
    {
      end = g_utf8_prev_char (end);
      switch (g_unichar_get_script (g_utf8_get_char (end)))
        {
        case G_UNICODE_SCRIPT_COMMON:
        case G_UNICODE_SCRIPT_INHERITED:
          break;
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
          return "。";
        case G_UNICODE_SCRIPT_DEVANAGARI:
        case G_UNICODE_SCRIPT_BENGALI:
          return "।";
        case G_UNICODE_SCRIPT_THAI:
          return "";
        default:
          return ".";
        }
    }

  return ".";
}

/* Every item ends like a sentence, however its words were written.
 * `begin`: a wording; puts it before what is said, with a space between. */
static void
append_item (Writer *self, const char *begin, const char *words, const char *details)
{
  g_autofree char *label = proviso_export_one_line (begin);
  gsize length = strlen (words);
  const char *full_stop = get_full_stop (words);
  gboolean detailed = *details != '\0';
  /* What is in brackets belongs before the full stop. */
  gboolean stop = detailed && length > 1 && words[length - 1] == '.' && words[length - 2] != '.';
  g_autofree char *spoken = g_strndup (words, stop ? length - 1 : length);
  g_autofree char *said = g_strconcat (spoken, detailed || has_ended (words) ? "" : full_stop, NULL);

  g_string_append (self->markdown, "\n- ");
  if (*label != '\0')
    {
      proviso_export_append_escaped (self->markdown, label, TRUE);
      g_string_append_c (self->markdown, ' ');
    }
  proviso_export_append_escaped (self->markdown, said, *label == '\0');
  if (*details != '\0')
    {
      g_string_append (self->markdown, " (");
      proviso_export_append_escaped (self->markdown, details, FALSE);
      g_string_append_c (self->markdown, ')');
    }
  if (detailed)
    g_string_append (self->markdown, full_stop);
}

static void
append_detail (GString *details, const char *begin, const char *words)
{
  g_autofree char *label = proviso_export_one_line (begin);

  if (details->len > 0)
    /* Translators: between the details of a claim: "according to newsletters, as of 28 March 2026". */
    g_string_append (details, C_ ("remains", ", "));
  if (*label != '\0')
    g_string_append_printf (details, "%s ", label);
  g_string_append (details, words);
}

static void
append_claim (Writer *self, ProvisoClaim *claim)
{
  const char *whom = proviso_claim_get_attributed_to (claim);
  const char *as_of = proviso_claim_get_as_of (claim);
  const char *for_readers = proviso_claim_get_for_readers (claim);
  g_autofree char *words =
      has_words (for_readers) ? get_words (self, for_readers) : get_statement (self, claim);
  g_autoptr (GString) details = g_string_new (NULL);

  if (whom != NULL && !proviso_redaction_hides_name (self->redaction, whom))
    {
      g_autofree char *redacted = proviso_redaction_apply (self->redaction, whom);
      g_autofree char *name = proviso_export_one_line (redacted);

      append_detail (details, get_wording (self, PROVISO_REMAINS_ATTRIBUTED_TO), name);
    }
  if (as_of != NULL)
    {
      g_autofree char *day = proviso_export_format_date (as_of, proviso_project_get_language (self->project));

      append_detail (details, get_wording (self, PROVISO_REMAINS_AS_OF), day);
    }
  append_item (self, get_wording (self, (ProvisoRemainsText) get_wording_of (claim)), words, details->str);
}

static void
append_caveat (Writer *self, ProvisoCaveat *caveat)
{
  g_autofree char *words = get_words (self, get_words_of_caveat (self, caveat));

  append_item (self, get_wording (self, PROVISO_REMAINS_CAVEAT), words, "");
}

static void
append_wording (Writer *self, const char *before, ProvisoRemainsText text)
{
  g_autofree char *words = proviso_export_one_line (get_wording (self, text));

  if (*words == '\0')
    return;
  g_string_append (self->markdown, before);
  proviso_export_append_escaped (self->markdown, words, TRUE);
  g_string_append_c (self->markdown, '\n');
}

GPtrArray *
proviso_remains_list_accepted (ProvisoProject *project)
{
  g_autoptr (ProvisoRemainsWriter) self = proviso_remains_writer_new (project, NULL, NULL);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func (g_object_unref);
  ProvisoRecordList *caveats;

  g_return_val_if_fail (self != NULL, NULL);

  caveats = proviso_project_get_caveats (project);
  for (guint i = 0; i < proviso_record_list_get_size (caveats); i++)
    collect_caveat (self, proviso_record_list_peek (caveats, i));
  g_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (accepted, g_object_ref (g_array_index (self->items, Item, i).record));

  return g_steal_pointer (&accepted);
}

static void
enter (Writer *self, Phase phase)
{
  self->phase = phase;
  self->at = 0;
}

/* In the order of the draft. */
static void
end_collecting (Writer *self)
{
  g_array_sort (self->items, compare_items);
  self->markdown = g_string_new (NULL);
  if (self->items->len == 0)
    {
      enter (self, PHASE_DONE);
      return;
    }
  self->redaction = proviso_redaction_new_for_records (self->project);
  append_wording (self, HEADING_MARK, PROVISO_REMAINS_HEADING);
  append_wording (self, "\n", PROVISO_REMAINS_LEAD_IN);
  enter (self, PHASE_REDACTION);
}

static void
append_item_at (Writer *self, guint at)
{
  ProvisoRecord *record = g_array_index (self->items, Item, at).record;

  if (PROVISO_IS_CLAIM (record))
    append_claim (self, PROVISO_CLAIM (record));
  else
    append_caveat (self, PROVISO_CAVEAT (record));
}

/* A little of what is to be done. */
static void
step (Writer *self, gint64 until)
{
  ProvisoRecordList *claims = proviso_project_get_claims (self->project);
  ProvisoRecordList *caveats = proviso_project_get_caveats (self->project);
  guint at = self->at++;

  switch (self->phase)
    {
    case PHASE_CLAIMS:
      if (at < proviso_record_list_get_size (claims))
        collect_claim (self, proviso_record_list_peek (claims, at));
      else
        enter (self, PHASE_CAVEATS);
      break;
    case PHASE_CAVEATS:
      if (at < proviso_record_list_get_size (caveats))
        collect_worded_caveat (self, proviso_record_list_peek (caveats, at));
      else
        end_collecting (self);
      break;
    case PHASE_REDACTION:
      if (!proviso_redaction_prepare (self->redaction, until))
        enter (self, PHASE_ITEMS);
      break;
    case PHASE_ITEMS:
      if (at < self->items->len)
        append_item_at (self, at);
      else
        enter (self, PHASE_DONE);
      break;
    case PHASE_DONE:
    default:
      break;
    }
}

ProvisoRemainsWriter *
proviso_remains_writer_new (ProvisoProject *project, const char *const *wording, GHashTable *for_readers)
{
  ProvisoRemainsWriter *self;

  g_return_val_if_fail (PROVISO_IS_PROJECT (project), NULL);

  self = g_new0 (ProvisoRemainsWriter, 1);
  self->project = g_object_ref (project);
  self->remains = proviso_project_get_remains (project);
  self->wording = wording;
  self->for_readers = for_readers;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));

  return self;
}

gboolean
proviso_remains_writer_run (ProvisoRemainsWriter *self, gint64 budget)
{
  gint64 until = budget >= 0 ? g_get_monotonic_time () + budget : G_MAXINT64;

  g_return_val_if_fail (self != NULL, FALSE);

  while (self->phase != PHASE_DONE)
    {
      step (self, until);
      if (until != G_MAXINT64 && g_get_monotonic_time () >= until)
        break;
    }

  return self->phase != PHASE_DONE;
}

char *
proviso_remains_writer_dup_section (ProvisoRemainsWriter *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->phase == PHASE_DONE, NULL);

  return g_strstrip (g_strdup (self->markdown->str));
}

void
proviso_remains_writer_free (ProvisoRemainsWriter *self)
{
  g_array_unref (self->items);
  g_clear_pointer (&self->redaction, proviso_redaction_free);
  if (self->markdown != NULL)
    g_string_free (self->markdown, TRUE);
  g_object_unref (self->project);
  g_free (self);
}

char *
proviso_remains_generate (ProvisoProject *project, guint *n_items)
{
  return proviso_remains_generate_as (project, NULL, NULL, n_items);
}

char *
proviso_remains_generate_as (ProvisoProject *project,
                             const char *const *wording,
                             GHashTable *for_readers,
                             guint *n_items)
{
  g_autoptr (ProvisoRemainsWriter) self = proviso_remains_writer_new (project, wording, for_readers);

  g_return_val_if_fail (self != NULL, NULL);

  proviso_remains_writer_run (self, -1);
  if (n_items != NULL)
    *n_items = self->items->len;

  return proviso_remains_writer_dup_section (self);
}
