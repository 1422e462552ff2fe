/* proviso-caveat-kind.c: how caveats are listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-caveat-page.h"
#include "panel/proviso-order.h"
#include "panel/proviso-record-kind.h"

#include "core/proviso-vocabulary.h"
#include "core/proviso-enum-types.h"

#include <glib/gi18n-lib.h>

/* How many code points of a passage stand in a row. */
#define PASSAGE_LENGTH 80

static const char *
get_state_label (guint state)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_STATE, state);
}

static const char *
get_state_icon_name (guint state)
{
  return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_STATE, state);
}

static guint32
get_state (ProvisoPanelContext *context, gpointer record)
{
  return 1u << proviso_caveat_get_state (record);
}

static const char *
get_severity_label (guint severity)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_SEVERITY, severity);
}

static const char *
get_severity_icon_name (guint severity)
{
  return proviso_vocabulary_get_icon_name (PROVISO_TYPE_CAVEAT_SEVERITY, severity);
}

static guint32
get_severity (ProvisoPanelContext *context, gpointer record)
{
  return 1u << proviso_caveat_get_severity (record);
}

static const char *
get_type_label (guint type)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_CAVEAT_TYPE, type);
}

static guint32
get_type (ProvisoPanelContext *context, gpointer record)
{
  return 1u << proviso_caveat_get_caveat_type (record);
}

static const ProvisoFacet facets[] = {
  { N_("State"), PROVISO_CAVEAT_STATE_DISMISSED + 1, FALSE, get_state_label, get_state_icon_name,
    get_state },
  { N_("Severity"), PROVISO_CAVEAT_SEVERITY_NOTE + 1, FALSE, get_severity_label, get_severity_icon_name,
    get_severity },
  { N_("Type"), PROVISO_CAVEAT_TYPE_STYLE + 1, FALSE, get_type_label, NULL, get_type },
};

static gboolean
is_settled (ProvisoCaveat *caveat)
{
  return proviso_caveat_get_state (caveat) != PROVISO_CAVEAT_STATE_OPEN;
}

static int
compare_open (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  int order = is_settled (a) - is_settled (b);

  return order != 0 ? order : proviso_order_by_place (context, a, b);
}

static int
compare_severity (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  int order = (int) proviso_caveat_get_severity (a) - (int) proviso_caveat_get_severity (b);

  return order != 0 ? order : compare_open (context, a, b);
}

static int
compare_changed (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  return proviso_order_by_time (proviso_caveat_get_changed (a), proviso_caveat_get_changed (b));
}

static const ProvisoOrder orders[] = {
  { "open", N_("_Open First"), TRUE, FALSE, FALSE, compare_open },
  { "place", N_("Place in the _Text"), TRUE, TRUE, FALSE, proviso_order_by_place },
  { "severity", N_("_Severity"), TRUE, FALSE, FALSE, compare_severity },
  { "changed", N_("_Last Change"), FALSE, FALSE, FALSE, compare_changed },
};

static void
add_search_text (gpointer record, GString *text)
{
  const char *suggestion = proviso_caveat_get_suggestion (record);
  const char *reason = proviso_caveat_get_reason (record);

  g_string_append (text, proviso_caveat_get_text (record));
  g_string_append_c (text, '\n');
  g_string_append (text, suggestion != NULL ? suggestion : "");
  g_string_append_c (text, '\n');
  g_string_append (text, reason != NULL ? reason : "");
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

  g_strdelimit (passage, "\n\r\t", ' ');
  start = g_utf8_substring (passage, 0, MIN (g_utf8_strlen (passage, -1), PASSAGE_LENGTH));
  /* Translators: the words that a caveat is about, quoted. */
  return g_strdup_printf (_("“%s”"), start);
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

static void
fill_row (ProvisoPanelContext *context, ProvisoRecordRow *row, gpointer record)
{
  ProvisoCaveatSeverity severity = proviso_caveat_get_severity (record);
  const char *type = get_type_label (proviso_caveat_get_caveat_type (record));
  g_autofree char *subject = format_subject (context, record);
  g_autofree char *facts =
      g_strdup_printf ("%s · %s · %s", get_state_label (proviso_caveat_get_state (record)),
                       get_severity_label (severity), type);

  proviso_record_row_set_icon (row, get_severity_icon_name (severity),
                               proviso_vocabulary_get_explanation (PROVISO_TYPE_CAVEAT_SEVERITY, severity));
  proviso_record_row_set_title (row, proviso_caveat_get_text (record), type);
  proviso_record_row_set_where (row, subject);
  proviso_record_row_set_facts (row, facts);
  proviso_record_row_set_settled (row, is_settled (record));
  proviso_record_row_set_sign (row, PROVISO_SIGN_LOST, has_lost_passage (record) ? _("Passage lost") : NULL);
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
