/* proviso-caveat-kind.c: how caveats are listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-caveat-page.h"
#include "panel/proviso-line-text.h"
#include "panel/proviso-order.h"
#include "panel/proviso-record-kind.h"

#include "core/proviso-vocabulary.h"
#include "core/proviso-enum-types.h"
#include "merge/proviso-suggestion.h"

#include <glib/gi18n-lib.h>

/* How many code points of a passage stand in a row. */
#define PASSAGE_LENGTH 80

/* The persons that the filter tells apart; the last option is everybody else. */
#define OTHERS (PROVISO_MAX_OPTIONS - 1)

enum
{
  OPTION_CONFIRMED,
  OPTION_TO_CONFIRM,
  N_CONFIRMATIONS,
};

/* The places of the facets that the chips are about. */
enum
{
  FACET_WAITING,
  FACET_STATE,
  FACET_CONFIRMATION,
};

static const char *
get_waiting_label (ProvisoPanelContext *context, guint option)
{
  return _("Waiting for Me");
}

static const char *
describe_waiting (ProvisoPanelContext *context, guint option)
{
  return proviso_panel_context_get_reviewing (context) ? _ ("In review mode, what is to be confirmed")
                                                       : _ ("Outside review mode, what is to be settled");
}

static guint64
get_waiting (ProvisoPanelContext *context, gpointer record)
{
  return proviso_panel_context_is_waiting (context, record) ? PROVISO_OPTION (0) : 0;
}

/* The states of the vocabulary, and one more. */
static ProvisoCaveatState
get_state_of (ProvisoStanding standing)
{
  switch (standing)
    {
    case PROVISO_STANDING_ADDRESSED:
      return PROVISO_CAVEAT_STATE_ADDRESSED;
    case PROVISO_STANDING_ACCEPTED:
      return PROVISO_CAVEAT_STATE_ACCEPTED;
    case PROVISO_STANDING_DISMISSED:
      return PROVISO_CAVEAT_STATE_DISMISSED;
    case PROVISO_STANDING_OPEN:
    case PROVISO_STANDING_REOPENED:
    case PROVISO_N_STANDINGS:
    default:
      return PROVISO_CAVEAT_STATE_OPEN;
    }
}

static const char *
get_standing_label (ProvisoPanelContext *context, guint standing)
{
  return standing == PROVISO_STANDING_REOPENED
             ? C_ ("caveats", "Reopened")
             : proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, get_state_of (standing));
}

static const char *
get_standing_icon_name (guint standing)
{
  return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_STATE, get_state_of (standing));
}

static guint
get_standing_section (ProvisoPanelContext *context, gpointer record)
{
  return proviso_caveat_tally_get_standing (proviso_panel_context_get_tally (context), record);
}

static guint64
get_standing (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (get_standing_section (context, record));
}

static const char *
get_confirmation_label (ProvisoPanelContext *context, guint option)
{
  return option == OPTION_CONFIRMED ? _("Confirmed") : _("To Confirm");
}

static guint64
get_confirmation (ProvisoPanelContext *context, gpointer record)
{
  if (proviso_caveat_tally_is_to_confirm (proviso_panel_context_get_tally (context), record))
    return PROVISO_OPTION (OPTION_TO_CONFIRM);

  return proviso_caveat_get_state (record) != PROVISO_CAVEAT_STATE_OPEN ? PROVISO_OPTION (OPTION_CONFIRMED) : 0;
}

static const char *
get_severity_label (ProvisoPanelContext *context, guint severity)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_SEVERITY, severity);
}

static const char *
get_severity_icon_name (guint severity)
{
  return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_SEVERITY, severity);
}

static guint64
get_severity (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (proviso_caveat_get_severity (record));
}

static const char *
get_type_label (ProvisoPanelContext *context, guint type)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE, type);
}

static guint64
get_type (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (proviso_caveat_get_caveat_type (record));
}

static const char *
get_person_label (ProvisoPanelContext *context, guint option)
{
  return option == OTHERS ? _("Others")
                          : proviso_caveat_tally_get_name (proviso_panel_context_get_tally (context), option);
}

static guint64
get_person_option (guint person)
{
  return person == PROVISO_NOBODY ? 0 : PROVISO_OPTION (MIN (person, OTHERS));
}

/* Whoever raised it or touched it last. */
static guint64
get_people (ProvisoPanelContext *context, gpointer record)
{
  ProvisoCaveatTally *tally = proviso_panel_context_get_tally (context);

  return get_person_option (proviso_caveat_tally_get_raised_by (tally, record)) |
         get_person_option (proviso_caveat_tally_get_touched_by (tally, record));
}

static GArray *
list_people (ProvisoPanelContext *context)
{
  g_autoptr (GArray) people = proviso_caveat_tally_list_people (proviso_panel_context_get_tally (context));
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean others = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      guint person = g_array_index (people, guint, i);

      if (person < OTHERS)
        g_array_append_val (options, person);
      others = others || person >= OTHERS;
    }
  if (others)
    {
      const guint option = OTHERS;

      g_array_append_val (options, option);
    }

  return options;
}

static const ProvisoFacet facets[] = {
  [FACET_WAITING] = { N_("Review"), 1, TRUE, get_waiting_label, NULL, get_waiting,
                      .describe = describe_waiting,
                      .none_title = N_("Nothing Waits for You") },
  [FACET_STATE] = { N_("State"), PROVISO_N_STANDINGS, FALSE, get_standing_label, get_standing_icon_name,
                    get_standing },
  [FACET_CONFIRMATION] = { N_("Confirmation"), N_CONFIRMATIONS, FALSE, get_confirmation_label, NULL,
                           get_confirmation },
  { N_("Severity"), PROVISO_CAVEAT_SEVERITY_NOTE + 1, FALSE, get_severity_label, get_severity_icon_name,
    get_severity },
  { N_("Person"), 0, FALSE, get_person_label, NULL, get_people, list_people },
  { N_("Type"), PROVISO_CAVEAT_TYPE_STYLE + 1, FALSE, get_type_label, NULL, get_type },
};

static guint
count_open (ProvisoPanelContext *context)
{
  return proviso_caveat_tally_count (proviso_panel_context_get_tally (context), PROVISO_STANDING_OPEN);
}

static guint
count_reopened (ProvisoPanelContext *context)
{
  return proviso_caveat_tally_count (proviso_panel_context_get_tally (context), PROVISO_STANDING_REOPENED);
}

static guint
count_to_confirm (ProvisoPanelContext *context)
{
  return proviso_caveat_tally_count_to_confirm (proviso_panel_context_get_tally (context));
}

static const ProvisoChip chips[] = {
  { FACET_WAITING, 0, proviso_panel_context_count_waiting },
  { FACET_STATE, PROVISO_STANDING_OPEN, count_open },
  { FACET_STATE, PROVISO_STANDING_REOPENED, count_reopened },
  { FACET_CONFIRMATION, OPTION_TO_CONFIRM, count_to_confirm },
};

static gboolean
is_settled (ProvisoCaveat *caveat)
{
  return proviso_caveat_get_state (caveat) != PROVISO_CAVEAT_STATE_OPEN;
}

/* Those that are open first, each group in the order of the text. */
static guint64
rank_open (ProvisoPanelContext *context, gpointer record)
{
  return proviso_order_rank_by_place (context, record) | (is_settled (record) ? G_GUINT64_CONSTANT (1) << 32 : 0);
}

static char *
get_standing_title (ProvisoPanelContext *context, guint section)
{
  return g_strdup (get_standing_label (context, section));
}

static guint
get_severity_section (ProvisoPanelContext *context, gpointer record)
{
  return proviso_caveat_get_severity (record);
}

static char *
get_severity_title (ProvisoPanelContext *context, guint section)
{
  return g_strdup (get_severity_label (context, section));
}

static guint
get_type_section (ProvisoPanelContext *context, gpointer record)
{
  return proviso_caveat_get_caveat_type (record);
}

static char *
get_type_title (ProvisoPanelContext *context, guint section)
{
  return g_strdup (get_type_label (context, section));
}

/* Whoever raised it: each is in one section only. */
static guint
get_person_section (ProvisoPanelContext *context, gpointer record)
{
  ProvisoCaveatTally *tally = proviso_panel_context_get_tally (context);

  return proviso_caveat_tally_get_rank (tally, proviso_caveat_tally_get_raised_by (tally, record));
}

static char *
get_person_title (ProvisoPanelContext *context, guint section)
{
  ProvisoCaveatTally *tally = proviso_panel_context_get_tally (context);
  guint person = proviso_caveat_tally_get_person_of_rank (tally, section);

  return g_strdup (person != PROVISO_NOBODY ? proviso_caveat_tally_get_name (tally, person) : _("Not Signed"));
}

static guint64
rank_changed (ProvisoPanelContext *context, gpointer record)
{
  return proviso_order_rank_by_time (proviso_caveat_get_changed (record));
}

static int
compare_changed (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  return proviso_order_compare_times (proviso_caveat_get_changed (a), proviso_caveat_get_changed (b));
}

static const ProvisoOrder orders[] = {
  { .id = "state",
    .label = N_("_State"),
    .by_place = TRUE,
    .get_rank = proviso_order_rank_by_place,
    .get_section = get_standing_section,
    .get_section_title = get_standing_title },
  { .id = "place",
    .label = N_("Place in the _Text"),
    .by_place = TRUE,
    .by_headings = TRUE,
    .get_rank = proviso_order_rank_by_place,
    .get_section = proviso_order_get_place_section,
    .get_section_title = proviso_order_get_place_title },
  { .id = "severity",
    .label = N_("Se_verity"),
    .by_place = TRUE,
    .get_rank = rank_open,
    .get_section = get_severity_section,
    .get_section_title = get_severity_title },
  { .id = "type",
    .label = N_("T_ype"),
    .by_place = TRUE,
    .get_rank = rank_open,
    .get_section = get_type_section,
    .get_section_title = get_type_title },
  { .id = "person",
    .label = N_("_Person"),
    .by_place = TRUE,
    .by_person = TRUE,
    .get_rank = rank_open,
    .get_section = get_person_section,
    .get_section_title = get_person_title },
  { .id = "changed", .label = N_("_Last Change"), .get_rank = rank_changed, .compare = compare_changed },
};

static void
add_search_text (gpointer record, GString *text)
{
  const char *suggestion = proviso_caveat_get_suggestion (record);
  const char *reason = proviso_caveat_get_reason (record);
  const char *for_readers = proviso_caveat_get_for_readers (record);

  g_string_append (text, proviso_caveat_get_text (record));
  g_string_append_c (text, '\n');
  g_string_append (text, suggestion != NULL ? suggestion : "");
  g_string_append_c (text, '\n');
  g_string_append (text, reason != NULL ? reason : "");
  g_string_append_c (text, '\n');
  g_string_append (text, for_readers != NULL ? for_readers : "");
}

static ProvisoRecord *
get_related (ProvisoPanelContext *context, gpointer record)
{
  const char *claim_id = proviso_caveat_get_claim (record);

  return claim_id != NULL
             ? (ProvisoRecord *) proviso_project_find_claim (proviso_panel_context_get_project (context),
                                                             claim_id)
             : NULL;
}

/* What the caveat is about: its claim's statement, else the words of its passage in one line. */
static char *
format_subject (ProvisoPanelContext *context, ProvisoCaveat *caveat)
{
  ProvisoRecord *claim = get_related (context, caveat);
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (caveat);
  g_autofree char *passage = NULL;
  g_autofree char *start = NULL;

  if (claim != NULL && *proviso_claim_get_statement (PROVISO_CLAIM (claim)) != '\0')
    {
      passage = g_strdup (proviso_claim_get_statement (PROVISO_CLAIM (claim)));
    }
  else
    {
      if (proviso_record_list_get_size (anchors) == 0 && claim != NULL)
        anchors = proviso_claim_peek_anchors (PROVISO_CLAIM (claim));
      if (proviso_record_list_get_size (anchors) > 0)
        passage = proviso_project_get_passage (proviso_panel_context_get_project (context),
                                               proviso_record_list_peek (anchors, 0));
    }
  if (passage == NULL || *g_strstrip (passage) == '\0')
    return NULL;

  start = proviso_line_text_shorten (passage, PASSAGE_LENGTH);
  return proviso_line_text_quote (start);
}

static gboolean
has_lost_passage (ProvisoCaveat *caveat)
{
  ProvisoRecordList *anchors = proviso_caveat_peek_anchors (caveat);
  guint n_anchors = proviso_record_list_get_size (anchors);

  for (guint i = 0; i < n_anchors; i++)
    if (proviso_anchor_get_state (proviso_record_list_peek (anchors, i)) == PROVISO_ANCHOR_STATE_LOST)
      return TRUE;

  return FALSE;
}

/* (transfer full) */
static char *
format_facts (ProvisoPanelContext *context, ProvisoCaveat *caveat)
{
  ProvisoCaveatTally *tally = proviso_panel_context_get_tally (context);
  guint raised_by = proviso_caveat_tally_get_raised_by (tally, caveat);
  guint n_comments = proviso_record_list_get_size (proviso_caveat_peek_thread (caveat));
  GString *facts = g_string_new (proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE,
                                                               proviso_caveat_get_state (caveat)));

  if (proviso_caveat_tally_is_to_confirm (tally, caveat))
    g_string_append_printf (facts, " · %s", _("to confirm"));
  else if (is_settled (caveat))
    g_string_append_printf (facts, " · %s", _("confirmed"));
  g_string_append_printf (facts, " · %s", get_severity_label (context, proviso_caveat_get_severity (caveat)));
  g_string_append_printf (facts, " · %s", get_type_label (context, proviso_caveat_get_caveat_type (caveat)));
  if (raised_by != PROVISO_NOBODY)
    g_string_append_printf (facts, " · %s", proviso_caveat_tally_get_name (tally, raised_by));
  if (n_comments > 0)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%u comment", "%u comments", n_comments), n_comments);
    }

  return g_string_free_and_steal (facts);
}

static void
fill_row (ProvisoPanelContext *context, ProvisoRecordRow *row, gpointer record)
{
  ProvisoCaveatSeverity severity = proviso_caveat_get_severity (record);
  ProvisoStanding standing =
      proviso_caveat_tally_get_standing (proviso_panel_context_get_tally (context), record);
  ProvisoProject *project = proviso_panel_context_get_project (context);
  g_autofree char *subject = format_subject (context, record);
  g_autofree char *facts = format_facts (context, record);

  proviso_record_row_set_icon (row, get_severity_icon_name (severity),
                               proviso_vocabulary_get_explanation (PROVISO_TYPE_CAVEAT_SEVERITY, severity));
  proviso_record_row_set_title (row, proviso_caveat_get_text (record),
                                get_type_label (context, proviso_caveat_get_caveat_type (record)));
  proviso_record_row_set_where (row, subject);
  proviso_record_row_set_facts (row, facts);
  /* What waits to be confirmed calls whoever is to do it. */
  proviso_record_row_set_settled (row,
                                  is_settled (record) && !proviso_panel_context_is_waiting (context, record));
  proviso_record_row_set_sign (row, PROVISO_SIGN_REOPENED,
                               standing == PROVISO_STANDING_REOPENED ? C_ ("caveats", "Reopened") : NULL);
  proviso_record_row_set_sign (row, PROVISO_SIGN_LOST, has_lost_passage (record) ? _("Passage lost") : NULL);
  /* One that was applied is of the past. */
  proviso_record_row_set_sign (row, PROVISO_SIGN_SUGGESTION,
                               proviso_suggestion_can_apply (project, record) ? _("Suggestion") : NULL);
}

static AdwNavigationPage *
create_page (ProvisoProject *project, ProvisoSelection *selection, gpointer record)
{
  return proviso_caveat_page_new (project, selection, record);
}

const ProvisoRecordKind proviso_caveat_kind = {
  .id = "caveats",
  .title = N_("Caveats"),
  .search_hint = N_("Search Caveats"),
  .new_action = "panel.new-caveat",
  .new_label = N_("_New Caveat"),
  .empty_icon_name = "proviso-caveats-symbolic",
  .empty_title = N_("No Caveats Yet"),
  .empty_description = N_("A caveat is a doubt that somebody raised and somebody settles. "
                           "Select the words in question and flag them."),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .chips = chips,
  .n_chips = G_N_ELEMENTS (chips),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
  .get_record_type = proviso_caveat_get_type,
  .get_records = proviso_project_get_caveats,
  .add_search_text = add_search_text,
  .fill_row = fill_row,
  .get_related = get_related,
  .describe_place = proviso_panel_context_describe_place,
  .create_page = create_page,
};
