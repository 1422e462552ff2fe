/* proviso-claim-kind.c: how claims are listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-claim-page.h"
#include "panel/proviso-order.h"
#include "panel/proviso-record-kind.h"

#include "core/proviso-date.h"
#include "core/proviso-vocabulary.h"
#include "core/proviso-enum-types.h"

#include <glib/gi18n-lib.h>

enum
{
  OPTION_OPEN_CAVEATS,
  OPTION_LOST_PASSAGE,
  OPTION_STALE_CHECK,
  OPTION_NO_SOURCE,
  N_OPTIONS,
};

static const char *
get_want_label (ProvisoPanelContext *context, guint option)
{
  static const char *const labels[N_OPTIONS] = {
    [OPTION_OPEN_CAVEATS] = N_("Open Caveats"),
    [OPTION_LOST_PASSAGE] = N_("Lost Passage"),
    [OPTION_STALE_CHECK] = N_("Changed Since Checked"),
    [OPTION_NO_SOURCE] = N_("No Source"),
  };

  return _ (labels[option]);
}

static guint64
get_wants (ProvisoPanelContext *context, gpointer record)
{
  ProvisoClaim *claim = record;

  return (proviso_claim_get_n_open_caveats (claim) > 0 ? PROVISO_OPTION (OPTION_OPEN_CAVEATS) : 0) |
         (proviso_claim_get_has_lost_passage (claim) ? PROVISO_OPTION (OPTION_LOST_PASSAGE) : 0) |
         (proviso_claim_get_check_stale (claim) ? PROVISO_OPTION (OPTION_STALE_CHECK) : 0) |
         (proviso_claim_get_n_sources (claim) == 0 ? PROVISO_OPTION (OPTION_NO_SOURCE) : 0);
}

static const char *
get_status_label (ProvisoPanelContext *context, guint status)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_STATUS, status);
}

static const char *
get_status_icon_name (guint status)
{
  return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CLAIM_STATUS, status);
}

static guint64
get_status (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (proviso_claim_get_status (record));
}

static const char *
get_kind_label (ProvisoPanelContext *context, guint kind)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CLAIM_KIND, kind);
}

static guint64
get_kind (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (proviso_claim_get_kind (record));
}

static guint64
get_waiting (ProvisoPanelContext *context, gpointer record)
{
  return proviso_panel_context_is_waiting (context, record) ? PROVISO_OPTION (0) : 0;
}

static const char *
get_waiting_label (ProvisoPanelContext *context, guint option)
{
  return _("Waiting for Me");
}

static const char *
describe_waiting (ProvisoPanelContext *context, guint option)
{
  return _ ("What changed since it was checked");
}

static const ProvisoFacet facets[] = {
  { N_("Review"), 1, TRUE, get_waiting_label, NULL, get_waiting, .describe = describe_waiting,
    .none_title = N_("Nothing Waits for You") },
  { N_("Needs Attention"), N_OPTIONS, TRUE, get_want_label, NULL, get_wants },
  { N_("Status"), PROVISO_CLAIM_STATUS_SUPERSEDED + 1, FALSE, get_status_label, get_status_icon_name,
    get_status },
  { N_("Kind"), PROVISO_CLAIM_KIND_INTERPRETATION + 1, FALSE, get_kind_label, NULL, get_kind },
};

static guint
get_status_section (ProvisoPanelContext *context, gpointer record)
{
  return proviso_claim_get_status (record);
}

static char *
get_status_title (ProvisoPanelContext *context, guint section)
{
  return g_strdup (get_status_label (context, section));
}

static guint64
rank_changed (ProvisoPanelContext *context, gpointer record)
{
  return proviso_order_rank_by_time (proviso_claim_get_changed (record));
}

static int
compare_changed (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  return proviso_order_compare_times (proviso_claim_get_changed (a), proviso_claim_get_changed (b));
}

static const ProvisoOrder orders[] = {
  { .id = "place",
    .label = N_("Place in the _Text"),
    .by_place = TRUE,
    .by_headings = TRUE,
    .get_rank = proviso_order_rank_by_place,
    .get_section = proviso_order_get_place_section,
    .get_section_title = proviso_order_get_place_title },
  { .id = "status",
    .label = N_("_Status"),
    .by_place = TRUE,
    .get_rank = proviso_order_rank_by_place,
    .get_section = get_status_section,
    .get_section_title = get_status_title },
  { .id = "changed", .label = N_("_Last Change"), .get_rank = rank_changed, .compare = compare_changed },
};

static void
add_search_text (gpointer record, GString *text)
{
  const char *attributed_to = proviso_claim_get_attributed_to (record);
  const char *for_readers = proviso_claim_get_for_readers (record);

  g_string_append (text, proviso_claim_get_statement (record));
  g_string_append_c (text, '\n');
  g_string_append (text, proviso_claim_get_note (record));
  g_string_append_c (text, '\n');
  g_string_append (text, attributed_to != NULL ? attributed_to : "");
  g_string_append_c (text, '\n');
  g_string_append (text, for_readers != NULL ? for_readers : "");
}

static char *
format_facts (ProvisoClaim *claim)
{
  const char *as_of = proviso_claim_get_as_of (claim);
  guint n_sources = proviso_claim_get_n_sources (claim);
  GString *facts = g_string_new (get_status_label (NULL, proviso_claim_get_status (claim)));

  g_string_append_printf (facts, " · %s", get_kind_label (NULL, proviso_claim_get_kind (claim)));
  if (as_of != NULL)
    {
      g_autofree char *date = proviso_date_format_short (as_of);

      g_string_append (facts, " · ");
      /* Translators: a date, in a list row: “as of 28 Mar 2026”. */
      g_string_append_printf (facts, _("as of %s"), date);
    }
  g_string_append (facts, " · ");
  if (n_sources == 0)
    g_string_append (facts, _("no source"));
  else
    g_string_append_printf (facts, ngettext ("%u source", "%u sources", n_sources), n_sources);
  if (proviso_record_list_get_size (proviso_claim_peek_anchors (claim)) == 0)
    g_string_append_printf (facts, " · %s", _("no passage"));

  return g_string_free_and_steal (facts);
}

/* (transfer full) (nullable) */
static char *
format_stale_check (ProvisoClaim *claim)
{
  const char *by;

  if (!proviso_claim_get_check_stale (claim))
    return NULL;

  by = proviso_check_get_by (proviso_claim_get_check (claim));
  /* Translators: %s is a person: the claim is no longer as it was when they marked it as checked. */
  return by != NULL && *by != '\0' ? g_strdup_printf (_("Changed since checked by %s"), by)
                                   : g_strdup (_("Changed since checked"));
}

static const ProvisoSign caveat_signs[] = {
  [PROVISO_CAVEAT_SEVERITY_BLOCKER] = PROVISO_SIGN_BLOCKERS,
  [PROVISO_CAVEAT_SEVERITY_MAJOR] = PROVISO_SIGN_MAJOR_CAVEATS,
  [PROVISO_CAVEAT_SEVERITY_MINOR] = PROVISO_SIGN_MINOR_CAVEATS,
  [PROVISO_CAVEAT_SEVERITY_NOTE] = PROVISO_SIGN_NOTES,
};

static void
fill_row (ProvisoPanelContext *context, ProvisoRecordRow *row, gpointer record)
{
  ProvisoClaimStatus status = proviso_claim_get_status (record);
  guint n_caveats = proviso_claim_get_n_open_caveats (record);
  ProvisoCaveatSeverity severity = PROVISO_CAVEAT_SEVERITY_NOTE;
  g_autofree char *caveats = NULL;
  g_autofree char *facts = format_facts (record);
  g_autofree char *stale = format_stale_check (record);

  proviso_record_row_set_icon (row, get_status_icon_name (status),
                               proviso_vocabulary_get_explanation (PROVISO_TYPE_CLAIM_STATUS, status));
  proviso_record_row_set_title (row, proviso_claim_get_statement (record), _("Untitled claim"));
  proviso_record_row_set_facts (row, facts);

  if (n_caveats > 0)
    {
      caveats = g_strdup_printf (ngettext ("%u open caveat", "%u open caveats", n_caveats), n_caveats);
      proviso_claim_get_open_severity (record, &severity);
    }
  for (guint i = 0; i < G_N_ELEMENTS (caveat_signs); i++)
    proviso_record_row_set_sign (row, caveat_signs[i], i == severity ? caveats : NULL);
  proviso_record_row_set_sign (row, PROVISO_SIGN_LOST,
                               proviso_claim_get_has_lost_passage (record) ? _("Passage lost") : NULL);
  proviso_record_row_set_sign (row, PROVISO_SIGN_STALE, stale);
}

static AdwNavigationPage *
create_page (ProvisoProject *project, ProvisoSelection *selection, gpointer record)
{
  return proviso_claim_page_new (project, selection, record);
}

const ProvisoRecordKind proviso_claim_kind = {
  .id = "claims",
  .title = N_("Claims"),
  .search_hint = N_("Search Claims"),
  .new_action = "panel.new-claim",
  .new_label = N_("_New Claim"),
  .empty_icon_name = "proviso-claims-symbolic",
  .empty_title = N_("No Claims Yet"),
  .empty_description = N_("Select a factual sentence in the draft and make a claim of it: what it says, "
                           "how well it stands and what it rests on."),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
  .get_record_type = proviso_claim_get_type,
  .get_records = proviso_project_get_claims,
  .add_search_text = add_search_text,
  .fill_row = fill_row,
  .describe_place = proviso_panel_context_describe_place,
  .create_page = create_page,
};
