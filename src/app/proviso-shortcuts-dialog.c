/* proviso-shortcuts-dialog.c: the list of keyboard shortcuts, searchable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkShortcutsWindow is deprecated and libadwaita's own dialog is younger than the floor, so this one shows
 * the table of proviso-shortcuts.c in preference groups.
 */
#include "app/proviso-shortcuts-dialog.h"

#include "app/proviso-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _ProvisoShortcutsDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwPreferencesPage *page;
  GtkSearchEntry *search_entry;
  AdwPreferencesGroup *groups[PROVISO_N_SHORTCUT_GROUPS];
  GPtrArray *rows; /* GtkWidget, in the table's order */
};

G_DEFINE_FINAL_TYPE (ProvisoShortcutsDialog, proviso_shortcuts_dialog, ADW_TYPE_DIALOG)

static gboolean
contains_folded (const char *text, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static void
search_changed_cb (ProvisoShortcutsDialog *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gboolean shown[PROVISO_N_SHORTCUT_GROUPS] = { FALSE };
  gboolean any = FALSE;
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      gboolean matches = contains_folded (_(shortcuts[i].title), needle) ||
                         contains_folded (proviso_shortcut_group_get_title (shortcuts[i].group), needle);

      gtk_widget_set_visible (g_ptr_array_index (self->rows, i), matches);
      shown[shortcuts[i].group] |= matches;
      any |= matches;
    }
  for (guint i = 0; i < PROVISO_N_SHORTCUT_GROUPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), shown[i]);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

/* Escape: the entry keeps it from the dialog. */
static void
stop_search_cb (ProvisoShortcutsDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (const ProvisoShortcut *shortcut)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(shortcut->title), "focusable", TRUE, NULL);
  GtkWidget *keys = gtk_shortcut_label_new (shortcut->accels[0]);
  g_autofree char *spoken = NULL;
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (shortcut->accels[0], &key, &modifiers);
  spoken = gtk_accelerator_get_label (key, modifiers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
proviso_shortcuts_dialog_dispose (GObject *object)
{
  ProvisoShortcutsDialog *self = PROVISO_SHORTCUTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_SHORTCUTS_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (proviso_shortcuts_dialog_parent_class)->dispose (object);
}

static void
proviso_shortcuts_dialog_class_init (ProvisoShortcutsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/proviso_editor/Proviso/app/proviso-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoShortcutsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ProvisoShortcutsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, ProvisoShortcutsDialog, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
proviso_shortcuts_dialog_init (ProvisoShortcutsDialog *self)
{
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < PROVISO_N_SHORTCUT_GROUPS; i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[i], proviso_shortcut_group_get_title (i));
      adw_preferences_page_add (self->page, self->groups[i]);
    }
  for (guint i = 0; i < n_shortcuts; i++)
    {
      GtkWidget *row = create_row (&shortcuts[i]);

      adw_preferences_group_add (self->groups[shortcuts[i].group], row);
      g_ptr_array_add (self->rows, row);
    }
}

AdwDialog *
proviso_shortcuts_dialog_new (void)
{
  return g_object_new (PROVISO_TYPE_SHORTCUTS_DIALOG, NULL);
}
