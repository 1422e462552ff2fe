/* proviso-choice.h: one value that a choice row offers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Immutable. Properties: "label".
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_CHOICE (proviso_choice_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoChoice, proviso_choice, PROVISO, CHOICE, GObject)

ProvisoChoice *
proviso_choice_new (int value, const char *label, const char *explanation, const char *icon_name);
/* Returns: (transfer full): the values of an enumeration of proviso-enum-types.h, in their order. */
GListModel *proviso_choice_list_new (GType enum_type);

int proviso_choice_get_value (ProvisoChoice *self);
const char *proviso_choice_get_label (ProvisoChoice *self);
const char *proviso_choice_get_explanation (ProvisoChoice *self);
const char *proviso_choice_get_icon_name (ProvisoChoice *self);

G_END_DECLS
