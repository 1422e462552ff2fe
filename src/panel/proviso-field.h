/* proviso-field.h: one property of a record, as a row edits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place where rows and records meet. Setting goes through the project and so can be undone; whatever
 * changes the property, undo included, "changed" tells the row. A record that is no longer in its project is
 * left alone: a row that loses the focus because its page goes away must not write into what was deleted.
 *
 * Signals: changed ()
 */
#pragma once

#include "core/proviso-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PROVISO_TYPE_FIELD (proviso_field_get_type ())
G_DECLARE_FINAL_TYPE (ProvisoField, proviso_field, PROVISO, FIELD, GObject)

/* `property`: the name of a string, enumeration or boolean property of `record`. */
ProvisoField *proviso_field_new (ProvisoProject *project, gpointer record, const char *property);

ProvisoProject *proviso_field_get_project (ProvisoField *self);
/* Returns: (transfer none) */
gpointer proviso_field_get_record (ProvisoField *self);
/* Returns: the type of its values. */
GType proviso_field_get_value_type (ProvisoField *self);

/* Returns: (transfer full) (nullable) */
char *proviso_field_dup_string (ProvisoField *self);
void proviso_field_set_string (ProvisoField *self, const char *string);
int proviso_field_get_enum (ProvisoField *self);
void proviso_field_set_enum (ProvisoField *self, int value);
gboolean proviso_field_get_boolean (ProvisoField *self);
void proviso_field_set_boolean (ProvisoField *self, gboolean value);

/* When the keyboard focus leaves `widget`, what comes next is an undo step of its own. */
void proviso_field_seal_on_leave (ProvisoField *self, GtkWidget *widget);

G_END_DECLS
