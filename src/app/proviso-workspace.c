/* proviso-workspace.c: the draft and the panel of one project, side by side or in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/proviso-workspace.h"

#include "app/proviso-after-paint.h"
#include "app/proviso-draft-settings.h"
#include "app/proviso-scroll-hold.h"
#include "editor/proviso-buffer.h"
#include "editor/proviso-draft-pane.h"
#include "panel/proviso-panel.h"

struct _ProvisoWorkspace
{
  AdwBin parent_instance;

  AdwToolbarView *toolbar_view;
  AdwOverlaySplitView *split_view;
  ProvisoDraftPane *draft;
  AdwBin *panel_bin;
  ProvisoPanel *panel; /* %NULL until the first draft is painted */
  ProvisoChanges *changes_waiting; /* for the panel */
  AdwToggleGroup *side_group;

  GSettings *settings;
  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoViewState *view_state; /* what the project was to come up as; nullable */
  ProvisoDraftSettings *draft_settings;
  ProvisoScrollHold *scroll_hold;
  ProvisoReadiness *readiness; /* %NULL until it is looked for */
  ProvisoBuffer *warm_buffer; /* keeps the language's tables, which GtkSourceView forgets with their last buffer */
  gboolean collapsed;
  gboolean narrow;
  gboolean panel_wanted;
  gboolean reviewing;
  gboolean restoring;
  gboolean draft_waits; /* for all of it, to be shown as in the view state */
};

enum
{
  PROP_0,
  PROP_COLLAPSED,
  PROP_NARROW,
  PROP_PANEL_WANTED,
  PROP_PANEL_SHOWN,
  PROP_REVIEWING,
  N_PROPS,
};

enum
{
  SIGNAL_TOAST,
  SIGNAL_CHANGES_CLOSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoWorkspace, proviso_workspace, ADW_TYPE_BIN)

static void
panel_toast_cb (ProvisoWorkspace *self, const char *title, gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, title, undo);
}

static void
panel_changes_closed_cb (ProvisoWorkspace *self, gboolean seen)
{
  g_signal_emit (self, signals[SIGNAL_CHANGES_CLOSED], 0, seen);
}

static void
draft_message_cb (ProvisoWorkspace *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text, FALSE);
}

/* Without the focus it is only a click into a passage, which must not cover the text. */
static void
show_in_panel_cb (ProvisoWorkspace *self, ProvisoRecord *record, gboolean focus)
{
  if (focus)
    proviso_workspace_set_panel_shown (self, TRUE);
}

/* What undo did is to be seen; to the draft, its cursor goes. */
static void
replayed_cb (ProvisoSelection *selection, ProvisoRecord *root)
{
  proviso_selection_show_in_panel (selection, root, FALSE);
}

/* Where the panel covers it, or slides over it. */
static void
bring_draft_to_front (ProvisoWorkspace *self)
{
  if (self->collapsed)
    proviso_workspace_set_panel_shown (self, FALSE);
}

static void
set_panel_wanted (ProvisoWorkspace *self, gboolean wanted)
{
  if (self->panel_wanted == wanted)
    return;
  self->panel_wanted = wanted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_WANTED]);
  /* A new project comes up as the person had it last, not as an old one did. */
  if (!self->restoring)
    g_settings_set_boolean (self->settings, "show-panel", wanted);
  if (!self->collapsed)
    adw_overlay_split_view_set_show_sidebar (self->split_view, wanted);
}

static void
set_collapsed (ProvisoWorkspace *self, gboolean collapsed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean draft_has_focus, panel_has_focus;

  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  /* The draft comes first where only one fits; back in the wide window all is as it was. A side bar that is not
   * pinned goes at once; sliding away over the draft, it would keep the focus from it. */
  draft_has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->draft));
  /* Whoever works in the panel goes on there. */
  panel_has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel_bin));
  adw_overlay_split_view_set_pin_sidebar (self->split_view, !collapsed);
  adw_overlay_split_view_set_collapsed (self->split_view, collapsed);
  adw_overlay_split_view_set_pin_sidebar (self->split_view, TRUE);
  if (!collapsed || panel_has_focus)
    adw_overlay_split_view_set_show_sidebar (self->split_view, panel_has_focus || self->panel_wanted);
  if (draft_has_focus || panel_has_focus)
    gtk_widget_grab_focus (focus);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

static void
set_narrow (ProvisoWorkspace *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  /* In units of the text's size: where the text is large, a least width would be more than the window's. */
  adw_overlay_split_view_set_min_sidebar_width (self->split_view, narrow ? 0 : 340);
  adw_overlay_split_view_set_max_sidebar_width (self->split_view, narrow ? 10000 : 420);
  adw_overlay_split_view_set_sidebar_width_fraction (self->split_view, narrow ? 1 : 0.34);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
show_sidebar_changed_cb (ProvisoWorkspace *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->split_view);

  adw_toggle_group_set_active_name (self->side_group, shown ? "panel" : "draft");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_SHOWN]);
  if (!self->collapsed)
    set_panel_wanted (self, shown);
}

static void
side_changed_cb (ProvisoWorkspace *self)
{
  proviso_workspace_set_panel_shown (
    self, g_strcmp0 (adw_toggle_group_get_active_name (self->side_group), "panel") == 0);
}

static void
restore_panel (ProvisoWorkspace *self)
{
  const char *list = self->view_state != NULL ? proviso_view_state_get_panel_list (self->view_state) : NULL;

  if (list != NULL)
    proviso_panel_show_list (self->panel, list);
}

static void
restore_cursor (ProvisoWorkspace *self, ProvisoViewState *state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (proviso_draft_pane_get_view (self->draft)));
  guint offset = proviso_view_state_get_cursor (state);
  GtkTextIter iter;

  /* Past the end, of a draft that is shorter by now, is the end. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) MIN (offset, G_MAXINT));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
restore_draft (ProvisoWorkspace *self, ProvisoViewState *state)
{
  GtkTextView *view = GTK_TEXT_VIEW (proviso_draft_pane_get_view (self->draft));

  restore_cursor (self, state);
  g_clear_object (&self->scroll_hold);
  self->scroll_hold = proviso_scroll_hold_new (view, proviso_view_state_get_top (state));
}

static void
draft_loading_changed_cb (ProvisoWorkspace *self)
{
  if (self->draft_waits && !proviso_draft_pane_get_loading (self->draft))
    {
      self->draft_waits = FALSE;
      restore_draft (self, self->view_state);
    }
}

/* The draft is what the person waits for: the panel comes a moment later. */
static void
create_panel_cb (GtkWidget *widget)
{
  ProvisoWorkspace *self = PROVISO_WORKSPACE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  ProvisoReviewActions *review_actions;

  self->panel = PROVISO_PANEL (proviso_panel_new ());
  g_signal_connect_object (self->panel, "toast", G_CALLBACK (panel_toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "changes-closed", G_CALLBACK (panel_changes_closed_cb), self, G_CONNECT_SWAPPED);
  proviso_panel_set_reviewing (self->panel, self->reviewing);
  proviso_panel_set_project (self->panel, self->project, self->selection);
  restore_panel (self);
  proviso_panel_set_readiness (self->panel, self->readiness);
  if (self->changes_waiting != NULL)
    proviso_panel_show_changes (self->panel, self->changes_waiting);
  g_clear_object (&self->changes_waiting);
  adw_bin_set_child (self->panel_bin, GTK_WIDGET (self->panel));
  gtk_widget_insert_action_group (GTK_WIDGET (root), "panel", proviso_panel_get_action_group (self->panel));
  review_actions = proviso_panel_get_review_actions (self->panel);
  gtk_widget_insert_action_group (GTK_WIDGET (root), "caveat",
                                  proviso_review_actions_get_caveat_group (review_actions));
  gtk_widget_insert_action_group (GTK_WIDGET (root), "claim", proviso_review_actions_get_claim_group (review_actions));
}

static void
proviso_workspace_root (GtkWidget *widget)
{
  ProvisoWorkspace *self = PROVISO_WORKSPACE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (proviso_workspace_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (root), "draft", proviso_draft_pane_get_action_group (self->draft));
  proviso_after_paint (widget, create_panel_cb);
}

static void
proviso_workspace_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoWorkspace *self = PROVISO_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_PANEL_WANTED:
      g_value_set_boolean (value, self->panel_wanted);
      break;
    case PROP_PANEL_SHOWN:
      g_value_set_boolean (value, proviso_workspace_get_panel_shown (self));
      break;
    case PROP_REVIEWING:
      g_value_set_boolean (value, self->reviewing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_workspace_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoWorkspace *self = PROVISO_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_PANEL_WANTED:
      set_panel_wanted (self, g_value_get_boolean (value));
      break;
    case PROP_PANEL_SHOWN:
      proviso_workspace_set_panel_shown (self, g_value_get_boolean (value));
      break;
    case PROP_REVIEWING:
      proviso_workspace_set_reviewing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_workspace_dispose (GObject *object)
{
  ProvisoWorkspace *self = PROVISO_WORKSPACE (object);

  if (self->draft != NULL)
    proviso_workspace_set_project (self, NULL);
  g_clear_object (&self->draft_settings);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_WORKSPACE);
  g_clear_object (&self->settings);
  g_clear_object (&self->readiness);

  G_OBJECT_CLASS (proviso_workspace_parent_class)->dispose (object);
}

static void
proviso_workspace_class_init (ProvisoWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = proviso_workspace_get_property;
  object_class->set_property = proviso_workspace_set_property;
  object_class->dispose = proviso_workspace_dispose;
  widget_class->root = proviso_workspace_root;

  properties[PROP_COLLAPSED] = g_param_spec_boolean (
    "collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean (
    "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANEL_WANTED] = g_param_spec_boolean (
    "panel-wanted", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANEL_SHOWN] = g_param_spec_boolean (
    "panel-shown", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVIEWING] = g_param_spec_boolean (
    "reviewing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_TOAST] = g_signal_new ("toast", PROVISO_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  signals[SIGNAL_CHANGES_CLOSED] = g_signal_new ("changes-closed", PROVISO_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (PROVISO_TYPE_DRAFT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/app/proviso-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoWorkspace, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWorkspace, split_view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWorkspace, draft);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWorkspace, panel_bin);
  gtk_widget_class_bind_template_child (widget_class, ProvisoWorkspace, side_group);
  gtk_widget_class_bind_template_callback (widget_class, draft_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_sidebar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_changed_cb);
}

static void
proviso_workspace_init (ProvisoWorkspace *self)
{
  self->settings = g_settings_new (PROVISO_APP_ID);
  self->panel_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->warm_buffer = proviso_buffer_new ();
  set_panel_wanted (self, g_settings_get_boolean (self->settings, "show-panel"));
  g_signal_connect_object (self->draft, "notify::loading", G_CALLBACK (draft_loading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->draft_settings = proviso_draft_settings_new (self->draft);
}

GtkWidget *
proviso_workspace_new (void)
{
  return g_object_new (PROVISO_TYPE_WORKSPACE, NULL);
}

void
proviso_workspace_set_project (ProvisoWorkspace *self, ProvisoProject *project)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  g_return_if_fail (project == NULL || PROVISO_IS_PROJECT (project));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->changes_waiting);
  g_clear_object (&self->selection);
  g_clear_object (&self->scroll_hold);
  g_clear_object (&self->view_state);
  self->draft_waits = FALSE;
  if (project != NULL)
    {
      self->selection = proviso_selection_new ();
      g_signal_connect_swapped (self->selection, "show-in-panel", G_CALLBACK (show_in_panel_cb), self);
      g_signal_connect_swapped (self->selection, "show-in-text", G_CALLBACK (bring_draft_to_front), self);
      g_signal_connect_swapped (self->selection, "show-range", G_CALLBACK (bring_draft_to_front), self);
      g_signal_connect_object (proviso_project_get_history (project), "replayed", G_CALLBACK (replayed_cb),
                               self->selection, G_CONNECT_SWAPPED);
    }
  proviso_draft_pane_set_project (self->draft, project, self->selection);
  proviso_draft_view_set_changes (proviso_draft_pane_get_view (self->draft), NULL);
  g_clear_object (&self->warm_buffer);
  g_set_object (&self->project, project);
  if (self->panel != NULL)
    proviso_panel_set_project (self->panel, project, self->selection);
}

ProvisoProject *
proviso_workspace_get_project (ProvisoWorkspace *self)
{
  g_return_val_if_fail (PROVISO_IS_WORKSPACE (self), NULL);
  return self->project;
}

ProvisoSelection *
proviso_workspace_get_selection (ProvisoWorkspace *self)
{
  g_return_val_if_fail (PROVISO_IS_WORKSPACE (self), NULL);
  return self->selection;
}

GtkWidget *
proviso_workspace_get_panel (ProvisoWorkspace *self)
{
  g_return_val_if_fail (PROVISO_IS_WORKSPACE (self), NULL);
  return self->panel != NULL ? GTK_WIDGET (self->panel) : NULL;
}

void
proviso_workspace_save_view (ProvisoWorkspace *self, ProvisoViewState *state)
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextIter cursor, top;
  GdkRectangle visible;

  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  g_return_if_fail (PROVISO_IS_VIEW_STATE (state));

  g_object_set (state, "panel-shown", self->panel_wanted, "reviewing", self->reviewing, NULL);
  if (self->panel != NULL)
    g_object_set (state, "panel-list", proviso_panel_get_list_name (self->panel), NULL);
  if (proviso_draft_pane_get_loading (self->draft))
    return;

  view = GTK_TEXT_VIEW (proviso_draft_pane_get_view (self->draft));
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &top, visible.x, visible.y);
  g_object_set (state, "cursor", (guint) gtk_text_iter_get_offset (&cursor), "top",
                (guint) gtk_text_iter_get_offset (&top), NULL);
}

void
proviso_workspace_restore_view (ProvisoWorkspace *self, ProvisoViewState *state)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  g_return_if_fail (PROVISO_IS_VIEW_STATE (state));
  g_return_if_fail (self->project != NULL);

  g_set_object (&self->view_state, state);
  self->restoring = TRUE;
  proviso_workspace_set_reviewing (self, proviso_view_state_get_reviewing (state));
  set_panel_wanted (self, proviso_view_state_get_panel_shown (state));
  self->restoring = FALSE;
  if (self->panel != NULL)
    restore_panel (self);
  self->draft_waits = TRUE;
  draft_loading_changed_cb (self);
}

void
proviso_workspace_set_readiness (ProvisoWorkspace *self, ProvisoReadiness *readiness)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  g_return_if_fail (readiness == NULL || PROVISO_IS_READINESS (readiness));

  g_set_object (&self->readiness, readiness);
  if (self->panel != NULL)
    proviso_panel_set_readiness (self->panel, readiness);
}

void
proviso_workspace_show_readiness (ProvisoWorkspace *self)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  if (self->panel == NULL || self->readiness == NULL)
    return;
  proviso_workspace_set_panel_shown (self, TRUE);
  g_action_group_activate_action (proviso_panel_get_action_group (self->panel), "show-readiness", NULL);
}

gboolean
proviso_workspace_get_reviewing (ProvisoWorkspace *self)
{
  g_return_val_if_fail (PROVISO_IS_WORKSPACE (self), FALSE);

  return self->reviewing;
}

void
proviso_workspace_set_reviewing (ProvisoWorkspace *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  if (self->reviewing == !!reviewing)
    return;

  self->reviewing = !!reviewing;
  proviso_draft_pane_set_reviewing (self->draft, self->reviewing);
  if (self->panel != NULL)
    proviso_panel_set_reviewing (self->panel, self->reviewing);
  /* A project that comes up shows what it showed last. */
  if (self->reviewing && !self->restoring)
    proviso_workspace_set_panel_shown (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}

gboolean
proviso_workspace_get_panel_shown (ProvisoWorkspace *self)
{
  g_return_val_if_fail (PROVISO_IS_WORKSPACE (self), FALSE);
  return adw_overlay_split_view_get_show_sidebar (self->split_view);
}

void
proviso_workspace_set_panel_shown (ProvisoWorkspace *self, gboolean shown)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  adw_overlay_split_view_set_show_sidebar (self->split_view, shown);
}

static gboolean
panel_has_focus (ProvisoWorkspace *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && self->panel != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel));
}

void
proviso_workspace_find (ProvisoWorkspace *self)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  if (panel_has_focus (self) || (self->panel != NULL && self->narrow && proviso_workspace_get_panel_shown (self)))
    gtk_widget_activate_action (GTK_WIDGET (self->panel), "panel.focus-search", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "draft.find", NULL);
}

void
proviso_workspace_switch_side (ProvisoWorkspace *self)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  if (panel_has_focus (self))
    {
      proviso_workspace_go_to_draft (self);
    }
  else if (self->panel != NULL)
    {
      proviso_workspace_set_panel_shown (self, TRUE);
      gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
    }
}

void
proviso_workspace_focus_draft (ProvisoWorkspace *self)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  gtk_widget_grab_focus (GTK_WIDGET (proviso_draft_pane_get_view (self->draft)));
}

void
proviso_workspace_go_to_draft (ProvisoWorkspace *self)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  bring_draft_to_front (self);
  proviso_workspace_focus_draft (self);
}

void
proviso_workspace_show_place (ProvisoWorkspace *self, guint offset)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  bring_draft_to_front (self);
  g_clear_object (&self->scroll_hold);
  proviso_draft_view_go_to_top (proviso_draft_pane_get_view (self->draft), offset);
}

void
proviso_workspace_return_to_place (ProvisoWorkspace *self, ProvisoViewState *state)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  g_return_if_fail (PROVISO_IS_VIEW_STATE (state));

  bring_draft_to_front (self);
  restore_draft (self, state);
}

void
proviso_workspace_show_changes (ProvisoWorkspace *self, ProvisoChanges *changes)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  if (changes != NULL)
    proviso_workspace_set_panel_shown (self, TRUE);
  proviso_draft_view_set_changes (proviso_draft_pane_get_view (self->draft), changes);
  if (self->panel != NULL)
    proviso_panel_show_changes (self->panel, changes);
  else
    g_set_object (&self->changes_waiting, changes);
}

void
proviso_workspace_step_change (ProvisoWorkspace *self, ProvisoChanges *changes, int step)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));

  proviso_draft_view_set_changes (proviso_draft_pane_get_view (self->draft), changes);
  /* What is nowhere in the draft is to be seen in the panel at least. */
  if (self->panel == NULL)
    proviso_workspace_show_changes (self, changes);
  else if (!proviso_panel_step_change (self->panel, changes, step))
    proviso_workspace_set_panel_shown (self, TRUE);
}

void
proviso_workspace_take_review_step (ProvisoWorkspace *self, const char *verb)
{
  g_return_if_fail (PROVISO_IS_WORKSPACE (self));
  g_return_if_fail (verb != NULL);

  if (self->panel != NULL)
    proviso_panel_take_review_step (self->panel, verb);
}
