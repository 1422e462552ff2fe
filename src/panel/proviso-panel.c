/* proviso-panel.c: the side panel: claims, caveats and sources beside the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ties the lists, the pages and the selection together, and holds what can be done with them.
 */
#include "panel/proviso-panel.h"
#include "panel/proviso-deletion.h"
#include "panel/proviso-panel-navigator.h"
#include "panel/proviso-record-lists.h"

struct _ProvisoPanel
{
  AdwBin parent_instance;

  ProvisoPanelContext *context;
  GSignalGroup *selection_signals;
  GSimpleActionGroup *actions;
  ProvisoReviewActions *review_actions;

  /* What takes the highlight, and the focus, of a record that is being deleted. */
  ProvisoRecord *heir;
  gboolean heir_focus;

  gboolean reviewing;

  AdwNavigationView *view;
  ProvisoRecordLists *lists;
  ProvisoPanelNavigator *navigator;
};

enum
{
  SIGNAL_TOAST,
  SIGNAL_CHANGES_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoPanel, proviso_panel, ADW_TYPE_BIN)

static void
relay_toast_cb (ProvisoPanel *self, const char *title, gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, title, undo);
}

static void
relay_changes_closed_cb (ProvisoPanel *self, gboolean seen)
{
  g_signal_emit (self, signals[SIGNAL_CHANGES_CLOSED], 0, seen);
}

static gboolean
has_focus (ProvisoPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Which record is at hand: that of the open page, or of the row there that has the focus; else the highlighted one of
 * the list. */

static ProvisoRecordPage *
get_open_page (ProvisoPanel *self)
{
  return proviso_panel_navigator_get_record_page (self->navigator);
}

/* (nullable) */
static ProvisoRecordBrowser *
get_present_browser (ProvisoPanel *self)
{
  return proviso_record_lists_peek (self->lists, proviso_record_lists_get_present (self->lists));
}

static ProvisoRecord *
get_record_at_hand (ProvisoPanel *self)
{
  ProvisoRecordPage *page = get_open_page (self);
  ProvisoChangesPage *changes_page = proviso_panel_navigator_get_changes_page (self->navigator);
  ProvisoRecordBrowser *browser = get_present_browser (self);

  if (page != NULL)
    return proviso_record_page_get_record (page);
  if (changes_page != NULL)
    return proviso_changes_page_get_record (changes_page);

  return browser != NULL ? proviso_record_browser_get_selected (browser) : NULL;
}

static void
deleted_cb (const char *toast, gpointer user_data)
{
  ProvisoPanel *self = user_data;
  g_autoptr (ProvisoRecord) heir = g_steal_pointer (&self->heir);

  if (heir != NULL && get_open_page (self) == NULL &&
      proviso_record_lists_get_present (self->lists) == proviso_record_kind_of (heir))
    {
      proviso_selection_set_record (proviso_panel_context_get_selection (self->context), heir);
      proviso_record_browser_reveal (get_present_browser (self), heir, self->heir_focus);
    }
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast, TRUE);
}

static void
delete_record (ProvisoPanel *self, ProvisoRecord *record)
{
  ProvisoRecordBrowser *browser = proviso_record_lists_peek (self->lists, proviso_record_kind_of (record));

  g_clear_object (&self->heir);
  if (browser != NULL)
    {
      ProvisoRecord *heir = proviso_record_browser_get_neighbour (browser, record, 1);

      if (heir == NULL)
        heir = proviso_record_browser_get_neighbour (browser, record, -1);
      g_set_object (&self->heir, heir);
      self->heir_focus = proviso_record_browser_has_list_focus (browser);
    }
  proviso_deletion_start (GTK_WIDGET (self), proviso_panel_context_get_project (self->context), record,
                          deleted_cb, self);
}

/* Words that are there already are not put under somebody's fingers. */
static void
focus_page (ProvisoPanel *self, ProvisoRecordPage *page)
{
  ProvisoProject *project = proviso_panel_context_get_project (self->context);

  if (proviso_history_has_just_made (proviso_project_get_history (project), proviso_record_page_get_record (page)))
    proviso_record_page_focus_first (page);
  else
    proviso_record_page_focus_control (page, self->reviewing);
}

static void
show_in_panel_cb (ProvisoPanel *self, ProvisoRecord *record, gboolean focus)
{
  const ProvisoRecordKind *kind = proviso_record_kind_of (record);
  ProvisoRecordPage *open_page = get_open_page (self);
  /* Links of a page, and what is made on it, lead back to it. */
  gboolean from_page = focus && open_page != NULL && has_focus (self);
  gboolean is_there = from_page && proviso_record_page_get_record (open_page) == record;
  ProvisoRecordBrowser *browser;

  if (kind == NULL)
    return;

  proviso_record_lists_show (self->lists, kind);
  browser = proviso_record_lists_get (self->lists, kind);
  /* The focus goes along where it is in the list, and is not taken from elsewhere. */
  proviso_record_browser_reveal (browser, record,
                                 open_page == NULL && has_focus (self) && proviso_record_browser_has_list_focus (browser));
  /* A page that is open follows; none is opened under somebody's hands. */
  if (focus || open_page != NULL)
    {
      ProvisoRecordPage *page = from_page ? proviso_panel_navigator_follow_link (self->navigator, record)
                                          : proviso_panel_navigator_open_record (self->navigator, record);

      if (focus && !is_there)
        focus_page (self, page);
    }
}

/* Actions */

static void
show_claims_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_panel_navigator_show_list (PROVISO_PANEL (user_data)->navigator, &proviso_claim_kind);
}

static void
show_caveats_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_panel_navigator_show_list (PROVISO_PANEL (user_data)->navigator, &proviso_caveat_kind);
}

static void
show_sources_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_panel_navigator_show_list (PROVISO_PANEL (user_data)->navigator, &proviso_source_kind);
}

static void
show_readiness_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_panel_navigator_show_readiness (PROVISO_PANEL (user_data)->navigator);
}

static void
focus_search_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_panel_navigator_search (PROVISO_PANEL (user_data)->navigator);
}

static void
new_claim_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;
  ProvisoSelection *selection = proviso_panel_context_get_selection (self->context);
  ProvisoClaim *claim;
  guint start, end;

  proviso_selection_get_range (selection, &start, &end);
  claim = proviso_project_add_claim (proviso_panel_context_get_project (self->context), start, end);
  proviso_selection_show_in_panel (selection, PROVISO_RECORD (claim), TRUE);
}

/* Which claim a new caveat is about: the one whose page is open, where no words are selected; else the one in
 * the text. */
static ProvisoClaim *
get_claim_in_question (ProvisoPanel *self, guint start, guint end)
{
  ProvisoRecord *record = get_record_at_hand (self);
  ProvisoClaim *claim;

  if (start == end && get_open_page (self) != NULL && PROVISO_IS_CLAIM (record))
    return PROVISO_CLAIM (record);

  claim = proviso_project_get_claim_at (proviso_panel_context_get_project (self->context), start);
  if (claim == NULL && start == end && PROVISO_IS_CLAIM (record))
    return PROVISO_CLAIM (record);

  return claim;
}

static void
new_caveat_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;
  ProvisoSelection *selection = proviso_panel_context_get_selection (self->context);
  ProvisoCaveat *caveat;
  guint start, end;

  proviso_selection_get_range (selection, &start, &end);
  caveat = proviso_project_add_caveat (proviso_panel_context_get_project (self->context),
                                       get_claim_in_question (self, start, end), start, end);
  proviso_selection_show_in_panel (selection, PROVISO_RECORD (caveat), TRUE);
}

static void
new_source_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;
  ProvisoSource *source = proviso_project_add_source (proviso_panel_context_get_project (self->context), "");

  proviso_selection_show_in_panel (proviso_panel_context_get_selection (self->context),
                                   PROVISO_RECORD (source), TRUE);
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  proviso_panel_navigator_back (PROVISO_PANEL (user_data)->navigator);
}

static void
go (ProvisoPanel *self, int step)
{
  ProvisoRecord *record = get_record_at_hand (self);
  const ProvisoRecordKind *kind =
      record != NULL ? proviso_record_kind_of (record) : proviso_record_lists_get_present (self->lists);
  ProvisoRecordBrowser *browser = proviso_record_lists_get (self->lists, kind);
  g_autoptr (ProvisoRecord) first = NULL;
  ProvisoRecord *neighbour;

  if (record != NULL)
    {
      neighbour = proviso_record_browser_get_neighbour (browser, record, step);
    }
  else
    {
      first = g_list_model_get_item (proviso_record_browser_get_listed (browser), 0);
      neighbour = first;
    }
  if (neighbour == NULL)
    return;

  if (get_open_page (self) != NULL)
    proviso_panel_navigator_open_record (self->navigator, neighbour);
  else
    proviso_record_browser_reveal (browser, neighbour, proviso_record_browser_has_list_focus (browser));
  proviso_panel_context_show_in_text (self->context, neighbour);
}

static void
next_record_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, 1);
}

static void
previous_record_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, -1);
}

static void
show_in_text_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;

  ProvisoRecord *record = get_record_at_hand (self);

  if (record != NULL)
    proviso_panel_context_show_in_text (self->context, record);
}

static void
delete_record_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;

  ProvisoRecord *record = get_record_at_hand (self);

  if (record != NULL)
    delete_record (self, record);
}

/* Whoever is in the draft looks at the passages, and sees the row; whoever is in the panel, at the pages. So does
 * everybody where something else lies over the row: a key acts on what is in sight. */
static void
go_to_cb (ProvisoPanel *self, ProvisoRecord *record)
{
  show_in_panel_cb (self, record, FALSE);
  if (has_focus (self))
    proviso_panel_navigator_enter_record (self->navigator, record);
  else if (!proviso_panel_navigator_shows_lists (self->navigator))
    proviso_panel_navigator_open_record (self->navigator, record);
}

enum
{
  NEEDS_RECORD = 1 << 0,
  NEEDS_PAGE = 1 << 1,
  NEEDS_READINESS = 1 << 2,
};

static const struct
{
  GActionEntry entry;
  guint needs; /* besides a project */
} panel_actions[] = {
  { { .name = "show-claims", .activate = show_claims_action }, 0 },
  { { .name = "show-caveats", .activate = show_caveats_action }, 0 },
  { { .name = "show-sources", .activate = show_sources_action }, 0 },
  { { .name = "show-readiness", .activate = show_readiness_action }, NEEDS_READINESS },
  { { .name = "focus-search", .activate = focus_search_action }, 0 },
  { { .name = "new-claim", .activate = new_claim_action }, 0 },
  { { .name = "new-caveat", .activate = new_caveat_action }, 0 },
  { { .name = "new-source", .activate = new_source_action }, 0 },
  { { .name = "back", .activate = back_action }, NEEDS_PAGE },
  { { .name = "next-record", .activate = next_record_action }, 0 },
  { { .name = "previous-record", .activate = previous_record_action }, 0 },
  { { .name = "show-in-text", .activate = show_in_text_action }, NEEDS_RECORD },
  { { .name = "delete-record", .activate = delete_record_action }, NEEDS_RECORD },
};

static void
update_actions (ProvisoPanel *self)
{
  ProvisoRecord *record = get_record_at_hand (self);
  guint missing = 0;

  /* Nobody hears of it when another row of that page gets the focus. */
  if (record == NULL && proviso_panel_navigator_get_changes_page (self->navigator) == NULL)
    missing |= NEEDS_RECORD;
  if (get_open_page (self) == NULL)
    missing |= NEEDS_PAGE;
  if (!proviso_panel_navigator_has_readiness (self->navigator))
    missing |= NEEDS_READINESS;
  for (guint i = 0; i < G_N_ELEMENTS (panel_actions); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), panel_actions[i].entry.name)),
      self->context != NULL && (panel_actions[i].needs & missing) == 0);
  proviso_review_actions_set_record (self->review_actions, self->context != NULL ? record : NULL);
}

static void
perform_cb (ProvisoPanel *self, const char *verb)
{
  g_autoptr (ProvisoRecord) record = g_object_ref (proviso_review_actions_get_record (self->review_actions));
  ProvisoRecordPage *page = get_open_page (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GError) error = NULL;
  const char *done;

  if (page != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    {
      proviso_record_page_perform (page, verb);
      return;
    }

  /* Nobody is taken away from where they are for what needs no more of them. */
  if (proviso_review_is_immediate (verb))
    {
      done = proviso_review_take (proviso_panel_context_get_project (self->context), record, verb, &error);
      g_signal_emit (self, signals[SIGNAL_TOAST], 0, done != NULL ? done : error->message, done != NULL);
      return;
    }

  /* The panel may be out of sight. */
  proviso_selection_show_in_panel (proviso_panel_context_get_selection (self->context), record, TRUE);
  page = get_open_page (self);
  if (page != NULL && proviso_record_page_get_record (page) == record)
    proviso_record_page_perform (page, verb);
}

/* Lifecycle */

static void
load_style (const char *name)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat ("/io/github/proviso_editor/Proviso/panel/", name, NULL);

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
proviso_panel_dispose (GObject *object)
{
  ProvisoPanel *self = PROVISO_PANEL (object);

  g_clear_object (&self->selection_signals);
  g_clear_object (&self->heir);
  g_clear_object (&self->context);
  g_clear_object (&self->review_actions);
  if (self->navigator != NULL)
    g_object_run_dispose (G_OBJECT (self->navigator));
  g_clear_object (&self->navigator);
  g_clear_object (&self->actions);
  /* The bin must not keep a child that the template takes away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_PANEL);

  G_OBJECT_CLASS (proviso_panel_parent_class)->dispose (object);
}

static void
proviso_panel_class_init (ProvisoPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = proviso_panel_dispose;
  g_type_ensure (PROVISO_TYPE_RECORD_LISTS);
  load_style ("proviso-panel.css");
  load_style ("proviso-pages.css");

  signals[SIGNAL_TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  signals[SIGNAL_CHANGES_CLOSED] = g_signal_new ("changes-closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoPanel, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPanel, lists);
}

static void
proviso_panel_init (ProvisoPanel *self)
{
  self->review_actions = proviso_review_actions_new ();
  g_signal_connect_object (self->review_actions, "perform", G_CALLBACK (perform_cb), self, G_CONNECT_SWAPPED);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (panel_actions); i++)
    g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &panel_actions[i].entry, 1, self);

  self->selection_signals = g_signal_group_new (PROVISO_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "show-in-panel", G_CALLBACK (show_in_panel_cb),
                                  self);

  g_signal_group_connect_swapped (self->selection_signals, "go-to", G_CALLBACK (go_to_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "panel", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "caveat",
                                  proviso_review_actions_get_caveat_group (self->review_actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "claim",
                                  proviso_review_actions_get_claim_group (self->review_actions));

  self->navigator = proviso_panel_navigator_new (self->view, self->lists);
  g_signal_connect_object (self->navigator, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "changes-closed", G_CALLBACK (relay_changes_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "toast", G_CALLBACK (relay_toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lists, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lists, "remove", G_CALLBACK (delete_record), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

GtkWidget *
proviso_panel_new (void)
{
  return g_object_new (PROVISO_TYPE_PANEL, NULL);
}

void
proviso_panel_set_project (ProvisoPanel *self, ProvisoProject *project, ProvisoSelection *selection)
{
  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail ((project == NULL) == (selection == NULL));

  if (self->context != NULL && proviso_panel_context_get_project (self->context) == project &&
      proviso_panel_context_get_selection (self->context) == selection)
    return;

  proviso_panel_navigator_set_context (self->navigator, NULL);
  g_clear_object (&self->context);
  if (project != NULL)
    {
      self->context = proviso_panel_context_new (project, selection);
      proviso_panel_context_set_reviewing (self->context, self->reviewing);
      proviso_panel_navigator_set_context (self->navigator, self->context);
    }

  g_signal_group_set_target (self->selection_signals, selection);
  proviso_record_lists_set_context (self->lists, self->context);
  if (self->context != NULL && self->reviewing)
    proviso_record_lists_show (self->lists, &proviso_caveat_kind);
  update_actions (self);
}

const char *
proviso_panel_get_list_name (ProvisoPanel *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL (self), NULL);

  return proviso_record_lists_get_present (self->lists)->id;
}

void
proviso_panel_show_list (ProvisoPanel *self, const char *name)
{
  static const ProvisoRecordKind *const kinds[] = { &proviso_claim_kind, &proviso_caveat_kind,
                                                    &proviso_source_kind };

  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail (self->context != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->id, name))
      proviso_panel_navigator_show_list (self->navigator, kinds[i]);
}

gboolean
proviso_panel_get_reviewing (ProvisoPanel *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL (self), FALSE);

  return self->reviewing;
}

void
proviso_panel_set_reviewing (ProvisoPanel *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_PANEL (self));

  if (self->reviewing == !!reviewing)
    return;

  self->reviewing = !!reviewing;
  if (self->context == NULL)
    return;

  proviso_panel_context_set_reviewing (self->context, self->reviewing);
  if (self->reviewing)
    proviso_panel_navigator_show_list (self->navigator, &proviso_caveat_kind);
}

void
proviso_panel_set_readiness (ProvisoPanel *self, ProvisoReadiness *readiness)
{
  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail (readiness == NULL || PROVISO_IS_READINESS (readiness));

  proviso_panel_navigator_set_readiness (self->navigator, readiness);
  update_actions (self);
}

void
proviso_panel_show_changes (ProvisoPanel *self, ProvisoChanges *changes)
{
  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail (changes == NULL || PROVISO_IS_CHANGES (changes));

  proviso_panel_navigator_show_changes (self->navigator, changes);
}

gboolean
proviso_panel_step_change (ProvisoPanel *self, ProvisoChanges *changes, int step)
{
  g_return_val_if_fail (PROVISO_IS_PANEL (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_CHANGES (changes), FALSE);

  return proviso_panel_navigator_step_change (self->navigator, changes, step);
}

GActionGroup *
proviso_panel_get_action_group (ProvisoPanel *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

ProvisoReviewActions *
proviso_panel_get_review_actions (ProvisoPanel *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL (self), NULL);

  return self->review_actions;
}

void
proviso_panel_take_review_step (ProvisoPanel *self, const char *verb)
{
  const char *obstacle;

  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail (verb != NULL);

  update_actions (self);
  obstacle = proviso_review_actions_get_obstacle (self->review_actions, verb);
  if (obstacle != NULL)
    g_signal_emit (self, signals[SIGNAL_TOAST], 0, obstacle, FALSE);
  else
    perform_cb (self, verb);
}
