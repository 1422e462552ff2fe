/* proviso-filter-popover.c: the check buttons that narrow a list of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-filter-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More than this scrolls, or stands in one column: the popover must fit on the smallest screen. */
#define MAX_HEIGHT 400
#define MAX_WIDTH 320

struct _ProvisoFilterPopover
{
  GtkPopover parent_instance;

  const ProvisoRecordKind *kind;
  ProvisoRecordFilter *filter;
  GtkWidget *clear_button;
  GtkWidget *groups[PROVISO_MAX_FACETS];
  GtkFlowBox *flows[PROVISO_MAX_FACETS];
  GtkCheckButton *checks[PROVISO_MAX_FACETS][PROVISO_MAX_OPTIONS]; /* NULL: not offered now */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (ProvisoFilterPopover, proviso_filter_popover, GTK_TYPE_POPOVER)

static void
toggled_cb (ProvisoFilterPopover *self)
{
  if (self->following)
    return;

  for (guint facet = 0; facet < self->kind->n_facets; facet++)
    {
      guint64 options = proviso_record_filter_get_options (self->filter, facet);

      for (guint option = 0; option < PROVISO_MAX_OPTIONS; option++)
        if (self->checks[facet][option] != NULL)
          {
            options &= ~PROVISO_OPTION (option);
            if (gtk_check_button_get_active (self->checks[facet][option]))
              options |= PROVISO_OPTION (option);
          }
      proviso_record_filter_set_options (self->filter, facet, options);
    }
}

static void
follow (ProvisoFilterPopover *self)
{
  self->following = TRUE;
  for (guint facet = 0; facet < self->kind->n_facets; facet++)
    {
      guint64 options = proviso_record_filter_get_options (self->filter, facet);

      for (guint option = 0; option < PROVISO_MAX_OPTIONS; option++)
        if (self->checks[facet][option] != NULL)
          gtk_check_button_set_active (self->checks[facet][option], (options & PROVISO_OPTION (option)) != 0);
    }
  self->following = FALSE;
  gtk_widget_set_sensitive (self->clear_button, proviso_record_filter_get_n_active (self->filter) > 0);
}

static void
clear_cb (ProvisoFilterPopover *self)
{
  for (guint facet = 0; facet < self->kind->n_facets; facet++)
    proviso_record_filter_set_options (self->filter, facet, 0);
  /* The button is insensitive now and would lose the focus to nothing. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Below the label, as it may be long. */
static GtkWidget *
create_described (GtkWidget *label, GtkWidget *check, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *description = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (description), 0);
  gtk_label_set_wrap (GTK_LABEL (description), TRUE);
  gtk_widget_add_css_class (description, "caption");
  gtk_widget_add_css_class (description, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);

  return box;
}

static GtkWidget *
create_check (ProvisoFilterPopover *self, guint facet, guint option)
{
  const ProvisoFacet *description = &self->kind->facets[facet];
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  ProvisoPanelContext *context = proviso_record_filter_get_context (self->filter);
  const char *text = description->get_label (context, option);
  GtkWidget *label = gtk_label_new (text);
  const char *icon_name = description->get_icon_name != NULL ? description->get_icon_name (option) : NULL;

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (description->describe != NULL && context != NULL)
    label = create_described (label, check, description->describe (context, option));
  gtk_box_append (GTK_BOX (box), label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->checks[facet][option] = GTK_CHECK_BUTTON (check);

  return check;
}

static void
add_check (ProvisoFilterPopover *self, guint facet, guint option)
{
  GtkWidget *check = create_check (self, facet, option);

  gtk_flow_box_append (self->flows[facet], check);
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
}

/* Offers the options that come and go, or mean now this, now that, as they are now. */
static void
update_facet (ProvisoFilterPopover *self, guint facet)
{
  const ProvisoFacet *description = &self->kind->facets[facet];
  ProvisoPanelContext *context = proviso_record_filter_get_context (self->filter);
  g_autoptr (GArray) options = NULL;

  memset (self->checks[facet], 0, sizeof self->checks[facet]);
  gtk_flow_box_remove_all (self->flows[facet]);
  if (description->list_options == NULL)
    {
      for (guint option = 0; option < description->n_options; option++)
        add_check (self, facet, option);
      return;
    }
  if (context != NULL)
    options = description->list_options (context);
  for (guint i = 0; options != NULL && i < options->len; i++)
    add_check (self, facet, g_array_index (options, guint, i));
  gtk_widget_set_visible (self->groups[facet], options != NULL && options->len > 0);
}

static void
proviso_filter_popover_map (GtkWidget *widget)
{
  ProvisoFilterPopover *self = PROVISO_FILTER_POPOVER (widget);

  for (guint facet = 0; facet < self->kind->n_facets; facet++)
    if (self->kind->facets[facet].list_options != NULL || self->kind->facets[facet].describe != NULL)
      update_facet (self, facet);
  follow (self);

  GTK_WIDGET_CLASS (proviso_filter_popover_parent_class)->map (widget);
}

static GtkWidget *
create_group (ProvisoFilterPopover *self, guint facet)
{
  const ProvisoFacet *description = &self->kind->facets[facet];
  GtkWidget *group = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *title = gtk_label_new (_ (description->title));
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (title, "dimmed");
  gtk_box_append (GTK_BOX (group), title);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), description->n_options == 1 ? 1 : 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  self->groups[facet] = group;
  self->flows[facet] = GTK_FLOW_BOX (flow);
  for (guint option = 0; option < description->n_options; option++)
    add_check (self, facet, option);
  gtk_box_append (GTK_BOX (group), flow);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  -1);

  return group;
}

static void
proviso_filter_popover_dispose (GObject *object)
{
  ProvisoFilterPopover *self = PROVISO_FILTER_POPOVER (object);

  g_clear_object (&self->filter);

  G_OBJECT_CLASS (proviso_filter_popover_parent_class)->dispose (object);
}

static void
proviso_filter_popover_class_init (ProvisoFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_filter_popover_dispose;
  GTK_WIDGET_CLASS (klass)->map = proviso_filter_popover_map;
}

static void
proviso_filter_popover_init (ProvisoFilterPopover *self)
{
}

GtkWidget *
proviso_filter_popover_new (const ProvisoRecordKind *kind, ProvisoRecordFilter *filter)
{
  ProvisoFilterPopover *self;
  GtkWidget *content, *groups, *clamp, *scrolled;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (PROVISO_IS_RECORD_FILTER (filter), NULL);

  self = g_object_new (PROVISO_TYPE_FILTER_POPOVER, NULL);
  self->kind = kind;
  self->filter = g_object_ref (filter);

  groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_object_set (groups, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);
  for (guint facet = 0; facet < kind->n_facets; facet++)
    gtk_box_append (GTK_BOX (groups), create_group (self, facet));

  clamp = g_object_new (ADW_TYPE_CLAMP, "child", groups, "maximum-size", MAX_WIDTH, "tightening-threshold",
                        MAX_WIDTH, "unit", ADW_LENGTH_UNIT_PX, NULL);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                           "max-content-height", MAX_HEIGHT, "child", clamp, NULL);

  self->clear_button = gtk_button_new_with_mnemonic (_("_Clear Filters"));
  g_object_set (self->clear_button, "margin-start", 6, "margin-end", 6, "margin-top", 6, "margin-bottom", 6,
                NULL);
  gtk_widget_add_css_class (self->clear_button, "flat");
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);

  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), self->clear_button);
  gtk_popover_set_child (GTK_POPOVER (self), content);
  gtk_widget_add_css_class (GTK_WIDGET (self), "proviso-filters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);

  g_signal_connect_object (filter, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);

  return GTK_WIDGET (self);
}
