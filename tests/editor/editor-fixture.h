/* editor-fixture.h: a draft pane in a window, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/proviso-plain-text.h"
#include "editor/proviso-draft-pane.h"

typedef struct
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  GtkWidget *window;
  ProvisoDraftPane *pane;
  ProvisoDraftView *view;
  char *message; /* the last one */
} Fixture;

G_GNUC_UNUSED static void
fixture_wait (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Turns the main loop until `condition` holds; fails the test after ten seconds. */
#define fixture_wait_for(condition)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gint64 deadline_ = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;                                    \
    while (!(condition) && g_get_monotonic_time () < deadline_)                                              \
      if (!g_main_context_iteration (NULL, FALSE))                                                           \
        g_usleep (1000);                                                                                     \
    g_assert_true (condition);                                                                               \
  }                                                                                                          \
  G_STMT_END

G_GNUC_UNUSED static void
fixture_on_message (Fixture *fixture, const char *message)
{
  g_set_str (&fixture->message, message);
}

G_GNUC_UNUSED static void
fixture_set_up (Fixture *fixture, gconstpointer draft)
{
  g_autoptr (ProvisoPlainText) text = proviso_plain_text_new (draft);

  fixture->project = proviso_project_new ();
  fixture->selection = proviso_selection_new ();
  proviso_project_set_text (fixture->project, PROVISO_TEXT (text));
  proviso_project_loaded (fixture->project);

  fixture->pane = PROVISO_DRAFT_PANE (proviso_draft_pane_new ());
  fixture->view = proviso_draft_pane_get_view (fixture->pane);
  g_signal_connect_swapped (fixture->pane, "message", G_CALLBACK (fixture_on_message), fixture);
  proviso_draft_pane_set_project (fixture->pane, fixture->project, fixture->selection);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_wait_for (gtk_window_is_active (GTK_WINDOW (fixture->window)) &&
                    gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0 &&
                    !proviso_draft_pane_get_loading (fixture->pane));
}

G_GNUC_UNUSED static void
fixture_tear_down (Fixture *fixture, gconstpointer draft)
{
  ProvisoDraftPane *pane = fixture->pane;

  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_wait_for (pane == NULL);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->project);
  g_clear_pointer (&fixture->message, g_free);
}

G_GNUC_UNUSED static char *
fixture_dup_text (Fixture *fixture)
{
  return proviso_text_dup (proviso_project_get_text (fixture->project));
}

#define fixture_assert_text(fixture, expected)                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *text_ = fixture_dup_text (fixture);                                                     \
    g_assert_cmpstr (text_, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

/* The offset of `words` in the draft. */
G_GNUC_UNUSED static guint
fixture_find (Fixture *fixture, const char *words)
{
  g_autofree char *text = fixture_dup_text (fixture);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return g_utf8_pointer_to_offset (text, found);
}

G_GNUC_UNUSED static ProvisoBuffer *
fixture_get_buffer (Fixture *fixture)
{
  return PROVISO_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)));
}

G_GNUC_UNUSED static void
fixture_select (Fixture *fixture, const char *words)
{
  guint start = fixture_find (fixture, words);

  proviso_buffer_select (fixture_get_buffer (fixture), start, start + g_utf8_strlen (words, -1));
}

/* Puts the cursor in front of `words`. */
G_GNUC_UNUSED static void
fixture_place (Fixture *fixture, const char *words)
{
  guint start = fixture_find (fixture, words);

  proviso_buffer_select (fixture_get_buffer (fixture), start, start);
}

G_GNUC_UNUSED static ProvisoClaim *
fixture_claim (Fixture *fixture, const char *words)
{
  guint start = fixture_find (fixture, words);

  return proviso_project_add_claim (fixture->project, start, start + g_utf8_strlen (words, -1));
}

G_GNUC_UNUSED static void
fixture_activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (proviso_draft_pane_get_action_group (fixture->pane), action, parameter);
}

/* Presses keys, as a person would: "Return", "ctrl+z". */
G_GNUC_UNUSED static void
fixture_press (const char *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autofree char *command = g_strdup_printf ("xdotool key --clearmodifiers %s", keys);

  arguments = g_strsplit (command, " ", -1);
  xdotool = g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait (xdotool, NULL, &error);
  g_assert_no_error (error);
  fixture_wait (60);
}
