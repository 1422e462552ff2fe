/* proviso-panel.c: the side panel: claims, caveats and sources beside the draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ties the lists, the detail pages and the selection together, and holds what can be done with them.
 */
#include "panel/proviso-panel.h"
#include "panel/proviso-changes-page.h"
#include "panel/proviso-deletion.h"
#include "panel/proviso-readiness-page.h"
#include "panel/proviso-record-lists.h"
#include "panel/proviso-record-page.h"

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

  /* The record whose page was left just now. */
  ProvisoRecord *left;
  guint focus_id;
  gboolean search_wanted;
  gboolean reviewing;

  AdwNavigationView *view;
  ProvisoRecordLists *lists;
  ProvisoReadiness *readiness;
};

enum
{
  SIGNAL_TOAST,
  SIGNAL_CHANGES_SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoPanel, proviso_panel, ADW_TYPE_BIN)

static void
relay_toast_cb (ProvisoPanel *self, const char *title, gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, title, undo);
}

/* Which record is at hand: that of the open page, else the highlighted one of the list. */

static ProvisoRecordPage *
get_open_page (ProvisoPanel *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return PROVISO_IS_RECORD_PAGE (page) ? PROVISO_RECORD_PAGE (page) : NULL;
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
  ProvisoRecordBrowser *browser = get_present_browser (self);

  if (page != NULL)
    return proviso_record_page_get_record (page);

  return browser != NULL ? proviso_record_browser_get_selected (browser) : NULL;
}

static void
update_actions (ProvisoPanel *self)
{
  static const struct
  {
    const char *name;
    gboolean needs_record;
    gboolean needs_page;
  } needs[] = {
    { "show-readiness", FALSE, FALSE },  { "show-claims", FALSE, FALSE },     { "show-caveats", FALSE, FALSE }, { "show-sources", FALSE, FALSE },
    { "focus-search", FALSE, FALSE },    { "new-claim", FALSE, FALSE },    { "new-caveat", FALSE, FALSE },
    { "new-source", FALSE, FALSE },      { "back", FALSE, TRUE },          { "next-record", FALSE, FALSE },
    { "previous-record", FALSE, FALSE }, { "show-in-text", TRUE, FALSE },  { "delete-record", TRUE, FALSE },
  };
  gboolean has_record = get_record_at_hand (self) != NULL;
  gboolean has_page = get_open_page (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), needs[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->context != NULL &&
                                                                 (!needs[i].needs_record || has_record) &&
                                                                 (!needs[i].needs_page || has_page));
    }
  proviso_review_actions_set_record (self->review_actions,
                                     self->context != NULL ? get_record_at_hand (self) : NULL);
  if (self->readiness == NULL)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "show-readiness")), FALSE);
}

/* The lists and the pages */

static GtkWidget *
find_button (GtkWidget *parent, const char *action_name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_BUTTON (child) &&
          g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action_name) == 0)
        return child;
      found = find_button (child, action_name);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns: (transfer full): the pages that are open, but those of records, and `page` on top of them. */
static GPtrArray *
make_stack (ProvisoPanel *self, AdwNavigationPage *page)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) open_page = g_list_model_get_item (stack, i);

      if (!PROVISO_IS_RECORD_PAGE (open_page))
        g_ptr_array_add (pages, g_steal_pointer (&open_page));
    }
  g_ptr_array_add (pages, g_object_ref_sink (page));

  return pages;
}

/* Puts `page` in the place of the one that is open: back leads to the list, however many were leafed through,
 * and whoever leafs by a button of the page finds the focus on the same button. */
static void
replace_page (ProvisoPanel *self, AdwNavigationPage *page)
{
  g_autoptr (GPtrArray) pages = make_stack (self, page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *action_name = NULL;
  GtkWidget *button;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    {
      adw_navigation_view_replace (self->view, (AdwNavigationPage **) pages->pdata, (int) pages->len);
      return;
    }

  if (GTK_IS_BUTTON (focus))
    action_name = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)));
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) pages->pdata, (int) pages->len);
  button = action_name != NULL ? find_button (GTK_WIDGET (page), action_name) : NULL;
  if (button == NULL || !gtk_widget_grab_focus (button))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* A double click gives the focus to the row when it is released, over which the page has been pushed by then;
 * so the focus goes away with the list. */
static void
page_shown_cb (ProvisoPanel *self, AdwNavigationPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || (gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && !gtk_widget_get_mapped (focus)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
open_record (ProvisoPanel *self, ProvisoRecord *record, gboolean focus)
{
  const ProvisoRecordKind *kind = proviso_record_kind_of (record);
  ProvisoSelection *selection = proviso_panel_context_get_selection (self->context);
  ProvisoRecordPage *open_page = get_open_page (self);
  AdwNavigationPage *page;

  if (open_page == NULL || proviso_record_page_get_record (open_page) != record)
    {
      page = kind->create_page (proviso_panel_context_get_project (self->context), selection, record);
      g_signal_connect_object (page, "shown", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "toast", G_CALLBACK (relay_toast_cb), self, G_CONNECT_SWAPPED);
      if (open_page == NULL)
        adw_navigation_view_push (self->view, page);
      else
        replace_page (self, page);
      proviso_selection_set_record (selection, record);
    }
  if (focus)
    proviso_record_page_focus_first (get_open_page (self));
}

static void
open_cb (ProvisoPanel *self, ProvisoRecord *record)
{
  GtkWidget *page;

  open_record (self, record, FALSE);
  page = GTK_WIDGET (get_open_page (self));
  /* A click need not have brought the focus to the list first. */
  if (gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
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

static void
show_in_panel_cb (ProvisoPanel *self, ProvisoRecord *record, gboolean focus)
{
  const ProvisoRecordKind *kind = proviso_record_kind_of (record);

  if (kind == NULL)
    return;

  proviso_record_lists_show (self->lists, kind);
  proviso_record_browser_reveal (proviso_record_lists_get (self->lists, kind), record, FALSE);
  /* A page that is open follows; none is opened under somebody's hands. */
  if (focus || get_open_page (self) != NULL)
    open_record (self, record, focus);
}

static gboolean
focus_list_cb (gpointer user_data)
{
  ProvisoPanel *self = user_data;
  g_autoptr (ProvisoRecord) record = g_steal_pointer (&self->left);
  ProvisoRecordBrowser *browser = get_present_browser (self);
  gboolean search_wanted = self->search_wanted;

  self->focus_id = 0;
  self->search_wanted = FALSE;
  if (self->context == NULL || browser == NULL ||
      g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->view), "lists") != 0)
    return G_SOURCE_REMOVE;

  if (search_wanted)
    proviso_record_browser_focus_search (browser);
  else if (proviso_record_get_owner (record) != NULL &&
           proviso_record_lists_get_present (self->lists) == proviso_record_kind_of (record))
    proviso_record_browser_reveal (browser, record, TRUE);
  else
    proviso_record_browser_focus_list (browser);

  return G_SOURCE_REMOVE;
}

/* The row of the record whose page was left has the focus, unless somebody works elsewhere. The navigation
 * view gives the focus to the first widget of the list's page once this is over; we come after it. */
static void
popped_cb (ProvisoPanel *self, AdwNavigationPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (PROVISO_IS_CHANGES_PAGE (page))
    g_signal_emit (self, signals[SIGNAL_CHANGES_SEEN], 0);
  if (!PROVISO_IS_RECORD_PAGE (page) || (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    return;

  g_set_object (&self->left, proviso_record_page_get_record (PROVISO_RECORD_PAGE (page)));
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_list_cb, self, NULL);
}

/* What others changed */

static AdwNavigationPage *
find_changes_page (ProvisoPanel *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (PROVISO_IS_CHANGES_PAGE (page))
        return page;
    }

  return NULL;
}

static void
changes_done_cb (ProvisoPanel *self)
{
  adw_navigation_view_pop_to_tag (self->view, "lists");
}

/* Returns: (transfer none) (nullable): the page of these changes, on top; %NULL where there is none. */
static ProvisoChangesPage *
open_changes (ProvisoPanel *self, ProvisoChanges *changes)
{
  AdwNavigationPage *page = find_changes_page (self);

  if (page != NULL && proviso_changes_page_get_changes (PROVISO_CHANGES_PAGE (page)) != changes)
    {
      AdwNavigationPage *lists = adw_navigation_view_find_page (self->view, "lists");

      /* Not popped: nobody closed it. */
      adw_navigation_view_replace (self->view, &lists, 1);
      page = NULL;
    }
  if (changes == NULL || self->context == NULL)
    return NULL;

  if (page != NULL)
    {
      adw_navigation_view_pop_to_page (self->view, page);
    }
  else
    {
      page = proviso_changes_page_new (self->context, changes);
      g_signal_connect_object (page, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "done", G_CALLBACK (changes_done_cb), self, G_CONNECT_SWAPPED);
      adw_navigation_view_push (self->view, page);
    }

  return PROVISO_CHANGES_PAGE (page);
}

void
proviso_panel_show_changes (ProvisoPanel *self, ProvisoChanges *changes)
{
  ProvisoChangesPage *page;

  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail (changes == NULL || PROVISO_IS_CHANGES (changes));

  page = open_changes (self, changes);
  if (page != NULL)
    proviso_changes_page_focus_list (page);
}

gboolean
proviso_panel_step_change (ProvisoPanel *self, ProvisoChanges *changes, int step)
{
  ProvisoChangesPage *page;

  g_return_val_if_fail (PROVISO_IS_PANEL (self), FALSE);
  g_return_val_if_fail (PROVISO_IS_CHANGES (changes), FALSE);

  page = open_changes (self, changes);

  return page != NULL && proviso_changes_page_step (page, step);
}

/* Actions */

static void
show_list (ProvisoPanel *self, const ProvisoRecordKind *kind)
{
  adw_navigation_view_pop_to_tag (self->view, "lists");
  proviso_record_lists_show (self->lists, kind);
}

static void
show_claims_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_list (user_data, &proviso_claim_kind);
}

static void
show_caveats_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_list (user_data, &proviso_caveat_kind);
}

static void
show_sources_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_list (user_data, &proviso_source_kind);
}

/* The record's page covers the text where only one of the two fits. */
static void
open_finding_cb (ProvisoPanel *self, ProvisoFinding *finding)
{
  ProvisoProject *project = proviso_panel_context_get_project (self->context);
  ProvisoAnchor *place = proviso_finding_find_place (finding, project);
  GtkWidget *split_view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_OVERLAY_SPLIT_VIEW);

  if (place != NULL &&
      (split_view == NULL || !adw_overlay_split_view_get_collapsed (ADW_OVERLAY_SPLIT_VIEW (split_view))))
    proviso_selection_show_in_text (proviso_panel_context_get_selection (self->context), place);
  open_cb (self, proviso_finding_get_record (finding));
}

static void
show_readiness_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_find_page (self->view, "readiness");

  if (page != NULL)
    {
      adw_navigation_view_pop_to_page (self->view, page);
    }
  else
    {
      adw_navigation_view_pop_to_tag (self->view, "lists");
      page = proviso_readiness_page_new (self->context, self->readiness);
      g_signal_connect_object (page, "open", G_CALLBACK (open_finding_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "shown", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
      adw_navigation_view_push (self->view, page);
    }
  /* Showing the panel may have brought it there. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (page)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
focus_search_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;

  adw_navigation_view_pop_to_tag (self->view, "lists");
  proviso_record_browser_focus_search (get_present_browser (self));
  /* Where a page was left for it, the focus is settled later. */
  self->search_wanted = self->focus_id != 0;
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
  adw_navigation_view_pop (PROVISO_PANEL (user_data)->view);
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
    open_record (self, neighbour, FALSE);
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

  proviso_panel_context_show_in_text (self->context, get_record_at_hand (self));
}

static void
delete_record_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ProvisoPanel *self = user_data;

  delete_record (self, get_record_at_hand (self));
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
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->left);
  g_clear_object (&self->heir);
  g_clear_object (&self->context);
  g_clear_object (&self->review_actions);
  g_clear_object (&self->readiness);
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

  signals[SIGNAL_CHANGES_SEEN] = g_signal_new ("changes-seen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoPanel, view);
  gtk_widget_class_bind_template_child (widget_class, ProvisoPanel, lists);
}

static void
proviso_panel_init (ProvisoPanel *self)
{
  static const GActionEntry entries[] = {
    { "show-claims", show_claims_action },   { "show-caveats", show_caveats_action },
    { "show-sources", show_sources_action }, { "show-readiness", show_readiness_action }, { "focus-search", focus_search_action },
    { "new-claim", new_claim_action },       { "new-caveat", new_caveat_action },
    { "new-source", new_source_action },     { "back", back_action },
    { "next-record", next_record_action },   { "previous-record", previous_record_action },
    { "show-in-text", show_in_text_action }, { "delete-record", delete_record_action },
  };

  self->review_actions = proviso_review_actions_new ();
  g_signal_connect_object (self->review_actions, "perform", G_CALLBACK (perform_cb), self, G_CONNECT_SWAPPED);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);

  self->selection_signals = g_signal_group_new (PROVISO_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "show-in-panel", G_CALLBACK (show_in_panel_cb),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "panel", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "caveat",
                                  proviso_review_actions_get_caveat_group (self->review_actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "claim",
                                  proviso_review_actions_get_claim_group (self->review_actions));

  g_signal_connect_object (self->view, "popped", G_CALLBACK (popped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::visible-page", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lists, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lists, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
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

  proviso_panel_show_changes (self, NULL);
  adw_navigation_view_pop_to_tag (self->view, "lists");
  g_clear_object (&self->context);
  if (project != NULL)
    {
      self->context = proviso_panel_context_new (project, selection);
      proviso_panel_context_set_reviewing (self->context, self->reviewing);
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
      show_list (self, kinds[i]);
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
    show_list (self, &proviso_caveat_kind);
}

void
proviso_panel_set_readiness (ProvisoPanel *self, ProvisoReadiness *readiness)
{
  g_return_if_fail (PROVISO_IS_PANEL (self));
  g_return_if_fail (readiness == NULL || PROVISO_IS_READINESS (readiness));

  if (!g_set_object (&self->readiness, readiness))
    return;

  if (adw_navigation_view_find_page (self->view, "readiness") != NULL)
    adw_navigation_view_pop_to_tag (self->view, "lists");
  update_actions (self);
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
