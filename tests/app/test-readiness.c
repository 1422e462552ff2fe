/* test-readiness.c: what the window says of how near its project is to publication.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-readiness-control.h"
#include "app/proviso-window-title.h"
#include "panel/find.h"

typedef struct
{
  ProvisoProject *project;
  ProvisoClaim *claim;
  GtkWidget *window;
  ProvisoReadinessControl *control;
} Fixture;

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* One claim without a source, and the window's control that has not begun. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = proviso_project_new ();
  proviso_text_replace (proviso_project_get_text (fixture->project), 0, 0, "One two three.\n");
  proviso_project_loaded (fixture->project);
  fixture->claim = proviso_project_add_claim (fixture->project, 4, 7);
  proviso_project_set (fixture->project, fixture->claim, "status", PROVISO_CLAIM_STATUS_STATED, NULL);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  fixture->control = proviso_readiness_control_new (fixture->window);
  proviso_readiness_control_set_project (fixture->control, fixture->project);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->control);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_finalize_object (fixture->window);
  g_assert_finalize_object (fixture->project);
}

static void
set_status (Fixture *fixture, ProvisoClaimStatus status)
{
  proviso_project_set (fixture->project, fixture->claim, "status", status, NULL);
  drain ();
}

/* Nothing is looked at until it is told that there is time. */
static void
test_begin (Fixture *fixture, gconstpointer data)
{
  drain ();
  g_assert_null (proviso_readiness_control_get_note (fixture->control));
  g_assert_null (proviso_readiness_control_get_readiness (fixture->control));
  proviso_readiness_control_begin (fixture->control);
  g_assert_null (proviso_readiness_control_get_note (fixture->control));
  drain ();
  g_assert_cmpstr (proviso_readiness_control_get_note (fixture->control), ==, "1 to go");

  proviso_readiness_control_set_project (fixture->control, NULL);
  g_assert_null (proviso_readiness_control_get_note (fixture->control));
}

/* Told when it becomes so, not where it was so from the start, and each time again. */
static void
test_announcement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ProvisoReadinessControl) other = NULL;

  proviso_readiness_control_begin (fixture->control);
  drain ();
  g_assert_null (proviso_readiness_control_get_announced (fixture->control));
  set_status (fixture, PROVISO_CLAIM_STATUS_ANALYSIS);
  g_assert_cmpstr (proviso_readiness_control_get_note (fixture->control), ==, "Ready");
  g_assert_cmpstr (proviso_readiness_control_get_announced (fixture->control), ==, "The article is ready to publish");

  other = proviso_readiness_control_new (fixture->window);
  proviso_readiness_control_set_project (other, fixture->project);
  proviso_readiness_control_begin (other);
  drain ();
  g_assert_cmpstr (proviso_readiness_control_get_note (other), ==, "Ready");
  g_assert_null (proviso_readiness_control_get_announced (other));
}

/* The button is there where there is something to tell, and is called by it. */
static void
test_title (void)
{
  g_autoptr (GtkWidget) title = g_object_ref_sink (g_object_new (PROVISO_TYPE_WINDOW_TITLE, NULL));
  ProvisoWindowTitle *self = PROVISO_WINDOW_TITLE (title);
  GtkWidget *button = find_child (title, GTK_TYPE_BUTTON);
  int with, without;

  proviso_window_title_set_title (self, "Two labs");
  proviso_window_title_set_subtitle (self, "frontier.proviso");
  g_assert_false (gtk_widget_get_visible (button));
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &without, NULL, NULL);
  proviso_window_title_set_readiness (self, PROVISO_READINESS_TO_GO, "3 to go");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_get_focusable (button));
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Readiness: 3 to go");
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &with, NULL, NULL);
  g_assert_cmpint (with, >, without);

  proviso_window_title_set_readiness (self, PROVISO_READINESS_READY, "Ready");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Readiness: Ready");
  proviso_window_title_set_readiness (self, PROVISO_READINESS_UNKNOWN, NULL);
  g_assert_false (gtk_widget_get_visible (button));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/readiness/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("begin", test_begin);
  ADD ("announcement", test_announcement);
#undef ADD
  g_test_add_func ("/readiness/title", test_title);

  return g_test_run ();
}
