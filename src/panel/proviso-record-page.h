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
  /* Puts it on the first control that no stray letter changes; `reviewing`: on the first step of a review. */
  void (*focus_control) (ProvisoRecordPage *self, gboolean reviewing);
  /* Takes a step of a review. A page that has none leaves it out. */
  void (*perform) (ProvisoRecordPage *self, const char *verb);
};

ProvisoProject *proviso_record_page_get_project (ProvisoRecordPage *self);
ProvisoSelection *proviso_record_page_get_selection (ProvisoRecordPage *self);
ProvisoRecord *proviso_record_page_get_record (ProvisoRecordPage *self);

/* For when the record was just made; its main text is selected then. */
void proviso_record_page_focus_first (ProvisoRecordPage *self);
/* For when the page of another was asked for with the focus in it: no text is at risk there.
 * `reviewing`: whether the person at the desk is the editor. */
void proviso_record_page_focus_control (ProvisoRecordPage *self, gboolean reviewing);

/* Takes the step that an action of #ProvisoReviewActions stands for, or starts it where the person has more to say:
 * as if its button on the page were pressed. The page has these actions itself, for its buttons. */
void proviso_record_page_perform (ProvisoRecordPage *self, const char *verb);

/* For parts of a page: tells the person what was removed, with an offer to undo it. `part` is any widget in
 * the page; as it may itself be what goes, the page is found first. */
ProvisoRecordPage *proviso_record_page_find (GtkWidget *part);
void proviso_record_page_toast (ProvisoRecordPage *self, const char *title);

/* Tells what could not be done, or what left the page otherwise than by being removed. */
void proviso_record_page_tell (ProvisoRecordPage *self, const char *title);
/* For what is seen to change where the person is: tells it to a screen reader alone. */
void proviso_record_page_announce (ProvisoRecordPage *self, const char *message);

/* For the pages: deletes the record as the person asks for it. */
void proviso_record_page_delete (ProvisoRecordPage *self);

G_END_DECLS
