/* proviso-record-page.h: what the detail pages of claims, caveats and sources have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page belongs to one record of one project. When the record leaves the project, by whatever hand, the page
 * leaves its navigation view.
 *
 * Properties, construct only: "project", "selection", "record".
 * Signal: toast (const char *title, gboolean undo), as in #ProvisoPanel
 */
#pragma once

#include "core/proviso-project.h"
#include "core/proviso-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_RECORD_PAGE (proviso_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (ProvisoRecordPage, proviso_record_page, PROVISO, RECORD_PAGE, AdwNavigationPage)

struct _ProvisoRecordPageClass
{
  AdwNavigationPageClass parent_class;

  /* Puts the keyboard focus where one starts to write. */
  void (*focus_first) (ProvisoRecordPage *self);
};

ProvisoProject *proviso_record_page_get_project (ProvisoRecordPage *self);
ProvisoSelection *proviso_record_page_get_selection (ProvisoRecordPage *self);
ProvisoRecord *proviso_record_page_get_record (ProvisoRecordPage *self);

/* For when the page was asked for with the focus in it; its main text is selected then. */
void proviso_record_page_focus_first (ProvisoRecordPage *self);

/* For parts of a page: tells the person what was removed, with an offer to undo it. `part` is any widget in
 * the page; as it may itself be what goes, the page is found first. */
ProvisoRecordPage *proviso_record_page_find (GtkWidget *part);
void proviso_record_page_toast (ProvisoRecordPage *self, const char *title);

/* For the pages: deletes the record as the person asks for it. */
void proviso_record_page_delete (ProvisoRecordPage *self);

G_END_DECLS
