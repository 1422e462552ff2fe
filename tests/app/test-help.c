/* test-help.c: the help names what the program has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "wait-until.h"

#include "app/proviso-help-dialog.h"
#include "app/proviso-shortcuts.h"
#include "panel/find.h"

/* All that the help says, page after page. */
static char *
read_help (AdwDialog *dialog)
{
  AdwNavigationView *view = find_child (GTK_WIDGET (dialog), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *contents = adw_navigation_view_get_visible_page (view);
  g_autoptr (GPtrArray) rows = find_children (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) labels = NULL;

      g_signal_emit_by_name (rows->pdata[i], "activated");
      if (adw_navigation_view_get_visible_page (view) == contents)
        continue;
      labels = find_children (GTK_WIDGET (adw_navigation_view_get_visible_page (view)), GTK_TYPE_LABEL);
      for (guint j = 0; j < labels->len; j++)
        g_string_append_printf (text, "%s\n", gtk_label_get_text (labels->pdata[j]));
      adw_navigation_view_pop (view);
      WAIT_UNTIL (adw_navigation_view_get_visible_page (view) == contents);
    }

  return g_string_free_and_steal (text);
}

/* Whether it is named in full, or in the sentence that says once what is held down with all of its keys. */
static gboolean
names_key (const char *help, const char *accel)
{
  g_autofree char *key_name = NULL;
  g_autofree char *in_full = NULL;
  g_autofree char *in_sentence = NULL;
  GdkModifierType modifiers;
  guint key;

  g_assert_true (gtk_accelerator_parse (accel, &key, &modifiers));
  key_name = gtk_accelerator_get_label (key, 0);
  in_full = g_strdup_printf ("\\b%s%s%s\\b", modifiers & GDK_CONTROL_MASK ? "Ctrl\\+" : "",
                             modifiers & GDK_SHIFT_MASK ? "Shift\\+" : "", key_name);
  if (g_regex_match_simple (in_full, help, 0, 0))
    return TRUE;
  if (modifiers != (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return FALSE;

  in_sentence = g_strdup_printf ("Ctrl\\+Shift with [^.]*\\b%s [a-z]+s\\b", key_name);
  return g_regex_match_simple (in_sentence, help, 0, 0);
}

static void
test_review_keys (void)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = proviso_help_dialog_new ();
  g_autofree char *help = NULL;
  guint n_shortcuts;
  const ProvisoShortcut *shortcuts = proviso_shortcuts_get (&n_shortcuts);

  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  help = read_help (dialog);

  g_assert_false (names_key (help, "<Control><Shift>q"));
  for (guint i = 0; i < n_shortcuts; i++)
    if (shortcuts[i].group == PROVISO_SHORTCUT_GROUP_REVIEW && !names_key (help, shortcuts[i].accels[0]))
      g_error ("the help does not name %s: %s", shortcuts[i].accels[0], shortcuts[i].title);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/help/review-keys", test_review_keys);

  return g_test_run ();
}
