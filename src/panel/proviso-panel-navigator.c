/* proviso-panel-navigator.c: opens the pages that lie over the panel's lists, and leads from one to the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-panel-navigator.h"
#include "panel/proviso-readiness-page.h"
#include "panel/proviso-unsent.h"

#include <glib/gi18n-lib.h>

struct _ProvisoPanelNavigator
{
  GObject parent_instance;

  AdwNavigationView *view;
  ProvisoRecordLists *lists;
  ProvisoPanelContext *context;
  ProvisoReadiness *readiness;

  ProvisoRecord *left; /* whose page was closed just now */
  gboolean making_room; /* the pages go for something else that is asked for: nobody closes them */
  gboolean search_wanted;
  guint focus_source;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHANGES_CLOSED,
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoPanelNavigator, proviso_panel_navigator, G_TYPE_OBJECT)

static void
relay_toast_cb (ProvisoPanelNavigator *self, const char *title, gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, title, undo);
}

static void
visible_page_changed_cb (ProvisoPanelNavigator *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
close_all (ProvisoPanelNavigator *self)
{
  adw_navigation_view_pop_to_tag (self->view, "lists");
}

static void
make_room (ProvisoPanelNavigator *self)
{
  self->making_room = TRUE;
  close_all (self);
  self->making_room = FALSE;
}

static GtkWidget *
get_focus (ProvisoPanelNavigator *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_inside (ProvisoPanelNavigator *self, GtkWidget *widget)
{
  return gtk_widget_is_ancestor (widget, GTK_WIDGET (self->view));
}

static gboolean
focus_lists_cb (gpointer user_data)
{
  ProvisoPanelNavigator *self = user_data;
  g_autoptr (ProvisoRecord) record = g_steal_pointer (&self->left);
  const ProvisoRecordKind *present = proviso_record_lists_get_present (self->lists);
  ProvisoRecordBrowser *browser = proviso_record_lists_peek (self->lists, present);
  gboolean search_wanted = self->search_wanted;

  self->focus_source = 0;
  self->search_wanted = FALSE;
  if (self->context == NULL || browser == NULL ||
      g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->view), "lists") != 0)
    return G_SOURCE_REMOVE;

  if (search_wanted)
    proviso_record_browser_focus_search (browser);
  else if (record != NULL && proviso_record_get_owner (record) != NULL && present == proviso_record_kind_of (record))
    proviso_record_browser_reveal (browser, record, TRUE);
  else if (record != NULL && proviso_record_browser_get_selected (browser) != NULL)
    proviso_record_browser_reveal (browser, proviso_record_browser_get_selected (browser), TRUE);
  else
    proviso_record_browser_focus_list (browser);

  return G_SOURCE_REMOVE;
}

static void
queue_focus (ProvisoPanelNavigator *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_lists_cb, self, NULL);
}

/* Whether nobody has said anything in it. A claim or a source may have got its words from where it was made. */
static gboolean
is_blank (ProvisoRecord *record)
{
  const char *words = PROVISO_IS_CLAIM (record)    ? proviso_claim_get_statement (PROVISO_CLAIM (record))
                      : PROVISO_IS_CAVEAT (record) ? proviso_caveat_get_text (PROVISO_CAVEAT (record))
                                                   : proviso_source_get_title (PROVISO_SOURCE (record));

  return *words == '\0' && !proviso_unsent_has_any (record);
}

/* Whoever makes a record and leaves its page without a word wants none. */
static void
take_back_blank (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  ProvisoHistory *history;
  ProvisoSelection *selection;

  if (self->context == NULL)
    return;

  history = proviso_project_get_history (proviso_panel_context_get_project (self->context));
  if (!proviso_history_has_just_made (history, record) || !is_blank (record))
    return;

  selection = proviso_panel_context_get_selection (self->context);
  if (proviso_selection_get_record (selection) == record)
    proviso_selection_set_record (selection, NULL);
  proviso_history_unmake (history, record);
}

/* Back on the page that a link was followed from, what is looked at is its record again. */
static void
follow_visible_page (ProvisoPanelNavigator *self)
{
  ProvisoRecordPage *page = proviso_panel_navigator_get_record_page (self);

  if (page != NULL && self->context != NULL && !self->making_room)
    proviso_selection_set_record (proviso_panel_context_get_selection (self->context),
                                  proviso_record_page_get_record (page));
}

/* The row of the record whose page was left has the focus, unless somebody works elsewhere. The navigation
 * view gives the focus to the first widget of the list's page once this is over; we come after it. */
static void
popped_cb (ProvisoPanelNavigator *self, AdwNavigationPage *page)
{
  GtkWidget *focus = get_focus (self);

  if (PROVISO_IS_CHANGES_PAGE (page))
    g_signal_emit (self, signals[SIGNAL_CHANGES_CLOSED], 0, !self->making_room);
  if (PROVISO_IS_RECORD_PAGE (page))
    take_back_blank (self, proviso_record_page_get_record (PROVISO_RECORD_PAGE (page)));
  follow_visible_page (self);
  if (!PROVISO_IS_RECORD_PAGE (page) || (focus != NULL && !is_inside (self, focus)))
    return;

  g_set_object (&self->left, proviso_record_page_get_record (PROVISO_RECORD_PAGE (page)));
  queue_focus (self);
}

/* A double click gives the focus to the row when it is released, over which the page has been pushed by then;
 * so the focus goes away with the list. */
static void
page_shown_cb (ProvisoPanelNavigator *self, AdwNavigationPage *page)
{
  GtkWidget *focus = get_focus (self);

  if (focus == NULL || (is_inside (self, focus) && !gtk_widget_get_mapped (focus)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* A click need not have brought the focus there first. */
static void
ensure_focus (gpointer page)
{
  if (gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* --- The pages of records. --- */

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
make_stack (ProvisoPanelNavigator *self, AdwNavigationPage *page)
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
replace_page (ProvisoPanelNavigator *self, AdwNavigationPage *page)
{
  g_autoptr (GPtrArray) pages = make_stack (self, page);
  GtkWidget *focus = get_focus (self);
  g_autofree char *action_name = NULL;
  GtkWidget *button;

  if (focus == NULL || !is_inside (self, focus))
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

/* Returns: (transfer full) (nullable): the page of that record, also below others. */
static AdwNavigationPage *
find_record_page (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (PROVISO_IS_RECORD_PAGE (page) && proviso_record_page_get_record (PROVISO_RECORD_PAGE (page)) == record)
        return g_steal_pointer (&page);
    }

  return NULL;
}

/* Where there is room for both. Elsewhere a page covers the draft, and what is shown there is not seen. */
static gboolean
is_beside_draft (ProvisoPanelNavigator *self)
{
  GtkWidget *split_view = gtk_widget_get_ancestor (GTK_WIDGET (self->view), ADW_TYPE_OVERLAY_SPLIT_VIEW);

  return split_view == NULL || !adw_overlay_split_view_get_collapsed (ADW_OVERLAY_SPLIT_VIEW (split_view));
}

/* --- What others changed. --- */

static AdwNavigationPage *
find_changes_page (ProvisoPanelNavigator *self)
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

/* Returns: (transfer none) (nullable): the page of these changes, on top; %NULL where there is none. */
static ProvisoChangesPage *
open_changes (ProvisoPanelNavigator *self, ProvisoChanges *changes)
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
      g_signal_connect_object (page, "open", G_CALLBACK (proviso_panel_navigator_enter_record), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "done", G_CALLBACK (close_all), self, G_CONNECT_SWAPPED);
      adw_navigation_view_push (self->view, page);
    }

  return PROVISO_CHANGES_PAGE (page);
}

/* --- What is left to do. --- */

static void
open_finding_cb (ProvisoPanelNavigator *self, ProvisoFinding *finding)
{
  ProvisoProject *project = proviso_panel_context_get_project (self->context);
  ProvisoAnchor *place = proviso_finding_find_place (finding, project);

  /* The dialog that refreshes it. */
  if (proviso_finding_get_kind (finding) == PROVISO_FINDING_SECTION_OUTDATED)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->view), "win.insert-remains", NULL);
      return;
    }
  if (place != NULL && is_beside_draft (self))
    proviso_selection_show_in_text (proviso_panel_context_get_selection (self->context), place);
  proviso_panel_navigator_enter_record (self, proviso_finding_get_record (finding));
}

/* --- The lists. --- */

static void
open_listed_cb (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  if (is_beside_draft (self))
    proviso_panel_context_show_in_text (self->context, record);
  proviso_panel_navigator_enter_record (self, record);
}

/* --- The object. --- */

static void
proviso_panel_navigator_dispose (GObject *object)
{
  ProvisoPanelNavigator *self = PROVISO_PANEL_NAVIGATOR (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->left);
  g_clear_object (&self->view);
  g_clear_object (&self->lists);
  g_clear_object (&self->context);
  g_clear_object (&self->readiness);

  G_OBJECT_CLASS (proviso_panel_navigator_parent_class)->dispose (object);
}

static void
proviso_panel_navigator_class_init (ProvisoPanelNavigatorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_panel_navigator_dispose;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGES_CLOSED] =
      g_signal_new ("changes-closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                        G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
proviso_panel_navigator_init (ProvisoPanelNavigator *self)
{
}

ProvisoPanelNavigator *
proviso_panel_navigator_new (AdwNavigationView *view, ProvisoRecordLists *lists)
{
  ProvisoPanelNavigator *self;

  g_return_val_if_fail (ADW_IS_NAVIGATION_VIEW (view), NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD_LISTS (lists), NULL);

  self = g_object_new (PROVISO_TYPE_PANEL_NAVIGATOR, NULL);
  self->view = g_object_ref (view);
  self->lists = g_object_ref (lists);
  g_signal_connect_object (lists, "open", G_CALLBACK (open_listed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (view, "popped", G_CALLBACK (popped_cb), self);
  g_signal_connect_swapped (view, "notify::visible-page", G_CALLBACK (visible_page_changed_cb), self);

  return self;
}

void
proviso_panel_navigator_set_context (ProvisoPanelNavigator *self, ProvisoPanelContext *context)
{
  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));
  g_return_if_fail (context == NULL || PROVISO_IS_PANEL_CONTEXT (context));

  open_changes (self, NULL);
  /* Nothing is done to a project that is left. */
  g_clear_object (&self->context);
  make_room (self);
  g_set_object (&self->context, context);
}

void
proviso_panel_navigator_set_readiness (ProvisoPanelNavigator *self, ProvisoReadiness *readiness)
{
  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));
  g_return_if_fail (readiness == NULL || PROVISO_IS_READINESS (readiness));

  if (g_set_object (&self->readiness, readiness) &&
      adw_navigation_view_find_page (self->view, "readiness") != NULL)
    make_room (self);
}

gboolean
proviso_panel_navigator_has_readiness (ProvisoPanelNavigator *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), FALSE);

  return self->readiness != NULL;
}

ProvisoRecordPage *
proviso_panel_navigator_get_record_page (ProvisoPanelNavigator *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), NULL);

  page = adw_navigation_view_get_visible_page (self->view);

  return PROVISO_IS_RECORD_PAGE (page) ? PROVISO_RECORD_PAGE (page) : NULL;
}

gboolean
proviso_panel_navigator_shows_lists (ProvisoPanelNavigator *self)
{
  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), FALSE);

  return g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->view), "lists") == 0;
}

ProvisoChangesPage *
proviso_panel_navigator_get_changes_page (ProvisoPanelNavigator *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), NULL);

  page = adw_navigation_view_get_visible_page (self->view);

  return PROVISO_IS_CHANGES_PAGE (page) ? PROVISO_CHANGES_PAGE (page) : NULL;
}

/* Returns: (transfer none): floating */
static AdwNavigationPage *
create_page (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  AdwNavigationPage *page =
      proviso_record_kind_of (record)->create_page (proviso_panel_context_get_project (self->context),
                                                    proviso_panel_context_get_selection (self->context), record);

  g_signal_connect_object (page, "shown", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "toast", G_CALLBACK (relay_toast_cb), self, G_CONNECT_SWAPPED);

  return page;
}

ProvisoRecordPage *
proviso_panel_navigator_open_record (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  g_autoptr (ProvisoRecord) left = NULL;
  ProvisoRecordPage *open_page;
  AdwNavigationPage *page;

  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), NULL);
  g_return_val_if_fail (self->context != NULL, NULL);

  open_page = proviso_panel_navigator_get_record_page (self);
  if (open_page != NULL && proviso_record_page_get_record (open_page) == record)
    return open_page;

  page = create_page (self, record);
  if (open_page != NULL)
    left = g_object_ref (proviso_record_page_get_record (open_page));
  if (open_page == NULL)
    adw_navigation_view_push (self->view, page);
  else
    replace_page (self, page);
  proviso_selection_set_record (proviso_panel_context_get_selection (self->context), record);
  if (left != NULL)
    take_back_blank (self, left);

  return PROVISO_RECORD_PAGE (page);
}

ProvisoRecordPage *
proviso_panel_navigator_follow_link (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  g_autoptr (AdwNavigationPage) page = NULL;

  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), NULL);
  g_return_val_if_fail (self->context != NULL, NULL);

  page = find_record_page (self, record);
  if (page != NULL)
    {
      adw_navigation_view_pop_to_page (self->view, page);
    }
  else
    {
      page = g_object_ref_sink (create_page (self, record));
      adw_navigation_view_push (self->view, page);
    }
  proviso_selection_set_record (proviso_panel_context_get_selection (self->context), record);

  /* The view holds it. */
  return PROVISO_RECORD_PAGE (page);
}

void
proviso_panel_navigator_enter_record (ProvisoPanelNavigator *self, ProvisoRecord *record)
{
  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));

  ensure_focus (proviso_panel_navigator_open_record (self, record));
}

void
proviso_panel_navigator_show_readiness (ProvisoPanelNavigator *self)
{
  AdwNavigationPage *page;

  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));
  g_return_if_fail (self->context != NULL && self->readiness != NULL);

  page = adw_navigation_view_find_page (self->view, "readiness");
  if (page != NULL)
    {
      adw_navigation_view_pop_to_page (self->view, page);
    }
  else
    {
      /* Over the page of a record it is looked at in passing. */
      if (proviso_panel_navigator_get_record_page (self) == NULL)
        make_room (self);
      page = proviso_readiness_page_new (self->context, self->readiness);
      g_signal_connect_object (page, "open", G_CALLBACK (open_finding_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "shown", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
      adw_navigation_view_push (self->view, page);
    }
  /* Showing the panel may have brought it there. */
  ensure_focus (page);
}

void
proviso_panel_navigator_show_changes (ProvisoPanelNavigator *self, ProvisoChanges *changes)
{
  ProvisoChangesPage *page;

  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));

  page = open_changes (self, changes);
  if (page != NULL)
    proviso_changes_page_focus_list (page);
}

gboolean
proviso_panel_navigator_step_change (ProvisoPanelNavigator *self, ProvisoChanges *changes, int step)
{
  ProvisoChangesPage *page;
  g_autofree char *words = NULL;
  gboolean in_text;

  g_return_val_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self), FALSE);

  page = open_changes (self, changes);
  if (page == NULL)
    return FALSE;
  if (!proviso_changes_page_step (page, step))
    {
      if (step < 0)
        g_signal_emit (self, signals[SIGNAL_TOAST], 0, _ ("No earlier changes"), FALSE);
      /* Whoever has seen them all is told so where that has its effect. */
      else if (!proviso_changes_leave (changes))
        g_signal_emit (self, signals[SIGNAL_TOAST], 0, _ ("No more changes"), FALSE);
      return TRUE;
    }

  in_text = proviso_changes_page_show_in_text (page);
  words = proviso_changes_page_describe (page);
  /* Where the page is not seen, the words in the draft do not say what was changed. */
  if (in_text && !gtk_widget_get_mapped (GTK_WIDGET (page)))
    g_signal_emit (self, signals[SIGNAL_TOAST], 0, words, FALSE);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self->view), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return in_text;
}

void
proviso_panel_navigator_show_list (ProvisoPanelNavigator *self, const ProvisoRecordKind *kind)
{
  GtkWidget *focus;
  gboolean is_hidden;

  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));
  g_return_if_fail (self->context != NULL);

  focus = get_focus (self);
  is_hidden = focus != NULL && is_inside (self, focus) &&
              (!gtk_widget_is_ancestor (focus, GTK_WIDGET (self->lists)) ||
               proviso_record_lists_get_present (self->lists) != kind);
  make_room (self);
  proviso_record_lists_show (self->lists, kind);
  /* What had the focus goes out of sight, and would leave it to whatever comes next in the window. */
  if (is_hidden)
    queue_focus (self);
}

void
proviso_panel_navigator_search (ProvisoPanelNavigator *self)
{
  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));
  g_return_if_fail (self->context != NULL);

  make_room (self);
  proviso_record_browser_focus_search (
      proviso_record_lists_get (self->lists, proviso_record_lists_get_present (self->lists)));
  /* Where a page was left for it, the focus is settled later. */
  self->search_wanted = self->focus_source != 0;
}

void
proviso_panel_navigator_back (ProvisoPanelNavigator *self)
{
  g_return_if_fail (PROVISO_IS_PANEL_NAVIGATOR (self));

  adw_navigation_view_pop (self->view);
}
