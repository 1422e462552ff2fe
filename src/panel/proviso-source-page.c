/* proviso-source-page.c: everything about one source, edited in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-source-page.h"
#include "panel/proviso-address-row.h"
#include "panel/proviso-choice-row.h"
#include "panel/proviso-date-row.h"
#include "panel/proviso-entry-row.h"
#include "panel/proviso-history-group.h"
#include "panel/proviso-suggest-row.h"
#include "panel/proviso-text-row.h"
#include "panel/proviso-use-group.h"

struct _ProvisoSourcePage
{
  ProvisoRecordPage parent_instance;

  ProvisoTextRow *title;
  AdwEntryRow *publisher;
  ProvisoChoiceRow *source_type;
  ProvisoAddressRow *url;
  ProvisoAddressRow *archived;
  ProvisoDateRow *published;
  ProvisoDateRow *accessed;
  ProvisoChoiceRow *reliability;
  ProvisoSuggestRow *independence_group;
  AdwSwitchRow *confidential;
  ProvisoTextRow *note;
  ProvisoUseGroup *use;
  ProvisoHistoryGroup *history;
};

G_DEFINE_FINAL_TYPE (ProvisoSourcePage, proviso_source_page, PROVISO_TYPE_RECORD_PAGE)

static void
proviso_source_page_focus_first (ProvisoRecordPage *page)
{
  ProvisoSourcePage *self = PROVISO_SOURCE_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  proviso_text_row_select_all (self->title);
}

static void
proviso_source_page_focus_control (ProvisoRecordPage *page, gboolean reviewing)
{
  ProvisoSourcePage *self = PROVISO_SOURCE_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->source_type));
}

static void
proviso_source_page_constructed (GObject *object)
{
  ProvisoSourcePage *self = PROVISO_SOURCE_PAGE (object);
  ProvisoRecordPage *page = PROVISO_RECORD_PAGE (object);
  ProvisoProject *project = proviso_record_page_get_project (page);
  ProvisoSelection *selection = proviso_record_page_get_selection (page);
  ProvisoSource *source = PROVISO_SOURCE (proviso_record_page_get_record (page));

  G_OBJECT_CLASS (proviso_source_page_parent_class)->constructed (object);

  proviso_text_row_bind (self->title, project, source, "title");
  proviso_entry_row_bind (self->publisher, project, source, "publisher");
  proviso_choice_row_bind (self->source_type, project, source, "type");
  proviso_address_row_bind (self->url, project, source, "url");
  proviso_address_row_bind (self->archived, project, source, "archived");
  proviso_date_row_bind (self->published, project, source, "published");
  proviso_date_row_bind (self->accessed, project, source, "accessed");
  proviso_choice_row_bind (self->reliability, project, source, "reliability");
  proviso_suggest_row_bind (self->independence_group, project, source, "independence-group",
                            G_LIST_MODEL (proviso_project_get_sources (project)));
  proviso_switch_row_bind (self->confidential, project, source, "confidential");
  proviso_text_row_bind (self->note, project, source, "note");
  proviso_use_group_bind (self->use, project, selection, source);
  proviso_history_group_bind (self->history, project, proviso_source_get_events (source));
}

static void
proviso_source_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PROVISO_TYPE_SOURCE_PAGE);

  G_OBJECT_CLASS (proviso_source_page_parent_class)->dispose (object);
}

static void
proviso_source_page_class_init (ProvisoSourcePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = proviso_source_page_constructed;
  object_class->dispose = proviso_source_page_dispose;
  PROVISO_RECORD_PAGE_CLASS (klass)->focus_first = proviso_source_page_focus_first;
  PROVISO_RECORD_PAGE_CLASS (klass)->focus_control = proviso_source_page_focus_control;

  g_type_ensure (PROVISO_TYPE_ADDRESS_ROW);
  g_type_ensure (PROVISO_TYPE_CHOICE_ROW);
  g_type_ensure (PROVISO_TYPE_DATE_ROW);
  g_type_ensure (PROVISO_TYPE_HISTORY_GROUP);
  g_type_ensure (PROVISO_TYPE_SUGGEST_ROW);
  g_type_ensure (PROVISO_TYPE_TEXT_ROW);
  g_type_ensure (PROVISO_TYPE_USE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/proviso_editor/Proviso/panel/"
                                                             "proviso-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, title);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, publisher);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, source_type);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, url);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, archived);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, published);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, accessed);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, reliability);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, independence_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, confidential);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, note);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, use);
  gtk_widget_class_bind_template_child (widget_class, ProvisoSourcePage, history);
  gtk_widget_class_bind_template_callback (widget_class, proviso_record_page_delete);
}

static void
proviso_source_page_init (ProvisoSourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
proviso_source_page_new (ProvisoProject *project, ProvisoSelection *selection, ProvisoSource *source)
{
  return g_object_new (PROVISO_TYPE_SOURCE_PAGE, "project", project, "selection", selection, "record", source,
                       NULL);
}
