/* proviso-source-kind.c: how sources are listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-order.h"
#include "panel/proviso-record-kind.h"
#include "panel/proviso-source-page.h"

#include "core/proviso-vocabulary.h"
#include "core/proviso-enum-types.h"

#include <glib/gi18n-lib.h>

enum
{
  OPTION_USED,
  OPTION_UNUSED,
  N_OPTIONS,
};

static const char *
get_use_label (ProvisoPanelContext *context, guint option)
{
  return option == OPTION_USED ? _("Used by Claims") : _("Not Used");
}

static guint64
get_use (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION ((proviso_panel_context_get_n_uses (context, record) > 0 ? OPTION_USED : OPTION_UNUSED));
}

static const char *
get_reliability_label (ProvisoPanelContext *context, guint reliability)
{
  return reliability == PROVISO_RELIABILITY_NONE
             ? _("Not Judged")
             : proviso_vocabulary_get_label (PROVISO_TYPE_RELIABILITY, reliability);
}

static guint64
get_reliability (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (proviso_source_get_reliability (record));
}

static const char *
get_type_label (ProvisoPanelContext *context, guint type)
{
  return proviso_vocabulary_get_label (PROVISO_TYPE_SOURCE_TYPE, type);
}

static guint64
get_type (ProvisoPanelContext *context, gpointer record)
{
  return PROVISO_OPTION (proviso_source_get_source_type (record));
}

static const ProvisoFacet facets[] = {
  { N_("Use"), N_OPTIONS, TRUE, get_use_label, NULL, get_use },
  { N_("Reliability"), PROVISO_RELIABILITY_F + 1, FALSE, get_reliability_label, NULL, get_reliability },
  { N_("Type"), PROVISO_SOURCE_TYPE_OWN_CALCULATION + 1, FALSE, get_type_label, NULL, get_type },
};

static int
compare_title (ProvisoPanelContext *context, gpointer a, gpointer b)
{
  const char *title_a = proviso_source_get_title (a);
  const char *title_b = proviso_source_get_title (b);

  /* What has no title yet comes last. */
  if ((*title_a == '\0') != (*title_b == '\0'))
    return *title_a == '\0' ? 1 : -1;

  return proviso_order_compare_names (title_a, title_b);
}

static guint64
rank_title (ProvisoPanelContext *context, gpointer record)
{
  const char *title = proviso_source_get_title (record);

  return *title == '\0' ? G_MAXUINT64 : proviso_order_rank_by_name (title);
}

/* A before F, and what is not judged last. */
static guint
get_reliability_section (ProvisoPanelContext *context, gpointer record)
{
  return ((guint) proviso_source_get_reliability (record) + PROVISO_RELIABILITY_F) % (PROVISO_RELIABILITY_F + 1);
}

static char *
get_reliability_title (ProvisoPanelContext *context, guint section)
{
  return g_strdup (get_reliability_label (context, (section + 1) % (PROVISO_RELIABILITY_F + 1)));
}

static guint64
rank_use (ProvisoPanelContext *context, gpointer record)
{
  return G_MAXUINT - proviso_panel_context_get_n_uses (context, record);
}

static const ProvisoOrder orders[] = {
  { .id = "title", .label = N_("_Title"), .get_rank = rank_title, .compare = compare_title },
  { .id = "reliability",
    .label = N_("_Reliability"),
    .get_rank = rank_title,
    .compare = compare_title,
    .get_section = get_reliability_section,
    .get_section_title = get_reliability_title },
  { .id = "use", .label = N_("_Most Used"), .by_use = TRUE, .get_rank = rank_use, .compare = compare_title },
};

static void
add_search_text (gpointer record, GString *text)
{
  const char *url = proviso_source_get_url (record);

  g_string_append (text, proviso_source_get_title (record));
  g_string_append_c (text, '\n');
  g_string_append (text, proviso_source_get_publisher (record));
  g_string_append_c (text, '\n');
  g_string_append (text, proviso_source_get_note (record));
  g_string_append_c (text, '\n');
  g_string_append (text, url != NULL ? url : "");
}

static char *
format_facts (ProvisoPanelContext *context, ProvisoSource *source)
{
  guint n_uses = proviso_panel_context_get_n_uses (context, source);
  GString *facts = g_string_new (get_type_label (NULL, proviso_source_get_source_type (source)));

  g_string_append (facts, " · ");
  if (n_uses == 0)
    g_string_append (facts, _("not used"));
  else
    g_string_append_printf (facts, ngettext ("%u claim", "%u claims", n_uses), n_uses);

  return g_string_free_and_steal (facts);
}

static void
fill_row (ProvisoPanelContext *context, ProvisoRecordRow *row, gpointer record)
{
  ProvisoReliability reliability = proviso_source_get_reliability (record);
  const char *letter = proviso_vocabulary_get_wire_name (PROVISO_TYPE_RELIABILITY, reliability);
  g_autofree char *facts = format_facts (context, record);
  g_autofree char *tooltip =
      reliability == PROVISO_RELIABILITY_NONE
          ? g_strdup (_("Reliability not judged"))
          /* Translators: the label of a reliability: “Reliability: B – Usually Reliable”. */
          : g_strdup_printf (_("Reliability: %s"), get_reliability_label (NULL, reliability));

  proviso_record_row_set_letter (row, letter != NULL ? letter : "–", tooltip);
  proviso_record_row_set_title (row, proviso_source_get_title (record), _("Untitled source"));
  proviso_record_row_set_where (row, proviso_source_get_publisher (record));
  proviso_record_row_set_facts (row, facts);
  proviso_record_row_set_sign (row, PROVISO_SIGN_CONFIDENTIAL,
                               proviso_source_get_confidential (record) ? _("Confidential") : NULL);
}

static AdwNavigationPage *
create_page (ProvisoProject *project, ProvisoSelection *selection, gpointer record)
{
  return proviso_source_page_new (project, selection, record);
}

const ProvisoRecordKind proviso_source_kind = {
  .id = "sources",
  .title = N_("Sources"),
  .search_hint = N_("Search Sources"),
  .new_action = "panel.new-source",
  .new_label = N_("_New Source"),
  .empty_icon_name = "proviso-sources-symbolic",
  .empty_title = N_("No Sources Yet"),
  .empty_description = N_("Enter once what the article rests on: documents, reports, interviews. "
                           "Claims then name them as evidence."),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
  .get_record_type = proviso_source_get_type,
  .get_records = proviso_project_get_sources,
  .add_search_text = add_search_text,
  .fill_row = fill_row,
  .create_page = create_page,
};
