/* proviso-import-dialog.c: what bringing in plain text would change, and what comes out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each kind of change, with a switch for all of it; inside, a row for each change. These are made
 * when the kind is first opened, as a long article has hundreds of paragraphs. The change whose row was pressed, or
 * which was switched by itself, is shown in the result: its line is selected there.
 */
#include "app/proviso-import-dialog.h"

#include <glib/gi18n-lib.h>

/* More rows than these are not read one by one; the switch of the kind serves for the rest. */
#define MAX_ROWS 200

struct _ProvisoImportDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *encoding_group;
  AdwComboRow *encoding_row;
  AdwPreferencesGroup *changes_group;
  GtkLabel *no_changes_label;
  GtkTextBuffer *preview;
  GtkTextView *preview_view;
  GtkButton *accept_button;

  ProvisoTextImport *import;
  GStrv encodings;
  AdwExpanderRow *rows[PROVISO_IMPORT_N_KINDS]; /* %NULL: no change of the kind */
  ProvisoImportChange *shown; /* %NULL: none yet */
  guint preview_source;
  gboolean updating;
};

enum
{
  SIGNAL_ACCEPTED,
  SIGNAL_ENCODING_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoImportDialog, proviso_import_dialog, ADW_TYPE_DIALOG)

static void
update_switches (ProvisoImportDialog *self)
{
  self->updating = TRUE;
  for (guint kind = 0; kind < PROVISO_IMPORT_N_KINDS; kind++)
    {
      gboolean enabled;

      if (self->rows[kind] == NULL)
        continue;
      enabled = proviso_text_import_get_kind_enabled (self->import, kind);
      if (adw_expander_row_get_enable_expansion (self->rows[kind]) != enabled)
        adw_expander_row_set_enable_expansion (self->rows[kind], enabled);
    }
  self->updating = FALSE;
}

/* Scrolls the result to what the change makes of its line, and selects that. */
static void
show_place (ProvisoImportDialog *self)
{
  GtkTextIter start, end;

  if (self->shown == NULL)
    return;
  gtk_text_buffer_get_iter_at_line (self->preview, &start,
                                    (int) proviso_text_import_get_result_line (self->import, self->shown));
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (self->preview, &start, &end);
  gtk_text_view_scroll_to_mark (self->preview_view, gtk_text_buffer_get_insert (self->preview), 0.1, TRUE, 0, 0.3);
}

static void
preview_cb (gpointer user_data)
{
  ProvisoImportDialog *self = user_data;

  self->preview_source = 0;
  gtk_text_buffer_set_text (self->preview, proviso_text_import_get_result (self->import), -1);
  show_place (self);
}

/* Once for all the changes that one switch makes. */
static void
result_changed_cb (ProvisoImportDialog *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_idle_add_once (preview_cb, self);
  update_switches (self);
}

static void
change_pressed_cb (ProvisoImportDialog *self, GtkWidget *row)
{
  g_set_object (&self->shown, g_object_get_data (G_OBJECT (row), "proviso-change"));
  /* What is about to be written anew is shown after that. */
  if (self->preview_source == 0)
    show_place (self);
}

/* By itself, not with its kind. */
static void
change_switched_cb (ProvisoImportDialog *self, GParamSpec *pspec, ProvisoImportChange *change)
{
  if (!self->updating)
    g_set_object (&self->shown, change);
}

static GtkWidget *
create_change_row (ProvisoImportDialog *self, ProvisoImportChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: a line's number, then its text. */
  g_autofree char *place = g_strdup_printf (_("Line %u: %s"), proviso_import_change_get_line (change),
                                            proviso_import_change_get_before (change));
  g_autofree char *spoken = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proviso_import_change_get_after (change));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, proviso_import_change_get_description (change));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  spoken = g_strdup_printf ("%s %s", proviso_import_change_get_description (change), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_bind_property (change, "enabled", check, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "proviso-change", g_object_ref (change), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (change_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (change, "notify::enabled", G_CALLBACK (change_switched_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
expanded_cb (ProvisoImportDialog *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  ProvisoImportKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "proviso-kind"));
  GListModel *changes = proviso_text_import_get_changes (self->import);
  guint n_rows = 0, n_left = 0;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "proviso-filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "proviso-filled", row);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (ProvisoImportChange) change = g_list_model_get_item (changes, i);

      if (proviso_import_change_get_kind (change) != kind)
        continue;
      if (n_rows < MAX_ROWS)
        adw_expander_row_add_row (row, create_change_row (self, change));
      else
        n_left++;
      n_rows++;
    }
  if (n_left > 0)
    {
      GtkWidget *rest = adw_action_row_new ();
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_left), n_left);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rest), text);
      gtk_widget_add_css_class (rest, "dim-label");
      adw_expander_row_add_row (row, rest);
    }
}

static void
kind_switched_cb (ProvisoImportDialog *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  ProvisoImportKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "proviso-kind"));

  if (self->updating)
    return;
  self->updating = TRUE;
  proviso_text_import_set_kind_enabled (self->import, kind, adw_expander_row_get_enable_expansion (row));
  self->updating = FALSE;
}

static AdwExpanderRow *
create_kind_row (ProvisoImportDialog *self, ProvisoImportKind kind, guint n_changes)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_autofree char *count = g_strdup_printf ("%u", n_changes);
  GtkWidget *badge = gtk_label_new (count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proviso_import_kind_get_title (kind));
  adw_expander_row_set_subtitle (row, proviso_import_kind_get_description (kind));
  adw_expander_row_set_show_enable_switch (row, TRUE);
  adw_expander_row_set_enable_expansion (row, proviso_text_import_get_kind_enabled (self->import, kind));
  gtk_widget_add_css_class (badge, "dim-label");
  gtk_widget_add_css_class (badge, "numeric");
  adw_expander_row_add_suffix (row, badge);
  g_object_set_data (G_OBJECT (row), "proviso-kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::enable-expansion", G_CALLBACK (kind_switched_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
accept_cb (ProvisoImportDialog *self)
{
  g_autofree char *text = g_strdup (proviso_text_import_get_result (self->import));

  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (ProvisoImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
encoding_changed_cb (ProvisoImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding_row);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  /* What is shown is read otherwise than chosen, until it is read anew. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), FALSE);
  g_signal_emit (self, signals[SIGNAL_ENCODING_CHOSEN], 0, self->encodings[selected]);
}

static void
proviso_import_dialog_dispose (GObject *object)
{
  ProvisoImportDialog *self = PROVISO_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (self->import != NULL)
    g_signal_handlers_disconnect_by_data (self->import, self);
  g_clear_object (&self->import);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (proviso_import_dialog_parent_class)->dispose (object);
}

static void
proviso_import_dialog_finalize (GObject *object)
{
  ProvisoImportDialog *self = PROVISO_IMPORT_DIALOG (object);

  g_clear_pointer (&self->encodings, g_strfreev);

  G_OBJECT_CLASS (proviso_import_dialog_parent_class)->finalize (object);
}

static void
proviso_import_dialog_class_init (ProvisoImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_import_dialog_dispose;
  object_class->finalize = proviso_import_dialog_finalize;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", PROVISO_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ENCODING_CHOSEN] = g_signal_new ("encoding-chosen", PROVISO_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, encoding_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, no_changes_label);
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, preview_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoImportDialog, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_changed_cb);
}

static void
proviso_import_dialog_init (ProvisoImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ProvisoImportDialog *
proviso_import_dialog_new (ProvisoTextImport *import, const char *accept_label)
{
  ProvisoImportDialog *self = g_object_new (PROVISO_TYPE_IMPORT_DIALOG, NULL);

  gtk_button_set_label (self->accept_button, accept_label);
  proviso_import_dialog_set_import (self, import);
  return self;
}

void
proviso_import_dialog_set_import (ProvisoImportDialog *self, ProvisoTextImport *import)
{
  gboolean any = FALSE;

  g_return_if_fail (PROVISO_IS_IMPORT_DIALOG (self));
  g_return_if_fail (PROVISO_IS_TEXT_IMPORT (import));

  if (self->import != NULL)
    g_signal_handlers_disconnect_by_data (self->import, self);
  g_set_object (&self->import, import);
  g_clear_object (&self->shown);
  g_signal_connect_swapped (import, "notify::result", G_CALLBACK (result_changed_cb), self);

  for (guint kind = 0; kind < PROVISO_IMPORT_N_KINDS; kind++)
    {
      guint n_changes = proviso_text_import_get_n_changes (import, kind);

      if (self->rows[kind] != NULL)
        adw_preferences_group_remove (self->changes_group, GTK_WIDGET (self->rows[kind]));
      self->rows[kind] = NULL;
      if (n_changes == 0)
        continue;
      self->rows[kind] = create_kind_row (self, kind, n_changes);
      adw_preferences_group_add (self->changes_group, GTK_WIDGET (self->rows[kind]));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->no_changes_label), !any);
  gtk_text_buffer_set_text (self->preview, proviso_text_import_get_result (import), -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), TRUE);
}

void
proviso_import_dialog_set_encodings (ProvisoImportDialog *self,
                                     const char *const *names,
                                     const char *const *encodings,
                                     const char *chosen,
                                     const char *note)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  g_return_if_fail (PROVISO_IS_IMPORT_DIALOG (self));

  self->updating = TRUE;
  g_strfreev (self->encodings);
  self->encodings = g_strdupv ((char **) encodings);
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (list));
  for (guint i = 0; encodings[i] != NULL; i++)
    if (g_str_equal (encodings[i], chosen))
      adw_combo_row_set_selected (self->encoding_row, i);
  adw_preferences_group_set_description (self->encoding_group, note);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_group), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), TRUE);
  self->updating = FALSE;
}
