/* proviso-entry-row.c: one line of text of a record, in an #AdwEntryRow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-entry-row.h"

static void
field_to_entry_cb (GtkEditable *row, ProvisoField *field)
{
  g_autofree char *text = proviso_field_dup_string (field);
  int position = gtk_editable_get_position (row);

  if (g_strcmp0 (text != NULL ? text : "", gtk_editable_get_text (row)) == 0)
    return;

  g_signal_handlers_block_matched (row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, field);
  gtk_editable_set_text (row, text != NULL ? text : "");
  gtk_editable_set_position (row, position);
  g_signal_handlers_unblock_matched (row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, field);
}

static void
entry_to_field_cb (GtkEditable *row, ProvisoField *field)
{
  proviso_field_set_string (field, gtk_editable_get_text (row));
}

void
proviso_entry_row_bind (AdwEntryRow *row, ProvisoProject *project, gpointer record, const char *property)
{
  ProvisoField *field;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  field = proviso_field_new (project, record, property);
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  field_to_entry_cb (GTK_EDITABLE (row), field);
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_to_field_cb), field, 0);
  g_signal_connect_object (field, "changed", G_CALLBACK (field_to_entry_cb), row, G_CONNECT_SWAPPED);
  proviso_field_seal_on_leave (field, GTK_WIDGET (row));
  g_object_set_data_full (G_OBJECT (row), "proviso-field", field, g_object_unref);
}

static void
field_to_switch_cb (AdwSwitchRow *row, ProvisoField *field)
{
  adw_switch_row_set_active (row, proviso_field_get_boolean (field));
}

static void
switch_to_field_cb (AdwSwitchRow *row, GParamSpec *pspec, ProvisoField *field)
{
  proviso_field_set_boolean (field, adw_switch_row_get_active (row));
}

void
proviso_switch_row_bind (AdwSwitchRow *row, ProvisoProject *project, gpointer record, const char *property)
{
  ProvisoField *field;

  g_return_if_fail (ADW_IS_SWITCH_ROW (row));

  field = proviso_field_new (project, record, property);
  field_to_switch_cb (row, field);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switch_to_field_cb), field, 0);
  g_signal_connect_object (field, "changed", G_CALLBACK (field_to_switch_cb), row, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (row), "proviso-field", field, g_object_unref);
}
