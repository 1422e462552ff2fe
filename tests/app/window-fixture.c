/* window-fixture.c: the program with its windows, for tests of what a person does in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include "app/proviso-notice.h"
#include "core/proviso-identity.h"
#include "panel/find.h"
#include "panel/proviso-panel.h"

#include <glib/gstdio.h>

ProvisoApplication *application;

void
begin_tests (int *argc, char ***argv)
{
  g_autoptr (GSettings) settings = NULL;

  g_test_init (argc, argv, NULL);

  /* libspelling leaks a little where a text goes away before it was looked at; spelling has its own tests. */
  settings = g_settings_new ("io.github.proviso_editor.Proviso");
  g_settings_set_boolean (settings, "check-spelling", FALSE);

  application = proviso_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

int
run_tests (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  return status;
}

GFile *
create_file (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  static guint n_persons;
  g_autofree char *person = g_strdup_printf ("Person %u", ++n_persons);

  proviso_identity_set_name (person);
  fixture->folder = g_dir_make_tmp ("proviso-window-XXXXXX", NULL);
  fixture->file = create_file (fixture, "frontier.proviso", PROJECT);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  for (GList *l = windows; l != NULL; l = l->next)
    if (PROVISO_IS_WINDOW (l->data))
      proviso_window_close_now (l->data);
  WAIT_UNTIL (count_windows () == 0);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

ProvisoWindow *
get_window (void)
{
  return PROVISO_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);
}

ProvisoProject *
get_project (ProvisoWindow *window)
{
  return proviso_document_get_project (proviso_window_get_document (window));
}

char *
dup_draft (ProvisoWindow *window)
{
  return proviso_text_dup (proviso_project_get_text (get_project (window)));
}

void
type (ProvisoWindow *window, const char *text)
{
  proviso_text_replace (proviso_project_get_text (get_project (window)), 0, 0, text);
}

gboolean
is_saved (ProvisoWindow *window)
{
  return proviso_document_get_state (proviso_window_get_document (window)) == PROVISO_DOCUMENT_STATE_SAVED;
}

/* The window is painted before its project is in it, and the draft before the panel. */
gboolean
shows_project (ProvisoWindow *window)
{
  return can_activate (window, "save") && find_child (GTK_WIDGET (window), PROVISO_TYPE_PANEL) != NULL;
}

ProvisoWindow *
open_project (Fixture *fixture)
{
  proviso_application_open_file (application, fixture->file, NULL);
  WAIT_UNTIL (is_saved (get_window ()) && shows_project (get_window ()));
  return get_window ();
}

void
close_window (ProvisoWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

void
activate (ProvisoWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

gboolean
can_activate (ProvisoWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

GtkWidget *
find_action_button (GtkWidget *parent, const char *action)
{
  g_autoptr (GPtrArray) buttons = find_children (parent, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]) &&
        g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), action) == 0)
      return buttons->pdata[i];
  return NULL;
}

AdwDialog *
get_dialog (ProvisoWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

void
respond (ProvisoWindow *window, const char *response)
{
  AdwDialog *dialog;
  const char *label;

  WAIT_UNTIL (get_dialog (window) != NULL);
  dialog = get_dialog (window);
  label = adw_alert_dialog_get_response_label (ADW_ALERT_DIALOG (dialog), response);
  WAIT_UNTIL (find_labelled (GTK_WIDGET (dialog), label) != NULL);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (dialog), label), "clicked");
}

const char *
get_notice (ProvisoWindow *window)
{
  return proviso_notice_get_text (find_child (GTK_WIDGET (window), PROVISO_TYPE_NOTICE));
}

gboolean
shows_label (GtkWidget *parent, const char *text)
{
  g_autoptr (GPtrArray) labels = find_children (parent, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return TRUE;
  return FALSE;
}

/* The overlay's own child is what comes first in it. */
GtkWidget *
find_toast (ProvisoWindow *window, const char *title)
{
  GtkWidget *overlay = find_child (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY);

  for (GtkWidget *child = gtk_widget_get_last_child (overlay);
       child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));
       child = gtk_widget_get_prev_sibling (child))
    if (shows_label (child, title))
      return child;
  return NULL;
}

gboolean
shows_toast (ProvisoWindow *window, const char *title)
{
  return find_toast (window, title) != NULL;
}

gboolean
is_clear_of (GtkWidget *toast, GtkWidget *bar)
{
  graphene_rect_t bounds, bar_bounds;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (bar));

  return gtk_widget_get_mapped (toast) && gtk_widget_get_mapped (bar) && gtk_widget_get_height (toast) > 0 &&
         gtk_widget_compute_bounds (toast, window, &bounds) &&
         gtk_widget_compute_bounds (bar, window, &bar_bounds) &&
         bounds.origin.y + bounds.size.height <= bar_bounds.origin.y;
}
