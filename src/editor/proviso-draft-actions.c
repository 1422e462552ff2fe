/* proviso-draft-actions.c: the actions of a draft pane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "editor/proviso-draft-actions.h"

#include "editor/proviso-draft-claims.h"
#include "editor/proviso-draft-format.h"

#define ZOOM_STEP 1.1

/* Wraps a function of the view as an action's handler. */
#define ON_VIEW(name, call)                                                                                  \
  static void name (GSimpleAction *action, GVariant *parameter, gpointer pane)                               \
  {                                                                                                          \
    ProvisoDraftView *view = proviso_draft_pane_get_view (pane);                                             \
                                                                                                             \
    call;                                                                                                    \
  }

ON_VIEW (bold, proviso_draft_format_toggle_style (view, PROVISO_FORMAT_BOLD))
ON_VIEW (italic, proviso_draft_format_toggle_style (view, PROVISO_FORMAT_ITALIC))
ON_VIEW (code, proviso_draft_format_toggle_style (view, PROVISO_FORMAT_CODE))
ON_VIEW (strikethrough, proviso_draft_format_toggle_style (view, PROVISO_FORMAT_STRIKETHROUGH))
ON_VIEW (insert_link, proviso_draft_format_insert_link (view))
ON_VIEW (quote, proviso_draft_format_toggle_quote (view))
ON_VIEW (bullet_list, proviso_draft_format_toggle_bullet_list (view))
ON_VIEW (numbered_list, proviso_draft_format_toggle_numbered_list (view))
ON_VIEW (heading, proviso_draft_format_set_heading (view, CLAMP (g_variant_get_int32 (parameter), 0, 6)))
ON_VIEW (indent, proviso_draft_format_indent (view))
ON_VIEW (outdent, proviso_draft_format_outdent (view))
ON_VIEW (zoom_in,
         proviso_draft_view_set_font_scale (view, proviso_draft_view_get_font_scale (view) * ZOOM_STEP))
ON_VIEW (zoom_out,
         proviso_draft_view_set_font_scale (view, proviso_draft_view_get_font_scale (view) / ZOOM_STEP))
ON_VIEW (zoom_reset, proviso_draft_view_set_font_scale (view, 1.0))
ON_VIEW (new_claim, proviso_draft_claims_new_claim (view))
ON_VIEW (flag_caveat, proviso_draft_claims_flag_caveat (view))
ON_VIEW (add_passage, proviso_draft_claims_add_passage (view))
ON_VIEW (next_caveat, proviso_draft_claims_next_caveat (view, TRUE))
ON_VIEW (previous_caveat, proviso_draft_claims_next_caveat (view, FALSE))
ON_VIEW (next_mention, proviso_draft_claims_next_mention (view, TRUE))
ON_VIEW (previous_mention, proviso_draft_claims_next_mention (view, FALSE))
ON_VIEW (show_in_panel, proviso_draft_claims_show_in_panel (view))

static void
go_to_heading (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  ProvisoDraftView *view = proviso_draft_pane_get_view (pane);

  if (proviso_draft_view_get_project (view) == NULL)
    return;

  proviso_draft_view_go_to (view, g_variant_get_uint32 (parameter));
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
show_outline (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  proviso_statistics_bar_show_outline (proviso_draft_pane_get_statistics_bar (pane));
}

static void
find (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  proviso_draft_pane_open_search (pane, FALSE);
}

static void
find_and_replace (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  proviso_draft_pane_open_search (pane, TRUE);
}

static void
hide_search (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  proviso_draft_pane_close_search (pane);
}

static void
find_next (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  ProvisoSearchBar *bar = proviso_draft_pane_get_search_bar (pane);

  if (proviso_search_bar_is_open (bar))
    proviso_search_bar_next (bar);
  else
    proviso_draft_pane_open_search (pane, FALSE);
}

static void
find_previous (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  ProvisoSearchBar *bar = proviso_draft_pane_get_search_bar (pane);

  if (proviso_search_bar_is_open (bar))
    proviso_search_bar_previous (bar);
  else
    proviso_draft_pane_open_search (pane, FALSE);
}

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  proviso_draft_view_undo (proviso_draft_pane_get_view (pane));
}

static void
redo (GSimpleAction *action, GVariant *parameter, gpointer pane)
{
  proviso_draft_view_redo (proviso_draft_pane_get_view (pane));
}

static const GActionEntry entries[] = {
  { "bold", bold, NULL, NULL, NULL, { 0 } },
  { "italic", italic, NULL, NULL, NULL, { 0 } },
  { "code", code, NULL, NULL, NULL, { 0 } },
  { "strikethrough", strikethrough, NULL, NULL, NULL, { 0 } },
  { "link", insert_link, NULL, NULL, NULL, { 0 } },
  { "quote", quote, NULL, NULL, NULL, { 0 } },
  { "bullet-list", bullet_list, NULL, NULL, NULL, { 0 } },
  { "numbered-list", numbered_list, NULL, NULL, NULL, { 0 } },
  { "heading", heading, "i", NULL, NULL, { 0 } },
  { "indent", indent, NULL, NULL, NULL, { 0 } },
  { "outdent", outdent, NULL, NULL, NULL, { 0 } },
  { "zoom-in", zoom_in, NULL, NULL, NULL, { 0 } },
  { "zoom-out", zoom_out, NULL, NULL, NULL, { 0 } },
  { "zoom-reset", zoom_reset, NULL, NULL, NULL, { 0 } },
  { "new-claim", new_claim, NULL, NULL, NULL, { 0 } },
  { "flag-caveat", flag_caveat, NULL, NULL, NULL, { 0 } },
  { "add-passage", add_passage, NULL, NULL, NULL, { 0 } },
  { "next-caveat", next_caveat, NULL, NULL, NULL, { 0 } },
  { "previous-caveat", previous_caveat, NULL, NULL, NULL, { 0 } },
  { "next-mention", next_mention, NULL, NULL, NULL, { 0 } },
  { "previous-mention", previous_mention, NULL, NULL, NULL, { 0 } },
  { "show-in-panel", show_in_panel, NULL, NULL, NULL, { 0 } },
  { "go-to-heading", go_to_heading, "u", NULL, NULL, { 0 } },
  { "show-outline", show_outline, NULL, NULL, NULL, { 0 } },
  { "find", find, NULL, NULL, NULL, { 0 } },
  { "replace", find_and_replace, NULL, NULL, NULL, { 0 } },
  { "find-next", find_next, NULL, NULL, NULL, { 0 } },
  { "find-previous", find_previous, NULL, NULL, NULL, { 0 } },
  { "hide-search", hide_search, NULL, NULL, NULL, { 0 } },
  { "undo", undo, NULL, NULL, NULL, { 0 } },
  { "redo", redo, NULL, NULL, NULL, { 0 } },
};

/* The bindings end with the history, the actions or a new history, whichever is first. */
static void
on_project_changed (ProvisoDraftPane *pane, GParamSpec *pspec, GActionMap *group)
{
  static const char *const names[][2] = { { "undo", "can-undo" }, { "redo", "can-redo" } };
  ProvisoProject *project = proviso_draft_pane_get_project (pane);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (group, names[i][0]);
      GBinding *binding = g_object_get_data (G_OBJECT (action), "binding");

      if (binding)
        g_binding_unbind (binding);
      binding = project ? g_object_bind_property (proviso_project_get_history (project), names[i][1], action,
                                                  "enabled", G_BINDING_SYNC_CREATE)
                        : NULL;
      g_object_set_data_full (G_OBJECT (action), "binding", binding ? g_object_ref (binding) : NULL,
                              g_object_unref);
      if (project == NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
    }
}

static void
add_toggle (GActionMap *group, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, object, property);

  g_action_map_add_action (group, G_ACTION (action));
}

GActionGroup *
proviso_draft_actions_new (ProvisoDraftPane *pane)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  ProvisoDraftView *view = proviso_draft_pane_get_view (pane);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), pane);
  add_toggle (G_ACTION_MAP (group), view, "check-spelling");
  add_toggle (G_ACTION_MAP (group), proviso_draft_view_get_reading_aids (view), "coverage");
  add_toggle (G_ACTION_MAP (group), proviso_draft_view_get_reading_aids (view), "only-open-caveats");
  g_signal_connect_object (pane, "notify::project", G_CALLBACK (on_project_changed), group,
                           G_CONNECT_DEFAULT);
  on_project_changed (pane, NULL, G_ACTION_MAP (group));
  return G_ACTION_GROUP (group);
}
