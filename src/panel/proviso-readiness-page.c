/* proviso-readiness-page.c: the page that says what is left to do before publishing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "panel/proviso-readiness-page.h"
#include "panel/proviso-draft-watch.h"
#include "panel/proviso-finding-group.h"
#include "panel/proviso-readiness-text.h"

struct _ProvisoReadinessPage
{
  AdwNavigationPage parent_instance;

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *explanation;
  ProvisoFindingGroup *blocking;
  ProvisoFindingGroup *warnings;

  ProvisoReadiness *readiness;
  ProvisoDraftWatch *watch;
  const char *style_class; /* of the icon */
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ProvisoReadinessPage, proviso_readiness_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (ProvisoReadinessPage *self)
{
  ProvisoReadinessState state = proviso_readiness_get_state (self->readiness);
  g_autofree char *title = proviso_readiness_text_create_title (self->readiness);
  g_autofree char *explanation = proviso_readiness_text_create_explanation (self->readiness);
  /* An empty project is no less ready than a finished one, and nothing to be glad of. */
  gboolean empty = state == PROVISO_READINESS_READY && proviso_readiness_text_is_empty (self->readiness);

  gtk_image_set_from_icon_name (self->icon,
                                empty ? "checkbox-symbolic" : proviso_readiness_text_get_icon_name (state));
  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->style_class);
  self->style_class = empty ? "dimmed" : proviso_readiness_text_get_style_class (state);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), self->style_class);
  gtk_label_set_label (self->state, title);
  gtk_label_set_label (self->explanation, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), *explanation != '\0');
}

static void
places_changed_cb (ProvisoReadinessPage *self)
{
  proviso_finding_group_places_changed (self->blocking);
  proviso_finding_group_places_changed (self->warnings);
}

static void
open_cb (ProvisoReadinessPage *self, ProvisoFinding *finding)
{
  g_signal_emit (self, signals[OPEN], 0, finding);
}

static void
show_hidden (ProvisoFindingGroup *group)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (group)))
    proviso_finding_group_places_changed (group);
}

static void
proviso_readiness_page_map (GtkWidget *widget)
{
  ProvisoReadinessPage *self = PROVISO_READINESS_PAGE (widget);

  GTK_WIDGET_CLASS (proviso_readiness_page_parent_class)->map (widget);

  /* A group that was hidden for want of findings does not see that it is looked at. */
  show_hidden (self->blocking);
  show_hidden (self->warnings);
  proviso_draft_watch_follow (self->watch, TRUE);
}

static void
proviso_readiness_page_unmap (GtkWidget *widget)
{
  proviso_draft_watch_follow (PROVISO_READINESS_PAGE (widget)->watch, FALSE);

  GTK_WIDGET_CLASS (proviso_readiness_page_parent_class)->unmap (widget);
}

static void
proviso_readiness_page_dispose (GObject *object)
{
  ProvisoReadinessPage *self = PROVISO_READINESS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PROVISO_TYPE_READINESS_PAGE);
  g_clear_object (&self->watch);
  g_clear_object (&self->readiness);

  G_OBJECT_CLASS (proviso_readiness_page_parent_class)->dispose (object);
}

static void
proviso_readiness_page_class_init (ProvisoReadinessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = proviso_readiness_page_dispose;
  widget_class->map = proviso_readiness_page_map;
  widget_class->unmap = proviso_readiness_page_unmap;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, PROVISO_TYPE_FINDING);

  g_type_ensure (PROVISO_TYPE_FINDING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/proviso_editor/Proviso/panel/proviso-readiness-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ProvisoReadinessPage, icon);
  gtk_widget_class_bind_template_child (widget_class, ProvisoReadinessPage, state);
  gtk_widget_class_bind_template_child (widget_class, ProvisoReadinessPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, ProvisoReadinessPage, blocking);
  gtk_widget_class_bind_template_child (widget_class, ProvisoReadinessPage, warnings);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
proviso_readiness_page_init (ProvisoReadinessPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
proviso_readiness_page_new (ProvisoPanelContext *context, ProvisoReadiness *readiness)
{
  ProvisoReadinessPage *self;
  ProvisoProject *project;

  g_return_val_if_fail (PROVISO_IS_PANEL_CONTEXT (context), NULL);
  g_return_val_if_fail (PROVISO_IS_READINESS (readiness), NULL);

  self = g_object_new (PROVISO_TYPE_READINESS_PAGE, NULL);
  self->readiness = g_object_ref (readiness);
  self->watch = proviso_draft_watch_new (readiness);
  proviso_finding_group_bind (self->blocking, readiness, TRUE);
  proviso_finding_group_bind (self->warnings, readiness, FALSE);

  project = proviso_readiness_get_project (readiness);
  g_signal_connect_object (readiness, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* The first claim makes a difference, even where nothing is wrong with it. */
  g_signal_connect_object (proviso_project_get_claims (project), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "places-changed", G_CALLBACK (places_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return ADW_NAVIGATION_PAGE (self);
}
