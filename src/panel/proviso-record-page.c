/* proviso-record-page.c: what the detail pages of claims, caveats and sources have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-record-page.h"
#include "panel/proviso-deletion.h"
#include "panel/proviso-review-actions.h"
#include "panel/proviso-row-press.h"

typedef struct
{
  ProvisoProject *project;
  ProvisoSelection *selection;
  ProvisoRecord *record;
  ProvisoReviewActions *actions;
} ProvisoRecordPagePrivate;

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_SELECTION,
  PROP_RECORD,
  N_PROPS
};

enum
{
  TOAST,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ProvisoRecordPage, proviso_record_page, ADW_TYPE_NAVIGATION_PAGE)

static ProvisoRecordList *
get_list (ProvisoRecordPage *self)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  if (PROVISO_IS_CLAIM (priv->record))
    return proviso_project_get_claims (priv->project);
  if (PROVISO_IS_CAVEAT (priv->record))
    return proviso_project_get_caveats (priv->project);

  return proviso_project_get_sources (priv->project);
}

/* Takes the page out of its navigation view, also from below the one that is shown. */
static void
leave (ProvisoRecordPage *self)
{
  GtkWidget *ancestor = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationView *view;
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (GPtrArray) others = NULL;
  guint n_pages;

  if (ancestor == NULL)
    return;

  view = ADW_NAVIGATION_VIEW (ancestor);
  if (adw_navigation_view_get_visible_page (view) == ADW_NAVIGATION_PAGE (self))
    {
      adw_navigation_view_pop (view);
      return;
    }

  stack = adw_navigation_view_get_navigation_stack (view);
  n_pages = g_list_model_get_n_items (stack);
  others = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (page != ADW_NAVIGATION_PAGE (self))
        g_ptr_array_add (others, g_steal_pointer (&page));
    }
  if (others->len < n_pages)
    adw_navigation_view_replace (view, (AdwNavigationPage **) others->pdata, others->len);
}

static void
items_changed_cb (ProvisoRecordPage *self)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  if (proviso_record_get_owner (priv->record) != PROVISO_RECORD (priv->project))
    leave (self);
}

static void
deleted_cb (const char *toast, gpointer user_data)
{
  proviso_record_page_toast (user_data, toast);
}

static void
proviso_record_page_constructed (GObject *object)
{
  ProvisoRecordPage *self = PROVISO_RECORD_PAGE (object);
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  G_OBJECT_CLASS (proviso_record_page_parent_class)->constructed (object);

  g_assert (priv->project != NULL && priv->selection != NULL && priv->record != NULL);
  g_signal_connect_object (get_list (self), "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  priv->actions = proviso_review_actions_new ();
  proviso_review_actions_set_record (priv->actions, priv->record);
  g_signal_connect_object (priv->actions, "perform", G_CALLBACK (proviso_record_page_perform), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "caveat",
                                  proviso_review_actions_get_caveat_group (priv->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "claim",
                                  proviso_review_actions_get_claim_group (priv->actions));
}

static void
proviso_record_page_map (GtkWidget *widget)
{
  proviso_row_press_add (widget);

  GTK_WIDGET_CLASS (proviso_record_page_parent_class)->map (widget);
}

static void
proviso_record_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (PROVISO_RECORD_PAGE (object));

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, priv->project);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, priv->selection);
      break;
    case PROP_RECORD:
      g_value_set_object (value, priv->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (PROVISO_RECORD_PAGE (object));

  switch (prop_id)
    {
    case PROP_PROJECT:
      priv->project = g_value_dup_object (value);
      break;
    case PROP_SELECTION:
      priv->selection = g_value_dup_object (value);
      break;
    case PROP_RECORD:
      priv->record = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
proviso_record_page_finalize (GObject *object)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (PROVISO_RECORD_PAGE (object));

  g_clear_object (&priv->actions);
  g_clear_object (&priv->record);
  g_clear_object (&priv->selection);
  g_clear_object (&priv->project);

  G_OBJECT_CLASS (proviso_record_page_parent_class)->finalize (object);
}

static void
proviso_record_page_class_init (ProvisoRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = proviso_record_page_constructed;
  object_class->get_property = proviso_record_page_get_property;
  object_class->set_property = proviso_record_page_set_property;
  object_class->finalize = proviso_record_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = proviso_record_page_map;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, PROVISO_TYPE_PROJECT, flags);
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, PROVISO_TYPE_SELECTION, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, PROVISO_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
proviso_record_page_init (ProvisoRecordPage *self)
{
}

ProvisoProject *
proviso_record_page_get_project (ProvisoRecordPage *self)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  g_return_val_if_fail (PROVISO_IS_RECORD_PAGE (self), NULL);

  return priv->project;
}

ProvisoSelection *
proviso_record_page_get_selection (ProvisoRecordPage *self)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  g_return_val_if_fail (PROVISO_IS_RECORD_PAGE (self), NULL);

  return priv->selection;
}

ProvisoRecord *
proviso_record_page_get_record (ProvisoRecordPage *self)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  g_return_val_if_fail (PROVISO_IS_RECORD_PAGE (self), NULL);

  return priv->record;
}

void
proviso_record_page_focus_first (ProvisoRecordPage *self)
{
  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));

  PROVISO_RECORD_PAGE_GET_CLASS (self)->focus_first (self);
}

void
proviso_record_page_focus_control (ProvisoRecordPage *self, gboolean reviewing)
{
  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));

  PROVISO_RECORD_PAGE_GET_CLASS (self)->focus_control (self, reviewing);
}

void
proviso_record_page_perform (ProvisoRecordPage *self, const char *verb)
{
  ProvisoRecordPageClass *klass;

  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));
  g_return_if_fail (verb != NULL);

  klass = PROVISO_RECORD_PAGE_GET_CLASS (self);
  if (klass->perform != NULL)
    klass->perform (self, verb);
}

ProvisoRecordPage *
proviso_record_page_find (GtkWidget *part)
{
  g_return_val_if_fail (GTK_IS_WIDGET (part), NULL);

  return PROVISO_RECORD_PAGE (gtk_widget_get_ancestor (part, PROVISO_TYPE_RECORD_PAGE));
}

void
proviso_record_page_toast (ProvisoRecordPage *self, const char *title)
{
  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));

  g_signal_emit (self, signals[TOAST], 0, title, TRUE);
}

void
proviso_record_page_tell (ProvisoRecordPage *self, const char *title)
{
  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));

  g_signal_emit (self, signals[TOAST], 0, title, FALSE);
}

void
proviso_record_page_announce (ProvisoRecordPage *self, const char *message)
{
  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
proviso_record_page_delete (ProvisoRecordPage *self)
{
  ProvisoRecordPagePrivate *priv = proviso_record_page_get_instance_private (self);

  g_return_if_fail (PROVISO_IS_RECORD_PAGE (self));

  /* The panel knows which record comes next in its list. */
  if (gtk_widget_activate_action (GTK_WIDGET (self), "panel.delete-record", NULL))
    return;

  proviso_deletion_start (GTK_WIDGET (self), priv->project, priv->record, deleted_cb, self);
}
