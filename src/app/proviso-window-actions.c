/* proviso-window-actions.c: what a window can be told to do: "win.save" and the like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-window-actions.h"

#include "app/proviso-open-flow.h"
#include "app/proviso-recent.h"
#include "app/proviso-save-flow.h"

/* What makes sense only where a project is shown. */
static const char *const project_actions[] = { "save", "save-as", "find", "replace", "show-panel", "show-readiness",
                                              "review", "switch-side", "next-change", "previous-change",
                                              "caveat-reply", "caveat-address", "caveat-accept", "caveat-dismiss",
                                              "caveat-confirm", "caveat-reopen", "caveat-apply-suggestion",
                                              "claim-check" };

static ProvisoApplication *
get_application (ProvisoWindow *self)
{
  return PROVISO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
new_project_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  if (!proviso_window_is_empty (self))
    self = proviso_window_new (get_application (self));
  proviso_window_start_project (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_open_flow_choose_projects (user_data);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_open_flow_choose_text (user_data);
}

static void
open_file_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  proviso_application_open_file (get_application (self), file, GTK_WINDOW (self));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_window_pop_up_recent (user_data);
}

static void
open_example_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  proviso_application_open_example (get_application (self), GTK_WINDOW (self));
}

static void
take_tour_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  if (proviso_window_take_tour (self))
    return;
  self = proviso_window_new (get_application (self));
  proviso_window_take_tour (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
save_flow_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ProvisoWindow) self = user_data;

  if (proviso_save_flow_finish (result))
    proviso_recent_add_soon (proviso_window_get_document (self));
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  proviso_save_flow_async (GTK_WINDOW (self), proviso_window_get_document (self), FALSE, save_flow_cb, g_object_ref (self));
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoWindow *self = user_data;

  proviso_save_flow_async (GTK_WINDOW (self), proviso_window_get_document (self), TRUE, save_flow_cb, g_object_ref (self));
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_workspace_find (proviso_window_get_workspace (user_data));
}

static void
switch_side_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_workspace_switch_side (proviso_window_get_workspace (user_data));
}

static void
replace_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (user_data, "draft.replace", NULL);
}

static void
show_panel_action (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  proviso_workspace_set_panel_shown (proviso_window_get_workspace (user_data), g_variant_get_boolean (state));
}

static void
review_action (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  proviso_workspace_set_reviewing (proviso_window_get_workspace (user_data), g_variant_get_boolean (state));
}

static void
show_readiness_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_workspace_show_readiness (proviso_window_get_workspace (user_data));
}

static void
show_changes_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_window_show_changes (user_data);
}

static void
next_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_window_step_change (user_data, 1);
}

static void
previous_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_window_step_change (user_data, -1);
}

/* For the keys of a review: unlike the actions of buttons, these are there also where the step cannot be taken,
 * and then say why. The step is what follows the first hyphen. */
static void
review_step_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *step = strchr (g_action_get_name (G_ACTION (action)), '-') + 1;

  proviso_workspace_take_review_step (proviso_window_get_workspace (user_data), step);
}

static void
main_menu_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_window_pop_up_menu (user_data);
}

static const GActionEntry action_entries[] = {
  { .name = "new-project", .activate = new_project_action },
  { .name = "open", .activate = open_action },
  { .name = "open-file", .activate = open_file_action, .parameter_type = "s" },
  { .name = "open-recent", .activate = open_recent_action },
  { .name = "open-example", .activate = open_example_action },
  { .name = "take-tour", .activate = take_tour_action },
  { .name = "import", .activate = import_action },
  { .name = "save", .activate = save_action },
  { .name = "save-as", .activate = save_as_action },
  { .name = "find", .activate = find_action },
  { .name = "replace", .activate = replace_action },
  { .name = "show-panel", .state = "false", .change_state = show_panel_action },
  { .name = "review", .state = "false", .change_state = review_action },
  { .name = "show-readiness", .activate = show_readiness_action },
  { .name = "switch-side", .activate = switch_side_action },
  { .name = "show-changes", .activate = show_changes_action },
  { .name = "next-change", .activate = next_change_action },
  { .name = "previous-change", .activate = previous_change_action },
  { .name = "caveat-reply", .activate = review_step_action },
  { .name = "caveat-address", .activate = review_step_action },
  { .name = "caveat-accept", .activate = review_step_action },
  { .name = "caveat-dismiss", .activate = review_step_action },
  { .name = "caveat-confirm", .activate = review_step_action },
  { .name = "caveat-reopen", .activate = review_step_action },
  { .name = "caveat-apply-suggestion", .activate = review_step_action },
  { .name = "claim-check", .activate = review_step_action },
  { .name = "main-menu", .activate = main_menu_action },
};

static GSimpleAction *
get_action (ProvisoWindow *window, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), name));
}

void
proviso_window_actions_install (ProvisoWindow *window)
{
  g_return_if_fail (PROVISO_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), action_entries, G_N_ELEMENTS (action_entries), window);
  proviso_window_actions_set_enabled (window, FALSE);
  proviso_window_actions_set_has_changes (window, FALSE);
}

void
proviso_window_actions_set_enabled (ProvisoWindow *window, gboolean enabled)
{
  g_return_if_fail (PROVISO_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (project_actions); i++)
    g_simple_action_set_enabled (get_action (window, project_actions[i]), enabled);
}

void
proviso_window_actions_set_reviewing (ProvisoWindow *window, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_WINDOW (window));

  g_simple_action_set_state (get_action (window, "review"), g_variant_new_boolean (reviewing));
}

void
proviso_window_actions_set_panel_shown (ProvisoWindow *window, gboolean shown)
{
  g_return_if_fail (PROVISO_IS_WINDOW (window));

  g_simple_action_set_state (get_action (window, "show-panel"), g_variant_new_boolean (shown));
}

void
proviso_window_actions_set_has_changes (ProvisoWindow *window, gboolean has_changes)
{
  g_return_if_fail (PROVISO_IS_WINDOW (window));

  g_simple_action_set_enabled (get_action (window, "show-changes"), has_changes);
}
