/* test-shortcuts.c: every key of the table of shortcuts leads to an action, and takes none from whoever writes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-shortcuts.h"
#include "app/proviso-workspace.h"
#include "editor/proviso-draft-pane.h"
#include "panel/find.h"
#include "panel/proviso-panel.h"

/* Whether the view itself has this key for something. */
static gboolean
is_key_of_view (GtkWidget *view, const char *accel)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accel);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return TRUE;
        }
    }
  return FALSE;
}

/* Accelerators belong to one action each, and take no key from whoever writes. */
static void
test_shortcut_keys (Fixture *fixture, gconstpointer data)
{
  /* To undo is the project's own; F7 would hide the cursor. */
  static const char *const instead_of_view[] = { "win.undo", "win.redo", "win.next-change", NULL };
  /* Input methods begin a code point or an emoji with these. */
  static const char *const of_input_methods[] = { "<Control><Shift>u", "<Control>period",
                                                  "<Control>semicolon", "<Control>space" };
  g_autoptr (GtkWidget) view = g_object_ref_sink (proviso_draft_view_new ());
  g_autoptr (GHashTable) owners = g_hash_table_new (gtk_shortcut_trigger_hash, gtk_shortcut_trigger_equal);
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  g_assert_true (is_key_of_view (view, "<Control><Shift>a"));
  for (guint i = 0; i < n_shortcuts; i++)
    for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
      {
        const char *accel = shortcuts[i].accels[j];
        const char *owner;

        g_ptr_array_add (triggers, gtk_shortcut_trigger_parse_string (accel));
        g_assert_nonnull (g_ptr_array_index (triggers, triggers->len - 1));
        owner = g_hash_table_lookup (owners, g_ptr_array_index (triggers, triggers->len - 1));
        if (owner != NULL)
          g_error ("%s is for both %s and %s", accel, owner, shortcuts[i].action);
        g_hash_table_insert (owners, g_ptr_array_index (triggers, triggers->len - 1),
                             (gpointer) shortcuts[i].action);

        if (!g_strv_contains (instead_of_view, shortcuts[i].action) && is_key_of_view (view, accel))
          g_error ("%s of %s is a key of the text itself", accel, shortcuts[i].action);
        for (guint k = 0; k < G_N_ELEMENTS (of_input_methods); k++)
          if (g_str_equal (accel, of_input_methods[k]))
            g_error ("%s of %s is a key of input methods", accel, shortcuts[i].action);
      }
}

/* Every shortcut of the table leads to an action that there is. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  ProvisoWindow *window = open_project (fixture);
  ProvisoWorkspace *workspace = find_child (GTK_WIDGET (window), PROVISO_TYPE_WORKSPACE);
  ProvisoDraftPane *draft = find_child (GTK_WIDGET (workspace), PROVISO_TYPE_DRAFT_PANE);
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      const char *action = shortcuts[i].action;
      gboolean found;

      if (g_str_has_prefix (action, "app."))
        found = g_action_group_has_action (G_ACTION_GROUP (application), action + strlen ("app."));
      else if (g_str_has_prefix (action, "win."))
        found = g_action_group_has_action (G_ACTION_GROUP (window), action + strlen ("win."));
      else if (g_str_has_prefix (action, "draft."))
        found = g_action_group_has_action (proviso_draft_pane_get_action_group (draft),
                                           action + strlen ("draft."));
      else
        found = g_str_equal (action, "window.close");
      if (!found)
        g_error ("no action is called %s", action);
      for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
        {
          g_auto (GStrv) actions =
              gtk_application_get_actions_for_accel (GTK_APPLICATION (application), shortcuts[i].accels[j]);

          g_assert_cmpuint (g_strv_length (actions), ==, 1);
        }
    }
}

#define ADD(name, function) g_test_add ("/shortcuts/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  begin_tests (&argc, &argv);

  ADD ("shortcuts", test_shortcuts);
  ADD ("shortcut-keys", test_shortcut_keys);

  return run_tests ();
}
