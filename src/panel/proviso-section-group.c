/* proviso-section-group.c: warns where the draft's section on unconfirmed points is out of date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All records have a say in it, so it is asked only while the page is looked at: when that is opened, and once
 * nothing has changed for a while, but never at a keystroke; and a few of them at a time, between which the person
 * is attended to.
 */
#include "panel/proviso-section-group.h"
#include "export/proviso-remains-content.h"
#include "export/proviso-remains-section.h"

#include <glib/gi18n-lib.h>

/* How long nothing must have changed. */
#define QUIET_MS 400
/* How long, in microseconds, records are asked at a time. */
#define SLICE 4000

struct _ProvisoSectionGroup
{
  AdwPreferencesGroup parent_instance;

  ProvisoProject *project;
  guint update_source;
  ProvisoRemainsWriter *writer; /* while records are asked */
  gboolean follows;
  gboolean changed; /* while the update was waited for */
};

G_DEFINE_FINAL_TYPE (ProvisoSectionGroup, proviso_section_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stop (ProvisoSectionGroup *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->writer, proviso_remains_writer_free);
  self->changed = FALSE;
}

static gboolean
ask_cb (gpointer user_data)
{
  ProvisoSectionGroup *self = user_data;
  g_autofree char *fresh = NULL;

  if (proviso_remains_writer_run (self->writer, SLICE))
    return G_SOURCE_CONTINUE;

  self->update_source = 0;
  fresh = proviso_remains_writer_dup_section (self->writer);
  g_clear_pointer (&self->writer, proviso_remains_writer_free);
  gtk_widget_set_visible (GTK_WIDGET (self), proviso_remains_is_outdated_by (self->project, fresh));

  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer user_data)
{
  ProvisoSectionGroup *self = user_data;

  if (self->changed)
    {
      self->changed = FALSE;
      return G_SOURCE_CONTINUE;
    }

  self->update_source = 0;
  if (proviso_remains_stands (proviso_project_get_remains (self->project)))
    {
      self->writer = proviso_remains_writer_new (self->project, NULL, NULL);
      self->update_source = g_idle_add_full (G_PRIORITY_LOW, ask_cb, self, NULL);
    }
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }

  return G_SOURCE_REMOVE;
}

static void
changed_cb (ProvisoSectionGroup *self)
{
  if (!self->follows)
    return;

  /* What was asked so far is of a project that was otherwise. */
  if (self->writer != NULL)
    stop (self);
  if (self->update_source != 0)
    self->changed = TRUE;
  else if (gtk_widget_get_visible (GTK_WIDGET (self)) ||
           proviso_remains_stands (proviso_project_get_remains (self->project)))
    self->update_source = g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, update_cb, self, NULL);
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("view-refresh-symbolic");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  /* Translators: what is wrong, "No source", and the sentence that says what to do. */
  g_autofree char *subtitle =
      g_strdup_printf (C_ ("finding", "%s. %s"), proviso_remains_get_outdated_title (),
                       proviso_remains_get_outdated_explanation ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What Remains Unconfirmed"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.insert-remains");
  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);

  return row;
}

static void
proviso_section_group_dispose (GObject *object)
{
  ProvisoSectionGroup *self = PROVISO_SECTION_GROUP (object);

  stop (self);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (proviso_section_group_parent_class)->dispose (object);
}

static void
proviso_section_group_class_init (ProvisoSectionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = proviso_section_group_dispose;
}

static void
proviso_section_group_init (ProvisoSectionGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row ());
}

void
proviso_section_group_bind (ProvisoSectionGroup *self, ProvisoProject *project)
{
  GListModel *lists[] = {
    G_LIST_MODEL (proviso_project_get_claims (project)),
    G_LIST_MODEL (proviso_project_get_caveats (project)),
    G_LIST_MODEL (proviso_project_get_sources (project)),
  };

  g_return_if_fail (PROVISO_IS_SECTION_GROUP (self));
  g_return_if_fail (self->project == NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "record-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "text-replaced", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
proviso_section_group_follow (ProvisoSectionGroup *self, gboolean follow)
{
  g_return_if_fail (PROVISO_IS_SECTION_GROUP (self));
  g_return_if_fail (self->project != NULL);

  self->follows = follow;
  stop (self);
  /* Once the page is there. */
  if (follow)
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}
