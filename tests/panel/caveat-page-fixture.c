/* caveat-page-fixture.c: the page of a caveat, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/caveat-page-fixture.h"

#include "panel/find.h"
#include "panel/proviso-caveat-page.h"

void
set_up (Fixture *fixture, gconstpointer data)
{
  Sample *sample = sample_new (360, 700);

  fixture->sample = sample;
  fixture->page = GTK_WIDGET (proviso_caveat_page_new (sample->project, sample->selection, sample->caveat));
  sample_push (sample, ADW_NAVIGATION_PAGE (fixture->page));
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  sample_free (fixture->sample);
}

void
undo (Fixture *fixture)
{
  proviso_history_undo (proviso_project_get_history (fixture->sample->project));
}

void
toast_cb (AdwNavigationPage *page, const char *title, gboolean can_undo, Toast *toast)
{
  g_free (toast->title);
  toast->title = g_strdup (title);
  toast->can_undo = can_undo;
}

void
perform (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  sample_settle ();
}

void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_labelled (fixture->page, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  sample_settle ();
}

gboolean
is_shown (GtkWidget *page, GType type, const char *title)
{
  GtkWidget *row = find_row (page, type, title);

  return row != NULL && gtk_widget_get_mapped (row);
}
