/* proviso-choice-row.h: a row that chooses one value of a vocabulary.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value stands below the title with the line that explains it, so that the row also works where it is
 * narrow; the list that opens shows every value with its explanation.
 *
 * Signals:
 *   choosing (int value) -> gboolean
 *       the person chose `value`. A handler that returns %TRUE takes over: the record is left alone, and the
 *       row shows the choice until proviso_choice_row_refresh().
 */
#pragma once

#include "panel/proviso-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CHOICE_ROW (proviso_choice_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ProvisoChoiceRow, proviso_choice_row, PROVISO, CHOICE_ROW, AdwComboRow)

struct _ProvisoChoiceRowClass
{
  AdwComboRowClass parent_class;

  gboolean (*choosing) (ProvisoChoiceRow *self, int value);
};

GtkWidget *proviso_choice_row_new (const char *title);
/* Ties the row to an enumeration property of `record`. */
void proviso_choice_row_bind (ProvisoChoiceRow *self,
                              ProvisoProject *project,
                              gpointer record,
                              const char *property);

/* For values that are not an enumeration's: a list of #ProvisoChoice. */
void proviso_choice_row_set_choices (ProvisoChoiceRow *self, GListModel *choices);
/* What the row shows. Setting it does not send "choosing". */
int proviso_choice_row_get_value (ProvisoChoiceRow *self);
void proviso_choice_row_set_value (ProvisoChoiceRow *self, int value);
/* As if the person had chosen `value`. */
void proviso_choice_row_choose (ProvisoChoiceRow *self, int value);
/* Shows what the record says. */
void proviso_choice_row_refresh (ProvisoChoiceRow *self);

G_END_DECLS
